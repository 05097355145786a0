//! The grids of one sheet as tables: its only one, or one after the other below the same headings.

use std::collections::BTreeMap;

use super::charset::Charset;
use super::merged::Joining;
use super::workbook::Chosen;
use super::workbook::concealed::Concealed;
use super::{Facts, Grid, Opening, SourceTable, composed_note, header, letters, old_fonts};
use crate::problem::{Code, Problem};
use crate::refused::Refused;

/// So many merged areas are named.
const NAMED_AREAS: usize = 100;

pub(super) struct SheetTables {
    facts: Facts,
    problems: Vec<Problem>,
    concealed: Concealed,
    joining: Joining,
    fonts: BTreeMap<usize, Charset>,
    has_loose_marks: bool,
    /// The headings, without rows; of a sheet in pieces.
    model: Option<SourceTable>,
    is_in_pieces: bool,
}

impl SheetTables {
    pub fn whole(chosen: Chosen) -> SheetTables {
        SheetTables {
            joining: Joining::of(&chosen.concealed.merged),
            facts: chosen.facts,
            problems: chosen.problems,
            concealed: chosen.concealed,
            fonts: BTreeMap::new(),
            has_loose_marks: false,
            model: None,
            is_in_pieces: false,
        }
    }

    pub fn in_pieces(chosen: Chosen) -> SheetTables {
        SheetTables {
            is_in_pieces: true,
            ..SheetTables::whole(chosen)
        }
    }

    pub fn next(&mut self, mut grid: Grid, how: &Opening) -> Result<SourceTable, Refused> {
        let loose_marks = grid.compose() && !std::mem::replace(&mut self.has_loose_marks, true);
        let new_fonts = old_fonts::reread(&mut grid, how.encoding.as_deref(), &mut self.fonts)?;
        let note = composed_note(loose_marks);
        let mut table = match &self.model {
            Some(model) => {
                let mut table = model.continued(grid)?;
                table.problems.extend(note);
                table
            }
            None => {
                if self.is_in_pieces {
                    grid.width = self.concealed.width;
                }
                let problems = note.into_iter().chain(std::mem::take(&mut self.problems));
                let mut table = header::table(grid, self.facts.clone(), problems.collect(), how)?;
                table.report_concealed(&self.concealed);
                table
            }
        };
        table.report_old_fonts(&new_fonts);
        let hidden = table.rows.iter().map(|row| row.number);
        let hidden = hidden.filter(|number| self.concealed.rows.contains(*number));
        table.hidden = hidden.map(|number| (number, number)).collect();
        table.merged = self.joining.follow(&table.rows)?;
        if self.is_in_pieces && self.model.is_none() {
            self.model = Some(table.without_rows());
        }
        Ok(table)
    }
}

impl SourceTable {
    /// Hidden columns that hold or name something, and merged cells below the headings.
    fn report_concealed(&mut self, concealed: &Concealed) {
        for column in concealed.columns.iter().map(|column| *column as usize) {
            let letters = letters(column);
            let Some(header) = self.headers.get(column) else {
                break;
            };
            let is_named = *header != format!("[{letters}]");
            if is_named || self.rows.iter().any(|row| !row.text(column).trim().is_empty()) {
                let problem = Problem::of_column(Code::HiddenColumn, header, letters);
                self.problems.push(problem);
            }
        }
        let below = concealed.merged.iter();
        let below = below.filter(|area| area.bottom > self.facts.header_row);
        let count = below.clone().count();
        let mut names: Vec<String> = below.take(NAMED_AREAS).map(ToString::to_string).collect();
        if count > NAMED_AREAS {
            names.push(format!("… ({count})"));
        }
        if count > 0 {
            let problem = Problem::of_file(Code::MergedCells, names.join(", "));
            self.problems.push(problem);
        }
    }
}
