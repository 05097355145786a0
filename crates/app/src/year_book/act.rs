//! The door through which a compilation changes: guard, check, append, with the bytes of the document stored before they are spoken of.

use super::{compute, load, may_read, write};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::record::canonical;
use crate::submission::{Texts, hex, new_id};
use jiff::Timestamp;
use procedure::TextRef;
use procedure::case::Actor;
use procedure::year_book::{YearAct, YearActKind, YearBook, YearEntry};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::history::{NewEvent, Stream};
use store::idempotency::Known;
use store::{At, Conn, Uuid};

/// What somebody wants done to a compilation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The document is computed and stored as it stands now; compiling again replaces what was not yet reviewed.
    Compile {
        remarks: Option<TextRef>,
    },
    Return {
        reason: TextRef,
    },
    Review {
        remarks: Option<TextRef>,
    },
    Receive {
        remarks: Option<TextRef>,
    },
    /// `digest` is that of the document the person has before them.
    Freeze {
        digest: String,
    },
    File {
        file_code: String,
    },
}

impl Deed {
    pub const fn kind(&self) -> YearActKind {
        match self {
            Deed::Compile { .. } => YearActKind::Compile,
            Deed::Return { .. } => YearActKind::ReturnCompilation,
            Deed::Review { .. } => YearActKind::Review,
            Deed::Receive { .. } => YearActKind::ReceiveCompilation,
            Deed::Freeze { .. } => YearActKind::Freeze,
            Deed::File { .. } => YearActKind::File,
        }
    }

    fn act(&self, document: Option<&Stored>) -> Result<YearAct> {
        Ok(match self.clone() {
            Deed::Compile { remarks } => {
                let stored = document.ok_or_else(|| corrupt("a compilation without its document"))?;
                YearAct::Compile {
                    digest: stored.digest.clone(),
                    remarks,
                }
            }
            Deed::Return { reason } => YearAct::ReturnCompilation { reason },
            Deed::Review { remarks } => YearAct::Review { remarks },
            Deed::Receive { remarks } => YearAct::ReceiveCompilation { remarks },
            Deed::Freeze { digest } => YearAct::Freeze { digest },
            Deed::File { file_code } => YearAct::File { file_code },
        })
    }
}

/// A deed with what it must be held against.
#[derive(Clone, Debug)]
pub struct YearSubmission {
    pub year: i16,
    /// The version the person was looking at.
    pub seen: Option<u32>,
    pub key: String,
    pub deed: Deed,
    pub texts: Texts,
}

impl YearSubmission {
    /// What makes two submissions the same: year, deed and words, not the identities given to them.
    fn digest(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(format!("{} {}", self.year, self.deed.kind().key()));
        if let Deed::Freeze { digest } | Deed::File { file_code: digest } = &self.deed {
            hash.update(format!(" {digest}"));
        }
        for text in &self.texts.0 {
            hash.update(format!(" {} {}", text.body.len(), text.body));
        }
        hash.finalize().to_vec()
    }
}

/// A document whose bytes are safely stored, waiting to be spoken of by an act.
struct Stored {
    id: Uuid,
    digest: String,
}

impl App {
    /// Does one deed to the compilation of a year, once for each key; answers with its new version.
    ///
    /// # Errors
    /// The refusal under B2.8, the field that cannot stand, `Overtaken` when somebody was here first, or a failure of storage.
    pub async fn act_on_year(&self, now: Timestamp, actor: Actor, submission: YearSubmission) -> Result<u32> {
        let document = match submission.deed {
            Deed::Compile { .. } => self.store_document(now, actor, &submission).await?,
            _ => None,
        };
        let owner = actor.person().map_or(Uuid::nil(), |person| person.0);
        let (submission, document) = (Arc::new(submission), Arc::new(document));
        self.db
            .act(|mut conn| {
                let (app, submission, document) = (self.clone(), submission.clone(), document.clone());
                async move {
                    let conn = &mut conn;
                    let digest = submission.digest();
                    match store::idempotency::begin(conn, owner, &submission.key, &digest, now).await? {
                        Known::Fresh => {}
                        Known::Done(outcome) => return outcome.parse().map_err(corrupt),
                        Known::Other => return Err(Error::KeyReused),
                    }
                    let version = app
                        .perform_on_year(conn, now, actor, &submission, document.as_ref().as_ref())
                        .await?;
                    store::idempotency::finish(conn, owner, &submission.key, &version.to_string()).await?;
                    Ok(version)
                }
            })
            .await
    }

    async fn perform_on_year(
        &self,
        conn: &mut Conn,
        now: Timestamp,
        actor: Actor,
        submission: &YearSubmission,
        document: Option<&Stored>,
    ) -> Result<u32> {
        let office = self.office_in(conn).await?;
        let desk = office.desk(now);
        let known = load(conn, submission.year).await?;
        let (id, mut book) = known.unwrap_or_else(|| (new_id(), YearBook::blank(submission.year)));
        if submission.seen.is_some_and(|seen| seen != book.version) {
            return Err(Error::Overtaken(Vec::new()));
        }
        book.guard(actor, &desk, submission.deed.kind())?;
        let act = submission.deed.act(document)?;
        book.check(&act)
            .map_err(|invalid| Error::Invalid(vec![invalid]))?;
        let entry = YearEntry {
            at: desk.now,
            on: desk.today,
            by: actor,
            act,
        };
        let event = NewEvent {
            at: At::from(entry.at).0,
            actor: entry.by.person().map(|person| person.0),
            kind: entry.act.kind().key().to_owned(),
            body: canonical(&entry),
        };
        let version = i64::from(book.version);
        store::history::append(conn, &Stream::year_book(id), version, &[event]).await?;
        book.apply(&entry);
        if let Some(stored) = document {
            store::documents::attach(conn, stored.id, id, now).await?;
        }
        for text in &submission.texts.0 {
            store::texts::insert(conn, text.id, id, &text.salt, &text.body).await?;
        }
        write(conn, id, &book, &desk).await?;
        let changed = [crate::webhooks::Event::YearBookChanged];
        crate::webhooks::tell(conn, now, &changed, &book.year.to_string(), book.version).await?;
        Ok(book.version)
    }

    /// Computes the document and stores its bytes under their digest, before the act that names it. `None` for a deed done before.
    async fn store_document(
        &self,
        now: Timestamp,
        actor: Actor,
        submission: &YearSubmission,
    ) -> Result<Option<Stored>> {
        let year = submission.year;
        let frozen = self.frozen_years().await?;
        let frozen = &frozen;
        let computed = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let desk = office.desk(now);
                let book = load(conn, year)
                    .await?
                    .map_or(YearBook::blank(year), |(_, book)| book);
                // Nothing is computed for someone who may not compile; a repeated request is answered by the act itself.
                match book.guard(actor, &desk, YearActKind::Compile) {
                    Ok(()) => Ok(Some(
                        compute::compilation(conn, &office, now, year, frozen).await?,
                    )),
                    Err(refusal) => match actor.person() {
                        Some(person) if may_read(&office, person, now).is_ok() => Ok(None),
                        _ => Err(Error::Refused(refusal)),
                    },
                }
            })
            .await?;
        let Some(compilation) = computed else {
            return Ok(None);
        };
        let bytes = compilation.bytes();
        let digest = hex(&Sha256::digest(&bytes));
        let (id, by) = (new_id(), actor.person().map(|person| person.0));
        let name = format!("tong-hop-{year}.json");
        self.db
            .act(|mut conn| {
                let name = name.clone();
                async move {
                    let staged = store::documents::Staged {
                        id,
                        file_name: &name,
                        media_type: MEDIA_TYPE,
                        staged_by: by,
                        staged_at: now,
                    };
                    Ok::<_, Error>(store::documents::stage(&mut conn, &staged).await?)
                }
            })
            .await?;
        let mut arriving = self.blobs.receive(id).await?;
        arriving.write(&bytes).await?;
        let stored = arriving.finish().await?;
        let (sha256, size) = (stored.sha256, stored.size);
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::documents::stored(&mut conn, id, MEDIA_TYPE, size, &sha256).await?)
            })
            .await?;
        Ok(Some(Stored { id, digest }))
    }
}

const MEDIA_TYPE: &str = "application/json";
