//! The days of a row: which figure is the month, whether a day can be, and what had to be cut off.

use jiff::civil::Date;

use crate::columns::Placed;
use crate::dates::{self, Order, Verdict, Weighing, Written};
use crate::mapping::{Mapping, Role};
use crate::problem::{Code, Problem};
use crate::source::{Form, Row, SourceTable};
use crate::words;

/// Books of complaints are not older, and no limit is further ahead: such a day is a filler or a slip.
const FIRST_PLAUSIBLE_YEAR: i16 = 1976;
const PLAUSIBLE_YEARS_AHEAD: i16 = 20;

/// What is needed to understand the days of one table.
pub(super) struct Days<'a> {
    pub table: &'a SourceTable,
    pub mapping: &'a Mapping,
    pub order: Option<Order>,
    pub today: Date,
}

/// The dates of a file, weighed to find which figure is the day.
pub(crate) struct Dates(Weighing<(u32, String, String)>);

impl Default for Dates {
    fn default() -> Self {
        Dates(Weighing::new())
    }
}

impl Dates {
    /// Takes in the dates of a piece of the file.
    pub fn add(&mut self, table: &SourceTable, mapping: &Mapping) {
        if mapping.dates.order.is_some() {
            return;
        }
        let (placed, _) = Placed::find(table, mapping);
        let columns: Vec<usize> = Role::DATES
            .iter()
            .filter_map(|&role| placed.first(role))
            .collect();
        let rows = table.rows.iter();
        for row in rows.filter(|row| !mapping.ignore.rows.contains(&row.number)) {
            for &column in &columns {
                if let Some(written) = Written::parse(row.text(column)) {
                    let header = &table.headers[column];
                    let example = || (row.number, header.clone(), row.text(column).to_owned());
                    self.0.add(&written, example);
                }
            }
        }
    }

    /// The order told by the mapping, or the one that the dates themselves decide.
    pub fn verdict(self, mapping: &Mapping) -> Result<Option<Order>, Vec<Problem>> {
        match mapping.dates.order {
            Some(told) => Ok(Some(told)),
            None => decided(self.0),
        }
    }
}

fn decided(weighing: Weighing<(u32, String, String)>) -> Result<Option<Order>, Vec<Problem>> {
    let problem = |code, (row, column, text): (u32, String, String)| {
        Problem::of_column(code, column, text).seen_at(row)
    };
    match weighing.verdict() {
        Verdict::Needless => Ok(None),
        Verdict::Decided(order) => Ok(Some(order)),
        Verdict::Ambiguous { example } => Err(vec![problem(Code::AmbiguousDateOrder, example)]),
        Verdict::Contradictory {
            day_first,
            month_first,
        } => Err(vec![
            problem(Code::ContradictoryDateOrder, day_first),
            problem(Code::ContradictoryDateOrder, month_first),
        ]),
    }
}

impl Days<'_> {
    /// The day in a cell. An error has been noted when it is there but cannot be read.
    pub fn in_cell(&self, row: &Row, column: usize, role: Role, problems: &mut Vec<Problem>) -> Option<Date> {
        let text = row.text(column).trim();
        if text.is_empty() || self.means_none(text) {
            return None;
        }
        let header = &self.table.headers[column];
        let mut note = |code| problems.push(Problem::of_cell(code, row.number, header, row.text(column)));
        let Some(found) = self.find(row, column) else {
            note(Code::UnreadableDate);
            return None;
        };
        for (is_so, code) in [
            (found.is_serial, Code::SerialDate),
            (found.time_cut, Code::TimeCut),
            (found.zone_ignored, Code::ZoneIgnored),
            (found.two_digit_year, Code::TwoDigitYear),
        ] {
            if is_so {
                note(code);
            }
        }
        let year = found.day.year();
        if !(FIRST_PLAUSIBLE_YEAR..=self.today.year() + PLAUSIBLE_YEARS_AHEAD).contains(&year) {
            note(Code::ImplausibleDate);
        } else if found.day > self.today && role != Role::Limit {
            note(Code::FutureDate);
        }
        Some(found.day)
    }

    pub fn means_none(&self, text: &str) -> bool {
        let said = words::tidy(text).to_lowercase();
        self.mapping
            .dates
            .none
            .iter()
            .any(|none| words::tidy(none).to_lowercase() == said)
    }

    fn find(&self, row: &Row, column: usize) -> Option<Found> {
        let cell = row.cells.get(column)?;
        let text = cell.text.trim();
        let epoch = match cell.form {
            Form::Number => self.table.facts.epoch.or(self.mapping.dates.serials),
            Form::Text => self.mapping.dates.serials,
            Form::Date | Form::Error => None,
        };
        let is_bare_number = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if is_bare_number && let (Some(epoch), Ok(number)) = (epoch, text.parse::<f64>()) {
            let (day, time) = dates::from_serial(number, epoch)?;
            return Some(Found {
                day,
                is_serial: true,
                time_cut: time != jiff::civil::Time::midnight(),
                zone_ignored: false,
                two_digit_year: false,
            });
        }
        let reading = Written::parse(text)?.read(self.order, self.today)?;
        Some(Found {
            day: reading.date,
            is_serial: false,
            time_cut: reading.time_cut,
            zone_ignored: reading.zone_ignored,
            two_digit_year: reading.two_digit_year,
        })
    }
}

struct Found {
    day: Date,
    is_serial: bool,
    time_cut: bool,
    zone_ignored: bool,
    two_digit_year: bool,
}
