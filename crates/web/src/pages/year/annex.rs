//! The lists of a compilation: its cases, what was carried over, corrective actions, and what changed in earlier years.

use app::year_book::{ActionLine, Later, Line, YearBookView};
use maud::{Markup, html};

use crate::ui::{Card, Column, Icon, Pager, Table, Tone, badge, empty_state, icon, pager};
use crate::visit::Me;
use crate::words::word;

/// Lines of the annex on a page of the screen; on paper it is whole.
const LINES: usize = 100;

/// The cases of the year: on the screen from the one after `after` on, else all of them.
pub(super) fn cases(me: &Me, view: &YearBookView, after: Option<&str>) -> Markup {
    let t = me.t();
    let all = &view.document.cases;
    let (start, lines) = match after {
        None => (0, all.as_slice()),
        Some(after) => {
            let found = all.iter().position(|line| line.number == after);
            let start = found.map_or(0, |place| place + 1);
            (start, &all[start..(start + LINES).min(all.len())])
        }
    };
    let none = empty_state(Icon::Book, t.year_annex_none(), t.year_annex_none_text(), None);
    let next = lines
        .last()
        .filter(|_| start + lines.len() < all.len())
        .map(|line| line.number.clone());
    let address = |after: &str| format!("/year-books/{}?after={after}#annex", view.book.year);
    let turn = Pager {
        first: (start > 0).then(|| format!("/year-books/{}#annex", view.book.year)),
        previous: None,
        next: next.as_deref().map(address),
        note: t.table_rows(all.len()),
    };
    Card::new(t.year_annex())
        .icon(Icon::Book)
        .id("annex")
        .flush(html! {
            (table(me, view, t.year_annex(), lines, none))
            @if after.is_some() && !all.is_empty() { (pager(t, &turn)) }
        })
}

pub(super) fn carried(me: &Me, view: &YearBookView) -> Markup {
    let t = me.t();
    let none = html! { p class="table-none" { (t.year_carried_none()) } };
    Card::new(t.year_carried_list())
        .icon(Icon::Forwarded)
        .id("carried")
        .flush(table(
            me,
            view,
            t.year_carried_list(),
            &view.document.carried,
            none,
        ))
}

fn table(me: &Me, view: &YearBookView, caption: &str, lines: &[Line], none: Markup) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.register_number()),
        Column::new(t.register_received()),
        Column::new(t.register_complainant()),
        Column::new(t.register_content()),
        Column::new(t.year_measures()),
        Column::new(t.register_outcome()),
        Column::new(t.year_result()),
    ];
    html! { (Table::new(t, caption, &columns).rows(lines.iter().map(|line| row(me, view, line))).empty(none)) }
}

fn row(me: &Me, view: &YearBookView, line: &Line) -> Vec<Markup> {
    let t = me.t();
    let masked = view.is_masked(line);
    let hidden = || html! { span class="muted" { (icon(Icon::Protected)) " " (t.case_protected()) } };
    vec![
        html! { a href=(format!("/cases/{}", line.number)) { strong { (line.number) } } },
        html! { (t.date(line.received_on)) },
        html! {
            @if masked { (hidden()) }
            @else if line.complainant.is_empty() { (t.case_anonymous()) }
            @else { (line.complainant) }
        },
        html! {
            span class="muted" { (word(t, "kind", &line.kind)) } @if !masked { ": " (line.summary) }
            @if line.imported { " " (badge(Tone::Neutral, Some(Icon::Archive), t.case_old_record())) }
        },
        html! {
            @if !masked { (line.measures) }
            @for number in &line.actions { " " a href=(format!("/corrective-actions/{number}")) { (number) } }
        },
        html! {
            @if let Some(outcome) = &line.outcome { (word(t, "finding", outcome)) }
            @if let Some(remedy) = &line.remedy { br; span class="muted" { (word(t, "remedy", remedy)) } }
            @if let Some(letter) = &line.letter {
                br; span class="muted" { (t.register_letter()) } " " (letter.number) ", " (t.date(letter.dated_on))
            }
        },
        result(me, line),
    ]
}

fn result(me: &Me, line: &Line) -> Markup {
    let t = me.t();
    if line.annulled {
        return badge(
            Tone::Neutral,
            Some(Icon::Cancelled),
            &word(t, "stage", "annulled"),
        );
    }
    html! {
        strong { (word(t, "timeliness", &line.timeliness)) } br;
        @match line.answered_on {
            Some(on) => (t.year_answered_on(t.date(on))),
            None => (t.year_not_answered()),
        }
        @if let Some(on) = line.closed_on { br; (t.year_closed_on(t.date(on))) }
    }
}

pub(super) fn actions(me: &Me, view: &YearBookView) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.corrective_number()),
        Column::new(t.corrective_problem()),
        Column::new(t.corrective_owner()),
        Column::new(t.corrective_stage()),
        Column::new(t.corrective_opened()),
        Column::new(t.corrective_closed()),
        Column::new(t.corrective_cases()),
    ];
    let rows = view.document.actions.iter().map(|action| action_row(me, action));
    let none = html! { p class="table-none" { (t.year_actions_none()) } };
    Card::new(t.year_actions())
        .icon(Icon::Repair)
        .id("actions")
        .flush(html! { (Table::new(t, t.year_actions(), &columns).rows(rows).empty(none)) })
}

fn action_row(me: &Me, action: &ActionLine) -> Vec<Markup> {
    let t = me.t();
    vec![
        html! { a href=(format!("/corrective-actions/{}", action.number)) { strong { (action.number) } } },
        html! {
            @if action.protected { span class="muted" { (icon(Icon::Protected)) " " (t.corrective_hidden()) } }
            @else { (action.problem) }
        },
        html! { (action.owner) },
        html! { (badge(Tone::Neutral, None, &word(t, "action-stage", &action.stage))) },
        html! { (t.date(action.opened_on)) },
        html! { @if let Some(on) = action.closed_on { (t.date(on)) } },
        html! { (action.cases.join(", ")) },
    ]
}

/// What was reopened or corrected in earlier years, as this document tells it.
pub(super) fn later(me: &Me, view: &YearBookView) -> Markup {
    let t = me.t();
    let none = html! { p class="table-none" { (t.year_later_none()) } };
    Card::new(t.year_later())
        .icon(Icon::Reopen)
        .id("later")
        .flush(later_table(me, t.year_later(), &view.document.later, none))
}

pub(super) fn later_table(me: &Me, caption: &str, later: &[Later], none: Markup) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.year_case()),
        Column::new(t.year_act()),
        Column::new(t.year_on()),
    ];
    let rows = later.iter().map(|one| {
        vec![
            html! { a href=(format!("/cases/{}", one.number)) { strong { (one.number) } } },
            html! { (word(t, "act", &one.act)) },
            html! { (t.date(one.on)) },
        ]
    });
    html! { (Table::new(t, caption, &columns).rows(rows).empty(none)) }
}
