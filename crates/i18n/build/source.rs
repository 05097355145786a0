//! The message files of one language: read, and every reference between messages put in.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::{Key, Part};

/// Fluent's own patterns, before references are resolved.
type Raw = fluent_syntax::ast::Pattern<String>;

pub struct Source {
    lang: &'static str,
    pub messages: HashMap<String, Definition>,
    terms: HashMap<String, Definition>,
}

pub struct Definition {
    pub file: String,
    pattern: Raw,
}

impl Source {
    pub fn read(locales: &Path, lang: &'static str, problems: &mut Vec<String>) -> Source {
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

    pub fn resolve(&self, key: &str, problems: &mut Vec<String>) -> Option<Vec<Part>> {
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
