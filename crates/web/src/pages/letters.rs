//! The registers of outgoing and incoming documents, with the ten columns of the decree each, as a page and as a workbook.

use app::correspondence::{Correspondence, IncomingDocument, OutgoingDocument};
use axum::Router;
use axum::extract::Query;
use axum::response::IntoResponse;
use axum::routing::get;
use documents::sheet::{Book, Cell, Column as SheetColumn};
use i18n::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::register::download;
use crate::layout::{Nav, page as frame};
use crate::site::Site;
use crate::ui::{Card, Column, Icon, Look, PageHead, Tab, Table, empty_state, link_button, tabs};
use crate::visit::{Me, Page};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/letters", get(page))
        .route("/letters/export.xlsx", get(xlsx))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    year: String,
    #[serde(default)]
    book: String,
}

impl Asked {
    fn is_incoming(&self) -> bool {
        self.book == "incoming"
    }
}

async fn read(me: &Me, asked: &Asked) -> Result<(i16, Correspondence), axum::response::Response> {
    let asked_year = asked
        .year
        .parse()
        .ok()
        .filter(|year| (1900..=2200).contains(year));
    let year = match asked_year {
        Some(year) => year,
        None => me.today().await?.year(),
    };
    let found = me.app().correspondence(me.now, me.person(), year).await;
    Ok((year, found.map_err(|error| me.fail(error))?))
}

/// Columns of the register of outgoing documents, in the decree's order.
fn outgoing_heads(t: &'static Texts) -> [&'static str; 10] {
    [
        t.letters_number(),
        t.letters_date(),
        t.letters_summary(),
        t.letters_signer(),
        t.letters_recipient(),
        t.letters_kept_by(),
        t.letters_copies_count(),
        t.letters_dispatched(),
        t.letters_receipt(),
        t.letters_note(),
    ]
}

/// Columns of the register of incoming documents, in the decree's order.
fn incoming_heads(t: &'static Texts) -> [&'static str; 10] {
    [
        t.letters_arrived(),
        t.letters_incoming_number(),
        t.letters_author(),
        t.letters_their_number(),
        t.letters_date(),
        t.letters_summary(),
        t.letters_for(),
        t.letters_passed_on(),
        t.letters_receipt(),
        t.letters_note(),
    ]
}

fn outgoing_cells(letter: &OutgoingDocument) -> [Cell; 10] {
    [
        Cell::from(format!("{:02}/{}", letter.number, letter.symbol)),
        Cell::Date(letter.dated_on.0),
        Cell::from(letter.summary.as_str()),
        Cell::from(letter.signer.as_str()),
        Cell::from(letter.recipient.as_str()),
        Cell::from(letter.kept_by.as_str()),
        Cell::from(letter.copies),
        Cell::from(letter.dispatched_on.map(|on| on.0)),
        Cell::Empty,
        Cell::from(letter.note.as_str()),
    ]
}

fn incoming_cells(letter: &IncomingDocument) -> [Cell; 10] {
    [
        Cell::Date(letter.arrived_on.0),
        Cell::from(letter.number),
        Cell::from(letter.author.as_str()),
        Cell::from(letter.symbol.as_str()),
        Cell::from(letter.dated_on.map(|on| on.0)),
        Cell::from(letter.summary.as_str()),
        Cell::from(letter.receiver.as_str()),
        Cell::from(letter.transferred_on.map(|on| on.0)),
        Cell::Empty,
        Cell::from(letter.note.as_str()),
    ]
}

fn said(t: &'static Texts, cell: &Cell) -> Markup {
    match cell {
        Cell::Text(text) => html! { (text) },
        Cell::Number(number) => html! { (number) },
        Cell::Date(day) => html! { (t.date(*day)) },
        Cell::Empty => html! {},
    }
}

async fn page(me: Me, Query(asked): Query<Asked>) -> Page {
    let (year, found) = read(&me, &asked).await?;
    let t = me.t();
    let incoming = asked.is_incoming();
    let heads = if incoming {
        incoming_heads(t)
    } else {
        outgoing_heads(t)
    };
    let lines: Vec<([Cell; 10], Option<uuid::Uuid>)> = if incoming {
        let letters = found.incoming.iter();
        letters
            .map(|letter| (incoming_cells(letter), letter.case_id))
            .collect()
    } else {
        let letters = found.outgoing.iter();
        letters
            .map(|letter| (outgoing_cells(letter), letter.case_id))
            .collect()
    };
    // The book on paper has all columns of the decree; the screen leaves out those in which nothing stands.
    let used: Vec<usize> = (0..heads.len())
        .filter(|&place| lines.iter().any(|(cells, _)| !is_blank(&cells[place])))
        .collect();
    let mut columns: Vec<Column> = used.iter().map(|&place| Column::new(heads[place])).collect();
    columns.push(Column::new(t.letters_case()));
    let rows = lines
        .iter()
        .map(|(cells, case)| row(t, cells, &used, *case, &found));
    let title = if incoming {
        t.letters_incoming()
    } else {
        t.letters_outgoing()
    };
    let table = Table::new(t, title, &columns).rows(rows).empty(empty_state(
        Icon::Letter,
        t.letters_none(),
        t.letters_none_text(),
        None,
    ));
    let outgoing_address = format!("/letters?year={year}");
    let incoming_address = format!("/letters?year={year}&book=incoming");
    let book = if incoming { "incoming" } else { "outgoing" };
    let link = |year: i16| format!("/letters?year={year}&book={book}");
    let body = html! {
        (PageHead::new(t, t.nav_letters()).actions(html! {
            (link_button(Look::Quiet, Some(Icon::Left), &(year - 1).to_string(), &link(year - 1)))
            strong { (year) }
            (link_button(Look::Quiet, Some(Icon::Right), &(year + 1).to_string(), &link(year + 1)))
            (link_button(Look::Secondary, Some(Icon::Download), t.export_xlsx(), &format!("/letters/export.xlsx?year={year}")))
        }))
        (tabs(t, t.nav_letters(), &[
            Tab { label: t.letters_outgoing(), href: &outgoing_address, active: !incoming, count: None },
            Tab { label: t.letters_incoming(), href: &incoming_address, active: incoming, count: None },
        ]))
        (Card::new(title).icon(Icon::Letter).id("letters").flush(html! { (table) }))
    };
    Ok(frame(&me.ctx, t.nav_letters(), Some(Nav::Letters), body).into_response())
}

fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.is_empty(),
        Cell::Number(_) | Cell::Date(_) => false,
    }
}

fn row(
    t: &'static Texts,
    cells: &[Cell],
    used: &[usize],
    case: Option<uuid::Uuid>,
    found: &Correspondence,
) -> Vec<Markup> {
    let mut row: Vec<Markup> = used.iter().map(|&place| said(t, &cells[place])).collect();
    let number = case.and_then(|case| found.cases.get(&case));
    row.push(match number {
        Some(number) => {
            html! { span class="text-nowrap" { a href=(format!("/cases/{number}")) { (number) } } }
        }
        None => html! {},
    });
    row
}

async fn xlsx(me: Me, Query(asked): Query<Asked>) -> Page {
    let (year, found) = read(&me, &asked).await?;
    let t = me.t();
    let bytes = workbook(t, year, &found)
        .map_err(|error| me.fail(app::Error::Storage(app::register::unwritable(&error.to_string()))))?;
    Ok(download(
        &format!("so-cong-van-{year}.xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
    ))
}

fn workbook(
    t: &'static Texts,
    year: i16,
    found: &Correspondence,
) -> Result<Vec<u8>, documents::sheet::Failure> {
    const WIDTHS: [u16; 10] = [16, 12, 40, 22, 28, 16, 10, 12, 12, 18];
    let mut book = Book::new();
    let columns = |heads: [&'static str; 10]| -> Vec<SheetColumn> {
        heads
            .iter()
            .zip(WIDTHS)
            .map(|(head, width)| SheetColumn::new(*head, width))
            .collect()
    };
    let mut sheet = book.sheet(
        t.letters_outgoing_sheet(),
        &t.letters_outgoing_title(year),
        &columns(outgoing_heads(t)),
    )?;
    for letter in &found.outgoing {
        sheet.row(&outgoing_cells(letter))?;
    }
    sheet.end()?;
    let mut sheet = book.sheet(
        t.letters_incoming_sheet(),
        &t.letters_incoming_title(year),
        &columns(incoming_heads(t)),
    )?;
    for letter in &found.incoming {
        sheet.row(&incoming_cells(letter))?;
    }
    sheet.end()?;
    book.finish()
}
