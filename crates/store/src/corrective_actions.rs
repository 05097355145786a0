//! Corrective actions as they stand, and their links with cases.

use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use crate::cases::chrono;
use crate::sql::Sql;
use crate::value::day_key;
use crate::{Conn, On, Result};

/// The line of a corrective action in its list.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ActionRow {
    pub id: Uuid,
    pub year: i64,
    pub ordinal: i64,
    pub number: String,
    pub version: i64,
    pub stage: String,
    pub owner_id: Option<Uuid>,
    pub due_on: Option<On>,
    pub opened_on: On,
    pub closed_on: Option<On>,
    pub summary: String,
}

impl ActionRow {
    pub fn chrono(&self) -> i64 {
        chrono(self.year, self.ordinal)
    }

    /// Where it stands in the list, to go on after it.
    pub fn mark(&self) -> Mark {
        Mark {
            due_key: day_key(self.due_on),
            chrono: self.chrono(),
        }
    }
}

/// A place in the list that begins with what is due first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub due_key: String,
    pub chrono: i64,
}

/// Which corrective actions are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub stage: Option<String>,
    /// Those whose next step was due before this day.
    pub overdue_on: Option<Date>,
    pub owner: Option<Uuid>,
}

/// A page of the corrective actions: what is due first comes first, what is owed no more comes last, newest first.
pub async fn page(
    conn: &mut Conn,
    filter: &Filter,
    after: Option<&Mark>,
    limit: i64,
) -> Result<Vec<ActionRow>> {
    let without = day_key(None);
    let mut sql = Sql::new(
        "select id, year, ordinal, number, version, stage, owner_id, due_on, opened_on, closed_on, summary
        from (select a.*, coalesce(a.due_on, ",
    );
    sql.bind(without)
        .push(") as due_key from corrective_action a) as listed where true");
    if let Some(stage) = &filter.stage {
        sql.push(" and stage = ").bind(stage.as_str());
    }
    if let Some(today) = filter.overdue_on {
        sql.push(" and due_on < ").bind(On(today));
    }
    if let Some(owner) = filter.owner {
        sql.push(" and owner_id = ").bind(owner);
    }
    if let Some(mark) = after {
        sql.push(" and (due_key > ").bind(mark.due_key.as_str());
        sql.push(" or (due_key = ").bind(mark.due_key.as_str());
        sql.push(" and chrono < ").bind(mark.chrono).push("))");
    }
    sql.push(" order by due_key, chrono desc limit ").bind(limit);
    sql.rows(conn).await
}

const PUT: &str = "
    insert into corrective_action (id, chrono, year, ordinal, number, version, stage, owner_id, due_on,
        opened_on, closed_on, summary, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (id) do update set version = excluded.version, stage = excluded.stage,
        owner_id = excluded.owner_id, due_on = excluded.due_on, opened_on = excluded.opened_on,
        closed_on = excluded.closed_on, summary = excluded.summary, state = excluded.state";

/// Writes a corrective action down as it now stands; `state` is canonical JSON.
pub async fn put(conn: &mut Conn, row: &ActionRow, state: &str) -> Result<()> {
    on!(conn, c => sqlx::query(PUT)
        .bind(row.id)
        .bind(row.chrono())
        .bind(row.year)
        .bind(row.ordinal)
        .bind(&row.number)
        .bind(row.version)
        .bind(&row.stage)
        .bind(row.owner_id)
        .bind(row.due_on)
        .bind(row.opened_on)
        .bind(row.closed_on)
        .bind(&row.summary)
        .bind(state)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const ROW: &str = "
    select id, year, ordinal, number, version, stage, owner_id, due_on, opened_on, closed_on, summary
    from corrective_action where id = $1";

pub async fn row_of(conn: &mut Conn, id: Uuid) -> Result<Option<ActionRow>> {
    Ok(on!(conn, c => sqlx::query_as(ROW).bind(id).fetch_optional(c).await?))
}

const STATE: &str = "select version, state from corrective_action where id = $1";

pub async fn state(conn: &mut Conn, id: Uuid) -> Result<Option<(i64, String)>> {
    Ok(on!(conn, c => sqlx::query_as(STATE).bind(id).fetch_optional(c).await?))
}

const BY_NUMBER: &str = "select id from corrective_action where number = $1";

pub async fn by_number(conn: &mut Conn, number: &str) -> Result<Option<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(BY_NUMBER).bind(number).fetch_optional(c).await?))
}

const LIST: &str = "
    select id, year, ordinal, number, version, stage, owner_id, due_on, opened_on, closed_on, summary
    from corrective_action where chrono < $1 order by chrono desc limit $2";

/// The corrective actions, newest first, before the one at `before`.
pub async fn list(conn: &mut Conn, before: Option<i64>, limit: i64) -> Result<Vec<ActionRow>> {
    Ok(on!(conn, c => sqlx::query_as(LIST)
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const OPEN: &str = "
    select id, chrono from corrective_action
    where closed_on is null and chrono > $1 order by chrono limit $2";

/// The corrective actions that are not closed, oldest first, after the one at `after`.
pub async fn open(conn: &mut Conn, after: Option<i64>, limit: i64) -> Result<Vec<(Uuid, i64)>> {
    Ok(on!(conn, c => sqlx::query_as(OPEN)
        .bind(after.unwrap_or(0))
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const LINK: &str = "
    insert into case_corrective_action (case_id, action_id) values ($1, $2)
    on conflict (case_id, action_id) do nothing";

/// Links a case with a corrective action; linking twice is linking once.
pub async fn link(conn: &mut Conn, case_id: Uuid, action_id: Uuid) -> Result<()> {
    on!(conn, c => sqlx::query(LINK)
        .bind(case_id)
        .bind(action_id)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OF_CASE: &str = "
    select a.id, a.year, a.ordinal, a.number, a.version, a.stage, a.owner_id, a.due_on, a.opened_on,
        a.closed_on, a.summary
    from case_corrective_action l join corrective_action a on a.id = l.action_id
    where l.case_id = $1 order by a.chrono";

/// The corrective actions a case is linked with.
pub async fn of_case(conn: &mut Conn, case_id: Uuid) -> Result<Vec<ActionRow>> {
    Ok(on!(conn, c => sqlx::query_as(OF_CASE).bind(case_id).fetch_all(c).await?))
}

const CASES_OF: &str = "
    select r.id, r.number from case_corrective_action l join case_row r on r.id = l.case_id
    where l.action_id = $1 order by r.chrono";

/// The cases a corrective action is linked with: id and number.
pub async fn cases_of(conn: &mut Conn, action_id: Uuid) -> Result<Vec<(Uuid, String)>> {
    Ok(on!(conn, c => sqlx::query_as(CASES_OF).bind(action_id).fetch_all(c).await?))
}
