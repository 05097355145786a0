//! S4 Independence (ISO/IEC 17065 7.13.5, 7.13.6): the decision concerned and its participants are on record before any outcome, a role in
//! which nobody may act is filled, a case officer who drops out is replaced, and a decision by somebody who is now barred is made anew.

use super::*;
use crate::vocabulary::Role;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let assessed = case.round.assessment.as_ref().map(|a| a.done.on);
    let on = assessed.unwrap_or(case.registered_on);
    for role in &case.vacant {
        let place = Role::ALL.iter().position(|r| r == role).unwrap_or_default();
        let on = case.vacated_on.unwrap_or(on);
        let term = working(on, sheet.periods.replacement);
        sheet
            .add(Rule::S4, ActKind::Substitute, Office::Director, on, term)
            .nth = u16::try_from(place).unwrap_or_default();
    }
    if case.is_inquired() && case.needs_participants() && case.participants.is_none() {
        let term = working(on, sheet.periods.participants);
        sheet.add(Rule::S4, ActKind::NameParticipants, Office::Qmr, on, term);
    }
    if case.is_inquired()
        && let Some(officer) = case.round.case_officer
        && is_kept_out(case, officer)
    {
        let term = working(on, sheet.periods.replacement);
        sheet.add(Rule::S4, ActKind::Reassign, Office::Qmr, on, term);
    }
    if let Some(proposal) = case
        .round
        .conclusion
        .as_ref()
        .filter(|c| !c.is_decision() && case.is_inquired())
    {
        let term = working(proposal.by.on, sheet.periods.approve_plan);
        sheet.add(
            Rule::S4,
            ActKind::ApproveOutcome,
            Office::Approver,
            proposal.by.on,
            term,
        );
    }
    if case.round.tainted {
        let on = case.round.tainted_on.unwrap_or(on);
        sheet.add(
            Rule::S4,
            ActKind::Reopen,
            Office::Qmr,
            on,
            working(on, sheet.periods.assess),
        );
    }
}

#[cfg(test)]
mod stories;
