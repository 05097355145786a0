//! Words: as they are written, as they are found, and as they are compared.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::fold::fold;

/// A longer text is found by its first words only: PostgreSQL counts no further, and holds a megabyte at most.
const WORDS: usize = 16_000;
const BYTES: usize = 200_000;
/// A word longer than this is cut, in the text and in the query alike.
const LETTERS: usize = 60;
/// A beginning shorter than this is taken for a whole word: it would match nearly everything.
const BEGINNING: usize = 2;

/// The words of a text, as both indexes take them.
pub(super) struct Written {
    /// Every word without its accents, in the order of the text.
    pub folded: Vec<String>,
    /// Every word that has accents, once, in the form that `accented` gives.
    pub accented: BTreeSet<String>,
}

pub(super) fn written(text: &str) -> Written {
    let mut bytes = 0;
    let words: Vec<String> = words(text)
        .take(WORDS)
        .take_while(|word| {
            bytes += word.len();
            bytes <= BYTES
        })
        .collect();
    Written {
        folded: words.iter().map(|word| fold(word)).collect(),
        accented: words.iter().filter_map(|word| accented(word)).collect(),
    }
}

impl Written {
    /// All words in a row, the accented ones last, where no phrase reaches them.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.folded.iter().chain(&self.accented).map(String::as_str)
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

/// A word with accents in plain letters and digits, its tone first, so that `hoà` and `hòa` are the same word and
/// `khiế` begins `khiếu`; `None` when the word has no accents. No Vietnamese word begins with the sign before it.
fn accented(word: &str) -> Option<String> {
    const SIGN: char = 'w';
    if fold(word) == word {
        return None;
    }
    let mut tone = '0';
    let mut letters = Vec::new();
    for c in word.nfd() {
        match c {
            '\u{300}' => tone = '1',
            '\u{309}' => tone = '2',
            '\u{303}' => tone = '3',
            '\u{301}' => tone = '4',
            '\u{323}' => tone = '5',
            mark if is_combining_mark(mark) => {
                // A letter's sign stands before it, or `u` would begin what begins with `ư`.
                let letter = letters.pop().unwrap_or_default();
                letters.push(format!("{}{letter}", sign(mark)));
            }
            // The d with a stroke, which has no mark to take off.
            '\u{111}' => letters.push("9d".to_owned()),
            letter => letters.push(letter.to_string()),
        }
    }
    Some(format!("{SIGN}{tone}{}", letters.concat()))
}

fn sign(mark: char) -> String {
    match mark {
        '\u{302}' => "6".to_owned(),
        '\u{31b}' => "7".to_owned(),
        '\u{306}' => "8".to_owned(),
        // A mark that Vietnamese does not have still tells words apart.
        other => format!("x{:x}", u32::from(other)),
    }
}

/// What someone searches for, understood once for both databases.
///
/// Every part must be found: a word, or a phrase, which is what stands in quotes or is held together by signs, as
/// in `QT-07-HTCL`. The last word may be only begun. A word typed with accents must have just those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    phrases: Vec<Vec<String>>,
    /// Whether the last word of the last phrase is only begun.
    begun: bool,
    accented: Vec<Accented>,
}

/// A word that was typed with accents, in the form that `accented` gives.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Accented {
    word: String,
    begun: bool,
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
        let typed_words = phrases.iter().flatten().enumerate();
        let accented = typed_words.filter_map(|(index, word)| {
            let begun = begun && index + 1 == count;
            accented(word).map(|word| Accented { word, begun })
        });
        Some(Query {
            accented: accented.collect(),
            begun,
            phrases: phrases
                .iter()
                .map(|phrase| phrase.iter().map(|word| fold(word)).collect())
                .collect(),
        })
    }

    /// The query for SQLite's index: everything in quotes, so that nothing typed is taken for an operator.
    pub(crate) fn sqlite(&self) -> String {
        let phrase = |words: &[String], begun| format!("\"{}\"{}", words.join(" "), mark(begun, "*"));
        self.parts(phrase).join(" AND ")
    }

    /// The query for PostgreSQL's index.
    pub(crate) fn postgres(&self) -> String {
        let phrase = |words: &[String], begun| {
            let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            format!("{}{}", words.join(" <-> "), mark(begun, ":*"))
        };
        self.parts(phrase).join(" & ")
    }

    /// Everything that must be found, each written by `phrase` from its words and whether the last is only begun.
    fn parts(&self, phrase: impl Fn(&[String], bool) -> String) -> Vec<String> {
        let last = self.phrases.len().saturating_sub(1);
        let folded = self.phrases.iter().enumerate();
        let folded = folded.map(|(index, words)| phrase(words, self.begun && index == last));
        let accented = self.accented.iter();
        let accented = accented.map(|word| phrase(std::slice::from_ref(&word.word), word.begun));
        folded.chain(accented).collect()
    }
}

fn mark(begun: bool, mark: &str) -> &str {
    if begun { mark } else { "" }
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
pub(super) fn tsvector<'a>(words: impl Iterator<Item = &'a str>) -> String {
    /// PostgreSQL keeps no more positions of a word.
    const POSITIONS: usize = 255;
    let mut positions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, word) in words.enumerate() {
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
    fn an_accented_word_is_written_in_plain_letters_with_its_tone_first() {
        assert_eq!(accented("khiếu").as_deref(), Some("w4khi6eu"));
        assert_eq!(accented("đường").as_deref(), Some("w19d7u7ong"));
        assert_eq!(accented("khiêu").as_deref(), Some("w0khi6eu"));
        assert_eq!(accented("hoà"), accented("hòa"));
        assert_eq!(accented("khieu"), None);
        assert_ne!(accented("mün"), accented("mun"));
    }

    #[test]
    fn signs_hold_a_phrase_together_and_quotes_do_too() {
        assert_eq!(sqlite("QT-07-HTCL "), "\"qt 07 htcl\"");
        assert_eq!(sqlite("\"khieu nai\" lan "), "\"khieu nai\" AND \"lan\"");
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
    fn typed_accents_must_be_found_too() {
        let found = sqlite("khiếu nai hoà");
        assert_eq!(
            found,
            "\"khieu\" AND \"nai\" AND \"hoa\"* AND \"w4khi6eu\" AND \"w1hoa\"*"
        );
        assert!(sqlite("\"khiếu nại\"").starts_with("\"khieu nai\" AND \"w4khi6eu\""));
    }
}
