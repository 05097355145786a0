//! The calendar of a person: what is owed, on its day, under a secret address that can be ended.

use crate::App;
use crate::error::{Error, Result};
use crate::submission::{hex, random};
use crate::work::{Item, Part};
use jiff::Timestamp;
use procedure::PersonId;
use sha2::{Digest, Sha256};

/// So many duties stand in a calendar.
const MOST: usize = 1_000;

/// What a calendar shows.
pub struct Calendar {
    pub person: PersonId,
    pub name: String,
    pub language: String,
    pub items: Vec<Item>,
}

impl App {
    /// Gives a person a new address and answers with its secret, which is kept nowhere; the one before ends.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn give_calendar(&self, now: Timestamp, person: PersonId) -> Result<String> {
        let secret = hex(&random::<20>());
        let digest = digest(&secret);
        let digest = digest.as_slice();
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::calendar_feeds::give(&mut conn, person.0, digest, now).await?)
            })
            .await?;
        Ok(secret)
    }

    /// Ends the address of a person.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn end_calendar(&self, person: PersonId) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::calendar_feeds::revoke(&mut conn, person.0).await?)
            })
            .await
    }

    /// Since when a person has an address.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn calendar_since(&self, person: PersonId) -> Result<Option<Timestamp>> {
        self.db
            .read(|mut conn| async move { Ok(store::calendar_feeds::since(&mut conn, person.0).await?) })
            .await
    }

    /// What stands in the calendar of this secret.
    ///
    /// # Errors
    /// `NotFound` where it opens nothing, or the person works here no more.
    pub async fn calendar(&self, now: Timestamp, secret: &str) -> Result<Calendar> {
        let digest = digest(secret);
        let digest = digest.as_slice();
        let (person, known) = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let owner = store::calendar_feeds::owner(conn, digest)
                    .await?
                    .ok_or(Error::NotFound)?;
                let office = self.office_in(conn).await?;
                let known = office.people.get(&PersonId(owner)).filter(|known| known.active);
                let known = known.cloned().ok_or(Error::NotFound)?;
                Ok::<_, Error>((PersonId(owner), known))
            })
            .await?;
        let work = self.work(now, person, Part::All, None, MOST).await?;
        Ok(Calendar {
            person,
            name: known.display_name,
            language: known.language,
            items: work.items,
        })
    }
}

fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}
