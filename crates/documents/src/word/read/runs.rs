//! What stands in a paragraph: runs, and the elements that wrap or interrupt them.

use quick_xml::events::BytesStart;

use super::styles::{Face, Looks, Resolved};
use super::text::Reader;
use super::xml::{DEEPEST, Node, Space, attribute};
use super::{Dropped, Refused, What};
use crate::paper::Run;

impl Reader<'_> {
    /// One element of a paragraph that was opened, to its end.
    pub fn inline(&mut self, space: Space, element: &BytesStart<'_>, depth: usize) -> Result<(), Refused> {
        if depth > DEEPEST {
            return Err(Refused::Broken);
        }
        let name = element.local_name();
        let what = match (space, name.as_ref()) {
            (Space::Word, "r") => return self.run(depth + 1),
            (Space::Word, "hyperlink") => return self.link(element, depth + 1),
            (Space::Word, "smartTag" | "customXml") => return self.inlines(depth + 1),
            (Space::Compatibility, "AlternateContent") => return self.alternate(None, depth + 1),
            (Space::Word, "sdt") => return self.control(),
            // Marks that show nothing.
            (
                Space::Word,
                "proofErr"
                | "bookmarkStart"
                | "bookmarkEnd"
                | "permStart"
                | "permEnd"
                | "smartTagPr"
                | "customXmlPr"
                | "lastRenderedPageBreak",
            ) => return self.xml.skip(|_, _| {}),
            (Space::Word, "tbl" | "tr" | "tc") => What::Table,
            (Space::Word, "fldSimple") => What::Field,
            (Space::Word, "commentRangeStart" | "commentRangeEnd") => What::Comment,
            (Space::Word, "altChunk" | "subDoc") => What::Object,
            (Space::Word, "sectPr") => What::SectionBreak,
            (Space::Word, name) if is_tracked(name) => What::TrackedChange,
            (Space::Math, _) => What::Equation,
            (_, name) => other(name),
        };
        self.lose(what);
        self.xml.skip(|_, _| {})
    }

    /// What stands in an element that was opened and only wraps it.
    fn inlines(&mut self, depth: usize) -> Result<(), Refused> {
        loop {
            match self.xml.next()? {
                Node::Open(space, element) => self.inline(space, &element, depth)?,
                Node::Text(_) => {}
                Node::Close => return Ok(()),
                Node::End => return Err(Refused::Broken),
            }
        }
    }

    /// Of several ways to say the same the first is the one that Word shows.
    fn alternate(&mut self, looks: Option<&Looks>, depth: usize) -> Result<(), Refused> {
        let mut chosen = false;
        loop {
            match self.xml.next()? {
                Node::Open(Space::Compatibility, element)
                    if !chosen && matches!(element.local_name().as_ref(), "Choice" | "Fallback") =>
                {
                    chosen = true;
                    match looks {
                        Some(looks) => self.contents(looks, depth + 1)?,
                        None => self.inlines(depth + 1)?,
                    }
                }
                Node::Open(..) => self.xml.skip(|_, _| {})?,
                Node::Text(_) => {}
                Node::Close => return Ok(()),
                Node::End => return Err(Refused::Broken),
            }
        }
    }

    /// The words of a link are kept where they say themselves where it leads.
    fn link(&mut self, element: &BytesStart<'_>, depth: usize) -> Result<(), Refused> {
        let before = self.runs.len();
        self.inlines(depth)?;
        let shown: String = self
            .runs
            .iter()
            .skip(before)
            .map(|run| run.text.as_str())
            .collect();
        let target = attribute(element, "id").and_then(|id| self.package.links.get(&id));
        if target.is_none_or(|target| bare(target) != bare(&shown)) {
            self.lose(What::Link);
        }
        Ok(())
    }

    fn run(&mut self, depth: usize) -> Result<(), Refused> {
        self.contents(&Looks::default(), depth)
    }

    /// What stands in a run, or in a part of one that looks so already.
    fn contents(&mut self, looks: &Looks, depth: usize) -> Result<(), Refused> {
        if depth > DEEPEST {
            return Err(Refused::Broken);
        }
        let mut looks = looks.clone();
        let mut look = self.styles.resolved(self.style.as_deref(), &looks);
        loop {
            match self.xml.next()? {
                Node::Open(Space::Word, element) if element.local_name().as_ref() == "rPr" => {
                    looks = self.run_properties()?;
                    look = self.styles.resolved(self.style.as_deref(), &looks);
                    if looks.is_tracked {
                        self.lose(What::TrackedChange);
                    }
                }
                Node::Open(Space::Compatibility, element)
                    if element.local_name().as_ref() == "AlternateContent" =>
                {
                    self.alternate(Some(&looks), depth + 1)?;
                }
                Node::Open(space, element) => self.content(space, &element, &look)?,
                Node::Text(_) => {}
                Node::Close => return Ok(()),
                Node::End => return Err(Refused::Broken),
            }
        }
    }

    fn run_properties(&mut self) -> Result<Looks, Refused> {
        let mut looks = Looks::default();
        loop {
            match self.xml.next()? {
                Node::Open(space, element) => {
                    looks.take(space, &element);
                    self.xml.skip(|_, _| {})?;
                }
                Node::Text(_) => {}
                Node::Close => return Ok(looks),
                Node::End => return Err(Refused::Broken),
            }
        }
    }

    fn content(&mut self, space: Space, element: &BytesStart<'_>, look: &Resolved) -> Result<(), Refused> {
        let name = element.local_name();
        let what = match (space, name.as_ref()) {
            (Space::Word, "t") => {
                let words = self.xml.words()?;
                let keeps_space = attribute(element, "space").as_deref() == Some("preserve");
                let words = if keeps_space {
                    words.as_str()
                } else {
                    words.trim_matches([' ', '\t', '\r', '\n'])
                };
                return self.say(words, look);
            }
            (Space::Word, "tab" | "ptab") => {
                self.say(" ", look)?;
                None
            }
            (Space::Word, "noBreakHyphen") => {
                self.say("\u{2011}", look)?;
                None
            }
            (Space::Word, "cr") => {
                self.break_line();
                None
            }
            (Space::Word, "br") => match attribute(element, "type").as_deref() {
                Some("page" | "column") => Some(What::PageBreak),
                _ => {
                    self.break_line();
                    None
                }
            },
            (Space::Word, "softHyphen" | "lastRenderedPageBreak") => None,
            (Space::Word, "drawing" | "pict") => {
                let mut what = What::Picture;
                self.xml.skip(|_, name| match name {
                    "txbxContent" | "textbox" | "txbx" => what = What::TextBox,
                    "OLEObject" if what != What::TextBox => what = What::Object,
                    _ => {}
                })?;
                self.lose(what);
                return Ok(());
            }
            (Space::Word, "contentPart") => Some(What::Picture),
            (Space::Word, "object") => Some(What::Object),
            (_, "sym" | "symEx") => Some(What::Symbol),
            (Space::Word, "footnoteReference" | "endnoteReference" | "footnoteRef" | "endnoteRef") => {
                Some(What::Note)
            }
            (Space::Word, "commentReference" | "annotationRef") => Some(What::Comment),
            (
                Space::Word,
                "fldChar" | "instrText" | "pgNum" | "dayShort" | "dayLong" | "monthShort" | "monthLong"
                | "yearShort" | "yearLong",
            ) => Some(What::Field),
            (Space::Word, "delText" | "delInstrText") => Some(What::TrackedChange),
            (Space::Math, _) => Some(What::Equation),
            (_, name) => Some(other(name)),
        };
        if let Some(what) = what {
            self.lose(what);
        }
        self.xml.skip(|_, _| {})
    }

    /// Words as they look, and what of their look cannot be kept.
    fn say(&mut self, words: &str, look: &Resolved) -> Result<(), Refused> {
        self.count(words)?;
        if !words.trim().is_empty() {
            let unkept = [
                (look.is_struck, What::Strike),
                (look.is_raised, What::RaisedOrLowered),
                (look.is_hidden, What::Hidden),
                (look.face == Face::Symbols, What::Symbol),
                (look.is_capital && words.to_uppercase() != words, What::Capitals),
            ];
            for (is_so, what) in unkept {
                if is_so {
                    self.lose(what);
                }
            }
            if let Face::OldVietnamese(name) = &look.face {
                self.lose(What::OldFace(name.clone()));
            }
            self.dropped.extend(&look.dropped);
        }
        let text = words.chars().filter(|&c| c != '\u{ad}');
        self.runs.push(Run {
            text: text
                .map(|c| if matches!(c, '\t' | '\r' | '\n') { ' ' } else { c })
                .collect(),
            bold: look.bold,
            italic: look.italic,
        });
        Ok(())
    }

    /// A paragraph of the text is one line: what follows is another.
    fn break_line(&mut self) {
        if self.runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.dropped.insert(Dropped::LineBreak);
        }
        self.end_paragraph();
    }
}

/// Names of real elements are shorter.
fn other(name: &str) -> What {
    What::Other(name.chars().take(40).collect())
}

fn is_tracked(name: &str) -> bool {
    matches!(name, "ins" | "del" | "moveFrom" | "moveTo")
        || [
            "moveFromRange",
            "moveToRange",
            "customXmlInsRange",
            "customXmlDelRange",
            "customXmlMove",
        ]
        .iter()
        .any(|start| name.starts_with(start))
}

/// An address without what is not shown of it.
fn bare(address: &str) -> String {
    let address = address.trim().to_lowercase();
    let schemes = ["mailto:", "tel:", "https://", "http://"];
    let bare = schemes
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))
        .unwrap_or(&address);
    bare.trim_end_matches('/').to_owned()
}
