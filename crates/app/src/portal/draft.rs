//! What somebody is writing on the public pages, kept by the server under a token that only the browser has, so that no mistake, reload
//! or way back loses a word or a file.

use super::secret_hash;
use crate::error::{Error, Result, corrupt};
use crate::{App, Typed};
use jiff::{SignedDuration, Timestamp};
use procedure::{CaseId, DocumentId, FileRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::At;
use uuid::Uuid;

/// What is being written is kept this long after it was last saved; a computer may be shared.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// The receipt can be opened again this long.
const RECEIPT: SignedDuration = SignedDuration::from_hours(2);
/// The most files of one report or message.
pub const MOST_FILES: usize = 10;
/// The most bytes of all files of one report or message.
pub const MOST_BYTES: i64 = 60 << 20;
/// The most characters of a draft; a form that stays below its own limits is far from it.
const LONGEST: usize = 200_000;

/// A file that arrived and waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub id: Uuid,
    pub sha256: String,
    pub name: String,
    pub size: i64,
}

impl Kept {
    pub fn file(&self) -> FileRef {
        FileRef {
            id: DocumentId(self.id),
            sha256: self.sha256.clone(),
        }
    }
}

/// What is being written, or was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub typed: Typed,
    pub files: Vec<Kept>,
    /// The case that it became.
    pub case: Option<CaseId>,
    /// Absent where nothing was kept yet.
    pub saved_at: Option<Timestamp>,
}

impl Draft {
    pub fn bytes(&self) -> i64 {
        self.files.iter().map(|file| file.size).sum()
    }

    /// Adds a file; the same bytes given again are one file, as after a double click.
    pub fn add(&mut self, file: Kept) {
        if self.files.iter().all(|known| known.sha256 != file.sha256) {
            self.files.push(file);
        }
    }
}

pub(super) fn draft_hash(token: &str) -> Vec<u8> {
    secret_hash("draft", token)
}

impl App {
    /// What the browser with this token is writing; empty where nothing is kept.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn portal_draft(&self, now: Timestamp, token: &str) -> Result<Draft> {
        let hash = draft_hash(token);
        let row = self
            .db
            .read(
                |mut conn| async move { Ok::<_, Error>(store::portal::draft(&mut conn, &hash, now).await?) },
            )
            .await?;
        let Some(row) = row else {
            return Ok(Draft::default());
        };
        let typed: BTreeMap<String, Vec<String>> = serde_json::from_str(&row.typed).map_err(corrupt)?;
        Ok(Draft {
            typed: Typed(typed),
            files: serde_json::from_str(&row.files).map_err(corrupt)?,
            case: row.case_id.map(CaseId),
            saved_at: Some(row.saved_at.0),
        })
    }

    /// Keeps what is being written. What is longer than any form takes is kept as it was before.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn keep_portal_draft(&self, now: Timestamp, token: &str, draft: &Draft) -> Result<()> {
        let typed = serde_json::to_string(&draft.typed.0).map_err(corrupt)?;
        if typed.chars().count() > LONGEST {
            return Ok(());
        }
        let lasts = if draft.case.is_some() { RECEIPT } else { KEPT };
        let row = store::portal::Draft {
            typed,
            files: serde_json::to_string(&draft.files).map_err(corrupt)?,
            case_id: draft.case.map(|case| case.0),
            saved_at: At::from(now),
            expires_at: At::from(now + lasts),
        };
        let hash = draft_hash(token);
        self.db
            .act(|mut conn| {
                let (hash, row) = (hash.clone(), row.clone());
                async move { Ok(store::portal::save_draft(&mut conn, &hash, &row).await?) }
            })
            .await
    }

    /// Keeps what was typed so far, and leaves the files as they are: a script saves while files are on their way.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn keep_portal_words(&self, now: Timestamp, token: &str, typed: &Typed) -> Result<()> {
        let typed = serde_json::to_string(&typed.0).map_err(corrupt)?;
        if typed.chars().count() > LONGEST {
            return Ok(());
        }
        let hash = draft_hash(token);
        self.db
            .act(|mut conn| {
                let (hash, typed) = (hash.clone(), typed.clone());
                async move { Ok(store::portal::save_typed(&mut conn, &hash, &typed, now, now + KEPT).await?) }
            })
            .await
    }

    /// Forgets what was written; its files go with the next sweep.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn drop_portal_draft(&self, token: &str) -> Result<()> {
        let hash = draft_hash(token);
        self.db
            .act(|mut conn| {
                let hash = hash.clone();
                async move { Ok(store::portal::drop_draft(&mut conn, &hash).await?) }
            })
            .await
    }
}
