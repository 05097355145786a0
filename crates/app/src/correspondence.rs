//! The registers of outgoing and incoming documents, a year at a time (Nghị định 30/2020/NĐ-CP, Phụ lục IV).

mod entry;

use crate::App;
use crate::error::{Error, Result};
use crate::reads::place;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use procedure::PersonId;
use procedure::vocabulary::Role;
use std::collections::{BTreeMap, BTreeSet};
use store::On;
use store::register::Line;
use uuid::Uuid;

pub use entry::{OutgoingEntry, gaps};
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
    /// The cases that letters belong to, of those that the reader may know of.
    pub cases: BTreeMap<Uuid, Known>,
}

/// How a case stands to which a letter belongs.
pub struct Known {
    pub number: String,
    pub stage: String,
    pub limit_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// Number and symbol of its last letter.
    pub reply: Option<String>,
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
        let scope = office.scope(person, now);
        let (books, open) = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let mut outgoing = store::letters::outgoing(conn, from, until).await?;
                let mut incoming = store::letters::incoming(conn, from, until).await?;
                let of_cases = outgoing
                    .iter()
                    .map(|o| o.case_id)
                    .chain(incoming.iter().map(|i| i.case_id));
                let wanted: BTreeSet<Uuid> = of_cases.flatten().collect();
                let lines = store::register::among(conn, &scope, &wanted).await?;
                let open: BTreeMap<Uuid, bool> = lines
                    .iter()
                    .filter(|line| !line.masked)
                    .map(|line| (line.row.id, line.row.protected))
                    .collect();
                let hidden = |case: Option<Uuid>| case.is_some_and(|case| !open.contains_key(&case));
                // S12: the number stays in the book, names and words do not.
                for letter in outgoing.iter_mut().filter(|letter| hidden(letter.case_id)) {
                    letter.recipient.clear();
                    letter.summary.clear();
                }
                for letter in incoming.iter_mut().filter(|letter| hidden(letter.case_id)) {
                    letter.author.clear();
                    letter.summary.clear();
                }
                let ids: Vec<Uuid> = wanted.into_iter().collect();
                let replies = store::totals::letters_of(conn, &ids).await?;
                let known = |line: Line| {
                    let (row, day) = (line.row, |on: Option<On>| on.map(|on| on.0));
                    let reply = replies.get(&row.id);
                    let known = Known {
                        number: row.number,
                        stage: row.stage,
                        limit_on: day(row.limit_on),
                        answered_on: day(row.answered_on),
                        closed_on: day(row.closed_on),
                        reply: reply.map(|it| format!("{:02}/{}", it.number, it.symbol)),
                    };
                    (row.id, known)
                };
                let books = Correspondence {
                    outgoing,
                    incoming,
                    cases: lines.into_iter().map(known).collect(),
                };
                Ok::<_, Error>((books, open))
            })
            .await?;
        let protected = open.into_iter().filter(|(_, protected)| *protected);
        self.log_shown(now, person, protected.map(|(case, _)| case), place::LETTERS)
            .await?;
        Ok(books)
    }
}
