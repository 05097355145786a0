//! What administrators changed, and work of the product that came to nothing.

use axum::routing::{get, post};
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{MOST, Page, lines, page};
use crate::reading::{Answer, Asked, At, done};
use crate::wire::{Instant, Named};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/changes", "list_changes", get(changes))
            .query::<Wish>()
            .gives::<Page<ChangeBody>>(200),
        Endpoint::new("get", "/mail-sources", "list_mail_sources", get(sources))
            .gives::<Page<SourceBody>>(200),
        Endpoint::new("get", "/jobs", "list_dead_jobs", get(jobs)).gives::<Page<JobBody>>(200),
        Endpoint::new("post", "/jobs/{id}/retry", "retry_job", post(retry)).gives_nothing(),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
    /// Where the page before ended, as its `next` says.
    #[schemars(range(min = 0, max = 2147483647))]
    after: Option<u32>,
}

/// A change, the latest first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct ChangeBody {
    place: i64,
    at: Instant,
    by: Option<Named>,
    change: String,
    /// What was changed, as it is kept.
    #[schemars(with = "Map<String, Value>")]
    details: Value,
}

async fn changes(caller: Caller, Asked(wish): Asked<Wish>) -> Answer {
    if wish.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        return Err(Fault::Parameter("limit".to_owned(), Problem::Unreadable));
    }
    if wish.after.is_some_and(|after| after > 2_147_483_647) {
        return Err(Fault::Parameter("after".to_owned(), Problem::Unreadable));
    }
    let limit = lines(wish.limit);
    let app = caller.app();
    let office = app.office().await?;
    let found = app
        .administration(
            caller.now,
            caller.person(),
            wish.after.map(i64::from),
            i64::from(limit),
        )
        .await?;
    let last = found.last().filter(|_| found.len() == usize::from(limit));
    let next = last.map(|(place, _)| vec![("limit", limit.to_string()), ("after", place.to_string())]);
    let items: Vec<ChangeBody> = found
        .into_iter()
        .map(|(place, entry)| ChangeBody {
            place,
            at: entry.at.into(),
            by: entry.by.person().map(|person| Named::person(&office, person)),
            change: entry.change.key(),
            details: serde_json::to_value(&entry.change).expect("a change is plain data"),
        })
        .collect();
    page("/changes", items, next)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Job")]
struct JobBody {
    id: Uuid,
    kind: String,
    attempts: i64,
    error: Option<String>,
}

async fn jobs(caller: Caller) -> Answer {
    const MOST: i64 = 200;
    let dead = caller.app().dead_jobs(caller.now, caller.person(), MOST).await?;
    let items: Vec<JobBody> = dead
        .into_iter()
        .map(|job| JobBody {
            id: job.id,
            kind: job.kind,
            attempts: job.attempts,
            error: job.last_error,
        })
        .collect();
    page("/jobs", items, None)
}

async fn retry(caller: Caller, At(id): At<Uuid>) -> Answer {
    caller.app().revive_job(caller.now, caller.person(), id).await?;
    done()
}

/// A mailbox from which mail is fetched, and how that went.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailSource")]
struct SourceBody {
    source: String,
    tried_at: Option<Instant>,
    succeeded_at: Option<Instant>,
    /// Why the last try failed.
    failure: Option<String>,
}

async fn sources(caller: Caller) -> Answer {
    let found = caller.app().mail_sources(caller.now, caller.person()).await?;
    let items = found.into_iter().map(|one| SourceBody {
        source: one.source,
        tried_at: one.tried_at.map(|at| at.0.into()),
        succeeded_at: one.succeeded_at.map(|at| at.0.into()),
        failure: Some(one.failure).filter(|failure| !failure.is_empty()),
    });
    page("/mail-sources", items.collect(), None)
}
