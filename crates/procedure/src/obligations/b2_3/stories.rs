//! Stories of B2.3, the written reply.

use crate::stories::check;
use expect_test::expect;

#[test]
fn draft_submission_signature_number_dispatch() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; QMR submits",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; \
         QMR submits; Director signs",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; \
         QMR submits; Director signs; +1 clerk numbers",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; +1 QMR drafts for Director; \
         QMR submits; Director signs; +1 clerk numbers; clerk dispatches",
        expect![[r#""#]],
    );
}

#[test]
fn the_signer_returns_it_with_remarks() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; +1 Director returns letter",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; Director returns letter; \
         QMR drafts for deputy; QMR submits; Director signs; deputy signs",
        expect![[r#""#]],
    );
}

#[test]
fn each_step_waits_for_the_one_before() {
    check(
        "letter 2026-03-02; QMR declares; QMR drafts for Director; [planned]; \
         QMR drafts for Director; someone decides founded; QMR submits; clerk numbers; \
         QMR drafts for Director; Director signs; QMR submits; clerk dispatches; Director signs; \
         clerk dispatches; clerk numbers; clerk numbers; clerk dispatches",
        expect![[r#""#]],
    );
}

#[test]
fn no_letter_is_submitted_before_the_plan_is_approved() {
    check(
        "letter 2026-03-02; [caused]; QMR decides founded; QMR drafts for Director; QMR submits; \
         officer plans; Director approves plan; QMR submits",
        expect![[r#""#]],
    );
}

#[test]
fn what_is_signed_is_what_was_submitted() {
    check(
        "letter 2026-03-02; [decided]; [drafted]; Director signs wrongly; Director signs",
        expect![[r#""#]],
    );
}

#[test]
fn a_number_is_a_number_with_a_symbol() {
    check(
        "letter 2026-03-02; [decided]; [drafted]; Director signs; clerk numbers 0 nameless; \
         clerk numbers 0",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_signs_what_he_drafted() {
    check(
        "staff: QMR signs tuq; letter 2026-03-02; [decided]; QMR drafts for QMR",
        expect![[r#""#]],
    );
    check(
        "staff: second stands-for QMR; staff: QMR signs tuq; letter 2026-03-02; [decided]; \
         QMR drafts for Director; second drafts for QMR; second submits; QMR signs; \
         QMR returns letter; Director returns letter",
        expect![[r#""#]],
    );
}

#[test]
fn only_who_has_authority_signs() {
    check(
        "letter 2026-03-02; [decided]; QMR drafts for chief; QMR drafts for deputy; QMR submits; \
         chief returns letter",
        expect![[r#""#]],
    );
    check(
        "staff: deputy signs-nothing; letter 2026-03-02; [decided]; QMR drafts for deputy; \
         QMR drafts for Director; QMR submits; deputy returns letter",
        expect![[r#""#]],
    );
}

#[test]
fn a_letter_that_came_back_goes_out_again() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; 2026-03-09 clerk records post returned",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; \
         2026-03-09 clerk records post returned; clerk dispatches by_hand; \
         clerk records post delivered",
        expect![[r#""#]],
    );
}

#[test]
fn resending_what_came_back_never_sends_what_is_not_signed() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; clerk records post returned; \
         expert reviews unfounded; QMR drafts for deputy; clerk dispatches by_hand",
        expect![[r#""#]],
    );
}

#[test]
fn an_issued_letter_is_replaced_by_another() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; +2 QMR replaces letter",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; +2 QMR replaces letter; \
         QMR drafts for deputy; QMR submits; deputy signs; clerk numbers 13; clerk dispatches",
        expect![[r#""#]],
    );
}

#[test]
fn only_what_was_issued_is_replaced() {
    check(
        "letter 2026-03-02; [decided]; [drafted]; QMR replaces letter",
        expect![[r#""#]],
    );
}

#[test]
fn every_appeal_is_answered_by_letter_also_a_verbal_one() {
    check(
        "phone 2026-03-02 client appeal result; promised 2026-03-30; receiver reports to QMR; \
         QMR declares; QMR directs; [assessed]; QMR names participants chief; [planned]; \
         someone decides unfounded; officer answers by voice",
        expect![[r#""#]],
    );
}

#[test]
fn without_an_address_a_signed_conclusion_is_filed() {
    check(
        "letter 2026-03-02 unreachable; [decided]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 unreachable; [decided]; deputy files conclusion; QMR closes",
        expect![[r#""#]],
    );
    check(
        "email 2026-03-02 no-address; register acknowledges; [decided]; officer answers by voice; \
         deputy files conclusion; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn with_an_address_no_conclusion_is_filed() {
    check(
        "letter 2026-03-02; [decided]; deputy files conclusion",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 no-address; [decided]; deputy files conclusion",
        expect![[r#""#]],
    );
}

#[test]
fn a_group_without_a_representative_gets_the_letter_at_every_address() {
    check(
        "letter 2026-03-02 group; register acknowledges; [decided]; [drafted]; Director signs; \
         clerk numbers; clerk dispatches; clerk dispatches everywhere",
        expect![[r#""#]],
    );
}

#[test]
fn who_withheld_his_name_is_answered_through_the_forwarder() {
    check(
        "authority 2026-03-02 withheld; register acknowledges; [answered]",
        expect![[r#""#]],
    );
}

#[test]
fn an_incoming_document_has_its_number() {
    check(
        "letter 2026-03-02; clerk records incoming 0; clerk records incoming 31; \
         clerk records incoming 32",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02; clerk records incoming 31",
        expect![[r#""#]],
    );
}
