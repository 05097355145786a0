//! S8 Not satisfied (ISO 10002 7.9): one internal review by people who did not handle, decide or sign, then the notice of the end; recourse
//! taken outside keeps the case open until its result is known or the days pass unused.

use super::*;
use crate::vocabulary::Response;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let Some((response, Response::Rejected)) = case.round.response else {
        return;
    };
    let Some((reviewed, _)) = &case.round.review else {
        let term = calendar(response.on, sheet.periods.review_calendar);
        sheet.add(
            Rule::S8,
            ActKind::ReviewInternally,
            Office::Reviewer,
            response.on,
            term,
        );
        return;
    };
    if case.letter_wanted().is_some() && case.letter_rule() == Rule::S8 {
        sheet.letter(Rule::S8, reviewed.on, working(reviewed.on, sheet.periods.notice));
    }
    if let Some(recourse) = &case.round.recourse
        && recourse.result.is_none()
        && case.round.lapsed.is_none()
    {
        let term = calendar(recourse.known_on, sheet.periods.recourse_calendar);
        sheet.add(
            Rule::S8,
            ActKind::RecordRecourseResult,
            Office::Handler,
            recourse.known_on,
            term,
        );
    }
}
