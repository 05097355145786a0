//! The slip that the complainant takes along: number, day of receipt, limit, and what happens next.

use app::Error;
use app::view::CaseView;
use axum::response::{IntoResponse, Response};
use i18n::Texts;
use maud::{Markup, html};
use procedure::obligations::s12::Sight;

use crate::layout::{Nav, page as frame};
use crate::ui::{Icon, Look, PageHead, icon, link_button};
use crate::visit::Me;
use crate::words::word;

pub(super) fn page(me: &Me, view: &CaseView) -> Result<Response, Response> {
    // An old record was received elsewhere, and whoever sees less than everything cannot hand out the complainant's words.
    if view.sight != Sight::Full || view.case.transcribed {
        return Err(me.fail(Error::NotFound));
    }
    let t = me.t();
    let number = view.row.number.as_str();
    let address = format!("/cases/{number}");
    let title = t.intake_slip_title(number);
    let body = html! {
        (PageHead::new(t, &title).crumbs(&[(t.nav_register(), "/register"), (number, &address)]).actions(html! {
            (link_button(Look::Secondary, Some(Icon::Left), t.intake_slip_to_case(), &address))
            button type="button" class="btn btn-primary" data-print { (icon(Icon::Print)) (t.print()) }
        }))
        (sheet(me, view))
    };
    Ok(frame(&me.ctx, &title, Some(Nav::Intake), body).into_response())
}

fn sheet(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let case = &view.case;
    let organisation = &view.office.organisation;
    html! {
        article class="sheet slip" {
            div class="slip-head" {
                @if !organisation.parent_name.is_empty() { p class="sheet-upper" { (organisation.parent_name) } }
                p class="sheet-upper sheet-strong" { (organisation.name) }
            }
            h2 class="slip-title" { (t.intake_slip_heading()) }
            p class="slip-number" { (t.intake_slip_number()) " " strong { (view.row.number) } }
            dl class="slip-facts" {
                @for (name, value) in facts(me, view) { div { dt { (name) } dd { (value) } } }
            }
            h3 { (t.intake_slip_next()) }
            ol { @for step in steps(t, view) { li { (step) } } }
            p class="sheet-italic" { (t.intake_slip_keep(&view.row.number)) }
            div class="sheet-foot" {
                p { (t.letter_place_and_date(&organisation.place, two(case.registered_on.day()), two(case.registered_on.month()), case.registered_on.year())) }
                div class="sheet-signature" {
                    p class="sheet-strong" { (t.case_receiver()) }
                    p class="sheet-space" {}
                    @if let Some(receiver) = case.receiver { p { (view.office.name(receiver)) } }
                }
            }
        }
    }
}

/// Days and months on paper have two digits.
fn two(number: i8) -> String {
    format!("{number:02}")
}

fn facts(me: &Me, view: &CaseView) -> Vec<(&'static str, String)> {
    let t = me.t();
    let case = &view.case;
    let mut facts = vec![
        (t.case_received_on(), t.date(case.received_on)),
        (t.case_channel(), word(t, "channel", case.channel.key())),
        (
            t.case_complainant(),
            view.complainant()
                .map_or_else(|| t.case_anonymous().to_owned(), |party| party.name.clone()),
        ),
        (t.intake_slip_kind(), word(t, "kind", case.declared_kind.key())),
        (t.case_content(), view.row.summary.clone()),
    ];
    if let Some(limit) = case.limit.filter(|_| !case.is_settled()) {
        let day = t.date_and_weekday(limit.on);
        let told = if case.first_limit == case.limit {
            t.intake_slip_limit(day, view.office.settings.periods.answer_calendar)
        } else {
            day
        };
        facts.push((t.case_limit(), told));
    }
    if let Some(day) = case.round.promise.as_ref().and_then(|(_, said)| said.reply_by) {
        facts.push((t.intake_slip_promised(), t.date_and_weekday(day)));
    }
    facts
}

/// What happens next, in the order in which it does.
fn steps(t: &'static Texts, view: &CaseView) -> Vec<String> {
    let case = &view.case;
    let periods = &view.office.settings.periods;
    if case.is_settled() {
        return vec![
            t.intake_slip_step_settled().to_owned(),
            t.intake_slip_step_overturned().to_owned(),
        ];
    }
    let mut steps = vec![t.intake_slip_step_assess(periods.assess)];
    if case.can_tell() {
        steps.push(t.intake_slip_step_progress(periods.progress));
    }
    let limit = t.date(case.limit_on());
    if case.needs_letter() {
        steps.push(t.intake_slip_step_letter(limit));
    } else {
        steps.push(t.intake_slip_step_answer(limit));
    }
    steps.push(t.intake_slip_step_reject(periods.response));
    steps
}
