//! From a table and a mapping to the records of the old book, with everything that is wrong or doubtful about them.

mod cases;
mod days;
mod habits;
mod merged;
mod totals;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

pub(crate) use cases::Seen;
pub(crate) use days::Dates;
pub use totals::Totals;

use crate::columns::Placed;
use crate::dates::Order;
use crate::mapping::{Mapping, Role};
use crate::problem::{Code, Problem, Severity};
use crate::record::OldRecord;
use crate::source::SourceTable;
use crate::spans::Spans;

/// What a file says under a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    rows: Vec<OldRecord>,
    problems: Vec<Problem>,
    totals: Totals,
    date_order: Option<Order>,
    unused_columns: Vec<String>,
}

impl Reading {
    /// The records to import; none while a single error stands in the file.
    pub fn accepted(&self) -> Option<&[OldRecord]> {
        self.may_import().then_some(self.rows.as_slice())
    }

    pub fn may_import(&self) -> bool {
        self.totals.errors == 0
    }

    /// Every row with a readable day of receipt, as it was read: to be looked at, not to be imported.
    pub fn rows_as_read(&self) -> &[OldRecord] {
        &self.rows
    }

    /// Findings about the file first, then row by row.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The order of the figures in dates, told or decided by the dates themselves; `None` when none depends on it.
    pub fn date_order(&self) -> Option<Order> {
        self.date_order
    }

    /// Columns that were only kept: neither mapped nor said to be ignored.
    pub fn unused_columns(&self) -> &[String] {
        &self.unused_columns
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(crate) fn into_records(self) -> Vec<OldRecord> {
        self.rows
    }

    /// Findings from before the reading, such as those of a guess.
    pub(crate) fn with_earlier(mut self, earlier: Vec<Problem>) -> Reading {
        self.problems.splice(0..0, earlier);
        self.totals.count_problems(&self.problems);
        self
    }
}

/// Reads every row. `today` tells which days lie in the future and in which century a short year falls.
pub fn read(table: &SourceTable, mapping: &Mapping, today: Date) -> Reading {
    let mut dates = Dates::default();
    dates.add(table, mapping);
    read_piece(
        table,
        mapping,
        today,
        dates.verdict(mapping),
        &mut Seen::default(),
    )
}

/// Reads the rows of a piece of a file, under the order that the dates of the whole file decided.
pub(crate) fn read_piece(
    table: &SourceTable,
    mapping: &Mapping,
    today: Date,
    order: Result<Option<Order>, Vec<Problem>>,
    seen: &mut Seen,
) -> Reading {
    let ignored: BTreeSet<u32> = mapping.ignore.rows.iter().copied().collect();
    let is_ignored = |row: Option<u32>| row.is_some_and(|row| ignored.contains(&row));
    let mut problems: Vec<Problem> = table
        .problems
        .iter()
        .filter(|problem| !is_ignored(problem.row))
        .cloned()
        .collect();

    let (placed, misplaced) = Placed::find(table, mapping);
    problems.extend(misplaced);
    let rows: Vec<_> = table
        .rows
        .iter()
        .filter(|row| !ignored.contains(&row.number))
        .collect();
    if rows.is_empty() {
        problems.push(Problem::of_file(Code::NoRows, ""));
    }
    let hidden = rows.iter().map(|row| row.number);
    let hidden = hidden.filter(|number| table.hidden.contains(*number));
    let hidden: Spans = hidden.map(|number| (number, number)).collect();
    if !hidden.is_empty() {
        problems.push(Problem::of_rows(Code::HiddenRow, hidden));
    }
    let date_order = match order {
        Ok(order) => order,
        Err(undecided) => {
            problems.extend(undecided);
            None
        }
    };

    let mut records = Vec::new();
    let can_be_read = !problems
        .iter()
        .any(|problem| problem.row.is_none() && problem.severity == Severity::Error);
    if can_be_read && let Some(received) = placed.first(Role::Received) {
        let days = days::Days {
            table,
            mapping,
            order: date_order,
            today,
        };
        records = cases::read(&days, &placed, received, &rows, seen, &mut problems);
    }
    let mut problems = habits::gathered(problems, &rows, table);
    problems.sort_by_key(|problem| problem.row);
    flag(&mut records, &problems);

    let mut totals = Totals::of(&records);
    totals.rows_in_table = table.rows.len();
    totals.rows_ignored = table.rows.len() - rows.len();
    totals.count_problems(&problems);
    Reading {
        unused_columns: placed.unused(table, mapping),
        rows: records,
        problems,
        totals,
        date_order,
    }
}

/// The order that the file's dates have under a mapping, or why it cannot be said.
pub fn date_order(table: &SourceTable, mapping: &Mapping) -> Result<Option<Order>, Vec<Problem>> {
    let mut dates = Dates::default();
    dates.add(table, mapping);
    dates.verdict(mapping)
}

fn flag(records: &mut [OldRecord], problems: &[Problem]) {
    let mut codes: BTreeMap<u32, BTreeSet<Code>> = BTreeMap::new();
    for problem in problems {
        if let Some(row) = problem.row
            && problem.severity == Severity::Warning
        {
            codes.entry(row).or_default().insert(problem.code);
        }
    }
    let told_once: Vec<&Problem> = problems
        .iter()
        .filter(|problem| !problem.rows.is_empty())
        .collect();
    for record in records {
        let mut flags = codes.remove(&record.row).unwrap_or_default();
        let about_it = told_once
            .iter()
            .filter(|problem| problem.rows.contains(record.row));
        flags.extend(about_it.map(|problem| problem.code));
        record.flags = flags.into_iter().collect();
    }
}

#[cfg(test)]
mod tests;
