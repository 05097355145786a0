//! The messages of one language, and how a sentence with arguments is said.

use std::fmt::{Display, Write};

use crate::lang::Lang;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// All messages of a language. One function per message is generated from the files under `locales`.
pub struct Texts {
    lang: Lang,
    words: &'static [&'static str],
    patterns: &'static [&'static [Part]],
}

static VIETNAMESE: Texts = Texts {
    lang: Lang::Vi,
    words: &VI,
    patterns: &VI_PATTERNS,
};
static ENGLISH: Texts = Texts {
    lang: Lang::En,
    words: &EN,
    patterns: &EN_PATTERNS,
};

pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Vi => &VIETNAMESE,
        Lang::En => &ENGLISH,
    }
}

impl Texts {
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message without arguments under a key that is put together at run time.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        KEYS.binary_search(&key).ok().map(|index| self.words[index])
    }

    /// The message under `key`, or the key itself, so that a gap is seen and not hidden.
    pub fn label<'k>(&self, key: &'k str) -> &'k str {
        self.get(key).unwrap_or(key)
    }

    /// Every key that [`Texts::get`] knows.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.iter().copied()
    }
}

/// Whatever counts something in a sentence.
pub trait Count {
    fn count(self) -> i64;
}

macro_rules! count {
    ($($integer:ty),*) => {
        $(impl Count for $integer {
            fn count(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        })*
    };
}
count!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

/// A piece of a sentence; arguments by their place in the call.
enum Part {
    Text(&'static str),
    Argument(usize),
    Choice(usize, &'static [(Key, &'static [Part])], &'static [Part]),
}

/// When a variant of a sentence is chosen.
#[allow(dead_code, reason = "which of these occur depends on the messages")]
enum Key {
    Exactly(i64),
    One,
    Other,
    Word(&'static str),
}

#[derive(Clone, Copy)]
#[allow(dead_code, reason = "which of these occur depends on the messages")]
enum Value<'a> {
    Shown(&'a dyn Display),
    Number(i64),
    Word(&'a str),
}

fn say(lang: Lang, parts: &[Part], values: &[Value]) -> String {
    let mut sentence = String::with_capacity(64);
    write_parts(&mut sentence, lang, parts, values);
    sentence
}

fn write_parts(sentence: &mut String, lang: Lang, parts: &[Part], values: &[Value]) {
    for part in parts {
        match part {
            Part::Text(text) => sentence.push_str(text),
            Part::Argument(place) => match values[*place] {
                Value::Shown(shown) => {
                    write!(sentence, "{shown}").expect("a String takes all that is written to it")
                }
                Value::Number(number) => sentence.push_str(&crate::numbers::grouped(lang, number)),
                Value::Word(word) => sentence.push_str(word),
            },
            Part::Choice(place, variants, default) => {
                let fits = |key: &Key| match (key, values[*place]) {
                    (Key::Exactly(wanted), Value::Number(number)) => *wanted == number,
                    (Key::One, Value::Number(number)) => lang == Lang::En && number == 1,
                    (Key::Other, Value::Number(number)) => lang == Lang::Vi || number != 1,
                    (Key::Word(wanted), Value::Word(word)) => *wanted == word,
                    (Key::One, Value::Word(word)) => word == "one",
                    (Key::Other, Value::Word(word)) => word == "other",
                    (Key::Word(_), Value::Number(_))
                    | (Key::Exactly(_), Value::Word(_))
                    | (_, Value::Shown(_)) => false,
                };
                let chosen = variants
                    .iter()
                    .find(|(key, _)| fits(key))
                    .map_or(*default, |(_, parts)| parts);
                write_parts(sentence, lang, chosen, values);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::is_nfc;

    use super::*;

    fn every_text(number: i64) -> Vec<(Lang, String, String)> {
        let mut all = Vec::new();
        for lang in Lang::ALL {
            let t = texts(lang);
            all.extend(
                KEYS.iter()
                    .map(|key| (lang, (*key).to_owned(), t.label(key).to_owned())),
            );
            all.extend(
                said(t, number)
                    .into_iter()
                    .map(|(key, text)| (lang, key.to_owned(), text)),
            );
        }
        all
    }

    #[test]
    fn every_message_says_something_in_both_languages() {
        for number in [0, 1, 2, 10_000] {
            for (lang, key, text) in every_text(number) {
                assert!(!text.trim().is_empty(), "{lang:?} {key} is empty");
                assert!(
                    !text.contains(['{', '}']),
                    "{lang:?} {key} shows its brackets: {text}"
                );
            }
        }
    }

    #[test]
    fn no_message_carries_invisible_marks() {
        for (lang, key, text) in every_text(3) {
            let odd = text.chars().find(|c| {
                matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            });
            assert_eq!(odd, None, "{lang:?} {key}");
        }
    }

    #[test]
    fn every_message_is_composed_unicode() {
        for (lang, key, text) in every_text(3) {
            assert!(is_nfc(&text), "{lang:?} {key} is decomposed: {text}");
        }
    }

    #[test]
    fn nothing_vietnamese_is_left_untranslated() {
        let names = ["product-name"];
        for key in KEYS.iter().filter(|key| !names.contains(key)) {
            let (vi, en) = (VIETNAMESE.label(key), ENGLISH.label(key));
            let marked = en
                .chars()
                .any(|c| matches!(c, 'đ' | 'Đ' | 'ă' | 'ơ' | 'ư' | '\u{1ea0}'..='\u{1ef9}'));
            assert!(
                vi != en || !marked,
                "{key} reads the same in both languages: {en}"
            );
        }
    }

    #[test]
    fn a_label_is_found_by_its_key() {
        assert_eq!(texts(Lang::Vi).get("language-name"), Some("Tiếng Việt"));
        assert_eq!(texts(Lang::En).get("language-name"), Some("English"));
        assert_eq!(texts(Lang::Vi).get("no-such-key"), None);
        assert_eq!(texts(Lang::Vi).label("no-such-key"), "no-such-key");
    }

    #[test]
    fn a_sentence_follows_its_number() {
        let say_both = |number: i64| (VIETNAMESE.time_days(number), ENGLISH.time_days(number));
        assert_eq!(say_both(1), ("1 ngày".to_owned(), "1 day".to_owned()));
        assert_eq!(say_both(30), ("30 ngày".to_owned(), "30 days".to_owned()));
        assert_eq!(
            say_both(10_000),
            ("10.000 ngày".to_owned(), "10,000 days".to_owned())
        );
    }
}
