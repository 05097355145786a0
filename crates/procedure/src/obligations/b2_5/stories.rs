//! Stories of B2.5, the exception.

use crate::stories::check;
use expect_test::expect;

#[test]
fn qmr_asks_the_director_decides_the_complainant_is_told() {
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-20; [assessed]; \
         QMR asks extension 2026-04-15",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-20; [assessed]; \
         QMR asks extension 2026-04-15; 2026-03-25 Director grants 2026-04-15",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-20; [assessed]; \
         QMR asks extension 2026-04-15; 2026-03-25 Director grants 2026-04-10; \
         officer tells extension",
        expect![[r#""#]],
    );
}

#[test]
fn a_refusal_leaves_the_limit() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director refuses extension",
        expect![[r#""#]],
    );
}

#[test]
fn the_request_comes_before_the_limit_ends() {
    check(
        "letter 2026-03-02; QMR declares; 2026-04-01 QMR asks extension 2026-04-15; \
         Director declares; Director refuses extension; 2026-04-02 QMR asks extension 2026-04-15",
        expect![[r#""#]],
    );
}

#[test]
fn a_new_limit_is_a_later_working_day() {
    check(
        "letter 2026-03-02; QMR, Director declares; QMR asks extension 2026-04-01; \
         QMR asks extension 2026-04-11; QMR asks extension 2026-04-10; Director grants 2026-04-12; \
         Director grants 2026-03-30; Director grants 2026-04-13",
        expect![[r#""#]],
    );
}

#[test]
fn a_late_decision_counts_and_the_breach_stays() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         2026-04-07 Director grants 2026-04-20",
        expect![[r#""#]],
    );
}

#[test]
fn several_are_possible_each_decided_by_itself() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; officer tells extension; \
         2026-04-14 QMR asks extension 2026-05-05; QMR asks extension 2026-05-06; \
         Director grants 2026-05-05",
        expect![[r#""#]],
    );
}

#[test]
fn an_extension_is_told_even_when_the_next_is_asked_for() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; QMR asks extension 2026-05-05",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; QMR asks extension 2026-05-05; Director refuses extension; \
         officer tells extension",
        expect![[r#""#]],
    );
}

#[test]
fn only_the_director_decides() {
    check(
        "letter 2026-03-02; all declare; QMR asks extension 2026-04-15; deputy grants 2026-04-15; \
         QMR grants 2026-04-15; board grants 2026-04-15; officer refuses extension",
        expect![[r#""#]],
    );
}

#[test]
fn where_qmr_is_the_director_the_case_officer_asks() {
    check(
        "staff: nobody is director; staff: QMR is director; letter 2026-03-02; \
         register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         register asks extension 2026-04-15; officer asks extension 2026-04-15; \
         officer grants 2026-04-15; QMR grants 2026-04-15",
        expect![[r#""#]],
    );
    check(
        "staff: nobody is director; staff: QMR is director; letter 2026-03-02; all declare; \
         QMR asks extension 2026-04-15; register asks extension 2026-04-15",
        expect![[r#""#]],
    );
}

#[test]
fn a_blocked_director_is_replaced_by_the_impartiality_body() {
    check(
        "letter 2026-03-02 conduct of Director; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; deputy grants 2026-04-15; board grants 2026-04-15",
        expect![[r#""#]],
    );
}

#[test]
fn with_qmr_and_director_blocked_a_deputy_asks_else_the_register_officer() {
    check(
        "letter 2026-03-02 conduct of Director of QMR; all declare; \
         register asks extension 2026-04-15; deputy asks extension 2026-04-15; \
         board grants 2026-04-15",
        expect![[r#""#]],
    );
    check(
        "staff: nobody is deputy_director; letter 2026-03-02 conduct of Director of QMR; \
         all declare; register asks extension 2026-04-15; board grants 2026-04-15",
        expect![[r#""#]],
    );
}

#[test]
fn it_falls_away_with_the_answer_and_with_withdrawal() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; QMR asks extension 2026-04-15; [sent]; \
         Director grants 2026-04-15",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         QMR withdraws; Director grants 2026-04-15",
        expect![[r#""#]],
    );
}

#[test]
fn the_new_limit_gives_room_for_promises() {
    check(
        "phone 2026-03-02; promised 2026-04-01; receiver reports to QMR; [assessed]; QMR directs; \
         QMR asks extension 2026-04-15; Director grants 2026-04-15; officer tells extension; \
         receiver tells progress 2026-04-14",
        expect![[r#""#]],
    );
}
