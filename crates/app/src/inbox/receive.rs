//! A mail comes in: its bytes are safe on disk, and what they say is written down, before anybody is told that it was taken.

use super::{Notice, State, answer, bounce, duty, keyed, notice};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::submission::new_id;
use jiff::Timestamp;
use mail::{Automatic, Kind, Message, Reading};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::documents::Staged;
use store::mail::{Deed, Mail};
use store::{At, Conn, On};
use uuid::Uuid;

keyed! {
    /// By which way a mail came in.
    Way {
        /// `phucdap mail-in`, called by a mail server.
        Command = "command",
        Maildir = "maildir",
        Imap = "imap",
    }
}

/// When and how a mail reached the address of the centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// As the mail server noted it (§5: arrival, also at night and on holidays). An instant to come counts as now.
    pub at: Timestamp,
    pub way: Way,
    /// What the sender is told, if anything.
    pub notice: Option<Notice>,
}

/// What came of a mail that came in. Either way it is stored.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Received {
    Stored(Uuid),
    /// These very bytes had come before.
    Known(Uuid),
}

impl Received {
    pub const fn id(self) -> Uuid {
        match self {
            Received::Stored(id) | Received::Known(id) => id,
        }
    }
}

/// The media type of a mail.
pub(super) const RFC822: &str = "message/rfc822";
/// Under which name the bytes of a mail are handed out.
pub(super) const FILE_NAME: &str = "thu-den.eml";

impl App {
    /// Takes a mail in. When this returns, it lies in the inbox.
    ///
    /// # Errors
    /// `NotFound` before the organisation is set up, or a failure of storage: then it was not taken and must be delivered again.
    pub async fn receive_mail(&self, now: Timestamp, arrival: Arrival, raw: Vec<u8>) -> Result<Received> {
        let raw: Arc<[u8]> = raw.into();
        let digest: [u8; 32] = Sha256::digest(&raw).into();
        let known = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::mail::by_digest(&mut conn, &digest).await?) })
            .await?;
        if let Some(id) = known {
            return Ok(Received::Known(id));
        }
        let read = {
            let raw = raw.clone();
            tokio::task::spawn_blocking(move || mail::read(&raw)).await
        };
        // Whatever the bytes do to their reader, they are kept.
        let message = read.ok();
        let said = message.as_ref().map_or_else(Said::nothing, Said::of);
        let (id, document) = (new_id(), new_id());
        let mut arriving = self.blobs.receive(document).await?;
        arriving.write(&raw).await?;
        let kept = arriving.finish().await?;
        let arrived_at = At::from(arrival.at.min(now));
        let (said, size, told, arrival) = (&said, kept.size, message.as_ref(), &arrival);
        let received = self
            .db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                if let Some(id) = store::mail::by_digest(conn, &digest).await? {
                    return Ok(Received::Known(id));
                }
                let case_id = match told.map(|message| (message, &message.kind)) {
                    Some((message, Kind::Bounce(report))) if report.failed() => {
                        bounce::note(conn, report, message, now).await?
                    }
                    _ => None,
                };
                // A machine that answers a mail of ours asks for nothing, whatever it calls itself.
                let answers_us = match told {
                    Some(message) if message.kind == Kind::Automatic(Automatic::Generated) => {
                        answer::answered(conn, message).await?.is_some()
                    }
                    _ => false,
                };
                let said = &if answers_us {
                    said.as_answer()
                } else {
                    said.clone()
                };
                let row = Mail {
                    case_id,
                    arrived_on: On(office.zone.to_datetime(arrived_at.0).date()),
                    ..said.row(id, document, arrived_at, &digest, size, arrival.way, now)
                };
                keep_bytes(conn, &row, now).await?;
                if !store::mail::insert(conn, &row).await? {
                    // Another took the same bytes in at this moment; the act is done again and finds them.
                    return Err(Error::Storage(store::Error::Taken("mail".to_owned())));
                }
                store::mail::note(conn, id, &Deed::new(now, None, "arrived")).await?;
                duty::rewrite(conn, &office, &row, now).await?;
                if let (Some(notice), Some(message)) = (&arrival.notice, told)
                    && said.state == State::New
                {
                    notice::tell(conn, &row, message, notice, now).await?;
                }
                Ok::<_, Error>(Received::Stored(id))
            })
            .await;
        drop(kept);
        match received {
            Ok(Received::Stored(id)) => {
                if let Some(message) = message.as_ref().filter(|message| message.kind == Kind::Normal) {
                    self.join_by_itself(now, id, arrival.way, message).await;
                }
                Ok(Received::Stored(id))
            }
            Err(Error::Storage(store::Error::Taken(_))) => {
                let known = self.db.read(|mut conn| async move {
                    Ok::<_, Error>(store::mail::by_digest(&mut conn, &digest).await?)
                });
                let id = known
                    .await?
                    .ok_or_else(|| corrupt("a mail that was taken is not there"))?;
                Ok(Received::Known(id))
            }
            other => other,
        }
    }
}

/// The document of the bytes, attached to the mail at once: nothing may sweep it away.
async fn keep_bytes(conn: &mut Conn, row: &Mail, now: Timestamp) -> Result<()> {
    let staged = Staged {
        id: row.document_id,
        file_name: FILE_NAME,
        media_type: RFC822,
        staged_by: None,
        staged_at: now,
    };
    store::documents::stage(conn, &staged).await?;
    store::documents::stored(conn, row.document_id, RFC822, row.size, &row.sha256).await?;
    store::documents::attach(conn, row.document_id, row.id, now).await?;
    Ok(())
}

/// What the row keeps of what a mail says of itself, bounded and without marks that a database refuses.
#[derive(Clone)]
struct Said {
    message_id: String,
    answers: String,
    name: String,
    address: String,
    subject: String,
    sent: Option<Timestamp>,
    kind: &'static str,
    reading: &'static str,
    attachments: i64,
    answerable: bool,
    state: State,
}

/// Characters of a line that are kept.
const LINE: usize = 1_000;
/// Identities that a mail answers.
const ANSWERED: usize = 50;

impl Said {
    fn of(message: &Message) -> Said {
        let sender = message.sender.clone().unwrap_or_default();
        let nearest = message.in_reply_to.iter().chain(message.references.iter().rev());
        let mut answers: Vec<String> = Vec::new();
        for id in nearest.map(|id| plain(id)) {
            if answers.len() < ANSWERED && !id.is_empty() && !answers.contains(&id) {
                answers.push(id);
            }
        }
        let (kind, state) = class(&message.kind);
        Said {
            message_id: message.message_id.as_deref().map(plain).unwrap_or_default(),
            answers: answers.join("\n"),
            name: plain(sender.name.as_deref().unwrap_or_default()),
            address: plain(&sender.address),
            subject: plain(&message.subject),
            sent: message.sent.at,
            kind,
            reading: match message.reading {
                Reading::Whole => "whole",
                Reading::HeaderOnly => "header_only",
                Reading::AsItCame => "as_it_came",
            },
            attachments: i64::try_from(message.attachments.len()).unwrap_or(i64::MAX),
            answerable: message.may_be_answered,
            state,
        }
    }

    /// The same, as an answer of a machine.
    fn as_answer(&self) -> Said {
        let (kind, state) = class(&Kind::Automatic(Automatic::Reply));
        Said {
            kind,
            state,
            ..self.clone()
        }
    }

    fn nothing() -> Said {
        Said {
            message_id: String::new(),
            answers: String::new(),
            name: String::new(),
            address: String::new(),
            subject: String::new(),
            sent: None,
            kind: "normal",
            reading: "as_it_came",
            attachments: 0,
            answerable: false,
            state: State::New,
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a row has as many columns")]
    fn row(
        &self,
        id: Uuid,
        document_id: Uuid,
        arrived_at: At,
        sha256: &[u8],
        size: i64,
        way: Way,
        now: Timestamp,
    ) -> Mail {
        Mail {
            id,
            arrived_at,
            arrived_on: On(jiff::civil::Date::ZERO),
            stored_at: At::from(now),
            way: way.key().to_owned(),
            document_id,
            sha256: sha256.to_vec(),
            size,
            message_id: self.message_id.clone(),
            answers: self.answers.clone(),
            sender_name: self.name.clone(),
            sender_address: self.address.clone(),
            sender_key: sender_key(&self.address),
            subject: self.subject.clone(),
            sent_at: self.sent.map(At::from),
            kind: self.kind.to_owned(),
            reading: self.reading.to_owned(),
            attachments: self.attachments,
            answerable: self.answerable,
            state: self.state.key().to_owned(),
            reason: String::new(),
            case_id: None,
            first_read_at: None,
        }
    }
}

/// An address as addresses are compared.
pub(super) fn sender_key(address: &str) -> String {
    if address.contains('@') {
        address.to_lowercase()
    } else {
        String::new()
    }
}

/// The kind as it is kept, and whether somebody must look.
///
/// An answer of a machine asks for nothing. What a machine wrote of its own accord may be a complaint that a form of some portal hands
/// on, so a person looks at it. A report that our mail is late asks for nothing yet: a last one follows.
fn class(kind: &Kind) -> (&'static str, State) {
    match kind {
        Kind::Normal => ("normal", State::New),
        Kind::Automatic(Automatic::Reply) => ("reply", State::Automatic),
        Kind::Automatic(Automatic::Notice) => ("notice", State::Automatic),
        Kind::Automatic(Automatic::Generated) => ("generated", State::New),
        Kind::Bounce(bounce) if bounce.failed() => ("bounce", State::Bounce),
        Kind::Bounce(_) => ("delayed", State::Automatic),
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LINE).collect()
}
