//! The worker beside the site: does what is due, then rests until something may be due again.

use std::time::Duration;

use app::App;
use tokio::sync::watch;

use crate::clock::Clock;

/// How long to rest after a failure of storage.
const AFTER_FAILURE: Duration = Duration::from_secs(10);
/// A clock that is told may jump at any moment.
const WHILE_TOLD: Duration = Duration::from_millis(500);

/// Works until the end is announced.
pub async fn run(app: App, clock: Clock, mut end: watch::Receiver<bool>) {
    while !*end.borrow() {
        let now = clock.now();
        let mut rest = match app.work_through(now).await {
            Ok(next) => Duration::try_from(next.duration_since(now)).unwrap_or(AFTER_FAILURE),
            Err(error) => {
                tracing::error!(error = %error, "the worker could not work");
                AFTER_FAILURE
            }
        };
        if clock.is_told() {
            rest = rest.min(WHILE_TOLD);
        }
        let ended = tokio::time::timeout(rest, end.changed()).await;
        if matches!(ended, Ok(Err(_))) {
            return;
        }
    }
}
