//! B1.1 Settled on the spot. "… nếu người tiếp nhận giải thích được ngay mà khách hàng thoả mãn …" (Bước 1, first dash): the entry is
//! confirmed in the book, then QMR and the unit concerned are told; the register officer answers for both reports.

use super::*;
use crate::case::{BookEntry, Report};

pub(super) fn duties(sheet: &mut Sheet) {
    let Some(settlement) = &sheet.case.round.settlement else {
        return;
    };
    let on = settlement.done.on;
    if sheet.case.entry == BookEntry::Draft {
        let term = working(on, sheet.periods.confirm_entry);
        sheet.add(
            Rule::B1_1,
            ActKind::ConfirmEntry,
            Office::RegisterOfficer,
            on,
            term,
        );
    }
    for (report, act) in [
        (Report::Qmr, ActKind::ReportToQmr),
        (Report::Unit, ActKind::ReportToUnit),
    ] {
        if !sheet.case.round.reports.contains_key(&report) {
            let term = working(on, sheet.periods.report);
            sheet.add(Rule::B1_1, act, Office::RegisterOfficer, on, term);
        }
    }
}

#[cfg(test)]
mod stories;
