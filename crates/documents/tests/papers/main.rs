//! Papers read back as a reader of the file would: where each element stands, in which face, and what a broken input gives.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod back;
mod cases;
mod layout;
mod naughty;
mod others;
mod poppler;
mod records;
mod same;
mod word;
mod year;
