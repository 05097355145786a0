//! A request that is sent again under its key is answered again and not done again, for everything that does not carry its key into a
//! transaction of its own as acts do: the answer is kept.

use crate::App;
use crate::error::{Error, Result};
use jiff::Timestamp;
use procedure::PersonId;
use store::idempotency::{Known, begin, finish, release};

/// What is known of a key when a request comes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Never seen: the request is to be done, then its answer kept or the key given back.
    Fresh,
    /// Done before with the same content: so it was answered.
    Done(String),
    /// Begun and not answered: it is being done, or was broken off where nobody knows.
    UnderWay,
}

impl App {
    /// Claims the key of a request with this content for a person.
    ///
    /// # Errors
    /// `KeyReused` where it was used for something else, or a failure of storage.
    pub async fn claim_request(
        &self,
        now: Timestamp,
        person: PersonId,
        key: &str,
        content: &[u8],
    ) -> Result<Claim> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                match begin(conn, person.0, key, content, now).await? {
                    Known::Fresh => {
                        finish(conn, person.0, key, "").await?;
                        Ok(Claim::Fresh)
                    }
                    Known::Done(outcome) if outcome.is_empty() => Ok(Claim::UnderWay),
                    Known::Done(outcome) => Ok(Claim::Done(outcome)),
                    Known::Other => Err(Error::KeyReused),
                }
            })
            .await
    }

    /// Keeps the answer of a request that was done.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn keep_answer(&self, person: PersonId, key: &str, answer: &str) -> Result<()> {
        self.db
            .act(|mut conn| async move { Ok::<_, Error>(finish(&mut conn, person.0, key, answer).await?) })
            .await
    }

    /// Gives the key of a request back that came to nothing.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn release_request(&self, person: PersonId, key: &str) -> Result<()> {
        self.db
            .act(|mut conn| async move { Ok::<_, Error>(release(&mut conn, person.0, key).await?) })
            .await
    }
}
