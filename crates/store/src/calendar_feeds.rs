//! Secret addresses of calendars: one for a person, known by its digest alone, and another one ends it.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{At, Conn, Result};

const REVOKE: &str = "delete from calendar_feed where person_id = $1";

/// Ends the address of a person.
pub async fn revoke(conn: &mut Conn, person: Uuid) -> Result<()> {
    on!(conn, c => sqlx::query(REVOKE).bind(person).execute(c).await?.rows_affected());
    Ok(())
}

const GIVE: &str = "insert into calendar_feed (secret_hash, person_id, created_at) values ($1, $2, $3)";

/// Gives a person an address, by the digest of its secret; the one before ends.
pub async fn give(conn: &mut Conn, person: Uuid, secret_hash: &[u8], now: Timestamp) -> Result<()> {
    revoke(conn, person).await?;
    on!(conn, c => sqlx::query(GIVE)
        .bind(secret_hash)
        .bind(person)
        .bind(At::from(now))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OWNER: &str = "select person_id from calendar_feed where secret_hash = $1";

/// Whose calendar an address opens.
pub async fn owner(conn: &mut Conn, secret_hash: &[u8]) -> Result<Option<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(OWNER).bind(secret_hash).fetch_optional(c).await?))
}

const SINCE: &str = "select created_at from calendar_feed where person_id = $1";

/// Since when a person has an address.
pub async fn since(conn: &mut Conn, person: Uuid) -> Result<Option<Timestamp>> {
    let at: Option<At> = on!(conn, c => sqlx::query_scalar(SINCE).bind(person).fetch_optional(c).await?);
    Ok(at.map(|at| at.0))
}
