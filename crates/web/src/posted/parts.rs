//! A form in parts, read as it arrives: its words into memory, its files straight to where files are kept.

use app::files::Upload;
use app::{App, Error, Typed};
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use procedure::FileRef;
use procedure::case::refusal::Invalid;

use crate::site::Site;

/// The most a form may carry beside its files.
pub(crate) const MOST_TEXT: usize = 1 << 20;

/// A file that was taken in.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    /// The field it stood in.
    pub field: String,
    pub name: String,
    pub size: i64,
    pub file: FileRef,
}

/// What a form in parts held.
#[derive(Default)]
pub(crate) struct Parts {
    pub typed: Typed,
    pub files: Vec<Taken>,
    /// Files that could not be taken.
    pub problems: Vec<Invalid>,
}

/// Who sends files, and what is asked of them first.
pub(crate) trait Sender {
    /// The form came from our own page. The proof stands before every file in our forms: nothing is stored for anyone else.
    fn prove(&self, typed: &Typed) -> Result<(), Response>;

    /// Begins to take a file in; the field, where no more may come.
    async fn begin(&self, app: &App, field: &str, name: &str, before: &[Taken]) -> Result<Upload, Error>;

    /// The page for a failure that no form can show.
    fn fail(&self, error: Error) -> Response;
}

impl Parts {
    /// Reads a form of at most so many bytes.
    pub async fn read(
        mut request: Request,
        site: &Site,
        sender: &impl Sender,
        most: usize,
    ) -> Result<Parts, Response> {
        DefaultBodyLimit::max(most).apply(&mut request);
        let mut fields = Multipart::from_request(request, site)
            .await
            .map_err(IntoResponse::into_response)?;
        let mut parts = Parts::default();
        let mut text = 0;
        let mut proven = false;
        while let Some(field) = fields.next_field().await.map_err(IntoResponse::into_response)? {
            let name = field.name().unwrap_or_default().to_owned();
            if field.file_name().is_some() {
                if !proven {
                    sender.prove(&parts.typed)?;
                    proven = true;
                }
                parts.take(&site.app, sender, &name, field).await?;
            } else {
                let value = field.text().await.map_err(IntoResponse::into_response)?;
                text += value.len();
                if text > MOST_TEXT {
                    return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
                }
                parts.typed.0.entry(name).or_default().push(value);
            }
        }
        sender.prove(&parts.typed)?;
        Ok(parts)
    }

    async fn take(
        &mut self,
        app: &App,
        sender: &impl Sender,
        name: &str,
        mut field: Field<'_>,
    ) -> Result<(), Response> {
        let file_name = field.file_name().unwrap_or_default().to_owned();
        if file_name.is_empty() {
            return Ok(());
        }
        let mut size = 0;
        let mut taking = sender.begin(app, name, &file_name, &self.files).await;
        while let Some(piece) = field.chunk().await.map_err(IntoResponse::into_response)? {
            // A refused file is read to its end, or the browser never hears the answer.
            if let Ok(upload) = &mut taking {
                size += i64::try_from(piece.len()).unwrap_or(i64::MAX);
                if let Err(error) = upload.write(&piece).await {
                    taking = Err(error);
                }
            }
        }
        let taken = match taking {
            Ok(upload) => upload.finish(&file_name).await,
            Err(error) => Err(error),
        };
        match taken {
            Ok(Some(file)) => self.files.push(Taken {
                field: name.to_owned(),
                name: file_name,
                size,
                file,
            }),
            Ok(None) => {}
            Err(Error::Invalid(problems)) => self.problems.extend(problems),
            Err(error) => return Err(sender.fail(error)),
        }
        Ok(())
    }
}
