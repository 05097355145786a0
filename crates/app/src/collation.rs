//! The order of Vietnamese words: a ă â b c d đ e ê …, tones after letters, so that keys compared bytewise sort as a dictionary does.

use unicode_normalization::UnicodeNormalization;

const LETTERS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// The tones in the order of Vietnamese dictionaries: none, huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// A key whose bytes sort as the words do: letters first, then tones, then the words themselves.
pub fn sort_key(text: &str) -> String {
    let mut letters: Vec<char> = Vec::new();
    let mut tones: Vec<char> = Vec::new();
    for c in text.to_lowercase().nfd() {
        if let Some(tone) = TONES.iter().position(|&tone| tone == c) {
            if let Some(last) = tones.last_mut() {
                *last = char::from(b'1' + u8::try_from(tone).unwrap_or(0));
            }
        } else if let Some(shaped) = letters.last().and_then(|&letter| shape(letter, c)) {
            letters.pop();
            letters.push(shaped);
        } else {
            letters.push(c);
            tones.push('0');
        }
    }
    let ranked: String = letters.into_iter().map(rank).collect();
    format!("{ranked} {}", tones.into_iter().collect::<String>())
}

/// The letter that a mark makes of the letter before it.
const fn shape(letter: char, mark: char) -> Option<char> {
    match (letter, mark) {
        ('a', '\u{306}') => Some('ă'),
        ('a', '\u{302}') => Some('â'),
        ('e', '\u{302}') => Some('ê'),
        ('o', '\u{302}') => Some('ô'),
        ('o', '\u{31b}') => Some('ơ'),
        ('u', '\u{31b}') => Some('ư'),
        _ => None,
    }
}

/// Letters of the alphabet by their place; digits and spaces before them, all else after.
fn rank(c: char) -> char {
    match LETTERS.chars().position(|letter| letter == c) {
        Some(place) => char::from(b'A' + u8::try_from(place).unwrap_or(0)),
        None if c.is_ascii_digit() || c == ' ' => c,
        None => '~',
    }
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn names_sort_as_in_a_vietnamese_dictionary() {
        let mut names = [
            "Đào", "Dương", "An", "Ân", "Ánh", "Ăn", "Bình", "Dũng", "Dung", "Êm", "Em", "Ưng", "Uyên",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "An", "Ánh", "Ăn", "Ân", "Bình", "Dung", "Dũng", "Dương", "Đào", "Em", "Êm", "Uyên", "Ưng"
            ]
        );
    }
}
