//! Reminders: each duty reminds each person once at each step, until it is discharged.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::history::Stream;
use crate::sql::Sql;
use crate::{At, Conn, On, Result};

/// What somebody is reminded of: number, act, rule and day, and nothing of what a case says.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Reminder {
    pub id: Uuid,
    /// The duty by name and day: another day makes another duty.
    pub duty: String,
    /// Why now.
    pub step: String,
    pub person_id: Uuid,
    pub stream_kind: String,
    pub stream_id: Uuid,
    pub number: String,
    pub rule: String,
    pub act: String,
    pub due_on: Option<On>,
    pub at: At,
    pub read_at: Option<At>,
    pub mailed_at: Option<At>,
    /// The duty was discharged, or moved to another day.
    pub ended_at: Option<At>,
}

const COLUMNS: &str =
    "id, duty, step, person_id, stream_kind, stream_id, number, rule, act, due_on, at, read_at,
    mailed_at, ended_at";

const PUT: &str = "
    insert into reminder (id, duty, step, person_id, stream_kind, stream_id, number, rule, act, due_on, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (duty, step, person_id) do nothing";

/// Reminds; answers `false` where this person was reminded at this step before.
pub async fn put(conn: &mut Conn, reminder: &Reminder) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(PUT)
        .bind(reminder.id)
        .bind(&reminder.duty)
        .bind(&reminder.step)
        .bind(reminder.person_id)
        .bind(&reminder.stream_kind)
        .bind(reminder.stream_id)
        .bind(&reminder.number)
        .bind(&reminder.rule)
        .bind(&reminder.act)
        .bind(reminder.due_on)
        .bind(reminder.at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const TOLD: &str = "select person_id from reminder where duty = $1 and step = $2";

/// Who was reminded of a duty at a step.
pub async fn told(conn: &mut Conn, duty: &str, step: &str) -> Result<Vec<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(TOLD).bind(duty).bind(step).fetch_all(c).await?))
}

const REMINDED: &str = "select distinct person_id from reminder where duty = $1 and ended_at is null";

const END_OF: &str =
    "update reminder set ended_at = $3 where duty = $1 and person_id = $2 and ended_at is null";

/// Ends the reminders of a duty of everybody but these people: it is theirs no more.
pub async fn leave(conn: &mut Conn, duty: &str, people: &[Uuid], now: Timestamp) -> Result<()> {
    let reminded: Vec<Uuid> = on!(conn, c => sqlx::query_scalar(REMINDED).bind(duty).fetch_all(c).await?);
    for person in reminded.iter().filter(|person| !people.contains(person)) {
        on!(conn, c => sqlx::query(END_OF)
            .bind(duty)
            .bind(person)
            .bind(At::from(now))
            .execute(c)
            .await?
            .rows_affected());
    }
    Ok(())
}

const OPEN_DUTIES: &str = "select distinct duty from reminder where stream_id = $1 and ended_at is null";

const END: &str = "update reminder set ended_at = $3 where stream_id = $1 and duty = $2 and ended_at is null";

/// Ends the reminders of a stream other than those of these duties.
pub async fn keep_only(conn: &mut Conn, stream: &Stream, duties: &[String], now: Timestamp) -> Result<()> {
    let open: Vec<String> = on!(conn, c => sqlx::query_scalar(OPEN_DUTIES)
        .bind(stream.id)
        .fetch_all(c)
        .await?);
    for duty in open.iter().filter(|duty| !duties.contains(duty)) {
        on!(conn, c => sqlx::query(END)
            .bind(stream.id)
            .bind(duty)
            .bind(At::from(now))
            .execute(c)
            .await?
            .rows_affected());
    }
    Ok(())
}

/// The reminders of a person that still hold, latest first.
pub async fn of_person(conn: &mut Conn, person: Uuid, limit: i64) -> Result<Vec<Reminder>> {
    let mut sql = Sql::new("select ");
    sql.push(COLUMNS)
        .push(" from reminder where ended_at is null and person_id = ");
    sql.bind(person)
        .push(" order by at desc, due_on, id limit ")
        .bind(limit);
    sql.rows(conn).await
}

/// The reminders with these identities that still hold.
pub async fn of_ids(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<Reminder>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new("select ");
    sql.push(COLUMNS)
        .push(" from reminder where ended_at is null and id");
    sql.among(ids.iter().copied());
    sql.push(" order by due_on, id");
    sql.rows(conn).await
}

const UNREAD: &str =
    "select count(*) from reminder where person_id = $1 and ended_at is null and read_at is null";

/// How many reminders a person has not read.
pub async fn unread(conn: &mut Conn, person: Uuid) -> Result<i64> {
    Ok(on!(conn, c => sqlx::query_scalar(UNREAD).bind(person).fetch_one(c).await?))
}

const READ: &str = "update reminder set read_at = $3 where person_id = $1 and at <= $2 and read_at is null";

/// A person has read every reminder up to an instant.
pub async fn read(conn: &mut Conn, person: Uuid, until: Timestamp, now: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(READ)
        .bind(person)
        .bind(At::from(until))
        .bind(At::from(now))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const UNMAILED: &str = "
    select person_id, id from reminder where ended_at is null and mailed_at is null order by person_id, at, id";

/// What nobody was mailed yet, person by person.
pub async fn unmailed(conn: &mut Conn) -> Result<Vec<(Uuid, Uuid)>> {
    Ok(on!(conn, c => sqlx::query_as(UNMAILED).fetch_all(c).await?))
}

const MAILED: &str = "update reminder set mailed_at = $2 where id = $1";

/// A reminder was mailed, or is not to be.
pub async fn mailed(conn: &mut Conn, id: Uuid, now: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(MAILED).bind(id).bind(At::from(now)).execute(c).await?.rows_affected());
    Ok(())
}

const SET_WAY: &str = "
    insert into reminder_way (person_id, way) values ($1, $2)
    on conflict (person_id) do update set way = excluded.way";

/// How a person wants to be told by mail.
pub async fn set_way(conn: &mut Conn, person: Uuid, way: &str) -> Result<()> {
    on!(conn, c => sqlx::query(SET_WAY).bind(person).bind(way).execute(c).await?.rows_affected());
    Ok(())
}

const WAY: &str = "select way from reminder_way where person_id = $1";

pub async fn way(conn: &mut Conn, person: Uuid) -> Result<Option<String>> {
    Ok(on!(conn, c => sqlx::query_scalar(WAY).bind(person).fetch_optional(c).await?))
}

const FORGET: &str = "delete from reminder where ended_at < $1";

/// Forgets what ended before an instant.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET).bind(At::from(before)).execute(c).await?.rows_affected()))
}
