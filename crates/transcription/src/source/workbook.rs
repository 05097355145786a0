//! Spreadsheets: one sheet as a grid of texts. The parsers that do the work trust their input,
//! so each container is looked through before it is handed to them, and a panic in them is a refusal.

mod old_excel;
mod open_document;
mod package;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx,
};
use jiff::civil::{Date, DateTime, Time};

use super::{Cell, Form, Format, Grid, Limits, Row, too_large};
use crate::mapping::Epoch;
use crate::refused::{Refused, Size};
use crate::words;

/// By its first bytes, a file is one of the containers that workbooks come in, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    CompoundFile,
}

impl Container {
    pub fn of(bytes: &[u8]) -> Option<Container> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Some(Container::Zip)
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Some(Container::CompoundFile)
        } else {
            None
        }
    }
}

pub(super) struct Read {
    pub format: Format,
    pub sheet: String,
    /// Every sheet with cells or room for them, the hidden ones too.
    pub sheets: Vec<String>,
    /// Other visible sheets that hold something.
    pub left_out: Vec<String>,
    pub epoch: Option<Epoch>,
    /// Cells that were dates.
    pub dates: usize,
    pub grid: Grid,
}

pub(super) fn read(
    bytes: &[u8],
    container: Container,
    sheet: Option<&str>,
    limits: &Limits,
) -> Result<Read, Refused> {
    let cleaned;
    let (bytes, format) = match container {
        Container::Zip => (bytes, package::look_through(bytes, limits)?),
        Container::CompoundFile => {
            cleaned = old_excel::cleaned(bytes, limits)?;
            (cleaned.as_slice(), Format::Xls)
        }
    };
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        Book::open(bytes, format)?.read(sheet, limits)
    }));
    parsed.unwrap_or_else(|_| Err(damaged("the parser gave up")))
}

fn damaged(detail: impl ToString) -> Refused {
    Refused::Damaged {
        detail: detail.to_string(),
    }
}

enum Book<'a> {
    Xlsx(Xlsx<Cursor<&'a [u8]>>),
    Xlsb(Xlsb<Cursor<&'a [u8]>>),
    Xls(Xls<Cursor<&'a [u8]>>),
    Ods(Ods<Cursor<&'a [u8]>>),
}

impl<'a> Book<'a> {
    fn open(bytes: &'a [u8], format: Format) -> Result<Book<'a>, Refused> {
        let bytes = Cursor::new(bytes);
        match format {
            Format::Xlsx => Xlsx::new(bytes).map(Book::Xlsx).map_err(|e| match e {
                calamine::XlsxError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Xlsb => Xlsb::new(bytes).map(Book::Xlsb).map_err(|e| match e {
                calamine::XlsbError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Xls => Xls::new(bytes).map(Book::Xls).map_err(|e| match e {
                calamine::XlsError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Ods => Ods::new(bytes).map(Book::Ods).map_err(|e| match e {
                calamine::OdsError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Text => Err(Refused::NotATable),
        }
    }

    fn format(&self) -> Format {
        match self {
            Book::Xlsx(_) => Format::Xlsx,
            Book::Xlsb(_) => Format::Xlsb,
            Book::Xls(_) => Format::Xls,
            Book::Ods(_) => Format::Ods,
        }
    }

    fn epoch(&self) -> Option<Epoch> {
        let of = |is_1904| Some(if is_1904 { Epoch::Of1904 } else { Epoch::Of1900 });
        match self {
            Book::Xlsx(book) => of(book.has_1904_epoch()),
            Book::Xls(book) => of(book.has_1904_epoch()),
            // Neither says where its day counts start; dates themselves come out right.
            Book::Xlsb(_) | Book::Ods(_) => None,
        }
    }

    fn sheets(&self) -> &[Sheet] {
        match self {
            Book::Xlsx(book) => book.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
        }
    }

    /// The sheet that is told; else the first visible one that holds something.
    fn read(mut self, told: Option<&str>, limits: &Limits) -> Result<Read, Refused> {
        let of = |wanted: fn(&Sheet) -> bool| {
            let tables = self
                .sheets()
                .iter()
                .filter(|sheet| sheet.typ == SheetType::WorkSheet);
            tables
                .filter(|sheet| wanted(sheet))
                .map(|sheet| sheet.name.clone())
                .collect::<Vec<_>>()
        };
        let all = of(|_| true);
        let visible = of(|sheet| sheet.visible == SheetVisible::Visible);
        let candidates = match told {
            Some(told) => {
                let found = all.iter().find(|name| words::tidy(name) == words::tidy(told));
                let sheet = found.ok_or_else(|| Refused::NoSuchSheet {
                    sheet: told.to_owned(),
                    sheets: all.clone(),
                })?;
                vec![sheet.clone()]
            }
            None if visible.is_empty() => all.clone(),
            None => visible,
        };
        let mut candidates = candidates.into_iter();
        for sheet in candidates.by_ref() {
            let mut sparse = Sparse::new(limits);
            self.cells(&sheet, &mut |row, column, cell| sparse.add(row, column, cell))?;
            if sparse.rows.is_empty() {
                continue;
            }
            let mut left_out = Vec::new();
            for other in candidates {
                let mut holds_something = false;
                self.cells(&other, &mut |_, _, _| {
                    holds_something = true;
                    Ok(Further::Stop)
                })?;
                left_out.extend(holds_something.then_some(other));
            }
            return Ok(Read {
                format: self.format(),
                sheet,
                sheets: all,
                left_out,
                epoch: self.epoch(),
                dates: sparse.dates,
                grid: sparse.grid(),
            });
        }
        Err(Refused::Empty)
    }

    /// Every cell that holds something, until told to stop. Rows and columns count from 0.
    fn cells(&mut self, sheet: &str, take: Take<'_>) -> Result<(), Refused> {
        match self {
            Book::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
                while let Some(cell) = reader.next_cell().map_err(damaged)? {
                    if give(cell.get_position(), cell.get_value(), take)? == Further::Stop {
                        break;
                    }
                }
                Ok(())
            }
            Book::Xlsb(book) => {
                let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
                while let Some(cell) = reader.next_cell().map_err(damaged)? {
                    if give(cell.get_position(), cell.get_value(), take)? == Further::Stop {
                        break;
                    }
                }
                Ok(())
            }
            Book::Xls(book) => give_all(&book.worksheet_range(sheet).map_err(damaged)?, take),
            Book::Ods(book) => give_all(&book.worksheet_range(sheet).map_err(damaged)?, take),
        }
    }
}

type Take<'t> = &'t mut dyn FnMut(u32, u32, Cell) -> Result<Further, Refused>;

#[derive(PartialEq, Eq)]
enum Further {
    Go,
    Stop,
}

fn give_all(range: &Range<Data>, take: Take<'_>) -> Result<(), Refused> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let position = (first_row + row as u32, first_column + column as u32);
        if give(position, &borrowed(value), take)? == Further::Stop {
            break;
        }
    }
    Ok(())
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn give((row, column): (u32, u32), value: &DataRef<'_>, take: Take<'_>) -> Result<Further, Refused> {
    match cell(value) {
        Some(cell) => take(row, column, cell),
        None => Ok(Further::Go),
    }
}

/// A value as text: numbers without rounding, dates year first, errors as the sheet shows them.
fn cell(value: &DataRef<'_>) -> Option<Cell> {
    let (text, form) = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => (text.clone(), Form::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), Form::Text),
        DataRef::Int(number) => (number.to_string(), Form::Number),
        DataRef::Float(number) => (number.to_string(), Form::Number),
        DataRef::Bool(yes) => (if *yes { "TRUE" } else { "FALSE" }.to_owned(), Form::Text),
        DataRef::DateTime(moment) => written_out(moment),
        DataRef::DateTimeIso(text) => (text.clone(), Form::Date),
        DataRef::DurationIso(text) => (text.clone(), Form::Text),
        DataRef::Error(error) => (error.to_string(), Form::Error),
    };
    let cell = Cell { text, form };
    (!cell.is_blank()).then_some(cell)
}

fn written_out(moment: &ExcelDateTime) -> (String, Form) {
    let number = (moment.as_f64().to_string(), Form::Number);
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = Time::new(hour as i8, minute as i8, second as i8, 0);
    let is_time_of_day = (0.0..1.0).contains(&moment.as_f64());
    match (Date::new(year as i16, month as i8, day as i8), time) {
        _ if moment.is_duration() => number,
        (_, Ok(time)) if is_time_of_day => (time.to_string(), Form::Text),
        (Ok(day), Ok(time)) if time == Time::midnight() => (day.to_string(), Form::Date),
        (Ok(day), Ok(time)) => (DateTime::from_parts(day, time).to_string(), Form::Date),
        // 29 February 1900, and what lies outside the calendar.
        _ => number,
    }
}

/// The cells of a sheet, counted while they come in.
struct Sparse<'l> {
    rows: BTreeMap<u32, Vec<Cell>>,
    dates: usize,
    places: usize,
    text_bytes: usize,
    limits: &'l Limits,
}

impl<'l> Sparse<'l> {
    fn new(limits: &'l Limits) -> Sparse<'l> {
        Sparse {
            rows: BTreeMap::new(),
            dates: 0,
            places: 0,
            text_bytes: 0,
            limits,
        }
    }

    fn add(&mut self, row: u32, column: u32, cell: Cell) -> Result<Further, Refused> {
        let column = column as usize;
        if column >= self.limits.columns {
            return Err(too_large(Size::Columns, self.limits.columns as u64));
        }
        self.dates += usize::from(cell.form == Form::Date);
        self.text_bytes += cell.text.len();
        let cells = self.rows.entry(row).or_default();
        if column >= cells.len() {
            self.places += column + 1 - cells.len();
            cells.resize(column + 1, Cell::default());
        }
        cells[column] = cell;
        if self.rows.len() > self.limits.rows {
            return Err(too_large(Size::Rows, self.limits.rows as u64));
        }
        if self.places > self.limits.cells {
            return Err(too_large(Size::Cells, self.limits.cells as u64));
        }
        if self.text_bytes > self.limits.text_bytes {
            return Err(too_large(Size::TextBytes, self.limits.text_bytes as u64));
        }
        Ok(Further::Go)
    }

    fn grid(self) -> Grid {
        let span = match (self.rows.first_key_value(), self.rows.last_key_value()) {
            (Some((first, _)), Some((last, _))) => (last - first + 1) as usize,
            _ => 0,
        };
        Grid {
            blank_rows: span - self.rows.len(),
            rows: self
                .rows
                .into_iter()
                .map(|(row, cells)| Row {
                    number: row.saturating_add(1),
                    cells,
                })
                .collect(),
            is_sheet: true,
        }
    }
}

#[cfg(test)]
mod tests;
