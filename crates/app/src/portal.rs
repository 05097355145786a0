//! The public pages: what somebody writes there is kept while it is written, becomes a case at once, and is followed with a code. Nobody
//! signs in.

pub mod code;
mod draft;
mod gate;
mod report;
mod standing;
mod told;
mod tracking;
mod view;

pub use code::Code;
pub use draft::{Draft, Kept, MOST_BYTES, MOST_FILES};
pub use gate::Gate;
pub use report::{Labels, Who, fields};
pub use standing::Standing;
pub use told::What;
pub use view::{PublicCase, PublicLetter, Told, sent_letter};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What an organisation says on its public pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Portal {
    /// The form takes reports; following a case is always possible.
    pub open: bool,
    /// Other ways to complain: address, telephone, mail, hours.
    pub contact: String,
    /// The version of the procedure as it was issued, as the procedure itself writes it.
    pub procedure_version: String,
    /// The day from which that version is in force.
    pub procedure_on: Option<Date>,
    /// How many leading zero bits a browser must find before it may send the form; 0 asks for no work.
    pub work_bits: u8,
}

impl Portal {
    /// More work keeps honest people from sending at all.
    pub const MOST_WORK: u8 = 22;
}

impl Default for Portal {
    fn default() -> Self {
        Self {
            open: true,
            contact: String::new(),
            procedure_version: String::new(),
            procedure_on: None,
            work_bits: 0,
        }
    }
}

/// What is kept of a secret that only a browser or a person knows.
fn secret_hash(purpose: &str, secret: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    Sha256::new()
        .chain_update(purpose)
        .chain_update([0])
        .chain_update(secret)
        .finalize()
        .to_vec()
}
