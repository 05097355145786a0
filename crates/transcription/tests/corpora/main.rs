//! Real registers and malicious files: what is read, what is refused, and that nothing makes the reader give up.

mod any_bytes;
mod complaints;
mod encodings;
mod shared;
mod spreadsheets;
