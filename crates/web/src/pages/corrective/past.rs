//! What happened to an action, in words, with what was written then.

use app::actions::ActionView;
use i18n::say::Names;
use maud::{Markup, html};
use procedure::corrective_action::{ActionAct, ActionEntry};
use procedure::{CaseId, PersonId, TextRef};

use super::forms::sign;
use crate::ui::{Moment, Tone, history};
use crate::visit::Me;

/// The names a line of the history speaks of.
struct Known<'a>(&'a ActionView);

impl Names for Known<'_> {
    fn person(&self, person: PersonId) -> String {
        self.0.office.name(person).to_owned()
    }

    fn case(&self, case: CaseId) -> Option<String> {
        self.0.case_number(case).map(str::to_owned)
    }
}

/// The history, oldest first.
pub(super) fn moments(me: &Me, view: &ActionView) -> Markup {
    let moments: Vec<Moment> = view.history.iter().map(|entry| moment(me, view, entry)).collect();
    history(&moments)
}

fn moment(me: &Me, view: &ActionView, entry: &ActionEntry) -> Moment {
    let words: Vec<&str> = texts(&entry.act)
        .into_iter()
        .map(|text| view.text(text))
        .filter(|text| !text.is_empty())
        .collect();
    Moment {
        sign: sign(entry.act.kind()),
        tone: Tone::Accent,
        at: me.t().instant(entry.at, &view.office.zone),
        who: who(me, view, entry),
        what: html! { (i18n::say::action_deed(me.ctx.lang, entry, &Known(view))) },
        detail: (!words.is_empty()).then(|| html! { @for text in words { p class="said" { (text) } } }),
    }
}

fn who(me: &Me, view: &ActionView, entry: &ActionEntry) -> String {
    match entry.by.person() {
        Some(person) => view.office.name(person).to_owned(),
        None => me.t().case_by_system().to_owned(),
    }
}

/// What was added after a version, in words.
pub(super) fn since(me: &Me, view: &ActionView, seen: u32) -> Vec<String> {
    let skipped = usize::try_from(seen).unwrap_or(usize::MAX);
    let added = view.history.iter().skip(skipped);
    added
        .map(|entry| {
            format!(
                "{} – {} ({})",
                who(me, view, entry),
                i18n::say::action_deed(me.ctx.lang, entry, &Known(view)),
                me.t().instant(entry.at, &view.office.zone)
            )
        })
        .collect()
}

/// Everything that was written with an act, in the order of its form.
fn texts(act: &ActionAct) -> Vec<&TextRef> {
    match act {
        ActionAct::Open { problem, .. } => problem.iter().collect(),
        ActionAct::Link { .. } | ActionAct::CloseAction {} => Vec::new(),
        ActionAct::Correct { correction } => correction.iter().collect(),
        ActionAct::AnalyseCause { cause, similar, .. } => cause.iter().chain(similar).collect(),
        ActionAct::PlanActions { measures } => measures.iter().map(|measure| &measure.what).collect(),
        ActionAct::ApproveActions { note } => note.iter().collect(),
        ActionAct::ReportActionDone { result, .. } => result.iter().collect(),
        ActionAct::ReviewEffectiveness { reasons, .. } => reasons.iter().collect(),
        ActionAct::ReturnActions { reason }
        | ActionAct::ConcludeNoneNeeded { reason }
        | ActionAct::ReopenAction { reason } => reason.iter().collect(),
    }
}
