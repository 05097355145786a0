//! My papers: long ones are made aside, show how far they are, and can be left and found again.
//!
//! Who makes them is told from outside: this product knows when, for whom, and where the file lies.

use crate::App;
use crate::error::{Error, Result};
use crate::submission::new_id;
use jiff::{SignedDuration, Timestamp};
use procedure::{DocumentId, PersonId};
use store::documents::{Document, Staged};
use store::papers::Paper as Row;
use tokio::io::AsyncReadExt;
use uuid::Uuid;

/// A maker that tells nothing for so long has vanished.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// After so many attempts a paper is given up.
const ATTEMPTS: i64 = 3;
/// A file that no act takes up is kept for two days, and so is what is known of it.
pub const KEPT: SignedDuration = SignedDuration::from_hours(48);
/// So many are listed.
const LISTED: i64 = 50;

/// A paper that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: Uuid,
    pub person: PersonId,
    /// As whoever makes it understands it.
    pub asked: String,
    pub lang: String,
    pub asked_at: Timestamp,
    pub state: State,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    /// So many of so many steps; of how many is zero while it is not known.
    Making {
        done: i64,
        of: i64,
    },
    Done(DocumentId),
    /// By a key of the messages, or in the words of the failure.
    Failed(String),
}

/// What was made.
pub struct Made {
    pub file_name: String,
    pub media_type: &'static str,
    pub bytes: Content,
}

/// Where the bytes are.
pub enum Content {
    Memory(Vec<u8>),
    /// A file that is only read; whoever made it removes it.
    File(std::path::PathBuf),
}

impl From<Row> for Paper {
    fn from(row: Row) -> Self {
        let state = match (row.finished_at, row.document_id, row.failure) {
            (Some(_), Some(document), _) => State::Done(DocumentId(document)),
            (Some(_), None, failure) => State::Failed(failure.unwrap_or_default()),
            (None, ..) if row.attempts == 0 => State::Waiting,
            (None, ..) => State::Making {
                done: row.done,
                of: row.whole,
            },
        };
        Paper {
            id: row.id,
            person: PersonId(row.person_id),
            asked: row.asked,
            lang: row.lang,
            asked_at: row.asked_at.0,
            state,
        }
    }
}

impl App {
    /// Asks for a paper; asked for twice while it is being made, it is made once.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn ask_for_paper(
        &self,
        now: Timestamp,
        person: PersonId,
        asked: &str,
        lang: &str,
    ) -> Result<Uuid> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let known = store::papers::of_person(conn, person.0, LISTED).await?;
                let mut waiting = known.iter().filter(|paper| paper.finished_at.is_none());
                if let Some(same) = waiting.find(|paper| paper.asked == asked && paper.lang == lang) {
                    return Ok(same.id);
                }
                let id = new_id();
                store::papers::ask(conn, id, person.0, asked, lang, now).await?;
                Ok::<_, Error>(id)
            })
            .await
    }

    /// The papers of a person, the latest first.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn papers_of(&self, person: PersonId) -> Result<Vec<Paper>> {
        self.db
            .read(|mut conn| async move {
                let rows = store::papers::of_person(&mut conn, person.0, LISTED).await?;
                Ok(rows.into_iter().map(Paper::from).collect())
            })
            .await
    }

    /// The file of a paper, for whoever asked for it and nobody else.
    ///
    /// # Errors
    /// `NotFound` while there is none, or for anybody else.
    pub async fn paper_file(&self, person: PersonId, id: Uuid) -> Result<Document> {
        let row = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::papers::one(&mut conn, id).await?) })
            .await?;
        let own = row.filter(|row| row.person_id == person.0);
        let document = own.and_then(|row| row.document_id).ok_or(Error::NotFound)?;
        self.document(DocumentId(document)).await
    }

    /// The paper that waits longest, for whoever can make it.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn take_up_paper(&self, now: Timestamp) -> Result<Option<Paper>> {
        let row = self
            .db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::papers::claim(&mut conn, now, now + LEASE).await?)
            })
            .await?;
        match row {
            Some(row) if row.attempts > ATTEMPTS => {
                self.paper_failed(now, row.id, "papers-given-up").await?;
                Ok(None)
            }
            row => Ok(row.map(Paper::from)),
        }
    }

    /// So many of so many steps are done.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn paper_progress(&self, now: Timestamp, id: Uuid, done: i64, of: i64) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::papers::progress(&mut conn, id, done, of, now + LEASE).await?)
            })
            .await
    }

    /// It is made: its bytes are kept under their digest, and whoever asked finds it.
    ///
    /// # Errors
    /// A failure of storage, or of the disk.
    pub async fn paper_made(&self, now: Timestamp, paper: &Paper, made: Made) -> Result<()> {
        let (document, name, kind) = (new_id(), made.file_name.as_str(), made.media_type);
        let by = paper.person;
        self.db
            .act(|mut conn| async move {
                let staged = Staged {
                    id: document,
                    file_name: name,
                    media_type: kind,
                    staged_by: Some(by.0),
                    staged_at: now,
                };
                Ok::<_, Error>(store::documents::stage(&mut conn, &staged).await?)
            })
            .await?;
        let mut arriving = self.blobs.receive(document).await?;
        match made.bytes {
            Content::Memory(bytes) => arriving.write(&bytes).await?,
            Content::File(path) => {
                let mut file = tokio::fs::File::open(path).await.map_err(store::Error::from)?;
                let mut piece = vec![0; 1 << 16];
                loop {
                    let read = file.read(&mut piece).await.map_err(store::Error::from)?;
                    if read == 0 {
                        break;
                    }
                    arriving.write(&piece[..read]).await?;
                }
            }
        }
        let stored = arriving.finish().await?;
        let (sha256, size, id) = (stored.sha256, stored.size, paper.id);
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                store::documents::stored(conn, document, kind, size, &sha256).await?;
                Ok::<_, Error>(store::papers::finish(conn, id, now, Ok(document)).await?)
            })
            .await
    }

    /// It cannot be made; `why` is a key of the messages, or words.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn paper_failed(&self, now: Timestamp, id: Uuid, why: &str) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::papers::finish(&mut conn, id, now, Err(why)).await?)
            })
            .await
    }
}
