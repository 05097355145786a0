//! What was sent, read as what it is, with each fault at its place; and what is answered.

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use procedure::case::refusal::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::fault::Fault;
use crate::site::Api;

/// The most a body of JSON may weigh.
pub const MOST_JSON: usize = 4 << 20;

/// The body of a request.
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Api> for Sent<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &Api) -> Result<Self, Fault> {
        let is_json = is_json(request.headers());
        let bytes = to_bytes(request.into_body(), MOST_JSON)
            .await
            .map_err(|_| Fault::TooLarge)?;
        if !is_json {
            return Err(Fault::UnsupportedMedia);
        }
        let mut value: Value = serde_json::from_slice(&bytes).map_err(|_| Fault::Malformed)?;
        make_whole(&mut value);
        read(value).map(Sent)
    }
}

/// JSON knows one kind of number: `3.0` is three.
fn make_whole(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let float = number
                .as_f64()
                .filter(|float| number.is_f64() && float.fract() == 0.0);
            let whole = float.and_then(|float| format!("{float:.0}").parse::<i64>().ok());
            if let Some(whole) = whole {
                *number = whole.into();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(make_whole),
        Value::Object(object) => object.values_mut().for_each(make_whole),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// What an act asks for: an object, or nothing at all where it asks for nothing.
pub struct Fields(pub Map<String, Value>);

impl FromRequest<Api> for Fields {
    type Rejection = Fault;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Fault> {
        if request.body().is_end_stream() {
            return Ok(Fields(Map::new()));
        }
        let Sent(fields) = Sent::from_request(request, api).await?;
        Ok(Fields(fields))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json") || kind.ends_with("+json"))
}

/// A value as what it is to be.
pub fn read<T: DeserializeOwned>(value: Value) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let pointer = pointer(error.path());
        match missing(&error.inner().to_string()) {
            Some(field) => Fault::field(&format!("{pointer}/{field}"), Problem::Missing),
            None => Fault::field(&pointer, Problem::Unreadable),
        }
    })
}

/// The field that serde says is missing.
fn missing(error: &str) -> Option<&str> {
    error.strip_prefix("missing field `")?.split('`').next()
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for step in path {
        match step {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{key}")),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// The parameters of the address behind the question mark.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Api> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Fault> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query)
            .map_err(|_| Fault::Parameter(String::new(), Problem::Unreadable))?;
        if let Some((name, _)) = pairs
            .iter()
            .find(|(_, value)| value.chars().any(char::is_control))
        {
            return Err(Fault::Parameter(name.clone(), Problem::Unreadable));
        }
        let reader = serde_urlencoded::Deserializer::new(form(query));
        serde_path_to_error::deserialize(reader)
            .map(Asked)
            .map_err(|error| {
                let said = error.inner().to_string();
                match missing(&said) {
                    Some(field) => Fault::Parameter(field.to_owned(), Problem::Missing),
                    None => Fault::Parameter(error.path().to_string(), Problem::Unreadable),
                }
            })
    }
}

fn form(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.as_bytes())
}

/// What an address names. One that cannot be read names nothing.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Api> for At<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Fault> {
        match <Path<T> as FromRequestParts<Api>>::from_request_parts(parts, api).await {
            Ok(Path(named)) => Ok(At(named)),
            Err(_) => Err(Fault::App(app::Error::NotFound)),
        }
    }
}

/// A number by which people know something; a text that cannot be one names nothing.
pub fn number(text: &str) -> Result<&str, Fault> {
    let is_number = text.len() <= 40 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if is_number {
        Ok(text)
    } else {
        Err(Fault::App(app::Error::NotFound))
    }
}

/// What a handler answers with.
pub type Answer = Result<Response, Fault>;

pub fn json<T: Serialize + ?Sized>(status: StatusCode, value: &T) -> Response {
    let body = serde_json::to_vec(value).expect("an answer is plain data");
    let mut answer = (status, Body::from(body)).into_response();
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answer
}

pub fn ok<T: Serialize + ?Sized>(value: &T) -> Answer {
    Ok(json(StatusCode::OK, value))
}

/// Something new, and where it is found.
pub fn created<T: Serialize + ?Sized>(place: &str, value: &T) -> Answer {
    let mut answer = json(StatusCode::CREATED, value);
    if let Ok(place) = HeaderValue::try_from(place) {
        answer.headers_mut().insert(LOCATION, place);
    }
    Ok(answer)
}

pub fn done() -> Answer {
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// With the version that `If-Match` names.
pub fn versioned(answer: Answer, version: impl std::fmt::Display) -> Answer {
    answer.map(|mut answer| {
        if let Ok(tag) = HeaderValue::try_from(format!("\"{version}\"")) {
            answer.headers_mut().insert(ETAG, tag);
        }
        answer
    })
}

/// Percent-encodes everything but letters, digits and `-._~`.
pub fn encode(value: &str) -> String {
    use std::fmt::Write;
    value.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
