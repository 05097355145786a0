//! Opening: the settings each database needs to be durable and quick, then the migrations.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};

use super::writer::Writer;
use super::{Db, Inner, migrations};
use crate::error::Error;

/// How many may read at once. More would not read faster on the few cores this runs on.
const READERS: u32 = 8;
/// How many acts PostgreSQL may run at once.
const PG_WRITERS: u32 = 12;
/// How often a migration that another process disturbed is tried.
const MIGRATION_ATTEMPTS: u64 = 4;
/// How long one process waits for another that is writing.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn open(place: &str) -> Result<Db, Error> {
    let inner = if place.starts_with("postgres://") || place.starts_with("postgresql://") {
        open_postgres(place).await?
    } else {
        let path = place.strip_prefix("sqlite://").unwrap_or(place);
        open_sqlite(Path::new(path)).await?
    };
    Ok(Db {
        inner: Arc::new(inner),
    })
}

async fn open_sqlite(path: &Path) -> Result<Inner, Error> {
    if let Some(directory) = path.parent() {
        create_private_directory(directory)?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(256)
        .pragma("temp_store", "memory")
        .pragma("journal_size_limit", "67108864")
        .disable_statement_logging();
    let keep_open = SqlitePoolOptions::new()
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None);

    let writer = keep_open
        .clone()
        .max_connections(1)
        .connect_with(options.clone().pragma("cache_size", "-16384"))
        .await?;
    migrate_sqlite(&writer).await?;
    let readers = keep_open
        .max_connections(READERS)
        .connect_lazy_with(options.pragma("cache_size", "-8192").pragma("query_only", "on"));
    Ok(Inner::Sqlite {
        readers,
        writer: Writer::start(writer),
    })
}

/// What the book holds is nobody's business but its own user's.
fn create_private_directory(directory: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// SQLite has no lock for the time of a migration: whoever is second to open a new file finds it half made, and
/// tries again when the first is done.
async fn migrate_sqlite(writer: &SqlitePool) -> Result<(), Error> {
    let mut attempts = 0;
    loop {
        attempts += 1;
        match migrations::sqlite().run(writer).await {
            Ok(()) => return Ok(()),
            Err(error) if attempts == MIGRATION_ATTEMPTS => return Err(error.into()),
            Err(_) => tokio::time::sleep(Duration::from_millis(100 * attempts)).await,
        }
    }
}

async fn open_postgres(url: &str) -> Result<Inner, Error> {
    let options = PgConnectOptions::from_str(url)?
        .application_name("phucdap")
        // A prepared search would otherwise get a plan made for no particular word, and walk the whole table.
        // Compiling a plan costs more than any of our questions.
        .options([("plan_cache_mode", "force_custom_plan"), ("jit", "off")])
        .statement_cache_capacity(256)
        .disable_statement_logging();
    let pool = PgPoolOptions::new()
        .test_before_acquire(false)
        .acquire_timeout(PATIENCE);
    let writers = pool
        .clone()
        .max_connections(PG_WRITERS)
        .connect_with(options.clone())
        .await?;
    migrations::postgres().run(&writers).await?;
    let readers = pool.max_connections(READERS).connect_lazy_with(options);
    Ok(Inner::Pg { readers, writers })
}
