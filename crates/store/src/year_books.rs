//! The yearly compilations as they stand; a frozen one keeps the digest of the document that was filed.

use sqlx::FromRow;
use uuid::Uuid;

use crate::{Conn, Result};

/// A year's compilation.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct YearBookRow {
    pub id: Uuid,
    pub year: i64,
    pub version: i64,
    pub stage: String,
    pub frozen_digest: Option<String>,
}

const PUT: &str = "
    insert into year_book (id, year, version, stage, frozen_digest, state) values ($1, $2, $3, $4, $5, $6)
    on conflict (id) do update set version = excluded.version, stage = excluded.stage,
        frozen_digest = excluded.frozen_digest, state = excluded.state";

/// Writes a compilation down as it now stands; `state` is canonical JSON.
pub async fn put(conn: &mut Conn, row: &YearBookRow, state: &str) -> Result<()> {
    on!(conn, c => sqlx::query(PUT)
        .bind(row.id)
        .bind(row.year)
        .bind(row.version)
        .bind(&row.stage)
        .bind(&row.frozen_digest)
        .bind(state)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OF_YEAR: &str = "select id, year, version, stage, frozen_digest from year_book where year = $1";

pub async fn of_year(conn: &mut Conn, year: i16) -> Result<Option<YearBookRow>> {
    Ok(on!(conn, c => sqlx::query_as(OF_YEAR)
        .bind(i64::from(year))
        .fetch_optional(c)
        .await?))
}

const STATE: &str = "select version, state from year_book where id = $1";

pub async fn state(conn: &mut Conn, id: Uuid) -> Result<Option<(i64, String)>> {
    Ok(on!(conn, c => sqlx::query_as(STATE).bind(id).fetch_optional(c).await?))
}

const ALL: &str = "select id, year, version, stage, frozen_digest from year_book order by year desc";

/// Every compilation, newest first.
pub async fn all(conn: &mut Conn) -> Result<Vec<YearBookRow>> {
    Ok(on!(conn, c => sqlx::query_as(ALL).fetch_all(c).await?))
}
