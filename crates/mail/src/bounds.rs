//! How large a mail may be, how deep and of how many parts, before its body is left as it came.

/// Bytes of a mail that is taken apart: what mail servers let through, and room above.
pub const LARGEST: usize = 64 << 20;

/// Bytes of text of one mail that are kept as text; the raw mail has the rest.
pub const LONGEST_TEXT: usize = 4 << 20;

/// Every level of nesting has a Content-Type of its own, so this bounds the depth too.
const MOST_TYPED_PARTS: usize = 1_000;

/// A part without a header costs a boundary line only.
const MOST_DASHED_LINES: usize = 100_000;

/// For each part the parser may read the whole mail again, in search of a boundary that never comes.
const MOST_BYTES_READ: usize = 8 << 30;

/// Whether the parser may be let loose on the mail.
pub fn fit(raw: &[u8]) -> bool {
    if raw.len() > LARGEST {
        return false;
    }
    let (mut typed, mut dashed) = (0usize, 0usize);
    for line in raw.split(|byte| *byte == b'\n') {
        dashed += usize::from(line.starts_with(b"--"));
        typed += usize::from(has_type(line));
    }
    let read = typed.saturating_mul(raw.len());
    typed <= MOST_TYPED_PARTS && dashed <= MOST_DASHED_LINES && read <= MOST_BYTES_READ
}

/// The parser passes over white space in and around names of fields.
fn has_type(line: &[u8]) -> bool {
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    let letters = name.iter().filter(|byte| !byte.is_ascii_whitespace());
    let name = name.len() < line.len() && letters.clone().count() == b"content-type".len();
    name && letters
        .map(u8::to_ascii_lowercase)
        .eq(b"content-type".iter().copied())
}

/// The start of a text, whole characters.
pub fn text(text: &str) -> String {
    text[..text.floor_char_boundary(LONGEST_TEXT)].to_owned()
}

/// The bytes that could become text.
pub fn start(raw: &[u8]) -> &[u8] {
    &raw[..raw.len().min(LONGEST_TEXT)]
}
