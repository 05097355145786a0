//! B2.5 Exception. "Trường hợp ngoại lệ, QMR xin ý kiến Giám đốc quyết định thời hạn giải quyết" (Bước 2, first dash): the Director
//! decides by the limit in force, and the complainant is told.

use super::*;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if case.is_settled() || case.is_answered() || case.round.withdrawn.is_some() {
        return;
    }
    if let Some(request) = case.open_extension() {
        let term = Term::On {
            date: request.limit_then,
        };
        sheet.add(
            Rule::B2_5,
            ActKind::GrantExtension,
            Office::Director,
            request.asked.on,
            term,
        );
    }
    if case.can_tell()
        && let Some(decided) = case.untold_extension().and_then(|e| e.decided)
    {
        let term = working(decided.on, sheet.periods.tell_extension);
        sheet.add(
            Rule::B2_5,
            ActKind::TellExtension,
            Office::Handler,
            decided.on,
            term,
        );
    }
}

#[cfg(test)]
mod stories;
