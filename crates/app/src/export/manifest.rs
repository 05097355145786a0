//! The manifest of an export: what it holds, in which form, and the digest of each of its files.

use crate::submission::hex;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The name by which the form is known.
pub const FORMAT: &str = "phucdap-export";
/// Raised when files or names change their meaning.
pub const VERSION: u32 = 1;

pub const LIST_OF_FILES: &str = "files.jsonl";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub version: u32,
    /// The last step that the database was brought to; its tables are described by it.
    pub schema: String,
    pub made_at: Timestamp,
    pub extent: Extent,
    /// Whether the hashes of passwords are in it.
    pub password_hashes: bool,
    /// What `verify` said just before, of everything; a quiet installation that takes the export in says the same.
    pub verify_digest: Option<String>,
    pub tables: Vec<Entry>,
    /// The list of the attached files.
    pub files: Entry,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    Everything,
    Case { number: String },
}

/// One file of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub name: String,
    pub file: String,
    pub lines: u64,
    /// Hex SHA-256 of the file.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn begin(now: Timestamp, verify_digest: Option<String>, password_hashes: bool) -> Self {
        Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            schema: schema().to_owned(),
            made_at: now,
            extent: Extent::Everything,
            password_hashes,
            verify_digest,
            tables: Vec::new(),
            files: Entry::default(),
        }
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a manifest has plain keys and values");
        json.push(b'\n');
        json
    }
}

/// The last step of this version.
pub fn schema() -> &'static str {
    store::db::MIGRATIONS.last().copied().unwrap_or_default()
}

pub(super) fn path_of_table(name: &str) -> String {
    format!("tables/{name}.jsonl")
}

/// Two letters of the digest keep directories small enough to list.
pub(super) fn path_of_file(sha256: &str) -> String {
    format!("files/{}/{sha256}", &sha256[..2])
}

/// What a digest reads as.
pub(super) fn said(digest: impl AsRef<[u8]>) -> String {
    hex(digest.as_ref())
}
