//! The register as one person may read it: who sees which lines, page by page, and the same for exports.

use crate::App;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::reads::place;
use crate::record::mark;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::PersonId;
use procedure::people::{Appointment, Substitution};
use procedure::vocabulary::Role;
use store::register::{Bound, Cases, Claim, Count, Filter, Line, Lines, Mark, Order, Page, Scope};

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

/// What a role lays open (S12), in the order in which `s12::sight` asks.
fn claims(role: Role) -> Vec<Claim> {
    let open = |cases| Claim {
        cases,
        ..Claim::default()
    };
    let masked = |cases| Claim {
        masked: true,
        ..open(cases)
    };
    let judges = |cases| Claim {
        judges: true,
        ..open(cases)
    };
    let marked = |mark: &str| Cases::Marked(mark.to_owned());
    match role {
        Role::Qmr => vec![judges(Cases::All)],
        Role::Director => vec![open(Cases::Unprotected), open(Cases::Led)],
        Role::ImpartialityBody => vec![judges(Cases::Unled), judges(marked(mark::OUTSIDE))],
        Role::ExternalReviewer => vec![judges(marked(mark::OUTSIDE))],
        Role::RegisterOfficer | Role::Auditor => vec![open(Cases::Unprotected), masked(Cases::All)],
        Role::CertificationHead => {
            let settles = Claim {
                unbarred: true,
                ..judges(marked(mark::SETTLES))
            };
            vec![open(Cases::Unprotected), settles]
        }
        Role::DeputyDirector => vec![
            open(Cases::Unprotected),
            judges(marked(mark::OUTSIDE)),
            judges(marked(mark::LEADS)),
        ],
        Role::Registry => vec![
            open(Cases::Unprotected),
            open(marked(mark::SENDS)),
            masked(marked(mark::NUMBERS)),
        ],
        Role::HeadOfDepartment | Role::Administrator | Role::CaseOfficer => Vec::new(),
    }
}

impl Office {
    /// The reader that this person is today. Whoever left reads nothing.
    pub(crate) fn scope(&self, person: PersonId, now: Timestamp) -> Scope {
        let today = self.desk(now).today;
        if !self.staff.is_active(person) {
            return Scope::default();
        }
        let directors = self.staff.appointments.iter();
        let directors = directors.filter(|a| a.role == Role::Director && a.span.covers(today));
        let roles = self.staff.roles_of(person, today).into_iter();
        Scope {
            reader: self.bound(person, today),
            claims: roles
                .flat_map(|role| {
                    let since = self.mandated_since(role, person, today);
                    let replaced = REPLACED.contains(&role).then(|| mark::replaced(role));
                    claims(role).into_iter().map(move |claim| Claim {
                        since,
                        replaced: replaced.clone(),
                        ..claim
                    })
                })
                .collect(),
            directors: directors.map(|a| self.bound(a.person, today)).collect(),
            asks: Some(mark::ASKS.to_owned()),
        }
    }

    fn bound(&self, person: PersonId, today: Date) -> Bound {
        Bound {
            person: person.0,
            clients: self.clients_of(person, today),
        }
    }

    /// From which day on a person holds a role by the Director's word alone; none where it is held otherwise too.
    fn mandated_since(&self, role: Role, person: PersonId, today: Date) -> Option<Date> {
        let staff = &self.staff;
        let own = |a: &Appointment| a.role == role && a.person == person && a.span.covers(today);
        let named = staff
            .substitutions
            .iter()
            .filter(|s| s.role == role && s.by == person && s.span.covers(today));
        let by_director = |s: &&Substitution| staff.holds(Role::Director, s.named_by, today);
        if staff.appointments.iter().any(own) || !named.clone().all(|s| by_director(&s)) {
            return None;
        }
        named.map(|s| s.span.from).min()
    }
}

/// The roles in which a case can have a stand-in (S4).
const REPLACED: &[Role] = &[Role::Qmr, Role::CertificationHead, Role::Registry];

impl App {
    /// What this person may read of the register (S12).
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn scope(&self, now: Timestamp, person: PersonId) -> Result<Scope> {
        Ok(self.office().await?.scope(person, now))
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
        let place = if filter.words.is_some() {
            place::SEARCH
        } else {
            place::REGISTER
        };
        let register = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let today = self.office_in(conn).await?.desk(now).today;
                let lines = store::register::page(conn, &scope, &filter, &page).await?;
                let count = store::register::count(conn, &scope, &filter).await?;
                Ok::<_, Error>(Register { lines, count, today })
            })
            .await?;
        let shown = shown_openly(&register.lines.lines);
        self.log_shown(now, person, shown, place).await?;
        Ok(register)
    }

    /// The lines of an export, so many at a time: the next ones after a mark.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn export_lines(
        &self,
        now: Timestamp,
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
        let (whole, next) = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let lines = store::register::page(conn, scope, filter, &page).await?;
                let next = lines
                    .lines
                    .last()
                    .filter(|_| lines.more)
                    .map(|line| line.mark.clone());
                let ids: Vec<store::Uuid> = lines.lines.iter().map(|line| line.row.id).collect();
                let mut actions = store::totals::action_numbers_of(conn, &ids).await?;
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
                    let measures = match line.masked || line.row.imported {
                        true => String::new(),
                        false => measures(conn, line.row.id).await?,
                    };
                    whole.push(ExportLine {
                        actions: actions.remove(&line.row.id).unwrap_or_default(),
                        line,
                        subjects,
                        letter,
                        measures,
                    });
                }
                Ok::<_, Error>((whole, next))
            })
            .await?;
        let lines: Vec<&Line> = whole.iter().map(|one| &one.line).collect();
        let reader = PersonId(scope.reader.person);
        self.log_shown(now, reader, shown_openly(lines), place::EXPORT)
            .await?;
        Ok((whole, next))
    }

    /// Whether the register of a year has so many lines that printing it takes a while.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn is_long_year(&self, year: i16) -> Result<bool> {
        const LONG: i64 = 1_000;
        self.db
            .read(|mut conn| async move {
                Ok(store::totals::marks_of_year(&mut conn, year).await?.numbers > LONG)
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

/// The protected cases among these lines that show names and words.
fn shown_openly<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Vec<store::Uuid> {
    let open = lines
        .into_iter()
        .filter(|line| line.row.protected && !line.masked);
    open.map(|line| line.row.id).collect()
}

/// A line with what an export says beside it.
pub struct ExportLine {
    pub line: Line,
    pub subjects: Vec<String>,
    /// Number and day of the last letter.
    pub letter: Option<(String, Date)>,
    /// What was done about it, in its first words; nothing of what its reader may not see.
    pub measures: String,
    /// The numbers of the corrective actions it led to.
    pub actions: Vec<String>,
}

async fn measures(conn: &mut store::Conn, id: store::Uuid) -> Result<String> {
    match crate::execute::load(conn, procedure::CaseId(id)).await? {
        Some(case) => crate::year_book::measures(conn, &case).await,
        None => Ok(String::new()),
    }
}

/// A file that could not be written, as a failure of storage.
pub fn unwritable(why: &str) -> store::Error {
    store::Error::Corrupt(why.to_owned())
}
