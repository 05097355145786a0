//! The words with which letters begin: versions that are added to and never changed.

use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// One version of one template.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct LetterTemplate {
    pub purpose: String,
    pub lang: String,
    /// From 1 on; the greatest counts.
    pub version: i64,
    pub subject: String,
    pub body: String,
    /// Nobody where the system itself wrote it.
    pub saved_by: Option<Uuid>,
    pub saved_at: At,
}

const INSERT: &str = "
    insert into letter_template (purpose, lang, version, subject, body, saved_by, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Adds a version.
///
/// # Errors
/// `Taken` where somebody else added this version before.
pub async fn insert(conn: &mut Conn, row: &LetterTemplate) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(&row.purpose)
        .bind(&row.lang)
        .bind(row.version)
        .bind(&row.subject)
        .bind(&row.body)
        .bind(row.saved_by)
        .bind(row.saved_at)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const NEWEST: &str = "
    select purpose, lang, version, subject, body, saved_by, saved_at from letter_template t
    where version = (select max(version) from letter_template n where n.purpose = t.purpose and n.lang = t.lang)
    order by purpose, lang";

/// The version of each template that counts now.
pub async fn newest(conn: &mut Conn) -> Result<Vec<LetterTemplate>> {
    Ok(on!(conn, c => sqlx::query_as(NEWEST).fetch_all(c).await?))
}

const VERSIONS: &str = "
    select purpose, lang, version, subject, body, saved_by, saved_at from letter_template
    where purpose = $1 and lang = $2 order by version desc";

/// Every version of one template, the newest first.
pub async fn versions(conn: &mut Conn, purpose: &str, lang: &str) -> Result<Vec<LetterTemplate>> {
    Ok(on!(conn, c => sqlx::query_as(VERSIONS).bind(purpose).bind(lang).fetch_all(c).await?))
}
