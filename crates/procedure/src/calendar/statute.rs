//! The days off that follow from statute alone, for a year whose notice has not come, and the days in lieu.
//!
//! An administrator starts a new year from these and adds what the notice says. They do not make the year
//! known: the days of Tết, the second National Day and the swaps are still missing.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{Calendar, CalendarDay, DayKind, WeeklyRest, lunar};

/// The holidays of `year` by the Labour Code 2019 and the resolution on Culture Day, with the days in lieu;
/// `None` for the years before that Code and for those the lunar calendar here is not trusted with.
pub fn statutory_days(year: i16, weekly_rest: WeeklyRest) -> Option<Vec<CalendarDay>> {
    if !(2021..=2100).contains(&year) {
        return None;
    }
    let holidays: Vec<CalendarDay> = STATUTE
        .iter()
        .filter(|entry| entry.since <= year)
        .filter_map(|entry| entry.holiday(year))
        .collect();
    let calendar = Calendar::new(holidays, weekly_rest, Default::default());
    let in_lieu = days_in_lieu(&calendar);
    let mut days = calendar.days;
    days.extend(in_lieu);
    days.sort_by_key(|day| day.date);
    Some(days)
}

/// A holiday on a weekly rest day is made up for on the next working day; where several wait, they queue.
pub(super) fn days_in_lieu(without: &Calendar) -> Vec<CalendarDay> {
    let mut taken: Vec<CalendarDay> = Vec::new();
    for holiday in without.days.iter().filter(|day| day.kind == DayKind::Holiday) {
        if !without.weekly_rest.contains(holiday.date.weekday()) || !is_made_up(holiday.date) {
            continue;
        }
        let Some(words) = STATUTE
            .iter()
            .rfind(|e| e.when == When::InLieu && e.since <= holiday.date.year())
        else {
            continue;
        };
        let mut on = without.next_working_day_on_or_after(holiday.date);
        while taken.iter().any(|day| day.date == on) {
            on = without.working_days_after(on, 1);
        }
        taken.push(CalendarDay {
            date: on,
            kind: DayKind::MadeUpRest,
            name_vi: words.name_vi.replace("{}", &holiday.name_vi),
            name_en: words.name_en.replace("{}", &holiday.name_en),
            document: words.document.to_owned(),
        });
    }
    taken
}

/// Article 111.3 speaks of the holidays of article 112.1 only, so a holiday that another statute gives is not
/// made up.
fn is_made_up(date: Date) -> bool {
    let when = When::Solar {
        month: date.month(),
        day: date.day(),
    };
    STATUTE.iter().all(|entry| entry.made_up || entry.when != when)
}

struct Entry {
    when: When,
    since: i16,
    made_up: bool,
    name_vi: &'static str,
    name_en: &'static str,
    document: &'static str,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum When {
    Solar { month: i8, day: i8 },
    Lunar { month: u8, day: u8 },
    NewYearEve,
    InLieu,
}

impl Entry {
    fn holiday(&self, year: i16) -> Option<CalendarDay> {
        let (on, number) = match self.when {
            When::Solar { month, day } => (date(year, month, day), String::new()),
            When::Lunar { month, day } => (
                lunar::first_of_month(year, month).saturating_add(i64::from(day - 1).days()),
                String::new(),
            ),
            When::NewYearEve => lunar_new_year_eve(year),
            When::InLieu => return None,
        };
        Some(CalendarDay {
            date: on,
            kind: DayKind::Holiday,
            name_vi: self.name_vi.replace("{}", &number),
            name_en: self.name_en.replace("{}", &number),
            document: self.document.to_owned(),
        })
    }
}

/// The last day of the old year, and whether it is the 29th or the 30th of its month.
fn lunar_new_year_eve(year: i16) -> (Date, String) {
    let eve = lunar::first_of_month(year, 1).saturating_sub(1.day());
    (eve, lunar::day_of_month_before_tet(year).to_string())
}

static STATUTE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    include_str!("statute.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| entry(line).expect("the shipped table is read by a test"))
        .collect()
});

fn entry(line: &'static str) -> Option<Entry> {
    let columns: Vec<&'static str> = line.split('\t').collect();
    let [when, since, made_up, name_vi, name_en, document] = columns[..] else {
        return None;
    };
    Some(Entry {
        when: read_when(when)?,
        since: since.parse().ok()?,
        made_up: made_up == "yes",
        name_vi,
        name_en,
        document,
    })
}

fn read_when(when: &str) -> Option<When> {
    let (calendar, month_and_day) = match when.split_once(' ') {
        Some(parts) => parts,
        None if when == "new-year-eve" => return Some(When::NewYearEve),
        None if when == "in-lieu" => return Some(When::InLieu),
        None => return None,
    };
    let (month, day) = month_and_day.split_once('-')?;
    match calendar {
        "solar" => Some(When::Solar {
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        }),
        "lunar" => Some(When::Lunar {
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(days: &[CalendarDay], kind: DayKind) -> Vec<String> {
        days.iter()
            .filter(|day| day.kind == kind)
            .map(|day| day.date.to_string())
            .collect()
    }

    #[test]
    fn statute_alone_gives_what_the_shipped_table_says_of_2027() {
        let table: Vec<CalendarDay> = Calendar::vietnam()
            .days()
            .iter()
            .filter(|day| day.date.year() == 2027)
            .cloned()
            .collect();
        assert_eq!(statutory_days(2027, WeeklyRest::default()).unwrap(), table);
    }

    #[test]
    fn every_notice_contains_what_statute_gives() {
        for year in 2021..=2026 {
            for day in statutory_days(year, WeeklyRest::default()).unwrap() {
                let announced = Calendar::vietnam()
                    .days()
                    .iter()
                    .find(|other| other.date == day.date);
                let announced = announced.unwrap_or_else(|| panic!("{} is not in the table", day.date));
                assert_eq!(
                    (announced.kind, &announced.name_vi),
                    (day.kind, &day.name_vi),
                    "{}",
                    day.date
                );
            }
        }
    }

    #[test]
    fn days_in_lieu_queue_behind_a_chain_of_holidays() {
        let days = statutory_days(2023, WeeklyRest::default()).unwrap();
        let spring: Vec<_> = only(&days, DayKind::MadeUpRest)
            .into_iter()
            .filter(|d| d.contains("-05-"))
            .collect();
        assert_eq!(spring, ["2023-05-02", "2023-05-03"]);
    }

    #[test]
    fn culture_day_begins_in_2026_and_is_not_made_up() {
        let culture_day = |year: i16| {
            only(
                &statutory_days(year, WeeklyRest::default()).unwrap(),
                DayKind::Holiday,
            )
            .contains(&format!("{year}-11-24"))
        };
        assert!(!culture_day(2025));
        assert!(culture_day(2026));
        // Saturday 24 November 2029.
        let days = statutory_days(2029, WeeklyRest::default()).unwrap();
        assert!(culture_day(2029));
        assert!(
            only(&days, DayKind::MadeUpRest)
                .iter()
                .all(|day| !day.contains("-11-"))
        );
    }

    #[test]
    fn statute_is_silent_about_years_before_the_code() {
        assert_eq!(statutory_days(2020, WeeklyRest::default()), None);
        assert_eq!(statutory_days(2101, WeeklyRest::default()), None);
    }

    #[test]
    fn a_centre_that_works_on_saturdays_makes_up_for_sundays_only() {
        let days = statutory_days(2023, WeeklyRest::SUNDAY).unwrap();
        // Sunday 1 January, Sunday 22 January (mùng 1), Sunday 30 April; Saturday 29 April is not made up.
        assert_eq!(
            only(&days, DayKind::MadeUpRest),
            ["2023-01-02", "2023-01-25", "2023-05-02"]
        );
    }
}
