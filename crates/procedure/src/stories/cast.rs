//! The people of the stories: one for each office of a small centre, and two who may help out.

use crate::id::{PartyId, PersonId, UnitId};
use crate::people::{Appointment, Authority, Span, Staff};
use crate::vocabulary::{Role, SigningMode};
use jiff::civil::{Date, date};

/// Everybody, by the word that stories call them by, with the role they hold.
pub const CAST: &[(&str, Option<Role>)] = &[
    ("receiver", None),
    ("register", Some(Role::RegisterOfficer)),
    ("QMR", Some(Role::Qmr)),
    ("head", Some(Role::CertificationHead)),
    ("officer", Some(Role::CaseOfficer)),
    ("second", Some(Role::CaseOfficer)),
    ("Director", Some(Role::Director)),
    ("deputy", Some(Role::DeputyDirector)),
    ("clerk", Some(Role::Registry)),
    ("chief", Some(Role::HeadOfDepartment)),
    ("colleague", None),
    ("board", Some(Role::ImpartialityBody)),
    ("expert", Some(Role::ExternalReviewer)),
    ("auditor", Some(Role::Auditor)),
    ("admin", Some(Role::Administrator)),
];

/// The certified client of the stories, and the complainant.
pub const CLIENT: PartyId = PartyId::small(101);
pub const COMPLAINANT: PartyId = PartyId::small(102);
pub const FORWARDER: PartyId = PartyId::small(103);

/// The unit of the certification head, and that of the other head.
pub const CNTT: UnitId = UnitId::small(201);
pub const OTHER_UNIT: UnitId = UnitId::small(202);

pub const LONG_AGO: Date = date(2025, 1, 2);

pub fn named(name: &str) -> Option<PersonId> {
    let place = CAST.iter().position(|(known, _)| *known == name)?;
    Some(PersonId::small(place as u128 + 1))
}

pub fn name(person: PersonId) -> &'static str {
    let place = usize::try_from(person.0.as_u128() - 1).unwrap();
    CAST[place].0
}

pub fn everybody() -> impl Iterator<Item = PersonId> {
    CAST.iter().map(|(name, _)| named(name).unwrap())
}

pub const fn since(from: Date) -> Span {
    Span { from, until: None }
}

pub fn appointment(person: PersonId, role: Role) -> Appointment {
    let unit = match role {
        Role::CertificationHead => Some(CNTT),
        Role::HeadOfDepartment => Some(OTHER_UNIT),
        _ => None,
    };
    Appointment {
        person,
        role,
        unit,
        span: since(LONG_AGO),
        document: "12/QĐ-TT".to_owned(),
    }
}

pub fn authority(person: PersonId, mode: SigningMode, given_on: Date) -> Authority {
    Authority {
        person,
        mode,
        span: since(given_on),
        given_on,
        document: "15/UQ-TT".to_owned(),
    }
}

/// The usual staff: every office filled by one person, and the deputy signs KT.
pub fn staff() -> Staff {
    let held = CAST
        .iter()
        .filter_map(|(name, role)| Some(appointment(named(name)?, (*role)?)));
    Staff {
        active: everybody().collect(),
        appointments: held.collect(),
        authorities: vec![authority(named("deputy").unwrap(), SigningMode::Kt, LONG_AGO)],
        ..Staff::default()
    }
}
