//! Who holds which role on the strength of which document, who stands in, who may sign, and who is tied to which client. A period is
//! ended, never deleted.

use super::{Change, Wrong};
use crate::App;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::submission::new_id;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::case::Actor;
use procedure::case::refusal::Problem;
use procedure::vocabulary::{Role, SigningMode};
use procedure::{PersonId, UnitId};
use store::On;
use store::interests::Interest;
use store::roles::{Appointment, SigningAuthority, Substitution};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAppointment {
    pub person: PersonId,
    pub role: Role,
    pub unit: Option<UnitId>,
    pub from: Date,
    pub until: Option<Date>,
    pub document: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubstitution {
    pub role: Role,
    pub of: PersonId,
    pub by: PersonId,
    pub from: Date,
    pub until: Option<Date>,
    /// Who named the substitute; nobody names their own.
    pub named_by: PersonId,
    pub document: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAuthority {
    pub person: PersonId,
    pub mode: SigningMode,
    pub scope: String,
    pub from: Date,
    pub until: Option<Date>,
    pub document: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInterest {
    pub person: PersonId,
    pub client: String,
    /// `consultancy`, `employment` or `other`.
    pub kind: String,
    pub from: Date,
    pub until: Option<Date>,
    pub note: String,
}

/// The kinds of tie to a client.
pub const INTERESTS: &[&str] = &["consultancy", "employment", "other"];

/// Every role, substitution, authority and interest there is or was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offices {
    pub appointments: Vec<Appointment>,
    pub substitutions: Vec<Substitution>,
    pub authorities: Vec<SigningAuthority>,
    pub interests: Vec<Interest>,
}

impl App {
    /// Everything about roles, for the pages of administration.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn offices(&self) -> Result<Offices> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                Ok(Offices {
                    appointments: store::roles::appointments(conn).await?,
                    substitutions: store::roles::substitutions(conn).await?,
                    authorities: store::roles::authorities(conn).await?,
                    interests: store::interests::all(conn).await?,
                })
            })
            .await
    }

    /// Appoints a person to a role.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn appoint(&self, now: Timestamp, by: Actor, new: NewAppointment) -> Result<()> {
        self.administer(now, by, |mut conn, office| {
            let new = new.clone();
            async move {
                check_appointment(&office, &new)?;
                let row = Appointment {
                    id: new_id(),
                    person_id: new.person.0,
                    role: new.role.key().to_owned(),
                    unit_id: new.unit.map(|unit| unit.0),
                    from_on: On(new.from),
                    until_on: new.until.map(On),
                    document: new.document.trim().to_owned(),
                };
                store::roles::put_appointment(&mut conn, &row).await?;
                let change = Change::Appointed {
                    appointment: row.id,
                    person: new.person,
                    role: new.role,
                    unit: new.unit,
                    from: new.from,
                    until: new.until,
                    document: row.document,
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// Ends an appointment with the day that is its last.
    ///
    /// # Errors
    /// `LastAdministrator`, the fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn end_appointment(
        &self,
        now: Timestamp,
        by: Actor,
        id: Uuid,
        until: Date,
        document: String,
    ) -> Result<()> {
        self.administer(now, by, |mut conn, _| {
            let document = document.clone();
            async move {
                let mut row = found(store::roles::appointments(&mut conn).await?, |row| row.id == id)?;
                check_end(row.from_on, row.until_on, until)?;
                row.until_on = Some(On(until));
                store::roles::put_appointment(&mut conn, &row).await?;
                let change = Change::AppointmentEnded {
                    appointment: id,
                    person: PersonId(row.person_id),
                    role: role(&row.role)?,
                    until,
                    document: document.trim().to_owned(),
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// Records a substitute for the holder of a role.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn substitute(&self, now: Timestamp, by: Actor, new: NewSubstitution) -> Result<()> {
        self.administer(now, by, |mut conn, office| {
            let new = new.clone();
            async move {
                check_substitution(&office, &new)?;
                let row = Substitution {
                    id: new_id(),
                    role: new.role.key().to_owned(),
                    of_person: new.of.0,
                    by_person: new.by.0,
                    from_on: On(new.from),
                    until_on: new.until.map(On),
                    named_by: new.named_by.0,
                    document: new.document.trim().to_owned(),
                };
                store::roles::put_substitution(&mut conn, &row).await?;
                let change = Change::Substituted {
                    substitution: row.id,
                    role: new.role,
                    of: new.of,
                    by: new.by,
                    from: new.from,
                    until: new.until,
                    named_by: new.named_by,
                    document: row.document,
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn end_substitution(&self, now: Timestamp, by: Actor, id: Uuid, until: Date) -> Result<()> {
        self.administer(now, by, |mut conn, _| async move {
            let mut row = found(store::roles::substitutions(&mut conn).await?, |row| row.id == id)?;
            check_end(row.from_on, row.until_on, until)?;
            row.until_on = Some(On(until));
            store::roles::put_substitution(&mut conn, &row).await?;
            let substitution = id;
            Ok((conn, Change::SubstitutionEnded { substitution, until }))
        })
        .await
    }

    /// Gives a person authority to sign letters (Nghị định 30/2020, art. 13).
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn authorise(&self, now: Timestamp, by: Actor, new: NewAuthority) -> Result<()> {
        self.administer(now, by, |mut conn, office| {
            let new = new.clone();
            async move {
                check_authority(&office, &new)?;
                let row = SigningAuthority {
                    id: new_id(),
                    person_id: new.person.0,
                    mode: new.mode.key().to_owned(),
                    scope: new.scope.trim().to_owned(),
                    from_on: On(new.from),
                    until_on: new.until.map(On),
                    document: new.document.trim().to_owned(),
                };
                store::roles::put_authority(&mut conn, &row).await?;
                let change = Change::AuthorityGiven {
                    authority: row.id,
                    person: new.person,
                    mode: new.mode,
                    from: new.from,
                    until: new.until,
                    document: row.document,
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn end_authority(&self, now: Timestamp, by: Actor, id: Uuid, until: Date) -> Result<()> {
        self.administer(now, by, |mut conn, _| async move {
            let mut row = found(store::roles::authorities(&mut conn).await?, |row| row.id == id)?;
            check_end(row.from_on, row.until_on, until)?;
            row.until_on = Some(On(until));
            store::roles::put_authority(&mut conn, &row).await?;
            let change = Change::AuthorityEnded {
                authority: id,
                person: PersonId(row.person_id),
                until,
            };
            Ok((conn, change))
        })
        .await
    }

    /// Enters that a person worked for, advised or is otherwise tied to a client (ISO/IEC 17065 7.13.6).
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn declare_tie(&self, now: Timestamp, by: Actor, new: NewInterest) -> Result<()> {
        self.administer(now, by, |mut conn, office| {
            let new = new.clone();
            async move {
                let mut wrong = Wrong::default();
                wrong.active("person", &office, new.person);
                wrong.line("client", &new.client);
                wrong.unless(
                    INTERESTS.contains(&new.kind.as_str()),
                    "kind",
                    Problem::NotOffered,
                );
                wrong.short("note", &new.note);
                wrong.period(new.from, new.until);
                wrong.into_result()?;
                let row = Interest {
                    id: new_id(),
                    person_id: new.person.0,
                    client: new.client.trim().to_owned(),
                    kind: new.kind,
                    from_on: On(new.from),
                    until_on: new.until.map(On),
                    note: new.note.trim().to_owned(),
                };
                store::interests::put(&mut conn, &row).await?;
                let change = Change::InterestDeclared {
                    interest: row.id,
                    person: new.person,
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn end_tie(&self, now: Timestamp, by: Actor, id: Uuid, until: Date) -> Result<()> {
        self.administer(now, by, |mut conn, _| async move {
            let mut row = found(store::interests::all(&mut conn).await?, |row| row.id == id)?;
            check_end(row.from_on, row.until_on, until)?;
            row.until_on = Some(On(until));
            store::interests::put(&mut conn, &row).await?;
            let change = Change::InterestEnded {
                interest: id,
                person: PersonId(row.person_id),
                until,
            };
            Ok((conn, change))
        })
        .await
    }
}

fn found<T>(rows: Vec<T>, is_it: impl Fn(&T) -> bool) -> Result<T> {
    rows.into_iter().find(is_it).ok_or(Error::NotFound)
}

fn role(key: &str) -> Result<Role> {
    Role::from_key(key).ok_or_else(|| crate::error::corrupt(key))
}

/// A period ends no earlier than it began, and what has ended is not ended later: that would be a new appointment.
fn check_end(from: On, ended: Option<On>, until: Date) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.period(from.0, Some(until));
    if ended.is_some_and(|ended| ended.0 < until) {
        wrong.say("until", Problem::AlreadyUsed);
    }
    wrong.into_result()
}

fn check_appointment(office: &Office, new: &NewAppointment) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.active("person", office, new.person);
    wrong.line("document", &new.document);
    wrong.period(new.from, new.until);
    let known = new.unit.is_none_or(|unit| office.units.contains_key(&unit));
    wrong.unless(known, "unit", Problem::NotOffered);
    let heads = new.role == Role::HeadOfDepartment;
    wrong.unless(!heads || new.unit.is_some(), "unit", Problem::Missing);
    let again = office.staff.appointments.iter().any(|a| {
        let after = a.span.until.is_some_and(|until| until < new.from);
        let before = new.until.is_some_and(|until| until < a.span.from);
        a.person == new.person && a.role == new.role && a.unit == new.unit && !after && !before
    });
    wrong.unless(!again, "role", Problem::AlreadyUsed);
    wrong.into_result()
}

fn check_substitution(office: &Office, new: &NewSubstitution) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.active("of", office, new.of);
    wrong.active("by", office, new.by);
    wrong.active("named_by", office, new.named_by);
    wrong.line("document", &new.document);
    wrong.period(new.from, new.until);
    wrong.unless(new.by != new.of, "by", Problem::Yourself);
    wrong.unless(new.named_by != new.of, "named_by", Problem::Yourself);
    let holds = office.staff.appointments.iter().any(|a| {
        let over = a.span.until.is_some_and(|until| until < new.from);
        a.person == new.of && a.role == new.role && !over
    });
    wrong.unless(holds, "of", Problem::NotOffered);
    wrong.into_result()
}

fn check_authority(office: &Office, new: &NewAuthority) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.active("person", office, new.person);
    wrong.line("document", &new.document);
    wrong.short("scope", &new.scope);
    wrong.period(new.from, new.until);
    wrong.unless(new.mode != SigningMode::Head, "mode", Problem::NotOffered);
    // A mandate is written and limited in time (Nghị định 30/2020, art. 13.4).
    let mandate = new.mode == SigningMode::Tuq;
    wrong.unless(!mandate || new.until.is_some(), "until", Problem::Missing);
    wrong.into_result()
}
