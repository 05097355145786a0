//! Server-sent events for pages that stand open: that a case changed which this person may know, and how much waits.

use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use app::live::Change;
use app::work::Part;
use app::{App, Error};
use axum::Router;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::unfold;
use procedure::PersonId;
use serde::Serialize;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Sleep;

use crate::site::{Clock, Site};
use crate::visit::Me;

pub fn routes() -> Router<Site> {
    Router::new().route("/events", get(events))
}

/// After so long a page comes again, and is asked anew whether it is signed in.
const LIFE: Duration = Duration::from_secs(600);
/// So that nothing between takes the line for dead.
const PULSE: Duration = Duration::from_secs(20);

async fn events(me: Me) -> Response {
    let listener = Listener {
        changes: me.app().changes(),
        app: me.app().clone(),
        clock: me.site.options.clock.clone(),
        person: me.person(),
        end: Box::pin(tokio::time::sleep(LIFE)),
        told: None,
        waiting: Vec::new(),
    };
    let stream = unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    Sse::new(stream)
        .keep_alive(KeepAlive::new().interval(PULSE))
        .into_response()
}

struct Listener {
    app: App,
    clock: Clock,
    person: PersonId,
    changes: Receiver<Change>,
    end: Pin<Box<Sleep>>,
    /// The figures as they were told last.
    told: Option<Counts>,
    waiting: Vec<Event>,
}

/// How much waits for a person.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
struct Counts {
    work: i64,
    late: i64,
    unread: u64,
}

impl Listener {
    async fn next(&mut self) -> Option<Event> {
        if self.told.is_none() {
            self.count().await;
        }
        loop {
            if let Some(event) = self.waiting.pop() {
                return Some(event);
            }
            let change = tokio::select! {
                change = self.changes.recv() => change,
                () = &mut self.end => return None,
            };
            match change {
                Ok(Change::End) | Err(RecvError::Closed) => return None,
                Ok(Change::Reminders(person)) if person != self.person => {}
                Ok(Change::Reminders(_)) | Err(RecvError::Lagged(_)) => self.count().await,
                Ok(Change::Case {
                    case,
                    number,
                    version,
                }) => {
                    self.count().await;
                    match self.app.may_know((self.clock)(), self.person, case).await {
                        Ok(true) => self.waiting.push(event("case", &Changed { number, version })),
                        Ok(false) => {}
                        Err(error) => failed(&error),
                    }
                }
            }
        }
    }

    async fn count(&mut self) {
        match self.counts().await {
            Ok(counts) if self.told != Some(counts) => {
                self.told = Some(counts);
                self.waiting.push(event("counts", &counts));
            }
            Ok(_) => {}
            Err(error) => failed(&error),
        }
    }

    async fn counts(&self) -> Result<Counts, Error> {
        let now = (self.clock)();
        let tally = self.app.work(now, self.person, Part::All, None, 0).await?.tally;
        Ok(Counts {
            work: tally.all,
            late: tally.late,
            unread: self.app.unread_reminders(self.person).await?,
        })
    }
}

#[derive(Serialize)]
struct Changed {
    number: String,
    version: u32,
}

fn event(name: &str, data: &impl Serialize) -> Event {
    let data = serde_json::to_string(data).expect("plain data");
    Event::default().event(name).data(data)
}

fn failed(error: &Error) {
    tracing::warn!(error = %error, "what changed could not be told");
}
