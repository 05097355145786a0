//! How often something was tried lately, counted in the database so that every node counts together.

use jiff::{SignedDuration, Timestamp};

use crate::{At, Conn, Result};

// A count that began before the window begins again; otherwise it grows.
const COUNT: &str = "
    insert into attempt (bucket, count, since_at) values ($1, 1, $2)
    on conflict (bucket) do update set
        count = case when attempt.since_at <= $3 then 1 else attempt.count + 1 end,
        since_at = case when attempt.since_at <= $3 then excluded.since_at else attempt.since_at end
    returning count";

/// Counts an attempt and answers how many there were in this bucket since its window began, this one included.
pub async fn count(conn: &mut Conn, bucket: &str, now: Timestamp, window: SignedDuration) -> Result<i64> {
    Ok(on!(conn, c => sqlx::query_scalar(COUNT)
        .bind(bucket)
        .bind(At::from(now))
        .bind(At::from(now - window))
        .fetch_one(c)
        .await?))
}

const CLEAR: &str = "delete from attempt where bucket = $1";

/// Forgets a bucket, as after a success.
pub async fn clear(conn: &mut Conn, bucket: &str) -> Result<()> {
    on!(conn, c => sqlx::query(CLEAR).bind(bucket).execute(c).await?.rows_affected());
    Ok(())
}

const FORGET: &str = "delete from attempt where since_at < $1";

/// Forgets the buckets whose window began before; answers how many.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET).bind(At::from(before)).execute(c).await?.rows_affected()))
}
