//! Hộp thư đến: every mail that arrived, kept as it came, until somebody in charge says what it is.
//!
//! A mail is stored before it is acknowledged to whoever delivered it, whatever its bytes; the same bytes are one mail however often
//! they come. Who reads the inbox and what may be done with a mail is decided in [`access`](Office::inbox_access), [`offered`] and [`offered_on`]
//! alone.

mod answer;
mod bounce;
mod deed;
mod duty;
mod entry;
mod files;
mod joined;
mod notice;
mod read;
mod receive;
mod sources;
mod suggest;

pub use deed::{Ground, LONGEST_REASON};
pub(crate) use duty::owed;
pub use entry::prefilled;
pub use files::file_name;
pub(crate) use joined::link;
pub use joined::{LINKED, Linked, words};
pub use mail::{Attachment, Kind, Mailbox, Message, Piece, Reading, pieces};
pub use notice::Notice;
pub use read::{Inbox, Letter, Line, Opened, Part};
pub use receive::{Arrival, Received, Way};
pub use store::mail::{Deed as DeedLine, Mail, Source};
pub use suggest::{Reason, Suggestion};

use crate::Office;
use jiff::civil::Date;
use procedure::PersonId;
use procedure::vocabulary::Role;

macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $key:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The name used in records, addresses and message files.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)* }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some($name::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use keyed;

keyed! {
    /// What became of a mail.
    State {
        /// It waits for somebody in charge.
        New = "new",
        /// A case was made of it.
        Case = "case",
        /// It belongs to a case that was there.
        Joined = "joined",
        SetAside = "set_aside",
        /// A machine wrote it in answer to something, or to say that all went well: nobody need look.
        Automatic = "automatic",
        /// A mail of ours did not arrive: whoever it was for must be reached another way.
        Bounce = "bounce",
        /// That person was reached another way.
        Reached = "reached",
    }
}

impl State {
    /// Whether somebody owes something on it.
    pub const fn waits(self) -> bool {
        matches!(self, State::New | State::Bounce)
    }
}

keyed! {
    /// What can be done with a mail.
    Deed {
        MakeCase = "make_case",
        Join = "join",
        SetAside = "set_aside",
        TakeBack = "take_back",
        Reached = "reached",
    }
}

/// Who keeps the inbox.
const KEEPERS: [Role; 2] = [Role::RegisterOfficer, Role::Qmr];
/// Who finds it among the places to go to.
pub const READERS: &[Role] = &[Role::RegisterOfficer, Role::Qmr, Role::Auditor];

/// How much of the inbox somebody sees.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Access {
    Nothing,
    /// That mails came, when, and what became of them; neither sender nor words (S12).
    Masked,
    Full,
}

/// What can be done with a mail in this state by whoever sees so much of it: the buttons, and what the server takes.
pub const fn offered(access: Access, state: State) -> &'static [Deed] {
    match (access, state) {
        (Access::Nothing | Access::Masked, _) => &[],
        (Access::Full, State::New) => &[Deed::MakeCase, Deed::Join, Deed::SetAside],
        (Access::Full, State::SetAside) => &[Deed::TakeBack],
        // A machine may hand on what a person wrote.
        (Access::Full, State::Automatic) => &[Deed::MakeCase, Deed::Join],
        // What looks like a report may be the letter of a person.
        (Access::Full, State::Bounce) => &[Deed::Reached, Deed::MakeCase, Deed::Join],
        (Access::Full, State::Reached) => &[Deed::MakeCase],
        (Access::Full, State::Case | State::Joined) => &[],
    }
}

/// What can be done with this mail. A report that speaks of a mail of ours to somebody in a case stays owed until that person was
/// reached; only then may it become a case of its own.
fn offered_on(access: Access, state: State, row: &Mail) -> &'static [Deed] {
    match (access, state) {
        (Access::Full, State::Bounce) if row.case_id.is_some() => &[Deed::Reached, Deed::Join],
        (access, state) => offered(access, state),
    }
}

impl Office {
    /// The register officer keeps the inbox, QMR answers for it, the auditor checks that nothing was lost. Nobody else learns who wrote.
    pub fn inbox_access(&self, person: PersonId, today: Date) -> Access {
        let holds = |role| self.staff.is_active(person) && self.staff.holds(role, person, today);
        if KEEPERS.into_iter().any(holds) {
            Access::Full
        } else if holds(Role::Auditor) {
            Access::Masked
        } else {
            Access::Nothing
        }
    }
}
