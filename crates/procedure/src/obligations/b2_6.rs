//! B2.6 Conduct. "… QMR trao đổi trực tiếp với cá nhân hoặc người có liên quan bị khách hàng khiếu nại để rút kinh nghiệm" (Bước 2,
//! second dash). It replaces neither the reply nor the limit, and it follows a settlement on the spot too.

use super::*;
use crate::vocabulary::Subject;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    let due = case.is_settled() || case.is_inquired();
    if case.has(Subject::StaffConduct) && due && case.round.talk.is_none() {
        let term = case.limit_term(sheet.periods);
        sheet.add(
            Rule::B2_6,
            ActKind::HoldTalk,
            Office::Qmr,
            case.registered_on,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
