//! The cells of a sheet, gathered into rows and counted while they come in.

use std::collections::BTreeMap;

use super::{Cell, Form, Further, Grid, Limits, Row, too_large};
use crate::refused::{Refused, Size};

/// So many rows make a piece of a long sheet, or so much text.
const PIECE_ROWS: usize = 4_096;
const PIECE_BYTES: usize = 4 << 20;

pub(super) struct Sparse<'l> {
    pub rows: BTreeMap<u32, Vec<Cell>>,
    /// Cells that were dates.
    pub dates: usize,
    places: usize,
    text_bytes: usize,
    limits: &'l Limits,
}

impl<'l> Sparse<'l> {
    pub fn new(limits: &'l Limits) -> Sparse<'l> {
        Sparse {
            rows: BTreeMap::new(),
            dates: 0,
            places: 0,
            text_bytes: 0,
            limits,
        }
    }

    pub fn add(&mut self, row: u32, column: u32, cell: Cell) -> Result<Further, Refused> {
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

    /// What has been gathered; the next rows are counted anew.
    pub fn grid(&mut self) -> Grid {
        let span = match (self.rows.first_key_value(), self.rows.last_key_value()) {
            (Some((first, _)), Some((last, _))) => (last - first + 1) as usize,
            _ => 0,
        };
        let rows = std::mem::take(&mut self.rows);
        (self.places, self.text_bytes) = (0, 0);
        Grid {
            blank_rows: span - rows.len(),
            rows: rows
                .into_iter()
                .map(|(row, cells)| Row {
                    number: row.saturating_add(1),
                    cells,
                })
                .collect(),
            is_sheet: true,
            width: 0,
        }
    }

    /// Enough for a piece.
    pub fn is_full(&self) -> bool {
        self.rows.len() >= PIECE_ROWS || self.text_bytes >= PIECE_BYTES
    }
}
