//! The interface for other systems, `/api/v1`: everything a page can do, through the same door, in JSON; the description of it, made
//! from the same table as its routes; and the carrier of webhooks.

mod administration;
mod caller;
mod cases;
mod corrective;
mod document;
mod endpoint;
mod fault;
mod fields;
mod files;
mod gate;
mod imports;
mod inbox;
mod letters;
mod limit;
mod me;
mod once;
mod outbox;
mod paging;
mod papers;
mod people;
mod possible;
mod reading;
mod reminders;
mod site;
mod subscriptions;
pub mod webhooks;
mod wire;
mod work;
mod years;

pub use document::document;
pub use site::{Clock, Options, router};

use endpoint::Endpoint;

/// Where all of it lies.
pub const BASE: &str = "/api/v1";

/// Every endpoint, in the order of the description.
fn endpoints() -> Vec<Endpoint> {
    [
        me::endpoints(),
        work::endpoints(),
        reminders::endpoints(),
        cases::endpoints(),
        files::endpoints(),
        inbox::endpoints(),
        outbox::endpoints(),
        letters::endpoints(),
        imports::endpoints(),
        corrective::endpoints(),
        years::endpoints(),
        papers::endpoints(),
        people::endpoints(),
        administration::endpoints(),
        subscriptions::endpoints(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
