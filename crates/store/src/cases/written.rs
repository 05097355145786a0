//! What was last written of a case, as digests: one look tells which of its rows an act changes.

use std::fmt;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{CaseRecord, CaseRow};
use crate::{Conn, Result};

/// The digests of the line, the subjects and the people of a case.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub line: String,
    pub subjects: String,
    pub people: String,
}

const BEFORE: &str = "select written from case_state where case_id = $1";

impl Written {
    pub fn of(case: &CaseRecord) -> Written {
        // How far the history has come changes with every act, and is written with every act.
        let line = CaseRow {
            version: 0,
            last_event_at: jiff::Timestamp::UNIX_EPOCH.into(),
            ..case.row.clone()
        };
        Written {
            line: digest(&line),
            subjects: digest(&case.subjects),
            people: digest(&case.people),
        }
    }

    /// What was written before, or nothing when the case is new.
    pub async fn before(conn: &mut Conn, id: Uuid) -> Result<Option<Written>> {
        let written: Option<String> = on!(conn, c => sqlx::query_scalar(BEFORE)
            .bind(id)
            .fetch_optional(c)
            .await?);
        Ok(written.map(|written| Written::parse(&written)))
    }

    /// Digests that cannot be read are those of no case, so that everything is written anew.
    fn parse(text: &str) -> Written {
        let mut digests = text.split(' ').map(str::to_owned);
        let mut next = || digests.next().unwrap_or_default();
        Written {
            line: next(),
            subjects: next(),
            people: next(),
        }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.line, self.subjects, self.people)
    }
}

/// Debug output is text enough: should it ever change, a case is once written anew.
fn digest(value: &impl fmt::Debug) -> String {
    let hash = Sha256::digest(format!("{value:?}"));
    hash[..12].iter().map(|byte| format!("{byte:02x}")).collect()
}
