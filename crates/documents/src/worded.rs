//! A paper in its final words, line by line, before it is drawn: what PDF and DOCX have in common.
//!
//! Here stand the decree's rules about wording: capitals, padding, separators, what is blank before the signature.

use i18n::{Lang, Texts, texts};
use jiff::civil::Date;
use serde::Serialize;
use serde::ser::Serializer;
use unicode_normalization::char::is_combining_mark;

use crate::glyphs::{printable, shown};
use crate::paper::{Authority, Copies, Field, House, PaperError, Paragraph, Signatory, Stage, Typist};
use crate::typeset::{self, Template};
use crate::word;

/// Where the paper says what it is about.
#[derive(Clone, Copy)]
pub enum Named {
    /// A letter: `V/v …` below the number.
    UnderNumber,
    /// Everything else: the name of its kind, and the subject below.
    InTheMiddle,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Paragraph(Paragraph),
    /// In the middle, in capitals: the body that decides, `QUYẾT ĐỊNH:`.
    Centred(String),
    /// Dotted lines to be written on by hand.
    Blank(u8),
}

/// What a paper is made from.
pub struct Source<'a> {
    pub lang: Lang,
    pub house: &'a House,
    pub kind: &'a str,
    pub symbol: Option<&'a str>,
    pub stage: Stage,
    pub named: Named,
    pub subject: &'a str,
    pub addressees: &'a [String],
    pub body: Vec<Part>,
    pub signatories: &'a [Signatory],
    pub copies: Option<&'a Copies>,
    pub typist: Option<&'a Typist>,
}

#[derive(Serialize)]
pub struct Worded {
    #[serde(serialize_with = "code")]
    pub lang: Lang,
    pub meta: Meta,
    pub draft: Option<&'static str>,
    pub parents: Vec<Words>,
    pub organisation: Words,
    pub country: &'static str,
    pub motto: &'static str,
    pub number: Option<Words>,
    pub place_and_date: Words,
    pub about: Option<Words>,
    pub title: Option<Title>,
    pub to: Option<To>,
    pub body: Vec<Block>,
    pub signatures: Vec<Signature>,
    pub copies: Option<CopyList>,
    pub foot: Vec<Words>,
}

/// What a reader of the file is told without opening it.
#[derive(Serialize)]
pub struct Meta {
    pub title: String,
    pub author: String,
    pub year: i16,
    pub month: i8,
    pub day: i8,
}

impl Meta {
    /// Of a paper in which what cannot be printed stands as its code.
    pub fn shown(title: &str, house: &House, on: Date) -> Self {
        Meta {
            title: shown(title),
            author: shown(&house.name),
            year: on.year(),
            month: on.month(),
            day: on.day(),
        }
    }
}

#[derive(Serialize)]
pub struct Title {
    pub kind: Words,
    pub about: Words,
}

#[derive(Serialize)]
pub struct To {
    pub label: &'static str,
    pub names: Vec<Words>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Block {
    Paragraph { runs: Vec<Piece> },
    Centred { words: Words },
    Blank { lines: u8 },
}

#[derive(Serialize)]
pub struct Piece {
    pub words: Words,
    pub bold: bool,
    pub italic: bool,
}

#[derive(Serialize)]
pub struct Signature {
    pub lines: Vec<Words>,
    pub name: Words,
}

#[derive(Serialize)]
pub struct CopyList {
    pub label: &'static str,
    pub lines: Vec<Words>,
    pub typist: Option<Words>,
}

/// A line of text and how long a word in it may be before it may break anywhere, lest it leave its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    longest: usize,
}

pub const IN_A_COLUMN: usize = 20;
pub const ACROSS_THE_PAGE: usize = 45;

impl Words {
    /// A line that was found printable, in which words longer than this may break anywhere.
    pub fn breaking(text: String, longest: usize) -> Self {
        Words { text, longest }
    }
}

impl Serialize for Words {
    /// As pieces between which a line may break.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(pieces(&self.text, self.longest))
    }
}

fn pieces(text: &str, longest: usize) -> Vec<&str> {
    let is_long = |word: &str| word.chars().nth(longest).is_some();
    if !text.split(' ').any(is_long) {
        return vec![text];
    }
    let mut pieces = Vec::new();
    let mut kept = 0;
    let mut start = 0;
    for word in text.split(' ') {
        let end = start + word.len();
        if is_long(word) {
            for (place, c) in word.char_indices().skip(1) {
                if !is_combining_mark(c) {
                    pieces.push(&text[kept..start + place]);
                    kept = start + place;
                }
            }
        }
        start = end + 1;
    }
    pieces.push(&text[kept..]);
    pieces
}

fn code<S: Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(lang.code())
}

impl Worded {
    pub fn of(source: &Source) -> Result<Self, PaperError> {
        let t = texts(source.lang);
        let house = source.house;
        let stage = source.stage;
        let is_draft = matches!(stage, Stage::Draft { .. });
        let subject = printable(Field::Subject, source.subject.trim())?;
        let organisation = upper(Field::Organisation, &house.name)?;
        let parents = house.parents.iter().map(|name| upper(Field::Parent, name));
        let foot = house.foot.iter().map(|line| across(Field::Foot, line));
        let (about, title) = match source.named {
            Named::UnderNumber if subject.is_empty() => (None, None),
            Named::UnderNumber => (Some(column(Field::Subject, &t.letter_about(&subject))?), None),
            Named::InTheMiddle => {
                let kind = upper(Field::Title, source.kind)?;
                let about = across(Field::Subject, &subject)?;
                (None, Some(Title { kind, about }))
            }
        };
        Ok(Worded {
            lang: source.lang,
            meta: meta(t, source, &subject)?,
            draft: is_draft.then(|| t.letter_draft_mark()),
            parents: parents.collect::<Result<_, _>>()?,
            organisation,
            country: t.letter_country(),
            motto: t.letter_motto(),
            number: source.symbol.map(|symbol| number(t, symbol, stage)).transpose()?,
            place_and_date: place_and_date(t, house, stage)?,
            about,
            title,
            to: to(t, source)?,
            body: body(source)?,
            signatures: source
                .signatories
                .iter()
                .map(|signatory| signature(t, signatory))
                .collect::<Result<_, _>>()?,
            copies: source
                .copies
                .map(|copies| copy_list(t, source, copies))
                .transpose()?,
            foot: foot.collect::<Result<_, _>>()?,
        })
    }

    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let json = serde_json::to_string(self).expect("a paper is made of strings and numbers");
        typeset::pdf(
            Template::Letter,
            json,
            texts(self.lang).product_name(),
            Vec::new(),
        )
        .map_err(PaperError::Typesetting)
    }

    pub fn docx(&self) -> Result<Vec<u8>, PaperError> {
        word::docx(self).map_err(PaperError::Typesetting)
    }
}

fn meta(t: &Texts, source: &Source, subject: &str) -> Result<Meta, PaperError> {
    let day = source.stage.day();
    let mut title = source.kind.to_owned();
    if !subject.is_empty() {
        title = t.papers_title(title, subject);
    }
    if let Stage::Draft { .. } = source.stage {
        title = t.papers_title(t.letter_draft_mark(), title);
    }
    Ok(Meta {
        title: printable(Field::Title, &title)?,
        author: printable(Field::Organisation, &source.house.name)?,
        year: day.year(),
        month: day.month(),
        day: day.day(),
    })
}

/// Numbers below ten take a zero; before the signature the place stays blank.
fn number(t: &Texts, symbol: &str, stage: Stage) -> Result<Words, PaperError> {
    const TO_BE_FILLED: &str = "        ";
    let number = match stage {
        Stage::Issued {
            number: Some(number), ..
        } => format!("{number:02}"),
        Stage::Issued { number: None, .. } | Stage::Signed { .. } | Stage::Draft { .. } => {
            TO_BE_FILLED.to_owned()
        }
    };
    column(Field::Symbol, &t.letter_number_line(number, symbol))
}

fn place_and_date(t: &Texts, house: &House, stage: Stage) -> Result<Words, PaperError> {
    let line = match stage {
        Stage::Issued { on, .. } => t.papers_place_and_date(&house.place, t.date_long(on)),
        Stage::Draft { .. } | Stage::Signed { .. } => t.letter_place_without_date(&house.place),
    };
    column(Field::Place, &line)
}

/// One addressee stands behind the colon; several stand below it, with `;` between them and `.` at the end.
fn to(t: &Texts, source: &Source) -> Result<Option<To>, PaperError> {
    let names = source.addressees;
    if names.is_empty() {
        return Ok(None);
    }
    let line = |(place, name): (usize, &String)| {
        let ending = match names.len() - place {
            _ if names.len() == 1 => "",
            1 => ".",
            _ => ";",
        };
        across(Field::Addressee(place + 1), &format!("{}{ending}", name.trim()))
    };
    let names = names.iter().enumerate().map(line).collect::<Result<_, _>>()?;
    let label = t.papers_to();
    Ok(Some(To { label, names }))
}

fn body(source: &Source) -> Result<Vec<Block>, PaperError> {
    let mut parts = source.body.clone();
    if let (Lang::Vi, Some(Part::Paragraph(last))) = (source.lang, parts.last_mut()) {
        last.close();
    }
    let block = |(place, part): (usize, &Part)| {
        let field = Field::Paragraph(place + 1);
        Ok(match part {
            Part::Paragraph(paragraph) => {
                let piece = |run: &crate::paper::Run| {
                    Ok(Piece {
                        words: across(field, &run.text)?,
                        bold: run.bold,
                        italic: run.italic,
                    })
                };
                let runs = paragraph.runs.iter().map(piece).collect::<Result<_, _>>()?;
                Block::Paragraph { runs }
            }
            Part::Centred(text) => Block::Centred {
                words: upper_across(field, text)?,
            },
            Part::Blank(lines) => Block::Blank { lines: *lines },
        })
    };
    parts.iter().enumerate().map(block).collect()
}

fn signature(t: &Texts, signatory: &Signatory) -> Result<Signature, PaperError> {
    let lines = match &signatory.authority {
        Authority::Own { title } => vec![title.clone()],
        Authority::Deputy { head, title } => vec![t.papers_deputy_for(head), title.clone()],
        Authority::ByOrder { head, title } => vec![t.papers_by_order_of(head), title.clone()],
        Authority::ByMandate { head, title } => vec![t.papers_by_mandate_of(head), title.clone()],
        Authority::Acting { head } => vec![t.papers_acting(head)],
        Authority::Collective { body, title } => vec![t.papers_on_behalf_of(body), title.clone()],
    };
    let lines = lines.iter().map(|line| upper(Field::SignerTitle, line));
    Ok(Signature {
        lines: lines.collect::<Result<_, _>>()?,
        name: column(Field::SignerName, &signatory.name)?,
    })
}

/// First those to whom it is addressed, last the archive.
fn copy_list(t: &Texts, source: &Source, copies: &Copies) -> Result<CopyList, PaperError> {
    let mut lines = Vec::new();
    if !source.addressees.is_empty() {
        lines.push(column(Field::Copy(0), &t.papers_copy(t.papers_as_above()))?);
    }
    for (place, name) in copies.to.iter().enumerate() {
        lines.push(column(Field::Copy(place + 1), &t.papers_copy(name.trim()))?);
    }
    let kept = match copies.kept {
        Some(count) => t.papers_kept_copies(&copies.unit, format!("{count:02}")),
        None => t.papers_kept(&copies.unit),
    };
    lines.push(column(Field::Unit, &kept)?);
    let typist = |typist: &Typist| column(Field::Typist, &format!("{}.({})", typist.initials, typist.copies));
    Ok(CopyList {
        label: t.letter_copies(),
        lines,
        typist: source.typist.map(typist).transpose()?,
    })
}

pub fn upper(field: Field, text: &str) -> Result<Words, PaperError> {
    column(field, &text.to_uppercase())
}

fn upper_across(field: Field, text: &str) -> Result<Words, PaperError> {
    across(field, &text.to_uppercase())
}

fn column(field: Field, text: &str) -> Result<Words, PaperError> {
    words(field, text, IN_A_COLUMN)
}

fn across(field: Field, text: &str) -> Result<Words, PaperError> {
    words(field, text, ACROSS_THE_PAGE)
}

fn words(field: Field, text: &str, longest: usize) -> Result<Words, PaperError> {
    let text = printable(field, text)?;
    Ok(Words { text, longest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_overlong_word_may_break_anywhere_and_nothing_is_lost() {
        assert_eq!(pieces("khiếu nại", 5), ["khiếu nại"]);
        assert_eq!(pieces("a bcdef g", 4), ["a b", "c", "d", "e", "f g"]);
        assert_eq!(pieces("bcde\u{301}fg", 4), ["b", "c", "d", "e\u{301}", "f", "g"]);
        assert_eq!(pieces("", 4), [""]);
    }
}
