//! The thirty days, received and due, worked out by hand from the Civil Code and the announced holidays.

use jiff::civil::Date;

use super::*;
use crate::calendar::oracle::{rows, shared_calendar_file};

fn on(text: &str) -> Date {
    text.parse().unwrap()
}

fn check(received: &str, last: &str, due: &str, why: &str) {
    let term = Term::CalendarDays {
        from: on(received),
        days: 30,
    };
    assert_eq!(
        last_calendar_day(on(received), 30),
        on(last),
        "received {received}: {why}"
    );
    let expected = Due {
        on: on(due),
        provisional: false,
    };
    assert_eq!(
        term.due(Calendar::vietnam()),
        expected,
        "received {received}: {why}"
    );
}

#[test]
fn thirty_days_end_where_the_law_says() {
    for (received, last, due, why) in [
        ("2025-12-31", "2026-01-30", "2026-01-30", "plain"),
        (
            "2025-12-03",
            "2026-01-02",
            "2026-01-05",
            "swapped day off, then weekend",
        ),
        (
            "2025-12-11",
            "2026-01-10",
            "2026-01-10",
            "a Saturday that is worked",
        ),
        ("2026-01-16", "2026-02-15", "2026-02-23", "weekend, Tết, weekend"),
        (
            "2026-01-31",
            "2026-03-02",
            "2026-03-02",
            "Tết inside the period is counted",
        ),
        (
            "2026-03-26",
            "2026-04-25",
            "2026-04-28",
            "Saturday, Sunday Giỗ Tổ, Monday in lieu",
        ),
        (
            "2026-03-31",
            "2026-04-30",
            "2026-05-04",
            "30 April, 1 May, weekend",
        ),
        (
            "2026-08-01",
            "2026-08-31",
            "2026-09-03",
            "swap and two holidays; received on a Saturday",
        ),
        ("2023-03-30", "2023-04-29", "2023-05-04", "chained days in lieu"),
        ("2025-03-08", "2025-04-07", "2025-04-08", "Giỗ Tổ"),
        // The first day is not counted: 1 March is followed by thirty days that end on 31 March.
        (
            "2026-03-01",
            "2026-03-31",
            "2026-03-31",
            "the day of receipt is not counted",
        ),
        ("2024-01-30", "2024-02-29", "2024-02-29", "ends on the leap day"),
        (
            "2023-01-30",
            "2023-03-01",
            "2023-03-01",
            "the same in a common year",
        ),
        (
            "2024-02-29",
            "2024-03-30",
            "2024-04-01",
            "received on the leap day, ends on a Saturday",
        ),
        (
            "2022-12-02",
            "2023-01-01",
            "2023-01-03",
            "Sunday 1 January and the day in lieu",
        ),
        ("2024-01-09", "2024-02-08", "2024-02-15", "seven days of Tết"),
        (
            "2024-04-04",
            "2024-05-04",
            "2024-05-04",
            "the worked Saturday of 2024",
        ),
        ("2026-10-25", "2026-11-24", "2026-11-25", "Culture Day"),
        (
            "2025-10-25",
            "2025-11-24",
            "2025-11-24",
            "the year before Culture Day",
        ),
    ] {
        check(received, last, due, why);
    }
}

#[test]
fn the_reference_vectors_hold() {
    let Some(text) = shared_calendar_file("deadlines.tsv") else {
        return;
    };
    let vectors = rows(&text);
    assert!(vectors.len() >= 10);
    for vector in vectors {
        check(vector[0], vector[1], vector[2], vector[3]);
    }
}
