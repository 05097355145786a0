//! The public pages: the procedure, the form for complaints and appeals, its receipt, and the page on which a complainant follows a case.
//! Nobody signs in here.

mod acts;
mod case;
pub(in crate::pages) mod code;
mod form;
mod home;
mod new;
mod receipt;
mod sent;
mod words;
mod work;

use axum::Router;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;

use crate::layout::Public;
use crate::preferences;
use crate::site::Site;
use crate::ui::{Tone, alert};
use crate::visit::{Guest, redirect};

/// Names what a browser is writing.
const DRAFT: &str = "phucdap_draft";
/// Names the case that a browser follows.
const VISIT: &str = "phucdap_case";
const DAY: u32 = 24 * 60 * 60;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/portal", get(home::page))
        .route("/portal/procedure", get(home::procedure))
        .route("/portal/new", get(new::page).post(new::send))
        .route("/portal/new/draft", post(new::save))
        .route("/portal/new/clear", post(new::clear))
        .route("/portal/receipt", get(receipt::page))
        .route("/portal/receipt.pdf", get(receipt::paper))
        .route("/portal/receipt/done", post(receipt::done))
        .route("/portal/case", get(case::page).post(case::enter))
        .route("/portal/case/leave", post(case::leave))
        .route("/portal/case/message", get(to_case).post(acts::message))
        .route("/portal/case/response", get(to_case).post(acts::respond))
        .route("/portal/case/withdraw", get(to_case).post(acts::withdraw))
        .route("/portal/case/letters/{file}", get(case::letter))
        .route(
            "/cases/{number}/portal-code",
            get(code::page).post(code::hand_out),
        )
}

/// A form that came back stands under the address it was sent to; asked for again, that address is the page of the case.
async fn to_case() -> Response {
    redirect(Public::Case.href(), None)
}

/// The token in a cookie of ours, where it looks like one.
fn token(parts: &Parts, name: &str) -> Option<String> {
    let token = preferences::cookie(&parts.headers, name)?;
    let fine = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    fine.then(|| token.to_owned())
}

fn new_token() -> String {
    app::submission::hex(&app::submission::random::<32>())
}

/// Keeps a token in the browser for so many seconds; none takes it away.
fn keep(site: &Site, name: &str, token: &str, seconds: u32, answer: &mut Response) {
    let secure = if site.options.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!("{name}={token}; Path=/portal; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        answer.headers_mut().append(SET_COOKIE, cookie);
    }
}

fn shown(guest: &Guest, status: StatusCode, title: &str, place: Public, body: Markup) -> Response {
    let page = crate::layout::public_page(&guest.ctx, title, Some(place), None, body);
    (status, page).into_response()
}

/// Too much came from here, or from everywhere: what to do instead.
fn too_many(guest: &Guest, contact: &str) -> Markup {
    let t = guest.ctx.t();
    alert(Tone::Warn, t.portal_too_many(), Some(other_ways(guest, contact)))
}

/// The ways to complain without these pages.
fn other_ways(guest: &Guest, contact: &str) -> Markup {
    let t = guest.ctx.t();
    maud::html! {
        p { (t.portal_other_ways_text(&guest.ctx.organisation)) }
        @if !contact.trim().is_empty() { p class="said" { (contact) } }
    }
}
