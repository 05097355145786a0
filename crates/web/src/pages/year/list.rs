//! The list of years with how far their compilation is.

use app::year_book::YearLine;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::year_book::YearStage;

use crate::layout::{Nav, page as frame};
use crate::ui::{Card, Column, Due, Icon, PageHead, Table, Tone, badge, due_date, rule_note};
use crate::visit::{Me, Page};
use crate::words::word;

pub(super) async fn page(me: Me) -> Page {
    let years = me.app().year_books(me.now, me.person()).await;
    let years = years.map_err(|error| me.fail(error))?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let desk = office.desk(me.now);
    let t = me.t();
    let columns = [
        Column::new(t.year_year()),
        Column::new(t.year_numbers()).number(),
        Column::new(t.year_state()),
        Column::new(t.year_next()),
    ];
    let table = Table::new(t, t.year_title(), &columns).rows(years.iter().map(|line| {
        let due = line.duty.as_ref().map(|duty| duty.term.due(desk.calendar).on);
        vec![
            html! { a href=(format!("/year-books/{}", line.year)) { strong { (line.year) } } },
            html! { (t.number(line.numbers)) },
            state(&me, line),
            html! {
                @if let (Some(duty), Some(due)) = (&line.duty, due) {
                    (i18n::say::act(me.ctx.lang, duty.act)) " – " (word(t, "office", duty.office.key())) br;
                    (due_date(t, due, Due::of(Some(due), desk.today)))
                }
            },
        ]
    }));
    let body = html! {
        (PageHead::new(t, t.year_title()).lead(t.year_lead()))
        (Card::new(t.year_title()).icon(Icon::Archive).id("years").flush(html! { (table) }))
        (rule_note(t, procedure::Rule::B2_8))
    };
    Ok(frame(&me.ctx, t.year_title(), Some(Nav::Year), body).into_response())
}

fn state(me: &Me, line: &YearLine) -> Markup {
    let t = me.t();
    if line.over {
        stage(me, line.stage)
    } else {
        badge(Tone::Info, Some(Icon::Clock), t.year_running())
    }
}

/// How far a compilation is, in a word.
pub(super) fn stage(me: &Me, stage: YearStage) -> Markup {
    let tone = match stage {
        YearStage::Open => Tone::Warn,
        YearStage::Compiled | YearStage::Reviewed | YearStage::Received => Tone::Accent,
        YearStage::Frozen | YearStage::Filed => Tone::Good,
    };
    let sign = (stage >= YearStage::Frozen).then_some(Icon::Lock);
    badge(tone, sign, &word(me.t(), "year-stage", stage.key()))
}
