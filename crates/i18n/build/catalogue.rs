//! The messages of both languages side by side, and everything that is wrong with them.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser;

/// Fluent's own patterns, before references are resolved.
type Raw = fluent_syntax::ast::Pattern<String>;

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

    let keys: BTreeMap<&String, ()> = vi
        .messages
        .keys()
        .chain(en.messages.keys())
        .map(|key| (key, ()))
        .collect();
    let mut messages = Vec::new();
    for key in keys.into_keys() {
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

struct Source {
    lang: &'static str,
    messages: HashMap<String, Definition>,
    terms: HashMap<String, Definition>,
}

struct Definition {
    file: String,
    pattern: Raw,
}

impl Source {
    fn read(locales: &Path, lang: &'static str, problems: &mut Vec<String>) -> Source {
        let mut source = Source {
            lang,
            messages: HashMap::new(),
            terms: HashMap::new(),
        };
        let folder = locales.join(lang);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
            .collect();
        files.sort();
        for path in files {
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            match fs::read_to_string(&path) {
                Ok(text) => source.add(&file, text, problems),
                Err(error) => problems.push(format!("{lang}/{file}: {error}")),
            }
        }
        source
    }

    fn add(&mut self, file: &str, text: String, problems: &mut Vec<String>) {
        let lang = self.lang;
        let resource = match parser::parse(text.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = text[..error.pos.start.min(text.len())].matches('\n').count() + 1;
                    problems.push(format!("{lang}/{file}:{line}: {error}"));
                }
                resource
            }
        };
        for entry in resource.body {
            let (id, value, attributes, known) = match entry {
                Entry::Message(message) => {
                    (message.id, message.value, message.attributes, &mut self.messages)
                }
                Entry::Term(term) => (term.id, Some(term.value), term.attributes, &mut self.terms),
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {
                    continue;
                }
            };
            let key = id.name;
            if !attributes.is_empty() {
                problems.push(format!(
                    "{lang}/{file}: '{key}' has attributes: make them messages of their own"
                ));
            }
            let Some(pattern) = value else { continue };
            if let Some(earlier) = known.get(&key) {
                problems.push(format!(
                    "{lang}: '{key}' stands in {} and again in {file}",
                    earlier.file
                ));
                continue;
            }
            known.insert(
                key,
                Definition {
                    file: file.to_owned(),
                    pattern,
                },
            );
        }
    }

    fn resolve(&self, key: &str, problems: &mut Vec<String>) -> Option<Vec<Part>> {
        let definition = self.messages.get(key)?;
        let mut wrong = Vec::new();
        let parts = self.pattern(&definition.pattern, 0, &mut wrong);
        problems.extend(
            wrong
                .into_iter()
                .map(|what| format!("{}/{}: '{key}': {what}", self.lang, definition.file)),
        );
        Some(parts)
    }

    fn pattern(&self, pattern: &Raw, depth: usize, wrong: &mut Vec<String>) -> Vec<Part> {
        if depth > 8 {
            wrong.push("refers to itself".to_owned());
            return Vec::new();
        }
        let mut parts: Vec<Part> = Vec::new();
        for element in &pattern.elements {
            let added = match element {
                PatternElement::TextElement { value } => vec![Part::Text(value.clone())],
                PatternElement::Placeable {
                    expression: Expression::Inline(inline),
                } => self.inline(inline, depth, wrong),
                PatternElement::Placeable {
                    expression: Expression::Select { selector, variants },
                } => self.choice(selector, variants, depth, wrong),
            };
            for part in added {
                match (parts.last_mut(), part) {
                    (Some(Part::Text(before)), Part::Text(after)) => before.push_str(&after),
                    (_, part) => parts.push(part),
                }
            }
        }
        parts
    }

    fn inline(&self, inline: &InlineExpression<String>, depth: usize, wrong: &mut Vec<String>) -> Vec<Part> {
        let referred = |known: &HashMap<String, Definition>, name: &String, wrong: &mut Vec<String>| {
            if let Some(definition) = known.get(name) {
                return self.pattern(&definition.pattern, depth + 1, wrong);
            }
            wrong.push(format!("refers to '{name}', which does not exist"));
            Vec::new()
        };
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                vec![Part::Text(value.clone())]
            }
            InlineExpression::VariableReference { id } => vec![Part::Shown(id.name.clone())],
            InlineExpression::MessageReference { id, .. } => referred(&self.messages, &id.name, wrong),
            InlineExpression::TermReference { id, .. } => referred(&self.terms, &id.name, wrong),
            InlineExpression::FunctionReference { id, arguments } => match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id: variable }] if id.name == "NUMBER" => {
                    vec![Part::Counted(variable.name.clone())]
                }
                _ => {
                    wrong.push(format!("calls {}: only NUMBER($variable) is known", id.name));
                    Vec::new()
                }
            },
            InlineExpression::Placeable { expression } => match expression.as_ref() {
                Expression::Inline(inline) => self.inline(inline, depth, wrong),
                Expression::Select { selector, variants } => self.choice(selector, variants, depth, wrong),
            },
        }
    }

    fn choice(
        &self,
        selector: &InlineExpression<String>,
        variants: &[fluent_syntax::ast::Variant<String>],
        depth: usize,
        wrong: &mut Vec<String>,
    ) -> Vec<Part> {
        let InlineExpression::VariableReference { id } = selector else {
            wrong.push("chooses by something other than a $variable".to_owned());
            return Vec::new();
        };
        let mut default = Vec::new();
        let mut chosen = Vec::new();
        for variant in variants {
            let key = match &variant.key {
                VariantKey::NumberLiteral { value } => match value.parse() {
                    Ok(number) => Key::Exactly(number),
                    Err(_) => {
                        wrong.push(format!("chooses by {value}, which is not a whole number"));
                        continue;
                    }
                },
                VariantKey::Identifier { name } => match name.as_str() {
                    "one" => Key::One,
                    "other" => Key::Other,
                    _ => Key::Word(name.clone()),
                },
            };
            let parts = self.pattern(&variant.value, depth + 1, wrong);
            if variant.default {
                default = parts.clone();
            }
            chosen.push((key, parts));
        }
        vec![Part::Choice {
            variable: id.name.clone(),
            variants: chosen,
            default,
        }]
    }
}

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
