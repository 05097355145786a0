//! Stories of B2.7, confidentiality.

use crate::stories::check;
use expect_test::expect;

#[test]
fn investigation_seventy_two_hours_and_a_corrective_action() {
    check(
        "email 2026-03-02 confidentiality",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess data breach           B2.7    due 2026-03-05, at 2026-03-05 09:00
            qmr                 acknowledge                  S1      due 2026-03-02
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess data breach           B2.7    due 2026-03-05, at 2026-03-05 09:00
            qmr                 investigate leak             B2.7    due 2026-03-16
            qmr                 open corrective action       B2.7    due 2026-03-16
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]; QMR assesses breach; \
         QMR investigates; QMR tells client; QMR opens action owner officer",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_hours_run_from_the_first_reading() {
    check(
        "email 2026-03-01 confidentiality registered 2026-03-02 read 2026-03-01T16:30",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-03-31
            qmr                 assess data breach           B2.7    due 2026-03-04, at 2026-03-04 16:30
            qmr                 acknowledge                  S1      due 2026-03-01
            qmr                 assess                       S2 S3   due 2026-03-04
            handler             tell progress                S9      due 2026-03-13
        "#]],
    );
}

#[test]
fn no_leak_and_no_data_touch_no_client() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]; QMR tells client; \
         QMR assesses breach no-data; QMR investigates no-leak; QMR tells client; QMR opens action",
        expect![[r#"
            (QMR may not tell affected client: B2.7 investigate first)
            (QMR may not tell affected client: B2.7 other road)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn no_outcome_before_the_investigation() {
    check(
        "email 2026-03-02 confidentiality; [planned]; QMR decides founded; QMR investigates; \
         QMR decides founded",
        expect![[r#"
            (QMR may not decide outcome: B2.7 investigate first)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess data breach           B2.7    due 2026-03-05, at 2026-03-05 09:00
            qmr                 tell affected client         B2.7    due 2026-03-03
            qmr                 open corrective action       B2.7    due 2026-03-16
            qmr                 acknowledge                  S1      due 2026-03-02
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn it_never_closes_without_the_action() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [planned]; QMR assesses breach no-data; \
         QMR investigates no-leak; QMR decides unfounded; [sent]; [silence]; QMR closes",
        expect![[r#"
            (QMR may not close: S7 duties left)
            qmr                 open corrective action       B2.7    due 2026-03-16
        "#]],
    );
}

#[test]
fn what_is_not_ours_needs_neither() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; all declare; QMR assesses not_ours",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            requester           draft letter                 S2      due 2026-03-27
        "#]],
    );
}

#[test]
fn it_goes_on_when_the_complaint_is_withdrawn() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]; QMR withdraws",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 assess data breach           B2.7    due 2026-03-05, at 2026-03-05 09:00
            qmr                 investigate leak             B2.7    due 2026-03-16
            qmr                 open corrective action       B2.7    due 2026-03-16
            qmr                 decide outcome               S7      due 2026-03-27
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
}
