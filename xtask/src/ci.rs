//! `cargo xtask ci`: everything that a change must pass, from a bare machine to one closing line.

mod count;
mod interface;
mod machine;
mod steps;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::ValueEnum;

pub use count::Count;

#[derive(clap::Args)]
pub struct Options {
    /// Leave out the proof and the browser journeys
    #[arg(long)]
    quick: bool,
    /// Only this step, and what it needs; may be given several times
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Install what the other steps need and this machine lacks
    Machine,
    Fmt,
    Clippy,
    Build,
    Tests,
    Prove,
    /// The interface for other systems, asked by programs of others
    Interface,
    E2e,
}

/// How a step ended.
pub enum Verdict {
    Passed,
    Counted(Count),
    Failed(String),
    Skipped(String),
}

struct Row {
    step: Step,
    took: Duration,
    verdict: Verdict,
}

pub fn run(options: &Options) -> Result<ExitCode> {
    let wanted = options.steps();
    let mut rows: Vec<Row> = Vec::new();
    for &step in Step::value_variants() {
        if !wanted.contains(&step) {
            continue;
        }
        eprintln!("\n── {} ──", step.name());
        let started = Instant::now();
        let verdict = match missing_ground(step, &rows) {
            Some(reason) => Verdict::Failed(reason),
            None => steps::take(step, &wanted).unwrap_or_else(|error| Verdict::Failed(format!("{error:#}"))),
        };
        rows.push(Row {
            step,
            took: started.elapsed(),
            verdict,
        });
    }
    let total = rows
        .iter()
        .fold(Count::default(), |sum, row| sum + row.verdict.count());
    print_table(&rows);
    println!("\n{total}");
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Options {
    fn steps(&self) -> Vec<Step> {
        let all = Step::value_variants().iter().copied();
        if !self.only.is_empty() {
            return all
                .filter(|step| self.only.iter().any(|only| only == step || only.needs(*step)))
                .collect();
        }
        all.filter(|step| !self.quick || !matches!(step, Step::Prove | Step::Interface | Step::E2e))
            .collect()
    }
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .expect("no step is hidden")
            .get_name()
            .to_owned()
    }

    /// What must have gone well before this step makes sense.
    fn needs(self, other: Step) -> bool {
        match self {
            Step::Machine => false,
            Step::Fmt | Step::Clippy | Step::Build => other == Step::Machine,
            Step::Tests | Step::Prove | Step::Interface | Step::E2e => {
                matches!(other, Step::Machine | Step::Build)
            }
        }
    }
}

/// A machine without chromium fails the journeys and nothing else: only a broken build stops its followers.
fn missing_ground(step: Step, rows: &[Row]) -> Option<String> {
    let built = |row: &Row| row.step != Step::Build || !matches!(row.verdict, Verdict::Failed(_));
    rows.iter()
        .find(|row| step.needs(row.step) && !built(row))
        .map(|_| "not run: the build failed".to_owned())
}

impl Verdict {
    /// A step that fails without counting anything is one failure.
    fn count(&self) -> Count {
        match self {
            Verdict::Passed | Verdict::Skipped(_) => Count::default(),
            Verdict::Counted(count) => *count,
            Verdict::Failed(_) => Count { passed: 0, failed: 1 },
        }
    }

    fn words(&self) -> String {
        match self {
            Verdict::Passed => "passed".to_owned(),
            Verdict::Counted(count) => count.to_string(),
            Verdict::Failed(reason) => format!("FAILED: {reason}"),
            Verdict::Skipped(reason) => format!("SKIPPED: {reason}"),
        }
    }
}

fn print_table(rows: &[Row]) {
    println!("\n{:<10}{:>9}   result", "step", "seconds");
    for Row { step, took, verdict } in rows {
        println!(
            "{:<10}{:>9.1}   {}",
            step.name(),
            took.as_secs_f64(),
            verdict.words()
        );
    }
    let took: Duration = rows.iter().map(|row| row.took).sum();
    println!("{:<10}{:>9.1}", "together", took.as_secs_f64());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(quick: bool, only: &[Step]) -> Vec<String> {
        Options {
            quick,
            only: only.to_vec(),
        }
        .steps()
        .into_iter()
        .map(Step::name)
        .collect()
    }

    #[test]
    fn without_options_every_step_is_taken_in_order() {
        assert_eq!(
            chosen(false, &[]),
            [
                "machine",
                "fmt",
                "clippy",
                "build",
                "tests",
                "prove",
                "interface",
                "e2e"
            ]
        );
    }

    #[test]
    fn quick_leaves_out_the_proof_and_the_journeys() {
        assert_eq!(chosen(true, &[]), ["machine", "fmt", "clippy", "build", "tests"]);
    }

    #[test]
    fn one_step_brings_what_it_needs() {
        assert_eq!(chosen(false, &[Step::Fmt]), ["machine", "fmt"]);
        assert_eq!(chosen(false, &[Step::E2e]), ["machine", "build", "e2e"]);
    }

    #[test]
    fn a_step_that_fails_without_counting_is_one_failure() {
        assert_eq!(
            Verdict::Failed("fmt".to_owned()).count().to_string(),
            "0 passed, 1 failed"
        );
    }

    #[test]
    fn nothing_is_tested_on_a_broken_build() {
        let row = |verdict| Row {
            step: Step::Build,
            took: Duration::ZERO,
            verdict,
        };
        let broken = [row(Verdict::Failed("exit status: 101".to_owned()))];
        assert!(missing_ground(Step::Tests, &broken).is_some());
        assert!(missing_ground(Step::Fmt, &broken).is_none());
        assert!(missing_ground(Step::Tests, &[row(Verdict::Passed)]).is_none());
    }
}
