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
    let holds = |role| case.holders(role, desk).contains(&person);
    if case.persons_concerned.contains(&person) {
        return Sight::Allegation;
    }
    let barred = bar(case, person, desk);
    if matches!(barred, Some(Bar::Interest)) {
        return Sight::Masked;
    }
    let on_the_case = case.receiver == Some(person)
        || case.round.case_officer == Some(person)
        || case.stand_ins.values().any(|named| named.person == person)
        || (barred.is_none() && case.round.handled_by.contains(&person))
        || doer(case, person)
        || signer(case, person);
    if on_the_case {
        return Sight::Full;
    }
    let director = holds(Role::Director) && !(case.is_protected() && case.director_is_blocked(desk));
    let stands_for_director = case.director_is_blocked(desk) && holds(Role::ImpartialityBody);
    if holds(Role::Qmr) || director || stands_for_director {
        return Sight::Full;
    }
    // Who reviews, and who approves what another proposed, must see what it is.
    let from_outside = [
        Role::ImpartialityBody,
        Role::ExternalReviewer,
        Role::DeputyDirector,
    ];
    if awaits_someone_from_outside(case) && from_outside.into_iter().any(holds) {
        return Sight::Full;
    }
    // Who drafts in place of a blocked QMR.
    if case
        .fills(Office::Requester, Nature::Handling, person, desk)
        .is_some()
        && barred.is_none()
    {
        return Sight::Full;
    }
    if case.is_protected() {
        let settles = settled_by_head(case) && holds(Role::CertificationHead) && barred.is_none();
        let sends = has_outgoing_letter(case) && holds(Role::Registry);
        let leads = awaits_deputy(case) && holds(Role::DeputyDirector);
        if settles || sends || leads {
            return Sight::Full;
        }
        if case
            .unit
            .is_some_and(|unit| desk.staff.heads(unit, person, desk.today))
        {
            return Sight::Report;
        }
        let keeps = holds(Role::RegisterOfficer) || holds(Role::Auditor);
        let numbers = awaits_incoming_number(case) && holds(Role::Registry);
        return if keeps || numbers {
            Sight::Masked
        } else {
            Sight::Nothing
        };
    }
    let sees = [
        Role::RegisterOfficer,
        Role::CertificationHead,
        Role::DeputyDirector,
        Role::Registry,
        Role::Auditor,
    ];
    if sees.into_iter().any(holds) {
        return Sight::Full;
    }
    if case
        .unit
        .is_some_and(|unit| desk.staff.heads(unit, person, desk.today))
    {
        return Sight::Report;
    }
    Sight::Nothing
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
