//! A file as a table of texts: headings, rows with the numbers they bear in the file, and nothing understood yet.

mod charset;
mod encoding;
mod header;
mod merged;
mod old_fonts;
mod pages;
mod separated;
mod sheet;
mod vietnamese;
mod workbook;

use serde::Serialize;

use self::sheet::SheetTables;
pub use encoding::{Encoding, Fit, KnownBy};
pub(crate) use merged::{Joint, Merged};
pub use pages::Pages;

use crate::mapping::Epoch;
use crate::problem::{Code, Problem};
use crate::refused::{Refused, Size};
use crate::spans::Spans;

/// The encodings that a person may choose from when the file was recognised wrongly.
pub const ENCODINGS: [&str; 8] = [
    "UTF-8",
    "TCVN3",
    "VNI",
    "VISCII",
    "windows-1258",
    "windows-1252",
    "UTF-16LE",
    "UTF-16BE",
];

/// How to open a file. The default is to find everything out from the file itself.
#[derive(Debug, Clone)]
pub struct Opening {
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
    pub header_row: Option<u32>,
    pub header_rows: u32,
    /// Headings that are expected; they help to find the row of the headings.
    pub names: Vec<String>,
    pub limits: Limits,
}

impl Default for Opening {
    fn default() -> Opening {
        Opening {
            encoding: None,
            delimiter: None,
            sheet: None,
            header_row: None,
            header_rows: 1,
            names: Vec::new(),
            limits: Limits::default(),
        }
    }
}

/// How much is taken in. A register of a whole country fits; a file made to fill the memory does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub bytes: usize,
    /// Of all the parts of a workbook together.
    pub unpacked_bytes: u64,
    pub rows: usize,
    pub columns: usize,
    pub cells: usize,
    pub text_bytes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 64 << 20,
            unpacked_bytes: 192 << 20,
            rows: 200_000,
            columns: 512,
            cells: 4_000_000,
            text_bytes: 128 << 20,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct SourceTable {
    pub facts: Facts,
    /// On one line each; `[C]` is the column C when it has no heading.
    pub headers: Vec<String>,
    pub rows: Vec<Row>,
    /// What was already noticed while opening.
    pub problems: Vec<Problem>,
    /// Rows that the sheet does not show.
    pub(crate) hidden: Spans,
    pub(crate) merged: Merged,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The line of a text, the row of a sheet; counted from 1.
    pub number: u32,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Cell {
    pub text: String,
    pub form: Form,
}

/// What a spreadsheet says a cell is. In a delimited text everything is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    #[default]
    Text,
    Number,
    /// Written out here as 2022-01-21 or 2022-01-21T13:47:00, whatever its look in the sheet.
    Date,
    Error,
}

/// What was found out about the file, for the person who has to trust the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    pub format: Format,
    /// Of a delimited text.
    pub encoding: Option<Encoding>,
    /// How well the words fit each encoding that bytes alone do not tell apart.
    pub fits: Vec<Fit>,
    pub delimiter: Option<char>,
    /// Of a workbook.
    pub sheet: Option<String>,
    /// Every sheet that can be read.
    pub sheets: Vec<String>,
    /// Where the workbook starts to count its days, if it says so.
    pub epoch: Option<Epoch>,
    /// How many cells the workbook holds as dates; they are written out year first.
    pub dates_written_out: usize,
    pub header_row: u32,
    /// Rows above the headings, such as the title of the book.
    pub rows_above_header: usize,
    /// The row that numbers the columns (1), (2), (3), if there is one below the headings.
    pub numbering_row: Option<u32>,
    pub blank_rows: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Text,
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// The rows of a file before it is known which of them holds the headings.
struct Grid {
    rows: Vec<Row>,
    blank_rows: usize,
    /// An empty cell at the end of a row means nothing in a sheet, but has been written in a text.
    is_sheet: bool,
    /// So many columns at least; of a sheet that comes in pieces.
    width: usize,
}

impl SourceTable {
    pub fn open(bytes: &[u8], how: &Opening) -> Result<SourceTable, Refused> {
        if bytes.is_empty() {
            return Err(Refused::Empty);
        }
        if bytes.len() > how.limits.bytes {
            return Err(too_large(Size::Bytes, how.limits.bytes as u64));
        }
        if let Some(container) = workbook::Container::of(bytes) {
            let (chosen, grid) = workbook::read(bytes, container, how.sheet.as_deref(), &how.limits)?;
            return SheetTables::whole(chosen).next(grid, how);
        }
        let decoded = encoding::decode(bytes, how.encoding.as_deref())?;
        let separated = separated::read(&decoded.text, how.delimiter, &how.limits)?;
        let guessed = match decoded.encoding.known_by {
            KnownBy::Guess => Some(Problem::of_file(Code::EncodingGuessed, decoded.encoding.name)),
            KnownBy::Told | KnownBy::ByteOrderMark | KnownBy::Itself => None,
        };
        let composed = composed_note(decoded.loose_marks);
        let problems = guessed.into_iter().chain(composed).collect();
        let facts = Facts {
            encoding: Some(decoded.encoding),
            fits: decoded.fits,
            delimiter: Some(separated.delimiter),
            ..Facts::of(Format::Text)
        };
        header::table(separated.grid, facts, problems, how)
    }

    /// The headings alone, for the pieces to come.
    fn without_rows(&self) -> SourceTable {
        SourceTable {
            facts: self.facts.clone(),
            headers: self.headers.clone(),
            rows: Vec::new(),
            problems: Vec::new(),
            hidden: Spans::default(),
            merged: Merged::default(),
        }
    }
}

impl Facts {
    fn of(format: Format) -> Facts {
        Facts {
            format,
            encoding: None,
            fits: Vec::new(),
            delimiter: None,
            sheet: None,
            sheets: Vec::new(),
            epoch: None,
            dates_written_out: 0,
            header_row: 0,
            rows_above_header: 0,
            numbering_row: None,
            blank_rows: 0,
        }
    }
}

fn composed_note(loose_marks: bool) -> Option<Problem> {
    loose_marks.then(|| Problem::of_file(Code::MarksComposed, ""))
}

impl Grid {
    /// Joins letters and their marks; whether any stood apart.
    fn compose(&mut self) -> bool {
        let mut found = false;
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Some(text) = charset::composed(&cell.text) {
                cell.text = text;
                found = true;
            }
        }
        found
    }
}

impl Row {
    /// The text of a cell; a row may end before its table does.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

impl Cell {
    pub(crate) fn text(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            form: Form::Text,
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The letters a spreadsheet gives to a column: A, B, … Z, AA.
pub(crate) fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + (left % 26) as u8));
        left /= 26;
    }
    letters.iter().rev().collect()
}

fn too_large(what: Size, limit: u64) -> Refused {
    Refused::TooLarge { what, limit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let first: Vec<String> = [0, 1, 25, 26, 51, 52, 701, 702].map(letters).into();
        assert_eq!(first, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn an_empty_file_and_one_that_is_too_large_are_refused() {
        let small = Opening {
            limits: Limits {
                bytes: 3,
                ..Limits::default()
            },
            ..Opening::default()
        };
        assert_eq!(SourceTable::open(b"", &small), Err(Refused::Empty));
        assert_eq!(
            SourceTable::open(b"a,b\n", &small),
            Err(Refused::TooLarge {
                what: Size::Bytes,
                limit: 3
            })
        );
    }
}
