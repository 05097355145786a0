//! Files that are given before the act that speaks of them: streamed, weighed, recognised by their bytes.

use app::files::Upload;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::routing::post;
use http_body_util::BodyExt;
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::{Body as Carried, Endpoint};
use crate::fault::Fault;
use crate::reading::{Answer, Asked, json};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("post", "/files", "give_file", post(give))
            .query::<Name>()
            .body(|| Carried::Bytes)
            .gives::<FileBody>(201),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// What the file is called; its ending helps to know what it is.
    #[schemars(length(min = 1, max = 200), regex(pattern = crate::wire::LINE))]
    name: String,
}

impl Name {
    /// # Errors
    /// A name that is empty or too long.
    pub fn checked(self) -> Result<String, Fault> {
        if self.name.is_empty() || self.name.chars().count() > 200 {
            return Err(Fault::Parameter("name".to_owned(), Problem::TooLong));
        }
        Ok(self.name)
    }
}

/// A file that was taken. Unless an act takes it up, it is forgotten after two days.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "File")]
struct FileBody {
    id: Uuid,
    sha256: String,
}

async fn give(caller: Caller, Asked(name): Asked<Name>, request: Request) -> Answer {
    let name = name.checked()?;
    let app = caller.app();
    let upload = app.upload(caller.now, caller.person(), "", &name).await?;
    match receive(upload, request).await?.finish(&name).await? {
        Some(file) => Ok(json(
            axum::http::StatusCode::CREATED,
            &FileBody {
                id: file.id.0,
                sha256: file.sha256,
            },
        )),
        None => Err(Fault::field("", Problem::Missing)),
    }
}

/// The bytes of a request, piece by piece to where they are kept.
///
/// # Errors
/// Another kind of body, one that breaks off, or one that is too large.
pub async fn receive(mut upload: Upload, request: Request) -> Result<Upload, Fault> {
    // What it is, its bytes say; here it is only carried.
    let kind = request.headers().get(CONTENT_TYPE);
    if kind.is_none_or(|kind| kind != "application/octet-stream") {
        return Err(Fault::UnsupportedMedia);
    }
    let mut body: Body = request.into_body();
    let mut refused = None;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Fault::Malformed)?;
        // A refused file is read to its end, or the caller never hears the answer.
        if let (Ok(piece), None) = (frame.into_data(), &refused)
            && let Err(error) = upload.write(&piece).await
        {
            refused = Some(error);
        }
    }
    match refused {
        Some(error) => Err(error.into()),
        None => Ok(upload),
    }
}
