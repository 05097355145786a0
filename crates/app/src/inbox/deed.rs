//! Setting a mail aside, taking it back, and saying that somebody was reached another way.

use super::read::{allowed, line};
use super::{Deed, State, duty, keyed, offered_on};
use crate::compose::check_words;
use crate::error::{Error, Result};
use crate::{App, Typed};
use jiff::Timestamp;
use procedure::PersonId;
use procedure::case::refusal::{Invalid, Problem};
use store::mail::Deed as Line;
use uuid::Uuid;

keyed! {
    /// Why a mail is no matter for the book.
    Ground {
        Spam = "spam",
        Enquiry = "enquiry",
        Other = "other",
    }
}

/// Characters of a reason.
pub const LONGEST_REASON: usize = 2_000;

impl App {
    /// Sets a mail aside for a reason; `other` needs words.
    ///
    /// # Errors
    /// The fields, `Denied`, or `Overtaken` when the mail is dealt with already.
    pub async fn set_mail_aside(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        typed: &Typed,
    ) -> Result<()> {
        let ground = typed.one("reason").and_then(Ground::from_key);
        let words = reason(typed, ground == Some(Ground::Other));
        match (ground, words) {
            (Some(ground), Ok(words)) => {
                self.move_mail(
                    now,
                    person,
                    id,
                    Deed::SetAside,
                    State::SetAside,
                    ground.key(),
                    &words,
                )
                .await
            }
            (ground, words) => {
                let missing = ground.is_none().then(|| Invalid::new("reason", Problem::Missing));
                Err(missing.into_iter().chain(words.err()).collect::<Vec<_>>().into())
            }
        }
    }

    /// Undoes the setting aside: the mail waits again, by the day by which it did.
    ///
    /// # Errors
    /// `Denied`, or `Overtaken` when it is not set aside.
    pub async fn take_mail_back(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<()> {
        self.move_mail(now, person, id, Deed::TakeBack, State::New, "", "")
            .await
    }

    /// Whom our mail did not reach was reached another way, or cannot be: in words.
    ///
    /// # Errors
    /// As [`App::set_mail_aside`].
    pub async fn reached_otherwise(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        typed: &Typed,
    ) -> Result<()> {
        let words = reason(typed, true).map_err(|problem| Error::Invalid(vec![problem]))?;
        self.move_mail(now, person, id, Deed::Reached, State::Reached, "", &words)
            .await
    }

    #[allow(clippy::too_many_arguments, reason = "what, by whom, to where, and why")]
    async fn move_mail(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        deed: Deed,
        to: State,
        ground: &str,
        words: &str,
    ) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let access = allowed(&office, person, office.desk(now).today)?;
                let row = store::mail::one(conn, id).await?.ok_or(Error::NotFound)?;
                let case = row.case_id;
                let line = line(conn, &office, access, row, person, now).await?;
                if line.masked {
                    return Err(Error::Denied);
                }
                if !offered_on(access, line.state, &line.mail).contains(&deed) {
                    return Err(Error::Overtaken(Vec::new()));
                }
                let mut row = line.mail;
                let from = line.state.key();
                if !store::mail::settle(conn, id, from, to.key(), ground, case).await? {
                    return Err(Error::Overtaken(Vec::new()));
                }
                let told = Line {
                    reason: ground.to_owned(),
                    words: words.to_owned(),
                    ..Line::new(now, Some(person.0), deed.key())
                };
                store::mail::note(conn, id, &told).await?;
                to.key().clone_into(&mut row.state);
                duty::rewrite(conn, &office, &row, now).await
            })
            .await
    }
}

fn reason(typed: &Typed, needed: bool) -> std::result::Result<String, Invalid> {
    let words = typed.one("words").unwrap_or_default();
    if needed && words.is_empty() {
        return Err(Invalid::new("words", Problem::Missing));
    }
    match check_words(words, LONGEST_REASON) {
        Ok(()) => Ok(words.replace("\r\n", "\n")),
        Err(problem) => Err(Invalid::new("words", problem)),
    }
}
