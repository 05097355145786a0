//! What holds for every term, on the shipped calendar day by day and on calendars made at random.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use super::*;
use crate::calendar::{CalendarDay, DayKind, WeeklyRest};

fn days_between(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

fn worked(calendar: &Calendar, first: Date, last: Date) -> usize {
    days_between(first, last)
        .filter(|day| calendar.is_working(*day))
        .count()
}

/// Everything that must hold of one term, told from the definitions and not from the code that finds the day.
fn holds(term: Term, calendar: &Calendar) {
    let due = term.due(calendar);
    let asked: Vec<Date> = match term {
        Term::CalendarDays { from, days } => {
            let last = from.checked_add(i64::from(days).days()).unwrap();
            assert!(due.on >= last, "{term:?} ends before its last day");
            assert!(
                calendar.is_working(due.on),
                "{term:?} ends on a day that is not worked"
            );
            assert_eq!(
                worked(calendar, last, due.on),
                1,
                "{term:?} passed over a worked day"
            );
            days_between(last, due.on).collect()
        }
        Term::WorkingDays { from, days: 0 } => {
            assert_eq!(due.on, from);
            vec![]
        }
        Term::WorkingDays { from, days } => {
            assert!(
                calendar.is_working(due.on),
                "{term:?} ends on a day that is not worked"
            );
            assert_eq!(
                worked(calendar, day_after(from), due.on),
                usize::from(days),
                "{term:?}"
            );
            days_between(day_after(from), due.on).collect()
        }
        Term::WorkingDaysBefore { limit, days: 0 } => {
            assert_eq!(due.on, limit);
            vec![]
        }
        Term::WorkingDaysBefore { limit, days } => {
            assert!(
                calendar.is_working(due.on),
                "{term:?} ends on a day that is not worked"
            );
            assert_eq!(
                worked(calendar, due.on, day_before(limit)),
                usize::from(days),
                "{term:?}"
            );
            days_between(due.on, day_before(limit)).collect()
        }
        Term::On { date } => {
            assert_eq!(due.on, date);
            vec![]
        }
    };
    let leans_on_the_unknown = asked.iter().any(|day| !calendar.knows(day.year()));
    assert_eq!(due.provisional, leans_on_the_unknown, "{term:?}");
    explained(term, calendar);
}

/// The explanation goes from day to day without a gap, counts without a gap, and ends where the term ends.
fn explained(term: Term, calendar: &Calendar) {
    let explanation = explain(&term, calendar);
    let days = &explanation.days;
    let last = days
        .last()
        .expect("an explanation has at least the day that is due");
    assert_eq!(explanation.due, term.due(calendar));
    assert_eq!((last.date, last.role), (explanation.due.on, DayRole::Due));
    assert_eq!(days.iter().filter(|day| day.role == DayRole::Due).count(), 1);
    for pair in days.windows(2) {
        let (earlier, later) = match term {
            Term::WorkingDaysBefore { .. } => (pair[1].date, pair[0].date),
            Term::CalendarDays { .. } | Term::WorkingDays { .. } | Term::On { .. } => {
                (pair[0].date, pair[1].date)
            }
        };
        assert_eq!(day_after(earlier), later, "{term:?}");
    }
    let ordinals: Vec<u16> = days.iter().filter_map(|day| day.ordinal).collect();
    let counted = match term {
        Term::CalendarDays { days, .. }
        | Term::WorkingDays { days, .. }
        | Term::WorkingDaysBefore { days, .. } => days,
        Term::On { .. } => 0,
    };
    assert_eq!(ordinals, (1..=counted).collect::<Vec<u16>>(), "{term:?}");
    for day in days {
        assert_eq!(day.status, calendar.day(day.date).to_owned());
        match day.role {
            DayRole::Counted => assert!(day.status.is_working()),
            DayRole::CountedThoughRest | DayRole::Skipped | DayRole::LastDayRolled => {
                assert!(!day.status.is_working());
            }
            DayRole::StartNotCounted | DayRole::Due => {}
        }
    }
}

fn terms(start: Date, days: u16) -> [Term; 4] {
    [
        Term::CalendarDays { from: start, days },
        Term::WorkingDays { from: start, days },
        Term::WorkingDaysBefore { limit: start, days },
        Term::On { date: start },
    ]
}

#[test]
fn every_term_from_every_day_of_2020_to_2030_holds() {
    let vietnam = Calendar::vietnam();
    for start in days_between(date(2020, 1, 1), date(2030, 12, 31)) {
        for days in [0, 1, 2, 3, 10, 15, 30] {
            for term in terms(start, days) {
                holds(term, vietnam);
            }
        }
    }
}

#[test]
fn a_case_received_later_is_never_due_earlier() {
    let vietnam = Calendar::vietnam();
    for start in days_between(date(2020, 1, 1), date(2030, 12, 31)) {
        let next = day_after(start);
        for days in [0, 1, 3, 10, 30, 90] {
            for (earlier, later) in terms(start, days).into_iter().zip(terms(next, days)) {
                assert!(earlier.due(vietnam).on <= later.due(vietnam).on, "{earlier:?}");
            }
        }
    }
}

fn some_date() -> impl Strategy<Value = Date> {
    (0i64..600).prop_map(|days| date(2025, 9, 1).checked_add(days.days()).unwrap())
}

fn some_day() -> impl Strategy<Value = CalendarDay> {
    (some_date(), prop::sample::select(DayKind::ALL.to_vec())).prop_map(|(date, kind)| CalendarDay {
        date,
        kind,
        name_vi: "x".into(),
        name_en: "x".into(),
        document: "x".into(),
    })
}

fn some_weekly_rest() -> impl Strategy<Value = WeeklyRest> {
    prop::collection::vec(1i8..=7, 0..=5).prop_map(|numbers| {
        let weekdays = numbers
            .into_iter()
            .map(|n| Weekday::from_monday_one_offset(n).unwrap());
        WeeklyRest::new(weekdays).expect("five of seven days leave one")
    })
}

fn some_calendar() -> impl Strategy<Value = Calendar> {
    let known = prop::collection::btree_set(2025i16..=2027, 0..=3);
    (
        prop::collection::vec(some_day(), 0..150),
        some_weekly_rest(),
        known,
    )
        .prop_map(|(days, rest, known)| Calendar::new(days, rest, known))
}

proptest! {
    #[test]
    fn terms_hold_on_any_calendar(calendar in some_calendar(), start in some_date(), days in 0u16..60) {
        for term in terms(start, days) {
            holds(term, &calendar);
        }
    }

    #[test]
    fn terms_grow_with_their_start_and_their_length(
        calendar in some_calendar(), start in some_date(), days in 0u16..60
    ) {
        for (term, later) in terms(start, days).into_iter().zip(terms(day_after(start), days)) {
            prop_assert!(term.due(&calendar).on <= later.due(&calendar).on, "{:?}", term);
        }
        let [limit, working, before, _] = terms(start, days).map(|term| term.due(&calendar).on);
        let [longer_limit, longer_working, longer_before, _] =
            terms(start, days + 1).map(|term| term.due(&calendar).on);
        prop_assert!(limit <= longer_limit);
        prop_assert!(working < longer_working);
        prop_assert!(before > longer_before);
    }

    #[test]
    fn one_more_day_off_never_brings_a_limit_forward(
        calendar in some_calendar(), extra in some_date(), start in some_date(), days in 0u16..60
    ) {
        let mut more: Vec<CalendarDay> = calendar.days().to_vec();
        more.push(CalendarDay {
            date: extra,
            kind: DayKind::SwappedRest,
            name_vi: "x".into(),
            name_en: "x".into(),
            document: "x".into(),
        });
        let fewer_worked = Calendar::new(more, calendar.weekly_rest(), calendar.known_years().clone());
        let [limit, working, before, _] = terms(start, days).map(|term| term.due(&calendar).on);
        let [later_limit, later_working, earlier_before, _] =
            terms(start, days).map(|term| term.due(&fewer_worked).on);
        prop_assert!(limit <= later_limit);
        prop_assert!(working <= later_working);
        prop_assert!(before >= earlier_before);
    }

    #[test]
    fn counting_forward_undoes_counting_back(
        calendar in some_calendar(), start in some_date(), days in 0u16..60
    ) {
        let worked_day = calendar.next_working_day_on_or_after(start);
        let back = calendar.working_days_before(worked_day, days);
        prop_assert_eq!(calendar.working_days_after(back, days), worked_day);
    }
}

#[test]
fn a_calendar_that_knows_no_year_makes_every_counted_date_provisional() {
    let nothing = Calendar::new(vec![], WeeklyRest::default(), BTreeSet::new());
    for term in terms(date(2026, 3, 2), 3) {
        assert_eq!(term.due(&nothing).provisional, !matches!(term, Term::On { .. }));
    }
}
