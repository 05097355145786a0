//! The inbox: mails that wait and mails that are settled, one mail with its words and files, and what is done with it.

mod deeds;
mod show;

use app::inbox::{Line, Part};
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::caller::Caller;
use crate::cases::saved;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{MOST, lines, linked};
use crate::reading::{Answer, Asked, At, ok};
use crate::wire::{Day, Instant, Key};

/// The place of a file of a mail: `2`, or `2.0` for the first file of the mail that is its third.
pub const PLACE: &str = "^[0-9]{1,4}([.][0-9]{1,4}){0,19}$";

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/inbox", "list_mails", get(list))
            .query::<Wish>()
            .gives::<InboxBody>(200)
            .link("get_mail", "id", "$response.body#/items/0/id"),
        Endpoint::new("get", "/inbox/{id}", "get_mail", get(show::one)).gives::<show::MailBody>(200),
        Endpoint::new("get", "/inbox/{id}/raw", "get_raw_mail", get(raw)).gives_bytes(),
        Endpoint::new("get", "/inbox/{id}/files/{place}", "get_mail_file", get(file)).gives_bytes(),
        Endpoint::new(
            "get",
            "/inbox/{id}/inside/{place}",
            "get_mail_inside",
            get(show::inside),
        )
        .gives::<show::Words>(200),
        Endpoint::new("post", "/inbox/{id}/deeds/{deed}", "mail_deed", post(deeds::deed))
            .operations(deeds::operations())
            .gives::<deeds::Done>(200),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    part: Option<Key<Part>>,
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
    /// Where the page before ended, as its `next` says.
    after: Option<Uuid>,
}

/// A page of the inbox, the latest first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Inbox")]
struct InboxBody {
    items: Vec<LineBody>,
    /// The address of the next page; absent on the last one.
    next: Option<String>,
    /// How many mails are in each part.
    counts: BTreeMap<&'static str, i64>,
}

/// A mail in the list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailLine")]
pub struct LineBody {
    id: Uuid,
    href: String,
    arrived_at: Instant,
    arrived_on: Day,
    /// `new`, `case`, `joined`, `set_aside`, `automatic`, `bounce`, `reached`.
    state: &'static str,
    /// What kind of mail it is by its own marks.
    kind: String,
    /// Who wrote it, and what, is not for the caller to know.
    masked: bool,
    /// As the mail claims it.
    sender_name: Option<String>,
    sender_address: Option<String>,
    subject: Option<String>,
    attachments: i64,
    /// The number of the case it belongs to.
    case: Option<String>,
    /// By when somebody must say what it is.
    due_on: Option<Day>,
    provisional: bool,
}

pub fn href(id: Uuid) -> String {
    format!("{}/inbox/{id}", crate::BASE)
}

pub fn told(line: &Line) -> LineBody {
    let mail = &line.mail;
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    LineBody {
        id: mail.id,
        href: href(mail.id),
        arrived_at: mail.arrived_at.0.into(),
        arrived_on: mail.arrived_on.0.into(),
        state: line.state.key(),
        kind: mail.kind.clone(),
        masked: line.masked,
        sender_name: known(&mail.sender_name),
        sender_address: known(&mail.sender_address),
        subject: known(&mail.subject),
        attachments: mail.attachments,
        case: line.number.clone(),
        due_on: line.due_on.map(Day::from),
        provisional: line.provisional,
    }
}

async fn list(caller: Caller, Asked(wish): Asked<Wish>) -> Answer {
    if wish.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        return Err(Fault::Parameter("limit".to_owned(), Problem::Unreadable));
    }
    let part = wish.part.map_or(Part::Waiting, |part| part.0);
    let limit = lines(wish.limit);
    let inbox = caller
        .app()
        .inbox(caller.now, caller.person(), part, wish.after, usize::from(limit))
        .await?;
    let next = inbox.next.map(|place| {
        let pairs = [
            ("part", part.key().to_owned()),
            ("limit", limit.to_string()),
            ("after", place.to_string()),
        ];
        crate::paging::address("/inbox", &pairs)
    });
    let body = InboxBody {
        items: inbox.lines.iter().map(told).collect(),
        next: next.clone(),
        counts: inbox
            .counts
            .iter()
            .map(|(part, count)| (part.key(), *count))
            .collect(),
    };
    linked(ok(&body)?, next.as_deref())
}

/// Exactly the bytes that came.
async fn raw(caller: Caller, At(id): At<Uuid>) -> Answer {
    let app = caller.app();
    let row = app.readable_mail(caller.now, caller.person(), id).await?;
    let bytes = app.open_mail(&row).await?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(bytes));
    Ok(saved(
        body.into_response(),
        &format!("{id}.eml"),
        "message/rfc822",
    ))
}

async fn file(caller: Caller, At((id, place)): At<(Uuid, String)>) -> Answer {
    let found = caller
        .app()
        .mail_file(caller.now, caller.person(), id, &place)
        .await?;
    let nth = place.rsplit('.').next().and_then(|nth| nth.parse().ok());
    let name = app::inbox::file_name(&found, nth.unwrap_or(0_usize) + 1);
    // By its bytes, as on the page: what the mail claims of a file is not believed.
    let head = &found.bytes[..found.bytes.len().min(512)];
    let kind = app::files::media_type(head, &name).unwrap_or_default();
    Ok(saved(Body::from(found.bytes).into_response(), &name, kind))
}
