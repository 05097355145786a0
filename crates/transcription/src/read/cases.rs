//! One record from each row.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;

use super::days::Days;
use super::merged;
use crate::columns::Placed;
use crate::mapping::{OneOrMore, Role, meaning};
use crate::problem::{Code, Problem};
use crate::record::{Channel, Kind, OldRecord, Subject, Told};
use crate::source::{Form, Row};
use crate::words;

/// `received` is the column that no row can do without.
pub(super) fn read(
    days: &Days<'_>,
    placed: &Placed,
    received: usize,
    rows: &[&Row],
    seen: &mut Seen,
    problems: &mut Vec<Problem>,
) -> Vec<OldRecord> {
    let mut records = Vec::new();
    for &original in rows {
        let filled = merged::filled(days.table, days.mapping, original);
        problems.extend(merged::noted(days.table, original, filled.as_ref()));
        let row = filled.as_ref().unwrap_or(original);
        let mut case = Case {
            days,
            placed,
            row,
            original,
            problems,
        };
        if let Some(record) = case.record(received) {
            seen.check(&record, row, case.problems);
            records.push(record);
        }
    }
    records
}

struct Case<'a> {
    days: &'a Days<'a>,
    placed: &'a Placed,
    row: &'a Row,
    /// The row as it stands in the file.
    original: &'a Row,
    problems: &'a mut Vec<Problem>,
}

impl Case<'_> {
    fn record(&mut self, received: usize) -> Option<OldRecord> {
        let received_on = self
            .days
            .in_cell(self.row, received, Role::Received, self.problems);
        let text = self.row.text(received);
        if text.trim().is_empty() || self.days.means_none(text) {
            self.note(Code::ReceivedMissing, received);
        }
        let [limit_on, sent_on, answered_on, closed_on] =
            [Role::Limit, Role::Sent, Role::Answered, Role::Closed].map(|role| self.day(role));
        let received_on = received_on?;

        for (role, day, code) in [
            (Role::Limit, limit_on, Code::LimitBeforeReceived),
            (Role::Sent, sent_on, Code::SentBeforeReceived),
            (Role::Answered, answered_on, Code::AnsweredBeforeReceived),
            (Role::Closed, closed_on, Code::ClosedBeforeReceived),
        ] {
            if day.is_some_and(|day| day < received_on)
                && let Some(column) = self.placed.first(role)
            {
                self.note(code, column);
            }
        }
        let summary = self.text(Role::Summary);
        if summary.is_none()
            && let Some(column) = self.placed.first(Role::Summary)
        {
            self.note(Code::SummaryEmpty, column);
        }
        Some(OldRecord {
            row: self.row.number,
            received_on,
            old_number: self.text(Role::Number),
            kind: self.kind(),
            channel: self.channel(),
            subjects: self.subjects(),
            unit: self.text(Role::Unit),
            complainant: self.text(Role::Complainant),
            summary: summary.unwrap_or_default(),
            limit_on,
            sent_on,
            answered_on,
            closed_on,
            outcome: self.text(Role::Outcome),
            flags: Vec::new(),
            source: self.source(),
        })
    }

    fn day(&mut self, role: Role) -> Option<Date> {
        let column = self.placed.first(role)?;
        self.days.in_cell(self.row, column, role, self.problems)
    }

    /// The texts of the role's columns that say something, joined.
    fn text(&mut self, role: Role) -> Option<String> {
        let mut parts = Vec::new();
        for &column in self.placed.of(role) {
            if self
                .row
                .cells
                .get(column)
                .is_some_and(|cell| cell.form == Form::Error)
            {
                self.note(Code::SpreadsheetError, column);
            }
            parts.push(words::tidy(self.row.text(column)));
        }
        parts.retain(|part| !part.is_empty());
        let separator = self.days.mapping.columns.separator(role);
        (!parts.is_empty()).then(|| parts.join(separator))
    }

    fn kind(&mut self) -> Told<Kind> {
        let mapping = self.days.mapping;
        self.told(Role::Kind, Code::UnknownKind, mapping.defaults.kind, |said| {
            meaning(&mapping.values.kind, said)
                .copied()
                .or_else(|| words::kind(&words::fold(said)))
        })
    }

    fn channel(&mut self) -> Told<Channel> {
        let mapping = self.days.mapping;
        self.told(
            Role::Channel,
            Code::UnknownChannel,
            mapping.defaults.channel,
            |said| {
                meaning(&mapping.values.channel, said)
                    .copied()
                    .or_else(|| words::channel(&words::fold(said)))
            },
        )
    }

    fn subjects(&mut self) -> Told<Vec<Subject>> {
        let mapping = self.days.mapping;
        let default = mapping.defaults.subject.as_ref().map(OneOrMore::subjects);
        let one = |said: &str| {
            let told = meaning(&mapping.values.subject, said).map(OneOrMore::subjects);
            told.or_else(|| words::subject(&words::fold(said)).map(|subject| vec![subject]))
        };
        self.told(Role::Subject, Code::UnknownSubject, default, |said| {
            // A cell may name several; it is understood when each of them is.
            one(said).or_else(|| {
                let parts: Option<Vec<_>> = said.split(';').map(|part| one(part.trim())).collect();
                parts.map(|parts| parts.concat())
            })
        })
    }

    fn told<T>(
        &mut self,
        role: Role,
        unknown: Code,
        default: Option<T>,
        understand: impl Fn(&str) -> Option<T>,
    ) -> Told<T> {
        let Some(column) = self.placed.first(role) else {
            return Told {
                means: default,
                ..Told::nothing()
            };
        };
        let said = words::tidy(self.row.text(column));
        if said.is_empty() {
            return Told { said, means: default };
        }
        let means = understand(&said);
        if means.is_none() {
            self.note(unknown, column);
        }
        Told { said, means }
    }

    /// Every cell as it stood, the empty ones and those beyond the headings too.
    fn source(&self) -> Vec<(String, String)> {
        let headers = &self.days.table.headers;
        let pair =
            |(column, header): (usize, &String)| (header.clone(), self.original.text(column).to_owned());
        headers.iter().enumerate().map(pair).collect()
    }

    fn note(&mut self, code: Code, column: usize) {
        let header = &self.days.table.headers[column];
        let problem = Problem::of_cell(code, self.row.number, header, self.row.text(column));
        self.problems.push(problem);
    }
}

/// What has been read before, to notice what comes again: digests of 64 bits, some bytes a row.
#[derive(Default)]
pub(crate) struct Seen {
    numbers: HashMap<u64, u32>,
    rows: HashMap<u64, u32>,
}

fn digest(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Seen {
    fn check(&mut self, record: &OldRecord, row: &Row, problems: &mut Vec<Problem>) {
        if let Some(number) = &record.old_number {
            let first = *self.numbers.entry(digest(number)).or_insert(record.row);
            if first != record.row {
                let problem = Problem::of_row(Code::OldNumberRepeated, record.row, number);
                problems.push(problem.seen_at(first));
            }
        }
        let filled = row
            .cells
            .iter()
            .rposition(|cell| !cell.is_blank())
            .map_or(0, |at| at + 1);
        let first = *self
            .rows
            .entry(digest(&row.cells[..filled]))
            .or_insert(record.row);
        if first != record.row {
            problems.push(Problem::of_row(Code::RowRepeated, record.row, "").seen_at(first));
        }
    }
}
