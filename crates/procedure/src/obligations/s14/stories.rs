//! Stories of S14, a certified client's product or mark.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_client_is_asked_the_complaint_is_referred_and_measures_are_decided_on() {
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief; \
         QMR asks client 2026-03-01; QMR asks client 2026-03-12; [planned]; QMR decides founded",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief; \
         QMR asks client 2026-03-12; [planned]; QMR decides founded; QMR refers to client; \
         QMR decides measure surveillance; deputy decides measure surveillance",
        expect![[r#""#]],
    );
}

#[test]
fn an_outcome_does_not_spare_asking_the_client() {
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; QMR decides unfounded",
        expect![[r#""#]],
    );
}

#[test]
fn referral_waits_for_the_outcome() {
    check(
        "letter 2026-03-02 product; [assessed]; QMR refers to client; \
         deputy decides measure suspension",
        expect![[r#""#]],
    );
}

#[test]
fn other_subjects_concern_no_client() {
    check(
        "letter 2026-03-02; [assessed]; QMR asks client 2026-03-12",
        expect![[r#""#]],
    );
}
