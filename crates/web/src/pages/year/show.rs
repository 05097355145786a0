//! The page of a year's compilation, put together for one reader.

use app::year_book::YearBookView;
use maud::{Markup, html};
use procedure::TextRef;
use procedure::year_book::{YearAct, YearEntry, YearStage};

use super::{Returned, annex, list, shown, todo};
use crate::layout::{Nav, page as frame};
use crate::ui::{Card, Icon, Look, Moment, PageHead, Tone, alert, badge, facts, history, link_button};
use crate::visit::Me;

pub(super) fn page(me: &Me, view: &YearBookView, after: &str, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let year = view.book.year;
    let title = t.year_one(year);
    let running = view.today().year() <= year;
    let badges = if running {
        badge(Tone::Info, Some(Icon::Clock), t.year_running())
    } else {
        list::stage(me, view.book.stage)
    };
    let xlsx = format!("/year-books/{year}/export.xlsx");
    let report = format!("/year-books/{year}/report.pdf");
    let print = format!("/year-books/{year}/print");
    let body = html! {
        (PageHead::new(t, &title).crumbs(&[(t.year_title(), "/year-books")]).badges(badges).actions(html! {
            (link_button(Look::Secondary, Some(Icon::Letter), t.report_button(), &report))
            (link_button(Look::Secondary, Some(Icon::Print), t.year_print(), &print))
            (link_button(Look::Secondary, Some(Icon::Download), t.export_xlsx(), &xlsx))
        }))
        (standing(me, view))
        div class="year-page" {
            (todo::duties(me, view, returned))
            (shown::of(t, &view.document))
            (annex::cases(me, view, Some(after)))
            (annex::carried(me, view))
            (annex::actions(me, view))
            (annex::later(me, view))
            (Card::new(t.year_history()).icon(Icon::History).id("history").body(past(me, view)))
        }
    };
    frame(&me.ctx, &title, Some(Nav::Year), body)
}

/// What the figures below rest on.
fn standing(me: &Me, view: &YearBookView) -> Markup {
    let t = me.t();
    html! {
        @if view.stored {
            @let digest = view.book.digest.as_deref().unwrap_or_default();
            (alert(Tone::Info, &t.year_stored_text(t.date(view.document.on)), Some(html! {
                p class="digest" { (t.year_digest()) ": " code { (digest) } }
                @if let Some(code) = &view.book.file_code { p { (t.year_file_code()) ": " strong { (code) } } }
            })))
        } @else {
            (alert(Tone::Info, t.year_live(), Some(html! { p { (t.year_live_text()) } })))
        }
        @if view.moved { (alert(Tone::Warn, t.year_moved(), Some(html! { p { (t.year_moved_text()) } }))) }
        @if view.book.stage >= YearStage::Frozen && !view.later.is_empty() {
            (alert(Tone::Warn, t.year_later_here(), Some(html! {
                p { (t.year_later_here_text()) }
                (annex::later_table(me, t.year_later_here(), &view.later, html! {}))
            })))
        }
    }
}

fn past(me: &Me, view: &YearBookView) -> Markup {
    let moments: Vec<Moment> = view.history.iter().map(|entry| moment(me, view, entry)).collect();
    html! {
        @if moments.is_empty() { p class="muted" { (me.t().year_no_history()) } }
        @else { (history(&moments)) }
    }
}

fn moment(me: &Me, view: &YearBookView, entry: &YearEntry) -> Moment {
    let written = text(&entry.act).map(|text| view.text(text));
    let digest = match &entry.act {
        YearAct::Compile { digest, .. } | YearAct::Freeze { digest } => Some(digest),
        YearAct::ReturnCompilation { .. }
        | YearAct::Review { .. }
        | YearAct::ReceiveCompilation { .. }
        | YearAct::File { .. } => None,
    };
    Moment {
        sign: todo::sign(entry.act.kind()),
        tone: Tone::Accent,
        at: me.t().instant(entry.at, &view.office.zone),
        who: who(me, view, entry),
        what: html! { (sentence(me, view, entry)) },
        detail: (written.is_some() || digest.is_some()).then(|| {
            html! {
                @if let Some(text) = written { p class="said" { (text) } }
                @if let Some(digest) = digest { p class="digest" { code { (digest) } } }
            }
        }),
    }
}

fn sentence(me: &Me, view: &YearBookView, entry: &YearEntry) -> String {
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    i18n::say::year_deed(me.ctx.lang, entry, &names)
}

fn who(me: &Me, view: &YearBookView, entry: &YearEntry) -> String {
    match entry.by.person() {
        Some(person) => view.office.name(person).to_owned(),
        None => me.t().case_by_system().to_owned(),
    }
}

pub(super) const fn text(act: &YearAct) -> Option<&TextRef> {
    match act {
        YearAct::Compile { remarks, .. }
        | YearAct::Review { remarks }
        | YearAct::ReceiveCompilation { remarks } => remarks.as_ref(),
        YearAct::ReturnCompilation { reason } => Some(reason),
        YearAct::Freeze { .. } | YearAct::File { .. } => None,
    }
}

/// What was added after a version, in words.
pub(super) fn since(me: &Me, view: &YearBookView, seen: u32) -> Vec<String> {
    let skipped = usize::try_from(seen).unwrap_or(usize::MAX);
    let added = view.history.iter().skip(skipped);
    added
        .map(|entry| {
            let at = me.t().instant(entry.at, &view.office.zone);
            format!("{} – {} ({at})", who(me, view, entry), sentence(me, view, entry))
        })
        .collect()
}

/// Who compiled, reviewed and received it, for the printed form.
pub(super) fn hands(me: &Me, view: &YearBookView) -> Markup {
    let t = me.t();
    let book = &view.book;
    let hands = [
        (t.year_compiled_by(), book.compiled),
        (t.year_reviewed_by(), book.reviewed),
        (t.year_received_by(), book.received),
    ];
    let rows = hands.into_iter().filter_map(|(words, done)| {
        let (person, on) = done?;
        let name = person.map(|person| view.office.name(person).to_owned());
        let name = name.unwrap_or_else(|| t.case_by_system().to_owned());
        Some((
            words,
            html! { strong { (name) } ", " (t.year_signed_on(t.date(on))) },
        ))
    });
    facts(rows)
}
