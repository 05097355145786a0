//! The organisation as everybody who works there knows it: its name, its people with their roles, its units, its calendar, its rules.

use axum::routing::get;
use procedure::vocabulary::Role;
use procedure::{PersonId, Rule};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::letters::check_year;
use crate::paging::{Page, page};
use crate::reading::{Answer, At, ok, versioned};
use crate::wire::Day;

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/organisation", "get_organisation", get(organisation))
            .gives::<OrganisationBody>(200)
            .group("organisation")
            .versioned(),
        Endpoint::new("get", "/people", "list_people", get(people))
            .gives::<Page<PersonBody>>(200)
            .group("organisation"),
        Endpoint::new("get", "/units", "list_units", get(units))
            .gives::<Page<UnitBody>>(200)
            .group("organisation"),
        Endpoint::new("get", "/calendar/{year}", "get_calendar", get(calendar))
            .gives::<CalendarBody>(200)
            .group("organisation"),
        Endpoint::new("get", "/rules", "list_rules", get(rules))
            .gives::<Page<RuleBody>>(200)
            .group("organisation"),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Organisation")]
struct OrganisationBody {
    name: String,
    parent_name: String,
    place: String,
    symbol: String,
    zone: String,
    version: i64,
}

async fn organisation(caller: Caller) -> Answer {
    let office = caller.app().office().await?;
    let own = &office.organisation;
    let body = OrganisationBody {
        name: own.name.clone(),
        parent_name: own.parent_name.clone(),
        place: own.place.clone(),
        symbol: own.symbol.clone(),
        zone: own.zone.clone(),
        version: own.version,
    };
    versioned(ok(&body), own.version)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Person")]
struct PersonBody {
    id: Uuid,
    name: String,
    position: String,
    unit: Option<Uuid>,
    active: bool,
    /// Roles held today, by their keys.
    roles: Vec<String>,
    /// For administrators alone.
    login: Option<String>,
    /// For administrators alone.
    email: Option<String>,
}

async fn people(caller: Caller) -> Answer {
    let office = caller.app().office().await?;
    let today = office.desk(caller.now).today;
    let administers = caller.bearer.roles.contains(&Role::Administrator);
    let mut rows: Vec<_> = office.people.values().collect();
    rows.sort_by(|one, other| one.sort_key.cmp(&other.sort_key));
    let items: Vec<PersonBody> = rows
        .into_iter()
        .map(|row| PersonBody {
            id: row.id,
            name: row.display_name.clone(),
            position: row.position.clone(),
            unit: row.unit_id,
            active: row.active,
            roles: office
                .staff
                .roles_of(PersonId(row.id), today)
                .iter()
                .map(|role| role.key().to_owned())
                .collect(),
            login: administers.then(|| row.login.clone()),
            email: row.email.clone().filter(|_| administers),
        })
        .collect();
    page("/people", items, None)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Unit")]
struct UnitBody {
    id: Uuid,
    code: String,
    name: String,
    active: bool,
}

async fn units(caller: Caller) -> Answer {
    let office = caller.app().office().await?;
    let items: Vec<UnitBody> = office
        .units
        .values()
        .map(|unit| UnitBody {
            id: unit.id,
            code: unit.code.clone(),
            name: unit.name.clone(),
            active: unit.active,
        })
        .collect();
    page("/units", items, None)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Calendar")]
struct CalendarBody {
    year: i16,
    /// The announcements of the year are known; otherwise limits that fall into it are provisional.
    known: bool,
    days: Vec<DayBody>,
}

/// A day that is not what its weekday says.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CalendarDay")]
struct DayBody {
    date: Day,
    kind: &'static str,
    worked: bool,
    name_vi: String,
    name_en: String,
    document: String,
}

async fn calendar(caller: Caller, At(year): At<i16>) -> Answer {
    check_year(year)?;
    let office = caller.app().office().await?;
    let days = office.calendar.days().iter();
    let days = days.filter(|day| day.date.year() == year);
    ok(&CalendarBody {
        year,
        known: office.calendar.knows(year),
        days: days
            .map(|day| DayBody {
                date: day.date.into(),
                kind: day.kind.code(),
                worked: day.kind.is_worked(),
                name_vi: day.name_vi.clone(),
                name_en: day.name_en.clone(),
                document: day.document.clone(),
            })
            .collect(),
    })
}

/// A rule of the procedure.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Rule")]
struct RuleBody {
    rule: &'static str,
    title: &'static str,
    sentence: &'static str,
    source: &'static str,
}

async fn rules(caller: Caller) -> Answer {
    let t = i18n::texts(caller.lang);
    let items: Vec<RuleBody> = Rule::ALL
        .iter()
        .map(|rule| RuleBody {
            rule: rule.name(),
            title: t.rule_title(*rule),
            sentence: t.rule_sentence(*rule),
            source: t.rule_source(*rule),
        })
        .collect();
    page("/rules", items, None)
}
