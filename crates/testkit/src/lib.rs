//! What tests stand on: real databases, a clock that stands still, and directories that vanish.

pub mod clock;
pub mod postgres;

#[cfg(feature = "centre")]
pub mod centre;
#[cfg(feature = "databases")]
mod copy;
#[cfg(feature = "databases")]
mod databases;
#[cfg(feature = "databases")]
mod shared;

#[cfg(feature = "centre")]
pub use centre::Centre;
pub use clock::StoppedClock;
#[cfg(feature = "databases")]
pub use databases::{TestDb, databases, on_sqlite};

/// A directory that vanishes when it is dropped.
#[cfg(feature = "databases")]
pub fn temp_dir() -> tempfile::TempDir {
    tempfile::Builder::new()
        .prefix("phucdap-test-")
        .tempdir()
        .expect("the machine has room for a temporary directory")
}
