//! The interface for other systems, asked as a program asks it.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops where it meets what it did not expect"
)]

mod acting;
mod described;
mod desks;
mod doors;
mod files;
mod imports;
mod inbox;
mod looking;
mod once;
mod receiving;
mod site;
mod telling;
mod tokens;
