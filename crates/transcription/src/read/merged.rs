//! What merged cells leave out of a row, said with the row; and filled in from above where the mapping says so.

use crate::mapping::Mapping;
use crate::problem::{Code, Problem};
use crate::source::{Joint, Row, SourceTable};

/// So many areas or values are named.
const NAMED: usize = 8;

/// The row with what stands above it in merged cells; none when there is nothing to fill in, or nobody said so.
pub(super) fn filled(table: &SourceTable, mapping: &Mapping, row: &Row) -> Option<Row> {
    if !mapping.merged.fill_down || table.merged.of(row.number).is_empty() {
        return None;
    }
    let mut filled = row.clone();
    for joint in table.merged.of(row.number) {
        let column = joint.area.left as usize;
        if is_below(joint, row) && !joint.value.is_blank() && row.text(column).trim().is_empty() {
            let width = filled.cells.len().max(column + 1);
            filled.cells.resize(width, Default::default());
            filled.cells[column] = joint.value.clone();
        }
    }
    (filled != *row).then_some(filled)
}

pub(super) fn noted(table: &SourceTable, row: &Row, filled: Option<&Row>) -> Option<Problem> {
    let joints = table.merged.of(row.number);
    let first = joints.first()?;
    let column = joints[1..]
        .is_empty()
        .then(|| table.headers.get(first.area.left as usize));
    let above = joints.iter().find(|joint| is_below(joint, row));
    let (code, mut said): (Code, Vec<String>) = match filled {
        Some(filled) => {
            let changed = (0..filled.cells.len()).filter(|column| filled.text(*column) != row.text(*column));
            let values = changed.map(|column| filled.text(column).to_owned());
            (Code::MergedCellFilled, values.take(NAMED + 1).collect())
        }
        None => {
            let areas = joints.iter().map(|joint| joint.area.to_string());
            (Code::MergedCell, areas.take(NAMED + 1).collect())
        }
    };
    if said.len() > NAMED {
        said[NAMED] = "…".to_owned();
    }
    Some(Problem {
        column: column.flatten().cloned(),
        see_row: above.map(|joint| joint.area.top),
        ..Problem::of_row(code, row.number, said.join(", "))
    })
}

fn is_below(joint: &Joint, row: &Row) -> bool {
    joint.area.top < row.number
}
