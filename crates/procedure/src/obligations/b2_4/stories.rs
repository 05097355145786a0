//! Stories of B2.4, thirty days.

use crate::stories::check;
use expect_test::expect;

#[test]
fn every_case_has_its_limit() {
    check(
        "letter 2026-03-02",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 appeal client",
        expect![[r#""#]],
    );
    check(
        "chat 2026-03-02 grievance",
        expect![[r#""#]],
    );
    check(
        "email 2026-03-02 unreachable",
        expect![[r#""#]],
    );
}

#[test]
fn the_limit_runs_from_receipt_not_from_registration() {
    check(
        "letter 2026-03-02 registered 2026-03-09",
        expect![[r#""#]],
    );
}

#[test]
fn a_last_day_of_rest_moves_it() {
    check(
        "letter 2026-02-05 grievance",
        expect![[r#""#]],
    );
    check(
        "letter 2026-01-18",
        expect![[r#""#]],
    );
}

#[test]
fn a_year_without_a_notice_gives_a_provisional_limit() {
    check(
        "letter 2027-11-10",
        expect![[r#""#]],
    );
}

#[test]
fn a_holiday_announced_later_moves_the_limit() {
    check(
        "letter 2026-03-02; register acknowledges; calendar: rest 2026-04-01",
        expect![[r#""#]],
    );
}

#[test]
fn a_changed_period_moves_the_limit() {
    check(
        "letter 2026-03-02; register acknowledges; periods: answer_calendar 20",
        expect![[r#""#]],
    );
}

#[test]
fn a_verbal_complaint_may_be_answered_by_voice() {
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; [assessed]; QMR directs; \
         officer finds cause; officer plans; officer answers by voice; Director approves plan; \
         officer answers by voice; QMR decides partly; officer answers by voice",
        expect![[r#""#]],
    );
}

#[test]
fn or_by_letter_even_where_a_voice_would_do() {
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; [sent]",
        expect![[r#""#]],
    );
}

#[test]
fn who_left_only_an_address_gets_a_letter() {
    check(
        "phone 2026-03-02 no-phone; promised 2026-03-20; receiver reports to QMR; QMR declares; \
         QMR directs; [decided]",
        expect![[r#""#]],
    );
}

#[test]
fn a_written_case_is_not_answered_by_voice() {
    check(
        "letter 2026-03-02; [decided]; officer answers by voice",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 no-phone; [decided]; officer answers by voice",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_is_answered_by_voice_who_cannot_be_called() {
    check(
        "phone 2026-03-02 no-phone; [decided]; officer answers by voice",
        expect![[r#""#]],
    );
}

#[test]
fn an_answer_is_given_once() {
    check(
        "letter 2026-03-02; [answered]; QMR asks extension 2026-04-10; officer tells progress; \
         QMR withdraws; QMR assesses",
        expect![[r#""#]],
    );
}
