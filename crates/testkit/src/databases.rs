//! Databases for a test: a SQLite file always, and a PostgreSQL database when there is a server.

use std::path::Path;

use anyhow::{Context, Result};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};
use store::Db;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{shared, temp_dir};

/// When this is set, a test fails rather than leave PostgreSQL out.
const REQUIRE: &str = "PHUCDAP_TEST_REQUIRE_POSTGRES";

/// A migrated, empty database of one test, with a directory beside it. Both vanish when it is dropped.
pub struct TestDb {
    /// `sqlite` or `postgres`.
    pub kind: &'static str,
    pub db: Db,
    /// Where it can be opened once more: a path or an address.
    pub place: String,
    directory: TempDir,
    clone: Option<Clone>,
}

/// A database on the shared server.
struct Clone {
    server: String,
    name: String,
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

impl TestDb {
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
        clone: None,
    })
}

async fn postgres(server: &str) -> Result<TestDb> {
    let template = format!("template_{}", store::db::fingerprint());
    let name = format!("test_{}", Uuid::now_v7().simple());
    let mut admin = PgConnection::connect(server).await?;
    make_template(&mut admin, server, &template).await?;
    execute(&mut admin, format!("create database {name} template {template}")).await?;
    admin.close().await?;
    let place = address_of(server, &name)?;
    Ok(TestDb {
        kind: "postgres",
        db: Db::open(&place).await?,
        place,
        directory: temp_dir(),
        clone: Some(Clone {
            server: server.to_owned(),
            name,
        }),
    })
}

/// Makes the migrated database that all others are copied from, once for each set of migrations.
async fn make_template(admin: &mut PgConnection, server: &str, template: &str) -> Result<()> {
    const EXISTS: &str = "select exists (select 1 from pg_database where datname = $1)";
    const LOCK: &str = "select pg_advisory_lock(20150817)";
    const UNLOCK: &str = "select pg_advisory_unlock(20150817)";
    sqlx::query(LOCK).execute(&mut *admin).await?;
    let exists: bool = sqlx::query_scalar(EXISTS)
        .bind(template)
        .fetch_one(&mut *admin)
        .await?;
    if !exists {
        let unfinished = format!("{template}_unfinished");
        execute(admin, format!("drop database if exists {unfinished}")).await?;
        execute(admin, format!("create database {unfinished}")).await?;
        let db = Db::open(&address_of(server, &unfinished)?).await?;
        db.close().await;
        execute(admin, format!("alter database {unfinished} rename to {template}")).await?;
    }
    sqlx::query(UNLOCK).execute(&mut *admin).await?;
    Ok(())
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

impl Drop for TestDb {
    fn drop(&mut self) {
        let Some(Clone { server, name }) = self.clone.take() else {
            return;
        };
        // The test's own runtime may be going away: the database is dropped from a thread with one of its own.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(async {
                let mut admin = PgConnection::connect(&server).await?;
                execute(&mut admin, format!("drop database {name} with (force)")).await
            })
        });
        let outcome = dropping.join();
        if !std::thread::panicking() {
            outcome
                .expect("dropping a database does not panic")
                .expect("a test's database can be dropped");
        }
    }
}
