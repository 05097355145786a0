//! A mail made ready for the MIME parser, where senders break the rules in ways that would lose parts.

use std::borrow::Cow;
use std::ops::Range;

const MESSAGES: [&str; 2] = ["rfc822", "global"];

/// The header of a part is looked at around each; a mail has no more parts with a type than this anyway.
const MOST_MARKED: usize = 5_000;

/// Their marked forms, of the same length.
const MARKED: [&str; 2] = ["message/xfc822", "message/xlobal"];

/// The same mail with two repairs.
pub fn prepared(raw: &[u8]) -> Cow<'_, [u8]> {
    match with_ended_headers(raw) {
        Some(ended) => Cow::Owned(with_encoded_messages_marked(&ended).into_owned()),
        None => with_encoded_messages_marked(raw),
    }
}

/// Whether a media type is that of an encoded message, as marked here.
pub fn is_encoded_message(media_type: &str) -> bool {
    MARKED.contains(&media_type)
}

/// An empty line between the header of a part that has no body and the boundary after it: the parser would take the
/// boundary for a field, and the parts that follow with it. `None` where every header is ended.
fn with_ended_headers(raw: &[u8]) -> Option<Vec<u8>> {
    let mut ended: Option<Vec<u8>> = None;
    let (mut copied, mut at) = (0, 0);
    let (mut in_header, mut is_typed) = (true, false);
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let is_empty = line.trim_ascii_end().is_empty();
        if line.starts_with(b"--") && line.len() > 3 {
            if in_header && is_typed {
                let ended = ended.get_or_insert_default();
                ended.extend_from_slice(&raw[copied..at]);
                ended.push(b'\n');
                copied = at;
            }
            (in_header, is_typed) = (true, false);
        } else if is_empty {
            (in_header, is_typed) = (true, false);
        } else {
            in_header &= is_field(line);
            is_typed |= line
                .get(..13)
                .is_some_and(|name| name.eq_ignore_ascii_case(b"content-type:"));
        }
        at += line.len();
    }
    let mut ended = ended?;
    ended.extend_from_slice(&raw[copied..]);
    Some(ended)
}

/// A field of a header or the continuation of one.
fn is_field(line: &[u8]) -> bool {
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    let is_name = name.len() < line.len() && name.iter().all(u8::is_ascii_graphic);
    line.starts_with(b" ") || line.starts_with(b"\t") || is_name && !name.is_empty()
}

/// Marks each message/rfc822 in whose header an encoding stands, against RFC 2046, 5.2.1: the parser then leaves it whole.
fn with_encoded_messages_marked(raw: &[u8]) -> Cow<'_, [u8]> {
    let mut raw = Cow::Borrowed(raw);
    for at in positions(&raw, b"message/").into_iter().take(MOST_MARKED) {
        let kind = raw.get(at.end..at.end + 6).unwrap_or_default();
        let is_message = MESSAGES
            .iter()
            .any(|sub| kind.eq_ignore_ascii_case(sub.as_bytes()));
        if is_message && is_encoded(block(&raw, at.start)) {
            raw.to_mut()[at.end] = b'x';
        }
    }
    raw
}

fn positions(raw: &[u8], needle: &[u8]) -> Vec<Range<usize>> {
    let windows = raw.windows(needle.len()).enumerate();
    let found = windows.filter(|(_, window)| window.eq_ignore_ascii_case(needle));
    found.map(|(at, _)| at..at + needle.len()).collect()
}

/// The lines around `at` up to the next empty ones: the header of a part.
fn block(raw: &[u8], at: usize) -> &[u8] {
    const REACH: usize = 4 << 10;
    let ends = |window: &[u8]| window.starts_with(b"\n\n") || window.starts_with(b"\n\r\n");
    let from = at.saturating_sub(REACH);
    let start = raw[from..at]
        .windows(3)
        .rposition(ends)
        .map_or(from, |start| from + start);
    let until = raw.len().min(at + REACH);
    let end = raw[at..until]
        .windows(3)
        .position(ends)
        .map_or(until, |end| at + end);
    &raw[start..end]
}

fn is_encoded(block: &[u8]) -> bool {
    let block = String::from_utf8_lossy(block).to_ascii_lowercase();
    let after = block.split("content-transfer-encoding").skip(1);
    after
        .filter_map(|rest| rest.trim_start().strip_prefix(':'))
        .map(str::trim_start)
        .any(|name| name.starts_with("base64") || name.starts_with("quoted-printable"))
}
