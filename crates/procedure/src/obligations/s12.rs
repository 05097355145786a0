//! S12 Protection (ISO/IEC 17065 4.5): who may see how much of a case. It makes no duty; every page, list and export asks it.

use crate::case::Case;
use crate::desk::Desk;
use crate::id::PersonId;
use crate::independence::{Nature, bar};
use crate::office::Office;
use crate::vocabulary::{Bar, Ours, Role};
use serde::{Deserialize, Serialize};

/// How much of a case a person sees.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// Not even that it exists.
    Nothing,
    /// Its line in the register, without names and content.
    Masked,
    /// Who must declare an interest or none before seeing the case: enough to know whether there is one (§3.1).
    Heading,
    /// The person complained about: the allegation, not the complainant.
    Allegation,
    /// The head of the unit: what the report needs, not the complainant.
    Report,
    /// Everything.
    Full,
}

/// What this person sees of this case.
pub fn sight(case: &Case, person: PersonId, desk: &Desk) -> Sight {
    if !desk.staff.is_active(person) {
        return Sight::Nothing;
    }
    if case.persons_concerned.contains(&person) {
        return Sight::Allegation;
    }
    if bar(case, person, desk) == Some(Bar::Interest) {
        return Sight::Masked;
    }
    if sees_undeclared(case, person, desk) {
        return Sight::Full;
    }
    if judges(case, person, desk) {
        return if declares_before_seeing(case, person, desk) {
            Sight::Heading
        } else {
            Sight::Full
        };
    }
    if case
        .unit
        .is_some_and(|unit| desk.staff.heads(unit, person, desk.today))
    {
        return Sight::Report;
    }
    let holds = |role| case.holders(role, desk).contains(&person);
    let keeps = holds(Role::RegisterOfficer) || holds(Role::Auditor);
    let numbers = awaits_incoming_number(case) && holds(Role::Registry);
    if case.is_protected() && (keeps || numbers) {
        Sight::Masked
    } else {
        Sight::Nothing
    }
}

/// Who sees the case without having declared anything: who took it down, leads the house, keeps or checks the book, sends its letters, or
/// works on it already.
fn sees_undeclared(case: &Case, person: PersonId, desk: &Desk) -> bool {
    let holds = |role| case.holders(role, desk).contains(&person);
    let handled = case.round.handled_by.contains(&person) && bar(case, person, desk).is_none();
    if case.receiver == Some(person) || handled || doer(case, person) {
        return true;
    }
    let stands_in = |role| {
        case.stand_ins
            .get(&role)
            .is_some_and(|named| named.person == person)
    };
    if stands_in(Role::Registry) {
        return true;
    }
    if case.is_protected() {
        let leads = holds(Role::Director) && !case.director_is_blocked(desk);
        return leads || has_outgoing_letter(case) && holds(Role::Registry);
    }
    let open_to = [
        Role::Director,
        Role::RegisterOfficer,
        Role::Registry,
        Role::Auditor,
    ];
    open_to.into_iter().any(holds)
}

/// Who sees the case because an office or a name on it asks them to handle, decide or sign.
fn judges(case: &Case, person: PersonId, desk: &Desk) -> bool {
    let holds = |role| case.holders(role, desk).contains(&person);
    let barred = bar(case, person, desk);
    let named = case.round.case_officer == Some(person)
        || case.stand_ins.values().any(|named| named.person == person)
        || signer(case, person);
    let stands_for_director = case.director_is_blocked(desk) && holds(Role::ImpartialityBody);
    if named || holds(Role::Qmr) || stands_for_director {
        return true;
    }
    // Who reviews, and who approves what another proposed, must see what it is.
    let from_outside = [
        Role::ImpartialityBody,
        Role::ExternalReviewer,
        Role::DeputyDirector,
    ];
    if awaits_someone_from_outside(case) && from_outside.into_iter().any(holds) {
        return true;
    }
    // Who drafts in place of a blocked QMR.
    let requests = case.fills(Office::Requester, Nature::Handling, person, desk);
    if requests.is_some() && barred.is_none() {
        return true;
    }
    if case.is_protected() {
        let settles = settled_by_head(case) && holds(Role::CertificationHead) && barred.is_none();
        let leads = awaits_deputy(case) && holds(Role::DeputyDirector);
        settles || leads
    } else {
        holds(Role::CertificationHead) || holds(Role::DeputyDirector)
    }
}

/// §3.1: an interest or none is on record before a handler sees the case. What is over, settled at the counter or an old record has no
/// handler any more, and of whom it asks nothing nobody can ask a declaration.
fn declares_before_seeing(case: &Case, person: PersonId, desk: &Desk) -> bool {
    asks_for_declarations(case)
        && !case.declarations.contains_key(&person)
        && !case.has_handled(person)
        && case.concerns(person, desk)
}

/// Whether this case is one whose handlers declare before they see it.
pub fn asks_for_declarations(case: &Case) -> bool {
    let over = case.closed_on.is_some() || case.is_annulled();
    !over && !case.is_settled() && !case.transcribed
}

/// A protected case that the certification head must consider and settle (B2.2), or whose upheld appeal asks him for a new decision
/// (S11), cannot be closed to him; what another statute governs nobody settles here.
pub fn settled_by_head(case: &Case) -> bool {
    let rounds = [&case.round].into_iter().chain(case.past_rounds.iter().rev());
    let assessed = rounds.filter_map(|round| round.assessment.as_ref()).next();
    let sealed = assessed.is_some_and(|a| a.said.ours == Ours::OtherStatute);
    (case.settler() == Office::CertificationHead || case.upheld_appeal()) && !sealed
}

/// The registry numbers, sends and follows a letter until it is delivered: from its signature on, and after it left the house.
pub fn has_outgoing_letter(case: &Case) -> bool {
    case.round.letters.iter().any(|letter| !letter.is_draft())
}

/// A deputy approves plans and signs.
pub fn awaits_deputy(case: &Case) -> bool {
    case.round.plan.is_some() || case.letter_in_hand().is_some()
}

/// A document that arrived gets its number from the registry, which for that needs to know no more than that there is one.
pub fn awaits_incoming_number(case: &Case) -> bool {
    case.written && case.incoming_number.is_none()
}

/// An outcome that somebody must approve, or that is reviewed.
pub fn awaits_someone_from_outside(case: &Case) -> bool {
    let proposed = case.round.conclusion.as_ref().is_some_and(|c| !c.is_decision());
    case.awaits_review() || proposed
}

fn doer(case: &Case, person: PersonId) -> bool {
    let plan = case.round.plan.as_ref().filter(|p| p.approved.is_some());
    plan.is_some_and(|p| p.said.measures.iter().any(|m| m.doer == person))
}

fn signer(case: &Case, person: PersonId) -> bool {
    case.round
        .letters
        .iter()
        .any(|l| l.submitted.is_some() && l.said.as_ref().is_some_and(|said| said.signer == person))
}

#[cfg(test)]
mod stories;
