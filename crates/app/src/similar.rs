//! Earlier cases of whoever is complaining, found while the name or the number is typed.

use crate::App;
use crate::error::{Error, Result};
use crate::execute::load;
use crate::reads::place;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::obligations::s12::Sight;
use procedure::{CaseId, PersonId};

/// An earlier case, as the form of intake shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub number: String,
    pub received_on: Date,
    pub complainant: String,
    pub phone: String,
    /// Keys of the vocabulary.
    pub kind: String,
    pub stage: String,
    /// Empty for a protected case: who reads it opens it, and that is logged.
    pub summary: String,
    pub protected: bool,
}

/// So many are worth showing beside a form.
const SHOWN: usize = 6;
/// So many are looked through: the reader may not know of all of them.
const LOOKED_THROUGH: i64 = 24;

impl App {
    /// Earlier cases of a complainant by what was typed so far, telephone number first, then name, newest first.
    ///
    /// To be found by a name says whose case it is. So only cases whose whole line the reader sees are found: not those that
    /// the register shows masked, not those whose allegation or report alone is open.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn similar(
        &self,
        now: Timestamp,
        person: PersonId,
        name: &str,
        phone: &str,
    ) -> Result<Vec<Earlier>> {
        let (name, phone) = (name.to_owned(), phone.to_owned());
        let (shown, protected) = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let scope = office.scope(person, now);
                let found = store::register::similar(conn, &scope, &name, &phone, LOOKED_THROUGH).await?;
                let mut shown = Vec::new();
                let mut protected = Vec::new();
                for row in found {
                    let Some(case) = load(conn, CaseId(row.id)).await? else {
                        continue;
                    };
                    let sight = office.sight(conn, &case, person, now).await?;
                    if sight == Sight::Full || sight == Sight::Heading && !row.protected {
                        protected.extend(row.protected.then_some(row.id));
                        shown.push(earlier(row));
                    }
                    if shown.len() == SHOWN {
                        break;
                    }
                }
                Ok::<_, Error>((shown, protected))
            })
            .await?;
        self.log_shown(now, person, protected, place::SIMILAR).await?;
        Ok(shown)
    }
}

fn earlier(row: store::cases::CaseRow) -> Earlier {
    Earlier {
        number: row.number,
        received_on: row.received_on.0,
        complainant: row.complainant_name,
        phone: row.complainant_phone,
        kind: row.kind,
        stage: row.stage,
        summary: if row.protected { String::new() } else { row.summary },
        protected: row.protected,
    }
}
