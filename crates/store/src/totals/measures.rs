//! What a year's figures need beyond counts of lines: months of earlier years, recurrence, and what was done to corrective actions.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use super::{AT_ONCE, within};
use crate::sql::Sql;
use crate::{At, Conn, On, Result};

/// How many cases were received in each month from one day to another, both included, as `2026-03`, whatever year their number is
/// of; annulled ones are left out.
pub async fn received_by_month(conn: &mut Conn, from: Date, to: Date) -> Result<Vec<(String, i64)>> {
    let mut sql = Sql::new(
        "select month, count(*) from (select substr(r.received_on, 1, 7) as month from case_row r
        where not r.annulled and r.received_on >= ",
    );
    sql.bind(On(from)).push(" and r.received_on <= ").bind(On(to));
    sql.push(") as received group by month order by month");
    sql.rows(conn).await
}

/// The cases with a number of this year that led to a corrective action to which a case with an earlier number had led; annulled
/// ones are none of either.
pub async fn sharing_an_action(conn: &mut Conn, year: i16) -> Result<BTreeSet<Uuid>> {
    let mut sql = Sql::new(
        "select distinct r.id from case_row r
        join case_corrective_action own on own.case_id = r.id
        join case_corrective_action other on other.action_id = own.action_id
        join case_row e on e.id = other.case_id
        where not r.annulled and not e.annulled and e.chrono < r.chrono and ",
    );
    within(&mut sql, "r.chrono", year);
    let rows: Vec<(Uuid,)> = sql.rows(conn).await?;
    Ok(rows.into_iter().map(|(case,)| case).collect())
}

/// Of these pairs of cases, given in either order, those of which the later has a number of this year and shares with the earlier a
/// subject and the unit or the complainant (by name or telephone): the later ones. Annulled cases are none of either.
pub async fn alike_among(conn: &mut Conn, year: i16, pairs: &[(Uuid, Uuid)]) -> Result<BTreeSet<Uuid>> {
    let mut alike = BTreeSet::new();
    for some in pairs.chunks(AT_ONCE / 2) {
        let cases = || some.iter().flat_map(|(one, other)| [*one, *other]);
        let mut sql = Sql::new(
            "select l.id, e.id from case_row l join case_row e on e.chrono < l.chrono
            where not l.annulled and not e.annulled
            and (l.unit_id = e.unit_id
                or (l.complainant_key <> '' and l.complainant_key = e.complainant_key)
                or (l.phone_key <> '' and l.phone_key = e.phone_key))
            and exists (select 1 from case_subject s join case_subject o on o.subject = s.subject
                where s.case_id = l.id and o.case_id = e.id)
            and l.id",
        );
        sql.among(cases()).push(" and e.id").among(cases()).push(" and ");
        within(&mut sql, "l.chrono", year);
        let rows: Vec<(Uuid, Uuid)> = sql.rows(conn).await?;
        let linked = |one: Uuid, other: Uuid| some.contains(&(one, other)) || some.contains(&(other, one));
        alike.extend(
            rows.into_iter()
                .filter(|(l, e)| linked(*l, *e))
                .map(|(later, _)| later),
        );
    }
    Ok(alike)
}

/// An event of a stream as it was written.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Told {
    pub stream_id: Uuid,
    pub body: String,
}

/// What was told of cases by this kind of event since an instant.
pub async fn told_since(conn: &mut Conn, kind: &str, since: Timestamp) -> Result<Vec<Told>> {
    let since = At::from(since).micros();
    let mut sql = Sql::new(
        "select e.stream_id, e.body from case_row r
        join event e on e.stream_kind = 'case' and e.stream_id = r.id where r.last_event_at >= ",
    );
    sql.bind(since).push(" and e.at >= ").bind(since);
    sql.push(" and e.kind = ")
        .bind(kind)
        .push(" order by e.at, e.stream_id, e.seq");
    sql.rows(conn).await
}

/// What was told of corrective actions by these kinds of events, in order.
pub async fn told_of_actions(conn: &mut Conn, kinds: &[&str]) -> Result<Vec<Told>> {
    let mut sql = Sql::new(
        "select e.stream_id, e.body from event e where e.stream_kind = 'corrective_action' and e.kind",
    );
    sql.among(kinds.iter().copied());
    sql.push(" order by e.stream_id, e.seq");
    sql.rows(conn).await
}
