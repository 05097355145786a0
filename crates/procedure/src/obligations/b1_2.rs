//! B1.2 Promised reply. "… ghi thông tin liên lạc của khách hàng và hẹn sẽ trả lời sau … báo cho QMR để tìm phương hướng giải quyết"
//! (Bước 1, second dash): contact, promise, report, direction; a promise that falls due is met by the answer or by news of progress.

use super::*;
use crate::case::Report;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let round = &case.round;
    let open = !case.is_settled() && !case.is_answered() && round.withdrawn.is_none();
    if !open || !case.past_rounds.is_empty() {
        return;
    }
    let on = case.began_on();
    let receiver = sheet.free(case.receiver);
    // Where the receiver is kept out, whoever handles the case speaks to the complainant, and the register officer to QMR.
    let speaks = receiver.map_or(Office::Handler, |_| Office::Receiver);
    let reports = receiver.map_or(Office::RegisterOfficer, |_| Office::Receiver);
    match &round.promise {
        None if case.written => {}
        None => {
            let term = working(on, sheet.periods.promise);
            sheet.add(Rule::B1_2, ActKind::Promise, speaks, on, term).person = receiver;
        }
        // What was promised is kept, also when the complainant wrote since.
        Some((done, promise)) => {
            if let Some(date) = promise.reply_by.filter(|_| case.can_tell()) {
                let opens_on = done.on;
                sheet
                    .add(
                        Rule::B1_2,
                        ActKind::TellProgress,
                        speaks,
                        opens_on,
                        Term::On { date },
                    )
                    .person = receiver;
            }
        }
    }
    if case.written {
        return;
    }
    let reported = round.reports.get(&Report::Qmr).map(|done| done.on);
    if reported.is_none() {
        let term = working(on, sheet.periods.report);
        sheet
            .add(Rule::B1_2, ActKind::ReportToQmr, reports, on, term)
            .person = receiver;
    }
    if round.direction.is_none() {
        let days = sheet.periods.direction;
        let term = match reported {
            Some(reported) => working(reported.max(on), days),
            None => working(on, sheet.periods.report + days),
        };
        sheet.add(Rule::B1_2, ActKind::GiveDirection, Office::Qmr, on, term);
    }
}

#[cfg(test)]
mod stories;
