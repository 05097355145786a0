//! Every function of the store, on both databases.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod acts;
mod api_tokens;
mod audit;
mod blobs;
mod calendar;
mod cases;
mod corrective_actions;
mod documents;
mod history;
mod idempotency;
mod jobs;
mod letters;
mod mail;
mod obligations;
mod organisation;
mod outbox;
mod papers;
mod people;
mod portal;
mod register;
mod reminders;
mod sample;
mod schema;
mod scope;
mod search;
mod sessions;
mod templates;
mod texts;
mod totals;
