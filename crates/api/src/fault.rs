//! Why a request came to nothing, as RFC 9457 problems in the caller's language: what is wrong, under which rule, at which place of
//! what was sent.

use app::tokens::Scope;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use i18n::Lang;
use procedure::case::refusal::{Invalid, Problem as Wrong};
use schemars::JsonSchema;
use serde::Serialize;

/// What went wrong, without words.
#[derive(Clone, Debug)]
pub enum Fault {
    App(app::Error),
    /// The body is no JSON.
    Malformed,
    /// Parts of what was sent, each by its JSON pointer.
    Fields(Vec<(String, Wrong)>),
    /// Parameters of the address, by name.
    Parameter(String, Wrong),
    /// A header that cannot be read.
    Header(&'static str),
    /// Somebody was here first: what happened since, in sentences.
    Overtaken {
        version: u32,
        meanwhile: Vec<String>,
    },
    /// What was sent under this key before has no answer yet.
    UnderWay,
    /// A paper that is not made, or not yet.
    NotMade,
    /// Parts that cannot stand for reasons in words of their own: JSON pointer, key and sentence.
    Told(Vec<(String, String, String)>),
    Unauthenticated,
    Scope(Scope),
    TooMany {
        seconds: u32,
    },
    NotAcceptable,
    UnsupportedMedia,
    TooLarge,
}

/// The language in which a request is answered.
#[derive(Clone, Copy)]
pub struct Spoken(pub Lang);

/// A problem as it is sent (RFC 9457).
#[derive(Serialize, JsonSchema)]
pub struct Problem {
    /// What kind of problem it is; a relative reference into the documentation.
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The rule of the procedure that refused, such as `B2.4`.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    /// The reason of the refusal by its key.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// What is wrong with which part of what was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Part>,
    /// What others did since the version that was named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    meanwhile: Vec<String>,
    /// The version as it stands now.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    request_id: String,
}

/// What is wrong with a part of what was sent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ProblemPart")]
pub struct Part {
    /// Where in the body, as a JSON pointer (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    /// Which parameter of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// What is wrong, by its key.
    problem: String,
    detail: String,
}

impl Part {
    fn told((pointer, problem, detail): (String, String, String)) -> Self {
        Part {
            pointer: Some(pointer),
            parameter: None,
            problem,
            detail,
        }
    }
}

impl Problem {
    pub const fn status(&self) -> u16 {
        self.status
    }
}

pub const PROBLEM_JSON: &str = "application/problem+json";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

impl From<app::Error> for Fault {
    fn from(error: app::Error) -> Self {
        Fault::App(error)
    }
}

impl Fault {
    pub const fn header(name: &'static str) -> Self {
        Fault::Header(name)
    }

    pub fn field(pointer: &str, wrong: Wrong) -> Self {
        Fault::Fields(vec![(pointer.to_owned(), wrong)])
    }

    /// A part that matches the description and cannot stand all the same.
    pub fn invalid(field: &str, wrong: Wrong) -> Self {
        Fault::App(vec![Invalid::new(field, wrong)].into())
    }

    /// In words, inside an answer that is none to the whole request.
    pub fn said(&self, lang: Lang) -> Problem {
        said(lang, self.status(), Some(self), &app::new_id().to_string())
    }

    fn status(&self) -> StatusCode {
        match self {
            Fault::App(error) => match error {
                app::Error::Refused(_) => StatusCode::CONFLICT,
                app::Error::Invalid(problems) => of_invalid(problems),
                app::Error::Overtaken(_) => StatusCode::PRECONDITION_FAILED,
                app::Error::KeyReused => StatusCode::CONFLICT,
                app::Error::NotFound => StatusCode::NOT_FOUND,
                app::Error::Denied => StatusCode::FORBIDDEN,
                app::Error::Storage(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Fault::Malformed | Fault::Header(_) => StatusCode::BAD_REQUEST,
            Fault::Fields(_) | Fault::Parameter(..) => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::Overtaken { .. } => StatusCode::PRECONDITION_FAILED,
            Fault::UnderWay | Fault::NotMade | Fault::Told(_) => StatusCode::CONFLICT,
            Fault::Unauthenticated => StatusCode::UNAUTHORIZED,
            Fault::Scope(_) => StatusCode::FORBIDDEN,
            Fault::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Fault::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Fault::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    /// Its name in the addresses of the documentation and in message files.
    fn kind(&self) -> &'static str {
        match self {
            Fault::App(app::Error::Refused(_)) => "refused",
            Fault::App(app::Error::KeyReused) => "key-reused",
            Fault::App(app::Error::Invalid(_)) | Fault::Told(_) => "invalid",
            Fault::UnderWay => "under-way",
            Fault::NotMade => "not-made",
            Fault::App(app::Error::Denied) => "denied",
            Fault::Scope(_) => "scope",
            Fault::Parameter(..) | Fault::Header(_) => "parameter",
            Fault::App(_)
            | Fault::Malformed
            | Fault::Fields(_)
            | Fault::Overtaken { .. }
            | Fault::Unauthenticated
            | Fault::TooMany { .. }
            | Fault::NotAcceptable
            | Fault::UnsupportedMedia
            | Fault::TooLarge => kind_of(self.status()),
        }
    }
}

/// What reached the rules matched the description: it conflicts with them or with what is known. Weight is a status of its own.
fn of_invalid(problems: &[Invalid]) -> StatusCode {
    match problems {
        // A file that was given is no field of anything.
        [one] if one.problem == Wrong::TooLarge && one.field.is_empty() => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::CONFLICT,
    }
}

/// The kind of problem that a status stands for.
fn kind_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "unauthenticated",
        StatusCode::FORBIDDEN => "denied",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::NOT_ACCEPTABLE => "not-acceptable",
        StatusCode::CONFLICT => "refused",
        StatusCode::PRECONDITION_FAILED => "overtaken",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported-media",
        StatusCode::UNPROCESSABLE_ENTITY => "mismatch",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        status if status.is_server_error() => "failure",
        _ => "malformed",
    }
}

impl IntoResponse for Fault {
    /// An answer without words yet: [`speak`] finds them.
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        if let Fault::TooMany { seconds } = self {
            answer.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        if matches!(self, Fault::Unauthenticated) {
            let challenge = HeaderValue::from_static("Bearer realm=\"phucdap\"");
            answer.headers_mut().insert(WWW_AUTHENTICATE, challenge);
        }
        answer.extensions_mut().insert(self);
        answer
    }
}

/// Gives every answer its identity, and every failure its words.
pub async fn speak(request: Request, next: Next) -> Response {
    let wished = crate::caller::language(request.headers());
    let id = app::new_id().to_string();
    let mut answer = next.run(request).await;
    let status = answer.status();
    let is_said = answer
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind == PROBLEM_JSON);
    if (status.is_client_error() || status.is_server_error()) && !is_said {
        let lang = wished
            .or_else(|| answer.extensions().get::<Spoken>().map(|spoken| spoken.0))
            .unwrap_or_default();
        let fault = answer.extensions().get::<Fault>().cloned();
        if let Some(Fault::App(app::Error::Storage(error))) = &fault {
            tracing::error!(request.id = id, error = %error, "a request failed in storage");
        }
        let problem = said(lang, status, fault.as_ref(), &id);
        let body = serde_json::to_vec(&problem).expect("a problem is plain data");
        let (mut parts, _) = answer.into_parts();
        parts.headers.remove(axum::http::header::CONTENT_LENGTH);
        parts
            .headers
            .insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        answer = Response::from_parts(parts, body.into());
    }
    let headers = answer.headers_mut();
    if let Ok(id) = HeaderValue::try_from(id) {
        headers.insert(REQUEST_ID, id);
    }
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}

fn said(lang: Lang, status: StatusCode, fault: Option<&Fault>, id: &str) -> Problem {
    let t = i18n::texts(lang);
    let kind = fault.map_or_else(|| kind_of(status), Fault::kind);
    let mut problem = Problem {
        kind: format!("{}/docs#problem-{kind}", crate::BASE),
        title: t.label(&format!("api-problem-{kind}")).to_owned(),
        status: status.as_u16(),
        detail: None,
        rule: None,
        why: None,
        errors: Vec::new(),
        meanwhile: Vec::new(),
        version: None,
        request_id: id.to_owned(),
    };
    match fault {
        Some(Fault::App(app::Error::Refused(refusal))) => {
            problem.detail = Some(i18n::say::refusal(lang, refusal).to_owned());
            problem.rule = Some(refusal.rule.name().to_owned());
            problem.why = Some(refusal.why.key());
        }
        Some(Fault::App(app::Error::Invalid(problems))) => {
            problem.errors = problems
                .iter()
                .map(|one| part(lang, Some(pointer(&one.field)), None, one.problem))
                .collect();
        }
        Some(Fault::Fields(wrong)) => {
            problem.errors = wrong
                .iter()
                .map(|(pointer, wrong)| part(lang, Some(pointer.clone()), None, *wrong))
                .collect();
        }
        Some(Fault::Told(wrong)) => {
            problem.errors = wrong.iter().cloned().map(Part::told).collect();
        }
        Some(Fault::Parameter(name, wrong)) => {
            problem.errors = vec![part(lang, None, Some(name.clone()), *wrong)];
        }
        Some(Fault::Header(name)) => {
            problem.errors = vec![part(lang, None, Some((*name).to_owned()), Wrong::Unreadable)];
        }
        Some(Fault::Overtaken { version, meanwhile }) => {
            problem.version = Some(*version);
            problem.meanwhile.clone_from(meanwhile);
        }
        Some(Fault::Scope(scope)) => {
            problem.detail = Some(t.api_scope_missing(scope.key()));
        }
        _ => {}
    }
    problem
}

fn part(lang: Lang, pointer: Option<String>, parameter: Option<String>, wrong: Wrong) -> Part {
    Part {
        pointer,
        parameter,
        problem: wrong.key(),
        detail: i18n::say::problem(lang, &wrong).into_owned(),
    }
}

/// `measures.1.doer` as a JSON pointer; the whole where no field is named.
fn pointer(field: &str) -> String {
    if field.is_empty() {
        return String::new();
    }
    format!("/{}", field.replace('.', "/"))
}
