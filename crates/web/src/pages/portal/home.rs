//! The first public page, and the procedure as everyone may read it (ISO/IEC 17065, 4.6 d).

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{other_ways, shown};
use crate::layout::Public;
use crate::pages::{failure, procedure as published};
use crate::ui::{Card, Icon, Look, PageHead, facts, icon, link_button};
use crate::visit::Guest;

pub(super) async fn page(guest: Guest) -> Response {
    let office = match guest.site.app.office().await {
        Ok(office) => office,
        Err(error) => return failure(&guest.ctx, &error),
    };
    let t = guest.ctx.t();
    let periods = &office.settings.periods;
    let portal = &office.settings.portal;
    let steps = [
        t.portal_step_number().to_owned(),
        t.portal_step_assess(periods.assess),
        t.portal_step_progress(periods.progress),
        t.portal_step_answer(periods.answer_calendar),
        t.portal_step_reject(periods.response),
    ];
    let body = html! {
        (PageHead::new(t, t.portal_home_title()).lead(t.portal_home_lead()))
        ul class="public-ways" {
            @if portal.open { (way(Public::New, Icon::Write, t.portal_nav_new(), t.portal_way_new())) }
            (way(Public::Case, Icon::Search, t.portal_nav_case(), t.portal_way_case()))
            (way(Public::Procedure, Icon::Procedure, t.portal_nav_procedure(), t.portal_way_procedure()))
        }
        (Card::new(t.portal_steps()).icon(Icon::Checks).body(html! {
            ol class="public-steps" { @for step in &steps { li { (step) } } }
            p { (t.portal_free()) }
        }))
        (Card::new(t.portal_other_ways()).icon(Icon::Phone).body(other_ways(&guest, &portal.contact)))
    };
    shown(&guest, StatusCode::OK, t.portal_home_title(), Public::Home, body)
}

fn way(place: Public, sign: Icon, name: &str, text: &str) -> Markup {
    html! {
        li { a class="public-way" href=(place.href()) {
            (icon(sign))
            span { strong { (name) } span class="muted" { (text) } }
        } }
    }
}

pub(super) async fn procedure(guest: Guest) -> Response {
    let office = match guest.site.app.office().await {
        Ok(office) => office,
        Err(error) => return failure(&guest.ctx, &error),
    };
    let t = guest.ctx.t();
    let portal = &office.settings.portal;
    let mut issue = Vec::new();
    if !portal.procedure_version.is_empty() {
        issue.push((t.portal_procedure_version(), html! { (portal.procedure_version) }));
    }
    if let Some(on) = portal.procedure_on {
        issue.push((t.portal_procedure_on(), html! { (t.date(on)) }));
    }
    let body = html! {
        (PageHead::new(t, t.procedure_title()).lead(t.portal_procedure_lead(&guest.ctx.organisation))
            .actions(link_button(Look::Secondary, Some(Icon::Write), t.portal_nav_new(), Public::New.href())))
        @if issue.is_empty() { p class="muted" { (t.portal_procedure_no_version()) } }
        @else { (facts(issue)) }
        (published::text(t, &office.settings.periods))
    };
    shown(
        &guest,
        StatusCode::OK,
        t.procedure_title(),
        Public::Procedure,
        body,
    )
}
