//! A mail becomes part of a case, in the same transaction in which the case learns of it.

use super::{Access, Deed, State, duty, offered_on};
use crate::error::{Error, Result};
use crate::submission::Texts;
use crate::{App, Office, Submission};
use jiff::Timestamp;
use jiff::civil::Date;
use mail::{Message, pieces};
use procedure::case::Actor;
use procedure::case::acts::{Act, HearFromComplainant};
use procedure::case::refusal::{Invalid, Problem};
use procedure::{CaseId, PersonId};
use store::Conn;
use store::mail::{Deed as Line, Mail};
use uuid::Uuid;

/// The field that names a mail in the form of intake.
pub const LINKED: &str = "mail";

/// The longest words that a case takes from a mail; the rest stands in the mail itself.
const LONGEST: usize = crate::compose::LONGEST_TEXT;

/// A mail on its way into a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub mail: Uuid,
    /// Whoever brings it there; nobody where it finds its case by itself.
    pub by: Option<PersonId>,
    pub deed: Deed,
}

/// Moves the mail to its case. Whoever comes second finds it gone.
pub(crate) async fn link(
    conn: &mut Conn,
    office: &Office,
    linked: &Linked,
    case: CaseId,
    now: Timestamp,
) -> Result<()> {
    let access = match linked.by {
        Some(person) => office.inbox_access(person, office.desk(now).today),
        None => Access::Full,
    };
    let mut row = store::mail::one(conn, linked.mail)
        .await?
        .ok_or(Error::NotFound)?;
    let state = State::from_key(&row.state).ok_or(Error::NotFound)?;
    if access != Access::Full {
        return Err(Error::Denied);
    }
    if !offered_on(access, state, &row).contains(&linked.deed) {
        return Err(Error::Overtaken(Vec::new()));
    }
    let to = if linked.deed == Deed::MakeCase {
        State::Case
    } else {
        State::Joined
    };
    if !store::mail::settle(conn, row.id, state.key(), to.key(), "", Some(case.0)).await? {
        return Err(Error::Overtaken(Vec::new()));
    }
    let line = Line {
        case_id: Some(case.0),
        ..Line::new(now, linked.by.map(|person| person.0), linked.deed.key())
    };
    store::mail::note(conn, row.id, &line).await?;
    to.key().clone_into(&mut row.state);
    duty::rewrite(conn, office, &row, now).await
}

impl App {
    /// The words, day and files of a mail as an act of the case it belongs to.
    pub(super) async fn hear(
        &self,
        now: Timestamp,
        by: Option<PersonId>,
        row: &Mail,
        message: &Message,
        heard_on: Date,
        texts: &mut Texts,
    ) -> Result<Act> {
        let documents = self.stage_mail(now, by, row, message).await?;
        Ok(Act::HearFromComplainant(HearFromComplainant {
            words: texts.add(words(message)),
            heard_on,
            documents,
        }))
    }

    /// Somebody in charge says that a mail belongs to a case: the case hears it on the day it arrived, from the complainant. Answers
    /// whether it arrived before the day on which the case was received: then that day is to be corrected (S13).
    ///
    /// # Errors
    /// The field, when no case has this number; what the case refuses; `Overtaken` when the mail is dealt with already.
    pub async fn join_mail(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        number: &str,
        key: &str,
    ) -> Result<bool> {
        let row = self.mail_in_charge(now, person, id).await?;
        let unknown = || Error::Invalid(vec![Invalid::new("number", Problem::Unreadable)]);
        let case = self.case_id(number.trim()).await?.ok_or_else(unknown)?;
        let received_on = self.case_as_it_stands(case).await?.received_on;
        let arrived_on = row.arrived_on.0;
        let message = self.message_of(&row).await?;
        let mut texts = Texts::default();
        let heard_on = arrived_on.max(received_on);
        let act = self
            .hear(now, Some(person), &row, &message, heard_on, &mut texts)
            .await?;
        let submission = Submission {
            case: Some(case),
            key: format!("join:{id}:{key}"),
            acts: vec![act],
            texts,
            mail: Some(Linked {
                mail: id,
                by: Some(person),
                deed: Deed::Join,
            }),
            ..Submission::default()
        };
        // The words are the complainant's; who recognised them stands with the mail.
        self.execute(now, Actor::Complainant, submission).await?;
        Ok(arrived_on < received_on)
    }
}

/// What a case takes from a mail: its subject and its new words, without the earlier mails that it quotes.
pub fn words(message: &Message) -> String {
    let new: String = pieces(&message.text)
        .iter()
        .filter(|piece| !piece.is_quoted)
        .map(|piece| piece.text)
        .collect();
    let parts = [message.subject.trim(), new.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let said = parts.join("\n\n");
    let said: String = said
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let said = if said.trim().is_empty() {
        "…".to_owned()
    } else {
        said
    };
    if said.chars().count() <= LONGEST {
        return said;
    }
    let mut cut: String = said.chars().take(LONGEST - 1).collect();
    cut.push('…');
    cut
}
