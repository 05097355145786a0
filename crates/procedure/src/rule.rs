//! The rules of the procedure by name, so that every obligation, refusal and button can say where it comes from.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        /// A rule: `B…` are sentences of the written procedure, `S…` the duties that ISO/IEC 17065 7.13 and its kin add.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Rule { $($(#[$doc])* #[serde(rename = $name)] $variant,)* }

        impl Rule {
            pub const ALL: &[Rule] = &[$(Rule::$variant),*];

            /// The rule's name as people write it, such as `B2.4`.
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }
        }
    };
}

rules! {
    /// Settled on the spot (Bước 1, first dash).
    B1_1 = "B1.1",
    /// Promised reply (Bước 1, second dash).
    B1_2 = "B1.2",
    /// Plan (Bước 2, opening).
    B2_1 = "B2.1",
    /// Certification result.
    B2_2 = "B2.2",
    /// Written reply.
    B2_3 = "B2.3",
    /// Thirty days.
    B2_4 = "B2.4",
    /// Exception: a later time limit.
    B2_5 = "B2.5",
    /// Conduct of staff.
    B2_6 = "B2.6",
    /// Confidentiality.
    B2_7 = "B2.7",
    /// Yearly compilation.
    B2_8 = "B2.8",
    /// Acknowledge (ISO/IEC 17065 7.13.3).
    S1 = "S1",
    /// Ours or not (7.13.2).
    S2 = "S2",
    /// Assess (ISO 10002 7.5).
    S3 = "S3",
    /// Independence (7.13.5, 7.13.6).
    S4 = "S4",
    /// Evidence (7.13.4).
    S5 = "S5",
    /// Heard (ISO 10002 annex D).
    S6 = "S6",
    /// Outcome and end (7.13.7, 7.13.8).
    S7 = "S7",
    /// Not satisfied (ISO 10002 7.9).
    S8 = "S8",
    /// Progress (ISO/IEC 17025 7.9.5).
    S9 = "S9",
    /// Effectiveness (ISO 9001 10.2).
    S10 = "S10",
    /// An upheld appeal creates a new decision (7.13.9, 7.6).
    S11 = "S11",
    /// Protection of the complainant and the subject (4.5).
    S12 = "S12",
    /// Withdrawal, reopening, linking, correction.
    S13 = "S13",
    /// A certified client's product or mark (4.1.2.2).
    S14 = "S14",
}

impl Rule {
    /// The rule's key in message files, such as `b2-4`.
    pub fn key(self) -> String {
        self.name().to_lowercase().replace('.', "-")
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
