//! The page of an action, put together for one reader.

use app::Error;
use app::actions::{ActionView, Seen};
use jiff::civil::Date;
use maud::{Markup, html};
use procedure::corrective_action::ActionStage;

use super::{Returned, forms, known, past, todo};
use crate::layout::{Nav, page as frame};
use crate::ui::{
    Card, Due, Filled, Icon, PageHead, Place, Step, Tone, alert, badge, due_badge, road, rule_note,
};
use crate::visit::Me;
use crate::words::word;

pub(super) fn page(me: &Me, view: &ActionView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let action = &view.action;
    let title = t.corrective_one(&view.row.number);
    let stage = action.stage();
    let badges = html! {
        (badge(tone(stage), None, &word(t, "action-stage", stage.key())))
        @if action.preventive { (badge(Tone::Info, Some(Icon::Shield), t.corrective_is_preventive())) }
        @if action.reopened > 0 { (badge(Tone::Warn, Some(Icon::Reopen), &t.corrective_again(action.reopened))) }
        @if let Some(due) = view.row.due_on { (due_badge(t, Due::of(Some(due.0), view.today()))) }
    };
    let crumbs = [(t.corrective_title(), "/corrective-actions")];
    let head = PageHead::new(t, &title)
        .crumbs(&crumbs)
        .badges(badges)
        .lead(&view.row.summary);
    let masked = view.seen == Seen::Masked;
    let body = html! {
        (head)
        @if masked { (alert(Tone::Info, t.corrective_masked(), Some(html! { p { (t.corrective_masked_text()) } }))) }
        (road(t, t.corrective_road(), &steps(me, view)))
        div class="case-columns" {
            div class="case-main" {
                (todo::duties(me, view, returned))
                (todo::more(me, view, returned))
                @if !masked { (known::measures(me, view)) }
            }
            div class="case-aside" {
                (known::about(me, view))
                (known::cases(me, view))
            }
            @if !masked {
                div class="case-past" {
                    (Card::new(t.case_history()).icon(Icon::History).id("history").body(past::moments(me, view)))
                }
            }
        }
    };
    frame(&me.ctx, &title, Some(Nav::Corrective), body)
}

/// The page that opens an action without a case.
pub(super) async fn new_page(
    me: &Me,
    filled: &Filled,
    key: &str,
    message: Option<&str>,
) -> Result<Markup, Error> {
    let t = me.t();
    let office = me.app().office().await?;
    let body = html! {
        (PageHead::new(t, t.corrective_new_title()).crumbs(&[(t.corrective_title(), "/corrective-actions")]).lead(t.corrective_new_lead()))
        @if let Some(message) = message { (alert(Tone::Warn, message, None)) }
        (Card::new(t.corrective_new_title()).icon(Icon::Repair).body(html! {
            (rule_note(t, procedure::Rule::S10))
            (forms::opening(me, &office, filled, key))
        }))
    };
    Ok(frame(
        &me.ctx,
        t.corrective_new_title(),
        Some(Nav::Corrective),
        body,
    ))
}

pub(super) const fn tone(stage: ActionStage) -> Tone {
    match stage {
        ActionStage::Open => Tone::Warn,
        ActionStage::Planned | ActionStage::UnderWay | ActionStage::AwaitingReview => Tone::Accent,
        ActionStage::Reviewed => Tone::Good,
        ActionStage::Closed => Tone::Neutral,
    }
}

/// The steps behind and ahead, as they count since the action was last begun anew.
fn steps(me: &Me, view: &ActionView) -> Vec<Step<'static>> {
    let t = me.t();
    let action = &view.action;
    let all_done = action.approved.is_some() && action.done.len() == action.measures.len();
    let last_done = action.done.values().map(|done| done.on).max();
    let on = |done: Option<procedure::case::Done>| done.map(|done| done.on);
    let mut steps: Vec<(&'static str, Option<Date>)> = vec![(t.corrective_step_open(), on(action.opened))];
    if action.none_needed.is_some() {
        steps.push((t.corrective_step_none_needed(), on(action.none_needed)));
    } else {
        steps.push((t.corrective_step_cause(), on(action.cause)));
        steps.push((t.corrective_step_plan(), on(action.planned)));
        steps.push((t.corrective_step_approved(), on(action.approved)));
        steps.push((t.corrective_step_done(), last_done.filter(|_| all_done)));
        let reviewed = action.reviewed.map(|(done, _)| done.on);
        steps.push((t.corrective_step_effective(), reviewed));
    }
    steps.push((t.corrective_step_closed(), on(action.closed)));
    let now = steps.iter().position(|(_, on)| on.is_none());
    steps
        .into_iter()
        .enumerate()
        .map(|(place, (label, on))| Step {
            label,
            note: on.map(|on| t.date(on)),
            place: if on.is_some() {
                Place::Done
            } else if now == Some(place) {
                Place::Now
            } else {
                Place::Ahead
            },
        })
        .collect()
}
