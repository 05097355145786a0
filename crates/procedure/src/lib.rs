//! The procedure for settling complaints, grievances and appeals, as pure code.
//!
//! A case is a fold of its history ([`case::Case::fold`]). [`case::guard`] says whether a person may do an act and is also what draws the
//! buttons ([`case::offers`]); [`case::decide`] turns a permitted act into history; [`obligations::obligations`] says what must be done.
//! Nothing here waits, reads a clock, makes an identity, or fails for a technical reason.

pub mod calendar;
pub mod case;
pub mod checklist;
pub mod corrective_action;
pub mod deadline;
pub mod desk;
pub mod id;
pub mod independence;
pub mod obligations;
pub mod office;
mod pairs;
pub mod people;
pub mod rule;
pub mod settings;
#[cfg(test)]
mod stories;
pub mod vocabulary;
pub mod year_book;

pub use case::{Act, ActKind, Actor, Case};
pub use desk::Desk;
pub use id::*;
pub use rule::Rule;
