//! The registers of outgoing and incoming documents, a year at a time; and numbers that no letter of a case has.

use app::correspondence::{Correspondence, IncomingDocument, OutgoingDocument, OutgoingEntry};
use axum::routing::{get, post};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{Page, page};
use crate::reading::{Answer, At, Sent, json};
use crate::wire::Day;
use procedure::case::refusal::Problem;

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/letters/outgoing/{year}", "list_outgoing", get(outgoing))
            .gives::<Page<Outgoing>>(200),
        Endpoint::new("get", "/letters/incoming/{year}", "list_incoming", get(incoming))
            .gives::<Page<Incoming>>(200),
        Endpoint::new("post", "/letters/outgoing", "enter_outgoing", post(enter))
            .takes::<Entry>()
            .gives::<Entered>(201),
    ]
}

/// A line of the register of outgoing documents. Names and words are empty where its case is not open to the caller.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OutgoingDocument")]
struct Outgoing {
    number: i64,
    symbol: String,
    dated_on: Day,
    summary: String,
    signer: String,
    recipient: String,
    kept_by: String,
    copies: i64,
    dispatched_on: Option<Day>,
    sent_by: String,
    tracking: String,
    note: String,
    voided: bool,
    /// The number of its case, where the caller may know of it.
    case: Option<String>,
}

/// A line of the register of incoming documents.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "IncomingDocument")]
struct Incoming {
    number: i64,
    arrived_on: Day,
    author: String,
    symbol: String,
    dated_on: Option<Day>,
    summary: String,
    receiver: String,
    transferred_on: Option<Day>,
    note: String,
    case: Option<String>,
}

async fn books(caller: &Caller, year: i16) -> Result<Correspondence, Fault> {
    check_year(year)?;
    Ok(caller
        .app()
        .correspondence(caller.now, caller.person(), year)
        .await?)
}

/// A year that a book could have.
pub fn check_year(year: i16) -> Result<(), Fault> {
    if (2000..=9998).contains(&year) {
        Ok(())
    } else {
        Err(Fault::App(app::Error::NotFound))
    }
}

async fn outgoing(caller: Caller, At(year): At<i16>) -> Answer {
    let books = books(&caller, year).await?;
    let case = |letter: &OutgoingDocument| Some(books.cases.get(&letter.case_id?)?.number.clone());
    let letters = books.outgoing.iter();
    let items: Vec<Outgoing> = letters
        .map(|letter| Outgoing {
            number: letter.number,
            symbol: letter.symbol.clone(),
            dated_on: letter.dated_on.into(),
            summary: letter.summary.clone(),
            signer: letter.signer.clone(),
            recipient: letter.recipient.clone(),
            kept_by: letter.kept_by.clone(),
            copies: letter.copies,
            dispatched_on: letter.dispatched_on.map(Day::from),
            sent_by: letter.sent_by.clone(),
            tracking: letter.tracking.clone(),
            note: letter.note.clone(),
            voided: letter.voided,
            case: case(letter),
        })
        .collect();
    page("/letters/outgoing", items, None)
}

async fn incoming(caller: Caller, At(year): At<i16>) -> Answer {
    let books = books(&caller, year).await?;
    let case = |letter: &IncomingDocument| Some(books.cases.get(&letter.case_id?)?.number.clone());
    let letters = books.incoming.iter();
    let items: Vec<Incoming> = letters
        .map(|letter| Incoming {
            number: letter.number,
            arrived_on: letter.arrived_on.into(),
            author: letter.author.clone(),
            symbol: letter.symbol.clone(),
            dated_on: letter.dated_on.map(Day::from),
            summary: letter.summary.clone(),
            receiver: letter.receiver.clone(),
            transferred_on: letter.transferred_on.map(Day::from),
            note: letter.note.clone(),
            case: case(letter),
        })
        .collect();
    page("/letters/incoming", items, None)
}

/// A number of the outgoing sequence that no letter of a case has.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "OutgoingEntry")]
#[serde(deny_unknown_fields)]
struct Entry {
    #[schemars(range(min = 0, max = 4294967295_u32))]
    number: u32,
    symbol: String,
    dated_on: Day,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    signer: String,
    #[serde(default)]
    recipient: String,
    #[serde(default)]
    #[schemars(range(min = 0, max = 4294967295_u32))]
    copies: Option<u32>,
    /// The number is used by no document; the note says why.
    #[serde(default)]
    voided: bool,
    /// It is out of the row, and meant so.
    #[serde(default)]
    sure: bool,
    #[serde(default)]
    note: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OutgoingEntered")]
struct Entered {
    number: u32,
    symbol: String,
}

async fn enter(caller: Caller, Sent(entry): Sent<Entry>) -> Answer {
    let words = [
        &entry.symbol,
        &entry.summary,
        &entry.signer,
        &entry.recipient,
        &entry.note,
    ];
    if words.iter().any(|words| words.chars().any(char::is_control)) {
        return Err(Fault::invalid("", Problem::Unreadable));
    }
    let new = OutgoingEntry {
        number: Some(entry.number),
        symbol: entry.symbol,
        dated_on: Some(entry.dated_on.0),
        summary: entry.summary,
        signer: entry.signer,
        recipient: entry.recipient,
        copies: entry.copies,
        voided: entry.voided,
        sure: entry.sure,
        note: entry.note,
    };
    caller
        .app()
        .enter_outgoing(caller.now, caller.person(), &new)
        .await?;
    let entered = Entered {
        number: entry.number,
        symbol: new.symbol,
    };
    Ok(json(axum::http::StatusCode::CREATED, &entered))
}
