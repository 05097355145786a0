//! Terms told day by day.

use std::fmt::Write;

use expect_test::{Expect, expect};
use jiff::civil::{Date, date};

use super::*;
use crate::calendar::OwnedDayStatus;

fn check(term: Term, story: Expect) {
    let explanation = explain(&term, Calendar::vietnam());
    let mut told = String::new();
    for day in &explanation.days {
        let status = match &day.status {
            OwnedDayStatus::Working => "",
            OwnedDayStatus::WeeklyRest => "weekly rest",
            OwnedDayStatus::Announced(announced) => &announced.name_en,
        };
        let ordinal = day.ordinal.map(|n| n.to_string()).unwrap_or_default();
        let known = if day.year_known { "" } else { "?" };
        let weekday = format!("{:?}", day.date.weekday());
        let line = format!(
            "{} {}{known} {ordinal:>3} {:18} {status}",
            &weekday[..3],
            day.date,
            format!("{:?}", day.role)
        );
        writeln!(told, "{}", line.trim_end()).unwrap();
    }
    story.assert_eq(&told);
}

fn calendar_days(from: Date, days: u16) -> Term {
    Term::CalendarDays { from, days }
}

fn working_days(from: Date, days: u16) -> Term {
    Term::WorkingDays { from, days }
}

fn working_days_before(limit: Date, days: u16) -> Term {
    Term::WorkingDaysBefore { limit, days }
}

fn on(date: Date) -> Term {
    Term::On { date }
}

fn due(term: Term) -> Due {
    term.due(Calendar::vietnam())
}

#[test]
fn a_limit_rolls_over_the_weekend_and_tet() {
    check(
        calendar_days(date(2026, 2, 9), 6),
        expect![[r#"
            Mon 2026-02-09     StartNotCounted
            Tue 2026-02-10   1 Counted
            Wed 2026-02-11   2 Counted
            Thu 2026-02-12   3 Counted
            Fri 2026-02-13   4 Counted
            Sat 2026-02-14   5 CountedThoughRest  weekly rest
            Sun 2026-02-15   6 LastDayRolled      weekly rest
            Mon 2026-02-16     Skipped            Lunar New Year (29th of the 12th month)
            Tue 2026-02-17     Skipped            Lunar New Year (1st of the 1st month)
            Wed 2026-02-18     Skipped            Lunar New Year (2nd of the 1st month)
            Thu 2026-02-19     Skipped            Lunar New Year (3rd of the 1st month)
            Fri 2026-02-20     Skipped            Lunar New Year (4th of the 1st month)
            Sat 2026-02-21     Skipped            weekly rest
            Sun 2026-02-22     Skipped            weekly rest
            Mon 2026-02-23     Due
        "#]],
    );
}

#[test]
fn tet_inside_a_limit_is_counted() {
    check(
        calendar_days(date(2026, 2, 13), 10),
        expect![[r#"
        Fri 2026-02-13     StartNotCounted
        Sat 2026-02-14   1 CountedThoughRest  weekly rest
        Sun 2026-02-15   2 CountedThoughRest  weekly rest
        Mon 2026-02-16   3 CountedThoughRest  Lunar New Year (29th of the 12th month)
        Tue 2026-02-17   4 CountedThoughRest  Lunar New Year (1st of the 1st month)
        Wed 2026-02-18   5 CountedThoughRest  Lunar New Year (2nd of the 1st month)
        Thu 2026-02-19   6 CountedThoughRest  Lunar New Year (3rd of the 1st month)
        Fri 2026-02-20   7 CountedThoughRest  Lunar New Year (4th of the 1st month)
        Sat 2026-02-21   8 CountedThoughRest  weekly rest
        Sun 2026-02-22   9 CountedThoughRest  weekly rest
        Mon 2026-02-23  10 Due
    "#]],
    );
}

#[test]
fn a_worked_saturday_ends_a_limit() {
    check(
        calendar_days(date(2026, 1, 8), 2),
        expect![[r#"
        Thu 2026-01-08     StartNotCounted
        Fri 2026-01-09   1 Counted
        Sat 2026-01-10   2 Due                Worked in exchange for Friday 2 January 2026
    "#]],
    );
}

#[test]
fn working_days_pass_over_rest_days_and_count_the_worked_saturday() {
    check(
        working_days(date(2025, 12, 31), 7),
        expect![[r#"
        Wed 2025-12-31     StartNotCounted
        Thu 2026-01-01     Skipped            New Year's Day
        Fri 2026-01-02     Skipped            Day off in exchange for Saturday 10 January 2026
        Sat 2026-01-03     Skipped            weekly rest
        Sun 2026-01-04     Skipped            weekly rest
        Mon 2026-01-05   1 Counted
        Tue 2026-01-06   2 Counted
        Wed 2026-01-07   3 Counted
        Thu 2026-01-08   4 Counted
        Fri 2026-01-09   5 Counted
        Sat 2026-01-10   6 Counted            Worked in exchange for Friday 2 January 2026
        Sun 2026-01-11     Skipped            weekly rest
        Mon 2026-01-12   7 Due
    "#]],
    );
}

#[test]
fn working_days_before_a_limit_are_told_backwards_from_it() {
    check(
        working_days_before(date(2026, 2, 23), 3),
        expect![[r#"
        Mon 2026-02-23     StartNotCounted
        Sun 2026-02-22     Skipped            weekly rest
        Sat 2026-02-21     Skipped            weekly rest
        Fri 2026-02-20     Skipped            Lunar New Year (4th of the 1st month)
        Thu 2026-02-19     Skipped            Lunar New Year (3rd of the 1st month)
        Wed 2026-02-18     Skipped            Lunar New Year (2nd of the 1st month)
        Tue 2026-02-17     Skipped            Lunar New Year (1st of the 1st month)
        Mon 2026-02-16     Skipped            Lunar New Year (29th of the 12th month)
        Sun 2026-02-15     Skipped            weekly rest
        Sat 2026-02-14     Skipped            weekly rest
        Fri 2026-02-13   1 Counted
        Thu 2026-02-12   2 Counted
        Wed 2026-02-11   3 Due
    "#]],
    );
}

#[test]
fn a_year_without_a_notice_is_marked_day_by_day() {
    check(
        working_days(date(2026, 12, 30), 3),
        expect![[r#"
        Wed 2026-12-30     StartNotCounted
        Thu 2026-12-31   1 Counted
        Fri 2027-01-01?     Skipped            New Year's Day
        Sat 2027-01-02?     Skipped            weekly rest
        Sun 2027-01-03?     Skipped            weekly rest
        Mon 2027-01-04?   2 Counted
        Tue 2027-01-05?   3 Due
    "#]],
    );
}

#[test]
fn nothing_to_count_is_one_day() {
    let sunday = date(2026, 3, 8);
    check(
        working_days(sunday, 0),
        expect![[r#"
        Sun 2026-03-08     Due                weekly rest
    "#]],
    );
    check(
        working_days_before(sunday, 0),
        expect![[r#"
        Sun 2026-03-08     Due                weekly rest
    "#]],
    );
    check(
        on(sunday),
        expect![[r#"
        Sun 2026-03-08     Due                weekly rest
    "#]],
    );
    check(
        calendar_days(sunday, 0),
        expect![[r#"
        Sun 2026-03-08     LastDayRolled      weekly rest
        Mon 2026-03-09     Due
    "#]],
    );
}

#[test]
fn a_date_is_provisional_only_when_it_leans_on_an_unknown_year() {
    let provisional = |term: Term| due(term).provisional;
    // 31 December 2026 is a worked Thursday: nothing of 2027 was asked.
    assert!(!provisional(calendar_days(date(2026, 12, 1), 30)));
    assert!(provisional(calendar_days(date(2026, 12, 2), 30)));
    // A limit may begin in an unknown year: only its last day asks the calendar.
    assert!(!provisional(calendar_days(date(2019, 12, 20), 30)));
    assert!(provisional(working_days(date(2019, 12, 20), 30)));
    assert!(!provisional(working_days(date(2026, 12, 28), 3)));
    assert!(provisional(working_days(date(2026, 12, 28), 4)));
    assert!(!provisional(working_days(date(2027, 6, 1), 0)));
    assert!(provisional(working_days_before(date(2027, 1, 5), 3)));
    assert!(!provisional(working_days_before(date(2027, 1, 1), 3)));
    assert!(provisional(working_days_before(date(2020, 1, 2), 2)));
    assert!(!provisional(on(date(2031, 1, 1))), "somebody decided it");
}

#[test]
fn a_provisional_date_still_uses_what_statute_says() {
    // Thirty days end on Friday 5 February 2027, the eve of Tết.
    let due = due(calendar_days(date(2027, 1, 6), 30));
    assert_eq!(
        due,
        Due {
            on: date(2027, 2, 11),
            provisional: true
        }
    );
}

#[test]
fn a_year_that_ends_in_a_rest_rolls_into_the_next() {
    // Saturday 31 December 2022, Sunday 1 January 2023, Monday in lieu.
    let due = due(calendar_days(date(2022, 12, 1), 30));
    assert_eq!(
        due,
        Due {
            on: date(2023, 1, 3),
            provisional: false
        }
    );
}

#[test]
fn a_term_survives_being_stored() {
    let from = date(2026, 1, 16);
    for (term, json) in [
        (
            calendar_days(from, 30),
            r#"{"kind":"calendar_days","from":"2026-01-16","days":30}"#,
        ),
        (
            working_days(from, 3),
            r#"{"kind":"working_days","from":"2026-01-16","days":3}"#,
        ),
        (
            working_days_before(from, 3),
            r#"{"kind":"working_days_before","limit":"2026-01-16","days":3}"#,
        ),
        (on(from), r#"{"kind":"on","date":"2026-01-16"}"#),
    ] {
        assert_eq!(serde_json::to_string(&term).unwrap(), json);
        assert_eq!(serde_json::from_str::<Term>(json).unwrap(), term);
    }
}

#[test]
fn an_explanation_is_plain_data() {
    let explanation = explain(
        &calendar_days(Date::constant(2025, 4, 30), 1),
        Calendar::vietnam(),
    );
    let json = serde_json::to_value(&explanation).unwrap();
    assert_eq!(
        json["due"],
        serde_json::json!({ "on": "2025-05-05", "provisional": false })
    );
    assert_eq!(json["days"][1]["role"], "last_day_rolled");
    assert_eq!(json["days"][1]["status"]["day"], "announced");
    assert_eq!(json["days"][1]["status"]["kind"], "holiday");
    assert_eq!(json["days"][2]["status"]["kind"], "swapped_rest");
    assert_eq!(serde_json::from_value::<Explanation>(json).unwrap(), explanation);
}
