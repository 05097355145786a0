//! A mail is written down once, moved by one person at a time, and keeps every line of what was done with it.

use store::mail::{self, Deed, Mail};
use store::{At, Conn, On, Result, Uuid};
use testkit::databases;

use crate::sample::{act, at, id};

fn sample(number: u8) -> Mail {
    Mail {
        id: id(number.into()),
        arrived_at: At::from(at(0)),
        arrived_on: On("2026-03-02".parse().unwrap()),
        stored_at: At::from(at(1)),
        way: "command".to_owned(),
        document_id: Uuid::from_u128(1000 + u128::from(number)),
        sha256: vec![number; 32],
        size: 12,
        message_id: "a@b.example".to_owned(),
        answers: String::new(),
        sender_name: "Nguyễn Thị Lan".to_owned(),
        sender_address: "Lan@vi-du.example".to_owned(),
        sender_key: "lan@vi-du.example".to_owned(),
        subject: "Khiếu nại".to_owned(),
        sent_at: None,
        kind: "normal".to_owned(),
        reading: "whole".to_owned(),
        attachments: 0,
        answerable: true,
        state: "new".to_owned(),
        reason: String::new(),
        case_id: None,
        first_read_at: None,
    }
}

#[tokio::test]
async fn the_same_bytes_are_one_mail_and_the_same_identity_is_not() {
    for test in databases("mail_once").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert!(mail::insert(conn, &sample(1)).await?);
            let again = Mail {
                id: id(9),
                document_id: id(99),
                ..sample(1)
            };
            assert!(!mail::insert(conn, &again).await?);
            assert!(mail::insert(conn, &sample(2)).await?);
            assert_eq!(mail::one(conn, id(1)).await?, Some(sample(1)));
            assert_eq!(mail::by_digest(conn, &[1; 32]).await?, Some(id(1)));
            assert_eq!(mail::by_digest(conn, &[3; 32]).await?, None);
            assert_eq!(mail::twins(conn, "a@b.example", id(1)).await?, [sample(2)]);
            Ok(())
        })
        .await;
    }
}

async fn ids(conn: &mut Conn, states: &[&str], before: Option<Uuid>) -> Result<Vec<Uuid>> {
    let states: Vec<String> = states.iter().map(|state| (*state).to_owned()).collect();
    let page = mail::page(conn, &states, before, 2).await?;
    Ok(page.iter().map(|mail| mail.id).collect())
}

#[tokio::test]
async fn a_page_is_the_latest_first_and_turns_by_key() {
    for test in databases("mail_page").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for number in 1..=4 {
                mail::insert(conn, &sample(number)).await?;
            }
            assert!(mail::settle(conn, id(3), "new", "set_aside", "spam", None).await?);
            assert!(!mail::settle(conn, id(3), "new", "case", "", Some(id(50))).await?);
            assert_eq!(ids(conn, &["new"], None).await?, [id(4), id(2)]);
            assert_eq!(ids(conn, &["new"], Some(id(2))).await?, [id(1)]);
            assert_eq!(ids(conn, &[], Some(id(4))).await?, [id(3), id(2)]);
            let counts = mail::counts(conn).await?;
            assert_eq!(counts, [("new".to_owned(), 3), ("set_aside".to_owned(), 1)]);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn deeds_keep_their_order_and_reading_is_noted_once() {
    for test in databases("mail_deeds").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            mail::insert(conn, &sample(1)).await?;
            for deed in ["arrived", "set_aside", "taken_back"] {
                mail::note(conn, id(1), &Deed::new(at(5), Some(id(7)), deed)).await?;
            }
            let found = mail::deeds(conn, id(1)).await?;
            let found: Vec<(i64, &str)> = found.iter().map(|deed| (deed.seq, deed.deed.as_str())).collect();
            assert_eq!(found, [(1, "arrived"), (2, "set_aside"), (3, "taken_back")]);
            assert!(mail::read(conn, id(1), at(9)).await?);
            assert!(!mail::read(conn, id(1), at(10)).await?);
            let read = mail::one(conn, id(1)).await?.unwrap().first_read_at;
            assert_eq!(read, Some(At::from(at(9))));
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn cases_are_found_by_the_sender_and_by_what_is_answered() {
    for test in databases("mail_cases").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for number in 1..=3 {
                let message_id = format!("{number}@b.example");
                mail::insert(
                    conn,
                    &Mail {
                        message_id,
                        ..sample(number)
                    },
                )
                .await?;
            }
            mail::settle(conn, id(1), "new", "joined", "", Some(id(50))).await?;
            mail::settle(conn, id(2), "new", "case", "", Some(id(51))).await?;
            let by_sender = mail::cases_of(conn, &[], "lan@vi-du.example").await?;
            assert_eq!(by_sender, [id(51), id(50)]);
            let answered = mail::cases_of(conn, &["1@b.example".to_owned()], "").await?;
            assert_eq!(answered, [id(50)]);
            assert_eq!(mail::of_case(conn, id(51)).await?.len(), 1);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn how_far_a_mailbox_was_fetched_outlives_a_failure() {
    for test in databases("mail_source").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            mail::fetched(conn, "imap", 7, 42, at(1)).await?;
            mail::stumbled(conn, "imap", at(2), "no answer").await?;
            let source = mail::source(conn, "imap").await?.unwrap();
            assert_eq!((source.validity, source.mark), (7, 42));
            assert_eq!(source.succeeded_at, Some(At::from(at(1))));
            assert_eq!(source.failure, "no answer");
            mail::fetched(conn, "imap", 7, 43, at(3)).await?;
            assert_eq!(mail::sources(conn).await?[0].failure, "");
            Ok(())
        })
        .await;
    }
}
