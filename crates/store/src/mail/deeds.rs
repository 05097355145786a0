//! What was done with a mail, line by line; nothing of it is ever changed.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// One line: that it was set aside, taken back, made a case, joined to one.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Deed {
    pub seq: i64,
    pub at: At,
    /// Nobody, where the system did it.
    pub person_id: Option<Uuid>,
    pub deed: String,
    pub reason: String,
    pub words: String,
    pub case_id: Option<Uuid>,
}

impl Deed {
    pub fn new(at: Timestamp, person: Option<Uuid>, deed: &str) -> Deed {
        Deed {
            seq: 0,
            at: At::from(at),
            person_id: person,
            deed: deed.to_owned(),
            reason: String::new(),
            words: String::new(),
            case_id: None,
        }
    }
}

const NOTE: &str = "
    insert into mail_deed (mail_id, seq, at, person_id, deed, reason, words, case_id)
    select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7 from mail_deed where mail_id = $1";

/// Adds a line; its place follows from those before it.
pub async fn note(conn: &mut Conn, mail: Uuid, deed: &Deed) -> Result<()> {
    on!(conn, c => sqlx::query(NOTE)
        .bind(mail)
        .bind(deed.at)
        .bind(deed.person_id)
        .bind(&deed.deed)
        .bind(&deed.reason)
        .bind(&deed.words)
        .bind(deed.case_id)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OF_MAIL: &str = "
    select seq, at, person_id, deed, reason, words, case_id from mail_deed where mail_id = $1 order by seq";

/// The lines of a mail, oldest first.
pub async fn deeds(conn: &mut Conn, mail: Uuid) -> Result<Vec<Deed>> {
    Ok(on!(conn, c => sqlx::query_as(OF_MAIL).bind(mail).fetch_all(c).await?))
}
