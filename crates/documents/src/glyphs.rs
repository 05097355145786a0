//! Which characters our papers can show, and how wide a line of them is.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::paper::{Field, PaperError};
use crate::typeset::{FONTS, MEASURED};

/// Characters that every face can show.
static SHOWN: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let [first, rest @ ..] = FONTS.as_slice() else {
        return Vec::new();
    };
    let in_all = |c: &u32| rest.iter().all(|font| font.info().coverage.contains(*c));
    first.info().coverage.iter().filter(in_all).collect()
});

/// A face, by its place among the fonts.
#[derive(Clone, Copy)]
pub enum Face {
    Regular = 0,
    Bold = 1,
}

/// The text in composed form (NFC), as the decree's charset asks.
///
/// # Errors
/// The first character that cannot be printed, and the field it stands in.
pub fn printable(field: Field, text: &str) -> Result<String, PaperError> {
    let composed: String = text.nfc().collect();
    match composed.chars().find(|&c| !is_shown(c)) {
        Some(character) => Err(PaperError::Character { field, character }),
        None => Ok(composed),
    }
}

/// The text in composed form, where what cannot be printed stands as its code, such as `‹U+0007›`; the ends of lines as spaces.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\n' | '\r' | '\t' => shown.push(' '),
            c if is_shown(c) => shown.push(c),
            c => shown.push_str(&format!("‹U+{:04X}›", u32::from(c))),
        }
    }
    shown
}

fn is_shown(c: char) -> bool {
    !c.is_control() && !is_invisible(c) && SHOWN.binary_search(&u32::from(c)).is_ok()
}

/// Marks of formatting and direction: on paper they show nothing, and some of them turn a line around.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
    )
}

/// In millimetres, without kerning.
pub fn width(text: &str, face: Face, points: f64) -> f64 {
    const MILLIMETRES_PER_POINT: f64 = 25.4 / 72.0;
    let font = &MEASURED[face as usize];
    let advance = |c| {
        font.ttf()
            .glyph_index(c)
            .and_then(|glyph| font.x_advance(glyph.0))
    };
    let ems: f64 = text.chars().filter_map(advance).map(|em| em.get()).sum();
    ems * points * MILLIMETRES_PER_POINT
}

/// The advances of the regular face in ems, of all that Vietnamese writes with.
static ADVANCES: LazyLock<Vec<f32>> = LazyLock::new(|| {
    const KNOWN: u32 = 0x2100;
    const MILLIMETRES_PER_POINT: f64 = 25.4 / 72.0;
    let advance = |c: char| width(c.encode_utf8(&mut [0; 4]), Face::Regular, 1.0) / MILLIMETRES_PER_POINT;
    (0..KNOWN)
        .map(|code| char::from_u32(code).map_or(1.0, |c| advance(c) as f32))
        .collect()
});

/// In ems, without kerning; what is far from Vietnamese counts as wide as it can be.
pub fn ems(text: &str) -> f32 {
    let advance = |c: char| ADVANCES.get(c as usize).copied().unwrap_or(1.0);
    text.chars().map(advance).sum()
}

/// In how many lines a text stands in a column of so many ems, of which a part is not counted on: an estimate never too low.
pub fn lines(text: &str, column: f32) -> u32 {
    const COUNTED_ON: f32 = 0.98;
    let column = column * COUNTED_ON;
    let space = ems(" ");
    let (mut lines, mut filled) = (1, 0.0);
    for word in text.split(' ') {
        let wide = ems(word);
        let joined = if filled == 0.0 {
            wide
        } else {
            filled + space + wide
        };
        if joined <= column {
            filled = joined;
        } else if wide <= column {
            lines += u32::from(filled > 0.0);
            filled = wide;
        } else {
            // It breaks anywhere, and begins anew where the typesetter does not fill the line before it.
            let whole = (wide / (column - 1.0).max(1.0)).ceil() as u32;
            lines += if filled == 0.0 { whole - 1 } else { whole };
            filled = column;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_is_shown_and_composed() {
        let decomposed = "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t";
        assert_eq!(printable(Field::Subject, decomposed).unwrap(), "Tiếng Việt");
        let letters = ('\u{1EA0}'..='\u{1EF9}').chain("ĂăÂâĐđÊêÔôƠơƯư".chars());
        assert!(printable(Field::Subject, &letters.collect::<String>()).is_ok());
    }

    #[test]
    fn what_cannot_be_printed_is_named() {
        for character in ['\u{7}', '\n', '\u{202E}', '\u{FEFF}', '漢', '😀'] {
            let error = printable(Field::Subject, &format!("a{character}")).unwrap_err();
            assert_eq!(
                error,
                PaperError::Character {
                    field: Field::Subject,
                    character
                }
            );
        }
    }

    #[test]
    fn lines_are_counted_as_words_fill_them() {
        let column = ems("khiếu nại") / 0.98 + 0.01;
        assert_eq!(lines("", column), 1);
        assert_eq!(lines("khiếu nại", column), 1);
        assert_eq!(lines("khiếu nại khiếu nại", column), 2);
        assert_eq!(lines("khiếu nạii", column), 2);
        assert_eq!(lines("khiếunạikhiếunại", column), 3);
    }

    #[test]
    fn the_head_of_the_state_is_as_wide_as_in_times_new_roman() {
        let measured = width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face::Bold, 12.0);
        assert!((measured - 88.3).abs() < 0.5, "{measured}");
    }

    #[test]
    fn plots_measure_with_the_same_face() {
        const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;
        let letters = ('\u{21}'..='\u{7E}')
            .chain('\u{1EA0}'..='\u{1EF9}')
            .chain("ĂăÂâĐđÊêÔôƠơƯư–…".chars());
        for letter in letters.map(String::from) {
            let here = width(&letter, Face::Regular, 1000.0) * POINTS_PER_MILLIMETRE;
            let there = plots::Face::Serif.width(&letter, 1000.0);
            assert!(
                (-0.001..=1.001).contains(&(there - here)),
                "{letter}: {here} {there}"
            );
        }
    }
}
