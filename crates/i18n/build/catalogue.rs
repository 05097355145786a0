//! The messages of both languages side by side, and everything that is wrong with them.

#[path = "source.rs"]
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use source::Source;

pub struct Catalogue {
    /// In the order of their keys, so that a key is found by halving.
    pub messages: Vec<Message>,
    pub problems: Vec<String>,
}

pub struct Message {
    pub key: String,
    pub vi: Vec<Part>,
    pub en: Vec<Part>,
    /// In the order in which the Vietnamese sentence uses them.
    pub variables: Vec<Variable>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    Text(String),
    Shown(String),
    Counted(String),
    Choice {
        variable: String,
        variants: Vec<(Key, Vec<Part>)>,
        default: Vec<Part>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    Exactly(i64),
    One,
    Other,
    Word(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    pub name: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Anything that can be displayed.
    Shown,
    /// A number, written with the separators of the language.
    Counted,
    /// A word that chooses between variants.
    Word,
}

/// Reads `<locales>/vi/*.ftl` and `<locales>/en/*.ftl`. What is wrong is reported and left out or, when one
/// language lacks a message, filled from the other.
pub fn read(locales: &Path) -> Catalogue {
    let mut problems = Vec::new();
    let vi = Source::read(locales, "vi", &mut problems);
    let en = Source::read(locales, "en", &mut problems);

    let keys: BTreeSet<&String> = vi.messages.keys().chain(en.messages.keys()).collect();
    let mut messages = Vec::new();
    for key in keys {
        let (vi_parts, en_parts) = match (vi.resolve(key, &mut problems), en.resolve(key, &mut problems)) {
            (Some(vi_parts), Some(en_parts)) => {
                let (vi_file, en_file) = (&vi.messages[key].file, &en.messages[key].file);
                if vi_file != en_file {
                    problems.push(format!("'{key}' stands in vi/{vi_file} but in en/{en_file}"));
                }
                (vi_parts, en_parts)
            }
            (Some(vi_parts), None) => {
                problems.push(format!(
                    "'{key}' of vi/{} is missing in English",
                    vi.messages[key].file
                ));
                (vi_parts.clone(), vi_parts)
            }
            (None, Some(en_parts)) => {
                problems.push(format!(
                    "'{key}' of en/{} is missing in Vietnamese",
                    en.messages[key].file
                ));
                (en_parts.clone(), en_parts)
            }
            (None, None) => continue,
        };
        if KEYWORDS.contains(&key.as_str()) || FUNCTIONS.contains(&key.as_str()) {
            problems.push(format!(
                "'{key}' is a word of Rust or a function of Texts: choose another key"
            ));
            continue;
        }
        let variables = variables(key, &vi_parts, &en_parts, &mut problems);
        if let Some(word) = variables
            .iter()
            .find(|variable| KEYWORDS.contains(&variable.name.as_str()))
        {
            problems.push(format!(
                "'{key}' uses ${}, a word of Rust: choose another name",
                word.name
            ));
            continue;
        }
        messages.push(Message {
            key: key.clone(),
            vi: vi_parts,
            en: en_parts,
            variables,
        });
    }
    Catalogue { messages, problems }
}

/// Words of Rust that can name neither a function nor an argument.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum", "extern",
    "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "unsafe", "use",
    "virtual", "where", "while", "yield",
];

/// What `Texts` can do besides saying messages.
#[rustfmt::skip]
const FUNCTIONS: &[&str] = &[
    "date", "date-and-weekday", "date-long", "days-left", "file-size", "get", "instant", "keys", "label", "lang",
    "month", "number", "percent", "rule-explained", "rule-sentence", "rule-source", "rule-title", "time-of-day", "weekday",
];

/// The variables of a message: each language must use the same ones.
fn variables(key: &str, vi: &[Part], en: &[Part], problems: &mut Vec<String>) -> Vec<Variable> {
    let (mut in_vi, mut in_en) = (Vec::new(), Vec::new());
    collect(vi, &mut in_vi);
    collect(en, &mut in_en);
    for (missing, has, lacks) in [
        (lacking(&in_vi, &in_en), "Vietnamese", "English"),
        (lacking(&in_en, &in_vi), "English", "Vietnamese"),
    ] {
        for name in missing {
            problems.push(format!("'{key}' uses ${name} in {has} but not in {lacks}"));
        }
    }
    let mut all: Vec<Variable> = Vec::new();
    for variable in in_vi.into_iter().chain(in_en) {
        match all.iter_mut().find(|known| known.name == variable.name) {
            Some(known) => known.kind = known.kind.max(variable.kind),
            None => all.push(variable),
        }
    }
    all
}

fn lacking<'a>(these: &'a [Variable], those: &[Variable]) -> Vec<&'a str> {
    let mut names: Vec<&str> = these.iter().map(|variable| variable.name.as_str()).collect();
    names.retain(|name| those.iter().all(|other| other.name != *name));
    names.dedup();
    names
}

fn collect(parts: &[Part], found: &mut Vec<Variable>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Shown(name) => found.push(Variable {
                name: name.clone(),
                kind: Kind::Shown,
            }),
            Part::Counted(name) => found.push(Variable {
                name: name.clone(),
                kind: Kind::Counted,
            }),
            Part::Choice {
                variable,
                variants,
                default,
            } => {
                let by_word = variants.iter().any(|(key, _)| matches!(key, Key::Word(_)));
                let kind = if by_word { Kind::Word } else { Kind::Counted };
                found.push(Variable {
                    name: variable.clone(),
                    kind,
                });
                for (_, parts) in variants {
                    collect(parts, found);
                }
                collect(default, found);
            }
        }
    }
}
