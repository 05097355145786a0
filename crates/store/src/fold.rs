//! Letters without their marks: how words are found whichever way they were typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `Khiếu nại ĐƯỜNG` becomes `khieu nai duong`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'đ' | 'Đ' => folded.push('d'),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// A name as it is looked up: folded, single spaces between its words, and without the form of address before it.
pub fn name_key(name: &str) -> String {
    let folded = fold(without_address(name.trim()));
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// `Ông Trịnh Văn Thử` is found as `Trịnh Văn Thử`. Only with its marks: `Ba Đình` begins a name.
fn without_address(name: &str) -> &str {
    let Some((first, rest)) = name.split_once(char::is_whitespace) else {
        return name;
    };
    let first: String = first.nfc().collect::<String>().to_lowercase();
    if matches!(first.as_str(), "ông" | "bà") {
        rest
    } else {
        name
    }
}

/// A telephone number as it is looked up: its digits, with Vietnam's `84` written as `0`.
pub fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("84") {
        Some(rest) if digits.len() > 9 => format!("0{rest}"),
        _ => digits,
    }
}

/// The first text after all that begin with `prefix`, so that a walk along an index can stop there.
pub(crate) fn after_prefix(prefix: &str) -> String {
    format!("{prefix}{}", char::MAX)
}

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn a_name_is_found_without_its_form_of_address() {
        assert_eq!(name_key("Ông Trịnh  Văn Thử"), "trinh van thu");
        assert_eq!(name_key("bà Lê Thị Mẫu"), name_key("le thi mau"));
        assert_eq!(name_key("Ba Đình"), "ba dinh");
        assert_eq!(name_key("Bà"), "ba");
    }
}
