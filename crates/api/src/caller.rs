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

/// The version in `If-Match` (RFC 9110, 13.1.1): of several the latest, because versions only grow. A tag that is none of ours, and no tag
/// at all, is a version that nothing has.
fn seen(headers: &HeaderMap) -> Result<Option<u32>, Fault> {
    let Some(sent) = headers.get(IF_MATCH) else {
        return Ok(None);
    };
    let sent = sent.to_str().map_err(|_| Fault::header("If-Match"))?.trim();
    if sent == "*" {
        return Ok(None);
    }
    let tags = tags(sent).ok_or(Fault::header("If-Match"))?;
    let versions = tags
        .into_iter()
        .filter(|tag| tag.bytes().all(|b| b.is_ascii_digit()));
    let latest = versions.filter_map(|tag| tag.parse().ok()).max();
    Ok(Some(latest.unwrap_or(u32::MAX)))
}

/// What stands between the quotes of a list of tags, which may have empty places (RFC 9110, 5.6.1.2).
fn tags(sent: &str) -> Option<Vec<&str>> {
    let mut tags = Vec::new();
    let mut rest = sent.trim_start_matches([',', ' ', '\t']);
    while !rest.is_empty() {
        let quoted = rest.strip_prefix("W/").unwrap_or(rest).strip_prefix('"')?;
        let (tag, after) = quoted.split_once('"')?;
        tags.push(tag);
        let after = after.trim_start();
        if !after.is_empty() && !after.starts_with(',') {
            return None;
        }
        rest = after.trim_start_matches([',', ' ', '\t']);
    }
    Some(tags)
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
        let of = |sent: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(
                IF_MATCH,
                HeaderValue::from_bytes(sent.as_bytes()).expect("no line ends"),
            );
            seen(&headers)
        };
        assert!(matches!(of("\"12\""), Ok(Some(12))));
        assert!(matches!(of("W/\"12\""), Ok(Some(12))));
        assert!(matches!(of("*"), Ok(None)));
        assert!(matches!(of("\"3\", W/\"12\", \"a,b\""), Ok(Some(12))));
        for none in ["\"abc\"", "", ","] {
            assert!(matches!(of(none), Ok(Some(u32::MAX))), "nothing has {none}");
        }
        for wrong in ["12", "\"12", "\"12\" \"13\"", "x\"12\"", "\u{e9}"] {
            assert!(of(wrong).is_err(), "{wrong}");
        }
    }
}
