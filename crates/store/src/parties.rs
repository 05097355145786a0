//! The people and organisations outside, in versions: a correction adds one, and letters keep the one they used.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::fold::{name_key, phone_key};
use crate::{At, Conn, Result};

/// A version of a person, an organisation or a group outside.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Party {
    pub id: Uuid,
    pub version: i64,
    /// `person`, `organisation` or `group`.
    pub kind: String,
    pub name: String,
    pub sort_key: String,
    pub address: String,
    pub email: String,
    pub phone: String,
    pub representative: String,
    /// What has no column of its own, as canonical JSON.
    pub details: String,
    pub at: At,
    pub erased_at: Option<At>,
}

const RETIRE: &str = "update party set current = $2 where id = $1 and current = $3";

const INSERT: &str = "
    insert into party (id, version, kind, name, name_key, sort_key, address, email, phone, phone_key,
        representative, details, current, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

/// Adds a version of a party, which becomes the current one; a version that exists is `Taken`.
pub async fn insert(conn: &mut Conn, party: &Party) -> Result<()> {
    if party.version > 1 {
        on!(conn, c => sqlx::query(RETIRE)
            .bind(party.id)
            .bind(false)
            .bind(true)
            .execute(c)
            .await?
            .rows_affected());
    }
    on!(conn, c => sqlx::query(INSERT)
        .bind(party.id)
        .bind(party.version)
        .bind(&party.kind)
        .bind(&party.name)
        .bind(name_key(&party.name))
        .bind(&party.sort_key)
        .bind(&party.address)
        .bind(&party.email)
        .bind(&party.phone)
        .bind(phone_key(&party.phone))
        .bind(&party.representative)
        .bind(&party.details)
        .bind(true)
        .bind(party.at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const VERSION: &str = "
    select id, version, kind, name, sort_key, address, email, phone, representative, details, at, erased_at
    from party where id = $1 and version = $2";

/// The party as it was known in one version.
pub async fn version(conn: &mut Conn, id: Uuid, version: i64) -> Result<Option<Party>> {
    Ok(on!(conn, c => sqlx::query_as(VERSION)
        .bind(id)
        .bind(version)
        .fetch_optional(c)
        .await?))
}

const CURRENT: &str = "
    select id, version, kind, name, sort_key, address, email, phone, representative, details, at, erased_at
    from party where id = $1 order by version desc limit 1";

/// The party as it is known now.
pub async fn current(conn: &mut Conn, id: Uuid) -> Result<Option<Party>> {
    Ok(on!(conn, c => sqlx::query_as(CURRENT).bind(id).fetch_optional(c).await?))
}

const BY_NAME: &str = "
    select id, version, kind, name, sort_key, address, email, phone, representative, details, at, erased_at
    from party where current and name_key >= $1 and name_key < $2 order by name_key, id limit $3";

/// The parties whose name begins so, with or without accents.
pub async fn named(conn: &mut Conn, beginning: &str, limit: i64) -> Result<Vec<Party>> {
    let from = name_key(beginning);
    let until = crate::fold::after_prefix(&from);
    Ok(on!(conn, c => sqlx::query_as(BY_NAME)
        .bind(from)
        .bind(until)
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const ERASE: &str = "
    update party set name = '', name_key = '', sort_key = '', address = '', email = '', phone = '',
        phone_key = '', representative = '', details = '{}', erased_at = $2
    where id = $1 and erased_at is null";

/// Erases who the party was, in every version; says whether there was something to erase.
pub async fn erase(conn: &mut Conn, id: Uuid, at: Timestamp) -> Result<bool> {
    let erased = on!(conn, c => sqlx::query(ERASE)
        .bind(id)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(erased > 0)
}
