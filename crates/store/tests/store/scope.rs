//! A reader finds of the book what is theirs, masked or open, and nothing betrays what is masked.

use jiff::Timestamp;
use store::cases::{BLOCKED, CLIENT, CasePerson, CaseRecord, DECLARED, INTEREST, NOBODY, SUBJECT, TOOK_PART};
use store::parties::Party;
use store::register::{Bound, Cases, Claim, Filter, Line, Order, Scope, count, similar};
use store::{At, Db, Uuid};
use testkit::databases;

use crate::register::{by, lines, numbers};
use crate::sample::{READER, act, case, case_with, claim, day, id, look, put, scope, staff};

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
async fn a_case_that_asks_for_declarations_is_masked_to_whoever_judges_and_did_not_declare() {
    for test in databases("asks").await {
        let db = &test.db;
        let asked = |ordinal, parts: &[&str]| {
            let mut record = on_it(ordinal, true, parts);
            record.people.insert(has(NOBODY, "asks"));
            record
        };
        let cases = [
            asked(1, &[]),
            asked(2, &[DECLARED]),
            asked(3, &["case_officer"]),
            asked(4, &["case_officer", DECLARED]),
            asked(5, &["receiver"]),
            on_it(6, true, &["signer"]),
            on_it(7, true, &[]),
        ];
        put(db, &cases).await;
        let named = scope(vec![]);
        assert_eq!(seen(db, named).await, (vec![4, 5, 6], vec![3]), "{}", test.kind);
        let judges = Claim {
            judges: true,
            ..claim(Cases::All, false)
        };
        let judge = scope(vec![judges]);
        assert_eq!(seen(db, judge).await, (vec![2, 4, 5, 6, 7], vec![1, 3]));
        let leader = scope(vec![claim(Cases::All, false)]);
        assert_eq!(seen(db, leader).await, (vec![1, 2, 3, 4, 5, 6, 7], vec![]));
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
