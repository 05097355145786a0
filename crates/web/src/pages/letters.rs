//! The registers of letters with the columns of the decree: as pages, and on from there as PDF to bind, workbook, and XML.

mod entry;

use app::correspondence::Correspondence;
use axum::Router;
use axum::extract::Query;
use axum::response::IntoResponse;
use axum::routing::get;
use documents::register::Kind;
use documents::sheet::Cell;
use maud::{Markup, html};
use serde::Deserialize;

use crate::layout::{Nav, page as frame};
use crate::papers::rows::{Line, lines};
use crate::papers::{Format, said};
use crate::site::Site;
use crate::ui::{Card, Column, Icon, Look, PageHead, Tab, Table, empty_state, link_button, tabs};
use crate::visit::{Me, Page};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/letters", get(page))
        .route("/letters/numbers", get(entry::page).post(entry::enter))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    year: String,
    #[serde(default)]
    book: String,
}

/// The registers that this page shows, each under a tab.
const BOOKS: [Kind; 4] = [Kind::Outgoing, Kind::Incoming, Kind::Handling, Kind::Postal];

impl Asked {
    fn kind(&self) -> Kind {
        let found = BOOKS.into_iter().find(|kind| kind.key() == self.book);
        found.unwrap_or(Kind::Outgoing)
    }
}

async fn page(me: Me, Query(asked): Query<Asked>) -> Page {
    let this_year = me.today().await?.year();
    let asked_year = asked.year.parse().ok();
    let year = asked_year
        .filter(|year| (1900..=2200).contains(year))
        .unwrap_or(this_year);
    let found = me.app().correspondence(me.now, me.person(), year).await;
    let found = found.map_err(|error| me.fail(error))?;
    let keeps = me.app().keeps_letters(me.now, me.person()).await;
    let keeps = keeps.map_err(|error| me.fail(error))?;
    let next = app::correspondence::gaps(&found.outgoing)
        .first()
        .map_or(String::new(), |gap| gap.0.to_string());
    let (t, kind) = (me.t(), asked.kind());
    let heads = kind.columns(t);
    let lines = lines(t, kind, &found);
    // The book on paper has all columns of the decree; the screen leaves out those in which nothing stands.
    let used: Vec<usize> = (0..heads.len())
        .filter(|&place| lines.iter().any(|line| !is_blank(&line.cells[place])))
        .collect();
    let mut columns: Vec<Column> = used
        .iter()
        .map(|&place| Column::new(&heads[place].title))
        .collect();
    columns.push(Column::new(t.letters_case()));
    let rows = lines.iter().map(|line| row(&me, line, &used, &found));
    let title = kind.title(t);
    let table = Table::new(t, title, &columns).rows(rows).empty(empty_state(
        Icon::Letter,
        t.letters_none(),
        t.letters_none_text(),
        None,
    ));
    let link = |year: i16| format!("/letters?year={year}&book={}", kind.key());
    let addresses = BOOKS.map(|kind| format!("/letters?year={year}&book={}", kind.key()));
    let labels = [
        t.letters_outgoing(),
        t.letters_incoming(),
        t.letters_handling(),
        t.letters_postal(),
    ];
    let book_tabs: Vec<Tab> = BOOKS
        .iter()
        .zip(labels)
        .zip(&addresses)
        .map(|((book, label), href)| Tab {
            label,
            href,
            active: *book == kind,
            count: None,
        })
        .collect();
    let formats = match kind {
        Kind::Outgoing | Kind::Incoming => &[Format::Pdf, Format::Xlsx, Format::Zip][..],
        Kind::Cases | Kind::Handling | Kind::Postal => &[Format::Pdf, Format::Xlsx],
    };
    let file = |format: Format| format!("/registers/{}.{}?year={year}", kind.key(), format.ending());
    let body = html! {
        (PageHead::new(t, t.nav_letters()).actions(html! {
            (link_button(Look::Quiet, Some(Icon::Left), &(year - 1).to_string(), &link(year - 1)))
            strong { (year) }
            @if year < this_year { (link_button(Look::Quiet, Some(Icon::Right), &(year + 1).to_string(), &link(year + 1))) }
            @if keeps && kind == Kind::Outgoing {
                (link_button(Look::Secondary, Some(Icon::Add), t.letters_enter(), &format!("/letters/numbers?number={next}")))
            }
            @if keeps { (link_button(Look::Quiet, Some(Icon::Letter), t.outbox_title(), "/outbox")) }
            @for &format in formats {
                (link_button(Look::Secondary, Some(Icon::Download), format_name(t, format), &file(format)))
            }
        }))
        (tabs(t, t.nav_letters(), &book_tabs))
        (Card::new(title).icon(Icon::Letter).id("letters").flush(html! { (table) }))
    };
    Ok(frame(&me.ctx, t.nav_letters(), Some(Nav::Letters), body).into_response())
}

fn format_name(t: &'static i18n::Texts, format: Format) -> &'static str {
    match format {
        Format::Pdf => t.register_to_bind(),
        Format::Xlsx => t.export_xlsx(),
        Format::Zip => t.letters_xml(),
    }
}

fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.is_empty(),
        Cell::Number(_) | Cell::Date(_) => false,
    }
}

fn row(me: &Me, line: &Line, used: &[usize], found: &Correspondence) -> Vec<Markup> {
    let t = me.t();
    let cell = |&place: &usize| {
        let words = said(t, &line.cells[place]);
        if line.voided {
            html! { s { (words) } }
        } else {
            html! { (words) }
        }
    };
    let mut row: Vec<Markup> = used.iter().map(cell).collect();
    let known = line.case.and_then(|case| found.cases.get(&case));
    row.push(match known {
        Some(known) => {
            html! { span class="text-nowrap" { a href=(format!("/cases/{}", known.number)) { (known.number) } } }
        }
        None => html! {},
    });
    row
}
