//! From bytes to text: told, marked, evident or recognised; never replaced by question marks in silence.

use serde::Serialize;

use super::charset::{Charset, composed};
use super::vietnamese::{is_punctuation, is_vietnamese};
use crate::refused::Refused;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Encoding {
    /// As the Encoding Standard calls it, such as `windows-1258`; or `TCVN3`, `VNI`, `VISCII`.
    pub name: &'static str,
    pub known_by: KnownBy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    Told,
    ByteOrderMark,
    /// The bytes fit no other.
    Itself,
    /// From what its words look like.
    Guess,
}

/// How well the words of a file fit an encoding, for whoever may know better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fit {
    pub name: &'static str,
    /// Of a hundred words with letters beyond ASCII, those that are words.
    pub percent: usize,
}

#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    /// Its marks stood apart from their letters, and no encoding asks for that.
    pub loose_marks: bool,
    /// Best first; empty when the bytes themselves say what they are.
    pub fits: Vec<Fit>,
}

pub(super) fn decode(bytes: &[u8], told: Option<&str>) -> Result<Decoded, Refused> {
    let Found {
        charset,
        known_by,
        mark,
        fits,
    } = find(bytes, told)?;
    let text = charset
        .decode(&bytes[mark..])
        .ok_or_else(|| Refused::NotInEncoding {
            encoding: charset.name().to_owned(),
        })?;
    let together = composed(&text);
    let is_unicode =
        charset == Charset::UTF_8 || charset == Charset::UTF_16LE || charset == Charset::UTF_16BE;
    Ok(Decoded {
        loose_marks: is_unicode && together.is_some(),
        text: checked(together.unwrap_or(text))?,
        encoding: Encoding {
            name: charset.name(),
            known_by,
        },
        fits,
    })
}

pub(super) fn checked(mut text: String) -> Result<String, Refused> {
    // DOS marked the end of a text with this sign.
    text.truncate(text.trim_end_matches('\u{1a}').len());
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    if is_binary(&text) {
        return Err(Refused::NotATable);
    }
    if text.trim_start().starts_with('<') {
        return Err(Refused::WebPage);
    }
    Ok(text)
}

/// What is known of the letters of a file.
pub(super) struct Found {
    pub charset: Charset,
    pub known_by: KnownBy,
    /// Bytes of the mark at the beginning.
    pub mark: usize,
    pub fits: Vec<Fit>,
}

impl Found {
    pub fn encoding(&self) -> Encoding {
        Encoding {
            name: self.charset.name(),
            known_by: self.known_by,
        }
    }
}

/// What the beginning of a file or a person says; `None` when only its words can tell.
pub(super) fn declared(bytes: &[u8], told: Option<&str>) -> Result<Option<Found>, Refused> {
    let found = |charset, known_by, mark| Found {
        charset,
        known_by,
        mark,
        fits: Vec::new(),
    };
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(Some(found(
            Charset::Standard(encoding),
            KnownBy::ByteOrderMark,
            mark,
        )));
    }
    if let Some(label) = told {
        let charset = Charset::named(label).ok_or_else(|| Refused::NoSuchEncoding {
            encoding: label.to_owned(),
        })?;
        let mut sample = Vec::new();
        add_foreign_lines(bytes, &mut sample);
        return Ok(Some(Found {
            fits: fits(&sample),
            ..found(charset, KnownBy::Told, 0)
        }));
    }
    if let Some(charset) = utf_16_without_mark(bytes) {
        return Ok(Some(found(charset, KnownBy::Itself, 0)));
    }
    if std::str::from_utf8(bytes).is_err() && has_a_binary_beginning(bytes) {
        return Err(Refused::NotATable);
    }
    Ok(None)
}

fn find(bytes: &[u8], told: Option<&str>) -> Result<Found, Refused> {
    if let Some(found) = declared(bytes, told)? {
        return Ok(found);
    }
    let is_utf_8 = std::str::from_utf8(bytes).is_ok();
    if !is_utf_8 && let Some(line) = line_of_broken_utf_8(bytes) {
        return Err(Refused::BrokenUtf8 { line });
    }
    let mut sample = Vec::new();
    add_foreign_lines(bytes, &mut sample);
    of_sample(&sample, is_utf_8)
}

/// From the lines that are not ASCII.
pub(super) fn of_sample(sample: &[u8], is_utf_8: bool) -> Result<Found, Refused> {
    let (charset, known_by) = if is_utf_8 {
        (Charset::UTF_8, KnownBy::Itself)
    } else {
        let charset = recognised(sample).ok_or(Refused::UnknownEncoding)?;
        (charset, KnownBy::Guess)
    };
    Ok(Found {
        charset,
        known_by,
        mark: 0,
        fits: if is_utf_8 { Vec::new() } else { fits(sample) },
    })
}

/// The lines that are not ASCII, as many as are needed to tell.
pub(super) fn add_foreign_lines(bytes: &[u8], sample: &mut Vec<u8>) {
    const ENOUGH: usize = 256 << 10;
    for line in bytes.split_inclusive(|&b| b == b'\n' || b == b'\r') {
        if !line.is_ascii() {
            sample.extend_from_slice(&line[..line.len().min(ENOUGH)]);
        }
        if sample.len() >= ENOUGH {
            break;
        }
    }
}

/// Every other byte of a Western or Vietnamese text in UTF-16 is mostly zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<Charset> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if pairs < 2 || !bytes.len().is_multiple_of(2) {
        None
    } else if odd * 3 > pairs && even * 20 < pairs {
        Some(Charset::UTF_16LE)
    } else if even * 3 > pairs && odd * 20 < pairs {
        Some(Charset::UTF_16BE)
    } else {
        None
    }
}

fn has_a_binary_beginning(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(4096)];
    share_exceeds(
        sample.iter().filter(|&&b| is_control(char::from(b))).count(),
        2,
        sample.len(),
    )
}

fn is_binary(text: &str) -> bool {
    let sample = text.chars().take(65_536);
    let (mut controls, mut all) = (0, 0);
    for c in sample {
        controls += usize::from(is_control(c));
        all += 1;
    }
    share_exceeds(controls, 2, all)
}

fn is_control(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}')
}

fn share_exceeds(part: usize, percent: usize, whole: usize) -> bool {
    part * 100 > whole * percent
}

/// The first bad line, if the bytes are UTF-8 but for a few of them.
pub(super) fn line_of_broken_utf_8(bytes: &[u8]) -> Option<u64> {
    let (mut good, mut bad, mut lines, mut first_bad) = (0_u64, 0_u64, 1, None);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
        lines += chunk.valid().matches('\n').count() as u64;
        if !chunk.invalid().is_empty() {
            bad += 1;
            first_bad.get_or_insert(lines);
        }
    }
    first_bad.filter(|_| good >= 3 * bad)
}

/// The Vietnamese charset in which nearly every word is a Vietnamese one; windows-1252 when they are at least words.
fn recognised(sample: &[u8]) -> Option<Charset> {
    let share = |charset: &Charset| {
        let text = charset.decode(sample)?;
        let (vietnamese, all) = count(&text, is_vietnamese);
        (all > 0 && !share_exceeds(all - vietnamese, 10, all)).then(|| vietnamese * 1000 / all)
    };
    let known = Charset::VIETNAMESE
        .iter()
        .filter_map(|charset| share(charset).map(|share| (share, *charset)))
        .rev()
        .max_by_key(|(share, _)| *share);
    if let Some((_, charset)) = known {
        return Some(charset);
    }
    let text = Charset::WESTERN.decode(sample)?;
    let (western, all) = count(&text, is_western);
    let (vni, _) = count(&text, is_vni);
    let is_western = !share_exceeds(all - western, 5, all) && !share_exceeds(vni, 50, all);
    is_western.then_some(Charset::WESTERN)
}

/// Every charset that the bytes may be of.
fn fits(sample: &[u8]) -> Vec<Fit> {
    let tests = Charset::VIETNAMESE
        .iter()
        .map(|charset| (*charset, is_vietnamese as fn(&str) -> bool))
        .chain([(Charset::WESTERN, is_western_word as fn(&str) -> bool)]);
    let fit = |(charset, test): (Charset, fn(&str) -> bool)| {
        let (passed, all) = count(&charset.decode(sample)?, test);
        (all > 0).then(|| Fit {
            name: charset.name(),
            percent: passed * 100 / all,
        })
    };
    let mut fits: Vec<Fit> = tests.filter_map(fit).collect();
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.percent));
    fits
}

/// How many of the words that need more than ASCII pass the test, and how many there are.
pub(super) fn count(text: &str, test: fn(&str) -> bool) -> (usize, usize) {
    const ENOUGH: usize = 20_000;
    // The cells of a line are words of their own.
    let words = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"'))
        .filter(|word| !word.is_ascii())
        .take(ENOUGH);
    words.fold((0, 0), |(passed, all), word| {
        (passed + usize::from(test(word)), all + 1)
    })
}

fn is_western_word(word: &str) -> bool {
    is_western(word) && !is_vni(word)
}

fn is_western(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let sandwiched = chars
        .windows(3)
        .any(|three| three[0].is_alphabetic() && three[2].is_alphabetic() && is_odd_in_a_word(three[1]));
    let odd = chars
        .iter()
        .any(|&c| matches!(c, '\u{80}'..='\u{9f}' | 'µ' | 'ª' | 'º' | '¬' | '¨' | '¸'));
    let jumps = chars
        .windows(2)
        .any(|two| two[0].is_lowercase() && is_accented_capital(two[1]));
    !(sandwiched || odd || jumps)
}

fn is_odd_in_a_word(c: char) -> bool {
    !c.is_alphabetic() && !is_punctuation(c)
}

fn is_accented_capital(c: char) -> bool {
    !c.is_ascii() && c.is_uppercase()
}

/// VNI writes the mark as a letter of its own behind the vowel: "Khieáu naïi".
fn is_vni(word: &str) -> bool {
    const VOWELS: &str = "aeouyAEOUYôöÔÖ";
    const MARKS: &str = "øùûõïâáàåãäêéèúüëØÙÛÕÏÂÁÀÅÃÄÊÉÈÚÜË";
    let following = word.chars().skip(1);
    word.chars()
        .zip(following)
        .any(|(vowel, mark)| VOWELS.contains(vowel) && MARKS.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIETNAMESE: &str = "Ngày nhận;Nội dung\n01/02/2019;Khách hàng phàn nàn về thái độ phục vụ\n";

    fn found(bytes: &[u8]) -> Result<(String, &'static str, KnownBy), Refused> {
        decode(bytes, None).map(|d| (d.text, d.encoding.name, d.encoding.known_by))
    }

    fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn unicode_is_read_with_and_without_a_mark() {
        let text = VIETNAMESE.to_owned();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for (bytes, name, known_by) in [
            (text.clone().into_bytes(), "UTF-8", KnownBy::Itself),
            (
                marked(b"\xef\xbb\xbf", text.as_bytes()),
                "UTF-8",
                KnownBy::ByteOrderMark,
            ),
            (utf_16(&text, u16::to_le_bytes), "UTF-16LE", KnownBy::Itself),
            (utf_16(&text, u16::to_be_bytes), "UTF-16BE", KnownBy::Itself),
            (
                marked(b"\xff\xfe", &utf_16(&text, u16::to_le_bytes)),
                "UTF-16LE",
                KnownBy::ByteOrderMark,
            ),
            (
                marked(b"\xfe\xff", &utf_16(&text, u16::to_be_bytes)),
                "UTF-16BE",
                KnownBy::ByteOrderMark,
            ),
        ] {
            assert_eq!(found(&bytes), Ok((text.clone(), name, known_by)));
        }
    }

    #[test]
    fn windows_1258_is_recognised_by_its_syllables() {
        let bytes = b"N\xf4\xf2i dung\nKha\xecch ha\xccng pha\xccn na\xccn v\xea\xcc tha\xeci \xf0\xf4\xf2\n";
        let (text, name, known_by) = found(bytes).unwrap();
        assert_eq!((name, known_by), ("windows-1258", KnownBy::Guess));
        assert_eq!(text, "Nội dung\nKhách hàng phàn nàn về thái độ\n");
    }

    #[test]
    fn western_words_are_recognised_as_windows_1252() {
        for (bytes, expected) in [
            (
                &b"caf\xe9,na\xefve\nH\xe4user,\x93quoted\x94 \x96 it\x92s 5\xb0\n"[..],
                "café,naïve\nHäuser,“quoted” – it’s 5°\n",
            ),
            (b"Nom,Ann\xe9e\nBenoit,2019\n", "Nom,Année\nBenoit,2019\n"),
        ] {
            let (text, name, known_by) = found(bytes).unwrap();
            assert_eq!(
                (text.as_str(), name, known_by),
                (expected, "windows-1252", KnownBy::Guess)
            );
        }
    }

    #[test]
    fn the_old_vietnamese_encodings_are_recognised_by_their_syllables() {
        let tcvn =
            b"Ng\xb5y nh\xcbn,N\xe9i dung\n1/2/2003,Kh\xb8ch h\xb5ng khi\xd5u n\xb9i v\xd2 k\xd5t qu\xb6\n";
        let vni = b"Nga\xf8y nha\xe4n,No\xe4i dung\n1/2/2003,Kha\xf9ch ha\xf8ng khie\xe1u na\xefi ve\xe0 ke\xe1t qua\xfb\n";
        let viscii =
            b"Ng\xe0y nh\xa7n,N\xb5i dung\n1/2/2003,Kh\xe1ch h\xe0ng khi\xaau n\xd5i v\xab k\xaat qu\xe4\n";
        let text = "Ngày nhận,Nội dung\n1/2/2003,Khách hàng khiếu nại về kết quả\n";
        for (name, bytes) in [("TCVN3", &tcvn[..]), ("VNI", vni), ("VISCII", viscii)] {
            assert_eq!(found(bytes), Ok((text.to_owned(), name, KnownBy::Guess)));
            let fits = decode(bytes, None).unwrap().fits;
            assert_eq!(fits.len(), 5);
            for fit in fits {
                assert_eq!(fit.percent >= 90, fit.name == name, "{fit:?}");
            }
        }
    }

    #[test]
    fn bytes_that_are_words_in_no_encoding_are_refused() {
        let bytes = b"a,b\n\xb5\xb6\xb7\xb8x\xaay,\xa4\xa6\xa7z\xb9\n\xff\xb5q\xaa,\xb5\xaa\xb2t\n";
        assert_eq!(found(bytes), Err(Refused::UnknownEncoding));
    }

    #[test]
    fn a_few_broken_bytes_do_not_turn_utf_8_into_something_else() {
        let mut bytes = VIETNAMESE.repeat(3).into_bytes();
        let at = VIETNAMESE.len() + 20;
        bytes.insert(at, 0xff);
        let line = 1 + VIETNAMESE.matches('\n').count() as u64;
        assert_eq!(found(&bytes), Err(Refused::BrokenUtf8 { line }));
    }

    #[test]
    fn an_encoding_that_is_told_is_used_or_refused_but_never_patched() {
        let told = |bytes: &[u8], label: &str| decode(bytes, Some(label)).map(|d| d.text);
        assert_eq!(told(b"caf\xe9", "windows-1252").unwrap(), "café");
        assert_eq!(told(b"caf\xe9", "latin1").unwrap(), "café");
        assert_eq!(
            told(b"caf\xe9", "utf-8").unwrap_err(),
            Refused::NotInEncoding {
                encoding: "UTF-8".into()
            }
        );
        assert_eq!(
            told(b"cafe", "klingon").unwrap_err(),
            Refused::NoSuchEncoding {
                encoding: "klingon".into()
            }
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(
            found(b"%PDF-1.4\n\x00\x01\x02\x03\x04\xff\xfe\x00\x01"),
            Err(Refused::NotATable)
        );
        assert_eq!(found(b"\x00\x00\x00\x00"), Err(Refused::NotATable));
        assert_eq!(found(b"  <html><table>"), Err(Refused::WebPage));
        assert_eq!(found(b" \r\n\r\n"), Err(Refused::Empty));
        assert_eq!(found(b"\xef\xbb\xbf"), Err(Refused::Empty));
    }
}
