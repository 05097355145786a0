//! When a duty reminds: before, on and after its day, and when it goes on to a superior. Days in, the step of today out.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// When the organisation wants to be reminded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pace {
    /// When so much of the term has passed, in percent.
    pub percents: Vec<u8>,
    /// So many days before the day.
    pub days: Vec<u8>,
}

impl Pace {
    /// At the whole term the day itself is there.
    pub const MOST_PERCENT: u8 = 99;
    pub const MOST_DAYS: u8 = 60;
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            percents: vec![50, 80],
            days: vec![3, 1],
        }
    }
}

/// Why somebody is reminded now.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// So much of the term has passed.
    Passed(u8),
    /// So many days are left.
    Left(u8),
    Due,
    /// Late, in the so-manieth week.
    Late(u16),
    /// Late, and told to the superior of this rank above the holder.
    Superior(u8),
    /// The thirty days of B2.4 have passed: the Director is told, in the so-manieth week.
    Director(u16),
    /// Nobody holds the office that owes this.
    Nobody,
    /// There is no superior of this rank who could be told.
    NoSuperior(u8),
}

impl Step {
    pub fn key(self) -> String {
        match self {
            Step::Passed(percent) => format!("passed_{percent}"),
            Step::Left(days) => format!("left_{days}"),
            Step::Due => "due".to_owned(),
            Step::Late(week) => format!("late_{week}"),
            Step::Superior(rank) => format!("superior_{rank}"),
            Step::Director(week) => format!("director_{week}"),
            Step::Nobody => "nobody".to_owned(),
            Step::NoSuperior(rank) => format!("no-superior_{rank}"),
        }
    }

    /// The name of the step without its figure, as messages are called.
    pub fn name(key: &str) -> &str {
        key.split('_').next().unwrap_or(key)
    }
}

/// Shorter terms have no parts worth a reminder.
const SHORTEST: i32 = 5;
/// So many days late, a duty goes on to the superior of the next rank.
const RANKS: [i32; 3] = [1, 3, 7];
const WEEK: i32 = 7;

/// The step at which whoever owes it is reminded today: the latest that has come; none while it is early.
pub fn of_holder(opens: Option<Date>, due: Date, today: Date, pace: &Pace) -> Option<Step> {
    let late = days(due, today);
    if late > 0 {
        return Some(Step::Late(week(late)));
    }
    if late == 0 {
        return Some(Step::Due);
    }
    let term = opens.map_or(0, |opens| days(opens, due));
    let left = pace
        .days
        .iter()
        .filter(|&&before| i32::from(before) < term || opens.is_none());
    let left = left.map(|&before| (due.saturating_sub(i32::from(before).days()), Step::Left(before)));
    let parts = pace.percents.iter().filter(|_| term >= SHORTEST);
    let passed = parts.filter_map(|&percent| {
        let after = (term * i32::from(percent) + 99) / 100;
        let day = opens?.saturating_add(after.days());
        (day < due).then_some((day, Step::Passed(percent)))
    });
    // Of two that fall on one day, the one that counts days says more.
    left.chain(passed)
        .filter(|(day, _)| *day <= today)
        .max()
        .map(|(_, step)| step)
}

/// To the superior of which rank a late duty goes today.
pub fn rank(due: Date, today: Date) -> Option<u8> {
    let late = days(due, today);
    let reached = RANKS.iter().filter(|&&after| late >= after).count();
    u8::try_from(reached).ok().filter(|rank| *rank > 0)
}

/// The step at which the Director is told of the thirty days.
pub fn of_director(due: Date, today: Date) -> Option<Step> {
    let late = days(due, today);
    (late > 0).then(|| Step::Director(week(late)))
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn week(late: i32) -> u16 {
    u16::try_from((late - 1) / WEEK).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(opens: &str, due: &str, today: &str) -> String {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let step = of_holder(Some(day(opens)), day(due), day(today), &Pace::default());
        step.map_or("-".to_owned(), Step::key)
    }

    #[test]
    fn thirty_days_remind_at_half_at_four_fifths_at_three_and_one_day_on_the_day_and_each_week_after() {
        let of = |today: &str| told("2026-03-02", "2026-04-01", today);
        assert_eq!(of("2026-03-16"), "-");
        assert_eq!(of("2026-03-17"), "passed_50");
        assert_eq!(of("2026-03-25"), "passed_50");
        assert_eq!(of("2026-03-26"), "passed_80");
        assert_eq!(of("2026-03-29"), "left_3");
        assert_eq!(of("2026-03-31"), "left_1");
        assert_eq!(of("2026-04-01"), "due");
        assert_eq!(of("2026-04-02"), "late_0");
        assert_eq!(of("2026-04-08"), "late_0");
        assert_eq!(of("2026-04-09"), "late_1");
    }

    #[test]
    fn a_short_term_reminds_on_its_day_and_not_when_it_begins() {
        assert_eq!(told("2026-03-02", "2026-03-02", "2026-03-02"), "due");
        assert_eq!(told("2026-03-02", "2026-03-03", "2026-03-02"), "-");
        assert_eq!(told("2026-03-02", "2026-03-04", "2026-03-03"), "left_1");
        assert_eq!(told("2026-03-02", "2026-03-05", "2026-03-02"), "-");
    }

    #[test]
    fn what_is_late_goes_up_after_one_three_and_seven_days() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let of = |today: &str| rank(day("2026-04-01"), day(today));
        let ranks = [
            "2026-04-01",
            "2026-04-02",
            "2026-04-04",
            "2026-04-08",
            "2026-05-08",
        ]
        .map(of);
        assert_eq!(ranks, [None, Some(1), Some(2), Some(3), Some(3)]);
    }
}
