//! Stories of S12, protection: who sees how much.

use crate::stories::check_sight;
use expect_test::expect;

#[test]
fn an_ordinary_case_is_seen_by_those_whose_office_it_is() {
    check_sight(
        "letter 2026-03-02",
        expect![[r#""#]],
    );
}

#[test]
fn a_protected_case_is_closed_to_everyone_not_on_it() {
    check_sight(
        "letter 2026-03-02 conduct of colleague",
        expect![[r#""#]],
    );
    check_sight(
        "letter 2026-03-02 confidentiality; [assessed]",
        expect![[r#""#]],
    );
}

#[test]
fn the_subject_sees_the_allegation_only_also_where_he_holds_office() {
    check_sight(
        "letter 2026-03-02 conduct of QMR of register",
        expect![[r#""#]],
    );
}

#[test]
fn a_blocked_director_sees_a_protected_case_no_more() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; Director declares an interest",
        expect![[r#""#]],
    );
    check_sight(
        "letter 2026-03-02 conduct of Director",
        expect![[r#""#]],
    );
}

#[test]
fn who_declared_an_interest_sees_it_masked() {
    check_sight(
        "letter 2026-03-02; QMR declares an interest",
        expect![[r#""#]],
    );
}

#[test]
fn what_another_statute_governs_is_sealed() {
    check_sight(
        "letter 2026-03-02; all declare; QMR assesses other_statute",
        expect![[r#""#]],
    );
}

#[test]
fn the_deputy_sees_a_protected_case_when_there_is_a_plan_and_the_registry_when_there_is_a_letter() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; [caused]; officer plans",
        expect![[r#""#]],
    );
    check_sight(
        "letter 2026-03-02 confidentiality; [planned]; QMR assesses breach; QMR investigates; \
         QMR decides founded; [drafted]; deputy declares; Director signs",
        expect![[r#""#]],
    );
}

#[test]
fn a_doer_sees_what_he_is_to_do() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; [caused]; officer plans second:2026-03-20; \
         Director approves plan",
        expect![[r#""#]],
    );
}

#[test]
fn who_reviews_sees_what_is_reviewed() {
    check_sight(
        "letter 2026-03-02 confidentiality; [planned]; QMR assesses breach; QMR investigates; \
         QMR decides founded; [sent]; QMR records response rejected",
        expect![[r#""#]],
    );
}

#[test]
fn who_approves_a_proposal_sees_it() {
    check_sight(
        "staff: QMR knew; letter 2026-03-02 conduct of colleague client; [assessed]; \
         QMR tells subject; QMR records statement of colleague declined; officer plans; \
         QMR finds cause; officer plans; Director approves plan; QMR proposes founded",
        expect![[r#""#]],
    );
}

#[test]
fn the_head_of_the_unit_sees_what_the_report_needs() {
    check_sight(
        "letter 2026-03-02 conduct of colleague unit",
        expect![[r#""#]],
    );
    check_sight(
        "letter 2026-03-02 unit",
        expect![[r#""#]],
    );
}

#[test]
fn who_left_sees_nothing() {
    check_sight(
        "letter 2026-03-02; staff: QMR leaves",
        expect![[r#""#]],
    );
}
