//! Texts with one record to a line and a sign between the cells.

use super::{Cell, Grid, Limits, Row, too_large};
use crate::refused::{Refused, Size};

pub(super) struct Separated {
    pub grid: Grid,
    pub delimiter: char,
}

/// The text behind what only names the sign between cells, that sign, and the number of the line it begins with.
pub(super) fn begin(text: &str, told: Option<char>) -> (&str, char, u64) {
    let (text, first_line, named) = name_of_delimiter(text);
    let delimiter = told
        .or(named)
        .filter(char::is_ascii)
        .unwrap_or_else(|| sniffed(text));
    (text, delimiter, first_line)
}

pub(super) fn read(text: &str, told: Option<char>, limits: &Limits) -> Result<Separated, Refused> {
    // Old Macintosh programs ended lines with CR alone.
    let unified;
    let text = if text.contains('\r') && !text.contains('\n') {
        unified = text.replace('\r', "\n");
        &unified
    } else {
        text
    };
    let (text, delimiter, first_line) = begin(text, told);
    if let Some(line) = whole_rows(text, delimiter).open {
        return Err(Refused::UnclosedQuote {
            line: line + first_line - 1,
        });
    }
    let grid = records(text, delimiter, first_line, limits)?;
    Ok(Separated { grid, delimiter })
}

/// Excel may say the sign on a line of its own: `sep=;`.
fn name_of_delimiter(text: &str) -> (&str, u64, Option<char>) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut named = line
        .trim_end_matches('\r')
        .strip_prefix("sep=")
        .unwrap_or("")
        .chars();
    match (named.next(), named.next()) {
        (Some(sign), None) => (rest, 2, Some(sign)),
        _ => (text, 1, None),
    }
}

pub(super) fn records(
    text: &str,
    delimiter: char,
    first_line: u64,
    limits: &Limits,
) -> Result<Grid, Refused> {
    let mut reader = reader(text, delimiter);
    let mut grid = Grid {
        rows: Vec::new(),
        blank_rows: 0,
        is_sheet: false,
        width: 0,
    };
    let mut record = csv::StringRecord::new();
    let (mut cells, mut text_bytes) = (0, 0);
    let (mut seen_bytes, mut seen_lines) = (0, first_line);
    while reader.read_record(&mut record).map_err(damaged)? {
        let start = record.position().map_or(0, |at| at.byte() as usize);
        // The reader passes over empty lines in silence; they are lines of the file all the same.
        let empty = text[start..]
            .bytes()
            .take_while(|b| matches!(b, b'\r' | b'\n'))
            .count();
        let number = seen_lines + newlines(&text[seen_bytes..start + empty]);
        let ends_the_last = text[..start].ends_with('\r') && text[start..].starts_with('\n');
        grid.blank_rows += newlines(&text[start..start + empty]) as usize - usize::from(ends_the_last);
        (seen_bytes, seen_lines) = (start + empty, number);

        cells += record.len();
        text_bytes += record.as_slice().len();
        if record.len() > limits.columns {
            return Err(too_large(Size::Columns, limits.columns as u64));
        }
        if cells > limits.cells {
            return Err(too_large(Size::Cells, limits.cells as u64));
        }
        if text_bytes > limits.text_bytes {
            return Err(too_large(Size::TextBytes, limits.text_bytes as u64));
        }
        let row = Row {
            number: u32::try_from(number).map_err(|_| too_large(Size::Rows, limits.rows as u64))?,
            cells: record.iter().map(Cell::text).collect(),
        };
        if row.is_blank() {
            grid.blank_rows += 1;
            continue;
        }
        if grid.rows.len() >= limits.rows {
            return Err(too_large(Size::Rows, limits.rows as u64));
        }
        grid.rows.push(row);
    }
    Ok(grid)
}

fn reader(text: &str, delimiter: char) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

pub(super) fn newlines(text: &str) -> u64 {
    text.bytes().filter(|&b| b == b'\n').count() as u64
}

fn damaged(error: csv::Error) -> Refused {
    Refused::Damaged {
        detail: error.to_string(),
    }
}

/// The sign that cuts the first lines into the most even rows of at least two cells.
fn sniffed(text: &str) -> char {
    [',', ';', '\t', '|']
        .into_iter()
        .filter_map(|sign| evenness(text, sign).map(|even| (even, sign)))
        .max_by(|(a, _), (b, _)| a.cmp(b))
        .map_or(',', |(_, sign)| sign)
}

/// How many of a hundred lines have the commonest number of cells, and that number.
fn evenness(text: &str, sign: char) -> Option<(usize, usize)> {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    let mut all = 0;
    for record in reader(text, sign).records().take(100) {
        let cells = record.ok()?.len();
        *counts.entry(cells).or_default() += 1;
        all += 1;
    }
    let (&cells, &lines) = counts
        .iter()
        .filter(|&(&cells, _)| cells > 1)
        .max_by_key(|&(_, &lines)| lines)?;
    Some((lines * 100 / all, cells))
}

/// How far a text is made of whole rows.
pub(super) struct Whole {
    /// The line on which a quotation begins that swallows the rest of the text.
    pub open: Option<u64>,
    /// Behind the last end of a line that is outside every quotation.
    pub end: usize,
}

pub(super) fn whole_rows(text: &str, delimiter: char) -> Whole {
    let (mut line, mut open, mut end) = (1, None, 0);
    let mut at_start_of_cell = true;
    // Every sign that matters is ASCII, and no byte of another letter looks like one.
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, b)) = bytes.next() {
        line += u64::from(b == b'\n');
        if open.is_some() {
            if b == b'"' && bytes.next_if(|&(_, next)| next == b'"').is_none() {
                open = None;
            }
            continue;
        }
        if b == b'"' && at_start_of_cell {
            open = Some(line);
        }
        if b == b'\n' {
            end = at + 1;
        }
        at_start_of_cell = b == delimiter || b == b'\n' || b == b'\r';
    }
    Whole { open, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let separated = read(text, None, &Limits::default()).unwrap();
        let row = |row: Row| (row.number, row.cells.into_iter().map(|cell| cell.text).collect());
        separated.grid.rows.into_iter().map(row).collect()
    }

    fn delimiter(text: &str) -> char {
        read(text, None, &Limits::default()).unwrap().delimiter
    }

    #[test]
    fn the_sign_between_cells_is_found() {
        assert_eq!(delimiter("a,b\n1,2\n"), ',');
        assert_eq!(delimiter("a;b;c\n1,5;2;3\n4,5;5;6\n"), ';');
        assert_eq!(delimiter("a\tb\nx, y\tz\n"), '\t');
        assert_eq!(delimiter("a|b\n1|2\n"), '|');
        assert_eq!(delimiter("chỉ một cột\ngiá trị\n"), ',');
        assert_eq!(delimiter("sep=|\na,b,c|d\n1,2,3|4\n"), '|');
        assert_eq!(delimiter("a;b\n\"một; hai, ba, bốn\";2\n"), ';');
    }

    #[test]
    fn rows_bear_the_numbers_of_their_lines() {
        let text = "a,b\r\n\r\n1,\"hai\r\ndòng\"\r\n , \r\n\n3,4";
        assert_eq!(
            rows(text),
            [
                (1, vec!["a".to_owned(), "b".to_owned()]),
                (3, vec!["1".to_owned(), "hai\r\ndòng".to_owned()]),
                (7, vec!["3".to_owned(), "4".to_owned()]),
            ]
        );
        let numbers = |text| {
            rows(text)
                .into_iter()
                .map(|(number, _)| number)
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers("\n\na,b\n1,2\n"), [3, 4]);
        assert_eq!(numbers("sep=,\na,b\n1,2\n"), [2, 3]);
        assert_eq!(numbers("a,b\r1,2\r\r3,4\r"), [1, 2, 4]);
        assert_eq!(read(text, None, &Limits::default()).unwrap().grid.blank_rows, 3);
    }

    #[test]
    fn a_quotation_that_is_never_closed_is_refused_with_its_line() {
        for (text, line) in [
            ("a,b\n1,\"hai\n3,4\n5,6\n", 2),
            ("\"a,b\n1,2\n", 1),
            ("sep=,\na,b\n\n1,\"hai\n", 4),
        ] {
            let refused = read(text, None, &Limits::default()).err();
            assert_eq!(refused, Some(Refused::UnclosedQuote { line }), "{text:?}");
        }
        assert_eq!(rows("a,b\n1,màn 5\" cũ\n").len(), 2);
        assert_eq!(rows("a,b\n1,\"nói \"\"có\"\"\"\n")[1].1[1], "nói \"có\"");
    }

    #[test]
    fn limits_hold_for_rows_columns_cells_and_text() {
        let limits = Limits {
            rows: 2,
            columns: 3,
            cells: 5,
            text_bytes: 20,
            ..Limits::default()
        };
        for (text, what) in [
            ("1,2,3,4\n", Size::Columns),
            ("1\n2\n3\n", Size::Rows),
            ("1,2,3\n1,2,3\n", Size::Cells),
            ("1,0123456789012345678901234\n", Size::TextBytes),
        ] {
            let refused = read(text, None, &limits).err();
            assert!(
                matches!(refused, Some(Refused::TooLarge { what: found, .. }) if found == what),
                "{text:?} {refused:?}"
            );
        }
    }
}
