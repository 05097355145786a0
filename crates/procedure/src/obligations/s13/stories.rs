//! Stories of S13, withdrawal, annulment, linking, correction, reopening.

use crate::stories::check;
use expect_test::expect;

#[test]
fn a_withdrawn_case_gets_a_short_signed_notice() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR withdraws",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR withdraws; [sent]; QMR closes",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 no-address; receiver withdraws; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn result_confidentiality_and_safety_go_on_of_the_bodys_own_motion() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR withdraws; [sent]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 product safety; register acknowledges; register withdraws",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; register withdraws; QMR declares; QMR assesses",
        expect![[r#""#]],
    );
}

#[test]
fn a_withdrawal_lies_between_receipt_and_today() {
    check(
        "letter 2026-03-02; register withdraws 2026-03-03; register withdraws 2026-03-01; \
         register withdraws; register withdraws",
        expect![[r#""#]],
    );
}

#[test]
fn after_the_answer_nothing_is_withdrawn() {
    check(
        "letter 2026-03-02; [answered]; register withdraws",
        expect![[r#""#]],
    );
}

#[test]
fn an_annulment_is_asked_for_and_confirmed_by_qmr() {
    check(
        "letter 2026-03-02; register asks annulment duplicate",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; QMR declares; QMR annuls; register asks annulment; \
         register asks annulment; QMR annuls; QMR assesses; QMR refuses annulment",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register asks annulment spam; QMR declares; QMR refuses annulment",
        expect![[r#""#]],
    );
}

#[test]
fn what_was_answered_is_not_annulled() {
    check(
        "letter 2026-03-02; [answered]; register asks annulment",
        expect![[r#""#]],
    );
}

#[test]
fn cases_are_linked_not_merged() {
    check(
        "letter 2026-03-02; register acknowledges; register links itself; register links",
        expect![[r#""#]],
    );
}

#[test]
fn the_true_day_of_receipt_moves_the_limit() {
    check(
        "letter 2026-03-09; register acknowledges; register corrects receipt 2026-03-10; \
         register corrects receipt 2026-03-02",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-09 registered 2026-03-12; register acknowledges; [assessed]; \
         QMR asks extension 2026-04-15; Director grants 2026-04-15; officer tells extension; \
         register corrects receipt 2026-03-02",
        expect![[r#""#]],
    );
}

#[test]
fn a_new_matter_has_thirty_days_from_its_receipt() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         QMR reopens new_matter; 2026-05-04 QMR reopens new_matter 2026-05-05; \
         QMR reopens new_matter 2026-03-01; QMR reopens new_matter 2026-04-27",
        expect![[r#""#]],
    );
}

#[test]
fn our_error_has_thirty_days_from_reopening() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         2026-05-04 QMR reopens our_error",
        expect![[r#""#]],
    );
}

#[test]
fn only_what_is_closed_is_reopened() {
    check(
        "letter 2026-03-02; QMR declares; QMR reopens our_error",
        expect![[r#""#]],
    );
}

#[test]
fn what_was_settled_is_overturned_not_reopened_for_an_error() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; register reports to QMR; \
         register reports to unit; register closes; QMR declares; QMR reopens our_error; \
         QMR reopens new_matter 2026-03-02",
        expect![[r#""#]],
    );
}

#[test]
fn a_qmr_who_came_later_declares_and_reopens() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         staff: nobody is qmr; staff: second is qmr; second reopens our_error",
        expect![[r#""#]],
    );
}

#[test]
fn an_old_record_owes_nothing_until_it_is_reopened() {
    check(
        "an old record",
        expect![[r#""#]],
    );
    check(
        "an old record; QMR declares; register acknowledges; QMR reopens new_matter 2026-03-02",
        expect![[r#""#]],
    );
}
