//! The list of mails: when each came, from whom, what about, and what became of it.

use app::inbox::{Inbox, Line, Part, State};
use i18n::Texts;
use maud::{Markup, html};

use crate::layout::{Nav, page as frame};
use crate::ui::{
    Card, Column, Due, Icon, PageHead, Pager, Tab, Table, Tone, badge, due_date, empty_state, icon, pager,
    tabs,
};
use crate::visit::Me;
use crate::words::word;

pub(super) fn page(me: &Me, part: Part, begins: bool, inbox: &Inbox) -> Markup {
    let t = me.t();
    let addresses: Vec<String> = Part::ALL.iter().map(|part| address(*part)).collect();
    let labels: Vec<String> = Part::ALL
        .iter()
        .map(|part| word(t, "inbox-part", part.key()))
        .collect();
    let shown: Vec<Tab> = Part::ALL
        .iter()
        .zip(&addresses)
        .zip(&labels)
        .map(|((tab, href), label)| Tab {
            label,
            href,
            active: *tab == part,
            count: inbox.counts.get(tab).and_then(|count| u64::try_from(*count).ok()),
        })
        .collect();
    let columns = [
        Column::new(t.inbox_arrived()),
        Column::new(t.inbox_sender()),
        Column::new(t.inbox_subject()).wide(),
        Column::new(t.inbox_state()),
    ];
    let title = labels.get(Part::ALL.iter().position(|it| *it == part).unwrap_or_default());
    let title = title.map_or(t.nav_inbox(), String::as_str);
    let rows = inbox.lines.iter().map(|line| row(me, inbox, line));
    let table = Table::new(t, title, &columns).rows(rows).empty(empty_state(
        Icon::Inbox,
        t.inbox_nothing(),
        t.inbox_nothing_text(),
        None,
    ));
    let masked = inbox.lines.iter().all(|line| line.masked) && !inbox.lines.is_empty();
    let lead = if masked {
        t.inbox_lead_masked()
    } else {
        t.inbox_lead()
    };
    let turn = Pager {
        first: (!begins).then(|| address(part)),
        next: inbox.next.map(|next| format!("{}&before={next}", address(part))),
        ..Pager::default()
    };
    let body = html! {
        (PageHead::new(t, t.nav_inbox()).lead(lead))
        (tabs(t, t.inbox_parts(), &shown))
        (Card::new(title).icon(Icon::Inbox).id("inbox").flush(html! { (table) (pager(t, &turn)) }))
    };
    frame(&me.ctx, t.nav_inbox(), Some(Nav::Inbox), body)
}

fn address(part: Part) -> String {
    format!("/inbox?part={}", part.key())
}

fn row(me: &Me, inbox: &Inbox, line: &Line) -> Vec<Markup> {
    let t = me.t();
    let mail = &line.mail;
    let zone = &inbox.office.zone;
    let arrived = html! { (t.instant(mail.arrived_at.0, zone)) };
    let about = html! {
        a href=(format!("/inbox/{}", mail.id)) { strong { (subject(t, line)) } }
        @if mail.attachments > 0 { br; span class="muted" { (icon(Icon::Attach)) " " (t.inbox_files(mail.attachments)) } }
    };
    vec![arrived, sender(t, line), about, state(t, line, inbox.today)]
}

pub(super) fn subject<'a>(t: &'static Texts, line: &'a Line) -> &'a str {
    match line.mail.subject.as_str() {
        _ if line.masked => t.inbox_masked(),
        "" => t.inbox_no_subject(),
        subject => subject,
    }
}

pub(super) fn sender(t: &'static Texts, line: &Line) -> Markup {
    let mail = &line.mail;
    html! {
        @if line.masked {
            span class="muted" { (icon(Icon::Protected)) " " (t.inbox_masked()) }
        } @else if mail.sender_name.is_empty() && mail.sender_address.is_empty() {
            span class="muted" { (t.inbox_no_sender()) }
        } @else {
            (mail.sender_name)
            @if !mail.sender_address.is_empty() {
                @if !mail.sender_name.is_empty() { br; }
                span class="muted mail-address" { (mail.sender_address) }
            }
        }
    }
}

/// What became of it, by when it is owed, and what kind of mail it is.
pub(super) fn state(t: &'static Texts, line: &Line, today: jiff::civil::Date) -> Markup {
    let tone = match line.state {
        State::New | State::Bounce => Tone::Warn,
        State::Case | State::Joined | State::Reached => Tone::Good,
        State::SetAside | State::Automatic => Tone::Neutral,
    };
    html! {
        (badge(tone, None, &word(t, "mail-state", line.state.key())))
        @if let Some(number) = &line.number { " " a href=(format!("/cases/{number}")) { (number) } }
        @if line.mail.kind != "normal" { " " (badge(Tone::Info, Some(Icon::Settings), &word(t, "mail-kind", &line.mail.kind))) }
        @if let Some(due_on) = line.due_on {
            div { (due_date(t, due_on, Due::of(Some(due_on), today))) @if line.provisional { " " (badge(Tone::Warn, None, t.due_provisional())) } }
        }
    }
}
