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

const GROW: &str = "
    insert into attempt (bucket, count, since_at) values ($1, 1, $2)
    on conflict (bucket) do update set count = attempt.count + 1
    returning count";

const COUNTED: &str = "select count from attempt where bucket = $1";

/// Counts an attempt in a window that slides: those of the window before this one weigh less the longer ago it ended.
pub async fn count_sliding(
    conn: &mut Conn,
    bucket: &str,
    now: Timestamp,
    window: SignedDuration,
) -> Result<i64> {
    let slot = Slot::at(now, window);
    let here: i64 = on!(conn, c => sqlx::query_scalar(GROW)
        .bind(slot.name(bucket))
        .bind(At::from(slot.since))
        .fetch_one(c)
        .await?);
    let before: Option<i64> = on!(conn, c => sqlx::query_scalar(COUNTED)
        .bind(slot.before().name(bucket))
        .fetch_optional(c)
        .await?);
    let left = slot.length - now.duration_since(slot.since).as_millis().try_into().unwrap_or(0);
    Ok(here + before.unwrap_or(0) * left / slot.length)
}

const TAKE_BACK: &str = "update attempt set count = count - 1 where bucket = $1 and count > 0";

/// Takes one attempt back that was counted at this moment, because it was none.
pub async fn take_back(conn: &mut Conn, bucket: &str, at: Timestamp, window: SignedDuration) -> Result<()> {
    let name = Slot::at(at, window).name(bucket);
    on!(conn, c => sqlx::query(TAKE_BACK).bind(name).execute(c).await?.rows_affected());
    Ok(())
}

/// One of the equal stretches of time that a sliding window is counted in.
struct Slot {
    place: i64,
    since: Timestamp,
    /// In milliseconds.
    length: i64,
}

impl Slot {
    fn at(now: Timestamp, window: SignedDuration) -> Slot {
        let length = i64::try_from(window.as_millis()).unwrap_or(i64::MAX).max(1);
        Slot::of(now.as_millisecond().div_euclid(length), length)
    }

    fn of(place: i64, length: i64) -> Slot {
        let since = Timestamp::from_millisecond(place.saturating_mul(length));
        Slot {
            place,
            since: since.unwrap_or(Timestamp::UNIX_EPOCH),
            length,
        }
    }

    fn before(&self) -> Slot {
        Slot::of(self.place - 1, self.length)
    }

    fn name(&self, bucket: &str) -> String {
        format!("{bucket}@{}", self.place)
    }
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
