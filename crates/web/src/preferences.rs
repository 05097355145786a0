//! Language and theme of whoever looks, signed in or not: two cookies and the form that sets them.

use axum::extract::Form;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Router, http::StatusCode};
use i18n::Lang;
use serde::Deserialize;

use crate::url::own_path;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Auto];

    /// The code in `data-bs-theme="…"` and in the cookie.
    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_code(code: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

const LANG: &str = "phucdap_lang";
const THEME: &str = "phucdap_theme";

/// What the request's cookies ask for; Vietnamese and the device's own theme otherwise.
pub fn of(headers: &HeaderMap) -> (Lang, Theme) {
    let lang = cookie(headers, LANG)
        .and_then(Lang::from_code)
        .unwrap_or_default();
    let theme = cookie(headers, THEME)
        .and_then(Theme::from_code)
        .unwrap_or_default();
    (lang, theme)
}

/// Whether this browser chose a language of its own, which then goes before that of the account.
pub fn is_chosen(headers: &HeaderMap) -> bool {
    cookie(headers, LANG).is_some()
}

/// The value of a cookie of the request.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .into_iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

#[derive(Debug, Deserialize)]
struct Wish {
    lang: Option<String>,
    theme: Option<String>,
    back: String,
}

/// `POST /preferences`. It changes nothing but how pages look to this browser, so it asks for no proof of origin.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/preferences", post(set))
}

async fn set(Form(wish): Form<Wish>) -> Response {
    let mut answer = Redirect::to(own_path(&wish.back)).into_response();
    if keep(wish.lang.as_deref(), wish.theme.as_deref(), &mut answer) {
        answer
    } else {
        StatusCode::BAD_REQUEST.into_response()
    }
}

/// Keeps what was wished; `false` when that is neither a language nor a theme.
pub(crate) fn keep(lang: Option<&str>, theme: Option<&str>, answer: &mut Response) -> bool {
    let (lang, theme) = (lang.map(Lang::from_code), theme.map(Theme::from_code));
    if lang == Some(None) || theme == Some(None) {
        return false;
    }
    let wishes = [
        (LANG, lang.flatten().map(Lang::code)),
        (THEME, theme.flatten().map(Theme::code)),
    ];
    for (name, value) in wishes {
        if let Some(value) = value {
            let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
            let cookie = HeaderValue::from_str(&cookie).expect("codes are plain letters");
            answer.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use axum::http::header::{CONTENT_TYPE, LOCATION};
    use tower::ServiceExt;

    use super::*;

    async fn wish(body: &'static str) -> Response {
        let request = Request::post("/preferences")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a valid request");
        router::<()>()
            .oneshot(request)
            .await
            .expect("setting a cookie cannot fail")
    }

    #[tokio::test]
    async fn a_wish_is_kept_and_leads_back() {
        let answer = wish("theme=dark&back=%2Fregister%3Fyear%3D2026").await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(answer.headers()[LOCATION], "/register?year=2026");
        let kept = answer.headers()[SET_COOKIE].to_str().expect("plain letters");
        let mut headers = HeaderMap::new();
        let sent = kept.split(';').next().expect("a cookie begins with its pair");
        headers.insert(COOKIE, HeaderValue::from_str(sent).expect("plain letters"));
        assert_eq!(of(&headers), (Lang::Vi, Theme::Dark));
    }

    #[tokio::test]
    async fn an_unknown_wish_is_refused() {
        assert_eq!(wish("lang=fr&back=/").await.status(), StatusCode::BAD_REQUEST);
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for asked in [
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/\t/elsewhere.example",
            "https://elsewhere.example",
            "",
            "/a\r\nb",
        ] {
            assert_eq!(own_path(asked), "/", "{asked}");
        }
        assert_eq!(
            own_path("/cases/2026-0042?tab=history"),
            "/cases/2026-0042?tab=history"
        );
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(
            COOKIE,
            HeaderValue::from_static("a=1; phucdap_lang=en; phucdap_theme=pink"),
        );
        assert_eq!(of(&headers), (Lang::En, Theme::Auto));
    }
}
