//! Administration: accounts, offices, the house and its calendar, and what was changed; for a token with that scope whose person is an
//! administrator.

mod accounts;
mod calendar;
mod house;
mod ledger;
mod offices;
mod portal;
mod templates;

pub use templates::purposes;

use app::tokens::Scope;
use procedure::vocabulary::Role;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;

pub fn endpoints() -> Vec<Endpoint> {
    [
        accounts::endpoints(),
        offices::endpoints(),
        house::endpoints(),
        portal::endpoints(),
        templates::endpoints(),
        calendar::endpoints(),
        ledger::endpoints(),
    ]
    .into_iter()
    .flatten()
    .map(|endpoint| endpoint.scope(Scope::Administer).group("administration"))
    .collect()
}

/// Something that was entered.
#[derive(Serialize, JsonSchema)]
struct Entered {
    id: Uuid,
}

/// What stands on pages of administration is read by administrators alone.
fn open(caller: &Caller) -> Result<(), Fault> {
    if caller.bearer.roles.contains(&Role::Administrator) {
        Ok(())
    } else {
        Err(Fault::App(app::Error::Denied))
    }
}
