//! The message files of this crate, looked at from outside.

mod catalogue;
mod procedure;
mod say;
