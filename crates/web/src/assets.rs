//! Style sheets, script, typeface and mark: everything a page loads, served from the program itself.

use std::fmt::Write;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::{Path, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const DRAWING: &str = "image/svg+xml";
const FONT: &str = "font/woff2";

macro_rules! asset {
    ($name:literal, $kind:expr) => {
        asset!($name, $kind, concat!("../assets/", $name))
    };
    ($name:expr, $kind:expr, $path:expr) => {
        Asset {
            name: $name,
            kind: $kind,
            bytes: include_bytes!($path),
        }
    };
}
macro_rules! font {
    ($name:literal) => {
        asset!($name, FONT, concat!("../assets/fonts/", $name))
    };
}

static ASSETS: &[Asset] = &[
    asset!("fonts.css", CSS),
    asset!("tabler.css", CSS),
    asset!("app.css", CSS),
    asset!("htmx.min.js", SCRIPT),
    asset!("app.js", SCRIPT),
    asset!("portal.js", SCRIPT),
    asset!("mark.svg", DRAWING),
    font!("be-vietnam-pro-latin-400.woff2"),
    font!("be-vietnam-pro-latin-500.woff2"),
    font!("be-vietnam-pro-latin-600.woff2"),
    font!("be-vietnam-pro-latin-700.woff2"),
    font!("be-vietnam-pro-latin-ext-400.woff2"),
    font!("be-vietnam-pro-latin-ext-500.woff2"),
    font!("be-vietnam-pro-latin-ext-600.woff2"),
    font!("be-vietnam-pro-latin-ext-700.woff2"),
    font!("be-vietnam-pro-vietnamese-400.woff2"),
    font!("be-vietnam-pro-vietnamese-500.woff2"),
    font!("be-vietnam-pro-vietnamese-600.woff2"),
    font!("be-vietnam-pro-vietnamese-700.woff2"),
];

/// Addresses with the digest of their bytes, in the order of `ASSETS`: a changed file is another address.
static URLS: LazyLock<Vec<String>> = LazyLock::new(|| {
    ASSETS
        .iter()
        .map(|asset| {
            let mut url = format!("/assets/{}?v=", asset.name);
            for byte in &Sha256::digest(asset.bytes)[..6] {
                write!(url, "{byte:02x}").expect("a String takes all that is written to it");
            }
            url
        })
        .collect()
});

/// Where a page finds `name`.
pub fn url(name: &str) -> &'static str {
    let index = ASSETS.iter().position(|asset| asset.name == name);
    &URLS[index.expect("pages ask only for files of the list above")]
}

/// `GET /assets/{name}`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve))
}

async fn serve(Path(name): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let versioned = query.is_some_and(|query| query.starts_with("v="));
    let caching = if versioned {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(asset.kind)),
        (CACHE_CONTROL, HeaderValue::from_static(caching)),
    ];
    (headers, asset.bytes).into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;

    async fn fetch(address: &str) -> Response {
        let request = Request::get(address)
            .body(Body::empty())
            .expect("a valid address");
        router::<()>()
            .oneshot(request)
            .await
            .expect("serving from memory cannot fail")
    }

    #[tokio::test]
    async fn an_address_with_its_digest_may_be_kept_for_ever() {
        for asset in ASSETS {
            let answer = fetch(url(asset.name)).await;
            assert_eq!(answer.status(), StatusCode::OK);
            assert_eq!(answer.headers()[CONTENT_TYPE], asset.kind);
            assert_eq!(
                answer.headers()[CACHE_CONTROL],
                "public, max-age=31536000, immutable"
            );
            let body = to_bytes(answer.into_body(), usize::MAX)
                .await
                .expect("bytes in memory");
            assert_eq!(body, asset.bytes);
        }
    }

    #[tokio::test]
    async fn an_address_without_digest_is_asked_for_again() {
        let answer = fetch("/assets/app.css").await;
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-cache");
    }

    #[tokio::test]
    async fn only_listed_files_are_served() {
        for address in [
            "/assets/trim.mjs",
            "/assets/..%2fsrc%2flib.rs",
            "/assets/none.css",
        ] {
            assert_eq!(fetch(address).await.status(), StatusCode::NOT_FOUND, "{address}");
        }
    }

    #[tokio::test]
    async fn style_sheets_refer_only_to_files_that_are_served() {
        for sheet in ["fonts.css", "tabler.css", "app.css"] {
            let asset = ASSETS
                .iter()
                .find(|asset| asset.name == sheet)
                .expect("listed above");
            let text = std::str::from_utf8(asset.bytes).expect("style sheets are text");
            for part in text.split("url(").skip(1) {
                let target = part.trim_start_matches(['"', '\'']);
                let target = &target[..target.find(['"', '\'', ')']).expect("an address ends")];
                if target.starts_with("data:") || target.starts_with('#') {
                    continue;
                }
                let answer = fetch(&format!("/assets/{target}")).await;
                assert_eq!(answer.status(), StatusCode::OK, "{sheet} refers to {target}");
            }
        }
    }
}
