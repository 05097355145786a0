//! The pages, one module for each place of the product, and what is answered when something fails.

use app::Error;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::layout::{Ctx, plain_page};
use crate::site::Site;
use crate::ui::{Icon, Look, Tone, alert, empty_state, link_button};
use crate::visit::{Guest, Me};

pub mod access;
pub mod admin;
pub mod case;
pub mod corrective;
pub mod imports;
pub mod inbox;
pub mod intake;
pub mod interface;
pub mod letters;
pub mod live;
pub mod outbox;
pub mod papers;
pub mod portal;
pub mod procedure;
pub mod register;
pub mod reminders;
pub mod tokens;
pub mod work;
pub mod year;

/// Every page and act.
pub fn routes() -> Router<Site> {
    Router::new()
        .merge(access::routes())
        .merge(admin::routes())
        .merge(case::routes())
        .merge(corrective::routes())
        .merge(inbox::routes())
        .merge(imports::routes())
        .merge(intake::routes())
        .merge(interface::routes())
        .merge(procedure::routes())
        .merge(letters::routes())
        .merge(live::routes())
        .merge(outbox::routes())
        .merge(papers::routes())
        .merge(portal::routes())
        .merge(register::routes())
        .merge(tokens::routes())
        .merge(reminders::routes())
        .merge(work::routes())
        .merge(year::routes())
}

/// A page that shows why something could not be done, with a way on.
pub fn failure(ctx: &Ctx, error: &Error) -> Response {
    let t = ctx.t();
    let (status, title, text) = match error {
        Error::NotFound => (
            StatusCode::NOT_FOUND,
            t.failure_not_found(),
            t.failure_not_found_text().to_owned(),
        ),
        Error::Denied => (
            StatusCode::FORBIDDEN,
            t.failure_denied(),
            t.failure_denied_text().to_owned(),
        ),
        Error::Refused(refusal) => (
            StatusCode::CONFLICT,
            t.failure_refused(),
            crate::words::refusal(t, *refusal),
        ),
        Error::Overtaken(_) => (
            StatusCode::CONFLICT,
            t.failure_overtaken(),
            t.failure_overtaken_text().to_owned(),
        ),
        Error::KeyReused => (
            StatusCode::CONFLICT,
            t.failure_key_reused(),
            t.failure_key_reused_text().to_owned(),
        ),
        Error::Invalid(problems) => {
            let said: Vec<String> = problems
                .iter()
                .map(|problem| crate::words::problem(t, problem.problem))
                .collect();
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                t.failure_invalid(),
                said.join(" "),
            )
        }
        Error::Storage(error) => {
            tracing::error!(error = %error, "a request failed in storage");
            (
                StatusCode::INTERNAL_SERVER_ERROR,
                t.failure_storage(),
                t.failure_storage_text().to_owned(),
            )
        }
    };
    let body = maud::html! {
        h1 { (title) }
        (alert(Tone::Bad, &text, None))
        p { (link_button(Look::Primary, Some(Icon::Tasks), t.failure_home(), "/")) }
    };
    (status, plain_page(ctx, title, body)).into_response()
}

/// A form that did not come from our page, or from one whose session ended.
pub fn expired(ctx: &Ctx) -> Response {
    let t = ctx.t();
    let body = maud::html! {
        h1 { (t.failure_expired()) }
        (alert(Tone::Warn, t.failure_expired_text(), None))
        p { (link_button(Look::Primary, Some(Icon::Tasks), t.failure_home(), "/")) }
    };
    (StatusCode::FORBIDDEN, plain_page(ctx, t.failure_expired(), body)).into_response()
}

pub async fn not_found(guest: Guest, _me: Option<Me>) -> Response {
    let t = guest.ctx.t();
    let way = link_button(Look::Primary, Some(Icon::Tasks), t.failure_home(), "/");
    let body = maud::html! {
        h1 class="visually-hidden" { (t.failure_not_found()) }
        (empty_state(Icon::Search, t.failure_not_found(), t.failure_not_found_text(), Some(way)))
    };
    (
        StatusCode::NOT_FOUND,
        plain_page(&guest.ctx, t.failure_not_found(), body),
    )
        .into_response()
}
