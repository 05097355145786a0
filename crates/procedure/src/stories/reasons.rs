//! Every reason for which an act is refused, and everything that can be wrong with what an act says, each in a story that ends with it.

use super::Stage;
use super::stage::plain;
use crate::case::{Problem, Why};
use std::collections::BTreeSet;

/// Each reason by its key, under its rule, with a story whose last clause is refused for it.
const REASONS: &[(&str, &str)] = &[
    ("S2 not_received", "QMR assesses"),
    ("B1.2 already_received", "phone 2026-03-02; phone 2026-03-02"),
    (
        "S13 annulled",
        "letter 2026-03-02; register asks annulment; all declare; QMR annuls; QMR assesses",
    ),
    (
        "S13 closed",
        "letter 2026-03-02; all declare; register withdraws; [sent]; QMR closes; QMR assesses",
    ),
    (
        "S13 not_closed",
        "letter 2026-03-02; all declare; QMR reopens our_error",
    ),
    (
        "S1 already_done",
        "letter 2026-03-02; register acknowledges; register acknowledges",
    ),
    (
        "B1.2 other_road",
        "letter 2026-03-02; receiver promises 2026-03-10",
    ),
    (
        "B1.1 settled",
        "phone 2026-03-02; explained, satisfied; receiver promises 2026-03-10",
    ),
    ("B1.1 never_on_the_spot", "letter 2026-03-02; receiver settles"),
    (
        "S2 assess_first",
        "letter 2026-03-02; all declare; QMR finds cause",
    ),
    (
        "S9 answer_given",
        "letter 2026-03-02; [answered]; officer tells progress",
    ),
    ("S7 answer_first", "letter 2026-03-02; [decided]; QMR closes"),
    ("B2.1 cause_first", "letter 2026-03-02; [assessed]; officer plans"),
    (
        "B2.7 investigate_first",
        "letter 2026-03-02 confidentiality; [planned]; QMR decides founded",
    ),
    (
        "B2.1 plan_first",
        "letter 2026-03-02; [caused]; Director approves plan",
    ),
    (
        "S7 outcome_first",
        "letter 2026-03-02; [planned]; QMR drafts for Director",
    ),
    (
        "S4 participants_first",
        "letter 2026-03-02 result; [caused]; head decides founded",
    ),
    (
        "S6 hear_first",
        "letter 2026-03-02 conduct of colleague; [caused]; QMR decides founded",
    ),
    (
        "B2.2 report_first",
        "letter 2026-03-02 result; [assessed]; QMR names participants chief; [decided]; [drafted]; Director signs",
    ),
    ("B2.3 draft_first", "letter 2026-03-02; [decided]; QMR submits"),
    (
        "B2.3 submit_first",
        "letter 2026-03-02; [decided]; QMR drafts for Director; Director signs",
    ),
    (
        "B2.3 sign_first",
        "letter 2026-03-02; [decided]; [drafted]; clerk numbers",
    ),
    (
        "B2.3 number_first",
        "letter 2026-03-02; [decided]; [drafted]; Director signs; clerk dispatches",
    ),
    (
        "B2.5 ask_first",
        "letter 2026-03-02; all declare; Director grants 2026-04-15",
    ),
    (
        "S8 response_first",
        "letter 2026-03-02; [answered]; expert reviews founded",
    ),
    (
        "B2.1 no_measure_open",
        "letter 2026-03-02; [planned]; officer reports measure 0",
    ),
    (
        "S1 no_address",
        "letter 2026-03-02 unreachable; register acknowledges",
    ),
    (
        "B2.3 address_known",
        "letter 2026-03-02; [decided]; Director files conclusion",
    ),
    (
        "B2.3 letter_needed",
        "letter 2026-03-02; [decided]; officer answers by voice",
    ),
    (
        "B2.5 limit_passed",
        "letter 2026-03-02; all declare; 2026-04-02 QMR asks extension 2026-04-15",
    ),
    ("S8 not_due_yet", "letter 2026-03-02; [answered]; clock lapses"),
    ("S7 duties_left", "letter 2026-03-02; [answered]; QMR closes"),
    (
        "S4 nobody_to_replace",
        "letter 2026-03-02; all declare; Director puts chief for qmr",
    ),
    (
        "S2 not_ours",
        "letter 2026-03-02; all declare; QMR assesses not_ours; QMR finds cause",
    ),
    (
        "S4 replace_first",
        "phone 2026-03-02 conduct of QMR; receiver reports to QMR",
    ),
    (
        "S13 annulment_first",
        "phone 2026-03-02; explained, satisfied; register asks annulment spam; QMR declares; QMR overturns",
    ),
    (
        "S4 nobody_left",
        "staff: chief knew; staff: expert knew; letter 2026-03-02 client appeal conduct of head; Director declares; \
         Director puts expert for certification_head",
    ),
    (
        "S4 signer_left",
        "letter 2026-03-02; [decided]; Director records governing letter",
    ),
    (
        "S13 withdrawn",
        "letter 2026-03-02; register withdraws; all declare; QMR assesses",
    ),
    ("S2 not_your_office", "letter 2026-03-02; officer assesses"),
    ("S4 declare_first", "letter 2026-03-02; QMR assesses"),
    (
        "S4 both_halves",
        "letter 2026-03-02; all declare; QMR assesses officer deputy; QMR finds cause; deputy plans; deputy approves plan",
    ),
    (
        "B2.3 no_authority",
        "staff: deputy signs-nothing; letter 2026-03-02; [decided]; [drafted]; deputy returns letter",
    ),
    ("S13 old_record", "an old record; QMR assesses"),
    (
        "S4 barred_subject",
        "letter 2026-03-02 conduct of QMR; QMR assesses",
    ),
    (
        "S4 barred_interest",
        "letter 2026-03-02; QMR declares an interest; QMR assesses",
    ),
    (
        "S4 barred_took_part",
        "letter 2026-03-02 result; [caused]; QMR names participants head; head decides founded",
    ),
    (
        "S4 barred_client",
        "staff: QMR knew; letter 2026-03-02 client; [caused]; QMR decides founded",
    ),
    (
        "S4 barred_first_round",
        "letter 2026-03-02; [rejected]; Director reviews founded",
    ),
];

/// Each problem of a field by its key, with a story whose last clause has it.
const PROBLEMS: &[(&str, &str)] = &[
    (
        "missing",
        "letter 2026-03-02; all declare; QMR assesses officer nobody",
    ),
    ("unreadable", "letter 2026-03-02; clerk records incoming 0"),
    ("in_future", "letter 2026-03-03 registered 2026-03-02"),
    (
        "in_past",
        "letter 2026-03-02 product; [assessed]; QMR asks client 2026-03-01",
    ),
    (
        "before_receipt",
        "letter 2026-03-02; register withdraws 2026-03-01",
    ),
    ("after_limit", "phone 2026-03-02; receiver promises 2026-04-02"),
    (
        "not_after_limit",
        "letter 2026-03-02; all declare; QMR asks extension 2026-04-01",
    ),
    (
        "not_a_working_day",
        "letter 2026-03-02; all declare; QMR asks extension 2026-04-05",
    ),
    ("no_subject", "letter 2026-03-02 nothing"),
    (
        "only_clients_appeal",
        "letter 2026-03-02; all declare; QMR assesses appeal",
    ),
    (
        "unknown_person",
        "letter 2026-03-02; all declare; QMR assesses; staff: second leaves; QMR reassigns to second",
    ),
    (
        "person_barred",
        "letter 2026-03-02 conduct of officer; all declare; QMR assesses",
    ),
    ("yourself", "letter 2026-03-02; register links itself"),
    (
        "unknown_measure",
        "letter 2026-03-02; [caused]; officer plans officer:2026-03-20; Director approves plan; officer reports measure 3",
    ),
    (
        "not_your_measure",
        "letter 2026-03-02; [caused]; officer plans second:2026-03-20 colleague:2026-03-20; Director approves plan; second reports measure 1",
    ),
    (
        "not_what_was_submitted",
        "letter 2026-03-02; [decided]; [drafted]; Director signs wrongly",
    ),
    (
        "needs_reason",
        "letter 2026-03-02; [caused]; QMR decides founded bare",
    ),
    (
        "needs_contact",
        "phone 2026-03-02 unreachable; receiver promises 2026-03-10",
    ),
    (
        "no_vacancy",
        "letter 2026-03-02 conduct of QMR; all declare; Director puts chief for certification_head",
    ),
    (
        "not_offered",
        "letter 2026-03-02 result conduct of head; all declare; Director puts colleague for certification_head",
    ),
    (
        "not_written",
        "phone 2026-03-02; receiver takes writing in-person",
    ),
];

/// Problems that only forms, files, accounts and settings have: they are told where these are read.
const ELSEWHERE: &[Problem] = &[
    Problem::TooLong,
    Problem::TooShort,
    Problem::TooLarge,
    Problem::WrongType,
    Problem::AlreadyUsed,
    Problem::OutOfRow,
    Problem::Contradicts,
    Problem::EndsBeforeStart,
    Problem::WrongPassword,
    Problem::LastAdministrator,
    Problem::OpenDuties,
];

fn last_refusal(story: &str) -> String {
    let stage = Stage::played(story);
    assert_eq!(stage.refused.len(), 1, "“{story}”: {:?}", stage.refused);
    stage.refused[0].clone()
}

#[test]
fn every_reason_is_given_once_under_its_rule() {
    for (reason, story) in REASONS {
        let (rule, why) = reason.split_once(' ').unwrap();
        let told = last_refusal(story);
        assert!(
            told.ends_with(&format!(": {rule} {}", plain(why))),
            "“{story}”: {told}"
        );
    }
}

#[test]
fn every_reason_has_its_story() {
    let told: BTreeSet<&str> = REASONS
        .iter()
        .map(|(reason, _)| reason.split_once(' ').unwrap().1)
        .collect();
    let all = Why::all();
    let untold: Vec<String> = all
        .iter()
        .map(|why| why.key())
        .filter(|key| !told.contains(key.as_str()))
        .collect();
    assert_eq!(untold, [""; 0]);
    assert_eq!(all.len(), REASONS.len());
}

#[test]
fn every_problem_of_a_field_is_told_once() {
    for (problem, story) in PROBLEMS {
        let told = last_refusal(story);
        assert!(
            told.ends_with(&format!(" {}", plain(problem))),
            "“{story}”: {told}"
        );
    }
}

#[test]
fn every_problem_has_its_story_here_or_elsewhere() {
    let told: BTreeSet<&str> = PROBLEMS.iter().map(|(problem, _)| *problem).collect();
    let core = Problem::all()
        .into_iter()
        .filter(|problem| !ELSEWHERE.contains(problem));
    let untold: Vec<String> = core
        .map(Problem::key)
        .filter(|key| !told.contains(key.as_str()))
        .collect();
    assert_eq!(untold, [""; 0]);
}

#[test]
fn keys_are_unique() {
    let whys: Vec<String> = Why::all().into_iter().map(Why::key).collect();
    let problems: Vec<String> = Problem::all().into_iter().map(Problem::key).collect();
    for keys in [whys, problems] {
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{keys:?}");
    }
}
