//! Plain tables for the terminal, aligned by what is seen rather than by bytes.

/// Lines of cells as columns with two spaces between them; nothing follows the last cell of a line.
pub fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = lines.iter().filter(|line| line.len() > column + 1);
        cells
            .filter_map(|line| line.get(column))
            .map(|cell| seen(cell))
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        for (column, cell) in line.iter().enumerate() {
            text.push_str(cell);
            if column + 1 < line.len() {
                let missing = widths[column].saturating_sub(seen(cell));
                text.extend(std::iter::repeat_n(' ', missing + 2));
            }
        }
        text.push('\n');
    }
    text
}

/// How many places a text takes: Vietnamese letters are composed, one place each.
fn seen(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn columns_stand_below_one_another() {
        let lines = [vec!["Đường", "1"], vec!["a", "22"], vec!["no columns at all"]];
        let lines: Vec<Vec<String>> = lines
            .iter()
            .map(|line| line.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        assert_eq!(aligned(&lines), "Đường  1\na      22\nno columns at all\n");
    }
}
