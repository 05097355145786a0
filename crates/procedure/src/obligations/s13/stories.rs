//! Stories of S13, withdrawal, annulment, linking, correction, reopening.

use crate::stories::check;
use expect_test::expect;

#[test]
fn a_withdrawn_case_gets_a_short_signed_notice() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR withdraws",
        expect![[r#"
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR withdraws; [sent]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "phone 2026-03-02 no-address; receiver withdraws; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn result_confidentiality_and_safety_go_on_of_the_bodys_own_motion() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR withdraws; [sent]",
        expect![[r#"
            certification head  establish cause              B2.1    due 2026-03-16
            certification head  decide outcome               B2.2    due 2026-03-27
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 name participants            S4      due 2026-03-05
        "#]],
    );
    check(
        "letter 2026-03-02 product safety; register acknowledges; register withdraws",
        expect![[r#"
            qmr                 assess                       S2 S3   due 2026-03-05
            qmr                 alert director               S3      due 2026-03-02
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; register withdraws; QMR declares; QMR assesses",
        expect![[r#"
            (QMR may not assess: S13 withdrawn)
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
}

#[test]
fn a_withdrawal_lies_between_receipt_and_today() {
    check(
        "letter 2026-03-02; register withdraws 2026-03-03; register withdraws 2026-03-01; \
         register withdraws; register withdraws",
        expect![[r#"
            (register cannot withdraw: withdrawn_on in future)
            (register cannot withdraw: withdrawn_on before receipt)
            (register may not withdraw: S13 already done)
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
}

#[test]
fn after_the_answer_nothing_is_withdrawn() {
    check(
        "letter 2026-03-02; [answered]; register withdraws",
        expect![[r#"
            (register may not withdraw: S13 answer given)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn an_annulment_is_asked_for_and_confirmed_by_qmr() {
    check(
        "letter 2026-03-02; register asks annulment duplicate",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
            qmr                 confirm annulment            S13     due 2026-03-04
        "#]],
    );
    check(
        "letter 2026-03-02; QMR declares; QMR annuls; register asks annulment; \
         register asks annulment; QMR annuls; QMR assesses; QMR refuses annulment",
        expect![[r#"
            (QMR may not confirm annulment: S13 ask first)
            (register may not ask annulment: S13 already done)
            (QMR may not assess: S13 annulled)
            (QMR may not refuse annulment: S13 annulled)
            annulled
        "#]],
    );
    check(
        "letter 2026-03-02; register asks annulment spam; QMR declares; QMR refuses annulment",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_was_answered_is_not_annulled() {
    check(
        "letter 2026-03-02; [answered]; register asks annulment",
        expect![[r#"
            (register may not ask annulment: S13 answer given)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn cases_are_linked_not_merged() {
    check(
        "letter 2026-03-02; register acknowledges; register links itself; register links",
        expect![[r#"
            (register cannot link case: case yourself)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_true_day_of_receipt_moves_the_limit() {
    check(
        "letter 2026-03-09; register acknowledges; register corrects receipt 2026-03-10; \
         register corrects receipt 2026-03-02",
        expect![[r#"
            (register cannot correct receipt: received_on in future)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-23
        "#]],
    );
    check(
        "letter 2026-03-09 registered 2026-03-12; register acknowledges; [assessed]; \
         QMR asks extension 2026-04-15; Director grants 2026-04-15; officer tells extension; \
         register corrects receipt 2026-03-02",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-26
            qmr                 dispatch letter              B2.4    due 2026-04-15
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-26
        "#]],
    );
}

#[test]
fn a_new_matter_has_thirty_days_from_its_receipt() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         QMR reopens new_matter; 2026-05-04 QMR reopens new_matter 2026-05-05; \
         QMR reopens new_matter 2026-03-01; QMR reopens new_matter 2026-04-27",
        expect![[r#"
            (QMR cannot reopen: received_on missing)
            (QMR cannot reopen: received_on in future)
            (QMR cannot reopen: received_on before receipt)
            qmr                 dispatch letter              B2.4    due 2026-05-27
            register officer    acknowledge                  S1      due 2026-04-29
            qmr                 assess                       S2 S3   due 2026-05-04
            handler             tell progress                S9      due 2026-05-13
        "#]],
    );
}

#[test]
fn our_error_has_thirty_days_from_reopening() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         2026-05-04 QMR reopens our_error",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-06-03
            register officer    acknowledge                  S1      due 2026-05-06
            qmr                 assess                       S2 S3   due 2026-05-07
            handler             tell progress                S9      due 2026-05-18
        "#]],
    );
}

#[test]
fn only_what_is_closed_is_reopened() {
    check(
        "letter 2026-03-02; QMR declares; QMR reopens our_error",
        expect![[r#"
            (QMR may not reopen: S13 not closed)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_was_settled_is_overturned_not_reopened_for_an_error() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; register reports to QMR; \
         register reports to unit; register closes; QMR declares; QMR reopens our_error; \
         QMR reopens new_matter 2026-03-02",
        expect![[r#"
            (QMR may not reopen: B1.1 settled)
            (QMR may not reopen: B1.1 settled)
            closed
        "#]],
    );
}

#[test]
fn a_qmr_who_came_later_declares_and_reopens() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; \
         staff: nobody is qmr; staff: second is qmr; second reopens our_error",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-23
            register officer    acknowledge                  S1      due 2026-03-26
            qmr                 assess                       S2 S3   due 2026-03-27
            handler             tell progress                S9      due 2026-04-07
        "#]],
    );
}

#[test]
fn an_old_record_owes_nothing_until_it_is_reopened() {
    check(
        "an old record",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "an old record; QMR declares; register acknowledges; QMR reopens new_matter 2026-03-02",
        expect![[r#"
            (register may not acknowledge: S13 old record)
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_address_that_turns_up_later_brings_the_letter() {
    check(
        "letter 2026-03-02 no-address no-phone; [decided]; deputy files conclusion; register corrects complainant address",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-27
        "#]],
    );
    check(
        "letter 2026-03-02 no-address no-phone; [decided]; register corrects complainant address; \
         deputy files conclusion",
        expect![[r#"
            (deputy may not file conclusion: B2.3 address known)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_turns_out_to_be_a_client_may_appeal_and_an_appeal_stays_a_clients() {
    check(
        "letter 2026-03-02; all declare; QMR assesses appeal; register corrects complainant client; QMR assesses appeal; \
         register corrects complainant no-client",
        expect![[r#"
            (QMR cannot assess: kind only clients appeal)
            (register cannot correct complainant: is_client only clients appeal)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 name participants            S4      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_slip_of_form_is_put_right_by_another_letter_and_the_days_stay() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; +2 QMR corrects letter",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
            requester           draft letter                 S13     due 2026-03-11
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; +2 QMR corrects letter; QMR drafts for Director; \
         QMR submits; Director signs; clerk numbers 2; clerk dispatches; QMR replaces letter",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-11
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn the_true_day_of_receipt_is_put_on_record_also_after_the_end() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes; register corrects receipt 2026-02-20",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn while_annulment_is_asked_for_nothing_leaves_the_house() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; Director signs; clerk numbers 1; \
         register asks annulment spam; clerk dispatches; QMR refuses annulment; clerk dispatches",
        expect![[r#"
            (clerk may not dispatch letter: S13 annulment first)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}
