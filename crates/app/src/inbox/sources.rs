//! The mailboxes from which mail is fetched: how far, and how it went, for whoever fetches and for the administrator.

use crate::App;
use crate::error::{Error, Result};
use crate::people::may_administer;
use jiff::Timestamp;
use procedure::PersonId;
use procedure::case::Actor;
use store::mail::Source;

/// Characters of a failure that are kept.
const SAID: usize = 500;

impl App {
    /// How far a mailbox was fetched.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn mail_source(&self, name: &str) -> Result<Option<Source>> {
        self.db
            .read(|mut conn| async move { Ok(store::mail::source(&mut conn, name).await?) })
            .await
    }

    /// Everything of a mailbox up to a number is stored.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn mail_fetched(&self, now: Timestamp, name: &str, validity: u32, mark: u32) -> Result<()> {
        let (validity, mark) = (i64::from(validity), i64::from(mark));
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::mail::fetched(&mut conn, name, validity, mark, now).await?)
            })
            .await
    }

    /// A mailbox could not be fetched from.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn mail_stumbled(&self, now: Timestamp, name: &str, failure: &str) -> Result<()> {
        let said: String = failure.chars().filter(|c| !c.is_control()).take(SAID).collect();
        let said = &said;
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::mail::stumbled(&mut conn, name, now, said).await?)
            })
            .await
    }

    /// Every mailbox from which mail was ever fetched.
    ///
    /// # Errors
    /// `Denied` to all but administrators.
    pub async fn mail_sources(&self, now: Timestamp, person: PersonId) -> Result<Vec<Source>> {
        self.db
            .read(|mut conn| async move {
                let office = self.office_in(&mut conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                Ok(store::mail::sources(&mut conn).await?)
            })
            .await
    }
}
