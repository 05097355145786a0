//! S14 A certified client's product or mark (ISO/IEC 17065 4.1.2.2; ISO/IEC 17021-1 9.8.4): the client is asked for its evidence, a valid
//! complaint is referred to it without the complainant's identity, and surveillance or suspension is decided on.

use super::*;
use crate::vocabulary::Subject;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some(assessment) = case.round.assessment.as_ref().filter(|_| case.is_inquired()) else {
        return;
    };
    if !case.has(Subject::ClientProduct) {
        return;
    }
    let round = &case.round;
    let assessed = assessment.done.on;
    if round.client_asked.is_none() {
        let term = working(assessed, sheet.periods.ask_client);
        sheet.add(Rule::S14, ActKind::AskClient, Office::Qmr, assessed, term);
    }
    let Some(decided) = case.outcome().and(round.conclusion.as_ref()) else {
        return;
    };
    let on = decided.approved.unwrap_or(decided.by).on;
    let term = working(on, sheet.periods.client_measures);
    if round.referred_to_client.is_none() {
        sheet.add(Rule::S14, ActKind::ReferToClient, Office::Qmr, on, term);
    }
    if round.client_measure.is_none() {
        sheet.add(Rule::S14, ActKind::DecideOnClient, Office::Leader, on, term);
    }
}

#[cfg(test)]
mod stories;
