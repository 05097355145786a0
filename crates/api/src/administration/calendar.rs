//! Announced days, and the years whose announcements are known.

use app::people::NewDay;
use axum::routing::{post, put};
use jiff::civil::Date;
use procedure::calendar::{DayKind, statutory_days};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::fields::is_day;
use crate::letters::check_year;
use crate::reading::{Answer, At, Sent, done};
use crate::wire::Key;

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("put", "/days/{date}", "announce_day", put(announce))
            .takes::<Announced>()
            .gives_nothing(),
        Endpoint::new("post", "/days/{date}/removal", "remove_day", post(remove))
            .takes::<ByDocument>()
            .gives_nothing(),
        Endpoint::new("post", "/calendar/{year}/known", "know_year", post(know))
            .takes::<ByDocument>()
            .gives_nothing(),
        Endpoint::new("post", "/calendar/{year}/unknown", "forget_year", post(forget))
            .takes::<ByDocument>()
            .gives_nothing(),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Announced {
    kind: Key<DayKind>,
    name_vi: String,
    name_en: String,
    document: String,
}

/// Which document says so.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ByDocument {
    document: String,
}

/// A day of a year that a calendar could have.
fn day(text: &str) -> Result<Date, Fault> {
    let day: Option<Date> = text.parse().ok().filter(|_| is_day(text));
    let day = day.ok_or(Fault::App(app::Error::NotFound))?;
    check_year(day.year())?;
    Ok(day)
}

async fn announce(caller: Caller, At(date): At<String>, Sent(sent): Sent<Announced>) -> Answer {
    let new = NewDay {
        date: day(&date)?,
        kind: sent.kind.0,
        name_vi: sent.name_vi,
        name_en: sent.name_en,
        document: sent.document,
    };
    caller.app().announce_day(caller.now, caller.actor(), new).await?;
    done()
}

async fn remove(caller: Caller, At(date): At<String>, Sent(sent): Sent<ByDocument>) -> Answer {
    let app = caller.app();
    app.take_day_back(caller.now, caller.actor(), day(&date)?, sent.document)
        .await?;
    done()
}

/// With the days that statute alone determines; days entered already stand.
async fn know(caller: Caller, At(year): At<i16>, Sent(sent): Sent<ByDocument>) -> Answer {
    check_year(year)?;
    let app = caller.app();
    let office = app.office().await?;
    let known: Vec<Date> = office.calendar.days().iter().map(|day| day.date).collect();
    let days = statutory_days(year, office.settings.weekly_rest).unwrap_or_default();
    let fresh = days.into_iter().filter(|day| !known.contains(&day.date));
    app.load_year(
        caller.now,
        caller.actor(),
        year,
        fresh.map(NewDay::from).collect(),
        sent.document,
    )
    .await?;
    done()
}

async fn forget(caller: Caller, At(year): At<i16>, Sent(sent): Sent<ByDocument>) -> Answer {
    check_year(year)?;
    let app = caller.app();
    app.forget_year(caller.now, caller.actor(), year, sent.document)
        .await?;
    done()
}
