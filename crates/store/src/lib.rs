//! Everything that is kept: the only SQL of the product, on SQLite or PostgreSQL, from one text.
//!
//! A function here takes `&mut Conn` and belongs to no business rule: it writes down or finds again what it is
//! told. Ids are made elsewhere, time is an argument, and words for people never appear.

#[macro_use]
pub mod db;

mod sql;

pub mod error;
pub mod fold;
pub mod value;

pub mod api_tokens;
pub mod attempts;
pub mod audit;
pub mod blobs;
pub mod calendar;
pub mod calendar_feeds;
pub mod cases;
pub mod corrective_actions;
pub mod documents;
pub mod export;
pub mod history;
pub mod idempotency;
pub mod imports;
pub mod interests;
pub mod jobs;
pub mod letters;
pub mod mail;
pub mod obligations;
pub mod organisation;
pub mod outbox;
pub mod papers;
pub mod parties;
pub mod people;
pub mod portal;
pub mod reads;
pub mod register;
pub mod reminders;
pub mod roles;
pub mod search;
pub mod series;
pub mod sessions;
pub mod templates;
pub mod texts;
pub mod totals;
pub mod webhooks;
pub mod year_books;

pub use db::{Conn, Db};
pub use error::{Error, Failure};
pub use value::{At, On};

pub use uuid::Uuid;

/// What every function here answers with.
pub type Result<T> = std::result::Result<T, Error>;
