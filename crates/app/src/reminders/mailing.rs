//! Reminders by mail: at once, once a day, or not at all, as each person chooses.

use super::LISTED;
use crate::App;
use crate::error::{Error, Result};
use crate::outbox::{AutoSubmitted, Content, NewMail, Purpose, enqueue};
use jiff::Timestamp;
use procedure::PersonId;
use std::collections::BTreeMap;
use store::reminders::Reminder;
use uuid::Uuid;

/// How a person is told by mail; in the product everybody is told.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Way {
    AtOnce,
    /// One mail each morning with what is new.
    #[default]
    Digest,
    None,
}

impl Way {
    pub const ALL: &[Way] = &[Way::Digest, Way::AtOnce, Way::None];

    pub const fn key(self) -> &'static str {
        match self {
            Way::AtOnce => "at_once",
            Way::Digest => "digest",
            Way::None => "none",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|way| way.key() == key)
    }
}

impl App {
    /// How a person is told by mail.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn reminder_way(&self, person: PersonId) -> Result<Way> {
        let way = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::reminders::way(&mut conn, person.0).await?) })
            .await?;
        Ok(way.and_then(|way| Way::from_key(&way)).unwrap_or_default())
    }

    /// A person chooses how to be told by mail.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn set_reminder_way(&self, person: PersonId, way: Way) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::reminders::set_way(&mut conn, person.0, way.key()).await?)
            })
            .await
    }

    /// Those of these reminders that still hold, as a mail tells them.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn reminders_to_tell(&self, ids: &[Uuid]) -> Result<Vec<Reminder>> {
        self.db
            .read(|mut conn| async move { Ok(store::reminders::of_ids(&mut conn, ids).await?) })
            .await
    }

    /// Enqueues what people want to be mailed of what they were not mailed yet.
    pub(super) async fn mail_reminders(&self, now: Timestamp) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let mut of: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
                for (person, id) in store::reminders::unmailed(conn).await? {
                    of.entry(person).or_default().push(id);
                }
                if of.is_empty() {
                    return Ok(());
                }
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                for (person, mut ids) in of {
                    let way = store::reminders::way(conn, person).await?;
                    let way = way.and_then(|way| Way::from_key(&way)).unwrap_or_default();
                    let known = office.people.get(&PersonId(person)).filter(|known| known.active);
                    let email = known.and_then(|known| known.email.clone());
                    let email = email.filter(|email| way != Way::None && !email.trim().is_empty());
                    if let (Some(known), Some(email)) = (known, email) {
                        let key = match way {
                            Way::Digest => format!("digest:{person}:{today}"),
                            Way::AtOnce | Way::None => format!("reminder:{}", ids[0]),
                        };
                        if store::outbox::by_key(conn, &key).await?.is_some() {
                            // Today's mail is out; the rest comes with tomorrow's.
                            continue;
                        }
                        ids.truncate(usize::try_from(LISTED).unwrap_or(usize::MAX));
                        let mail = NewMail {
                            name: known.display_name.clone(),
                            lang: known.language.clone(),
                            person: Some(PersonId(person)),
                            auto_submitted: AutoSubmitted::Generated,
                            ..NewMail::new(key, purpose(way), email, Content::Reminders { ids: ids.clone() })
                        };
                        enqueue(conn, &mail, now).await?;
                    }
                    for id in ids {
                        store::reminders::mailed(conn, id, now).await?;
                    }
                }
                Ok::<_, Error>(())
            })
            .await
    }
}

const fn purpose(way: Way) -> Purpose {
    match way {
        Way::Digest => Purpose::Digest,
        Way::AtOnce | Way::None => Purpose::Reminder,
    }
}
