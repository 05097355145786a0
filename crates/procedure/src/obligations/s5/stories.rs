//! Stories of S5, evidence.

use crate::stories::check;
use expect_test::expect;

#[test]
fn no_decision_without_evidence_or_a_reason() {
    check(
        "letter 2026-03-02; [planned]; QMR decides founded bare; officer adds evidence; \
         QMR decides founded bare",
        expect![[r#""#]],
    );
}

#[test]
fn nor_a_review() {
    check(
        "letter 2026-03-02; [rejected]; expert reviews unfounded bare; expert reviews unfounded",
        expect![[r#""#]],
    );
}

#[test]
fn anyone_on_the_case_may_bring_evidence_also_who_is_complained_about() {
    check(
        "letter 2026-03-02 conduct of colleague; colleague adds evidence; second adds evidence; \
         officer adds evidence 2026-03-03",
        expect![[r#""#]],
    );
}
