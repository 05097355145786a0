//! Stories of B2.3, the written reply.

use crate::stories::check;
use expect_test::expect;

#[test]
fn draft_submission_signature_number_dispatch() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director",
        expect![[r#"
            requester           submit letter                B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; QMR submits",
        expect![[r#"
            Director            sign letter                  B2.3    due 2026-03-05
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; \
         QMR submits; Director signs",
        expect![[r#"
            registry            number letter                B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; \
         QMR submits; Director signs; +1 clerk numbers",
        expect![[r#"
            registry            dispatch letter              B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; \
         QMR submits; Director signs; +1 clerk numbers; clerk dispatches",
        expect![[r#"
            handler             record response              S7      due 2026-03-25
        "#]],
    );
}

#[test]
fn the_signer_returns_it_with_remarks() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; +1 Director returns letter",
        expect![[r#"
            requester           submit letter                B2.3    due 2026-03-05
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; Director returns letter; \
         QMR drafts for deputy; QMR submits; Director signs; deputy signs",
        expect![[r#"
            (Director may not sign letter: B2.3 not your office)
            registry            number letter                B2.3    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn each_step_waits_for_the_one_before() {
    check(
        "letter 2026-03-02; QMR declares; QMR drafts for Director; [planned]; \
         QMR drafts for Director; someone decides founded; QMR submits; clerk numbers; \
         QMR drafts for Director; Director signs; QMR submits; clerk dispatches; Director signs; \
         clerk dispatches; clerk numbers; clerk numbers; clerk dispatches",
        expect![[r#"
            (QMR may not draft letter: S2 assess first)
            (QMR may not draft letter: S7 outcome first)
            (QMR may not submit letter: B2.3 draft first)
            (clerk may not number letter: B2.3 sign first)
            (Director may not sign letter: B2.3 submit first)
            (clerk may not dispatch letter: B2.3 number first)
            (clerk may not dispatch letter: B2.3 number first)
            (clerk may not number letter: B2.3 already done)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn no_letter_is_submitted_before_the_plan_is_approved() {
    check(
        "letter 2026-03-02; [caused]; QMR decides founded; QMR drafts for Director; QMR submits; \
         officer plans; Director approves plan; QMR submits",
        expect![[r#"
            (QMR may not submit letter: B2.1 plan first)
            Director            sign letter                  B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_is_signed_is_what_was_submitted() {
    check(
        "letter 2026-03-02; [decided]; [drafted]; Director signs wrongly; Director signs",
        expect![[r#"
            (Director cannot sign letter: digest not what was submitted)
            registry            number letter                B2.3    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_number_is_a_number_with_a_symbol() {
    check(
        "letter 2026-03-02; [decided]; [drafted]; Director signs; clerk numbers 0 nameless; \
         clerk numbers 0",
        expect![[r#"
            (clerk cannot number letter: number unreadable, symbol missing)
            (clerk cannot number letter: number unreadable)
            registry            number letter                B2.3    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nobody_signs_what_he_drafted() {
    check(
        "staff: QMR signs tuq; letter 2026-03-02; [decided]; QMR drafts for QMR",
        expect![[r#"
            (QMR cannot draft letter: signer yourself)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "staff: second stands-for QMR; staff: QMR signs tuq; letter 2026-03-02; [decided]; \
         QMR drafts for Director; second drafts for QMR; second submits; QMR signs; \
         QMR returns letter; Director returns letter",
        expect![[r#"
            (second cannot draft letter: signer person barred)
            (QMR may not sign letter: B2.3 not your office)
            (QMR may not return letter: S4 both halves)
            requester           submit letter                B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn only_who_has_authority_signs() {
    check(
        "letter 2026-03-02; [decided]; QMR drafts for chief; QMR drafts for deputy; QMR submits; \
         chief returns letter",
        expect![[r#"
            (QMR cannot draft letter: signer person barred)
            (chief may not return letter: B2.3 not your office)
            deputy              sign letter                  B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "staff: deputy signs-nothing; letter 2026-03-02; [decided]; QMR drafts for deputy; \
         QMR drafts for Director; QMR submits; deputy returns letter",
        expect![[r#"
            (QMR cannot draft letter: signer person barred)
            (deputy may not return letter: B2.3 no authority)
            Director            sign letter                  B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_letter_that_came_back_goes_out_again() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; 2026-03-09 clerk records post returned",
        expect![[r#"
            registry            dispatch letter              B2.3    due 2026-03-10
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; \
         2026-03-09 clerk records post returned; clerk dispatches by_hand; \
         clerk records post delivered",
        expect![[r#"
            handler             record response              S7      due 2026-03-30
        "#]],
    );
}

#[test]
fn resending_what_came_back_never_sends_what_is_not_signed() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; clerk records post returned; \
         expert reviews unfounded; QMR drafts for deputy; clerk dispatches by_hand",
        expect![[r#"
            requester           submit letter                S8      due 2026-03-09
        "#]],
    );
}

#[test]
fn an_issued_letter_is_replaced_by_another() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; +2 QMR replaces letter",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-11
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; +2 QMR replaces letter; \
         QMR drafts for deputy; QMR submits; deputy signs; clerk numbers 13; clerk dispatches",
        expect![[r#"
            handler             record response              S7      due 2026-03-25
        "#]],
    );
}

#[test]
fn only_what_was_issued_is_replaced() {
    check(
        "letter 2026-03-02; [decided]; [drafted]; QMR replaces letter",
        expect![[r#"
            (QMR may not replace letter: S13 sign first)
            Director            sign letter                  B2.3    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn every_appeal_is_answered_by_letter_also_a_verbal_one() {
    check(
        "phone 2026-03-02 client appeal result; promised 2026-03-30; receiver reports to QMR; \
         QMR declares; QMR directs; [assessed]; QMR names participants chief; [planned]; \
         someone decides unfounded; officer answers by voice",
        expect![[r#"
            (officer may not answer by voice: B2.3 letter needed)
            receiver            tell progress                B1.2    due 2026-03-30
            certification head  report result to qmr         B2.2    due 2026-03-03
            certification head  report result to leadership  B2.2    due 2026-03-03
            certification head  open corrective action       B2.2    due 2026-03-16
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn without_an_address_a_signed_conclusion_is_filed() {
    check(
        "letter 2026-03-02 unreachable; [decided]",
        expect![[r#"
            leader              file conclusion              B2.3    due 2026-04-01
            qmr                 file conclusion              B2.4    due 2026-04-01
        "#]],
    );
    check(
        "letter 2026-03-02 unreachable; [decided]; deputy files conclusion; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "email 2026-03-02 no-address; register acknowledges; [decided]; officer answers by voice; \
         deputy files conclusion; QMR closes",
        expect![[r#"
            (officer may not answer by voice: B2.3 letter needed)
            (QMR may not close: S7 duties left)
            handler             answer by voice              S7      due 2026-03-09
        "#]],
    );
}

#[test]
fn with_an_address_no_conclusion_is_filed() {
    check(
        "letter 2026-03-02; [decided]; deputy files conclusion",
        expect![[r#"
            (deputy may not file conclusion: B2.3 address known)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 no-address; [decided]; deputy files conclusion",
        expect![[r#"
            (deputy may not file conclusion: B2.3 address known)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_group_without_a_representative_gets_the_letter_at_every_address() {
    check(
        "letter 2026-03-02 group; register acknowledges; [decided]; [drafted]; Director signs; \
         clerk numbers; clerk dispatches; clerk dispatches everywhere",
        expect![[r#"
            (clerk cannot dispatch letter: to_every_address missing)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn who_withheld_his_name_is_answered_through_the_forwarder() {
    check(
        "authority 2026-03-02 withheld; register acknowledges; [answered]",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
            handler             report to forwarder          S9      due 2026-03-09
        "#]],
    );
}

#[test]
fn an_incoming_document_has_its_number() {
    check(
        "letter 2026-03-02; clerk records incoming 0; clerk records incoming 31; \
         clerk records incoming 32",
        expect![[r#"
            (clerk cannot record incoming: incoming_number unreadable)
            (clerk may not record incoming: B2.3 already done)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02; clerk records incoming 31",
        expect![[r#"
            (clerk may not record incoming: B2.3 other road)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
