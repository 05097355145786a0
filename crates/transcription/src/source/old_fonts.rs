//! Spreadsheets from before Unicode: the cells hold the codes of an old Vietnamese font, which a program of today takes for
//! Western letters ("Kh¸ch hµng", "Khieáu naïi"). Each column is judged by its words.

use std::collections::BTreeMap;

use charsets::Vietnamese;

use super::charset::Charset;
use super::encoding::count;
use super::vietnamese::is_vietnamese;
use super::{Form, Grid, SourceTable};
use crate::problem::{Code, Problem};
use crate::refused::Refused;

/// Of a hundred words of the column, at least so many are words once they are read again.
const SURE: usize = 90;
/// At most so many were words as they stood.
const DOUBTFUL: usize = 70;
const SAMPLE: usize = 64 << 10;

/// The charsets that fonts were made for.
const FONTS: [Charset; 3] = [
    Charset::Vietnamese(Vietnamese::Tcvn),
    Charset::Vietnamese(Vietnamese::Vni),
    Charset::Vietnamese(Vietnamese::Viscii),
];

/// Reads the columns again that are in an old font, or all of them when it is told; which, and as what, beside those known.
pub(super) fn reread(
    grid: &mut Grid,
    told: Option<&str>,
    known: &mut BTreeMap<usize, Charset>,
) -> Result<BTreeMap<usize, Charset>, Refused> {
    let width = grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let fonts: BTreeMap<usize, Charset> = match told {
        None => (0..width)
            .filter(|column| !known.contains_key(column))
            .filter_map(|column| Some((column, font_of(&sample(grid, column))?)))
            .collect(),
        Some(label) => {
            let charset = Charset::named(label).ok_or_else(|| Refused::NoSuchEncoding {
                encoding: label.to_owned(),
            })?;
            let is_font = FONTS.contains(&charset);
            (0..width)
                .filter(|column| is_font && !known.contains_key(column))
                .map(|column| (column, charset))
                .collect()
        }
    };
    known.extend(&fonts);
    for row in &mut grid.rows {
        for (column, cell) in row.cells.iter_mut().enumerate() {
            if let Some(charset) = known.get(&column)
                && cell.form == Form::Text
                && !cell.text.is_ascii()
                && let Some(text) = charset.reread(&cell.text)
                // Some cells may have been written after the font was given up.
                && fitting(&text) >= fitting(&cell.text)
            {
                cell.text = text;
            }
        }
    }
    Ok(fonts)
}

fn sample(grid: &Grid, column: usize) -> String {
    let mut sample = String::new();
    for row in &grid.rows {
        let text = row.text(column);
        if !text.is_ascii() {
            sample.push_str(text);
            sample.push('\n');
        }
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

fn font_of(sample: &str) -> Option<Charset> {
    if sample.is_empty() || percent(sample)? > DOUBTFUL {
        return None;
    }
    // Cells of today's letters say nothing of the font of the others.
    let old: Vec<&str> = sample
        .lines()
        .filter(|line| Charset::WESTERN.reread(line).is_some())
        .collect();
    let share = |charset: &Charset| {
        let text: Option<Vec<String>> = old.iter().map(|line| charset.reread(line)).collect();
        percent(&text?.join("\n")).filter(|share| *share >= SURE)
    };
    FONTS
        .iter()
        .filter_map(|charset| share(charset).map(|share| (share, *charset)))
        .rev()
        .max_by_key(|(share, _)| *share)
        .map(|(_, charset)| charset)
}

fn percent(text: &str) -> Option<usize> {
    let (vietnamese, all) = count(text, is_vietnamese);
    (all > 0).then(|| vietnamese * 100 / all)
}

fn fitting(text: &str) -> usize {
    percent(text).unwrap_or(100)
}

impl SourceTable {
    pub(super) fn report_old_fonts(&mut self, fonts: &BTreeMap<usize, Charset>) {
        for (column, charset) in fonts {
            if let Some(header) = self.headers.get(*column) {
                let problem = Problem::of_column(Code::OldFont, header, charset.name());
                self.problems.push(problem);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Row};
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let row = |(at, cells): (usize, &&[&str])| Row {
            number: at as u32 + 1,
            cells: cells.iter().map(|cell| Cell::text(*cell)).collect(),
        };
        Grid {
            rows: rows.iter().enumerate().map(row).collect(),
            blank_rows: 0,
            is_sheet: true,
            width: 0,
        }
    }

    #[test]
    fn each_column_is_judged_by_its_own_words() {
        let mut grid = grid(&[
            &["Ngµy nhËn", "Noäi dung", "Ghi chú"],
            &["1/2/2003", "Khaùch haøng khieáu naïi", "đã trả lời"],
            &["3/2/2003", "veà keát quaû thöû nghieäm", "café Müller"],
        ]);
        let fonts = reread(&mut grid, None, &mut BTreeMap::new()).unwrap();
        let names: Vec<_> = fonts
            .iter()
            .map(|(column, font)| (*column, font.name()))
            .collect();
        assert_eq!(names, [(0, "TCVN3"), (1, "VNI")]);
        assert_eq!(grid.rows[0].text(0), "Ngày nhận");
        assert_eq!(grid.rows[2].text(1), "về kết quả thử nghiệm");
        assert_eq!(grid.rows[2].text(2), "café Müller");
    }

    #[test]
    fn cells_that_were_written_in_unicode_later_stay_as_they_are() {
        let mut grid = grid(&[
            &["Néi dung"],
            &["Kh¸ch hµng khiÕu n¹i vÒ kÕt qu¶"],
            &["§Ò nghÞ xem l¹i"],
            &["Đề nghị trả lời"],
        ]);
        reread(&mut grid, None, &mut BTreeMap::new()).unwrap();
        let texts: Vec<&str> = grid.rows.iter().map(|row| row.text(0)).collect();
        assert_eq!(
            texts,
            [
                "Nội dung",
                "Khách hàng khiếu nại về kết quả",
                "Đề nghị xem lại",
                "Đề nghị trả lời"
            ]
        );
    }

    #[test]
    fn western_words_and_vietnamese_ones_are_left_alone_unless_told() {
        for words in ["café Müller naïve", "Khách hàng khiếu nại", "á à ý"] {
            let mut grid = grid(&[&[words], &[words]]);
            let fonts = reread(&mut grid, None, &mut BTreeMap::new()).unwrap();
            assert!(fonts.is_empty(), "{words}");
            assert_eq!(grid.rows[0].text(0), words);
        }
        let mut told = grid(&[&["hµng"]]);
        let mut known = BTreeMap::new();
        assert_eq!(reread(&mut told, Some("tcvn3"), &mut known).unwrap().len(), 1);
        assert_eq!(told.rows[0].text(0), "hàng");
        let mut kept = grid(&[&["Kh¸ch hµng khiÕu n¹i"]]);
        let fonts = reread(&mut kept, Some("utf-8"), &mut BTreeMap::new()).unwrap();
        assert!(fonts.is_empty());
    }
}
