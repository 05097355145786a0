//! Outgoing mail: what waits, what came to nothing and why, what somebody decides about it, and the addresses that are mailed nothing.

use app::outbox::{Decision, Post, State};
use axum::extract::{FromRequest, Request};
use axum::routing::{get, post};
use procedure::case::fields::{Field, Input};
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::fields::{field, typed};
use crate::paging::{MOST, Page, address, lines, linked, page};
use crate::possible::{Possible, operation};
use crate::reading::{Answer, Asked, At, Fields, ok};
use crate::wire::{Instant, Key, Named};

pub fn endpoints() -> Vec<Endpoint> {
    let decisions = Decision::ALL.iter().map(|decision| {
        let path = format!("/outbox/{{id}}/decisions/{}", decision.key());
        operation(path, format!("outbox_{}", decision.key()), fields(*decision))
    });
    vec![
        Endpoint::new("get", "/outbox", "list_outbox", get(list))
            .query::<Wish>()
            .gives::<OutboxBody>(200)
            .link("get_outbox_mail", "id", "$response.body#/items/0/id"),
        Endpoint::new("get", "/outbox/{id}", "get_outbox_mail", get(one)).gives::<PostBody>(200),
        Endpoint::new(
            "post",
            "/outbox/{id}/decisions/{decision}",
            "decide_mail",
            post(decide),
        )
        .operations(decisions.collect())
        .gives::<PostBody>(200),
        Endpoint::new("get", "/suppressions", "list_suppressions", get(suppressions))
            .group("outbox")
            .query::<Most>()
            .gives::<Page<SuppressionBody>>(200),
    ]
}

const REASON: Input = Input::Words { lines: 1 };

/// What failed for a while is sent again without a reason; whatever else is decided has one.
const fn fields(decision: Decision) -> &'static [Field] {
    match decision {
        Decision::Again => const { &[field("reason", REASON, false)] },
        Decision::WasSent | Decision::GiveUp => const { &[field("reason", REASON, true)] },
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    state: Option<Key<State>>,
    /// The id of the last mail of the page before.
    after: Option<Uuid>,
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Most {
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
}

fn most(limit: Option<u16>) -> Result<i64, Fault> {
    if limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        return Err(Fault::Parameter("limit".to_owned(), Problem::Unreadable));
    }
    Ok(i64::from(limit.unwrap_or_else(|| lines(None))))
}

/// The mails in a state, the latest first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Outbox")]
struct OutboxBody {
    state: &'static str,
    items: Vec<PostBody>,
    /// The address of the next page; absent on the last one.
    next: Option<String>,
    /// How many mails are in each state.
    counts: BTreeMap<&'static str, i64>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OutboxMail")]
struct PostBody {
    id: Uuid,
    href: String,
    purpose: &'static str,
    state: &'static str,
    /// The number of its case, whose page tells whom it is for.
    case: Option<String>,
    /// Absent where it belongs to a case that the caller does not see whole.
    address: Option<String>,
    domain: Option<String>,
    enqueued_at: Instant,
    /// When it is tried next, while it waits.
    run_at: Instant,
    sent_at: Option<Instant>,
    attempts: i64,
    /// What the mail server said, or why nothing was sent.
    answer: Option<String>,
    bounced_at: Option<Instant>,
    bounce: Option<String>,
    decided_by: Option<Named>,
    decided_at: Option<Instant>,
    reason: Option<String>,
    /// What can be decided about it now.
    offers: Vec<Possible>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Suppression")]
struct SuppressionBody {
    /// The address as it is compared. Sending a mail to it again lifts the suppression.
    address: String,
    why: String,
    at: Instant,
}

fn href(id: Uuid) -> String {
    format!("{}/outbox/{id}", crate::BASE)
}

fn told(caller: &Caller, office: &app::Office, post: &Post) -> PostBody {
    let t = i18n::texts(caller.lang);
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    PostBody {
        id: post.id,
        href: href(post.id),
        purpose: post.purpose.key(),
        state: post.state.key(),
        case: post.number.clone(),
        address: known(&post.address),
        domain: known(&post.domain),
        enqueued_at: post.enqueued_at.into(),
        run_at: post.run_at.into(),
        sent_at: post.sent_at.map(Instant::from),
        attempts: post.attempts,
        answer: known(t.get(&post.answer).unwrap_or(&post.answer)),
        bounced_at: post.bounced_at.map(Instant::from),
        bounce: known(&post.bounce),
        decided_by: post.decided.map(|(by, _)| Named::person(office, by)),
        decided_at: post.decided.map(|(_, at)| at.into()),
        reason: known(&post.reason),
        offers: post
            .decisions()
            .iter()
            .map(|decision| possible(t, post.id, *decision))
            .collect(),
    }
}

fn possible(t: &i18n::Texts, id: Uuid, decision: Decision) -> Possible {
    let title = match decision {
        Decision::Again => t.outbox_again(),
        Decision::WasSent => t.outbox_was_sent(),
        Decision::GiveUp => t.outbox_give_up(),
    };
    let href = format!("{}/decisions/{}", href(id), decision.key());
    Possible::new(title, decision.key(), href, fields(decision))
}

async fn list(caller: Caller, Asked(wish): Asked<Wish>) -> Answer {
    let limit = most(wish.limit)?;
    let app = caller.app();
    let state = wish.state.map_or(State::Queued, |state| state.0);
    let posts = app
        .outbox(caller.now, caller.person(), state, wish.after, limit)
        .await?;
    let is_full = i64::try_from(posts.len()).is_ok_and(|count| count == limit);
    let next = posts.last().filter(|_| is_full).map(|last| {
        let pairs = [
            ("state", state.key().to_owned()),
            ("limit", limit.to_string()),
            ("after", last.id.to_string()),
        ];
        address("/outbox", &pairs)
    });
    let counts = app.outbox_counts().await?;
    let office = app.office().await?;
    let body = OutboxBody {
        state: state.key(),
        items: posts.iter().map(|post| told(&caller, &office, post)).collect(),
        next,
        counts: counts
            .into_iter()
            .map(|(state, count)| (state.key(), count))
            .collect(),
    };
    linked(ok(&body)?, body.next.as_deref())
}

async fn one(caller: Caller, At(id): At<Uuid>) -> Answer {
    let app = caller.app();
    let post = app.outbox_mail(caller.now, caller.person(), id).await?;
    let office = app.office().await?;
    ok(&told(&caller, &office, &post))
}

async fn decide(caller: Caller, At((id, key)): At<(Uuid, String)>, request: Request) -> Answer {
    let decision = Decision::from_key(&key).ok_or(Fault::App(app::Error::NotFound))?;
    let Fields(sent) = Fields::from_request(request, &caller.api).await?;
    let typed = typed(fields(decision), &sent)?;
    let reason = typed.one("reason").unwrap_or_default();
    caller
        .app()
        .decide_mail(caller.now, caller.person(), id, decision, reason)
        .await?;
    one(caller, At(id)).await
}

async fn suppressions(caller: Caller, Asked(wish): Asked<Most>) -> Answer {
    let limit = most(wish.limit)?;
    let app = caller.app();
    let found = app
        .suppressed_addresses(caller.now, caller.person(), limit)
        .await?;
    let items = found.into_iter().map(|one| SuppressionBody {
        address: one.address_key,
        why: one.why,
        at: one.at.0.into(),
    });
    page("/suppressions", items.collect(), None)
}
