//! How far a mailbox was fetched, so that nothing is skipped or fetched twice, and how that went.

use jiff::Timestamp;
use sqlx::FromRow;

use crate::{At, Conn, Result};

/// A mailbox or directory from which mail is fetched.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Source {
    /// Its name, without any secret.
    pub source: String,
    /// Under which numbering `mark` counts (RFC 3501, UIDVALIDITY).
    pub validity: i64,
    /// Everything up to this number is stored.
    pub mark: i64,
    pub tried_at: Option<At>,
    pub succeeded_at: Option<At>,
    /// Why the last try failed; empty when it did not.
    pub failure: String,
}

const ONE: &str = "
    select source, validity, mark, tried_at, succeeded_at, failure from mail_source where source = $1";

pub async fn source(conn: &mut Conn, name: &str) -> Result<Option<Source>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(name).fetch_optional(c).await?))
}

const ALL: &str = "
    select source, validity, mark, tried_at, succeeded_at, failure from mail_source order by source";

pub async fn sources(conn: &mut Conn) -> Result<Vec<Source>> {
    Ok(on!(conn, c => sqlx::query_as(ALL).fetch_all(c).await?))
}

const FETCHED: &str = "
    insert into mail_source (source, validity, mark, tried_at, succeeded_at, failure) values ($1, $2, $3, $4, $4, '')
    on conflict (source) do update set validity = $2, mark = $3, tried_at = $4, succeeded_at = $4, failure = ''";

/// Everything up to `mark` is stored, and it went well.
pub async fn fetched(conn: &mut Conn, name: &str, validity: i64, mark: i64, at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(FETCHED)
        .bind(name)
        .bind(validity)
        .bind(mark)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const STUMBLED: &str = "
    insert into mail_source (source, validity, mark, tried_at, succeeded_at, failure) values ($1, 0, 0, $2, null, $3)
    on conflict (source) do update set tried_at = $2, failure = $3";

/// A try failed; how far it was fetched before stays.
pub async fn stumbled(conn: &mut Conn, name: &str, at: Timestamp, failure: &str) -> Result<()> {
    on!(conn, c => sqlx::query(STUMBLED)
        .bind(name)
        .bind(At::from(at))
        .bind(failure)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}
