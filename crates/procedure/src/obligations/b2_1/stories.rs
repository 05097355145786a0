//! Stories of B2.1, the plan.

use crate::stories::check;
use expect_test::expect;

#[test]
fn cause_then_plan_then_approval_then_measures() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause",
        expect![[r#"
            officer             propose plan                 B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-25",
        expect![[r#"
            leader              approve plan                 B2.1    due 2026-03-09
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-25; +1 Director approves plan",
        expect![[r#"
            colleague           report measure done          B2.1    due 2026-03-20
            second              report measure done          B2.1    due 2026-03-25
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; +3 QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-25; +1 Director approves plan; \
         colleague reports measure 0; second reports measure 1",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn no_plan_before_the_cause() {
    check(
        "letter 2026-03-02; [assessed]; officer plans; Director approves plan",
        expect![[r#"
            (officer may not propose plan: B2.1 cause first)
            (Director may not approve plan: B2.1 plan first)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn leadership_returns_a_plan_with_a_reason() {
    check(
        "letter 2026-03-02; register acknowledges; [caused]; officer plans; +1 deputy returns plan",
        expect![[r#"
            officer             propose plan                 B2.1    due 2026-03-05
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [caused]; officer plans; +1 deputy returns plan; \
         officer plans colleague:2026-03-20; Director approves plan",
        expect![[r#"
            colleague           report measure done          B2.1    due 2026-03-20
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nobody_approves_what_he_proposed_not_even_an_earlier_version() {
    check(
        "staff: deputy is case_officer; letter 2026-03-02; all declare; QMR assesses officer deputy; \
         QMR finds cause; deputy plans; deputy approves plan",
        expect![[r#"
            (deputy may not approve plan: S4 both halves)
            leader              approve plan                 B2.1    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR assesses officer deputy; QMR finds cause; deputy plans; \
         Director returns plan; QMR reassigns to officer; officer plans; deputy approves plan; \
         deputy returns plan; Director approves plan",
        expect![[r#"
            (deputy may not approve plan: S4 both halves)
            (deputy may not return plan: S4 both halves)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_doer_reports_his_own_measure_only() {
    check(
        "letter 2026-03-02; [caused]; officer plans colleague:2026-03-20 second:2026-03-25; \
         Director approves plan; second reports measure 0; colleague reports measure 5; \
         officer reports measure 0",
        expect![[r#"
            (second cannot report measure done: measure not your measure)
            (colleague cannot report measure done: measure unknown measure)
            (officer may not report measure done: B2.1 no measure open)
            colleague           report measure done          B2.1    due 2026-03-20
            second              report measure done          B2.1    due 2026-03-25
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn where_a_doer_drops_out_the_case_officer_reports() {
    check(
        "letter 2026-03-02; [caused]; officer plans colleague:2026-03-20; Director approves plan; \
         staff: colleague leaves; officer reports measure 0; officer closes",
        expect![[r#"
            (officer may not close: S7 answer first)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; [caused]; officer plans second:2026-03-20; Director approves plan; \
         second recuses; second reports measure 0; officer reports measure 0",
        expect![[r#"
            (second may not report measure done: S4 barred interest)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_measure_is_given_to_people_who_are_free_and_to_days_to_come() {
    check(
        "letter 2026-03-02 conduct of colleague; all declare; QMR assesses; QMR finds cause; \
         officer plans colleague:2026-03-20 second:2026-03-01",
        expect![[r#"
            (officer cannot propose plan: measures.0.doer person barred, measures.1.by in past)
            officer             propose plan                 B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_unfounded_case_may_have_a_plan_without_measures() {
    check(
        "letter 2026-03-02; [caused]; officer plans; Director approves plan; officer adds evidence; \
         QMR decides unfounded",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_cause_of_a_verbal_case_is_found_by_the_case_officer() {
    check(
        "phone 2026-03-02; all declare; QMR assesses; QMR finds cause; officer finds cause",
        expect![[r#"
            (QMR may not establish cause: B2.1 not your office)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            officer             propose plan                 B2.1    due 2026-03-16
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR assesses; officer finds cause; QMR finds cause",
        expect![[r#"
            (officer may not establish cause: B2.1 not your office)
            officer             propose plan                 B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 result; all declare; QMR assesses; officer finds cause; head finds cause",
        expect![[r#"
            (officer may not establish cause: B2.1 not your office)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            officer             propose plan                 B2.1    due 2026-03-16
            certification head  decide outcome               B2.2    due 2026-03-27
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 confidentiality; all declare; QMR assesses; officer finds cause; \
         QMR finds cause",
        expect![[r#"
            (officer may not establish cause: B2.1 not your office)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            officer             propose plan                 B2.1    due 2026-03-16
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess data breach           B2.7    due 2026-03-05, at 2026-03-05 09:00
            qmr                 investigate leak             B2.7    due 2026-03-16
            qmr                 open corrective action       B2.7    due 2026-03-16
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_is_not_ours_needs_no_plan() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses not_ours",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            requester           draft letter                 S2      due 2026-03-27
        "#]],
    );
}

#[test]
fn leadership_assigns_the_plan_also_otherwise_than_proposed() {
    check(
        "letter 2026-03-02; register acknowledges; [caused]; officer plans officer:2026-03-20; \
         Director approves plan second:2026-03-10 officer:2026-03-20",
        expect![[r#"
            second              report measure done          B2.1    due 2026-03-10
            officer             report measure done          B2.1    due 2026-03-20
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; register acknowledges; [caused]; officer plans officer:2026-03-20; \
         Director approves plan colleague:2026-03-10",
        expect![[r#"
            (register may not acknowledge: S1 not your office)
            (Director cannot approve plan: measures.0.doer person barred)
            leader              approve plan                 B2.1    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
