//! The log of who looked into a protected case. It is no part of the history.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// Someone looked at something of a case.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Reading {
    pub person_id: Uuid,
    pub case_id: Uuid,
    pub at: At,
    pub what: String,
}

const RECORD: &str = "insert into read_log (person_id, case_id, at, what) values ($1, $2, $3, $4)";

pub async fn record(conn: &mut Conn, reading: &Reading) -> Result<()> {
    on!(conn, c => sqlx::query(RECORD)
        .bind(reading.person_id)
        .bind(reading.case_id)
        .bind(reading.at)
        .bind(&reading.what)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OF_CASE: &str = "
    select person_id, case_id, at, what from read_log
    where case_id = $1 and at < $2 order by at desc limit $3";

/// Who looked into a case, latest first, before an instant.
pub async fn of_case(conn: &mut Conn, case_id: Uuid, before: Timestamp, limit: i64) -> Result<Vec<Reading>> {
    Ok(on!(conn, c => sqlx::query_as(OF_CASE)
        .bind(case_id)
        .bind(At::from(before))
        .bind(limit)
        .fetch_all(c)
        .await?))
}
