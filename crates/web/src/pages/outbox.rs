//! Outgoing mail: what waits, what came to nothing and why, and what somebody decides about it.

use app::outbox::{Decision, Post, State};
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use crate::layout::{Nav, page as frame};
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{
    Card, Column, Filled, Form, Icon, Look, PageHead, Pager, Tab, Table, Tone, actions, alert, badge,
    confirm_in, empty_state, pager, submit_as, tabs,
};
use crate::visit::{At, Me, Page};
use crate::words::word;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/outbox", get(page))
        .route("/outbox/{id}", post(decide))
}

/// So many mails stand on a page.
const LISTED: i64 = 50;
/// So many addresses that are mailed nothing are listed.
const SUPPRESSED: i64 = 200;

/// In the order in which they ask for attention.
const ORDER: [State; 7] = [
    State::Unsure,
    State::Failed,
    State::Suppressed,
    State::Queued,
    State::Sending,
    State::Sent,
    State::GivenUp,
];

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    state: String,
    before: Option<Uuid>,
    /// The mail that the list is to begin with.
    mail: Option<Uuid>,
}

/// Ids are in the order of time: a list before this begins with the mail itself.
fn with(mail: Uuid) -> Option<Uuid> {
    mail.as_u128().checked_add(1).map(Uuid::from_u128)
}

async fn page(me: Me, Query(asked): Query<Asked>) -> Page {
    let (state, before) = match asked.mail {
        Some(mail) => {
            let found = me.app().outbox_mail(me.now, me.person(), mail).await;
            (Some(found.map_err(|error| me.fail(error))?.state), with(mail))
        }
        None => (State::from_key(&asked.state), asked.before),
    };
    Ok(shown(&me, state, before, None).await?.into_response())
}

/// A form that came back.
struct Back {
    id: Uuid,
    filled: Filled,
}

async fn shown(
    me: &Me,
    wanted: Option<State>,
    before: Option<Uuid>,
    back: Option<&Back>,
) -> Result<Markup, Response> {
    let t = me.t();
    let fail = |error| me.fail(error);
    let counts = me.app().outbox_counts().await.map_err(fail)?;
    let count = |state: State| {
        counts
            .iter()
            .find(|(known, _)| *known == state)
            .map_or(0, |(_, count)| *count)
    };
    let waits = || ORDER.into_iter().find(|state| count(*state) > 0);
    let state = wanted.or_else(waits).unwrap_or(State::Queued);
    let posts = me
        .app()
        .outbox(me.now, me.person(), state, before, LISTED)
        .await
        .map_err(fail)?;
    let suppressed = me
        .app()
        .suppressed_addresses(me.now, me.person(), SUPPRESSED)
        .await
        .map_err(fail)?;
    let office = me.app().office().await.map_err(fail)?;
    let places = ORDER.map(|state| {
        (
            format!("/outbox?state={}", state.key()),
            word(t, "outbox-state", state.key()),
        )
    });
    let views: Vec<Tab> = ORDER
        .iter()
        .zip(&places)
        .map(|(one, (href, label))| Tab {
            label,
            href,
            active: *one == state,
            count: u64::try_from(count(*one)).ok(),
        })
        .collect();
    let columns = [
        Column::new(t.outbox_mail()),
        Column::new(t.outbox_to()),
        Column::new(t.outbox_enqueued()),
        Column::new(t.outbox_what()).wide(),
        Column::new(t.outbox_decide()),
    ];
    let rows = posts.iter().map(|post| {
        vec![
            html! {
                (word(t, "outbox-purpose", post.purpose.key()))
                @if let Some(number) = &post.number { br; a href=(format!("/cases/{number}")) { (number) } }
            },
            html! {
                @if !post.address.is_empty() { (post.address) }
                @else if !post.domain.is_empty() { span class="muted" { (t.outbox_address_kept(&post.domain)) } }
            },
            html! { (t.instant(post.enqueued_at, &office.zone)) },
            happened(me, post, &office.zone, &office),
            decisions(me, post, back),
        ]
    });
    let is_full = i64::try_from(posts.len()).is_ok_and(|count| count == LISTED);
    let address = format!("/outbox?state={}", state.key());
    let turn = Pager {
        first: before.map(|_| address.clone()),
        next: posts
            .last()
            .filter(|_| is_full)
            .map(|last| format!("{address}&before={}", last.id)),
        ..Pager::default()
    };
    let table = Table::new(t, t.outbox_title(), &columns)
        .rows(rows)
        .empty(empty_state(
            Icon::Letter,
            t.outbox_empty(),
            t.outbox_empty_text(),
            None,
        ));
    let body = html! {
        (PageHead::new(t, t.outbox_title()).lead(t.outbox_lead()))
        @if !me.site.options.sends_mail {
            (alert(Tone::Warn, t.outbox_not_configured(), Some(html! { p { (t.outbox_not_configured_text()) } })))
        }
        (tabs(t, t.outbox_title(), &views))
        @if state == State::Unsure && !posts.is_empty() { (alert(Tone::Warn, t.outbox_unsure_text(), None)) }
        (Card::new(&word(t, "outbox-state", state.key())).icon(Icon::Letter).id("mails").flush(html! { (table) (pager(t, &turn)) }))
        (Card::new(t.outbox_suppressed_list()).icon(Icon::Lock).id("suppressed").body(html! {
            @if suppressed.is_empty() { p class="muted" { (t.outbox_suppressed_none()) } }
            @else {
                ul { @for one in &suppressed {
                    li { (one.address_key) " – " (word(t, "outbox-why", &one.why)) " (" (t.instant(one.at.0, &office.zone)) ")" }
                } }
            }
        }))
    };
    Ok(frame(&me.ctx, t.outbox_title(), Some(Nav::Letters), body))
}

/// What became of a mail, in sentences.
fn happened(me: &Me, post: &Post, zone: &TimeZone, office: &app::Office) -> Markup {
    let t = me.t();
    let answer = t.get(&post.answer).unwrap_or(&post.answer);
    html! {
        (state_badge(me, post))
        @if let Some(at) = post.sent_at { " " (t.outbox_sent_at(t.instant(at, zone))) }
        @if post.state == State::Queued && post.attempts > 0 { " " (t.outbox_next_try(t.instant(post.run_at, zone))) }
        @if !answer.is_empty() {
            br; span class="muted" { @if answer == post.answer { (t.outbox_said(answer)) } @else { (answer) } }
        }
        @if let Some(at) = post.bounced_at { br; (t.outbox_returned(t.instant(at, zone), &post.bounce)) }
        @if let Some((by, at)) = post.decided { br; (t.outbox_decided(office.name(by), t.instant(at, zone))) @if !post.reason.is_empty() { ": " (post.reason) } }
    }
}

fn state_badge(me: &Me, post: &Post) -> Markup {
    let t = me.t();
    let (tone, sign) = match post.state {
        _ if post.bounced_at.is_some() => (Tone::Bad, Icon::Return),
        State::Queued | State::Sending => (Tone::Info, Icon::Clock),
        State::Sent => (Tone::Good, Icon::Check),
        State::Failed | State::Suppressed => (Tone::Bad, Icon::Warning),
        State::Unsure => (Tone::Warn, Icon::Warning),
        State::GivenUp => (Tone::Neutral, Icon::Remove),
    };
    badge(tone, Some(sign), &word(t, "outbox-state", post.state.key()))
}

fn decisions(me: &Me, post: &Post, back: Option<&Back>) -> Markup {
    let t = me.t();
    let known = post.decisions();
    if known.is_empty() {
        return html! {};
    }
    let (form, address) = (format!("decide-{}", post.id), format!("/outbox/{}", post.id));
    let came_back = back.filter(|back| back.id == post.id);
    let untouched = Filled::default();
    let filled = came_back.map_or(&untouched, |back| &back.filled);
    let question = Form::post(&me.ctx, &form, &address).filled(filled).show(|f| {
        let reason = f.text("reason", t.outbox_reason());
        html! {
            @if known.contains(&Decision::WasSent) { (reason.hint(t.outbox_was_sent_hint())) } @else { (reason) }
            (actions(html! { @for one in known { (button(me, *one)) } }))
        }
    });
    confirm_in(Icon::Edit, t.outbox_decide(), question, came_back.is_some())
}

fn button(me: &Me, decision: Decision) -> Markup {
    let t = me.t();
    let (look, sign, label) = match decision {
        Decision::Again => (Look::Secondary, Icon::Reopen, t.outbox_again()),
        Decision::WasSent => (Look::Secondary, Icon::Check, t.outbox_was_sent()),
        Decision::GiveUp => (Look::Danger, Icon::Remove, t.outbox_give_up()),
    };
    submit_as(look, Some(sign), label, "decision", decision.key())
}

async fn decide(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    let decision = posted.typed.one("decision").and_then(Decision::from_key);
    let decision = decision.ok_or_else(|| me.fail(app::Error::NotFound))?;
    let reason = posted.typed.one("reason").unwrap_or_default();
    match me
        .app()
        .decide_mail(me.now, me.person(), id, decision, reason)
        .await
    {
        Ok(()) => Ok(me.go("/outbox", "notice-saved")),
        Err(app::Error::Invalid(problems)) => {
            let back = Back {
                id,
                filled: posted.filled_with(&problems),
            };
            let state = me.app().mail_state(id).await.map_err(|error| me.fail(error))?;
            let page = shown(me, state, with(id), Some(&back)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(me.fail(error)),
    }
}

/// What was mailed in a case, and what became of it.
pub(crate) fn of_case(me: &Me, view: &app::view::CaseView) -> Markup {
    let t = me.t();
    if view.mails.is_empty() {
        return html! {};
    }
    Card::new(t.outbox_of_case())
        .icon(Icon::Letter)
        .id("mails")
        .body(html! {
            @if !me.site.options.sends_mail && view.mails.iter().any(|post| post.state == State::Queued) {
                (alert(Tone::Warn, t.outbox_not_configured(), None))
            }
            ul class="letters" {
                @for post in &view.mails {
                    li {
                        strong { (word(t, "outbox-purpose", post.purpose.key())) } " → " (post.address) " "
                        (happened(me, post, &view.office.zone, &view.office))
                    }
                }
            }
        })
}
