//! The list of corrective and preventive actions, what is due first on top.

use app::actions::{ActionWish, Listed, Mark};
use axum::extract::Query;
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};
use procedure::PersonId;
use procedure::corrective_action::{ActionActKind, ActionStage, CorrectiveAction};
use procedure::{Actor, CorrectiveActionId};

use super::show::tone;
use crate::layout::{Nav, page as frame};
use crate::ui::{
    Card, Choice, Column, Due, Filled, Form, Icon, Look, PageHead, Pager, Table, badge, due_date,
    empty_state, icon, link_button, pager, person, submit,
};
use crate::url::encode;
use crate::visit::{Me, Page};
use crate::words::word;

const OVERDUE: &str = "overdue";
const MINE: &str = "mine";

/// What the address of the page asks for.
#[derive(Clone, Debug, Default)]
struct Asked {
    stage: String,
    which: String,
    after: Option<Mark>,
}

impl Asked {
    fn read(pairs: Vec<(String, String)>) -> Asked {
        let mut asked = Asked::default();
        let (mut due_key, mut chrono) = (String::new(), None);
        for (name, value) in pairs {
            match name.as_str() {
                "stage" => asked.stage = value.trim().to_owned(),
                "which" => asked.which = value.trim().to_owned(),
                "due" => due_key = value,
                "after" => chrono = value.parse().ok(),
                _ => {}
            }
        }
        asked.after = chrono.map(|chrono| Mark { due_key, chrono });
        asked
    }

    fn wish(&self) -> ActionWish {
        ActionWish {
            stage: (!self.stage.is_empty()).then(|| self.stage.clone()),
            overdue: self.which == OVERDUE,
            mine: self.which == MINE,
            after: self.after.clone(),
        }
    }

    fn address(&self, mark: Option<&Mark>) -> String {
        let mut pairs = vec![("stage", self.stage.clone()), ("which", self.which.clone())];
        if let Some(mark) = mark {
            pairs.push(("due", mark.due_key.clone()));
            pairs.push(("after", mark.chrono.to_string()));
        }
        let said: Vec<String> = pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", encode(&value)))
            .collect();
        format!("/corrective-actions?{}", said.join("&"))
    }
}

pub(super) async fn page(me: Me, Query(pairs): Query<Vec<(String, String)>>) -> Page {
    let asked = Asked::read(pairs);
    let found = me
        .app()
        .corrective_actions(me.now, me.person(), asked.wish())
        .await;
    let found = found.map_err(|error| me.fail(error))?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let t = me.t();
    let columns = [
        Column::new(t.corrective_number()),
        Column::new(t.corrective_problem()),
        Column::new(t.corrective_owner()),
        Column::new(t.corrective_stage()),
        Column::new(t.corrective_due()),
    ];
    let table = Table::new(t, t.corrective_title(), &columns)
        .rows(
            found
                .lines
                .iter()
                .map(|line| row(&me, &office, line, found.today)),
        )
        .empty(empty_state(
            Icon::Repair,
            t.corrective_nothing(),
            t.corrective_nothing_text(),
            None,
        ));
    let turn = Pager {
        first: asked.after.is_some().then(|| asked.address(None)),
        previous: None,
        next: found.next.as_ref().map(|mark| asked.address(Some(mark))),
        note: t.table_rows(found.lines.len()),
    };
    let opens = {
        let blank = CorrectiveAction::blank(CorrectiveActionId(uuid::Uuid::nil()));
        let desk = office.desk(me.now);
        blank
            .guard(
                Actor::Person(me.person()),
                &desk,
                &std::collections::BTreeMap::new(),
                ActionActKind::Open,
            )
            .is_ok()
    };
    let head = PageHead::new(t, t.corrective_title()).lead(t.corrective_lead());
    let head = if opens {
        head.actions(link_button(
            Look::Secondary,
            Some(Icon::Add),
            t.corrective_new(),
            "/corrective-actions/new",
        ))
    } else {
        head
    };
    let body = html! {
        (head)
        (filters(&me, &asked))
        (Card::new(t.corrective_title()).icon(Icon::Repair).id("actions").flush(html! { (table) (pager(t, &turn)) }))
    };
    Ok(frame(&me.ctx, t.corrective_title(), Some(Nav::Corrective), body).into_response())
}

fn filters(me: &Me, asked: &Asked) -> Markup {
    let t = me.t();
    let filled = Filled::from_pairs([("stage", &asked.stage), ("which", &asked.which)]);
    let stages: Vec<(&str, String)> = ActionStage::ALL
        .iter()
        .map(|stage| (stage.key(), word(t, "action-stage", stage.key())))
        .collect();
    let stages: Vec<Choice> = stages
        .iter()
        .map(|(key, label)| Choice::new(key, label))
        .collect();
    let which = [
        Choice::new(OVERDUE, t.corrective_overdue()),
        Choice::new(MINE, t.corrective_mine()),
    ];
    Form::get(&me.ctx, "filter", "/corrective-actions")
        .filled(&filled)
        .show(|f| {
            html! {
                (f.select("stage", t.corrective_filter_stage(), &stages).optional())
                (f.select("which", t.corrective_filter_which(), &which).optional())
                (submit(Look::Primary, Some(Icon::Filter), t.filter()))
                @if !asked.stage.is_empty() || !asked.which.is_empty() {
                    (link_button(Look::Quiet, Some(Icon::Remove), t.filters_clear(), "/corrective-actions"))
                }
            }
        })
}

fn row(me: &Me, office: &app::Office, line: &Listed, today: Date) -> Vec<Markup> {
    let t = me.t();
    let row = &line.row;
    let stage = ActionStage::ALL.iter().find(|stage| stage.key() == row.stage);
    vec![
        html! { a href=(format!("/corrective-actions/{}", row.number)) { strong { (row.number) } } },
        html! {
            @if line.masked { span class="muted" { (icon(Icon::Protected)) " " (t.corrective_hidden()) } }
            @else { (row.summary) }
        },
        html! { @if let Some(owner) = row.owner_id { (person(office.name(PersonId(owner)), None)) } },
        html! { (badge(tone(stage.copied().unwrap_or_default()), None, &word(t, "action-stage", &row.stage))) },
        html! {
            @match (row.due_on, row.closed_on) {
                (Some(due), _) => (due_date(t, due.0, Due::of(Some(due.0), today))),
                (None, Some(closed)) => span class="muted" { (t.corrective_closed()) " " (t.date(closed.0)) },
                (None, None) => {},
            }
        },
    ]
}
