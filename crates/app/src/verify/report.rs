//! What a verification found: counts, a digest over everything, and each difference.

use crate::submission::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! what {
    ($($(#[$doc:meta])* $variant:ident = $key:literal),* $(,)?) => {
        /// What differs.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum What { $($(#[$doc])* #[serde(rename = $key)] $variant,)* }

        impl What {
            pub const ALL: &[What] = &[$(What::$variant),*];

            /// The name in message files.
            pub const fn key(self) -> &'static str {
                match self { $(What::$variant => $key,)* }
            }
        }
    };
}

what! {
    /// A link of the chain of hashes is broken.
    Chain = "chain",
    /// A line of the history cannot be read.
    Unreadable = "unreadable",
    /// Folding the history gives another state than the stored one.
    State = "state",
    /// The line of the register says something else.
    Row = "row",
    Subjects = "subjects",
    People = "people",
    /// The duties that follow from the facts are not those that are stored.
    Obligations = "obligations",
    /// The words by which a case is found are not those that were written.
    Search = "search",
    /// A text is missing or is not what was written.
    Text = "text",
    /// A file is missing or is not what was received.
    File = "file",
    /// A number is missing, or given twice.
    Number = "number",
    /// A numbered letter is not in the register of letters as it was numbered.
    Letter = "letter",
    /// A case and its corrective actions are linked otherwise than the history says.
    Link = "link",
    /// Something is stored that has no history.
    Orphan = "orphan",
}

/// One difference: what, of which case or record, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub what: What,
    pub of: String,
    pub detail: String,
}

/// How much was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    pub histories: usize,
    pub events: usize,
    pub cases: usize,
    pub open_cases: usize,
    pub corrective_actions: usize,
    pub year_books: usize,
    pub obligations: usize,
    pub texts: usize,
    pub erased_texts: usize,
    pub files: usize,
    pub letters: usize,
    pub mails: usize,
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub counted: Counted,
    /// Numbers given in the book, by year.
    pub years: BTreeMap<i16, i64>,
    /// Dates and holders wait to be computed anew, so duties were not compared.
    pub recomputation_waits: bool,
    pub differences: Vec<Difference>,
    /// Hex SHA-256 over everything, the same on every database that holds the same.
    pub digest: String,
}

impl Verification {
    pub fn is_clean(&self) -> bool {
        self.differences.is_empty()
    }
}

/// What is gathered on the way.
#[derive(Default)]
pub(super) struct Sheet {
    pub counted: Counted,
    pub years: BTreeMap<i16, i64>,
    pub recomputation_waits: bool,
    /// Files to be read, and what of.
    pub files: BTreeMap<Vec<u8>, BTreeSet<String>>,
    differences: Vec<Difference>,
    hash: Sha256,
}

impl Sheet {
    pub fn differs(&mut self, what: What, of: impl Into<String>, detail: impl Into<String>) {
        self.differences.push(Difference {
            what,
            of: of.into(),
            detail: detail.into(),
        });
    }

    /// Takes a record into the digest, each field with its length before it.
    pub fn take(&mut self, fields: &[&[u8]]) {
        for field in fields {
            self.hash.update((field.len() as u64).to_be_bytes());
            self.hash.update(field);
        }
    }

    /// Takes a stored record into the digest, with the names of its columns.
    pub fn take_row(&mut self, row: &impl std::fmt::Debug) {
        self.take(&[format!("{row:?}").as_bytes()]);
    }

    pub fn end(self) -> Verification {
        Verification {
            counted: self.counted,
            years: self.years,
            recomputation_waits: self.recomputation_waits,
            differences: self.differences,
            digest: hex(&self.hash.finalize()),
        }
    }
}
