//! Everything that is kept, table by table and line by line in one order, alike on both databases: to take it out, and to put
//! it into an empty database.

mod tables;

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, ColumnIndex, Decode, QueryBuilder, Row, Type};
use uuid::Uuid;

use crate::{Conn, Error, Result};

pub use tables::{COLUMNS_LEFT_OUT, LEFT_OUT, RESTLESS, SECRET, TABLES};

/// A table as it is exported.
#[derive(Debug)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [Column],
    /// The columns that order its lines.
    key: &'static str,
    of_case: OfCase,
    /// A condition that every exported line fulfils.
    only: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
}

/// What a column holds, on either database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Id,
    Bytes,
    Text,
    Number,
    Flag,
}

/// Which lines belong to the export of one case.
#[derive(Debug)]
enum OfCase {
    No,
    /// All of them: the house.
    Whole,
    /// By a condition on the case, `$1`.
    Where(&'static str),
    /// The same, with these columns only.
    Of(&'static str, &'static [Column]),
    /// Those whose `id` the history names; of a person only these columns, of others all.
    Named(&'static [Column]),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Id(Uuid),
    Bytes(Vec<u8>),
    Text(String),
    Number(i64),
    Flag(bool),
}

/// A line of a table, a value for each column.
pub type Line = Vec<Option<Value>>;

/// How much is exported.
#[derive(Clone, Debug)]
pub enum Scope {
    Everything,
    /// One case, and the ids that its history names.
    Case {
        id: Uuid,
        named: Vec<Uuid>,
    },
}

impl Table {
    pub fn named(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// The columns that an export of this scope has; none when the table has no part in it.
    pub fn columns_in(&self, scope: &Scope) -> &'static [Column] {
        match (scope, &self.of_case) {
            (Scope::Everything, _) => self.columns,
            (Scope::Case { .. }, OfCase::No) => &[],
            (Scope::Case { .. }, OfCase::Of(_, some)) => some,
            (Scope::Case { .. }, OfCase::Named(some)) if !some.is_empty() => some,
            (Scope::Case { .. }, _) => self.columns,
        }
    }

    fn select(&self, scope: &Scope) -> (String, Vec<Uuid>) {
        let names: Vec<&str> = self.columns_in(scope).iter().map(|column| column.name).collect();
        let (condition, ids) = match (scope, &self.of_case) {
            (Scope::Everything, _) | (Scope::Case { .. }, OfCase::Whole) => (None, Vec::new()),
            (Scope::Case { .. }, OfCase::No) => (Some("1 = 0".to_owned()), Vec::new()),
            (Scope::Case { id, .. }, OfCase::Where(condition) | OfCase::Of(condition, _)) => {
                (Some((*condition).to_owned()), vec![*id])
            }
            (Scope::Case { named, .. }, OfCase::Named(_)) => {
                let places: Vec<String> = (1..=named.len()).map(|at| format!("${at}")).collect();
                (Some(format!("id in ({})", places.join(", "))), named.clone())
            }
        };
        let conditions = [condition.as_deref(), self.only];
        let conditions: Vec<String> = conditions
            .iter()
            .flatten()
            .map(|one| format!("({one})"))
            .collect();
        let all = if conditions.is_empty() { "" } else { " where " };
        let sql = format!(
            "select {} from {}{all}{} order by {}",
            names.join(", "),
            self.name,
            conditions.join(" and "),
            self.key
        );
        (sql, ids)
    }
}

/// Gives every line of a table in its order, one at a time; the error of `take` ends it.
pub async fn each<E: From<Error>>(
    conn: &mut Conn,
    table: &Table,
    scope: &Scope,
    mut take: impl FnMut(Line) -> std::result::Result<(), E> + Send,
) -> std::result::Result<(), E> {
    let columns = table.columns_in(scope);
    if columns.is_empty() {
        return Ok(());
    }
    let (sql, ids) = table.select(scope);
    on!(conn, c => {
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for id in ids {
            query = query.bind(id);
        }
        let mut rows = query.fetch(c);
        while let Some(row) = rows.try_next().await.map_err(Error::from)? {
            take(line(&row, columns)?)?;
        }
    });
    Ok(())
}

fn line<'r, R: Row>(row: &'r R, columns: &[Column]) -> Result<Line>
where
    usize: ColumnIndex<R>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
{
    let value = |(at, column): (usize, &Column)| {
        Ok(match column.kind {
            Kind::Id => row.try_get::<Option<Uuid>, _>(at)?.map(Value::Id),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(at)?.map(Value::Bytes),
            Kind::Text => row.try_get::<Option<String>, _>(at)?.map(Value::Text),
            Kind::Number => row.try_get::<Option<i64>, _>(at)?.map(Value::Number),
            Kind::Flag => row.try_get::<Option<bool>, _>(at)?.map(Value::Flag),
        })
    };
    columns.iter().enumerate().map(value).collect()
}

/// So many values go into one statement at most.
const VALUES: usize = 8_000;

/// How many lines of a table may be put in at once.
pub fn at_once(table: &Table) -> usize {
    (VALUES / table.columns.len()).max(1)
}

/// Puts lines of every column in; no more than [`at_once`].
pub async fn put(conn: &mut Conn, table: &Table, lines: Vec<Line>) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let insert = format!("insert into {} ({}) ", table.name, names.join(", "));
    on!(conn, c => {
        let mut query = QueryBuilder::new(insert);
        query.push_values(lines, |mut values, line| {
            for (column, value) in table.columns.iter().zip(line) {
                match (column.kind, value) {
                    (_, Some(Value::Id(id))) => values.push_bind(id),
                    (_, Some(Value::Bytes(bytes))) => values.push_bind(bytes),
                    (_, Some(Value::Text(text))) => values.push_bind(text),
                    (_, Some(Value::Number(number))) => values.push_bind(number),
                    (_, Some(Value::Flag(flag))) => values.push_bind(flag),
                    (Kind::Id, None) => values.push_bind(None::<Uuid>),
                    (Kind::Bytes, None) => values.push_bind(None::<Vec<u8>>),
                    (Kind::Text, None) => values.push_bind(None::<String>),
                    (Kind::Number, None) => values.push_bind(None::<i64>),
                    (Kind::Flag, None) => values.push_bind(None::<bool>),
                };
            }
        });
        query.build().persistent(false).execute(c).await?.rows_affected()
    });
    Ok(())
}

/// The first table that holds anything, if one does.
pub async fn first_filled(conn: &mut Conn) -> Result<Option<&'static str>> {
    for table in TABLES {
        let sql = format!(
            "select cast(count(*) as bigint) from (select 1 from {} limit 1) one",
            table.name
        );
        let found: i64 = on!(&mut *conn, c => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(c).await?);
        if found > 0 {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

const BODIES: &str = "select body from event where stream_kind = 'case' and stream_id = $1 order by seq";

/// The lines of a case's history, for whoever looks what they name.
pub async fn bodies(conn: &mut Conn, case: Uuid) -> Result<Vec<String>> {
    Ok(on!(conn, c => sqlx::query_scalar(BODIES).bind(case).fetch_all(c).await?))
}
