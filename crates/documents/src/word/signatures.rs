//! Who signs and who gets the paper: one signature beside the copies, several side by side above them.

use docx_rs::{Docx, Paragraph, Table, TableCell};

use super::COLUMN;
use super::blocks::{borderless, line, row};
use super::styles::{Look, before};
use crate::worded::{Signature, Worded};

const SIGN_COLUMNS: [f64; 2] = [COLUMN * 0.376, COLUMN * 0.624];
const ROOM_TO_SIGN: f64 = 26.0;

pub fn add(mut docx: Docx, worded: &Worded) -> Docx {
    match worded.signatures.as_slice() {
        [only] => docx.add_table(signature_beside_copies(worded, only)),
        several => {
            if !several.is_empty() {
                docx = docx.add_table(signatures(several));
            }
            copies(worded).into_iter().fold(docx, Docx::add_paragraph)
        }
    }
}

fn signature_beside_copies(worded: &Worded, signature: &Signature) -> Table {
    let copies = copies(worded)
        .into_iter()
        .fold(TableCell::new(), TableCell::add_paragraph);
    let copies = if worded.copies.is_some() {
        copies
    } else {
        copies.add_paragraph(Paragraph::new())
    };
    let row = row(&SIGN_COLUMNS, vec![copies, signed(signature)]).cant_split();
    borderless(&SIGN_COLUMNS, vec![row])
}

fn signatures(several: &[Signature]) -> Table {
    // Titles of neighbours would be read as one.
    const BETWEEN: f64 = 4.0;
    let gaps = several.len().saturating_sub(1);
    let column = (COLUMN - BETWEEN * gaps as f64) / several.len() as f64;
    let mut columns = vec![column; several.len() + gaps];
    columns
        .iter_mut()
        .skip(1)
        .step_by(2)
        .for_each(|gap| *gap = BETWEEN);
    let cells = |of: &dyn Fn(&Signature) -> TableCell| -> Vec<TableCell> {
        let gap = || TableCell::new().add_paragraph(Paragraph::new().keep_next(true));
        let cells = several.iter().flat_map(|signature| [gap(), of(signature)]);
        cells.skip(1).collect()
    };
    let powers = |signature: &Signature| {
        let lines = signature
            .lines
            .iter()
            .map(|words| line(&words.text, Look::Signature).keep_next(true));
        lines.fold(TableCell::new(), TableCell::add_paragraph)
    };
    let name = |signature: &Signature| {
        let spacing = before(ROOM_TO_SIGN * 72.0 / 25.4);
        let name = line(&signature.name.text, Look::Signature).line_spacing(spacing);
        TableCell::new().add_paragraph(name.keep_next(true))
    };
    let rows = vec![
        row(&columns, cells(&powers)).cant_split(),
        row(&columns, cells(&name)).cant_split(),
    ];
    borderless(&columns, rows)
}

fn signed(signature: &Signature) -> TableCell {
    let spacing = before(ROOM_TO_SIGN * 72.0 / 25.4);
    let lines = signature
        .lines
        .iter()
        .map(|words| line(&words.text, Look::Signature).keep_next(true));
    lines
        .fold(TableCell::new(), TableCell::add_paragraph)
        .add_paragraph(line(&signature.name.text, Look::Signature).line_spacing(spacing))
}

fn copies(worded: &Worded) -> Vec<Paragraph> {
    let Some(copies) = &worded.copies else {
        return Vec::new();
    };
    let mut label = line(copies.label, Look::CopiesLabel);
    let is_below = worded.signatures.len() != 1;
    if is_below {
        label = label.line_spacing(before(12.0)).keep_next(true);
    }
    let lines = copies.lines.iter().chain(&copies.typist);
    let count = lines.clone().count();
    let lines = lines.enumerate().map(|(place, words)| {
        let holds_on = is_below && place + 1 < count;
        line(&words.text, Look::Copies).keep_next(holds_on)
    });
    std::iter::once(label).chain(lines).collect()
}
