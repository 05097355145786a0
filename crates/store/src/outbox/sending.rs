//! A mail on its way: claimed, composed, about to be handed over, and what became of it.

use jiff::Timestamp;
use uuid::Uuid;

use super::Mail;
use crate::{At, Conn, Result};

// The condition stands twice: inside to choose, outside so that of two claimants the later finds nothing.
// A mail that may have been handed over is claimed by nobody.
const CLAIM: &str = concat!(
    "
    update outgoing_mail set state = 'sending', lease_until = $2, attempts = attempts + 1
    where id in (
        select id from outgoing_mail
        where run_at <= $1 and (state = 'queued'
            or state = 'sending' and lease_until <= $1 and handed_at is null)
        order by run_at, id limit 1)
    and (state = 'queued' or state = 'sending' and lease_until <= $1 and handed_at is null)
    returning ",
    columns!()
);

/// Claims the mail that has been due longest, until `lease_until`.
pub async fn claim(conn: &mut Conn, now: Timestamp, lease_until: Timestamp) -> Result<Option<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(CLAIM)
        .bind(At::from(now))
        .bind(At::from(lease_until))
        .fetch_optional(c)
        .await?))
}

const COMPOSE: &str = "
    update outgoing_mail set message_id = coalesce(message_id, $3), subject = $4
    where id = $1 and attempts = $2 and state = 'sending' returning message_id";

/// Notes what a claimed mail is called; its Message-ID is the one of the first time. `None` when the claim was lost.
pub async fn compose(
    conn: &mut Conn,
    mail: &Mail,
    message_id: &str,
    subject: &str,
) -> Result<Option<String>> {
    Ok(on!(conn, c => sqlx::query_scalar(COMPOSE)
        .bind(mail.id)
        .bind(mail.attempts)
        .bind(message_id)
        .bind(subject)
        .fetch_optional(c)
        .await?))
}

const HAND: &str = "
    update outgoing_mail set handed_at = $3, sha256 = $4
    where id = $1 and attempts = $2 and state = 'sending' and handed_at is null";

/// The server is about to be given a claimed mail; answers `false` when the claim was lost, and it must not be.
pub async fn hand(conn: &mut Conn, mail: &Mail, now: Timestamp, sha256: &[u8]) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(HAND)
        .bind(mail.id)
        .bind(mail.attempts)
        .bind(At::from(now))
        .bind(sha256)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

/// What became of a claimed mail.
#[derive(Debug, Clone, Copy)]
pub enum Settled {
    /// The server took it over.
    Sent(Timestamp),
    /// The server certainly has it not; it is tried again then.
    Again(Timestamp),
    /// Nothing more is tried: `failed`, `suppressed` or `unsure`.
    Rests(&'static str),
}

const SETTLE: &str = "
    update outgoing_mail set state = $3, run_at = coalesce($4, run_at), sent_at = $5, answer = $6,
        lease_until = null, handed_at = case when $7 = 1 then handed_at end
    where id = $1 and attempts = $2 and state = 'sending'";

/// Notes what became of a claimed mail, and what was answered; `false` when the claim was lost.
pub async fn settle(conn: &mut Conn, id: Uuid, attempt: i64, settled: Settled, answer: &str) -> Result<bool> {
    let (state, run_at, sent_at) = match settled {
        Settled::Sent(at) => ("sent", None, Some(at)),
        Settled::Again(at) => ("queued", Some(at), None),
        Settled::Rests(state) => (state, None, None),
    };
    let may_have_it = i64::from(matches!(state, "sent" | "unsure"));
    let written = on!(conn, c => sqlx::query(SETTLE)
        .bind(id)
        .bind(attempt)
        .bind(state)
        .bind(run_at.map(At::from))
        .bind(sent_at.map(At::from))
        .bind(answer)
        .bind(may_have_it)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const DOUBT: &str = concat!(
    "
    update outgoing_mail set state = 'unsure', lease_until = null
    where state = 'sending' and lease_until <= $1 and handed_at is not null
    returning ",
    columns!()
);

/// Marks the mails whose sender vanished while it handed them over: nobody knows whether the server has them.
pub async fn doubt(conn: &mut Conn, now: Timestamp) -> Result<Vec<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(DOUBT).bind(At::from(now)).fetch_all(c).await?))
}

const AGAIN: &str = "
    update outgoing_mail set state = 'queued', run_at = $2, handed_at = null where id = $1 and state = 'unsure'";

/// Has a mail sent again of which nobody knows whether the server has it.
pub async fn again(conn: &mut Conn, id: Uuid, run_at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(AGAIN).bind(id).bind(At::from(run_at)).execute(c).await?.rows_affected());
    Ok(())
}

const GIVE_UP: &str = "
    update outgoing_mail set state = 'failed', answer = case when answer = '' then $2 else answer end
    where state = 'queued' and coalesce(decided_at, enqueued_at) < $1 returning id";

/// Ends the waiting of mails that were enqueued, or last released by somebody, before then; answers which, with `answer` on those that were
/// never tried.
pub async fn tire(conn: &mut Conn, before: Timestamp, answer: &str) -> Result<Vec<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(GIVE_UP)
        .bind(At::from(before))
        .bind(answer)
        .fetch_all(c)
        .await?))
}

const RESTING: &str = "select id from outgoing_mail where state = $1 and id > $2 order by id limit $3";

/// The mails in a state, in the order of their ids.
pub async fn resting(conn: &mut Conn, state: &str, after: Uuid, limit: i64) -> Result<Vec<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(RESTING).bind(state).bind(after).bind(limit).fetch_all(c).await?))
}

const NEXT: &str = "
    select min(case when state = 'queued' then run_at else lease_until end) from outgoing_mail
    where state in ('queued', 'sending')";

/// When the next mail is due, or the next lease runs out.
pub async fn next_at(conn: &mut Conn) -> Result<Option<Timestamp>> {
    let at: Option<At> = on!(conn, c => sqlx::query_scalar::<_, Option<At>>(NEXT).fetch_one(c).await?);
    Ok(at.map(|at| at.0))
}
