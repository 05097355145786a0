//! A report that a mail of ours did not arrive: the mail is marked, a dead address is mailed nothing more, and somebody owes it to the
//! person to reach him another way.

use crate::error::Result;
use jiff::Timestamp;
use mail::{Bounce, Fate, Message};
use store::Conn;
use store::outbox::Known;
use uuid::Uuid;

/// Characters of what the other system said.
const SAID: usize = 500;

/// Notes it on every mail of ours that it speaks of; the case of the first that has one.
pub(super) async fn note(
    conn: &mut Conn,
    bounce: &Bounce,
    message: &Message,
    now: Timestamp,
) -> Result<Option<Uuid>> {
    let mut ours: Vec<Known> = Vec::new();
    for id in bounce.about.iter().filter(|id| !id.contains('\0')).take(20) {
        ours.extend(store::outbox::case_of_message_id(conn, id).await?);
    }
    for token in &message.named.tokens {
        ours.extend(store::outbox::case_of_token(conn, token).await?);
    }
    for known in &ours {
        // Only the address that we wrote to ourselves: a report can name any.
        let dead = bounce.recipients.iter().any(|recipient| {
            recipient.fate == Fate::Permanent && recipient.address.eq_ignore_ascii_case(&known.address)
        });
        crate::outbox::came_back(conn, known.id, &said(bounce), dead, now).await?;
    }
    Ok(ours.iter().find_map(|known| known.case_id))
}

fn said(bounce: &Bounce) -> String {
    let told = bounce.recipients.iter().map(|recipient| {
        let status = recipient.status.as_deref().unwrap_or_default();
        let diagnostic = recipient.diagnostic.as_deref().unwrap_or_default();
        format!("{status} {diagnostic}").trim().to_owned()
    });
    let told: Vec<String> = told.filter(|said| !said.is_empty()).collect();
    let told = told.join("; ");
    told.chars().filter(|c| !c.is_control()).take(SAID).collect()
}
