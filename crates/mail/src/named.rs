//! What in a mail names a case of ours. Anybody can write it: recognised here, checked elsewhere.

use crate::Mailbox;
use crate::header::Header;

/// Names of cases in a mail, in the order found, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// After `+v-` in an address of ours (RFC 5233), as written: `khieunai+v-7k2m…@…`.
    pub tokens: Vec<String>,
    /// In square brackets in the subject, `[2026-0007]`: year and ordinal.
    pub numbers: Vec<(i16, u32)>,
    /// Behind such a number, `[2026-0007-3f9ac01b]`: how the token of a mail of ours begins, in small letters.
    pub tags: Vec<(i16, u32, String)>,
}

/// Characters of a token that a subject bears: enough that nobody guesses them, few enough that a subject stays one.
pub const TAG: usize = 8;

const MARK: &str = "v-";
/// Names of one kind in one mail.
const MOST: usize = 100;
const SHORTEST: usize = 8;
const LONGEST: usize = 64;

/// Fields in which a mail server notes the address that a mail was delivered to.
const DELIVERED: [&str; 4] = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];

impl Named {
    pub fn of(header: &Header, recipients: &[Mailbox], subject: &str) -> Named {
        let mut named = Named::default();
        let delivered = DELIVERED.iter().flat_map(|name| header.all(name));
        let addresses = recipients.iter().map(|mailbox| mailbox.address.as_str());
        for token in delivered.chain(addresses).filter_map(token) {
            if named.tokens.len() < MOST && !named.tokens.contains(&token) {
                named.tokens.push(token);
            }
        }
        for (year, ordinal, tag) in subject.split('[').skip(1).filter_map(number) {
            if named.numbers.len() < MOST && !named.numbers.contains(&(year, ordinal)) {
                named.numbers.push((year, ordinal));
            }
            if named.tags.len() < MOST {
                named.tags.extend(tag.map(|tag| (year, ordinal, tag)));
            }
        }
        named
    }
}

fn token(address: &str) -> Option<String> {
    let (local, _) = address.rsplit_once('@')?;
    let (_, tag) = local.rsplit_once('+')?;
    let start = tag.get(..MARK.len())?;
    let token = tag.get(MARK.len()..)?;
    let fits = (SHORTEST..=LONGEST).contains(&token.len());
    let is_plain = token
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    (start.eq_ignore_ascii_case(MARK) && fits && is_plain).then(|| token.to_owned())
}

fn number(after_bracket: &str) -> Option<(i16, u32, Option<String>)> {
    let (inside, _) = after_bracket.split_once(']')?;
    let (year, rest) = inside.trim().split_once('-')?;
    let (ordinal, tag) = match rest.split_once('-') {
        Some((ordinal, tag)) => (ordinal, Some(tag)),
        None => (rest, None),
    };
    let is_tag = |tag: &str| tag.len() == TAG && tag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if tag.is_some_and(|tag| !is_tag(tag)) {
        return None;
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !(4..=9).contains(&ordinal.len()) || !digits(year) || !digits(ordinal) {
        return None;
    }
    Some((
        year.parse().ok()?,
        ordinal.parse().ok()?,
        tag.map(str::to_ascii_lowercase),
    ))
}
