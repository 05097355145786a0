//! Stories of S2, ours or not.

use crate::stories::check;
use expect_test::expect;

#[test]
fn it_is_assessed_within_three_days_before_any_inquiry() {
    check(
        "letter 2026-03-02; register acknowledges",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR finds cause; QMR assesses; QMR assesses",
        expect![[r#"
            (QMR may not establish cause: S2 assess first)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_is_not_ours_gets_a_signed_answer_with_a_referral() {
    check(
        "letter 2026-03-02 result; register acknowledges; all declare; QMR assesses not_ours",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            requester           draft letter                 S2      due 2026-03-27
        "#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; all declare; QMR assesses not_ours; [sent]",
        expect![[r#"
            nothing left to do
        "#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; all declare; QMR assesses not_ours; \
         [sent]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn not_ours_without_an_address_is_filed() {
    check(
        "phone 2026-03-02 no-address; promised 2026-03-20; receiver reports to QMR; QMR declares; \
         QMR directs; QMR assesses not_ours; officer answers by voice; deputy declares; \
         deputy files conclusion; QMR closes",
        expect![[r#"
            (officer may not answer by voice: S2 not ours)
            closed
        "#]],
    );
}

#[test]
fn another_statute_is_handed_over() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses other_statute",
        expect![[r#"
            qmr                 hand over                    B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            qmr                 hand over                    S2      due 2026-03-05
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses other_statute; \
         QMR hands over; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn only_what_another_statute_governs_is_handed_over() {
    check(
        "letter 2026-03-02; all declare; QMR hands over; QMR assesses; QMR hands over",
        expect![[r#"
            (QMR may not hand over: S2 assess first)
            (QMR may not hand over: S2 other road)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_assessment_may_be_corrected_until_something_is_signed_or_decided() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses not_ours; \
         QMR drafts for Director; QMR submits; Director returns letter; QMR assesses",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR assesses not_ours; [drafted]; Director signs; \
         QMR assesses",
        expect![[r#"
            (QMR may not assess: S2 already done)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
            registry            number letter                S2      due 2026-03-03
        "#]],
    );
}

#[test]
fn the_kind_goes_by_substance_and_only_clients_appeal() {
    check(
        "letter 2026-03-02 appeal third-party; all declare; QMR assesses appeal",
        expect![[r#"
            (QMR cannot assess: kind only clients appeal)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 appeal anonymous; all declare; QMR assesses appeal",
        expect![[r#"
            (QMR cannot assess: kind only clients appeal)
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
    check(
        "letter 2026-03-02 client grievance; register acknowledges; all declare; QMR assesses appeal",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn ours_needs_a_case_officer_and_a_subject() {
    check(
        "letter 2026-03-02; all declare; QMR assesses officer nobody; QMR assesses nothing; \
         QMR assesses officer second",
        expect![[r#"
            (QMR cannot assess: case_officer missing)
            (QMR cannot assess: subjects no subject)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_case_officer_is_free_of_the_matter() {
    check(
        "letter 2026-03-02 conduct of officer; all declare; QMR assesses; QMR assesses officer second",
        expect![[r#"
            (QMR cannot assess: case_officer person barred)
            qmr                 establish cause              B2.1    due 2026-03-16
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
fn on_an_appeal_nobody_who_took_part_handles() {
    check(
        "letter 2026-03-02 appeal client result; all declare; \
         QMR names participants officer:review chief; QMR assesses; QMR assesses complaint",
        expect![[r#"
            (QMR cannot assess: case_officer person barred)
            certification head  establish cause              B2.1    due 2026-03-16
            certification head  decide outcome               B2.2    due 2026-03-27
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
