//! Work that a browser does before a report is taken, where the centre asks for it: cheap for one report, dear for thousands. It is our
//! own script that works; nothing is asked from elsewhere.

use sha2::{Digest, Sha256};

/// The field in which the browser says what it found.
pub(super) const FIELD: &str = "work";

/// What is to be worked on: another for each report, and it tells nothing of the token.
pub(super) fn challenge(token: &str) -> String {
    app::submission::hex(&Sha256::digest(format!("phucdap work\0{token}")))
}

/// Whether the digest of challenge and answer begins with so many zero bits.
pub(super) fn is_done(bits: u8, token: &str, answer: Option<&str>) -> bool {
    if bits == 0 {
        return true;
    }
    let Some(answer) = answer.filter(|answer| answer.len() <= 20) else {
        return false;
    };
    let digest = Sha256::digest(format!("{}:{answer}", challenge(token)));
    let zeros: u32 = digest
        .iter()
        .scan(true, |all, byte| {
            let count = if *all { byte.leading_zeros() } else { 0 };
            *all &= *byte == 0;
            Some(count)
        })
        .sum();
    zeros >= u32::from(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_for_one_report_alone() {
        let answer = (0u32..)
            .map(|n| n.to_string())
            .find(|n| is_done(8, "one", Some(n)));
        let answer = answer.expect("one of a few hundred");
        assert!(!is_done(8, "another", Some(&answer)) || !is_done(8, "a third", Some(&answer)));
        assert!(!is_done(8, "one", None) && !is_done(8, "one", Some("")) || answer.is_empty());
        assert!(is_done(0, "one", None));
        assert!(!is_done(
            1,
            "one",
            Some("an answer that is far too long to be one")
        ));
    }
}
