//! Old registers into the book, step by step: the file, its columns and words, what stands against it, and then all of it or nothing.

mod draft;
mod found;
mod list;
mod read;
mod upload;

use app::Error;
use app::imports::{Import, State};
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use crate::layout::{Nav, page as frame};
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{Card, Filled, Icon, Look, PageHead, Tone, alert, link_button, post_button};
use crate::visit::{At, Me, Page, redirect};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/imports", get(list::page).post(list::bring))
        .route("/imports/{id}", get(page))
        .route("/imports/{id}/columns", post(columns))
        .route("/imports/{id}/problems.csv", get(found::csv))
        .route("/imports/{id}/{step}", post(step))
}

fn address(id: Uuid) -> String {
    format!("/imports/{id}")
}

fn shown(me: &Me, import: &Import, body: &Markup) -> Markup {
    let t = me.t();
    let title = if import.file_name.is_empty() {
        t.imports_by_command()
    } else {
        &import.file_name
    };
    let body = html! {
        (PageHead::new(t, title).lead(t.imports_lead()).crumbs(&[(t.nav_register(), "/register"), (t.imports_title(), "/imports")]))
        (body)
    };
    frame(&me.ctx, title, Some(Nav::Register), body)
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    from: usize,
}

async fn page(me: Me, At(id): At<Uuid>, Query(asked): Query<Asked>) -> Page {
    let fail = |error| me.fail(error);
    let import = me.app().one_import(me.now, me.person(), id).await.map_err(fail)?;
    let body = match import.state {
        State::Draft => return draft(&me, &import, None).await,
        State::Checking | State::Entering | State::Undoing => busy(&me, &import),
        State::Checked => found::checked(&me, &import, asked.from),
        State::Done => found::done(&me, &import),
        State::Undone | State::Failed | State::Dropped => found::ended(&me, &import).await?,
    };
    Ok(shown(&me, &import, &body).into_response())
}

/// The columns, to be named; with what was typed when it could not stand.
async fn draft(me: &Me, import: &Import, filled: Option<Filled>) -> Page {
    let seen = match me.app().preview_import(me.now, import).await {
        Err(Error::NotFound) => {
            let gone = draft::gone(me, import);
            return Ok((StatusCode::GONE, shown(me, import, &gone)).into_response());
        }
        seen => seen.map_err(|error| me.fail(error))?,
    };
    let status = if filled.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let body = match &seen {
        Ok(survey) => draft::form(me, import, survey, filled),
        Err(refused) => draft::refused(me, import, refused),
    };
    Ok((status, shown(me, import, &body)).into_response())
}

/// While something is being done the page fetches itself anew; without scripts the button does.
fn busy(me: &Me, import: &Import) -> Markup {
    let t = me.t();
    let at = address(import.id);
    let what = match import.state {
        State::Entering => t.imports_busy_entering(),
        State::Undoing => t.imports_busy_undoing(),
        _ => t.imports_busy_checking(),
    };
    html! {
        div id="import" hx-get=(at) hx-trigger="every 1s" hx-select="#import" hx-swap="outerHTML" aria-live="polite" {
            (Card::new(what).icon(Icon::Clock).body(html! {
                @if import.whole > 0 { p { (t.imports_progress_of(t.number(import.done), t.number(import.whole))) } }
                @else if import.done > 0 { p { (t.imports_progress(t.number(import.done))) } }
                p class="muted" { (t.imports_busy_text()) }
                p { (link_button(Look::Secondary, Some(Icon::Reopen), t.my_papers_refresh(), &at)) }
            }))
        }
    }
}

async fn columns(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    let fail = |error| me.fail(error);
    let import = me.app().one_import(me.now, me.person(), id).await.map_err(fail)?;
    if import.state != State::Draft {
        return Ok(redirect(&address(id), None));
    }
    let hints = read::file(&posted.typed);
    let reopened = posted.typed.one(read::WAS).unwrap_or_default() != read::was(&hints);
    if reopened {
        // The file is opened otherwise: what its columns seem to be is asked of it anew.
        let mapping = transcription::Mapping {
            file: hints,
            ..transcription::Mapping::default()
        };
        let kept = me
            .app()
            .map_import(me.now, me.person(), id, &mapping, false)
            .await;
        return on(me, id, kept, "notice-import-reopened");
    }
    let seen = match me.app().preview_import(me.now, &import).await {
        Ok(Ok(seen)) => seen,
        Ok(Err(_)) | Err(Error::NotFound) => return Ok(redirect(&address(id), None)),
        Err(error) => return Err(fail(error)),
    };
    let ready = posted.typed.one("do") == Some("check");
    match read::mapping(me.t(), &posted.typed, hints, &seen) {
        Ok(mapping) => {
            let kept = me
                .app()
                .map_import(me.now, me.person(), id, &mapping, ready)
                .await;
            let said = if ready {
                "notice-import-checking"
            } else {
                "notice-saved"
            };
            on(me, id, kept, said)
        }
        Err(errors) => {
            let mut filled = posted.filled();
            for (name, what) in errors {
                filled.error(&name, what);
            }
            draft(me, &import, Some(filled)).await
        }
    }
}

async fn step(At((id, step)): At<(Uuid, String)>, posted: Posted) -> Page {
    let me = &posted.me;
    let (app, now, by) = (me.app(), me.now, me.person());
    match step.as_str() {
        "enter" => on(
            me,
            id,
            app.enter_import(now, by, id).await,
            "notice-import-entering",
        ),
        "undo" => on(
            me,
            id,
            app.undo_import(now, by, id).await,
            "notice-import-undoing",
        ),
        "again" => on(me, id, app.remap_import(now, by, id).await, "notice-import-again"),
        "drop" => {
            let dropped = app.drop_import(now, by, id).await;
            let to = if dropped.is_ok() {
                "/imports".to_owned()
            } else {
                address(id)
            };
            answered(me, &to, dropped, "notice-import-dropped")
        }
        _ => Err(me.fail(Error::NotFound)),
    }
}

fn on(me: &Me, id: Uuid, outcome: Result<(), Error>, said: &'static str) -> Page {
    answered(me, &address(id), outcome, said)
}

/// Whoever comes second, or presses twice, sees how far it is.
fn answered(me: &Me, to: &str, outcome: Result<(), Error>, said: &'static str) -> Page {
    match outcome {
        Ok(()) => Ok(me.go(to, said)),
        Err(Error::Overtaken(_)) => Ok(redirect(to, None)),
        Err(Error::Invalid(_)) => Ok(redirect(to, Some((Tone::Warn, "notice-import-not-yet")))),
        Err(error) => Err(me.fail(error)),
    }
}

/// The button that gives it up.
fn drop_button(me: &Me, import: &Import) -> Markup {
    let to = format!("{}/drop", address(import.id));
    post_button(
        &me.ctx,
        Look::Quiet,
        Some(Icon::Remove),
        me.t().imports_drop(),
        &to,
        "",
    )
}

/// The beginning of a text, and a sign that there is more.
fn cut(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// A notice of what stands against it.
fn warning(title: &str, text: &str) -> Markup {
    alert(Tone::Warn, title, Some(html! { p { (text) } }))
}
