//! Old registers that were taken in or are about to be: what is known of each, and which cases came of it.

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, FromRow, QueryBuilder};
use uuid::Uuid;

use crate::{At, Conn, Result};

/// An old register on its way into the book.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Import {
    pub id: Uuid,
    /// Whoever brought it; nobody for a command on the machine itself.
    pub person_id: Option<Uuid>,
    pub at: At,
    pub file_name: String,
    pub sha256: Vec<u8>,
    pub size: i64,
    /// The file, while it is needed.
    pub document_id: Option<Uuid>,
    /// What its columns mean, as JSON.
    pub mapping: String,
    pub state: String,
    /// Counts changes of the state, so that of two who change it the later finds nothing.
    pub version: i64,
    /// What was found in the file, as JSON.
    pub report: String,
    pub done: i64,
    pub whole: i64,
    pub records: i64,
    /// First and last number by year, as JSON.
    pub years: String,
    pub attempts: i64,
    pub failure: Option<String>,
    pub ended_at: Option<At>,
    pub undone_at: Option<At>,
    pub undone_by: Option<Uuid>,
}

const COLUMNS: &str = "id, person_id, at, file_name, sha256, size, document_id, mapping, state, version, report, done, whole, \
     records, years, attempts, failure, ended_at, undone_at, undone_by";

const INSERT: &str = "
    insert into import (id, person_id, at, file_name, sha256, size, document_id, mapping, state, version, report, done,
        whole, records, years, attempts, failure, ended_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

pub async fn insert(conn: &mut Conn, import: &Import) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(import.id)
        .bind(import.person_id)
        .bind(import.at)
        .bind(&import.file_name)
        .bind(&import.sha256)
        .bind(import.size)
        .bind(import.document_id)
        .bind(&import.mapping)
        .bind(&import.state)
        .bind(import.version)
        .bind(&import.report)
        .bind(import.done)
        .bind(import.whole)
        .bind(import.records)
        .bind(&import.years)
        .bind(import.attempts)
        .bind(&import.failure)
        .bind(import.ended_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Import>> {
    let sql = format!("select {COLUMNS} from import where id = $1");
    Ok(on!(conn, c => sqlx::query_as(AssertSqlSafe(sql)).bind(id).fetch_optional(c).await?))
}

/// The latest first.
pub async fn latest(conn: &mut Conn, limit: i64) -> Result<Vec<Import>> {
    let sql = format!("select {COLUMNS} from import order by at desc, id desc limit $1");
    Ok(on!(conn, c => sqlx::query_as(AssertSqlSafe(sql)).bind(limit).fetch_all(c).await?))
}

const PUT: &str = "
    update import set mapping = $3, state = $4, report = $5, records = $6, years = $7, failure = $8, ended_at = $9,
        undone_at = $10, undone_by = $11, done = $12, whole = $13, attempts = $14, lease_until = null,
        version = version + 1
    where id = $1 and version = $2";

/// Writes an import down as it now is, unless somebody changed it since it was read; whether it was written.
pub async fn put(conn: &mut Conn, import: &Import) -> Result<bool> {
    Ok(on!(conn, c => sqlx::query(PUT)
        .bind(import.id)
        .bind(import.version)
        .bind(&import.mapping)
        .bind(&import.state)
        .bind(&import.report)
        .bind(import.records)
        .bind(&import.years)
        .bind(&import.failure)
        .bind(import.ended_at)
        .bind(import.undone_at)
        .bind(import.undone_by)
        .bind(import.done)
        .bind(import.whole)
        .bind(import.attempts)
        .execute(c)
        .await?
        .rows_affected())
        == 1)
}

const WAITS: &str =
    "state in ('checking', 'entering', 'undoing') and (lease_until is null or lease_until <= $1)";

/// Claims the import that has waited longest for work, until `lease_until`; whoever vanishes loses it then.
pub async fn claim(conn: &mut Conn, now: Timestamp, lease_until: Timestamp) -> Result<Option<Import>> {
    let sql = format!(
        "update import set lease_until = $2, attempts = attempts + 1, done = 0
        where id in (select id from import where {WAITS} order by at, id limit 1) and {WAITS}
        returning {COLUMNS}"
    );
    Ok(on!(conn, c => sqlx::query_as(AssertSqlSafe(sql))
        .bind(At::from(now))
        .bind(At::from(lease_until))
        .fetch_optional(c)
        .await?))
}

const RELEASE: &str = "update import set lease_until = null where lease_until is not null";

/// Nobody is at work on any: the one process that could be has just started.
pub async fn release(conn: &mut Conn) -> Result<()> {
    on!(conn, c => sqlx::query(RELEASE).execute(c).await?.rows_affected());
    Ok(())
}

const PROGRESS: &str = "
    update import set done = $2, whole = $3, lease_until = $4 where id = $1 and lease_until is not null";

/// So far it is; the claim is good until `lease_until`.
pub async fn progress(
    conn: &mut Conn,
    id: Uuid,
    done: i64,
    whole: i64,
    lease_until: Timestamp,
) -> Result<()> {
    on!(conn, c => sqlx::query(PROGRESS)
        .bind(id)
        .bind(done)
        .bind(whole)
        .bind(At::from(lease_until))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

/// Notes cases that came of an import, each with the party that was made for it.
pub async fn add_cases(conn: &mut Conn, import: Uuid, cases: &[(Uuid, Option<Uuid>)]) -> Result<()> {
    if cases.is_empty() {
        return Ok(());
    }
    on!(conn, c => {
        let mut insert = QueryBuilder::new("insert into import_case (import_id, case_id, party_id) ");
        insert.push_values(cases, |mut values, (case, party)| {
            values.push_bind(import).push_bind(*case).push_bind(*party);
        });
        insert.build().persistent(false).execute(c).await?.rows_affected()
    });
    Ok(())
}

/// A case that came of an import.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ImportedCase {
    pub case_id: Uuid,
    pub party_id: Option<Uuid>,
}

const CASES: &str = "select case_id, party_id from import_case where import_id = $1 order by case_id";

pub async fn cases(conn: &mut Conn, import: Uuid) -> Result<Vec<ImportedCase>> {
    Ok(on!(conn, c => sqlx::query_as(CASES).bind(import).fetch_all(c).await?))
}

const TOUCHED: &str = "
    select count(*) from import_case i
    where i.import_id = $1 and (
        exists (select 1 from event e where e.stream_kind = 'case' and e.stream_id = i.case_id and e.seq > 1)
        or exists (select 1 from case_corrective_action a where a.case_id = i.case_id)
        or exists (select 1 from outgoing_document o where o.case_id = i.case_id)
        or exists (select 1 from incoming_document o where o.case_id = i.case_id)
        or exists (select 1 from document d where d.stream_id = i.case_id)
        or exists (select 1 from mail m where m.case_id = i.case_id)
        or exists (select 1 from outgoing_mail m where m.case_id = i.case_id)
        or exists (select 1 from portal_code p where p.case_id = i.case_id))";

/// How many of its cases hold more than the line that took them in.
pub async fn touched(conn: &mut Conn, import: Uuid) -> Result<i64> {
    Ok(on!(conn, c => sqlx::query_scalar(TOUCHED).bind(import).fetch_one(c).await?))
}

const LATER: &str = "
    select body from event
    where at >= $2 and not (stream_kind = 'case' and exists (
        select 1 from import_case i where i.import_id = $1 and i.case_id = event.stream_id))";

/// The lines that were written elsewhere since an instant, to see what they speak of.
pub async fn later_bodies(conn: &mut Conn, import: Uuid, since: Timestamp) -> Result<Vec<String>> {
    Ok(on!(conn, c => sqlx::query_scalar(LATER)
        .bind(import)
        .bind(At::from(since))
        .fetch_all(c)
        .await?))
}

const FROZEN: &str = "select count(*) from year_book where year = $1 and frozen_digest is not null";

/// Whether the compilation of a year is frozen.
pub async fn is_frozen(conn: &mut Conn, year: i16) -> Result<bool> {
    let frozen: i64 = on!(conn, c => sqlx::query_scalar(FROZEN).bind(i64::from(year)).fetch_one(c).await?);
    Ok(frozen > 0)
}

/// What is stored of the cases of an import, each before what it refers to.
const REMOVALS: [&str; 7] = [
    "delete from case_subject where case_id in (select case_id from import_case where import_id = $1)",
    "delete from case_person where case_id in (select case_id from import_case where import_id = $1)",
    "delete from obligation where stream_kind = 'case'
        and stream_id in (select case_id from import_case where import_id = $1)",
    "delete from case_state where case_id in (select case_id from import_case where import_id = $1)",
    "delete from text where stream_id in (select case_id from import_case where import_id = $1)",
    "delete from event where stream_kind = 'case'
        and stream_id in (select case_id from import_case where import_id = $1)",
    "delete from case_row where id in (select case_id from import_case where import_id = $1)",
];

const CHRONOS: &str = "
    select chrono from case_row where id in (select case_id from import_case where import_id = $1)";

const FORGET: &str = "delete from import_case where import_id = $1";

const FORGET_PARTY: &str = "delete from party where id = $1";

/// Removes the cases of an import with all their words, and these parties.
pub async fn remove(conn: &mut Conn, import: Uuid, parties: &[Uuid]) -> Result<()> {
    let chronos: Vec<i64> =
        on!(&mut *conn, c => sqlx::query_scalar(CHRONOS).bind(import).fetch_all(c).await?);
    for chrono in chronos {
        crate::search::remove(conn, chrono).await?;
    }
    for removal in REMOVALS.into_iter().chain([FORGET]) {
        on!(&mut *conn, c => sqlx::query(removal).bind(import).execute(c).await?.rows_affected());
    }
    for party in parties {
        on!(&mut *conn, c => sqlx::query(FORGET_PARTY).bind(*party).execute(c).await?.rows_affected());
    }
    Ok(())
}

const GIVE_BACK: &str = "
    update series set next = $5
    where organisation_id = $1 and kind = $2 and year = $3 and next = $4";

/// Gives the last numbers of a series back, from `first` on, if `next` is still what comes next; whether it was.
pub async fn give_back(
    conn: &mut Conn,
    organisation: Uuid,
    kind: &str,
    year: i16,
    next: i64,
    first: i64,
) -> Result<bool> {
    Ok(on!(conn, c => sqlx::query(GIVE_BACK)
        .bind(organisation)
        .bind(kind)
        .bind(i64::from(year))
        .bind(next)
        .bind(first)
        .execute(c)
        .await?
        .rows_affected())
        == 1)
}
