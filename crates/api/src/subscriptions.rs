//! Webhooks as their administrator keeps them: who is told what, what became of each message, and telling it again.

use app::webhooks::{Delivery, Event, Subscription};
use axum::routing::{delete, get, post};
use i18n::Texts;
use jiff::Timestamp;
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use app::tokens::Scope;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{MOST, Page, lines, page};
use crate::reading::{Answer, Asked, At, Sent, created, done, ok};
use crate::wire::{Instant, Key};

pub fn endpoints() -> Vec<Endpoint> {
    let all = vec![
        Endpoint::new("get", "/webhooks", "list_webhooks", get(list)).gives::<Page<WebhookBody>>(200),
        Endpoint::new("post", "/webhooks", "add_webhook", post(add))
            .takes::<NewWebhook>()
            .gives::<Added>(201)
            .tells_once("secret")
            .link("get_webhook", "id", "$response.body#/id")
            .link("remove_webhook", "id", "$response.body#/id")
            .link("list_deliveries", "id", "$response.body#/id"),
        Endpoint::new("get", "/webhooks/{id}", "get_webhook", get(one)).gives::<WebhookBody>(200),
        Endpoint::new("delete", "/webhooks/{id}", "remove_webhook", delete(remove)).gives_nothing(),
        Endpoint::new("post", "/webhooks/{id}/enabling", "enable_webhook", post(enable))
            .gives::<WebhookBody>(200),
        Endpoint::new(
            "get",
            "/webhooks/{id}/deliveries",
            "list_deliveries",
            get(deliveries),
        )
        .query::<Wish>()
        .gives::<Page<DeliveryBody>>(200),
        Endpoint::new(
            "post",
            "/webhooks/{id}/deliveries/{delivery}/replay",
            "replay_delivery",
            post(replay),
        )
        .gives_nothing(),
    ];
    all.into_iter()
        .map(|endpoint| endpoint.scope(Scope::Administer))
        .collect()
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Webhook")]
struct WebhookBody {
    id: Uuid,
    href: String,
    url: String,
    events: Vec<String>,
    created_at: Instant,
    /// Since when nothing could be delivered.
    failing_since: Option<Instant>,
    /// Switched off after three days of failure.
    disabled_at: Option<Instant>,
}

fn href(id: Uuid) -> String {
    format!("{}/webhooks/{id}", crate::BASE)
}

fn told(webhook: &Subscription) -> WebhookBody {
    WebhookBody {
        id: webhook.id,
        href: href(webhook.id),
        url: webhook.url.clone(),
        events: webhook
            .events
            .iter()
            .map(|event| event.key().to_owned())
            .collect(),
        created_at: webhook.created_at.into(),
        failing_since: webhook.failing_since.map(Instant::from),
        disabled_at: webhook.disabled_at.map(Instant::from),
    }
}

async fn list(caller: Caller) -> Answer {
    let webhooks = caller.app().webhooks(caller.now, caller.person()).await?;
    page("/webhooks", webhooks.iter().map(told).collect(), None)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewWebhook {
    /// Where messages are posted: an address of https.
    #[schemars(length(min = 1, max = 500))]
    url: String,
    #[schemars(length(min = 1))]
    events: Vec<Key<Event>>,
}

/// A webhook with the secret that its messages are signed with.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WebhookAdded")]
struct Added {
    id: Uuid,
    href: String,
    url: String,
    events: Vec<String>,
    /// Shown this once: null where the request is answered again under its key.
    secret: Option<String>,
}

async fn add(caller: Caller, Sent(new): Sent<NewWebhook>) -> Answer {
    if new.url.is_empty() || new.url.chars().count() > 500 {
        return Err(Fault::field("/url", Problem::TooLong));
    }
    if new.events.is_empty() {
        return Err(Fault::field("/events", Problem::Missing));
    }
    let events: Vec<Event> = new.events.iter().map(|event| event.0).collect();
    let plain = caller.api.options.private_webhooks;
    let (webhook, secret) = caller
        .app()
        .add_webhook(caller.now, caller.person(), &new.url, &events, plain)
        .await?;
    let body = told(&webhook);
    created(
        &body.href,
        &Added {
            id: body.id,
            href: body.href.clone(),
            url: body.url,
            events: body.events,
            secret: Some(secret),
        },
    )
}

async fn one(caller: Caller, At(id): At<Uuid>) -> Answer {
    let webhook = caller.app().webhook(caller.now, caller.person(), id).await?;
    ok(&told(&webhook))
}

async fn remove(caller: Caller, At(id): At<Uuid>) -> Answer {
    caller
        .app()
        .remove_webhook(caller.now, caller.person(), id)
        .await?;
    done()
}

async fn enable(caller: Caller, At(id): At<Uuid>) -> Answer {
    let app = caller.app();
    app.enable_webhook(caller.now, caller.person(), id).await?;
    let webhook = app.webhook(caller.now, caller.person(), id).await?;
    ok(&told(&webhook))
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
    /// Where the page before ended, as its `next` says.
    #[schemars(regex(pattern = "^[0-9]{1,16}_[0-9a-f]{32}$"))]
    after: Option<String>,
}

/// A message and what became of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WebhookDelivery")]
struct DeliveryBody {
    /// The identity that every attempt carries as `webhook-id`.
    id: Uuid,
    event: String,
    payload: String,
    created_at: Instant,
    attempts: i64,
    /// What the other side answered last, as HTTP says it.
    status: Option<i64>,
    /// Why there was no answer.
    failure: Option<String>,
    delivered_at: Option<Instant>,
    /// When it is tried next; absent once it was delivered or given up.
    due_at: Option<Instant>,
}

async fn deliveries(caller: Caller, At(id): At<Uuid>, Asked(wish): Asked<Wish>) -> Answer {
    let wrong = |name: &str| Err(Fault::Parameter(name.to_owned(), Problem::Unreadable));
    if wish.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        return wrong("limit");
    }
    let before = wish.after.as_deref().map(place);
    if before == Some(None) {
        return wrong("after");
    }
    let limit = lines(wish.limit);
    let rows = caller
        .app()
        .deliveries(
            caller.now,
            caller.person(),
            id,
            before.flatten(),
            i64::from(limit),
        )
        .await?;
    let last = rows.last().filter(|_| rows.len() == usize::from(limit));
    let next = last.map(|row| {
        let micros = row.created_at.0.as_microsecond();
        vec![
            ("limit", limit.to_string()),
            ("after", format!("{micros}_{}", row.id.simple())),
        ]
    });
    let path = format!("/webhooks/{id}/deliveries");
    let t = i18n::texts(caller.lang);
    page(
        &path,
        rows.into_iter().map(|row| delivery(t, row)).collect(),
        next,
    )
}

fn place(text: &str) -> Option<(Timestamp, Uuid)> {
    let (micros, id) = text.split_once('_')?;
    let at = Timestamp::from_microsecond(micros.parse().ok()?).ok()?;
    Some((at, Uuid::parse_str(id).ok()?))
}

fn delivery(t: &Texts, row: Delivery) -> DeliveryBody {
    DeliveryBody {
        id: row.id,
        event: row.event,
        payload: row.payload,
        created_at: row.created_at.0.into(),
        attempts: row.attempts,
        status: row.status,
        failure: row.failure.map(|key| t.label(&key).to_owned()),
        delivered_at: row.delivered_at.map(|at| at.0.into()),
        due_at: row.due_at.map(|at| at.0.into()),
    }
}

async fn replay(caller: Caller, At((id, delivery)): At<(Uuid, Uuid)>) -> Answer {
    caller
        .app()
        .replay(caller.now, caller.person(), id, delivery)
        .await?;
    done()
}
