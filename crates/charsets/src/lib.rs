//! The Vietnamese charsets that the Encoding Standard leaves out: bytes into letters.

mod tables;
mod vni;

use encoding_rs::WINDOWS_1252;
use tables::{TCVN, TCVN_LOW, VISCII, VISCII_LOW};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vietnamese {
    /// TCVN 5712:1993, VN1; its part VN3 is what fonts such as .VnTime show.
    Tcvn,
    /// The two-byte letters of the fonts of VNI, such as VNI-Times.
    Vni,
    /// RFC 1456.
    Viscii,
}

impl Vietnamese {
    pub const ALL: [Vietnamese; 3] = [Vietnamese::Tcvn, Vietnamese::Vni, Vietnamese::Viscii];

    /// The charset that a label names, however its writer spelled it.
    pub fn of(label: &str) -> Option<Vietnamese> {
        let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
        let bare = bare.to_ascii_lowercase();
        if bare.contains("viscii") {
            Some(Vietnamese::Viscii)
        } else if bare.contains("tcvn") || matches!(bare.as_str(), "vn1" | "vn3" | "abc") {
            Some(Vietnamese::Tcvn)
        } else if bare.starts_with("vni") || bare.ends_with("vni") {
            Some(Vietnamese::Vni)
        } else {
            None
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Vietnamese::Tcvn => "TCVN3",
            Vietnamese::Vni => "VNI",
            Vietnamese::Viscii => "VISCII",
        }
    }

    /// The text of `bytes`; combining marks may stay apart from their letters.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Vietnamese::Tcvn => single_bytes(bytes, &TCVN, TCVN_LOW),
            Vietnamese::Viscii => single_bytes(bytes, &VISCII, VISCII_LOW),
            Vietnamese::Vni => vni::composed(&WINDOWS_1252.decode_without_bom_handling(bytes).0),
        }
    }
}

fn single_bytes(bytes: &[u8], high: &[&str; 8], low: &[(u8, char)]) -> String {
    let high: Vec<char> = high.iter().flat_map(|row| row.chars()).collect();
    let letter = |byte: u8| match byte {
        0x80.. => high.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        0x20.. => char::from(byte),
        _ => low
            .iter()
            .find(|(code, _)| *code == byte)
            .map_or(char::from(byte), |(_, letter)| *letter),
    };
    bytes.iter().map(|byte| letter(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn each_table_has_every_letter_of_the_alphabet_once() {
        for (high, low) in [(TCVN, TCVN_LOW), (VISCII, VISCII_LOW)] {
            let high: Vec<char> = high.iter().flat_map(|row| row.chars()).collect();
            assert_eq!(high.len(), 128);
            let all: Vec<char> = high
                .into_iter()
                .chain(low.iter().map(|&(_, letter)| letter))
                .collect();
            let once: BTreeSet<char> = all.iter().copied().collect();
            assert_eq!(once.len(), all.len());
            // 12 vowels with 6 tones and the crossed d, in both cases, without the 12 letters of ASCII.
            assert_eq!(all.iter().filter(|c| c.is_alphabetic()).count(), 134);
        }
    }

    #[test]
    fn one_sentence_is_the_same_from_every_charset() {
        let tcvn =
            b"Kh\xb8ch h\xb5ng ph\xb5n n\xb5n v\xd2 th\xb8i \xae\xe9, x\xf6 l\xfd tr\xad\xedc ng\xb5y 30\r\n";
        let vni = b"Kha\xf9ch ha\xf8ng pha\xf8n na\xf8n ve\xe0 tha\xf9i \xf1o\xe4, x\xf6\xfb ly\xf9 tr\xf6\xf4\xf9c nga\xf8y 30\r\n";
        let viscii =
            b"Kh\xe1ch h\xe0ng ph\xe0n n\xe0n v\xab th\xe1i \xf0\xb5, x\xd8 l\xfd tr\xdf\xbec ng\xe0y 30\r\n";
        for (charset, bytes) in Vietnamese::ALL.into_iter().zip([&tcvn[..], vni, viscii]) {
            let text: String = charset.decode(bytes).nfc().collect();
            assert_eq!(text, vni::SENTENCE, "{}", charset.name());
        }
    }

    #[test]
    fn a_charset_goes_by_each_of_its_names() {
        for (label, charset) in [
            ("tcvn3", Vietnamese::Tcvn),
            ("x-viet-tcvn5712", Vietnamese::Tcvn),
            ("TCVN 5712:1993", Vietnamese::Tcvn),
            ("csVISCII", Vietnamese::Viscii),
            ("viscii1.1-1", Vietnamese::Viscii),
            ("VNI", Vietnamese::Vni),
            ("x-viet-vni", Vietnamese::Vni),
        ] {
            assert_eq!(Vietnamese::of(label), Some(charset), "{label}");
        }
        assert_eq!(Vietnamese::of("windows-1258"), None);
    }
}
