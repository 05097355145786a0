//! The register: filtered, sorted, searched with and without accents, a page at a time; and its exports.

mod export;
mod wish;

use app::register::register::{Count, Line};
use axum::Router;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use procedure::UnitId;
use procedure::vocabulary::{Channel, Kind, Subject};

use crate::layout::{Nav, page as frame};
use crate::site::Site;
use crate::ui::{
    Card, Choice, Column, Due, Filled, Form, Icon, Look, PageHead, Pager, Sorting, Table, Tone, badge,
    due_date, empty_state, icon, link_button, pager, submit,
};
use crate::visit::{Me, Page, redirect};
use crate::words::word;
use wish::{LATENESS, Wish};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/register", get(page))
        .route("/register/export.csv", get(export::csv))
        .route("/register/export.xlsx", get(export::xlsx))
}

async fn page(me: Me, Query(pairs): Query<Vec<(String, String)>>) -> Page {
    let wish = Wish::read(pairs);
    if let Some(number) = wish.exact_number()
        && let Ok(Some(_)) = me.app().case_id(&number).await
    {
        return Ok(redirect(&format!("/cases/{number}"), None));
    }
    let today = me.today().await?;
    let found = me
        .app()
        .register(me.now, me.person(), wish.filter(today), wish.page())
        .await;
    let found = found.map_err(|error| me.fail(error))?;
    let years = me.app().years().await.map_err(|error| me.fail(error))?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let may_bind = me.app().may_bind(me.now, me.person()).await.is_ok();
    let may_import = me.app().may_import(me.now, me.person()).await.unwrap_or(false);
    let t = me.t();
    let columns = [
        Column::new(t.register_number()).sort("number"),
        Column::new(t.register_received()).sort("received"),
        Column::new(t.register_complainant()).sort("complainant"),
        Column::new(t.register_content()).wide(),
        Column::new(t.register_limit()).sort("limit"),
        Column::new(t.register_state()),
    ];
    let href = |by: &str, descending: bool| wish.sorted(by, descending);
    let order = wish::order_name(found.lines.order);
    let table = Table::new(t, t.register_title(), &columns)
        .sorting(Sorting {
            by: order,
            descending: found.lines.descending,
            href: &href,
        })
        .rows(
            found
                .lines
                .lines
                .iter()
                .map(|line| row(&me, &office, line, found.today)),
        )
        .empty(empty_state(
            Icon::Search,
            t.register_nothing(),
            t.register_nothing_text(),
            None,
        ));
    let turn = Pager {
        first: wish.after.is_some().then(|| wish.first()),
        previous: None,
        next: found
            .lines
            .lines
            .last()
            .filter(|_| found.lines.more)
            .map(|line| wish.next(&line.mark)),
        note: counted(&me, found.count),
    };
    let body = html! {
        (PageHead::new(t, t.register_title()).lead(t.register_lead()).actions(html! {
            (link_button(Look::Secondary, Some(Icon::Download), t.export_csv(), &wish.address("/register/export.csv")))
            (link_button(Look::Secondary, Some(Icon::Download), t.export_xlsx(), &wish.address("/register/export.xlsx")))
            @if may_import { (link_button(Look::Secondary, Some(Icon::Upload), t.imports_title(), "/imports")) }
            @if may_bind {
                (link_button(Look::Secondary, Some(Icon::Book), t.register_to_bind(), &format!("/registers/cases.pdf?year={}", wish.year.unwrap_or(today.year()))))
            }
        }))
        (filters(&me, &wish, &years, &office))
        (Card::new(t.register_title()).icon(Icon::Book).id("register").flush(html! { (table) (pager(t, &turn)) }))
    };
    Ok(frame(&me.ctx, t.register_title(), Some(Nav::Register), body).into_response())
}

fn counted(me: &Me, count: Count) -> String {
    let t = me.t();
    if count.more {
        t.table_rows_at_least(count.counted)
    } else {
        t.table_rows(count.counted)
    }
}

fn row(me: &Me, office: &app::Office, line: &Line, today: jiff::civil::Date) -> Vec<Markup> {
    let t = me.t();
    let row = &line.row;
    let number = html! { a href=(format!("/cases/{}", row.number)) { strong { (row.number) } } };
    let received = html! { time datetime=(row.received_on.0) { (t.date(row.received_on.0)) } br; span class="muted" { (word(t, "channel", &row.channel)) } };
    if line.masked {
        let hidden = html! { span class="muted" { (icon(Icon::Protected)) " " (t.case_protected()) } };
        return vec![
            number,
            received,
            hidden.clone(),
            hidden,
            limit(me, row, today),
            state(me, row),
        ];
    }
    let who = if row.complainant_name.is_empty() {
        t.case_anonymous()
    } else {
        &row.complainant_name
    };
    let unit = row
        .unit_id
        .map(|unit| office.unit_name(UnitId(unit)).to_owned())
        .unwrap_or_default();
    vec![
        number,
        received,
        html! { (who) },
        html! {
            span class="muted" { (word(t, "kind", &row.kind)) } ": " (row.summary)
            @if row.protected { " " (badge(Tone::Info, Some(Icon::Protected), t.case_protected())) }
            @if row.safety { " " (badge(Tone::Bad, Some(Icon::Warning), t.case_safety())) }
            @if !unit.is_empty() {
                br;
                span class="muted" { span class="visually-hidden" { (t.register_unit()) ": " } (unit) }
            }
        },
        limit(me, row, today),
        state(me, row),
    ]
}

fn limit(me: &Me, row: &app::register::CaseRow, today: jiff::civil::Date) -> Markup {
    let t = me.t();
    let Some(limit) = row.limit_on else {
        return html! { span class="muted" { (t.due_none()) } };
    };
    match row.answered_on {
        Some(on) if on <= limit => due_date(t, limit.0, Due::Done),
        Some(on) => {
            html! { time datetime=(limit.0) { (t.date(limit.0)) } br; (badge(Tone::Bad, Some(Icon::Late), &t.register_answered_late(t.date(on.0)))) }
        }
        None if row.closed_on.is_some() || row.annulled => html! { (t.date(limit.0)) },
        None => due_date(t, limit.0, Due::of(Some(limit.0), today)),
    }
}

fn state(me: &Me, row: &app::register::CaseRow) -> Markup {
    let t = me.t();
    html! {
        (badge(Tone::Neutral, None, &word(t, "stage", &row.stage)))
        @if let Some(outcome) = &row.outcome { br; span class="muted" { (word(t, "finding", outcome)) } }
    }
}

fn filters(me: &Me, wish: &Wish, years: &[i16], office: &app::Office) -> Markup {
    let t = me.t();
    let filled = Filled::from_pairs(wish.pairs());
    let years: Vec<(String, String)> = years
        .iter()
        .rev()
        .map(|year| (year.to_string(), year.to_string()))
        .collect();
    let kinds = keyed(me, "kind", Kind::ALL.iter().map(|v| v.key()));
    let channels = keyed(me, "channel", Channel::ALL.iter().map(|v| v.key()));
    let subjects = keyed(me, "subject", Subject::ALL.iter().map(|v| v.key()));
    let stages = keyed(me, "stage", procedure::case::Stage::ALL.iter().map(|v| v.key()));
    let lateness = keyed(me, "lateness", LATENESS.iter().copied());
    let units: Vec<(String, String)> = office
        .units
        .values()
        .map(|unit| (unit.id.to_string(), unit.name.clone()))
        .collect();
    Form::get(&me.ctx, "filter", "/register").filled(&filled).show(|f| {
        html! {
            (f.search("q", t.search()))
            (f.select("year", t.register_year(), &choices(&years)).optional())
            (f.select("kind", t.register_kind(), &choices(&kinds)).optional())
            (f.select("channel", t.register_channel(), &choices(&channels)).optional())
            (f.select("subject", t.register_subject(), &choices(&subjects)).optional())
            @if !units.is_empty() { (f.select("unit", t.register_unit(), &choices(&units)).optional()) }
            (f.select("stage", t.register_state(), &choices(&stages)).optional())
            (f.select("late", t.register_lateness(), &choices(&lateness)).optional())
            (submit(Look::Primary, Some(Icon::Filter), t.filter()))
            @if !wish.is_plain() { (link_button(Look::Quiet, Some(Icon::Remove), t.filters_clear(), "/register")) }
        }
    })
}

fn keyed(me: &Me, group: &str, keys: impl Iterator<Item = &'static str>) -> Vec<(String, String)> {
    keys.map(|key| (key.to_owned(), word(me.t(), group, key)))
        .collect()
}

fn choices(pairs: &[(String, String)]) -> Vec<Choice<'_>> {
    pairs
        .iter()
        .map(|(value, label)| Choice::new(value, label))
        .collect()
}

/// What an answer with bytes says about itself.
pub(crate) fn download(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    attached(name, kind, bytes.into())
}

/// A file that somebody sent. Only pictures and PDF are called what they are: nothing else may become a page of ours.
pub(crate) fn file_answer(name: &str, kind: &str, body: axum::body::Body) -> Response {
    use axum::http::HeaderValue;
    use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
    let safe = kind.starts_with("image/") || kind == "application/pdf";
    let kind = if safe { kind } else { "application/octet-stream" };
    let mut answer = body.into_response();
    let headers = answer.headers_mut();
    let octets = HeaderValue::from_static("application/octet-stream");
    headers.insert(CONTENT_TYPE, HeaderValue::try_from(kind).unwrap_or(octets));
    let name = crate::url::encode(name);
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    answer
}

/// To be saved, never shown as a page.
pub(crate) fn attached(name: &str, kind: &str, body: axum::body::Body) -> Response {
    use axum::http::HeaderValue;
    use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
    let mut answer = body.into_response();
    let headers = answer.headers_mut();
    let octets = HeaderValue::from_static("application/octet-stream");
    headers.insert(CONTENT_TYPE, HeaderValue::try_from(kind).unwrap_or(octets));
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    answer
}
