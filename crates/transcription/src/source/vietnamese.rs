//! Whether a word could be a Vietnamese syllable: the test by which an unnamed encoding is recognised.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word with what stands around it: its parts are syllables, and no other sign stands among them.
pub(super) fn is_vietnamese(word: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    word.split(|c: char| !is_letter(c))
        .filter(|part| !part.is_ascii())
        .all(is_syllable)
        && !word.chars().any(|c| !is_letter(c) && !is_punctuation(c))
}

/// What may stand beside words. Signs that TCVN3 uses for letters (« » © ® ¬ · …) are not among it.
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_ascii()
        || matches!(
            c,
            '“' | '”' | '„' | '‘' | '’' | '–' | '—' | '…' | '•' | '€' | '™' | '§' | '°' | '\u{a0}'
        )
}

/// `word` in any case and normal form, letters and combining marks only.
pub(super) fn is_syllable(word: &str) -> bool {
    if has_stray_capital(word) {
        return false;
    }
    let mut tones = Vec::new();
    let bare: String = word
        .nfd()
        .filter(|&c| {
            let is_tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            tones.extend(is_tone.then_some(c));
            !is_tone
        })
        .flat_map(char::to_lowercase)
        .nfc()
        .collect();
    // A syllable that ends in a stop rises or falls.
    let stopped = bare.ends_with(['c', 'h', 'k', 'p', 't']) && !bare.ends_with("nh");
    let tone_fits = match tones[..] {
        [] => !stopped,
        [tone] => !stopped || matches!(tone, '\u{301}' | '\u{323}'),
        _ => false,
    };
    tone_fits && initials(&bare).any(|rhyme| RHYMES.contains(&rhyme))
}

/// A capital behind a small letter: another encoding shows through.
fn has_stray_capital(word: &str) -> bool {
    let mut small = false;
    word.chars().any(|c| {
        let stray = small && c.is_uppercase();
        small |= c.is_lowercase();
        stray
    })
}

/// What is left of the word after each consonant, or none, that may begin it.
fn initials(word: &str) -> impl Iterator<Item = &str> {
    INITIALS
        .iter()
        .filter_map(move |initial| word.strip_prefix(initial))
}

const INITIALS: &[&str] = &[
    "", "ngh", "ng", "nh", "th", "tr", "ch", "gh", "gi", "g", "kh", "ph", "qu", "b", "c", "d", "đ", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x",
];

/// Without tones; the few that only place names have (Đắk, Kạn) are among them.
const RHYMES: &[&str] = &[
    "a", "ac", "ach", "ai", "ak", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ă", "ăc", "ăk",
    "ăm", "ăn", "ăng", "ăp", "ăt", "â", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em",
    "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "iêc",
    "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach",
    "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt",
    "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "oong", "op", "ot", "ô", "ôc", "ôi", "ôk",
    "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uân", "uâng", "uât", "uây",
    "uc", "uê", "uêch", "uênh", "ui", "um", "un", "ung", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ",
    "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyt", "uyu", "ư", "ưa", "ưc", "ưi",
    "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu", "y", "ych",
    "yêm", "yên", "yêng", "yêt", "yêu", "ynh", "yt",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_procedure_are_syllables() {
        let sentence = "Đối với khiếu nại phàn nàn và kháng nghị bằng lời nói trực tiếp hoặc qua điện thoại \
                        nếu người tiếp nhận giải thích được ngay mà khách hàng thoả mãn thì thông báo cho cán bộ \
                        quyết định xoáy khuỷu ngoẹo ươn yểu hươu QUYẾT ĐỊNH Đắk Quỳnh gì giếng quýt";
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
            "thộnh", "hàc", "nÁo",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
