//! Other systems that are told what happened: who wants to hear of which events, each message with what became of it. A message says
//! that something happened and where to look; it holds nothing that anybody wrote, and no name.

mod deliver;
mod subscriptions;

pub use deliver::{Answered, Waiting};
pub use store::webhooks::Delivery;
pub use subscriptions::Subscription;

use crate::error::Result;
use crate::submission::new_id;
use jiff::Timestamp;
use procedure::Case;
use procedure::case::ActKind;
use procedure::case::event::{Entry, Event as Line};
use serde_json::json;
use store::Conn;

/// What can be told.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    CaseReceived,
    /// Anything was added to a case.
    CaseChanged,
    CaseClosed,
    LetterDispatched,
    ActionChanged,
    YearBookChanged,
}

impl Event {
    pub const ALL: &[Event] = &[
        Event::CaseReceived,
        Event::CaseChanged,
        Event::CaseClosed,
        Event::LetterDispatched,
        Event::ActionChanged,
        Event::YearBookChanged,
    ];

    /// Its name in subscriptions and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Event::CaseReceived => "case.received",
            Event::CaseChanged => "case.changed",
            Event::CaseClosed => "case.closed",
            Event::LetterDispatched => "letter.dispatched",
            Event::ActionChanged => "corrective_action.changed",
            Event::YearBookChanged => "year_book.changed",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|event| event.key() == key)
    }
}

/// What happened to a case when these lines were added.
fn of_case(before: &Case, case: &Case, entries: &[Entry]) -> Vec<Event> {
    let dispatched = entries.iter().any(|entry| match &entry.event {
        Line::Acted { act, .. } => act.kind() == ActKind::DispatchLetter,
        Line::Dated { .. } | Line::Vacated { .. } | Line::SetAside { .. } | Line::Transcribed(_) => false,
    });
    let told = [
        (Event::CaseReceived, before.number.is_none()),
        (Event::CaseChanged, !entries.is_empty()),
        (Event::LetterDispatched, dispatched),
        (
            Event::CaseClosed,
            before.closed_on.is_none() && case.closed_on.is_some(),
        ),
    ];
    let told = told.into_iter().filter(|(_, happened)| *happened);
    told.map(|(event, _)| event).collect()
}

/// Leaves word of what happened to a case, in the transaction in which it happens.
pub(crate) async fn tell_of_case(
    conn: &mut Conn,
    now: Timestamp,
    before: &Case,
    case: &Case,
    entries: &[Entry],
) -> Result<()> {
    let number = case.number.map(|number| number.to_string()).unwrap_or_default();
    tell(conn, now, &of_case(before, case, entries), &number, case.version).await
}

/// Leaves word of what happened, for everybody who wants to hear of it.
pub(crate) async fn tell(
    conn: &mut Conn,
    now: Timestamp,
    events: &[Event],
    number: &str,
    version: u32,
) -> Result<()> {
    for webhook in store::webhooks::all(conn).await? {
        if webhook.disabled_at.is_some() {
            continue;
        }
        let wanted = |event: &&Event| webhook.events.split(' ').any(|key| key == event.key());
        for event in events.iter().filter(wanted) {
            let message = message(*event, now, number, version);
            store::webhooks::enqueue(conn, new_id(), webhook.id, event.key(), &message, now).await?;
        }
    }
    Ok(())
}

/// The bytes of a message: the frame of Standard Webhooks around number and version.
fn message(event: Event, at: Timestamp, number: &str, version: u32) -> String {
    let data = json!({ "number": number, "version": version });
    json!({ "type": event.key(), "timestamp": at.to_string(), "data": data }).to_string()
}
