//! An answer to a mail of ours finds its case by itself, where something proves that the complainant wrote it: the secret token of an
//! address to which only our mail to him said to answer, the identity of that mail, or what its subject bears of the token. A number and an address
//! anybody can write.

use super::joined::Linked;
use super::receive::sender_key;
use super::{Deed, Way};
use crate::error::{Error, Result};
use crate::execute::load;
use crate::outbox::Purpose;
use crate::submission::Texts;
use crate::{App, Submission};
use jiff::Timestamp;
use mail::Message;
use procedure::case::Actor;
use procedure::{Case, CaseId};
use store::Conn;
use store::mail::Mail;
use store::outbox::Known;
use uuid::Uuid;

/// What is mailed to the complainant and to nobody else.
const TO_COMPLAINANT: &[Purpose] = &[
    Purpose::Letter,
    Purpose::Acknowledgement,
    Purpose::Promise,
    Purpose::Progress,
    Purpose::Extension,
    Purpose::Message,
    Purpose::Portal,
];

/// The first mail of ours that a message answers: by token, then by identity, the nearest first, then by what its subject bears.
pub(super) async fn answered(conn: &mut Conn, message: &Message) -> Result<Option<Known>> {
    for token in &message.named.tokens {
        if let Some(known) = store::outbox::case_of_token(conn, token).await? {
            return Ok(Some(known));
        }
    }
    let nearest = message.in_reply_to.iter().chain(message.references.iter().rev());
    for id in nearest.take(50) {
        // A database refuses some marks that a sender may write.
        if id.contains('\0') {
            continue;
        }
        if let Some(known) = store::outbox::case_of_message_id(conn, id).await? {
            return Ok(Some(known));
        }
    }
    for (year, ordinal, tag) in message.named.tags.iter().take(3) {
        let number = format!("{year}-{ordinal:04}");
        if let Some(case) = store::cases::by_number(conn, &number).await?
            && let Some(known) = store::outbox::case_of_tag(conn, case, tag).await?
        {
            return Ok(Some(known));
        }
    }
    Ok(None)
}

/// The address that the complainant of a case gave, as addresses are compared; empty where there is none.
async fn address_of(conn: &mut Conn, case: &Case) -> Result<String> {
    let Some(party) = case.complainant.party else {
        return Ok(String::new());
    };
    let party = store::parties::current(conn, party.0).await?;
    Ok(party.map(|party| sender_key(&party.email)).unwrap_or_default())
}

/// The case of which the complainant, provably, wrote this.
async fn proven(conn: &mut Conn, row: &Mail, message: &Message) -> Result<Option<CaseId>> {
    if let Some(known) = answered(conn, message).await? {
        let purpose = Purpose::from_key(&known.purpose);
        let to_complainant = purpose.is_some_and(|purpose| TO_COMPLAINANT.contains(&purpose));
        if let Some(id) = known
            .case_id
            .filter(|_| to_complainant && known.person_id.is_none())
            && let Some(case) = load(conn, CaseId(id)).await?
        {
            let address = address_of(conn, &case).await?;
            let his = !address.is_empty() && address == sender_key(&known.address);
            return Ok((his && case.received_on <= row.arrived_on.0).then_some(case.id));
        }
    }
    Ok(None)
}

impl App {
    /// Joins a mail that was just stored to its case, where that is proven and the case may hear it. Whatever hinders that, the mail
    /// lies in the inbox and a person decides.
    pub(super) async fn join_by_itself(&self, now: Timestamp, id: Uuid, way: Way, message: &Message) {
        match self.try_to_join(now, id, message).await {
            Ok(Some(number)) => tracing::info!(
                case.number = number,
                mail.way = way.key(),
                "a mail joined its case"
            ),
            Ok(None) => {}
            Err(error) => tracing::warn!(error = %error, "a mail stays in the inbox"),
        }
    }

    async fn try_to_join(&self, now: Timestamp, id: Uuid, message: &Message) -> Result<Option<String>> {
        let found = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let row = store::mail::one(conn, id).await?.ok_or(Error::NotFound)?;
                let case = proven(conn, &row, message).await?;
                Ok::<_, Error>(case.map(|case| (row, case)))
            })
            .await?;
        let Some((row, case)) = found else {
            return Ok(None);
        };
        let mut texts = Texts::default();
        let act = self
            .hear(now, None, &row, message, row.arrived_on.0, &mut texts)
            .await?;
        let submission = Submission {
            case: Some(case),
            key: format!("mail:{id}"),
            acts: vec![act],
            texts,
            mail: Some(Linked {
                mail: id,
                by: None,
                deed: Deed::Join,
            }),
            ..Submission::default()
        };
        let done = self.execute(now, Actor::Complainant, submission).await?;
        Ok(Some(done.number.to_string()))
    }
}
