//! Who is signed in, known by the hash of a token that only the browser has.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Session {
    pub person_id: Uuid,
    /// What every form of this session carries, to show that it came from a page of ours.
    pub csrf: String,
    pub created_at: At,
    pub expires_at: At,
}

const INSERT: &str = "
    insert into session (token_hash, person_id, csrf, created_at, expires_at) values ($1, $2, $3, $4, $5)";

pub async fn insert(conn: &mut Conn, token_hash: &[u8], session: &Session) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(token_hash)
        .bind(session.person_id)
        .bind(&session.csrf)
        .bind(session.created_at)
        .bind(session.expires_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const FIND: &str = "
    select s.person_id, s.csrf, s.created_at, s.expires_at from session s join person p on p.id = s.person_id
    where s.token_hash = $1 and s.expires_at > $2 and p.active";

/// The session of a token, unless it has ended or the account is no longer active.
pub async fn find(conn: &mut Conn, token_hash: &[u8], now: Timestamp) -> Result<Option<Session>> {
    Ok(on!(conn, c => sqlx::query_as(FIND)
        .bind(token_hash)
        .bind(At::from(now))
        .fetch_optional(c)
        .await?))
}

const EXTEND: &str = "update session set expires_at = $2 where token_hash = $1";

pub async fn extend(conn: &mut Conn, token_hash: &[u8], expires_at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(EXTEND)
        .bind(token_hash)
        .bind(At::from(expires_at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const END: &str = "delete from session where token_hash = $1";

pub async fn end(conn: &mut Conn, token_hash: &[u8]) -> Result<()> {
    on!(conn, c => sqlx::query(END).bind(token_hash).execute(c).await?.rows_affected());
    Ok(())
}

const END_ALL: &str = "delete from session where person_id = $1";

/// Ends every session of a person, as after a change of password; answers how many.
pub async fn end_all(conn: &mut Conn, person: Uuid) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(END_ALL).bind(person).execute(c).await?.rows_affected()))
}

const FORGET: &str = "delete from session where expires_at <= $1";

/// Forgets the sessions that have ended; answers how many.
pub async fn forget(conn: &mut Conn, now: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET).bind(At::from(now)).execute(c).await?.rows_affected()))
}
