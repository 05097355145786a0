//! Identities: UUIDv7 newtypes made by the application, and the numbers people read.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.as_u128())
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
        impl $name {
            /// A small readable identity for stories and the model checker.
            pub const fn small(n: u128) -> Self {
                Self(Uuid::from_u128(n))
            }
        }
    )*};
}

ids! {
    /// One case of the register (vụ việc).
    CaseId,
    /// A member of staff, or a named outsider who acts for the body.
    PersonId,
    /// A department of the body (phòng, bộ phận).
    UnitId,
    /// A complainant, a certified client or a forwarding authority.
    PartyId,
    /// A corrective action under QT-07-HTCL.
    CorrectiveActionId,
    /// An uploaded file.
    DocumentId,
    /// A text kept outside the history.
    TextId,
}

/// The number of a case in the register: year of registration and its place in that year, without gaps.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CaseNumber {
    pub year: i16,
    pub ordinal: u32,
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.year, self.ordinal)
    }
}

/// A text that a person wrote: the history holds only this reference, so that erasing the words leaves the chain whole.
///
/// `sha256` is the hex SHA-256 of salt and bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextRef {
    pub id: TextId,
    pub sha256: String,
}

/// A stored file and the hex SHA-256 of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileRef {
    pub id: DocumentId,
    pub sha256: String,
}
