//! A query whose text depends on what is asked: pieces of text, and values bound by number, for both databases.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow};
use uuid::Uuid;

use crate::{Conn, On, Result};

/// A query in the making. Values never become part of its text.
#[derive(Debug, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<Value>,
}

#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    Number(i64),
    Id(Uuid),
}

/// What both databases can be read into.
pub(crate) trait Readable:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<T> Readable for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl Sql {
    pub fn new(text: &str) -> Sql {
        Sql {
            text: text.to_owned(),
            values: Vec::new(),
        }
    }

    pub fn push(&mut self, text: &str) -> &mut Sql {
        self.text.push_str(text);
        self
    }

    /// Writes a placeholder for this value.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Sql {
        self.values.push(value.into());
        self.text.push_str(&format!("${}", self.values.len()));
        self
    }

    /// Writes ` and column in (…)`, or nothing when nothing in particular is wanted.
    pub fn and_among(&mut self, column: &str, wanted: &[String]) -> &mut Sql {
        if wanted.is_empty() {
            return self;
        }
        self.push(" and ").push(column);
        self.among(wanted.iter().map(String::as_str))
    }

    /// Writes ` in (…)`.
    pub fn among(&mut self, wanted: impl IntoIterator<Item = impl Into<Value>>) -> &mut Sql {
        self.push(" in (");
        for (index, value) in wanted.into_iter().enumerate() {
            self.push(if index > 0 { ", " } else { "" }).bind(value);
        }
        self.push(")")
    }

    pub async fn rows<T: Readable>(self, conn: &mut Conn) -> Result<Vec<T>> {
        Ok(on!(conn, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(self.text));
            for value in self.values {
                query = match value {
                    Value::Text(text) => query.bind(text),
                    Value::Number(number) => query.bind(number),
                    Value::Id(id) => query.bind(id),
                };
            }
            query.fetch_all(c).await?
        }))
    }

    /// The one row of a query that always has one.
    pub async fn row<T: Readable>(self, conn: &mut Conn) -> Result<T> {
        let mut rows = self.rows(conn).await?;
        rows.pop().ok_or_else(|| sqlx::Error::RowNotFound.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Value::Id(id)
    }
}

impl From<On> for Value {
    fn from(day: On) -> Self {
        Value::Text(day.0.to_string())
    }
}
