//! Systems that are told what happened: their subscriptions, and each message with what became of it.

use std::fmt;

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A system that wants to be told.
#[derive(Clone, PartialEq, Eq, FromRow)]
pub struct Webhook {
    pub id: Uuid,
    pub url: String,
    /// What messages are signed with; both sides know it.
    pub secret: String,
    /// Keys of the events, separated by spaces.
    pub events: String,
    pub created_by: Uuid,
    pub created_at: At,
    /// Since when nothing could be delivered.
    pub failing_since: Option<At>,
    pub disabled_at: Option<At>,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// A message to one of them.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Delivery {
    pub id: Uuid,
    pub webhook_id: Uuid,
    pub event: String,
    pub payload: String,
    pub created_at: At,
    /// When it is tried next; absent once it was delivered or given up.
    pub due_at: Option<At>,
    pub attempts: i64,
    /// What the other side answered last, as HTTP says it.
    pub status: Option<i64>,
    /// Why there was no answer: a key of the messages.
    pub failure: Option<String>,
    pub delivered_at: Option<At>,
}

const INSERT: &str = "
    insert into webhook (id, url, secret, events, created_by, created_at) values ($1, $2, $3, $4, $5, $6)";

pub async fn insert(conn: &mut Conn, webhook: &Webhook) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(webhook.id)
        .bind(&webhook.url)
        .bind(&webhook.secret)
        .bind(&webhook.events)
        .bind(webhook.created_by)
        .bind(webhook.created_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const ALL: &str = "
    select id, url, secret, events, created_by, created_at, failing_since, disabled_at from webhook
    order by created_at, id";

pub async fn all(conn: &mut Conn) -> Result<Vec<Webhook>> {
    Ok(on!(conn, c => sqlx::query_as(ALL).fetch_all(c).await?))
}

const ONE: &str = "
    select id, url, secret, events, created_by, created_at, failing_since, disabled_at from webhook
    where id = $1";

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Webhook>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

const REMOVE_MESSAGES: &str = "delete from webhook_delivery where webhook_id = $1";
const REMOVE: &str = "delete from webhook where id = $1";

/// Forgets a subscription with its messages; answers `false` where there is none.
pub async fn remove(conn: &mut Conn, id: Uuid) -> Result<bool> {
    on!(conn, c => sqlx::query(REMOVE_MESSAGES).bind(id).execute(c).await?.rows_affected());
    let removed = on!(conn, c => sqlx::query(REMOVE).bind(id).execute(c).await?.rows_affected());
    Ok(removed == 1)
}

const MARK: &str = "update webhook set failing_since = $2, disabled_at = $3 where id = $1";

/// Notes since when deliveries fail, and when the subscription was switched off for that.
pub async fn mark(
    conn: &mut Conn,
    id: Uuid,
    failing_since: Option<Timestamp>,
    disabled_at: Option<Timestamp>,
) -> Result<bool> {
    let marked = on!(conn, c => sqlx::query(MARK)
        .bind(id)
        .bind(failing_since.map(At::from))
        .bind(disabled_at.map(At::from))
        .execute(c)
        .await?
        .rows_affected());
    Ok(marked == 1)
}

const ENQUEUE: &str = "
    insert into webhook_delivery (id, webhook_id, event, payload, created_at, due_at, attempts)
    values ($1, $2, $3, $4, $5, $5, 0)";

/// Leaves a message to be delivered, in the transaction of what it tells of.
pub async fn enqueue(
    conn: &mut Conn,
    id: Uuid,
    webhook: Uuid,
    event: &str,
    payload: &str,
    at: Timestamp,
) -> Result<()> {
    on!(conn, c => sqlx::query(ENQUEUE)
        .bind(id)
        .bind(webhook)
        .bind(event)
        .bind(payload)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

// The condition stands twice: inside to choose, outside so that of two claimants the later finds nothing.
const CLAIM: &str = "
    update webhook_delivery set lease_until = $2, attempts = attempts + 1
    where id in (
        select due.id from (
            select d.id, d.due_at, row_number() over (partition by d.webhook_id order by d.due_at, d.id) as place
            from webhook_delivery d join webhook w on w.id = d.webhook_id
            where d.due_at <= $1 and (d.lease_until is null or d.lease_until <= $1) and w.disabled_at is null
        ) as due
        where due.place <= 2 order by due.due_at, due.id limit $3)
    and (lease_until is null or lease_until <= $1)
    returning id, webhook_id, event, payload, created_at, due_at, attempts, status, failure, delivered_at";

/// Claims up to `limit` messages that are due, until `lease_until`; two of one system at most, so that one that never answers keeps no
/// place from the others.
pub async fn claim(
    conn: &mut Conn,
    now: Timestamp,
    lease_until: Timestamp,
    limit: i64,
) -> Result<Vec<Delivery>> {
    let mut claimed: Vec<Delivery> = on!(conn, c => sqlx::query_as(CLAIM)
        .bind(At::from(now))
        .bind(At::from(lease_until))
        .bind(limit)
        .fetch_all(c)
        .await?);
    claimed.sort_by_key(|delivery| (delivery.created_at, delivery.id));
    Ok(claimed)
}

/// What came of an attempt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attempted {
    pub status: Option<i64>,
    pub failure: Option<String>,
    pub delivered_at: Option<Timestamp>,
    /// When it is tried again, if at all.
    pub again_at: Option<Timestamp>,
}

const ATTEMPTED: &str = "
    update webhook_delivery
    set lease_until = null, status = $2, failure = $3, delivered_at = $4, due_at = $5 where id = $1";

pub async fn attempted(conn: &mut Conn, id: Uuid, what: &Attempted) -> Result<()> {
    on!(conn, c => sqlx::query(ATTEMPTED)
        .bind(id)
        .bind(what.status)
        .bind(&what.failure)
        .bind(what.delivered_at.map(At::from))
        .bind(what.again_at.map(At::from))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const REPLAY: &str = "
    update webhook_delivery
    set due_at = $3, attempts = 0, lease_until = null, delivered_at = null where id = $1 and webhook_id = $2";

/// Has a message delivered once more, under the same identity; answers `false` where there is none.
pub async fn replay(conn: &mut Conn, id: Uuid, webhook: Uuid, at: Timestamp) -> Result<bool> {
    let replayed = on!(conn, c => sqlx::query(REPLAY)
        .bind(id)
        .bind(webhook)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(replayed == 1)
}

const LOG: &str = "
    select id, webhook_id, event, payload, created_at, due_at, attempts, status, failure, delivered_at
    from webhook_delivery
    where webhook_id = $1 and (created_at < $2 or (created_at = $2 and id < $3))
    order by created_at desc, id desc limit $4";

/// The messages to one system, the latest first, before this place.
pub async fn log(
    conn: &mut Conn,
    webhook: Uuid,
    before: (Timestamp, Uuid),
    limit: i64,
) -> Result<Vec<Delivery>> {
    Ok(on!(conn, c => sqlx::query_as(LOG)
        .bind(webhook)
        .bind(At::from(before.0))
        .bind(before.1)
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const FORGET: &str = "delete from webhook_delivery where created_at < $1 and due_at is null";

/// Forgets messages of old that wait for nothing; answers how many.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET).bind(At::from(before)).execute(c).await?.rows_affected()))
}
