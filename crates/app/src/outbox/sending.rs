//! Sending: a mail is claimed, composed outside, noted before it is handed to the server, and settled by what the server said.

use super::{Content, Purpose, State, TOO_OLD};
use crate::App;
use crate::error::{Error, Result, corrupt};
use jiff::{SignedDuration, Timestamp};
use procedure::{CaseId, DocumentId, PersonId};
use store::documents::Document;
use store::outbox::{Mail, Settled, Suppression};
use store::{At, Conn};
use tokio::io::AsyncReadExt;
use uuid::Uuid;

/// A sender that vanishes loses its mail after this long; longer than any server may take (RFC 5321, 4.5.3.2).
const LEASE: SignedDuration = SignedDuration::from_mins(15);
/// So long a mail is tried before somebody must decide. A letter that went out another way meanwhile must not follow weeks later.
pub(super) const TRIED: SignedDuration = SignedDuration::from_hours(72);
/// Mails before it that a mail refers to.
const THREAD: i64 = 20;
/// What settled mails said is kept this long.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// A mail that this worker alone may send now.
#[derive(Clone, Debug)]
pub struct Taken {
    pub id: Uuid,
    pub purpose: Purpose,
    pub address: String,
    pub name: String,
    pub lang: String,
    pub case: Option<CaseId>,
    pub person: Option<PersonId>,
    pub content: Content,
    pub attachments: Vec<DocumentId>,
    pub in_reply_to: Option<String>,
    pub references: Vec<String>,
    pub auto_submitted: &'static str,
    /// For the address of answers.
    pub reply_token: Option<String>,
    row: Mail,
}

/// What the mail server made of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It took the mail over.
    Sent(String),
    /// It certainly has it not, and may take it later.
    Later(String),
    /// It refuses this mail for good.
    Refused(String),
    /// It refuses this address for good: there is nobody.
    NoSuchAddress(String),
    /// The connection ended between the last word and the answer.
    Unknown(String),
    /// What it was to say holds no more; the server was not asked.
    Needless,
}

impl App {
    /// The next mail to be sent, if one is due.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn take_up_mail(&self, now: Timestamp) -> Result<Option<Taken>> {
        if !self.mail_is_due(now).await? {
            return Ok(None);
        }
        self.doubt_mails(now).await?;
        loop {
            let taken = self
                .db
                .act(|mut conn| async move {
                    let conn = &mut conn;
                    let Some(row) = store::outbox::claim(conn, now, now + LEASE).await? else {
                        return Ok(None);
                    };
                    if let Some(why) = store::outbox::suppression(conn, &row.address).await? {
                        let settled = Settled::Rests(State::Suppressed.key());
                        store::outbox::settle(conn, row.id, row.attempts, settled, &why.note).await?;
                        self.owe_mail(conn, row.id, now).await?;
                        return Ok(Some(None));
                    }
                    if since(&row, now) > TRIED {
                        let answer = if row.answer.is_empty() {
                            TOO_OLD
                        } else {
                            &row.answer
                        };
                        let settled = Settled::Rests(State::Failed.key());
                        store::outbox::settle(conn, row.id, row.attempts, settled, answer).await?;
                        self.owe_mail(conn, row.id, now).await?;
                        return Ok(Some(None));
                    }
                    let references = store::outbox::thread(conn, &row, THREAD).await?;
                    Ok::<_, Error>(Some(Some((row, references))))
                })
                .await?;
            match taken {
                None => return Ok(None),
                Some(None) => {}
                Some(Some((row, references))) => return Taken::of(row, references).map(Some),
            }
        }
    }

    async fn mail_is_due(&self, now: Timestamp) -> Result<bool> {
        let next = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::outbox::next_at(&mut conn).await?) })
            .await?;
        Ok(next.is_some_and(|next| next <= now))
    }

    /// Mails whose sender vanished while handing them over. What may come twice is sent again under the same identity; about
    /// everything else somebody decides.
    async fn doubt_mails(&self, now: Timestamp) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                for row in store::outbox::doubt(conn, now).await? {
                    tracing::warn!(mail.id = %row.id, mail.purpose = row.purpose, "it is not known whether the server has a mail");
                    if purpose(&row)?.may_come_twice() {
                        store::outbox::again(conn, row.id, now).await?;
                    }
                    self.owe_mail(conn, row.id, now).await?;
                }
                Ok::<_, Error>(())
            })
            .await
    }

    /// Names a taken mail: its Message-ID at this domain, the one of the first time where it was named before.
    ///
    /// # Errors
    /// `Overtaken` when the claim was lost, or a failure of storage.
    pub async fn name_mail(&self, taken: &Taken, domain: &str, subject: &str) -> Result<String> {
        let id = format!("{}.phucdap@{domain}", taken.id.simple());
        let id = id.as_str();
        let named = self
            .db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::outbox::compose(&mut conn, &taken.row, id, subject).await?)
            })
            .await?;
        named.ok_or_else(|| Error::Overtaken(Vec::new()))
    }

    /// Notes that the server is about to be given these bytes; `false` when the claim was lost and it must not be.
    ///
    /// # Errors
    /// A failure of storage: then it must not be given them either.
    pub async fn mail_is_handed_over(&self, now: Timestamp, taken: &Taken, sha256: &[u8]) -> Result<bool> {
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::outbox::hand(&mut conn, &taken.row, now, sha256).await?)
            })
            .await
    }

    /// Notes what the server made of it.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn mail_settled(&self, now: Timestamp, taken: &Taken, outcome: &Outcome) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let (settled, answer) = match outcome {
                    Outcome::Sent(answer) => (Settled::Sent(now), answer.as_str()),
                    Outcome::Later(answer) => {
                        (Settled::Again(now + backoff(taken.row.attempts)), answer.as_str())
                    }
                    Outcome::Unknown(answer) if taken.purpose.may_come_twice() => {
                        (Settled::Again(now + backoff(taken.row.attempts)), answer.as_str())
                    }
                    Outcome::Refused(answer) | Outcome::NoSuchAddress(answer) => {
                        (Settled::Rests(State::Failed.key()), answer.as_str())
                    }
                    Outcome::Unknown(answer) => (Settled::Rests(State::Unsure.key()), answer.as_str()),
                    Outcome::Needless => (Settled::Rests(State::GivenUp.key()), super::NEEDLESS),
                };
                let kept = store::outbox::settle(conn, taken.id, taken.row.attempts, settled, answer).await?;
                self.owe_mail(conn, taken.id, now).await?;
                if kept && matches!(outcome, Outcome::NoSuchAddress(_)) {
                    came_back(conn, taken.id, answer, true, now).await?;
                }
                Ok::<_, Error>(())
            })
            .await
    }

    /// A file that goes along.
    ///
    /// # Errors
    /// `NotFound`, or a failure of storage or the disk.
    pub async fn mailed_file(&self, id: DocumentId) -> Result<(Document, Vec<u8>)> {
        let document = self.document(id).await?;
        let mut file = self.open_document(&document).await?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).await.map_err(store::Error::from)?;
        Ok((document, bytes))
    }
}

/// A mail of ours came back, as the server or a delivery report says: noted on it, once; an address that is refused for good is mailed
/// nothing more. Answers `false` where it was known.
///
/// # Errors
/// A failure of storage.
pub async fn came_back(
    conn: &mut Conn,
    id: Uuid,
    note: &str,
    for_good: bool,
    now: Timestamp,
) -> Result<bool> {
    let is_new = store::outbox::bounced(conn, id, now, note).await?;
    if let Some(row) = store::outbox::one(conn, id).await?.filter(|_| for_good) {
        let suppression = Suppression {
            address_key: row.address,
            why: super::BOUNCED.to_owned(),
            note: note.to_owned(),
            mail_id: Some(id),
            by_person: None,
            at: At::from(now),
        };
        store::outbox::suppress(conn, &suppression).await?;
    }
    Ok(is_new)
}

impl Taken {
    /// What the subject bears in square brackets: the number of the case with the beginning of the token of this mail, by which an answer
    /// finds its case.
    pub fn mark(&self, number: &str) -> String {
        match self
            .reply_token
            .as_deref()
            .and_then(|token| token.get(..mail::TAG))
        {
            Some(tag) => format!("{number}-{tag}"),
            None => number.to_owned(),
        }
    }

    fn of(row: Mail, thread: Vec<String>) -> Result<Taken> {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut references: Vec<String> = row.refers_to.split_whitespace().map(str::to_owned).collect();
        for id in thread.into_iter().chain(filled(&row.in_reply_to)) {
            if !references.contains(&id) {
                references.push(id);
            }
        }
        Ok(Taken {
            id: row.id,
            purpose: purpose(&row)?,
            address: row.address.clone(),
            name: row.name.clone(),
            lang: row.lang.clone(),
            case: row.case_id.map(CaseId),
            person: row.person_id.map(PersonId),
            content: serde_json::from_str(&row.content).map_err(corrupt)?,
            attachments: serde_json::from_str(&row.attachments).map_err(corrupt)?,
            // An answer to nothing that was asked goes on from what was said before (RFC 5322, 3.6.4).
            in_reply_to: filled(&row.in_reply_to).or_else(|| references.last().cloned()),
            references,
            auto_submitted: super::AutoSubmitted::word(&row.auto_submitted),
            reply_token: row.reply_token.clone(),
            row,
        })
    }
}

fn purpose(row: &Mail) -> Result<Purpose> {
    Purpose::from_key(&row.purpose).ok_or_else(|| corrupt(&row.purpose))
}

/// How long a mail has been tried since it was enqueued, or since somebody had it tried again.
fn since(row: &Mail, now: Timestamp) -> SignedDuration {
    now.duration_since(row.decided_at.unwrap_or(row.enqueued_at).0)
}

/// Half a minute after the first failure, then twice as long each time, at most an hour.
fn backoff(attempts: i64) -> SignedDuration {
    let times = u32::try_from(attempts.clamp(1, 8) - 1).unwrap_or_default();
    SignedDuration::from_secs((30 * 2_i64.pow(times)).min(3600))
}
