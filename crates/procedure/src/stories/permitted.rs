//! Who may do what in which state: one table for each state in `tests/permitted`, read like code when it changes. A row is an act that
//! somebody may do there; a cell is the rule under which, in brackets where he declares an interest or none first.

use super::cast;
use super::stage::Stage;
use crate::case::{ActKind, Actor, Refusal, Why, guard};
use expect_test::expect_file;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

const STATES: &[(&str, &str)] = &[
    ("01_received_verbal", "phone 2026-03-02"),
    ("02_settled_on_the_spot", "phone 2026-03-02; explained, satisfied"),
    (
        "03_promised",
        "phone 2026-03-02; explained, not satisfied; promised 2026-03-10",
    ),
    ("04_received_written", "letter 2026-03-02"),
    ("05_assessed", "letter 2026-03-02; [assessed]"),
    (
        "06_not_ours",
        "letter 2026-03-02; all declare; QMR assesses not_ours",
    ),
    (
        "07_extension_asked",
        "letter 2026-03-02; [assessed]; QMR asks extension 2026-04-15",
    ),
    (
        "08_plan_proposed",
        "letter 2026-03-02; [caused]; officer plans officer:2026-03-20",
    ),
    ("09_plan_approved", "letter 2026-03-02; [planned]"),
    ("10_decided", "letter 2026-03-02; [decided]"),
    ("11_letter_submitted", "letter 2026-03-02; [decided]; [drafted]"),
    (
        "12_letter_signed",
        "letter 2026-03-02; [decided]; [drafted]; Director signs",
    ),
    (
        "13_letter_numbered",
        "letter 2026-03-02; [decided]; [drafted]; Director signs; clerk numbers",
    ),
    ("14_answered", "letter 2026-03-02; [answered]"),
    ("15_rejected", "letter 2026-03-02; [rejected]"),
    ("16_withdrawn", "letter 2026-03-02; register withdraws"),
    (
        "17_annulment_asked",
        "letter 2026-03-02; register asks annulment spam",
    ),
    (
        "18_closed",
        "letter 2026-03-02; register acknowledges; [answered]; [silence]; QMR closes",
    ),
    (
        "20_conduct_of_a_colleague",
        "letter 2026-03-02 conduct of colleague; [assessed]",
    ),
    (
        "21_conduct_of_qmr",
        "letter 2026-03-02 conduct of QMR; Director declares",
    ),
    (
        "22_conduct_of_the_director",
        "letter 2026-03-02 conduct of Director; [assessed]",
    ),
    ("23_leak", "email 2026-03-02 confidentiality; [assessed]"),
    (
        "24_result_the_head_took_part",
        "letter 2026-03-02 result; [assessed]; QMR names participants head; [planned]",
    ),
    (
        "25_appeal_the_head_took_part",
        "letter 2026-03-02 client appeal result; [assessed]; QMR names participants head",
    ),
    ("26_client_product", "letter 2026-03-02 product; [assessed]"),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/permitted")
}

#[test]
fn who_may_do_what_in_each_state_stands_in_its_table() {
    for (state, story) in STATES {
        let stage = Stage::played(story);
        expect_file![folder().join(format!("{state}.tsv"))].assert_eq(&table(&stage, story));
    }
}

#[test]
fn no_table_stands_for_no_state() {
    let known: BTreeSet<String> = STATES.iter().map(|(state, _)| format!("{state}.tsv")).collect();
    let files = std::fs::read_dir(folder()).unwrap();
    let there: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(there, known);
}

fn table(stage: &Stage, story: &str) -> String {
    let people: Vec<_> = cast::everybody().collect();
    let names: Vec<&str> = people.iter().map(|&person| cast::name(person)).collect();
    let mut table = format!("# {story}\nact\t{}\n", names.join("\t"));
    for &kind in ActKind::ALL {
        let cells: Vec<String> = people
            .iter()
            .map(
                |&person| match guard(&stage.case, Actor::Person(person), &stage.desk(), kind) {
                    Ok(permit) => permit.rule().name().to_owned(),
                    Err(Refusal {
                        why: Why::DeclareFirst,
                        ..
                    }) => format!("({})", stage.case.ask(kind).rule.name()),
                    Err(_) => String::new(),
                },
            )
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            writeln!(table, "{}\t{}", kind.key(), cells.join("\t")).unwrap();
        }
    }
    table
}
