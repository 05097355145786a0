//! Tokens by which programs act in a person's name, known by their hash alone.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A token, without what only its owner has.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ApiToken {
    pub id: Uuid,
    pub person_id: Uuid,
    pub name: String,
    /// Keys of what it may do, separated by spaces.
    pub scopes: String,
    pub created_at: At,
    pub expires_at: At,
    pub last_used_at: Option<At>,
    pub revoked_at: Option<At>,
}

const INSERT: &str = "
    insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)";

pub async fn insert(conn: &mut Conn, token_hash: &[u8], token: &ApiToken) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(token.id)
        .bind(token.person_id)
        .bind(&token.name)
        .bind(token_hash)
        .bind(&token.scopes)
        .bind(token.created_at)
        .bind(token.expires_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const FIND: &str = "
    select t.id, t.person_id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at
    from api_token t join person p on p.id = t.person_id
    where t.token_hash = $1 and t.expires_at > $2 and t.revoked_at is null and p.active";

/// The token with this hash, unless it has ended, was revoked, or the account is no longer active.
pub async fn find(conn: &mut Conn, token_hash: &[u8], now: Timestamp) -> Result<Option<ApiToken>> {
    Ok(on!(conn, c => sqlx::query_as(FIND)
        .bind(token_hash)
        .bind(At::from(now))
        .fetch_optional(c)
        .await?))
}

const OF_PERSON: &str = "
    select id, person_id, name, scopes, created_at, expires_at, last_used_at, revoked_at from api_token
    where person_id = $1 order by created_at desc, id limit $2";

/// The tokens of a person, the latest first, those that ended too.
pub async fn of_person(conn: &mut Conn, person: Uuid, limit: i64) -> Result<Vec<ApiToken>> {
    Ok(on!(conn, c => sqlx::query_as(OF_PERSON).bind(person).bind(limit).fetch_all(c).await?))
}

const USED: &str = "update api_token set last_used_at = $2 where id = $1";

pub async fn used(conn: &mut Conn, id: Uuid, at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(USED).bind(id).bind(At::from(at)).execute(c).await?.rows_affected());
    Ok(())
}

const REVOKE: &str = "
    update api_token set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null";

/// Ends a token of this person; answers `false` where there is none to end.
pub async fn revoke(conn: &mut Conn, id: Uuid, person: Uuid, at: Timestamp) -> Result<bool> {
    let revoked = on!(conn, c => sqlx::query(REVOKE)
        .bind(id)
        .bind(person)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(revoked == 1)
}

const FORGET: &str = "delete from api_token where expires_at <= $1 or revoked_at <= $1";

/// Forgets tokens that ended before; answers how many.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET).bind(At::from(before)).execute(c).await?.rows_affected()))
}
