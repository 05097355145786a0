//! Stories of B2.7, confidentiality.

use crate::stories::check;
use expect_test::expect;

#[test]
fn investigation_seventy_two_hours_and_a_corrective_action() {
    check(
        "email 2026-03-02 confidentiality",
        expect![[r#""#]],
    );
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]",
        expect![[r#""#]],
    );
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]; QMR assesses breach; \
         QMR investigates; QMR tells client; QMR opens action owner officer",
        expect![[r#""#]],
    );
}

#[test]
fn the_hours_run_from_the_first_reading() {
    check(
        "email 2026-03-01 confidentiality registered 2026-03-02 read 2026-03-01T16:30",
        expect![[r#""#]],
    );
}

#[test]
fn no_leak_and_no_data_touch_no_client() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]; QMR tells client; \
         QMR assesses breach no-data; QMR investigates no-leak; QMR tells client; QMR opens action",
        expect![[r#""#]],
    );
}

#[test]
fn no_outcome_before_the_investigation() {
    check(
        "email 2026-03-02 confidentiality; [planned]; QMR decides founded; QMR investigates; \
         QMR decides founded",
        expect![[r#""#]],
    );
}

#[test]
fn it_never_closes_without_the_action() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [planned]; QMR assesses breach no-data; \
         QMR investigates no-leak; QMR decides unfounded; [sent]; [silence]; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn what_is_not_ours_needs_neither() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; all declare; QMR assesses not_ours",
        expect![[r#""#]],
    );
}

#[test]
fn it_goes_on_when_the_complaint_is_withdrawn() {
    check(
        "email 2026-03-02 confidentiality; QMR acknowledges; [assessed]; QMR withdraws",
        expect![[r#""#]],
    );
}
