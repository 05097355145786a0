//! Why a term ends on its day: every day it passed, what that day was and what was done with it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Due, Term, day_after, day_before, last_calendar_day};
use crate::calendar::{Calendar, OwnedDayStatus};

/// The days in the order they were counted: from the day the term starts from to the day it is due, which for
/// a term before a limit is backwards in time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Explanation {
    pub term: Term,
    pub due: Due,
    pub days: Vec<ExplainedDay>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExplainedDay {
    pub date: Date,
    /// Which day of the term this is, when it was counted.
    pub ordinal: Option<u16>,
    pub role: DayRole,
    pub status: OwnedDayStatus,
    /// Whether the calendar knows the year of this day.
    pub year_known: bool,
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayRole {
    /// The day the term starts from.
    StartNotCounted,
    Counted,
    /// Not worked, and counted all the same, because calendar days are counted.
    CountedThoughRest,
    /// Not worked and therefore passed over.
    Skipped,
    /// The last day of a limit in calendar days is not worked, so that the limit moves on.
    LastDayRolled,
    /// The day at whose end the term ends.
    Due,
}

pub fn explain(term: &Term, calendar: &Calendar) -> Explanation {
    let due = term.due(calendar);
    let mut table = Table {
        calendar,
        days: Vec::new(),
    };
    match *term {
        Term::CalendarDays { from, days } => table.calendar_days(from, days, due.on),
        Term::WorkingDays { from, days } => table.working_days(from, days, due.on, day_after),
        Term::WorkingDaysBefore { limit, days } => table.working_days(limit, days, due.on, day_before),
        Term::On { date } => table.push(date, None, DayRole::Due),
    }
    Explanation {
        term: *term,
        due,
        days: table.days,
    }
}

struct Table<'a> {
    calendar: &'a Calendar,
    days: Vec<ExplainedDay>,
}

impl Table<'_> {
    fn calendar_days(&mut self, from: Date, days: u16, due: Date) {
        let last = last_calendar_day(from, days);
        if days > 0 {
            self.push(from, None, DayRole::StartNotCounted);
        }
        let mut day = from;
        for ordinal in 1..days {
            day = day_after(day);
            let role = match self.calendar.is_working(day) {
                true => DayRole::Counted,
                false => DayRole::CountedThoughRest,
            };
            self.push(day, Some(ordinal), role);
        }
        let ordinal = (days > 0).then_some(days);
        if last == due {
            return self.push(due, ordinal, DayRole::Due);
        }
        self.push(last, ordinal, DayRole::LastDayRolled);
        let mut day = day_after(last);
        while day < due {
            self.push(day, None, DayRole::Skipped);
            day = day_after(day);
        }
        self.push(due, None, DayRole::Due);
    }

    fn working_days(&mut self, start: Date, days: u16, due: Date, step: fn(Date) -> Date) {
        if days == 0 {
            return self.push(due, None, DayRole::Due);
        }
        self.push(start, None, DayRole::StartNotCounted);
        let mut ordinal = 0;
        let mut day = step(start);
        while day != due {
            if self.calendar.is_working(day) {
                ordinal += 1;
                self.push(day, Some(ordinal), DayRole::Counted);
            } else {
                self.push(day, None, DayRole::Skipped);
            }
            day = step(day);
        }
        self.push(due, Some(days), DayRole::Due);
    }

    fn push(&mut self, date: Date, ordinal: Option<u16>, role: DayRole) {
        let status = self.calendar.day(date).to_owned();
        let year_known = self.calendar.knows(date.year());
        self.days.push(ExplainedDay {
            date,
            ordinal,
            role,
            status,
            year_known,
        });
    }
}
