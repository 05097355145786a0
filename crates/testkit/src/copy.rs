//! The same content on the other database, so that a test can see both say the same of it.

use anyhow::{Result, ensure};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection};

use crate::TestDb;

/// Every table but those that each database keeps for itself, with columns and types as PostgreSQL names them.
const COLUMNS: &str = "
    select table_name::text, column_name::text, data_type::text from information_schema.columns
    where table_schema = 'public' and table_name <> 'search_index' and table_name not like '\\_sqlx%'
    order by table_name, ordinal_position";

impl TestDb {
    /// Copies everything from this SQLite database into an empty PostgreSQL database.
    pub async fn copy_to(&self, other: &TestDb) -> Result<()> {
        ensure!(
            self.kind == "sqlite" && other.kind == "postgres",
            "a copy goes from SQLite to PostgreSQL"
        );
        let mut from = SqliteConnection::connect(&format!("sqlite://{}", self.place)).await?;
        let mut to = PgConnection::connect(&other.place).await?;
        sqlx::raw_sql("set session_replication_role = replica")
            .execute(&mut to)
            .await?;
        let columns: Vec<(String, String, String)> = sqlx::query_as(COLUMNS).fetch_all(&mut to).await?;
        for table in columns.chunk_by(|one, other| one.0 == other.0) {
            let name = &table[0].0;
            let names: Vec<String> = table.iter().map(|column| format!("\"{}\"", column.1)).collect();
            let quoted: Vec<String> = names.iter().map(|column| format!("quote({column})")).collect();
            let select = format!("select {} from {name}", quoted.join(", "));
            for row in sqlx::query(AssertSqlSafe(select)).fetch_all(&mut from).await? {
                let mut values = Vec::new();
                for (place, (_, _, kind)) in table.iter().enumerate() {
                    values.push(literal(&row.try_get::<String, _>(place)?, kind));
                }
                let insert = format!(
                    "insert into {name} ({}) values ({})",
                    names.join(", "),
                    values.join(", ")
                );
                sqlx::raw_sql(AssertSqlSafe(insert)).execute(&mut to).await?;
            }
        }
        Ok(to.close().await?)
    }
}

/// A value as SQLite quotes it, as a literal of PostgreSQL.
fn literal(quoted: &str, kind: &str) -> String {
    let bytes = quoted.strip_prefix("X'").and_then(|rest| rest.strip_suffix('\''));
    match (bytes, kind) {
        (Some(hex), "uuid") => format!("'{hex}'::uuid"),
        (Some(hex), _) => format!("'\\x{hex}'::bytea"),
        (None, "boolean") if quoted != "NULL" => format!("'{quoted}'::boolean"),
        (None, _) => quoted.to_owned(),
    }
}
