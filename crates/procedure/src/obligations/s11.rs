//! S11 An upheld appeal never edits a certificate (ISO/IEC 17065 7.13.9, 7.6): it creates the task of a new certification decision.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let answered = case.round.answered.map(|(on, _)| on);
    // Of the body's own motion, also where the appeal was withdrawn.
    let withdrawn = case
        .round
        .withdrawn
        .filter(|_| case.is_inquired())
        .map(|done| done.on);
    let Some(answered) = answered.or(withdrawn) else {
        return;
    };
    if case.upheld_appeal() && case.round.new_decision.is_none() {
        let term = calendar(answered, sheet.periods.new_decision_calendar);
        sheet.add(
            Rule::S11,
            ActKind::ReportNewDecision,
            Office::CertificationHead,
            answered,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
