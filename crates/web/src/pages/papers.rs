//! Papers for print: registers to bind, and the list of those that take a while.

use app::papers::{Content, Paper, State};
use axum::Router;
use axum::body::Body;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use documents::register::Kind;
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use super::register::download;
use crate::layout::{Ctx, page as frame, plain_page};
use crate::papers::single::{self, Sheet};
use crate::papers::{Asked, Failure, Format, Progress, aside, discard};
use crate::site::Site;
use crate::ui::{Card, Column, Icon, Look, PageHead, Table, Tone, alert, badge, empty_state, link_button};
use crate::visit::{At, Me, Page, redirect};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/papers", get(page))
        .route("/intake/form.pdf", get(blank))
        .route("/papers/{id}/file", get(file))
        .route("/registers/{file}", get(register))
}

#[derive(Deserialize)]
struct Year {
    year: i16,
}

/// `/registers/outgoing.pdf?year=2026`.
async fn register(me: Me, At(file): At<String>, Query(asked): Query<Year>) -> Page {
    let nothing = || me.fail(app::Error::NotFound);
    let (kind, ending) = file.split_once('.').ok_or_else(nothing)?;
    let kind = Kind::from_key(kind).ok_or_else(nothing)?;
    let format = Format::from_ending(ending).ok_or_else(nothing)?;
    if !(1900..=2200).contains(&asked.year) {
        return Err(nothing());
    }
    let is_long = kind == Kind::Cases && me.app().is_long_year(asked.year).await.map_err(|e| me.fail(e))?;
    let asked = Asked::Register {
        kind: kind.key().to_owned(),
        year: asked.year,
        format,
    };
    give(&me, &asked, is_long).await
}

/// A short paper at once; a long one by way of the list.
pub(super) async fn give(me: &Me, asked: &Asked, is_long: bool) -> Page {
    if is_long {
        let wanted = serde_json::to_string(asked).expect("what can be asked for is plain data");
        let lang = me.ctx.lang.code();
        let known = me.app().ask_for_paper(me.now, me.person(), &wanted, lang).await;
        known.map_err(|error| me.fail(error))?;
        return Ok(redirect("/papers", Some((Tone::Good, "notice-paper-asked"))));
    }
    let made = asked
        .make(me.app(), me.now, me.person(), me.ctx.lang, Progress::silent())
        .await
        .map_err(|failure| failed(me, &asked.title(me.t()), &asked.page(), failure))?;
    let bytes = match made.bytes {
        Content::Memory(bytes) => bytes,
        Content::File(path) => {
            let read = tokio::fs::read(&path).await;
            discard(&path).await;
            read.map_err(|error| {
                failed(
                    me,
                    &asked.title(me.t()),
                    &asked.page(),
                    Failure::File(error.to_string()),
                )
            })?
        }
    };
    Ok(download(&made.file_name, made.media_type, bytes))
}

/// Sets a paper and hands it over.
pub(super) async fn set(me: &Me, sheet: Sheet) -> Page {
    let (name, title, kind) = (sheet.name.clone(), sheet.title.clone(), sheet.format.media_type());
    let made = aside(move || sheet.set()).await;
    let bytes = made.and_then(|made| made.map_err(Failure::Paper));
    let bytes = bytes.map_err(|failure| failed(me, &title, "/", failure))?;
    Ok(download(&name, kind, bytes))
}

/// The complaint form for the counter, to be filled in by hand.
async fn blank(me: Me) -> Page {
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let today = office.desk(me.now).today;
    set(&me, single::blank(me.t(), &office, today)).await
}

/// Why a paper was not made, on a page.
fn failed(me: &Me, title: &str, back: &str, failure: Failure) -> Response {
    let words = failure.say(me.t());
    match failure {
        Failure::App(error) => me.fail(error),
        Failure::Paper(_) | Failure::File(_) | Failure::Betrayed(..) => {
            tracing::error!(error = %failure, "a paper could not be made");
            let body = html! {
                h1 { (title) }
                (alert(Tone::Bad, me.t().my_papers_failed(), Some(html! { p { (words) } })))
                p { (link_button(Look::Primary, Some(Icon::Return), me.t().back(), back)) }
            };
            (StatusCode::UNPROCESSABLE_ENTITY, plain_page(&me.ctx, title, body)).into_response()
        }
    }
}

async fn page(me: Me) -> Page {
    let t = me.t();
    let papers = me
        .app()
        .papers_of(me.person())
        .await
        .map_err(|error| me.fail(error))?;
    let is_busy = papers
        .iter()
        .any(|paper| matches!(paper.state, State::Waiting | State::Making { .. }));
    let columns = [
        Column::new(t.my_papers_name()).wide(),
        Column::new(t.my_papers_asked()),
        Column::new(t.my_papers_state()),
    ];
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let rows = papers.iter().map(|paper| row(&me.ctx, &office, paper));
    let table = Table::new(t, t.my_papers_title(), &columns)
        .rows(rows)
        .empty(empty_state(
            Icon::Archive,
            t.my_papers_none(),
            t.my_papers_none_text(),
            None,
        ));
    let body = html! {
        (PageHead::new(t, t.my_papers_title()).lead(t.my_papers_lead()).actions(html! {
            @if is_busy { (link_button(Look::Secondary, Some(Icon::Reopen), t.my_papers_refresh(), "/papers")) }
        }))
        // While something is being made the list fetches itself anew; without scripts the button above does.
        div id="papers" hx-get=[is_busy.then_some("/papers")] hx-trigger=[is_busy.then_some("every 2s")] hx-select="#papers" hx-swap="outerHTML" aria-live="polite" {
            (Card::new(t.my_papers_title()).icon(Icon::Archive).flush(html! { (table) }))
        }
    };
    Ok(frame(&me.ctx, t.my_papers_title(), None, body).into_response())
}

fn row(ctx: &Ctx, office: &app::Office, paper: &Paper) -> Vec<Markup> {
    let t = ctx.t();
    let title = match serde_json::from_str::<Asked>(&paper.asked) {
        Ok(asked) => asked.title(t),
        Err(_) => paper.asked.clone(),
    };
    let state = match &paper.state {
        State::Waiting => badge(Tone::Neutral, Some(Icon::Clock), t.my_papers_waiting()),
        State::Making { done: 0, of: 0 } => badge(Tone::Info, Some(Icon::Clock), t.my_papers_making()),
        State::Making { done, of: 0 } => badge(
            Tone::Info,
            Some(Icon::Clock),
            &t.my_papers_making_some(t.number(*done)),
        ),
        State::Making { done, of } => badge(
            Tone::Info,
            Some(Icon::Clock),
            &t.my_papers_making_of(t.number(*done), t.number(*of)),
        ),
        State::Done(_) => {
            let address = format!("/papers/{}/file", paper.id);
            link_button(
                Look::Secondary,
                Some(Icon::Download),
                t.my_papers_download(),
                &address,
            )
        }
        State::Failed(why) => {
            let words = t.get(why).map_or_else(|| why.clone(), str::to_owned);
            html! { (badge(Tone::Bad, Some(Icon::Warning), t.my_papers_failed())) p class="muted" { (words) } }
        }
    };
    let at = t.instant(paper.asked_at, &office.zone);
    vec![html! { strong { (title) } }, html! { time { (at) } }, state]
}

/// The file, for whoever asked for it.
async fn file(me: Me, At(id): At<Uuid>) -> Page {
    let fail = |error| me.fail(error);
    let document = me.app().paper_file(me.person(), id).await.map_err(fail)?;
    let file = me.app().open_document(&document).await.map_err(fail)?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(file));
    Ok(super::register::attached(
        &document.file_name,
        &document.media_type,
        body,
    ))
}
