//! Cells that are shown as one: the value stands in the first of them, the others hold nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::workbook::concealed::Area;
use super::{Cell, Row};
use crate::refused::Refused;

/// Areas that do not overlap are no more than a sheet has columns.
const MOST_BESIDE: usize = 16_384;
/// So many rows of so many areas are kept for one table.
const MOST_KEPT: usize = 1 << 20;

/// An area, and what stands in the first of its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joint {
    pub area: Area,
    pub value: Cell,
}

/// The rows of a table in which cells hold nothing because they are shown as one with others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Merged(BTreeMap<u32, Vec<Arc<Joint>>>);

impl Merged {
    pub fn of(&self, row: u32) -> &[Arc<Joint>] {
        self.0.get(&row).map_or(&[], Vec::as_slice)
    }
}

/// Goes down a sheet with its rows.
pub(super) struct Joining {
    /// From bottom to top: those ahead.
    ahead: Vec<Area>,
    here: Vec<Arc<Joint>>,
}

impl Joining {
    /// The areas stand in their order from top to bottom.
    pub fn of(areas: &[Area]) -> Joining {
        Joining {
            ahead: areas.iter().rev().copied().collect(),
            here: Vec::new(),
        }
    }

    /// The rows go on from those before.
    pub fn follow(&mut self, rows: &[Row]) -> Result<Merged, Refused> {
        let mut merged = Merged::default();
        let mut kept = 0;
        for row in rows {
            self.here.retain(|joint| joint.area.bottom >= row.number);
            while let Some(area) = self.ahead.pop_if(|area| area.top <= row.number) {
                if area.bottom < row.number {
                    continue;
                }
                let first = row
                    .cells
                    .get(area.left as usize)
                    .filter(|_| area.top == row.number);
                let value = first.cloned().unwrap_or_default();
                self.here.push(Arc::new(Joint { area, value }));
            }
            let joints = self.here.iter();
            // Of an area one column wide, the first row has all that is shown in it.
            let joints =
                joints.filter(|joint| row.number > joint.area.top || joint.area.left < joint.area.right);
            let joints: Vec<Arc<Joint>> = joints.cloned().collect();
            kept += joints.len();
            if self.here.len() > MOST_BESIDE || kept > MOST_KEPT {
                return Err(Refused::Damaged {
                    detail: "merged cells that overlap without end".to_owned(),
                });
            }
            if !joints.is_empty() {
                merged.0.insert(row.number, joints);
            }
        }
        Ok(merged)
    }
}
