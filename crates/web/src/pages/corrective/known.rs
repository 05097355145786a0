//! What is known of an action: what it is about, its cause, its measures, and the cases behind it.

use app::actions::{ActionView, Seen};
use maud::{Markup, html};
use procedure::corrective_action::{ActionAct, ActionEntry};

use crate::ui::{Card, Column, Due, Icon, Table, Tone, badge, due_date, empty_state, facts, icon, person};
use crate::visit::Me;
use crate::words::word;

/// The last line of the history that `pick` takes.
fn last<'a, T>(view: &'a ActionView, pick: impl Fn(&'a ActionEntry) -> Option<T>) -> Option<T> {
    view.history.iter().rev().find_map(pick)
}

pub(super) fn about(me: &Me, view: &ActionView) -> Markup {
    let t = me.t();
    let action = &view.action;
    let mut rows: Vec<(&str, Markup)> = Vec::new();
    let kind = if action.preventive {
        t.corrective_is_preventive()
    } else {
        t.corrective_is_corrective()
    };
    rows.push((t.corrective_kind(), html! { (kind) }));
    if let Some(owner) = action.owner {
        rows.push((
            t.corrective_owner(),
            html! { (person(view.office.name(owner), None)) },
        ));
    }
    rows.push((t.corrective_opened(), html! { (t.date(view.row.opened_on.0)) }));
    if let Some(closed) = view.row.closed_on {
        rows.push((t.corrective_closed(), html! { (t.date(closed.0)) }));
    }
    if view.seen == Seen::Full {
        rows.push((
            t.corrective_problem(),
            html! { p class="said" { (view.row.summary) } },
        ));
        told(me, view, &mut rows);
    }
    Card::new(t.corrective_facts())
        .icon(Icon::Info)
        .id("facts")
        .body(facts(rows))
}

/// What was written so far, as it counts now: a cause that was overthrown stands in the history alone.
fn told(me: &Me, view: &ActionView, rows: &mut Vec<(&'static str, Markup)>) {
    let t = me.t();
    let action = &view.action;
    let said = |text: &str| html! { p class="said" { (text) } };
    let correction = last(view, |entry| match &entry.act {
        ActionAct::Correct { correction } => correction.as_ref(),
        _ => None,
    });
    if let Some(text) = correction {
        rows.push((t.corrective_correction(), said(view.text(text))));
    }
    let cause = last(view, |entry| match &entry.act {
        ActionAct::AnalyseCause {
            method,
            cause,
            similar,
        } => Some((method, cause, similar)),
        _ => None,
    });
    if let Some((method, cause, similar)) = cause.filter(|_| action.cause.is_some()) {
        rows.push((
            t.corrective_cause(),
            html! {
                (badge(Tone::Neutral, None, &word(t, "cause_method", method.key())))
                @if let Some(cause) = cause { (said(view.text(cause))) }
            },
        ));
        if let Some(similar) = similar {
            rows.push((t.corrective_similar(), said(view.text(similar))));
        }
    }
    let none = last(view, |entry| match &entry.act {
        ActionAct::ConcludeNoneNeeded { reason } => reason.as_ref(),
        _ => None,
    });
    if let Some(reason) = none.filter(|_| action.none_needed.is_some()) {
        rows.push((t.corrective_none_needed(), said(view.text(reason))));
    }
    let review = last(view, |entry| match &entry.act {
        ActionAct::ReviewEffectiveness {
            effectiveness,
            reasons,
        } => Some((effectiveness, reasons)),
        _ => None,
    });
    if let Some((effect, reasons)) = review {
        use procedure::corrective_action::Effectiveness;
        let tone = match effect {
            Effectiveness::Effective => Tone::Good,
            Effectiveness::Partly => Tone::Warn,
            Effectiveness::NotEffective => Tone::Bad,
        };
        rows.push((
            t.corrective_effect(),
            html! {
                (badge(tone, Some(Icon::Target), &word(t, "effectiveness", effect.key())))
                @if let Some(reasons) = reasons { (said(view.text(reasons))) }
            },
        ));
    }
}

/// The plan, row by row, with what came of each measure.
pub(super) fn measures(me: &Me, view: &ActionView) -> Markup {
    let t = me.t();
    let action = &view.action;
    let state = if action.measures.is_empty() || action.approved.is_some() {
        None
    } else if action.planned.is_some() {
        Some(badge(
            Tone::Warn,
            Some(Icon::Clock),
            t.corrective_awaits_approval(),
        ))
    } else {
        Some(badge(Tone::Bad, Some(Icon::Return), t.corrective_returned()))
    };
    let columns = [
        Column::new(t.corrective_measure()),
        Column::new(t.corrective_doer()),
        Column::new(t.corrective_by()),
        Column::new(t.corrective_result()),
    ];
    let rows = action.measures.iter().enumerate().map(|(place, measure)| {
        let done = action.done.get(&place);
        let result = last(view, |entry| match &entry.act {
            ActionAct::ReportActionDone { measure, result } if *measure == place => result.as_ref(),
            _ => None,
        });
        vec![
            html! { (view.text(&measure.what)) },
            html! { (person(view.office.name(measure.doer), None)) },
            match done {
                Some(_) => html! { (t.date(measure.by)) },
                None => due_date(t, measure.by, Due::of(Some(measure.by), view.today())),
            },
            html! {
                @if let Some(done) = done {
                    (badge(Tone::Good, Some(Icon::Check), &t.date(done.on)))
                    @if let Some(result) = result { p class="said" { (view.text(result)) } }
                }
            },
        ]
    });
    let none = empty_state(
        Icon::Plan,
        t.corrective_no_measures(),
        t.corrective_no_measures_text(),
        None,
    );
    let table = Table::new(t, t.corrective_measures(), &columns)
        .rows(rows)
        .empty(none);
    let card = Card::new(t.corrective_measures()).icon(Icon::Plan).id("measures");
    match state {
        Some(state) => card.actions(state).flush(html! { (table) }),
        None => card.flush(html! { (table) }),
    }
}

/// The cases behind the action, each by what this reader may know of it.
pub(super) fn cases(me: &Me, view: &ActionView) -> Markup {
    let t = me.t();
    let body = html! {
        @if view.cases.is_empty() { p class="muted" { (t.corrective_no_cases()) } }
        @else {
            ul class="documents" {
                @for linked in &view.cases {
                    li {
                        @if linked.open {
                            a href=(format!("/cases/{}", linked.number)) { strong { (linked.number) } }
                            " " (word(t, "kind", &linked.kind)) " "
                            (badge(Tone::Neutral, None, &word(t, "stage", &linked.stage)))
                        }
                        @if linked.protected { " " (badge(Tone::Info, Some(Icon::Protected), t.case_protected())) }
                        @if linked.summary.is_empty() { p class="muted" { (icon(Icon::Lock)) " " (t.corrective_hidden()) } }
                        @else { p class="said" { (linked.summary) } }
                    }
                }
            }
        }
    };
    Card::new(t.corrective_cases())
        .icon(Icon::Link)
        .id("cases")
        .body(body)
}
