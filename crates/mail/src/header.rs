//! The header of a message or part: its fields as text, addresses, identities and dates.

use crate::charset::{self, Vietnamese};
use crate::transfer;
use crate::{Mailbox, Sent, calmly};
use jiff::Timestamp;
use mail_parser::{Addr, Address, HeaderName, HeaderValue, MessageParser, MimeHeaders};
use std::borrow::Cow;

/// More of one kind than this in a message is noise.
const MOST: usize = 1_000;

/// Fields without which a text is no message: RFC 5322, and what MIME adds.
const MARKS: [&str; 9] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "received",
    "mime-version",
    "content-type",
    "return-path",
];

/// A header that was read; empty where nothing could be.
pub struct Header {
    message: mail_parser::Message<'static>,
    /// Name in lower case and text, in their order, unfolded and decoded as far as the parser does.
    fields: Vec<(String, String)>,
}

impl Header {
    /// Reads the header with which `bytes` begin; what follows the first empty line is not looked at.
    /// `label` is the charset of 8-bit bytes in it, which RFC 5322 forbids and mailers write.
    pub fn of(bytes: &[u8], label: Option<&str>) -> Header {
        let bytes = relabelled(as_utf8(end_of_header(bytes), label));
        let message = calmly(|| {
            let parsed = MessageParser::default().parse_headers(bytes.as_ref());
            parsed.map(mail_parser::Message::into_owned)
        });
        let message = message.flatten().unwrap_or_default();
        let headers = message.parts.first().map_or(&[][..], |part| &part.headers);
        let field = |header: &mail_parser::Header<'_>| {
            let text = usize::try_from(header.offset_start).ok()?..usize::try_from(header.offset_end).ok()?;
            let text = String::from_utf8_lossy(bytes.get(text)?).into_owned();
            let name = header.name.as_str().to_ascii_lowercase();
            Some((name, text.split_whitespace().collect::<Vec<_>>().join(" ")))
        };
        let fields = headers.iter().filter_map(field).collect();
        Header { message, fields }
    }

    /// Whether anything in it is of a message: a text that merely has a colon is not one.
    pub fn is_of_mail(&self) -> bool {
        self.fields.iter().any(|(name, _)| MARKS.contains(&name.as_str()))
    }

    /// The field of this lower-case name as it was written, unfolded; the first where there are several.
    pub fn written(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every field of this lower-case name, as written.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.fields.iter().filter(move |(known, _)| known == name);
        named.map(|(_, text)| text.as_str())
    }

    /// Whether there is a field whose name begins so.
    pub fn any_beginning(&self, start: &str) -> bool {
        self.fields.iter().any(|(name, _)| name.starts_with(start))
    }

    pub fn subject(&self) -> String {
        let value = self.value(HeaderName::Subject).and_then(HeaderValue::as_text);
        one_line(value.unwrap_or_default())
    }

    /// The mailboxes of an address field, groups opened.
    pub fn mailboxes(&self, name: HeaderName<'static>) -> Vec<Mailbox> {
        let fields = self.message.header_values(name);
        let addresses = fields.filter_map(|value| match value {
            HeaderValue::Address(address) => Some(address),
            _ => None,
        });
        addresses
            .flat_map(opened)
            .filter_map(mailbox)
            .take(MOST)
            .collect()
    }

    /// Identities between angle brackets, without them (RFC 5322, 3.6.4).
    pub fn ids(&self, name: &'static str) -> Vec<String> {
        let mut ids = Vec::new();
        for id in self.all(name).flat_map(ids_in) {
            if ids.len() < MOST && !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    pub fn sent(&self) -> Sent {
        let written = self.written("date").filter(|date| !date.is_empty());
        let read = written.and_then(|date| {
            let strict = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
            let strict = strict.parse_timestamp(date).ok();
            strict.or_else(|| self.lenient_date())
        });
        Sent {
            at: read,
            written: written.map(charset::tidy),
        }
    }

    fn lenient_date(&self) -> Option<Timestamp> {
        let date = self.message.date().filter(|date| date.is_valid())?;
        Timestamp::from_second(date.to_timestamp()).ok()
    }

    pub fn content_id(&self) -> Option<String> {
        self.ids("content-id").into_iter().next()
    }

    /// What the sender called the file (RFC 2183, or the older `name` of Content-Type), without any path.
    pub fn file_name(&self) -> Option<String> {
        let part = self.message.parts.first()?;
        let disposition = part
            .content_disposition()
            .and_then(|field| field.attribute("filename"));
        let name = disposition.or_else(|| part.content_type()?.attribute("name"))?;
        let name = one_line(&undone(name));
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
        let name: String = name.chars().take(200).collect();
        Some(name).filter(|name| !name.is_empty() && name.chars().any(|c| c != '.'))
    }

    fn value(&self, name: HeaderName<'static>) -> Option<&HeaderValue<'static>> {
        self.message.header_values(name).find(|value| !value.is_empty())
    }
}

/// The first address in a text that need not be a well-formed field.
pub fn address_in(text: &str) -> Option<String> {
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ';' | ',' | '"' | '(' | ')'));
    words
        .map(|word| word.trim_matches(['\'', ':', '.']))
        .find(|word| {
            word.split_once('@')
                .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty())
        })
        .map(str::to_owned)
}

/// Identities in a text, without their brackets.
pub fn ids_in(text: &str) -> impl Iterator<Item = String> {
    let pieces = text.split('<').skip(1).filter_map(|piece| piece.split_once('>'));
    pieces
        .map(|(id, _)| id.split_whitespace().collect::<String>())
        .filter(|id| !id.is_empty() && id.len() < 1_000)
}

fn opened<'a>(address: &'a Address<'static>) -> Box<dyn Iterator<Item = &'a Addr<'static>> + 'a> {
    match address {
        Address::List(list) => Box::new(list.iter()),
        Address::Group(groups) => Box::new(groups.iter().flat_map(|group| group.addresses.iter())),
    }
}

/// A name without an address is kept as one: somebody wrote it where an address belongs.
fn mailbox(addr: &Addr<'_>) -> Option<Mailbox> {
    let name = addr.name.as_deref().map(|name| one_line(&undone(name)));
    let name = name.filter(|name| !name.is_empty());
    let address = addr.address.as_deref().map(one_address).unwrap_or_default();
    if name.is_none() && address.is_empty() {
        return None;
    }
    Some(Mailbox { name, address })
}

/// The first of several that no comma parts; spaces around dots (RFC 5322, 4.4) are none of an address.
fn one_address(text: &str) -> String {
    let text = one_line(text);
    let mut words = text.split(' ').filter(|word| word.contains('@'));
    match (words.next(), words.next()) {
        (Some(first), Some(_)) => first.to_owned(),
        _ if text.contains('"') => text,
        _ => text.split('.').map(str::trim).collect::<Vec<_>>().join("."),
    }
}

/// Composed, on one line, without spaces at its ends.
fn one_line(text: &str) -> String {
    let words = charset::tidy(text);
    words
        .split(['\n', '\r', '\t'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// Encoded words where they do not belong, inside quotes, as many mailers write them.
fn undone(text: &str) -> Cow<'_, str> {
    if !text.contains("=?") || !text.contains("?=") {
        return Cow::Borrowed(text);
    }
    let line = format!("Subject: {text}\n\n");
    let read = calmly(|| {
        let message = MessageParser::default().parse_headers(line.as_bytes());
        message.and_then(|message| message.subject().map(str::to_owned))
    });
    read.flatten().map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Up to and with the first empty line, within bounds.
fn end_of_header(bytes: &[u8]) -> &[u8] {
    const LONGEST: usize = 1 << 20;
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        start += line.len();
        // A line of spaces continues a field (RFC 5322, 4.2).
        if matches!(line, b"\n" | b"\r\n") && start > line.len() {
            break;
        }
    }
    &bytes[..start]
}

/// A header whose 8-bit bytes are no UTF-8, made UTF-8 line by line.
fn as_utf8<'a>(bytes: &'a [u8], label: Option<&str>) -> Cow<'a, [u8]> {
    if std::str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut text = Vec::with_capacity(bytes.len() * 2);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(_) => text.extend_from_slice(line),
            Err(_) => text.extend_from_slice(charset::decode(line, label).as_bytes()),
        }
    }
    Cow::Owned(text)
}

/// Encoded words (RFC 2047) in the encodings that the parser does not know, written anew in UTF-8.
fn relabelled(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    let text = String::from_utf8_lossy(&bytes);
    let lower = text.to_ascii_lowercase();
    if !["=?viscii", "=?csviscii", "tcvn"]
        .iter()
        .any(|mark| lower.contains(mark))
    {
        return bytes;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(at) = rest.find("=?") {
        let (before, word) = rest.split_at(at);
        out.push_str(before);
        match encoded_word(word) {
            Some((read, after)) => {
                out.push_str(&read);
                rest = after;
            }
            None => {
                out.push_str("=?");
                rest = &word[2..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out.into_bytes())
}

/// The words in UTF-8 of an encoded word in a Vietnamese encoding, and what follows it.
fn encoded_word(word: &str) -> Option<(String, &str)> {
    // RFC 2047 allows 75 characters; mailers write more, and what never ends is none.
    const LONGEST: usize = 1_000;
    let end = word[..word.floor_char_boundary(LONGEST)].rfind("?=")?;
    let (label, _) = word[2..=end].split_once('?')?;
    let rest = word.get(2 + label.len() + 1..)?;
    let encoding = Vietnamese::of(label)?;
    let (kind, rest) = rest.split_once('?')?;
    let (content, after) = rest.split_once("?=")?;
    let bytes = match kind {
        "b" | "B" => transfer::base64(content.as_bytes()),
        "q" | "Q" => {
            transfer::decode(content.replace('_', "=20").as_bytes(), "quoted-printable").into_owned()
        }
        _ => return None,
    };
    let read = charset::tidy(&encoding.decode(&bytes));
    let next = after.trim_start();
    let joined = if next.starts_with("=?") { next } else { after };
    let is_atom = read.chars().all(|c| c.is_alphanumeric() || c == ' ');
    Some((
        if is_atom {
            read
        } else {
            format!("\"{}\"", read.replace('"', ""))
        },
        joined,
    ))
}
