//! A mail on its way into the book: what the form of intake takes over from it.

use super::joined::{Linked, words};
use super::{Access, Deed, Opened};
use crate::error::{Error, Result};
use crate::intake::fields;
use crate::{App, Submission};
use jiff::Timestamp;
use procedure::case::acts::Act;
use procedure::vocabulary::Channel;
use procedure::{FileRef, PersonId};
use store::mail::Mail;
use uuid::Uuid;

/// What stands in the form when a case is made of a mail: by e-mail, on the day it arrived, in the words of its sender.
pub fn prefilled(opened: &Opened) -> Vec<(&'static str, String)> {
    let row = &opened.line.mail;
    let day = |at: jiff::civil::Date| format!("{:02}/{:02}/{}", at.day(), at.month(), at.year());
    let name = if row.sender_name.is_empty() {
        &row.sender_address
    } else {
        &row.sender_name
    };
    let mut filled = vec![
        (super::LINKED, row.id.to_string()),
        (fields::CHANNEL, Channel::Email.key().to_owned()),
        (fields::RECEIVED_ON, day(row.arrived_on.0)),
        (fields::NAME, name.clone()),
        (fields::EMAIL, row.sender_address.clone()),
    ];
    if let Some(letter) = &opened.letter {
        filled.push((fields::CONTENT, words(&letter.message)));
    }
    if let Some(read) = row.first_read_at {
        let read = opened.office.zone.to_datetime(read.0);
        filled.push((fields::READ_ON, day(read.date())));
        filled.push((
            fields::READ_AT,
            format!("{:02}:{:02}", read.hour(), read.minute()),
        ));
    }
    filled
}

impl App {
    /// Puts the mail that a form of intake names, and its files, into the submission.
    pub(crate) async fn enter_mail(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        submission: &mut Submission,
    ) -> Result<()> {
        let row = self.mail_in_charge(now, person, id).await?;
        let message = self.message_of(&row).await?;
        let files = self.stage_mail(now, Some(person), &row, &message).await?;
        add(&mut submission.acts, files);
        submission.mail = Some(Linked {
            mail: id,
            by: Some(person),
            deed: Deed::MakeCase,
        });
        Ok(())
    }

    /// The row of a mail for whoever is in charge of the inbox, also where it belongs to a case that this person sees masked by now.
    ///
    /// # Errors
    /// `Denied` to all others, `NotFound` when there is no such mail.
    pub async fn mail_in_charge(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<Mail> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                if office.inbox_access(person, office.desk(now).today) != Access::Full {
                    return Err(Error::Denied);
                }
                store::mail::one(conn, id).await?.ok_or(Error::NotFound)
            })
            .await
    }
}

fn add(acts: &mut [Act], files: Vec<FileRef>) {
    if let Some(Act::Receive(said)) = acts.first_mut() {
        said.documents.extend(files);
    }
}
