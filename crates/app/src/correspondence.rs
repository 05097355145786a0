//! The registers of outgoing and incoming documents, a year at a time (Nghị định 30/2020/NĐ-CP, Phụ lục IV).

use crate::App;
use crate::error::{Error, Result};
use jiff::Timestamp;
use jiff::civil::date;
use procedure::PersonId;
use procedure::vocabulary::Role;

pub use store::letters::{IncomingDocument, OutgoingDocument};

/// Who may read the registers of letters: those who write, sign, number and check them.
pub const READERS: &[Role] = &[
    Role::Registry,
    Role::Qmr,
    Role::Director,
    Role::DeputyDirector,
    Role::RegisterOfficer,
    Role::Auditor,
];

/// Both registers of one year.
pub struct Correspondence {
    pub outgoing: Vec<OutgoingDocument>,
    pub incoming: Vec<IncomingDocument>,
    /// The numbers of the cases that letters belong to.
    pub cases: std::collections::BTreeMap<uuid::Uuid, String>,
}

impl App {
    /// The registers of letters of a year.
    ///
    /// # Errors
    /// `Denied` for whoever has nothing to do with letters, or a failure of storage.
    pub async fn correspondence(
        &self,
        now: Timestamp,
        person: PersonId,
        year: i16,
    ) -> Result<Correspondence> {
        let office = self.office().await?;
        let today = office.desk(now).today;
        if !READERS
            .iter()
            .any(|role| office.staff.holds(*role, person, today))
        {
            return Err(Error::Denied);
        }
        let (from, until) = (date(year, 1, 1), date(year, 12, 31));
        let all = office.staff.holds(Role::Registry, person, today)
            || office.staff.holds(Role::Qmr, person, today)
            || office.staff.holds(Role::Director, person, today);
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let mut outgoing = store::letters::outgoing(conn, from, until).await?;
                let mut incoming = store::letters::incoming(conn, from, until).await?;
                let mut cases = std::collections::BTreeMap::new();
                let of_cases = outgoing
                    .iter()
                    .map(|o| o.case_id)
                    .chain(incoming.iter().map(|i| i.case_id));
                let wanted: std::collections::BTreeSet<uuid::Uuid> = of_cases.flatten().collect();
                let mut hidden = std::collections::BTreeSet::new();
                for id in wanted {
                    if let Some(row) = store::cases::row_of(conn, id).await? {
                        if row.protected && !all {
                            hidden.insert(id);
                        }
                        cases.insert(id, row.number);
                    }
                }
                // S12: the number stays in the book, names and words do not.
                for letter in &mut outgoing {
                    if letter.case_id.is_some_and(|id| hidden.contains(&id)) {
                        letter.recipient.clear();
                        letter.summary.clear();
                    }
                }
                for letter in &mut incoming {
                    if letter.case_id.is_some_and(|id| hidden.contains(&id)) {
                        letter.author.clear();
                        letter.summary.clear();
                    }
                }
                Ok(Correspondence {
                    outgoing,
                    incoming,
                    cases,
                })
            })
            .await
    }
}
