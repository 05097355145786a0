//! Passwords at the command line: read from standard input, or made and shown once; never an argument, where others would see them.

use std::io::{BufRead, Read};

use anyhow::{Context, Result, bail};
use app::submission::random;

/// The password on the first line of standard input.
pub fn from_stdin() -> Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .take(4096)
        .read_line(&mut line)
        .context("no password could be read")?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        bail!("no password was given on standard input");
    }
    Ok(password.to_owned())
}

/// A password that can be read aloud: four groups of five letters and figures that are not taken for one another.
pub fn make() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567892";
    let random: [u8; 20] = random();
    let letters: Vec<char> = random
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_password_that_is_made_is_long_and_never_the_same() {
        let (one, other) = (super::make(), super::make());
        assert_eq!(one.len(), 23);
        assert_ne!(one, other);
        assert!(one.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    }
}
