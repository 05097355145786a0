//! Reminders of the caller's person: what asks for attention, how to be told by mail, and the address of one's calendar.

use app::reminders::{Reminder, Step, Way};
use axum::http::StatusCode;
use axum::routing::{delete, get, post, put};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::reading::{Answer, Sent, done, json, ok};
use crate::wire::{Day, Instant, Key};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/reminders", "list_reminders", get(list)).gives::<RemindersBody>(200),
        Endpoint::new("post", "/reminders/read", "read_reminders", post(read))
            .takes::<Read>()
            .gives_nothing(),
        Endpoint::new(
            "get",
            "/reminders/settings",
            "get_reminder_settings",
            get(settings),
        )
        .gives::<SettingsBody>(200),
        Endpoint::new(
            "put",
            "/reminders/settings",
            "change_reminder_settings",
            put(change),
        )
        .takes::<Change>()
        .gives::<SettingsBody>(200),
        Endpoint::new("post", "/reminders/calendar", "give_calendar", post(give))
            .gives::<Given>(201)
            .tells_once("path"),
        Endpoint::new("delete", "/reminders/calendar", "end_calendar", delete(end)).gives_nothing(),
    ]
}

/// What the bell shows, the latest first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reminders")]
struct RemindersBody {
    items: Vec<ReminderBody>,
    unread: u64,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reminder")]
struct ReminderBody {
    id: Uuid,
    /// `case`, `corrective_action`, `year_book`, `mail` that arrived, `outgoing_mail` that did not get through.
    matter: String,
    number: String,
    href: String,
    rule: String,
    act: String,
    due_on: Option<Day>,
    /// Why now, by its key.
    step: String,
    /// And in a sentence.
    why: String,
    at: Instant,
    read_at: Option<Instant>,
    mailed_at: Option<Instant>,
}

fn told(lang: i18n::Lang, one: &Reminder) -> ReminderBody {
    let path = match one.stream_kind.as_str() {
        "corrective_action" => "corrective-actions",
        "year_book" => "year-books",
        "mail" => "inbox",
        "outgoing_mail" => "outbox",
        _ => "cases",
    };
    let why = format!("reminders-why-{}", Step::name(&one.step).replace('_', "-"));
    ReminderBody {
        id: one.id,
        matter: one.stream_kind.clone(),
        number: one.number.clone(),
        href: format!("{}/{path}/{}", crate::BASE, one.number),
        rule: one.rule.clone(),
        act: one.act.clone(),
        due_on: one.due_on.map(|on| on.0.into()),
        step: one.step.clone(),
        why: i18n::texts(lang).label(&why).to_owned(),
        at: one.at.0.into(),
        read_at: one.read_at.map(|at| at.0.into()),
        mailed_at: one.mailed_at.map(|at| at.0.into()),
    }
}

async fn list(caller: Caller) -> Answer {
    let app = caller.app();
    let reminders = app.reminders(caller.person()).await?;
    ok(&RemindersBody {
        items: reminders.iter().map(|one| told(caller.lang, one)).collect(),
        unread: app.unread_reminders(caller.person()).await?,
    })
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "RemindersRead")]
#[serde(deny_unknown_fields)]
struct Read {
    /// Everything told up to then; now where it is left out.
    #[serde(default)]
    until: Option<Instant>,
}

async fn read(caller: Caller, Sent(sent): Sent<Read>) -> Answer {
    let until = sent.until.map_or(caller.now, |until| until.0.min(caller.now));
    caller
        .app()
        .reminders_read(caller.now, caller.person(), until)
        .await?;
    done()
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ReminderSettings")]
struct SettingsBody {
    /// How the person is told by mail.
    way: &'static str,
    /// Since when there is an address of a calendar.
    calendar_since: Option<Instant>,
}

async fn settings(caller: Caller) -> Answer {
    let app = caller.app();
    let since = app.calendar_since(caller.person()).await?;
    ok(&SettingsBody {
        way: app.reminder_way(caller.person()).await?.key(),
        calendar_since: since.map(Instant::from),
    })
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "NewReminderSettings")]
#[serde(deny_unknown_fields)]
struct Change {
    way: Key<Way>,
}

async fn change(caller: Caller, Sent(sent): Sent<Change>) -> Answer {
    caller.app().set_reminder_way(caller.person(), sent.way.0).await?;
    settings(caller).await
}

/// The address of a calendar. Whoever has it reads number, act, rule and day of what the person owes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CalendarGiven")]
struct Given {
    /// Below the address of the site. Shown this once: null where the request is answered again under its key. The one before ends.
    path: Option<String>,
}

async fn give(caller: Caller) -> Answer {
    let app = caller.app();
    let secret = app.give_calendar(caller.now, caller.person()).await?;
    let path = Some(format!("/calendar/{secret}.ics"));
    Ok(json(StatusCode::CREATED, &Given { path }))
}

async fn end(caller: Caller) -> Answer {
    caller.app().end_calendar(caller.person()).await?;
    done()
}
