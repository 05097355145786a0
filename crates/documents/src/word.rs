//! A paper for Word: the same lines as on the page, in named styles, with the text inside a content control.

mod blocks;
pub mod read;
mod signatures;
mod styles;

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Footer, Header, PageMargin, PageNum, Paragraph, Run, SpecialIndentType,
    StructuredDataTag, Table, TableCell,
};
use i18n::texts;

use self::blocks::{borderless, empty, line, row, rule};
use self::styles::{Look, before, mm};
use crate::glyphs::{Face, width};
use crate::worded::{Block, To, Worded};

/// By this tag the text of a paper is found again in a file that comes back from Word.
pub const BODY_TAG: &str = "phucdap-body";

/// Between the margins, in millimetres.
const COLUMN: f64 = 165.0;
const HEAD_COLUMNS: [f64; 2] = [COLUMN * 0.416, COLUMN * 0.584];

pub(crate) fn docx(worded: &Worded) -> Result<Vec<u8>, String> {
    let mut docx = page(worded).add_table(heads(worded));
    if let Some(title) = &worded.title {
        docx = docx.add_paragraph(line(&title.kind.text, Look::Title).line_spacing(before(16.0)));
        if !title.about.text.is_empty() {
            let about = &title.about.text;
            docx = docx.add_paragraph(line(about, Look::Title));
            docx = docx.add_paragraph(rule(short(about, 14.0, COLUMN), COLUMN));
        }
    }
    for paragraph in addressees(worded.to.as_ref()) {
        docx = docx.add_paragraph(paragraph);
    }
    docx = docx
        .add_paragraph(empty(13))
        .add_structured_data_tag(body(worded))
        .add_paragraph(empty(13).keep_next(true));
    docx = signatures::add(docx, worded);
    // A table may not be the last thing in a file.
    pack(docx.add_paragraph(empty(1)), worded)
}

/// Size, margins, number of the page in the middle of the head except on the first one, address at its foot.
fn page(worded: &Worded) -> Docx {
    let margin = PageMargin::new()
        .top(mm(20.0))
        .bottom(mm(20.0))
        .left(mm(30.0))
        .right(mm(15.0))
        .header(mm(10.0))
        .footer(mm(20.0));
    let date = format!(
        "{:04}-{:02}-{:02}T00:00:00Z",
        worded.meta.year, worded.meta.month, worded.meta.day
    );
    let docx = styles::apply(Docx::new(), texts(worded.lang))
        .page_size(11906, 16838)
        .page_margin(margin)
        .created_at(&date)
        .updated_at(&date)
        .first_header(header(worded, false))
        .header(header(worded, true));
    if worded.foot.is_empty() {
        return docx;
    }
    let lines = worded.foot.iter().map(|words| line(&words.text, Look::Foot));
    let foot = std::iter::once(rule(COLUMN, COLUMN)).chain(lines);
    docx.first_footer(foot.fold(Footer::new(), Footer::add_paragraph))
        .footer(Footer::new().add_paragraph(empty(1)))
}

fn header(worded: &Worded, is_numbered: bool) -> Header {
    let mut number = Paragraph::new().style(Look::PageNumber.id());
    if is_numbered {
        number = number.add_page_num(PageNum::new());
    }
    let Some(mark) = worded.draft else {
        return Header::new().add_paragraph(number);
    };
    let mark = blocks::framed(mark);
    let third = COLUMN / 3.0;
    let cells = vec![
        TableCell::new().add_paragraph(mark),
        TableCell::new().add_paragraph(number),
        TableCell::new().add_paragraph(Paragraph::new()),
    ];
    Header::new()
        .add_table(borderless(&[third; 3], vec![row(&[third; 3], cells)]))
        .add_paragraph(empty(1))
}

/// The organisation beside the nation; number beside day; the subject of a letter below the number.
fn heads(worded: &Worded) -> Table {
    let [left, right] = HEAD_COLUMNS;
    let mut organisation = TableCell::new();
    for parent in &worded.parents {
        organisation = organisation.add_paragraph(line(&parent.text, Look::Head));
    }
    let name = &worded.organisation.text;
    let organisation = organisation
        .add_paragraph(line(name, Look::HeadStrong))
        .add_paragraph(rule(short(name, 12.0, left), left));
    let motto = width(worded.motto, Face::Bold, 13.0);
    let nation = TableCell::new()
        .add_paragraph(line(worded.country, Look::HeadStrong))
        .add_paragraph(line(worded.motto, Look::Motto))
        .add_paragraph(rule(motto, right));
    let number = worded.number.as_ref().map_or("", |number| number.text.as_str());
    let mut below = TableCell::new().add_paragraph(line(number, Look::Number));
    if let Some(about) = &worded.about {
        below = below.add_paragraph(line(&about.text, Look::Head).line_spacing(before(6.0)));
    }
    let day = TableCell::new().add_paragraph(line(&worded.place_and_date.text, Look::Day));
    let rows = vec![
        row(&HEAD_COLUMNS, vec![organisation, nation]),
        row(&HEAD_COLUMNS, vec![below, day]),
    ];
    borderless(&HEAD_COLUMNS, rows)
}

/// Between a third and a half of the widest line of what stands above, where it is broken as Word breaks lines: as late as may be.
fn short(text: &str, points: f64, column: f64) -> f64 {
    const SHARE: f64 = 0.42;
    let long = |line: &str| width(line, Face::Bold, points);
    let mut widest: f64 = 0.0;
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        line = if long(&longer) > column {
            word.to_owned()
        } else {
            longer
        };
        widest = widest.max(long(&line).min(column));
    }
    widest * SHARE
}

fn addressees(to: Option<&To>) -> Vec<Paragraph> {
    let Some(To { label, names }) = to else {
        return Vec::new();
    };
    if let [name] = names.as_slice() {
        let text = format!("{label} {}", name.text);
        return vec![
            line(&text, Look::Addressee)
                .align(AlignmentType::Center)
                .line_spacing(before(16.0)),
        ];
    }
    let label_width = width(label, Face::Regular, 14.0);
    let to_colon = label_width - width(":", Face::Regular, 14.0);
    let dash = width("- ", Face::Regular, 14.0);
    let widest = names
        .iter()
        .map(|name| width(&name.text, Face::Regular, 14.0))
        .fold(0.0, f64::max);
    let start = ((COLUMN - to_colon - dash - widest) / 2.0).max(10.0);
    let mut paragraphs = vec![
        line(label, Look::Addressee)
            .indent(Some(mm(start)), None, None, None)
            .line_spacing(before(16.0)),
    ];
    for name in names {
        let hanging = SpecialIndentType::Hanging(mm(dash));
        let left = mm(start + to_colon + dash);
        paragraphs.push(line(&format!("- {}", name.text), Look::Addressee).indent(
            Some(left),
            Some(hanging),
            None,
            None,
        ));
    }
    paragraphs
}

fn body(worded: &Worded) -> StructuredDataTag {
    let mut control = StructuredDataTag::new().alias(BODY_TAG);
    for (place, block) in worded.body.iter().enumerate() {
        match block {
            Block::Paragraph { runs } => {
                // The signature does not stand on a page without a line of text.
                let is_last = place + 1 == worded.body.len();
                let mut paragraph = Paragraph::new().style(Look::Body.id()).keep_next(is_last);
                if place > 0 && matches!(worded.body[place - 1], Block::Blank { .. }) {
                    paragraph = paragraph.line_spacing(before(10.0).after(120));
                }
                for piece in runs {
                    let mut run = Run::new().add_text(&piece.words.text);
                    if piece.bold {
                        run = run.bold();
                    }
                    if piece.italic {
                        run = run.italic();
                    }
                    paragraph = paragraph.add_run(run);
                }
                control = control.add_paragraph(paragraph);
            }
            Block::Centred { words } => control = control.add_paragraph(line(&words.text, Look::Title)),
            Block::Blank { lines } => {
                for _ in 0..*lines {
                    control = control.add_paragraph(blocks::dotted());
                }
            }
        }
    }
    control
}

fn pack(docx: Docx, worded: &Worded) -> Result<Vec<u8>, String> {
    let mut parts = docx.build();
    let title = texts(worded.lang).papers_control_body();
    // The library gives a content control a title only.
    let untagged = format!("<w:alias w:val=\"{BODY_TAG}\" />");
    let tagged = format!("<w:alias w:val=\"{title}\" /><w:tag w:val=\"{BODY_TAG}\" /><w:id w:val=\"1\" />");
    parts.document = replaced(parts.document, &untagged, &tagged)?;
    // Nor does it let a style be the one for paragraphs that name none.
    let normal = "w:styleId=\"Normal\">";
    parts.styles = replaced(parts.styles, normal, &format!("w:default=\"1\" {normal}"))?;
    // It does not let the author be named either.
    let (author, title) = (escaped(&worded.meta.author), escaped(&worded.meta.title));
    let by = format!("<dc:creator>{author}</dc:creator><dc:title>{title}</dc:title>");
    let last_by = format!("<cp:lastModifiedBy>{author}</cp:lastModifiedBy>");
    let core = replaced(parts.doc_props.core, "<dc:creator>unknown</dc:creator>", &by)?;
    parts.doc_props.core = replaced(core, "<cp:lastModifiedBy>unknown</cp:lastModifiedBy>", &last_by)?;
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
}

/// Text of ours is escaped in these parts, so that what is looked for is found in no other place.
fn replaced(part: Vec<u8>, from: &str, to: &str) -> Result<Vec<u8>, String> {
    let part = String::from_utf8(part).map_err(|error| error.to_string())?;
    if !part.contains(from) {
        return Err(format!("no {from} in a part of the file"));
    }
    Ok(part.replacen(from, to, 1).into_bytes())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
