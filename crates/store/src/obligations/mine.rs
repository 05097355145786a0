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

/// Whose work is wanted, and of which days.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    pub person: Uuid,
    pub roles: &'a [HeldRole],
    pub days: Days,
}

/// From a day on, before a day; what has no day is only in a list without an end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub from: Option<Date>,
    pub before: Option<Date>,
}

/// A line of a person's list, with what the case, corrective action or mail says of itself; of a mail of ours, the number of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub owed: Owed,
    pub summary: String,
    /// The state of the case or corrective action, or of the case that a mail belongs to, because only that tells who may read the summary.
    pub state: Option<String>,
}

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    row: Row,
    summary: String,
    state: Option<String>,
}

/// What a person owes, by due day; cases that person is barred from are left out.
///
/// Each holder is a walk of its own along an index, so a page costs the same however much is owed; what the lines are
/// about is looked up for the page alone.
pub async fn of_person(
    conn: &mut Conn,
    whose: &Whose<'_>,
    after: Option<&Place>,
    limit: i64,
) -> Result<Vec<Line>> {
    let mut sql = Sql::new(
        "select mine.*, coalesce(r.summary, a.summary, m.subject, oc.number, '') as summary, coalesce(s.state, a.state, ms.state) as state from (select * from (",
    );
    held(&mut sql, COLUMNS, whose, after, limit);
    sql.push(") as every order by due_key, stream_id, ordinal limit ")
        .bind(limit);
    sql.push(
        ") as mine
            left join case_row r on mine.stream_kind = 'case' and r.id = mine.stream_id
            left join case_state s on s.case_id = r.id
            left join corrective_action a
                on mine.stream_kind = 'corrective_action' and a.id = mine.stream_id
            left join mail m on mine.stream_kind = 'mail' and m.id = mine.stream_id
            left join outgoing_mail o on mine.stream_kind = 'outgoing_mail' and o.id = mine.stream_id
            left join case_row oc on oc.id = o.case_id
            left join case_state ms on ms.case_id = coalesce(m.case_id, o.case_id)
        order by mine.due_key, mine.stream_id, mine.ordinal",
    );
    let rows: Vec<LineRow> = sql.rows(conn).await?;
    rows.into_iter().map(line).collect()
}

/// How much a person owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Tally {
    pub all: i64,
    /// Due before today.
    pub late: i64,
    /// Due from today until the day that was asked for.
    pub soon: i64,
}

/// How much a person owes in all, how much of it is late, and how much is due until `soon`; none is counted far beyond
/// `cap`.
pub async fn tally_of_person(
    conn: &mut Conn,
    whose: &Whose<'_>,
    today: Date,
    soon: Date,
    cap: i64,
) -> Result<Tally> {
    let mut sql = Sql::new("select count(*) as \"all\", count(*) filter (where due_key < ");
    sql.bind(On(today))
        .push(") as late, count(*) filter (where due_key >= ");
    sql.bind(On(today)).push(" and due_key <= ").bind(On(soon));
    sql.push(") as soon from (");
    held(&mut sql, "due_key", whose, None, cap);
    sql.push(") as mine");
    sql.row(conn).await
}

/// Writes one limited walk for each holder that this person is.
fn held(sql: &mut Sql, columns: &str, whose: &Whose, after: Option<&Place>, limit: i64) {
    for (index, holder) in holder_keys(whose.person, whose.roles).into_iter().enumerate() {
        if index > 0 {
            sql.push(" union all ");
        }
        sql.push("select * from (select ").push(columns);
        sql.push(" from obligation o where o.holder_key = ").bind(holder);
        if let Some(from) = whose.days.from {
            sql.push(" and o.due_key >= ").bind(On(from));
        }
        if let Some(before) = whose.days.before {
            sql.push(" and o.due_key < ").bind(On(before));
        }
        if let Some(place) = after {
            sql.push(" and (o.due_key, o.stream_id, o.ordinal) > (");
            sql.bind(place.due_key.as_str()).push(", ").bind(place.stream_id);
            sql.push(", ").bind(place.ordinal).push(")");
        }
        sql.push(
            " and not (o.stream_kind = 'case' and exists (select 1 from case_person p
                where p.case_id = o.stream_id and p.part = 'blocked' and p.person_id = ",
        );
        sql.bind(whose.person)
            .push(")) order by o.due_key, o.stream_id, o.ordinal limit ");
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

fn line(found: LineRow) -> Result<Line> {
    Ok(Line {
        owed: owed(found.row)?,
        summary: found.summary,
        state: found.state,
    })
}
