//! My work: what a person owes, alone or through the roles held, across all cases.

use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use super::{COLUMNS, Holder, Obligation, Row};
use crate::history::{Stream, StreamKind};
use crate::sql::Sql;
use crate::{Conn, On, Result};

/// A role a person holds at the moment, of a unit where the role belongs to one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, FromRow)]
pub struct HeldRole {
    pub role: String,
    pub unit: Option<Uuid>,
}

/// An obligation in a person's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    pub stream: Stream,
    pub number: String,
    pub obligation: Obligation,
    pub place: Place,
}

/// Where an obligation stands in the list, to go on after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub due_key: String,
    pub stream_id: Uuid,
    pub ordinal: i64,
}

/// What a person owes, by due day; cases that person is barred from are left out.
///
/// Each holder is a walk of its own along an index, so a page costs the same however much is owed.
pub async fn of_person(
    conn: &mut Conn,
    person: Uuid,
    roles: &[HeldRole],
    after: Option<&Place>,
    limit: i64,
) -> Result<Vec<Owed>> {
    let mut sql = Sql::new("");
    sql.push("select * from (");
    held(&mut sql, COLUMNS, person, roles, after, limit);
    sql.push(") as mine order by due_key, stream_id, ordinal limit ")
        .bind(limit);
    let rows: Vec<Row> = sql.rows(conn).await?;
    rows.into_iter().map(owed).collect()
}

/// How much a person owes in all, and how much of it was due before `today`; neither counts far beyond `cap`.
pub async fn count_of_person(
    conn: &mut Conn,
    person: Uuid,
    roles: &[HeldRole],
    today: Date,
    cap: i64,
) -> Result<(i64, i64)> {
    let mut sql = Sql::new("select count(*), count(*) filter (where due_key < ");
    sql.bind(On(today)).push(") from (");
    held(&mut sql, "due_key", person, roles, None, cap);
    sql.push(") as mine");
    sql.row(conn).await
}

/// Writes one limited walk for each holder that this person is.
fn held(sql: &mut Sql, columns: &str, person: Uuid, roles: &[HeldRole], after: Option<&Place>, limit: i64) {
    for (index, holder) in holder_keys(person, roles).into_iter().enumerate() {
        if index > 0 {
            sql.push(" union all ");
        }
        sql.push("select * from (select ").push(columns);
        sql.push(" from obligation o where o.holder_key = ").bind(holder);
        if let Some(place) = after {
            sql.push(" and (o.due_key, o.stream_id, o.ordinal) > (");
            sql.bind(place.due_key.as_str()).push(", ").bind(place.stream_id);
            sql.push(", ").bind(place.ordinal).push(")");
        }
        sql.push(
            " and not exists (select 1 from case_person p
                where p.case_id = o.stream_id and p.part = 'blocked' and p.person_id = ",
        );
        sql.bind(person)
            .push(") order by o.due_key, o.stream_id, o.ordinal limit ");
        sql.bind(limit).push(") as held");
    }
}

fn holder_keys(person: Uuid, roles: &[HeldRole]) -> Vec<String> {
    let mut keys = vec![Holder::Person(person).key()];
    for held in roles {
        let role = held.role.clone();
        let unit = held.unit;
        keys.push(Holder::Role { role, unit }.key());
    }
    keys.sort();
    keys.dedup();
    keys
}

pub(super) fn owed(row: Row) -> Result<Owed> {
    let stream = Stream {
        kind: StreamKind::parse(&row.stream_kind)?,
        id: row.stream_id,
    };
    Ok(Owed {
        stream,
        number: row.number.clone(),
        place: Place {
            due_key: row.due_key.clone(),
            stream_id: row.stream_id,
            ordinal: row.ordinal,
        },
        obligation: row.into(),
    })
}
