//! Việc của tôi: what I owe across all cases, alone or through the offices I hold, the most urgent first.

use app::work::{COUNTED, Item, Matter, Part, Work, place_text, read_place};
use axum::Router;
use axum::extract::Query;
use axum::response::IntoResponse;
use axum::routing::get;
use i18n::Texts;
use jiff::civil::Date;
use maud::{Markup, html};
use procedure::Rule;
use serde::Deserialize;

use crate::layout::{Nav, page as frame};
use crate::site::Site;
use crate::ui::{
    Card, Due, Icon, Look, PageHead, Pager, Tone, badge, due_date, empty_state, icon, link_button, pager,
    tile, tiles,
};
use crate::visit::{Me, Page};
use crate::words::word;

pub fn routes() -> Router<Site> {
    Router::new().route("/work", get(page))
}

/// So many lines stand on a page.
const LINES: usize = 50;

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    part: String,
    #[serde(default)]
    after: String,
}

async fn page(me: Me, Query(wanted): Query<Wanted>) -> Page {
    let part = Part::from_key(&wanted.part).unwrap_or_default();
    let after = read_place(&wanted.after);
    let begins = after.is_none();
    let work = me
        .app()
        .work(me.now, me.person(), part, after, LINES)
        .await
        .map_err(|error| me.fail(error))?;
    Ok(show(&me, part, begins, &work).into_response())
}

fn show(me: &Me, part: Part, begins: bool, work: &Work) -> Markup {
    let t = me.t();
    let body = html! {
        (PageHead::new(t, t.nav_work()).lead(t.work_lead(t.date_and_weekday(work.today)))
            .actions(link_button(Look::Primary, Some(Icon::Add), t.nav_intake(), Nav::Intake.href())))
        (figures(t, work))
        @if part != Part::All {
            p class="work-part" {
                (icon(Icon::Filter)) (if part == Part::Late { t.work_only_late() } else { t.work_only_soon() })
                " " a href="/work" { (t.work_show_all()) }
            }
        }
        @if work.items.is_empty() {
            (Card::new(t.work_list()).icon(Icon::Tasks).flush(nothing(t, part, begins)))
        } @else {
            @for (group, lines) in grouped(&work.items, work.today) { (section(t, group, &lines, work.today)) }
            (pager(t, &Pager {
                first: (!begins).then(|| format!("/work?part={}", part.key())),
                next: work.next.as_ref().map(|place| format!("/work?part={}&after={}", part.key(), place_text(place))),
                ..Pager::default()
            }))
        }
    };
    frame(&me.ctx, t.nav_work(), Some(Nav::Work), body)
}

/// Late, near, all: each leads to its part of the list.
fn figures(t: &'static Texts, work: &Work) -> Markup {
    let capped = |count: i64| {
        if count > COUNTED {
            format!("{}+", t.number(COUNTED))
        } else {
            t.number(count)
        }
    };
    let tally = work.tally;
    let tone = |count: i64, tone: Tone| if count > 0 { tone } else { Tone::Neutral };
    tiles(html! {
        (tile(tone(tally.late, Tone::Bad), Icon::Late, t.work_late(), &capped(tally.late), Some("/work?part=late")))
        (tile(tone(tally.soon, Tone::Warn), Icon::Soon, t.work_soon(), &capped(tally.soon), Some("/work?part=soon")))
        (tile(Tone::Accent, Icon::Tasks, t.work_all(), &capped(tally.all), Some("/work")))
    })
}

fn nothing(t: &'static Texts, part: Part, begins: bool) -> Markup {
    let (title, text) = match part {
        _ if !begins => (t.work_end(), t.work_end_text()),
        Part::All => (t.work_nothing(), t.work_nothing_text()),
        Part::Late => (t.work_nothing_late(), t.work_nothing_late_text()),
        Part::Soon => (t.work_nothing_soon(), t.work_nothing_soon_text()),
    };
    let way = link_button(
        Look::Secondary,
        Some(Icon::Book),
        t.nav_register(),
        Nav::Register.href(),
    );
    empty_state(Icon::Checks, title, text, Some(way))
}

/// How near a line is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Group {
    Late,
    Today,
    ThisWeek,
    Later,
    /// Nothing is owed; the case only waits to be closed.
    Waiting,
}

impl Group {
    fn of(due_on: Option<Date>, today: Date) -> Group {
        match due_on {
            None => Group::Waiting,
            Some(due) if due < today => Group::Late,
            Some(due) if due == today => Group::Today,
            Some(due) if due <= end_of_week(today) => Group::ThisWeek,
            Some(_) => Group::Later,
        }
    }

    fn title(self, t: &'static Texts) -> &'static str {
        match self {
            Group::Late => t.work_group_late(),
            Group::Today => t.work_group_today(),
            Group::ThisWeek => t.work_group_week(),
            Group::Later => t.work_group_later(),
            Group::Waiting => t.work_group_waiting(),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Group::Late => Icon::Late,
            Group::Today => Icon::Alarm,
            Group::ThisWeek => Icon::CalendarDue,
            Group::Later => Icon::Calendar,
            Group::Waiting => Icon::Checks,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Group::Late => "late",
            Group::Today => "today",
            Group::ThisWeek => "this-week",
            Group::Later => "later",
            Group::Waiting => "waiting",
        }
    }
}

/// The Sunday on which this week ends.
fn end_of_week(today: Date) -> Date {
    let left = 7 - i64::from(today.weekday().to_monday_one_offset());
    today.saturating_add(jiff::Span::new().days(left))
}

/// An act that is owed on a case, under one rule or several.
struct Line<'a> {
    item: &'a Item,
    rules: Vec<&'a str>,
}

/// The lines of a page by nearness. What one act discharges is one line, where it is most urgent.
fn grouped(items: &[Item], today: Date) -> Vec<(Group, Vec<Line<'_>>)> {
    let mut groups: Vec<(Group, Vec<Line>)> = Vec::new();
    for item in items {
        let mut lines = groups.iter_mut().flat_map(|(_, lines)| lines);
        let same = |line: &Line| {
            let known = line.item;
            (known.matter, &known.number, &known.act) == (item.matter, &item.number, &item.act)
        };
        if let Some(line) = lines.find(|line| same(line)) {
            if !line.rules.contains(&item.rule.as_str()) {
                line.rules.push(&item.rule);
            }
            continue;
        }
        let line = Line {
            item,
            rules: vec![&item.rule],
        };
        let group = Group::of(item.due_on, today);
        match groups.last_mut() {
            Some((last, lines)) if *last == group => lines.push(line),
            _ => groups.push((group, vec![line])),
        }
    }
    groups
}

fn section(t: &'static Texts, group: Group, lines: &[Line], today: Date) -> Markup {
    Card::new(group.title(t))
        .icon(group.icon())
        .id(group.id())
        .flush(html! { ul class="work" { @for line in lines { (entry(t, line, today)) } } })
}

fn entry(t: &'static Texts, line: &Line, today: Date) -> Markup {
    let item = line.item;
    html! {
        li {
            div class="work-due" {
                @match item.due_on {
                    Some(due_on) => {
                        (due_date(t, due_on, Due::of(Some(due_on), today)))
                        @if item.provisional { (badge(Tone::Warn, None, t.due_provisional())) }
                    }
                    None => (badge(Tone::Good, Some(Icon::Check), t.work_can_close())),
                }
            }
            div class="work-words" {
                a class="work-act" href=(address(item)) { (word(t, "act", &item.act)) }
                p class="work-matter" {
                    span class="work-number" { (called(t, item)) }
                    @if item.matter == Matter::Mail && item.summary.is_empty() { " " (t.inbox_no_subject()) }
                    @if item.protected { " " span class="work-protected" { (icon(Icon::Protected)) span class="visually-hidden" { (t.work_protected()) } } }
                    @if !item.summary.is_empty() { " " (item.summary) }
                }
            }
            div class="work-rules" { @for rule in &line.rules { (rule_badge(t, rule)) } }
        }
    }
}

/// The rule by name, with its title where the pointer rests, leading to its sentence.
fn rule_badge(t: &'static Texts, name: &str) -> Markup {
    let rule = Rule::ALL.iter().find(|rule| rule.name() == name);
    html! {
        @if let Some(rule) = rule {
            a class="work-rule" href=(format!("/procedure#{}", rule.key())) title=(t.rule_title(*rule)) { (rule.name()) }
        }
    }
}

/// What it is about, as lists name it: a mail has no number of its own.
pub(crate) fn called<'a>(t: &'static Texts, item: &'a Item) -> &'a str {
    match item.matter {
        Matter::Mail => t.nav_inbox(),
        Matter::OutgoingMail => t.outbox_title(),
        Matter::Case | Matter::CorrectiveAction | Matter::YearBook => &item.number,
    }
}

/// Where the act is done.
pub(crate) fn address(item: &Item) -> String {
    let place = match item.matter {
        Matter::Case => "cases",
        Matter::CorrectiveAction => "corrective-actions",
        Matter::YearBook => "year-books",
        Matter::Mail => return format!("/inbox/{}#deeds", item.number),
        Matter::OutgoingMail => return format!("/outbox?mail={}", item.number),
    };
    format!("/{place}/{}#act-{}", item.number, item.act)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn item(number: &str, act: &str, rule: &str, due_on: Option<Date>) -> Item {
        Item {
            matter: Matter::Case,
            number: number.to_owned(),
            rule: rule.to_owned(),
            act: act.to_owned(),
            due_on,
            provisional: false,
            summary: String::new(),
            protected: false,
        }
    }

    #[test]
    fn a_week_ends_on_sunday() {
        assert_eq!(end_of_week(date(2026, 3, 2)), date(2026, 3, 8), "a Monday");
        assert_eq!(end_of_week(date(2026, 3, 8)), date(2026, 3, 8), "a Sunday");
    }

    #[test]
    fn lines_stand_by_nearness_and_one_act_stands_once() {
        let today = date(2026, 3, 4);
        let items = [
            item("2026-0001", "assess", "S2", Some(date(2026, 3, 3))),
            item("2026-0001", "acknowledge", "S1", Some(date(2026, 3, 4))),
            item("2026-0002", "assess", "S2", Some(date(2026, 3, 6))),
            item("2026-0001", "assess", "S3", Some(date(2026, 3, 9))),
            item("2026-0003", "assess", "S2", Some(date(2026, 3, 9))),
            item("2026-0004", "close", "S7", None),
        ];
        let found: Vec<_> = grouped(&items, today)
            .into_iter()
            .map(|(group, lines)| {
                let lines = lines.into_iter();
                let words = lines
                    .map(|line| format!("{} {} {}", line.item.number, line.item.act, line.rules.join("+")));
                (group, words.collect::<Vec<_>>())
            })
            .collect();
        let expected = [
            (Group::Late, vec!["2026-0001 assess S2+S3".to_owned()]),
            (Group::Today, vec!["2026-0001 acknowledge S1".to_owned()]),
            (Group::ThisWeek, vec!["2026-0002 assess S2".to_owned()]),
            (Group::Later, vec!["2026-0003 assess S2".to_owned()]),
            (Group::Waiting, vec!["2026-0004 close S7".to_owned()]),
        ];
        assert_eq!(found, expected);
    }
}
