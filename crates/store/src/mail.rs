//! The mails that arrived: what each says of itself, and what became of it.

mod deeds;
mod sources;

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::sql::Sql;
use crate::{At, Conn, On, Result};

pub use deeds::{Deed, deeds, note};
pub use sources::{Source, fetched, source, sources, stumbled};

/// A mail, without its words: those stand in its bytes.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Mail {
    pub id: Uuid,
    /// When it reached the address, which may be before it was stored here.
    pub arrived_at: At,
    /// The same as a day where the organisation is.
    pub arrived_on: On,
    pub stored_at: At,
    /// By which way it came in.
    pub way: String,
    /// The document with its bytes, exactly as they came.
    pub document_id: Uuid,
    pub sha256: Vec<u8>,
    pub size: i64,
    pub message_id: String,
    /// The identities that it answers, a line each, the nearest first.
    pub answers: String,
    pub sender_name: String,
    pub sender_address: String,
    /// The address as it is compared.
    pub sender_key: String,
    pub subject: String,
    pub sent_at: Option<At>,
    pub kind: String,
    pub reading: String,
    pub attachments: i64,
    pub answerable: bool,
    pub state: String,
    pub reason: String,
    pub case_id: Option<Uuid>,
    pub first_read_at: Option<At>,
}

const INSERT: &str = "
    insert into mail (id, arrived_at, arrived_on, stored_at, way, document_id, sha256, size, message_id, answers,
        sender_name, sender_address, sender_key, subject, sent_at, kind, reading, attachments, answerable, state,
        reason, case_id, first_read_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
    on conflict (sha256) do nothing";

/// Writes a mail down; `false` when these very bytes came before.
pub async fn insert(conn: &mut Conn, mail: &Mail) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(INSERT)
        .bind(mail.id)
        .bind(mail.arrived_at)
        .bind(mail.arrived_on)
        .bind(mail.stored_at)
        .bind(&mail.way)
        .bind(mail.document_id)
        .bind(&mail.sha256)
        .bind(mail.size)
        .bind(&mail.message_id)
        .bind(&mail.answers)
        .bind(&mail.sender_name)
        .bind(&mail.sender_address)
        .bind(&mail.sender_key)
        .bind(&mail.subject)
        .bind(mail.sent_at)
        .bind(&mail.kind)
        .bind(&mail.reading)
        .bind(mail.attachments)
        .bind(mail.answerable)
        .bind(&mail.state)
        .bind(&mail.reason)
        .bind(mail.case_id)
        .bind(mail.first_read_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const BY_DIGEST: &str = "select id from mail where sha256 = $1";

/// The mail that came with exactly these bytes.
pub async fn by_digest(conn: &mut Conn, sha256: &[u8]) -> Result<Option<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(BY_DIGEST).bind(sha256).fetch_optional(c).await?))
}

const ONE: &str = "select * from mail where id = $1";

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

/// The mails in these states, in all where there are none, the latest first, before a place in that order.
pub async fn page(conn: &mut Conn, states: &[String], before: Option<Uuid>, limit: i64) -> Result<Vec<Mail>> {
    let mut sql = Sql::new("select * from mail where 1 = 1");
    sql.and_among("state", states);
    if let Some(before) = before {
        sql.push(" and id < ").bind(before);
    }
    sql.push(" order by id desc limit ").bind(limit);
    sql.rows(conn).await
}

/// The mails with identities after one, oldest first.
pub async fn after(conn: &mut Conn, after: Uuid, state: Option<&str>, limit: i64) -> Result<Vec<Mail>> {
    let mut sql = Sql::new("select * from mail where id > ");
    sql.bind(after);
    if let Some(state) = state {
        sql.push(" and state = ").bind(state);
    }
    sql.push(" order by id limit ").bind(limit);
    sql.rows(conn).await
}

const COUNTS: &str = "select state, count(*) from mail group by state order by state";

/// How many mails are in each state.
pub async fn counts(conn: &mut Conn) -> Result<Vec<(String, i64)>> {
    Ok(on!(conn, c => sqlx::query_as(COUNTS).fetch_all(c).await?))
}

const TWINS: &str = "
    select * from mail where message_id = $1 and message_id <> '' and id <> $2 order by id limit 20";

/// Other mails that claim the same identity: copies, or a sender who numbers badly.
pub async fn twins(conn: &mut Conn, message_id: &str, id: Uuid) -> Result<Vec<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(TWINS).bind(message_id).bind(id).fetch_all(c).await?))
}

/// The cases to which mails with these identities, or from this sender, belong; the latest first.
pub async fn cases_of(conn: &mut Conn, message_ids: &[String], sender_key: &str) -> Result<Vec<Uuid>> {
    const MOST: i64 = 20;
    let mut sql = Sql::new(
        "select case_id from mail where case_id is not null and ((sender_key <> '' and sender_key = ",
    );
    sql.bind(sender_key).push(")");
    if !message_ids.is_empty() {
        sql.push(" or message_id");
        sql.among(message_ids.iter().map(String::as_str));
    }
    sql.push(") order by id desc limit ").bind(MOST);
    let rows: Vec<(Uuid,)> = sql.rows(conn).await?;
    let mut found: Vec<Uuid> = Vec::new();
    for (case,) in rows {
        if !found.contains(&case) {
            found.push(case);
        }
    }
    Ok(found)
}

const OF_CASE: &str = "select * from mail where case_id = $1 order by id";

/// The mails that belong to a case, oldest first.
pub async fn of_case(conn: &mut Conn, case: Uuid) -> Result<Vec<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(OF_CASE).bind(case).fetch_all(c).await?))
}

const SETTLE: &str = "
    update mail set state = $3, reason = $4, case_id = $5 where id = $1 and state = $2";

/// Moves a mail from one state to another; `false` when somebody moved it first.
pub async fn settle(
    conn: &mut Conn,
    id: Uuid,
    from: &str,
    to: &str,
    reason: &str,
    case: Option<Uuid>,
) -> Result<bool> {
    let moved = on!(conn, c => sqlx::query(SETTLE)
        .bind(id)
        .bind(from)
        .bind(to)
        .bind(reason)
        .bind(case)
        .execute(c)
        .await?
        .rows_affected());
    Ok(moved == 1)
}

const TOLD: &str = "
    select 1 from mail m join mail_deed d on d.mail_id = m.id
    where m.sender_key = $1 and m.sender_key <> '' and d.deed = $2 and d.at > $3 limit 1";

/// Whether this was done with a mail of this sender since an instant.
pub async fn told_since(conn: &mut Conn, sender_key: &str, deed: &str, since: Timestamp) -> Result<bool> {
    let one: Option<i32> = on!(conn, c => sqlx::query_scalar(TOLD)
        .bind(sender_key)
        .bind(deed)
        .bind(At::from(since))
        .fetch_optional(c)
        .await?);
    Ok(one.is_some())
}

const READ: &str = "update mail set first_read_at = $2 where id = $1 and first_read_at is null";

/// Notes that somebody read it, the first time.
pub async fn read(conn: &mut Conn, id: Uuid, at: Timestamp) -> Result<bool> {
    let noted =
        on!(conn, c => sqlx::query(READ).bind(id).bind(At::from(at)).execute(c).await?.rows_affected());
    Ok(noted == 1)
}

const PEOPLE: &str = "select distinct id from party where lower(email) = $1 and email <> '' limit 20";

/// The people who gave this address, by their identities.
pub async fn people_at(conn: &mut Conn, address: &str) -> Result<Vec<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(PEOPLE).bind(address.to_lowercase()).fetch_all(c).await?))
}
