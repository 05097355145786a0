//! S7 Outcome and end (ISO/IEC 17065 7.13.7, 7.13.8): an outcome, formal notice of it and of the end of the process, and fifteen working
//! days in which it may be rejected.

use super::*;
use crate::vocabulary::Subject;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if case.is_settled() {
        return;
    }
    if case.is_inquired() && !case.has(Subject::CertificationResult) {
        outcome(sheet, Rule::S7, Office::Qmr);
    }
    if let Some((answered, _)) = case.round.answered
        && case.letter_wanted().is_some()
        && case.letter_rule() == Rule::S7
    {
        sheet.letter(Rule::S7, answered, working(answered, sheet.periods.notice));
    }
    if case.conclusion_untold()
        && let Some((answered, _)) = case.round.answered
    {
        let term = working(answered, sheet.periods.notice);
        sheet.add(Rule::S7, ActKind::AnswerByVoice, Office::Handler, answered, term);
    }
    if case.awaits_response()
        && let Some(term) = response_term(case, sheet.periods)
        && let Some((answered, _)) = case.round.answered
    {
        let opens_on = case.round.notified.unwrap_or(answered);
        sheet.add(Rule::S7, ActKind::RecordResponse, Office::Handler, opens_on, term);
    }
}

/// The duty to decide, three working days before the limit like the draft that follows from it.
pub(super) fn outcome(sheet: &mut Sheet, rule: Rule, office: Office) {
    let case = sheet.case;
    if case.round.conclusion.is_some() {
        return;
    }
    let opens_on = case
        .round
        .assessment
        .as_ref()
        .map_or(case.registered_on, |a| a.done.on);
    let term = Term::WorkingDaysBefore {
        limit: case.limit_on(),
        days: sheet.periods.draft_before_limit,
    };
    sheet.add(rule, ActKind::DecideOutcome, office, opens_on, term);
}

/// Until when a rejection, or recourse outside after the review, is awaited; afterwards silence lapses.
pub fn response_term(case: &Case, periods: &Periods) -> Option<Term> {
    let round = &case.round;
    if case.awaits_response() {
        let told = round.notified.or(round.answered.map(|(on, _)| on))?;
        return Some(working(told, periods.response));
    }
    let since = case.awaits_recourse()?;
    Some(calendar(since, periods.recourse_calendar))
}

#[cfg(test)]
mod stories;
