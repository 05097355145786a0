//! Values inside addresses.

/// Percent-encodes everything but letters, digits and `-._~`.
pub fn encode(value: &str) -> String {
    use std::fmt::Write;
    value.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// A path inside this site, for going back to; anything else leads home. Browsers drop control characters from an address and take
/// a backslash for a slash, so that `/<tab>/elsewhere` would be the address of another site.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control());
    if own { path } else { "/" }
}
