//! Lists of things that hold for a period on the strength of a document: each is added below and ended, never deleted.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Back;
use crate::ui::{
    Card, Column, Fields, Filled, Form, Icon, Look, Table, Tone, actions, badge, confirm_in, empty_state,
    submit,
};
use crate::visit::Me;

/// The form that ends a line.
pub(super) fn end_form(id: &str) -> String {
    format!("end-{id}")
}

/// One line of such a list.
pub(super) struct Line {
    pub id: String,
    pub cells: Vec<Markup>,
    pub from: Date,
    pub until: Option<Date>,
    pub document: String,
}

/// The list with its form.
pub(super) struct Ledger<'a> {
    pub me: &'a Me,
    pub title: &'a str,
    pub lead: &'a str,
    pub address: &'a str,
    pub heads: Vec<&'a str>,
    pub lines: Vec<Line>,
    pub today: Date,
    /// Ending one asks for the document too.
    pub document_at_end: bool,
}

impl Ledger<'_> {
    pub fn show(self, back: &Back, fields: impl FnOnce(&Fields) -> Markup) -> Markup {
        let (me, t) = (self.me, self.me.t());
        let mut columns: Vec<Column> = self.heads.iter().map(|head| Column::new(head)).collect();
        columns.extend([
            Column::new(t.admin_period()),
            Column::new(t.admin_document()),
            Column::new(t.admin_state()),
        ]);
        let rows = self.lines.iter().map(|line| {
            let mut cells = line.cells.clone();
            cells.push(html! { (match line.until {
                Some(until) => t.time_from_to(t.date(line.from), t.date(until)),
                None => t.time_since(t.date(line.from)),
            }) });
            cells.push(html! { (line.document) });
            cells.push(self.state(line, back));
            cells
        });
        let table = Table::new(t, self.title, &columns).rows(rows).empty(empty_state(
            Icon::People,
            t.admin_nothing_yet(),
            self.lead,
            None,
        ));
        html! {
            p class="page-lead" { (self.lead) }
            (Card::new(self.title).icon(Icon::People).id("list").flush(html! { (table) }))
            (Card::new(t.add()).icon(Icon::Add).id("add").body(
                Form::post(&me.ctx, "add-form", self.address).filled(back.of("add-form")).show(|f| html! {
                    (fields(f))
                    (f.date("from", t.admin_from()))
                    (f.date("until", t.admin_until()).optional())
                    (f.text("document", t.admin_document()).hint(t.admin_document_hint()))
                    (actions(submit(Look::Primary, Some(Icon::Add), t.add())))
                })
            ))
        }
    }

    fn state(&self, line: &Line, back: &Back) -> Markup {
        let t = self.me.t();
        let ended = line.until.is_some_and(|until| until < self.today);
        if ended {
            return badge(Tone::Neutral, None, t.admin_ended());
        }
        let action = format!("{}/{}/end", self.address, line.id);
        let form = end_form(&line.id);
        let today = Filled::from_pairs([("until", crate::words::typed_date(self.today))]);
        html! {
            @if line.from > self.today { (badge(Tone::Info, None, t.admin_to_come())) } @else { (badge(Tone::Good, Some(Icon::Check), t.admin_in_force())) }
            (confirm_in(Icon::Remove, t.admin_end(), Form::post(&self.me.ctx, &form, &action).filled(back.over(&form, &today)).show(|f| html! {
                (f.date("until", t.admin_until()))
                @if self.document_at_end { (f.text("document", t.admin_document())) }
                (actions(submit(Look::Danger, Some(Icon::Remove), t.admin_end())))
            }), back.is(&form)))
        }
    }
}
