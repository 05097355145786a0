//! Bytes into text: as labelled, where the label can be true; otherwise as mail from Vietnam most likely means it.

mod tables;

use mail_parser::decoders::charsets::map::charset_decoder;
use tables::{TCVN, TCVN_LOW, VISCII, VISCII_LOW};
use unicode_normalization::UnicodeNormalization;

/// Labels that senders write over bytes of another encoding; bytes that read as UTF-8 beyond ASCII are UTF-8 under them.
const OFTEN_WRONG: [&str; 7] = [
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "latin1",
    "windows-1252",
    "cp1252",
    "windows-1258",
];

/// What unlabelled 8-bit bytes are taken for.
const UNLABELLED: &str = "windows-1258";

/// The text of `bytes`, in composed form (NFC), control codes other than tab and line ends dropped.
///
/// `label` is the charset of a Content-Type or an encoded word (RFC 2045, RFC 2047). Bytes that the charset does not
/// have become U+FFFD; nothing fails.
pub fn decode(bytes: &[u8], label: Option<&str>) -> String {
    let label = label.map(|label| label.trim().to_ascii_lowercase());
    let label = label.as_deref().filter(|label| !label.is_empty());
    if let Some(viet) = label.and_then(Vietnamese::of) {
        return tidy(&viet.decode(bytes));
    }
    if let Some(decoder) = label
        .filter(|label| label.starts_with("utf-16"))
        .and_then(decoder)
    {
        return tidy(&decoder(bytes));
    }
    let as_utf8 = std::str::from_utf8(bytes).ok();
    let may_be_wrong = label.is_none_or(|label| OFTEN_WRONG.contains(&label) || decoder(label).is_none());
    if let Some(text) = as_utf8.filter(|_| may_be_wrong && !has_escapes(bytes)) {
        return tidy(text);
    }
    let ascii = label.is_some_and(|label| label.ends_with("ascii"));
    let labelled = label.filter(|_| !ascii).and_then(decoder);
    match labelled.or_else(|| decoder(UNLABELLED)) {
        Some(decoder) => tidy(&decoder(bytes)),
        None => tidy(&String::from_utf8_lossy(bytes)),
    }
}

fn decoder(label: &str) -> Option<fn(&[u8]) -> String> {
    charset_decoder(label.as_bytes())
}

/// ISO-2022 is ASCII to the eye of a UTF-8 reader.
fn has_escapes(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair == b"\x1b$" || pair == b"\x1b(")
}

/// Composed form, and no character that a page or a database refuses.
pub fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.nfc()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
        .collect()
}

/// The single-byte encodings that the MIME parser does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vietnamese {
    /// TCVN 5712:1993; its upper part is TCVN3, the encoding of the fonts named `.Vn…`.
    Tcvn,
    /// RFC 1456.
    Viscii,
}

impl Vietnamese {
    /// The encoding that a charset label names, however its writer spelled it.
    pub fn of(label: &str) -> Option<Vietnamese> {
        let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
        let bare = bare.to_ascii_lowercase();
        if bare.contains("viscii") {
            Some(Vietnamese::Viscii)
        } else if bare.contains("tcvn") {
            Some(Vietnamese::Tcvn)
        } else {
            None
        }
    }

    /// The text of `bytes`; combining marks stay decomposed.
    pub fn decode(self, bytes: &[u8]) -> String {
        let (high, low) = match self {
            Vietnamese::Tcvn => (&TCVN, TCVN_LOW),
            Vietnamese::Viscii => (&VISCII, VISCII_LOW),
        };
        let high: Vec<char> = high.iter().flat_map(|row| row.chars()).collect();
        let letter = |byte: u8| match byte {
            0x80.. => high.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
            _ => low
                .iter()
                .find(|(code, _)| *code == byte)
                .map_or(char::from(byte), |(_, letter)| *letter),
        };
        bytes.iter().map(|byte| letter(*byte)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "Kính gửi Trung tâm, tôi khiếu nại quyết định cấp chứng chỉ";

    fn encoded(high: &[&str; 8]) -> Vec<u8> {
        let high: Vec<char> = high.iter().flat_map(|row| row.chars()).collect();
        let byte = |c: char| match u8::try_from(c) {
            Ok(byte) if byte < 0x80 => byte,
            _ => 0x80 + u8::try_from(high.iter().position(|known| *known == c).unwrap()).unwrap(),
        };
        WORDS.chars().map(byte).collect()
    }

    #[test]
    fn each_table_has_its_half() {
        for high in [TCVN, VISCII] {
            assert_eq!(high.iter().flat_map(|row| row.chars()).count(), 128);
        }
    }

    #[test]
    fn vietnamese_encodings_read_as_labelled() {
        for label in ["TCVN", "x-viet-tcvn5712", "TCVN-5712", "tcvn3"] {
            assert_eq!(decode(&encoded(&TCVN), Some(label)), WORDS);
        }
        for label in ["VISCII", "csVISCII", "viscii1.1-1"] {
            assert_eq!(decode(&encoded(&VISCII), Some(label)), WORDS);
        }
    }

    #[test]
    fn the_code_page_of_windows_composes_its_marks() {
        assert_eq!(decode(b"ti\xea\xecng", Some("windows-1258")), "tiếng");
        assert_eq!(decode(b"\xf0\xf5n", Some("CP1258")), "đơn");
    }

    #[test]
    fn utf8_under_a_wrong_label_or_none_is_utf8() {
        for label in [None, Some("us-ascii"), Some("iso-8859-1"), Some("x-unknown")] {
            assert_eq!(decode(WORDS.as_bytes(), label), WORDS);
        }
    }

    #[test]
    fn bytes_without_a_label_are_taken_for_vietnamese() {
        assert_eq!(decode(b"ti\xea\xecng", None), "tiếng");
        assert_eq!(decode(b"ti\xea\xecng", Some("us-ascii")), "tiếng");
    }

    #[test]
    fn control_codes_go_and_lines_stay() {
        assert_eq!(decode(b"a\0b\x07\r\n\tc", None), "ab\r\n\tc");
    }
}
