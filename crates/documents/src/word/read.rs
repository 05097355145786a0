//! A letter that comes back from Word: the text of its content control, with what is bold and italic, and nothing else in silence.
//!
//! What our text cannot hold and whose loss would change what the letter says is refused by name and place; what only changes
//! how it looks is dropped and told. Markup of WordprocessingML: ECMA-376 part 1, chapter 17.

mod package;
mod runs;
mod styles;
mod text;
mod xml;

use std::collections::BTreeSet;

use i18n::Texts;

use crate::paper::{Paragraph, named};

/// The largest file that is looked into.
pub const LARGEST: usize = 20 << 20;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// In normal form, each with some words.
    pub paragraphs: Vec<Paragraph>,
    /// What was not kept of how the text looked.
    pub dropped: BTreeSet<Dropped>,
}

/// Why nothing is taken from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    TooLarge,
    /// No document of Word at all.
    NotWord,
    /// The binary format of Word 97 to 2003.
    OldWord,
    Pdf,
    Encrypted,
    /// A zip archive or XML that cannot be read, or that unpacks to more than any letter.
    Broken,
    NoControl,
    TwoControls,
    /// The control stands around the first words alone.
    Torn,
    Empty,
    TooLong,
    Lost(Vec<Lost>),
}

/// Something that the text cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub what: What,
    /// The paragraph in which or before which it stands, counted from one; empty ones do not count.
    pub paragraph: usize,
    /// The first words of that paragraph.
    pub near: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Table,
    Picture,
    TextBox,
    Object,
    TrackedChange,
    Note,
    Comment,
    Field,
    Equation,
    Control,
    Link,
    PageBreak,
    SectionBreak,
    Numbering,
    Symbol,
    Strike,
    RaisedOrLowered,
    Capitals,
    Hidden,
    Character(char),
    /// Words in a typeface from before Unicode, whose stored letters are not those that are seen.
    OldFace(String),
    /// An element that we do not know, by its name.
    Other(String),
}

/// How a text looked, where that says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    Underline,
    Colour,
    Highlight,
    Size,
    Typeface,
    Effect,
    Alignment,
    /// Not lost: what stood behind a line break is a paragraph now.
    LineBreak,
}

/// Reads the text between the marks that [`super::BODY_TAG`] names.
///
/// # Errors
/// Why the file is not taken, all that would be lost with its place; never a panic, whatever the bytes.
pub fn read(bytes: &[u8]) -> Result<Taken, Refused> {
    let package = package::open(bytes)?;
    text::of(&package)
}

impl Taken {
    /// As typed text, in which the closing mark that the paper adds by itself is taken back: the end of what was typed before,
    /// where the last paragraph is still the same on paper.
    pub fn typed(&self, before: &str) -> String {
        let mut paragraphs = self.paragraphs.clone();
        if let Some(last) = paragraphs.last_mut() {
            let known = Paragraph::lines(before).pop();
            let closed = known.clone().map(|mut known| {
                known.close();
                known
            });
            match known {
                Some(known) if closed.as_ref() == Some(last) => *last = known,
                _ => last.reopen(),
            }
        }
        Paragraph::typed(&paragraphs)
    }
}

impl Refused {
    /// In words for whoever sent the file.
    pub fn say(&self, t: &Texts) -> &'static str {
        match self {
            Refused::TooLarge => t.papers_back_too_large(),
            Refused::NotWord => t.papers_back_not_word(),
            Refused::OldWord => t.papers_back_old_word(),
            Refused::Pdf => t.papers_back_pdf(),
            Refused::Encrypted => t.papers_back_encrypted(),
            Refused::Broken => t.papers_back_broken(),
            Refused::NoControl => t.papers_back_no_control(),
            Refused::TwoControls => t.papers_back_two_controls(),
            Refused::Torn => t.papers_back_torn(),
            Refused::Empty => t.papers_back_empty(),
            Refused::TooLong => t.papers_back_too_long(),
            Refused::Lost(_) => t.papers_back_lost(),
        }
    }
}

impl Lost {
    /// What it is and where.
    pub fn say(&self, t: &Texts) -> String {
        let what = self.what.say(t);
        if self.near.is_empty() {
            t.papers_back_lost_at(self.paragraph, what)
        } else {
            t.papers_back_lost_near(self.paragraph, &self.near, what)
        }
    }
}

impl What {
    fn say(&self, t: &Texts) -> String {
        let word = match self {
            What::Table => t.papers_back_table(),
            What::Picture => t.papers_back_picture(),
            What::TextBox => t.papers_back_text_box(),
            What::Object => t.papers_back_object(),
            What::TrackedChange => t.papers_back_tracked(),
            What::Note => t.papers_back_note(),
            What::Comment => t.papers_back_comment(),
            What::Field => t.papers_back_field(),
            What::Equation => t.papers_back_equation(),
            What::Control => t.papers_back_control(),
            What::Link => t.papers_back_link(),
            What::PageBreak => t.papers_back_page_break(),
            What::SectionBreak => t.papers_back_section_break(),
            What::Numbering => t.papers_back_numbering(),
            What::Symbol => t.papers_back_symbol(),
            What::Strike => t.papers_back_strike(),
            What::RaisedOrLowered => t.papers_back_raised(),
            What::Capitals => t.papers_back_capitals(),
            What::Hidden => t.papers_back_hidden(),
            What::Character(character) => return t.papers_back_character(named(*character)),
            What::OldFace(name) => return t.papers_back_old_face(name),
            What::Other(name) => return t.papers_back_other(name),
        };
        word.to_owned()
    }
}

impl Dropped {
    pub fn say(self, t: &Texts) -> &'static str {
        match self {
            Dropped::Underline => t.papers_dropped_underline(),
            Dropped::Colour => t.papers_dropped_colour(),
            Dropped::Highlight => t.papers_dropped_highlight(),
            Dropped::Size => t.papers_dropped_size(),
            Dropped::Typeface => t.papers_dropped_typeface(),
            Dropped::Effect => t.papers_dropped_effect(),
            Dropped::Alignment => t.papers_dropped_alignment(),
            Dropped::LineBreak => t.papers_dropped_line_break(),
        }
    }
}
