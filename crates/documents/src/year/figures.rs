//! The figures of a year as a report tells them: counts, with the words of what is counted.

use plots::{BINS, Count, Year};

/// How cases stand to their limits, in the order in which a reader asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timeliness {
    pub in_first_limit: i64,
    pub in_extended_limit: i64,
    pub late: i64,
    pub running: i64,
    pub overdue: i64,
    pub no_limit: i64,
}

impl Timeliness {
    /// Cases that were answered, or should have been by now: what answers in time are a share of.
    pub const fn due(&self) -> i64 {
        self.in_first_limit + self.in_extended_limit + self.late + self.overdue
    }

    pub const fn total(&self) -> i64 {
        self.due() + self.running + self.no_limit
    }

    pub(super) const fn in_order(&self) -> [i64; 6] {
        [
            self.in_first_limit,
            self.in_extended_limit,
            self.late,
            self.running,
            self.overdue,
            self.no_limit,
        ]
    }
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub part: i64,
    pub whole: i64,
}

/// Everything a report counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub numbers: i64,
    pub annulled: i64,
    pub received: i64,
    pub imported: i64,
    pub carried: i64,
    pub open_at_end: i64,
    pub settled: i64,
    pub extended: i64,
    pub reopened: i64,
    pub withdrawn: i64,
    pub actions_opened: i64,
    pub acknowledged: Part,
    pub timeliness: Timeliness,
    /// Each kind with how its cases stand to their limits.
    pub kinds: Vec<(String, Timeliness)>,
    pub channels: Vec<Count>,
    pub units: Vec<Count>,
    pub subjects: Vec<Count>,
    pub outcomes: Vec<Count>,
    pub action_stages: Vec<Count>,
    /// This year first, then those before it that have anything.
    pub months: Vec<Year>,
    /// Absent where the document was compiled before they were kept.
    pub measures: Option<Measures>,
}

/// The figures by which the handling is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    pub founded: Part,
    pub partly: Part,
    pub appeals_reversed: Part,
    pub recurring: i64,
    /// Of all that were answered.
    pub satisfied: Part,
    pub not_satisfied: Part,
    pub not_said: Part,
    pub effective: Part,
    /// By what the review found.
    pub effects: Vec<Count>,
    pub actions_reopened: i64,
    pub causes: Vec<Count>,
    pub days: [i64; BINS],
    /// In tenths of a day.
    pub median_tenths: Option<i64>,
    /// Up to 30, 60 and 90 days, and more.
    pub open_ages: [i64; 4],
}

impl Measures {
    /// Which of `open_ages` a case of so many days counts under.
    pub const fn age(days: i64) -> usize {
        match days {
            ..=30 => 0,
            31..=60 => 1,
            61..=90 => 2,
            _ => 3,
        }
    }
}
