//! Where a form comes from: our own pages alone. What the browser says of it is enough; where it says nothing, a token must match,
//! that of the session, or of this browser before there is one.

use axum::extract::{Form, FromRequest, FromRequestParts, Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::layout::Ctx;
use crate::preferences;
use crate::site::Site;
use crate::ui::CSRF;
use crate::visit::Guest;

const COOKIE: &str = "phucdap_guest";

/// The token of a browser that has no session yet: in a cookie, and in every form it is shown.
#[derive(Clone, Debug)]
pub struct GuestToken(pub String);

/// What the browser says of where a request comes from.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Told {
    Ours,
    Foreign,
    Nothing,
}

/// The browser itself said that this form is from one of our pages.
#[derive(Copy, Clone, Debug)]
struct Proven;

/// Turns away what comes from elsewhere, and gives a guest's browser its token.
pub async fn check(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    if !request.method().is_safe() {
        match told(request.headers()) {
            Told::Ours => _ = request.extensions_mut().insert(Proven),
            Told::Foreign => {
                let (lang, theme) = preferences::of(request.headers());
                return crate::pages::expired(&Ctx::visitor(lang, theme, "/"));
            }
            Told::Nothing => {}
        }
    }
    let known = preferences::cookie(request.headers(), COOKIE).filter(|token| is_token(token));
    let is_known = known.is_some();
    let token = known.map_or_else(app::accounts::form_token, str::to_owned);
    request.extensions_mut().insert(GuestToken(token.clone()));
    let mut answer = next.run(request).await;
    let kind = answer.headers().get(CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page && !is_known {
        let secure = if site.options.secure_cookies {
            "; Secure"
        } else {
            ""
        };
        let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax{secure}");
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            answer.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    answer
}

/// `Sec-Fetch-Site` where the browser sends it, which it does by https and on this machine; else `Origin` against the name by which we
/// were asked.
fn told(headers: &HeaderMap) -> Told {
    let word = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match word("sec-fetch-site") {
        Some("same-origin" | "none") => return Told::Ours,
        Some(_) => return Told::Foreign,
        None => {}
    }
    let Some(origin) = word(ORIGIN.as_str()) else {
        return Told::Nothing;
    };
    let Some((_, origin)) = origin.split_once("://") else {
        return Told::Foreign;
    };
    let asked = [HOST.as_str(), "x-forwarded-host"].into_iter().filter_map(word);
    let ours = asked.map(plain_host).any(|host| host == plain_host(origin));
    if ours { Told::Ours } else { Told::Foreign }
}

/// A name without the port that goes without saying.
fn plain_host(host: &str) -> String {
    let host = host.trim().to_lowercase();
    let short = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443"));
    short.map_or_else(|| host.clone(), str::to_owned)
}

fn is_token(token: &str) -> bool {
    token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The token of this request's browser.
pub fn guest_token(parts: &Parts) -> String {
    let token = parts.extensions.get::<GuestToken>();
    token.map(|token| token.0.clone()).unwrap_or_default()
}

/// Where a request of somebody who is not signed in comes from, as far as that is known before its form is read.
pub struct Proof {
    proven: bool,
    token: String,
}

pub fn proof(parts: &Parts) -> Proof {
    Proof {
        proven: parts.extensions.get::<Proven>().is_some(),
        token: guest_token(parts),
    }
}

impl Proof {
    /// Whether the form is ours: the browser said so, or it shows the token of this browser.
    pub fn holds(&self, shown: Option<&str>) -> bool {
        self.proven || (!self.token.is_empty() && shown == Some(self.token.as_str()))
    }
}

/// A form that somebody sent before signing in, from one of our pages.
pub struct Knocked {
    pub guest: Guest,
    pub pairs: Vec<(String, String)>,
}

impl FromRequest<Site> for Knocked {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(guest) = Guest::from_request_parts(&mut parts, site).await;
        let proof = proof(&parts);
        let sent = Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), site).await;
        let Form(mut pairs) = sent.map_err(IntoResponse::into_response)?;
        let shown = pairs.iter().find(|(name, _)| name == CSRF);
        if !proof.holds(shown.map(|(_, value)| value.as_str())) {
            return Err(crate::pages::expired(&guest.ctx));
        }
        pairs.retain(|(name, _)| name != CSRF);
        Ok(Knocked { guest, pairs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&'static str, &'static str)]) -> Told {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        told(&headers)
    }

    #[test]
    fn a_browser_that_says_where_a_form_comes_from_is_believed() {
        assert_eq!(of(&[("sec-fetch-site", "same-origin")]), Told::Ours);
        for elsewhere in ["cross-site", "same-site"] {
            assert_eq!(of(&[("sec-fetch-site", elsewhere)]), Told::Foreign);
        }
        assert_eq!(of(&[]), Told::Nothing);
    }

    #[test]
    fn an_origin_is_ours_by_the_name_we_were_asked_by() {
        let asked = |origin, host| of(&[("origin", origin), ("host", host)]);
        assert_eq!(asked("http://may-chu:8080", "may-chu:8080"), Told::Ours);
        assert_eq!(
            asked("https://Khieunai.example.vn", "khieunai.example.vn:443"),
            Told::Ours
        );
        assert_eq!(
            asked("https://elsewhere.example", "khieunai.example.vn"),
            Told::Foreign
        );
        assert_eq!(asked("http://may-chu:9090", "may-chu:8080"), Told::Foreign);
        assert_eq!(asked("null", "may-chu:8080"), Told::Foreign);
        let proxied = [
            ("origin", "https://khieunai.example.vn"),
            ("host", "127.0.0.1:8080"),
            ("x-forwarded-host", "khieunai.example.vn"),
        ];
        assert_eq!(of(&proxied), Told::Ours);
    }
}
