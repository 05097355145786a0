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

/// How many of the mails that were said last a notice names beside the first one.
const LAST: usize = 20;

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
    let mail = NewMail {
        name: row.sender_name.clone(),
        in_reply_to: (!row.message_id.is_empty()).then(|| row.message_id.clone()),
        references: thread(&message.references),
        auto_submitted: AutoSubmitted::Replied,
        ..NewMail::new(key, Purpose::ArrivalNotice, row.sender_address.clone(), content)
    };
    if enqueue(conn, &mail, now).await?.is_some() {
        store::mail::note(conn, row.id, &Deed::new(now, None, TOLD)).await?;
    }
    Ok(())
}

/// The mails that the sender's refers to, as far as a notice has to name them: the first, by which the thread is known, and the last.
fn thread(references: &[String]) -> Vec<String> {
    let is_clean = |id: &&String| !id.chars().any(char::is_control);
    let mut named: Vec<String> = references.iter().filter(is_clean).cloned().collect();
    if named.len() > LAST + 1 {
        named.drain(1..named.len() - LAST);
    }
    named
}

#[cfg(test)]
mod tests {
    use super::thread;

    #[test]
    fn a_notice_names_the_first_mail_of_a_thread_and_the_last_ones() {
        let ids = |numbers: std::ops::Range<u32>| numbers.map(|n| format!("{n}@b.example"));
        let short: Vec<String> = ids(0..21).collect();
        assert_eq!(thread(&short), short);
        let long: Vec<String> = ids(0..1000).collect();
        let wanted: Vec<String> = ids(0..1).chain(ids(980..1000)).collect();
        assert_eq!(thread(&long), wanted);
        assert!(thread(&["a@b\u{7}".to_owned()]).is_empty());
    }
}
