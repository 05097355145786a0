//! The figures of a year, for the page, the printed form and the workbook alike.

use app::year_book::{Compilation, Figures, Tally};
use i18n::Texts;
use maud::{Markup, html};

use crate::ui::{Card, Column, Icon, Table, Tone, tile, tiles};
use crate::words::word;

/// The words of `store`'s timeliness, in the order in which a reader asks for them.
pub(super) const TIMELINESS: [&str; 6] = [
    "in_first_limit",
    "in_extended_limit",
    "late",
    "running",
    "overdue",
    "no_limit",
];

/// The figures that stand alone: what it is called and how much it is.
pub(super) fn single(t: &'static Texts, figures: &Figures) -> Vec<(&'static str, i64)> {
    vec![
        (t.year_numbers(), figures.numbers),
        (t.year_annulled(), figures.annulled),
        (t.year_received(), figures.received),
        (t.year_imported(), figures.imported),
        (
            t.year_within_first(),
            of(&figures.by_timeliness, "in_first_limit"),
        ),
        (
            t.year_within_extended(),
            of(&figures.by_timeliness, "in_extended_limit"),
        ),
        (t.year_late(), of(&figures.by_timeliness, "late")),
        (t.year_settled(), figures.settled),
        (t.year_extended(), figures.extended),
        (t.year_reopened(), figures.reopened),
        (t.year_withdrawn(), figures.withdrawn),
        (t.year_carried(), figures.carried),
        (t.year_open_at_end(), figures.open_at_end),
        (t.year_actions_opened(), figures.actions_opened),
    ]
}

/// The counts by group: title and rows, each row with its words.
pub(super) fn groups(t: &'static Texts, figures: &Figures) -> Vec<(&'static str, Vec<(String, i64)>)> {
    let said = |group: &str, tallies: &[Tally], none: &str| -> Vec<(String, i64)> {
        let words = |tally: &Tally| {
            if tally.key.is_empty() {
                none.to_owned()
            } else if tally.name.is_empty() {
                word(t, group, &tally.key)
            } else {
                tally.name.clone()
            }
        };
        tallies.iter().map(|tally| (words(tally), tally.cases)).collect()
    };
    let months = figures.by_month.iter();
    let months = months.map(|tally| (month(t, &tally.key), tally.cases)).collect();
    vec![
        (t.year_by_channel(), said("channel", &figures.by_channel, "")),
        (t.year_by_subject(), said("subject", &figures.by_subject, "")),
        (
            t.year_by_outcome(),
            said("finding", &figures.by_outcome, t.year_no_outcome()),
        ),
        (t.year_by_unit(), said("unit", &figures.by_unit, t.year_no_unit())),
        (t.year_by_month(), months),
        (
            t.year_by_action_stage(),
            said("action-stage", &figures.actions_by_stage, ""),
        ),
    ]
}

/// `2026-03` as people write it.
fn month(t: &Texts, key: &str) -> String {
    let number = key.split_once('-').and_then(|(_, month)| month.parse().ok());
    match (number, key.split_once('-')) {
        (Some(number), Some((year, _))) if t.lang() == i18n::Lang::En => {
            format!("{} {year}", t.month(number))
        }
        (_, Some((year, month))) => format!("{month}/{year}"),
        _ => key.to_owned(),
    }
}

pub(super) fn of(tallies: &[Tally], key: &str) -> i64 {
    tallies
        .iter()
        .find(|tally| tally.key == key)
        .map_or(0, |tally| tally.cases)
}

/// The heads of the table by kind.
pub(super) fn kind_heads(t: &'static Texts) -> Vec<String> {
    let mut heads = vec![t.register_kind().to_owned(), t.year_total().to_owned()];
    heads.extend(TIMELINESS.iter().map(|key| word(t, "timeliness", key)));
    heads
}

/// Each kind with its total and how its cases stand to their limits; the last row is the sum.
pub(super) fn kind_rows(t: &'static Texts, figures: &Figures) -> Vec<(String, Vec<i64>)> {
    let mut rows: Vec<(String, Vec<i64>)> = figures
        .by_kind
        .iter()
        .map(|kind| {
            let by = figures.kind_timeliness.get(&kind.key);
            let counts = TIMELINESS.iter().map(|key| {
                let found = by.and_then(|by| by.get(*key));
                found.copied().unwrap_or_default()
            });
            let counts = std::iter::once(kind.cases).chain(counts).collect();
            (word(t, "kind", &kind.key), counts)
        })
        .collect();
    let timeliness = TIMELINESS.iter().map(|key| of(&figures.by_timeliness, key));
    let sums = std::iter::once(figures.received).chain(timeliness).collect();
    rows.push((t.year_total().to_owned(), sums));
    rows
}

/// The figures at a glance, then by kind, then by everything else.
pub(super) fn shown(t: &'static Texts, document: &Compilation) -> Markup {
    let figures = &document.figures;
    let timely = |key: &str| of(&figures.by_timeliness, key);
    let answered = timely("in_first_limit") + timely("in_extended_limit") + timely("late");
    let share = |part: i64| match answered {
        0 => t.number(part),
        _ => format!("{} · {}", t.number(part), t.percent(part, answered)),
    };
    let late = timely("late") + timely("overdue");
    html! {
        (tiles(html! {
            (tile(Tone::Accent, Icon::Book, t.year_received(), &t.number(figures.received), None))
            (tile(Tone::Good, Icon::OnTime, t.year_within_first(), &share(timely("in_first_limit")), None))
            (tile(Tone::Info, Icon::Extension, t.year_within_extended(), &share(timely("in_extended_limit")), None))
            (tile(if late > 0 { Tone::Bad } else { Tone::Neutral }, Icon::Late, t.year_late(), &share(timely("late")), None))
        }))
        (Card::new(t.year_by_kind()).icon(Icon::Chart).id("by-kind").flush(by_kind(t, figures)))
        div class="year-groups" {
            (Card::new(t.year_other_figures()).icon(Icon::Number).id("single").flush(singles(t, figures)))
            @for (title, rows) in groups(t, figures) {
                @if !rows.is_empty() {
                    (Card::new(title).icon(Icon::Chart).flush(group(t, title, &rows, figures)))
                }
            }
        }
    }
}

fn by_kind(t: &'static Texts, figures: &Figures) -> Markup {
    let heads = kind_heads(t);
    let columns: Vec<Column> = heads
        .iter()
        .enumerate()
        .map(|(place, head)| match place {
            0 => Column::new(head),
            _ => Column::new(head).number(),
        })
        .collect();
    let rows = kind_rows(t, figures).into_iter().map(|(kind, counts)| {
        let counts = counts.into_iter().map(|count| html! { (t.number(count)) });
        std::iter::once(html! { strong { (kind) } })
            .chain(counts)
            .collect()
    });
    html! { (Table::new(t, t.year_by_kind(), &columns).rows(rows)) }
}

fn singles(t: &'static Texts, figures: &Figures) -> Markup {
    let mut rows: Vec<(String, String, String)> = single(t, figures)
        .into_iter()
        .map(|(words, count)| (words.to_owned(), t.number(count), String::new()))
        .collect();
    if figures.acknowledged_due > 0 {
        let told = t.year_acknowledged_of(figures.acknowledged_in_time, figures.acknowledged_due);
        rows.push((t.year_acknowledged().to_owned(), told, String::new()));
    }
    tally(&rows)
}

fn group(t: &'static Texts, title: &str, rows: &[(String, i64)], figures: &Figures) -> Markup {
    let of_cases = title != t.year_by_action_stage();
    let whole = if of_cases {
        figures.received
    } else {
        rows.iter().map(|(_, count)| count).sum()
    };
    let rows: Vec<(String, String, String)> = rows
        .iter()
        .map(|(words, count)| (words.clone(), t.number(*count), t.percent(*count, whole)))
        .collect();
    html! {
        (tally(&rows))
        @if title == t.year_by_subject() { p class="table-none" { (t.year_by_subject_note()) } }
    }
}

/// Words, a count and its share, line by line: short enough to stay lines on a phone.
fn tally(rows: &[(String, String, String)]) -> Markup {
    html! {
        dl class="tally" {
            @for (words, count, share) in rows {
                div { dt { (words) } dd { (count) } dd class="tally-share" { (share) } }
            }
        }
    }
}
