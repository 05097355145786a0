//! What somebody did to a corrective action or to the year book.

use procedure::corrective_action::{ActionAct, ActionEntry};
use procedure::year_book::YearAct;

use super::{Names, Teller, with_facts};
use crate::say::{act_done, action_duty, within};
use crate::texts;

impl<N: Names + ?Sized> Teller<'_, N> {
    pub(super) fn action(&self, entry: &ActionEntry) -> String {
        let t = texts(self.lang);
        let mut facts = self.action_facts(&entry.act);
        let mut next: Vec<String> = Vec::new();
        for (kind, _, _, due) in &entry.dated {
            let (duty, date) = (within(action_duty(self.lang, *kind)), t.date(due.on));
            let line = match due.provisional {
                true => t.history_duty_provisional(duty, date),
                false => t.history_duty_dated(duty, date),
            };
            if !next.contains(&line) {
                next.push(line);
            }
        }
        if !next.is_empty() {
            facts.push(t.history_next(next.join(", ")));
        }
        with_facts(self.lang, act_done(self.lang, entry.act.kind()), &facts)
    }

    fn action_facts(&self, act: &ActionAct) -> Vec<String> {
        let t = texts(self.lang);
        match act {
            ActionAct::Open {
                case,
                problem: _,
                owner,
                preventive,
            } => {
                let mut facts: Vec<String> = self.case(*case).into_iter().collect();
                facts.extend(preventive.then(|| t.history_preventive().to_owned()));
                facts.extend(owner.map(|owner| t.history_owner(self.names.person(owner))));
                facts
            }
            ActionAct::Link { case } => case.and_then(|case| self.names.case(case)).into_iter().collect(),
            ActionAct::AnalyseCause { method, .. } => vec![self.word(*method)],
            ActionAct::PlanActions { measures } => measures
                .iter()
                .map(|measure| self.measure(measure.doer, measure.by))
                .collect(),
            ActionAct::ReportActionDone { measure, .. } => vec![t.history_measure_place(measure + 1)],
            ActionAct::ReviewEffectiveness { effectiveness, .. } => vec![self.word(*effectiveness)],
            ActionAct::Correct { .. }
            | ActionAct::ApproveActions { .. }
            | ActionAct::ReturnActions { .. }
            | ActionAct::ConcludeNoneNeeded { .. }
            | ActionAct::CloseAction {}
            | ActionAct::ReopenAction { .. } => Vec::new(),
        }
    }

    fn case(&self, case: Option<procedure::CaseId>) -> Option<String> {
        let number = case.and_then(|case| self.names.case(case))?;
        Some(texts(self.lang).history_case(number))
    }

    pub(super) fn year(&self, act: &YearAct) -> String {
        let t = texts(self.lang);
        let facts = match act {
            YearAct::File { file_code } => vec![t.history_file_code(file_code)],
            YearAct::Compile { .. }
            | YearAct::ReturnCompilation { .. }
            | YearAct::Review { .. }
            | YearAct::ReceiveCompilation { .. }
            | YearAct::Freeze { .. } => Vec::new(),
        };
        with_facts(self.lang, act_done(self.lang, act.kind()), &facts)
    }
}
