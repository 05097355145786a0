//! S9 Progress (ISO/IEC 17025 7.9.5): the complainant hears of progress every ten working days, and a forwarding authority gets its report
//! by its own day, or after the answer where it named none. What the complainant writes meanwhile is answered.

use super::*;
use crate::case::Report;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let round = &case.round;
    if case.is_settled() {
        return;
    }
    if let Some(heard) = round.unanswered {
        let term = working(heard.on, sheet.periods.acknowledge);
        sheet.add(
            Rule::S9,
            ActKind::WriteToComplainant,
            Office::Handler,
            heard.on,
            term,
        );
    }
    let rejected = round
        .response
        .filter(|_| case.awaits_review())
        .map(|(done, _)| done.on);
    let waits = !case.is_answered() || rejected.is_some();
    if waits && round.withdrawn.is_none() && case.can_tell() {
        let told = round.last_told.unwrap_or(case.limit_from);
        let told = rejected.map_or(told, |rejected| told.max(rejected));
        let term = working(told, sheet.periods.progress);
        sheet.add(Rule::S9, ActKind::TellProgress, Office::Handler, told, term);
    }
    let Some(forwarder) = &case.forwarder else { return };
    let ended = round
        .answered
        .map(|(on, _)| on)
        .or(round.withdrawn.map(|done| done.on));
    let reported = round.reports.contains_key(&Report::Forwarder);
    let by_its_day = forwarder.report_by.filter(|_| !reported);
    let by_its_day = by_its_day.map(|date| Term::On { date });
    let by_the_end = ended.map(|on| working(on, sheet.periods.notice));
    if let Some(term) = by_its_day.or(by_the_end).filter(|_| case.forwarder_waits()) {
        let opens_on = ended.unwrap_or(case.limit_from);
        sheet.add(
            Rule::S9,
            ActKind::ReportToForwarder,
            Office::Handler,
            opens_on,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
