//! The book, a page at a time: filtered, sorted, searched, and never more of it than its reader may see.

mod question;
mod scope;

use std::collections::BTreeSet;

use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use crate::cases::{COLUMNS, CaseRow};
use crate::fold::{after_prefix, name_key, phone_key};
use crate::search::Query;
use crate::sql::Sql;
use crate::value::day_key;
use crate::{Conn, Result};
use question::{Common, after, conditions, from};

pub use scope::{Bound, Cases, Claim, Scope};

/// Which cases are wanted. An empty list asks for nothing in particular.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub year: Option<i16>,
    pub kinds: Vec<String>,
    pub channels: Vec<String>,
    pub stages: Vec<String>,
    pub subject: Option<String>,
    pub unit: Option<Uuid>,
    pub lateness: Option<Lateness>,
    pub words: Option<Query>,
}

impl Filter {
    /// Whether being found says what a masked line keeps silent: what was written, what the case is about, and where it arose.
    fn betrays(&self) -> bool {
        self.words.is_some() || self.subject.is_some() || self.unit.is_some()
    }
}

/// How a case stands to its limit. The day is told, because the database does not know what today is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// Not answered, and the limit passed before this day.
    Overdue { today: Date },
    /// Not answered, and the limit lies between these days, both included.
    DueBetween { from: Date, until: Date },
    /// Answered after the limit that was in force.
    AnsweredLate,
    /// Answered within the limit that was in force.
    AnsweredInTime,
}

/// What the page is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The number in the book.
    #[default]
    Number,
    Received,
    /// The limit in force; cases without one come last.
    Limit,
    /// The last thing that happened.
    Touched,
    /// The complainant's name. Lines that are shown masked are left out, or their place would tell the name.
    Complainant,
}

/// A page that is wanted: how it is sorted, after which line it goes on, and how many lines it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub order: Order,
    pub descending: bool,
    pub after: Option<Mark>,
    pub limit: i64,
}

/// A page of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub lines: Vec<Line>,
    /// Whether there is a page after this one.
    pub more: bool,
    /// What the page is sorted by: the number, newest first, when too much was found to sort it otherwise.
    pub order: Order,
    pub descending: bool,
}

/// How many cases there are, or that there are more than anyone counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub counted: i64,
    pub more: bool,
}

/// Cases are counted exactly up to here.
pub const COUNTED: i64 = 10_000;
/// What was found by words is sorted otherwise than by number up to here.
pub const SORTED: i64 = 2_000;

/// Where a line stands in an order, to go on after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub key: String,
    pub chrono: i64,
}

/// A line of the book as its reader may see it: masked, it says nothing of who complained about what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub row: CaseRow,
    pub masked: bool,
    pub mark: Mark,
}

impl Order {
    fn column(self) -> &'static str {
        match self {
            Order::Number => "r.chrono",
            Order::Received => "r.received_on",
            Order::Limit => "r.limit_key",
            Order::Touched => "r.last_event_at",
            Order::Complainant => "r.complainant_sort",
        }
    }

    fn mark(self, row: &CaseRow) -> Mark {
        let key = match self {
            Order::Number => String::new(),
            Order::Received => row.received_on.0.to_string(),
            Order::Limit => day_key(row.limit_on),
            Order::Touched => row.last_event_at.micros().to_string(),
            Order::Complainant => row.complainant_sort.clone(),
        };
        let chrono = row.chrono();
        Mark { key, chrono }
    }
}

#[derive(FromRow)]
struct Found {
    #[sqlx(flatten)]
    row: CaseRow,
    masked: bool,
}

/// A page of the book.
pub async fn page(conn: &mut Conn, scope: &Scope, filter: &Filter, page: &Page) -> Result<Lines> {
    let too_much_to_sort = filter.words.is_some()
        && page.order != Order::Number
        && count_up_to(conn, scope, filter, SORTED).await?.more;
    let page = if too_much_to_sort {
        &Page {
            order: Order::Number,
            descending: true,
            ..page.clone()
        }
    } else {
        page
    };
    let mut sql = Sql::new("select ");
    sql.push(COLUMNS).push(", ");
    scope.masked(&mut sql);
    sql.push(" as masked");
    let common = Common::of(conn, filter, page.order).await?;
    let walk = from(conn, &mut sql, filter, page.order);
    conditions(&mut sql, scope, filter, page.order, &common);
    after(&mut sql, page, &walk);
    let direction = if page.descending { " desc" } else { "" };
    sql.push(" order by ");
    if page.order != Order::Number {
        sql.push(page.order.column()).push(direction).push(", ");
    }
    sql.push(walk.chrono)
        .push(direction)
        .push(" limit ")
        .bind(page.limit + 1);

    let mut found: Vec<Found> = sql.rows(conn).await?;
    let wanted = usize::try_from(page.limit).unwrap_or_default();
    let more = found.len() > wanted;
    found.truncate(wanted);
    Ok(Lines {
        lines: found.into_iter().map(|found| line(found, page.order)).collect(),
        more,
        order: page.order,
        descending: page.descending,
    })
}

/// How many cases the filter lets through, exactly up to `COUNTED`.
pub async fn count(conn: &mut Conn, scope: &Scope, filter: &Filter) -> Result<Count> {
    count_up_to(conn, scope, filter, COUNTED).await
}

async fn count_up_to(conn: &mut Conn, scope: &Scope, filter: &Filter, cap: i64) -> Result<Count> {
    let mut sql = Sql::new("select count(*) from (select 1");
    from(conn, &mut sql, filter, Order::Number);
    conditions(&mut sql, scope, filter, Order::Number, &Common::default());
    sql.push(" limit ").bind(cap + 1).push(") as found");
    let (found,): (i64,) = sql.row(conn).await?;
    Ok(Count {
        counted: found.min(cap),
        more: found > cap,
    })
}

fn line(found: Found, order: Order) -> Line {
    let Found { row, masked } = found;
    let mark = order.mark(&row);
    let row = if masked { mask(row) } else { row };
    Line { row, masked, mark }
}

/// What is left of a line for someone who may know that there is a case, and no more.
fn mask(row: CaseRow) -> CaseRow {
    CaseRow {
        complainant_name: String::new(),
        complainant_sort: String::new(),
        complainant_phone: String::new(),
        summary: String::new(),
        unit_id: None,
        outcome: None,
        severity: None,
        ..row
    }
}

/// How many cases one question asks for; SQLite binds no more than some thousands.
const AT_ONCE: usize = 500;

/// The lines of these cases, those that are in this reader's list.
pub async fn among(conn: &mut Conn, scope: &Scope, cases: &BTreeSet<Uuid>) -> Result<Vec<Line>> {
    let cases: Vec<Uuid> = cases.iter().copied().collect();
    let mut lines = Vec::new();
    for cases in cases.chunks(AT_ONCE) {
        let mut sql = Sql::new("select ");
        sql.push(COLUMNS).push(", ");
        scope.masked(&mut sql);
        sql.push(" as masked from case_row r where r.id");
        sql.among(cases.iter().copied());
        scope.and_listed(&mut sql);
        let found: Vec<Found> = sql.rows(conn).await?;
        lines.extend(found.into_iter().map(|found| line(found, Order::Number)));
    }
    Ok(lines)
}

/// Fewer letters or digits than this say too little about who is complaining.
const TELLING: usize = 3;

/// Earlier cases of the same complainant, as far as typed: those with the telephone number, then those with the
/// name, the closest name and the newest case first.
pub async fn similar(
    conn: &mut Conn,
    scope: &Scope,
    name: &str,
    phone: &str,
    limit: i64,
) -> Result<Vec<CaseRow>> {
    let keys = [
        ("r.phone_key", phone_key(phone)),
        ("r.complainant_key", name_key(name)),
    ];
    let mut similar: Vec<CaseRow> = Vec::new();
    for (column, key) in keys {
        if key.chars().count() < TELLING {
            continue;
        }
        let mut sql = Sql::new("select ");
        sql.push(COLUMNS)
            .push(" from case_row r where ")
            .push(column)
            .push(" <> ''");
        sql.push(" and ").push(column).push(" >= ").bind(key.as_str());
        sql.push(" and ")
            .push(column)
            .push(" < ")
            .bind(after_prefix(&key));
        scope.and_open(&mut sql);
        sql.push(" order by ")
            .push(column)
            .push(", r.chrono desc limit ")
            .bind(limit);
        let found: Vec<CaseRow> = sql.rows(conn).await?;
        for row in found {
            if similar.iter().all(|known| known.id != row.id) {
                similar.push(row);
            }
        }
    }
    similar.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(similar)
}
