//! What a year comes to: counts by everything the yearly compilation asks for, from which every sum is made.

use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use crate::cases::{COLUMNS, CaseRow, chrono};
use crate::sql::Sql;
use crate::{Conn, On, Result};

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
