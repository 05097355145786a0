//! The body of a mail: words, HTML and attachments, from the parts that the MIME parser finds.

use crate::header::Header;
use crate::{Attachment, bounds, calmly, charset, html, prepared, transfer};
use mail_parser::{HeaderName, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;
use std::collections::HashSet;

/// What is inside a mail.
#[derive(Default)]
pub struct Body {
    pub text: String,
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    /// Of the first text, for 8-bit bytes in the header.
    pub charset: Option<String>,
    /// `report-type` of a multipart/report (RFC 6522), lower case.
    pub report: Option<String>,
}

impl Body {
    /// A body that is not taken apart.
    pub fn left(raw: &[u8]) -> Body {
        let blank = raw.windows(2).position(|pair| pair == b"\n\n");
        let crlf = raw.windows(4).position(|four| four == b"\r\n\r\n");
        let start = blank.into_iter().chain(crlf).min().unwrap_or_default();
        Body {
            text: bounds::text(charset::decode(bounds::start(&raw[start..]), None).trim_start()),
            ..Body::default()
        }
    }
}

/// Takes a mail apart; `None` where the parser finds nothing or gives up.
pub fn read(raw: &[u8]) -> Option<Body> {
    let raw = prepared::prepared(raw);
    let raw = raw.as_ref();
    // Bodies are decoded here and not in the parser, for the encodings that it does not know; and so it never descends
    // into an encoded message, where no bound of ours was looked at.
    let parser = MessageParser::new()
        .with_mime_headers()
        .ignore_header(HeaderName::ContentTransferEncoding);
    let message = calmly(|| parser.parse(raw))??;
    let body = parts(raw, &message);
    dismantle(message);
    Some(body)
}

fn parts(raw: &[u8], message: &mail_parser::Message<'_>) -> Body {
    let part = |id: &u32| usize::try_from(*id).ok().and_then(|id| message.parts.get(id));
    let shown: HashSet<u32> = message
        .text_body
        .iter()
        .chain(&message.html_body)
        .copied()
        .collect();
    let mut body = Body::default();
    let mut text = Vec::new();
    for part in message.text_body.iter().filter_map(part) {
        match &part.body {
            PartType::Text(_) => text.push(words(raw, part)),
            PartType::Html(_) => text.push(html::words(&words(raw, part))),
            _ => {}
        }
        // Words that came as a file are read in the text, and are a file all the same.
        if part.attachment_name().is_some() && part.is_text() {
            body.attachments.extend(attachment(raw, part, true));
        }
    }
    let pages = message.html_body.iter().filter_map(part);
    let pages: Vec<String> = pages
        .filter(|part| part.is_text_html())
        .map(|part| words(raw, part))
        .collect();
    body.text = joined(&text);
    body.html = html::sanitised(&pages.join("\n"));
    if body.text.is_empty() && !pages.is_empty() {
        body.text = bounds::text(&html::words(&pages.join("\n")));
    }
    let texts = message
        .text_body
        .iter()
        .chain(&message.html_body)
        .filter_map(part);
    body.charset = texts.filter_map(label).next().map(str::to_owned);
    let root = message.parts.first();
    body.report = root.and_then(|root| {
        let kind = root.content_type()?;
        let is_report = kind
            .subtype()
            .is_some_and(|sub| sub.eq_ignore_ascii_case("report"));
        let report = kind.attribute("report-type").filter(|_| is_report)?;
        Some(report.to_ascii_lowercase())
    });
    for id in &message.attachments {
        let Some(part) = part(id) else { continue };
        // A multipart whose boundary never comes, or the only part: there is nothing else to read.
        let only = *id == 0 && !part.is_message() && !is_file(part);
        if only && body.text.is_empty() {
            body.text = joined(&[words(raw, part)]);
        } else if let Some(attachment) = attachment(raw, part, shown.contains(id)) {
            body.attachments.push(attachment);
        }
    }
    body
}

/// Whether a part that stands alone is a file rather than words.
fn is_file(part: &MessagePart<'_>) -> bool {
    let is_words = part.content_type().is_none_or(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart") || kind.ctype().eq_ignore_ascii_case("text")
    });
    !is_words || part.attachment_name().is_some()
}

fn attachment(raw: &[u8], part: &MessagePart<'_>, shown: bool) -> Option<Attachment> {
    let own = slice(raw, part.offset_header, part.offset_body);
    let header = Header::of(own, label(part));
    let kind = part.content_type();
    let mut media_type = match kind {
        Some(kind) => {
            let sub = kind.subtype().unwrap_or("octet-stream");
            format!("{}/{sub}", kind.ctype()).to_ascii_lowercase()
        }
        None if part.is_message() => "message/rfc822".to_owned(),
        None => "text/plain".to_owned(),
    };
    if prepared::is_encoded_message(&media_type) {
        media_type = "message/rfc822".to_owned();
    }
    let bytes = bytes(raw, part);
    let name = header.file_name();
    let disposed = part
        .content_disposition()
        .map(|field| field.ctype().to_ascii_lowercase());
    if bytes.is_empty() && name.is_none() {
        return None;
    }
    let content_id = header.content_id();
    let is_seen = shown || content_id.is_some() || disposed.as_deref() == Some("inline");
    Some(Attachment {
        name,
        inline: disposed.as_deref() != Some("attachment") && is_seen,
        media_type,
        bytes: bytes.into_owned(),
        content_id,
    })
}

/// The text of a part in the charset of its label.
fn words(raw: &[u8], part: &MessagePart<'_>) -> String {
    charset::decode(&bytes(raw, part), label(part))
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

/// The decoded bytes of a part.
fn bytes<'a>(raw: &'a [u8], part: &MessagePart<'_>) -> Cow<'a, [u8]> {
    let own = Header::of(slice(raw, part.offset_header, part.offset_body), None);
    let encoding = own.written("content-transfer-encoding").unwrap_or_default();
    let body = slice(raw, part.offset_body, part.offset_end);
    // Comments and parameters do not belong here, and come.
    let encoding = encoding.split([';', '(', ' ']).next().unwrap_or_default();
    transfer::decode(body, encoding.trim_matches(['"', '\'']))
}

fn label<'a>(part: &'a MessagePart<'_>) -> Option<&'a str> {
    part.content_type().and_then(|kind| kind.attribute("charset"))
}

fn slice(raw: &[u8], start: u32, end: u32) -> &[u8] {
    let at = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX).min(raw.len());
    raw.get(at(start)..at(end)).unwrap_or_default()
}

fn joined(texts: &[String]) -> String {
    let texts = texts.iter().map(|text| text.trim_matches(['\n', '\r']));
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    bounds::text(&texts.join("\n\n"))
}

/// Takes nested messages apart one by one: dropped as they are, each level would take its piece of the stack.
fn dismantle(message: mail_parser::Message<'_>) {
    let mut left = vec![message];
    while let Some(mut message) = left.pop() {
        for part in message.parts.drain(..) {
            if let PartType::Message(inner) = part.body {
                left.push(inner);
            }
        }
    }
}
