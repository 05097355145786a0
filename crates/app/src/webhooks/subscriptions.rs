//! Who is told: subscriptions are an administrator's, and each change of them goes on record.

use super::{Delivery, Event};
use crate::App;
use crate::error::{Error, Result};
use crate::people::{Change, Wrong, may_administer, note};
use crate::submission::{new_id, random};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use procedure::PersonId;
use procedure::case::Actor;
use procedure::case::refusal::Problem;
use store::At;
use store::webhooks::Webhook;
use uuid::Uuid;

/// A system that is told, as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: Uuid,
    pub url: String,
    pub events: Vec<Event>,
    pub created_at: Timestamp,
    /// Since when nothing could be delivered.
    pub failing_since: Option<Timestamp>,
    /// Switched off after long failure.
    pub disabled_at: Option<Timestamp>,
}

impl From<&Webhook> for Subscription {
    fn from(row: &Webhook) -> Self {
        Subscription {
            id: row.id,
            url: row.url.clone(),
            events: row.events.split(' ').filter_map(Event::from_key).collect(),
            created_at: row.created_at.0,
            failing_since: row.failing_since.map(|at| at.0),
            disabled_at: row.disabled_at.map(|at| at.0),
        }
    }
}

/// Nobody tells more systems than this.
const MOST: usize = 20;
const LONGEST_URL: usize = 500;

impl App {
    /// The systems that are told.
    ///
    /// # Errors
    /// `Denied` to all but administrators.
    pub async fn webhooks(&self, now: Timestamp, person: PersonId) -> Result<Vec<Subscription>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                let rows = store::webhooks::all(conn).await?;
                Ok(rows.iter().map(Subscription::from).collect())
            })
            .await
    }

    /// One of them.
    ///
    /// # Errors
    /// `NotFound`; `Denied` to all but administrators.
    pub async fn webhook(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<Subscription> {
        let known = self.webhooks(now, person).await?;
        known.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)
    }

    /// Has a system told; answers with the secret that its messages are signed with, which is shown this once.
    ///
    /// `plain` allows addresses without TLS, where the operator allows the network they lie in.
    ///
    /// # Errors
    /// The fields that cannot stand: `url`, `events`; `Denied` to all but administrators.
    pub async fn add_webhook(
        &self,
        now: Timestamp,
        person: PersonId,
        url: &str,
        events: &[Event],
        plain: bool,
    ) -> Result<(Subscription, String)> {
        let url = url.trim();
        let mut wrong = Wrong::default();
        let schemes: &[&str] = if plain {
            &["https://", "http://"]
        } else {
            &["https://"]
        };
        let host = schemes.iter().find_map(|scheme| url.strip_prefix(scheme));
        let is_address = host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['));
        let is_plain = url.chars().all(|c| c.is_ascii_graphic()) && !url.contains('@');
        wrong.unless(is_address && is_plain, "url", Problem::Unreadable);
        wrong.unless(url.len() <= LONGEST_URL, "url", Problem::TooLong);
        wrong.unless(!events.is_empty(), "events", Problem::Missing);
        wrong.into_result()?;
        let mut keys: Vec<&str> = events.iter().map(|event| event.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        let row = Webhook {
            id: new_id(),
            url: url.to_owned(),
            secret: format!("whsec_{}", STANDARD.encode(random::<32>())),
            events: keys.join(" "),
            created_by: person.0,
            created_at: At::from(now),
            failing_since: None,
            disabled_at: None,
        };
        let row = &row;
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                if store::webhooks::all(conn).await?.len() >= MOST {
                    let mut wrong = Wrong::default();
                    wrong.say("", Problem::TooLong);
                    wrong.into_result()?;
                }
                store::webhooks::insert(conn, row).await?;
                let change = Change::WebhookAdded {
                    webhook: row.id,
                    url: row.url.clone(),
                };
                note(conn, &office, now, Actor::Person(person), change).await
            })
            .await?;
        Ok((Subscription::from(row), row.secret.clone()))
    }

    /// Tells a system no longer; its messages are forgotten.
    ///
    /// # Errors
    /// `NotFound`; `Denied` to all but administrators.
    pub async fn remove_webhook(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                if !store::webhooks::remove(conn, id).await? {
                    return Err(Error::NotFound);
                }
                let change = Change::WebhookRemoved { webhook: id };
                note(conn, &office, now, Actor::Person(person), change).await
            })
            .await
    }

    /// Tells a system again that was switched off after long failure; what waited since is delivered.
    ///
    /// # Errors
    /// `NotFound`; `Denied` to all but administrators.
    pub async fn enable_webhook(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                if !store::webhooks::mark(conn, id, None, None).await? {
                    return Err(Error::NotFound);
                }
                let change = Change::WebhookEnabled { webhook: id };
                note(conn, &office, now, Actor::Person(person), change).await
            })
            .await
    }

    /// The messages to a system, the latest first, before the place where the page before ended.
    ///
    /// # Errors
    /// `NotFound`; `Denied` to all but administrators.
    pub async fn deliveries(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        before: Option<(Timestamp, Uuid)>,
        limit: i64,
    ) -> Result<Vec<Delivery>> {
        self.webhook(now, person, id).await?;
        // Nothing was written down after now.
        let before = before.unwrap_or((now + jiff::SignedDuration::from_hours(24), Uuid::max()));
        self.db
            .read(|mut conn| async move { Ok(store::webhooks::log(&mut conn, id, before, limit).await?) })
            .await
    }

    /// Has a message delivered once more, under the same identity, so that whoever had it knows it.
    ///
    /// # Errors
    /// `NotFound`; `Denied` to all but administrators.
    pub async fn replay(&self, now: Timestamp, person: PersonId, id: Uuid, delivery: Uuid) -> Result<()> {
        self.webhook(now, person, id).await?;
        let replayed = self
            .db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::webhooks::replay(&mut conn, delivery, id, now).await?)
            })
            .await?;
        if replayed { Ok(()) } else { Err(Error::NotFound) }
    }
}
