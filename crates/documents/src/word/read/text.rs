//! From the content control to paragraphs: what stands in it, block by block, and what of it cannot be kept.

use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use super::package::Package;
use super::styles::Styles;
use super::xml::{DEEPEST, Node, Space, Xml, attribute, is_on};
use super::{Dropped, Lost, Refused, Taken, What};
use crate::glyphs::printable;
use crate::paper::{Field, PaperError, Paragraph, Run};
use crate::word::BODY_TAG;

/// More than any letter says; what a letter may say is decided where it is stored.
const LONGEST: usize = 200_000;
/// How many places are named; with more the file is another letter.
const MOST_LOST: usize = 30;

pub(super) struct Reader<'p> {
    pub xml: Xml<'p>,
    pub package: &'p Package,
    pub styles: Styles,
    /// The style of the paragraph that is being read.
    pub style: Option<String>,
    pub runs: Vec<Run>,
    pub dropped: BTreeSet<Dropped>,
    paragraphs: Vec<Paragraph>,
    /// How many bytes of words were read.
    length: usize,
    lost: Vec<Lost>,
    /// A paragraph was read that stands in the control as a whole.
    is_block: bool,
    /// From where on losses belong to the paragraph that is being read.
    lost_here: usize,
}

pub(super) fn of(package: &Package) -> Result<Taken, Refused> {
    let mut reader = Reader {
        xml: Xml::of(&package.document),
        package,
        styles: Styles::read(&package.styles)?,
        style: None,
        runs: Vec::new(),
        dropped: BTreeSet::new(),
        paragraphs: Vec::new(),
        length: 0,
        lost: Vec::new(),
        is_block: false,
        lost_here: 0,
    };
    reader.find()?;
    if !reader.lost.is_empty() {
        return Err(Refused::Lost(reader.lost));
    }
    if reader.paragraphs.is_empty() {
        return Err(Refused::Empty);
    }
    Ok(Taken {
        paragraphs: reader.paragraphs,
        dropped: reader.dropped,
    })
}

impl Reader<'_> {
    /// Goes through the whole document: our control must be there, and once.
    fn find(&mut self) -> Result<(), Refused> {
        let mut is_ours = false;
        let mut is_placeholder = false;
        let mut found = false;
        // The style of the one paragraph around whose words alone the control stands.
        let mut alone = None;
        loop {
            let (space, element) = match self.xml.next()? {
                Node::Open(space, element) => (space, element),
                Node::Close | Node::Text(_) => continue,
                Node::End => break,
            };
            match (space, element.local_name().as_ref()) {
                // Says once more what stands before it.
                (Space::Compatibility, "Fallback") => self.xml.skip(|_, _| {})?,
                (Space::Word, "p") => self.style = None,
                (Space::Word, "pStyle") => {
                    self.style = attribute(&element, "val");
                    // More of our text stands behind the control: another program has torn the two apart.
                    if self.style.is_some() && self.style == alone {
                        return Err(Refused::Torn);
                    }
                }
                (Space::Word, "sdt") => (is_ours, is_placeholder) = (false, false),
                (Space::Word, "tag") => is_ours = attribute(&element, "val").as_deref() == Some(BODY_TAG),
                (Space::Word, "showingPlcHdr") => is_placeholder = is_on(&element),
                (Space::Word, "sdtContent") if is_ours && is_placeholder => return Err(Refused::Empty),
                (Space::Word, "sdtContent") if is_ours && found => return Err(Refused::TwoControls),
                (Space::Word, "sdtContent") if is_ours => {
                    (found, is_ours) = (true, false);
                    self.blocks(0)?;
                    self.end_paragraph();
                    if !self.is_block {
                        alone = self.style.take();
                    }
                }
                _ => {}
            }
        }
        if found { Ok(()) } else { Err(Refused::NoControl) }
    }

    /// What stands in an element that was opened, to its end: paragraphs, or the runs of one.
    fn blocks(&mut self, depth: usize) -> Result<(), Refused> {
        if depth > DEEPEST {
            return Err(Refused::Broken);
        }
        loop {
            match self.xml.next()? {
                Node::Open(Space::Word, element) => match element.local_name().as_ref() {
                    "p" => self.paragraph(depth + 1)?,
                    "customXml" => self.blocks(depth + 1)?,
                    _ => self.inline(Space::Word, &element, depth + 1)?,
                },
                Node::Open(space, element) => self.inline(space, &element, depth + 1)?,
                Node::Text(_) => {}
                Node::Close => return Ok(()),
                Node::End => return Err(Refused::Broken),
            }
        }
    }

    fn paragraph(&mut self, depth: usize) -> Result<(), Refused> {
        self.end_paragraph();
        (self.style, self.is_block) = (None, true);
        let known = self.paragraphs.len();
        let mut own = Own::default();
        let mut is_said = false;
        loop {
            match self.xml.next()? {
                Node::Open(Space::Word, element) if element.local_name().as_ref() == "pPr" => {
                    own = self.properties()?;
                }
                Node::Open(space, element) => {
                    // The number stands before the first words, and a line break may end the paragraph of the text.
                    if !std::mem::replace(&mut is_said, true) && self.is_numbered(&own) {
                        self.lose(What::Numbering);
                    }
                    self.inline(space, &element, depth)?;
                }
                Node::Text(_) => {}
                Node::Close => break,
                Node::End => return Err(Refused::Broken),
            }
        }
        self.end_paragraph();
        if own.is_aside && self.paragraphs.len() > known {
            self.dropped.insert(Dropped::Alignment);
        }
        Ok(())
    }

    fn is_numbered(&self, own: &Own) -> bool {
        own.numbered
            .unwrap_or_else(|| self.styles.is_numbered(self.style.as_deref()))
    }

    /// `pPr`, to its end.
    fn properties(&mut self) -> Result<Own, Refused> {
        let mut own = Own::default();
        let mut path: Vec<String> = Vec::new();
        loop {
            match self.xml.next()? {
                Node::Open(_, element) => {
                    let name = element.local_name().as_ref().to_owned();
                    match (path.first().map(String::as_str), name.as_str()) {
                        (None, "pStyle") => self.style = attribute(&element, "val"),
                        (None, "sectPr") => self.lose(What::SectionBreak),
                        (None, "framePr") => self.lose(What::TextBox),
                        (None, "pageBreakBefore") if is_on(&element) => self.lose(What::PageBreak),
                        (None, "jc") => {
                            own.is_aside = matches!(
                                attribute(&element, "val").as_deref(),
                                Some("center" | "right" | "end" | "distribute")
                            );
                        }
                        (Some("numPr"), "numId") => {
                            own.numbered = Some(attribute(&element, "val").is_some_and(|id| id != "0"));
                        }
                        (Some("pPrChange" | "sectPr"), _) => {}
                        (None, "pPrChange") | (_, "ins" | "del" | "moveFrom" | "moveTo" | "rPrChange") => {
                            self.lose(What::TrackedChange);
                        }
                        _ => {}
                    }
                    path.push(name);
                }
                Node::Close if path.pop().is_none() => return Ok(own),
                Node::Close | Node::Text(_) => {}
                Node::End => return Err(Refused::Broken),
            }
        }
    }

    /// Counts words before they are kept.
    ///
    /// # Errors
    /// There are more than any letter has.
    pub fn count(&mut self, words: &str) -> Result<(), Refused> {
        self.length += words.len();
        if self.length > LONGEST {
            Err(Refused::TooLong)
        } else {
            Ok(())
        }
    }

    /// Notes something that the text cannot hold; several of a kind in one paragraph are told once.
    pub fn lose(&mut self, what: What) {
        let here = &self.lost[self.lost_here..];
        if self.lost.len() < MOST_LOST && here.iter().all(|lost| lost.what != what) {
            self.lost.push(Lost {
                what,
                paragraph: self.paragraphs.len() + 1,
                near: String::new(),
            });
        }
    }

    /// The paragraph that is being read is whole, unless it holds no words.
    pub fn end_paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let mut paragraph = Paragraph { runs }.normal();
        let field = Field::Paragraph(self.paragraphs.len() + 1);
        for run in &mut paragraph.runs {
            match printable(field, &run.text) {
                Ok(composed) => run.text = composed,
                Err(PaperError::Character { character, .. }) => self.lose(What::Character(character)),
                Err(PaperError::Typesetting(_)) => {}
            }
        }
        let paragraph = paragraph.normal();
        let words: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
        let near = beginning(&words);
        for lost in &mut self.lost[self.lost_here..] {
            lost.near.clone_from(&near);
        }
        if !paragraph.runs.is_empty() {
            self.paragraphs.push(paragraph);
            self.lost_here = self.lost.len();
        }
    }

    /// A control inside ours, to its end.
    pub fn control(&mut self) -> Result<(), Refused> {
        let mut depth = 1_usize;
        self.lose(What::Control);
        while depth > 0 {
            match self.xml.next()? {
                Node::Open(space, element) => {
                    depth += 1;
                    if is_our_tag(space, &element) {
                        return Err(Refused::TwoControls);
                    }
                }
                Node::Close => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Err(Refused::Broken),
            }
        }
        Ok(())
    }
}

/// What a paragraph says of itself.
#[derive(Default)]
struct Own {
    numbered: Option<bool>,
    /// In the middle or at the right.
    is_aside: bool,
}

fn is_our_tag(space: Space, element: &BytesStart<'_>) -> bool {
    let is_tag = space == Space::Word && element.local_name().as_ref() == "tag";
    is_tag && attribute(element, "val").as_deref() == Some(BODY_TAG)
}

/// Enough words to find a paragraph by.
fn beginning(words: &str) -> String {
    const LONG: usize = 40;
    let mut near: String = words.chars().take(LONG).collect();
    if words.chars().nth(LONG).is_some() {
        near.truncate(near.rfind(' ').unwrap_or(near.len()));
        near.push('…');
    }
    near
}
