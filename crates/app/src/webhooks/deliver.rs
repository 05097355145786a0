//! What waits to be told, for whoever can carry it; and what came of it: done, tried again later, given up, or a system that is told
//! no longer because it has not listened for days.

use crate::App;
use crate::error::{Error, Result};
use jiff::{SignedDuration, Timestamp};
use store::webhooks::{Attempted, Delivery, Webhook};

/// A message with where it goes and what it is signed with.
#[derive(Clone)]
pub struct Waiting {
    pub delivery: Delivery,
    pub url: String,
    pub secret: String,
}

/// How a message ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// With this status of HTTP; from 200 to 299 it was taken.
    Status(u16),
    /// Not reached, not answered, or not allowed to be reached: why, by a key of the messages.
    Failed(&'static str),
}

impl Answered {
    const fn is_taken(&self) -> bool {
        matches!(self, Answered::Status(200..=299))
    }
}

/// A carrier that tells nothing for so long has vanished.
const LEASE: SignedDuration = SignedDuration::from_mins(2);
const AT_ONCE: i64 = 16;
/// How long after each attempt the next one follows, in seconds; after the last one the message is given up.
const AGAIN_AFTER: [i64; 9] = [5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400];
/// A system that took nothing for so long is told no longer.
const PATIENCE: SignedDuration = SignedDuration::from_hours(72);

impl App {
    /// The messages that are due, each for one carrier alone.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn messages_to_deliver(&self, now: Timestamp) -> Result<Vec<Waiting>> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let claimed = store::webhooks::claim(conn, now, now + LEASE, AT_ONCE).await?;
                let mut waiting = Vec::with_capacity(claimed.len());
                for delivery in claimed {
                    let Some(webhook) = store::webhooks::one(conn, delivery.webhook_id).await? else {
                        continue;
                    };
                    waiting.push(Waiting {
                        delivery,
                        url: webhook.url,
                        secret: webhook.secret,
                    });
                }
                Ok::<_, Error>(waiting)
            })
            .await
    }

    /// Writes down how a message ended.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn message_answered(
        &self,
        now: Timestamp,
        delivery: &Delivery,
        answered: &Answered,
    ) -> Result<()> {
        let taken = answered.is_taken();
        let (status, failure) = match answered {
            Answered::Status(status) => (Some(i64::from(*status)), None),
            Answered::Failed(why) => (None, Some((*why).to_owned())),
        };
        let attempted = Attempted {
            status,
            failure,
            delivered_at: taken.then_some(now),
            again_at: again_at(now, delivery.attempts).filter(|_| !taken),
        };
        let attempted = &attempted;
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                store::webhooks::attempted(conn, delivery.id, attempted).await?;
                let Some(webhook) = store::webhooks::one(conn, delivery.webhook_id).await? else {
                    return Ok(());
                };
                let (failing, disabled) = standing(&webhook, now, taken);
                if failing != webhook.failing_since.map(|at| at.0) || disabled.is_some() {
                    store::webhooks::mark(conn, webhook.id, failing, disabled).await?;
                }
                Ok::<_, Error>(())
            })
            .await
    }
}

fn again_at(now: Timestamp, attempts: i64) -> Option<Timestamp> {
    let place = usize::try_from(attempts.max(1) - 1).ok()?;
    let seconds = AGAIN_AFTER.get(place)?;
    Some(now + SignedDuration::from_secs(*seconds))
}

/// Since when a system does not listen, and whether it is told no longer for that.
fn standing(webhook: &Webhook, now: Timestamp, taken: bool) -> (Option<Timestamp>, Option<Timestamp>) {
    if taken {
        return (None, None);
    }
    let since = webhook.failing_since.map_or(now, |at| at.0);
    let disabled = webhook.disabled_at.map(|at| at.0);
    let too_long = now.duration_since(since) >= PATIENCE;
    (Some(since), disabled.or(too_long.then_some(now)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_tried_for_almost_two_days_and_then_given_up() {
        let now = Timestamp::UNIX_EPOCH;
        let waits = (1..=10).map(|attempts| again_at(now, attempts).map(Timestamp::as_second));
        let waits: Vec<Option<i64>> = waits.collect();
        assert_eq!(waits[0], Some(5));
        assert_eq!(waits[9], None);
        let together: i64 = waits.iter().flatten().sum();
        assert!((24 * 3600..48 * 3600).contains(&together), "{together}");
    }
}
