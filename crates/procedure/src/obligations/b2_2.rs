//! B2.2 Certification result. "… Trưởng phòng CNTT xem xét giải quyết và báo cáo QMR và Lãnh đạo Trung tâm đồng thời thực hiện các hành
//! động khắc phục …" (Bước 2, opening). By subject, whatever the channel; both reports come before the reply is signed.

use super::*;
use crate::case::Report;
use crate::vocabulary::Subject;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some(assessment) = case.round.assessment.as_ref() else {
        return;
    };
    if !case.has(Subject::CertificationResult) || !case.is_inquired() {
        return;
    }
    let assessed = assessment.done.on;
    s7::outcome(sheet, Rule::B2_2, Office::CertificationHead);
    if let Some(decided) = case.outcome().and(case.round.conclusion.as_ref()) {
        let on = decided.approved.unwrap_or(decided.by).on;
        for (report, act) in [
            (Report::ResultToQmr, ActKind::ReportResultToQmr),
            (Report::ResultToLeadership, ActKind::ReportResultToLeadership),
        ] {
            if !case.round.reports.contains_key(&report) {
                let term = working(on, sheet.periods.report);
                sheet.add(Rule::B2_2, act, Office::CertificationHead, on, term);
            }
        }
    }
    if case.corrective_actions.is_empty() {
        let term = working(assessed, sheet.periods.plan);
        sheet.add(
            Rule::B2_2,
            ActKind::OpenCorrectiveAction,
            Office::CertificationHead,
            assessed,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
