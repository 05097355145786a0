//! B2.1 Plan. "Sau khi xem xét nguyên nhân, cán bộ được phân công phải đề ra phương án giải quyết khiếu nại và trình Lãnh đạo phân công
//! cán bộ thực hiện" (Bước 2, opening). Where a doer is kept out later, the case officer reports in his place.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some(assessment) = case.round.assessment.as_ref().filter(|_| case.is_inquired()) else {
        return;
    };
    let assessed = assessment.done.on;
    let by_assessment = working(assessed, sheet.periods.plan);
    let Some(cause) = case.round.cause else {
        sheet.add(
            Rule::B2_1,
            ActKind::EstablishCause,
            case.cause_finder(),
            assessed,
            by_assessment,
        );
        return;
    };
    let officer = sheet.free(case.round.case_officer);
    let Some(plan) = &case.round.plan else {
        let duty = sheet.add(
            Rule::B2_1,
            ActKind::ProposePlan,
            Office::CaseOfficer,
            cause.on,
            by_assessment,
        );
        duty.person = officer;
        return;
    };
    if let Some(returned) = plan.returned {
        let term = working(returned.on, sheet.periods.approve_plan);
        sheet
            .add(
                Rule::B2_1,
                ActKind::ProposePlan,
                Office::CaseOfficer,
                returned.on,
                term,
            )
            .person = officer;
    } else if let Some(approved) = plan.approved {
        for (place, measure) in plan.said.measures.iter().enumerate() {
            if !plan.measures_done.contains(&place) {
                let term = Term::On { date: measure.by };
                let doer = sheet.free(Some(measure.doer));
                let office = doer.map_or(Office::CaseOfficer, |_| Office::Doer);
                let duty = sheet.add(Rule::B2_1, ActKind::ReportMeasureDone, office, approved.on, term);
                duty.person = doer.or(officer);
                duty.nth = u16::try_from(place).unwrap_or(u16::MAX);
            }
        }
    } else {
        let proposed = plan.proposed.on;
        let term = working(proposed, sheet.periods.approve_plan);
        sheet.add(Rule::B2_1, ActKind::ApprovePlan, Office::Leader, proposed, term);
    }
}

#[cfg(test)]
mod stories;
