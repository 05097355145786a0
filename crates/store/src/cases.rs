//! A case as it stands: its state, and the plain columns the register is read from.

mod written;

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use crate::fold::{name_key, phone_key};
use crate::sql::Sql;
use crate::value::day_key;
use crate::{At, Conn, On, Result};
use written::Written;

/// The line of a case in the register.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct CaseRow {
    pub id: Uuid,
    pub year: i64,
    pub ordinal: i64,
    pub number: String,
    pub version: i64,
    pub kind: String,
    pub channel: String,
    pub written: bool,
    pub unit_id: Option<Uuid>,
    pub stage: String,
    pub received_on: On,
    pub registered_on: On,
    pub limit_on: Option<On>,
    pub first_limit_on: Option<On>,
    pub answered_on: Option<On>,
    pub closed_on: Option<On>,
    pub outcome: Option<String>,
    pub severity: Option<String>,
    pub safety: bool,
    pub protected: bool,
    pub imported: bool,
    pub annulled: bool,
    pub extended: bool,
    pub reopened: bool,
    pub complainant_name: String,
    pub complainant_sort: String,
    pub complainant_phone: String,
    pub summary: String,
    pub last_event_at: At,
}

/// What a person is to a case; or, of `NOBODY`, a mark that says to which offices the case is open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, FromRow)]
pub struct CasePerson {
    pub person_id: Uuid,
    pub part: String,
}

/// The part of someone who must not act on the case.
pub const BLOCKED: &str = "blocked";
/// The part of someone the case is about.
pub const SUBJECT: &str = "subject";
/// The part of someone who declared an interest or withdrew.
pub const INTEREST: &str = "interest";
/// The part of someone who took part in what the case is about.
pub const TOOK_PART: &str = "took_part";
/// The part of someone who declared to have no interest.
pub const DECLARED: &str = "declared";
/// The part of a client whose interests count in the case: no person of the house, but a party.
pub const CLIENT: &str = "client";
/// Whose parts are the marks of the case itself.
pub const NOBODY: Uuid = Uuid::nil();

/// Everything that is kept of a case beside its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRecord {
    pub row: CaseRow,
    pub subjects: BTreeSet<String>,
    pub people: BTreeSet<CasePerson>,
    /// The folded state of the case, as canonical JSON.
    pub state: String,
}

impl CaseRow {
    /// The order of the register, newest last: by year, then by number.
    pub fn chrono(&self) -> i64 {
        chrono(self.year, self.ordinal)
    }

    /// The day on which the case becomes late, while it can still become so.
    pub fn running_on(&self) -> Option<On> {
        let running = self.answered_on.is_none() && self.closed_on.is_none() && !self.annulled;
        self.limit_on.filter(|_| running)
    }
}

/// Room for ten million cases a year.
const YEAR_STEP: i64 = 10_000_000;

/// The order of a number of a year among all numbers.
pub fn chrono(year: i64, ordinal: i64) -> i64 {
    year * YEAR_STEP + ordinal
}

/// The columns of a line, of the table that is called `r`.
pub(crate) const COLUMNS: &str = "r.id, r.year, r.ordinal, r.number, r.version, r.kind, r.channel, r.written,
    r.unit_id, r.stage, r.received_on, r.registered_on, r.limit_on, r.first_limit_on, r.answered_on,
    r.closed_on, r.outcome, r.severity, r.safety, r.protected, r.imported, r.annulled, r.extended,
    r.reopened, r.complainant_name, r.complainant_sort, r.complainant_phone, r.summary, r.last_event_at";

const PUT_STATE: &str = "
    insert into case_state (case_id, written, state) values ($1, $2, $3)
    on conflict (case_id) do update set written = excluded.written, state = excluded.state";

/// Writes a case down as it now stands. Only what changed is written, so that an act touches few pages.
pub async fn put(conn: &mut Conn, case: &CaseRecord) -> Result<()> {
    let written = Written::of(case);
    let before = Written::before(conn, case.row.id).await?;
    match &before {
        None => write(conn, INSERT, &case.row).await?,
        Some(before) if before.line == written.line => touch(conn, &case.row).await?,
        Some(_) => write(conn, UPDATE, &case.row).await?,
    }
    let before = before.unwrap_or_default();
    if before.subjects != written.subjects {
        put_subjects(conn, case).await?;
    }
    if before.people != written.people {
        put_people(conn, case).await?;
    }
    on!(conn, c => sqlx::query(PUT_STATE)
        .bind(case.row.id)
        .bind(written.to_string())
        .bind(&case.state)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const TOUCH: &str = "update case_row set version = $2, last_event_at = $3 where id = $1";

async fn touch(conn: &mut Conn, row: &CaseRow) -> Result<()> {
    on!(conn, c => sqlx::query(TOUCH)
        .bind(row.id)
        .bind(row.version)
        .bind(row.last_event_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const INSERT: &str = "
    insert into case_row (id, chrono, year, ordinal, number, version, kind, channel, written, unit_id, stage,
        received_on, registered_on, limit_on, first_limit_on, answered_on, closed_on, running_on, limit_key,
        outcome, severity, safety, protected, imported, annulled, extended, reopened, complainant_name,
        complainant_sort, complainant_key, complainant_phone, phone_key, summary, last_event_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
        $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)";

const UPDATE: &str = "
    update case_row set chrono = $2, year = $3, ordinal = $4, number = $5, version = $6, kind = $7,
        channel = $8, written = $9, unit_id = $10, stage = $11, received_on = $12, registered_on = $13,
        limit_on = $14, first_limit_on = $15, answered_on = $16, closed_on = $17, running_on = $18,
        limit_key = $19, outcome = $20, severity = $21, safety = $22, protected = $23, imported = $24,
        annulled = $25, extended = $26, reopened = $27, complainant_name = $28, complainant_sort = $29,
        complainant_key = $30, complainant_phone = $31, phone_key = $32, summary = $33, last_event_at = $34
    where id = $1";

async fn write(conn: &mut Conn, sql: &'static str, row: &CaseRow) -> Result<()> {
    on!(conn, c => sqlx::query(sql)
        .bind(row.id)
        .bind(row.chrono())
        .bind(row.year)
        .bind(row.ordinal)
        .bind(&row.number)
        .bind(row.version)
        .bind(&row.kind)
        .bind(&row.channel)
        .bind(row.written)
        .bind(row.unit_id)
        .bind(&row.stage)
        .bind(row.received_on)
        .bind(row.registered_on)
        .bind(row.limit_on)
        .bind(row.first_limit_on)
        .bind(row.answered_on)
        .bind(row.closed_on)
        .bind(row.running_on())
        .bind(day_key(row.limit_on))
        .bind(&row.outcome)
        .bind(&row.severity)
        .bind(row.safety)
        .bind(row.protected)
        .bind(row.imported)
        .bind(row.annulled)
        .bind(row.extended)
        .bind(row.reopened)
        .bind(&row.complainant_name)
        .bind(&row.complainant_sort)
        .bind(name_key(&row.complainant_name))
        .bind(&row.complainant_phone)
        .bind(phone_key(&row.complainant_phone))
        .bind(&row.summary)
        .bind(row.last_event_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const CLEAR_SUBJECTS: &str = "delete from case_subject where case_id = $1";

async fn put_subjects(conn: &mut Conn, case: &CaseRecord) -> Result<()> {
    let id = case.row.id;
    on!(conn, c => sqlx::query(CLEAR_SUBJECTS).bind(id).execute(c).await?.rows_affected());
    if case.subjects.is_empty() {
        return Ok(());
    }
    let chrono = case.row.chrono();
    on!(conn, c => {
        let mut insert = QueryBuilder::new("insert into case_subject (case_id, subject, chrono) ");
        insert.push_values(&case.subjects, |mut values, subject| {
            values.push_bind(id).push_bind(subject.clone()).push_bind(chrono);
        });
        insert.build().execute(c).await?.rows_affected()
    });
    Ok(())
}

const CLEAR_PEOPLE: &str = "delete from case_person where case_id = $1";

async fn put_people(conn: &mut Conn, case: &CaseRecord) -> Result<()> {
    let id = case.row.id;
    on!(conn, c => sqlx::query(CLEAR_PEOPLE).bind(id).execute(c).await?.rows_affected());
    if case.people.is_empty() {
        return Ok(());
    }
    on!(conn, c => {
        let mut insert = QueryBuilder::new("insert into case_person (case_id, person_id, part) ");
        insert.push_values(&case.people, |mut values, person| {
            values.push_bind(id).push_bind(person.person_id).push_bind(person.part.clone());
        });
        insert.build().execute(c).await?.rows_affected()
    });
    Ok(())
}

const ROW: &str = "
    select id, year, ordinal, number, version, kind, channel, written, unit_id, stage,
        received_on, registered_on, limit_on, first_limit_on, answered_on, closed_on, outcome, severity,
        safety, protected, imported, annulled, extended, reopened, complainant_name, complainant_sort,
        complainant_phone, summary, last_event_at
    from case_row where id = $1";

/// The line of a case.
pub async fn row_of(conn: &mut Conn, id: Uuid) -> Result<Option<CaseRow>> {
    Ok(on!(conn, c => sqlx::query_as(ROW).bind(id).fetch_optional(c).await?))
}

/// How many ids one question asks for; SQLite binds no more than some thousands.
const AT_ONCE: usize = 500;

/// The lines of these cases, in the order of the book.
pub async fn rows_of(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<CaseRow>> {
    let mut rows: Vec<CaseRow> = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let mut sql = Sql::new("select ");
        sql.push(COLUMNS)
            .push(" from case_row r where r.id")
            .among(ids.iter().copied());
        rows.extend(sql.rows::<CaseRow>(conn).await?);
    }
    rows.sort_by_key(CaseRow::chrono);
    Ok(rows)
}

/// The subjects of these cases; a case without any is left out.
pub async fn subjects_of(conn: &mut Conn, ids: &[Uuid]) -> Result<BTreeMap<Uuid, BTreeSet<String>>> {
    let mut subjects: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for ids in ids.chunks(AT_ONCE) {
        let mut sql = Sql::new("select case_id, subject from case_subject where case_id");
        sql.among(ids.iter().copied());
        for (id, subject) in sql.rows::<(Uuid, String)>(conn).await? {
            subjects.entry(id).or_default().insert(subject);
        }
    }
    Ok(subjects)
}

const STATE: &str = "
    select r.version, s.state from case_row r join case_state s on s.case_id = r.id where r.id = $1";

/// The version of a case and its state, which is all that deciding needs.
pub async fn state(conn: &mut Conn, id: Uuid) -> Result<Option<(i64, String)>> {
    Ok(on!(conn, c => sqlx::query_as(STATE).bind(id).fetch_optional(c).await?))
}

const BY_NUMBER: &str = "select id from case_row where number = $1";

/// The case with this number.
pub async fn by_number(conn: &mut Conn, number: &str) -> Result<Option<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(BY_NUMBER).bind(number).fetch_optional(c).await?))
}

const SUBJECTS: &str = "select subject from case_subject where case_id = $1";

pub async fn subjects(conn: &mut Conn, id: Uuid) -> Result<BTreeSet<String>> {
    let subjects: Vec<String> = on!(conn, c => sqlx::query_scalar(SUBJECTS).bind(id).fetch_all(c).await?);
    Ok(subjects.into_iter().collect())
}

const PEOPLE: &str = "select person_id, part from case_person where case_id = $1";

pub async fn people(conn: &mut Conn, id: Uuid) -> Result<BTreeSet<CasePerson>> {
    let people: Vec<CasePerson> = on!(conn, c => sqlx::query_as(PEOPLE).bind(id).fetch_all(c).await?);
    Ok(people.into_iter().collect())
}

/// Everything that is kept of a case beside its history, to compare with what its history gives.
pub async fn record(conn: &mut Conn, id: Uuid) -> Result<Option<CaseRecord>> {
    let Some(row) = row_of(conn, id).await? else {
        return Ok(None);
    };
    let Some((_, state)) = state(conn, id).await? else {
        return Ok(None);
    };
    Ok(Some(CaseRecord {
        row,
        subjects: subjects(conn, id).await?,
        people: people(conn, id).await?,
        state,
    }))
}

const OPEN: &str = "
    select id, chrono from case_row
    where closed_on is null and not annulled and not imported and chrono > $1
    order by chrono limit $2";

/// The cases that are neither closed nor annulled nor imported, oldest first, after the one at `after`.
pub async fn open(conn: &mut Conn, after: Option<i64>, limit: i64) -> Result<Vec<(Uuid, i64)>> {
    Ok(on!(conn, c => sqlx::query_as(OPEN)
        .bind(after.unwrap_or(0))
        .bind(limit)
        .fetch_all(c)
        .await?))
}

/// The closed cases in which the interests of one of these clients count, by their names as they are searched; after the one at `after`.
pub async fn closed_of_clients(
    conn: &mut Conn,
    names: &[String],
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<(Uuid, i64)>> {
    let mut sql = Sql::new(
        "select r.id, r.chrono from case_row r
        where r.closed_on is not null and not r.annulled and not r.imported and r.chrono > ",
    );
    sql.bind(after.unwrap_or(0))
        .push(
            " and exists (select 1 from case_person c join party t on t.id = c.person_id and t.current
            where c.case_id = r.id and c.part = ",
        )
        .bind(CLIENT)
        .push(" and t.name_key")
        .among(names.iter().map(String::as_str))
        .push(") order by r.chrono limit ")
        .bind(limit);
    sql.rows(conn).await
}

const ORDINALS: &str =
    "select ordinal from case_row where year = $1 and ordinal > $2 order by ordinal limit $3";

/// The numbers of a year's book in order, a page at a time, to see that none is missing.
pub async fn ordinals(conn: &mut Conn, year: i16, after: i64, limit: i64) -> Result<Vec<i64>> {
    Ok(on!(conn, c => sqlx::query_scalar(ORDINALS)
        .bind(i64::from(year))
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const YEARS: &str = "select distinct year from case_row order by year desc";

/// The years that have a case, newest first.
pub async fn years(conn: &mut Conn) -> Result<Vec<i64>> {
    Ok(on!(conn, c => sqlx::query_scalar(YEARS).fetch_all(c).await?))
}
