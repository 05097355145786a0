//! Who asks: the person in whose name a token acts, in which language, and what the headers of the request say of it.

use app::tokens::Bearer;
use app::{App, Submission};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, IF_MATCH};
use axum::http::request::Parts;
use i18n::Lang;
use jiff::Timestamp;
use procedure::{Actor, PersonId};

use crate::fault::Fault;
use crate::site::Api;

/// Whoever passed the gate.
#[derive(Clone)]
pub struct Caller {
    pub api: Api,
    pub bearer: Bearer,
    pub lang: Lang,
    pub now: Timestamp,
    key: Option<String>,
    seen: Option<u32>,
}

/// The longest idempotency key.
const LONGEST_KEY: usize = 200;

impl Caller {
    /// # Errors
    /// A key that is empty or too long.
    pub fn new(api: Api, bearer: Bearer, now: Timestamp, headers: &HeaderMap) -> Result<Self, Fault> {
        let lang = language(headers).or_else(|| Lang::from_code(&bearer.language));
        Ok(Caller {
            key: key(headers)?,
            seen: seen(headers)?,
            lang: lang.unwrap_or_default(),
            api,
            bearer,
            now,
        })
    }

    pub fn app(&self) -> &App {
        &self.api.app
    }

    pub const fn person(&self) -> PersonId {
        self.bearer.person
    }

    pub const fn actor(&self) -> Actor {
        Actor::Person(self.bearer.person)
    }

    /// The key under which the act happens once; a request without one is always a new one.
    pub fn key(&self) -> String {
        match &self.key {
            Some(key) => format!("api:{key}"),
            None => format!("api:{}", app::new_id()),
        }
    }

    /// The key as it was sent.
    pub fn sent_key(&self) -> Option<String> {
        self.key.as_ref().map(|_| self.key())
    }

    /// The identity of something new: the same for the same key, so that sending twice makes one.
    pub fn new_id(&self) -> uuid::Uuid {
        match &self.key {
            Some(key) => app::submission::id_for(self.person(), key),
            None => app::new_id(),
        }
    }

    /// The version that the caller looked at.
    pub const fn seen(&self) -> Option<u32> {
        self.seen
    }

    /// The submission as this caller sends it.
    pub fn sends(&self, read: Submission) -> Submission {
        Submission {
            seen: self.seen,
            key: self.key(),
            ..read
        }
    }
}

impl FromRequestParts<Api> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Fault> {
        parts
            .extensions
            .get::<Caller>()
            .cloned()
            .ok_or(Fault::Unauthenticated)
    }
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Fault> {
    let Some(sent) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let key = sent.to_str().unwrap_or_default().trim().trim_matches('"');
    if key.is_empty() || key.len() > LONGEST_KEY || !is_plain(key) {
        return Err(Fault::header("Idempotency-Key"));
    }
    Ok(Some(key.to_owned()))
}

/// Letters, digits, `-` and `_`: what a key is made of.
pub fn is_plain(key: &str) -> bool {
    key.bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// A version in `If-Match`.
fn seen(headers: &HeaderMap) -> Result<Option<u32>, Fault> {
    let Some(sent) = headers.get(IF_MATCH) else {
        return Ok(None);
    };
    let sent = sent.to_str().unwrap_or_default().trim();
    if sent == "*" {
        return Ok(None);
    }
    let quoted = sent.strip_prefix("W/").unwrap_or(sent);
    let version = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let is_number = |text: &&str| text.bytes().all(|b| b.is_ascii_digit());
    let version = version.filter(is_number).and_then(|text| text.parse().ok());
    version.map(Some).ok_or(Fault::header("If-Match"))
}

/// The first of our languages that the request would like.
pub fn language(headers: &HeaderMap) -> Option<Lang> {
    let wished = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(f32, Lang)> = wished.split(',').filter_map(wish).collect();
    wishes.sort_by(|one, other| other.0.total_cmp(&one.0));
    wishes.first().map(|(_, lang)| *lang)
}

fn wish(text: &str) -> Option<(f32, Lang)> {
    let (range, weight) = text.split_once(";q=").unwrap_or((text, "1"));
    let code = range.trim().split('-').next()?.to_ascii_lowercase();
    let weight = weight.trim().parse().ok().filter(|weight| *weight > 0.0)?;
    Some((weight, Lang::from_code(&code)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(wished: &'static str) -> Option<Lang> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(wished));
        language(&headers)
    }

    #[test]
    fn the_language_wanted_most_is_spoken() {
        assert_eq!(of("en-GB,en;q=0.9,vi;q=0.8"), Some(Lang::En));
        assert_eq!(of("fr, en;q=0.2, vi-VN;q=0.6"), Some(Lang::Vi));
        assert_eq!(of("fr"), None);
        assert_eq!(of("vi;q=0, en;q=0.1"), Some(Lang::En));
    }

    #[test]
    fn a_version_is_a_number_in_quotes() {
        let of = |sent| {
            let mut headers = HeaderMap::new();
            headers.insert(IF_MATCH, HeaderValue::from_static(sent));
            seen(&headers)
        };
        assert!(matches!(of("\"12\""), Ok(Some(12))));
        assert!(matches!(of("W/\"12\""), Ok(Some(12))));
        assert!(matches!(of("*"), Ok(None)));
        assert!(of("\"abc\"").is_err() && of("12").is_err());
    }
}
