//! Files that come with a case: received in pieces, weighed, recognised by their bytes, and kept under their own digest.

use crate::App;
use crate::error::{Error, Result};
use crate::submission::{hex, new_id};
use jiff::Timestamp;
use procedure::case::refusal::{Invalid, Problem};
use procedure::{DocumentId, FileRef, PersonId};
use store::documents::{Document, Staged};
use uuid::Uuid;

/// A file on its way in. Give it the pieces as they come, then `finish`.
pub struct Upload {
    app: App,
    id: Uuid,
    arriving: store::blobs::Arriving,
    head: Vec<u8>,
    limit: i64,
    field: String,
}

/// Kinds of file that are taken, by what their bytes say.
const TAKEN: &[(&str, &[u8])] = &[
    ("application/pdf", b"%PDF-"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/gif", b"GIF8"),
    ("image/webp", b"RIFF"),
    ("image/tiff", b"II*\0"),
    ("image/tiff", b"MM\0*"),
    ("application/zip", b"PK\x03\x04"),
    ("application/x-ole-storage", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("audio/mpeg", b"ID3"),
    ("audio/mpeg", b"\xff\xfb"),
    ("audio/ogg", b"OggS"),
    ("application/x-7z-compressed", b"7z\xbc\xaf\x27\x1c"),
    ("application/vnd.rar", b"Rar!\x1a\x07"),
];

/// What a file is by its first bytes; plain text when they read as text; `None` for what is not taken.
pub fn media_type(head: &[u8], name: &str) -> Option<&'static str> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if head.get(4..8) == Some(b"ftyp") {
        return Some(if ending == "m4a" { "audio/mp4" } else { "video/mp4" });
    }
    let found = TAKEN
        .iter()
        .find(|(_, magic)| head.starts_with(magic))
        .map(|(kind, _)| *kind);
    match found {
        Some("application/zip") => Some(match ending.as_str() {
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "odt" => "application/vnd.oasis.opendocument.text",
            "ods" => "application/vnd.oasis.opendocument.spreadsheet",
            _ => "application/zip",
        }),
        Some("application/x-ole-storage") => match ending.as_str() {
            "doc" => Some("application/msword"),
            "xls" => Some("application/vnd.ms-excel"),
            "msg" => Some("application/vnd.ms-outlook"),
            _ => None,
        },
        Some(kind) => Some(kind),
        // Whatever reads as text is kept as text, HTML too: it is never shown as a page.
        None if is_text(head) => Some("text/plain"),
        None => None,
    }
}

fn is_text(head: &[u8]) -> bool {
    let binary = |byte: &u8| *byte < 0x09 || (0x0e..0x20).contains(byte);
    !head.is_empty() && !head.iter().any(binary)
}

impl App {
    /// Begins to receive a file for the form field of this name.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn upload(&self, now: Timestamp, by: PersonId, field: &str, name: &str) -> Result<Upload> {
        self.receive_file(now, Some(by), field, name).await
    }

    /// The same from somebody who is not signed in: only whoever knows its identity can use it.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn upload_from_outside(&self, now: Timestamp, field: &str, name: &str) -> Result<Upload> {
        self.receive_file(now, None, field, name).await
    }

    async fn receive_file(
        &self,
        now: Timestamp,
        by: Option<PersonId>,
        field: &str,
        name: &str,
    ) -> Result<Upload> {
        let id = new_id();
        let limit = i64::from(self.office().await?.settings.largest_file_mib) << 20;
        let safe: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        let safe = safe.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        self.db
            .act(|mut conn| {
                let name = safe.clone();
                async move {
                    let staged = Staged {
                        id,
                        file_name: &name,
                        media_type: "application/octet-stream",
                        staged_by: by.map(|person| person.0),
                        staged_at: now,
                    };
                    Ok::<_, Error>(store::documents::stage(&mut conn, &staged).await?)
                }
            })
            .await?;
        let arriving = self.blobs.receive(id).await?;
        Ok(Upload {
            app: self.clone(),
            id,
            arriving,
            head: Vec::new(),
            limit,
            field: field.to_owned(),
        })
    }

    /// A stored file by its identity, for an act that refers to it.
    pub(crate) async fn staged_file(&self, id: Uuid) -> Result<Option<FileRef>> {
        let row = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::documents::one(&mut conn, id).await?) })
            .await?;
        let sha256 = row.and_then(|row| row.sha256);
        Ok(sha256.map(|sha256| FileRef {
            id: DocumentId(id),
            sha256: hex(&sha256),
        }))
    }

    /// The row of a stored file.
    ///
    /// # Errors
    /// `NotFound` when there is none.
    pub async fn document(&self, id: DocumentId) -> Result<Document> {
        self.db
            .read(|mut conn| async move {
                store::documents::one(&mut conn, id.0)
                    .await?
                    .ok_or(Error::NotFound)
            })
            .await
    }

    /// The bytes of a stored file.
    ///
    /// # Errors
    /// `NotFound` while it has not wholly arrived.
    pub async fn open_document(&self, document: &Document) -> Result<tokio::fs::File> {
        let sha256 = document.sha256.as_ref().ok_or(Error::NotFound)?;
        Ok(self.blobs.read(sha256).await?)
    }
}

impl App {
    /// Begins to receive an old register, which may be larger than an attachment; what it is shows when it is read.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn upload_register(
        &self,
        now: Timestamp,
        by: PersonId,
        field: &str,
        name: &str,
    ) -> Result<Upload> {
        const LARGEST: i64 = 1 << 30;
        let upload = self.upload(now, by, field, name).await?;
        Ok(Upload {
            limit: LARGEST,
            ..upload
        })
    }
}

impl Upload {
    /// Takes a piece.
    ///
    /// # Errors
    /// The field, when the file is too large.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        const HEAD: usize = 512;
        if self.head.len() < HEAD {
            let wanted = (HEAD - self.head.len()).min(bytes.len());
            self.head.extend_from_slice(&bytes[..wanted]);
        }
        self.arriving.write(bytes).await?;
        if self.arriving.size() > self.limit {
            return Err(vec![Invalid::new(&self.field, Problem::TooLarge)].into());
        }
        Ok(())
    }

    /// Ends it: the bytes are on disk under their digest. `None` for an empty file, which is no file.
    ///
    /// # Errors
    /// The field, when its bytes are of no kind that is taken.
    pub async fn finish(self, name: &str) -> Result<Option<FileRef>> {
        if self.arriving.size() == 0 {
            self.arriving.abandon().await?;
            return Ok(None);
        }
        let Some(kind) = media_type(&self.head, name) else {
            self.arriving.abandon().await?;
            return Err(vec![Invalid::new(&self.field, Problem::WrongType)].into());
        };
        self.store(kind).await.map(Some)
    }

    /// Ends it whatever its bytes are.
    ///
    /// # Errors
    /// The field, when the file is empty.
    pub async fn finish_unjudged(self) -> Result<FileRef> {
        if self.arriving.size() == 0 {
            self.arriving.abandon().await?;
            return Err(vec![Invalid::new(&self.field, Problem::Missing)].into());
        }
        self.store("application/octet-stream").await
    }

    async fn store(self, kind: &str) -> Result<FileRef> {
        let stored = self.arriving.finish().await?;
        let (id, sha256, size) = (self.id, stored.sha256, stored.size);
        self.app
            .db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::documents::stored(&mut conn, id, kind, size, &sha256).await?)
            })
            .await?;
        Ok(FileRef {
            id: DocumentId(id),
            sha256: hex(&sha256),
        })
    }
}
