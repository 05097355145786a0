//! The periods of the procedure by name, for the page of settings, with the unit in which each is counted.

use procedure::settings::Periods;

use crate::lang::Lang;
use crate::say::spelled;
use crate::texts;

/// In what a period is counted, as its name tells.
enum Unit {
    WorkingDays,
    CalendarDays,
    Hours,
}

fn unit(name: &str) -> Unit {
    if name.ends_with("_calendar") {
        Unit::CalendarDays
    } else if name.ends_with("_hours") {
        Unit::Hours
    } else {
        Unit::WorkingDays
    }
}

/// What the period is for; `None` when there is none of that name.
pub fn period(lang: Lang, name: &str) -> Option<&'static str> {
    let known = Periods::NAMES.contains(&name);
    known
        .then(|| texts(lang).get(&format!("period-{}", spelled(name))))
        .flatten()
}

/// `ngày làm việc`, `ngày`, `giờ`.
pub fn period_unit(lang: Lang, name: &str) -> &'static str {
    let t = texts(lang);
    match unit(name) {
        Unit::WorkingDays => t.period_unit_working_days(),
        Unit::CalendarDays => t.period_unit_days(),
        Unit::Hours => t.period_unit_hours(),
    }
}

/// `2 ngày làm việc`, `30 ngày`, `72 giờ`.
pub fn period_value(lang: Lang, name: &str, length: u16) -> String {
    let t = texts(lang);
    match unit(name) {
        Unit::WorkingDays => t.time_working_days(length),
        Unit::CalendarDays => t.time_days(length),
        Unit::Hours => t.period_hours(length),
    }
}
