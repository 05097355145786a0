//! What the product does: every change of a case passes `execute`; pages and interfaces ask the queries.
//!
//! Nothing here reads a clock or the environment: each call is told the moment.

pub mod accounts;
pub mod acting;
pub mod actions;
pub mod calendar_feed;
pub mod collation;
pub mod compose;
pub mod correspondence;
pub mod dossier;
pub mod error;
pub mod execute;
pub mod export;
pub mod files;
pub mod imports;
pub mod inbox;
pub mod intake;
pub mod letters;
pub mod live;
pub mod office;
pub mod once;
pub mod outbox;
pub mod papers;
pub mod people;
pub mod portal;
mod post_duty;
pub mod reads;
pub mod record;
pub mod register;
pub mod reminders;
mod search;
pub mod similar;
pub mod submission;
pub mod templates;
pub mod tokens;
pub mod transcribe;
pub mod veil;
pub mod verify;
pub mod view;
pub mod webhooks;
pub mod work;
pub mod worker;
pub mod year_book;

pub use compose::Typed;
pub use error::{Error, Result};
pub use execute::Executed;
pub use office::Office;
pub use submission::{NewParty, Submission, Texts, new_id};

use std::sync::{Arc, RwLock};

/// The product: a database, a place for files, and the organisation as it was last read. Clones share it.
#[derive(Clone)]
pub struct App {
    pub(crate) db: store::Db,
    pub(crate) blobs: store::blobs::Blobs,
    pub(crate) office: Arc<RwLock<Option<Arc<Office>>>>,
    /// How far the registers are that this process is taking in.
    pub(crate) entering: imports::Entering,
    pub(crate) live: live::Live,
}

impl App {
    pub fn new(db: store::Db, blobs: store::blobs::Blobs) -> Self {
        Self {
            db,
            blobs,
            office: Arc::default(),
            entering: imports::Entering::default(),
            live: live::Live::default(),
        }
    }

    /// The name of the kind of database, for logs and reports.
    pub fn database(&self) -> &'static str {
        self.db.kind()
    }

    /// Waits for what is under way and closes the database.
    pub async fn close(&self) {
        self.db.close().await;
    }
}
