//! S11 An upheld appeal never edits a certificate (ISO/IEC 17065 7.13.9, 7.6): it creates the task of a new certification decision.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some((answered, _)) = case.round.answered else {
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
