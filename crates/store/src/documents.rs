//! Attachments: known before their bytes arrive, attached by the act that refers to them.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Error, Result};

/// A file someone gave. `sha256` and `size` are there once its bytes are safely stored.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Document {
    pub id: Uuid,
    /// The case, corrective action or year book it is attached to.
    pub stream_id: Option<Uuid>,
    pub file_name: String,
    pub media_type: String,
    pub size: Option<i64>,
    pub sha256: Option<Vec<u8>>,
    pub staged_by: Option<Uuid>,
    pub staged_at: At,
    pub attached_at: Option<At>,
}

/// What is known of a file when its first byte arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged<'a> {
    pub id: Uuid,
    pub file_name: &'a str,
    pub media_type: &'a str,
    pub staged_by: Option<Uuid>,
    pub staged_at: Timestamp,
}

const STAGE: &str = "
    insert into document (id, file_name, media_type, staged_by, staged_at) values ($1, $2, $3, $4, $5)";

/// Notes a file that is about to arrive.
pub async fn stage(conn: &mut Conn, staged: &Staged<'_>) -> Result<()> {
    on!(conn, c => sqlx::query(STAGE)
        .bind(staged.id)
        .bind(staged.file_name)
        .bind(staged.media_type)
        .bind(staged.staged_by)
        .bind(At::from(staged.staged_at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const STORED: &str = "
    update document set media_type = $2, size = $3, sha256 = $4 where id = $1 and sha256 is null";

/// Notes that the bytes are safely stored, and what they turned out to be.
pub async fn stored(conn: &mut Conn, id: Uuid, media_type: &str, size: i64, sha256: &[u8]) -> Result<()> {
    on!(conn, c => sqlx::query(STORED)
        .bind(id)
        .bind(media_type)
        .bind(size)
        .bind(sha256)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const ATTACH: &str = "
    update document set stream_id = $2, attached_at = $3
    where id = $1 and sha256 is not null and (stream_id is null or stream_id = $2)";

/// Attaches a stored file to a stream; a file that is not stored or belongs elsewhere is `Corrupt`.
pub async fn attach(conn: &mut Conn, id: Uuid, stream_id: Uuid, at: Timestamp) -> Result<()> {
    let attached = on!(conn, c => sqlx::query(ATTACH)
        .bind(id)
        .bind(stream_id)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    if attached == 1 {
        return Ok(());
    }
    Err(Error::Corrupt(format!("document {id} cannot be attached")))
}

const ONE: &str = "
    select id, stream_id, file_name, media_type, size, sha256, staged_by, staged_at, attached_at
    from document where id = $1";

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Document>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

const OF_STREAM: &str = "
    select id, stream_id, file_name, media_type, size, sha256, staged_by, staged_at, attached_at
    from document where stream_id = $1 order by attached_at, id";

/// What is attached to a stream, in the order it was.
pub async fn of_stream(conn: &mut Conn, stream_id: Uuid) -> Result<Vec<Document>> {
    Ok(on!(conn, c => sqlx::query_as(OF_STREAM).bind(stream_id).fetch_all(c).await?))
}

const ABANDON: &str = "delete from document where attached_at is null and staged_at < $1";

/// Forgets the files that were given before and never attached; answers how many. Their bytes go with the sweep.
pub async fn abandon(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(ABANDON).bind(At::from(before)).execute(c).await?.rows_affected()))
}

const KNOWN: &str = "select 1 from document where sha256 = $1 limit 1";

/// Whether some document has these bytes.
pub async fn known(conn: &mut Conn, sha256: &[u8]) -> Result<bool> {
    let one: Option<i32> = on!(conn, c => sqlx::query_scalar(KNOWN).bind(sha256).fetch_optional(c).await?);
    Ok(one.is_some())
}
