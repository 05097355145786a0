//! Forms that are filled in by hand or kept in the file: the complaint form for the counter (ISO 10002, annex C) and the follow-up
//! sheet of a case (annex E).

use fast_qr::QRBuilder;
use fast_qr::convert::Builder;
use fast_qr::convert::svg::SvgBuilder;
use i18n::{Lang, texts};
use jiff::civil::Date;
use serde::Serialize;

use crate::glyphs::shown;
use crate::paper::{House, PaperError};
use crate::typeset::{self, Template};
use crate::worded::{Meta, Words};

/// A line of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What is known already.
    Said { label: String, says: String },
    /// Dotted lines to be written on.
    Blank { label: String, lines: u8 },
    /// Boxes to be ticked, some of which are.
    Boxes {
        label: String,
        boxes: Vec<(String, bool)>,
    },
}

impl Row {
    /// What is known, or else room to write it.
    pub fn of(label: &str, says: Option<&str>) -> Self {
        let label = label.to_owned();
        match says.map(str::trim).filter(|says| !says.is_empty()) {
            Some(says) => Row::Said {
                label,
                says: says.to_owned(),
            },
            None => Row::Blank { label, lines: 1 },
        }
    }
}

/// A part of a form under a heading of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub title: String,
    pub rows: Vec<Row>,
    pub table: Option<Table>,
}

/// A table inside a form; cells that are empty stay to be written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintForm {
    pub lang: Lang,
    pub house: House,
    pub title: String,
    /// Under the title: what the form is for.
    pub lead: String,
    /// The number of the case, which then also stands in a QR code.
    pub number: Option<String>,
    /// What the QR code says where that is not the number: an address that opens the case.
    pub link: Option<String>,
    pub sections: Vec<Section>,
    /// Who signs, side by side.
    pub signers: Vec<String>,
    pub printed_on: Date,
}

#[derive(Serialize)]
struct Page {
    lang: &'static str,
    meta: Meta,
    parents: Vec<Words>,
    organisation: Words,
    title: String,
    lead: String,
    number: Option<Number>,
    sections: Vec<Part>,
    signers: Vec<String>,
    sign_here: &'static str,
    page: &'static str,
    page_of: &'static str,
}

#[derive(Serialize)]
struct Number {
    label: &'static str,
    says: String,
    qr: String,
    alt: String,
}

#[derive(Serialize)]
struct Part {
    title: String,
    rows: Vec<Line>,
    table: Option<Cells>,
}

#[derive(Serialize)]
struct Cells {
    heads: Vec<String>,
    rows: Vec<String>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Line {
    Said {
        label: String,
        says: Vec<String>,
    },
    Blank {
        label: String,
        lines: u8,
    },
    Boxes {
        label: String,
        boxes: Vec<(String, bool)>,
    },
}

impl PrintForm {
    /// PDF/A-2a and PDF/UA-1; the same form always gives the same bytes.
    ///
    /// # Errors
    /// The typesetter's, which are ours to mend: what cannot be printed stands as its code.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let t = texts(self.lang);
        let title = match &self.number {
            Some(number) => format!("{} {number}", self.title),
            None => self.title.clone(),
        };
        let number = self.number.as_ref();
        let page = Page {
            lang: self.lang.code(),
            meta: Meta::shown(&title, &self.house, self.printed_on),
            parents: self.house.parents.iter().map(|name| upper(name)).collect(),
            organisation: upper(&self.house.name),
            title: shown(&self.title).to_uppercase(),
            lead: shown(&self.lead),
            number: number
                .map(|number| {
                    Ok(Number {
                        label: t.print_form_number(),
                        says: shown(number),
                        qr: qr_code(self.link.as_ref().unwrap_or(number))?,
                        alt: t.print_form_qr(shown(number)),
                    })
                })
                .transpose()
                .map_err(PaperError::Typesetting)?,
            sections: self.sections.iter().map(part).collect(),
            signers: self
                .signers
                .iter()
                .map(|signer| shown(signer).to_uppercase())
                .collect(),
            sign_here: t.print_form_sign_here(),
            page: t.book_page(),
            page_of: t.book_page_of(),
        };
        let json = serde_json::to_string(&page).expect("a form is made of strings and numbers");
        typeset::pdf(Template::PrintForm, json, t.product_name(), Vec::new()).map_err(PaperError::Typesetting)
    }
}

fn upper(name: &str) -> Words {
    const IN_A_COLUMN: usize = 20;
    Words::breaking(shown(&name.to_uppercase()), IN_A_COLUMN)
}

fn part(section: &Section) -> Part {
    Part {
        title: shown(&section.title),
        rows: section.rows.iter().map(line).collect(),
        table: section.table.as_ref().map(|table| Cells {
            heads: table.heads.iter().map(|head| shown(head)).collect(),
            rows: table.rows.iter().flatten().map(|cell| shown(cell)).collect(),
        }),
    }
}

fn line(row: &Row) -> Line {
    match row {
        Row::Said { label, says } => Line::Said {
            label: shown(label),
            says: says.lines().map(shown).collect(),
        },
        Row::Blank { label, lines } => Line::Blank {
            label: shown(label),
            lines: *lines,
        },
        Row::Boxes { label, boxes } => Line::Boxes {
            label: shown(label),
            boxes: boxes
                .iter()
                .map(|(says, ticked)| (shown(says), *ticked))
                .collect(),
        },
    }
}

/// A QR code as SVG, for paper and page.
///
/// # Errors
/// What is too long for one.
pub fn qr_code(text: &str) -> Result<String, String> {
    let code = QRBuilder::new(text).build().map_err(|error| error.to_string())?;
    Ok(SvgBuilder::default().margin(2).to_str(&code))
}
