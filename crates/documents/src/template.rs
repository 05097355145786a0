//! The wording with which a letter begins: text with typed placeholders such as `{case_number}`, checked before it is kept.
//!
//! `{{` and `}}` are braces. The wordings that come with the product are templates too, and read in the same way.

mod built_in;
mod placeholder;

use std::collections::BTreeMap;

pub use i18n::Lang;
use i18n::{Texts, texts};

pub use self::built_in::{built_in, ending, opening, recourse, you};
pub use self::placeholder::{Placeholder, Type};
use crate::letter::{Letter, Purpose};
use crate::paper::{PaperError, Paragraph};
use crate::sample;

/// What a letter of one purpose in one language is about and says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    pub subject: String,
    pub body: String,
}

/// What stands for each placeholder in one letter; where nothing is known, nothing.
pub type Values = BTreeMap<Placeholder, String>;

/// A field of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Subject,
    Body,
}

impl Part {
    /// As forms name it.
    pub const fn key(self) -> &'static str {
        match self {
            Part::Subject => "subject",
            Part::Body => "body",
        }
    }
}

/// What is wrong with a template; line and column are counted from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub part: Part,
    pub line: usize,
    pub column: usize,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// With the name that was probably meant.
    Unknown(String, Option<Placeholder>),
    /// There is such a placeholder, but letters of this purpose know nothing to put there.
    NotHere(Placeholder),
    Unclosed,
    /// A closing brace without an opening one.
    Unopened,
    Empty,
    /// A subject of several lines.
    SeveralLines,
    /// The sample letter cannot be set.
    Paper(PaperError),
}

impl Wrong {
    /// In words for whoever wrote the template.
    pub fn say(&self, t: &Texts) -> String {
        let what = match &self.what {
            What::Unknown(name, Some(meant)) => {
                t.template_unknown_meant(format!("{{{name}}}"), meant.written())
            }
            What::Unknown(name, None) => t.template_unknown(format!("{{{name}}}")),
            What::NotHere(placeholder) => t.template_not_here(placeholder.written()),
            What::Unclosed => t.template_unclosed().to_owned(),
            What::Unopened => t.template_unopened().to_owned(),
            What::Empty => return t.template_empty().to_owned(),
            What::SeveralLines => return t.template_several_lines().to_owned(),
            What::Paper(error) => return error.say(t),
        };
        t.template_wrong_at(self.line, self.column, what)
    }
}

enum Piece {
    Text(String),
    Placeholder(Placeholder),
}

/// A text that was read, line by line.
pub struct Template(Vec<Vec<Piece>>);

impl Template {
    /// Reads one part of a template for letters of this purpose.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(purpose: Purpose, part: Part, text: &str) -> Result<Template, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let lines = text.lines().zip(1..);
        let lines: Vec<Vec<Piece>> = lines
            .map(|(line, number)| {
                let mut say = |column, what| {
                    wrong.push(Wrong {
                        part,
                        line: number,
                        column,
                        what,
                    });
                };
                pieces(purpose, line, &mut say)
            })
            .collect();
        if wrong.is_empty() {
            Ok(Template(lines))
        } else {
            Err(wrong)
        }
    }

    /// The text of one letter. A line that holds nothing but placeholders for which nothing is known is left out.
    pub fn fill(&self, values: &Values) -> String {
        let value = |placeholder: &Placeholder| values.get(placeholder).map_or("", String::as_str);
        let filled = |line: &Vec<Piece>| -> Option<String> {
            let text: String = line
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.as_str(),
                    Piece::Placeholder(placeholder) => value(placeholder),
                })
                .collect();
            let asks = line.iter().any(|piece| matches!(piece, Piece::Placeholder(_)));
            (!asks || !text.trim().is_empty()).then_some(text)
        };
        let lines: Vec<String> = self.0.iter().filter_map(filled).collect();
        lines.join("\n")
    }
}

fn pieces(purpose: Purpose, line: &str, say: &mut impl FnMut(usize, What)) -> Vec<Piece> {
    let chars: Vec<char> = line.chars().collect();
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let is_doubled = chars.get(at + 1) == Some(&c);
        match c {
            '{' | '}' if is_doubled => {
                text.push(c);
                at += 2;
            }
            '}' => {
                say(at + 1, What::Unopened);
                at += 1;
            }
            '{' => {
                let rest = &chars[at + 1..];
                let end = rest.iter().position(|&c| matches!(c, '}' | '{'));
                let Some(end) = end.filter(|&end| rest[end] == '}') else {
                    say(at + 1, What::Unclosed);
                    at += 1;
                    continue;
                };
                let name: String = rest[..end].iter().collect();
                match Placeholder::named(name.trim()) {
                    Some(found) if found.exists_for(purpose) => {
                        pieces.push(Piece::Text(std::mem::take(&mut text)));
                        pieces.push(Piece::Placeholder(found));
                    }
                    Some(found) => say(at + 1, What::NotHere(found)),
                    None => {
                        let meant = Placeholder::nearest(&name, purpose);
                        say(at + 1, What::Unknown(name, meant));
                    }
                }
                at += end + 2;
            }
            c => {
                text.push(c);
                at += 1;
            }
        }
    }
    pieces.push(Piece::Text(text));
    pieces
}

impl Wording {
    /// The words of one letter.
    ///
    /// # Errors
    /// Everything that is wrong with the template.
    pub fn fill(&self, purpose: Purpose, values: &Values) -> Result<Wording, Vec<Wrong>> {
        let subject = Template::parse(purpose, Part::Subject, &self.subject);
        let body = Template::parse(purpose, Part::Body, &self.body);
        match (subject, body) {
            (Ok(subject), Ok(body)) => Ok(Wording {
                subject: subject.fill(values),
                body: body.fill(values),
            }),
            (subject, body) => {
                let wrong = [subject.err(), body.err()];
                Err(wrong.into_iter().flatten().flatten().collect())
            }
        }
    }

    /// What this template says with the words of the sample house.
    ///
    /// # Errors
    /// Everything that is wrong with the template.
    pub fn sample_words(&self, purpose: Purpose, lang: Lang) -> Result<Wording, Vec<Wrong>> {
        let mut wrong = Vec::new();
        for (part, text) in [(Part::Subject, &self.subject), (Part::Body, &self.body)] {
            let mut say = |what| {
                wrong.push(Wrong {
                    part,
                    line: 1,
                    column: 1,
                    what,
                });
            };
            if text.trim().is_empty() {
                say(What::Empty);
            } else if part == Part::Subject && text.trim().lines().count() > 1 {
                say(What::SeveralLines);
            }
        }
        let t = texts(lang);
        let values: Values = Placeholder::of(purpose).map(|one| (one, one.sample(t))).collect();
        let filled = match self.fill(purpose, &values) {
            Ok(filled) => filled,
            Err(more) => {
                wrong.extend(more);
                return Err(wrong);
            }
        };
        if wrong.is_empty() { Ok(filled) } else { Err(wrong) }
    }

    /// The letter that this template gives with the words of the sample house.
    ///
    /// # Errors
    /// Everything that is wrong with the template.
    pub fn sample(&self, purpose: Purpose, lang: Lang) -> Result<Letter, Vec<Wrong>> {
        let filled = self.sample_words(purpose, lang)?;
        Ok(Letter {
            subject: filled.subject.trim().to_owned(),
            body: Paragraph::lines(&filled.body),
            ..sample::letter(texts(lang), purpose)
        })
    }

    /// Sets the sample letter, as PDF and as DOCX: what cannot be printed is found now and not when somebody writes.
    ///
    /// # Errors
    /// Everything that is wrong with the template.
    pub fn check(&self, purpose: Purpose, lang: Lang) -> Result<(), Vec<Wrong>> {
        let letter = self.sample(purpose, lang)?;
        let set = letter.pdf().and_then(|_| letter.docx());
        set.map(|_| ()).map_err(|error| {
            let part = match error {
                PaperError::Character {
                    field: crate::paper::Field::Subject,
                    ..
                } => Part::Subject,
                _ => Part::Body,
            };
            let what = What::Paper(error);
            vec![Wrong {
                part,
                line: 1,
                column: 1,
                what,
            }]
        })
    }
}

#[cfg(test)]
mod tests;
