//! The calendar of a year: twelve months with their days of rest, the announced days with their documents, and whether the year is known.

use app::Error;
use app::people::NewDay;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use maud::{Markup, html};
use procedure::calendar::{Calendar, DayKind, DayStatus, statutory_days};
use serde::Deserialize;

use super::{Back, Reader, choices, open, outcome, shown};
use crate::posted::Posted;
use crate::ui::{
    Card, Column, Form, Icon, Look, Table, Tone, actions, alert, badge, confirm_in, link_button, submit,
};
use crate::visit::{Me, Page};
use crate::words::word;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    year: String,
}

pub(super) async fn page(me: Me, Query(asked): Query<Asked>) -> Page {
    open(&me).map_err(|page| *page)?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let year = asked
        .year
        .parse()
        .unwrap_or_else(|_| office.desk(me.now).today.year())
        .clamp(2000, 2100);
    Ok(year_page(&me, &office, year, &Back::default()).into_response())
}

fn year_page(me: &Me, office: &app::Office, year: i16, back: &Back) -> Markup {
    let t = me.t();
    let calendar = &office.calendar;
    let kinds: Vec<(String, String)> = DayKind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), word(t, "day-kind", kind.code())))
        .collect();
    let link = |year: i16| format!("/admin/calendar?year={year}");
    let body = html! {
        div class="actions" {
            (link_button(Look::Quiet, Some(Icon::Left), &(year - 1).to_string(), &link(year - 1)))
            strong { (year) }
            (link_button(Look::Quiet, Some(Icon::Right), &(year + 1).to_string(), &link(year + 1)))
            @if calendar.knows(year) { (badge(Tone::Good, Some(Icon::Check), t.admin_year_known())) }
            @else { (badge(Tone::Warn, Some(Icon::Warning), t.admin_year_unknown())) }
        }
        @if !calendar.knows(year) { (alert(Tone::Warn, t.admin_year_provisional(), None)) }
        div class="year" { @for month in 1..=12 { (month_table(me, calendar, year, month)) } }
        (Card::new(t.admin_announced_days()).icon(Icon::CalendarOff).id("days").flush(announced(me, calendar, year, back)))
        (Card::new(t.admin_add_day()).icon(Icon::Add).id("add").body(
            Form::post(&me.ctx, "add-form", "/admin/calendar").filled(back.of("add-form")).show(|f| html! {
                (f.date("date", t.admin_day()))
                (f.select("kind", t.admin_day_kind(), &choices(&kinds)))
                (f.text("name_vi", t.admin_day_name_vi()))
                (f.text("name_en", t.admin_day_name_en()))
                (f.text("document", t.admin_document()).hint(t.admin_document_hint()))
                (actions(submit(Look::Primary, Some(Icon::Add), t.add())))
            })
        ))
        (Card::new(t.admin_year_state()).icon(Icon::Calendar).id("year").body(
            Form::post(&me.ctx, "year-form", "/admin/calendar/year").filled(back.of("year-form")).show(|f| html! {
                (f.hidden("year", &year.to_string()))
                p class="form-lead" { (if calendar.knows(year) { t.admin_year_forget_text() } else { t.admin_year_load_text() }) }
                (f.text("document", t.admin_document()).hint(t.admin_document_hint()))
                (actions(submit(Look::Secondary, Some(Icon::Check), if calendar.knows(year) { t.admin_year_forget() } else { t.admin_year_load() })))
            })
        ))
    };
    shown(me, &t.admin_calendar_of(year), "/admin/calendar", &body)
}

fn month_table(me: &Me, calendar: &Calendar, year: i16, month: i8) -> Markup {
    let t = me.t();
    let first = date(year, month, 1);
    let lead = first.weekday().to_monday_zero_offset();
    let last = first.last_of_month();
    html! {
        section class="month" {
            h3 { (t.month(month)) }
            ol {
                @for _ in 0..lead { li aria-hidden="true" {} }
                @for day in first.series(1.day()).take_while(|day| *day <= last) {
                    @let (class, title) = look(me, calendar, day);
                    li class=[class] title=[title] { (day.day()) }
                }
            }
        }
    }
}

fn look(me: &Me, calendar: &Calendar, day: Date) -> (Option<&'static str>, Option<String>) {
    match calendar.day(day) {
        DayStatus::Working => (None, None),
        DayStatus::WeeklyRest => (Some("rest"), None),
        DayStatus::Announced(one) => {
            let name = if me.ctx.lang == i18n::Lang::Vi {
                &one.name_vi
            } else {
                &one.name_en
            };
            let class = if one.kind.is_worked() { "worked" } else { "holiday" };
            (Some(class), Some(name.clone()))
        }
    }
}

fn announced(me: &Me, calendar: &Calendar, year: i16, back: &Back) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.admin_day()),
        Column::new(t.admin_day_kind()),
        Column::new(t.admin_day_name()),
        Column::new(t.admin_document()),
        Column::new(""),
    ];
    let days = calendar.days().iter().filter(|day| day.date.year() == year);
    let table = Table::new(t, t.admin_announced_days(), &columns).rows(days.map(|day| {
        let form = remove_form(day.date);
        let name = if me.ctx.lang == i18n::Lang::Vi {
            &day.name_vi
        } else {
            &day.name_en
        };
        vec![
            html! { (t.date_and_weekday(day.date)) },
            html! { (word(t, "day-kind", day.kind.code())) },
            html! { (name) },
            html! { (day.document) },
            confirm_in(
                Icon::Remove,
                t.remove(),
                Form::post(&me.ctx, &form, "/admin/calendar/remove")
                    .filled(back.of(&form))
                    .show(|f| {
                        html! {
                            (f.hidden("date", &day.date.to_string()))
                            (f.text("document", t.admin_document()))
                            (actions(submit(Look::Danger, Some(Icon::Remove), t.remove())))
                        }
                    }),
                back.is(&form),
            ),
        ]
    }));
    html! { (table) }
}

pub(super) async fn announce(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let mut read = Reader::new(&posted);
    let day = NewDay {
        date: read.day("date"),
        kind: read.choice("kind", DayKind::from_code, DayKind::Holiday),
        name_vi: read.word("name_vi"),
        name_en: read.word("name_en"),
        document: read.word("document"),
    };
    let year = if day.date == Date::ZERO {
        office.desk(me.now).today.year()
    } else {
        day.date.year()
    };
    let result = match read.fine() {
        Ok(()) => me.app().announce_day(me.now, me.actor(), day).await,
        Err(error) => Err(error),
    };
    let to = format!("/admin/calendar?year={year}");
    Ok(outcome(&posted, result, &to, "add-form", |back| {
        year_page(me, &office, year, back)
    }))
}

fn remove_form(day: Date) -> String {
    format!("remove-{day}")
}

pub(super) async fn remove(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let mut read = Reader::new(&posted);
    let (day, document) = (read.day("date"), read.word("document"));
    let result = match read.fine() {
        Ok(()) => me.app().take_day_back(me.now, me.actor(), day, document).await,
        Err(error) => Err(error),
    };
    Ok(settled(&posted, &office, result, day.year(), &remove_form(day)))
}

pub(super) async fn year(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let year: i16 = posted
        .typed
        .one("year")
        .and_then(|year| year.parse().ok())
        .unwrap_or(0);
    let document = posted.typed.one("document").unwrap_or_default().to_owned();
    let result = if office.calendar.knows(year) {
        me.app().forget_year(me.now, me.actor(), year, document).await
    } else {
        // What statute alone determines; days already entered stand.
        let known: Vec<Date> = office.calendar.days().iter().map(|day| day.date).collect();
        let days = statutory_days(year, office.settings.weekly_rest).unwrap_or_default();
        let fresh = days
            .into_iter()
            .filter(|day| !known.contains(&day.date))
            .map(NewDay::from)
            .collect();
        me.app()
            .load_year(me.now, me.actor(), year, fresh, document)
            .await
    };
    Ok(settled(&posted, &office, result, year, "year-form"))
}

fn settled(
    posted: &Posted,
    office: &app::Office,
    result: Result<(), Error>,
    year: i16,
    form: &str,
) -> Response {
    let shown = if (2000..=2100).contains(&year) {
        year
    } else {
        office.desk(posted.me.now).today.year()
    };
    let to = format!("/admin/calendar?year={shown}");
    outcome(posted, result, &to, form, |back| {
        year_page(&posted.me, office, shown, back)
    })
}
