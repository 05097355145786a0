//! Stories of S4, independence.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_decision_and_its_participants_are_on_record_before_any_outcome() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; head opens action; \
         head finds cause; officer plans; Director approves plan; head decides founded",
        expect![[r#"
            (Director may not approve plan: S4 participants first)
            (head may not decide outcome: S4 participants first)
            leader              approve plan                 B2.1    due 2026-03-04
            certification head  decide outcome               B2.2    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
        "#]],
    );
    check(
        "letter 2026-03-02 appeal client; register acknowledges; [assessed]",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_empty_list_clears_nobody() {
    check(
        "letter 2026-03-02 result; QMR declares; QMR names participants; \
         QMR names participants unnumbered chief; QMR names participants decided 2026-03-03 chief; \
         QMR names participants chief:evaluation",
        expect![[r#"
            (QMR cannot name participants: people missing)
            (QMR cannot name participants: decision_number missing)
            (QMR cannot name participants: decided_on in future)
            (QMR cannot name participants: people missing)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_handled_the_first_case_stays_out_of_a_case_about_its_handling() {
    check(
        "letter 2026-03-02 handling; register acknowledges; [assessed]; \
         QMR names participants chief; QMR names participants QMR:first_handling; QMR finds cause; \
         Director declares; Director puts chief for qmr; chief finds cause",
        expect![[r#"
            (QMR cannot name participants: people missing)
            (QMR may not establish cause: S4 barred first round)
            officer             propose plan                 B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_handler_declares_before_he_handles() {
    check(
        "letter 2026-03-02; QMR assesses; QMR declares; QMR declares; QMR assesses",
        expect![[r#"
            (QMR may not assess: S4 declare first)
            (QMR may not declare interest: S4 already done)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_declares_an_interest_does_nothing_else() {
    check(
        "letter 2026-03-02; QMR declares an interest; QMR assesses; QMR names concerned nobody; \
         QMR adds evidence",
        expect![[r#"
            (QMR may not assess: S4 barred interest)
            (QMR may not name persons concerned: S4 barred interest)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn qmr_is_replaced_by_whom_the_director_names() {
    check(
        "letter 2026-03-02 conduct of QMR; officer acknowledges; receiver acknowledges",
        expect![[r#"
            (officer may not acknowledge: S1 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 conduct of QMR; receiver acknowledges; Director declares; \
         Director puts Director for qmr; Director puts QMR for qmr; \
         Director puts chief for certification_head; Director puts chief for qmr; chief declares; \
         chief assesses",
        expect![[r#"
            (Director cannot substitute: person yourself)
            (Director cannot substitute: person person barred)
            (Director cannot substitute: role no vacancy)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_certification_head_is_replaced_by_a_competent_person() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; all declare; \
         QMR names participants head; QMR assesses; Director puts colleague for certification_head; \
         Director puts expert for certification_head; expert finds cause",
        expect![[r#"
            (Director cannot substitute: person not offered)
            officer             propose plan                 B2.1    due 2026-03-16
            certification head  decide outcome               B2.2    due 2026-03-27
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_stand_in_who_leaves_is_replaced() {
    check(
        "letter 2026-03-02 conduct of QMR; Director declares; Director puts chief for qmr; \
         staff: chief leaves",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_registry_clerk_who_is_complained_about_is_replaced() {
    check(
        "letter 2026-03-02 conduct of clerk; QMR acknowledges; [assessed]; QMR tells subject; \
         clerk records statement of clerk; QMR holds talk; [decided]; [drafted]; Director signs; \
         clerk numbers",
        expect![[r#"
            (clerk may not number letter: S4 barred subject)
            registry            number letter                B2.3    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_case_officer_who_drops_out_is_replaced() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; officer recuses",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 reassign                     S4      due 2026-03-03
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; officer recuses; \
         QMR reassigns to officer; QMR reassigns to second; QMR finds cause",
        expect![[r#"
            (QMR cannot reassign: case_officer person barred)
            second              propose plan                 B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nobody_takes_himself_off_the_list() {
    check(
        "letter 2026-03-02 result conduct of QMR; QMR names concerned nobody; \
         QMR names participants chief",
        expect![[r#"
            (QMR may not name persons concerned: S4 barred subject)
            (QMR may not name participants: S4 barred subject)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 result; head declares; head names participants head chief; \
         head names participants chief",
        expect![[r#"
            (head cannot name participants: people yourself)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn two_calendar_years_of_work_for_the_client_bar_from_deciding() {
    check(
        "staff: QMR knew 2024-03-20; letter 2026-03-02 product; [assessed]; \
         QMR names participants client chief; QMR finds cause; officer plans; \
         Director approves plan; QMR decides founded; QMR proposes founded",
        expect![[r#"
            (QMR may not decide outcome: S4 barred client)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            approver            approve outcome              S4      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
        "#]],
    );
    check(
        "staff: QMR knew 2024-03-01; letter 2026-03-02 product; [assessed]; \
         QMR names participants client chief; QMR finds cause; officer plans; \
         Director approves plan; QMR proposes founded; QMR decides founded",
        expect![[r#"
            (QMR may not propose outcome: S7 other road)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
            qmr                 refer to client              S14     due 2026-03-16
            leader              decide on client             S14     due 2026-03-16
        "#]],
    );
    check(
        "staff: QMR knew; letter 2026-03-02 client; [planned]; QMR decides founded; \
         QMR proposes founded; Director approves outcome",
        expect![[r#"
            (QMR may not decide outcome: S4 barred client)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_leader_who_took_part_may_sign_and_no_one_else_who_did() {
    check(
        "letter 2026-03-02 result; [assessed]; QMR names participants Director; [planned]; \
         head decides founded; head opens action; head reports result to QMR; \
         head reports result to leadership; [drafted]; Director signs",
        expect![[r#"
            registry            number letter                B2.3    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "staff: chief signs tl; letter 2026-03-02 result; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; QMR drafts for chief",
        expect![[r#"
            (QMR cannot draft letter: signer person barred)
            certification head  report result to qmr         B2.2    due 2026-03-03
            certification head  report result to leadership  B2.2    due 2026-03-03
            certification head  open corrective action       B2.2    due 2026-03-16
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_blocked_directors_mandates_given_after_receipt_are_void() {
    check(
        "staff: deputy signs kt 2026-03-05; letter 2026-03-02 conduct of Director; 2026-03-06; \
         [assessed]; QMR tells subject; Director records statement of Director; QMR finds cause; \
         officer plans; deputy approves plan; QMR decides founded; QMR drafts for deputy; \
         QMR drafts for Director; board records governing letter",
        expect![[r#"
            (QMR may not draft letter: B2.3 no authority)
            (QMR may not draft letter: B2.3 no authority)
            qmr                 hold talk                    B2.6    due 2026-04-01
            handler             record response              S7      due 2026-03-27
        "#]],
    );
    check(
        "staff: second stands-for Director 2026-03-05; letter 2026-03-02; 2026-03-06; second declares",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "staff: second stands-for QMR 2026-03-05; letter 2026-03-02 conduct of Director; 2026-03-06; \
         second declares; QMR declares; second assesses",
        expect![[r#"
            (second may not declare interest: S4 not your office)
            (second may not assess: S2 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn where_no_signer_is_left_the_governing_bodys_letter_is_the_reply() {
    check(
        "staff: deputy signs-nothing; letter 2026-03-02 conduct of Director; QMR acknowledges; \
         [assessed]; QMR tells subject; Director records statement of Director; QMR holds talk; \
         [planned]; QMR decides founded; board records governing letter unnumbered; \
         board records governing letter",
        expect![[r#"
            (board cannot record governing letter: letter_number missing)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "letter 2026-03-02; [decided]; Director records governing letter",
        expect![[r#"
            (Director may not record governing letter: S4 signer left)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_fact_found_before_the_answer_undoes_the_decision() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; head opens action; head reports result to QMR; \
         head reports result to leadership; [drafted]; Director signs; \
         QMR names participants chief head",
        expect![[r#"
            certification head  decide outcome               B2.2    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [decided]; [drafted]; Director signs; \
         clerk numbers; QMR recuses; clerk dispatches; Director puts chief for qmr; \
         chief decides unfounded; clerk dispatches; chief drafts for deputy",
        expect![[r#"
            (clerk may not dispatch letter: S7 outcome first)
            (clerk may not dispatch letter: B2.3 number first)
            requester           submit letter                B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_fact_found_after_the_answer_obliges_to_reopen() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; QMR recuses",
        expect![[r#"
            director            substitute                   S4      due 2026-03-03
            qmr                 reopen                       S4      due 2026-03-05
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; officer closes; \
         QMR recuses; Director puts chief for qmr; chief reopens our_error",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-23
            register officer    acknowledge                  S1      due 2026-03-26
            qmr                 assess                       S2 S3   due 2026-03-27
            handler             tell progress                S9      due 2026-04-07
        "#]],
    );
}

#[test]
fn a_fact_found_after_closing_opens_the_case_again() {
    check(
        "letter 2026-03-02 client; register acknowledges; [answered]; [silence]; QMR closes; \
         2026-05-04; staff: QMR knew 2025-06-30",
        expect![[r#"
            qmr                 reopen                       S4      due 2026-05-07
        "#]],
    );
}

#[test]
fn a_stand_in_who_drops_out_gives_the_role_back_and_one_named_by_a_blocked_director_is_none() {
    check(
        "letter 2026-03-02 conduct of QMR; Director declares; Director puts chief for qmr; \
         receiver names concerned nobody; chief recuses; QMR declares; QMR assesses",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 conduct of QMR; Director declares; Director puts chief for qmr; Director recuses; \
         chief declares; chief assesses; board declares; board puts chief for qmr; chief assesses",
        expect![[r#"
            (chief may not declare interest: S4 not your office)
            (chief may not assess: S2 not your office)
            (chief may not assess: S4 declare first)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_auditor_stands_in_for_nobody_and_handles_nothing() {
    check(
        "letter 2026-03-02 conduct of QMR; Director declares; Director puts auditor for qmr",
        expect![[r#"
            (Director cannot substitute: person not offered)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
