//! What people wrote, kept apart from the events so that it can be erased while the chain still verifies.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A text of a stream. Its event holds only the digest of salt and body.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Text {
    pub id: Uuid,
    pub stream_id: Uuid,
    pub salt: Option<Vec<u8>>,
    pub body: Option<String>,
    pub erased_at: Option<At>,
}

const INSERT: &str = "insert into text (id, stream_id, salt, body) values ($1, $2, $3, $4)";

pub async fn insert(conn: &mut Conn, id: Uuid, stream_id: Uuid, salt: &[u8], body: &str) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(id)
        .bind(stream_id)
        .bind(salt)
        .bind(body)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const ONE: &str = "select id, stream_id, salt, body, erased_at from text where id = $1";

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Text>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

const OF_STREAM: &str = "
    select id, stream_id, salt, body, erased_at from text
    where stream_id = $1 order by id";

/// Every text of a stream, in the order they were written.
pub async fn of_stream(conn: &mut Conn, stream_id: Uuid) -> Result<Vec<Text>> {
    Ok(on!(conn, c => sqlx::query_as(OF_STREAM).bind(stream_id).fetch_all(c).await?))
}

const ERASE: &str = "
    update text set salt = null, body = null, erased_at = $2
    where id = $1 and erased_at is null";

/// Erases a text for good; says whether there was something to erase.
pub async fn erase(conn: &mut Conn, id: Uuid, at: Timestamp) -> Result<bool> {
    let erased = on!(conn, c => sqlx::query(ERASE)
        .bind(id)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(erased > 0)
}
