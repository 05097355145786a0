//! VNI for Windows: the mark stands as a letter of its own behind the vowel, in the codes of Western letters.
//! There is no standard of it; the pairs are those that its fonts show.

/// Of a text that was read as windows-1252.
pub(super) fn composed(western: &str) -> String {
    let mut text = String::with_capacity(western.len() + western.len() / 4);
    let mut chars = western.chars().peekable();
    while let Some(c) = chars.next() {
        let pair = chars.peek().and_then(|&mark| pair(c, mark));
        if let Some((vowel, tone)) = pair {
            chars.next();
            text.push(vowel);
            text.extend(tone);
        } else {
            text.push(single(c));
        }
    }
    text
}

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const TILDE: char = '\u{303}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';

/// The vowel and its tone that a vowel and a mark stand for.
fn pair(vowel: char, mark: char) -> Option<(char, Option<char>)> {
    let is_capital = vowel.is_uppercase();
    let cased = |lower: char| if is_capital { capital(lower) } else { lower };
    let lower = vowel.to_lowercase().next()?;
    let mark = mark.to_lowercase().next()?;
    // o and u with a horn take the plain tones, too.
    let plain = match lower {
        'a' | 'e' | 'o' | 'u' | 'y' => Some(lower),
        'ô' => Some('ơ'),
        'ö' => Some('ư'),
        _ => None,
    };
    let tone = match mark {
        'ù' => Some(ACUTE),
        'ø' => Some(GRAVE),
        'û' => Some(HOOK),
        'õ' => Some(TILDE),
        'ï' => Some(DOT),
        _ => None,
    };
    if let (Some(plain), Some(tone)) = (plain, tone) {
        return Some((cased(plain), Some(tone)));
    }
    let roofed = match lower {
        'a' => Some('â'),
        'e' => Some('ê'),
        'o' => Some('ô'),
        _ => None,
    };
    let tone = match mark {
        'â' => Some(None),
        'á' => Some(Some(ACUTE)),
        'à' => Some(Some(GRAVE)),
        'å' => Some(Some(HOOK)),
        'ã' => Some(Some(TILDE)),
        'ä' => Some(Some(DOT)),
        _ => None,
    };
    if let (Some(roofed), Some(tone)) = (roofed, tone) {
        return Some((cased(roofed), tone));
    }
    let tone = match (lower, mark) {
        ('a', 'ê') => None,
        ('a', 'é') => Some(ACUTE),
        ('a', 'è') => Some(GRAVE),
        ('a', 'ú') => Some(HOOK),
        ('a', 'ü') => Some(TILDE),
        ('a', 'ë') => Some(DOT),
        _ => return None,
    };
    Some((cased('ă'), tone))
}

/// A letter that needs no second one.
fn single(c: char) -> char {
    match c {
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        // í and ì stand where they do in Western charsets.
        other => other,
    }
}

fn capital(lower: char) -> char {
    lower.to_uppercase().next().unwrap_or(lower)
}

#[cfg(test)]
pub(super) const SENTENCE: &str = "Khách hàng phàn nàn về thái độ, xử lý trước ngày 30\r\n";

#[cfg(test)]
mod tests {
    use super::composed;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_kind_of_letter_is_composed() {
        for (western, vietnamese) in [
            (
                "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
                "Cộng hòa xã hội chủ nghĩa Việt Nam",
            ),
            ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
            ("ÑAËNG QUYØNH, tænh Baéc Kaïn", "ĐẶNG QUỲNH, tỉnh Bắc Kạn"),
            (
                "ngöôøi tieâu duøng, thôøi haïn xöû lyù",
                "người tiêu dùng, thời hạn xử lý",
            ),
            (
                "kyõ, kî, thòt, mì, chí, aên, lôùn, ôû, ô",
                "kỹ, kỵ, thịt, mì, chí, ăn, lớn, ở, ơ",
            ),
        ] {
            let text: String = composed(western).nfc().collect();
            assert_eq!(text, vietnamese);
        }
    }
}
