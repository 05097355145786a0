//! The words by which old books head their columns and name their channels, kinds and subjects.

mod tables;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use self::tables::{ANSWER_WORDS, CHANNELS, HEADINGS, KINDS, SUBJECTS};
use crate::mapping::Role;
use crate::record::{Channel, Kind, Subject};

/// Lower case, without accents, words separated by one space: how headings and values are compared.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'đ' | 'Đ' => folded.push('d'),
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.trim().to_owned()
}

/// Composed, without blanks at either end: what the record keeps of a cell.
pub(crate) fn tidy(text: &str) -> String {
    text.trim().nfc().collect()
}

/// A heading on one line, as it is shown and as mappings name it.
pub(crate) fn heading(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect()
}

/// A heading that names a role, and how well; the better one compares as greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Likeness {
    /// It is a known heading; otherwise it begins with one.
    pub is_known: bool,
    /// Of the headings known for this role, the plainer ones stand first.
    pub plainness: std::cmp::Reverse<usize>,
}

/// The role that a folded heading names. It is never the date of answer, whatever the heading says.
pub(crate) fn role_named(folded: &str) -> Option<(Role, Likeness)> {
    let known = HEADINGS.iter().flat_map(|&(role, headings)| {
        headings
            .iter()
            .enumerate()
            .map(move |(rank, known)| (role, rank, *known))
    });
    let likeness = |is_known, rank| Likeness {
        is_known,
        plainness: std::cmp::Reverse(rank),
    };
    if let Some((role, rank, _)) = known.clone().find(|&(_, _, known)| known == folded) {
        return Some((role, likeness(true, rank)));
    }
    if speaks_of_answer(folded) {
        return None;
    }
    // The longest beginning counts: "ngày đến hạn …" is a limit, "ngày đến …" a receipt.
    known
        .filter(|(_, _, known)| known.contains(' ') && begins_with_words(folded, known))
        .max_by_key(|(_, _, known)| known.len())
        .map(|(role, rank, _)| (role, likeness(false, rank)))
}

fn begins_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
}

/// Speaks of an answer, so that it may be the date of answer.
pub(crate) fn speaks_of_answer(folded: &str) -> bool {
    let padded = format!(" {folded} ");
    ANSWER_WORDS.iter().any(|word| padded.contains(word))
}

pub(crate) fn channel(folded: &str) -> Option<Channel> {
    look_up(CHANNELS, folded)
}

pub(crate) fn kind(folded: &str) -> Option<Kind> {
    look_up(KINDS, folded)
}

pub(crate) fn subject(folded: &str) -> Option<Subject> {
    look_up(SUBJECTS, folded)
}

fn look_up<T: Copy>(table: &[(T, &[&str])], folded: &str) -> Option<T> {
    table
        .iter()
        .find(|(_, words)| words.contains(&folded))
        .map(|&(meaning, _)| meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(heading: &str) -> Option<Role> {
        role_named(&fold(heading)).map(|(role, _)| role)
    }

    #[test]
    fn headings_are_known_with_and_without_accents_and_in_both_languages() {
        for text in [
            "Ngày nhận",
            "NGÀY TIẾP NHẬN",
            "Ngay tiep nhan",
            "Date received",
            "Created Date",
            "open_dt",
            "Ngày nhận khiếu nại, phàn nàn",
        ] {
            assert_eq!(is(text), Some(Role::Received), "{text}");
        }
        assert_eq!(is("Hạn trả lời"), Some(Role::Limit));
        assert_eq!(is("Ngày đến hạn xử lý"), Some(Role::Limit));
        assert_eq!(is("Company response to consumer"), Some(Role::Outcome));
    }

    #[test]
    fn no_heading_names_the_date_of_answer() {
        for text in [
            "Ngày trả lời",
            "Ngày nhận được công văn trả lời",
            "Date answered",
            "Answered",
            "Response date",
            "Ngày giải quyết",
            "Ngày gửi",
        ] {
            assert_eq!(is(text), None, "{text}");
            assert!(speaks_of_answer(&fold(text)), "{text}");
        }
        assert!(HEADINGS.iter().all(|(role, _)| *role != Role::Answered));
    }

    #[test]
    fn every_word_in_the_tables_is_written_as_it_is_compared() {
        let headings = HEADINGS.iter().flat_map(|(_, words)| words.iter());
        let values = (CHANNELS.iter().flat_map(|(_, words)| words.iter()))
            .chain(KINDS.iter().flat_map(|(_, words)| words.iter()))
            .chain(SUBJECTS.iter().flat_map(|(_, words)| words.iter()));
        for word in headings.chain(values) {
            assert_eq!(&fold(word), word);
        }
    }

    #[test]
    fn folding_keeps_words_apart_and_drops_marks() {
        assert_eq!(fold("  Đơn  thư / Công-văn "), "don thu cong van");
        assert_eq!(fold("open_dt"), "open dt");
        assert_eq!(fold("…"), "");
    }
}
