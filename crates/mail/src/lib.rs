//! Mail: bytes that arrive into a message, whatever the bytes; and messages that go out into bytes ([`outgoing`]).
//!
//! Nothing here fails, fetches, waits or decides. What cannot be read is a message all the same, as it came
//! ([`Reading`]); what a message claims of itself (its sender, the case that it names) is recognised and not trusted.

mod automatic;
mod body;
mod bounds;
mod charset;
mod header;
mod html;
mod named;
pub mod outgoing;
mod prepared;
mod quoted;
mod report;
mod transfer;

use body::Body;
use header::Header;
use jiff::Timestamp;
use mail_parser::HeaderName;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub use bounds::{LARGEST, LONGEST_TEXT};
pub use named::{Named, TAG};
pub use quoted::{Piece, pieces};
pub use report::{Bounce, Fate, Recipient};

/// A mail as the inbox shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// How much of it could be read.
    pub reading: Reading,
    /// On one line, encoded words undone; empty where there is none.
    pub subject: String,
    /// Whom the mail names as its author (`From`, else `Sender`): a claim.
    pub sender: Option<Mailbox>,
    pub reply_to: Vec<Mailbox>,
    /// `To` and `Cc`.
    pub recipients: Vec<Mailbox>,
    pub sent: Sent,
    /// Without angle brackets, as all identities here (RFC 5322, 3.6.4).
    pub message_id: Option<String>,
    pub in_reply_to: Vec<String>,
    /// Oldest first.
    pub references: Vec<String>,
    /// The words, from the HTML where the mail has no plain ones. At most [`LONGEST_TEXT`] bytes.
    pub text: String,
    /// The HTML made safe to show; images only as `cid:` of an attachment.
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    pub kind: Kind,
    /// Whether it came by way of a mailing list (RFC 2919, RFC 2369): a person's mail may.
    pub by_list: bool,
    /// Whether an automatic answer may be sent (RFC 3834, section 2): not to automatic mail, lists, bulk mail, or where
    /// the return path is empty or the sender asks for none.
    pub may_be_answered: bool,
    /// What names a case in its addresses and subject.
    pub named: Named,
}

/// How much of a mail could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Whole,
    /// Larger, deeper or of more parts than the bounds allow: header read, body left as it came.
    HeaderOnly,
    /// No mail that can be recognised: the bytes are its text.
    AsItCame,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailbox {
    pub name: Option<String>,
    /// As written, not checked; empty where a name stands alone.
    pub address: String,
}

/// The day and time that a mail gives for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// `None` where there is none or it cannot be read.
    pub at: Option<Timestamp>,
    /// The field as written.
    pub written: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Without path; `None` where the mail gives none.
    pub name: Option<String>,
    /// Lower case, as the mail claims: `application/pdf`; a mail inside a mail is `message/rfc822`.
    pub media_type: String,
    pub bytes: Vec<u8>,
    /// Meant to be seen within the text, as a picture of the HTML is.
    pub inline: bool,
    /// By which the HTML refers to it (`cid:`, RFC 2392), without brackets.
    pub content_id: Option<String>,
}

/// Who wrote a mail: a person, a machine, or a mail system about a mail of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Normal,
    Automatic(Automatic),
    Bounce(Bounce),
}

/// Kinds of automatic mail (RFC 3834).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automatic {
    /// An answer to a mail of ours: out of office, "we have received".
    Reply,
    /// That a mail was opened, delivered or called spam (RFC 8098, RFC 3464, RFC 5965).
    Notice,
    /// Made by a machine of its own accord, or sent in bulk.
    Generated,
}

/// Reads a mail (RFC 5322, MIME). Never fails: see [`Reading`].
pub fn read(raw: &[u8]) -> Message {
    let fits = bounds::fit(raw);
    let body = if fits { body::read(raw) } else { None };
    let label = body.as_ref().and_then(|body| body.charset.clone());
    let header = Header::of(raw, label.as_deref());
    if !header.is_of_mail() {
        return as_it_came(raw);
    }
    let reading = match body {
        Some(_) => Reading::Whole,
        None => Reading::HeaderOnly,
    };
    message(&header, reading, body.unwrap_or_else(|| Body::left(raw)))
}

fn message(header: &Header, reading: Reading, body: Body) -> Message {
    let mut recipients = header.mailboxes(HeaderName::To);
    recipients.extend(header.mailboxes(HeaderName::Cc));
    let senders = [HeaderName::From, HeaderName::Sender].into_iter();
    let mut senders: Vec<Mailbox> = senders.flat_map(|name| header.mailboxes(name)).collect();
    let reached = senders.iter().position(|sender| sender.address.contains('@'));
    let sender = if senders.is_empty() {
        None
    } else {
        Some(senders.swap_remove(reached.unwrap_or_default()))
    };
    let subject = header.subject();
    let kind = report::bounce(header, sender.as_ref(), &subject, &body)
        .unwrap_or_else(|| automatic::kind(header, &subject, &body));
    let by_list = automatic::is_by_list(header);
    Message {
        reading,
        named: Named::of(header, &recipients, &subject),
        may_be_answered: kind == Kind::Normal && !by_list && automatic::may_be_answered(header),
        by_list,
        kind,
        subject,
        sender,
        reply_to: header.mailboxes(HeaderName::ReplyTo),
        recipients,
        sent: header.sent(),
        message_id: header.ids("message-id").into_iter().next(),
        in_reply_to: header.ids("in-reply-to"),
        references: header.ids("references"),
        text: body.text,
        html: body.html,
        attachments: body.attachments,
    }
}

fn as_it_came(raw: &[u8]) -> Message {
    Message {
        reading: Reading::AsItCame,
        subject: String::new(),
        sender: None,
        reply_to: Vec::new(),
        recipients: Vec::new(),
        sent: Sent::default(),
        message_id: None,
        in_reply_to: Vec::new(),
        references: Vec::new(),
        text: bounds::text(&charset::decode(bounds::start(raw), None)),
        html: None,
        attachments: Vec::new(),
        kind: Kind::Normal,
        by_list: false,
        may_be_answered: false,
        named: Named::default(),
    }
}

/// Runs a reader that was written by others: what it cannot read must not take the process along.
fn calmly<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}

#[cfg(test)]
mod tests;
