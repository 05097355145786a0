//! Whether a word could be a Vietnamese syllable: the test by which an unnamed encoding is recognised.

use unicode_normalization::UnicodeNormalization;

/// `word` in any case and normal form, letters and combining marks only.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut tones = 0;
    let bare: String = word
        .nfd()
        .filter(|c| {
            let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            tones += usize::from(tone);
            !tone
        })
        .flat_map(char::to_lowercase)
        .nfc()
        .collect();
    tones <= 1 && initials(&bare).any(is_rhyme)
}

/// What is left of the word after each consonant, or none, that may begin it.
fn initials(word: &str) -> impl Iterator<Item = &str> {
    INITIALS
        .iter()
        .filter_map(move |initial| word.strip_prefix(initial))
}

fn is_rhyme(rest: &str) -> bool {
    FINALS
        .iter()
        .filter_map(|last| rest.strip_suffix(last))
        .any(|nucleus| NUCLEI.contains(&nucleus))
}

const INITIALS: &[&str] = &[
    "", "ngh", "ng", "nh", "th", "tr", "ch", "gh", "gi", "g", "kh", "ph", "qu", "b", "c", "d", "đ", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x",
];

const FINALS: &[&str] = &["", "ch", "c", "m", "ng", "nh", "n", "p", "t"];

const NUCLEI: &[&str] = &[
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo",
    "êu", "ia", "iê", "iêu", "iu", "oa", "oă", "oai", "oao", "oay", "oe", "oeo", "oi", "oo", "ôi", "ơi",
    "ua", "uâ", "uây", "uê", "ui", "uô", "uôi", "uơ", "uy", "uya", "uyê", "uyu", "ưa", "ưi", "ươ", "ươi",
    "ươu", "ưu", "ya", "yê", "yêu",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_procedure_are_syllables() {
        let sentence = "Đối với khiếu nại phàn nàn và kháng nghị bằng lời nói trực tiếp hoặc qua điện thoại \
                        nếu người tiếp nhận giải thích được ngay mà khách hàng thoả mãn thì thông báo cho cán bộ \
                        quyết định xoáy khuỷu ngoẹo ươn yểu hươu QUYẾT ĐỊNH";
        for word in sentence.split(' ') {
            assert!(is_syllable(word), "{word}");
            let decomposed: String = word.nfd().collect();
            assert!(is_syllable(&decomposed), "{word} decomposed");
        }
    }

    #[test]
    fn words_of_other_languages_and_garbled_words_are_not() {
        for word in [
            "café", "naïve", "Häuser", "®¬n", "thµnh", "Khieáu", "naïi", "chöùng", "Ä‘", "tØnh", "áá", "",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
