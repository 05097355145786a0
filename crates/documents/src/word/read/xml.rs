//! The XML of a part, element by element: no document type, no entity but the five, no depth without end.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::Refused;

/// Deeper than any letter, and not so deep that reading runs out of stack.
pub const DEEPEST: usize = 100;

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    Word,
    Math,
    /// Markup compatibility: the same thing said twice.
    Compatibility,
    Other,
}

pub enum Node<'x> {
    Open(Space, BytesStart<'x>),
    Close,
    Text(String),
    End,
}

pub struct Xml<'x>(NsReader<&'x [u8]>);

impl<'x> Xml<'x> {
    pub fn of(part: &'x str) -> Self {
        let mut reader = NsReader::from_str(part);
        reader.config_mut().expand_empty_elements = true;
        Xml(reader)
    }

    pub fn next(&mut self) -> Result<Node<'x>, Refused> {
        loop {
            let (space, event) = self.0.read_resolved_event().map_err(|_| Refused::Broken)?;
            let space = space_of(&space);
            return Ok(match event {
                Event::Start(element) => Node::Open(space, element),
                Event::End(_) => Node::Close,
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => {
                    let code = name.resolve_char_ref().map_err(|_| Refused::Broken)?;
                    let named = || match &*name.xml10_content() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    };
                    let character = code.or_else(named).ok_or(Refused::Broken)?;
                    Node::Text(character.to_string())
                }
                Event::Eof => Node::End,
                // Empty elements come as a start and an end.
                Event::DocType(_) | Event::Empty(_) => return Err(Refused::Broken),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            });
        }
    }

    /// Goes on behind the element that was opened last; `look` is shown what stands in it.
    pub fn skip(&mut self, mut look: impl FnMut(Space, &str)) -> Result<(), Refused> {
        let mut open = 1_usize;
        while open > 0 {
            match self.next()? {
                Node::Open(space, element) => {
                    look(space, element.local_name().as_ref());
                    open += 1;
                }
                Node::Close => open -= 1,
                Node::Text(_) => {}
                Node::End => return Err(Refused::Broken),
            }
        }
        Ok(())
    }

    /// The words in the element that was opened last, which may hold nothing else.
    pub fn words(&mut self) -> Result<String, Refused> {
        let mut words = String::new();
        loop {
            match self.next()? {
                Node::Text(text) => words.push_str(&text),
                Node::Close => return Ok(words),
                Node::Open(..) | Node::End => return Err(Refused::Broken),
            }
        }
    }
}

fn space_of(found: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(namespace) = found else {
        return Space::Other;
    };
    match namespace.as_ref() {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
        _ => Space::Other,
    }
}

/// The value of an attribute by its name without prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}

/// Whether a switch is on: without a value it is.
pub fn is_on(element: &BytesStart<'_>) -> bool {
    let value = attribute(element, "val");
    !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
}
