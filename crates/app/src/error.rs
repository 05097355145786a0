//! The six ways an act or a look can end otherwise than well. Pages and the interface map each of them once.

use procedure::case::event::Entry;
use procedure::case::refusal::{Invalid, Refusal};
use store::Failure;

/// Why nothing was done.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The case forbids the act, under a rule.
    #[error("refused under {}: {:?}", .0.rule, .0.why)]
    Refused(Refusal),
    /// What the act says cannot stand, field by field.
    #[error("invalid: {0:?}")]
    Invalid(Vec<Invalid>),
    /// Somebody was here first: these lines were added since the person looked.
    #[error("overtaken by {} lines", .0.len())]
    Overtaken(Vec<Entry>),
    /// The key of the request was used before for something else.
    #[error("this request was sent before with other content")]
    KeyReused,
    /// There is no such thing, or this person may not know of it.
    #[error("not found")]
    NotFound,
    /// The person may not do this at all, whatever the state.
    #[error("denied")]
    Denied,
    /// Storage failed; nothing was done.
    #[error(transparent)]
    Storage(#[from] store::Error),
}

impl Failure for Error {
    fn storage(&self) -> Option<&store::Error> {
        match self {
            Error::Storage(error) => Some(error),
            Error::Refused(_)
            | Error::Invalid(_)
            | Error::Overtaken(_)
            | Error::KeyReused
            | Error::NotFound
            | Error::Denied => None,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Refused(refusal)
    }
}

impl From<Vec<Invalid>> for Error {
    fn from(problems: Vec<Invalid>) -> Self {
        Error::Invalid(problems)
    }
}

/// What an act or a look answers with.
pub type Result<T> = std::result::Result<T, Error>;

/// A stored value that cannot be read back.
pub(crate) fn corrupt(what: impl std::fmt::Display) -> Error {
    Error::Storage(store::Error::Corrupt(what.to_string()))
}
