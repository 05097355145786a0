//! The public pages: what somebody is writing, the codes by which complainants follow their cases, and who showed one. Of what only a
//! browser or a person knows, the hash alone is kept.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// What somebody is writing, or has sent.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Draft {
    pub typed: String,
    pub files: String,
    /// The case that it became.
    pub case_id: Option<Uuid>,
    pub saved_at: At,
    pub expires_at: At,
}

// What was sent is not written over by what a slow script still saves.
const SAVE: &str = "
    insert into portal_draft (token_hash, typed, files, case_id, saved_at, expires_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (token_hash) do update set
        typed = excluded.typed, files = excluded.files, case_id = excluded.case_id,
        saved_at = excluded.saved_at, expires_at = excluded.expires_at
    where portal_draft.case_id is null";

/// Keeps a draft; one that became a case stays as it is.
pub async fn save_draft(conn: &mut Conn, token_hash: &[u8], draft: &Draft) -> Result<()> {
    on!(conn, c => sqlx::query(SAVE)
        .bind(token_hash)
        .bind(&draft.typed)
        .bind(&draft.files)
        .bind(draft.case_id)
        .bind(draft.saved_at)
        .bind(draft.expires_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const SAVE_TYPED: &str = "
    insert into portal_draft (token_hash, typed, files, saved_at, expires_at) values ($1, $2, '[]', $3, $4)
    on conflict (token_hash) do update set
        typed = excluded.typed, saved_at = excluded.saved_at, expires_at = excluded.expires_at
    where portal_draft.case_id is null";

/// Keeps what was typed, and leaves the files as they are.
pub async fn save_typed(
    conn: &mut Conn,
    token_hash: &[u8],
    typed: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    on!(conn, c => sqlx::query(SAVE_TYPED)
        .bind(token_hash)
        .bind(typed)
        .bind(At::from(now))
        .bind(At::from(expires_at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const DRAFT: &str = "
    select typed, files, case_id, saved_at, expires_at from portal_draft
    where token_hash = $1 and expires_at > $2";

pub async fn draft(conn: &mut Conn, token_hash: &[u8], now: Timestamp) -> Result<Option<Draft>> {
    Ok(on!(conn, c => sqlx::query_as(DRAFT)
        .bind(token_hash)
        .bind(At::from(now))
        .fetch_optional(c)
        .await?))
}

const DROP_DRAFT: &str = "delete from portal_draft where token_hash = $1";

pub async fn drop_draft(conn: &mut Conn, token_hash: &[u8]) -> Result<()> {
    on!(conn, c => sqlx::query(DROP_DRAFT).bind(token_hash).execute(c).await?.rows_affected());
    Ok(())
}

/// A code by which a complainant follows a case.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Code {
    pub id: Uuid,
    pub case_id: Uuid,
    pub code_hash: Vec<u8>,
    /// Who handed it out; nobody where the public form showed it.
    pub given_by: Option<Uuid>,
    pub given_at: At,
    pub revoked_at: Option<At>,
}

const REVOKE: &str = "update portal_code set revoked_at = $2 where case_id = $1 and revoked_at is null";

const GIVE: &str = "
    insert into portal_code (id, case_id, code_hash, given_by, given_at, revoked_at) values ($1, $2, $3, $4, $5, null)";

/// Gives a case a code; the one before it no longer opens anything.
pub async fn give_code(conn: &mut Conn, code: &Code) -> Result<()> {
    on!(conn, c => sqlx::query(REVOKE)
        .bind(code.case_id)
        .bind(code.given_at)
        .execute(c)
        .await?
        .rows_affected());
    on!(conn, c => sqlx::query(GIVE)
        .bind(code.id)
        .bind(code.case_id)
        .bind(&code.code_hash)
        .bind(code.given_by)
        .bind(code.given_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const IN_FORCE: &str = "
    select id, case_id, code_hash, given_by, given_at, revoked_at from portal_code
    where case_id = $1 and revoked_at is null";

/// The code in force of a case.
pub async fn code_of(conn: &mut Conn, case: Uuid) -> Result<Option<Code>> {
    Ok(on!(conn, c => sqlx::query_as(IN_FORCE).bind(case).fetch_optional(c).await?))
}

const ARRIVE: &str = "insert into portal_visit (token_hash, code_id, expires_at) values ($1, $2, $3)";

/// A browser showed a code.
pub async fn arrive(conn: &mut Conn, token_hash: &[u8], code: Uuid, expires_at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(ARRIVE)
        .bind(token_hash)
        .bind(code)
        .bind(At::from(expires_at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const VISITED: &str = "
    select c.case_id from portal_visit v join portal_code c on c.id = v.code_id
    where v.token_hash = $1 and v.expires_at > $2 and c.revoked_at is null";

/// The case that a browser may see, while its visit lasts and its code is in force.
pub async fn visited(conn: &mut Conn, token_hash: &[u8], now: Timestamp) -> Result<Option<Uuid>> {
    Ok(on!(conn, c => sqlx::query_scalar(VISITED)
        .bind(token_hash)
        .bind(At::from(now))
        .fetch_optional(c)
        .await?))
}

const LEAVE: &str = "delete from portal_visit where token_hash = $1";

pub async fn leave(conn: &mut Conn, token_hash: &[u8]) -> Result<()> {
    on!(conn, c => sqlx::query(LEAVE).bind(token_hash).execute(c).await?.rows_affected());
    Ok(())
}

const FORGET: [&str; 2] = [
    "delete from portal_draft where expires_at <= $1",
    "delete from portal_visit where expires_at <= $1",
];

/// Forgets drafts and visits that have ended; answers how many.
pub async fn forget(conn: &mut Conn, now: Timestamp) -> Result<u64> {
    let mut forgotten = 0;
    for ended in FORGET {
        forgotten += on!(conn, c => sqlx::query(ended).bind(At::from(now)).execute(c).await?.rows_affected());
    }
    Ok(forgotten)
}
