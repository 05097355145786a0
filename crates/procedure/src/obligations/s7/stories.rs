//! Stories of S7, outcome and end.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_outcome_the_notice_and_fifteen_days() {
    check(
        "letter 2026-03-02; register acknowledges; [planned]",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; officer records response satisfied; \
         QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn silence_lapses_after_the_days_and_not_before() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; 2026-03-23 clock lapses; \
         2026-03-24 clock lapses; officer records response rejected; QMR closes",
        expect![[r#"
            (clock may not lapse: S8 not due yet)
            (officer may not record response: S7 already done)
            closed
        "#]],
    );
}

#[test]
fn a_voice_is_followed_by_a_notice_unless_declined() {
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; officer answers by voice",
        expect![[r#"
            requester           draft letter                 S7      due 2026-03-09
        "#]],
    );
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; officer answers by voice; [sent]",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; officer answers by voice declined",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "phone 2026-03-02 no-address; promised 2026-03-20; receiver reports to QMR; QMR declares; \
         QMR directs; [decided]; officer answers by voice",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn nothing_is_awaited_from_who_cannot_be_told() {
    check(
        "letter 2026-03-02 anonymous; [decided]; deputy files conclusion; \
         officer records response satisfied; QMR closes",
        expect![[r#"
            (officer may not record response: S7 answer first)
            closed
        "#]],
    );
}

#[test]
fn a_response_comes_once_and_after_the_answer() {
    check(
        "letter 2026-03-02; [decided]; officer records response satisfied; [sent]; \
         officer records response satisfied; officer records response rejected",
        expect![[r#"
            (officer may not record response: S7 answer first)
            (officer may not record response: S7 already done)
            nothing left to do
        "#]],
    );
}

#[test]
fn a_replaced_letter_gives_new_days() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; 2026-03-10 QMR replaces letter; \
         [drafted]; Director signs; clerk numbers 13; clerk dispatches",
        expect![[r#"
            handler             record response              S7      due 2026-03-31
        "#]],
    );
}
