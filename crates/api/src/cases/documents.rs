//! The files of a case: always to be saved, never opened as a page.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use procedure::DocumentId;
use procedure::obligations::s12::Sight;
use uuid::Uuid;

use crate::caller::Caller;
use crate::fault::Fault;
use crate::reading::{Answer, At, encode, number};

pub async fn one(caller: Caller, At((of, id)): At<(String, Uuid)>) -> Answer {
    let app = caller.app();
    let view = app.case(caller.now, caller.person(), number(&of)?).await?;
    let known = view.documents.iter().any(|document| document.id == id);
    if view.sight != Sight::Full || !known {
        return Err(Fault::App(app::Error::NotFound));
    }
    let document = app.document(DocumentId(id)).await?;
    let file = app.open_document(&document).await?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(file));
    Ok(saved(
        body.into_response(),
        &document.file_name,
        &document.media_type,
    ))
}

/// Bytes under the name of a file.
pub fn saved(mut answer: Response, name: &str, media_type: &str) -> Response {
    let headers = answer.headers_mut();
    let unknown = HeaderValue::from_static("application/octet-stream");
    let kind = HeaderValue::try_from(media_type).unwrap_or(unknown);
    headers.insert(CONTENT_TYPE, kind);
    let disposition = format!("attachment; filename*=UTF-8''{}", encode(name));
    if let Ok(disposition) = HeaderValue::try_from(disposition) {
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    answer
}
