//! Stories of S5, evidence.

use crate::stories::check;
use expect_test::expect;

#[test]
fn no_decision_without_evidence_or_a_reason() {
    check(
        "letter 2026-03-02; [planned]; QMR decides founded bare; officer adds evidence; \
         QMR decides founded bare",
        expect![[r#"
            (QMR cannot decide outcome: no_evidence_reason needs reason)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nor_a_review() {
    check(
        "letter 2026-03-02; [rejected]; expert reviews unfounded bare; expert reviews unfounded",
        expect![[r#"
            (expert cannot review internally: no_evidence_reason needs reason)
            requester           draft letter                 S8      due 2026-03-09
        "#]],
    );
}

#[test]
fn anyone_on_the_case_may_bring_evidence_also_who_is_complained_about() {
    check(
        "letter 2026-03-02 conduct of colleague; colleague adds evidence; second adds evidence; \
         officer adds evidence 2026-03-03",
        expect![[r#"
            (second may not add evidence: S5 not your office)
            (officer may not add evidence: S5 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
