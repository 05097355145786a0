//! Content-Transfer-Encoding (RFC 2045, chapter 6), undone leniently: whatever arrives of a part is worth keeping.

use std::borrow::Cow;

/// The bytes that `body` stands for under the encoding named `encoding`; as they are where the name says nothing.
pub fn decode<'a>(body: &'a [u8], encoding: &str) -> Cow<'a, [u8]> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => Cow::Owned(base64(body)),
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        _ => Cow::Borrowed(body),
    }
}

/// Bytes outside the alphabet are passed over, as RFC 2045, 6.8 asks; padding ends a run and another may follow it.
pub fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3 + 3);
    let (mut bits, mut held) = (0u32, 0u32);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                (bits, held) = (0, 0);
                continue;
            }
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0x00ff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).unwrap_or_default());
        }
    }
    bytes
}

/// `=` that begins no code stands for itself; white space before a line end goes.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii_end();
        let end = &line[line
            .iter()
            .rposition(|b| !matches!(b, b'\r' | b'\n'))
            .map_or(0, |at| at + 1)..];
        // A line without an end is the last one: its spaces are its own.
        let mut rest = if end.is_empty() { line } else { text };
        let mut soft = false;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            if *first != b'=' {
                bytes.push(*first);
            } else if after.is_empty() {
                soft = true;
            } else if let Some(byte) = hex_pair(after) {
                bytes.push(byte);
                rest = &after[2..];
            } else {
                bytes.push(b'=');
            }
        }
        if !soft {
            bytes.extend_from_slice(end);
        }
    }
    bytes
}

fn hex_pair(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| digits.get(at).and_then(|digit| char::from(*digit).to_digit(16));
    u8::try_from(digit(0)? << 4 | digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_survives_what_mailers_do_to_it() {
        assert_eq!(base64(b"a2hp4bq/dSBu4bqhaQ=="), "khiếu nại".as_bytes());
        assert_eq!(base64(b"a2hp\r\n  4bq/dSB!u4bqhaQ"), "khiếu nại".as_bytes());
        assert_eq!(base64(b"YQ==YmM="), b"abc");
        assert_eq!(base64(b"===="), b"");
    }

    #[test]
    fn quoted_printable_survives_too() {
        let decoded = |text: &str| String::from_utf8(quoted_printable(text.as_bytes())).unwrap();
        assert_eq!(decoded("n=E1=BA=A1i  \r\nti=\r\nếp"), "nại\r\ntiếp");
        assert_eq!(decoded("a=3D1 = 2 =zz"), "a=1 = 2 =zz");
        assert_eq!(decoded("end="), "end");
        assert_eq!(decoded("\n\n"), "\n\n");
    }
}
