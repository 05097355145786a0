//! Numbers without gaps: each is taken in the transaction that uses it, so an act undone gives it back.

use uuid::Uuid;

use crate::{Conn, Result};

const TAKE: &str = "
    insert into series (organisation_id, kind, year, next) values ($1, $2, $3, 2)
    on conflict (organisation_id, kind, year) do update set next = series.next + 1
    returning next - 1";

/// Takes the next number of a series of this year, the first being 1.
pub async fn take(conn: &mut Conn, organisation: Uuid, kind: &str, year: i16) -> Result<i64> {
    Ok(on!(conn, c => sqlx::query_scalar(TAKE)
        .bind(organisation)
        .bind(kind)
        .bind(i64::from(year))
        .fetch_one(c)
        .await?))
}

const TAKE_MANY: &str = "
    insert into series (organisation_id, kind, year, next) values ($1, $2, $3, $4 + 1)
    on conflict (organisation_id, kind, year) do update set next = series.next + $4
    returning next - $4";

/// Takes so many numbers of a series of this year at once; answers with the first of them.
pub async fn take_many(
    conn: &mut Conn,
    organisation: Uuid,
    kind: &str,
    year: i16,
    count: i64,
) -> Result<i64> {
    Ok(on!(conn, c => sqlx::query_scalar(TAKE_MANY)
        .bind(organisation)
        .bind(kind)
        .bind(i64::from(year))
        .bind(count)
        .fetch_one(c)
        .await?))
}

const PEEK: &str = "
    select next from series where organisation_id = $1 and kind = $2 and year = $3";

/// The number that would be taken next, to suggest it.
pub async fn peek(conn: &mut Conn, organisation: Uuid, kind: &str, year: i16) -> Result<i64> {
    let next: Option<i64> = on!(conn, c => sqlx::query_scalar(PEEK)
        .bind(organisation)
        .bind(kind)
        .bind(i64::from(year))
        .fetch_optional(c)
        .await?);
    Ok(next.unwrap_or(1))
}

const PASS: &str = "
    insert into series (organisation_id, kind, year, next) values ($1, $2, $3, $4 + 1)
    on conflict (organisation_id, kind, year) do update
    set next = case when series.next > excluded.next then series.next else excluded.next end
    returning next";

/// Notes that a number was given elsewhere, so that the series goes on after it; answers with what is next.
pub async fn pass(conn: &mut Conn, organisation: Uuid, kind: &str, year: i16, number: i64) -> Result<i64> {
    Ok(on!(conn, c => sqlx::query_scalar(PASS)
        .bind(organisation)
        .bind(kind)
        .bind(i64::from(year))
        .bind(number)
        .fetch_one(c)
        .await?))
}
