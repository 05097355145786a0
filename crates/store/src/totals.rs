//! What a year comes to: counts by everything the yearly compilation asks for, from which every sum is made.

mod measures;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use crate::cases::{COLUMNS, CaseRow, chrono};
use crate::corrective_actions::ActionRow;
use crate::sql::Sql;
use crate::{At, Conn, On, Result};
pub use measures::{Told, alike_among, received_by_month, sharing_an_action, told_of_actions, told_since};

/// How many cases have all of this in common.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Cell {
    pub kind: String,
    pub channel: String,
    pub unit_id: Option<Uuid>,
    pub severity: Option<String>,
    pub outcome: Option<String>,
    pub stage: String,
    /// One of the `TIMELINESS` words.
    pub timeliness: String,
    pub imported: bool,
    pub annulled: bool,
    pub cases: i64,
}

/// How many cases of a subject have this in common. A case with two subjects counts under both.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct SubjectCell {
    pub subject: String,
    pub kind: String,
    pub outcome: Option<String>,
    pub timeliness: String,
    pub annulled: bool,
    pub cases: i64,
}

/// How a case stands to its limits: answered within the first limit, within an extended one, or late; open and
/// in time, or late; or without a limit, as an imported record may be.
pub const TIMELINESS: [&str; 6] = [
    "in_first_limit",
    "in_extended_limit",
    "late",
    "running",
    "overdue",
    "no_limit",
];

/// Writes the expression for one of `TIMELINESS`, as of a day that the database does not know itself.
fn timeliness(sql: &mut Sql, today: Date) {
    sql.push(
        "case when r.limit_on is null then 'no_limit'
            when r.answered_on <= r.first_limit_on then 'in_first_limit'
            when r.answered_on <= r.limit_on then 'in_extended_limit'
            when r.answered_on is not null then 'late'
            when r.running_on < ",
    );
    sql.bind(On(today)).push(" then 'overdue' else 'running' end");
}

/// The cases with a number of this year, counted by everything they have in common.
pub async fn of_year(conn: &mut Conn, year: i16, today: Date) -> Result<Vec<Cell>> {
    let mut sql = Sql::new(
        "select kind, channel, unit_id, severity, outcome, stage, timeliness, imported, annulled,
            count(*) as cases
        from (select r.kind, r.channel, r.unit_id, r.severity, r.outcome, r.stage, ",
    );
    timeliness(&mut sql, today);
    sql.push(" as timeliness, r.imported, r.annulled from case_row r where ");
    within(&mut sql, "r.chrono", year);
    sql.push(") as counted group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2, 3, 4, 5, 6, 7, 8, 9");
    sql.rows(conn).await
}

/// The same by subject.
pub async fn subjects_of_year(conn: &mut Conn, year: i16, today: Date) -> Result<Vec<SubjectCell>> {
    let mut sql = Sql::new(
        "select subject, kind, outcome, timeliness, annulled, count(*) as cases
        from (select s.subject, r.kind, r.outcome, ",
    );
    timeliness(&mut sql, today);
    sql.push(
        " as timeliness, r.annulled
        from case_row r join case_subject s on s.case_id = r.id where ",
    );
    within(&mut sql, "r.chrono", year);
    sql.push(") as counted group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5");
    sql.rows(conn).await
}

/// How many cases of this year were received in each month, as `2026-03`; annulled ones are left out.
pub async fn months_of_year(conn: &mut Conn, year: i16) -> Result<Vec<(String, i64)>> {
    let mut sql = Sql::new(
        "select month, count(*) from (select substr(r.received_on, 1, 7) as month from case_row r where ",
    );
    within(&mut sql, "r.chrono", year);
    sql.push(" and not r.annulled) as received group by month order by month");
    sql.rows(conn).await
}

fn within(sql: &mut Sql, column: &str, year: i16) {
    let year = i64::from(year);
    sql.push(column).push(" > ").bind(chrono(year, 0));
    sql.push(" and ")
        .push(column)
        .push(" < ")
        .bind(chrono(year + 1, 0));
}

/// The cases with a number of an earlier year that were still open when this one began, oldest first.
pub async fn carried_into(conn: &mut Conn, year: i16) -> Result<Vec<CaseRow>> {
    let mut sql = Sql::new("select ");
    sql.push(COLUMNS)
        .push(" from case_row r where r.chrono < ")
        .bind(chrono(i64::from(year), 0));
    sql.push(" and not r.annulled and not r.imported and (r.closed_on is null or r.closed_on >= ");
    sql.bind(format!("{year:04}-01-01")).push(") order by r.chrono");
    sql.rows(conn).await
}

/// What can be counted of a year beside the cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Marks {
    /// Numbers given, annulled ones included.
    pub numbers: i64,
    pub annulled: i64,
    pub imported: i64,
    pub protected: i64,
    pub extended: i64,
    pub reopened: i64,
    pub closed: i64,
}

/// Counts the cases with a number of this year; all but the first two leave annulled ones out.
pub async fn marks_of_year(conn: &mut Conn, year: i16) -> Result<Marks> {
    let mut sql = Sql::new(
        "select count(*) as numbers,
            count(case when r.annulled then 1 end) as annulled,
            count(case when r.imported and not r.annulled then 1 end) as imported,
            count(case when r.protected and not r.annulled then 1 end) as protected,
            count(case when r.extended and not r.annulled then 1 end) as extended,
            count(case when r.reopened and not r.annulled then 1 end) as reopened,
            count(case when r.closed_on is not null and not r.annulled then 1 end) as closed
        from case_row r where ",
    );
    within(&mut sql, "r.chrono", year);
    sql.row(conn).await
}

/// How many cases with a number of this year were the object of each of these acts; annulled ones are left out.
pub async fn acts_of_year(conn: &mut Conn, year: i16, acts: &[&str]) -> Result<Vec<(String, i64)>> {
    let mut sql = Sql::new(
        "select kind, count(*) from (
            select distinct e.kind, e.stream_id
            from case_row r join event e on e.stream_kind = 'case' and e.stream_id = r.id where ",
    );
    within(&mut sql, "r.chrono", year);
    sql.push(" and not r.annulled and e.kind")
        .among(acts.iter().copied());
    sql.push(") as done group by kind order by kind");
    sql.rows(conn).await
}

/// Every line with a number of this year, in the order of the book.
pub async fn lines_of_year(conn: &mut Conn, year: i16) -> Result<Vec<CaseRow>> {
    let mut sql = Sql::new("select ");
    sql.push(COLUMNS).push(" from case_row r where ");
    within(&mut sql, "r.chrono", year);
    sql.push(" order by r.chrono");
    sql.rows(conn).await
}

/// The last letter of a case.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct LastLetter {
    pub case_id: Uuid,
    pub number: i64,
    pub symbol: String,
    pub dated_on: On,
}

/// How many ids one question asks for.
const AT_ONCE: usize = 500;

/// The last letter of each of these cases that has one; voided letters are none.
pub async fn letters_of(conn: &mut Conn, cases: &[Uuid]) -> Result<BTreeMap<Uuid, LastLetter>> {
    let mut last = BTreeMap::new();
    for ids in cases.chunks(AT_ONCE) {
        let mut sql = Sql::new(
            "select case_id, number, symbol, dated_on from outgoing_document where not voided and case_id",
        );
        sql.among(ids.iter().copied());
        sql.push(" order by dated_on, number, id");
        let letters: Vec<LastLetter> = sql.rows(conn).await?;
        last.extend(letters.into_iter().map(|letter| (letter.case_id, letter)));
    }
    Ok(last)
}

/// An act on a case that came after something was written down for good.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Later {
    pub case_id: Uuid,
    pub number: String,
    pub act: String,
    pub at: At,
}

/// These acts after an instant, on cases with a number of this year, in the order of the book.
pub async fn later(conn: &mut Conn, year: i16, acts: &[&str], after: Timestamp) -> Result<Vec<Later>> {
    let mut sql = Sql::new(
        "select r.id as case_id, r.number, e.kind as act, e.at
        from case_row r join event e on e.stream_kind = 'case' and e.stream_id = r.id where ",
    );
    within(&mut sql, "r.chrono", year);
    sql.push(" and e.at > ")
        .bind(At::from(after).micros())
        .push(" and e.kind")
        .among(acts.iter().copied());
    sql.push(" order by r.chrono, e.seq");
    sql.rows(conn).await
}

/// The cases with a number of an earlier year that were the object of one of these acts since an instant.
pub async fn touched_since(
    conn: &mut Conn,
    year: i16,
    acts: &[&str],
    since: Timestamp,
) -> Result<BTreeSet<Uuid>> {
    let mut sql = Sql::new(
        "select distinct r.id from event e join case_row r on r.id = e.stream_id
        where e.stream_kind = 'case' and e.at >= ",
    );
    sql.bind(At::from(since).micros()).push(" and r.chrono < ");
    sql.bind(chrono(i64::from(year), 0));
    sql.push(" and e.kind").among(acts.iter().copied());
    let rows: Vec<(Uuid,)> = sql.rows(conn).await?;
    Ok(rows.into_iter().map(|(case,)| case).collect())
}

/// The corrective actions that were open on some day of this year, oldest first.
pub async fn actions_of_year(conn: &mut Conn, year: i16) -> Result<Vec<ActionRow>> {
    let mut sql = Sql::new(
        "select id, year, ordinal, number, version, stage, owner_id, due_on, opened_on, closed_on, summary
        from corrective_action where opened_on <= ",
    );
    sql.bind(format!("{year:04}-12-31"));
    sql.push(" and (closed_on is null or closed_on >= ");
    sql.bind(format!("{year:04}-01-01")).push(") order by chrono");
    sql.rows(conn).await
}

/// Which cases these corrective actions are linked with: action and case.
pub async fn links_of(conn: &mut Conn, actions: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let mut links = Vec::new();
    for ids in actions.chunks(AT_ONCE) {
        let mut sql = Sql::new("select action_id, case_id from case_corrective_action where action_id");
        sql.among(ids.iter().copied())
            .push(" order by action_id, case_id");
        links.extend(sql.rows::<(Uuid, Uuid)>(conn).await?);
    }
    Ok(links)
}

/// The numbers of the corrective actions that each of these cases led to.
pub async fn action_numbers_of(conn: &mut Conn, cases: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<String>>> {
    let mut found: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for ids in cases.chunks(AT_ONCE) {
        let mut sql = Sql::new(
            "select l.case_id, a.number from case_corrective_action l
            join corrective_action a on a.id = l.action_id where l.case_id",
        );
        sql.among(ids.iter().copied()).push(" order by a.chrono");
        for (case, number) in sql.rows::<(Uuid, String)>(conn).await? {
            found.entry(case).or_default().push(number);
        }
    }
    Ok(found)
}

/// The cases with a number up to this year that the person is kept out of, or the subject of.
pub async fn barred_of(conn: &mut Conn, person: Uuid, year: i16) -> Result<BTreeSet<Uuid>> {
    let mut sql = Sql::new(
        "select distinct p.case_id from case_person p join case_row r on r.id = p.case_id where p.person_id = ",
    );
    sql.bind(person)
        .push(" and p.part in ('blocked', 'subject') and r.chrono < ");
    sql.bind(chrono(i64::from(year) + 1, 0));
    let rows: Vec<(Uuid,)> = sql.rows(conn).await?;
    Ok(rows.into_iter().map(|(case,)| case).collect())
}
