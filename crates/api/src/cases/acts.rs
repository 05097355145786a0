//! An act on a case: what was sent is read as the form of the page would be, and passes the same door.

use axum::extract::FromRequest;
use axum::extract::Request;
use i18n::Lang;
use procedure::ActKind;
use procedure::case::event::{Entry, Event};
use procedure::case::fields::fields;
use procedure::obligations::s12::Sight;
use serde_json::{Map, Value};

use super::receipt::Done;
use crate::caller::Caller;
use crate::fault::Fault;
use crate::fields::typed;
use crate::reading::{Answer, At, Fields, number, ok, versioned};

/// The acts that are done to a case that there is. Receiving begins one, and silence is the clock's to note.
pub fn kinds() -> impl Iterator<Item = ActKind> {
    let all = ActKind::ALL.iter().copied();
    all.filter(|kind| !matches!(kind, ActKind::Receive | ActKind::Lapse))
}

/// What an act is called, and what it does.
pub fn words(lang: Lang, key: &str) -> (String, Option<String>) {
    let Some(kind) = ActKind::from_key(key) else {
        return (key.to_owned(), None);
    };
    let hint = i18n::say::act_hint(lang, kind).to_owned();
    (i18n::say::act(lang, kind).to_owned(), Some(hint))
}

pub async fn act(caller: Caller, At((of, key)): At<(String, String)>, request: Request) -> Answer {
    let kind = ActKind::from_key(&key).filter(|kind| kinds().any(|known| known == *kind));
    let kind = kind.ok_or(Fault::App(app::Error::NotFound))?;
    let Fields(sent) = Fields::from_request(request, &caller.api).await?;
    perform(&caller, number(&of)?, kind, &sent).await
}

async fn perform(caller: &Caller, number: &str, kind: ActKind, sent: &Map<String, Value>) -> Answer {
    let typed = typed(fields(kind), sent)?;
    let app = caller.app();
    let view = app.case(caller.now, caller.person(), number).await?;
    let read = app.read_act(caller.person(), &view, kind, &typed).await?;
    let submission = caller.sends(read);
    match app.execute(caller.now, caller.actor(), submission).await {
        Ok(done) => versioned(ok(&Done::of(&done)), done.version),
        Err(app::Error::Overtaken(entries)) => Err(overtaken(caller, &view, &entries)),
        Err(error) => Err(error.into()),
    }
}

/// What others did meanwhile, for whoever may read the history.
fn overtaken(caller: &Caller, view: &app::view::CaseView, entries: &[Entry]) -> Fault {
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    let by_people = entries
        .iter()
        .filter(|entry| view.sight == Sight::Full && matches!(entry.event, Event::Acted { .. }));
    Fault::Overtaken {
        version: view.case.version,
        meanwhile: by_people
            .map(|entry| i18n::say::history(caller.lang, entry, &names))
            .collect(),
    }
}
