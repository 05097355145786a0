//! Databases for a test: a SQLite file always, and a PostgreSQL database when there is a server.

use std::path::Path;

use anyhow::{Context, Result};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection};
use store::Db;
use tempfile::TempDir;

use crate::{shared, temp_dir};

/// When this is set, a test fails rather than leave PostgreSQL out.
const REQUIRE: &str = "PHUCDAP_TEST_REQUIRE_POSTGRES";

/// A migrated, empty database of one test, with a directory beside it.
pub struct TestDb {
    /// `sqlite` or `postgres`.
    pub kind: &'static str,
    pub db: Db,
    /// Where it can be opened once more: a path or an address.
    pub place: String,
    directory: TempDir,
    _claim: Option<PgConnection>,
}

/// An empty database of each kind; `test` names them in messages.
pub async fn databases(test: &str) -> Vec<TestDb> {
    let mut databases = vec![sqlite().await.expect("a SQLite file can be opened")];
    match shared::address().expect("PostgreSQL is installed and starts") {
        Some(server) => {
            let postgres = postgres(&server).await.expect("PostgreSQL gives a database");
            databases.push(postgres);
        }
        None if std::env::var_os(REQUIRE).is_some() => {
            panic!("{test}: PostgreSQL is required but not installed: apt-get install postgresql")
        }
        None => eprintln!("{test}: PostgreSQL is not installed, so only SQLite is tested"),
    }
    databases
}

/// An empty database on a SQLite file, for tests of what stands above the store.
pub async fn on_sqlite() -> TestDb {
    sqlite().await.expect("a SQLite file can be opened")
}

impl TestDb {
    /// Writes past everything that guards what is stored, so that a test can see it noticed; answers how many
    /// rows were touched.
    pub async fn tamper(&self, statement: &str) -> Result<u64> {
        let statement = AssertSqlSafe(statement.to_owned());
        Ok(if self.kind == "sqlite" {
            let mut past = SqliteConnection::connect(&format!("sqlite://{}", self.place)).await?;
            sqlx::query(statement).execute(&mut past).await?.rows_affected()
        } else {
            let mut past = PgConnection::connect(&self.place).await?;
            sqlx::query(statement).execute(&mut past).await?.rows_affected()
        })
    }

    /// A directory of this test's own.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }
}

async fn sqlite() -> Result<TestDb> {
    let directory = temp_dir();
    let place = directory.path().join("phucdap.sqlite").display().to_string();
    Ok(TestDb {
        kind: "sqlite",
        db: Db::open(&place).await?,
        place,
        directory,
        _claim: None,
    })
}

/// Claims one of the server's test databases. Making a database takes half a second and emptying one a few
/// milliseconds, so there are as many as tests at once, and each goes from test to test.
async fn postgres(server: &str) -> Result<TestDb> {
    let mut claim = PgConnection::connect(server).await?;
    let name = claim_one(&mut claim).await?;
    let place = address_of(server, &name)?;
    if is_there(&mut claim, &name).await? {
        empty(&mut claim, &name, &place).await?;
    } else {
        execute(&mut claim, format!("create database {name}")).await?;
    }
    Ok(TestDb {
        kind: "postgres",
        db: Db::open(&place).await?,
        place,
        directory: temp_dir(),
        _claim: Some(claim),
    })
}

/// Finds a name that no test uses. The claim ends with the connection, even when the test is killed.
async fn claim_one(connection: &mut PgConnection) -> Result<String> {
    const CLAIM: &str = "select pg_try_advisory_lock(17065, $1)";
    for number in 1..i32::MAX {
        let claimed: bool = sqlx::query_scalar(CLAIM)
            .bind(number)
            .fetch_one(&mut *connection)
            .await?;
        if claimed {
            return Ok(format!("test_{}_{number}", store::db::fingerprint()));
        }
    }
    anyhow::bail!("every name is claimed")
}

async fn is_there(connection: &mut PgConnection, name: &str) -> Result<bool> {
    const EXISTS: &str = "select exists (select 1 from pg_database where datname = $1)";
    Ok(sqlx::query_scalar(EXISTS)
        .bind(name)
        .fetch_one(connection)
        .await?)
}

/// Sends away whoever a finished test left behind, and removes every row.
async fn empty(claim: &mut PgConnection, name: &str, place: &str) -> Result<()> {
    const SEND_AWAY: &str = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
    const EMPTY: &str = "
        set session_replication_role = replica;
        do $$
        declare found record;
        begin
            for found in select tablename from pg_tables
                where schemaname = 'public' and tablename <> '_sqlx_migrations'
            loop
                execute format('delete from %I', found.tablename);
            end loop;
        end $$";
    sqlx::query(SEND_AWAY).bind(name).execute(claim).await?;
    let mut inside = PgConnection::connect(place).await?;
    execute(&mut inside, EMPTY.to_owned()).await?;
    Ok(inside.close().await?)
}

async fn execute(connection: &mut PgConnection, statement: String) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(connection)
        .await?;
    Ok(())
}

fn address_of(server: &str, database: &str) -> Result<String> {
    let options: PgConnectOptions = server.parse().context("the server's address cannot be read")?;
    Ok(options.database(database).to_url_lossy().to_string())
}
