//! Stories of S12, protection: who sees how much.

use crate::stories::check_sight;
use expect_test::expect;

#[test]
fn an_ordinary_case_is_seen_by_those_whose_office_it_is() {
    check_sight(
        "letter 2026-03-02",
        expect![[r#"
            full        receiver register Director clerk auditor
            heading     QMR head deputy
            nothing     officer second chief colleague board expert admin
        "#]],
    );
}

#[test]
fn a_protected_case_is_closed_to_everyone_not_on_it() {
    check_sight(
        "letter 2026-03-02 conduct of colleague",
        expect![[r#"
            full        receiver Director
            allegation  colleague
            heading     QMR
            masked      register clerk auditor
            nothing     head officer second deputy chief board expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02 confidentiality; [assessed]",
        expect![[r#"
            full        receiver QMR Director
            heading     officer
            masked      register clerk auditor
            nothing     head second deputy chief colleague board expert admin
        "#]],
    );
}

#[test]
fn the_subject_sees_the_allegation_only_also_where_he_holds_office() {
    check_sight(
        "letter 2026-03-02 conduct of QMR of register",
        expect![[r#"
            full        receiver Director
            allegation  register QMR
            masked      clerk auditor
            nothing     head officer second deputy chief colleague board expert admin
        "#]],
    );
}

#[test]
fn a_blocked_director_sees_a_protected_case_no_more() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; Director declares an interest",
        expect![[r#"
            full        receiver
            allegation  colleague
            heading     QMR board
            masked      register Director clerk auditor
            nothing     head officer second deputy chief expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02 conduct of Director",
        expect![[r#"
            full        receiver
            allegation  Director
            heading     QMR board
            masked      register clerk auditor
            nothing     head officer second deputy chief colleague expert admin
        "#]],
    );
}

#[test]
fn who_declared_an_interest_sees_it_masked() {
    check_sight(
        "letter 2026-03-02; QMR declares an interest",
        expect![[r#"
            full        receiver register Director clerk auditor
            heading     head deputy
            masked      QMR
            nothing     officer second chief colleague board expert admin
        "#]],
    );
}

#[test]
fn what_another_statute_governs_is_sealed() {
    check_sight(
        "letter 2026-03-02; all declare; QMR assesses other_statute",
        expect![[r#"
            full        receiver QMR Director
            masked      register clerk auditor
            nothing     head officer second deputy chief colleague board expert admin
        "#]],
    );
}

#[test]
fn the_deputy_sees_a_protected_case_when_there_is_a_plan_and_the_registry_when_there_is_a_letter() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; [caused]; officer plans",
        expect![[r#"
            full        receiver QMR officer Director
            allegation  colleague
            heading     deputy
            masked      register clerk auditor
            nothing     head second chief board expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02 confidentiality; [planned]; QMR assesses breach; QMR investigates; \
         QMR decides founded; [drafted]; deputy declares; Director signs",
        expect![[r#"
            full        receiver QMR officer Director deputy clerk
            masked      register auditor
            nothing     head second chief colleague board expert admin
        "#]],
    );
}

#[test]
fn a_doer_sees_what_he_is_to_do() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; [caused]; officer plans second:2026-03-20; \
         Director approves plan",
        expect![[r#"
            full        receiver QMR officer second Director
            allegation  colleague
            heading     deputy
            masked      register clerk auditor
            nothing     head chief board expert admin
        "#]],
    );
}

#[test]
fn who_reviews_sees_what_is_reviewed() {
    check_sight(
        "letter 2026-03-02 confidentiality; [planned]; QMR assesses breach; QMR investigates; \
         QMR decides founded; [sent]; QMR records response rejected",
        expect![[r#"
            full        receiver QMR officer Director clerk
            heading     deputy board expert
            masked      register auditor
            nothing     head second chief colleague admin
        "#]],
    );
}

#[test]
fn who_approves_a_proposal_sees_it() {
    check_sight(
        "staff: QMR knew; letter 2026-03-02 conduct of colleague client; [assessed]; \
         QMR tells subject; QMR records statement of colleague declined; officer plans; \
         QMR finds cause; officer plans; Director approves plan; QMR proposes founded",
        expect![[r#"
            (officer may not propose plan: B2.1 cause first)
            full        receiver QMR officer Director
            allegation  colleague
            heading     deputy board expert
            masked      register clerk auditor
            nothing     head second chief admin
        "#]],
    );
}

#[test]
fn the_head_of_the_unit_sees_what_the_report_needs() {
    check_sight(
        "letter 2026-03-02 conduct of colleague unit",
        expect![[r#"
            full        receiver Director
            report      chief
            allegation  colleague
            heading     QMR
            masked      register clerk auditor
            nothing     head officer second deputy board expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02 unit",
        expect![[r#"
            full        receiver register Director clerk auditor
            report      chief
            heading     QMR head deputy
            nothing     officer second colleague board expert admin
        "#]],
    );
}

#[test]
fn who_left_sees_nothing() {
    check_sight(
        "letter 2026-03-02; staff: QMR leaves",
        expect![[r#"
            full        receiver register Director clerk auditor
            heading     head deputy
            nothing     QMR officer second chief colleague board expert admin
        "#]],
    );
}

#[test]
fn the_certification_head_sees_the_protected_case_he_settles() {
    check_sight(
        "letter 2026-03-02 conduct result of colleague",
        expect![[r#"
            full        receiver Director
            allegation  colleague
            heading     QMR head
            masked      register clerk auditor
            nothing     officer second deputy chief board expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02 conduct result of colleague; head declares an interest",
        expect![[r#"
            full        receiver Director
            allegation  colleague
            heading     QMR
            masked      register head clerk auditor
            nothing     officer second deputy chief board expert admin
        "#]],
    );
}

#[test]
fn what_is_sealed_is_sealed_for_the_certification_head_too() {
    check_sight(
        "letter 2026-03-02 result; all declare; QMR assesses other_statute",
        expect![[r#"
            full        receiver QMR Director
            masked      register clerk auditor
            nothing     head officer second deputy chief colleague board expert admin
        "#]],
    );
}

#[test]
fn the_registry_keeps_a_protected_case_whose_letter_it_sent() {
    check_sight(
        "letter 2026-03-02 confidentiality; [planned]; QMR assesses breach; QMR investigates; \
         QMR decides founded; [sent]",
        expect![[r#"
            full        receiver QMR officer Director clerk
            heading     deputy
            masked      register auditor
            nothing     head second chief colleague board expert admin
        "#]],
    );
}

#[test]
fn the_registry_knows_of_a_letter_that_waits_for_its_incoming_number() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; clerk records incoming",
        expect![[r#"
            full        receiver Director
            allegation  colleague
            heading     QMR
            masked      register auditor
            nothing     head officer second deputy clerk chief board expert admin
        "#]],
    );
}

#[test]
fn who_handles_decides_or_signs_declares_before_seeing() {
    check_sight(
        "letter 2026-03-02 conduct of colleague; QMR declares",
        expect![[r#"
            full        receiver QMR Director
            allegation  colleague
            masked      register clerk auditor
            nothing     head officer second deputy chief board expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02; [assessed]; QMR reassigns to second",
        expect![[r#"
            full        receiver register QMR Director clerk auditor
            heading     head second deputy
            nothing     officer chief colleague board expert admin
        "#]],
    );
}

#[test]
fn what_is_settled_or_over_asks_nobody_to_declare() {
    check_sight(
        "phone 2026-03-02 conduct of colleague; explained, satisfied",
        expect![[r#"
            full        receiver QMR Director
            allegation  colleague
            masked      register auditor
            nothing     head officer second deputy clerk chief board expert admin
        "#]],
    );
    check_sight(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes",
        expect![[r#"
            full        receiver register QMR head officer Director deputy clerk auditor
            nothing     second chief colleague board expert admin
        "#]],
    );
}

#[test]
fn whoever_holds_also_an_office_that_only_keeps_or_leads_need_not_declare_to_see() {
    check_sight(
        "staff: QMR is director; letter 2026-03-02 conduct of colleague",
        expect![[r#"
            full        receiver QMR Director
            allegation  colleague
            heading     register
            masked      clerk auditor
            nothing     head officer second deputy chief board expert admin
        "#]],
    );
}
