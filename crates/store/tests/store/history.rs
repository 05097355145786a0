//! The history is a chain that only grows.

use store::history::{
    BEGINNING, Event, Head, NewEvent, Stream, StreamKind, append, event_hash, events, events_after, follow,
    head, streams,
};
use store::{Db, Error, Result};
use testkit::databases;

use crate::sample::{act, at, id, look};

fn event(seconds: i64, body: &str) -> NewEvent {
    NewEvent {
        at: at(seconds),
        actor: Some(id(7)),
        kind: "received".to_owned(),
        body: body.to_owned(),
    }
}

async fn add(db: &Db, stream: Stream, expected: i64, new: &[NewEvent]) -> Result<Head> {
    let stream = &stream;
    db.act(|mut conn| async move { append(&mut conn, stream, expected, new).await })
        .await
}

async fn all(db: &Db, stream: Stream) -> Vec<Event> {
    look(db, |mut conn| async move { events(&mut conn, &stream).await }).await
}

#[tokio::test]
async fn events_come_back_byte_for_byte_and_in_order() {
    for test in databases("history").await {
        let stream = Stream::case(id(1));
        let body = r#"{"z":1,"a":"Đường ‘’ \u0000 ","n":1.0}"#;
        let mut system = event(1, "{}");
        system.actor = None;
        add(&test.db, stream, 0, &[event(0, body), system]).await.unwrap();
        let last = add(&test.db, stream, 2, &[event(2, "{}")]).await.unwrap();
        add(&test.db, Stream::corrective_action(id(1)), 0, &[event(3, "{}")])
            .await
            .unwrap();
        add(&test.db, Stream::year_book(id(1)), 0, &[event(3, "{}")])
            .await
            .unwrap();

        let found = all(&test.db, stream).await;
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].body, body);
        assert_eq!(found[0].at.0, at(0));
        assert_eq!(found[1].actor, None);
        assert_eq!(found[0].prev_hash, BEGINNING);
        assert_eq!(follow(&stream, &found), Ok(last));
        let later = look(&test.db, |mut conn| async move {
            events_after(&mut conn, &stream, 2).await
        })
        .await;
        assert_eq!(later, found[2..]);
        let known = look(&test.db, |mut conn| async move { head(&mut conn, &stream).await }).await;
        assert_eq!(known, last);
    }
}

#[tokio::test]
async fn whoever_was_here_before_is_told_of() {
    for test in databases("conflict").await {
        let stream = Stream::case(id(1));
        add(&test.db, stream, 0, &[event(0, "{}")]).await.unwrap();
        let stale = add(&test.db, stream, 0, &[event(1, "{}")]).await.unwrap_err();
        assert!(
            matches!(
                stale,
                Error::Conflict {
                    expected: 0,
                    found: 1,
                    ..
                }
            ),
            "{stale:?}"
        );
        assert!(stale.is_conflict());
        assert_eq!(all(&test.db, stream).await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_act_at_once_one_is_told_of_the_other() {
    for test in databases("at once").await {
        let stream = Stream::case(id(1));
        let (one, other) = ([event(0, "{}")], [event(1, "{}")]);
        let (one, other) = tokio::join!(add(&test.db, stream, 0, &one), add(&test.db, stream, 0, &other));
        let refused = one.as_ref().err().or(other.as_ref().err()).unwrap();
        assert!(refused.is_conflict(), "{refused:?}");
        assert!(one.is_ok() != other.is_ok());
        assert_eq!(all(&test.db, stream).await.len(), 1, "{}", test.kind);
    }
}

#[tokio::test]
async fn any_change_to_the_past_breaks_the_chain() {
    for test in databases("chain").await {
        let stream = Stream::case(id(1));
        let new = [event(0, "{}"), event(1, "{}"), event(2, "{}")];
        add(&test.db, stream, 0, &new).await.unwrap();
        let found = all(&test.db, stream).await;

        let changes: [fn(&mut Event); 6] = [
            |event| event.body.push(' '),
            |event| event.kind = "closed".to_owned(),
            |event| event.actor = None,
            |event| event.at.0 += jiff::SignedDuration::from_micros(1),
            |event| event.hash[0] ^= 1,
            |event| event.seq += 1,
        ];
        for change in changes {
            let mut changed = found.clone();
            change(&mut changed[1]);
            assert_eq!(follow(&stream, &changed), Err(2));
        }
        let mut shortened = found.clone();
        shortened.remove(1);
        assert_eq!(follow(&stream, &shortened), Err(2));
        assert_eq!(follow(&Stream::case(id(2)), &found), Err(1));
    }
}

#[test]
fn the_hash_of_an_event_never_changes() {
    let hash = event_hash(&BEGINNING, &Stream::case(id(1)), 1, &event(0, "{}"));
    let text: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    // Computed once with another implementation; histories that exist depend on it.
    assert_eq!(
        text,
        "ca2b68ebc8ce1a232ff518b6307dee7515add1d483c18b32f9df83802e8c8b3f"
    );
}

#[tokio::test]
async fn streams_are_walked_through_a_page_at_a_time() {
    for test in databases("streams").await {
        let db = &test.db;
        for number in [3, 1, 2] {
            add(db, Stream::case(id(number)), 0, &[event(0, "{}"), event(1, "{}")])
                .await
                .unwrap();
        }
        act(db, |mut conn| async move {
            append(&mut conn, &Stream::year_book(id(9)), 0, &[event(0, "{}")]).await
        })
        .await;
        let kind = StreamKind::Case;
        let page = |after| async move {
            look(
                db,
                |mut conn| async move { streams(&mut conn, kind, after, 2).await },
            )
            .await
        };
        assert_eq!(page(None).await, [id(1), id(2)]);
        assert_eq!(page(Some(id(2))).await, [id(3)]);
    }
}
