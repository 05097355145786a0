//! The yearly compilation (B2.8): computed from the book, compiled, reviewed, received, and frozen as bytes that never change.

mod act;
mod compute;
mod document;
mod measures;
mod measuring;
mod view;

pub use act::{Deed, YearSubmission};
pub(crate) use compute::measures;
pub use document::{
    ActionLine, Compilation, FORMAT, Figures, LATER_ACTS, Later, Letter, Line, Tally, timeliness,
};
pub use measures::Measures;
pub use view::{YearBookView, YearLine};

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::record::canonical;
use crate::submission::new_id;
use jiff::Timestamp;
use procedure::PersonId;
use procedure::vocabulary::Role;
use procedure::year_book::{YearBook, duties};
use procedure::{Desk, Rule};
use store::history::Stream;
use store::obligations::{Holder, Obligation};
use store::year_books::YearBookRow;
use store::{Conn, Uuid};

impl App {
    /// Sees to it that the compilation of a past year is owed, also when nothing happened in it. The worker calls it each day.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn ensure_year_book(&self, now: Timestamp, year: i16) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let desk = office.desk(now);
                match load(conn, year).await? {
                    Some((id, book)) => rewrite(conn, id, &book, &desk).await,
                    None if desk.today.year() <= year => Ok(()),
                    None => write(conn, new_id(), &YearBook::blank(year), &desk).await,
                }
            })
            .await
    }
}

/// The compilation of a year as it stands, from its row.
pub(crate) async fn load(conn: &mut Conn, year: i16) -> Result<Option<(Uuid, YearBook)>> {
    let Some(row) = store::year_books::of_year(conn, year).await? else {
        return Ok(None);
    };
    let Some((_, state)) = store::year_books::state(conn, row.id).await? else {
        return Ok(None);
    };
    let book = serde_json::from_str(&state).map_err(corrupt)?;
    Ok(Some((row.id, book)))
}

/// Writes the compilation down as it now stands, with what is owed.
async fn write(conn: &mut Conn, id: Uuid, book: &YearBook, desk: &Desk<'_>) -> Result<()> {
    store::year_books::put(conn, &row_of(id, book), &canonical(book)).await?;
    rewrite(conn, id, book, desk).await
}

async fn rewrite(conn: &mut Conn, id: Uuid, book: &YearBook, desk: &Desk<'_>) -> Result<()> {
    let number = book.year.to_string();
    crate::reminders::owe(conn, &Stream::year_book(id), &number, &owed(book, desk), desk.now).await
}

/// The line of a compilation; its digest counts from the day it is frozen.
pub(crate) fn row_of(id: Uuid, book: &YearBook) -> YearBookRow {
    use procedure::year_book::YearStage;
    YearBookRow {
        id,
        year: i64::from(book.year),
        version: i64::from(book.version),
        stage: book.stage.key().to_owned(),
        frozen_digest: book.digest.clone().filter(|_| book.stage >= YearStage::Frozen),
    }
}

/// What is owed on a compilation.
pub(crate) fn owed(book: &YearBook, desk: &Desk) -> Vec<Obligation> {
    let duties = duties(book).into_iter();
    let row = |duty: procedure::year_book::YearDuty| {
        let due = duty.term.due(desk.calendar);
        Obligation {
            rule: Rule::B2_8.name().to_owned(),
            act: duty.act.key().to_owned(),
            holder: Holder::Role {
                role: duty.office.key().to_owned(),
                unit: None,
            },
            opens_on: Some(duty.opens_on),
            due_on: Some(due.on),
            due_at: None,
            provisional: due.provisional,
            anchor: canonical(&duty.term),
        }
    };
    duties.map(row).collect()
}

impl App {
    /// Whether this person may have the register of a year as a whole, to be bound: whoever may read its compilation.
    ///
    /// # Errors
    /// `Denied` for everybody else, or a failure of storage.
    pub async fn may_bind(&self, now: Timestamp, person: PersonId) -> Result<()> {
        may_read(&*self.office().await?, person, now)
    }
}

/// Who may read compilations: those who make them, and the auditor.
pub(crate) fn may_read(office: &Office, person: PersonId, now: Timestamp) -> Result<()> {
    let today = office.desk(now).today;
    let readers = [
        Role::RegisterOfficer,
        Role::Qmr,
        Role::Director,
        Role::DeputyDirector,
        Role::Auditor,
    ];
    let reads = readers
        .into_iter()
        .any(|role| office.staff.holds(role, person, today));
    if reads { Ok(()) } else { Err(Error::Denied) }
}
