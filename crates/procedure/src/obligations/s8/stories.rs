//! Stories of S8, not satisfied.

use crate::stories::check;
use expect_test::expect;

#[test]
fn a_rejection_gets_one_review_by_others_then_the_notice_of_the_end() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]",
        expect![[r#"
            reviewer            review internally            S8      due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; Director reviews founded; \
         QMR reviews founded; deputy reviews partly; expert reviews partly",
        expect![[r#"
            (Director may not review internally: S4 barred first round)
            (QMR may not review internally: S8 not your office)
            (expert may not review internally: S8 already done)
            requester           draft letter                 S8      due 2026-03-09
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; deputy reviews partly; [sent]",
        expect![[r#"
            handler             record recourse              S8      due 2026-04-01
        "#]],
    );
}

#[test]
fn whoever_handled_an_earlier_round_stays_out_too() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         2026-06-01 QMR reopens our_error; register acknowledges; someone assesses; \
         someone finds cause; someone plans; deputy approves plan; someone decides founded; \
         someone drafts for deputy; someone submits; deputy signs; clerk numbers; clerk dispatches; \
         officer records response rejected; Director reviews founded; deputy reviews founded; \
         expert reviews founded",
        expect![[r#"
            (Director may not review internally: S4 barred first round)
            (deputy may not review internally: S4 barred first round)
            requester           draft letter                 S8      due 2026-06-08
        "#]],
    );
}

#[test]
fn no_review_without_a_rejection() {
    check(
        "letter 2026-03-02; [answered]; expert reviews founded; officer records response satisfied; \
         expert reviews founded",
        expect![[r#"
            (expert may not review internally: S8 response first)
            (expert may not review internally: S8 response first)
            nothing left to do
        "#]],
    );
}

#[test]
fn after_the_review_recourse_is_awaited() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; expert reviews unfounded; [sent]; \
         2026-04-01 clock lapses; 2026-04-02 clock lapses; QMR closes",
        expect![[r#"
            (clock may not lapse: S8 not due yet)
            closed
        "#]],
    );
}

#[test]
fn recourse_taken_outside_keeps_the_case_open_until_its_result() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; expert reviews unfounded; [sent]; \
         2026-03-20 officer records recourse accreditation_body; 2026-06-20 clock lapses",
        expect![[r#"
            (clock may not lapse: S8 other road)
            handler             record recourse result       S8      due 2026-04-20
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; expert reviews unfounded; [sent]; \
         2026-03-20 officer records recourse court; 2026-06-20 officer records recourse result; \
         QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn recourse_may_be_taken_before_any_review() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; officer records recourse court; \
         officer records response satisfied",
        expect![[r#"
            handler             record recourse result       S8      due 2026-04-01
        "#]],
    );
    check(
        "letter 2026-03-02; officer records recourse court; officer records recourse result",
        expect![[r#"
            (officer may not record recourse: S8 answer first)
            (officer may not record recourse result: S8 response first)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_declined_a_notice_still_gets_the_notice_of_the_end() {
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; officer answers by voice declined; officer records response rejected; \
         expert reviews unfounded",
        expect![[r#"
            requester           draft letter                 S8      due 2026-03-09
        "#]],
    );
}

#[test]
fn the_review_hears_whom_it_finds_against() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague; [planned]; \
         QMR decides unfounded; [sent]; officer records response rejected; \
         QMR names concerned colleague second; expert reviews founded",
        expect![[r#"
            (expert may not review internally: S6 hear first)
            qmr                 tell subject                 S6      due 2026-03-05
            reviewer            review internally            S8      due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
