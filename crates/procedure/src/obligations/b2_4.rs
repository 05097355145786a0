//! B2.4 Thirty days. "Mọi phàn nàn, khiếu nại cần được trả lời trong vòng 30 ngày kể từ ngày nhận được …" (Bước 2, first dash): every
//! case, verbal ones and appeals too, in calendar days from receipt.

use super::*;
use crate::vocabulary::Ours;

pub(super) fn duties(sheet: &mut Sheet) {
    let case = sheet.case;
    if case.is_settled() || case.is_answered() || case.round.withdrawn.is_some() {
        return;
    }
    let term = case.limit_term(sheet.periods);
    sheet.add(
        Rule::B2_4,
        answering_act(case),
        Office::Qmr,
        case.limit_from,
        term,
    );
}

/// The act by which this case will be answered, as far as its facts tell today.
fn answering_act(case: &Case) -> ActKind {
    let ours = case.round.assessment.as_ref().map(|a| a.said.ours);
    if ours == Some(Ours::OtherStatute) {
        ActKind::HandOver
    } else if case.is_answered_in_writing() || (ours == Some(Ours::NotOurs) && case.can_write()) {
        ActKind::DispatchLetter
    } else if case.can_speak() && !case.written && !case.is_appeal() && ours != Some(Ours::NotOurs) {
        ActKind::AnswerByVoice
    } else if case.can_write() {
        ActKind::DispatchLetter
    } else {
        ActKind::FileConclusion
    }
}

#[cfg(test)]
mod stories;
