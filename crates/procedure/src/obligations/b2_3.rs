//! B2.3 Written reply. "… phải dự thảo công văn trả lời và trình Lãnh đạo Trung tâm ký rồi chuyển cho phòng Hành chính tổng hợp …"
//! (Bước 2, first dash). Answered means dispatched; where there is no address, a signed conclusion is filed instead.

use super::*;
use crate::vocabulary::Ours;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if case.is_settled() {
        return;
    }
    let draft = Term::WorkingDaysBefore {
        limit: case.limit_on(),
        days: sheet.periods.draft_before_limit,
    };
    // Where a voice would do, the letter that was begun is brought to its end.
    let in_writing = case.is_answered_in_writing() || case.letter_in_hand().is_some();
    if case.letter_wanted().is_some()
        && case.letter_rule() == Rule::B2_3
        && in_writing
        && let Some(opens_on) = outcome_day(case)
    {
        sheet.letter(Rule::B2_3, opens_on, draft);
    }
    // One letter leaves the house at a time: what is numbered goes first.
    let numbered = case
        .letter_in_hand()
        .is_some_and(|letter| letter.number.is_some());
    if let Some(place) = case.returned_letter().filter(|_| !numbered)
        && let Some((_, came_back)) = case.round.letters[place].delivery
    {
        let term = working(came_back, sheet.periods.dispatch);
        sheet
            .add(
                Rule::B2_3,
                ActKind::DispatchLetter,
                Office::Registry,
                came_back,
                term,
            )
            .nth = 1;
    }
    let voiceless = case.written || case.is_appeal() || !case.can_speak();
    let referred = case
        .round
        .assessment
        .as_ref()
        .is_some_and(|a| a.said.ours == Ours::NotOurs);
    let unreachable = !case.can_write() && !case.is_answered() && case.round.withdrawn.is_none();
    if unreachable && (referred || (voiceless && case.outcome().is_some())) {
        let opens_on = outcome_day(case).unwrap_or(case.registered_on);
        let term = case.limit_term(sheet.periods);
        sheet.add(
            Rule::B2_3,
            ActKind::FileConclusion,
            Office::Leader,
            opens_on,
            term,
        );
    }
}

/// The day of the decision, or of the assessment where nothing was to be decided.
fn outcome_day(case: &Case) -> Option<Date> {
    let decided = case
        .round
        .conclusion
        .as_ref()
        .map(|c| c.approved.unwrap_or(c.by).on);
    decided.or_else(|| case.round.assessment.as_ref().map(|a| a.done.on))
}

#[cfg(test)]
mod stories;
