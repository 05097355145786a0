//! Everything that is stored, held against the history it came from: chains, states, lines, duties, numbers, texts, files. It changes
//! nothing and may be run at any time.

mod actions;
mod book;
mod cases;
mod files;
mod mails;
mod outbox;
mod report;

pub use report::{Difference, Verification, What};

use crate::App;
use crate::error::{Error, Result};
use jiff::Timestamp;
use report::Sheet;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use store::history::{Event, Stream, StreamKind, follow};
use store::{Conn, Uuid};

/// How many histories are read at a time.
const PAGE: i64 = 250;

impl App {
    /// Refolds every history and compares.
    ///
    /// # Errors
    /// A failure of storage; a difference is an answer, not an error.
    pub async fn verify(&self, now: Timestamp) -> Result<Verification> {
        let mut sheet = Sheet::default();
        if self.needs_setup().await? {
            return Ok(sheet.end());
        }
        book::house(self, now, &mut sheet).await?;
        for kind in [
            StreamKind::Case,
            StreamKind::CorrectiveAction,
            StreamKind::YearBook,
            StreamKind::Administration,
        ] {
            self.verify_streams(now, kind, &mut sheet).await?;
        }
        book::numbers(self, &mut sheet).await?;
        mails::compare(self, now, &mut sheet).await?;
        outbox::compare(self, now, &mut sheet).await?;
        files::compare(self, &mut sheet).await?;
        book::everything(self, &mut sheet).await?;
        Ok(sheet.end())
    }

    async fn verify_streams(&self, now: Timestamp, kind: StreamKind, sheet: &mut Sheet) -> Result<()> {
        let mut after = Uuid::nil();
        loop {
            let sheet = &mut *sheet;
            let next = self
                .db
                .read(|mut conn| async move {
                    let conn = &mut conn;
                    let page = store::history::streams(conn, kind, Some(after), PAGE).await?;
                    let last = page.last().copied();
                    let range = Range {
                        after,
                        // The last range reaches to the end, so that nothing without a history is overlooked.
                        until: last.filter(|_| is_full(&page)).unwrap_or(Uuid::max()),
                    };
                    let histories = histories(conn, kind, range, sheet).await?;
                    match kind {
                        StreamKind::Case => {
                            cases::compare(self, conn, now, range, &histories, sheet).await?;
                        }
                        StreamKind::CorrectiveAction => {
                            actions::compare(self, conn, now, range, &histories, sheet).await?;
                        }
                        StreamKind::YearBook => {
                            book::compilations(self, conn, now, range, &histories, sheet).await?;
                        }
                        // A mail has no chain of its own: see `mails` and `outbox`.
                        StreamKind::Administration | StreamKind::Mail | StreamKind::OutgoingMail => {}
                    }
                    Ok::<_, Error>(last.filter(|_| is_full(&page)))
                })
                .await?;
            match next {
                Some(last) => after = last,
                None => return Ok(()),
            }
        }
    }
}

fn is_full(page: &[Uuid]) -> bool {
    i64::try_from(page.len()).is_ok_and(|found| found >= PAGE)
}

/// Streams with ids after one and up to another.
#[derive(Copy, Clone)]
struct Range {
    after: Uuid,
    until: Uuid,
}

/// The histories of a range whose chains hold; a broken chain is told, and nothing more is asked of its stream.
async fn histories(
    conn: &mut Conn,
    kind: StreamKind,
    range: Range,
    sheet: &mut Sheet,
) -> Result<BTreeMap<Uuid, Vec<Event>>> {
    let mut streams: BTreeMap<Uuid, Vec<Event>> = BTreeMap::new();
    for event in store::audit::events(conn, kind, range.after, range.until).await? {
        streams.entry(event.stream_id).or_default().push(event);
    }
    for (id, events) in &streams {
        sheet.counted.histories += 1;
        sheet.counted.events += events.len();
        let stream = Stream { kind, id: *id };
        match follow(&stream, events) {
            Ok(head) => sheet.take(&[kind.as_str().as_bytes(), id.as_bytes(), &head.hash]),
            Err(seq) => sheet.differs(What::Chain, id.to_string(), format!("event {seq}")),
        }
    }
    Ok(streams)
}

/// The lines of a history, or the number of the first that cannot be read.
fn lines<T: DeserializeOwned>(events: &[Event]) -> std::result::Result<Vec<T>, i64> {
    let line = |event: &Event| serde_json::from_str(&event.body).map_err(|_| event.seq);
    events.iter().map(line).collect()
}

/// Every `{id, sha256}` in the lines of a history: the texts and files it refers to.
fn references(events: &[Event]) -> BTreeMap<Uuid, String> {
    let mut found = BTreeMap::new();
    for event in events {
        if let Ok(value) = serde_json::from_str::<Value>(&event.body) {
            collect(&value, &mut found);
        }
    }
    found
}

/// The texts of a corrective action or a compilation; the problem an action was opened for is a text of the case.
async fn own_texts(conn: &mut Conn, id: Uuid, events: &[Event], name: &str, sheet: &mut Sheet) -> Result<()> {
    let mut own = store::texts::of_stream(conn, id).await?;
    for (id, sha256) in references(events) {
        let text = match own.iter().position(|text| text.id == id) {
            Some(place) => Some(own.swap_remove(place)),
            None => store::texts::one(conn, id).await?,
        };
        sheet.counted.texts += 1;
        if !text.is_some_and(|text| cases::is_text(&text, &sha256)) {
            sheet.differs(What::Text, name, id.to_string());
        }
    }
    for text in own {
        sheet.differs(What::Text, name, format!("{} is in no line", text.id));
    }
    Ok(())
}

pub(crate) fn collect(value: &Value, found: &mut BTreeMap<Uuid, String>) {
    match value {
        Value::Object(map) => {
            let text = |key: &str| map.get(key).and_then(Value::as_str);
            let id = text("id").and_then(|id| Uuid::parse_str(id).ok());
            if let (2, Some(id), Some(sha256)) = (map.len(), id, text("sha256")) {
                found.insert(id, sha256.to_owned());
            } else {
                map.values().for_each(|value| collect(value, found));
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
