//! The worker beside the site: does what is due, then rests until something may be due again.

use std::time::Duration;

use app::App;
use tokio::sync::watch;

use crate::clock::Clock;

/// How long to rest after a failure of storage.
const AFTER_FAILURE: Duration = Duration::from_secs(10);
/// A clock that is told may jump at any moment.
const WHILE_TOLD: Duration = Duration::from_millis(500);

/// How often registers that were brought are looked for.
const BETWEEN_IMPORTS: Duration = Duration::from_millis(500);

/// How often papers that were asked for are looked for.
const BETWEEN_PAPERS: Duration = Duration::from_secs(1);

/// Makes papers that were asked for, beside the other work, until the end is announced.
pub async fn make_papers(app: App, clock: web::Clock, mut end: watch::Receiver<bool>) {
    while !*end.borrow() {
        let made = web::papers::make_waiting(&app, &clock);
        tokio::select! {
            made = made => if let Err(error) = made {
                tracing::error!(error = %error, "papers could not be made");
            },
            // What is broken off here is taken up again after the next start.
            _ = end.changed() => return,
        }
        if matches!(
            tokio::time::timeout(BETWEEN_PAPERS, end.changed()).await,
            Ok(Err(_))
        ) {
            return;
        }
    }
}

/// Looks registers through, enters them and takes them out, beside the other work, until the end is announced.
pub async fn take_registers_in(app: App, clock: web::Clock, mut end: watch::Receiver<bool>) {
    if let Err(error) = app.take_imports_up_again().await {
        tracing::error!(error = %error, "imports that were broken off could not be taken up again");
    }
    while !*end.borrow() {
        let worked = app.work_on_imports(&*clock);
        tokio::select! {
            worked = worked => if let Err(error) = worked {
                tracing::error!(error = %error, "imports could not be worked on");
            },
            // The transaction that is broken off here leaves nothing; it is done again after the next start.
            _ = end.changed() => return,
        }
        if matches!(
            tokio::time::timeout(BETWEEN_IMPORTS, end.changed()).await,
            Ok(Err(_))
        ) {
            return;
        }
    }
}

/// How often messages that wait for other systems are looked for.
const BETWEEN_MESSAGES: Duration = Duration::from_secs(1);

/// Tells other systems what they want to hear, beside the other work, until the end is announced.
pub async fn tell_systems(
    app: App,
    clock: web::Clock,
    carrier: api::webhooks::Carrier,
    mut end: watch::Receiver<bool>,
) {
    while !*end.borrow() {
        let told = api::webhooks::deliver_waiting(&app, &clock, &carrier);
        tokio::select! {
            told = told => if let Err(error) = told {
                tracing::error!(error = %error, "other systems could not be told");
            },
            // What is broken off here is tried again once its lease has ended.
            _ = end.changed() => return,
        }
        if matches!(
            tokio::time::timeout(BETWEEN_MESSAGES, end.changed()).await,
            Ok(Err(_))
        ) {
            return;
        }
    }
}

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
