//! Who is told: whoever owes a duty, and the line of superiors above them (head of the unit or QMR, deputy, Director, and above the
//! Director the impartiality body).

use crate::office::Office;
use jiff::civil::Date;
use procedure::vocabulary::Role;
use procedure::{PersonId, UnitId};
use std::collections::{BTreeMap, BTreeSet};
use store::obligations::Holder;

/// The people of one day by what they answer for.
pub(crate) struct Crew<'a> {
    office: &'a Office,
    today: Date,
    by_key: BTreeMap<String, BTreeSet<PersonId>>,
}

impl<'a> Crew<'a> {
    pub fn of(office: &'a Office, today: Date) -> Self {
        let mut by_key: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
        for &person in &office.staff.active {
            for held in office.held(person, today) {
                by_key.entry(held.role).or_default().insert(person);
            }
        }
        Crew {
            office,
            today,
            by_key,
        }
    }

    /// Whoever owes a duty today.
    pub fn holders(&self, holder: &Holder) -> BTreeSet<PersonId> {
        match holder {
            Holder::Person(person) => {
                let person = PersonId(*person);
                let is_here = self.office.staff.is_active(person);
                is_here.then_some(person).into_iter().collect()
            }
            Holder::Role { role, .. } => self.by_key.get(role).cloned().unwrap_or_default(),
        }
    }

    fn role(&self, role: Role) -> BTreeSet<PersonId> {
        self.office.staff.holders(role, self.today).collect()
    }

    pub fn directors(&self) -> BTreeSet<PersonId> {
        self.role(Role::Director)
    }

    /// Who is told when there is nobody to be told.
    pub fn guardians(&self) -> BTreeSet<PersonId> {
        let mut people = self.role(Role::Administrator);
        people.extend(self.role(Role::Qmr));
        people
    }

    /// The ranks above a holder, nearest first, each with those who fill it today.
    pub fn superiors(&self, holder: &Holder) -> Vec<BTreeSet<PersonId>> {
        let own = self.holders(holder);
        let is = |role: Role| {
            own.iter()
                .any(|&person| self.office.staff.holds(role, person, self.today))
        };
        let deputies = || self.role(Role::DeputyDirector);
        let above = || vec![self.directors(), self.role(Role::ImpartialityBody)];
        let key = match holder {
            Holder::Role { role, .. } => role.as_str(),
            Holder::Person(_) => "",
        };
        if is(Role::Director) || key == "director" || key == "leader" {
            return vec![self.role(Role::ImpartialityBody)];
        }
        if is(Role::DeputyDirector) {
            return above();
        }
        let heads =
            is(Role::Qmr) || is(Role::CertificationHead) || matches!(key, "qmr" | "certification_head");
        let mut ranks = Vec::new();
        if !heads {
            ranks.push(self.head_of(&own));
        }
        ranks.push(deputies());
        ranks.push(self.directors());
        for rank in &mut ranks {
            rank.retain(|person| !own.contains(person));
        }
        ranks
    }

    /// The heads of the units of these people; QMR where a unit has none, or nobody is known.
    fn head_of(&self, people: &BTreeSet<PersonId>) -> BTreeSet<PersonId> {
        let units: BTreeSet<UnitId> = people
            .iter()
            .filter_map(|person| self.office.people.get(person)?.unit_id.map(UnitId))
            .collect();
        let staff = &self.office.staff;
        let heads = |unit: &UnitId| {
            let of_unit = |person: &&PersonId| staff.heads(*unit, **person, self.today);
            staff.active.iter().filter(of_unit).copied().collect::<Vec<_>>()
        };
        let mut found: BTreeSet<PersonId> = units.iter().flat_map(heads).collect();
        found.retain(|head| !people.contains(head));
        if found.is_empty() {
            self.role(Role::Qmr)
        } else {
            found
        }
    }
}
