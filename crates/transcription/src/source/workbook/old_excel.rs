//! Makes an .xls harmless before it is parsed. The parser believes what the file says about itself: a chain of
//! sectors that leads back to its start, a sheet that claims a billion rows, one long text shown in every cell.
//! So the stream of the workbook is taken out by a reader that checks its container, looked through record by
//! record, and put into a fresh container with nothing else in it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use super::concealed::{Area, Concealed, Found};
use super::{Limits, MOST_SHEETS, damaged, too_large};
use crate::refused::{Refused, Size};

/// The workbook without its dangers, and what each of its sheets conceals.
pub(super) fn cleaned(bytes: &[u8], limits: &Limits) -> Result<(Vec<u8>, Vec<Concealed>), Refused> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if container.exists("/EncryptedPackage") {
        return Err(Refused::PasswordProtected);
    }
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| container.is_stream(name))
        .ok_or(Refused::NotATable)?;
    let mut stream = Vec::new();
    container
        .open_stream(name)
        .and_then(|stored| stored.take(bytes.len() as u64).read_to_end(&mut stream))
        .map_err(damaged)?;
    let concealed = look_through(&mut stream, limits)?;
    Ok((packed(name, &stream).map_err(damaged)?, concealed))
}

fn packed(name: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut fresh = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    fresh.create_stream(name)?.write_all(stream)?;
    fresh.flush()?;
    Ok(fresh.into_inner().into_inner())
}

/// The records of [MS-XLS] that matter here.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000a;
    pub const CONTINUE: u16 = 0x003c;
    pub const COLUMNS: u16 = 0x007d;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00bd;
    pub const MERGED: u16 = 0x00e5;
    pub const SHARED_STRINGS: u16 = 0x00fc;
    pub const SHARED_STRING: u16 = 0x00fd;
    pub const DIMENSIONS: u16 = 0x0200;
    pub const ROW: u16 = 0x0208;
    pub const BEGIN: u16 = 0x0809;
    /// Text with runs, number, text, truth or error, packed number.
    pub const OTHER_CELLS: [u16; 5] = [0x00d6, 0x0203, 0x0204, 0x0205, 0x027e];
}

#[derive(Clone, Copy)]
struct Record {
    kind: u16,
    start: usize,
    end: usize,
}

/// The record at a place; none at the end of the stream, or where it is cut off.
fn record_at(stream: &[u8], at: usize) -> Option<Record> {
    let (kind, length) = (u16_at(stream, at)?, u16_at(stream, at + 2)?);
    let end = at + 4 + usize::from(length);
    (end <= stream.len()).then_some(Record {
        kind,
        start: at + 4,
        end,
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn look_through(stream: &mut [u8], limits: &Limits) -> Result<Vec<Concealed>, Refused> {
    // Each place where a sheet begins, and which of the sheets that is.
    let mut sheets = BTreeMap::new();
    let mut sheet_records = 0;
    let mut texts = Vec::new();
    let mut at = 0;
    while let Some(record) = record_at(stream, at) {
        at = record.end;
        match record.kind {
            kind::END => break,
            kind::SHEET => {
                let position = u32_at(stream, record.start);
                sheets.extend(position.map(|position| (position as usize, sheet_records)));
                sheet_records += 1;
            }
            kind::SHARED_STRINGS => texts = lengths(&parts(stream, record)),
            _ => {}
        }
    }
    if sheet_records > sheets.len() {
        return Err(damaged("two sheets in one place"));
    }
    if sheet_records > MOST_SHEETS {
        return Err(damaged("more sheets than a workbook has"));
    }

    let mut written_out = Extent::default();
    let mut scanned = 0;
    let mut concealed = vec![Concealed::default(); sheet_records];
    for (sheet, at) in sheets {
        let mut found = Found::default();
        let length = look_through_sheet(stream, sheet, &texts, &mut written_out, &mut found)?;
        concealed[at] = found.settled();
        scanned += length;
        if scanned > 2 * stream.len() {
            return Err(damaged("sheets that overlap"));
        }
        if written_out.places > limits.cells as u64 {
            return Err(too_large(Size::Cells, limits.cells as u64));
        }
        if written_out.text_bytes > limits.text_bytes as u64 {
            return Err(too_large(Size::TextBytes, limits.text_bytes as u64));
        }
    }
    Ok(concealed)
}

/// What the sheets take when every place has a cell and every cell its own text.
#[derive(Default)]
struct Extent {
    places: u64,
    text_bytes: u64,
}

/// Counts the cells of a sheet, takes the claim of its size out, and the formulas, whose results are kept.
fn look_through_sheet(
    stream: &mut [u8],
    start: usize,
    texts: &[u32],
    extent: &mut Extent,
    found: &mut Found,
) -> Result<usize, Refused> {
    let (mut rows, mut columns) = (Bounds::default(), Bounds::default());
    let (mut at, mut depth, mut has_begun) = (start, 0_u32, false);
    while let Some(record) = record_at(stream, at) {
        at = record.end;
        match record.kind {
            kind::BEGIN if has_begun => depth += 1,
            kind::BEGIN => has_begun = true,
            kind::END if depth == 0 => break,
            kind::END => depth -= 1,
            kind::DIMENSIONS => stream[record.start..record.end].fill(0),
            kind::FORMULA if record.end - record.start >= 22 => {
                stream[record.start + 20..record.end].fill(0);
            }
            _ => conceal(record.kind, &stream[record.start..record.end], found)?,
        }
        let is_cell = matches!(record.kind, kind::FORMULA | kind::NUMBERS | kind::SHARED_STRING)
            || kind::OTHER_CELLS.contains(&record.kind);
        if !is_cell {
            continue;
        }
        let place = (u16_at(stream, record.start), u16_at(stream, record.start + 2));
        let (Some(row), Some(column)) = place else {
            return Err(damaged("a cell without a place"));
        };
        rows.include(row.into());
        columns.include(column.into());
        if record.kind == kind::NUMBERS {
            let more = (record.end - record.start) / 6;
            columns.include(u64::from(column) + more as u64);
        }
        if record.kind == kind::SHARED_STRING {
            let text = u32_at(stream, record.start + 6).and_then(|index| texts.get(index as usize));
            let Some(&length) = text else {
                return Err(damaged("a cell whose text is not there"));
            };
            extent.text_bytes += u64::from(length);
        }
    }
    extent.places += rows.width() * columns.width();
    Ok(at.saturating_sub(start))
}

/// Takes note of what a record hides or merges.
fn conceal(kind: u16, record: &[u8], found: &mut Found) -> Result<(), Refused> {
    let at = |at: usize| u16_at(record, at).map(u32::from);
    match kind {
        kind::ROW if at(12).is_some_and(|flags| flags & 0x20 != 0) => {
            if let Some(row) = at(0) {
                found.hide_rows(row + 1, row + 1)?;
            }
        }
        kind::COLUMNS if at(8).is_some_and(|flags| flags & 0x01 != 0) || at(4) == Some(0) => {
            if let (Some(first), Some(last)) = (at(0), at(2)) {
                found.hide_columns(first, last);
            }
        }
        kind::MERGED => {
            for area in record.get(2..).unwrap_or_default().chunks_exact(8) {
                let place = |at: usize| u32::from(u16::from_le_bytes([area[at], area[at + 1]]));
                found.merge(Area {
                    top: place(0) + 1,
                    left: place(4),
                    bottom: place(2) + 1,
                    right: place(6),
                })?;
            }
        }
        _ => {}
    }
    Ok(())
}

#[derive(Default)]
struct Bounds(Option<(u64, u64)>);

impl Bounds {
    fn include(&mut self, value: u64) {
        let (least, most) = self.0.unwrap_or((value, value));
        self.0 = Some((least.min(value), most.max(value)));
    }

    fn width(&self) -> u64 {
        self.0.map_or(0, |(least, most)| most - least + 1)
    }
}

/// A record and those that continue it.
fn parts(stream: &[u8], record: Record) -> Vec<&[u8]> {
    let mut parts = vec![&stream[record.start..record.end]];
    let mut at = record.end;
    while let Some(next) = record_at(stream, at).filter(|next| next.kind == kind::CONTINUE) {
        parts.push(&stream[next.start..next.end]);
        at = next.end;
    }
    parts
}

/// The most bytes that each shared string takes as UTF-8.
fn lengths(parts: &[&[u8]]) -> Vec<u32> {
    let mut cursor = Parts { parts, at: 0 };
    let mut lengths = Vec::new();
    if cursor.skip(8).is_some() {
        while let Some(length) = cursor.string() {
            lengths.push(length);
        }
    }
    lengths
}

/// Reads across the borders of continued records.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    at: usize,
}

impl Parts<'_> {
    fn string(&mut self) -> Option<u32> {
        self.left_here()?;
        let (characters, flags) = (self.u16()?, self.u8()?);
        let runs = if flags & 0x08 == 0 { 0 } else { self.u16()? };
        let extended = if flags & 0x04 == 0 {
            0
        } else {
            u32::from(self.u16()?) | u32::from(self.u16()?) << 16
        };
        let mut wide = flags & 0x01 != 0;
        let mut left = usize::from(characters);
        loop {
            let size = if wide { 2 } else { 1 };
            let here = (self.left_here_now() / size).min(left);
            self.skip(here * size)?;
            left -= here;
            if left == 0 {
                break;
            }
            // The characters go on in the next record, which says anew how wide they are.
            self.next_part()?;
            wide = self.u8()? & 0x01 != 0;
        }
        self.skip(usize::from(runs) * 4)?;
        self.skip(usize::try_from(extended).ok()?)?;
        Some(u32::from(characters) * 3)
    }

    fn u8(&mut self) -> Option<u8> {
        self.left_here()?;
        let byte = *self.parts[0].get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let here = self.left_here()?.min(bytes);
            self.at += here;
            bytes -= here;
        }
        Some(())
    }

    fn left_here_now(&self) -> usize {
        self.parts.first().map_or(0, |part| part.len() - self.at)
    }

    /// How much is left of this part, or of the next that has something; none at the end.
    fn left_here(&mut self) -> Option<usize> {
        while self.left_here_now() == 0 {
            self.next_part()?;
        }
        Some(self.left_here_now())
    }

    fn next_part(&mut self) -> Option<()> {
        self.parts = self.parts.split_first()?.1;
        self.at = 0;
        (!self.parts.is_empty()).then_some(())
    }
}
