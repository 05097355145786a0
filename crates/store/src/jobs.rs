//! Work that follows from an act: enqueued in its transaction, claimed under a lease, retried, visible when dead.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Job {
    pub id: Uuid,
    pub kind: String,
    pub payload: String,
    pub key: Option<String>,
    pub run_at: At,
    pub attempts: i64,
    pub last_error: Option<String>,
    pub dead_at: Option<At>,
}

/// A piece of work to be done at `run_at`. Of jobs with the same `key` only one waits at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    pub id: Uuid,
    pub kind: String,
    pub payload: String,
    pub key: Option<String>,
    pub run_at: Timestamp,
}

const ENQUEUE: &str = "
    insert into job (id, kind, payload, key, run_at, attempts) values ($1, $2, $3, $4, $5, 0)
    on conflict (key) do nothing";

/// Enqueues a job; answers `false` when one with the same key waits already.
pub async fn enqueue(conn: &mut Conn, job: &NewJob) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(ENQUEUE)
        .bind(job.id)
        .bind(&job.kind)
        .bind(&job.payload)
        .bind(&job.key)
        .bind(At::from(job.run_at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

// The condition stands twice: inside to choose, outside so that of two claimants the later finds nothing.
const CLAIM: &str = "
    update job set lease_until = $2, attempts = attempts + 1
    where id in (
        select id from job
        where dead_at is null and run_at <= $1 and (lease_until is null or lease_until <= $1)
        order by run_at limit $3)
    and dead_at is null and (lease_until is null or lease_until <= $1)
    returning id, kind, payload, key, run_at, attempts, last_error, dead_at";

/// Claims up to `limit` jobs that are due, until `lease_until`; a claimant that vanishes loses them then.
pub async fn claim(conn: &mut Conn, now: Timestamp, lease_until: Timestamp, limit: i64) -> Result<Vec<Job>> {
    let mut jobs: Vec<Job> = on!(conn, c => sqlx::query_as(CLAIM)
        .bind(At::from(now))
        .bind(At::from(lease_until))
        .bind(limit)
        .fetch_all(c)
        .await?);
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}

const DONE: &str = "delete from job where id = $1";

/// The job is done and forgotten.
pub async fn done(conn: &mut Conn, id: Uuid) -> Result<()> {
    on!(conn, c => sqlx::query(DONE).bind(id).execute(c).await?.rows_affected());
    Ok(())
}

const RETRY: &str = "
    update job set lease_until = null, run_at = $2, last_error = $3 where id = $1";

/// The job failed and is tried again at `run_at`.
pub async fn retry(conn: &mut Conn, id: Uuid, run_at: Timestamp, error: &str) -> Result<()> {
    on!(conn, c => sqlx::query(RETRY)
        .bind(id)
        .bind(At::from(run_at))
        .bind(error)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const BURY: &str = "
    update job set lease_until = null, dead_at = $2, last_error = $3, key = null where id = $1";

/// The job failed for good and waits for the administrator; its key is free again.
pub async fn bury(conn: &mut Conn, id: Uuid, at: Timestamp, error: &str) -> Result<()> {
    on!(conn, c => sqlx::query(BURY)
        .bind(id)
        .bind(At::from(at))
        .bind(error)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const REVIVE: &str = "
    update job set dead_at = null, run_at = $2, attempts = 0 where id = $1 and dead_at is not null";

/// The administrator has a dead job tried again.
pub async fn revive(conn: &mut Conn, id: Uuid, run_at: Timestamp) -> Result<bool> {
    let revived = on!(conn, c => sqlx::query(REVIVE)
        .bind(id)
        .bind(At::from(run_at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(revived == 1)
}

const DEAD: &str = "
    select id, kind, payload, key, run_at, attempts, last_error, dead_at from job
    where dead_at is not null order by dead_at desc, id limit $1";

/// The jobs that died last.
pub async fn dead(conn: &mut Conn, limit: i64) -> Result<Vec<Job>> {
    Ok(on!(conn, c => sqlx::query_as(DEAD).bind(limit).fetch_all(c).await?))
}

const WAITING: &str = "
    select id, kind, payload, key, run_at, attempts, last_error, dead_at from job
    where dead_at is null order by run_at, id limit $1";

/// The jobs that wait, soonest first.
pub async fn waiting(conn: &mut Conn, limit: i64) -> Result<Vec<Job>> {
    Ok(on!(conn, c => sqlx::query_as(WAITING).bind(limit).fetch_all(c).await?))
}

const NEXT: &str = "
    select run_at from job
    where dead_at is null order by run_at limit 1";

/// When the next job is due, so that a worker knows how long it may rest.
pub async fn next_at(conn: &mut Conn) -> Result<Option<Timestamp>> {
    let at: Option<At> = on!(conn, c => sqlx::query_scalar(NEXT).fetch_optional(c).await?);
    Ok(at.map(|at| at.0))
}
