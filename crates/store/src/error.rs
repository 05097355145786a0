//! Why something could not be kept or found again.

use std::sync::Arc;

/// A failure of storage. It is cheap to copy, because one failed commit fails every act of its group.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Someone else changed the stream since it was read: the person decides what to do, not the machine.
    #[error("{stream} has {found} events where {expected} were expected")]
    Conflict {
        stream: String,
        expected: i64,
        found: i64,
    },
    /// A value that must be unique is there already.
    #[error("already taken: {0}")]
    Taken(String),
    /// What the database holds cannot be read as what it should be.
    #[error("unreadable in the database: {0}")]
    Corrupt(String),
    #[error("the database failed: {0}")]
    Database(Arc<sqlx::Error>),
    #[error("the database could not be brought to this version: {0}")]
    Migration(Arc<sqlx::migrate::MigrateError>),
    #[error("a file could not be read or written: {0}")]
    File(Arc<std::io::Error>),
    /// The act was done but its group was not committed; nothing of it remains.
    #[error("not committed: {0}")]
    NotCommitted(String),
    #[error("the database is closed")]
    Closed,
}

impl Error {
    /// Another transaction stood in the way, and doing the same again may well succeed.
    pub fn is_transient(&self) -> bool {
        const SERIALIZATION_FAILURE: &str = "40001";
        const DEADLOCK_DETECTED: &str = "40P01";
        let Error::Database(error) = self else {
            return false;
        };
        let code = error.as_database_error().and_then(|error| error.code());
        matches!(code.as_deref(), Some(SERIALIZATION_FAILURE | DEADLOCK_DETECTED))
    }

    pub fn is_conflict(&self) -> bool {
        matches!(self, Error::Conflict { .. })
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(inner) if inner.is_unique_violation() => {
                let what = inner.constraint().unwrap_or(inner.message());
                Error::Taken(what.to_owned())
            }
            sqlx::Error::PoolClosed => Error::Closed,
            _ => Error::Database(Arc::new(error)),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Error::Migration(Arc::new(error))
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Error::File(Arc::new(error))
    }
}

/// What an act may fail with: a failure of storage, or a refusal that only its caller understands.
pub trait Failure: From<Error> {
    /// The failure of storage inside, when it is one; a refusal answers `None`.
    fn storage(&self) -> Option<&Error>;
}

impl Failure for Error {
    fn storage(&self) -> Option<&Error> {
        Some(self)
    }
}
