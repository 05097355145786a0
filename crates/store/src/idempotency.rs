//! Doing an act once, however often it is sent: a double click, a retry, a lost answer.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{At, Conn, Error, Result};

/// What is known of a key when an act comes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Never seen: the act is to be done, then `finish`ed.
    Fresh,
    /// Done before with the same content: this was its outcome.
    Done(String),
    /// Used before for something else.
    Other,
}

const BEGIN: &str = "
    insert into idempotency (actor, key, body_digest, at) values ($1, $2, $3, $4)
    on conflict (actor, key) do nothing";

const FIND: &str = "select body_digest, outcome from idempotency where actor = $1 and key = $2";

/// Claims the key of an act; the claim is undone with the act.
pub async fn begin(
    conn: &mut Conn,
    actor: Uuid,
    key: &str,
    body_digest: &[u8],
    at: Timestamp,
) -> Result<Known> {
    let claimed = on!(conn, c => sqlx::query(BEGIN)
        .bind(actor)
        .bind(key)
        .bind(body_digest)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    if claimed == 1 {
        return Ok(Known::Fresh);
    }
    let (digest, outcome): (Vec<u8>, Option<String>) = on!(conn, c => sqlx::query_as(FIND)
        .bind(actor)
        .bind(key)
        .fetch_one(c)
        .await?);
    if digest != body_digest {
        return Ok(Known::Other);
    }
    let outcome = outcome.ok_or_else(|| Error::Corrupt(format!("unfinished act with key {key}")))?;
    Ok(Known::Done(outcome))
}

const FINISH: &str = "update idempotency set outcome = $3 where actor = $1 and key = $2";

/// Writes down the outcome of a claimed act, in the act's own transaction.
pub async fn finish(conn: &mut Conn, actor: Uuid, key: &str, outcome: &str) -> Result<()> {
    on!(conn, c => sqlx::query(FINISH)
        .bind(actor)
        .bind(key)
        .bind(outcome)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const RELEASE: &str = "delete from idempotency where actor = $1 and key = $2 and outcome = ''";

/// Gives back the key of something that was begun, finished without an outcome, and came to nothing.
pub async fn release(conn: &mut Conn, actor: Uuid, key: &str) -> Result<()> {
    on!(conn, c => sqlx::query(RELEASE)
        .bind(actor)
        .bind(key)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const FORGET: &str = "delete from idempotency where at < $1";

/// Forgets keys older than `before`; answers how many.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET)
        .bind(At::from(before))
        .execute(c)
        .await?
        .rows_affected()))
}
