//! The days of the story: offsets from today, kept to working days and working hours.

use app::Office;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use procedure::calendar::Calendar;

pub struct Days {
    pub today: Date,
    zone: TimeZone,
    calendar: Calendar,
}

impl Days {
    pub fn new(office: &Office, now: Timestamp) -> Days {
        Days {
            today: office.desk(now).today,
            zone: office.zone.clone(),
            calendar: office.calendar.clone(),
        }
    }

    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The day a case enters the book: so many days from today, or the working day before that.
    pub fn entered(&self, offset: i64) -> Date {
        self.worked_before(self.after(self.today, offset))
    }

    /// The day of an act, so many days after the case was entered.
    pub fn worked(&self, entered: Date, offset: i64) -> Date {
        self.worked_before(self.after(entered, offset)).max(entered)
    }

    /// The first working day so many days after another.
    pub fn worked_after(&self, day: Date, offset: i64) -> Date {
        self.calendar
            .next_working_day_on_or_after(self.after(day, offset))
    }

    pub fn after(&self, day: Date, offset: i64) -> Date {
        day.saturating_add(offset.days())
    }

    fn worked_before(&self, day: Date) -> Date {
        let mut day = day;
        while !self.calendar.is_working(day) {
            let Ok(before) = day.yesterday() else { return day };
            day = before;
        }
        day
    }

    /// The moment of the nth act of a day: from eight o'clock on, a few minutes apart, no two cases at the same one.
    pub fn moment(&self, day: Date, time: Option<Time>, case: usize, nth: i64) -> Timestamp {
        let own = i64::try_from(case % 50).unwrap_or_default();
        let begin = time.unwrap_or(Time::constant(8, 3, 0, 0));
        let minutes = if time.is_some() {
            nth
        } else {
            nth * 19 + (own * 7) % 23
        };
        let at = day.to_datetime(begin) + (minutes * 60 + own).seconds();
        self.zone.to_timestamp(at).unwrap_or_default()
    }

    /// The next working morning, for an act that the case did not allow yet.
    pub fn next_morning(&self, at: Timestamp, case: usize) -> Timestamp {
        let day = self.worked_after(self.day_of(at), 1);
        self.moment(day, None, case, 0)
    }
}
