//! "Why this date?" in words: the term, the day it ends, and each day that was passed on the way.

use procedure::calendar::OwnedDayStatus;
use procedure::deadline::{DayRole, ExplainedDay, Explanation, Term};

use crate::lang::Lang;
use crate::say::within;
use crate::texts;

/// How long somebody has, as a clause: `30 ngày kể từ ngày 02/03/2026, không tính ngày đó; …`.
pub fn term(lang: Lang, term: &Term) -> String {
    let t = texts(lang);
    match *term {
        Term::CalendarDays { from, days } => t.day_term_calendar(days, t.date(from)),
        Term::WorkingDays { from, days: 0 } => t.day_term_same_day(t.date(from)),
        Term::WorkingDays { from, days } => t.day_term_working(days, t.date(from)),
        Term::WorkingDaysBefore { limit, days: 0 } => t.day_term_at_limit(t.date(limit)),
        Term::WorkingDaysBefore { limit, days } => t.day_term_before(days, t.date(limit)),
        Term::On { .. } => t.day_term_decided().to_owned(),
    }
}

/// When the term ends and how it was counted, with a warning where the date is provisional.
pub fn explanation(lang: Lang, explanation: &Explanation) -> String {
    let t = texts(lang);
    let ends = t.day_limit_ends(
        t.date_and_weekday(explanation.due.on),
        term(lang, &explanation.term),
    );
    if explanation.due.provisional {
        format!("{ends} {}", t.day_limit_provisional())
    } else {
        ends
    }
}

/// What one day was and what was done with it, without its date: `ngày thứ 6, vẫn tính dù là ngày nghỉ (nghỉ hằng tuần)`.
pub fn explained_day(lang: Lang, day: &ExplainedDay) -> String {
    let t = texts(lang);
    let why = || day_status(lang, &day.status);
    let ordinal = day.ordinal.map(|ordinal| t.day_ordinal(ordinal));
    let nth = ordinal.clone().unwrap_or_default();
    let said = match day.role {
        DayRole::StartNotCounted => t.day_started().to_owned(),
        DayRole::Counted => match &day.status {
            OwnedDayStatus::Announced(_) => t.day_worked_because(nth, why()),
            OwnedDayStatus::Working | OwnedDayStatus::WeeklyRest => nth,
        },
        DayRole::CountedThoughRest => t.day_counted_though(nth, why()),
        DayRole::Skipped => t.day_skipped(why()),
        DayRole::LastDayRolled => t.day_rolled(nth, why()),
        DayRole::Due => match ordinal {
            Some(nth) => t.day_due_counted(nth),
            None => t.day_due().to_owned(),
        },
    };
    if day.year_known {
        said
    } else {
        format!("{said}; {}", t.day_year_unknown())
    }
}

/// What a day is: `nghỉ hằng tuần`, or the holiday with the document that announced it.
pub fn day_status(lang: Lang, status: &OwnedDayStatus) -> String {
    let t = texts(lang);
    match status {
        OwnedDayStatus::Working => within(t.day_status_working()),
        OwnedDayStatus::WeeklyRest => within(t.day_status_weekly_rest()),
        OwnedDayStatus::Announced(day) => {
            let name = match lang {
                Lang::Vi => &day.name_vi,
                Lang::En => &day.name_en,
            };
            t.day_announced(name, &day.document)
        }
    }
}
