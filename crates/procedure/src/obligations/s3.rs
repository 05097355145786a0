//! S3 Assess (ISO 10002 7.5): severity, safety, complexity, impact, need for immediate action. Safety alerts the Director the same day.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if s2::is_unassessed(case) {
        let on = case.began_on();
        let term = working(on, sheet.periods.assess);
        sheet.add(Rule::S3, ActKind::Assess, Office::Qmr, on, term);
    }
    if case.safety && case.round.director_alerted.is_none() && !case.is_settled() {
        let since = case.safety_since.unwrap_or(case.registered_on);
        let on = since.max(case.limit_from);
        sheet.add(Rule::S3, ActKind::AlertDirector, Office::Qmr, on, working(on, 0));
    }
}

#[cfg(test)]
mod stories;
