//! The ways in which letters of old files are encoded, under the names that people know them by.

use charsets::Vietnamese;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::{UnicodeNormalization, is_nfc};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Charset {
    Standard(&'static Encoding),
    Vietnamese(Vietnamese),
}

impl Charset {
    pub const UTF_8: Charset = Charset::Standard(UTF_8);
    pub const UTF_16LE: Charset = Charset::Standard(UTF_16LE);
    pub const UTF_16BE: Charset = Charset::Standard(UTF_16BE);
    pub const WESTERN: Charset = Charset::Standard(WINDOWS_1252);

    /// Those that bytes alone do not tell apart; of two that fit alike, the first is taken.
    pub const VIETNAMESE: [Charset; 4] = [
        Charset::Standard(WINDOWS_1258),
        Charset::Vietnamese(Vietnamese::Tcvn),
        Charset::Vietnamese(Vietnamese::Vni),
        Charset::Vietnamese(Vietnamese::Viscii),
    ];

    pub fn named(label: &str) -> Option<Charset> {
        Vietnamese::of(label)
            .map(Charset::Vietnamese)
            .or_else(|| Encoding::for_label_no_replacement(label.as_bytes()).map(Charset::Standard))
    }

    pub fn name(self) -> &'static str {
        match self {
            Charset::Standard(encoding) => encoding.name(),
            Charset::Vietnamese(charset) => charset.name(),
        }
    }

    /// The text with its marks as they stand; `None` when the bytes cannot be of this charset.
    pub fn decode(self, bytes: &[u8]) -> Option<String> {
        match self {
            Charset::Standard(encoding) => encoding
                .decode_without_bom_handling_and_without_replacement(bytes)
                .map(|text| text.into_owned()),
            Charset::Vietnamese(charset) => Some(charset.decode(bytes)),
        }
    }

    /// A text that a program took for Western, read as what it is: cells in an old Vietnamese font come so.
    pub fn reread(self, text: &str) -> Option<String> {
        let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
        let text = (!unmappable).then(|| self.decode(&bytes)).flatten()?;
        Some(composed(&text).unwrap_or(text))
    }
}

/// Letters and their marks as one; `None` when they are so already.
pub(crate) fn composed(text: &str) -> Option<String> {
    (!is_nfc(text)).then(|| text.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charset_goes_by_its_names() {
        for (label, name) in [
            ("tcvn3", "TCVN3"),
            ("VNI", "VNI"),
            ("latin1", "windows-1252"),
            ("cp1258", "windows-1258"),
            ("utf8", "UTF-8"),
        ] {
            assert_eq!(Charset::named(label).map(Charset::name), Some(name), "{label}");
        }
        assert_eq!(Charset::named("klingon"), None);
    }

    #[test]
    fn what_a_program_took_for_western_is_read_again() {
        let [_, tcvn, vni, _] = Charset::VIETNAMESE;
        assert_eq!(tcvn.reread("Kh¸ch hµng").as_deref(), Some("Khách hàng"));
        assert_eq!(vni.reread("Khieáu naïi").as_deref(), Some("Khiếu nại"));
        assert_eq!(tcvn.reread("khiếu nại"), None, "is Unicode already");
    }
}
