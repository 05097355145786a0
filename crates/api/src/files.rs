//! Files that are given before the act that speaks of them: streamed, weighed, recognised by their bytes.

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
struct Name {
    /// What the file is called; its ending helps to know what it is.
    #[schemars(length(min = 1, max = 200), regex(pattern = crate::wire::LINE))]
    name: String,
}

/// A file that was taken. Unless an act takes it up, it is forgotten after two days.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "File")]
struct FileBody {
    id: Uuid,
    sha256: String,
}

async fn give(caller: Caller, Asked(Name { name }): Asked<Name>, request: Request) -> Answer {
    if name.is_empty() || name.chars().count() > 200 {
        return Err(Fault::Parameter("name".to_owned(), Problem::TooLong));
    }
    // What it is, its bytes say; here it is only carried.
    let kind = request.headers().get(CONTENT_TYPE);
    if kind.is_none_or(|kind| kind != "application/octet-stream") {
        return Err(Fault::UnsupportedMedia);
    }
    let app = caller.app();
    let mut upload = app.upload(caller.now, caller.person(), "", &name).await?;
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
    if let Some(error) = refused {
        return Err(error.into());
    }
    match upload.finish(&name).await? {
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
