//! Samples to begin from, and the shortest ways to write and look.

use std::collections::BTreeSet;
use std::future::Future;

use jiff::Timestamp;
use jiff::civil::Date;
use store::cases::{CaseRecord, CaseRow, chrono};
use store::people::Person;
use store::register::{Bound, Cases, Claim, Scope};
use store::{At, Conn, Db, On, Result, Uuid};

pub const ORGANISATION: Uuid = Uuid::from_u128(0xa);

/// An id that is easy to tell from others.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn on(text: &str) -> On {
    On(day(text))
}

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_767_200_000 + seconds).unwrap()
}

/// An act that is expected to be kept.
pub async fn act<T, F, Fut>(db: &Db, act: F) -> T
where
    F: Fn(Conn) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    db.act(act).await.unwrap()
}

/// A look that is expected to see something.
pub async fn look<T, F, Fut>(db: &Db, look: F) -> T
where
    F: FnOnce(Conn) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    db.read(look).await.unwrap()
}

/// A written complaint of 2026, received on 2 March and due on 1 April.
pub fn case(ordinal: i64) -> CaseRecord {
    let row = CaseRow {
        id: id(chrono(2026, ordinal).unsigned_abs().into()),
        year: 2026,
        ordinal,
        number: format!("2026-{ordinal:04}"),
        version: 1,
        kind: "complaint".to_owned(),
        channel: "letter".to_owned(),
        written: true,
        unit_id: None,
        stage: "assessment".to_owned(),
        received_on: on("2026-03-02"),
        registered_on: on("2026-03-02"),
        limit_on: Some(on("2026-04-01")),
        first_limit_on: Some(on("2026-04-01")),
        answered_on: None,
        closed_on: None,
        outcome: None,
        severity: None,
        safety: false,
        protected: false,
        imported: false,
        annulled: false,
        extended: false,
        reopened: false,
        complainant_name: format!("Nguyễn Thị Lan {ordinal}"),
        complainant_sort: format!("lan {ordinal:04}"),
        complainant_phone: format!("0912 345 {ordinal:03}"),
        summary: "Kết quả chứng nhận".to_owned(),
        last_event_at: At::from(at(ordinal)),
    };
    CaseRecord {
        row,
        subjects: BTreeSet::from(["certification_result".to_owned()]),
        people: BTreeSet::new(),
        state: r#"{"stage":"assessment"}"#.to_owned(),
    }
}

pub const READER: Uuid = Uuid::from_u128(7);

/// What the reader's roles lay open.
pub fn claim(cases: Cases, masked: bool) -> Claim {
    Claim {
        cases,
        masked,
        ..Claim::default()
    }
}

pub fn scope(claims: Vec<Claim>) -> Scope {
    Scope {
        reader: Bound {
            person: READER,
            clients: Vec::new(),
        },
        claims,
        directors: Vec::new(),
        asks: Some("asks".to_owned()),
    }
}

/// A reader to whom protected cases of others are closed.
pub fn staff() -> Scope {
    scope(vec![claim(Cases::Unprotected, false)])
}

/// The same case with its line changed.
pub fn case_with(ordinal: i64, change: impl FnOnce(&mut CaseRow)) -> CaseRecord {
    let mut record = case(ordinal);
    change(&mut record.row);
    record
}

pub async fn put(db: &Db, records: &[CaseRecord]) {
    act(db, |mut conn| async move {
        for record in records {
            store::cases::put(&mut conn, record).await?;
        }
        Ok(())
    })
    .await;
}

pub fn person(number: u128, name: &str, login: &str) -> Person {
    Person {
        id: id(number),
        display_name: name.to_owned(),
        sort_key: name.to_lowercase(),
        login: login.to_owned(),
        email: None,
        position: String::new(),
        unit_id: None,
        active: true,
        language: "vi".to_owned(),
        theme: "light".to_owned(),
    }
}

pub async fn put_people(db: &Db, people: &[Person]) {
    act(db, |mut conn| async move {
        for person in people {
            store::people::insert(&mut conn, person, at(0)).await?;
        }
        Ok(())
    })
    .await;
}
