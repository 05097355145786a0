//! Reports of mail systems about a mail of ours: which address it did not reach, which mail it was, and for how long.

use crate::body::Body;
use crate::header::{Header, address_in, ids_in};
use crate::{Attachment, Kind, Mailbox, automatic, charset};

/// A mail that did not arrive, or not yet (RFC 3464; older systems say the same in words).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    pub recipients: Vec<Recipient>,
    /// Identities of the mail that came back, without brackets.
    pub about: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The address that the mail was sent to, as far as the report tells.
    pub address: String,
    pub fate: Fate,
    /// Enhanced status code (RFC 3463) as written: `5.1.1`.
    pub status: Option<String>,
    /// What the other system said, on one line.
    pub diagnostic: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It will not arrive, however often it is sent to this address.
    Permanent,
    /// It did not arrive and nobody tries any longer; the address may be good.
    GivenUp,
    /// It has not arrived yet; the other system goes on trying.
    Delayed,
    Arrived,
}

impl Bounce {
    /// Whether some recipient will not get the mail: they must be reached another way.
    pub fn failed(&self) -> bool {
        let lost = |recipient: &Recipient| matches!(recipient.fate, Fate::Permanent | Fate::GivenUp);
        self.recipients.is_empty() || self.recipients.iter().any(lost)
    }
}

/// Recipients of one report that are told apart.
const MOST: usize = 1_000;

/// From whom mail systems write.
const SYSTEMS: [&str; 3] = ["mailer-daemon", "postmaster", "mail-daemon"];

/// How subjects of reports in words alone begin or what they hold.
const SUBJECTS: [&str; 10] = [
    "undeliver",
    "returned mail",
    "delivery failure",
    "delivery has failed",
    "delivery status notification",
    "mail delivery fail",
    "failure notice",
    "could not send message",
    "mail system error",
    "không gửi được",
];

/// The report, where the mail is one. A report that all went well is a notice like others.
pub fn bounce(header: &Header, sender: Option<&Mailbox>, subject: &str, body: &Body) -> Option<Kind> {
    let statuses = body.attachments.iter().filter(|part| {
        let kind = part.media_type.as_str();
        matches!(kind, "message/delivery-status" | "message/global-delivery-status")
    });
    let statuses: Vec<String> = statuses.map(|part| charset::decode(&part.bytes, None)).collect();
    if !statuses.is_empty() {
        let recipients = recipients(&statuses.join("\n\n"));
        let about = about(&body.attachments, &body.text);
        let bounce = Bounce { recipients, about };
        let arrived = |recipient: &Recipient| recipient.fate == Fate::Arrived;
        let all_well = !bounce.recipients.is_empty() && bounce.recipients.iter().all(arrived);
        return (!all_well).then_some(Kind::Bounce(bounce));
    }
    let is_report = body.report.as_deref() == Some("delivery-status");
    if is_report || is_in_words(header, sender, subject) {
        return Some(Kind::Bounce(in_words(header, subject, body)));
    }
    None
}

fn is_in_words(header: &Header, sender: Option<&Mailbox>, subject: &str) -> bool {
    if header.written("x-failed-recipients").is_some() {
        return true;
    }
    let address = sender.map(|sender| sender.address.to_ascii_lowercase());
    let name = sender
        .and_then(|sender| sender.name.as_deref())
        .unwrap_or_default();
    let by_system = address
        .is_none_or(|address| SYSTEMS.iter().any(|system| address.starts_with(system)) || address.is_empty());
    let by_system = by_system || name.eq_ignore_ascii_case("mail delivery subsystem");
    let subject = subject.to_lowercase();
    let says = SUBJECTS.iter().any(|words| subject.contains(words));
    says && (by_system || automatic::has_empty_return_path(header))
}

/// A report without fields: the addresses that the header names, and the fate that the subject does.
fn in_words(header: &Header, subject: &str, body: &Body) -> Bounce {
    let subject = subject.to_lowercase();
    let delayed = ["warning", "delayed", "delay)"]
        .iter()
        .any(|word| subject.contains(word));
    let fate = if delayed { Fate::Delayed } else { Fate::Permanent };
    let failed = header.written("x-failed-recipients").unwrap_or_default();
    let recipients = failed.split(',').filter_map(address_in).map(|address| Recipient {
        address,
        fate,
        status: None,
        diagnostic: None,
    });
    Bounce {
        recipients: recipients.collect(),
        about: about(&body.attachments, &body.text),
    }
}

/// The groups of fields of a delivery report; the first is about the report itself (RFC 3464, 2.1).
fn recipients(status: &str) -> Vec<Recipient> {
    let status = status.replace("\r\n", "\n");
    let mut found: Vec<Recipient> = Vec::new();
    for group in status.split("\n\n") {
        let fields = fields(group);
        let field = |name: &str| {
            fields
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, text)| text.as_str())
        };
        let to = field("original-recipient").or_else(|| field("final-recipient"));
        let Some(address) = to.map(address_of) else {
            continue;
        };
        let status =
            field("status").map(|text| text.split_whitespace().next().unwrap_or_default().to_owned());
        let recipient = Recipient {
            fate: fate(field("action"), status.as_deref()),
            status: status.filter(|code| !code.is_empty()),
            diagnostic: field("diagnostic-code").map(str::to_owned),
            address,
        };
        if found.len() < MOST && !found.contains(&recipient) {
            found.push(recipient);
        }
    }
    found
}

/// `Action` says what became of it; only where it is missing does the class of the status (RFC 3463).
fn fate(action: Option<&str>, status: Option<&str>) -> Fate {
    let action = action.map(|action| {
        action
            .split([' ', '('])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    });
    let class = status.and_then(|status| status.chars().next());
    match (action.as_deref(), class) {
        (Some("failed"), Some('4')) => Fate::GivenUp,
        (Some("failed"), _) => Fate::Permanent,
        (Some("delayed"), _) => Fate::Delayed,
        (Some("delivered" | "relayed" | "expanded"), _) | (_, Some('2')) => Fate::Arrived,
        (_, Some('4')) => Fate::Delayed,
        _ => Fate::Permanent,
    }
}

/// Fields of a group, names in lower case, continued lines joined.
fn fields(group: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in group.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, text)) = fields.last_mut() {
                text.push(' ');
                text.push_str(line.trim());
            }
        } else if let Some((name, text)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), text.trim().to_owned()));
        }
    }
    fields
}

/// `rfc822; nguoi@vi-du.example`, the address alone.
fn address_of(field: &str) -> String {
    let text = field.split_once(';').map_or(field, |(_, address)| address).trim();
    address_in(text).unwrap_or_else(|| text.to_owned())
}

/// Identities of the mail that came back: from its header where that was returned, else from the words.
fn about(attachments: &[Attachment], text: &str) -> Vec<String> {
    let returned = attachments.iter().filter(|part| {
        let kind = part.media_type.as_str();
        matches!(
            kind,
            "message/rfc822" | "text/rfc822-headers" | "message/global" | "message/global-headers"
        )
    });
    let ids: Vec<String> = returned
        .flat_map(|part| Header::of(&part.bytes, None).ids("message-id"))
        .collect();
    if !ids.is_empty() {
        return ids;
    }
    let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ']));
    let named = lines.filter(|line| line.to_ascii_lowercase().starts_with("message-id:"));
    named.flat_map(ids_in).collect()
}
