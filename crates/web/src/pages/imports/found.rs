//! What was found in a file, before anything is written and after.

use app::imports::{CHANNEL, Finding, Import, KIND, Report, SUBJECT, State, Totals};
use axum::response::Response;
use documents::csv::Table as Csv;
use i18n::Texts;
use i18n::say::Say;
use maud::{Markup, html};
use procedure::PersonId;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{address, cut, drop_button, upload, warning};
use crate::pages::register::download;
use crate::ui::{
    Card, Column, Form, Icon, Look, Pager, Table, Tone, actions, alert, badge, confirm, empty_state, facts,
    link_button, pager, post_button, submit,
};
use crate::visit::{At, Me, Page};
use crate::words::word;

/// So many findings stand on a page.
const PAGE: usize = 50;
/// So much of a cell is shown, and so many runs of rows; the file of the findings has all.
const SHOWN: usize = 120;
const SHOWN_ROWS: usize = 12;

pub(super) fn checked(me: &Me, import: &Import, from: usize) -> Markup {
    let t = me.t();
    let none = Report::default();
    let report = import.report.as_ref().unwrap_or(&none);
    let to = |step: &str| format!("{}/{step}", address(import.id));
    let totals = &report.totals;
    let too_long = me.app().is_too_long(totals.rows_read);
    html! {
        @if let Some((key, detail)) = &report.refused {
            (alert(Tone::Bad, t.label(key), Some(html! { p { (detail) } })))
        } @else if totals.errors > 0 {
            (alert(Tone::Bad, &t.import_stopped(totals.errors), Some(html! { p { (t.imports_errors_text()) } })))
        } @else if totals.rows_read == 0 {
            (warning(t.imports_no_rows(), ""))
        } @else if too_long {
            (warning(&t.imports_too_long(totals.rows_read), t.imports_too_long_text()))
        } @else {
            (alert(Tone::Good, &t.imports_ready(totals.rows_read), Some(html! { p { (t.imports_ready_text()) } })))
        }
        (actions(html! {
            @if report.may_enter() && !too_long {
                (post_button(&me.ctx, Look::Primary, Some(Icon::Book), t.imports_enter(), &to("enter"), ""))
            }
            (post_button(&me.ctx, Look::Secondary, Some(Icon::Edit), t.imports_again(), &to("again"), ""))
            (drop_button(me, import))
        }))
        (Card::new(t.imports_totals()).icon(Icon::Chart).id("totals").body(counted(t, totals)))
        (problems(t, import, report, from))
    }
}

pub(super) fn done(me: &Me, import: &Import) -> Markup {
    let t = me.t();
    let to = format!("{}/undo", address(import.id));
    let form = Form::post(&me.ctx, "undo-form", &to);
    html! {
        @if let Some(failure) = &import.failure { (warning(t.imports_not_undone(), t.label(failure))) }
        @else { (alert(Tone::Good, &t.import_done(import.records), Some(numbers(t, import)))) }
        (actions(html! {
            (link_button(Look::Primary, Some(Icon::Book), t.imports_see_register(), &first_year(import)))
            (confirm(Icon::Undo, t.imports_undo(), form.show(|_| html! {
                p { (t.imports_undo_text(import.records)) }
                (actions(submit(Look::Danger, Some(Icon::Undo), t.imports_undo())))
            })))
        }))
        (origin(t, import))
        @if let Some(report) = &import.report {
            (Card::new(t.imports_totals()).icon(Icon::Chart).id("totals").body(counted(t, &report.totals)))
        }
    }
}

pub(super) async fn ended(me: &Me, import: &Import) -> Result<Markup, Response> {
    let t = me.t();
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let name = |person: Option<PersonId>| {
        let person = person.and_then(|person| office.people.get(&person));
        person.map_or_else(
            || t.imports_the_machine().to_owned(),
            |person| person.display_name.clone(),
        )
    };
    let again = format!("{}/again", address(import.id));
    Ok(html! {
        @match import.state {
            State::Undone => {
                @let at = import.undone_at.map(|at| t.instant(at, &office.zone)).unwrap_or_default();
                (alert(Tone::Neutral, t.imports_undone(), Some(html! { p { (t.imports_undone_text(name(import.undone_by), at)) } })))
            }
            State::Failed => {
                (alert(Tone::Bad, t.imports_failed(), Some(html! { p { (t.label(import.failure.as_deref().unwrap_or("imports-failed-storage"))) } })))
                (actions(html! {
                    (post_button(&me.ctx, Look::Primary, Some(Icon::Edit), t.imports_again(), &again, ""))
                    (drop_button(me, import))
                }))
            }
            _ => (alert(Tone::Neutral, t.imports_dropped(), None)),
        }
        (origin(t, import))
    })
}

fn origin(t: &'static Texts, import: &Import) -> Markup {
    Card::new(t.imports_origin())
        .icon(Icon::File)
        .id("origin")
        .body(facts([
            (t.imports_file(), html! { (import.file_name) }),
            (t.imports_size(), html! { (upload::size(t, import)) }),
            (t.imports_digest(), html! { code { (import.sha256) } }),
        ]))
}

fn first_year(import: &Import) -> String {
    match import.years.keys().next() {
        Some(year) => format!("/register?year={year}"),
        None => "/register".to_owned(),
    }
}

fn numbers(t: &'static Texts, import: &Import) -> Markup {
    html! { ul { @for (year, (first, last)) in &import.years { li { (t.import_numbers(year, first, last)) } } } }
}

fn counted(t: &'static Texts, totals: &Totals) -> Markup {
    let mut lines: Vec<(String, usize)> = vec![
        (t.import_total_rows().to_owned(), totals.rows_read),
        (t.import_total_flagged().to_owned(), totals.rows_flagged),
    ];
    lines.extend(
        totals
            .years
            .iter()
            .map(|(year, count)| (t.import_total_year(year), *count)),
    );
    for (group, counts) in [
        ("kind", &totals.kinds),
        ("channel", &totals.channels),
        ("subject", &totals.subjects),
    ] {
        lines.extend(counts.iter().map(|(code, count)| (coded(t, group, code), *count)));
    }
    lines.push((t.import_total_answered().to_owned(), totals.answered));
    lines.push((t.import_total_closed().to_owned(), totals.closed));
    let untold = |counts: &BTreeMap<String, usize>| -> usize {
        ["unknown", "unsaid"]
            .iter()
            .filter_map(|code| counts.get(*code))
            .sum()
    };
    let assumed = [
        (untold(&totals.kinds), t.import_assumed_kind(), KIND.say(t.lang())),
        (
            untold(&totals.channels),
            t.import_assumed_channel(),
            CHANNEL.say(t.lang()),
        ),
        (
            untold(&totals.subjects),
            t.import_assumed_subject(),
            SUBJECT.say(t.lang()),
        ),
    ];
    html! {
        (facts(lines.iter().map(|(what, count)| (what.as_str(), html! { (t.number(*count)) }))))
        @for (count, what, value) in assumed.into_iter().filter(|(count, ..)| *count > 0) {
            p class="muted" { (t.import_assumed(count, what, value)) }
        }
    }
}

/// A value of the vocabulary, or that it was not told.
fn coded(t: &'static Texts, group: &str, code: &str) -> String {
    match code {
        "unknown" => format!("{}: {}", t.label(role_key(group)), t.import_unknown()),
        "unsaid" => format!("{}: {}", t.label(role_key(group)), t.import_unsaid()),
        code => word(t, group, code),
    }
}

fn role_key(group: &str) -> &'static str {
    match group {
        "kind" => "transcription-role-kind",
        "channel" => "transcription-role-channel",
        _ => "transcription-role-subject",
    }
}

fn problems(t: &'static Texts, import: &Import, report: &Report, from: usize) -> Markup {
    let heads = [
        Column::new(t.imports_place()),
        Column::new(t.imports_severity()),
        Column::new(t.imports_finding()).wide(),
        Column::new(t.imports_value()).wide(),
    ];
    // What stands against it comes first, however many warnings there are.
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) =
        report.problems.iter().partition(|one| one.is_error());
    let rows = errors
        .into_iter()
        .chain(warnings)
        .skip(from)
        .take(PAGE)
        .map(|one| {
            let tone = if one.is_error() { Tone::Bad } else { Tone::Warn };
            vec![
                html! { (place(t, one, SHOWN_ROWS)) },
                badge(tone, Some(Icon::Warning), severity(t, one)),
                html! { (t.label(&one.key())) },
                html! { (value(t, one, SHOWN)) },
            ]
        });
    let all = report.problems.len();
    let at = |from: usize| format!("{}?from={from}#problems", address(import.id));
    let turn = Pager {
        first: None,
        previous: (from > 0).then(|| at(from.saturating_sub(PAGE))),
        next: (from + PAGE < all).then(|| at(from + PAGE)),
        note: t.imports_findings(report.totals.errors + report.totals.warnings),
    };
    let table = Table::new(t, t.imports_problems(), &heads)
        .rows(rows)
        .empty(empty_state(
            Icon::Check,
            t.import_no_problems(),
            t.imports_no_problems_text(),
            None,
        ));
    let file = format!("{}/problems.csv", address(import.id));
    let card = Card::new(t.imports_problems()).icon(Icon::Warning).id("problems");
    let card = if all > 0 {
        card.actions(link_button(
            Look::Secondary,
            Some(Icon::Download),
            t.export_csv(),
            &file,
        ))
    } else {
        card
    };
    card.flush(html! { (table) @if all > 0 { (pager(t, &turn)) } })
}

fn place(t: &'static Texts, one: &Finding, most: usize) -> String {
    if !one.rows.is_empty() {
        let single = one.rows.single();
        return single.map_or_else(|| t.import_rows(one.rows.shown(most)), |row| t.import_row(row));
    }
    match (one.row, &one.column) {
        (Some(row), Some(column)) => format!("{}, {}", t.import_row(row), t.import_column(column)),
        (Some(row), None) => t.import_row(row),
        (None, Some(column)) => t.import_column(column),
        (None, None) => t.import_file().to_owned(),
    }
}

fn severity(t: &'static Texts, one: &Finding) -> &'static str {
    if one.is_error() {
        t.imports_error()
    } else {
        t.imports_warning()
    }
}

fn value(t: &'static Texts, one: &Finding, most: usize) -> String {
    let mut parts = Vec::new();
    if !one.value.is_empty() {
        parts.push(cut(&one.value, most));
    }
    if one.count > 1 {
        let is_of_rows = !one.rows.is_empty();
        parts.push(if is_of_rows {
            t.import_times_rows(one.count)
        } else {
            t.import_times(one.count)
        });
    }
    if let Some(row) = one.see_row {
        parts.push(t.import_see_row(row));
    }
    parts.join(", ")
}

/// The findings as a file, for whoever mends the register row by row.
pub(super) async fn csv(me: Me, At(id): At<Uuid>) -> Page {
    let t = me.t();
    let import = me.app().one_import(me.now, me.person(), id).await;
    let import = import.map_err(|error| me.fail(error))?;
    let report = import.report.unwrap_or_default();
    let heads = [
        t.imports_place(),
        t.imports_severity(),
        t.imports_finding(),
        t.imports_value(),
    ];
    let mut table = Csv::new(Vec::new(), &heads).expect("memory takes a line");
    for one in &report.problems {
        let cells = [
            place(t, one, usize::MAX),
            severity(t, one).to_owned(),
            t.label(&one.key()).to_owned(),
            value(t, one, usize::MAX),
        ];
        table.row(&cells).expect("memory takes a line");
    }
    let bytes = table.finish().expect("memory takes a line");
    Ok(download("problems.csv", "text/csv; charset=utf-8", bytes))
}
