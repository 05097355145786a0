//! What the styles of a file make of a run: a switch that paragraph and character style both turn on is off (17.7.3).

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use super::xml::{Node, Space, Xml};
use super::xml::{attribute, is_on};
use super::{Dropped, Refused};

/// The properties that two styles turn off together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    Bold,
    Italic,
    Strike,
    DoubleStrike,
    Capitals,
    SmallCapitals,
    Hidden,
}

pub const SWITCHES: usize = 7;

/// What a typeface makes of the letters that are set in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Face {
    Letters,
    /// Pictures in the place of letters.
    Symbols,
    /// Vietnamese before Unicode: other letters are stored than those that are seen.
    OldVietnamese(String),
}

/// Names are shown to people; those of real files are shorter.
const LONGEST_NAME: usize = 40;

impl Face {
    fn of(name: &str) -> Self {
        let lower = name.to_lowercase();
        let old = [".vn", "vni-", "vni ", "vntime", "vn3", "tcvn"];
        if lower == "symbol" || lower.starts_with("wingdings") || lower.starts_with("webdings") {
            Face::Symbols
        } else if old.iter().any(|start| lower.starts_with(start)) {
            Face::OldVietnamese(name.chars().take(LONGEST_NAME).collect())
        } else {
            Face::Letters
        }
    }
}

/// What is said of a run: each switch, if anything is said of it, and the rest.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    pub switches: [Option<bool>; SWITCHES],
    pub raised: Option<bool>,
    pub face: Option<Face>,
    pub dropped: BTreeSet<Dropped>,
    pub style: Option<String>,
    /// A tracked change of the properties themselves.
    pub is_tracked: bool,
}

impl Looks {
    /// Takes in one element of `rPr`.
    pub fn take(&mut self, space: Space, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let value = value.as_deref();
        let name = element.local_name();
        if space != Space::Word {
            const EFFECTS: [&str; 7] = [
                "glow",
                "shadow",
                "reflection",
                "textOutline",
                "textFill",
                "scene3d",
                "props3d",
            ];
            if EFFECTS.contains(&name.as_ref()) {
                self.dropped.insert(Dropped::Effect);
            }
            return;
        }
        let switch = match name.as_ref() {
            "b" => Switch::Bold,
            "i" => Switch::Italic,
            "strike" => Switch::Strike,
            "dstrike" => Switch::DoubleStrike,
            "caps" => Switch::Capitals,
            "smallCaps" => Switch::SmallCapitals,
            "vanish" => Switch::Hidden,
            "rStyle" => return self.style = value.map(str::to_owned),
            "vertAlign" => return self.raised = Some(matches!(value, Some("superscript" | "subscript"))),
            "position" => {
                self.raised = Some(value.is_some_and(|value| value != "0") || self.raised == Some(true));
                return;
            }
            "rPrChange" | "ins" | "del" | "moveFrom" | "moveTo" => return self.is_tracked = true,
            "u" if value != Some("none") => return self.note(Dropped::Underline),
            "color" if !matches!(value, Some("auto" | "000000")) => {
                return self.note(Dropped::Colour);
            }
            "highlight" if value != Some("none") => return self.note(Dropped::Highlight),
            "shd" if attribute(element, "fill").is_some_and(|fill| fill != "auto" && fill != "FFFFFF") => {
                return self.note(Dropped::Highlight);
            }
            // Our own text is of fourteen points.
            "sz" if value != Some("28") => return self.note(Dropped::Size),
            "rFonts" => return self.take_face(element),
            "outline" | "shadow" | "emboss" | "imprint" | "effect" | "em" if is_on(element) => {
                return self.note(Dropped::Effect);
            }
            "bdr" if value != Some("nil") && value != Some("none") => {
                return self.note(Dropped::Effect);
            }
            _ => return,
        };
        self.switches[switch as usize] = Some(is_on(element));
    }

    fn note(&mut self, dropped: Dropped) {
        self.dropped.insert(dropped);
    }

    fn take_face(&mut self, element: &BytesStart<'_>) {
        let names = ["ascii", "hAnsi"].map(|name| attribute(element, name));
        let Some(name) = names.iter().flatten().next() else {
            return;
        };
        self.face = Some(Face::of(name));
        if name != "Times New Roman" && name != "Liberation Serif" {
            self.dropped.insert(Dropped::Typeface);
        }
    }

    /// What this says, and where it says nothing, what that says.
    fn over(self, base: &Looks) -> Looks {
        let mut looks = self;
        for (own, under) in looks.switches.iter_mut().zip(base.switches) {
            *own = own.or(under);
        }
        looks.raised = looks.raised.or(base.raised);
        looks.face = looks.face.or_else(|| base.face.clone());
        looks.dropped.extend(&base.dropped);
        looks
    }
}

#[derive(Default)]
struct Style {
    base: Option<String>,
    looks: Looks,
    is_numbered: Option<bool>,
}

/// The styles of a file with what they take from those they are based on.
#[derive(Default)]
pub struct Styles {
    known: BTreeMap<String, Style>,
    /// Which style of a kind stands where none is named.
    standing: BTreeMap<String, String>,
    defaults: Looks,
}

/// Longer chains are circles.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    pub fn read(part: &str) -> Result<Styles, Refused> {
        let mut styles = Styles::default();
        let mut xml = Xml::of(part);
        loop {
            match xml.next()? {
                Node::Open(Space::Word, element) => match element.local_name().as_ref() {
                    "rPrDefault" => styles.defaults = style(&mut xml)?.looks,
                    "style" => {
                        let said = |name| attribute(&element, name).unwrap_or_default();
                        let (id, kind) = (said("styleId"), said("type"));
                        if matches!(said("default").as_str(), "1" | "true" | "on") {
                            styles.standing.entry(kind).or_insert_with(|| id.clone());
                        }
                        styles.known.insert(id, style(&mut xml)?);
                    }
                    _ => {}
                },
                Node::End => return Ok(styles),
                Node::Open(..) | Node::Close | Node::Text(_) => {}
            }
        }
    }

    /// The style of this name, or the one that stands where none is named, with all it is based on.
    fn chain(&self, kind: &str, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let named = id.and_then(|id| self.known.get(id));
        let standing = || self.known.get(self.standing.get(kind)?);
        let based_on = |style: &&Style| style.base.as_ref().and_then(|base| self.known.get(base));
        std::iter::successors(named.or_else(standing), based_on).take(LONGEST_CHAIN)
    }

    fn looks(&self, kind: &str, id: Option<&str>) -> Looks {
        self.chain(kind, id)
            .fold(Looks::default(), |looks, style| looks.over(&style.looks))
    }

    /// Whether paragraphs of this style are numbered or bulleted.
    pub fn is_numbered(&self, id: Option<&str>) -> bool {
        self.chain("paragraph", id)
            .find_map(|style| style.is_numbered)
            .unwrap_or(false)
    }

    /// How a run looks that says this of itself, in a paragraph of this style.
    pub fn resolved(&self, paragraph: Option<&str>, direct: &Looks) -> Resolved {
        let under = self.looks("paragraph", paragraph);
        let named = self.looks("character", direct.style.as_deref());
        let switch = |switch: Switch| {
            let at = switch as usize;
            let on = |looks: &Looks| looks.switches[at].unwrap_or(false);
            direct.switches[at].unwrap_or_else(|| on(&self.defaults) || (on(&under) != on(&named)))
        };
        let raised = direct.raised.or(named.raised).or(under.raised);
        let faces = [direct, &named, &under, &self.defaults];
        let face = faces.into_iter().find_map(|looks| looks.face.clone());
        let mut dropped = direct.dropped.clone();
        if direct.style.is_some() {
            dropped.extend(&named.dropped);
        }
        Resolved {
            bold: switch(Switch::Bold),
            italic: switch(Switch::Italic),
            is_struck: switch(Switch::Strike) || switch(Switch::DoubleStrike),
            is_capital: switch(Switch::Capitals) || switch(Switch::SmallCapitals),
            is_hidden: switch(Switch::Hidden),
            is_raised: raised.unwrap_or(false),
            face: face.unwrap_or(Face::Letters),
            dropped,
        }
    }
}

/// How a run looks in the end.
pub struct Resolved {
    pub bold: bool,
    pub italic: bool,
    pub is_struck: bool,
    pub is_capital: bool,
    pub is_hidden: bool,
    pub is_raised: bool,
    pub face: Face,
    pub dropped: BTreeSet<Dropped>,
}

/// A `style` or `rPrDefault` that was opened, to its end.
fn style(xml: &mut Xml<'_>) -> Result<Style, Refused> {
    let mut style = Style::default();
    // The properties of table parts and of what was before a change lie deeper.
    let mut path: Vec<String> = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(space, element) => {
                let name = element.local_name().as_ref().to_owned();
                match (path.last().map(String::as_str), path.len()) {
                    (None, 0) if name == "basedOn" => style.base = attribute(&element, "val"),
                    (Some("rPr"), 1) => style.looks.take(space, &element),
                    (Some("numPr"), 2) if name == "numId" => {
                        style.is_numbered = Some(attribute(&element, "val").is_some_and(|id| id != "0"));
                    }
                    _ => {}
                }
                path.push(name);
            }
            Node::Close if path.pop().is_none() => return Ok(style),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Refused::Broken),
        }
    }
}
