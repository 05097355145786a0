//! S2 Ours or not (ISO/IEC 17065 7.13.2), before any investigation; what is not ours gets a reasoned, signed answer with a referral, and
//! what falls under another statute is handed to the competent person.

use super::*;
use crate::vocabulary::Ours;

pub(super) fn duties(sheet: &mut Sheet) {
    if is_unassessed(sheet.case) {
        let on = sheet.case.began_on();
        let term = working(on, sheet.periods.assess);
        sheet.add(Rule::S2, ActKind::Assess, Office::Qmr, on, term);
    }
}

/// The answer to what is not ours.
pub(super) fn referral(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some(assessment) = case.round.assessment.as_ref().filter(|_| !case.is_settled()) else {
        return;
    };
    if case.letter_wanted().is_some() && case.letter_rule() == Rule::S2 {
        let draft = Term::WorkingDaysBefore {
            limit: case.limit_on(),
            days: sheet.periods.draft_before_limit,
        };
        sheet.letter(Rule::S2, assessment.done.on, draft);
    }
    let other = assessment.said.ours == Ours::OtherStatute;
    let goes_on = case.round.withdrawn.is_none() || case.goes_on_of_own_motion();
    if other && !case.is_answered() && goes_on {
        let term = working(assessment.done.on, sheet.periods.assess);
        sheet.add(Rule::S2, ActKind::HandOver, Office::Qmr, assessment.done.on, term);
    }
}

/// Not assessed yet, and an assessment is due.
pub(super) fn is_unassessed(case: &Case) -> bool {
    let goes_on = case.round.withdrawn.is_none() || case.goes_on_of_own_motion();
    case.round.assessment.is_none() && !case.is_settled() && !case.is_answered() && goes_on
}

#[cfg(test)]
mod stories;
