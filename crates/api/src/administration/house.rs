//! The organisation itself: its names, its units, its settings.

use std::collections::BTreeMap;

use app::people::{NewUnit, OrganisationDetails};
use app::reminders::Pace;
use axum::routing::{get, post, put};
use procedure::UnitId;
use procedure::case::refusal::Problem;
use procedure::settings::Periods;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};
use uuid::Uuid;

use super::{Entered, open};
use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::reading::{Answer, At, Sent, done, json as answer, ok, versioned};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(
            "put",
            "/organisation",
            "change_organisation",
            put(change_organisation),
        )
        .takes::<Details>()
        .gives_nothing()
        .versioned(),
        Endpoint::new("post", "/units", "add_unit", post(add_unit))
            .takes::<UnitDetails>()
            .gives::<Entered>(201),
        Endpoint::new("put", "/units/{id}", "change_unit", put(change_unit))
            .takes::<UnitDetails>()
            .gives_nothing(),
        Endpoint::new("get", "/settings", "get_settings", get(settings))
            .gives::<SettingsBody>(200)
            .versioned(),
        Endpoint::new("put", "/settings", "change_settings", put(change_settings))
            .takes::<NewSettings>()
            .gives_nothing()
            .versioned(),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "OrganisationDetails")]
#[serde(deny_unknown_fields)]
struct Details {
    name: String,
    #[serde(default)]
    parent_name: String,
    place: String,
    symbol: String,
}

async fn change_organisation(caller: Caller, Sent(sent): Sent<Details>) -> Answer {
    let details = OrganisationDetails {
        name: sent.name,
        parent_name: sent.parent_name,
        place: sent.place,
        symbol: sent.symbol,
    };
    let app = caller.app();
    app.change_organisation(caller.now, caller.actor(), caller.seen().map(i64::from), details)
        .await?;
    done()
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct UnitDetails {
    code: String,
    #[serde(default)]
    name: String,
    /// As long as nothing else is said.
    #[serde(default = "yes")]
    active: bool,
}

const fn yes() -> bool {
    true
}

async fn put_unit(caller: &Caller, id: Option<UnitId>, sent: UnitDetails) -> Result<UnitId, Fault> {
    let unit = NewUnit {
        code: sent.code,
        name: sent.name,
        active: sent.active,
    };
    Ok(caller
        .app()
        .put_unit(caller.now, caller.actor(), id, unit)
        .await?)
}

async fn add_unit(caller: Caller, Sent(sent): Sent<UnitDetails>) -> Answer {
    let id = put_unit(&caller, None, sent).await?;
    Ok(answer(axum::http::StatusCode::CREATED, &Entered { id: id.0 }))
}

async fn change_unit(caller: Caller, At(id): At<Uuid>, Sent(sent): Sent<UnitDetails>) -> Answer {
    let office = caller.app().office().await?;
    if !office.units.contains_key(&UnitId(id)) {
        return Err(Fault::App(app::Error::NotFound));
    }
    put_unit(&caller, Some(UnitId(id)), sent).await?;
    done()
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Settings")]
struct SettingsBody {
    certification_unit_name: String,
    letter_symbol: String,
    largest_file_mib: u16,
    session_hours: u16,
    /// A duty reminds when so much of its term has passed, in percent.
    reminder_percents: Vec<u8>,
    /// And so many days before its day.
    reminder_days: Vec<u8>,
    /// Working days, unless the name says otherwise.
    periods: BTreeMap<&'static str, u16>,
}

async fn settings(caller: Caller) -> Answer {
    open(&caller)?;
    let office = caller.app().office().await?;
    let kept = &office.settings;
    let value = |name: &'static str| Some((name, kept.periods.get(name)?));
    let body = SettingsBody {
        certification_unit_name: kept.certification_unit_name.clone(),
        letter_symbol: kept.letter_symbol.clone(),
        largest_file_mib: kept.largest_file_mib,
        session_hours: kept.session_hours,
        reminder_percents: kept.reminders.percents.clone(),
        reminder_days: kept.reminders.days.clone(),
        periods: Periods::NAMES.iter().copied().filter_map(value).collect(),
    };
    versioned(ok(&body), office.organisation.version)
}

/// What is left out stays as it is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewSettings {
    certification_unit_name: Option<String>,
    letter_symbol: Option<String>,
    #[schemars(range(max = 65535))]
    largest_file_mib: Option<u16>,
    #[schemars(range(max = 65535))]
    session_hours: Option<u16>,
    #[schemars(inner(range(min = 1, max = 99)))]
    reminder_percents: Option<Vec<u8>>,
    #[schemars(inner(range(min = 1, max = 60)))]
    reminder_days: Option<Vec<u8>>,
    #[serde(default)]
    #[schemars(schema_with = "periods")]
    periods: BTreeMap<String, u16>,
}

/// Each period by its name.
fn periods(_: &mut SchemaGenerator) -> Schema {
    let names = Periods::NAMES.iter();
    let period = json!({ "type": "integer", "minimum": 0, "maximum": 65535 });
    let properties: Map<_, _> = names.map(|name| ((*name).to_owned(), period.clone())).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

async fn change_settings(caller: Caller, Sent(sent): Sent<NewSettings>) -> Answer {
    let app = caller.app();
    let mut settings = app.office().await?.settings.clone();
    for (name, days) in &sent.periods {
        if !settings.periods.set(name, *days) {
            return Err(Fault::field(&format!("/periods/{name}"), Problem::NotOffered));
        }
    }
    if let Some(name) = sent.certification_unit_name {
        settings.certification_unit_name = name;
    }
    if let Some(symbol) = sent.letter_symbol {
        settings.letter_symbol = symbol;
    }
    if let Some(size) = sent.largest_file_mib {
        settings.largest_file_mib = size;
    }
    if let Some(hours) = sent.session_hours {
        settings.session_hours = hours;
    }
    if let Some(percents) = sent.reminder_percents {
        settings.reminders.percents = figures("/reminder_percents", percents, Pace::MOST_PERCENT)?;
    }
    if let Some(days) = sent.reminder_days {
        settings.reminders.days = figures("/reminder_days", days, Pace::MOST_DAYS)?;
    }
    app.change_settings(caller.now, caller.actor(), caller.seen().map(i64::from), settings)
        .await?;
    done()
}

/// Figures from one to `most`.
fn figures(pointer: &str, figures: Vec<u8>, most: u8) -> Result<Vec<u8>, Fault> {
    match figures.iter().position(|figure| !(1..=most).contains(figure)) {
        Some(place) => Err(Fault::field(&format!("{pointer}/{place}"), Problem::Unreadable)),
        None => Ok(figures),
    }
}
