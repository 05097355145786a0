//! Which days are worked: weekly rest, public holidays, made-up and swapped days, and for which years that is
//! known.
//!
//! The Labour Code fixes some holidays; the days of Tết, the second National Day and every swap are announced
//! anew each year. So a calendar is data with the announcing document beside each day, and it says of which
//! years it has heard the announcement: a date that leans on any other year is provisional.

mod day;
mod lunar;
mod statute;
mod vietnam;
mod weekly_rest;

#[cfg(test)]
mod facts;
#[cfg(test)]
pub(crate) mod oracle;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use day::{CalendarDay, DayKind, DayStatus, OwnedDayStatus};
pub use statute::statutory_days;
pub use vietnam::{InvalidDay, InvalidLine, read_days};
pub use weekly_rest::{InvalidWeeklyRest, WeeklyRest};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// Ordered by date, at most one for each date.
    days: Vec<CalendarDay>,
    weekly_rest: WeeklyRest,
    known_years: BTreeSet<i16>,
}

impl Calendar {
    /// Where a date is given twice, the later entry replaces the earlier: what a centre adds corrects what it
    /// was given.
    pub fn new(days: Vec<CalendarDay>, weekly_rest: WeeklyRest, known_years: BTreeSet<i16>) -> Calendar {
        let mut days = days;
        days.reverse();
        days.sort_by_key(|day| day.date);
        days.dedup_by_key(|day| day.date);
        Calendar {
            days,
            weekly_rest,
            known_years,
        }
    }

    /// The calendar of Vietnamese state bodies as announced for 2020–2026, and what statute alone says of
    /// 2027.
    pub fn vietnam() -> &'static Calendar {
        &vietnam::CALENDAR
    }

    /// The same calendar for an employer who does not follow the swaps of the state sector.
    pub fn without_swaps(&self) -> Calendar {
        let days = self
            .days
            .iter()
            .filter(|day| !day.kind.is_swap())
            .cloned()
            .collect();
        Calendar {
            days,
            weekly_rest: self.weekly_rest,
            known_years: self.known_years.clone(),
        }
    }

    /// The same announcements for a centre with other weekly rest days: the days in lieu are found anew.
    pub fn for_weekly_rest(&self, weekly_rest: WeeklyRest) -> Calendar {
        let announced = self
            .days
            .iter()
            .filter(|day| day.kind != DayKind::MadeUpRest)
            .cloned()
            .collect();
        let mut calendar = Calendar::new(announced, weekly_rest, self.known_years.clone());
        let in_lieu = statute::days_in_lieu(&calendar);
        calendar.days.extend(in_lieu);
        calendar.days.sort_by_key(|day| day.date);
        calendar
    }

    pub fn days(&self) -> &[CalendarDay] {
        &self.days
    }

    pub fn weekly_rest(&self) -> WeeklyRest {
        self.weekly_rest
    }

    pub fn known_years(&self) -> &BTreeSet<i16> {
        &self.known_years
    }

    /// Whether the announcements of this year are in the calendar, so that a date in it can be relied on.
    pub fn knows(&self, year: i16) -> bool {
        self.known_years.contains(&year)
    }

    pub fn day(&self, date: Date) -> DayStatus<'_> {
        if let Ok(at) = self.days.binary_search_by_key(&date, |day| day.date) {
            return DayStatus::Announced(&self.days[at]);
        }
        if self.weekly_rest.contains(date.weekday()) {
            return DayStatus::WeeklyRest;
        }
        DayStatus::Working
    }

    pub fn is_working(&self, date: Date) -> bool {
        self.day(date).is_working()
    }

    /// The day itself when it is worked, else the first worked day after it.
    pub fn next_working_day_on_or_after(&self, date: Date) -> Date {
        let mut day = date;
        while !self.is_working(day) {
            let Ok(tomorrow) = day.tomorrow() else { return day };
            day = tomorrow;
        }
        day
    }

    /// The `n`th worked day after `from`, which is not counted itself; `from` as it is when `n` is 0.
    pub fn working_days_after(&self, from: Date, n: u16) -> Date {
        let mut day = from;
        for _ in 0..n {
            let Ok(tomorrow) = day.tomorrow() else { return day };
            day = self.next_working_day_on_or_after(tomorrow);
        }
        day
    }

    /// The `n`th worked day before `limit`, which is not counted itself; `limit` as it is when `n` is 0.
    pub fn working_days_before(&self, limit: Date, n: u16) -> Date {
        let mut day = limit;
        for _ in 0..n {
            let Ok(yesterday) = day.yesterday() else {
                return day;
            };
            day = self.last_working_day_on_or_before(yesterday);
        }
        day
    }

    fn last_working_day_on_or_before(&self, date: Date) -> Date {
        let mut day = date;
        while !self.is_working(day) {
            let Ok(yesterday) = day.yesterday() else {
                return day;
            };
            day = yesterday;
        }
        day
    }
}
