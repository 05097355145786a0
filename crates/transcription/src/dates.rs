//! Days as people write them, taken apart without guessing which figure is the month.

mod parse;

use jiff::civil::{Date, Time, date};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use crate::mapping::Epoch;

/// Which figure of 3/4/2019 is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    Dmy,
    Mdy,
    Ymd,
}

/// A day together with what had to be done to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub date: Date,
    pub time_cut: bool,
    pub zone_ignored: bool,
    pub two_digit_year: bool,
}

/// A written day before the order of its figures is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    day: Day,
    time: Option<TimeOfDay>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    /// The year is first, or the month has a name: nothing can be mistaken.
    Plain { year: Year, month: u8, day: u8 },
    /// Two figures and a year.
    Pair { first: u8, second: u8, year: Year },
    /// Three figures of two digits at most.
    Short { figures: [u8; 3] },
    /// Eight digits without a separator.
    Compact { digits: u32 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    Full(i16),
    TwoDigits(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TimeOfDay {
    midnight: bool,
    zone: bool,
}

impl Written {
    /// The orders under which this is a day at all; both when it does not depend on the order.
    fn possible(&self) -> (bool, bool) {
        let (first, second) = match self.day {
            Day::Plain { .. } | Day::Compact { .. } => return (true, true),
            Day::Pair { first, second, .. } => (first, second),
            Day::Short {
                figures: [first, second, _],
            } => (first, second),
        };
        (second <= 12 && first <= 31, first <= 12 && second <= 31)
    }

    fn is_the_same_either_way(&self) -> bool {
        match self.day {
            Day::Plain { .. } | Day::Compact { .. } => true,
            Day::Pair { first, second, .. } => first == second,
            Day::Short {
                figures: [first, second, _],
            } => first == second,
        }
    }

    /// The day under an order; `None` is needed only where the order makes no difference.
    /// A year of two digits is the latest one that is not after next year.
    pub fn read(&self, order: Option<Order>, today: Date) -> Option<Reading> {
        let (year, month, day) = match (self.day, order) {
            (Day::Plain { year, month, day }, _) => (year, month, day),
            (Day::Pair { first, second, year }, Some(Order::Dmy)) => (year, second, first),
            (Day::Pair { first, second, year }, Some(Order::Mdy)) => (year, first, second),
            (Day::Pair { first, second, year }, None) if first == second => (year, first, second),
            (Day::Pair { .. }, Some(Order::Ymd) | None) => return None,
            (Day::Short { figures: [a, b, c] }, Some(Order::Dmy)) => (Year::TwoDigits(c), b, a),
            (Day::Short { figures: [a, b, c] }, Some(Order::Mdy)) => (Year::TwoDigits(c), a, b),
            (Day::Short { figures: [a, b, c] }, Some(Order::Ymd)) => (Year::TwoDigits(a), b, c),
            (Day::Short { figures: [a, b, c] }, None) if a == b => (Year::TwoDigits(c), a, b),
            (Day::Short { .. }, None) => return None,
            (Day::Compact { digits }, Some(Order::Ymd)) => {
                let year = i16::try_from(digits / 10_000).ok()?;
                (Year::Full(year), (digits / 100 % 100) as u8, (digits % 100) as u8)
            }
            (Day::Compact { .. }, _) => return None,
        };
        let (full, two_digit_year) = match year {
            Year::Full(year) => (year, false),
            Year::TwoDigits(short) => {
                let this_century = 2000 + i16::from(short);
                let fits = this_century <= today.year() + 1;
                (if fits { this_century } else { this_century - 100 }, true)
            }
        };
        let month = i8::try_from(month).ok()?;
        let day = i8::try_from(day).ok()?;
        Some(Reading {
            date: Date::new(full, month, day).ok()?,
            time_cut: self.time.is_some_and(|time| !time.midnight),
            zone_ignored: self.time.is_some_and(|time| time.zone),
            two_digit_year,
        })
    }
}

/// What the dates of a file say about the order of their figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict<E> {
    /// No date depends on the order.
    Needless,
    Decided(Order),
    Ambiguous {
        example: E,
    },
    Contradictory {
        day_first: E,
        month_first: E,
    },
}

/// Weighs dates against each other; an example is kept for each finding.
pub(crate) struct Weighing<E> {
    day_first: Option<E>,
    month_first: Option<E>,
    open: Option<E>,
}

impl<E> Weighing<E> {
    pub fn new() -> Weighing<E> {
        Weighing {
            day_first: None,
            month_first: None,
            open: None,
        }
    }

    pub fn add(&mut self, written: &Written, example: impl FnOnce() -> E) {
        let place = match written.possible() {
            (true, true) if written.is_the_same_either_way() => return,
            (true, true) => &mut self.open,
            (true, false) => &mut self.day_first,
            (false, true) => &mut self.month_first,
            (false, false) => return,
        };
        if place.is_none() {
            *place = Some(example());
        }
    }

    pub fn verdict(self) -> Verdict<E> {
        match (self.day_first, self.month_first, self.open) {
            (Some(day_first), Some(month_first), _) => Verdict::Contradictory {
                day_first,
                month_first,
            },
            (Some(_), None, _) => Verdict::Decided(Order::Dmy),
            (None, Some(_), _) => Verdict::Decided(Order::Mdy),
            (None, None, Some(example)) => Verdict::Ambiguous { example },
            (None, None, None) => Verdict::Needless,
        }
    }
}

/// The day and time that a spreadsheet means by a bare number.
pub(crate) fn from_serial(number: f64, epoch: Epoch) -> Option<(Date, Time)> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    let days = number.floor();
    let seconds = ((number - days) * 86_400.0).round().min(86_399.0);
    let (start, days) = match epoch {
        Epoch::Of1904 => (date(1904, 1, 1), days),
        // Excel counts a 29 February 1900, which never was.
        Epoch::Of1900 if days == 60.0 => return None,
        Epoch::Of1900 if days < 60.0 => (date(1899, 12, 31), days),
        Epoch::Of1900 => (date(1899, 12, 30), days),
    };
    let day = start.checked_add((days as i64).days()).ok()?;
    let time = Time::midnight()
        .checked_add(Span::new().seconds(seconds as i64))
        .ok()?;
    Some((day, time))
}

#[cfg(test)]
mod tests;
