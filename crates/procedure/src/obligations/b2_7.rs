//! B2.7 Confidentiality. "… QMR có trách nhiệm tổ chức điều tra nguyên nhân gây rò rỉ thông tin thực hiện các hành động khắc phục …"
//! (Bước 2, third dash); with the assessment of a breach of personal data within 72 hours of the first reading.

use super::*;
use crate::vocabulary::Subject;
use jiff::ToSpan;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if !case.has(Subject::Confidentiality) || case.is_settled() {
        return;
    }
    let round = &case.round;
    let maybe_ours = round.assessment.is_none() || case.is_ours();
    if round.breach_assessed.is_none() && maybe_ours {
        // The day is for lists; the instant decides.
        let days = sheet.periods.leak_hours.div_ceil(24);
        let date = case.first_read_on.saturating_add(i32::from(days).days());
        let end = case
            .first_read_at
            .saturating_add(i64::from(sheet.periods.leak_hours).hours());
        let duty = sheet.add(
            Rule::B2_7,
            ActKind::AssessDataBreach,
            Office::Qmr,
            case.registered_on,
            Term::On { date },
        );
        duty.due_at = end.ok();
    }
    let Some(assessment) = round.assessment.as_ref().filter(|_| case.is_inquired()) else {
        return;
    };
    let assessed = assessment.done.on;
    if round.leak.is_none() {
        let term = working(assessed, sheet.periods.investigate);
        sheet.add(Rule::B2_7, ActKind::InvestigateLeak, Office::Qmr, assessed, term);
    }
    if let Some((done, _)) = round.leak
        && case.leak_touches_client()
        && round.client_told.is_none()
    {
        let term = working(done.on, sheet.periods.report);
        sheet.add(
            Rule::B2_7,
            ActKind::TellAffectedClient,
            Office::Qmr,
            done.on,
            term,
        );
    }
    if case.corrective_actions.is_empty() && !case.has(Subject::CertificationResult) {
        let term = working(assessed, sheet.periods.plan);
        sheet.add(
            Rule::B2_7,
            ActKind::OpenCorrectiveAction,
            Office::Qmr,
            assessed,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
