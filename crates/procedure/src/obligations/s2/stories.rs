//! Stories of S2, ours or not.

use crate::stories::check;
use expect_test::expect;

#[test]
fn it_is_assessed_within_three_days_before_any_inquiry() {
    check(
        "letter 2026-03-02; register acknowledges",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR finds cause; QMR assesses; QMR assesses",
        expect![[r#""#]],
    );
}

#[test]
fn what_is_not_ours_gets_a_signed_answer_with_a_referral() {
    check(
        "letter 2026-03-02 result; register acknowledges; all declare; QMR assesses not_ours",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; all declare; QMR assesses not_ours; [sent]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; all declare; QMR assesses not_ours; \
         [sent]; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn not_ours_without_an_address_is_filed() {
    check(
        "phone 2026-03-02 no-address; promised 2026-03-20; receiver reports to QMR; QMR declares; \
         QMR directs; QMR assesses not_ours; officer answers by voice; deputy declares; \
         deputy files conclusion; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn another_statute_is_handed_over() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses other_statute",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses other_statute; \
         QMR hands over; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn only_what_another_statute_governs_is_handed_over() {
    check(
        "letter 2026-03-02; all declare; QMR hands over; QMR assesses; QMR hands over",
        expect![[r#""#]],
    );
}

#[test]
fn the_assessment_may_be_corrected_until_something_is_signed_or_decided() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses not_ours; \
         QMR drafts for Director; QMR submits; Director returns letter; QMR assesses",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; all declare; QMR assesses not_ours; [drafted]; Director signs; \
         QMR assesses",
        expect![[r#""#]],
    );
}

#[test]
fn the_kind_goes_by_substance_and_only_clients_appeal() {
    check(
        "letter 2026-03-02 appeal third-party; all declare; QMR assesses appeal",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 appeal anonymous; all declare; QMR assesses appeal",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 client grievance; register acknowledges; all declare; QMR assesses appeal",
        expect![[r#""#]],
    );
}

#[test]
fn ours_needs_a_case_officer_and_a_subject() {
    check(
        "letter 2026-03-02; all declare; QMR assesses officer nobody; QMR assesses nothing; \
         QMR assesses officer second",
        expect![[r#""#]],
    );
}

#[test]
fn a_case_officer_is_free_of_the_matter() {
    check(
        "letter 2026-03-02 conduct of officer; all declare; QMR assesses; QMR assesses officer second",
        expect![[r#""#]],
    );
}

#[test]
fn on_an_appeal_nobody_who_took_part_handles() {
    check(
        "letter 2026-03-02 appeal client result; all declare; \
         QMR names participants officer:review chief; QMR assesses; QMR assesses complaint",
        expect![[r#""#]],
    );
}
