//! S13 Withdrawal, reopening, linking, correction: each an act with a reason. A withdrawn case gets a short signed notice of the end; an
//! annulment is confirmed by QMR.

use super::*;
use crate::case::BookEntry;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if case.entry == BookEntry::AnnulmentAsked
        && let Some(asked) = case.annulment_asked
    {
        let term = working(asked.on, sheet.periods.confirm_annulment);
        sheet.add(Rule::S13, ActKind::ConfirmAnnulment, Office::Qmr, asked.on, term);
    }
    if let Some(withdrawn) = case.round.withdrawn
        && case.letter_wanted().is_some()
    {
        sheet.letter(
            Rule::S13,
            withdrawn.on,
            working(withdrawn.on, sheet.periods.notice),
        );
    }
}

#[cfg(test)]
mod stories;
