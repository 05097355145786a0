//! What is owed: who must do what by when, rewritten with every act, so that my work is an index scan.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use crate::history::{Stream, StreamKind};
use crate::value::day_key;
use crate::{At, Conn, On, Result};

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

/// An obligation in a person's list, with what the list shows of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    pub stream: Stream,
    pub number: String,
    pub obligation: Obligation,
    pub place: Place,
}

/// Where an entry stands in a list, to go on after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub due_key: String,
    pub stream_id: Uuid,
    pub ordinal: i64,
}

/// The role a person holds at the moment, of a unit where the role belongs to one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, FromRow)]
pub struct HeldRole {
    pub role: String,
    pub unit: Option<Uuid>,
}

/// What a person owes, alone or through the roles held, by due day; cases that person is barred from are left out.
///
/// Each holder is its own walk along an index, so a page costs the same however much is owed.
pub async fn of_person(
    conn: &mut Conn,
    person: Uuid,
    roles: &[HeldRole],
    after: Option<&Place>,
    limit: i64,
) -> Result<Vec<Owed>> {
    let holders = holder_keys(person, roles);
    let rows: Vec<Row> = on!(conn, c => {
        let mut query = QueryBuilder::new("select * from (");
        for (index, holder) in holders.into_iter().enumerate() {
            if index > 0 {
                query.push(" union all ");
            }
            query.push(format!("select * from (select {COLUMNS} from obligation where holder_key = "));
            query.push_bind(holder);
            if let Some(place) = after {
                query.push(" and (due_key, stream_id, ordinal) > (");
                query.push_bind(place.due_key.clone()).push(", ");
                query.push_bind(place.stream_id).push(", ");
                query.push_bind(place.ordinal).push(")");
            }
            query.push(NOT_BARRED).push_bind(person).push(")");
            query.push(" order by due_key, stream_id, ordinal limit ").push_bind(limit);
            query.push(") as held");
        }
        query.push(") as mine order by due_key, stream_id, ordinal limit ").push_bind(limit);
        query.build_query_as().fetch_all(c).await?
    });
    rows.into_iter().map(owed).collect()
}

const NOT_BARRED: &str = " and not exists (
    select 1 from case_person where case_person.case_id = obligation.stream_id
    and case_person.part = 'blocked' and case_person.person_id = ";

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

fn owed(row: Row) -> Result<Owed> {
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

/// How much a person owes in all, and how much of it was due before `today`; neither counts beyond `cap`.
pub async fn count_of_person(
    conn: &mut Conn,
    person: Uuid,
    roles: &[HeldRole],
    today: Date,
    cap: i64,
) -> Result<(i64, i64)> {
    let holders = holder_keys(person, roles);
    Ok(on!(conn, c => {
        let mut query = QueryBuilder::new("select count(*), count(*) filter (where due_key < ");
        query.push_bind(On(today)).push(") from (");
        for (index, holder) in holders.into_iter().enumerate() {
            if index > 0 {
                query.push(" union all ");
            }
            query.push("select * from (select due_key from obligation where holder_key = ");
            query.push_bind(holder);
            query.push(NOT_BARRED).push_bind(person).push(")");
            query.push(" order by due_key, stream_id, ordinal limit ").push_bind(cap);
            query.push(") as held");
        }
        query.push(") as mine");
        query.build_query_as().fetch_one(c).await?
    }))
}
