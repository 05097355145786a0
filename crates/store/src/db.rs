//! The two databases behind one door: acts that write, looks that read, and the connection both are given.

mod lent;
mod migrations;
mod open;
mod writer;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool};

use crate::error::{Error, Failure};

pub use lent::Lent;
pub use migrations::{NAMES as MIGRATIONS, fingerprint};

/// A connection inside a transaction, lent to one act or one look and taken back when it is dropped.
///
/// It is owned rather than borrowed: futures that borrow it for any lifetime cannot be shown to be `Send`.
pub enum Conn {
    Sqlite(Lent<Sqlite>),
    Pg(Lent<Postgres>),
}

/// Runs one body on whichever database the connection belongs to.
///
/// The body is compiled twice; `$c` is `&mut SqliteConnection` in one and `&mut PgConnection` in the other.
macro_rules! on {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite(lent) => {
                let $c: &mut sqlx::SqliteConnection = lent;
                $body
            }
            $crate::db::Conn::Pg(lent) => {
                let $c: &mut sqlx::PgConnection = lent;
                $body
            }
        }
    };
}

/// An open database. Clones share it.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

enum Inner {
    Sqlite {
        readers: SqlitePool,
        writer: writer::Writer,
    },
    Pg {
        readers: PgPool,
        writers: PgPool,
    },
}

/// How often PostgreSQL may break off an act for the sake of another before it counts as failed.
const RERUNS: u32 = 12;

impl Db {
    /// Opens a database and brings it to this version: a `postgres://` address, or the path of a SQLite file.
    pub async fn open(place: &str) -> Result<Db, Error> {
        open::open(place).await
    }

    /// The name of the kind of database, for logs and reports.
    pub fn kind(&self) -> &'static str {
        match &*self.inner {
            Inner::Sqlite { .. } => "sqlite",
            Inner::Pg { .. } => "postgres",
        }
    }

    /// Does one act: everything `act` writes is committed when this returns `Ok`, and nothing of it otherwise.
    ///
    /// On PostgreSQL the act is run again when another transaction stood in its way, so it must not do anything
    /// outside the database. An error from a store function must be passed on, never swallowed. An act must not
    /// wait for another act.
    pub async fn act<T, E, F, Fut>(&self, act: F) -> Result<T, E>
    where
        F: Fn(Conn) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: Failure,
    {
        match &*self.inner {
            Inner::Sqlite { writer, .. } => {
                let (lent, loan) = writer.borrow().await?;
                let outcome = act(Conn::Sqlite(lent)).await;
                match &outcome {
                    Ok(_) => loan.keep().await?,
                    Err(_) => loan.undo().await?,
                }
                outcome
            }
            Inner::Pg { writers, .. } => {
                let mut runs = 0;
                loop {
                    runs += 1;
                    let outcome = act_once(writers, &act).await;
                    let broken_off = outcome
                        .as_ref()
                        .err()
                        .and_then(Failure::storage)
                        .is_some_and(Error::is_transient);
                    if !broken_off || runs > RERUNS {
                        return outcome;
                    }
                    tracing::debug!(db.runs = runs, "an act was broken off and is done again");
                    tokio::time::sleep(Duration::from_millis(u64::from(runs) * 3)).await;
                }
            }
        }
    }

    /// Looks at the database as it stands at one moment; nothing can be written.
    pub async fn read<T, E, F, Fut>(&self, look: F) -> Result<T, E>
    where
        F: FnOnce(Conn) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        match &*self.inner {
            Inner::Sqlite { readers, .. } => {
                let transaction = readers.begin().await.map_err(Error::from)?;
                look(Conn::Sqlite(Lent::new(transaction))).await
            }
            Inner::Pg { readers, .. } => {
                let transaction = readers
                    .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await
                    .map_err(Error::from)?;
                look(Conn::Pg(Lent::new(transaction))).await
            }
        }
    }

    /// Housekeeping that nobody waits for: statistics for the planner and the merging of the search index.
    pub async fn tend(&self) -> Result<(), Error> {
        if let Inner::Sqlite { .. } = &*self.inner {
            self.act(|mut conn| async move { crate::search::merge(&mut conn).await })
                .await?;
            self.act(|mut conn| async move {
                on!(&mut conn, c => sqlx::query("PRAGMA optimize").execute(c).await?.rows_affected());
                Ok::<_, Error>(())
            })
            .await?;
        }
        Ok(())
    }

    /// Waits for what is under way and closes the database.
    pub async fn close(&self) {
        match &*self.inner {
            Inner::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Inner::Pg { readers, writers } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
}

async fn act_once<T, E, F, Fut>(pool: &PgPool, act: &F) -> Result<T, E>
where
    F: Fn(Conn) -> Fut,
    Fut: Future<Output = Result<T, E>>,
    E: Failure,
{
    let transaction = pool.begin().await.map_err(Error::from)?;
    let (lent, slot) = Lent::returning(transaction);
    let value = act(Conn::Pg(lent)).await?;
    let transaction = slot
        .take()
        .ok_or_else(|| Error::NotCommitted("the act kept its connection".to_owned()))?;
    transaction.commit().await.map_err(Error::from)?;
    Ok(value)
}
