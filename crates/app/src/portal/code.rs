//! The code by which a complainant follows a case: 100 random bits in letters that are read aloud and typed without mistakes
//! (Crockford's base 32). Only its hash is kept, so it can be shown once and never looked up.

use super::secret_hash;
use crate::submission::random;
use sha2::{Digest, Sha256};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 20;
const GROUP: usize = 5;

/// A tracking code. It is shown by [`Code::shown`] alone, so that no log holds one.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    pub fn random() -> Self {
        Self::of_bytes(&random::<16>())
    }

    /// The code of the case that a draft became. It follows from what only the browser keeps, so that the receipt is the same after a
    /// double click or a reload, and nothing but the hash of the code is stored.
    pub fn of_draft(token: &str) -> Self {
        let digest = Sha256::new()
            .chain_update("phucdap tracking code\0")
            .chain_update(token)
            .finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Self::of_bytes(&bytes)
    }

    fn of_bytes(bytes: &[u8; 16]) -> Self {
        let mut bits = u128::from_be_bytes(*bytes);
        Self(std::array::from_fn(|_| {
            let letter = LETTERS[(bits & 31) as usize];
            bits >>= 5;
            letter
        }))
    }

    /// Reads what was typed: in any case, with or without marks between, `O` for zero, `I` and `L` for one.
    pub fn read(typed: &str) -> Option<Self> {
        let letters = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !"-–—._".contains(*c));
        let mut code = [0; LENGTH];
        let mut count = 0;
        for letter in letters {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let letter = u8::try_from(letter).ok().filter(|l| LETTERS.contains(l))?;
            *code.get_mut(count)? = letter;
            count += 1;
        }
        (count == LENGTH).then_some(Self(code))
    }

    /// In groups, as it stands on the receipt.
    pub fn shown(&self) -> String {
        let groups = self.0.chunks(GROUP).map(String::from_utf8_lossy);
        groups.collect::<Vec<_>>().join("-")
    }

    /// What is stored. A plain digest is enough: nobody guesses a hundred random bits, with or without the hash.
    pub(crate) fn hash(&self) -> Vec<u8> {
        secret_hash("tracking code", &String::from_utf8_lossy(&self.0))
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code::of_bytes(&[0; 16]);
        assert_eq!(code.shown(), "00000-00000-00000-00000");
        for typed in [
            "00000-00000-00000-00000",
            "ooooo OOOOO 00000 00000",
            " 0000 0000 0000 0000 0000 ",
        ] {
            assert_eq!(Code::read(typed), Some(code.clone()), "{typed}");
        }
        let random = Code::random();
        assert_eq!(Code::read(&random.shown().to_lowercase()), Some(random.clone()));
        assert_ne!(random, Code::random());
    }

    #[test]
    fn what_is_no_code_is_not_guessed() {
        for typed in [
            "",
            "0",
            "00000-00000-00000-0000",
            "00000-00000-00000-000000",
            "U0000-00000-00000-00000",
            "khiếu-00000-00000-00000",
            "' or 1=1 --",
        ] {
            assert_eq!(Code::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_same_browser_has_the_same_code_and_no_log_shows_it() {
        let code = Code::of_draft("token");
        assert_eq!(code, Code::of_draft("token"));
        assert_ne!(code, Code::of_draft("other"));
        assert_ne!(code.hash(), Code::of_draft("other").hash());
        assert!(!format!("{code:?}").contains(&code.shown()[..5]));
    }
}
