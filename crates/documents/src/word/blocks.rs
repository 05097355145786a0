//! What a Word file is built of: lines in a style, rules, and tables whose borders are not seen.

use docx_rs::{
    AlignmentType, BorderType, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, Table, TableCell, TableCellMargins, TableLayoutType,
    TableRow, WidthType,
};

use super::styles::{Look, mm, twips};

pub fn line(text: &str, look: Look) -> Paragraph {
    Paragraph::new()
        .style(look.id())
        .add_run(Run::new().add_text(text))
}

/// Nothing, so many points high.
pub fn empty(points: i32) -> Paragraph {
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(points * 20);
    Paragraph::new().line_spacing(spacing)
}

/// A line drawn in the middle of a column: a border above a paragraph that is indented from both sides.
pub fn rule(length: f64, column: f64) -> Paragraph {
    const HIGH: i32 = 4;
    let aside = mm((column - length).max(0.0) / 2.0);
    // The space keeps the rule clear of the marks below letters.
    let spacing = LineSpacing::new()
        .before(60)
        .line_rule(LineSpacingType::Exact)
        .line(HIGH * 20);
    Paragraph::new()
        .line_spacing(spacing)
        .indent(Some(aside), None, Some(aside), None)
        .set_borders(bordered(&[ParagraphBorderPosition::Top], BorderType::Single))
}

/// A line to be written on by hand.
pub fn dotted() -> Paragraph {
    const HIGH: i32 = 20;
    // Word draws one border around neighbours that have the same, unless it is told what stands between them.
    let sides = [ParagraphBorderPosition::Bottom, ParagraphBorderPosition::Between];
    empty(HIGH).set_borders(bordered(&sides, BorderType::Dotted))
}

fn bordered(sides: &[ParagraphBorderPosition], kind: BorderType) -> ParagraphBorders {
    const EIGHTHS_OF_A_POINT: usize = 5;
    let border = |side: &ParagraphBorderPosition| {
        ParagraphBorder::new(side.clone())
            .val(kind)
            .size(EIGHTHS_OF_A_POINT)
            .space(1)
            .color("000000")
    };
    sides
        .iter()
        .map(border)
        .fold(ParagraphBorders::with_empty(), ParagraphBorders::set)
}

/// The mark of a draft, in a frame.
pub fn framed(mark: &str) -> Paragraph {
    let sides = [
        ParagraphBorderPosition::Top,
        ParagraphBorderPosition::Bottom,
        ParagraphBorderPosition::Left,
        ParagraphBorderPosition::Right,
    ];
    let border = |side| ParagraphBorder::new(side).size(6).space(1).color("000000");
    let borders = sides
        .into_iter()
        .map(border)
        .fold(ParagraphBorders::with_empty(), ParagraphBorders::set);
    let rest = mm(28.0);
    line(mark, Look::Draft)
        .align(AlignmentType::Center)
        .indent(None, None, Some(rest), None)
        .set_borders(borders)
}

/// Columns in millimetres; the text of a cell begins at its edge, as the decree's own file has it.
pub fn borderless(columns: &[f64], rows: Vec<TableRow>) -> Table {
    let grid: Vec<usize> = columns.iter().map(|&column| twips(column)).collect();
    let full = grid.iter().sum();
    Table::without_borders(rows)
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .width(full, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

/// A row whose cells have the widths of the columns, in millimetres.
pub fn row(columns: &[f64], cells: Vec<TableCell>) -> TableRow {
    let cells = cells.into_iter().zip(columns);
    TableRow::new(
        cells
            .map(|(cell, &column)| cell.width(twips(column), WidthType::Dxa))
            .collect(),
    )
}
