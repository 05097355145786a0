//! S13 Withdrawal, reopening, linking, correction: each an act with a reason. A withdrawn case gets a short signed notice of the end; an
//! annulment is confirmed by QMR.

use super::*;
use crate::case::BookEntry;
use crate::vocabulary::LetterPurpose;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if case.entry == BookEntry::AnnulmentAsked
        && let Some(asked) = case.annulment_asked
    {
        let term = working(asked.on, sheet.periods.confirm_annulment);
        sheet.add(Rule::S13, ActKind::ConfirmAnnulment, Office::Qmr, asked.on, term);
    }
    if case.letter_wanted().is_none() || case.letter_rule() != Rule::S13 {
        return;
    }
    let mistake = case
        .letter_in_hand()
        .filter(|letter| letter.purpose == LetterPurpose::Correction);
    let since = mistake.map(|letter| letter.drafted).or(case.round.withdrawn);
    if let Some(since) = since {
        sheet.letter(Rule::S13, since.on, working(since.on, sheet.periods.notice));
    }
}

#[cfg(test)]
mod stories;
