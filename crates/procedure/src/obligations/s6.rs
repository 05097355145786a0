//! S6 Heard (ISO 10002 annex D): a person complained about is told and may answer before any finding.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some(assessment) = case.round.assessment.as_ref().filter(|_| case.is_inquired()) else {
        return;
    };
    if case.persons_concerned.is_empty() {
        return;
    }
    let Some(told) = case.round.subject_told else {
        let on = assessment.done.on;
        sheet.add(
            Rule::S6,
            ActKind::TellSubject,
            Office::Qmr,
            on,
            working(on, sheet.periods.tell_subject),
        );
        return;
    };
    for (place, person) in case.unheard().into_iter().enumerate() {
        let term = working(told.on, sheet.periods.statement);
        let duty = sheet.add(Rule::S6, ActKind::RecordStatement, Office::Qmr, told.on, term);
        duty.nth = u16::try_from(place).unwrap_or(u16::MAX);
        duty.person = Some(person);
    }
}

#[cfg(test)]
mod stories;
