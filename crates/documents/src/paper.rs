//! What letters and forms are made of: whose they are, how far they are, who signs them, and what they say.

use i18n::Texts;
use jiff::civil::Date;
use procedure::case::Letter;
use procedure::vocabulary::SigningMode;

/// The organisation as the head of its papers names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// The bodies above it, the nearest last; often none.
    pub parents: Vec<String>,
    pub name: String,
    pub place: String,
    /// Address, telephone and the like, at the foot of the first page; may be empty.
    pub foot: Vec<String>,
}

/// How far a paper is. Number and day exist only after the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Every page says that it is a draft.
    Draft { written_on: Date },
    /// Signed; the registry has given no number yet.
    Signed { on: Date },
    /// The number is absent on papers that take none.
    Issued { number: Option<u32>, on: Date },
}

impl Stage {
    /// How far a letter of a case is. The governing body's own letter is not ours to print.
    pub fn of(letter: &Letter) -> Option<Self> {
        if letter.governing.is_some() {
            return None;
        }
        Some(match (&letter.number, &letter.signed) {
            (Some((number, _, on)), _) => Stage::Issued {
                number: Some(*number),
                on: *on,
            },
            (None, Some(signature)) => Stage::Signed { on: signature.on },
            (None, None) => Stage::Draft {
                written_on: letter.drafted.on,
            },
        })
    }

    pub(crate) fn day(self) -> Date {
        match self {
            Stage::Draft { written_on } => written_on,
            Stage::Signed { on } | Stage::Issued { on, .. } => on,
        }
    }
}

/// With which authority somebody signs, and the titles that the paper then carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authority {
    /// In the person's own office.
    Own { title: String },
    /// KT.
    Deputy { head: String, title: String },
    /// TL.
    ByOrder { head: String, title: String },
    /// TUQ.
    ByMandate { head: String, title: String },
    /// Q.
    Acting { head: String },
    /// TM.
    Collective { body: String, title: String },
}

impl Authority {
    /// From the table of signing authority: the title of the head, and the signer's own.
    pub fn of(mode: SigningMode, head: &str, own: &str) -> Self {
        let (head, title) = (head.to_owned(), office(own).to_owned());
        match mode {
            SigningMode::Head => Authority::Own { title: head },
            SigningMode::Kt => Authority::Deputy { head, title },
            SigningMode::Tl => Authority::ByOrder { head, title },
            SigningMode::Tuq => Authority::ByMandate { head, title },
            SigningMode::Q => Authority::Acting { head },
        }
    }
}

/// A position without the field of work that it is for: `Phó Giám đốc`, not `Phó Giám đốc phụ trách kỹ thuật` (Phụ lục I, 7.b).
fn office(position: &str) -> &str {
    const FIELD: [&str; 2] = [" phụ trách ", " in charge of "];
    let ends = FIELD.iter().filter_map(|field| position.find(field));
    ends.min().map_or(position, |end| &position[..end])
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    pub authority: Authority,
    /// Without an academic title.
    pub name: String,
}

/// Who gets the paper, and where it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Beside those to whom it is addressed.
    pub to: Vec<String>,
    /// The unit that wrote it and keeps a copy.
    pub unit: String,
    /// How many copies that unit keeps, when that is worth saying.
    pub kept: Option<u32>,
}

/// Who typed the paper, and how many copies were made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typist {
    pub initials: String,
    pub copies: u32,
}

/// A piece of a paragraph in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
}

impl Run {
    pub fn plain(text: impl Into<String>) -> Self {
        Run {
            text: text.into(),
            ..Run::default()
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    pub runs: Vec<Run>,
}

/// Where in a paper something stands; paragraphs, addressees and the like are counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Parent,
    Organisation,
    Place,
    Foot,
    Symbol,
    Title,
    Subject,
    Addressee(usize),
    Paragraph(usize),
    SignerTitle,
    SignerName,
    Copy(usize),
    Unit,
    Typist,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A control character, or one that the typeface lacks.
    #[error("U+{:04X} in {field:?} cannot be printed", u32::from(*.character))]
    Character { field: Field, character: char },
    /// Not the fault of whoever wrote the paper.
    #[error("typesetting: {0}")]
    Typesetting(String),
}

impl PaperError {
    /// In words for whoever wrote the paper.
    pub fn say(&self, t: &Texts) -> String {
        match self {
            PaperError::Character { field, character } => {
                t.papers_wrong_character(field.say(t), named(*character))
            }
            PaperError::Typesetting(_) => t.papers_not_set().to_owned(),
        }
    }
}

impl Field {
    pub fn say(self, t: &Texts) -> String {
        match self {
            Field::Parent => t.papers_field_parent().to_owned(),
            Field::Organisation => t.papers_field_organisation().to_owned(),
            Field::Place => t.papers_field_place().to_owned(),
            Field::Foot => t.papers_field_foot().to_owned(),
            Field::Symbol => t.papers_field_symbol().to_owned(),
            Field::Title => t.papers_field_title().to_owned(),
            Field::Subject => t.papers_field_subject().to_owned(),
            Field::Addressee(place) => t.papers_field_addressee(place),
            Field::Paragraph(place) => t.papers_field_paragraph(place),
            Field::SignerTitle => t.papers_field_signer_title().to_owned(),
            Field::SignerName => t.papers_field_signer_name().to_owned(),
            Field::Copy(place) => t.papers_field_copy(place),
            Field::Unit => t.papers_field_unit().to_owned(),
            Field::Typist => t.papers_field_typist().to_owned(),
        }
    }
}

/// `U+0007`, with the character itself where it can be seen.
pub(crate) fn named(character: char) -> String {
    let code = format!("U+{:04X}", u32::from(character));
    if character.is_control() || character.is_whitespace() {
        code
    } else {
        format!("{character} ({code})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_told_without_its_field_of_work() {
        assert_eq!(office("Phó Giám đốc phụ trách kỹ thuật"), "Phó Giám đốc");
        assert_eq!(office("Trưởng phòng Khách hàng"), "Trưởng phòng Khách hàng");
    }
}
