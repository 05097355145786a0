//! Time limits: how long somebody has, the day it ends, and whether that day can be relied on.
//!
//! A limit in days does not count the day it starts from (Civil Code 2015, article 147), counts every day
//! after it, and only when its last day is not worked moves to the end of the next working day (article
//! 148.5). Whatever lies inside, Tết too, is counted. A term in working days counts worked days only.

mod explanation;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod vectors;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;

pub use explanation::{DayRole, ExplainedDay, Explanation, explain};

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Term {
    /// Every day after `from` counts; the last one moves on to a working day.
    CalendarDays { from: Date, days: u16 },
    /// Only worked days after `from` count. None means the same day, also when it is not worked.
    WorkingDays { from: Date, days: u16 },
    /// So many worked days before a limit. None means the limit itself.
    WorkingDaysBefore { limit: Date, days: u16 },
    /// A date that somebody decided: it stands as it is.
    On { date: Date },
}

/// The day at whose end a term ends.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Due {
    pub on: Date,
    /// The calendar was asked about a year whose holidays it does not know.
    pub provisional: bool,
}

impl Term {
    pub fn due(&self, calendar: &Calendar) -> Due {
        match *self {
            Term::CalendarDays { from, days } => {
                let last = last_calendar_day(from, days);
                let on = calendar.next_working_day_on_or_after(last);
                Due {
                    on,
                    provisional: !knows_all(calendar, last, on),
                }
            }
            Term::WorkingDays { from, days } => {
                let on = calendar.working_days_after(from, days);
                Due {
                    on,
                    provisional: days > 0 && !knows_all(calendar, day_after(from), on),
                }
            }
            Term::WorkingDaysBefore { limit, days } => {
                let on = calendar.working_days_before(limit, days);
                Due {
                    on,
                    provisional: days > 0 && !knows_all(calendar, on, day_before(limit)),
                }
            }
            Term::On { date } => Due {
                on: date,
                provisional: false,
            },
        }
    }
}

/// The day the counting ends, before it moves on to a working day.
fn last_calendar_day(from: Date, days: u16) -> Date {
    from.saturating_add(i64::from(days).days())
}

fn day_after(date: Date) -> Date {
    date.tomorrow().unwrap_or(date)
}

fn day_before(date: Date) -> Date {
    date.yesterday().unwrap_or(date)
}

/// Whether every year touched from the first to the last day the calendar was asked about is known.
fn knows_all(calendar: &Calendar, first: Date, last: Date) -> bool {
    (first.year()..=last.year()).all(|year| calendar.knows(year))
}
