//! S8 Not satisfied (ISO 10002 7.9): one internal review by people who did not handle, decide or sign, then the notice of the end. After it
//! the case stays open for the days in which recourse outside can be taken; taken, it keeps the case open until its result is known.

use super::*;
use crate::vocabulary::Response;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let round = &case.round;
    if let Some((response, Response::Rejected)) = round.response
        && round.review.is_none()
    {
        let term = calendar(response.on, sheet.periods.review_calendar);
        sheet.add(
            Rule::S8,
            ActKind::ReviewInternally,
            Office::Reviewer,
            response.on,
            term,
        );
    }
    if let Some((reviewed, _)) = &round.review
        && case.letter_wanted().is_some()
        && case.letter_rule() == Rule::S8
    {
        sheet.letter(Rule::S8, reviewed.on, working(reviewed.on, sheet.periods.notice));
    }
    if let Some(since) = case.awaits_recourse() {
        let term = calendar(since, sheet.periods.recourse_calendar);
        sheet.add(Rule::S8, ActKind::RecordRecourse, Office::Handler, since, term);
    }
    if let Some(recourse) = round.recourse.as_ref().filter(|r| r.result.is_none()) {
        let known = recourse.known_on;
        let term = calendar(known, sheet.periods.recourse_calendar);
        sheet.add(
            Rule::S8,
            ActKind::RecordRecourseResult,
            Office::Handler,
            known,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
