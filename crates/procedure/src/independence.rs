//! S4: nobody judges their own work. Who is kept from which acts of a case, and by which fact (procedure §3.1;
//! ISO/IEC 17065 7.13.5, 7.13.6).

use crate::case::Case;
use crate::desk::Desk;
use crate::id::PersonId;
use crate::vocabulary::{Bar, Part};
use serde::{Deserialize, Serialize};

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
    let participants = case.participants.as_ref()?;
    let mut parts = participants
        .people
        .iter()
        .filter(|p| p.person == person)
        .map(|p| p.part)
        .peekable();
    if parts.peek().is_some() {
        return Some(if parts.any(|part| part == Part::FirstHandling) {
            Bar::FirstRound
        } else {
            Bar::TookPart
        });
    }
    let client = participants.client?;
    desk.staff
        .interests
        .iter()
        .any(|i| i.person == person && i.client == client && i.counts_on(desk.today))
        .then_some(Bar::Client)
}

/// The table of §3.1: what each fact still allows, on a complaint and on an appeal.
pub const fn allows(bar: Option<Bar>, nature: Nature, appeal: bool) -> bool {
    match (bar, nature) {
        (None, _) | (_, Nature::Information) => true,
        (Some(Bar::Subject | Bar::Interest | Bar::FirstRound), _) => false,
        (Some(Bar::TookPart), nature) => !appeal && !matches!(nature, Nature::Deciding),
        (Some(Bar::Client), nature) => !appeal && matches!(nature, Nature::Clerical | Nature::Handling),
    }
}
