//! One mail: what it says of itself, its words, its files, what was done with it, and what can be done.

use app::inbox::{Deed, Letter, Mailbox, Opened, Reading, prefilled};
use procedure::PersonId;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::deeds::possible;
use super::{LineBody, href, told};
use crate::caller::Caller;
use crate::fault::Fault;
use crate::possible::Possible;
use crate::reading::{Answer, At, ok};
use crate::wire::{Instant, Named};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mail")]
pub struct MailBody {
    #[serde(flatten)]
    line: LineBody,
    /// By which way it came in.
    way: String,
    stored_at: Instant,
    size: i64,
    sha256: String,
    message_id: Option<String>,
    /// Where the bytes lie, exactly as they came.
    raw: Option<String>,
    /// What it says, for whoever may read it.
    words: Option<Words>,
    history: Vec<Happened>,
    /// Other mails with the same Message-ID.
    twins: Vec<Uuid>,
    /// Cases to which it may belong; a person decides.
    suggestions: Vec<Suggested>,
    /// What a receipt takes over from it where a case can be made of it: sent to `POST /cases` with what is missing, it is that case.
    receipt: Option<BTreeMap<&'static str, String>>,
    /// What the caller can do now.
    offers: Vec<Possible>,
}

/// The words and files of a mail, or of a mail inside it. What it says of itself is a claim.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailWords")]
pub struct Words {
    /// `whole`; `header_only` where it is too large or deep; `as_it_came` where it is no mail that can be recognised.
    reading: &'static str,
    from: Option<Address>,
    to: Vec<Address>,
    reply_to: Vec<Address>,
    subject: String,
    sent_at: Option<Instant>,
    /// The words, without any formatting.
    text: String,
    /// Made safe to show: nothing in it is fetched or runs. Pictures are named `cid:` as the files are in `content_id`.
    html: Option<String>,
    files: Vec<Attached>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailAddress")]
struct Address {
    name: Option<String>,
    address: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailFile")]
struct Attached {
    place: String,
    name: String,
    /// As the mail claims.
    media_type: String,
    size: usize,
    inline: bool,
    content_id: Option<String>,
    href: String,
    /// Where its words are read, when it is a mail itself.
    inside: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailEvent")]
struct Happened {
    at: Instant,
    /// Nobody where the product did it by itself.
    by: Option<Named>,
    deed: String,
    reason: Option<String>,
    words: Option<String>,
    case: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailSuggestion")]
struct Suggested {
    case: String,
    /// `answer`, `number`, `thread`, `sender`.
    reason: &'static str,
    stage: String,
    summary: Option<String>,
}

pub async fn one(caller: Caller, At(id): At<Uuid>) -> Answer {
    let opened = caller.app().mail(caller.now, caller.person(), id, "").await?;
    ok(&shown(&caller, &opened))
}

pub async fn inside(caller: Caller, At((id, place)): At<(Uuid, String)>) -> Answer {
    let opened = caller.app().mail(caller.now, caller.person(), id, &place).await?;
    let letter = opened.letter.as_ref().filter(|letter| !letter.path.is_empty());
    let letter = letter.ok_or(Fault::App(app::Error::NotFound))?;
    ok(&words(id, letter))
}

fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn shown(caller: &Caller, opened: &Opened) -> MailBody {
    let mail = &opened.line.mail;
    let open = !opened.line.masked;
    let may_become_a_case = opened.offered.contains(&Deed::MakeCase);
    MailBody {
        line: told(&opened.line),
        way: mail.way.clone(),
        stored_at: mail.stored_at.0.into(),
        size: mail.size,
        sha256: app::submission::hex(&mail.sha256),
        message_id: known(&mail.message_id).filter(|_| open),
        raw: open.then(|| format!("{}/raw", href(mail.id))),
        words: opened.letter.as_ref().map(|letter| words(mail.id, letter)),
        history: history(opened),
        twins: opened.twins.iter().map(|twin| twin.id).collect(),
        suggestions: opened
            .suggestions
            .iter()
            .map(|one| Suggested {
                case: one.number.clone(),
                reason: one.reason.key(),
                stage: one.stage.clone(),
                summary: known(&one.summary),
            })
            .collect(),
        receipt: may_become_a_case.then(|| receipt(opened)),
        offers: possible(caller.lang, mail.id, opened.offered),
    }
}

fn history(opened: &Opened) -> Vec<Happened> {
    let deeds = opened.deeds.iter().map(|deed| Happened {
        at: deed.at.0.into(),
        by: deed
            .person_id
            .map(|person| Named::person(&opened.office, PersonId(person))),
        deed: deed.deed.clone(),
        reason: known(&deed.reason),
        words: known(&deed.words),
        case: deed.case_id.and_then(|case| opened.numbers.get(&case)).cloned(),
    });
    deeds.collect()
}

/// As the form of intake begins, under the names and in the forms of the interface.
fn receipt(opened: &Opened) -> BTreeMap<&'static str, String> {
    let filled = prefilled(opened)
        .into_iter()
        .filter(|(_, value)| !value.is_empty());
    filled
        .map(|(name, value)| {
            let day = app::compose::read_date(&value).filter(|_| name.ends_with("_on"));
            (name, day.map_or(value, |day| day.to_string()))
        })
        .collect()
}

fn words(id: Uuid, letter: &Letter) -> Words {
    let message = &letter.message;
    Words {
        reading: match message.reading {
            Reading::Whole => "whole",
            Reading::HeaderOnly => "header_only",
            Reading::AsItCame => "as_it_came",
        },
        from: message.sender.as_ref().map(address),
        to: message.recipients.iter().map(address).collect(),
        reply_to: message.reply_to.iter().map(address).collect(),
        subject: message.subject.clone(),
        sent_at: message.sent.at.map(Instant::from),
        text: message.text.clone(),
        html: message.html.clone(),
        files: files(id, letter),
    }
}

fn address(mailbox: &Mailbox) -> Address {
    Address {
        name: mailbox.name.clone(),
        address: mailbox.address.clone(),
    }
}

fn files(id: Uuid, letter: &Letter) -> Vec<Attached> {
    let attachments = letter.message.attachments.iter().enumerate();
    let attached = attachments.map(|(nth, file)| {
        let place = match letter.path.as_str() {
            "" => nth.to_string(),
            outer => format!("{outer}.{nth}"),
        };
        let is_mail = file.media_type == "message/rfc822";
        Attached {
            name: app::inbox::file_name(file, nth + 1),
            media_type: file.media_type.clone(),
            size: file.bytes.len(),
            inline: file.inline,
            content_id: file.content_id.clone(),
            href: format!("{}/files/{place}", href(id)),
            inside: is_mail.then(|| format!("{}/inside/{place}", href(id))),
            place,
        }
    });
    attached.collect()
}
