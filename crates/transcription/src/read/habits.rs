//! What nearly every cell of a column does is a habit of the book, said once and not row by row.

use std::collections::BTreeMap;

use crate::problem::{Code, Problem};
use crate::source::{Row, SourceTable};

const HABITS: [Code; 4] = [
    Code::TimeCut,
    Code::ZoneIgnored,
    Code::TwoDigitYear,
    Code::SerialDate,
];

pub(super) fn gathered(problems: Vec<Problem>, rows: &[&Row], table: &SourceTable) -> Vec<Problem> {
    let (habits, mut gathered): (Vec<_>, Vec<_>) = problems
        .into_iter()
        .partition(|problem| HABITS.contains(&problem.code));
    let mut by_column: BTreeMap<(Code, Option<String>), Vec<Problem>> = BTreeMap::new();
    for problem in habits {
        by_column
            .entry((problem.code, problem.column.clone()))
            .or_default()
            .push(problem);
    }
    for ((code, column), findings) in by_column {
        match (column, findings.as_slice()) {
            (Some(column), [first, _, ..]) if findings.len() * 2 > filled(rows, table, &column) => {
                gathered.push(Problem {
                    see_row: first.row,
                    count: findings.len(),
                    ..Problem::of_column(code, column, &first.value)
                });
            }
            _ => gathered.extend(findings),
        }
    }
    gathered
}

fn filled(rows: &[&Row], table: &SourceTable, header: &str) -> usize {
    let column = table.headers.iter().position(|known| known == header);
    let is_filled = |row: &&&Row| column.is_some_and(|column| !row.text(column).trim().is_empty());
    rows.iter().filter(is_filled).count()
}
