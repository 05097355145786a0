//! The book is filtered, sorted and paged, and shows nobody more than they may see.

use std::collections::BTreeSet;

use jiff::Timestamp;
use store::cases::{BLOCKED, CLIENT, CasePerson, CaseRecord, INTEREST, NOBODY, SUBJECT, TOOK_PART};
use store::parties::Party;
use store::register::{
    Bound, Cases, Claim, Filter, Lateness, Line, Lines, Mark, Order, Page, Scope, count, page, similar,
};
use store::{At, Db, Uuid};
use testkit::databases;

use crate::sample::{READER, act, case, case_with, claim, day, id, look, on, put, scope, staff};

fn by(order: Order, descending: bool, limit: i64) -> Page {
    Page {
        order,
        descending,
        after: None,
        limit,
    }
}

async fn lines(db: &Db, scope: Scope, filter: &Filter, wanted: &Page) -> Lines {
    look(db, |mut conn| async move {
        page(&mut conn, &scope, filter, wanted).await
    })
    .await
}

fn numbers(lines: &[Line]) -> Vec<i64> {
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

/// A case on which the reader has these parts.
fn on_it(ordinal: i64, protected: bool, parts: &[&str]) -> CaseRecord {
    let mut record = case_with(ordinal, |row| {
        row.protected = protected;
        row.outcome = Some("founded".to_owned());
        row.severity = Some("high".to_owned());
    });
    record.people = parts.iter().map(|part| has(READER, part)).collect();
    record
}

fn has(person: Uuid, part: &str) -> CasePerson {
    CasePerson {
        person_id: person,
        part: part.to_owned(),
    }
}

/// One protected case in each relation to the reader, then the same unprotected.
async fn cases_of_the_reader(db: &Db) {
    let relations: [&[&str]; 6] = [
        &[],
        &["handler"],
        &[SUBJECT, BLOCKED],
        &["receiver", INTEREST, BLOCKED],
        &[TOOK_PART],
        &["handler", TOOK_PART],
    ];
    let mut cases = Vec::new();
    for (ordinal, parts) in (1..).zip(relations) {
        cases.push(on_it(ordinal, true, parts));
        cases.push(on_it(ordinal + 10, false, parts));
    }
    put(db, &cases).await;
}

fn party(id: Uuid, name: &str) -> Party {
    Party {
        id,
        version: 1,
        kind: "organisation".to_owned(),
        name: name.to_owned(),
        sort_key: String::new(),
        address: String::new(),
        email: String::new(),
        phone: String::new(),
        representative: String::new(),
        details: "{}".to_owned(),
        at: At(Timestamp::UNIX_EPOCH),
        erased_at: None,
    }
}

/// The lines a reader finds open, then those that stand there masked.
async fn seen(db: &Db, scope: Scope) -> (Vec<i64>, Vec<i64>) {
    let all = by(Order::Number, false, 100);
    let found = lines(db, scope.clone(), &Filter::default(), &all).await;
    let counted = look(db, |mut conn| async move {
        count(&mut conn, &scope, &Filter::default()).await
    })
    .await;
    assert_eq!(usize::try_from(counted.counted).unwrap(), found.lines.len());
    let (masked, open): (Vec<Line>, Vec<Line>) = found.lines.into_iter().partition(|line| line.masked);
    for line in &masked {
        let row = &line.row;
        let words = [
            &row.complainant_name,
            &row.complainant_sort,
            &row.complainant_phone,
            &row.summary,
        ];
        assert_eq!(words, ["", "", "", ""]);
        assert_eq!((&row.outcome, &row.severity), (&None, &None));
        assert!(!row.number.is_empty());
    }
    (numbers(&open), numbers(&masked))
}

#[tokio::test]
async fn each_reader_finds_what_is_theirs_and_nothing_open_that_they_are_kept_from() {
    for test in databases("protected").await {
        let db = &test.db;
        cases_of_the_reader(db).await;
        // Without a role: what the reader handles and did not take part in.
        assert_eq!(
            seen(db, scope(vec![])).await,
            (vec![2, 12], vec![]),
            "{}",
            test.kind
        );
        // Kept from a case, a reader of the book still finds its number.
        let (open, masked) = (vec![2, 11, 12, 15, 16], vec![3, 4, 13, 14]);
        assert_eq!(seen(db, staff()).await, (open.clone(), masked));
        let keeper = scope(vec![claim(Cases::Unprotected, false), claim(Cases::All, true)]);
        assert_eq!(seen(db, keeper).await, (open, vec![1, 3, 4, 5, 6, 13, 14]));
        let qmr = scope(vec![claim(Cases::All, false)]);
        let open = vec![1, 2, 5, 6, 11, 12, 15, 16];
        assert_eq!(seen(db, qmr).await, (open, vec![3, 4, 13, 14]));
        let unbarred = Claim {
            unbarred: true,
            ..claim(Cases::All, false)
        };
        let open = vec![1, 2, 11, 12];
        assert_eq!(seen(db, scope(vec![unbarred])).await, (open, vec![3, 4, 13, 14]));
    }
}

#[tokio::test]
async fn a_director_leads_no_case_he_is_barred_from_and_others_take_his_place_there() {
    for test in databases("led").await {
        let db = &test.db;
        cases_of_the_reader(db).await;
        let mut director = scope(vec![claim(Cases::Unprotected, false), claim(Cases::Led, false)]);
        director.directors = vec![director.reader.clone()];
        let kept = vec![3, 4, 13, 14];
        let open = vec![1, 2, 11, 12, 15, 16];
        assert_eq!(
            seen(db, director.clone()).await,
            (open, kept.clone()),
            "{}",
            test.kind
        );
        // A second Director who is free leads them all.
        director.directors.push(Bound {
            person: id(8),
            clients: Vec::new(),
        });
        let open = vec![1, 2, 5, 6, 11, 12, 15, 16];
        assert_eq!(seen(db, director.clone()).await, (open, kept.clone()));

        let mut body = scope(vec![claim(Cases::Unled, false)]);
        body.reader.person = id(9);
        assert_eq!(
            seen(db, body.clone()).await,
            (vec![], vec![]),
            "there is no Director"
        );
        body.directors = director.directors[..1].to_vec();
        assert_eq!(seen(db, body).await, (vec![3, 4, 5, 6, 13, 14, 15, 16], vec![]));

        // A mandate of the barred Director counts for what was received after it.
        let mandate = |since| {
            let mut scope = scope(vec![Claim {
                since: Some(day(since)),
                ..claim(Cases::All, false)
            }]);
            scope.reader.person = id(9);
            scope.directors = director.directors[..1].to_vec();
            scope
        };
        assert_eq!(seen(db, mandate("2026-03-02")).await.0.len(), 12);
        assert_eq!(seen(db, mandate("2026-03-03")).await.0, [1, 2, 11, 12]);
    }
}

#[tokio::test]
async fn an_interest_in_a_client_bars_as_having_taken_part_does() {
    for test in databases("client").await {
        let db = &test.db;
        let client = party(id(50), "Công ty Ánh Sáng");
        let (client, unknown) = (&client, &party(id(51), "Công ty Khác"));
        act(db, |mut conn| async move {
            store::parties::insert(&mut conn, client).await?;
            store::parties::insert(&mut conn, unknown).await
        })
        .await;
        let mut of_client = on_it(1, true, &["handler"]);
        of_client.people.insert(has(id(50), CLIENT));
        let mut of_other = on_it(2, true, &["handler"]);
        of_other.people.insert(has(id(51), CLIENT));
        put(db, &[of_client, of_other]).await;
        let mut reader = scope(vec![claim(Cases::Led, false)]);
        reader.reader.clients = vec!["cong ty anh sang".to_owned()];
        reader.directors = vec![reader.reader.clone()];
        assert_eq!(seen(db, reader).await, (vec![2], vec![]), "{}", test.kind);
    }
}

#[tokio::test]
async fn a_mark_opens_a_case_to_an_office_and_a_stand_in_closes_it_to_whom_he_replaces() {
    for test in databases("marks").await {
        let db = &test.db;
        let mut sent = on_it(1, true, &[]);
        sent.people.insert(has(NOBODY, "sends"));
        let mut replaced = on_it(2, true, &[]);
        replaced.people.insert(has(NOBODY, "replaced_qmr"));
        put(db, &[sent, replaced, on_it(3, true, &[])]).await;
        let sends = claim(Cases::Marked("sends".to_owned()), false);
        assert_eq!(
            seen(db, scope(vec![sends])).await,
            (vec![1], vec![]),
            "{}",
            test.kind
        );
        let numbers = claim(Cases::Marked("sends".to_owned()), true);
        assert_eq!(seen(db, scope(vec![numbers])).await, (vec![], vec![1]));
        let qmr = Claim {
            replaced: Some("replaced_qmr".to_owned()),
            ..claim(Cases::All, false)
        };
        assert_eq!(seen(db, scope(vec![qmr])).await, (vec![1, 3], vec![]));
    }
}

#[tokio::test]
async fn a_masked_line_is_betrayed_neither_by_its_place_nor_by_what_finds_it() {
    for test in databases("betrayed").await {
        let db = &test.db;
        let unit = |mut record: CaseRecord| {
            record.row.unit_id = Some(id(5));
            record
        };
        let cases = [
            unit(case(1)),
            unit(on_it(2, true, &[])),
            unit(on_it(3, true, &["handler"])),
            unit(on_it(4, false, &[INTEREST, BLOCKED])),
        ];
        put(db, &cases).await;
        let keeper = scope(vec![claim(Cases::Unprotected, false), claim(Cases::All, true)]);
        let none = Filter::default();
        let of_unit = Filter {
            unit: Some(id(5)),
            ..none.clone()
        };
        let about = Filter {
            subject: Some("certification_result".to_owned()),
            ..none.clone()
        };
        let wanted = [
            (Order::Complainant, &none),
            (Order::Number, &of_unit),
            (Order::Received, &of_unit),
            (Order::Number, &about),
        ];
        for (order, filter) in wanted {
            let found = lines(db, keeper.clone(), filter, &by(order, false, 10)).await;
            assert_eq!(numbers(&found.lines), [1, 3], "{} {filter:?}", test.kind);
        }
        for scope in [&keeper, &staff()] {
            let earlier = look(db, |mut conn| async move {
                similar(&mut conn, scope, "nguyen thi lan", "", 10).await
            })
            .await;
            let ordinals: Vec<i64> = earlier.iter().map(|row| row.ordinal).collect();
            assert_eq!(ordinals, [1, 3], "{scope:?}");
        }
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
