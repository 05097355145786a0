//! The history: events of a stream, each carrying the hash of the one before it, appended and never changed.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use crate::{At, Conn, Error, Result};

/// What has a history of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StreamKind {
    Case,
    CorrectiveAction,
    YearBook,
    /// What administrators change: people, roles, calendar, settings.
    Administration,
    /// A mail that arrived: duties stand on it, its history is its own table.
    Mail,
    /// A mail that goes out: duties stand on it, its history is its own row.
    OutgoingMail,
}

impl StreamKind {
    pub fn as_str(self) -> &'static str {
        match self {
            StreamKind::Case => "case",
            StreamKind::CorrectiveAction => "corrective_action",
            StreamKind::YearBook => "year_book",
            StreamKind::Administration => "administration",
            StreamKind::Mail => "mail",
            StreamKind::OutgoingMail => "outgoing_mail",
        }
    }

    pub fn parse(text: &str) -> Result<StreamKind> {
        match text {
            "case" => Ok(StreamKind::Case),
            "corrective_action" => Ok(StreamKind::CorrectiveAction),
            "year_book" => Ok(StreamKind::YearBook),
            "administration" => Ok(StreamKind::Administration),
            "mail" => Ok(StreamKind::Mail),
            "outgoing_mail" => Ok(StreamKind::OutgoingMail),
            other => Err(Error::Corrupt(format!("kind of stream {other}"))),
        }
    }
}

/// One history: a case's, a corrective action's, a year book's or that of an organisation's administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stream {
    pub kind: StreamKind,
    pub id: Uuid,
}

impl Stream {
    pub fn case(id: Uuid) -> Stream {
        let kind = StreamKind::Case;
        Stream { kind, id }
    }

    pub fn corrective_action(id: Uuid) -> Stream {
        let kind = StreamKind::CorrectiveAction;
        Stream { kind, id }
    }

    pub fn year_book(id: Uuid) -> Stream {
        let kind = StreamKind::YearBook;
        Stream { kind, id }
    }

    pub fn mail(id: Uuid) -> Stream {
        let kind = StreamKind::Mail;
        Stream { kind, id }
    }

    pub fn outgoing_mail(id: Uuid) -> Stream {
        let kind = StreamKind::OutgoingMail;
        Stream { kind, id }
    }

    pub fn administration(id: Uuid) -> Stream {
        let kind = StreamKind::Administration;
        Stream { kind, id }
    }
}

pub type Hash = [u8; 32];

/// What the first event of a stream names as the hash before it.
pub const BEGINNING: Hash = [0; 32];

/// An event that is about to be appended; `body` is its canonical JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    pub at: Timestamp,
    pub actor: Option<Uuid>,
    pub kind: String,
    pub body: String,
}

/// An event as it stands in the history.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Event {
    pub stream_kind: String,
    pub stream_id: Uuid,
    pub seq: i64,
    pub at: At,
    pub actor: Option<Uuid>,
    pub kind: String,
    pub prev_hash: Vec<u8>,
    pub hash: Vec<u8>,
    pub body: String,
}

/// How far a stream has come: the number of its events, which is its version, and the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub version: i64,
    pub hash: Hash,
}

impl Head {
    pub const EMPTY: Head = Head {
        version: 0,
        hash: BEGINNING,
    };
}

/// The hash of an event: SHA-256 over the hash before it, then each field as its length (eight bytes, big end
/// first) and its UTF-8 text: kind of stream, id of stream, number, microseconds, actor or nothing, kind, body.
pub fn event_hash(previous: &Hash, stream: &Stream, seq: i64, event: &NewEvent) -> Hash {
    let actor = event.actor.map(|actor| actor.to_string()).unwrap_or_default();
    let fields = [
        stream.kind.as_str(),
        &stream.id.to_string(),
        &seq.to_string(),
        &event.at.as_microsecond().to_string(),
        &actor,
        &event.kind,
        &event.body,
    ];
    let mut hash = Sha256::new();
    hash.update(previous);
    for field in fields {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field.as_bytes());
    }
    hash.finalize().into()
}

/// Follows the chain of one stream from its beginning; the error is the number of the first event that breaks it.
pub fn follow(stream: &Stream, events: &[Event]) -> std::result::Result<Head, i64> {
    let mut head = Head::EMPTY;
    for event in events {
        let seq = head.version + 1;
        let claimed = NewEvent {
            at: event.at.0,
            actor: event.actor,
            kind: event.kind.clone(),
            body: event.body.clone(),
        };
        let hash = event_hash(&head.hash, stream, seq, &claimed);
        if event.seq != seq || event.prev_hash != head.hash || event.hash != hash {
            return Err(seq);
        }
        head = Head { version: seq, hash };
    }
    Ok(head)
}

const HEAD: &str = "
    select seq, hash from event
    where stream_kind = $1 and stream_id = $2
    order by seq desc limit 1";

/// How far a stream has come; an unknown stream has come nowhere.
pub async fn head(conn: &mut Conn, stream: &Stream) -> Result<Head> {
    let row: Option<(i64, Vec<u8>)> = on!(conn, c => sqlx::query_as(HEAD)
        .bind(stream.kind.as_str())
        .bind(stream.id)
        .fetch_optional(c)
        .await?);
    let Some((version, hash)) = row else {
        return Ok(Head::EMPTY);
    };
    let hash = hash
        .try_into()
        .map_err(|_| Error::Corrupt(format!("hash of event {version} of {}", stream.id)))?;
    Ok(Head { version, hash })
}

/// Appends events to a stream that has exactly `expected` of them, or says who was here before.
pub async fn append(conn: &mut Conn, stream: &Stream, expected: i64, events: &[NewEvent]) -> Result<Head> {
    let mut head = head(conn, stream).await?;
    if head.version != expected {
        return Err(conflict(stream, expected, head.version));
    }
    if events.is_empty() {
        return Ok(head);
    }
    let mut linked = Vec::with_capacity(events.len());
    for event in events {
        let seq = head.version + 1;
        let hash = event_hash(&head.hash, stream, seq, event);
        linked.push((event, head.hash, Head { version: seq, hash }));
        head = Head { version: seq, hash };
    }
    let written = on!(conn, c => {
        let mut insert = QueryBuilder::new(
            "insert into event (stream_kind, stream_id, seq, at, actor, kind, prev_hash, hash, body) ",
        );
        insert.push_values(linked, |mut values, (event, before, head)| {
            values
                .push_bind(stream.kind.as_str())
                .push_bind(stream.id)
                .push_bind(head.version)
                .push_bind(At::from(event.at))
                .push_bind(event.actor)
                .push_bind(event.kind.clone())
                .push_bind(before.to_vec())
                .push_bind(head.hash.to_vec())
                .push_bind(event.body.clone());
        });
        insert.build().execute(c).await.map(|_| ())
    });
    written.map_err(|error| match Error::from(error) {
        Error::Taken(_) => conflict(stream, expected, expected + 1),
        other => other,
    })?;
    Ok(head)
}

fn conflict(stream: &Stream, expected: i64, found: i64) -> Error {
    Error::Conflict {
        stream: format!("{} {}", stream.kind.as_str(), stream.id),
        expected,
        found,
    }
}

const EVENTS: &str = "
    select stream_kind, stream_id, seq, at, actor, kind, prev_hash, hash, body from event
    where stream_kind = $1 and stream_id = $2 and seq > $3
    order by seq";

/// The whole history of a stream, from its beginning.
pub async fn events(conn: &mut Conn, stream: &Stream) -> Result<Vec<Event>> {
    events_after(conn, stream, 0).await
}

/// What happened after the event with this number.
pub async fn events_after(conn: &mut Conn, stream: &Stream, seq: i64) -> Result<Vec<Event>> {
    Ok(on!(conn, c => sqlx::query_as(EVENTS)
        .bind(stream.kind.as_str())
        .bind(stream.id)
        .bind(seq)
        .fetch_all(c)
        .await?))
}

const LAST: &str = "
    select stream_kind, stream_id, seq, at, actor, kind, prev_hash, hash, body from event
    where stream_kind = $1 and stream_id = $2 and seq < $3
    order by seq desc limit $4";

/// What happened last, latest first, before the event with this number.
pub async fn last(conn: &mut Conn, stream: &Stream, before: Option<i64>, limit: i64) -> Result<Vec<Event>> {
    Ok(on!(conn, c => sqlx::query_as(LAST)
        .bind(stream.kind.as_str())
        .bind(stream.id)
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const STREAMS: &str = "
    select stream_id from event
    where stream_kind = $1 and seq = 1 and stream_id > $2
    order by stream_id limit $3";

/// The streams of a kind in the order of their ids, a page at a time, to walk through all of them.
pub async fn streams(
    conn: &mut Conn,
    kind: StreamKind,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(STREAMS)
        .bind(kind.as_str())
        .bind(after.unwrap_or(Uuid::nil()))
        .bind(limit)
        .fetch_all(c)
        .await?))
}
