//! What must be done, as lists of duties say it. Mostly that is the act; where the holder has a choice, or several acts will do, the
//! duty has words of its own.

use procedure::corrective_action::ActionActKind;
use procedure::year_book::YearActKind;
use procedure::{ActKind, Rule};

use crate::lang::Lang;
use crate::say::act;
use crate::texts;

/// A duty of a case, by the rule that makes it and the act by which it is expected to be done.
pub fn duty(lang: Lang, rule: Rule, kind: ActKind) -> &'static str {
    let t = texts(lang);
    match (rule, kind) {
        // The act that will answer may still change with the case.
        (Rule::B2_4, _) => t.duty_answer(),
        (Rule::B1_2, ActKind::TellProgress) => t.duty_keep_promise(),
        (_, ActKind::ConfirmAnnulment) => t.duty_decide_annulment(),
        (_, ActKind::ApprovePlan) => t.duty_decide_plan(),
        (_, ActKind::ApproveOutcome) => t.duty_decide_proposal(),
        (_, ActKind::SignLetter) => t.duty_decide_letter(),
        (_, ActKind::GrantExtension) => t.duty_decide_extension(),
        (_, kind) => act(lang, kind),
    }
}

/// A duty of a corrective action.
pub fn action_duty(lang: Lang, kind: ActionActKind) -> &'static str {
    match kind {
        ActionActKind::ApproveActions => texts(lang).duty_decide_actions(),
        kind => act(lang, kind),
    }
}

/// A duty of the year book.
pub fn year_duty(lang: Lang, kind: YearActKind) -> &'static str {
    match kind {
        YearActKind::Review => texts(lang).duty_decide_compilation(),
        kind => act(lang, kind),
    }
}
