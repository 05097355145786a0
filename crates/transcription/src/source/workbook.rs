//! Spreadsheets: one sheet as a grid of texts. The parsers that do the work trust their input,
//! so each container is looked through before it is handed to them, and a panic in them is a refusal.

mod binary_sheet;
mod cells;
pub(super) mod concealed;
mod long;
mod old_excel;
mod open_document;
mod package;
mod parts;
mod sparse;
mod xml_sheet;

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx};

use self::cells::{borrowed, cell};
use self::concealed::Concealed;
use self::package::Looked;
use self::sparse::Sparse;
use super::{Cell, Facts, Form, Format, Grid, Limits, Row, too_large};
use crate::mapping::Epoch;
use crate::problem::{Code, Problem};
use crate::refused::Refused;
use crate::words;

pub(super) use long::LongSheet;

/// No workbook has more.
const MOST_SHEETS: usize = 4_096;

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

/// The sheet that is read, and what is known of it beside its cells.
pub(super) struct Chosen {
    pub facts: Facts,
    /// Other sheets that hold something, and that it is hidden itself.
    pub problems: Vec<Problem>,
    pub concealed: Concealed,
    name: String,
}

/// Every cell of the sheet that is told, or of the first that holds something.
pub(super) fn read(
    bytes: &[u8],
    container: Container,
    sheet: Option<&str>,
    limits: &Limits,
) -> Result<(Chosen, Grid), Refused> {
    let cleaned;
    let (bytes, looked) = match container {
        Container::Zip => (bytes, package::look_through(Cursor::new(bytes), limits)?),
        Container::CompoundFile => {
            let (clean, sheets) = old_excel::cleaned(bytes, limits)?;
            cleaned = clean;
            let sheets = sheets.into_iter().map(Ok).collect();
            let format = Format::Xls;
            (cleaned.as_slice(), Looked { format, sheets })
        }
    };
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        let mut book = Book::open(Cursor::new(bytes), looked.format)?;
        let mut chosen = book.choose(sheet, looked.sheets)?;
        let mut sparse = Sparse::new(limits);
        book.cells(&chosen.name, &mut |row, column, cell| {
            sparse.add(row, column, cell)
        })?;
        chosen.facts.dates_written_out = sparse.dates;
        Ok((chosen, sparse.grid()))
    }));
    parsed.unwrap_or_else(|_| Err(gave_up()))
}

fn damaged(detail: impl ToString) -> Refused {
    Refused::Damaged {
        detail: detail.to_string(),
    }
}

fn gave_up() -> Refused {
    damaged("the parser gave up")
}

enum Book<R> {
    Xlsx(Xlsx<R>),
    Xlsb(Xlsb<R>),
    Xls(Xls<R>),
    Ods(Ods<R>),
}

impl<R: Read + Seek> Book<R> {
    fn open(file: R, format: Format) -> Result<Book<R>, Refused> {
        match format {
            Format::Xlsx => Xlsx::new(file).map(Book::Xlsx).map_err(|e| match e {
                calamine::XlsxError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Xlsb => Xlsb::new(file).map(Book::Xlsb).map_err(|e| match e {
                calamine::XlsbError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Xls => Xls::new(file).map(Book::Xls).map_err(|e| match e {
                calamine::XlsError::Password => Refused::PasswordProtected,
                e => damaged(e),
            }),
            Format::Ods => Ods::new(file).map(Book::Ods).map_err(|e| match e {
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
    fn choose(
        &mut self,
        told: Option<&str>,
        mut looked: Vec<Result<Concealed, Refused>>,
    ) -> Result<Chosen, Refused> {
        let all: Vec<(usize, Sheet)> = self.sheets().iter().cloned().enumerate().collect();
        let tables = all
            .into_iter()
            .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
        let tables: Vec<(usize, Sheet)> = tables.collect();
        let names: Vec<String> = tables.iter().map(|(_, sheet)| sheet.name.clone()).collect();
        let is_visible = |sheet: &Sheet| sheet.visible == SheetVisible::Visible;
        let any_is_visible = tables.iter().any(|(_, sheet)| is_visible(sheet));
        let may_be = |sheet: &Sheet| match told {
            Some(told) => words::tidy(&sheet.name) == words::tidy(told),
            None => is_visible(sheet) || !any_is_visible,
        };
        let mut candidates: Vec<&(usize, Sheet)> = tables.iter().filter(|(_, sheet)| may_be(sheet)).collect();
        if let Some(told) = told {
            candidates.truncate(1);
            if candidates.is_empty() {
                return Err(Refused::NoSuchSheet {
                    sheet: told.to_owned(),
                    sheets: names,
                });
            }
        }
        let mut chosen = None;
        for (at, sheet) in candidates {
            if self.is_filled(*at, sheet, &looked)? {
                chosen = Some((*at, sheet));
                break;
            }
        }
        let (at, sheet) = chosen.ok_or(Refused::Empty)?;
        let mut problems = self.left_out(at, &tables, &looked);
        if !is_visible(sheet) {
            problems.push(Problem::of_file(Code::HiddenSheetRead, &sheet.name));
        }
        Ok(Chosen {
            facts: Facts {
                sheet: Some(sheet.name.clone()),
                sheets: names,
                epoch: self.epoch(),
                ..Facts::of(self.format())
            },
            problems,
            concealed: looked.swap_remove(at)?,
            name: sheet.name.clone(),
        })
    }

    fn is_filled(
        &mut self,
        at: usize,
        sheet: &Sheet,
        looked: &[Result<Concealed, Refused>],
    ) -> Result<bool, Refused> {
        match looked.get(at) {
            Some(Ok(_)) => {}
            Some(Err(refused)) => return Err(refused.clone()),
            None => return Err(damaged("a sheet that was not looked through")),
        }
        let mut is_filled = false;
        self.cells(&sheet.name, &mut |_, _, _| {
            is_filled = true;
            Ok(Further::Stop)
        })?;
        Ok(is_filled)
    }

    /// The other sheets that hold something, or that cannot be looked into, by how well they are hidden.
    fn left_out(
        &mut self,
        chosen: usize,
        tables: &[(usize, Sheet)],
        looked: &[Result<Concealed, Refused>],
    ) -> Vec<Problem> {
        let others = tables.iter().filter(|(at, _)| *at != chosen);
        let filled: Vec<&Sheet> = others
            .filter(|(at, sheet)| self.is_filled(*at, sheet, looked).unwrap_or(true))
            .map(|(_, sheet)| sheet)
            .collect();
        let told = |code: Code, visible: SheetVisible| {
            let names = filled.iter().filter(|sheet| sheet.visible == visible);
            let names: Vec<&str> = names.map(|sheet| sheet.name.as_str()).collect();
            (!names.is_empty()).then(|| Problem::of_file(code, names.join(", ")))
        };
        [
            (Code::SheetLeftOut, SheetVisible::Visible),
            (Code::HiddenSheetLeftOut, SheetVisible::Hidden),
            (Code::VeryHiddenSheetLeftOut, SheetVisible::VeryHidden),
        ]
        .into_iter()
        .filter_map(|(code, visible)| told(code, visible))
        .collect()
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

fn give((row, column): (u32, u32), value: &DataRef<'_>, take: Take<'_>) -> Result<Further, Refused> {
    match cell(value) {
        Some(cell) => take(row, column, cell),
        None => Ok(Further::Go),
    }
}

#[cfg(test)]
mod tests;
