//! Quy trình: the published procedure, sentence by sentence, with how each is read and the periods that are in force.

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use i18n::Texts;
use maud::{Markup, html};
use procedure::Rule;
use procedure::settings::Periods;

use crate::layout::{Nav, page as frame};
use crate::site::Site;
use crate::ui::{Card, Column, Icon, PageHead, Table};
use crate::visit::{Me, Page};
use crate::words::word;

pub fn routes() -> Router<Site> {
    Router::new().route("/procedure", get(page))
}

/// Bước 1 of the written procedure; the further rules named `B…` are its Bước 2, and those named `S…` are added.
const STEP_1: [Rule; 2] = [Rule::B1_1, Rule::B1_2];

async fn page(me: Me) -> Page {
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let t = me.t();
    let body = html! {
        (PageHead::new(t, t.procedure_title()).lead(t.procedure_page_lead()))
        (text(t, &office.settings.periods))
    };
    Ok(frame(&me.ctx, t.procedure_title(), Some(Nav::Procedure), body).into_response())
}

/// The whole procedure with its contents beside it, for staff and public alike.
pub(super) fn text(t: &'static Texts, in_force: &Periods) -> Markup {
    let (written, added): (Vec<Rule>, Vec<Rule>) =
        Rule::ALL.iter().partition(|rule| rule.name().starts_with('B'));
    let (first, second): (Vec<Rule>, Vec<Rule>) = written.iter().partition(|rule| STEP_1.contains(rule));
    let parts = [
        ("step-1", t.procedure_step_1(), first),
        ("step-2", t.procedure_step_2(), second),
        ("added", t.procedure_page_added(), added),
    ];
    html! {
        div class="columns-main" {
            div {
                @for (id, title, rules) in &parts {
                    (Card::new(title).icon(Icon::Rule).id(id).flush(html! {
                        @if *id == "added" { p class="rules-note" { (t.procedure_page_added_text()) } }
                        @for rule in rules { (article(t, *rule)) }
                    }))
                }
                (periods(t, in_force))
            }
            (contents(t, &parts))
        }
    }
}

fn article(t: &'static Texts, rule: Rule) -> Markup {
    html! {
        article class="rule-article" id=(rule.key()) tabindex="-1" {
            h3 { span class="rule-name" { (rule.name()) } " " (t.rule_title(rule)) }
            blockquote { (t.rule_sentence(rule)) }
            @if let Some(explained) = t.rule_explained(rule) { p { (explained) } }
            p class="rule-source" { (t.rule_source(rule)) }
        }
    }
}

/// The way to each rule.
fn contents(t: &'static Texts, parts: &[(&str, &str, Vec<Rule>)]) -> Markup {
    let list = html! {
        nav class="rule-list" aria-label=(t.procedure_page_contents()) {
            @for (id, title, rules) in parts {
                a class="rule-list-part" href={ "#" (id) } { (title) }
                ul { @for rule in rules { li { a href={ "#" (rule.key()) } { strong { (rule.name()) } " " (t.rule_title(*rule)) } } } }
            }
            a class="rule-list-part" href="#periods" { (t.procedure_page_periods()) }
        }
    };
    Card::new(t.procedure_page_contents())
        .icon(Icon::Procedure)
        .body(list)
}

fn periods(t: &'static Texts, periods: &Periods) -> Markup {
    let columns = [
        Column::new(t.procedure_page_duty()),
        Column::new(t.procedure_page_period()).number(),
    ];
    let rows = Periods::NAMES.iter().filter_map(|name| {
        let count = periods.get(name)?;
        let length = if name.ends_with("_hours") {
            t.period_hours(count)
        } else if name.ends_with("_calendar") {
            t.time_days(count)
        } else {
            t.time_working_days(count)
        };
        Some(vec![html! { (word(t, "period", name)) }, html! { (length) }])
    });
    let table = Table::new(t, t.procedure_page_periods(), &columns).rows(rows);
    Card::new(t.procedure_page_periods())
        .icon(Icon::Clock)
        .id("periods")
        .flush(html! { (table) })
}
