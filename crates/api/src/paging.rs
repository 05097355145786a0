//! Lists a page at a time: each page says in its body and in a `Link` header (RFC 8288) where the next one begins.

use axum::http::HeaderValue;
use axum::http::header::LINK;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::{Answer, encode, ok};

/// So many lines stand on a page unless fewer are asked for.
pub const USUAL: u16 = 50;
/// And never more.
pub const MOST: u16 = 200;

/// A page of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "{T}Page")]
pub struct Page<T> {
    pub items: Vec<T>,
    /// The address of the next page; absent on the last one.
    pub next: Option<String>,
}

/// The page as an answer; `next` are the parameters of the next one.
pub fn page<T: Serialize + JsonSchema>(
    path: &str,
    items: Vec<T>,
    next: Option<Vec<(&str, String)>>,
) -> Answer {
    let next = next.map(|pairs| address(path, &pairs));
    let page = Page { items, next };
    linked(ok(&page)?, page.next.as_deref())
}

/// An answer that says where the next page begins.
pub fn linked(mut answer: Response, next: Option<&str>) -> Answer {
    let link = next.map(|next| format!("<{next}>; rel=\"next\""));
    if let Some(link) = link.and_then(|link| HeaderValue::try_from(link).ok()) {
        answer.headers_mut().insert(LINK, link);
    }
    Ok(answer)
}

/// An address of the interface with its parameters.
pub fn address(path: &str, pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    format!("{}{path}?{}", crate::BASE, pairs.join("&"))
}

/// How many lines are wanted.
pub fn lines(limit: Option<u16>) -> u16 {
    limit.unwrap_or(USUAL).clamp(1, MOST)
}
