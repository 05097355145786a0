//! The sender is told, on the day on which his mail came, that it did: never a machine, never twice within an hour (RFC 3834), never for
//! what lay in a mailbox for days.

use crate::error::Result;
use crate::outbox::{AutoSubmitted, Content, NewMail, Purpose, enqueue, is_address};
use jiff::{SignedDuration, Timestamp};
use mail::Message;
use store::Conn;
use store::mail::{Deed, Mail};

/// The words of the notice, as whoever takes the mail in says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub subject: String,
    pub text: String,
}

/// One sender is told once in this time.
const PAUSE: SignedDuration = SignedDuration::from_hours(1);
/// Older mail is not answered by a machine.
const OLDEST: SignedDuration = SignedDuration::from_hours(48);

/// The deed of having told.
const TOLD: &str = "told";

pub(super) async fn tell(
    conn: &mut Conn,
    row: &Mail,
    message: &Message,
    notice: &Notice,
    now: Timestamp,
) -> Result<()> {
    let recent = now.duration_since(row.arrived_at.0) <= OLDEST;
    if !message.may_be_answered || !recent || !is_address(&row.sender_address) {
        return Ok(());
    }
    if store::mail::told_since(conn, &row.sender_key, TOLD, now - PAUSE).await? {
        return Ok(());
    }
    let content = Content::Words {
        subject: notice.subject.clone(),
        text: notice.text.clone(),
        html: None,
    };
    let key = format!("arrival:{}", row.id);
    let mut references = message.references.clone();
    references.retain(|id| !id.chars().any(char::is_control));
    let mail = NewMail {
        name: row.sender_name.clone(),
        in_reply_to: (!row.message_id.is_empty()).then(|| row.message_id.clone()),
        references,
        auto_submitted: AutoSubmitted::Replied,
        ..NewMail::new(key, Purpose::ArrivalNotice, row.sender_address.clone(), content)
    };
    if enqueue(conn, &mail, now).await?.is_some() {
        store::mail::note(conn, row.id, &Deed::new(now, None, TOLD)).await?;
    }
    Ok(())
}
