//! The organisation as it stands: its people and roles, calendar and settings, held in memory until their version changes.

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::record::Named;
use crate::reminders::Pace;
use crate::submission::NewParty;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use procedure::calendar::{Calendar, CalendarDay, DayKind, WeeklyRest};
use procedure::obligations::s12::{Sight, sight};
use procedure::people::{Appointment, Authority, Interest, Span, Staff, Substitution};
use procedure::settings::Periods;
use procedure::vocabulary::{Role, SigningMode};
use procedure::{Case, Desk, PartyId, PersonId, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::organisation::{Organisation, Unit};
use store::people::Person;
use store::{At, Conn, On};
use uuid::Uuid;

/// What an organisation may set for itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub periods: Periods,
    /// The greatest size of one file, in mebibytes.
    pub largest_file_mib: u16,
    /// The full name of the unit `CNTT`, never expanded by the product.
    pub certification_unit_name: String,
    /// The symbol of outgoing letters of this office, such as `TTCN-QLCL`.
    pub letter_symbol: String,
    pub weekly_rest: WeeklyRest,
    /// How long a session lasts without use, in hours.
    pub session_hours: u16,
    /// What the public pages say and ask.
    pub portal: crate::portal::Portal,
    /// When duties remind.
    pub reminders: Pace,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            periods: Periods::default(),
            largest_file_mib: 25,
            certification_unit_name: String::new(),
            letter_symbol: "TT-QLCL".to_owned(),
            weekly_rest: WeeklyRest::default(),
            session_hours: 12,
            portal: crate::portal::Portal::default(),
            reminders: Pace::default(),
        }
    }
}

/// The organisation, read once for each version of it.
#[derive(Clone, Debug)]
pub struct Office {
    pub organisation: Organisation,
    pub settings: Settings,
    pub zone: TimeZone,
    pub staff: Staff,
    pub calendar: Calendar,
    pub people: BTreeMap<PersonId, Person>,
    pub units: BTreeMap<UnitId, Unit>,
    interests: Vec<store::interests::Interest>,
}

impl Office {
    pub fn id(&self) -> Uuid {
        self.organisation.id
    }

    /// The desk at a told moment.
    pub fn desk(&self, now: Timestamp) -> Desk<'_> {
        Desk::at(
            now,
            &self.zone,
            &self.staff,
            &self.calendar,
            &self.settings.periods,
        )
    }

    /// The name of a person, for a page or a letter.
    pub fn name(&self, person: PersonId) -> &str {
        self.people
            .get(&person)
            .map_or("?", |person| person.display_name.as_str())
    }

    pub fn unit_name(&self, unit: UnitId) -> &str {
        self.units.get(&unit).map_or("?", |unit| unit.name.as_str())
    }

    /// This office with the interests that count for the clients of a case: interests name clients in words, cases by identity.
    pub async fn for_case(&self, conn: &mut Conn, case: &Case) -> Result<Office> {
        let mut office = self.clone();
        office.staff.interests.clear();
        for client in case.clients() {
            let Some(party) = store::parties::current(conn, client.0).await? else {
                continue;
            };
            let key = store::fold::name_key(&party.name);
            let theirs = self
                .interests
                .iter()
                .filter(|i| store::fold::name_key(&i.client) == key);
            office.staff.interests.extend(theirs.map(|i| Interest {
                person: PersonId(i.person_id),
                client,
                until: i.until_on.map(|until| until.0),
            }));
        }
        Ok(office)
    }

    /// Every client with whom anybody has or had a tie, by the names as they are searched.
    pub(crate) fn clients_with_ties(&self) -> Vec<String> {
        let names = self.interests.iter();
        names.map(|i| store::fold::name_key(&i.client)).collect()
    }

    /// The clients, by their names as they are searched, whose interests this person shares today.
    pub(crate) fn clients_of(&self, person: PersonId, today: Date) -> Vec<String> {
        let counts = |until: Option<On>| Interest {
            person,
            client: PartyId(Uuid::nil()),
            until: until.map(|until| until.0),
        };
        let own = self.interests.iter().filter(|i| i.person_id == person.0);
        own.filter(|i| counts(i.until_on).counts_on(today))
            .map(|i| store::fold::name_key(&i.client))
            .collect()
    }

    /// How much of a case a person sees, interests in its clients included (S12).
    pub(crate) async fn sight(
        &self,
        conn: &mut Conn,
        case: &Case,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Sight> {
        Ok(match case.clients().next() {
            Some(_) => sight(case, person, &self.for_case(conn, case).await?.desk(now)),
            None => sight(case, person, &self.desk(now)),
        })
    }

    /// The name a case is found by in the register.
    pub(crate) async fn named(&self, conn: &mut Conn, party: PartyId) -> Result<Named> {
        let party = store::parties::current(conn, party.0).await?;
        Ok(party.map_or_else(Named::default, |party| Named {
            name: party.name,
            sort_key: party.sort_key,
            phone: party.phone,
        }))
    }

    pub(crate) async fn keep_party(
        &self,
        conn: &mut Conn,
        id: PartyId,
        party: &NewParty,
        now: Timestamp,
    ) -> Result<()> {
        let before = store::parties::current(conn, id.0).await?;
        if before
            .as_ref()
            .is_some_and(|before| NewParty::from(before) == *party)
        {
            return Ok(());
        }
        let row = store::parties::Party {
            id: id.0,
            version: before.map_or(1, |before| before.version + 1),
            kind: party.kind.key().to_owned(),
            name: party.name.clone(),
            sort_key: crate::collation::sort_key(&party.name),
            address: party.address.clone(),
            email: party.email.clone(),
            phone: party.phone.clone(),
            representative: party.representative.clone(),
            details: "{}".to_owned(),
            at: At::from(now),
            erased_at: None,
        };
        store::parties::insert(conn, &row).await?;
        Ok(())
    }
}

impl App {
    /// The organisation as this transaction sees it; from memory where its version is the one last read.
    pub(crate) async fn office_in(&self, conn: &mut Conn) -> Result<Arc<Office>> {
        let organisation = store::organisation::the_one(conn).await?.ok_or(Error::NotFound)?;
        let known = self.office.read().expect("no reader of the cache panics").clone();
        if let Some(office) = known.filter(|office| office.organisation.version == organisation.version) {
            return Ok(office);
        }
        let office = Arc::new(read_office(conn, organisation).await?);
        *self.office.write().expect("no writer of the cache panics") = Some(office.clone());
        Ok(office)
    }

    /// The organisation as it stands.
    ///
    /// # Errors
    /// `NotFound` before the first-run page was filled in.
    pub async fn office(&self) -> Result<Arc<Office>> {
        self.db
            .read(|mut conn| async move { self.office_in(&mut conn).await })
            .await
    }

    /// Whether the organisation is still to be set up.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn needs_setup(&self) -> Result<bool> {
        match self.office().await {
            Ok(_) => Ok(false),
            Err(Error::NotFound) => Ok(true),
            Err(error) => Err(error),
        }
    }
}

pub(crate) async fn read_office(conn: &mut Conn, organisation: Organisation) -> Result<Office> {
    let settings: Settings = serde_json::from_str(&organisation.settings).map_err(corrupt)?;
    let zone = TimeZone::get(&organisation.zone).map_err(corrupt)?;
    let people = store::people::all(conn).await?;
    let units = store::organisation::units(conn).await?;
    let mut staff = Staff {
        active: people
            .iter()
            .filter(|person| person.active)
            .map(|person| PersonId(person.id))
            .collect(),
        ..Staff::default()
    };
    for row in store::roles::appointments(conn).await? {
        staff.appointments.push(Appointment {
            person: PersonId(row.person_id),
            role: role(&row.role)?,
            unit: row.unit_id.map(UnitId),
            span: span(row.from_on, row.until_on),
            document: row.document,
        });
    }
    for row in store::roles::substitutions(conn).await? {
        staff.substitutions.push(Substitution {
            role: role(&row.role)?,
            of: PersonId(row.of_person),
            by: PersonId(row.by_person),
            span: span(row.from_on, row.until_on),
            named_by: PersonId(row.named_by),
            document: row.document,
        });
    }
    for row in store::roles::authorities(conn).await? {
        let mode = SigningMode::from_key(&row.mode).ok_or_else(|| corrupt(&row.mode))?;
        staff.authorities.push(Authority {
            person: PersonId(row.person_id),
            mode,
            span: span(row.from_on, row.until_on),
            given_on: row.from_on.0,
            document: row.document,
        });
    }
    let calendar = read_calendar(conn, settings.weekly_rest).await?;
    Ok(Office {
        settings,
        zone,
        staff,
        calendar,
        people: people
            .into_iter()
            .map(|person| (PersonId(person.id), person))
            .collect(),
        units: units.into_iter().map(|unit| (UnitId(unit.id), unit)).collect(),
        interests: store::interests::all(conn).await?,
        organisation,
    })
}

async fn read_calendar(conn: &mut Conn, rest: WeeklyRest) -> Result<Calendar> {
    let mut days = Vec::new();
    for row in store::calendar::all_days(conn).await? {
        days.push(CalendarDay {
            date: row.day_on.0,
            kind: DayKind::from_code(&row.kind).ok_or_else(|| corrupt(&row.kind))?,
            name_vi: row.name_vi,
            name_en: row.name_en,
            document: row.document,
        });
    }
    let years = store::calendar::years(conn).await?;
    let known: BTreeSet<i16> = years
        .iter()
        .filter_map(|year| i16::try_from(year.year).ok())
        .collect();
    let calendar = Calendar::new(days, WeeklyRest::default(), known);
    // Where other days are rested, the days in lieu of holidays fall otherwise.
    Ok(if rest == WeeklyRest::default() {
        calendar
    } else {
        calendar.for_weekly_rest(rest)
    })
}

fn role(key: &str) -> Result<Role> {
    Role::from_key(key).ok_or_else(|| corrupt(key))
}

fn span(from: On, until: Option<On>) -> Span {
    Span {
        from: from.0,
        until: until.map(|until| until.0),
    }
}
