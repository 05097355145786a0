//! Facts about calendars in general and about the shipped one.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};

use super::*;

fn day(on: Date, kind: DayKind) -> CalendarDay {
    CalendarDay {
        date: on,
        kind,
        name_vi: "x".into(),
        name_en: "x".into(),
        document: "x".into(),
    }
}

fn calendar(days: Vec<CalendarDay>) -> Calendar {
    Calendar::new(days, WeeklyRest::default(), BTreeSet::from([2026]))
}

#[test]
fn a_day_is_worked_unless_its_weekday_or_an_announcement_says_otherwise() {
    let vietnam = Calendar::vietnam();
    assert_eq!(vietnam.day(date(2026, 1, 5)), DayStatus::Working);
    assert_eq!(vietnam.day(date(2026, 1, 4)), DayStatus::WeeklyRest);
    let DayStatus::Announced(new_year) = vietnam.day(date(2026, 1, 1)) else {
        panic!("1 January is announced")
    };
    assert_eq!(new_year.kind, DayKind::Holiday);
    assert!(!vietnam.is_working(date(2026, 1, 1)));
}

#[test]
fn a_swap_is_off_on_the_weekday_and_worked_on_the_saturday() {
    let vietnam = Calendar::vietnam();
    assert_eq!(date(2026, 1, 2).weekday(), Weekday::Friday);
    assert!(!vietnam.is_working(date(2026, 1, 2)));
    assert_eq!(date(2026, 1, 10).weekday(), Weekday::Saturday);
    assert!(vietnam.is_working(date(2026, 1, 10)));
}

#[test]
fn a_centre_that_does_not_follow_swaps_keeps_its_ordinary_week() {
    let own = Calendar::vietnam().without_swaps();
    assert!(own.is_working(date(2026, 1, 2)));
    assert!(!own.is_working(date(2026, 1, 10)));
    assert!(!own.is_working(date(2026, 2, 17)), "Tết is no swap");
    assert!(own.knows(2026));
}

#[test]
fn the_days_in_lieu_follow_from_the_holidays() {
    let shipped = Calendar::vietnam();
    let found = shipped.for_weekly_rest(WeeklyRest::default());
    let said = |calendar: &Calendar| -> Vec<_> {
        calendar
            .days()
            .iter()
            .map(|day| (day.date, day.kind, day.name_vi.clone(), day.name_en.clone()))
            .collect()
    };
    assert_eq!(said(&found), said(shipped));
}

#[test]
fn a_centre_that_works_on_saturdays_gets_no_day_for_a_holiday_on_saturday() {
    let own = Calendar::vietnam().for_weekly_rest(WeeklyRest::SUNDAY);
    assert!(
        own.is_working(date(2021, 5, 3)),
        "1 May 2021 was a Saturday, off in its own right"
    );
    assert!(!own.is_working(date(2021, 5, 1)));
    assert!(!own.is_working(date(2026, 4, 27)), "Giỗ Tổ 2026 was a Sunday");
    assert!(own.is_working(date(2026, 4, 25)));
}

#[test]
fn a_later_entry_for_a_date_replaces_the_earlier() {
    let monday = date(2026, 3, 2);
    let corrected = calendar(vec![
        day(monday, DayKind::Holiday),
        day(monday, DayKind::SwappedWork),
    ]);
    assert_eq!(corrected.days().len(), 1);
    assert!(corrected.is_working(monday));
}

#[test]
fn working_days_are_counted_from_the_next_day_and_over_the_weekend() {
    let plain = calendar(vec![]);
    let friday = date(2026, 3, 6);
    assert_eq!(plain.working_days_after(friday, 0), friday);
    assert_eq!(plain.working_days_after(friday, 1), date(2026, 3, 9));
    assert_eq!(plain.working_days_after(friday, 6), date(2026, 3, 16));
    assert_eq!(plain.working_days_before(date(2026, 3, 9), 1), friday);
    assert_eq!(plain.working_days_before(date(2026, 3, 16), 6), friday);
    let sunday = date(2026, 3, 8);
    assert_eq!(
        plain.working_days_after(sunday, 0),
        sunday,
        "the same day, as it is"
    );
    assert_eq!(
        plain.working_days_before(sunday, 0),
        sunday,
        "the same day, as it is"
    );
    assert_eq!(plain.next_working_day_on_or_after(sunday), date(2026, 3, 9));
}

#[test]
fn counting_stops_at_the_ends_of_time() {
    let plain = calendar(vec![]);
    assert_eq!(plain.working_days_after(Date::MAX, 3), Date::MAX);
    assert_eq!(plain.working_days_before(Date::MIN, 3), Date::MIN);
}

#[test]
fn the_years_with_a_notice_are_known_and_2027_is_not() {
    let vietnam = Calendar::vietnam();
    assert!((2020..=2026).all(|year| vietnam.knows(year)));
    assert!(!vietnam.knows(2019));
    assert!(!vietnam.knows(2027));
    assert!(
        vietnam.days().iter().any(|day| day.date.year() == 2027),
        "what statute says of 2027 is there"
    );
}

/// Weekdays off in each year, added up by hand from the statutory days, the days in lieu and the notices.
#[test]
fn every_year_has_its_days() {
    let of = |year: i16, kind: DayKind| {
        Calendar::vietnam()
            .days()
            .iter()
            .filter(|day| day.date.year() == year && day.kind == kind)
            .count()
    };
    for (year, holidays, in_lieu, swaps) in [
        (2020, 10, 2, 0),
        (2021, 11, 3, 0),
        (2022, 11, 4, 0),
        (2023, 11, 6, 0),
        (2024, 11, 2, 1),
        (2025, 11, 0, 1),
        (2026, 12, 1, 2),
        (2027, 10, 3, 0),
    ] {
        assert_eq!(of(year, DayKind::Holiday), holidays, "holidays of {year}");
        assert_eq!(of(year, DayKind::MadeUpRest), in_lieu, "days in lieu of {year}");
        assert_eq!(of(year, DayKind::SwappedRest), swaps, "swapped days of {year}");
        assert_eq!(
            of(year, DayKind::SwappedWork),
            swaps,
            "worked Saturdays of {year}"
        );
    }
}

#[test]
fn days_in_lieu_and_swapped_days_are_weekdays_and_swapped_work_is_not() {
    for day in Calendar::vietnam().days() {
        let rests = WeeklyRest::default().contains(day.date.weekday());
        match day.kind {
            DayKind::Holiday => {}
            DayKind::MadeUpRest | DayKind::SwappedRest => assert!(!rests, "{}", day.date),
            DayKind::SwappedWork => assert!(rests, "{}", day.date),
        }
    }
}

#[test]
fn a_calendar_file_says_which_line_is_wrong() {
    let heading = "date\tkind\tname_vi\tname_en\tdocument\n";
    let read = |line: &str| read_days(&format!("# remark\n{heading}\n{line}"));
    assert_eq!(
        read("2026-01-01\tholiday\ta\tb\tc").unwrap()[0].date,
        date(2026, 1, 1)
    );
    let wrong = |line: &str| read(line).unwrap_err();
    assert_eq!(
        wrong("2026-01-01\tholiday"),
        InvalidLine {
            line: 4,
            reason: InvalidDay::Columns
        }
    );
    assert_eq!(
        wrong("1/1/2026\tholiday\ta\tb\tc").reason,
        InvalidDay::Date("1/1/2026".into())
    );
    assert_eq!(
        wrong("2026-01-01\tparty\ta\tb\tc").reason,
        InvalidDay::Kind("party".into())
    );
    assert_eq!(wrong("2026-01-01\tholiday\t \tb\tc").reason, InvalidDay::Empty);
}

#[test]
fn a_kind_is_stored_as_its_code() {
    for kind in DayKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        assert_eq!(DayKind::from_code(kind.code()), Some(kind));
    }
}
