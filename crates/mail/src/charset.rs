//! Bytes into text: as labelled, where the label can be true; otherwise as mail from Vietnam most likely means it.

pub use charsets::Vietnamese;
use mail_parser::decoders::charsets::map::charset_decoder;
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

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "Kính gửi Trung tâm, tôi khiếu nại quyết định cấp chứng chỉ";

    #[test]
    fn vietnamese_encodings_read_as_labelled() {
        let tcvn = b"K\xddnh g\xf6i, t\xabi khi\xd5u n\xb9i ch\xf8ng ch\xd8";
        let viscii = b"K\xednh g\xd8i, t\xf4i khi\xaau n\xd5i ch\xd1ng ch\xef";
        for label in ["TCVN", "x-viet-tcvn5712", "TCVN-5712", "tcvn3"] {
            assert_eq!(decode(tcvn, Some(label)), "Kính gửi, tôi khiếu nại chứng chỉ");
        }
        for label in ["VISCII", "csVISCII", "viscii1.1-1"] {
            assert_eq!(decode(viscii, Some(label)), "Kính gửi, tôi khiếu nại chứng chỉ");
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
