//! Administration: people, roles, calendar and settings. Each change is an administrator's, goes on record in a history of its own, and
//! has the open cases computed anew.

mod calendar;
mod house;
mod offices;
mod persons;

pub use calendar::NewDay;
pub use house::{NewUnit, OrganisationDetails};
pub use offices::{NewAppointment, NewAuthority, NewInterest, NewSubstitution, Offices};
pub use persons::{Leaving, PersonDetails};

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::{Office, Settings, read_office};
use crate::record::canonical;
use crate::submission::new_id;
use crate::worker::RECOMPUTE;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::case::Actor;
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::{Role, SigningMode};
use procedure::{PersonId, UnitId};
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::sync::Arc;
use store::history::{NewEvent, Stream};
use store::jobs::NewJob;
use store::{At, Conn};
use uuid::Uuid;

/// What was changed. Names of people stand in their rows, not here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    PersonAdded {
        person: PersonId,
    },
    PersonChanged {
        person: PersonId,
    },
    PersonLeft {
        person: PersonId,
    },
    PersonReturned {
        person: PersonId,
    },
    /// By an administrator; a password of one's own choice is nobody else's business.
    PasswordSet {
        person: PersonId,
    },
    UnitChanged {
        unit: UnitId,
        code: String,
        name: String,
        active: bool,
    },
    Appointed {
        appointment: Uuid,
        person: PersonId,
        role: Role,
        unit: Option<UnitId>,
        from: Date,
        until: Option<Date>,
        document: String,
    },
    AppointmentEnded {
        appointment: Uuid,
        person: PersonId,
        role: Role,
        until: Date,
        document: String,
    },
    Substituted {
        substitution: Uuid,
        role: Role,
        of: PersonId,
        // Beside it in the same line stands by whom it was entered.
        #[serde(rename = "stand_in")]
        by: PersonId,
        from: Date,
        until: Option<Date>,
        named_by: PersonId,
        document: String,
    },
    SubstitutionEnded {
        substitution: Uuid,
        until: Date,
    },
    AuthorityGiven {
        authority: Uuid,
        person: PersonId,
        mode: SigningMode,
        from: Date,
        until: Option<Date>,
        document: String,
    },
    AuthorityEnded {
        authority: Uuid,
        person: PersonId,
        until: Date,
    },
    InterestDeclared {
        interest: Uuid,
        person: PersonId,
    },
    InterestEnded {
        interest: Uuid,
        person: PersonId,
        until: Date,
    },
    DayAnnounced {
        date: Date,
        kind: String,
        document: String,
    },
    DayTakenBack {
        date: Date,
        document: String,
    },
    YearKnown {
        year: i16,
        days: usize,
        document: String,
    },
    YearUnknown {
        year: i16,
        document: String,
    },
    OrganisationChanged {
        name: String,
        parent_name: String,
        place: String,
        symbol: String,
    },
    SettingsChanged {
        before: Box<Settings>,
        after: Box<Settings>,
    },
    LetterTemplateSaved {
        /// As `documents::letter::Purpose` names it.
        purpose: String,
        lang: String,
        version: i64,
    },
    /// A number of the outgoing sequence that no letter of a case has: another document's, or void.
    OutgoingEntered {
        year: i16,
        number: u32,
        symbol: String,
        voided: bool,
    },
    WebhookAdded {
        webhook: Uuid,
        url: String,
    },
    WebhookRemoved {
        webhook: Uuid,
    },
    /// One that was switched off after long failure.
    WebhookEnabled {
        webhook: Uuid,
    },
    RegisterImported {
        /// Hex SHA-256 of the file.
        file: String,
        records: usize,
    },
    /// What was taken in is out of the book again, and its numbers were given back.
    ImportUndone {
        import: Uuid,
        /// Hex SHA-256 of the file.
        file: String,
        records: usize,
    },
}

impl Change {
    /// The name of the change in the history and in message files.
    pub fn key(&self) -> String {
        let value = serde_json::to_value(self).expect("a change is plain data with text keys");
        value["change"].as_str().unwrap_or_default().to_owned()
    }
}

/// A line in the history of administration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeEntry {
    pub at: Timestamp,
    pub by: Actor,
    #[serde(flatten)]
    pub change: Change,
}

impl App {
    /// The history of administration, latest first, before the line of this number; each line with its number.
    ///
    /// # Errors
    /// `Denied` to all but administrators and auditors.
    pub async fn administration(
        &self,
        now: Timestamp,
        person: PersonId,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<(i64, ChangeEntry)>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                let reads = |role| office.staff.holds(role, person, today);
                if !reads(Role::Administrator) && !reads(Role::Auditor) {
                    return Err(Error::Denied);
                }
                let stream = Stream::administration(office.id());
                let events = store::history::last(conn, &stream, before, limit).await?;
                events
                    .iter()
                    .map(|event| Ok((event.seq, serde_json::from_str(&event.body).map_err(corrupt)?)))
                    .collect()
            })
            .await
    }

    /// Does one change: may, change, on record, nobody locked out, recomputation enqueued.
    pub(crate) async fn administer<F, Fut>(&self, now: Timestamp, by: Actor, change: F) -> Result<()>
    where
        F: Fn(Conn, Arc<Office>) -> Fut,
        Fut: Future<Output = Result<(Conn, Change)>>,
    {
        let change = &change;
        self.db
            .act(|mut conn| {
                let app = self.clone();
                async move {
                    let office = app.office_in(&mut conn).await?;
                    may_administer(&office, by, now)?;
                    let (mut conn, change) = change(conn, office.clone()).await?;
                    note(&mut conn, &office, now, by, change).await?;
                    renew(&mut conn, now, by).await
                }
            })
            .await
    }
}

/// Whoever runs the command on the machine itself is the system; everyone else must hold the role.
pub(crate) fn may_administer(office: &Office, by: Actor, now: Timestamp) -> Result<()> {
    let allowed = match by {
        Actor::System => true,
        Actor::Complainant => false,
        Actor::Person(person) => office
            .staff
            .holds(Role::Administrator, person, office.desk(now).today),
    };
    if allowed { Ok(()) } else { Err(Error::Denied) }
}

/// Appends a line to the history of administration.
pub(crate) async fn note(
    conn: &mut Conn,
    office: &Office,
    now: Timestamp,
    by: Actor,
    change: Change,
) -> Result<()> {
    let stream = Stream::administration(office.id());
    let head = store::history::head(conn, &stream).await?;
    let entry = ChangeEntry { at: now, by, change };
    let event = NewEvent {
        at: At::from(now).0,
        actor: by.person().map(|person| person.0),
        kind: entry.change.key(),
        body: canonical(&entry),
    };
    store::history::append(conn, &stream, head.version, &[event])
        .await
        .map_err(overtaken)?;
    Ok(())
}

/// Everyone reads the organisation anew, and the open cases follow what changed.
async fn renew(conn: &mut Conn, now: Timestamp, by: Actor) -> Result<()> {
    let organisation = store::organisation::the_one(conn).await?.ok_or(Error::NotFound)?;
    store::organisation::update(conn, &organisation)
        .await
        .map_err(overtaken)?;
    let version = organisation.version + 1;
    // Read past the memory of the process: what this act wrote may still be undone.
    let office = read_office(conn, organisation).await?;
    if by != Actor::System {
        keeps_an_administrator(&office, now)?;
    }
    let job = NewJob {
        id: new_id(),
        kind: RECOMPUTE.to_owned(),
        payload: version.to_string(),
        key: Some(format!("{RECOMPUTE}:{version}")),
        run_at: now,
    };
    store::jobs::enqueue(conn, &job).await?;
    Ok(())
}

/// On no day from today on may the product be left without an active administrator.
fn keeps_an_administrator(office: &Office, now: Timestamp) -> Result<()> {
    let today = office.desk(now).today;
    let administrators: Vec<_> = office
        .staff
        .appointments
        .iter()
        .filter(|a| a.role == Role::Administrator && office.staff.is_active(a.person))
        .collect();
    let ends = administrators.iter().filter_map(|a| a.span.until);
    let next_days = ends
        .filter_map(|end| end.tomorrow().ok())
        .filter(|day| *day > today);
    let held = |day: Date| administrators.iter().any(|a| a.span.covers(day));
    if std::iter::once(today).chain(next_days).all(held) {
        Ok(())
    } else {
        Err(vec![Invalid::new("administrator", Problem::LastAdministrator)].into())
    }
}

/// Someone else changed the organisation at the same moment.
fn overtaken(error: store::Error) -> Error {
    if error.is_conflict() {
        Error::Overtaken(Vec::new())
    } else {
        error.into()
    }
}

/// Gathers what is wrong with a form, all of it at once.
#[derive(Default)]
pub(crate) struct Wrong(Vec<Invalid>);

impl Wrong {
    pub fn say(&mut self, field: &str, problem: Problem) {
        self.0.push(Invalid::new(field, problem));
    }

    pub fn unless(&mut self, holds: bool, field: &str, problem: Problem) {
        if !holds {
            self.say(field, problem);
        }
    }

    /// A line that must be there and may not be endless.
    pub fn line(&mut self, field: &str, text: &str) {
        self.unless(!text.trim().is_empty(), field, Problem::Missing);
        self.short(field, text);
    }

    pub fn short(&mut self, field: &str, text: &str) {
        const LONGEST: usize = 300;
        if let Err(problem) = crate::compose::check_words(text, LONGEST) {
            self.say(field, problem);
        }
    }

    pub fn period(&mut self, from: Date, until: Option<Date>) {
        self.unless(
            until.is_none_or(|until| from <= until),
            "until",
            Problem::EndsBeforeStart,
        );
    }

    pub fn active(&mut self, field: &str, office: &Office, person: PersonId) {
        self.unless(office.staff.is_active(person), field, Problem::UnknownPerson);
    }

    pub fn into_result(self) -> Result<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(self.0.into())
        }
    }
}
