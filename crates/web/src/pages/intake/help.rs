//! What the page of intake tells while one types: earlier cases of the same complainant, and the limit with its reason.

use app::Office;
use app::compose::read_date;
use app::intake::limit_term;
use app::similar::Earlier;
use maud::{Markup, html};
use procedure::deadline::explain;

use super::form::FILL;
use crate::pages::case::aside::explanation;
use crate::ui::{Due, Icon, Look, Tone, badge, disclosure, due_badge, icon, rule_note, submit_as};
use crate::visit::Me;
use crate::words::word;

/// The list under the complainant's name. It stands inside the form: its buttons send the form to be filled in.
pub(super) fn similar(me: &Me, found: &[Earlier]) -> Markup {
    let t = me.t();
    html! {
        @if found.is_empty() {
            p class="form-hint" { (t.intake_similar_none()) }
        } @else {
            div class="earlier" {
                p class="earlier-title" { (icon(Icon::History)) (t.intake_similar_found(found.len())) }
                ul {
                    @for one in found {
                        li {
                            div class="earlier-words" {
                                p {
                                    a href=(format!("/cases/{}", one.number)) target="_blank" rel="noopener" { (one.number) }
                                    " " (badge(Tone::Neutral, None, &word(t, "stage", &one.stage)))
                                    @if one.protected { " " (badge(Tone::Info, Some(Icon::Protected), t.case_protected())) }
                                }
                                p { strong { (one.complainant) } @if !one.phone.is_empty() { " · " (one.phone) } }
                                p class="muted" { (word(t, "kind", &one.kind)) ", " (t.date(one.received_on)) @if !one.summary.is_empty() { ": " (one.summary) } }
                            }
                            (submit_as(Look::Secondary, Some(Icon::PersonCheck), t.intake_similar_use(), FILL, &one.number))
                        }
                    }
                }
            }
        }
    }
}

/// Until when a case received that day must be answered, and why. What cannot be read says nothing here: the field will.
pub(super) fn limit(me: &Me, office: &Office, received_on: &str) -> Markup {
    let t = me.t();
    let desk = office.desk(me.now);
    let Some(day) = read_date(received_on.trim()).filter(|day| *day <= desk.today) else {
        return html! { p class="muted" { (t.intake_limit_unknown()) } };
    };
    let term = limit_term(day, &desk);
    let told = explain(&term, desk.calendar);
    html! {
        p class="limit-day" { (t.date_and_weekday(told.due.on)) }
        p {
            (due_badge(t, Due::of(Some(told.due.on), desk.today)))
            @if told.due.provisional { " " (badge(Tone::Warn, None, t.due_provisional())) }
        }
        (disclosure(html! { (t.why_this_date()) }, explanation(&me.ctx, desk.calendar, &term)))
        (rule_note(t, procedure::Rule::B2_4))
    }
}
