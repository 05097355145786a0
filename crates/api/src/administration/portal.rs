//! What the public pages say of the organisation, and whether their form is open.

use app::portal::Portal;
use axum::routing::{get, put};
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open;
use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::reading::{Answer, Sent, done, ok, versioned};
use crate::wire::Day;

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/settings/portal", "get_portal_settings", get(one))
            .gives::<PortalBody>(200)
            .versioned(),
        Endpoint::new("put", "/settings/portal", "change_portal_settings", put(change))
            .takes::<NewPortal>()
            .gives_nothing()
            .versioned(),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PortalSettings")]
struct PortalBody {
    /// The form takes reports; following a case is always possible.
    open: bool,
    contact: String,
    procedure_version: String,
    procedure_on: Option<Day>,
    /// Leading zero bits that a browser finds before it sends; 0 asks for no work.
    work_bits: u8,
}

/// What is left out stays as it is.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "NewPortalSettings")]
#[serde(deny_unknown_fields)]
struct NewPortal {
    open: Option<bool>,
    /// Other ways to complain, in several lines.
    contact: Option<String>,
    procedure_version: Option<String>,
    procedure_on: Option<Day>,
    #[schemars(range(max = 22))]
    work_bits: Option<u8>,
}

async fn one(caller: Caller) -> Answer {
    open(&caller)?;
    let office = caller.app().office().await?;
    let portal = &office.settings.portal;
    let body = PortalBody {
        open: portal.open,
        contact: portal.contact.clone(),
        procedure_version: portal.procedure_version.clone(),
        procedure_on: portal.procedure_on.map(Day::from),
        work_bits: portal.work_bits,
    };
    versioned(ok(&body), office.organisation.version)
}

async fn change(caller: Caller, Sent(sent): Sent<NewPortal>) -> Answer {
    open(&caller)?;
    if sent.work_bits.is_some_and(|bits| bits > Portal::MOST_WORK) {
        return Err(Fault::field("/work_bits", Problem::TooLong));
    }
    let app = caller.app();
    let mut settings = app.office().await?.settings.clone();
    let portal = &mut settings.portal;
    if let Some(is_open) = sent.open {
        portal.open = is_open;
    }
    if let Some(contact) = &sent.contact {
        let clean = app::compose::clean_words(contact);
        portal.contact = clean.map_err(|problem| Fault::invalid("contact", problem))?;
    }
    if let Some(version) = sent.procedure_version {
        app::compose::check_words(&version, app::compose::LONGEST_TEXT)
            .map_err(|problem| Fault::invalid("procedure_version", problem))?;
        version.trim().clone_into(&mut portal.procedure_version);
    }
    if let Some(on) = sent.procedure_on {
        portal.procedure_on = Some(on.0);
    }
    if let Some(bits) = sent.work_bits {
        portal.work_bits = bits;
    }
    app.change_settings(caller.now, caller.actor(), caller.seen().map(i64::from), settings)
        .await?;
    done()
}
