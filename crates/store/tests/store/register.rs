//! The book is filtered, sorted and paged.

use std::collections::BTreeSet;

use jiff::Timestamp;
use store::cases::CaseRecord;
use store::register::{Filter, Lateness, Line, Lines, Mark, Order, Page, Scope, count, page, similar};
use store::{At, Db};
use testkit::databases;

use crate::sample::{case, case_with, day, id, look, on, put, staff};

pub fn by(order: Order, descending: bool, limit: i64) -> Page {
    Page {
        order,
        descending,
        after: None,
        limit,
    }
}

pub async fn lines(db: &Db, scope: Scope, filter: &Filter, wanted: &Page) -> Lines {
    look(db, |mut conn| async move {
        page(&mut conn, &scope, filter, wanted).await
    })
    .await
}

pub fn numbers(lines: &[Line]) -> Vec<i64> {
    lines.iter().map(|line| line.row.ordinal).collect()
}

/// The numbers of all cases the filter lets through, newest first.
async fn filtered(db: &Db, filter: &Filter) -> Vec<i64> {
    let all = by(Order::Number, true, 100);
    let found = lines(db, staff(), filter, &all).await;
    let counted = look(
        db,
        |mut conn| async move { count(&mut conn, &staff(), filter).await },
    )
    .await;
    assert_eq!(usize::try_from(counted.counted).unwrap(), found.lines.len());
    assert!(!counted.more);
    numbers(&found.lines)
}

#[tokio::test]
async fn each_filter_lets_its_cases_through_and_no_others() {
    for test in databases("filter").await {
        let mut appeal = case_with(2, |row| {
            row.kind = "appeal".to_owned();
            row.channel = "phone".to_owned();
            row.stage = "closed".to_owned();
            row.unit_id = Some(id(5));
            row.answered_on = Some(on("2026-04-02"));
        });
        appeal.subjects = BTreeSet::from(["conduct".to_owned(), "other".to_owned()]);
        let in_time = case_with(3, |row| row.answered_on = Some(on("2026-04-01")));
        let earlier = case_with(9, |row| {
            row.year = 2025;
            row.id = id(2025);
            row.number = "2025-0009".to_owned();
            row.limit_on = Some(on("2026-05-04"));
        });
        put(&test.db, &[case(1), appeal, in_time, earlier]).await;
        let db = &test.db;
        let none = Filter::default();
        let one = |word: &str| vec![word.to_owned()];

        assert_eq!(filtered(db, &none).await, [3, 2, 1, 9]);
        assert_eq!(
            filtered(
                db,
                &Filter {
                    year: Some(2025),
                    ..none.clone()
                }
            )
            .await,
            [9]
        );
        assert_eq!(
            filtered(
                db,
                &Filter {
                    kinds: one("appeal"),
                    ..none.clone()
                }
            )
            .await,
            [2]
        );
        let both = vec!["appeal".to_owned(), "complaint".to_owned()];
        assert_eq!(
            filtered(
                db,
                &Filter {
                    kinds: both,
                    ..none.clone()
                }
            )
            .await,
            [3, 2, 1, 9]
        );
        assert_eq!(
            filtered(
                db,
                &Filter {
                    channels: one("phone"),
                    ..none.clone()
                }
            )
            .await,
            [2]
        );
        assert_eq!(
            filtered(
                db,
                &Filter {
                    stages: one("assessment"),
                    ..none.clone()
                }
            )
            .await,
            [3, 1, 9]
        );
        assert_eq!(
            filtered(
                db,
                &Filter {
                    unit: Some(id(5)),
                    ..none.clone()
                }
            )
            .await,
            [2]
        );
        let conduct = Some("conduct".to_owned());
        assert_eq!(
            filtered(
                db,
                &Filter {
                    subject: conduct,
                    ..none.clone()
                }
            )
            .await,
            [2]
        );

        let late = |lateness| Filter {
            lateness: Some(lateness),
            ..none.clone()
        };
        let today = day("2026-04-02");
        assert_eq!(filtered(db, &late(Lateness::Overdue { today })).await, [1]);
        let (from, until) = (today, day("2026-05-04"));
        assert_eq!(
            filtered(db, &late(Lateness::DueBetween { from, until })).await,
            [9]
        );
        assert_eq!(filtered(db, &late(Lateness::AnsweredLate)).await, [2]);
        assert_eq!(filtered(db, &late(Lateness::AnsweredInTime)).await, [3]);
    }
}

#[tokio::test]
async fn pages_in_every_order_follow_each_other_without_gap_or_overlap() {
    for test in databases("pages").await {
        let cases: Vec<CaseRecord> = (1..=23)
            .map(|ordinal| {
                case_with(ordinal, |row| {
                    // Many share a value, so that the number must decide among them.
                    row.received_on = on(["2026-03-02", "2026-03-03", "2026-01-01"][ordinal as usize % 3]);
                    row.limit_on = (ordinal % 4 != 0).then(|| on("2026-04-01"));
                    row.last_event_at = At(Timestamp::from_second(ordinal % 5).unwrap());
                    row.complainant_sort = ["b", "a", "ă"][ordinal as usize % 3].to_owned();
                })
            })
            .collect();
        put(&test.db, &cases).await;
        for order in [
            Order::Number,
            Order::Received,
            Order::Limit,
            Order::Touched,
            Order::Complainant,
        ] {
            for descending in [false, true] {
                let key = |record: &CaseRecord| {
                    let row = &record.row;
                    let key = match order {
                        Order::Number => String::new(),
                        Order::Received => row.received_on.0.to_string(),
                        Order::Limit => row.limit_on.map_or("~".to_owned(), |on| on.0.to_string()),
                        Order::Touched => row.last_event_at.0.to_string(),
                        Order::Complainant => row.complainant_sort.clone(),
                    };
                    (key, row.ordinal)
                };
                let mut expected: Vec<_> = cases.iter().map(key).collect();
                expected.sort();
                if descending {
                    expected.reverse();
                }
                let mut seen = Vec::new();
                let mut wanted = by(order, descending, 5);
                loop {
                    let found = lines(&test.db, staff(), &Filter::default(), &wanted).await;
                    seen.extend(numbers(&found.lines));
                    if !found.more {
                        break;
                    }
                    wanted.after = found.lines.last().map(|line| line.mark.clone());
                }
                let expected: Vec<i64> = expected.into_iter().map(|(_, ordinal)| ordinal).collect();
                assert_eq!(seen, expected, "{order:?} {descending} {}", test.kind);
            }
        }
        let tampered = Page {
            after: Some(Mark {
                key: "x'; drop table case_row".to_owned(),
                chrono: 0,
            }),
            ..by(Order::Touched, false, 5)
        };
        let found = lines(&test.db, staff(), &Filter::default(), &tampered).await;
        assert_eq!(found.lines.len(), 5);
    }
}

#[tokio::test]
async fn earlier_cases_of_the_same_complainant_are_found_while_typing() {
    for test in databases("similar").await {
        let named = |ordinal, name: &str, phone: &str| {
            case_with(ordinal, |row| {
                row.complainant_name = name.to_owned();
                row.complainant_phone = phone.to_owned();
            })
        };
        let cases = [
            named(1, "Nguyễn Thị Lan", "+84 912 345 678"),
            named(2, "NGUYEN  THI LAN", ""),
            named(3, "Nguyễn Thị Lan Anh", ""),
            named(4, "Trần Đức", "0912345678"),
            named(5, "Nguyễn Thị", "0999"),
        ];
        put(&test.db, &cases).await;
        let db = &test.db;
        let find = |name: &'static str, phone: &'static str| async move {
            let scope = &staff();
            let found = look(db, |mut conn| async move {
                similar(&mut conn, scope, name, phone, 3).await
            })
            .await;
            found.iter().map(|row| row.ordinal).collect::<Vec<_>>()
        };
        assert_eq!(find("nguyễn thị lan", "").await, [2, 1, 3]);
        assert_eq!(find("", "0912 345").await, [4, 1]);
        assert_eq!(find("Trần", "+84912345678").await, [4, 1]);
        assert_eq!(find("ng", "09").await, Vec::<i64>::new(), "too little to tell");
        assert_eq!(find("đ%_", "").await, Vec::<i64>::new());
    }
}
