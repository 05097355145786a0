//! What must be done about an action and what else this person can do, each act with its form in place.

use app::actions::ActionView;
use maud::{Markup, html};
use procedure::Rule;
use procedure::case::refusal::Why;
use procedure::corrective_action::{ActionActKind, ActionDuty};

use super::Returned;
use super::forms::{form, sign};
use crate::ui::{
    Act, Card, Due, Icon, Tone, act, acts, alert, barred_act, due_date, empty_state, icon, office, person,
};
use crate::visit::Me;
use crate::words::{refusal as why, word};

/// The open steps, most urgent first.
pub(super) fn duties(me: &Me, view: &ActionView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let mut duties: Vec<&ActionDuty> = view.duties.iter().collect();
    duties.sort_by_key(|duty| duty.due.map(|due| due.on));
    let mine = duties
        .iter()
        .position(|duty| is_mine(me, view, duty))
        .filter(|_| returned.is_none());
    let body = html! {
        @if duties.is_empty() {
            (empty_state(Icon::Checks, t.case_no_duties(), t.corrective_no_duties_text(), None))
        } @else {
            (acts(html! { @for (place, duty) in duties.iter().enumerate() { (line(me, view, duty, mine == Some(place), returned)) } }))
        }
    };
    Card::new(t.case_duties())
        .icon(Icon::Tasks)
        .id("duties")
        .flush(body)
}

/// This person may do it, and no other one is named for it.
fn is_mine(me: &Me, view: &ActionView, duty: &ActionDuty) -> bool {
    let named = duty.act == ActionActKind::ReportActionDone;
    view.may(duty.act) && (!named || duty.person == Some(me.person()))
}

fn line(me: &Me, view: &ActionView, duty: &ActionDuty, open: bool, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let holder = match duty.person {
        Some(one) => person(view.office.name(one), None),
        None => office(&word(t, "office", duty.office.key())),
    };
    let note = html! {
        (holder)
        @if let Some(due) = duty.due {
            (due_date(t, due.on, Due::of(Some(due.on), view.today())))
            @if due.provisional { span class="badge" { (t.due_provisional()) } }
        }
    };
    let mine = is_mine(me, view, duty);
    // The list of work leads to the first of its kind, and each form is on the page once.
    let first = |matters: &dyn Fn(&ActionDuty) -> bool| {
        let mut all = view.duties.iter();
        let found = all.find(|other| other.act == duty.act && matters(other));
        found.is_some_and(|found| found.nth == duty.nth)
    };
    let id = if first(&|_| true) {
        format!("act-{}", duty.act.key())
    } else {
        format!("act-{}-{}", duty.act.key(), duty.nth)
    };
    let has_form = mine && first(&|other| is_mine(me, view, other));
    let shown = Act {
        id: &id,
        sign: sign(duty.act),
        title: i18n::say::act(me.ctx.lang, duty.act),
        rules: &[Rule::S10],
        note: Some(note),
        open: open || (mine && returned.is_some_and(|back| back.kind == duty.act)),
    };
    let measure = usize::from(duty.nth);
    let what = view.action.measures.get(measure);
    let inside = html! {
        @if let Some(what) = what.filter(|_| duty.act == ActionActKind::ReportActionDone) {
            p class="said" { strong { (view.text(&what.what)) } }
        }
        @match view.refusal(duty.act) {
            None if has_form => (with_message(me, view, duty.act, returned)),
            None if mine => {},
            None => p class="barred-why" { (icon(Icon::Lock)) (word(t, "problem", "not_your_measure")) },
            Some(refusal) => p class="barred-why" { (icon(Icon::Lock)) (why(t, refusal)) " (" (refusal.rule.name()) ")" },
        }
    };
    act(t, &shown, inside)
}

/// The form; where it came back, with why it was not done and what others did meanwhile.
fn with_message(me: &Me, view: &ActionView, kind: ActionActKind, returned: Option<&Returned>) -> Markup {
    html! {
        @if let Some(back) = returned.filter(|back| back.kind == kind) { (message(me, back)) }
        (form(me, view, kind, returned))
    }
}

/// Why a form came back, and what others did meanwhile.
fn message(me: &Me, back: &Returned) -> Markup {
    html! {
        @if let Some(message) = &back.message {
            (alert(Tone::Warn, message, (!back.meanwhile.is_empty()).then(|| html! {
                p { (me.t().case_meanwhile()) }
                ul { @for line in &back.meanwhile { li { (line) } } }
            })))
        }
    }
}

/// Acts open to this person beyond the duties, and those that another half of a pair keeps from them.
pub(super) fn more(me: &Me, view: &ActionView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let owed: Vec<ActionActKind> = view.duties.iter().map(|duty| duty.act).collect();
    let others = || view.offers.iter().filter(|(kind, _)| !owed.contains(kind));
    let open: Vec<ActionActKind> = others()
        .filter(|(_, permit)| permit.is_ok())
        .map(|(kind, _)| *kind)
        .collect();
    let barred: Vec<_> = others()
        .filter_map(|(kind, permit)| permit.err().map(|refusal| (*kind, refusal)))
        .filter(|(_, refusal)| refusal.why == Why::BothHalves)
        .collect();
    // A form that came back although its act is no longer offered is shown all the same, with what was typed.
    let lost = returned.filter(|back| !owed.contains(&back.kind) && !open.contains(&back.kind));
    html! {
        @if let Some(back) = lost { (message(me, back)) }
        @if !open.is_empty() || !barred.is_empty() {
            (Card::new(t.case_more_acts()).icon(Icon::Add).id("more").flush(acts(html! {
                @for kind in open {
                    @let shown = Act {
                        id: &format!("act-{}", kind.key()),
                        sign: sign(kind),
                        title: i18n::say::act(me.ctx.lang, kind),
                        rules: &[Rule::S10],
                        note: None,
                        open: returned.is_some_and(|back| back.kind == kind),
                    };
                    (act(t, &shown, with_message(me, view, kind, returned)))
                }
                @for (kind, refusal) in barred {
                    (barred_act(t, sign(kind), i18n::say::act(me.ctx.lang, kind), &why(t, refusal), &[refusal.rule]))
                }
            })))
        }
    }
}
