//! The register as a file: what is shown, in the columns of the book, within what its reader may see.

use app::register::ExportLine;
use axum::extract::Query;
use documents::csv::Table;
use documents::sheet::{Book, Cell, Column};
use i18n::Texts;
use jiff::civil::Date;
use procedure::UnitId;

use super::download;
use super::wish::Wish;
use crate::visit::{Me, Page};
use crate::words::word;

/// The heads of the book's columns, with their widths.
fn heads(t: &'static Texts) -> Vec<(&'static str, u16)> {
    vec![
        (t.register_number(), 12),
        (t.register_received(), 12),
        (t.register_registered(), 12),
        (t.register_channel(), 14),
        (t.register_complainant(), 26),
        (t.register_kind(), 12),
        (t.register_content(), 50),
        (t.register_subject(), 26),
        (t.register_unit(), 20),
        (t.register_first_limit(), 12),
        (t.register_limit(), 12),
        (t.register_outcome(), 16),
        (t.register_letter(), 16),
        (t.register_letter_date(), 12),
        (t.register_answered(), 12),
        (t.register_closed(), 12),
        (t.register_state(), 14),
    ]
}

fn cells(t: &'static Texts, office: &app::Office, one: &ExportLine) -> Vec<Cell> {
    let row = &one.line.row;
    let masked = one.line.masked;
    let day = |on: Option<app::register::On>| Cell::from(on.map(|on| -> Date { on.0 }));
    let subjects: Vec<String> = one
        .subjects
        .iter()
        .map(|subject| word(t, "subject", subject))
        .collect();
    let hidden = || Cell::from(if masked { t.case_protected() } else { "" });
    let letter = one.letter.as_ref();
    vec![
        Cell::from(row.number.as_str()),
        Cell::Date(row.received_on.0),
        Cell::Date(row.registered_on.0),
        Cell::from(word(t, "channel", &row.channel)),
        if masked {
            hidden()
        } else {
            Cell::from(row.complainant_name.as_str())
        },
        Cell::from(word(t, "kind", &row.kind)),
        if masked {
            hidden()
        } else {
            Cell::from(row.summary.as_str())
        },
        Cell::from(subjects.join("; ")),
        row.unit_id
            .map_or(Cell::Empty, |unit| Cell::from(office.unit_name(UnitId(unit)))),
        day(row.first_limit_on),
        day(row.limit_on),
        row.outcome
            .as_ref()
            .map_or(Cell::Empty, |finding| Cell::from(word(t, "finding", finding))),
        letter.map_or(Cell::Empty, |(number, _)| Cell::from(number.as_str())),
        letter.map_or(Cell::Empty, |(_, on)| Cell::Date(*on)),
        day(row.answered_on),
        day(row.closed_on),
        Cell::from(word(t, "stage", &row.stage)),
    ]
}

/// Every line of the wish, handed on a few hundred at a time.
async fn each(me: &Me, wish: &Wish, mut take: impl FnMut(Vec<Cell>)) -> Result<(), app::Error> {
    let office = me.app().office().await?;
    let scope = me.app().scope(me.now, me.person()).await?;
    let filter = wish.filter(office.desk(me.now).today);
    let mut after = None;
    loop {
        let (lines, next) = me.app().export_lines(me.now, &scope, &filter, after).await?;
        for line in &lines {
            take(cells(me.t(), &office, line));
        }
        match next {
            Some(mark) => after = Some(mark),
            None => return Ok(()),
        }
    }
}

pub(super) async fn csv(me: Me, Query(pairs): Query<Vec<(String, String)>>) -> Page {
    let wish = Wish::read(pairs);
    let heads: Vec<&str> = heads(me.t()).into_iter().map(|(head, _)| head).collect();
    let mut table = Table::new(Vec::new(), &heads).expect("memory takes every byte");
    let done = each(&me, &wish, |cells| {
        let row: Vec<String> = cells.iter().map(said).collect();
        table.row(&row).expect("memory takes every byte");
    });
    done.await.map_err(|error| me.fail(error))?;
    let bytes = table.finish().expect("memory takes every byte");
    Ok(download("so-tiep-nhan.csv", "text/csv; charset=utf-8", bytes))
}

fn said(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        // Day first, as the book is written.
        Cell::Date(day) => crate::words::typed_date(*day),
        Cell::Empty => String::new(),
    }
}

pub(super) async fn xlsx(me: Me, Query(pairs): Query<Vec<(String, String)>>) -> Page {
    let wish = Wish::read(pairs);
    let t = me.t();
    let mut book = Book::new();
    let columns: Vec<Column> = heads(t)
        .into_iter()
        .map(|(head, width)| Column::new(head, width))
        .collect();
    let mut failed = None;
    {
        let mut sheet = book
            .sheet(t.register_sheet(), t.register_book_title(), &columns)
            .expect("the sheet has a name that workbooks take");
        let done = each(&me, &wish, |cells| {
            if let Err(error) = sheet.row(&cells) {
                failed.get_or_insert(error);
            }
        });
        done.await.map_err(|error| me.fail(error))?;
        if let Err(error) = sheet.end() {
            failed.get_or_insert(error);
        }
    }
    let bytes = match failed {
        None => book.finish(),
        Some(error) => Err(error),
    };
    let bytes = bytes.map_err(|error| {
        tracing::error!(error = %error, "a workbook could not be written");
        me.fail(app::Error::Storage(app::register::unwritable(&error.to_string())))
    })?;
    Ok(download(
        "so-tiep-nhan.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
    ))
}
