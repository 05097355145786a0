//! The question that a filter, an order and a scope amount to, worded so that neither database takes a bad road.

use super::{Filter, Lateness, Order, Page, Scope};
use crate::cases::chrono;
use crate::search::{self, Dialect};
use crate::sql::Sql;
use crate::{Conn, On, Result};

/// The column along which the query walks through the book.
pub(super) struct Walk {
    pub chrono: &'static str,
}

/// Writes the tables of the query, the one that finds the fewest lines first, and the condition that finds them.
pub(super) fn from(conn: &Conn, sql: &mut Sql, filter: &Filter, order: Order) -> Walk {
    let Dialect {
        chrono,
        join,
        matches,
        find,
    } = search::dialect(conn);
    if let Some(words) = &filter.words {
        sql.push(" from search_index f ").push(join);
        sql.push(" case_row r on r.chrono = ").push(chrono);
        sql.push(" where ")
            .push(matches.0)
            .bind(find(words))
            .push(matches.1);
        return Walk { chrono };
    }
    if let (Some(subject), Order::Number) = (&filter.subject, order) {
        sql.push(" from case_subject s ").push(join);
        sql.push(" case_row r on r.chrono = s.chrono where s.subject = ")
            .bind(subject.as_str());
        return Walk { chrono: "s.chrono" };
    }
    sql.push(" from case_row r where true");
    Walk { chrono: "r.chrono" }
}

/// Which parts of a filter let so much through that an index on them would find too much to sort.
///
/// The database cannot know: to it every word of a column is as common as every other. Asking costs a fraction of a
/// millisecond, because nobody counts further than needed.
#[derive(Debug, Default)]
pub(super) struct Common {
    kinds: bool,
    channels: bool,
    stages: bool,
    unit: bool,
    year: bool,
}

/// Finding and sorting up to this many lines is quicker than walking past those that are not wanted.
const FEW: i64 = 2_000;

impl Common {
    pub async fn of(conn: &mut Conn, filter: &Filter, order: Order) -> Result<Common> {
        if filter.words.is_some() {
            return Ok(Common::default());
        }
        let sorted = order != Order::Number;
        // One word has an index in the order of the book; several have one each, which must be sorted together.
        let matters = |wanted: &[String]| wanted.len() > 1 || sorted && !wanted.is_empty();
        let mut common = Common::default();
        if matters(&filter.kinds) {
            common.kinds = many(conn, |sql| sql.and_among("r.kind", &filter.kinds)).await?;
        }
        if matters(&filter.channels) {
            common.channels = many(conn, |sql| sql.and_among("r.channel", &filter.channels)).await?;
        }
        if matters(&filter.stages) {
            common.stages = many(conn, |sql| sql.and_among("r.stage", &filter.stages)).await?;
        }
        if let (Some(unit), true) = (filter.unit, sorted) {
            common.unit = many(conn, |sql| sql.push(" and r.unit_id = ").bind(unit)).await?;
        }
        if let (Some(year), true) = (filter.year, sorted) {
            common.year = many(conn, |sql| and_in_year(sql, year)).await?;
        }
        Ok(common)
    }
}

async fn many(conn: &mut Conn, condition: impl FnOnce(&mut Sql) -> &mut Sql) -> Result<bool> {
    let mut sql = Sql::new("select count(*) from (select 1 from case_row r where true");
    condition(&mut sql)
        .push(" limit ")
        .bind(FEW + 1)
        .push(") as found");
    let (found,): (i64,) = sql.row(conn).await?;
    Ok(found > FEW)
}

fn and_in_year(sql: &mut Sql, year: i16) -> &mut Sql {
    let year = i64::from(year);
    sql.push(" and r.chrono > ").bind(chrono(year, 0));
    sql.push(" and r.chrono < ").bind(chrono(year + 1, 0))
}

pub(super) fn conditions(sql: &mut Sql, scope: &Scope, filter: &Filter, order: Order, common: &Common) {
    if filter.betrays() || order == Order::Complainant {
        scope.and_open(sql);
    } else {
        scope.and_listed(sql);
    }
    match filter.year {
        None => {}
        Some(year) if common.year => {
            sql.push(" and r.year = ").bind(i64::from(year));
        }
        Some(year) => {
            and_in_year(sql, year);
        }
    }
    // A column that is wrapped is filtered by, but not looked up.
    let column = |plain, wrapped, common| if common { wrapped } else { plain };
    let kind = column("r.kind", "coalesce(r.kind, r.kind)", common.kinds);
    let channel = column("r.channel", "coalesce(r.channel, r.channel)", common.channels);
    let stage = column("r.stage", "coalesce(r.stage, r.stage)", common.stages);
    sql.and_among(kind, &filter.kinds);
    sql.and_among(channel, &filter.channels);
    sql.and_among(stage, &filter.stages);
    if let Some(unit) = filter.unit {
        let column = column("r.unit_id", "coalesce(r.unit_id, r.unit_id)", common.unit);
        sql.push(" and ").push(column).push(" = ").bind(unit);
    }
    if let Some(subject) = &filter.subject {
        sql.push(" and exists (select 1 from case_subject x where x.case_id = r.id and x.subject = ");
        sql.bind(subject.as_str()).push(")");
    }
    match filter.lateness {
        None => {}
        Some(Lateness::Overdue { today }) => {
            sql.push(" and r.running_on < ").bind(On(today));
        }
        Some(Lateness::DueBetween { from, until }) => {
            sql.push(" and r.running_on >= ").bind(On(from));
            sql.push(" and r.running_on <= ").bind(On(until));
        }
        Some(Lateness::AnsweredLate) => {
            // In the words of the index on it.
            sql.push(" and r.answered_on > r.limit_on");
        }
        Some(Lateness::AnsweredInTime) => {
            sql.push(" and r.answered_on <= r.limit_on");
        }
    }
}

/// Writes the condition that goes on after the last line of the page before.
pub(super) fn after(sql: &mut Sql, page: &Page, walk: &Walk) {
    let Some(mark) = &page.after else { return };
    let sign = if page.descending { " < " } else { " > " };
    if page.order == Order::Number {
        sql.push(" and ").push(walk.chrono).push(sign).bind(mark.chrono);
        return;
    }
    sql.push(" and (")
        .push(page.order.column())
        .push(", ")
        .push(walk.chrono)
        .push(")");
    sql.push(sign).push("(");
    match page.order {
        // A mark that was tampered with begins at the beginning.
        Order::Touched => sql.bind(mark.key.parse::<i64>().unwrap_or_default()),
        Order::Number | Order::Received | Order::Limit | Order::Complainant => sql.bind(mark.key.as_str()),
    };
    sql.push(", ").bind(mark.chrono).push(")");
}
