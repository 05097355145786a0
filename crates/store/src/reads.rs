//! The log of who looked into a protected case. It is no part of the history.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::sql::Sql;
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

/// How many cases one question asks for; SQLite binds no more than some thousands.
const AT_ONCE: usize = 500;

/// Which of these cases this person is on record for having seen there since an instant.
pub async fn logged(
    conn: &mut Conn,
    person_id: Uuid,
    what: &str,
    since: Timestamp,
    cases: &[Uuid],
) -> Result<BTreeSet<Uuid>> {
    let mut logged = BTreeSet::new();
    for cases in cases.chunks(AT_ONCE) {
        let mut sql = Sql::new("select distinct case_id from read_log where person_id = ");
        sql.bind(person_id);
        sql.push(" and at >= ").bind(At::from(since).micros());
        sql.push(" and what = ").bind(what).push(" and case_id");
        sql.among(cases.iter().copied());
        logged.extend(sql.rows::<(Uuid,)>(conn).await?.into_iter().map(|(case,)| case));
    }
    Ok(logged)
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
