//! Declared interests: who worked for, advised or is otherwise tied to which client, and when.

use sqlx::FromRow;
use uuid::Uuid;

use crate::fold::name_key;
use crate::{Conn, On, Result};

/// A tie between a person and a client. `kind` is `consultancy`, `employment` or `other`.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Interest {
    pub id: Uuid,
    pub person_id: Uuid,
    pub client: String,
    pub kind: String,
    pub from_on: On,
    pub until_on: Option<On>,
    pub note: String,
}

const PUT: &str = "
    insert into interest (id, person_id, client, client_key, kind, from_on, until_on, note)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (id) do update set client = excluded.client, client_key = excluded.client_key,
        kind = excluded.kind, from_on = excluded.from_on, until_on = excluded.until_on, note = excluded.note";

/// Enters an interest, or changes it.
pub async fn put(conn: &mut Conn, interest: &Interest) -> Result<()> {
    on!(conn, c => sqlx::query(PUT)
        .bind(interest.id)
        .bind(interest.person_id)
        .bind(&interest.client)
        .bind(name_key(&interest.client))
        .bind(&interest.kind)
        .bind(interest.from_on)
        .bind(interest.until_on)
        .bind(&interest.note)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const ALL: &str = "
    select id, person_id, client, kind, from_on, until_on, note from interest
    order by person_id, from_on, id";

pub async fn all(conn: &mut Conn) -> Result<Vec<Interest>> {
    Ok(on!(conn, c => sqlx::query_as(ALL).fetch_all(c).await?))
}

const IN_CLIENT: &str = "
    select id, person_id, client, kind, from_on, until_on, note from interest
    where client_key = $1 order by person_id, from_on, id";

/// The interests in a client, however its name is written.
pub async fn in_client(conn: &mut Conn, client: &str) -> Result<Vec<Interest>> {
    Ok(on!(conn, c => sqlx::query_as(IN_CLIENT)
        .bind(name_key(client))
        .fetch_all(c)
        .await?))
}
