//! The one clock of the product. Everything else is told the time.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;

/// For tests only: names a file with an instant (RFC 3339) that stands for the present and is read again whenever
/// the time is asked for. A server takes it only while it listens on loopback.
const TOLD: &str = "PHUCDAP_TEST_CLOCK_FILE";

/// Where the time comes from.
#[derive(Clone)]
pub enum Clock {
    System,
    Told(Arc<PathBuf>),
}

impl Clock {
    /// The clock of this process.
    pub fn of_process() -> Result<Clock> {
        let Some(file) = std::env::var_os(TOLD) else {
            return Ok(Clock::System);
        };
        let file = PathBuf::from(file);
        read(&file).with_context(|| format!("{TOLD} names {}", file.display()))?;
        Ok(Clock::Told(Arc::new(file)))
    }

    /// The same for a server, which may be told the time only where nobody else can reach it.
    pub fn of_server(listens_on_loopback: bool) -> Result<Clock> {
        let clock = Clock::of_process()?;
        if clock.is_told() && !listens_on_loopback {
            bail!("{TOLD} is for tests and is taken only with --listen on a loopback address");
        }
        Ok(clock)
    }

    pub fn is_told(&self) -> bool {
        matches!(self, Clock::Told(_))
    }

    #[allow(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> Timestamp {
        match self {
            Clock::System => Timestamp::now(),
            // A file that is just being replaced shows the time a moment later.
            Clock::Told(file) => (0..50)
                .find_map(|_| {
                    read(file).ok().or_else(|| {
                        std::thread::sleep(std::time::Duration::from_millis(2));
                        None
                    })
                })
                .expect("the file of the test clock was readable at the start"),
        }
    }

    /// The clock as pages are given it.
    pub fn shared(&self) -> web::Clock {
        let clock = self.clone();
        Arc::new(move || clock.now())
    }
}

fn read(file: &PathBuf) -> Result<Timestamp> {
    let text = std::fs::read_to_string(file)?;
    text.trim()
        .parse()
        .context("it holds no instant such as 2026-03-02T08:00:00+07:00")
}
