//! The desk at which an act is judged: the told moment, the staff, the calendar and the settings of the organisation.

use crate::calendar::Calendar;
use crate::people::Staff;
use crate::settings::Periods;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Everything outside the case that a decision may look at. Nothing here reads a clock.
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    pub now: Timestamp,
    pub today: Date,
    pub staff: &'a Staff,
    pub calendar: &'a Calendar,
    pub periods: &'a Periods,
}

impl<'a> Desk<'a> {
    /// The only place where an instant becomes a day: in the zone of the organisation.
    pub fn at(
        now: Timestamp,
        zone: &TimeZone,
        staff: &'a Staff,
        calendar: &'a Calendar,
        periods: &'a Periods,
    ) -> Self {
        let today = zone.to_datetime(now).date();
        Self {
            now,
            today,
            staff,
            calendar,
            periods,
        }
    }
}
