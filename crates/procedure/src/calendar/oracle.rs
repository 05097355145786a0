//! Every day of 2020–2026 against an independent list of holidays and swaps; each difference has its reason
//! here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::{Date, Weekday, date};

use super::*;

/// A file of the reference data beside the checkout, when it is there.
pub(crate) fn shared_calendar_file(name: &str) -> Option<String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    let file = workspace.parent()?.join("shared/data/calendar").join(name);
    match std::fs::read_to_string(&file) {
        Ok(text) => Some(text),
        Err(_) => {
            eprintln!("skipped: no reference data at {}", file.display());
            None
        }
    }
}

pub(crate) fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect()
}

fn on(text: &str) -> Date {
    text.parse().expect("the reference data has ISO dates")
}

struct Oracle {
    /// Whether the list calls the day statutory, as opposed to observed or substituted.
    off: BTreeMap<Date, bool>,
    worked: BTreeSet<Date>,
}

fn oracle() -> Option<Oracle> {
    let holidays = shared_calendar_file("vn_public_holidays_2020_2030.tsv")?;
    let swaps = shared_calendar_file("vn_swapped_workdays.tsv")?;
    let mut off: BTreeMap<Date, bool> = rows(&holidays)
        .iter()
        .map(|row| (on(row[0]), row[4] == "statutory"))
        .collect();
    let mut worked = BTreeSet::new();
    for row in rows(&swaps) {
        off.insert(on(row[0]), false);
        worked.insert(on(row[1]));
    }
    Some(Oracle { off, worked })
}

impl Oracle {
    fn is_working(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.worked.contains(&day) || !(weekend || self.off.contains_key(&day))
    }
}

fn days_2020_to_2026() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(date(2020, 1, 1)), |day| day.tomorrow().ok())
        .take_while(|day| *day <= date(2026, 12, 31))
}

#[test]
fn every_day_of_2020_to_2026_is_worked_or_not_as_in_the_independent_list() {
    let Some(oracle) = oracle() else { return };
    let vietnam = Calendar::vietnam();
    let different: Vec<(Date, bool)> = days_2020_to_2026()
        .filter(|day| oracle.is_working(*day) != vietnam.is_working(*day))
        .map(|day| (day, vietnam.is_working(day)))
        .collect();
    assert_eq!(days_2020_to_2026().count(), 2557);
    // The list lacks the swap announced on 25 December 2025 by letter 12729/VPCP-KGVX.
    assert_eq!(different, [(date(2026, 1, 2), false), (date(2026, 1, 10), true)]);
}

#[test]
fn every_named_day_of_2020_to_2026_is_in_the_independent_list_and_the_reverse() {
    let Some(oracle) = oracle() else { return };
    let ours: BTreeSet<Date> = Calendar::vietnam().days().iter().map(|day| day.date).collect();
    let theirs: BTreeSet<Date> = oracle.off.keys().chain(&oracle.worked).copied().collect();
    let missing_here: Vec<Date> = days_2020_to_2026()
        .filter(|d| theirs.contains(d) && !ours.contains(d))
        .collect();
    let missing_there: Vec<Date> = days_2020_to_2026()
        .filter(|d| ours.contains(d) && !theirs.contains(d))
        .collect();
    // The list names mùng 4 of 2025, a Saturday; the five days of notice 6150/TB-BLĐTBXH are 27 to 31
    // January.
    assert_eq!(missing_here, [date(2025, 2, 1)]);
    // The swap of letter 12729/VPCP-KGVX again.
    assert_eq!(missing_there, [date(2026, 1, 2), date(2026, 1, 10)]);
}

/// The list always calls the eve and four days after it statutory, while the notices of these years took two
/// days before Tết and three after it. Days off all the same, but which of them is in lieu differs.
#[test]
fn holidays_and_days_in_lieu_differ_from_the_independent_list_only_around_tet() {
    let Some(oracle) = oracle() else { return };
    let different: Vec<(Date, DayKind)> = Calendar::vietnam()
        .days()
        .iter()
        .filter(|day| day.date.year() <= 2026 && !day.kind.is_worked())
        .filter(|day| {
            oracle
                .off
                .get(&day.date)
                .is_some_and(|statutory| *statutory != (day.kind == DayKind::Holiday))
        })
        .map(|day| (day.date, day.kind))
        .collect();
    assert_eq!(
        different,
        [
            (date(2020, 1, 23), DayKind::Holiday),
            (date(2020, 1, 28), DayKind::MadeUpRest),
            (date(2021, 2, 10), DayKind::Holiday),
            (date(2021, 2, 15), DayKind::MadeUpRest),
            (date(2023, 1, 20), DayKind::Holiday),
            (date(2023, 1, 25), DayKind::MadeUpRest),
            (date(2024, 2, 8), DayKind::Holiday),
            (date(2024, 2, 13), DayKind::MadeUpRest),
            (date(2025, 1, 27), DayKind::Holiday),
        ]
    );
}

/// For 2027–2030 the list guesses notices that nobody has issued; statute alone must not say more than it.
#[test]
fn what_statute_says_of_later_years_is_in_the_independent_list() {
    let Some(oracle) = oracle() else { return };
    for year in 2027..=2030 {
        for day in statutory_days(year, WeeklyRest::default()).unwrap() {
            assert!(!oracle.is_working(day.date), "{} {}", day.date, day.name_en);
        }
    }
}
