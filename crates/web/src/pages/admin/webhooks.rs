//! Webhooks: which systems are told what, whether they listen, and each message with what became of it.

use app::Error;
use app::webhooks::{Delivery, Event, Subscription};
use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use maud::{Markup, html};
use uuid::Uuid;

use super::{open, shown};
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{
    Card, Choice, Column, Filled, Form, Icon, Look, Table, Tone, actions, alert, badge, confirm, empty_state,
    post_button, submit,
};
use crate::visit::{At, Me, Page};
use crate::words::word;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/admin/webhooks", get(page).post(add))
        .route("/admin/webhooks/{id}", get(one))
        .route("/admin/webhooks/{id}/remove", post(remove))
        .route("/admin/webhooks/{id}/enable", post(enable))
        .route("/admin/webhooks/{id}/{delivery}/replay", post(replay))
}

const HERE: &str = "/admin/webhooks";
/// So many messages are shown, the latest first.
const SHOWN: i64 = 100;

async fn page(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    show(&me, StatusCode::OK, &Filled::default(), None).await
}

async fn show(me: &Me, status: StatusCode, filled: &Filled, secret: Option<&str>) -> Page {
    let webhooks = me.app().webhooks(me.now, me.person()).await;
    let webhooks = webhooks.map_err(|error| me.fail(error))?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let t = me.t();
    let columns = [
        Column::new(t.api_webhooks_url()),
        Column::new(t.api_webhooks_events()),
        Column::new(t.api_webhooks_state()),
    ];
    let rows = webhooks.iter().map(|webhook| {
        vec![
            html! { a href=(format!("{HERE}/{}", webhook.id)) { (webhook.url) } },
            html! { (events(me, webhook)) },
            state(me, &office, webhook),
        ]
    });
    let nothing = empty_state(
        Icon::Send,
        t.api_webhooks_none(),
        t.api_webhooks_none_text(),
        None,
    );
    let table = Table::new(t, t.api_webhooks_title(), &columns)
        .rows(rows)
        .empty(nothing);
    let body = html! {
        p { (t.api_webhooks_lead()) }
        @if let Some(secret) = secret {
            (alert(Tone::Good, t.api_webhooks_shown(), Some(html! { p class="digest" { (t.api_webhooks_secret()) ": " code { (secret) } } })))
        }
        (Card::new(t.api_webhooks_title()).icon(Icon::Send).id("list").flush(html! { (table) }))
        (Card::new(t.api_webhooks_new()).icon(Icon::Add).id("add").body(form(me, filled)))
    };
    Ok((status, shown(me, t.api_webhooks_title(), HERE, &body)).into_response())
}

fn events(me: &Me, webhook: &Subscription) -> String {
    let events = webhook.events.iter();
    let words: Vec<String> = events.map(|event| event_word(me, event.key())).collect();
    words.join("; ")
}

fn event_word(me: &Me, key: &str) -> String {
    word(me.t(), "api-event", &key.replace('.', "-"))
}

fn state(me: &Me, office: &app::Office, webhook: &Subscription) -> Markup {
    let t = me.t();
    let instant = |at| t.instant(at, &office.zone);
    if let Some(at) = webhook.disabled_at {
        badge(
            Tone::Bad,
            Some(Icon::Remove),
            &t.api_webhooks_disabled(instant(at)),
        )
    } else if let Some(at) = webhook.failing_since {
        badge(
            Tone::Warn,
            Some(Icon::Warning),
            &t.api_webhooks_failing(instant(at)),
        )
    } else {
        badge(Tone::Good, Some(Icon::Check), t.api_webhooks_good())
    }
}

fn form(me: &Me, filled: &Filled) -> Markup {
    let t = me.t();
    let labels: Vec<(&str, String)> = Event::ALL
        .iter()
        .map(|event| (event.key(), event_word(me, event.key())))
        .collect();
    let choices: Vec<Choice> = labels
        .iter()
        .map(|(key, label)| Choice::new(key, label))
        .collect();
    Form::post(&me.ctx, "webhook", HERE).filled(filled).show(|f| {
        html! {
            (f.text("url", t.api_webhooks_url()).hint(t.api_webhooks_url_hint()).autocomplete("off"))
            (f.checks("events", t.api_webhooks_events(), &choices))
            (actions(submit(Look::Primary, Some(Icon::Add), t.api_webhooks_add())))
        }
    })
}

async fn add(posted: Posted) -> Page {
    let me = &posted.me;
    open(me).map_err(|page| *page)?;
    let url = posted.typed.one("url").unwrap_or_default();
    let events: Vec<Event> = posted
        .typed
        .all("events")
        .iter()
        .filter_map(|key| Event::from_key(key))
        .collect();
    let plain = me.site.options.interface.private_webhooks;
    let added = me
        .app()
        .add_webhook(me.now, me.person(), url, &events, plain)
        .await;
    match added {
        Ok((_, secret)) => show(me, StatusCode::OK, &Filled::default(), Some(&secret)).await,
        Err(Error::Invalid(problems)) => {
            let filled = posted.filled_with(&problems);
            show(me, StatusCode::UNPROCESSABLE_ENTITY, &filled, None).await
        }
        Err(error) => Err(me.fail(error)),
    }
}

async fn one(me: Me, At(id): At<Uuid>) -> Page {
    open(&me).map_err(|page| *page)?;
    let fail = |error| me.fail(error);
    let webhook = me.app().webhook(me.now, me.person(), id).await.map_err(fail)?;
    let log = me.app().deliveries(me.now, me.person(), id, None, SHOWN).await;
    let log = log.map_err(fail)?;
    let office = me.app().office().await.map_err(fail)?;
    let t = me.t();
    let address = format!("{HERE}/{id}");
    let body = html! {
        @if webhook.failing_since.is_some() {
            @let says = webhook.disabled_at.or(webhook.failing_since).map(|at| t.instant(at, &office.zone)).unwrap_or_default();
            @let title = if webhook.disabled_at.is_some() { t.api_webhooks_disabled(says) } else { t.api_webhooks_failing(says) };
            (alert(Tone::Bad, &title, None))
        }
        (Card::new(&webhook.url).icon(Icon::Send).id("webhook").body(html! {
            p { (events(&me, &webhook)) }
            div class="actions" {
                @if webhook.disabled_at.is_some() {
                    (post_button(&me.ctx, Look::Primary, Some(Icon::Reopen), t.api_webhooks_enable(), &format!("{address}/enable"), ""))
                }
                (confirm(Icon::Remove, t.api_webhooks_remove(), post_button(&me.ctx, Look::Danger, Some(Icon::Remove), t.api_webhooks_remove(), &format!("{address}/remove"), "")))
            }
        }))
        (Card::new(t.api_webhooks_log()).icon(Icon::History).id("log").flush(messages(&me, &office, id, &log)))
    };
    Ok(shown(&me, t.api_webhooks_title(), HERE, &body).into_response())
}

fn messages(me: &Me, office: &app::Office, id: Uuid, log: &[Delivery]) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.api_webhooks_at()),
        Column::new(t.api_webhooks_event()),
        Column::new(t.api_webhooks_attempts()).number(),
        Column::new(t.api_webhooks_answer()),
        Column::new(t.api_webhooks_state()),
        Column::new(""),
    ];
    let rows = log.iter().map(|message| {
        let replay = format!("{HERE}/{id}/{}/replay", message.id);
        let answer = message.status.map(|status| status.to_string());
        vec![
            html! { (t.instant(message.created_at.0, &office.zone)) },
            html! { (event_word(me, &message.event)) br; code { (message.payload) } },
            html! { (message.attempts) },
            html! { (answer.or_else(|| message.failure.as_deref().map(|key| t.label(key).to_owned())).unwrap_or_default()) },
            outcome(me, office, message),
            post_button(
                &me.ctx,
                Look::Secondary,
                Some(Icon::Reopen),
                t.api_webhooks_replay(),
                &replay,
                "",
            ),
        ]
    });
    let nothing = empty_state(
        Icon::History,
        t.api_webhooks_log_none(),
        t.api_webhooks_log_none_text(),
        None,
    );
    let table = Table::new(t, t.api_webhooks_log(), &columns)
        .rows(rows)
        .empty(nothing);
    html! { (table) }
}

fn outcome(me: &Me, office: &app::Office, message: &Delivery) -> Markup {
    let t = me.t();
    match (message.delivered_at, message.due_at) {
        (Some(_), _) => badge(Tone::Good, Some(Icon::Check), t.api_webhooks_delivered()),
        (None, Some(at)) => {
            let at = t.instant(at.0, &office.zone);
            badge(Tone::Info, Some(Icon::Clock), &t.api_webhooks_waiting(at))
        }
        (None, None) => badge(Tone::Bad, Some(Icon::Remove), t.api_webhooks_given_up()),
    }
}

async fn remove(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    let removed = me.app().remove_webhook(me.now, me.person(), id).await;
    removed.map_err(|error| me.fail(error))?;
    Ok(me.go(HERE, "notice-webhook-removed"))
}

async fn enable(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    let enabled = me.app().enable_webhook(me.now, me.person(), id).await;
    enabled.map_err(|error| me.fail(error))?;
    Ok(me.go(&format!("{HERE}/{id}"), "notice-webhook-enabled"))
}

async fn replay(At((id, delivery)): At<(Uuid, Uuid)>, posted: Posted) -> Page {
    let me = &posted.me;
    let replayed = me.app().replay(me.now, me.person(), id, delivery).await;
    replayed.map_err(|error| me.fail(error))?;
    Ok(me.go(&format!("{HERE}/{id}"), "notice-webhook-replayed"))
}
