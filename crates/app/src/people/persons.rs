//! People and their accounts: entered, corrected, closed and opened again; passwords.

use super::{Change, Wrong};
use crate::App;
use crate::accounts::{NewPerson, hash_password, matches, put_new};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::submission::new_id;
use jiff::{SignedDuration, Timestamp};
use procedure::case::refusal::{Invalid, Problem};
use procedure::case::{ActKind, Actor};
use procedure::corrective_action::ActionActKind;
use procedure::vocabulary::Role;
use procedure::{PersonId, UnitId};
use store::Conn;
use store::history::StreamKind;
use store::people::Person;

/// What an administrator can correct of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDetails {
    pub name: String,
    pub login: String,
    pub email: Option<String>,
    pub position: String,
    pub unit: Option<UnitId>,
}

/// What somebody who leaves would leave behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaving {
    /// Open cases in which this person is case officer, stands in for another or owes something under their own name.
    pub cases: Vec<String>,
    /// What else they answer for under their own name: corrective actions.
    pub others: Vec<String>,
    /// Roles that nobody else holds.
    pub roles: Vec<Role>,
}

impl Leaving {
    /// Whether the account may be closed: open cases are handed over first.
    pub fn may_leave(&self) -> bool {
        self.cases.is_empty() && self.others.is_empty()
    }
}

/// So many wrong passwords in a quarter of an hour, and changing one's own has to wait.
const GUESSES: i64 = 10;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

impl App {
    /// Enters a person; answers with the new identity.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn add_person(&self, now: Timestamp, by: Actor, person: NewPerson) -> Result<PersonId> {
        let mut wrong = Wrong::default();
        wrong.line("name", &person.name);
        check_login(&mut wrong, &person.login);
        wrong.short("position", &person.position);
        wrong.into_result()?;
        let hash = match &person.password {
            Some(password) => Some(hash_password(password.clone()).await?),
            None => None,
        };
        let id = PersonId(new_id());
        self.administer(now, by, |mut conn, office| {
            let (person, hash) = (person.clone(), hash.clone());
            async move {
                let mut wrong = Wrong::default();
                check_unit(&mut wrong, &office, person.unit.map(UnitId));
                wrong.into_result()?;
                put_new(&mut conn, now, id.0, &person, hash.as_deref()).await?;
                Ok((conn, Change::PersonAdded { person: id }))
            }
        })
        .await?;
        Ok(id)
    }

    /// Corrects what is known of a person.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn update_person(
        &self,
        now: Timestamp,
        by: Actor,
        id: PersonId,
        details: PersonDetails,
    ) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("name", &details.name);
        check_login(&mut wrong, &details.login);
        wrong.short("position", &details.position);
        wrong.into_result()?;
        self.administer(now, by, |mut conn, office| {
            let details = details.clone();
            async move {
                let mut wrong = Wrong::default();
                check_unit(&mut wrong, &office, details.unit);
                wrong.into_result()?;
                let mut row = one(&mut conn, id).await?;
                row.sort_key = crate::collation::sort_key(details.name.trim());
                row.display_name = details.name.trim().to_owned();
                row.login = details.login.trim().to_owned();
                row.email = details.email;
                row.position = details.position;
                row.unit_id = details.unit.map(|unit| unit.0);
                match store::people::update(&mut conn, &row).await {
                    Err(store::Error::Taken(_)) => {
                        return Err(vec![Invalid::new("login", Problem::AlreadyUsed)].into());
                    }
                    other => other?,
                }
                Ok((conn, Change::PersonChanged { person: id }))
            }
        })
        .await
    }

    /// What somebody would leave behind, to be shown before the account is closed.
    ///
    /// # Errors
    /// `NotFound`, or a failure of storage.
    pub async fn leaving(&self, now: Timestamp, person: PersonId) -> Result<Leaving> {
        self.db
            .read(|mut conn| async move {
                let office = self.office_in(&mut conn).await?;
                leaving(&mut conn, &office, now, person).await
            })
            .await
    }

    /// Closes an account: its sessions end and its roles are void. What it did stays.
    ///
    /// # Errors
    /// `OpenDuties` while open cases are in this person's hands, `LastAdministrator`, `Denied`, or a failure of storage.
    pub async fn close_account(&self, now: Timestamp, by: Actor, person: PersonId) -> Result<()> {
        self.administer(now, by, |mut conn, office| async move {
            if !leaving(&mut conn, &office, now, person).await?.may_leave() {
                return Err(vec![Invalid::new("person", Problem::OpenDuties)].into());
            }
            let mut row = one(&mut conn, person).await?;
            row.active = false;
            store::people::update(&mut conn, &row).await?;
            store::sessions::end_all(&mut conn, person.0).await?;
            Ok((conn, Change::PersonLeft { person }))
        })
        .await
    }

    /// Opens a closed account again.
    ///
    /// # Errors
    /// `NotFound`, `Denied`, or a failure of storage.
    pub async fn reopen_account(&self, now: Timestamp, by: Actor, person: PersonId) -> Result<()> {
        self.administer(now, by, |mut conn, _| async move {
            let mut row = one(&mut conn, person).await?;
            row.active = true;
            store::people::update(&mut conn, &row).await?;
            Ok((conn, Change::PersonReturned { person }))
        })
        .await
    }

    /// Gives a person a new password; every session of theirs ends.
    ///
    /// # Errors
    /// The field `password`, `Denied`, or a failure of storage.
    pub async fn set_password(
        &self,
        now: Timestamp,
        by: Actor,
        person: PersonId,
        password: String,
    ) -> Result<()> {
        let hash = hash_password(password).await?;
        self.administer(now, by, |mut conn, _| {
            let hash = hash.clone();
            async move {
                one(&mut conn, person).await?;
                store::people::set_password(&mut conn, person.0, Some(&hash)).await?;
                store::sessions::end_all(&mut conn, person.0).await?;
                Ok((conn, Change::PasswordSet { person }))
            }
        })
        .await
    }

    /// Changes one's own password; every session ends, and the token of a new one is the answer.
    ///
    /// # Errors
    /// The field `current` when it is wrong or was guessed too often, `password` when it cannot stand, or a failure of storage.
    pub async fn change_own_password(
        &self,
        now: Timestamp,
        person: PersonId,
        current: String,
        password: String,
    ) -> Result<String> {
        let bucket = format!("password:{}", person.0);
        let (login, credentials, tries) = self
            .db
            .act(|mut conn| {
                let bucket = bucket.clone();
                async move {
                    let tries = store::attempts::count(&mut conn, &bucket, now, WINDOW).await?;
                    let row = one(&mut conn, person).await?;
                    let credentials = store::people::credentials(&mut conn, &row.login).await?;
                    Ok::<_, Error>((row.login, credentials, tries))
                }
            })
            .await?;
        let hash = credentials.and_then(|c| c.password_hash);
        if tries > GUESSES || !matches(current, hash).await {
            return Err(vec![Invalid::new("current", Problem::WrongPassword)].into());
        }
        let hash = hash_password(password.clone()).await?;
        self.db
            .act(|mut conn| {
                let (hash, bucket) = (hash.clone(), bucket.clone());
                async move {
                    store::people::set_password(&mut conn, person.0, Some(&hash)).await?;
                    store::sessions::end_all(&mut conn, person.0).await?;
                    store::attempts::clear(&mut conn, &bucket).await?;
                    Ok::<_, Error>(())
                }
            })
            .await?;
        let session = self.sign_in(now, &login, &password, &bucket).await?;
        session.map_err(|_| Error::Denied)
    }
}

async fn one(conn: &mut Conn, id: PersonId) -> Result<Person> {
    store::people::one(conn, id.0).await?.ok_or(Error::NotFound)
}

fn check_login(wrong: &mut Wrong, login: &str) {
    wrong.line("login", login);
    let odd = |c: char| c.is_whitespace() || c.is_control();
    wrong.unless(!login.trim().contains(odd), "login", Problem::Unreadable);
}

fn check_unit(wrong: &mut Wrong, office: &Office, unit: Option<UnitId>) {
    let known = unit.is_none_or(|unit| office.units.contains_key(&unit));
    wrong.unless(known, "unit", Problem::NotOffered);
}

/// What others do for whoever left: the case officer reports a measure, QMR records a statement, the owner of an action reports.
const PASSED_ON: &[&str] = &[
    ActKind::ReportMeasureDone.key(),
    ActKind::RecordStatement.key(),
    ActionActKind::ReportActionDone.key(),
];

async fn leaving(conn: &mut Conn, office: &Office, now: Timestamp, person: PersonId) -> Result<Leaving> {
    const SHOWN: i64 = 50;
    let mut cases = Vec::new();
    for part in ["case_officer", "stand_in"] {
        cases.extend(store::people::open_cases(conn, person.0, part, SHOWN).await?);
    }
    let owed = store::obligations::owed_by(conn, person.0, PASSED_ON, SHOWN).await?;
    let (of_cases, others): (Vec<_>, Vec<_>) = owed
        .into_iter()
        .partition(|(kind, _)| kind == StreamKind::Case.as_str());
    let number = |(_, number)| number;
    cases.extend(of_cases.into_iter().map(number));
    cases.sort();
    cases.dedup();
    let today = office.desk(now).today;
    let alone = |role: &Role| office.staff.holders(*role, today).all(|holder| holder == person);
    Ok(Leaving {
        cases,
        others: others.into_iter().map(number).collect(),
        roles: office
            .staff
            .roles_of(person, today)
            .into_iter()
            .filter(alone)
            .collect(),
    })
}
