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
