//! Stories of what an assessor finds.

use super::{Asked, Check, Proof, checklist};
use crate::stories::Stage;
use expect_test::{Expect, expect};

/// The clauses of 7.13, and the rules that were asked for.
#[track_caller]
fn check(story: &str, told: Expect) {
    let stage = Stage::played(story);
    let checks = checklist(&stage.case, &stage.history, &stage.desk());
    let told_lines: Vec<String> = checks.iter().filter_map(tell).collect();
    told.assert_eq(&(told_lines.join("\n") + "\n"));
}

fn tell(check: &Check) -> Option<String> {
    let asked = match check.asked {
        Asked::Clause(clause) => clause.number(),
        Asked::Rule(rule) => rule.name(),
    };
    let late = |late: bool| if late { " late" } else { "" };
    Some(match &check.proof {
        Proof::Shown { lines, late: is_late } => format!("{asked}: shown {}{}", lines.len(), late(*is_late)),
        Proof::Owed { lines, late: is_late } => format!("{asked}: owed {}{}", lines.len(), late(*is_late)),
        Proof::Missing => format!("{asked}: missing"),
        Proof::NotAsked => match check.asked {
            Asked::Clause(_) => format!("{asked}: not asked"),
            Asked::Rule(_) => return None,
        },
    })
}

#[test]
fn a_written_complaint_answered_and_closed_shows_every_clause() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; officer records response satisfied; QMR closes",
        expect![[r#"
            7.13.1: shown 1
            7.13.2: shown 1
            7.13.3: shown 1
            7.13.4: shown 1
            7.13.5: shown 1
            7.13.6: shown 3
            7.13.7: shown 1
            7.13.8: not asked
            7.13.9: not asked
            B1.2: shown 1
            B2.1: shown 3
            B2.3: shown 5
            B2.4: shown 2
            S1: shown 1
            S2: shown 1
            S3: shown 1
            S4: shown 3
            S7: shown 3
        "#]],
    );
}

#[test]
fn what_is_late_is_said_to_be_late() {
    check(
        "letter 2026-03-02; 2026-03-20 register acknowledges; [answered]; officer records response satisfied; QMR closes",
        expect![[r#"
            7.13.1: shown 1
            7.13.2: shown 1 late
            7.13.3: shown 1 late
            7.13.4: shown 1
            7.13.5: shown 1
            7.13.6: shown 3
            7.13.7: shown 1
            7.13.8: not asked
            7.13.9: not asked
            B1.2: shown 1
            B2.1: shown 3
            B2.3: shown 5
            B2.4: shown 2
            S1: shown 1 late
            S2: shown 1 late
            S3: shown 1 late
            S4: shown 3
            S7: shown 3
        "#]],
    );
}

#[test]
fn what_is_not_done_yet_is_owed() {
    check(
        "letter 2026-03-02",
        expect![[r#"
        7.13.1: shown 1
        7.13.2: owed 0
        7.13.3: owed 0
        7.13.4: owed 0
        7.13.5: owed 0
        7.13.6: owed 0
        7.13.7: owed 0
        7.13.8: not asked
        7.13.9: not asked
        B1.2: shown 1
        B2.4: owed 0
        S1: owed 0
        S2: owed 0
        S3: owed 0
        S9: owed 0
    "#]],
    );
}

#[test]
fn settled_on_the_spot_shows_what_that_road_asks() {
    check(
        "phone 2026-03-02; receiver settles",
        expect![[r#"
            7.13.1: owed 1
            7.13.2: shown 1
            7.13.3: not asked
            7.13.4: shown 1
            7.13.5: shown 1
            7.13.6: not asked
            7.13.7: shown 1
            7.13.8: not asked
            7.13.9: not asked
            B1.1: owed 1
            B1.2: shown 1
        "#]],
    );
}
