//! Mail that goes out: enqueued with the act that it follows from, claimed under a lease, handed to the server once.

/// The columns of a whole mail.
macro_rules! columns {
    () => {
        "id, key, purpose, case_id, person_id, address, address_key, name, lang, content, subject, attachments,
            in_reply_to, refers_to, auto_submitted, reply_token, message_id, state, enqueued_at, run_at, attempts,
            lease_until, handed_at, sent_at, sha256, answer, bounced_at, bounce, decided_by, decided_at, reason"
    };
}

mod sending;
mod suppression;

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

pub use sending::{Settled, again, claim, compose, doubt, hand, next_at, resting, settle, tire};
pub use suppression::{Suppression, lift, suppress, suppression, suppressions};

/// A mail, from its enqueuing to what became of it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Mail {
    pub id: Uuid,
    /// The same key is mailed once.
    pub key: String,
    pub purpose: String,
    pub case_id: Option<Uuid>,
    /// The member of staff to whom it goes.
    pub person_id: Option<Uuid>,
    pub address: String,
    /// By which the address is found again, however it was written.
    pub address_key: String,
    pub name: String,
    pub lang: String,
    /// What it says, as whoever composes it understands it; empty once it is forgotten.
    pub content: String,
    /// As composed; empty before.
    pub subject: String,
    /// The documents that go along, as JSON.
    pub attachments: String,
    pub in_reply_to: String,
    /// Identities of mails before it, separated by spaces.
    pub refers_to: String,
    pub auto_submitted: String,
    /// Stands in the address to which answers go; absent where answers belong to no case.
    pub reply_token: Option<String>,
    /// Without brackets; absent before it is composed, and the same ever after.
    pub message_id: Option<String>,
    pub state: String,
    pub enqueued_at: At,
    pub run_at: At,
    /// Counts the claims; whoever claimed says so with what became of it.
    pub attempts: i64,
    pub lease_until: Option<At>,
    /// When the server was about to be given it: from then on it may have it.
    pub handed_at: Option<At>,
    pub sent_at: Option<At>,
    /// Of the bytes last handed over.
    pub sha256: Option<Vec<u8>>,
    /// What the server said last, or why it was not asked.
    pub answer: String,
    pub bounced_at: Option<At>,
    pub bounce: String,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<At>,
    pub reason: String,
}

/// A mail to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail<'a> {
    pub id: Uuid,
    pub key: &'a str,
    pub purpose: &'a str,
    pub case_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub address: &'a str,
    pub name: &'a str,
    pub lang: &'a str,
    pub content: &'a str,
    pub attachments: &'a str,
    pub in_reply_to: &'a str,
    pub refers_to: &'a str,
    pub auto_submitted: &'a str,
    pub reply_token: Option<&'a str>,
    pub state: &'a str,
    pub answer: &'a str,
}

/// An address as it is compared: the case of letters tells nobody apart in practice.
pub fn address_key(address: &str) -> String {
    address.trim().to_lowercase()
}

const ENQUEUE: &str = "
    insert into outgoing_mail (id, key, purpose, case_id, person_id, address, address_key, name, lang, content,
        subject, attachments, in_reply_to, refers_to, auto_submitted, reply_token, state, enqueued_at, run_at,
        attempts, answer, bounce, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', $11, $12, $13, $14, $15, $16, $17, $17, 0, $18, '', '')
    on conflict (key) do nothing";

/// Enqueues a mail; answers `false` when its key was enqueued before.
pub async fn enqueue(conn: &mut Conn, mail: &NewMail<'_>, now: Timestamp) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(ENQUEUE)
        .bind(mail.id)
        .bind(mail.key)
        .bind(mail.purpose)
        .bind(mail.case_id)
        .bind(mail.person_id)
        .bind(mail.address)
        .bind(address_key(mail.address))
        .bind(mail.name)
        .bind(mail.lang)
        .bind(mail.content)
        .bind(mail.attachments)
        .bind(mail.in_reply_to)
        .bind(mail.refers_to)
        .bind(mail.auto_submitted)
        .bind(mail.reply_token)
        .bind(mail.state)
        .bind(At::from(now))
        .bind(mail.answer)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const ONE: &str = concat!("select ", columns!(), " from outgoing_mail where id = $1");

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

const BY_KEY: &str = concat!("select ", columns!(), " from outgoing_mail where key = $1");

/// The mail of a key.
pub async fn by_key(conn: &mut Conn, key: &str) -> Result<Option<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(BY_KEY).bind(key).fetch_optional(c).await?))
}

const OF_CASE: &str = concat!(
    "select ",
    columns!(),
    " from outgoing_mail where case_id = $1 order by enqueued_at, id"
);

/// The mails of a case, in the order of their enqueuing.
pub async fn of_case(conn: &mut Conn, case: Uuid) -> Result<Vec<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(OF_CASE).bind(case).fetch_all(c).await?))
}

const IN_STATE: &str = concat!(
    "select ",
    columns!(),
    " from outgoing_mail where state = $1 and id < $2 order by id desc limit $3"
);

/// The mails in a state before this one, the latest first: ids are in the order of time.
pub async fn in_state(conn: &mut Conn, state: &str, before: Option<Uuid>, limit: i64) -> Result<Vec<Mail>> {
    Ok(on!(conn, c => sqlx::query_as(IN_STATE)
        .bind(state)
        .bind(before.unwrap_or(Uuid::max()))
        .bind(limit)
        .fetch_all(c)
        .await?))
}

const COUNTED: &str = "select state, count(*) from outgoing_mail group by state order by state";

/// How many mails are in which state.
pub async fn counted(conn: &mut Conn) -> Result<Vec<(String, i64)>> {
    Ok(on!(conn, c => sqlx::query_as(COUNTED).fetch_all(c).await?))
}

/// A mail of ours that an answer or a delivery report speaks of.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Known {
    pub id: Uuid,
    pub case_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub purpose: String,
    pub address: String,
}

const BY_MESSAGE_ID: &str =
    "select id, case_id, person_id, purpose, address from outgoing_mail where message_id = $1";

/// The mail with this Message-ID, written without brackets.
pub async fn case_of_message_id(conn: &mut Conn, message_id: &str) -> Result<Option<Known>> {
    let message_id = message_id.trim().trim_start_matches('<').trim_end_matches('>');
    Ok(on!(conn, c => sqlx::query_as(BY_MESSAGE_ID).bind(message_id).fetch_optional(c).await?))
}

const BY_TOKEN: &str =
    "select id, case_id, person_id, purpose, address from outgoing_mail where reply_token = $1";

/// The mail to whose address of answers this token belongs. Mail systems may have changed the case of its letters.
pub async fn case_of_token(conn: &mut Conn, token: &str) -> Result<Option<Known>> {
    let token = token.to_ascii_lowercase();
    Ok(on!(conn, c => sqlx::query_as(BY_TOKEN).bind(token).fetch_optional(c).await?))
}

const BY_TAG: &str = "
    select id, case_id, person_id, purpose, address from outgoing_mail
    where case_id = $1 and reply_token like $2 order by id desc limit 1";

/// The latest mail of ours in a case whose token begins with this; `tag` is made of letters and digits alone.
pub async fn case_of_tag(conn: &mut Conn, case: Uuid, tag: &str) -> Result<Option<Known>> {
    let begins = format!("{tag}%");
    Ok(on!(conn, c => sqlx::query_as(BY_TAG).bind(case).bind(begins).fetch_optional(c).await?))
}

const THREAD: &str = "
    select message_id from (
        select message_id, sent_at as at, id from outgoing_mail
        where case_id = $1 and address_key = $2 and id <> $3 and sent_at is not null and message_id is not null
        union all
        select message_id, arrived_at as at, id from mail
        where case_id = $1 and sender_key = $2 and message_id <> ''
    ) as said
    order by at desc, id desc limit $4";

/// The identities of the last mails of a case that went to an address before or came from it, oldest first.
pub async fn thread(conn: &mut Conn, mail: &Mail, limit: i64) -> Result<Vec<String>> {
    let Some(case) = mail.case_id else {
        return Ok(Vec::new());
    };
    let mut found: Vec<String> = on!(conn, c => sqlx::query_scalar(THREAD)
        .bind(case)
        .bind(&mail.address_key)
        .bind(mail.id)
        .bind(limit)
        .fetch_all(c)
        .await?);
    found.reverse();
    Ok(found)
}

const BOUNCED: &str = "
    update outgoing_mail set bounced_at = $2, bounce = $3 where id = $1 and bounced_at is null";

/// The mail came back; answers `false` where that was known.
pub async fn bounced(conn: &mut Conn, id: Uuid, at: Timestamp, note: &str) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(BOUNCED)
        .bind(id)
        .bind(At::from(at))
        .bind(note)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const DECIDE: &str = "
    update outgoing_mail set state = $3, run_at = $4,
        sent_at = case when $3 = 'sent' then coalesce(handed_at, $4) end,
        handed_at = case when $3 = 'queued' then null else handed_at end,
        decided_by = $5, decided_at = $4, reason = $6
    where id = $1 and state = $2";

/// What somebody decided about a mail that did not get through.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub by: Uuid,
    pub reason: &'a str,
}

/// Decides about a mail; answers `false` when it is in that state no more.
pub async fn decide(conn: &mut Conn, id: Uuid, now: Timestamp, decision: Decision<'_>) -> Result<bool> {
    let written = on!(conn, c => sqlx::query(DECIDE)
        .bind(id)
        .bind(decision.from)
        .bind(decision.to)
        .bind(At::from(now))
        .bind(decision.by)
        .bind(decision.reason)
        .execute(c)
        .await?
        .rows_affected());
    Ok(written == 1)
}

const FORGET: &str = "
    update outgoing_mail set content = '' where enqueued_at < $1 and content <> ''
    and state in ('sent', 'given_up')";

/// Forgets what mails said that were enqueued before and can be sent no more; that they were sent, and their digests, stay.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Result<u64> {
    Ok(on!(conn, c => sqlx::query(FORGET).bind(At::from(before)).execute(c).await?.rows_affected()))
}
