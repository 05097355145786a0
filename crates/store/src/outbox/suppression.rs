//! Addresses to which nothing is mailed any more: their mail came back for good, or they asked.

use sqlx::FromRow;
use uuid::Uuid;

use super::address_key;
use crate::{At, Conn, Result};

/// Why an address is mailed nothing.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Suppression {
    pub address_key: String,
    /// `bounced` or `asked`.
    pub why: String,
    pub note: String,
    /// The mail that came back.
    pub mail_id: Option<Uuid>,
    /// Nobody where a delivery report said so.
    pub by_person: Option<Uuid>,
    pub at: At,
}

const SUPPRESS: &str = "
    insert into mail_suppression (address_key, why, note, mail_id, by_person, at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (address_key) do nothing";

/// Mails nothing more to an address; its first reason stays.
pub async fn suppress(conn: &mut Conn, suppression: &Suppression) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(SUPPRESS)
        .bind(address_key(&suppression.address_key))
        .bind(&suppression.why)
        .bind(&suppression.note)
        .bind(suppression.mail_id)
        .bind(suppression.by_person)
        .bind(suppression.at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const FIND: &str = "
    select address_key, why, note, mail_id, by_person, at from mail_suppression where address_key = $1";

/// Why an address is mailed nothing, if so.
pub async fn suppression(conn: &mut Conn, address: &str) -> Result<Option<Suppression>> {
    Ok(on!(conn, c => sqlx::query_as(FIND).bind(address_key(address)).fetch_optional(c).await?))
}

const ALL: &str = "
    select address_key, why, note, mail_id, by_person, at from mail_suppression order by at desc, address_key
    limit $1";

/// The addresses, the latest first.
pub async fn suppressions(conn: &mut Conn, limit: i64) -> Result<Vec<Suppression>> {
    Ok(on!(conn, c => sqlx::query_as(ALL).bind(limit).fetch_all(c).await?))
}

const LIFT: &str = "delete from mail_suppression where address_key = $1";

/// Mails an address again.
pub async fn lift(conn: &mut Conn, address: &str) -> Result<bool> {
    let lifted = on!(conn, c => sqlx::query(LIFT)
        .bind(address_key(address))
        .execute(c)
        .await?
        .rows_affected());
    Ok(lifted == 1)
}
