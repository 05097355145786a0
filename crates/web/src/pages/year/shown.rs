//! The figures of a year on the page and in print: at a glance, then each plot with its table.

use app::year_book::Compilation;
use documents::year::{Exhibit, Figures, Value, exhibits};
use i18n::Texts;
use maud::{Markup, PreEscaped, html};
use plots::{Look, Plot};

use super::figures;
use crate::ui::{Card, Column, Icon, Table, Tone, tile, tiles};

/// In CSS pixels: beside another card or on a wide one, and on a phone.
const WIDE: f64 = 420.0;
const NARROW: f64 = 315.0;

pub(super) fn of(t: &'static Texts, document: &Compilation) -> Markup {
    let figures = figures::of(t, document);
    let exhibits = exhibits(t, &figures);
    let (whole, half): (Vec<&Exhibit>, Vec<&Exhibit>) =
        exhibits.iter().partition(|exhibit| !exhibit.is_plotted);
    html! {
        (glance(t, &figures))
        @for exhibit in whole { (card(t, exhibit)) }
        div class="year-groups" {
            @for exhibit in half { (card(t, exhibit)) }
        }
    }
}

fn glance(t: &'static Texts, figures: &Figures) -> Markup {
    let timely = &figures.timeliness;
    let share = |part: i64| match timely.due() {
        0 => t.number(part),
        due => format!("{} · {}", t.number(part), t.percent(part, due)),
    };
    let late = if timely.late + timely.overdue > 0 {
        Tone::Bad
    } else {
        Tone::Neutral
    };
    tiles(html! {
        (tile(Tone::Accent, Icon::Book, t.year_received(), &t.number(figures.received), None))
        (tile(Tone::Good, Icon::OnTime, t.year_within_first(), &share(timely.in_first_limit), None))
        (tile(Tone::Info, Icon::Extension, t.year_within_extended(), &share(timely.in_extended_limit), None))
        (tile(late, Icon::Late, t.year_late(), &share(timely.late), None))
    })
}

fn card(t: &'static Texts, exhibit: &Exhibit) -> Markup {
    let sign = if exhibit.plot.is_some() {
        Icon::Chart
    } else {
        Icon::Number
    };
    Card::new(&exhibit.title)
        .icon(sign)
        .id(&format!("figures-{}", exhibit.key))
        .flush(html! {
            @if let Some(plot) = &exhibit.plot { (drawn(t, plot)) }
            @if exhibit.table.rows.is_empty() { p class="table-none" { (t.report_no_rows()) } }
            @else if exhibit.key == "month" { (months(t, &exhibit.table)) }
            @else if exhibit.table.heads.len() <= 4 { (lines(t, exhibit)) }
            @else { (table(t, exhibit)) }
            @if !exhibit.table.rows.is_empty() && !exhibit.notes.is_empty() {
                div class="figures-notes" { @for note in &exhibit.notes { p { (note) } } }
            }
        })
}

/// Drawn twice, of which the style sheet shows the one that fits; the other is hidden from everybody.
fn drawn(t: &'static Texts, plot: &Plot) -> Markup {
    html! {
        div class="plot" {
            div class="plot-wide" { (PreEscaped(plot.svg(t, Look::Page, WIDE))) }
            div class="plot-narrow" { (PreEscaped(plot.svg(t, Look::Page, NARROW))) }
        }
    }
}

/// Words, a count and its share, line by line: short enough to stay lines on a phone.
fn lines(t: &'static Texts, exhibit: &Exhibit) -> Markup {
    let said = |row: &[Value]| -> Option<(String, String, String)> {
        match row {
            [words, count, share] => Some((words.say(t), count.say(t), share.say(t))),
            [words, Value::Number(part), Value::Number(whole), share] => {
                Some((words.say(t), t.year_acknowledged_of(*part, *whole), share.say(t)))
            }
            [words, count, ..] => Some((words.say(t), count.say(t), String::new())),
            _ => None,
        }
    };
    html! {
        dl class={ "tally" (if exhibit.is_plotted { "" } else { " tally-columns" }) } {
            @for (words, count, share) in exhibit.table.rows.iter().filter_map(|row| said(row)) {
                div { dt { (words) } dd { (count) } dd class="tally-share" { (share) } }
            }
        }
    }
}

/// A column for each year: few enough to stay a table on a phone.
fn months(t: &'static Texts, table: &documents::year::Table) -> Markup {
    let last = table.rows.len();
    html! {
        table class="table figures" {
            thead { tr { @for head in &table.heads { th scope="col" { (head) } } } }
            tbody {
                @for (place, row) in table.rows.iter().enumerate() {
                    tr class=[(place + 1 == last).then_some("figures-total")] {
                        @for (column, value) in row.iter().enumerate() {
                            @if column == 0 { th scope="row" { (value.say(t)) } }
                            @else { td { (value.say(t)) } }
                        }
                    }
                }
            }
        }
    }
}

fn table(t: &'static Texts, exhibit: &Exhibit) -> Markup {
    let columns: Vec<Column> = exhibit
        .table
        .heads
        .iter()
        .enumerate()
        .map(|(place, head)| match place {
            0 => Column::new(head),
            _ => Column::new(head).number(),
        })
        .collect();
    let rows = exhibit.table.rows.iter().map(|row| {
        row.iter()
            .enumerate()
            .map(|(place, value)| match place {
                0 => html! { strong { (value.say(t)) } },
                _ => html! { (value.say(t)) },
            })
            .collect()
    });
    html! { (Table::new(t, &exhibit.title, &columns).rows(rows)) }
}
