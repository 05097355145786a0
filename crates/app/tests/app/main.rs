//! What the product does, on both databases: forms become acts, acts become work.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops where it meets what it did not expect"
)]

mod actions;
mod corpora;
mod deed;
mod door;
mod export;
mod form;
mod imports;
mod inbox;
mod intake;
mod mistakes;
mod outbox;
mod people;
mod reads;
mod reminders;
mod roads;
mod sight;
mod similar;
mod templates;
mod transcribe;
mod verify;
mod work;
mod worker;
mod year_book;
mod year_measures;
