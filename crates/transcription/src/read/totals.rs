//! What a file adds up to, to be held against a count made by other means.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::problem::{Problem, Severity};
use crate::record::{OldRecord, Told};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Below the headings, without blank rows.
    pub rows_in_table: usize,
    /// As the mapping said.
    pub rows_ignored: usize,
    pub rows_read: usize,
    /// Rows with at least one warning.
    pub rows_flagged: usize,
    pub errors: usize,
    pub warnings: usize,
    /// By the name of the finding, in cells.
    pub problems: BTreeMap<&'static str, usize>,
    /// By code; `unknown` for words that nobody has explained, `unsaid` where the book says nothing.
    pub kinds: BTreeMap<&'static str, usize>,
    pub channels: BTreeMap<&'static str, usize>,
    /// A case may have several.
    pub subjects: BTreeMap<&'static str, usize>,
    /// By year of receipt.
    pub years: BTreeMap<i16, usize>,
    pub sent: usize,
    pub answered: usize,
    pub closed: usize,
    /// More than 30 calendar days after receipt, without regard to rest days and extensions.
    pub sent_after_30_days: usize,
    pub answered_after_30_days: usize,
    pub closed_after_30_days: usize,
}

impl Totals {
    pub(super) fn of(records: &[OldRecord]) -> Totals {
        let mut totals = Totals {
            rows_read: records.len(),
            ..Totals::default()
        };
        for record in records {
            *totals.years.entry(record.received_on.year()).or_default() += 1;
            *totals
                .kinds
                .entry(word(&record.kind, |kind| kind.code()))
                .or_default() += 1;
            *totals
                .channels
                .entry(word(&record.channel, |channel| channel.code()))
                .or_default() += 1;
            match &record.subjects.means {
                Some(subjects) => {
                    for subject in subjects {
                        *totals.subjects.entry(subject.code()).or_default() += 1;
                    }
                }
                None => *totals.subjects.entry(word(&record.subjects, |_| "")).or_default() += 1,
            }
            totals.rows_flagged += usize::from(!record.flags.is_empty());
            totals.sent += usize::from(record.sent_on.is_some());
            totals.answered += usize::from(record.answered_on.is_some());
            totals.closed += usize::from(record.closed_on.is_some());
            let late = |day: Option<Date>| {
                usize::from(day.is_some_and(|day| days_between(record.received_on, day) > 30))
            };
            totals.sent_after_30_days += late(record.sent_on);
            totals.answered_after_30_days += late(record.answered_on);
            totals.closed_after_30_days += late(record.closed_on);
        }
        totals
    }

    /// Adds what another piece of the file adds up to.
    pub(crate) fn add(&mut self, other: &Totals) {
        self.rows_in_table += other.rows_in_table;
        self.rows_ignored += other.rows_ignored;
        self.rows_read += other.rows_read;
        self.rows_flagged += other.rows_flagged;
        self.sent += other.sent;
        self.answered += other.answered;
        self.closed += other.closed;
        self.sent_after_30_days += other.sent_after_30_days;
        self.answered_after_30_days += other.answered_after_30_days;
        self.closed_after_30_days += other.closed_after_30_days;
        for (mine, theirs) in [
            (&mut self.kinds, &other.kinds),
            (&mut self.channels, &other.channels),
            (&mut self.subjects, &other.subjects),
        ] {
            for (code, count) in theirs {
                *mine.entry(code).or_default() += count;
            }
        }
        for (year, count) in &other.years {
            *self.years.entry(*year).or_default() += count;
        }
    }

    pub(super) fn count_problems(&mut self, problems: &[Problem]) {
        let of = |severity| {
            problems
                .iter()
                .filter(|problem| problem.severity == severity)
                .count()
        };
        self.errors = of(Severity::Error);
        self.warnings = of(Severity::Warning);
        self.problems.clear();
        for problem in problems {
            *self.problems.entry(problem.code.name()).or_default() += problem.count;
        }
    }
}

fn word<T>(told: &Told<T>, code: impl Fn(&T) -> &'static str) -> &'static str {
    match &told.means {
        Some(meaning) => code(meaning),
        None if told.said.is_empty() => "unsaid",
        None => "unknown",
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
