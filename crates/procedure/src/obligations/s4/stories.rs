//! Stories of S4, independence.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_decision_and_its_participants_are_on_record_before_any_outcome() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; head opens action; \
         head finds cause; officer plans; Director approves plan; head decides founded",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 appeal client; register acknowledges; [assessed]",
        expect![[r#""#]],
    );
}

#[test]
fn an_empty_list_clears_nobody() {
    check(
        "letter 2026-03-02 result; QMR declares; QMR names participants; \
         QMR names participants unnumbered chief; QMR names participants decided 2026-03-03 chief; \
         QMR names participants chief:evaluation",
        expect![[r#""#]],
    );
}

#[test]
fn who_handled_the_first_case_stays_out_of_a_case_about_its_handling() {
    check(
        "letter 2026-03-02 handling; register acknowledges; [assessed]; \
         QMR names participants chief; QMR names participants QMR:first_handling; QMR finds cause; \
         Director declares; Director puts chief for qmr; chief finds cause",
        expect![[r#""#]],
    );
}

#[test]
fn a_handler_declares_before_he_handles() {
    check(
        "letter 2026-03-02; QMR assesses; QMR declares; QMR declares; QMR assesses",
        expect![[r#""#]],
    );
}

#[test]
fn who_declares_an_interest_does_nothing_else() {
    check(
        "letter 2026-03-02; QMR declares an interest; QMR assesses; QMR names concerned nobody; \
         QMR adds evidence",
        expect![[r#""#]],
    );
}

#[test]
fn qmr_is_replaced_by_whom_the_director_names() {
    check(
        "letter 2026-03-02 conduct of QMR; officer acknowledges; receiver acknowledges",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 conduct of QMR; receiver acknowledges; Director declares; \
         Director puts Director for qmr; Director puts QMR for qmr; \
         Director puts chief for certification_head; Director puts chief for qmr; chief declares; \
         chief assesses",
        expect![[r#""#]],
    );
}

#[test]
fn a_certification_head_is_replaced_by_a_competent_person() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; all declare; \
         QMR names participants head; QMR assesses; Director puts colleague for certification_head; \
         Director puts expert for certification_head; expert finds cause",
        expect![[r#""#]],
    );
}

#[test]
fn a_stand_in_who_leaves_is_replaced() {
    check(
        "letter 2026-03-02 conduct of QMR; Director declares; Director puts chief for qmr; \
         staff: chief leaves",
        expect![[r#""#]],
    );
}

#[test]
fn a_registry_clerk_who_is_complained_about_is_replaced() {
    check(
        "letter 2026-03-02 conduct of clerk; QMR acknowledges; [assessed]; QMR tells subject; \
         clerk records statement of clerk; QMR holds talk; [decided]; [drafted]; Director signs; \
         clerk numbers",
        expect![[r#""#]],
    );
}

#[test]
fn a_case_officer_who_drops_out_is_replaced() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; officer recuses",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; officer recuses; \
         QMR reassigns to officer; QMR reassigns to second; QMR finds cause",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_takes_himself_off_the_list() {
    check(
        "letter 2026-03-02 result conduct of QMR; QMR names concerned nobody; \
         QMR names participants chief",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 result; head declares; head names participants head chief; \
         head names participants chief",
        expect![[r#""#]],
    );
}

#[test]
fn two_calendar_years_of_work_for_the_client_bar_from_deciding() {
    check(
        "staff: QMR knew 2024-03-20; letter 2026-03-02 product; [assessed]; \
         QMR names participants client chief; QMR finds cause; officer plans; \
         Director approves plan; QMR decides founded; QMR proposes founded",
        expect![[r#""#]],
    );
    check(
        "staff: QMR knew 2024-03-02; letter 2026-03-02 product; [assessed]; \
         QMR names participants client chief; QMR finds cause; officer plans; \
         Director approves plan; QMR proposes founded; QMR decides founded",
        expect![[r#""#]],
    );
    check(
        "staff: QMR knew; letter 2026-03-02 client; [planned]; QMR decides founded; \
         QMR proposes founded; Director approves outcome",
        expect![[r#""#]],
    );
}

#[test]
fn a_leader_who_took_part_may_sign_and_no_one_else_who_did() {
    check(
        "letter 2026-03-02 result; [assessed]; QMR names participants Director; [planned]; \
         head decides founded; head opens action; head reports result to QMR; \
         head reports result to leadership; [drafted]; Director signs",
        expect![[r#""#]],
    );
    check(
        "staff: chief signs tl; letter 2026-03-02 result; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; QMR drafts for chief",
        expect![[r#""#]],
    );
}

#[test]
fn a_blocked_directors_mandates_given_after_receipt_are_void() {
    check(
        "staff: deputy signs kt 2026-03-05; letter 2026-03-02 conduct of Director; 2026-03-06; \
         [assessed]; QMR tells subject; Director records statement of Director; QMR finds cause; \
         officer plans; deputy approves plan; QMR decides founded; QMR drafts for deputy; \
         QMR drafts for Director; board records governing letter",
        expect![[r#""#]],
    );
    check(
        "staff: second stands-for Director 2026-03-05; letter 2026-03-02; 2026-03-06; second declares",
        expect![[r#""#]],
    );
    check(
        "staff: second stands-for QMR 2026-03-05; letter 2026-03-02 conduct of Director; 2026-03-06; \
         second declares; QMR declares; second assesses",
        expect![[r#""#]],
    );
}

#[test]
fn where_no_signer_is_left_the_governing_bodys_letter_is_the_reply() {
    check(
        "staff: deputy signs-nothing; letter 2026-03-02 conduct of Director; QMR acknowledges; \
         [assessed]; QMR tells subject; Director records statement of Director; QMR holds talk; \
         [planned]; QMR decides founded; board records governing letter unnumbered; \
         board records governing letter",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; [decided]; Director records governing letter",
        expect![[r#""#]],
    );
}

#[test]
fn a_fact_found_before_the_answer_undoes_the_decision() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; head opens action; head reports result to QMR; \
         head reports result to leadership; [drafted]; Director signs; \
         QMR names participants chief head",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; Director signs; \
         clerk numbers; QMR recuses; clerk dispatches; Director puts chief for qmr; \
         chief decides unfounded; clerk dispatches; chief drafts for deputy",
        expect![[r#""#]],
    );
}

#[test]
fn a_fact_found_after_the_answer_obliges_to_reopen() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; QMR recuses",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; officer closes; \
         QMR recuses; Director puts chief for qmr; chief reopens our_error",
        expect![[r#""#]],
    );
}

#[test]
fn a_fact_found_after_closing_opens_the_case_again() {
    check(
        "letter 2026-03-02 client; register acknowledges; [answered]; [silence]; QMR closes; \
         2026-05-04; staff: QMR knew 2025-06-30",
        expect![[r#""#]],
    );
}
