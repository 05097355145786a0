//! Reminders of whoever looks: what asks for attention and why, how to be told by mail, and the address of one's calendar.

use app::reminders::{Reminder, Step, Way};
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use documents::calendar::{Calendar, Entry};
use i18n::{Lang, Texts, texts};
use jiff::Timestamp;
use maud::{Markup, html};
use procedure::vocabulary::Role;
use std::collections::BTreeMap;

use crate::layout::page as frame;
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{
    Card, Choice, Column, Due, Filled, Form, Icon, Look, PageHead, Table, Tone, actions, alert, badge,
    confirm, due_date, empty_state, submit,
};
use crate::visit::{At, Guest, Me, Page};
use crate::words::word;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/reminders", get(page))
        .route("/reminders/read", post(read))
        .route("/reminders/way", post(choose))
        .route("/reminders/calendar", post(give))
        .route("/reminders/calendar/end", post(end))
        .route("/calendar/{file}", get(calendar))
}

async fn page(me: Me) -> Page {
    Ok(shown(&me, None).await?.into_response())
}

/// The page; with a secret that was just given and is shown this once.
async fn shown(me: &Me, secret: Option<&str>) -> Result<Markup, Response> {
    let t = me.t();
    let fail = |error| me.fail(error);
    let reminders = me.app().reminders(me.person()).await.map_err(fail)?;
    let way = me.app().reminder_way(me.person()).await.map_err(fail)?;
    let since = me.app().calendar_since(me.person()).await.map_err(fail)?;
    let office = me.app().office().await.map_err(fail)?;
    let today = office.desk(me.now).today;
    let unread = reminders.iter().filter(|one| one.read_at.is_none()).count();
    let columns = [
        Column::new(t.reminders_matter()),
        Column::new(t.reminders_duty()).wide(),
        Column::new(t.reminders_due()),
        Column::new(t.reminders_why()),
        Column::new(t.reminders_told()),
    ];
    let rows = reminders.iter().map(|one| {
        vec![
            html! { a href=(way_to(me, one)) { (called(t, one)) } @if one.read_at.is_none() { " " (badge(Tone::Accent, None, t.reminders_new())) } },
            html! { (word(t, "act", &one.act)) " " span class="muted" { (one.rule) } },
            html! { @if let Some(due) = one.due_on { (due_date(t, due.0, Due::of(Some(due.0), today))) } },
            html! { (why(t, one)) },
            html! { (t.instant(one.at.0, &office.zone)) },
        ]
    });
    let table = Table::new(t, t.reminders_title(), &columns)
        .rows(rows)
        .empty(empty_state(
            Icon::Bell,
            t.reminders_none(),
            t.reminders_none_text(),
            None,
        ));
    let body = html! {
        (PageHead::new(t, t.reminders_title()).lead(t.reminders_lead()))
        @if unread > 0 {
            (Form::post(&me.ctx, "read-form", "/reminders/read").show(|f| html! {
                (f.hidden("until", &me.now.as_microsecond().to_string()))
                (actions(submit(Look::Secondary, Some(Icon::Checks), t.reminders_mark_read())))
            }))
        }
        (Card::new(t.reminders_title()).icon(Icon::Bell).id("reminders").flush(html! { (table) }))
        (ways(me, way))
        (calendar_card(me, since, secret, &office))
    };
    Ok(frame(&me.ctx, t.reminders_title(), None, body))
}

/// Why now, as a sentence.
fn why(t: &'static Texts, one: &Reminder) -> String {
    word(t, "reminders-why", Step::name(&one.step))
}

/// Where something can be done about it: for whoever appoints, where that is done.
fn way_to(me: &Me, one: &Reminder) -> String {
    let is_of_office = matches!(Step::name(&one.step), "nobody" | "no-superior");
    if is_of_office && me.holds(Role::Administrator) {
        "/admin/roles".to_owned()
    } else {
        place(one)
    }
}

fn place(one: &Reminder) -> String {
    match one.stream_kind.as_str() {
        "corrective_action" => format!("/corrective-actions/{}", one.number),
        "year_book" => format!("/year-books/{}", one.number),
        "mail" => format!("/inbox/{}#deeds", one.number),
        "outgoing_mail" => format!("/outbox?mail={}", one.number),
        _ => format!("/cases/{}", one.number),
    }
}

/// What a reminder is about: a mail has no number of its own.
fn called<'a>(t: &'static Texts, one: &'a Reminder) -> &'a str {
    match one.stream_kind.as_str() {
        "mail" => t.nav_inbox(),
        "outgoing_mail" => t.outbox_title(),
        _ => &one.number,
    }
}

fn ways(me: &Me, way: Way) -> Markup {
    let t = me.t();
    let labels: Vec<(&str, String)> = Way::ALL
        .iter()
        .map(|way| (way.key(), word(t, "reminders-way", way.key())))
        .collect();
    let choices: Vec<Choice> = labels
        .iter()
        .map(|(value, label)| Choice::new(value, label))
        .collect();
    let stored = Filled::from_pairs([("way", way.key())]);
    Card::new(t.reminders_by_mail())
        .icon(Icon::Letter)
        .id("ways")
        .body(
            Form::post(&me.ctx, "way-form", "/reminders/way")
                .filled(&stored)
                .show(|f| {
                    html! {
                        (f.radios("way", t.reminders_by_mail(), &choices).hint(t.reminders_by_mail_hint()))
                        (actions(submit(Look::Primary, Some(Icon::Save), t.save_changes())))
                    }
                }),
        )
}

fn calendar_card(me: &Me, since: Option<Timestamp>, secret: Option<&str>, office: &app::Office) -> Markup {
    let t = me.t();
    let begin = me.site.options.public_url.as_deref().unwrap_or_default();
    Card::new(t.reminders_calendar()).icon(Icon::Calendar).id("calendar").body(html! {
        p { (t.reminders_calendar_text()) }
        @if let Some(secret) = secret {
            (alert(Tone::Good, t.reminders_calendar_given(), Some(html! { p { code { (begin) "/calendar/" (secret) ".ics" } } })))
        }
        @if let Some(since) = since {
            p class="muted" { (t.reminders_calendar_since(t.instant(since, &office.zone))) }
            (confirm(Icon::Remove, t.reminders_calendar_end(), Form::post(&me.ctx, "calendar-end", "/reminders/calendar/end").show(|_| html! {
                p { (t.reminders_calendar_end_text()) }
                (actions(submit(Look::Danger, Some(Icon::Remove), t.reminders_calendar_end())))
            })))
        }
        (Form::post(&me.ctx, "calendar-give", "/reminders/calendar").show(|_| actions(submit(
            Look::Secondary,
            Some(Icon::Calendar),
            if since.is_some() { t.reminders_calendar_renew() } else { t.reminders_calendar_give() },
        ))))
    })
}

async fn read(posted: Posted) -> Page {
    let me = &posted.me;
    let until = posted.typed.one("until").and_then(|typed| typed.parse().ok());
    let until = until
        .and_then(|micros| Timestamp::from_microsecond(micros).ok())
        .unwrap_or(me.now);
    let done = me
        .app()
        .reminders_read(me.now, me.person(), until.min(me.now))
        .await;
    done.map_err(|error| me.fail(error))?;
    Ok(me.go("/reminders", "notice-saved"))
}

async fn choose(posted: Posted) -> Page {
    let me = &posted.me;
    let way = posted.typed.one("way").and_then(Way::from_key);
    let way = way.ok_or_else(|| me.fail(app::Error::NotFound))?;
    let done = me.app().set_reminder_way(me.person(), way).await;
    done.map_err(|error| me.fail(error))?;
    Ok(me.go("/reminders", "notice-saved"))
}

async fn give(posted: Posted) -> Page {
    let me = &posted.me;
    let secret = me.app().give_calendar(me.now, me.person()).await;
    let secret = secret.map_err(|error| me.fail(error))?;
    Ok(shown(me, Some(&secret)).await?.into_response())
}

async fn end(posted: Posted) -> Page {
    let me = &posted.me;
    let done = me.app().end_calendar(me.person()).await;
    done.map_err(|error| me.fail(error))?;
    Ok(me.go("/reminders", "notice-saved"))
}

/// `/calendar/{secret}.ics`: whoever has the address reads it, so it says number, act, rule and day alone.
async fn calendar(guest: Guest, At(file): At<String>) -> Page {
    let fail = |error: app::Error| crate::pages::failure(&guest.ctx, &error);
    let secret = file
        .strip_suffix(".ics")
        .ok_or_else(|| fail(app::Error::NotFound))?;
    let found = guest.site.app.calendar(guest.now, secret).await.map_err(fail)?;
    let t = texts(Lang::from_code(&found.language).unwrap_or(Lang::Vi));
    let begin = guest.site.options.public_url.as_deref();
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    let entries = found.items.iter().filter_map(|item| {
        let on = item.due_on?;
        let name = format!("{}.{}.{}", item.number, item.rule, item.act);
        let nth = names.entry(name.clone()).or_default();
        *nth += 1;
        let link = crate::pages::work::address(item);
        Some(Entry {
            uid: format!("{name}.{nth}@phucdap"),
            on,
            summary: t
                .reminders_calendar_entry(crate::pages::work::called(t, item), word(t, "act", &item.act)),
            description: t.reminders_calendar_about(&item.rule, t.date(on)),
            url: begin.map(|begin| format!("{begin}{link}")),
        })
    });
    let calendar = Calendar {
        name: t.reminders_calendar_name().to_owned(),
        entries: entries.collect(),
        made_at: guest.now,
    };
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], calendar.ics()).into_response())
}

/// Reminders as a mail tells them: subject, text and HTML.
pub(crate) fn told(
    t: &'static Texts,
    reminders: &[Reminder],
    begin: Option<&str>,
) -> (String, String, String) {
    let line = |one: &Reminder| {
        let due = one.due_on.map(|due| t.date(due.0)).unwrap_or_default();
        t.reminders_mail_line(
            called(t, one),
            word(t, "act", &one.act),
            &one.rule,
            due,
            why(t, one),
        )
    };
    let link = |one: &Reminder| begin.map(|begin| format!("{begin}{}", place(one)));
    let subject = match reminders {
        [one] => t.reminders_mail_subject_one(called(t, one), word(t, "act", &one.act)),
        many => t.reminders_mail_subject(many.len()),
    };
    let mut text = String::new();
    for one in reminders {
        text.push_str(&format!("- {}\n", line(one)));
        if let Some(link) = link(one) {
            text.push_str(&format!("  {link}\n"));
        }
    }
    text.push_str(&format!("\n-- \n{}\n", t.reminders_mail_foot()));
    let html = crate::mails::page(
        t,
        &subject,
        &html! {
            ul { @for one in reminders { li { @if let Some(link) = link(one) { a href=(link) { (line(one)) } } @else { (line(one)) } } } }
            p { small { (t.reminders_mail_foot()) } }
        },
    );
    (subject, text, html)
}
