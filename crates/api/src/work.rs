//! My work: what the caller's person owes, most urgent first.

use app::work::{Item, Matter, Part, place_text, read_place};
use axum::routing::get;
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{MOST, Page, lines, page};
use crate::reading::{Answer, Asked};
use crate::wire::{Day, Key};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/work", "list_work", get(list))
            .query::<Wish>()
            .gives::<Page<Owed>>(200),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    part: Option<Key<Part>>,
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
    /// Where the page before ended, as its `next` says.
    #[schemars(regex(pattern = "^[0-9~-]{1,20}_[0-9a-f]{32}_[0-9]{1,9}$"))]
    after: Option<String>,
}

/// A duty, with what its list shows of the matter it belongs to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WorkItem")]
struct Owed {
    /// `case`, `corrective_action`, `year_book`, `mail` that waits in the inbox, or `outgoing_mail` that did not get through.
    matter: &'static str,
    number: String,
    /// Where it is found.
    href: String,
    rule: String,
    act: String,
    due_on: Option<Day>,
    provisional: bool,
    overdue: bool,
    protected: bool,
    summary: String,
}

async fn list(caller: Caller, Asked(wish): Asked<Wish>) -> Answer {
    let wrong = |name: &str| Err(Fault::Parameter(name.to_owned(), Problem::Unreadable));
    if wish.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        return wrong("limit");
    }
    let after = wish.after.as_deref().map(read_place);
    if after == Some(None) {
        return wrong("after");
    }
    let part = wish.part.map_or(Part::All, |part| part.0);
    let limit = lines(wish.limit);
    let work = caller
        .app()
        .work(
            caller.now,
            caller.person(),
            part,
            after.flatten(),
            usize::from(limit),
        )
        .await?;
    let today = work.today;
    let next = work.next.as_ref().map(|place| {
        vec![
            ("part", part.key().to_owned()),
            ("limit", limit.to_string()),
            ("after", place_text(place)),
        ]
    });
    let items = work.items.into_iter().map(|item| owed(item, today)).collect();
    page("/work", items, next)
}

fn owed(item: Item, today: jiff::civil::Date) -> Owed {
    let (matter, path) = match item.matter {
        Matter::Case => ("case", "cases"),
        Matter::CorrectiveAction => ("corrective_action", "corrective-actions"),
        Matter::YearBook => ("year_book", "year-books"),
        Matter::Mail => ("mail", "inbox"),
        Matter::OutgoingMail => ("outgoing_mail", "outbox"),
    };
    Owed {
        matter,
        href: format!("{}/{path}/{}", crate::BASE, item.number),
        number: item.number,
        rule: item.rule,
        act: item.act,
        overdue: item.due_on.is_some_and(|due| due < today),
        due_on: item.due_on.map(Day::from),
        provisional: item.provisional,
        protected: item.protected,
        summary: item.summary,
    }
}
