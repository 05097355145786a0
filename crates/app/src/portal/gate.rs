//! How often the public pages let somebody in: from one address, and from all together.

use crate::App;
use crate::error::{Error, Result};
use jiff::{SignedDuration, Timestamp};

/// What is counted.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Sending a report.
    Report,
    /// Saving what is being written.
    Save,
    /// Giving a file.
    File,
    /// Trying a code.
    Code,
    /// Writing to the centre on a case, and every other act on it.
    Act,
}

impl Gate {
    pub const ALL: &[Gate] = &[Gate::Report, Gate::Save, Gate::File, Gate::Code, Gate::Act];

    const fn key(self) -> &'static str {
        match self {
            Gate::Report => "report",
            Gate::Save => "save",
            Gate::File => "file",
            Gate::Code => "code",
            Gate::Act => "act",
        }
    }

    /// So many from one address, and so many from all, within an hour. A whole office can stand behind one address.
    pub const fn limits(self) -> (i64, i64) {
        match self {
            Gate::Report => (20, 300),
            Gate::Save => (1_200, 30_000),
            Gate::File => (60, 600),
            Gate::Code => (60, 3_000),
            Gate::Act => (60, 2_000),
        }
    }
}

const WINDOW: SignedDuration = SignedDuration::from_hours(1);

impl App {
    /// Counts, and answers whether it may go on.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn portal_gate(&self, now: Timestamp, gate: Gate, address: &str) -> Result<bool> {
        let (one, all) = gate.limits();
        let own = format!("portal:{}:{address}", gate.key());
        let whole = format!("portal:{}", gate.key());
        self.db
            .act(|mut conn| {
                let (own, whole) = (own.clone(), whole.clone());
                async move {
                    let conn = &mut conn;
                    let from_here = store::attempts::count_sliding(conn, &own, now, WINDOW).await?;
                    // Who is turned away takes nothing from the others.
                    if from_here > one {
                        return Ok(false);
                    }
                    let from_all = store::attempts::count_sliding(conn, &whole, now, WINDOW).await?;
                    Ok::<_, Error>(from_all <= all)
                }
            })
            .await
    }
}
