//! What a year comes to.

use std::collections::{BTreeMap, BTreeSet};

use store::totals::{Cell, TIMELINESS, carried_into, months_of_year, of_year, subjects_of_year};
use testkit::databases;

use crate::sample::{case, case_with, day, id, look, on, put};

fn sum(cells: &[Cell], of: impl Fn(&Cell) -> String) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for cell in cells {
        *sums.entry(of(cell)).or_default() += cell.cases;
    }
    sums
}

fn sums(expected: &[(&str, i64)]) -> BTreeMap<String, i64> {
    expected
        .iter()
        .map(|(word, count)| ((*word).to_owned(), *count))
        .collect()
}

#[tokio::test]
async fn a_year_is_counted_by_everything_the_compilation_asks_for() {
    for test in databases("totals").await {
        let mut second = case_with(2, |row| {
            row.kind = "appeal".to_owned();
            row.answered_on = Some(on("2026-04-10"));
            row.limit_on = Some(on("2026-05-01"));
            row.outcome = Some("founded".to_owned());
            row.received_on = on("2026-02-27");
        });
        second.subjects.insert("conduct".to_owned());
        let cases = [
            case(1),
            second,
            case_with(3, |row| row.answered_on = Some(on("2026-04-01"))),
            case_with(4, |row| row.answered_on = Some(on("2026-04-02"))),
            case_with(5, |row| row.limit_on = None),
            case_with(6, |row| row.limit_on = Some(on("2026-12-01"))),
            case_with(7, |row| row.annulled = true),
            case_with(8, |row| {
                row.year = 2025;
                row.id = id(8);
                row.number = "2025-0008".to_owned();
            }),
        ];
        put(&test.db, &cases).await;
        let today = day("2026-06-01");
        let (cells, subjects, months) = look(&test.db, |mut conn| async move {
            let cells = of_year(&mut conn, 2026, today).await?;
            let subjects = subjects_of_year(&mut conn, 2026, today).await?;
            Ok((cells, subjects, months_of_year(&mut conn, 2026).await?))
        })
        .await;
        let by_timeliness = sum(&cells, |cell| cell.timeliness.clone());
        let expected = [
            ("in_extended_limit", 1),
            ("in_first_limit", 1),
            ("late", 1),
            ("no_limit", 1),
            ("overdue", 1),
            ("running", 2),
        ];
        assert_eq!(by_timeliness, sums(&expected), "{}", test.kind);
        let words: BTreeSet<&str> = by_timeliness.keys().map(String::as_str).collect();
        assert_eq!(words, BTreeSet::from(TIMELINESS));
        assert_eq!(
            sum(&cells, |cell| cell.kind.clone()),
            sums(&[("appeal", 1), ("complaint", 6)])
        );
        assert_eq!(
            sum(&cells, |cell| cell.annulled.to_string()),
            sums(&[("false", 6), ("true", 1)])
        );
        assert_eq!(months, [("2026-02".to_owned(), 1), ("2026-03".to_owned(), 5)]);
        let conduct: i64 = subjects
            .iter()
            .filter(|cell| cell.subject == "conduct")
            .map(|cell| cell.cases)
            .sum();
        let all: i64 = subjects.iter().map(|cell| cell.cases).sum();
        assert_eq!((conduct, all), (1, 8));
    }
}

#[tokio::test]
async fn what_was_open_when_the_year_began_is_carried_into_it() {
    for test in databases("carried").await {
        let of_2025 = |ordinal: i64, closed: Option<&str>| {
            case_with(ordinal, |row| {
                row.year = 2025;
                row.number = format!("2025-{ordinal:04}");
                row.closed_on = closed.map(on);
            })
        };
        let cases = [
            of_2025(1, Some("2025-12-31")),
            of_2025(2, Some("2026-01-01")),
            of_2025(3, None),
            case(4),
        ];
        put(&test.db, &cases).await;
        let carried = look(
            &test.db,
            |mut conn| async move { carried_into(&mut conn, 2026).await },
        )
        .await;
        let ordinals: Vec<i64> = carried.iter().map(|row| row.ordinal).collect();
        assert_eq!(ordinals, [2, 3], "{}", test.kind);
    }
}
