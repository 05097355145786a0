//! What became of mails, for whoever may know, and what somebody decides about those that did not get through.

use super::{Purpose, State, duty};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::execute::load;
use crate::office::Office;
use jiff::Timestamp;
use procedure::case::refusal::{Invalid, Problem};
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Role;
use procedure::{CaseId, PersonId};
use std::sync::Arc;
use store::Conn;
use store::outbox::{Mail, Suppression};
use uuid::Uuid;

/// Who sees the whole outbox and decides: whoever runs the product, and whoever answers for letters and the book.
const KEEPERS: [Role; 4] = [
    Role::Administrator,
    Role::Registry,
    Role::RegisterOfficer,
    Role::Qmr,
];

/// A mail as people see it.
#[derive(Clone, Debug)]
pub struct Post {
    pub id: Uuid,
    pub purpose: Purpose,
    pub state: State,
    pub case: Option<CaseId>,
    /// The case's number.
    pub number: Option<String>,
    /// Empty for whoever may not know who complains.
    pub address: String,
    pub domain: String,
    pub enqueued_at: Timestamp,
    pub run_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub attempts: i64,
    /// A key of the messages, or the words of the server.
    pub answer: String,
    pub bounced_at: Option<Timestamp>,
    pub bounce: String,
    pub decided: Option<(PersonId, Timestamp)>,
    pub reason: String,
}

/// What somebody decides about a mail that did not get through.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Again,
    GiveUp,
    /// The server's log shows that it has it.
    WasSent,
}

impl Decision {
    pub const ALL: &[Decision] = &[Decision::Again, Decision::WasSent, Decision::GiveUp];

    /// The name used in addresses and message files.
    pub const fn key(self) -> &'static str {
        match self {
            Decision::Again => "again",
            Decision::GiveUp => "give_up",
            Decision::WasSent => "was_sent",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|decision| decision.key() == key)
    }

    const fn state(self) -> State {
        match self {
            Decision::Again => State::Queued,
            Decision::GiveUp => State::GivenUp,
            Decision::WasSent => State::Sent,
        }
    }
}

impl Post {
    fn of(row: Mail, number: Option<String>) -> Result<Post> {
        let domain = row.address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
        Ok(Post {
            id: row.id,
            purpose: Purpose::from_key(&row.purpose).ok_or_else(|| corrupt(&row.purpose))?,
            state: State::from_key(&row.state).ok_or_else(|| corrupt(&row.state))?,
            case: row.case_id.map(CaseId),
            number,
            domain: domain.unwrap_or_default(),
            address: row.address,
            enqueued_at: row.enqueued_at.0,
            run_at: row.run_at.0,
            sent_at: row.sent_at.map(|at| at.0),
            attempts: row.attempts,
            answer: row.answer,
            bounced_at: row.bounced_at.map(|at| at.0),
            bounce: row.bounce,
            decided: row
                .decided_by
                .zip(row.decided_at)
                .map(|(by, at)| (PersonId(by), at.0)),
            reason: row.reason,
        })
    }

    /// What may be decided about it now; the same list draws the buttons.
    pub fn decisions(&self) -> &'static [Decision] {
        match self.state {
            State::Failed | State::Suppressed => &[Decision::Again, Decision::GiveUp],
            State::Unsure => &[Decision::Again, Decision::WasSent, Decision::GiveUp],
            State::Queued => &[Decision::GiveUp],
            State::Sending | State::Sent | State::GivenUp => &[],
        }
    }
}

/// The mails of a case in the order of their enqueuing.
pub(crate) async fn of_case(conn: &mut Conn, case: CaseId) -> Result<Vec<Post>> {
    let rows = store::outbox::of_case(conn, case.0).await?;
    rows.into_iter().map(|row| Post::of(row, None)).collect()
}

/// Whoever keeps the outbox.
struct Keeper {
    office: Arc<Office>,
    person: PersonId,
    now: Timestamp,
}

impl Keeper {
    /// How much of the case behind a mail this person sees (S12).
    async fn sight(&self, conn: &mut Conn, case: CaseId) -> Result<Sight> {
        match load(conn, case).await? {
            Some(case) => self.office.sight(conn, &case, self.person, self.now).await,
            None => Ok(Sight::Nothing),
        }
    }

    /// A mail among others: whom it is for, and what a server said of him, only to whoever sees the whole case; its number to nobody from
    /// whom the case is hidden.
    async fn post(&self, conn: &mut Conn, row: Mail) -> Result<Post> {
        let Some(case) = row.case_id else {
            return Post::of(row, None);
        };
        let sight = self.sight(conn, CaseId(case)).await?;
        let number = match sight {
            Sight::Nothing => None,
            _ => store::cases::row_of(conn, case).await?.map(|row| row.number),
        };
        let mut post = Post::of(row, number)?;
        if sight != Sight::Full {
            post.address.clear();
            post.answer = code(&post.answer);
            post.bounce = code(&post.bounce);
        }
        Ok(post)
    }

    async fn suppressed(&self, conn: &mut Conn, mut one: Suppression) -> Result<Suppression> {
        let mail = match one.mail_id {
            Some(mail) => store::outbox::one(conn, mail).await?,
            None => None,
        };
        if let Some(case) = mail.and_then(|mail| mail.case_id)
            && self.sight(conn, CaseId(case)).await? != Sight::Full
        {
            let domain = one.address_key.rsplit_once('@').map_or("", |(_, domain)| domain);
            one.address_key = format!("…@{domain}");
            one.note = code(&one.note);
        }
        Ok(one)
    }
}

/// The codes with which a server begins an answer (RFC 5321, RFC 3463), which name nobody; what is said in our own words stays.
fn code(said: &str) -> String {
    if said.starts_with("outbox-") {
        return said.to_owned();
    }
    let is_code = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let codes: Vec<&str> = said.split([' ', '-']).take_while(is_code).collect();
    codes.join(" ")
}

/// Whether this person decides about mails.
pub fn may_keep(office: &Office, person: PersonId, now: Timestamp) -> bool {
    let today = office.desk(now).today;
    KEEPERS
        .iter()
        .any(|role| office.staff.holds(*role, person, today))
}

impl App {
    /// Opens the desk to whoever keeps the outbox.
    async fn keeper(&self, conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<Keeper> {
        let office = self.office_in(conn).await?;
        if !may_keep(&office, person, now) {
            return Err(Error::Denied);
        }
        Ok(Keeper { office, person, now })
    }

    /// The mails in a state before this one, the latest first.
    ///
    /// # Errors
    /// `Denied` to whoever does not keep the outbox.
    pub async fn outbox(
        &self,
        now: Timestamp,
        person: PersonId,
        state: State,
        before: Option<Uuid>,
        limit: i64,
    ) -> Result<Vec<Post>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let keeper = self.keeper(conn, person, now).await?;
                let mut posts = Vec::new();
                for row in store::outbox::in_state(conn, state.key(), before, limit).await? {
                    posts.push(keeper.post(conn, row).await?);
                }
                Ok(posts)
            })
            .await
    }

    /// One mail, as [`App::outbox`] shows it.
    ///
    /// # Errors
    /// `Denied` to whoever does not keep the outbox, `NotFound` when there is no such mail.
    pub async fn outbox_mail(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<Post> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let keeper = self.keeper(conn, person, now).await?;
                let row = store::outbox::one(conn, id).await?.ok_or(Error::NotFound)?;
                keeper.post(conn, row).await
            })
            .await
    }

    /// How many mails are in each state.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn outbox_counts(&self) -> Result<Vec<(State, i64)>> {
        let counted = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::outbox::counted(&mut conn).await?) })
            .await?;
        let of = |state: State| counted.iter().find(|(key, _)| key == state.key());
        Ok(State::ALL
            .iter()
            .map(|&state| (state, of(state).map_or(0, |(_, count)| *count)))
            .collect())
    }

    /// In which state a mail is now.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn mail_state(&self, id: Uuid) -> Result<Option<State>> {
        let row = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::outbox::one(&mut conn, id).await?) })
            .await?;
        Ok(row.and_then(|row| State::from_key(&row.state)))
    }

    /// Decides about a mail that did not get through; a reason is needed for everything but trying again what failed.
    ///
    /// # Errors
    /// `Denied`, `NotFound`, a missing reason, or `Overtaken` when it is in another state by now.
    pub async fn decide_mail(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        decision: Decision,
        reason: &str,
    ) -> Result<()> {
        let reason = reason.trim();
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let keeper = self.keeper(conn, person, now).await?;
                let row = store::outbox::one(conn, id).await?.ok_or(Error::NotFound)?;
                let (address, from) = (row.address.clone(), row.state.clone());
                let post = Post::of(row, None)?;
                if !post.decisions().contains(&decision) {
                    return Err(Error::Overtaken(Vec::new()));
                }
                let plain = decision == Decision::Again && post.state == State::Failed;
                if reason.is_empty() && !plain {
                    return Err(vec![Invalid::new("reason", Problem::Missing)].into());
                }
                if decision == Decision::Again && post.state == State::Suppressed {
                    store::outbox::lift(conn, &address).await?;
                }
                let decided = store::outbox::Decision {
                    from: &from,
                    to: decision.state().key(),
                    by: person.0,
                    reason,
                };
                if !store::outbox::decide(conn, id, now, decided).await? {
                    return Err(Error::Overtaken(Vec::new()));
                }
                duty::rewrite(conn, &keeper.office, id, now).await
            })
            .await
    }

    /// The addresses that are mailed nothing, the latest first.
    ///
    /// # Errors
    /// `Denied` to whoever does not keep the outbox.
    pub async fn suppressed_addresses(
        &self,
        now: Timestamp,
        person: PersonId,
        limit: i64,
    ) -> Result<Vec<Suppression>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let keeper = self.keeper(conn, person, now).await?;
                let mut found = Vec::new();
                for one in store::outbox::suppressions(conn, limit).await? {
                    found.push(keeper.suppressed(conn, one).await?);
                }
                Ok(found)
            })
            .await
    }
}
