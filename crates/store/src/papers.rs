//! Papers that take a while: asked for by a person, made by the worker, found again by whoever asked.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A paper that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Paper {
    pub id: Uuid,
    pub person_id: Uuid,
    /// What is wanted, as whoever makes it understands it.
    pub asked: String,
    pub lang: String,
    pub asked_at: At,
    /// So many of `whole` steps are done; `whole` is zero until it is known.
    pub done: i64,
    pub whole: i64,
    pub attempts: i64,
    pub finished_at: Option<At>,
    pub failure: Option<String>,
    /// The file, once there is one.
    pub document_id: Option<Uuid>,
}

const ASK: &str = "
    insert into paper (id, person_id, asked, lang, asked_at, done, whole, attempts)
    values ($1, $2, $3, $4, $5, 0, 0, 0)";

/// Notes what is wanted, by whom.
pub async fn ask(
    conn: &mut Conn,
    id: Uuid,
    person: Uuid,
    asked: &str,
    lang: &str,
    now: Timestamp,
) -> Result<()> {
    on!(conn, c => sqlx::query(ASK)
        .bind(id)
        .bind(person)
        .bind(asked)
        .bind(lang)
        .bind(At::from(now))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OF_PERSON: &str = "
    select id, person_id, asked, lang, asked_at, done, whole, attempts, finished_at, failure, document_id
    from paper where person_id = $1 order by asked_at desc, id limit $2";

/// The papers of a person, the latest first.
pub async fn of_person(conn: &mut Conn, person: Uuid, limit: i64) -> Result<Vec<Paper>> {
    Ok(on!(conn, c => sqlx::query_as(OF_PERSON).bind(person).bind(limit).fetch_all(c).await?))
}

const ONE: &str = "
    select id, person_id, asked, lang, asked_at, done, whole, attempts, finished_at, failure, document_id
    from paper where id = $1";

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Paper>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

// The condition stands twice: inside to choose, outside so that of two claimants the later finds nothing.
const CLAIM: &str = "
    update paper set lease_until = $2, attempts = attempts + 1, done = 0
    where id in (
        select id from paper
        where finished_at is null and (lease_until is null or lease_until <= $1)
        order by asked_at, id limit 1)
    and finished_at is null and (lease_until is null or lease_until <= $1)
    returning id, person_id, asked, lang, asked_at, done, whole, attempts, finished_at, failure, document_id";

/// Claims the paper that waits longest, until `lease_until`; a maker that vanishes loses it then.
pub async fn claim(conn: &mut Conn, now: Timestamp, lease_until: Timestamp) -> Result<Option<Paper>> {
    Ok(on!(conn, c => sqlx::query_as(CLAIM)
        .bind(At::from(now))
        .bind(At::from(lease_until))
        .fetch_optional(c)
        .await?))
}

const PROGRESS: &str =
    "update paper set done = $2, whole = $3, lease_until = $4 where id = $1 and finished_at is null";

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

const FINISH: &str = "
    update paper set finished_at = $2, document_id = $3, failure = $4, done = whole, lease_until = null
    where id = $1 and finished_at is null";

/// It is made, or could not be.
pub async fn finish(
    conn: &mut Conn,
    id: Uuid,
    now: Timestamp,
    outcome: std::result::Result<Uuid, &str>,
) -> Result<()> {
    on!(conn, c => sqlx::query(FINISH)
        .bind(id)
        .bind(At::from(now))
        .bind(outcome.ok())
        .bind(outcome.err())
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const FORGET: &str = "delete from paper where asked_at < $1 and finished_at is not null";

/// Forgets what was finished and asked for before an instant.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(FORGET).bind(At::from(before)).execute(c).await?.rows_affected());
    Ok(())
}
