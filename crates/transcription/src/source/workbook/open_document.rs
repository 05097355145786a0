//! Looks through the content of an OpenDocument sheet: rows, columns and blanks may be said to repeat
//! a million times, and would be written out as often.

mod unseen;

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::concealed::Concealed;
use super::{Limits, damaged, too_large};
use crate::refused::{Refused, Size};
use unseen::Unseen;

/// How many bytes were looked through, if the sheets are not too large when written out, and what each of them conceals.
pub(super) fn look_through(
    part: &mut impl BufRead,
    limits: &Limits,
) -> Result<(u64, Vec<Concealed>), Refused> {
    let mut xml = Reader::from_reader(part);
    let mut open_elements = 0_u64;
    let mut extent = Extent::default();
    let mut unseen = Unseen::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => {
                open_elements += 1;
                extent.start(&element)?;
                unseen.start(&element)?;
            }
            Event::Empty(element) => {
                extent.start(&element)?;
                extent.end(element.name().as_ref());
                unseen.start(&element)?;
                unseen.end(element.name().as_ref());
            }
            Event::End(element) => {
                open_elements = open_elements.saturating_sub(1);
                extent.end(element.name().as_ref());
                unseen.end(element.name().as_ref());
            }
            Event::Text(text) => extent.text(text.len() as u64),
            Event::GeneralRef(_) => extent.text(4),
            // The parser would wait for the end of an open element for ever.
            Event::Eof if open_elements > 0 => return Err(damaged("an element that is never closed")),
            Event::Eof => break,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        extent.check(limits)?;
    }
    Ok((xml.buffer_position(), unseen.sheets))
}

/// What has been counted so far.
#[derive(Default)]
struct Extent {
    depth: u32,
    /// Places of the finished tables, and the size of the current one up to its last filled cell.
    places: u64,
    width: u64,
    height: u64,
    /// Empty rows and cells count only when something follows them.
    empty_rows: u64,
    empty_cells: u64,
    row: Option<Line>,
    text_bytes: u64,
}

#[derive(Default)]
struct Line {
    repeats: u64,
    columns: u64,
    cell_repeats: u64,
    cell_text: u64,
    is_filled: bool,
    row_is_filled: bool,
    row_text: u64,
}

impl Extent {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refused> {
        match element.name().as_ref() {
            "table:table" => {
                self.depth += 1;
                if self.depth > 1 {
                    return Err(damaged("a table within a table"));
                }
                self.empty_rows = 0;
            }
            "table:table-row" => {
                self.empty_cells = 0;
                self.row = Some(Line {
                    repeats: repeats(element, "table:number-rows-repeated"),
                    ..Line::default()
                });
            }
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(row) = &mut self.row {
                    row.cell_repeats = repeats(element, "table:number-columns-repeated");
                    row.cell_text = 0;
                    row.is_filled = false;
                    for attribute in element.attributes().with_checks(false).flatten() {
                        let key = attribute.key.as_ref();
                        if key.starts_with("office:") || key == "table:formula" {
                            row.is_filled = true;
                            row.cell_text += attribute.value.len() as u64;
                        }
                    }
                }
            }
            "text:s" => self.text(repeats(element, "text:c")),
            _ => self.text(1),
        }
        Ok(())
    }

    fn text(&mut self, bytes: u64) {
        if let Some(row) = &mut self.row {
            row.cell_text = row.cell_text.saturating_add(bytes);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table" => {
                self.depth = self.depth.saturating_sub(1);
                self.places = self.places.saturating_add(self.width.saturating_mul(self.height));
                (self.width, self.height) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(row) = &mut self.row {
                    if row.is_filled {
                        row.columns = row
                            .columns
                            .saturating_add(self.empty_cells)
                            .saturating_add(row.cell_repeats);
                        self.empty_cells = 0;
                        row.row_is_filled = true;
                        row.row_text = row
                            .row_text
                            .saturating_add(row.cell_text.saturating_mul(row.cell_repeats));
                    } else {
                        self.empty_cells = self.empty_cells.saturating_add(row.cell_repeats);
                    }
                }
            }
            "table:table-row" => {
                if let Some(row) = self.row.take() {
                    if row.row_is_filled {
                        self.height = self
                            .height
                            .saturating_add(self.empty_rows)
                            .saturating_add(row.repeats);
                        self.width = self.width.max(row.columns);
                        self.empty_rows = 0;
                        let text = row.row_text.saturating_mul(row.repeats);
                        self.text_bytes = self.text_bytes.saturating_add(text);
                    } else {
                        self.empty_rows = self.empty_rows.saturating_add(row.repeats);
                    }
                }
            }
            _ => {}
        }
    }

    fn check(&self, limits: &Limits) -> Result<(), Refused> {
        let places = self.places.saturating_add(self.width.saturating_mul(self.height));
        let in_row = self.row.as_ref().map_or(0, |row| row.columns);
        if places.max(in_row) > limits.cells as u64 {
            return Err(too_large(Size::Cells, limits.cells as u64));
        }
        let in_cell = self.row.as_ref().map_or(0, |row| row.cell_text.max(row.row_text));
        if self.text_bytes.max(in_cell) > limits.text_bytes as u64 {
            return Err(too_large(Size::TextBytes, limits.text_bytes as u64));
        }
        Ok(())
    }
}

/// How often, as the element says; once, when it does not.
fn repeats(element: &BytesStart<'_>, key: &str) -> u64 {
    match element.try_get_attribute(key) {
        Ok(Some(times)) => times.value.trim().parse().unwrap_or(u64::MAX),
        Ok(None) | Err(_) => 1,
    }
}
