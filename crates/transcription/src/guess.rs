//! What the columns seem to be, from their headings and from what stands below them.
//! The date of answer is never guessed: a wrong one would make late cases look answered in time.

use serde::Serialize;

use crate::dates::Written;
use crate::mapping::{FileHints, Mapping, Role};
use crate::problem::{Code, Problem};
use crate::read;
use crate::source::{Form, SourceTable};
use crate::words::{self, Likeness};

#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    pub mapping: Mapping,
    /// Every column of the file, in its order.
    pub columns: Vec<GuessedColumn>,
    /// Columns that look like the date of answer.
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuessedColumn {
    pub header: String,
    pub guess: Option<(Role, Confidence)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A heading that only begins like a known one, or values of which some do not fit.
    Low,
    /// One of several columns that could be it, and the likeliest.
    Medium,
    High,
}

/// Below this share of fitting values, a heading is not believed.
const BELIEVED_SHARE: usize = 50;
const SURE_SHARE: usize = 95;
const SAMPLE: usize = 500;

pub fn guess(table: &SourceTable) -> Guess {
    let candidates: Vec<Candidate> = (0..table.headers.len())
        .filter_map(|column| Candidate::of(table, column))
        .collect();
    let mut mapping = Mapping {
        file: FileHints {
            sheet: table.facts.sheet.clone(),
            header_row: Some(table.facts.header_row),
            ..FileHints::default()
        },
        ..Mapping::default()
    };
    let mut columns: Vec<GuessedColumn> = table
        .headers
        .iter()
        .map(|header| GuessedColumn {
            header: header.clone(),
            guess: None,
        })
        .collect();
    for &role in Role::ALL {
        let rivals = || candidates.iter().filter(|candidate| candidate.role == role);
        // The leftmost of equals.
        let Some(best) = rivals().rev().max_by_key(|candidate| candidate.likeness) else {
            continue;
        };
        let confidence = match (best.is_sure(), rivals().count()) {
            (false, _) => Confidence::Low,
            (true, 1) => Confidence::High,
            (true, _) => Confidence::Medium,
        };
        mapping.columns.set(role, &table.headers[best.column]);
        columns[best.column].guess = Some((role, confidence));
    }
    mapping.dates.order = read::date_order(table, &mapping).ok().flatten();
    let problems = columns
        .iter()
        .enumerate()
        .filter(|(column, guessed)| guessed.guess.is_none() && may_be_the_answer(table, *column))
        .map(|(_, guessed)| Problem::of_column(Code::AnswerDateNotTaken, &guessed.header, ""))
        .collect();
    Guess {
        mapping,
        columns,
        problems,
    }
}

fn may_be_the_answer(table: &SourceTable, column: usize) -> bool {
    words::speaks_of_answer(&words::fold(&table.headers[column]))
        && share(table, column, is_day).is_some_and(|share| share >= BELIEVED_SHARE)
}

struct Candidate {
    column: usize,
    role: Role,
    likeness: Likeness,
    /// Of a hundred values, those that fit; `None` for roles that any text fits.
    fitting: Option<usize>,
}

impl Candidate {
    fn of(table: &SourceTable, column: usize) -> Option<Candidate> {
        let (role, likeness) = words::role_named(&words::fold(&table.headers[column]))?;
        let fitting = match role {
            Role::Received | Role::Limit | Role::Sent | Role::Answered | Role::Closed => {
                Some(share(table, column, is_day)?)
            }
            Role::Kind => Some(share(table, column, |text, _| {
                words::kind(&words::fold(text)).is_some()
            })?),
            Role::Channel => Some(share(table, column, |text, _| {
                words::channel(&words::fold(text)).is_some()
            })?),
            Role::Subject => Some(share(table, column, |text, _| {
                words::subject(&words::fold(text)).is_some()
            })?),
            Role::Number | Role::Unit | Role::Complainant | Role::Summary | Role::Outcome => None,
        };
        let is_believed = fitting.is_none_or(|share| share >= BELIEVED_SHARE);
        is_believed.then_some(Candidate {
            column,
            role,
            likeness,
            fitting,
        })
    }

    fn is_sure(&self) -> bool {
        self.likeness.is_known && self.fitting.is_none_or(|share| share >= SURE_SHARE)
    }
}

/// Of a hundred filled cells, how many pass; `None` when the column is empty.
fn share(table: &SourceTable, column: usize, test: impl Fn(&str, Form) -> bool) -> Option<usize> {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let filled = cells.filter(|cell| !cell.is_blank()).take(SAMPLE);
    let (passed, all) = filled.fold((0, 0), |(passed, all), cell| {
        (passed + usize::from(test(&cell.text, cell.form)), all + 1)
    });
    (all > 0).then(|| passed * 100 / all)
}

fn is_day(text: &str, form: Form) -> bool {
    matches!(form, Form::Date | Form::Number) || Written::parse(text).is_some()
}

#[cfg(test)]
mod tests;
