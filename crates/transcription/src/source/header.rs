//! Finds the row of the headings, and makes a table of what stands below it.

use std::collections::HashSet;

use super::{Facts, Grid, Limits, Merged, Opening, Row, SourceTable, letters, too_large};
use crate::problem::{Code, Problem};
use crate::refused::{Refused, Size};
use crate::spans::Spans;
use crate::words;

/// A title, an office and a motto may stand above the headings, but not a whole page.
const SEARCHED_ROWS: usize = 30;

pub(super) fn table(
    grid: Grid,
    facts: Facts,
    problems: Vec<Problem>,
    how: &Opening,
) -> Result<SourceTable, Refused> {
    if grid.rows.is_empty() {
        return Err(Refused::Empty);
    }
    let at = match how.header_row {
        Some(number) => grid
            .rows
            .iter()
            .position(|row| row.number == number)
            .ok_or(Refused::NoSuchHeaderRow { row: number })?,
        None => likely_header(&grid.rows, &how.names),
    };
    let top = (at + 1).saturating_sub(how.header_rows.max(1) as usize);
    let mut below = grid.rows;
    let mut rows = below.split_off(at + 1);
    let named = joined_headings(&below[top..]);
    let numbering_row = rows
        .first()
        .filter(|row| numbers_the_columns(row))
        .map(|row| row.number);
    if numbering_row.is_some() {
        rows.remove(0);
    }

    let mut table = SourceTable {
        facts: Facts {
            header_row: below[at].number,
            rows_above_header: top,
            numbering_row,
            blank_rows: grid.blank_rows,
            ..facts
        },
        headers: named,
        rows,
        problems,
        hidden: Spans::default(),
        merged: Merged::default(),
    };
    table.replace_nul();
    if grid.is_sheet {
        table.name_the_unnamed(grid.width);
    } else {
        table.check_lengths();
    }
    table.check_size(&how.limits)?;
    Ok(table)
}

/// The row with the most known headings; failing that, the first with at least two cells.
fn likely_header(rows: &[Row], names: &[String]) -> usize {
    let names: HashSet<String> = names.iter().map(|name| words::fold(name)).collect();
    let known = |row: &Row| {
        let headings = row.cells.iter().map(|cell| words::fold(&cell.text));
        headings
            .filter(|heading| match names.is_empty() {
                true => words::role_named(heading).is_some() || words::speaks_of_answer(heading),
                false => names.contains(heading),
            })
            .count()
    };
    let searched = &rows[..rows.len().min(SEARCHED_ROWS)];
    // The first of equals: a case may repeat the words of the headings, never come before them.
    let best = searched
        .iter()
        .map(known)
        .enumerate()
        .rev()
        .max_by_key(|&(_, known)| known)
        .filter(|&(_, known)| known >= 2);
    let wide = |row: &Row| row.cells.iter().filter(|cell| !cell.is_blank()).count() >= 2;
    best.map(|(at, _)| at)
        .or_else(|| searched.iter().position(wide))
        .unwrap_or(0)
}

/// Each column's headings from top to bottom. A heading above a group holds for the columns to its right
/// that have none of their own in that row.
fn joined_headings(rows: &[Row]) -> Vec<String> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut headings = vec![String::new(); width];
    let last = rows.len().saturating_sub(1);
    for (level, row) in rows.iter().enumerate() {
        let mut group = String::new();
        for (column, heading) in headings.iter_mut().enumerate() {
            let own = words::heading(row.text(column));
            if !own.is_empty() {
                group = own.clone();
            }
            let is_grouped = level < last && !rows[last].text(column).trim().is_empty();
            let part = if own.is_empty() && is_grouped {
                &group
            } else {
                &own
            };
            if !part.is_empty() && part != heading {
                if !heading.is_empty() {
                    heading.push_str(" / ");
                }
                heading.push_str(part);
            }
        }
    }
    for (column, heading) in headings.iter_mut().enumerate() {
        if heading.is_empty() {
            *heading = format!("[{}]", letters(column));
        }
    }
    headings
}

/// Printed registers number their columns below the headings: (1), (2), (3). Without brackets it might be a case.
fn numbers_the_columns(row: &Row) -> bool {
    let mut expected = 1..;
    let cells = row.cells.iter().map(|cell| cell.text.trim());
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let is_next = |cell: &&str| expected.next().is_some_and(|n: u32| **cell == format!("({n})"));
    filled.len() >= 2 && filled.iter().all(is_next)
}

impl SourceTable {
    /// A later piece of the same text or sheet, below the same headings.
    pub(super) fn continued(&self, grid: Grid) -> Result<SourceTable, Refused> {
        let mut table = SourceTable {
            rows: grid.rows,
            ..self.clone()
        };
        table.replace_nul();
        if !grid.is_sheet {
            table.check_lengths();
        } else if table.rows.iter().any(|row| row.cells.len() > table.headers.len()) {
            return Err(too_large(Size::Columns, table.headers.len() as u64));
        } else {
            table.report_unnamed();
        }
        Ok(table)
    }

    /// In a sheet a cell stays in its column; columns beyond the headings are kept under their letters.
    fn name_the_unnamed(&mut self, at_least: usize) {
        let filled = |row: &Row| {
            row.cells
                .iter()
                .rposition(|cell| !cell.is_blank())
                .map_or(0, |at| at + 1)
        };
        let width = self.rows.iter().map(filled).max().unwrap_or(0).max(at_least);
        for column in self.headers.len()..width {
            self.headers.push(format!("[{}]", letters(column)));
        }
        self.report_unnamed();
    }

    /// Each record will hold every heading and every cell, the missing ones too.
    fn check_size(&self, limits: &Limits) -> Result<(), Refused> {
        if self.rows.len().saturating_mul(self.headers.len()) > limits.cells {
            return Err(too_large(Size::Cells, limits.cells as u64));
        }
        let heading_bytes: usize = self.headers.iter().map(String::len).sum();
        if self.rows.len().saturating_mul(heading_bytes) > 4 * limits.text_bytes {
            return Err(too_large(Size::TextBytes, limits.text_bytes as u64));
        }
        Ok(())
    }

    /// In a text, a cell too many means that a sign between cells stands where it should not.
    fn check_lengths(&mut self) {
        let width = self.headers.len();
        for row in &mut self.rows {
            let found = row.cells.len();
            if row.cells.iter().skip(width).any(|cell| !cell.is_blank()) {
                let surplus: Vec<&str> = row.cells[width..].iter().map(|cell| cell.text.as_str()).collect();
                self.problems.push(Problem::of_row(
                    Code::TooManyCells,
                    row.number,
                    surplus.join(" | "),
                ));
            } else if found < width {
                self.problems.push(Problem::of_row(
                    Code::ShortRow,
                    row.number,
                    format!("{found}/{width}"),
                ));
            }
        }
        self.report_unnamed();
    }

    fn report_unnamed(&mut self) {
        for (column, header) in self.headers.iter().enumerate() {
            if header.starts_with('[')
                && *header == format!("[{}]", letters(column))
                && let Some(row) = self.rows.iter().find(|row| !row.text(column).trim().is_empty())
            {
                self.problems
                    .push(Problem::of_column(Code::UnnamedColumn, header, row.text(column)));
            }
        }
    }

    fn replace_nul(&mut self) {
        for row in &mut self.rows {
            for (column, cell) in row.cells.iter_mut().enumerate() {
                if cell.text.contains('\0') {
                    cell.text = cell.text.replace('\0', "\u{fffd}");
                    let header = self.headers.get(column).map_or("", String::as_str);
                    self.problems.push(Problem::of_cell(
                        Code::NulReplaced,
                        row.number,
                        header,
                        &cell.text,
                    ));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;

    fn open(text: &str, how: Opening) -> SourceTable {
        SourceTable::open(text.as_bytes(), &how).unwrap()
    }

    fn codes(table: &SourceTable) -> Vec<(Code, Option<u32>)> {
        table.problems.iter().map(|p| (p.code, p.row)).collect()
    }

    #[test]
    fn the_headings_are_found_below_the_title_of_the_book() {
        let table = open(
            "TRUNG TÂM CHỨNG NHẬN,CỘNG HOÀ XÃ HỘI\n\
             SỔ TIẾP NHẬN,\n\
             Năm 2019,\n\
             STT,Ngày nhận,Nội dung\n\
             (1),(2),(3)\n\
             1,01/02/2019,Máy hỏng\n",
            Opening::default(),
        );
        assert_eq!(table.headers, ["STT", "Ngày nhận", "Nội dung"]);
        assert_eq!((table.facts.header_row, table.facts.rows_above_header), (4, 3));
        assert_eq!(table.facts.numbering_row, Some(5));
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.rows[0].number, 6);
    }

    #[test]
    fn the_names_of_a_mapping_help_to_find_the_headings() {
        let text = "Báo cáo,quý 1\nKhi nào,Gì,Ai\n01/02/2019,Máy hỏng,A\n";
        assert_eq!(open(text, Opening::default()).facts.header_row, 1);
        let how = Opening {
            names: vec!["Khi nào".into(), "Gì".into()],
            ..Opening::default()
        };
        assert_eq!(open(text, how).facts.header_row, 2);
    }

    #[test]
    fn the_row_of_the_headings_may_be_told_and_take_several_rows() {
        let how = Opening {
            header_row: Some(2),
            header_rows: 2,
            ..Opening::default()
        };
        let table = open(
            "STT,Văn bản đến,,Trả lời,\n,Số,Ngày,Số,Ngày\n1,A,B,C,D\n",
            how.clone(),
        );
        assert_eq!(
            table.headers,
            [
                "STT",
                "Văn bản đến / Số",
                "Văn bản đến / Ngày",
                "Trả lời / Số",
                "Trả lời / Ngày"
            ]
        );
        let refused = SourceTable::open(
            b"a,b\n1,2\n",
            &Opening {
                header_row: Some(9),
                ..how
            },
        );
        assert_eq!(refused, Err(Refused::NoSuchHeaderRow { row: 9 }));
    }

    #[test]
    fn ragged_rows_are_reported() {
        let table = open("a,b,c\n1,2\n1,2,3,\n1,2,3,4\n", Opening::default());
        assert_eq!(
            codes(&table),
            [(Code::ShortRow, Some(2)), (Code::TooManyCells, Some(4))]
        );
    }

    #[test]
    fn a_column_without_a_heading_goes_by_its_letter() {
        let table = open("a,,c\n1,x,3\n", Opening::default());
        assert_eq!(table.headers, ["a", "[B]", "c"]);
        assert_eq!(codes(&table), [(Code::UnnamedColumn, None)]);
        let empty = open("a,,c\n1,,3\n", Opening::default());
        assert_eq!(codes(&empty), []);
    }

    #[test]
    fn nul_is_made_visible() {
        let text = format!("a,b\n1,x\0y\n{}", "1,2\n".repeat(100));
        let table = open(&text, Opening::default());
        assert_eq!(table.rows[0].text(1), "x\u{fffd}y");
        assert_eq!(codes(&table), [(Code::NulReplaced, Some(2))]);
    }
}
