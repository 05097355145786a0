//! Stories of S10: the life of a corrective action under QT-07-HTCL.

use crate::stories::actions::check;
use expect_test::expect;

#[test]
fn cause_plan_approval_deeds_review_end() {
    check(
        "2026-03-02 QMR opens",
        expect![[r#"
            head                analyse cause                due 2026-03-16
        "#]],
    );
    check(
        "2026-03-02 QMR opens; head corrects; +3 head analyses",
        expect![[r#"
            head                plan actions                 due 2026-03-16
        "#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20 second:2026-03-27",
        expect![[r#"
            leader              approve actions              due 2026-03-04
        "#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20 second:2026-03-27; \
         2026-03-10 Director approves",
        expect![[r#"
            officer             report action done           due 2026-03-20
            second              report action done           due 2026-03-27
        "#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         2026-03-18 officer reports 0",
        expect![[r#"
            effect reviewer     review effectiveness         due 2026-06-16
        "#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         2026-03-18 officer reports 0; 2026-06-01 QMR reviews effective",
        expect![[r#"
            qmr                 close action                 due 2026-06-02
        "#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         2026-03-18 officer reports 0; 2026-06-01 QMR reviews partly; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn qmr_a_leader_or_the_certification_head_opens_one() {
    check(
        "officer opens; head opens; head opens",
        expect![[r#"
            (officer may not open: S10 not your office)
            (head may not open: S10 already done)
            head                analyse cause                due 2026-03-16
        "#]],
    );
}

#[test]
fn it_needs_a_problem_and_an_owner_who_works_here() {
    check(
        "staff: chief leaves; QMR opens bare; QMR opens owner nobody; QMR opens owner chief; \
         QMR opens owner officer",
        expect![[r#"
            (QMR cannot open: problem missing)
            (QMR cannot open: owner missing)
            (QMR cannot open: owner unknown person)
            officer             analyse cause                due 2026-03-16
        "#]],
    );
}

#[test]
fn owner_or_qmr_corrects_and_analyses() {
    check(
        "QMR opens; officer corrects; officer analyses; head corrects bare; head corrects; \
         QMR corrects; head analyses bare; QMR analyses; head analyses",
        expect![[r#"
            (officer may not correct: S10 not your office)
            (officer may not analyse cause: S10 not your office)
            (head cannot correct: correction missing)
            (QMR may not correct: S10 already done)
            (head cannot analyse cause: cause missing)
            (head may not analyse cause: S10 already done)
            head                plan actions                 due 2026-03-16
        "#]],
    );
}

#[test]
fn a_plan_follows_the_cause_and_names_people_and_days() {
    check(
        "QMR opens; head plans officer:2026-03-20; head analyses; officer plans officer:2026-03-20; \
         head plans; staff: second leaves; head plans second:2026-03-20 officer:2026-03-01; \
         head plans officer:2026-03-20; head plans officer:2026-03-20",
        expect![[r#"
            (head may not plan actions: S10 cause first)
            (officer may not plan actions: S10 not your office)
            (head cannot plan actions: measures missing)
            (head cannot plan actions: measures.0.doer unknown person, measures.1.by in past)
            (head may not plan actions: S10 already done)
            leader              approve actions              due 2026-03-04
        "#]],
    );
}

#[test]
fn nobody_approves_his_own_plan() {
    check(
        "QMR opens; Director approves; head analyses; QMR plans officer:2026-03-20; QMR approves; \
         officer approves; deputy approves; Director approves",
        expect![[r#"
            (Director may not approve actions: S10 plan first)
            (QMR may not approve actions: S10 both halves)
            (officer may not approve actions: S10 not your office)
            (Director may not approve actions: S10 already done)
            officer             report action done           due 2026-03-20
        "#]],
    );
}

#[test]
fn a_plan_may_be_returned_with_a_reason() {
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; QMR returns bare; QMR returns",
        expect![[r#"
            (QMR cannot return actions: reason missing)
            head                plan actions                 due 2026-03-16
        "#]],
    );
}

#[test]
fn each_reports_his_own_deed() {
    check(
        "QMR opens; officer reports 0; head analyses; \
         head plans officer:2026-03-20 second:2026-03-27; Director approves; head reports 0; \
         second reports 0; officer reports 0 bare; officer reports 0; officer reports 0",
        expect![[r#"
            (officer may not report action done: S10 plan first)
            (head may not report action done: S10 no measure open)
            (second cannot report action done: measure not your measure)
            (officer cannot report action done: result missing)
            (officer may not report action done: S10 no measure open)
            second              report action done           due 2026-03-27
        "#]],
    );
}

#[test]
fn its_effect_is_reviewed_by_another_than_the_owner_when_all_is_done() {
    check(
        "QMR opens owner QMR; deputy reviews effective; QMR analyses; QMR plans officer:2026-03-20; \
         Director approves; deputy reviews effective; officer reports 0; auditor reviews effective; \
         QMR reviews effective; deputy reviews effective bare; deputy reviews effective; \
         deputy reviews effective",
        expect![[r#"
            (deputy may not review effectiveness: S10 plan first)
            (deputy may not review effectiveness: S10 duties left)
            (auditor may not review effectiveness: S10 not your office)
            (QMR may not review effectiveness: S10 both halves)
            (deputy cannot review effectiveness: reasons missing)
            (deputy may not review effectiveness: S10 already done)
            qmr                 close action                 due 2026-03-03
        "#]],
    );
}

#[test]
fn not_effective_leads_back_to_the_cause() {
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         officer reports 0; 2026-06-01 QMR reviews not_effective",
        expect![[r#"
            head                analyse cause                due 2026-06-15
        "#]],
    );
}

#[test]
fn that_none_is_needed_takes_a_reason_from_qmr() {
    check(
        "QMR opens; head needs none; QMR needs none bare; QMR needs none; QMR needs none; \
         head analyses",
        expect![[r#"
            (head may not conclude none needed: S10 not your office)
            (QMR cannot conclude none needed: reason missing)
            (QMR may not conclude none needed: S10 already done)
            (head may not analyse cause: S10 already done)
            qmr                 close action                 due 2026-03-03
        "#]],
    );
    check(
        "QMR opens; QMR needs none; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn it_ends_only_after_its_review() {
    check(
        "QMR opens; QMR closes; QMR needs none; head closes; QMR closes; QMR corrects",
        expect![[r#"
            (QMR may not close action: S10 duties left)
            (head may not close action: S10 not your office)
            (QMR may not correct: S10 closed)
            closed
        "#]],
    );
}

#[test]
fn it_is_opened_again_with_a_reason() {
    check(
        "QMR opens; QMR reopens; QMR needs none; QMR closes; 2026-05-04 head reopens; \
         QMR reopens bare; QMR reopens",
        expect![[r#"
            (QMR may not reopen action: S10 not closed)
            (head may not reopen action: S10 not your office)
            (QMR cannot reopen action: reason missing)
            head                analyse cause                due 2026-05-18
        "#]],
    );
}

#[test]
fn another_case_leads_to_it_also_when_it_has_ended() {
    check(
        "officer links; QMR opens; officer links; QMR links nothing; QMR links; QMR needs none; \
         QMR closes; head links",
        expect![[r#"
            (officer may not link: S10 not received)
            (officer may not link: S10 not your office)
            (QMR cannot link: case missing)
            closed
        "#]],
    );
}

#[test]
fn whom_the_case_is_about_does_nothing_in_its_action() {
    check(
        "about QMR; head opens; QMR needs none; officer needs none; Director needs none; QMR closes; deputy closes",
        expect![[r#"
            (QMR may not conclude none needed: S4 barred subject)
            (officer may not conclude none needed: S10 not your office)
            (QMR may not close action: S4 barred subject)
            closed
        "#]],
    );
    check(
        "about head; QMR opens; head analyses; QMR analyses; head plans officer:2026-03-20",
        expect![[r#"
            (head may not analyse cause: S4 barred subject)
            (head may not plan actions: S4 barred subject)
            head                plan actions                 due 2026-03-16
        "#]],
    );
}

#[test]
fn for_a_doer_who_left_the_owner_reports() {
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; head reports 0; \
         staff: officer leaves; head reports 0",
        expect![[r#"
            (head may not report action done: S10 no measure open)
            effect reviewer     review effectiveness         due 2026-06-01
        "#]],
    );
}
