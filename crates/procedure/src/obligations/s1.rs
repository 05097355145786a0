//! S1 Acknowledge (ISO/IEC 17065 7.13.3): a written case, an appeal and a promised reply, with case number, limit and next step.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let round = &case.round;
    let open = !case.is_settled() && !case.is_answered() && round.withdrawn.is_none();
    if open && (case.written || case.is_appeal()) && case.can_tell() && round.acknowledged.is_none() {
        let on = case
            .wrote_on
            .map_or(case.limit_from, |wrote| wrote.max(case.limit_from));
        let days = if case.channel.is_electronic() {
            0
        } else {
            sheet.periods.acknowledge
        };
        // The register officer sees a protected case masked (S12), and writes to nobody there.
        let office = if case.is_protected() {
            Office::Qmr
        } else {
            Office::RegisterOfficer
        };
        sheet.add(Rule::S1, ActKind::Acknowledge, office, on, working(on, days));
    }
}

#[cfg(test)]
mod stories;
