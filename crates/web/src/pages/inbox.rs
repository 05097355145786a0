//! Hộp thư đến: the mails that arrived, and what is done with each.

mod deeds;
mod list;
mod show;
mod words;

use app::Error;
use app::inbox::Part;
use axum::Router;
use axum::body::Body;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use uuid::Uuid;

use super::register::file_answer;
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{Filled, Tone};
use crate::visit::{At, Me, Page, redirect};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/inbox", get(page))
        .route("/inbox/{id}", get(mail))
        .route("/inbox/{id}/raw", get(raw))
        .route("/inbox/{id}/files/{path}", get(file))
        .route("/inbox/{id}/inside/{path}", get(inside))
        .route("/inbox/{id}/join", post(join))
        .route("/inbox/{id}/aside", post(aside))
        .route("/inbox/{id}/back", post(back))
        .route("/inbox/{id}/reached", post(reached))
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    part: String,
    #[serde(default)]
    before: String,
}

/// So many mails stand on a page.
const LINES: usize = 50;

async fn page(me: Me, Query(wanted): Query<Wanted>) -> Page {
    let part = Part::from_key(&wanted.part).unwrap_or(Part::Waiting);
    let before = Uuid::parse_str(&wanted.before).ok();
    let inbox = me.app().inbox(me.now, me.person(), part, before, LINES).await;
    let inbox = inbox.map_err(|error| me.fail(error))?;
    Ok(list::page(&me, part, before.is_none(), &inbox).into_response())
}

async fn mail(me: Me, At(id): At<Uuid>) -> Page {
    show_again(&me, id, StatusCode::OK, Form::default()).await
}

/// What was typed into a form of this page, and into which.
#[derive(Default)]
struct Form {
    of: &'static str,
    filled: Filled,
}

async fn show_again(me: &Me, id: Uuid, status: StatusCode, form: Form) -> Page {
    let opened = me.app().mail(me.now, me.person(), id, "").await;
    let opened = opened.map_err(|error| me.fail(error))?;
    Ok((status, show::page(me, &opened, &form)).into_response())
}

/// A mail inside the mail.
async fn inside(me: Me, At((id, path)): At<(Uuid, String)>) -> Page {
    let opened = me.app().mail(me.now, me.person(), id, &path).await;
    let opened = opened.map_err(|error| me.fail(error))?;
    Ok(show::inside(&me, &opened).into_response())
}

async fn raw(me: Me, At(id): At<Uuid>) -> Page {
    let fail = |error| me.fail(error);
    let row = me
        .app()
        .readable_mail(me.now, me.person(), id)
        .await
        .map_err(fail)?;
    let bytes = me.app().open_mail(&row).await.map_err(fail)?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(bytes));
    Ok(file_answer(&format!("{id}.eml"), "message/rfc822", body))
}

async fn file(me: Me, At((id, path)): At<(Uuid, String)>) -> Page {
    let found = me.app().mail_file(me.now, me.person(), id, &path).await;
    let found = found.map_err(|error| me.fail(error))?;
    let place = path.rsplit('.').next().and_then(|place| place.parse().ok());
    let name = app::inbox::file_name(&found, place.unwrap_or(0_usize) + 1);
    // By its bytes: what the mail claims of a file is not what a browser should believe.
    let head = &found.bytes[..found.bytes.len().min(512)];
    let kind = app::files::media_type(head, &name).unwrap_or_default();
    Ok(file_answer(&name, kind, found.bytes.into()))
}

async fn join(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    let number = posted.typed.one("number").unwrap_or_default();
    let joined = me
        .app()
        .join_mail(me.now, me.person(), id, number, &posted.key)
        .await;
    match joined {
        Ok(false) => Ok(me.go(&format!("/inbox/{id}"), "notice-mail-joined")),
        Ok(true) => {
            let earlier = Some((Tone::Warn, "notice-mail-joined-earlier"));
            Ok(redirect(&format!("/inbox/{id}"), earlier))
        }
        Err(error) => returned(&posted, id, "join", error).await,
    }
}

async fn aside(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    match me
        .app()
        .set_mail_aside(me.now, me.person(), id, &posted.typed)
        .await
    {
        Ok(()) => Ok(me.go("/inbox", "notice-mail-set-aside")),
        Err(error) => returned(&posted, id, "aside", error).await,
    }
}

async fn back(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    match me.app().take_mail_back(me.now, me.person(), id).await {
        Ok(()) => Ok(me.go(&format!("/inbox/{id}"), "notice-mail-taken-back")),
        Err(error) => Err(me.fail(error)),
    }
}

async fn reached(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    match me
        .app()
        .reached_otherwise(me.now, me.person(), id, &posted.typed)
        .await
    {
        Ok(()) => Ok(me.go(&format!("/inbox/{id}"), "notice-mail-reached")),
        Err(error) => returned(&posted, id, "reached", error).await,
    }
}

/// The page again with everything typed and what must change.
async fn returned(posted: &Posted, id: Uuid, of: &'static str, error: Error) -> Result<Response, Response> {
    let me = &posted.me;
    let (status, filled) = match error {
        Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, posted.filled_with(&problems)),
        Error::Refused(refusal) => {
            let mut filled = posted.filled();
            filled.error("", crate::words::refusal(me.t(), refusal));
            (StatusCode::CONFLICT, filled)
        }
        other => return Err(me.fail(other)),
    };
    show_again(me, id, status, Form { of, filled }).await
}
