//! Stories of B2.1, the plan.

use crate::stories::check;
use expect_test::expect;

#[test]
fn cause_then_plan_then_approval_then_measures() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-25",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-25; +1 Director approves plan",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-25; +1 Director approves plan; \
         colleague reports measure 0; second reports measure 1",
        expect![[r#""#]],
    );
}

#[test]
fn no_plan_before_the_cause() {
    check(
        "letter 2026-03-02; [assessed]; officer plans; Director approves plan",
        expect![[r#""#]],
    );
}

#[test]
fn leadership_returns_a_plan_with_a_reason() {
    check(
        "letter 2026-03-02; register acknowledges; [caused]; officer plans; +1 deputy returns plan",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [caused]; officer plans; +1 deputy returns plan; \
         officer plans colleague:2026-03-20; Director approves plan",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_approves_what_he_proposed_not_even_an_earlier_version() {
    check(
        "staff: deputy is case_officer; letter 2026-03-02; all declare; QMR assesses officer deputy; \
         QMR finds cause; deputy plans; deputy approves plan",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR assesses officer deputy; QMR finds cause; deputy plans; \
         Director returns plan; QMR reassigns to officer; officer plans; deputy approves plan; \
         deputy returns plan; Director approves plan",
        expect![[r#""#]],
    );
}

#[test]
fn a_doer_reports_his_own_measure_only() {
    check(
        "letter 2026-03-02; [caused]; officer plans colleague:2026-03-20 second:2026-03-25; \
         Director approves plan; second reports measure 0; colleague reports measure 5; \
         officer reports measure 0",
        expect![[r#""#]],
    );
}

#[test]
fn where_a_doer_drops_out_the_case_officer_reports() {
    check(
        "letter 2026-03-02; [caused]; officer plans colleague:2026-03-20; Director approves plan; \
         staff: colleague leaves; officer reports measure 0; officer closes",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; [caused]; officer plans second:2026-03-20; Director approves plan; \
         second recuses; second reports measure 0; officer reports measure 0",
        expect![[r#""#]],
    );
}

#[test]
fn a_measure_is_given_to_people_who_are_free_and_to_days_to_come() {
    check(
        "letter 2026-03-02 conduct of colleague; all declare; QMR assesses; QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-01",
        expect![[r#""#]],
    );
}

#[test]
fn an_unfounded_case_may_have_a_plan_without_measures() {
    check(
        "letter 2026-03-02; [caused]; officer plans; Director approves plan; officer adds evidence; \
         QMR decides unfounded",
        expect![[r#""#]],
    );
}

#[test]
fn the_cause_of_a_verbal_case_is_found_by_the_case_officer() {
    check(
        "phone 2026-03-02; all declare; QMR assesses; QMR finds cause; officer finds cause",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR assesses; officer finds cause; QMR finds cause",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 result; all declare; QMR assesses; officer finds cause; head finds cause",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 confidentiality; all declare; QMR assesses; officer finds cause; \
         QMR finds cause",
        expect![[r#""#]],
    );
}

#[test]
fn what_is_not_ours_needs_no_plan() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses not_ours",
        expect![[r#""#]],
    );
}
