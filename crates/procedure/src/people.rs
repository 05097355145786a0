//! Who works here: appointments, substitutes, authority to sign and interests, as they stood on a given day.

use crate::id::{PartyId, PersonId, UnitId};
use crate::vocabulary::{Role, SigningMode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A period of days, both ends included; open when `until` is absent.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    pub from: Date,
    pub until: Option<Date>,
}

impl Span {
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A role held by a person on the strength of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    pub person: PersonId,
    pub role: Role,
    pub unit: Option<UnitId>,
    pub span: Span,
    pub document: String,
}

/// The recorded substitute of a role's holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Substitution {
    pub role: Role,
    pub of: PersonId,
    pub by: PersonId,
    pub span: Span,
    pub named_by: PersonId,
    pub document: String,
}

/// A line of the table of signing authority (Nghị định 30/2020, art. 13).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    pub person: PersonId,
    pub mode: SigningMode,
    pub span: Span,
    /// The day on which it was given: a blocked Director's mandates given after receipt are void for that case.
    pub given_on: Date,
    pub document: String,
}

/// Employment by or consultancy for a client (ISO/IEC 17065 7.13.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interest {
    pub person: PersonId,
    pub client: PartyId,
    pub until: Option<Date>,
}

impl Interest {
    /// Whether the link still counts: until two calendar years after its end.
    pub fn counts_on(&self, day: Date) -> bool {
        use jiff::ToSpan;
        self.until
            .is_none_or(|end| end.checked_add(2.years()).is_ok_and(|last| day <= last))
    }
}

/// Everyone who can act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    pub active: Vec<PersonId>,
    pub appointments: Vec<Appointment>,
    pub substitutions: Vec<Substitution>,
    pub authorities: Vec<Authority>,
    pub interests: Vec<Interest>,
}

impl Staff {
    pub fn is_active(&self, person: PersonId) -> bool {
        self.active.contains(&person)
    }

    /// Holders of a role and their recorded substitutes on a day, without repetition.
    pub fn holders(&self, role: Role, day: Date) -> impl Iterator<Item = PersonId> + '_ {
        let own = self
            .appointments
            .iter()
            .filter(move |a| a.role == role && a.span.covers(day) && self.is_active(a.person))
            .map(|a| a.person);
        let stand = self
            .substitutions
            .iter()
            .filter(move |s| s.role == role && s.span.covers(day) && s.by != s.of && self.is_active(s.by))
            .map(|s| s.by);
        own.chain(stand)
    }

    pub fn holds(&self, role: Role, person: PersonId, day: Date) -> bool {
        self.holders(role, day).any(|p| p == person)
    }

    /// Whether a role is this person's own on a day, by appointment and not as somebody's substitute.
    pub fn is_appointed(&self, role: Role, person: PersonId, day: Date) -> bool {
        let mut appointments = self.appointments.iter();
        appointments.any(|a| a.role == role && a.person == person && a.span.covers(day))
    }

    /// Whether a person is here as an auditor and nothing else, who reads and changes nothing (§2).
    pub fn only_reads(&self, person: PersonId, day: Date) -> bool {
        self.roles_of(person, day) == [Role::Auditor]
    }

    /// Whether this person heads that unit.
    pub fn heads(&self, unit: UnitId, person: PersonId, day: Date) -> bool {
        self.appointments.iter().any(|a| {
            a.person == person
                && a.unit == Some(unit)
                && matches!(a.role, Role::HeadOfDepartment | Role::CertificationHead)
                && a.span.covers(day)
        })
    }

    /// Whether a person works for or advised this client, or did so within two calendar years before that day.
    pub fn has_interest(&self, person: PersonId, client: PartyId, day: Date) -> bool {
        let mut interests = self.interests.iter();
        interests.any(|i| i.person == person && i.client == client && i.counts_on(day))
    }

    /// The roles a person holds on a day, own and substituted.
    pub fn roles_of(&self, person: PersonId, day: Date) -> Vec<Role> {
        Role::ALL
            .iter()
            .copied()
            .filter(|&role| self.holds(role, person, day))
            .collect()
    }

    /// With which authority a person may sign letters on a day; the head needs no line in the table.
    pub fn authority(&self, person: PersonId, day: Date) -> Option<(SigningMode, Date)> {
        let head = self
            .appointments
            .iter()
            .find(|a| a.person == person && a.role == Role::Director && a.span.covers(day))
            .map(|a| (SigningMode::Head, a.span.from));
        head.or_else(|| {
            self.authorities
                .iter()
                .find(|a| a.person == person && a.span.covers(day))
                .map(|a| (a.mode, a.given_on))
        })
    }
}
