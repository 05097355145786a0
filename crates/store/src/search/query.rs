//! Words: as they are written, as they are found, and as they are compared.

use std::collections::BTreeMap;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use crate::fold::fold;

/// A text longer than this many words is found by its first ones only; PostgreSQL counts no further.
const WORDS: usize = 16_000;
/// A word longer than this is cut, in the text and in the query alike.
const LETTERS: usize = 60;
/// A beginning shorter than this is taken for a whole word: it would match nearly everything.
const BEGINNING: usize = 2;

/// A text, ready for both indexes.
pub(super) struct Written {
    /// The words with their accents, each in the form that `accented` gives, with a space on either side.
    pub body: String,
    pub folded: Vec<String>,
}

pub(super) fn written(text: &str) -> Written {
    let words: Vec<String> = words(text).take(WORDS).collect();
    let mut body = String::with_capacity(text.len() + words.len());
    for word in &words {
        body.push(' ');
        body.push_str(&accented(word));
    }
    body.push(' ');
    Written {
        body,
        folded: words.iter().map(|word| fold(word)).collect(),
    }
}

/// The words of a text: what stands between spaces and signs, composed and in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    let composed: String = text.nfc().collect();
    let words: Vec<String> = composed
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LETTERS).collect())
        .collect();
    words.into_iter()
}

/// A word with its tone first, so that `hoà` and `hòa` compare alike and `khiế` begins `khiếu`.
fn accented(word: &str) -> String {
    let mut tone = '0';
    let mut letters = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{300}' => tone = '1',
            '\u{309}' => tone = '2',
            '\u{303}' => tone = '3',
            '\u{301}' => tone = '4',
            '\u{323}' => tone = '5',
            other => letters.push(other),
        }
    }
    std::iter::once(tone).chain(letters.nfc()).collect()
}

/// What someone searches for, understood once for both databases.
///
/// Every part must be found: a word, or a phrase, which is what stands in quotes or is held together by signs, as
/// in `QT-07-HTCL`. The last word may be only begun. A word typed with accents must have just those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    phrases: Vec<Vec<String>>,
    begun: bool,
    accents: Vec<String>,
}

impl Query {
    /// Understands what was typed; `None` when there is no word in it.
    pub fn parse(typed: &str) -> Option<Query> {
        let chunks = chunks(typed);
        let phrases: Vec<Vec<String>> = chunks
            .iter()
            .map(|chunk| words(chunk).collect::<Vec<_>>())
            .filter(|phrase| !phrase.is_empty())
            .collect();
        let last = phrases.last()?.last()?;
        let ends_in_word = typed.ends_with(char::is_alphanumeric);
        let begun = ends_in_word && last.chars().count() >= BEGINNING;
        let count: usize = phrases.iter().map(Vec::len).sum();
        let mut accents = Vec::new();
        for (index, word) in phrases.iter().flatten().enumerate() {
            if fold(word) == *word {
                continue;
            }
            let unfinished = begun && index + 1 == count;
            let end = if unfinished { "%" } else { " %" };
            accents.push(format!("% {}{end}", accented(word)));
        }
        Some(Query {
            phrases: phrases
                .iter()
                .map(|phrase| phrase.iter().map(|word| fold(word)).collect())
                .collect(),
            begun,
            accents,
        })
    }

    /// The patterns for `like` that the written words must match, one for each word with accents.
    pub(crate) fn accents(&self) -> &[String] {
        &self.accents
    }

    /// The query for SQLite's index: phrases in quotes, so that nothing typed is taken for an operator.
    pub(crate) fn sqlite(&self) -> String {
        let phrases: Vec<String> = self
            .phrases
            .iter()
            .map(|phrase| format!("\"{}\"", phrase.join(" ")))
            .collect();
        let star = if self.begun { "*" } else { "" };
        format!("{}{star}", phrases.join(" AND "))
    }

    /// The query for PostgreSQL's index.
    pub(crate) fn postgres(&self) -> String {
        let phrases: Vec<String> = self
            .phrases
            .iter()
            .map(|phrase| {
                let words: Vec<String> = phrase.iter().map(|word| format!("'{word}'")).collect();
                words.join(" <-> ")
            })
            .collect();
        let star = if self.begun { ":*" } else { "" };
        format!("{}{star}", phrases.join(" & "))
    }
}

/// Splits what was typed at spaces, but not inside quotes.
fn chunks(typed: &str) -> Vec<String> {
    let mut chunks = vec![String::new()];
    let mut quoted = false;
    for c in typed.chars() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => chunks.push(String::new()),
            c => chunks.last_mut().expect("there is always a chunk").push(c),
        }
    }
    chunks
}

/// The words as PostgreSQL writes a `tsvector`: `'khieu':1,7 'nai':2,8`.
pub(super) fn tsvector(words: &[String]) -> String {
    /// PostgreSQL keeps no more positions of a word.
    const POSITIONS: usize = 255;
    let mut positions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, word) in words.iter().enumerate() {
        let places = positions.entry(word).or_default();
        if places.len() < POSITIONS {
            places.push(index + 1);
        }
    }
    let mut vector = String::new();
    for (word, places) in positions {
        let places: Vec<String> = places.iter().map(usize::to_string).collect();
        // Writing to a string cannot fail.
        let _ = write!(vector, "'{word}':{} ", places.join(","));
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sqlite(typed: &str) -> String {
        Query::parse(typed).expect("a query with words").sqlite()
    }

    #[test]
    fn a_word_is_written_with_its_tone_first() {
        assert_eq!(written("Khiếu nại").body, " 4khiêu 5nai ");
        assert_eq!(accented("hoà"), accented("hòa"));
        assert_ne!(accented("khiếu"), accented("khiêu"));
    }

    #[test]
    fn signs_hold_a_phrase_together_and_quotes_do_too() {
        assert_eq!(sqlite("QT-07-HTCL "), "\"qt 07 htcl\"");
        assert_eq!(sqlite("\"Khiếu nại\" lan "), "\"khieu nai\" AND \"lan\"");
    }

    #[test]
    fn only_the_last_word_may_be_begun_and_not_by_one_letter() {
        assert_eq!(sqlite("khieu na"), "\"khieu\" AND \"na\"*");
        assert_eq!(sqlite("khieu n"), "\"khieu\" AND \"n\"");
        let query = Query::parse("khieu na").expect("a query with words");
        assert_eq!(query.postgres(), "'khieu' & 'na':*");
    }

    #[test]
    fn operators_and_quotes_are_only_words() {
        assert_eq!(
            sqlite("a AND b* OR 'c' "),
            "\"a\" AND \"and\" AND \"b\" AND \"or\" AND \"c\""
        );
        assert_eq!(Query::parse(" -*\"' "), None);
    }

    #[test]
    fn typed_accents_are_kept_for_comparing() {
        let query = Query::parse("khiếu nai hoà").expect("a query with words");
        assert_eq!(query.accents(), ["% 4khiêu %", "% 1hoa%"]);
    }
}
