//! A transaction that is lent out and finds its way home when whoever holds it lets go.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use sqlx::{Database, Transaction};

/// A transaction in someone's hands. Dropping it gives it back to the slot it came from.
pub struct Lent<DB: Database> {
    transaction: Option<Transaction<'static, DB>>,
    home: Option<Slot<DB>>,
}

/// The place a lent transaction returns to.
pub(super) struct Slot<DB: Database>(Arc<Mutex<Option<Transaction<'static, DB>>>>);

impl<DB: Database> Lent<DB> {
    /// A transaction that nobody waits for: dropping it rolls it back.
    pub(super) fn new(transaction: Transaction<'static, DB>) -> Self {
        Lent {
            transaction: Some(transaction),
            home: None,
        }
    }

    /// A transaction, and the slot where it will be found again.
    pub(super) fn returning(transaction: Transaction<'static, DB>) -> (Self, Slot<DB>) {
        let slot = Slot(Arc::new(Mutex::new(None)));
        let lent = Lent {
            transaction: Some(transaction),
            home: Some(Slot(Arc::clone(&slot.0))),
        };
        (lent, slot)
    }
}

impl<DB: Database> Slot<DB> {
    pub(super) fn take(&self) -> Option<Transaction<'static, DB>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<DB: Database> Drop for Lent<DB> {
    fn drop(&mut self) {
        if let Some(home) = &self.home {
            *home.0.lock().unwrap_or_else(PoisonError::into_inner) = self.transaction.take();
        }
    }
}

const HELD: &str = "a lent transaction is held until it is dropped";

impl<DB: Database> Deref for Lent<DB> {
    type Target = DB::Connection;

    fn deref(&self) -> &DB::Connection {
        self.transaction.as_ref().expect(HELD)
    }
}

impl<DB: Database> DerefMut for Lent<DB> {
    fn deref_mut(&mut self) -> &mut DB::Connection {
        self.transaction.as_mut().expect(HELD)
    }
}
