//! One day: what was announced about it, and whether it is worked.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A day that is not what its weekday says, with the document that made it so.
///
/// A holiday on a Sunday stands here too: it explains the day made up for it, and a centre that works on
/// Saturdays needs the holiday that others sleep through.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CalendarDay {
    pub date: Date,
    pub kind: DayKind,
    pub name_vi: String,
    pub name_en: String,
    /// The notice, letter or article that says so, as it is cited in a letter.
    pub document: String,
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Ngày nghỉ lễ, tết.
    Holiday,
    /// Nghỉ bù: off because a holiday fell on a weekly rest day (Labour Code 2019, article 111.3).
    MadeUpRest,
    /// Hoán đổi: a weekday off in exchange for a weekly rest day that is worked.
    SwappedRest,
    /// Hoán đổi: the weekly rest day that is worked in exchange.
    SwappedWork,
}

impl DayKind {
    pub const ALL: [DayKind; 4] = [
        DayKind::Holiday,
        DayKind::MadeUpRest,
        DayKind::SwappedRest,
        DayKind::SwappedWork,
    ];

    pub fn is_worked(self) -> bool {
        match self {
            DayKind::SwappedWork => true,
            DayKind::Holiday | DayKind::MadeUpRest | DayKind::SwappedRest => false,
        }
    }

    /// Swaps bind the state sector; another employer chooses whether to follow them.
    pub fn is_swap(self) -> bool {
        match self {
            DayKind::SwappedRest | DayKind::SwappedWork => true,
            DayKind::Holiday | DayKind::MadeUpRest => false,
        }
    }

    /// The word that stands for this kind in a calendar file.
    pub fn code(self) -> &'static str {
        match self {
            DayKind::Holiday => "holiday",
            DayKind::MadeUpRest => "made_up_rest",
            DayKind::SwappedRest => "swapped_rest",
            DayKind::SwappedWork => "swapped_work",
        }
    }

    pub fn from_code(code: &str) -> Option<DayKind> {
        DayKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a calendar says about one date.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum DayStatus<'a> {
    Working,
    WeeklyRest,
    Announced(&'a CalendarDay),
}

impl DayStatus<'_> {
    pub fn is_working(&self) -> bool {
        match self {
            DayStatus::Working => true,
            DayStatus::WeeklyRest => false,
            DayStatus::Announced(day) => day.kind.is_worked(),
        }
    }

    pub fn to_owned(self) -> OwnedDayStatus {
        match self {
            DayStatus::Working => OwnedDayStatus::Working,
            DayStatus::WeeklyRest => OwnedDayStatus::WeeklyRest,
            DayStatus::Announced(day) => OwnedDayStatus::Announced(day.clone()),
        }
    }
}

/// The same, kept after the calendar is gone: in an explanation, in an answer to a program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "day", rename_all = "snake_case")]
pub enum OwnedDayStatus {
    Working,
    WeeklyRest,
    Announced(CalendarDay),
}

impl OwnedDayStatus {
    pub fn is_working(&self) -> bool {
        match self {
            OwnedDayStatus::Working => true,
            OwnedDayStatus::WeeklyRest => false,
            OwnedDayStatus::Announced(day) => day.kind.is_worked(),
        }
    }
}
