//! The bytes of a mail, read again when it is opened, and its files as documents of the case that is made of it.

use super::receive::{FILE_NAME, RFC822};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::files::media_type;
use crate::submission::{hex, new_id};
use jiff::Timestamp;
use mail::{Attachment, Message};
use procedure::{DocumentId, FileRef, PersonId};
use store::documents::Staged;
use store::mail::Mail;
use tokio::io::AsyncReadExt;

impl App {
    /// The mail as its bytes say.
    pub(super) async fn message_of(&self, row: &Mail) -> Result<Message> {
        let raw = self.mail_bytes(row).await?;
        tokio::task::spawn_blocking(move || mail::read(&raw))
            .await
            .map_err(corrupt)
    }

    async fn mail_bytes(&self, row: &Mail) -> Result<Vec<u8>> {
        let mut file = self.blobs.read(&row.sha256).await?;
        let mut raw = Vec::with_capacity(usize::try_from(row.size).unwrap_or_default());
        file.read_to_end(&mut raw).await.map_err(corrupt)?;
        Ok(raw)
    }

    /// The bytes of a mail, to be handed out as they came.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn open_mail(&self, row: &Mail) -> Result<tokio::fs::File> {
        Ok(self.blobs.read(&row.sha256).await?)
    }

    /// The mail itself and its files, staged as documents for an act of a case.
    pub(super) async fn stage_mail(
        &self,
        now: Timestamp,
        by: Option<PersonId>,
        row: &Mail,
        message: &Message,
    ) -> Result<Vec<FileRef>> {
        let raw = self.mail_bytes(row).await?;
        let mut files = vec![self.stage_bytes(now, by, FILE_NAME, RFC822, &raw).await?];
        for (place, attachment) in (1..).zip(&message.attachments) {
            // An empty file says its name alone, and the mail has that.
            if attachment.bytes.is_empty() {
                continue;
            }
            let name = file_name(attachment, place);
            let kind = media_type(&attachment.bytes[..attachment.bytes.len().min(512)], &name);
            let kind = kind.unwrap_or("application/octet-stream");
            files.push(self.stage_bytes(now, by, &name, kind, &attachment.bytes).await?);
        }
        Ok(files)
    }

    async fn stage_bytes(
        &self,
        now: Timestamp,
        by: Option<PersonId>,
        name: &str,
        kind: &str,
        bytes: &[u8],
    ) -> Result<FileRef> {
        let id = new_id();
        let mut arriving = self.blobs.receive(id).await?;
        arriving.write(bytes).await?;
        let kept = arriving.finish().await?;
        let (sha256, size) = (kept.sha256, kept.size);
        self.db
            .act(|mut conn| async move {
                let staged = Staged {
                    id,
                    file_name: name,
                    media_type: kind,
                    staged_by: by.map(|person| person.0),
                    staged_at: now,
                };
                store::documents::stage(&mut conn, &staged).await?;
                Ok::<_, Error>(store::documents::stored(&mut conn, id, kind, size, &sha256).await?)
            })
            .await?;
        Ok(FileRef {
            id: DocumentId(id),
            sha256: hex(&sha256),
        })
    }
}

/// The name of a file of a mail, as a file system takes it; one without a name is numbered.
pub fn file_name(attachment: &Attachment, place: usize) -> String {
    let given = attachment.name.as_deref().unwrap_or_default();
    let given = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe: String = given.chars().filter(|c| !c.is_control()).take(200).collect();
    if !safe.trim().is_empty() {
        return safe;
    }
    let ending = match attachment.media_type.as_str() {
        RFC822 => "eml",
        "text/html" => "html",
        kind if kind.starts_with("text/") || kind.starts_with("message/") => "txt",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "application/pdf" => "pdf",
        _ => "bin",
    };
    format!("{place}.{ending}")
}

/// The mail inside a mail on this path; the mail itself where there is none.
pub(super) fn inside(message: Message, path: &str) -> Option<Message> {
    const DEEPEST: usize = 20;
    if path.is_empty() {
        return Some(message);
    }
    let steps: Vec<&str> = path.split('.').collect();
    if steps.len() > DEEPEST {
        return None;
    }
    steps.into_iter().try_fold(message, |message, step| {
        let place: usize = step.parse().ok()?;
        let inner = message.attachments.get(place)?;
        (inner.media_type == RFC822).then(|| mail::read(&inner.bytes))
    })
}
