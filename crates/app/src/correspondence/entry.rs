//! Numbers of the one outgoing sequence that no letter of a case has: entered by the registry, so that the book has no gap
//! (Nghị định 30/2020/NĐ-CP, art. 15.1).

use crate::App;
use crate::error::{Error, Result};
use crate::people::{Change, note};
use crate::submission::new_id;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use procedure::PersonId;
use procedure::case::Actor;
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::Role;
use std::collections::BTreeSet;
use store::On;
use store::letters::OutgoingDocument;

/// A document that is no letter of a case, or a number that was voided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutgoingEntry {
    pub number: Option<u32>,
    pub symbol: String,
    pub dated_on: Option<Date>,
    pub summary: String,
    pub signer: String,
    pub recipient: String,
    pub copies: Option<u32>,
    /// The number was given and is used by no document; `note` says why.
    pub voided: bool,
    /// Out of the row, and meant so.
    pub sure: bool,
    pub note: String,
}

const LONGEST: usize = 500;

impl OutgoingEntry {
    fn problems(&self, today: Date) -> Vec<Invalid> {
        let mut problems = Vec::new();
        let mut wrong = |field: &str, problem| problems.push(Invalid::new(field, problem));
        if self.number.is_none_or(|number| number == 0) {
            wrong("number", Problem::Missing);
        }
        match self.dated_on {
            None => wrong("dated_on", Problem::Missing),
            Some(on) if on > today => wrong("dated_on", Problem::InFuture),
            Some(_) => {}
        }
        for (field, words, is_needed) in [
            ("symbol", &self.symbol, true),
            ("summary", &self.summary, !self.voided),
            ("signer", &self.signer, !self.voided),
            ("recipient", &self.recipient, !self.voided),
            ("note", &self.note, false),
        ] {
            if is_needed && words.trim().is_empty() {
                wrong(field, Problem::Missing);
            }
            if words.chars().nth(LONGEST).is_some() {
                wrong(field, Problem::TooLong);
            }
        }
        if self.voided && self.note.trim().is_empty() {
            wrong("note", Problem::NeedsReason);
        }
        problems
    }
}

impl App {
    /// Whether this person keeps the registers of letters.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn keeps_letters(&self, now: Timestamp, person: PersonId) -> Result<bool> {
        let office = self.office().await?;
        let today = office.desk(now).today;
        Ok(office.staff.holds(Role::Registry, person, today))
    }

    /// Enters a number that no letter of a case has.
    ///
    /// # Errors
    /// `Denied` to all but the registry; the fields that cannot stand, a number given before among them.
    pub async fn enter_outgoing(
        &self,
        now: Timestamp,
        person: PersonId,
        entry: &OutgoingEntry,
    ) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                if !office.staff.holds(Role::Registry, person, today) {
                    return Err(Error::Denied);
                }
                let problems = entry.problems(today);
                let (Some(number), Some(on)) = (entry.number, entry.dated_on) else {
                    return Err(problems.into());
                };
                if !problems.is_empty() {
                    return Err(problems.into());
                }
                let year = on.year();
                let given = store::letters::outgoing(conn, date(year, 1, 1), date(year, 12, 31)).await?;
                if given.iter().any(|known| known.number == i64::from(number)) {
                    return Err(vec![Invalid::new("number", Problem::AlreadyUsed)].into());
                }
                if !entry.sure {
                    let problems = out_of_row(&given, number, on, today);
                    if !problems.is_empty() {
                        return Err(problems.into());
                    }
                }
                let row = OutgoingDocument {
                    id: new_id(),
                    organisation_id: office.id(),
                    year: i64::from(year),
                    symbol: entry.symbol.trim().to_owned(),
                    number: i64::from(number),
                    dated_on: On(on),
                    summary: entry.summary.trim().to_owned(),
                    signer: entry.signer.trim().to_owned(),
                    recipient: entry.recipient.trim().to_owned(),
                    kept_by: crate::letters::kept_by(entry.symbol.trim()),
                    copies: entry.copies.map_or(1, i64::from),
                    dispatched_on: None,
                    sent_by: String::new(),
                    tracking: String::new(),
                    note: entry.note.trim().to_owned(),
                    case_id: None,
                    letter_id: None,
                    voided: entry.voided,
                };
                store::letters::put_outgoing(conn, &row).await?;
                store::series::pass(conn, office.id(), "outgoing", year, row.number).await?;
                let change = Change::OutgoingEntered {
                    year,
                    number,
                    symbol: row.symbol,
                    voided: row.voided,
                };
                note(conn, &office, now, Actor::Person(person), change).await
            })
            .await
    }
}

/// A number far above the last, or a day that is not between those of its neighbours, is mostly a slip of the finger, and a number
/// that was given is never given again.
fn out_of_row(given: &[OutgoingDocument], number: u32, on: Date, today: Date) -> Vec<Invalid> {
    const FAR: i64 = 50;
    let number = i64::from(number);
    let last = given.iter().map(|known| known.number).max().unwrap_or_default();
    let before = given.iter().filter(|known| known.number < number);
    let after = given.iter().filter(|known| known.number > number);
    let too_early = before
        .map(|known| known.dated_on.0)
        .max()
        .is_some_and(|day| on < day);
    let too_late = after
        .map(|known| known.dated_on.0)
        .min()
        .is_some_and(|day| on > day);
    let mut problems = Vec::new();
    if number > last + FAR {
        problems.push(Invalid::new("number", Problem::OutOfRow));
    }
    if too_early || too_late || on.year() != today.year() {
        problems.push(Invalid::new("dated_on", Problem::OutOfRow));
    }
    problems
}

/// The numbers up to the highest that nothing in the register has, as first and last of each gap.
pub fn gaps(given: &[OutgoingDocument]) -> Vec<(i64, i64)> {
    let numbers: BTreeSet<i64> = given.iter().map(|document| document.number).collect();
    let mut gaps = Vec::new();
    let mut next = 1;
    for number in numbers {
        if number > next {
            gaps.push((next, number - 1));
        }
        next = next.max(number + 1);
    }
    gaps
}
