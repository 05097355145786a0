//! `Idempotency-Key` for everything that writes: sent again under its key a request is answered as it was, and done once. Acts carry the
//! key into their own transaction; for all else the answer is kept here.

use app::once::Claim;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::caller::Caller;
use crate::endpoint::{Endpoint, Once};
use crate::fault::Fault;
use crate::reading::MOST_JSON;

/// What is kept for an endpoint.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// Files are not held in memory: they are told apart by their length.
    takes_files: bool,
    secret: Option<&'static str>,
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

const KEPT_HEADERS: [HeaderName; 3] = [CONTENT_TYPE, LOCATION, ETAG];

impl Keeper {
    pub fn of(endpoint: &Endpoint) -> Option<Self> {
        (endpoint.once == Once::ByTheGate).then(|| Keeper {
            takes_files: endpoint.takes_files(),
            secret: endpoint.secret,
        })
    }

    /// The answer to a request under its key. What is begun is ended and kept also where the caller hangs up meanwhile.
    pub async fn answer(self, caller: Caller, key: String, request: Request, next: Next) -> Response {
        let done = tokio::spawn(async move { self.done(&caller, &key, request, next).await });
        match done.await {
            Ok(Ok(answer)) => answer,
            Ok(Err(fault)) => fault.into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    async fn done(self, caller: &Caller, key: &str, request: Request, next: Next) -> Result<Response, Fault> {
        let (request, content) = self.digest(request).await?;
        let app = caller.app();
        match app
            .claim_request(caller.now, caller.person(), key, &content)
            .await?
        {
            Claim::Fresh => {}
            Claim::Done(kept) => return again(&kept),
            Claim::UnderWay => return Err(Fault::UnderWay),
        }
        let answer = next.run(request).await;
        if !answer.status().is_success() {
            app.release_request(caller.person(), key).await?;
            return Ok(answer);
        }
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, MOST_JSON).await.map_err(|_| Fault::TooLarge)?;
        let headers = KEPT_HEADERS.iter().filter_map(|name| {
            let value = parts.headers.get(name)?.to_str().ok()?;
            Some((name.as_str().to_owned(), value.to_owned()))
        });
        let kept = Kept {
            status: parts.status.as_u16(),
            headers: headers.collect(),
            body: self.without_secret(&body),
        };
        let kept = serde_json::to_string(&kept).expect("an answer is plain data");
        app.keep_answer(caller.person(), key, &kept).await?;
        Ok(Response::from_parts(parts, Body::from(body)))
    }

    /// What was asked for: where, and with which content.
    async fn digest(self, request: Request) -> Result<(Request, Vec<u8>), Fault> {
        let hash = Sha256::new()
            .chain_update(request.method().as_str())
            .chain_update([0])
            .chain_update(request.uri().to_string())
            .chain_update([0]);
        if self.takes_files {
            let length = request.headers().get(CONTENT_LENGTH);
            let length = length.map(HeaderValue::as_bytes).unwrap_or_default();
            let content = hash.chain_update(length).finalize().to_vec();
            return Ok((request, content));
        }
        let (parts, body) = request.into_parts();
        let body = to_bytes(body, MOST_JSON).await.map_err(|_| Fault::TooLarge)?;
        let content = hash.chain_update(&body).finalize().to_vec();
        Ok((Request::from_parts(parts, Body::from(body)), content))
    }

    fn without_secret(self, body: &Bytes) -> String {
        let text = String::from_utf8_lossy(body).into_owned();
        let Some(secret) = self.secret else { return text };
        match serde_json::from_str::<Value>(&text) {
            Ok(mut value) => {
                value[secret] = Value::Null;
                value.to_string()
            }
            Err(_) => String::new(),
        }
    }
}

/// The answer that was given before.
fn again(kept: &str) -> Result<Response, Fault> {
    let kept: Kept = serde_json::from_str(kept).map_err(|_| Fault::UnderWay)?;
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let mut answer = (status, Body::from(kept.body)).into_response();
    // A body of text brings a kind of its own; the kept one counts.
    answer.headers_mut().remove(CONTENT_TYPE);
    for (name, value) in &kept.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            answer.headers_mut().insert(name, value);
        }
    }
    Ok(answer)
}
