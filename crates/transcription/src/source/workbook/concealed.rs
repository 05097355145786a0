//! What a sheet holds and does not show as it is: hidden rows and columns, and cells that are shown as one.

use std::collections::BTreeSet;
use std::fmt;

use super::damaged;
use crate::refused::Refused;
use crate::source::letters;
use crate::spans::Spans;

/// No sheet has more columns than this in any program; what is said of others is not kept.
const MOST_COLUMNS: u32 = 16_384;
/// As many runs of hidden rows as a sheet can have rows.
const MOST_RUNS: usize = 1 << 20;
const MOST_AREAS: usize = 200_000;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Concealed {
    /// Hidden rows, by their numbers.
    pub rows: Spans,
    /// Hidden columns, counted from 0.
    pub columns: BTreeSet<u32>,
    /// From top to bottom.
    pub merged: Vec<Area>,
    /// The column behind the last one that may hold something, where that is known.
    pub width: usize,
}

impl Concealed {
    /// How much there is to keep of it.
    pub(super) fn weight(&self) -> usize {
        self.rows.runs() + self.merged.len()
    }
}

/// Cells that are shown as one. Rows bear their numbers, columns count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Area {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = (letters(self.left as usize), letters(self.right as usize));
        write!(f, "{left}{}:{right}{}", self.top, self.bottom)
    }
}

/// What is found while a sheet is looked through.
#[derive(Default)]
pub(super) struct Found {
    rows: Vec<(u32, u32)>,
    columns: BTreeSet<u32>,
    merged: Vec<Area>,
    width: u32,
}

impl Found {
    pub fn hide_rows(&mut self, first: u32, last: u32) -> Result<(), Refused> {
        if let Some((_, before)) = self.rows.last_mut()
            && first == before.saturating_add(1)
        {
            *before = last;
            return Ok(());
        }
        if self.rows.len() >= MOST_RUNS {
            return Err(damaged("more hidden rows than a sheet has"));
        }
        self.rows.push((first, last));
        Ok(())
    }

    pub fn hide_columns(&mut self, first: u32, last: u32) {
        self.columns
            .extend(first..last.saturating_add(1).min(MOST_COLUMNS));
    }

    /// A single cell is no area.
    pub fn merge(&mut self, area: Area) -> Result<(), Refused> {
        if area.top > area.bottom || area.left > area.right || area.left >= MOST_COLUMNS {
            return Ok(());
        }
        if self.merged.len() >= MOST_AREAS {
            return Err(damaged("more merged cells than a sheet has"));
        }
        if (area.top, area.left) != (area.bottom, area.right) {
            self.merged.push(area);
        }
        Ok(())
    }

    pub fn cell(&mut self, column: u32) {
        self.width = self.width.max(column.saturating_add(1));
    }

    pub fn settled(self) -> Concealed {
        let mut merged = self.merged;
        merged.sort_unstable();
        Concealed {
            rows: self.rows.into_iter().collect(),
            columns: self.columns,
            merged,
            width: self.width as usize,
        }
    }
}
