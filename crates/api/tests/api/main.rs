//! The interface for other systems, asked as a program asks it.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops where it meets what it did not expect"
)]

mod acting;
mod described;
mod files;
mod looking;
mod receiving;
mod site;
mod telling;
mod tokens;
