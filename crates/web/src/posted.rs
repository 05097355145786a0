//! A form that was sent: from our own page, with what was typed, and with its files already taken in.

pub(crate) mod parts;

use app::files::Upload;
use app::{App, Error, Typed};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use procedure::FileRef;
use procedure::case::refusal::Invalid;

use self::parts::{MOST_TEXT, Parts, Sender, Taken};

use crate::site::Site;
use crate::ui::{CSRF, Filled, KEY};
use crate::visit::Me;

/// What somebody sent. Files are stored already; their identities stand among the values under the field's name, so that a form
/// that comes back keeps them.
pub struct Posted {
    pub me: Me,
    pub typed: Typed,
    /// The idempotency key of the form.
    pub key: String,
    /// Files that could not be taken.
    pub problems: Vec<Invalid>,
    pub files: Vec<(String, FileRef)>,
}

/// A form whose one file is read at once and not kept.
pub struct PostedFile {
    pub me: Me,
    pub typed: Typed,
    pub key: String,
    /// Nothing where no file was chosen; cut off behind the most that was asked for, so that its length tells.
    pub file: Vec<u8>,
}

impl PostedFile {
    /// The name of the field.
    pub const FIELD: &str = "file";
    /// The longest file that is held.
    const MOST: usize = documents::word::read::LARGEST;

    pub fn filled(&self) -> Filled {
        pairs(&self.typed)
    }
}

/// The most a form may carry in all. Each file has its own limit, and is never held in memory.
const MOST_BYTES: usize = 1 << 30;

impl Posted {
    /// What was typed, for a form that is shown again.
    pub fn filled(&self) -> Filled {
        pairs(&self.typed)
    }

    /// What was typed, with what is wrong said in the reader's language.
    pub fn filled_with(&self, problems: &[Invalid]) -> Filled {
        let mut filled = self.filled();
        for problem in problems {
            filled.error(
                &problem.field,
                crate::words::problem(self.me.t(), problem.problem),
            );
        }
        filled
    }

    /// The version of the thing that the person was looking at.
    pub fn seen(&self) -> Option<u32> {
        self.typed.one("seen").and_then(|seen| seen.parse().ok())
    }
}

impl FromRequest<Site> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let me = Me::from_request_parts(&mut parts, site).await?;
        let multipart = is_multipart(&parts.headers);
        let request = Request::from_parts(parts, body);
        let mut posted = Posted {
            me,
            typed: Typed::default(),
            key: String::new(),
            problems: Vec::new(),
            files: Vec::new(),
        };
        if multipart {
            posted.read_parts(request, site).await?;
        } else {
            let bytes = Bytes::from_request(request, site)
                .await
                .map_err(IntoResponse::into_response)?;
            let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&bytes).unwrap_or_default();
            posted.typed = Typed::from_pairs(pairs);
            prove_origin(&posted.me, &posted.typed)?;
        }
        posted.key = posted.typed.one(KEY).unwrap_or_default().to_owned();
        if posted.key.is_empty() {
            posted.key = app::new_id().to_string();
        }
        posted.typed.0.remove(KEY);
        posted.typed.0.remove(CSRF);
        Ok(posted)
    }
}

fn pairs(typed: &Typed) -> Filled {
    let pairs = typed.0.iter();
    Filled::from_pairs(
        pairs.flat_map(|(name, values)| values.iter().map(move |value| (name.clone(), value.clone()))),
    )
}

impl FromRequest<Site> for PostedFile {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let me = Me::from_request_parts(&mut parts, site).await?;
        let mut request = Request::from_parts(parts, body);
        DefaultBodyLimit::max(MOST_BYTES).apply(&mut request);
        let mut parts = Multipart::from_request(request, site)
            .await
            .map_err(IntoResponse::into_response)?;
        let mut sent = PostedFile {
            me,
            typed: Typed::default(),
            key: String::new(),
            file: Vec::new(),
        };
        let mut text = 0;
        while let Some(mut field) = parts.next_field().await.map_err(IntoResponse::into_response)? {
            let name = field.name().unwrap_or_default().to_owned();
            if field.file_name().is_none() {
                let value = field.text().await.map_err(IntoResponse::into_response)?;
                text += value.len();
                if text > MOST_TEXT {
                    return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
                }
                sent.typed.0.entry(name).or_default().push(value);
                continue;
            }
            // The proof stands before every file in our forms: nothing is held for anyone else.
            prove_origin(&sent.me, &sent.typed)?;
            while let Some(piece) = field.chunk().await.map_err(IntoResponse::into_response)? {
                // Read to its end, or the browser never hears the answer.
                if name == Self::FIELD && sent.file.len() <= Self::MOST {
                    sent.file.extend_from_slice(&piece);
                }
            }
        }
        prove_origin(&sent.me, &sent.typed)?;
        sent.key = sent
            .typed
            .one(KEY)
            .map_or_else(|| app::new_id().to_string(), str::to_owned);
        sent.typed.0.remove(KEY);
        sent.typed.0.remove(CSRF);
        Ok(sent)
    }
}

/// The form came from our own page, for this session.
pub(crate) fn prove_origin(me: &Me, typed: &Typed) -> Result<(), Response> {
    let proof = typed.one(CSRF).unwrap_or_default();
    if !proof.is_empty() && proof == me.viewer.csrf {
        return Ok(());
    }
    Err(crate::pages::expired(&me.ctx))
}

pub(crate) fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

impl Sender for Me {
    fn prove(&self, typed: &Typed) -> Result<(), Response> {
        prove_origin(self, typed)
    }

    async fn begin(&self, app: &App, field: &str, name: &str, _: &[Taken]) -> Result<Upload, Error> {
        app.upload(self.now, self.person(), field, name).await
    }

    fn fail(&self, error: Error) -> Response {
        Me::fail(self, error)
    }
}

impl Posted {
    async fn read_parts(&mut self, request: Request, site: &Site) -> Result<(), Response> {
        let read = Parts::read(request, site, &self.me, MOST_BYTES).await?;
        self.typed = read.typed;
        self.problems = read.problems;
        for taken in read.files {
            let values = self.typed.0.entry(taken.field.clone()).or_default();
            values.push(taken.file.id.to_string());
            self.files.push((taken.field, taken.file));
        }
        Ok(())
    }
}
