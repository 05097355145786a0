//! Stories of S10: the life of a corrective action under QT-07-HTCL.

use crate::stories::actions::check;
use expect_test::expect;

#[test]
fn cause_plan_approval_deeds_review_end() {
    check(
        "2026-03-02 QMR opens",
        expect![[r#""#]],
    );
    check(
        "2026-03-02 QMR opens; head corrects; +3 head analyses",
        expect![[r#""#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20 second:2026-03-27",
        expect![[r#""#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20 second:2026-03-27; \
         2026-03-10 Director approves",
        expect![[r#""#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         2026-03-18 officer reports 0",
        expect![[r#""#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         2026-03-18 officer reports 0; 2026-06-01 QMR reviews effective",
        expect![[r#""#]],
    );
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         2026-03-18 officer reports 0; 2026-06-01 QMR reviews partly; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn qmr_a_leader_or_the_certification_head_opens_one() {
    check(
        "officer opens; head opens; head opens",
        expect![[r#""#]],
    );
}

#[test]
fn it_needs_a_problem_and_an_owner_who_works_here() {
    check(
        "staff: chief leaves; QMR opens bare; QMR opens owner nobody; QMR opens owner chief; \
         QMR opens owner officer",
        expect![[r#""#]],
    );
}

#[test]
fn owner_or_qmr_corrects_and_analyses() {
    check(
        "QMR opens; officer corrects; officer analyses; head corrects bare; head corrects; \
         QMR corrects; head analyses bare; QMR analyses; head analyses",
        expect![[r#""#]],
    );
}

#[test]
fn a_plan_follows_the_cause_and_names_people_and_days() {
    check(
        "QMR opens; head plans officer:2026-03-20; head analyses; officer plans officer:2026-03-20; \
         head plans; staff: second leaves; head plans second:2026-03-20 officer:2026-03-01; \
         head plans officer:2026-03-20; head plans officer:2026-03-20",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_approves_his_own_plan() {
    check(
        "QMR opens; Director approves; head analyses; QMR plans officer:2026-03-20; QMR approves; \
         officer approves; deputy approves; Director approves",
        expect![[r#""#]],
    );
}

#[test]
fn a_plan_may_be_returned_with_a_reason() {
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; QMR returns bare; QMR returns",
        expect![[r#""#]],
    );
}

#[test]
fn each_reports_his_own_deed() {
    check(
        "QMR opens; officer reports 0; head analyses; \
         head plans officer:2026-03-20 second:2026-03-27; Director approves; head reports 0; \
         second reports 0; officer reports 0 bare; officer reports 0; officer reports 0",
        expect![[r#""#]],
    );
}

#[test]
fn its_effect_is_reviewed_by_another_than_the_owner_when_all_is_done() {
    check(
        "QMR opens owner QMR; deputy reviews effective; QMR analyses; QMR plans officer:2026-03-20; \
         Director approves; deputy reviews effective; officer reports 0; auditor reviews effective; \
         QMR reviews effective; deputy reviews effective bare; deputy reviews effective; \
         deputy reviews effective",
        expect![[r#""#]],
    );
}

#[test]
fn not_effective_leads_back_to_the_cause() {
    check(
        "QMR opens; head analyses; head plans officer:2026-03-20; Director approves; \
         officer reports 0; 2026-06-01 QMR reviews not_effective",
        expect![[r#""#]],
    );
}

#[test]
fn that_none_is_needed_takes_a_reason_from_qmr() {
    check(
        "QMR opens; head needs none; QMR needs none bare; QMR needs none; QMR needs none; \
         head analyses",
        expect![[r#""#]],
    );
    check(
        "QMR opens; QMR needs none; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn it_ends_only_after_its_review() {
    check(
        "QMR opens; QMR closes; QMR needs none; head closes; QMR closes; QMR corrects",
        expect![[r#""#]],
    );
}

#[test]
fn it_is_opened_again_with_a_reason() {
    check(
        "QMR opens; QMR reopens; QMR needs none; QMR closes; 2026-05-04 head reopens; \
         QMR reopens bare; QMR reopens",
        expect![[r#""#]],
    );
}

#[test]
fn another_case_leads_to_it_also_when_it_has_ended() {
    check(
        "officer links; QMR opens; officer links; QMR links nothing; QMR links; QMR needs none; \
         QMR closes; head links",
        expect![[r#""#]],
    );
}
