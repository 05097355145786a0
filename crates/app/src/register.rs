//! The register as one person may read it: who sees which lines, page by page, and the same for exports.

use crate::App;
use crate::error::Result;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::PersonId;
use procedure::vocabulary::Role;
use store::register::{Count, Filter, Line, Lines, Mark, Order, Others, Page, Scope};

pub use store::On;
pub use store::cases::CaseRow;
pub use store::register;
pub use store::search::Query;

/// A page of the register with how much there is.
pub struct Register {
    pub lines: Lines,
    pub count: Count,
    pub today: Date,
}

impl App {
    /// What this person may read of the register (S12).
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn scope(&self, now: Timestamp, person: PersonId) -> Result<Scope> {
        let office = self.office().await?;
        let today = office.desk(now).today;
        let holds = |role| office.staff.holds(role, person, today);
        let others = if holds(Role::Qmr) || holds(Role::Director) {
            Others::Shown
        } else if holds(Role::RegisterOfficer) || holds(Role::Auditor) {
            Others::Masked
        } else if [Role::DeputyDirector, Role::CertificationHead, Role::Registry]
            .into_iter()
            .any(holds)
        {
            Others::Hidden
        } else {
            Others::OwnOnly
        };
        Ok(Scope {
            person: person.0,
            others,
        })
    }

    /// A page of the register.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn register(
        &self,
        now: Timestamp,
        person: PersonId,
        filter: Filter,
        page: Page,
    ) -> Result<Register> {
        let scope = self.scope(now, person).await?;
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let today = self.office_in(conn).await?.desk(now).today;
                let lines = store::register::page(conn, &scope, &filter, &page).await?;
                let count = store::register::count(conn, &scope, &filter).await?;
                Ok(Register { lines, count, today })
            })
            .await
    }

    /// The lines of an export, so many at a time: the next ones after a mark.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn export_lines(
        &self,
        scope: &Scope,
        filter: &Filter,
        after: Option<Mark>,
    ) -> Result<(Vec<ExportLine>, Option<Mark>)> {
        const AT_A_TIME: i64 = 500;
        let page = Page {
            order: Order::Number,
            descending: false,
            after,
            limit: AT_A_TIME,
        };
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let lines = store::register::page(conn, scope, filter, &page).await?;
                let next = lines
                    .lines
                    .last()
                    .filter(|_| lines.more)
                    .map(|line| line.mark.clone());
                let mut whole = Vec::with_capacity(lines.lines.len());
                for line in lines.lines {
                    let subjects = if line.masked {
                        Vec::new()
                    } else {
                        store::cases::subjects(conn, line.row.id)
                            .await?
                            .into_iter()
                            .collect()
                    };
                    let letters = if line.masked {
                        Vec::new()
                    } else {
                        store::letters::outgoing_of_case(conn, line.row.id).await?
                    };
                    let letter = letters.last().map(|letter| {
                        (
                            format!("{:02}/{}", letter.number, letter.symbol),
                            letter.dated_on.0,
                        )
                    });
                    whole.push(ExportLine {
                        line,
                        subjects,
                        letter,
                    });
                }
                Ok((whole, next))
            })
            .await
    }

    /// The years that have a register.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn years(&self) -> Result<Vec<i16>> {
        self.db
            .read(|mut conn| async move {
                let years = store::cases::years(&mut conn).await?;
                Ok(years
                    .into_iter()
                    .filter_map(|year| i16::try_from(year).ok())
                    .collect())
            })
            .await
    }
}

/// A line with what an export says beside it.
pub struct ExportLine {
    pub line: Line,
    pub subjects: Vec<String>,
    /// Number and day of the last letter.
    pub letter: Option<(String, Date)>,
}

/// A file that could not be written, as a failure of storage.
pub fn unwritable(why: &str) -> store::Error {
    store::Error::Corrupt(why.to_owned())
}
