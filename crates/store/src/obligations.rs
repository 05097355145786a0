//! What is owed: who must do what by when, rewritten with every act, so that my work is an index scan.

mod mine;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use crate::history::{Stream, StreamKind};
use crate::sql::Sql;
use crate::value::day_key;
use crate::{At, Conn, On, Result};

pub use mine::{Days, HeldRole, Line, Owed, Place, Tally, Whose, of_person, tally_of_person};

/// Who owes something: a person, or whoever holds a role, of a unit where the role belongs to one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Holder {
    Person(Uuid),
    Role { role: String, unit: Option<Uuid> },
}

impl Holder {
    fn key(&self) -> String {
        match self {
            Holder::Person(person) => format!("person:{person}"),
            Holder::Role { role, unit: None } => format!("role:{role}"),
            Holder::Role {
                role,
                unit: Some(unit),
            } => format!("role:{role}@{unit}"),
        }
    }
}

/// An obligation of a stream, as the rules computed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    pub rule: String,
    pub act: String,
    pub holder: Holder,
    pub opens_on: Option<Date>,
    pub due_on: Option<Date>,
    pub due_at: Option<Timestamp>,
    pub provisional: bool,
    pub anchor: String,
}

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
struct Row {
    stream_kind: String,
    stream_id: Uuid,
    ordinal: i64,
    number: String,
    rule: String,
    act: String,
    holder_role: Option<String>,
    holder_person: Option<Uuid>,
    holder_unit: Option<Uuid>,
    holder_key: String,
    opens_on: Option<On>,
    due_on: Option<On>,
    due_at: Option<At>,
    due_key: String,
    provisional: bool,
    anchor: String,
}

impl Row {
    fn keys(&self) -> (String, String) {
        (self.holder_key.clone(), self.due_key.clone())
    }
}

fn rows(stream: &Stream, number: &str, obligations: &[Obligation]) -> Vec<Row> {
    let row = |(ordinal, owed): (i64, &Obligation)| {
        let (holder_person, holder_role, holder_unit) = match &owed.holder {
            Holder::Person(person) => (Some(*person), None, None),
            Holder::Role { role, unit } => (None, Some(role.clone()), *unit),
        };
        Row {
            stream_kind: stream.kind.as_str().to_owned(),
            stream_id: stream.id,
            ordinal,
            number: number.to_owned(),
            rule: owed.rule.clone(),
            act: owed.act.clone(),
            holder_role,
            holder_person,
            holder_unit,
            holder_key: owed.holder.key(),
            opens_on: owed.opens_on.map(On),
            due_on: owed.due_on.map(On),
            due_at: owed.due_at.map(At::from),
            due_key: day_key(owed.due_on.map(On)),
            provisional: owed.provisional,
            anchor: owed.anchor.clone(),
        }
    };
    (1..).zip(obligations).map(row).collect()
}

const COLUMNS: &str = "stream_kind, stream_id, ordinal, number, rule, act, holder_role, holder_person,
    holder_unit, holder_key, opens_on, due_on, due_at, due_key, provisional, anchor";

const OF_STREAM: &str = "
    select stream_kind, stream_id, ordinal, number, rule, act, holder_role, holder_person,
        holder_unit, holder_key, opens_on, due_on, due_at, due_key, provisional, anchor
    from obligation where stream_kind = $1 and stream_id = $2 order by ordinal";

const CLEAR: &str = "delete from obligation where stream_kind = $1 and stream_id = $2";

/// Replaces the obligations of a stream by these, in this order; writes nothing when they are the same.
pub async fn rewrite(
    conn: &mut Conn,
    stream: &Stream,
    number: &str,
    obligations: &[Obligation],
) -> Result<()> {
    let wanted = rows(stream, number, obligations);
    let present = stored(conn, stream).await?;
    if present == wanted {
        return Ok(());
    }
    if !present.is_empty() {
        on!(conn, c => sqlx::query(CLEAR)
            .bind(stream.kind.as_str())
            .bind(stream.id)
            .execute(c)
            .await?
            .rows_affected());
    }
    if wanted.is_empty() {
        return Ok(());
    }
    on!(conn, c => {
        let mut insert = QueryBuilder::new(format!("insert into obligation ({COLUMNS}) "));
        insert.push_values(wanted, |mut values, row| {
            values
                .push_bind(row.stream_kind)
                .push_bind(row.stream_id)
                .push_bind(row.ordinal)
                .push_bind(row.number)
                .push_bind(row.rule)
                .push_bind(row.act)
                .push_bind(row.holder_role)
                .push_bind(row.holder_person)
                .push_bind(row.holder_unit)
                .push_bind(row.holder_key)
                .push_bind(row.opens_on)
                .push_bind(row.due_on)
                .push_bind(row.due_at)
                .push_bind(row.due_key)
                .push_bind(row.provisional)
                .push_bind(row.anchor);
        });
        insert.build().execute(c).await?.rows_affected()
    });
    Ok(())
}

async fn stored(conn: &mut Conn, stream: &Stream) -> Result<Vec<Row>> {
    Ok(on!(conn, c => sqlx::query_as(OF_STREAM)
        .bind(stream.kind.as_str())
        .bind(stream.id)
        .fetch_all(c)
        .await?))
}

/// The obligations that are stored for a stream, in their order.
pub async fn of_stream(conn: &mut Conn, stream: &Stream) -> Result<Vec<Obligation>> {
    let rows = stored(conn, stream).await?;
    Ok(rows.into_iter().map(Obligation::from).collect())
}

const OF_RANGE: &str = "
    select stream_kind, stream_id, ordinal, number, rule, act, holder_role, holder_person,
        holder_unit, holder_key, opens_on, due_on, due_at, due_key, provisional, anchor
    from obligation where stream_kind = $1 and stream_id > $2 and stream_id <= $3
    order by stream_id, ordinal";

/// An obligation as it is stored: under which number, and whether the keys that sort and find it say what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub number: String,
    pub obligation: Obligation,
    pub keys_agree: bool,
}

/// What is owed on the streams with ids after one and up to another.
pub async fn of_range(
    conn: &mut Conn,
    kind: StreamKind,
    after: Uuid,
    until: Uuid,
) -> Result<BTreeMap<Uuid, Vec<Stored>>> {
    let rows: Vec<Row> = on!(conn, c => sqlx::query_as(OF_RANGE)
        .bind(kind.as_str())
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    let mut found: BTreeMap<Uuid, Vec<Stored>> = BTreeMap::new();
    for row in rows {
        let (stream, number, keys) = (row.stream_id, row.number.clone(), row.keys());
        let obligation = Obligation::from(row);
        let wanted = (obligation.holder.key(), day_key(obligation.due_on.map(On)));
        found.entry(stream).or_default().push(Stored {
            number,
            keys_agree: keys == wanted,
            obligation,
        });
    }
    Ok(found)
}

/// The streams that owe one of these acts since before a day, oldest due first, after a place in that order.
pub async fn overdue(
    conn: &mut Conn,
    acts: &[String],
    before: Date,
    after: Option<&Place>,
    limit: i64,
) -> Result<Vec<Owed>> {
    let mut sql = Sql::new("select ");
    sql.push(COLUMNS).push(" from obligation o where o.due_key < ");
    sql.bind(On(before)).and_among("o.act", acts);
    if let Some(place) = after {
        sql.push(" and (o.due_key, o.stream_id, o.ordinal) > (");
        sql.bind(place.due_key.as_str()).push(", ").bind(place.stream_id);
        sql.push(", ").bind(place.ordinal).push(")");
    }
    sql.push(" order by o.due_key, o.stream_id, o.ordinal limit ")
        .bind(limit);
    let rows: Vec<Row> = sql.rows(conn).await?;
    rows.into_iter().map(mine::owed).collect()
}

/// What this person owes under their own name, other than by these acts: the kind of each stream with its number, as people know it.
pub async fn owed_by(
    conn: &mut Conn,
    person: Uuid,
    other_than: &[&str],
    limit: i64,
) -> Result<Vec<(String, String)>> {
    let mut sql = Sql::new("select distinct stream_kind, number from obligation where holder_key = ");
    sql.bind(Holder::Person(person).key()).push(" and not act");
    sql.among(other_than.iter().copied());
    sql.push(" order by stream_kind, number limit ").bind(limit);
    sql.rows(conn).await
}

impl From<Row> for Obligation {
    fn from(row: Row) -> Self {
        let holder = match row.holder_person {
            Some(person) => Holder::Person(person),
            None => Holder::Role {
                role: row.holder_role.unwrap_or_default(),
                unit: row.holder_unit,
            },
        };
        Obligation {
            rule: row.rule,
            act: row.act,
            holder,
            opens_on: row.opens_on.map(Date::from),
            due_on: row.due_on.map(Date::from),
            due_at: row.due_at.map(Timestamp::from),
            provisional: row.provisional,
            anchor: row.anchor,
        }
    }
}
