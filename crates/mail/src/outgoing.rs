//! Mail that goes out: words, files and names in, the bytes of a message out (RFC 5322, MIME). The same in, the same out.

use jiff::Timestamp;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment as File, Mailbox as Box, MultiPart, SinglePart};
use lettre::{Address, Message};
use std::time::{Duration, SystemTime};

use crate::{Attachment, Mailbox};

/// A mail to be written.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub from: Mailbox,
    pub to: Mailbox,
    /// Where answers go, when not to `from`.
    pub reply_to: Option<Mailbox>,
    pub subject: String,
    pub text: String,
    /// The same words as HTML.
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    /// Identities without angle brackets, as all here.
    pub message_id: String,
    pub in_reply_to: Option<String>,
    /// Oldest first.
    pub references: Vec<String>,
    /// `auto-generated` or `auto-replied` where no person acted (RFC 3834, section 5).
    pub auto_submitted: Option<&'static str>,
    /// `vi` or `en`.
    pub lang: String,
    pub at: Timestamp,
}

/// What cannot be written as a mail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    #[error("no address: {0}")]
    Address(String),
    #[error("no media type: {0}")]
    MediaType(String),
    #[error("the mail cannot be written: {0}")]
    Message(String),
}

impl Outgoing {
    /// The bytes of the message.
    ///
    /// # Errors
    /// An address or media type that is none.
    pub fn write(&self) -> Result<Vec<u8>, Unwritable> {
        let seconds = u64::try_from(self.at.as_second()).unwrap_or_default();
        let bracketed = |id: &str| format!("<{id}>");
        let mut message = Message::builder()
            .from(mailbox(&self.from)?)
            .to(mailbox(&self.to)?)
            .subject(one_line(&self.subject))
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(bracketed(&self.message_id)));
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(mailbox(reply_to)?);
        }
        if let Some(answered) = &self.in_reply_to {
            message = message.in_reply_to(bracketed(answered));
        }
        if !self.references.is_empty() {
            let ids: Vec<String> = self.references.iter().map(|id| bracketed(id)).collect();
            message = message.references(ids.join(" "));
        }
        if let Some(word) = self.auto_submitted {
            message = message.raw_header(header("Auto-Submitted", word));
        }
        message = message.raw_header(header("Content-Language", &self.lang));
        let written = if self.attachments.is_empty() {
            match &self.html {
                None => message.singlepart(SinglePart::plain(self.text.clone())),
                Some(html) => message.multipart(self.both(html)),
            }
        } else {
            message.multipart(self.with_files()?)
        };
        let written = written.map_err(|error| Unwritable::Message(error.to_string()))?;
        Ok(written.formatted())
    }

    fn both(&self, html: &str) -> MultiPart {
        MultiPart::alternative()
            .boundary(self.boundary("words"))
            .singlepart(SinglePart::plain(self.text.clone()))
            .singlepart(SinglePart::html(html.to_owned()))
    }

    fn with_files(&self) -> Result<MultiPart, Unwritable> {
        let mixed = MultiPart::mixed().boundary(self.boundary("files"));
        let mut mixed = match &self.html {
            Some(html) => mixed.multipart(self.both(html)),
            None => mixed.singlepart(SinglePart::plain(self.text.clone())),
        };
        for (place, attachment) in self.attachments.iter().enumerate() {
            let kind = ContentType::parse(&attachment.media_type)
                .map_err(|_| Unwritable::MediaType(attachment.media_type.clone()))?;
            let name = attachment.name.as_deref().map(one_line);
            let name = name.unwrap_or_else(|| format!("{}", place + 1));
            mixed = mixed.singlepart(File::new(name).body(attachment.bytes.clone(), kind));
        }
        Ok(mixed)
    }

    /// Made of the identity, so that a mail that is sent again has the same bytes.
    fn boundary(&self, part: &str) -> String {
        let id = self.message_id.chars().filter(char::is_ascii_alphanumeric);
        format!("={part}={}", id.take(40).collect::<String>())
    }
}

/// An address that stands for a case: `khieunai+v-TOKEN@…`, which the reader of arriving mail recognises (RFC 5233).
pub fn tagged(address: &str, token: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or(local);
    Some(format!("{local}+v-{token}@{domain}"))
}

/// Reads `Trung tâm <khieunai@trungtam.vn>` or an address alone.
///
/// # Errors
/// What it says where it is neither.
pub fn parse(text: &str) -> Result<Mailbox, Unwritable> {
    let read: Box = text.parse().map_err(|_| Unwritable::Address(text.to_owned()))?;
    Ok(Mailbox {
        name: read.name,
        address: read.email.to_string(),
    })
}

fn mailbox(mailbox: &Mailbox) -> Result<Box, Unwritable> {
    let address: Result<Address, _> = mailbox.address.parse();
    let address = address.map_err(|_| Unwritable::Address(mailbox.address.clone()))?;
    let name = mailbox.name.as_deref().map(one_line);
    Ok(Box::new(name.filter(|name| !name.is_empty()), address))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), one_line(value))
}

fn one_line(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
