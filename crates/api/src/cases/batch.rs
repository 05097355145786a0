//! Many cases at once: each is entered or refused by itself, under a key of its own, so that a batch that broke off is sent again whole.

use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::receipt::{Done, Receipt, enter};
use crate::caller::Caller;
use crate::fault::{self, Fault};
use crate::reading::{Answer, Sent, ok};

/// Cases that come in together.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// At most a hundred.
    #[schemars(length(min = 1, max = 100))]
    items: Vec<Item>,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "BatchItem")]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The idempotency key of this case: the same key enters it once, whatever batch it comes in.
    #[schemars(regex(pattern = "^[A-Za-z0-9_-]{1,200}$"))]
    key: String,
    case: Receipt,
}

/// What came of each, in the order in which they were sent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchOutcomes")]
pub struct Outcomes {
    items: Vec<Outcome>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchOutcome")]
pub struct Outcome {
    key: String,
    /// As HTTP would say it of this case alone.
    status: u16,
    case: Option<Done>,
    problem: Option<fault::Problem>,
}

const MOST: usize = 100;

pub async fn receive(caller: Caller, Sent(batch): Sent<Batch>) -> Answer {
    if batch.items.is_empty() || batch.items.len() > MOST {
        return Err(Fault::field(
            "/items",
            if batch.items.is_empty() {
                Problem::Missing
            } else {
                Problem::TooLong
            },
        ));
    }
    let is_key = |key: &str| !key.is_empty() && key.len() <= 200 && crate::caller::is_plain(key);
    if let Some(place) = batch.items.iter().position(|item| !is_key(&item.key)) {
        return Err(Fault::field(&format!("/items/{place}/key"), Problem::Unreadable));
    }
    let mut items = Vec::with_capacity(batch.items.len());
    for item in batch.items {
        items.push(one(&caller, item).await);
    }
    ok(&Outcomes { items })
}

async fn one(caller: &Caller, item: Item) -> Outcome {
    match enter(caller, &format!("api:{}", item.key), &item.case).await {
        Ok(done) => Outcome {
            key: item.key,
            status: 201,
            case: Some(Done::of(&done)),
            problem: None,
        },
        Err(fault) => {
            let problem = fault.said(caller.lang);
            Outcome {
                key: item.key,
                status: problem.status(),
                case: None,
                problem: Some(problem),
            }
        }
    }
}
