//! Both databases have the same tables with the same columns.

use std::collections::BTreeSet;

use sqlx::Connection;
use testkit::databases;

type Columns = BTreeSet<(String, String, bool)>;

/// Where the two search indexes, and what each migrator keeps for itself, differ by nature.
fn differs_by_nature(table: &str) -> bool {
    table.starts_with("search_index") || table.starts_with("_sqlx") || table.starts_with("sqlite_")
}

const SQLITE: &str = "
    select t.name, c.name, c.\"notnull\" = 1 or c.pk > 0 from sqlite_master t, pragma_table_info(t.name) c
    where t.type = 'table'";

const POSTGRES: &str = "
    select table_name::text, column_name::text, is_nullable = 'NO' from information_schema.columns
    where table_schema = 'public'";

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_duties() {
    let mut found: Vec<Columns> = Vec::new();
    for test in databases("schema").await {
        let rows: Vec<(String, String, bool)> = if test.kind == "sqlite" {
            let mut connection = sqlx::SqliteConnection::connect(&test.place).await.unwrap();
            sqlx::query_as(SQLITE).fetch_all(&mut connection).await.unwrap()
        } else {
            let mut connection = sqlx::PgConnection::connect(&test.place).await.unwrap();
            sqlx::query_as(POSTGRES).fetch_all(&mut connection).await.unwrap()
        };
        found.push(
            rows.into_iter()
                .filter(|(table, _, _)| !differs_by_nature(table))
                .collect(),
        );
    }
    assert!(
        found[0]
            .iter()
            .any(|(table, column, _)| table == "event" && column == "prev_hash")
    );
    if let [sqlite, postgres] = &found[..] {
        assert_eq!(sqlite, postgres);
    }
}

/// Whoever adds a table or a column decides whether it leaves the house in an export, in `export/tables.rs`.
#[tokio::test]
async fn every_table_and_column_is_exported_or_left_out_for_a_reason() {
    use store::export::{COLUMNS_LEFT_OUT, LEFT_OUT, TABLES};

    let exported = TABLES.iter().flat_map(|table| {
        let columns = table.columns.iter();
        columns.map(|column| (table.name.to_owned(), column.name.to_owned()))
    });
    let left_out = COLUMNS_LEFT_OUT
        .iter()
        .map(|(table, column, _)| ((*table).to_owned(), (*column).to_owned()));
    let decided: BTreeSet<(String, String)> = exported.chain(left_out).collect();
    for test in databases("decided").await {
        if test.kind != "sqlite" {
            continue;
        }
        let mut connection = sqlx::SqliteConnection::connect(&test.place).await.unwrap();
        let rows: Vec<(String, String, bool)> =
            sqlx::query_as(SQLITE).fetch_all(&mut connection).await.unwrap();
        let there: BTreeSet<(String, String)> = rows
            .into_iter()
            .filter(|(table, ..)| !differs_by_nature(table))
            .filter(|(table, ..)| !LEFT_OUT.iter().any(|(left_out, _)| left_out == table))
            .map(|(table, column, _)| (table, column))
            .collect();
        let undecided: Vec<_> = there.difference(&decided).collect();
        assert!(undecided.is_empty(), "exported or not? {undecided:?}");
        let gone: Vec<_> = decided.difference(&there).collect();
        assert!(gone.is_empty(), "there no more: {gone:?}");
    }
    for (table, reason) in LEFT_OUT {
        assert!(!reason.is_empty() && TABLES.iter().all(|exported| exported.name != *table));
    }
}

#[test]
fn migrations_come_in_pairs_with_one_name() {
    let folder = |kind: &str| -> BTreeSet<String> {
        let path = format!("{}/migrations/{kind}", env!("CARGO_MANIFEST_DIR"));
        let names = std::fs::read_dir(path).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let known: BTreeSet<String> = store::db::MIGRATIONS
        .iter()
        .map(|name| format!("{name}.sql"))
        .collect();
    assert_eq!(folder("sqlite"), known);
    assert_eq!(folder("postgres"), known);
}

/// Text is compared bytewise on PostgreSQL too, whatever language the database was made for.
#[tokio::test]
async fn every_text_is_compared_bytewise() {
    const OTHERWISE: &str = "
        select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'text' and table_name not like '\\_sqlx%'
        and collation_name is distinct from 'C'";
    for test in databases("collation").await {
        if test.kind == "postgres" {
            let mut connection = sqlx::PgConnection::connect(&test.place).await.unwrap();
            let otherwise: Vec<String> = sqlx::query_scalar(OTHERWISE)
                .fetch_all(&mut connection)
                .await
                .unwrap();
            assert_eq!(otherwise, Vec::<String>::new());
        }
    }
}
