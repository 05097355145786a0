//! S4: nobody judges their own work. Who is kept from which acts of a case, and by which fact (procedure §3.1;
//! ISO/IEC 17065 7.13.5, 7.13.6).

use crate::case::Case;
use crate::desk::Desk;
use crate::id::PersonId;
use crate::vocabulary::{Bar, Part};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an act is, for the question who may do it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Statement and evidence: open to everyone.
    Information,
    /// The book, the registry, notices: no judgement in it.
    Clerical,
    /// Assessing, directing, inquiring, proposing, drafting.
    Handling,
    /// Deciding and approving.
    Deciding,
    /// Signing the letter of what an independent person decided.
    Signing,
}

/// The strongest fact that keeps a person from acts of this case on this day, if there is one.
pub fn bar(case: &Case, person: PersonId, desk: &Desk) -> Option<Bar> {
    if case.persons_concerned.contains(&person) {
        return Some(Bar::Subject);
    }
    if case.recused.contains(&person) || case.declarations.get(&person) == Some(&true) {
        return Some(Bar::Interest);
    }
    let took_part = |first: bool| {
        let mut people = case.participants.iter().flat_map(|p| &p.people);
        people.any(|p| p.person == person && (p.part == Part::FirstHandling) == first)
    };
    if took_part(true) {
        return Some(Bar::FirstRound);
    }
    // Before having taken part, because it leaves less: not even the signature.
    if case
        .clients()
        .any(|client| desk.staff.has_interest(person, client, desk.today))
    {
        return Some(Bar::Client);
    }
    took_part(false).then_some(Bar::TookPart)
}

/// Whether the record of the case alone keeps a person from everything but information: what duties, which know no staff, go by.
pub fn is_kept_out(case: &Case, person: PersonId) -> bool {
    let out = case.persons_concerned.contains(&person)
        || case.recused.contains(&person)
        || case.declarations.get(&person) == Some(&true);
    let mut parts = case.participants.iter().flat_map(|p| &p.people);
    out || parts.any(|p| p.person == person && (case.is_appeal() || p.part == Part::FirstHandling))
}

/// Those whom a case is about, or who declared an interest in it: they do nothing in its corrective actions either (S10).
pub fn apart(case: &Case) -> BTreeMap<PersonId, Bar> {
    let declared = case
        .declarations
        .iter()
        .filter(|(_, has)| **has)
        .map(|(&person, _)| person);
    let interested = declared.chain(case.recused.iter().copied());
    let subjects = case.persons_concerned.iter().copied();
    interested
        .map(|person| (person, Bar::Interest))
        .chain(subjects.map(|person| (person, Bar::Subject)))
        .collect()
}

/// The table of §3.1: what each fact still allows, on a complaint and on an appeal. That one who took part may sign what another decided
/// is for leaders alone: see `Office::Signer`.
pub const fn allows(bar: Option<Bar>, nature: Nature, appeal: bool) -> bool {
    match (bar, nature) {
        (None, _) | (_, Nature::Information) => true,
        (Some(Bar::Subject | Bar::Interest | Bar::FirstRound), _) => false,
        (Some(Bar::TookPart), Nature::Signing) => true,
        (Some(Bar::TookPart), nature) => !appeal && !matches!(nature, Nature::Deciding),
        (Some(Bar::Client), nature) => !appeal && matches!(nature, Nature::Clerical | Nature::Handling),
    }
}
