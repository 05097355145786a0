//! The log: readable sentences on standard error.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts it. `RUST_LOG` chooses what is told; without it, everything of interest.
pub fn start() {
    let wanted = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(wanted)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}
