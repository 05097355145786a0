//! The days off and the Saturdays worked in Vietnam, read from the table beside this file.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::{Calendar, CalendarDay, DayKind, WeeklyRest};

const TABLE: &str = include_str!("vietnam.tsv");

/// The years whose notice about Tết and National Day is in the table. 2027 is not among them: when the table
/// was written its Tết days, its second National Day and its swaps were not announced, so only what statute
/// alone determines stands there, and a date that leans on it is provisional.
const KNOWN_YEARS: std::ops::RangeInclusive<i16> = 2020..=2026;

pub(super) static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let days = read_days(TABLE).expect("the shipped table is read by a test");
    Calendar::new(
        days,
        WeeklyRest::SATURDAY_AND_SUNDAY,
        BTreeSet::from_iter(KNOWN_YEARS),
    )
});

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct InvalidLine {
    pub line: usize,
    pub reason: InvalidDay,
}

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InvalidDay {
    #[error("expected date, kind, name_vi, name_en and document, separated by tabs")]
    Columns,
    #[error("{0:?} is no date of the form 2026-01-02")]
    Date(String),
    #[error("{0:?} is none of holiday, made_up_rest, swapped_rest, swapped_work")]
    Kind(String),
    #[error("name and document may not be empty")]
    Empty,
}

/// Reads a calendar file: a heading, then one day a line; lines that begin with `#` are remarks.
pub fn read_days(table: &str) -> Result<Vec<CalendarDay>, InvalidLine> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|(at, line)| read_day(line).map_err(|reason| InvalidLine { line: at + 1, reason }))
        .collect()
}

fn read_day(line: &str) -> Result<CalendarDay, InvalidDay> {
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    let [date, kind, name_vi, name_en, document] = columns[..] else {
        return Err(InvalidDay::Columns);
    };
    if name_vi.is_empty() || name_en.is_empty() || document.is_empty() {
        return Err(InvalidDay::Empty);
    }
    Ok(CalendarDay {
        date: date
            .parse::<Date>()
            .map_err(|_| InvalidDay::Date(date.to_owned()))?,
        kind: DayKind::from_code(kind).ok_or_else(|| InvalidDay::Kind(kind.to_owned()))?,
        name_vi: name_vi.to_owned(),
        name_en: name_en.to_owned(),
        document: document.to_owned(),
    })
}
