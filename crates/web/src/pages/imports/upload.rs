//! An old register as it comes in: straight to the disk, piece by piece, whatever its length.

use app::Error;
use app::imports::Import;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use procedure::DocumentId;
use procedure::case::refusal::{Invalid, Problem};

use crate::posted::prove_origin;
use crate::site::Site;
use crate::visit::Me;

/// The name of the field.
pub(super) const FIELD: &str = "file";
/// What may stand beside the file.
const MOST_TEXT: usize = 64 << 10;
const MOST_BYTES: usize = (1 << 30) + (1 << 20);

/// A file that was sent, or why it was not taken.
pub(super) struct Brought {
    pub me: Me,
    pub file: Result<DocumentId, Vec<Invalid>>,
}

impl FromRequest<Site> for Brought {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let me = Me::from_request_parts(&mut parts, site).await?;
        let may = me.app().may_import(me.now, me.person()).await;
        if !may.map_err(|error| me.fail(error))? {
            return Err(me.fail(Error::Denied));
        }
        let mut request = Request::from_parts(parts, body);
        DefaultBodyLimit::max(MOST_BYTES).apply(&mut request);
        let mut parts = Multipart::from_request(request, site)
            .await
            .map_err(IntoResponse::into_response)?;
        let mut typed = app::Typed::default();
        let mut text = 0;
        let mut file = Err(vec![Invalid::new(FIELD, Problem::Missing)]);
        while let Some(mut field) = parts.next_field().await.map_err(IntoResponse::into_response)? {
            let name = field.name().unwrap_or_default().to_owned();
            let Some(file_name) = field.file_name().map(str::to_owned) else {
                let value = field.text().await.map_err(IntoResponse::into_response)?;
                text += value.len();
                if text > MOST_TEXT {
                    return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
                }
                typed.0.entry(name).or_default().push(value);
                continue;
            };
            // The proof stands before the file in our form: nothing is stored for anyone else.
            prove_origin(&me, &typed)?;
            if name != FIELD || file_name.is_empty() {
                continue;
            }
            let upload = me
                .app()
                .upload_register(me.now, me.person(), FIELD, &file_name)
                .await;
            let mut upload = upload.map_err(|error| me.fail(error))?;
            let mut refused = None;
            while let Some(piece) = field.chunk().await.map_err(IntoResponse::into_response)? {
                // Read to its end, or the browser never hears the answer.
                if refused.is_none()
                    && let Err(error) = upload.write(&piece).await
                {
                    refused = Some(error);
                }
            }
            let taken = match refused {
                Some(error) => Err(error),
                None => upload.finish_unjudged().await,
            };
            file = match taken {
                Ok(kept) => Ok(kept.id),
                Err(Error::Invalid(problems)) => Err(problems),
                Err(error) => return Err(me.fail(error)),
            };
        }
        prove_origin(&me, &typed)?;
        Ok(Brought { me, file })
    }
}

/// The kinds of file that are read, for the browser's own choice.
pub(super) const ACCEPT: &str = ".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods";

/// How large a file is, in words.
pub(super) fn size(t: &i18n::Texts, import: &Import) -> String {
    t.imports_kilobytes(t.number((import.size + 1023) / 1024))
}
