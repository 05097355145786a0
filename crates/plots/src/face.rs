//! How wide text is, and how it is broken to fit: measured, because a browser and a typesetter must agree that nothing overlaps.
//!
//! `serif.tsv` and `sans.tsv` hold the advances of Liberation Serif and Be Vietnam Pro (both of weight 400) in thousandths of an
//! em, rounded up, each with its characters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A typeface that plots are lettered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Liberation Serif, that of our papers.
    Serif,
    /// Be Vietnam Pro, that of our pages.
    Sans,
}

static SERIF: LazyLock<BTreeMap<char, u16>> = LazyLock::new(|| advances(include_str!("serif.tsv")));
static SANS: LazyLock<BTreeMap<char, u16>> = LazyLock::new(|| advances(include_str!("sans.tsv")));

/// Of a blank, in either face, and as much again for what is not in the tables is more than any letter there has.
const BLANK: u16 = 260;
const UNKNOWN: u16 = 1100;

fn advances(table: &str) -> BTreeMap<char, u16> {
    let mut found = BTreeMap::new();
    for (advance, characters) in table.lines().filter_map(|line| line.split_once('\t')) {
        let advance = advance.parse().unwrap_or(UNKNOWN);
        found.extend(characters.chars().map(|c| (c, advance)));
    }
    found
}

impl Face {
    pub(crate) const fn family(self) -> &'static str {
        match self {
            Face::Serif => "Liberation Serif",
            Face::Sans => "Be Vietnam Pro, system-ui, sans-serif",
        }
    }

    /// Of a line of text, in the unit of `size`, without kerning.
    pub fn width(self, text: &str, size: f64) -> f64 {
        let table = match self {
            Face::Serif => &*SERIF,
            Face::Sans => &*SANS,
        };
        let advance = |c: char| match c {
            ' ' | '\u{A0}' => BLANK,
            // Marks that are put above and below a letter take no room of their own.
            '\u{300}'..='\u{36F}' => 0,
            _ => table.get(&c).copied().unwrap_or(UNKNOWN),
        };
        let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
        f64::from(thousandths) * size / 1000.0
    }

    /// The text in at most so many lines, none wider than `width`; what does not fit ends in an ellipsis.
    pub(crate) fn wrapped(self, text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
        let fits = |line: &str| self.width(line, size) <= width;
        let mut lines: Vec<String> = vec![String::new()];
        for word in text.split_whitespace() {
            for piece in self.pieces(word, size, width) {
                let line = lines.last_mut().expect("there is always a line");
                let longer = if line.is_empty() {
                    piece.clone()
                } else {
                    format!("{line} {piece}")
                };
                if fits(&longer) {
                    *line = longer;
                } else {
                    lines.push(piece);
                }
            }
        }
        if lines.len() > most {
            lines.truncate(most.max(1));
            let last = lines.last_mut().expect("there is always a line");
            *last = self.elided(&format!("{last}…"), size, width);
        }
        lines
    }

    /// The same in the narrowest width that needs no more lines, so that no word is left alone on the last one.
    pub(crate) fn evenly_wrapped(self, text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
        let wide = self.wrapped(text, size, width, most);
        let (mut low, mut high) = (width / 2.0, width);
        let mut even = wide.clone();
        for _ in 0..5 {
            let middle = f64::midpoint(low, high);
            let lines = self.wrapped(text, size, middle, usize::MAX);
            if lines.len() > wide.len() {
                low = middle;
            } else {
                (high, even) = (middle, lines);
            }
        }
        even
    }

    /// A line that is cut, with an ellipsis, where it is wider than `width`.
    pub(crate) fn elided(self, text: &str, size: f64, width: f64) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        let mut kept: Vec<char> = text.trim_end_matches('…').chars().collect();
        while !kept.is_empty() {
            kept.pop();
            let start: String = kept.iter().collect();
            let cut = format!("{}…", start.trim_end());
            if self.width(&cut, size) <= width {
                return cut;
            }
        }
        "…".to_owned()
    }

    /// A word, broken anywhere where it is wider than a line.
    fn pieces(self, word: &str, size: f64, width: f64) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for c in word.chars() {
            let piece = pieces.last_mut().expect("there is always a piece");
            let longer = format!("{piece}{c}");
            if piece.is_empty() || self.width(&longer, size) <= width {
                *piece = longer;
            } else {
                pieces.push(c.to_string());
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_is_measured() {
        let letters = ('\u{1EA0}'..='\u{1EF9}').chain("ĂăÂâĐđÊêÔôƠơƯư0123456789%–…".chars());
        for letter in letters {
            assert!(
                SERIF.contains_key(&letter) && SANS.contains_key(&letter),
                "{letter}"
            );
        }
    }

    #[test]
    fn no_letter_is_wider_than_an_unknown_one() {
        assert!(
            SERIF
                .values()
                .chain(SANS.values())
                .all(|advance| *advance <= UNKNOWN)
        );
    }

    #[test]
    fn text_is_broken_between_words_and_cut_with_an_ellipsis() {
        let face = Face::Serif;
        assert_eq!(
            face.wrapped("Kết quả chứng nhận", 10.0, 50.0, 3),
            ["Kết quả", "chứng nhận"]
        );
        assert_eq!(face.wrapped("Kết quả chứng nhận", 10.0, 50.0, 1), ["Kết quả…"]);
        assert_eq!(
            face.wrapped("Hoạt động của Trung tâm", 10.0, 99.0, 3),
            ["Hoạt động của Trung", "tâm"]
        );
        assert_eq!(
            face.evenly_wrapped("Hoạt động của Trung tâm", 10.0, 99.0, 3),
            ["Hoạt động của", "Trung tâm"]
        );
        assert_eq!(
            face.evenly_wrapped("Kết quả chứng nhận", 10.0, 50.0, 1),
            ["Kết quả…"]
        );
        assert_eq!(face.wrapped("", 10.0, 50.0, 2), [""]);
        let broken = face.wrapped("aaaaaaaaaaaaaaaaaaaa", 10.0, 30.0, 9);
        assert!(broken.len() > 2 && broken.concat() == "a".repeat(20));
    }
}
