//! S1 Acknowledge (ISO/IEC 17065 7.13.3): a written case, an appeal and a promised reply, with case number, limit and next step.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let round = &case.round;
    let open = !case.is_settled() && !case.is_answered() && round.withdrawn.is_none();
    if open && (case.written || case.is_appeal()) && case.can_tell() && round.acknowledged.is_none() {
        let on = case.received_on.max(case.limit_from);
        let days = if case.channel.is_electronic() {
            0
        } else {
            sheet.periods.acknowledge
        };
        sheet.add(
            Rule::S1,
            ActKind::Acknowledge,
            Office::RegisterOfficer,
            on,
            working(on, days),
        );
    }
}
