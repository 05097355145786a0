//! S9 Progress (ISO/IEC 17025 7.9.5): the complainant hears of progress every ten working days, and a forwarding authority gets its report.

use super::*;
use crate::case::Report;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let round = &case.round;
    if case.is_settled() {
        return;
    }
    if let Some(told) = round.last_told
        && !case.is_answered()
        && round.withdrawn.is_none()
        && case.can_tell()
    {
        let term = working(told, sheet.periods.progress);
        sheet.add(Rule::S9, ActKind::TellProgress, Office::Handler, told, term);
    }
    if let Some(forwarder) = &case.forwarder
        && let Some((answered, _)) = round.answered
        && !round.reports.contains_key(&Report::Forwarder)
    {
        let term = forwarder
            .report_by
            .map_or(working(answered, sheet.periods.notice), |date| Term::On { date });
        sheet.add(
            Rule::S9,
            ActKind::ReportToForwarder,
            Office::Handler,
            answered,
            term,
        );
    }
}
