//! A workbook for people: real dates, a frozen head that repeats in print, filters, and text that can never run as a formula.

use jiff::civil::Date;
pub use rust_xlsxwriter::XlsxError as Failure;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Date(Date),
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.to_owned())
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text)
        }
    }
}

impl From<Option<Date>> for Cell {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Cell::Empty, Cell::Date)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        // Counts of a register are far below 2^53.
        Cell::Number(number as f64)
    }
}

/// A column: its head and its width in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    pub width: u16,
}

impl Column {
    pub fn new(title: impl Into<String>, width: u16) -> Self {
        Self {
            title: title.into(),
            width,
        }
    }
}

/// A workbook under construction; rows are written out as they come, so that a long book costs no memory.
pub struct Book {
    workbook: Workbook,
    formats: Formats,
}

struct Formats {
    title: Format,
    head: Format,
    text: Format,
    date: Format,
    number: Format,
    fraction: Format,
}

/// A sheet of the book while its rows come.
pub struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a Formats,
    /// In characters.
    widths: Vec<u16>,
    columns: u16,
    row: u32,
    head: u32,
}

/// Excel's greatest cell, in characters.
const LONGEST_CELL: usize = 32_767;

impl Default for Book {
    fn default() -> Self {
        Self::new()
    }
}

impl Book {
    pub fn new() -> Self {
        let lined = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::Top)
                .set_text_wrap()
        };
        Self {
            workbook: Workbook::new(),
            formats: Formats {
                title: Format::new().set_bold().set_font_size(14),
                head: lined().set_bold().set_align(FormatAlign::Center),
                text: lined(),
                date: lined().set_num_format("dd/mm/yyyy"),
                number: lined().set_num_format("0"),
                fraction: lined().set_num_format("#,##0.0"),
            },
        }
    }

    /// As of this day: a book that tells when it was made is otherwise another one each time.
    ///
    /// # Errors
    /// A day before 1900.
    pub fn dated(mut self, on: Date) -> Result<Self, XlsxError> {
        let (month, day) = (on.month().unsigned_abs(), on.day().unsigned_abs());
        let made = ExcelDateTime::from_ymd(u16::try_from(on.year()).unwrap_or_default(), month, day)?;
        let properties = DocProperties::new().set_creation_datetime(&made);
        self.workbook.set_properties(&properties);
        Ok(self)
    }

    /// Begins a sheet: a title, the heads of its columns, then rows.
    ///
    /// # Errors
    /// A name that a workbook cannot have, or a disk that is full.
    pub fn sheet(&mut self, name: &str, title: &str, columns: &[Column]) -> Result<Sheet<'_>, XlsxError> {
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.set_name(safe_name(name))?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(2, 2)?;
        sheet.set_freeze_panes(3, 1)?;
        sheet.set_footer("&C&P / &N");
        for (place, column) in columns.iter().enumerate() {
            sheet.set_column_width(u16::try_from(place).unwrap_or(u16::MAX), f64::from(column.width))?;
        }
        sheet.write_string_with_format(0, 0, title, &self.formats.title)?;
        let widths: Vec<u16> = columns.iter().map(|column| column.width).collect();
        let heads = columns.iter().map(|column| lines(&column.title, column.width));
        sheet.set_row_height(2, height(heads.max().unwrap_or(1)))?;
        for (place, column) in columns.iter().enumerate() {
            let place = u16::try_from(place).unwrap_or(u16::MAX);
            sheet.write_string_with_format(2, place, &column.title, &self.formats.head)?;
        }
        Ok(Sheet {
            sheet,
            formats: &self.formats,
            widths,
            columns: last,
            row: 3,
            head: 2,
        })
    }

    /// Writes the finished file to disk: a long book never lies in memory as a whole.
    ///
    /// # Errors
    /// A workbook that cannot be written.
    pub fn save(mut self, path: &std::path::Path) -> Result<(), XlsxError> {
        self.workbook.save(path)
    }

    /// The finished file.
    ///
    /// # Errors
    /// A workbook that cannot be written.
    pub fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.workbook.save_to_buffer()
    }
}

/// What Excel takes as the name of a sheet.
fn safe_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\'))
        .collect();
    name.chars().take(31).collect()
}

impl Sheet<'_> {
    /// Adds a row.
    ///
    /// # Errors
    /// More rows than a sheet can have.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        let wraps = cells.iter().zip(&self.widths).map(|(cell, width)| match cell {
            Cell::Text(text) => lines(text, *width),
            Cell::Number(_) | Cell::Date(_) | Cell::Empty => 1,
        });
        // Not every program finds out for itself how high a row with wrapped words is.
        match wraps.max().unwrap_or(1) {
            1 => {}
            several => {
                self.sheet.set_row_height(self.row, height(several))?;
            }
        }
        for (place, cell) in cells.iter().enumerate() {
            let place = u16::try_from(place).unwrap_or(u16::MAX);
            match cell {
                // A string is a string: nothing in it is ever taken for a formula.
                Cell::Text(text) => {
                    let cut: String = text
                        .chars()
                        .filter(|c| !is_unwritable(*c))
                        .take(LONGEST_CELL)
                        .collect();
                    self.sheet
                        .write_string_with_format(self.row, place, cut, &self.formats.text)?;
                }
                Cell::Number(number) => {
                    let format = if number.fract() == 0.0 {
                        &self.formats.number
                    } else {
                        &self.formats.fraction
                    };
                    self.sheet
                        .write_number_with_format(self.row, place, *number, format)?;
                }
                Cell::Date(date) => {
                    let year = u16::try_from(date.year()).unwrap_or(1900);
                    match ExcelDateTime::from_ymd(
                        year,
                        date.month().unsigned_abs(),
                        date.day().unsigned_abs(),
                    ) {
                        Ok(day) => {
                            self.sheet.write_datetime_with_format(
                                self.row,
                                place,
                                &day,
                                &self.formats.date,
                            )?;
                        }
                        Err(_) => {
                            // A day before 1900 is no date to Excel.
                            self.sheet.write_string_with_format(
                                self.row,
                                place,
                                date.to_string(),
                                &self.formats.text,
                            )?;
                        }
                    }
                }
                Cell::Empty => {
                    self.sheet.write_blank(self.row, place, &self.formats.text)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }

    /// Ends the sheet with its filters.
    ///
    /// # Errors
    /// A range that a sheet cannot have.
    pub fn end(self) -> Result<(), XlsxError> {
        if self.row > self.head + 1 {
            self.sheet.autofilter(self.head, 0, self.row - 1, self.columns)?;
        }
        Ok(())
    }
}

/// In how many lines words stand in a column of so many characters, about.
fn lines(text: &str, width: u16) -> u32 {
    let width = usize::from(width.max(2)) - 1;
    let of = |line: &str| line.chars().count().div_ceil(width).max(1);
    let lines: usize = text.lines().map(of).sum();
    u32::try_from(lines.max(1)).unwrap_or(u32::MAX)
}

/// In points, no more than Excel allows.
fn height(lines: u32) -> f64 {
    const LINE: f64 = 15.0;
    const HIGHEST: f64 = 409.0;
    (f64::from(lines) * LINE).min(HIGHEST)
}

/// XML cannot hold these.
fn is_unwritable(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn written(cells: &[Cell]) -> Vec<Data> {
        let mut book = Book::new();
        let columns: Vec<Column> = (0..cells.len())
            .map(|n| Column::new(format!("c{n}"), 12))
            .collect();
        let mut sheet = book.sheet("Sổ", "Tiêu đề", &columns).unwrap();
        sheet.row(cells).unwrap();
        sheet.end().unwrap();
        let bytes = book.finish().unwrap();
        let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let range = read.worksheet_range("Sổ").unwrap();
        (0..cells.len())
            .map(|n| range.get_value((3, n as u32)).cloned().unwrap_or(Data::Empty))
            .collect()
    }

    #[test]
    fn a_date_is_a_date_and_a_number_a_number() {
        let read = written(&[Cell::Date(jiff::civil::date(2026, 3, 2)), Cell::Number(12.0)]);
        assert!(
            matches!(&read[0], Data::DateTime(day) if day.as_f64() == 46083.0),
            "{read:?}"
        );
        assert_eq!(read[1], Data::Float(12.0));
    }

    #[test]
    fn what_looks_like_a_formula_stays_text() {
        let read = written(&[Cell::from("=1+1"), Cell::from("@SUM(A1)"), Cell::from("a\u{7}b")]);
        assert_eq!(
            read,
            [
                Data::String("=1+1".into()),
                Data::String("@SUM(A1)".into()),
                Data::String("ab".into())
            ]
        );
    }
}
