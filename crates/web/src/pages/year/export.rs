//! The compilation as a workbook: a sheet for each table of figures, one of the list, within what its reader may see.

use app::year_book::{Line, YearBookView};
use axum::extract::Path;
use documents::sheet::{Book, Cell, Column};
use documents::year::{Value, exhibits};
use i18n::Texts;

use super::{figures, find};
use crate::pages::register::download;
use crate::visit::{Me, Page};
use crate::words::word;

pub(super) async fn xlsx(me: Me, Path(year): Path<i16>) -> Page {
    let view = find(&me, year).await?;
    let bytes = workbook(me.t(), &view).map_err(|why| {
        tracing::error!(error = why, "a workbook could not be written");
        me.fail(app::Error::Storage(app::register::unwritable(&why)))
    })?;
    Ok(download(
        &format!("tong-hop-{year}.xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
    ))
}

fn workbook(t: &'static Texts, view: &YearBookView) -> Result<Vec<u8>, String> {
    let mut book = Book::new();
    let title = format!(
        "{} – {}",
        t.year_document_title(),
        t.year_document_year(view.book.year)
    );
    sheets_of_figures(t, view, &mut book, &title)?;
    sheet_of_cases(t, view, &mut book, &title)?;
    book.finish().map_err(|error| error.to_string())
}

/// A sheet for each table of the report, the first of them with the figures that stand alone.
fn sheets_of_figures(
    t: &'static Texts,
    view: &YearBookView,
    book: &mut Book,
    title: &str,
) -> Result<(), String> {
    for (place, exhibit) in exhibits(t, &figures::of(t, &view.document)).iter().enumerate() {
        let name = match place {
            0 => t.year_sheet_figures().to_owned(),
            _ => whole_words(&t.report_section(place + 1, &exhibit.title)),
        };
        let heads = exhibit.table.heads.iter().enumerate();
        let columns: Vec<Column> = heads
            .map(|(place, head)| {
                let is_share = |row: &Vec<Value>| matches!(row.get(place), Some(Value::Share(..)));
                let head = match exhibit.table.rows.iter().any(is_share) {
                    true => t.report_in_percent(head),
                    false => head.clone(),
                };
                Column::new(head, if place == 0 { 56 } else { 16 })
            })
            .collect();
        let title = format!("{} – {title}", exhibit.title);
        let mut sheet = book
            .sheet(&name, &title, &columns)
            .map_err(|error| error.to_string())?;
        for row in &exhibit.table.rows {
            let cells: Vec<Cell> = row.iter().map(cell).collect();
            sheet.row(&cells).map_err(|error| error.to_string())?;
        }
        sheet.end().map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// As many whole words as the name of a sheet can hold.
fn whole_words(name: &str) -> String {
    const LONGEST: usize = 31;
    let mut kept = String::new();
    for word in name.split(' ') {
        let longer = format!("{kept} {word}").trim_start().to_owned();
        if longer.chars().count() > LONGEST {
            break;
        }
        kept = longer;
    }
    kept
}

/// Figures stay figures, so that whoever takes the workbook can count on.
fn cell(value: &Value) -> Cell {
    match value {
        Value::Words(words) => Cell::from(words.as_str()),
        Value::Number(number) => Cell::from(*number),
        Value::Tenths(tenths) => Cell::Number(*tenths as f64 / 10.0),
        Value::Share(_, 0) | Value::Nothing => Cell::Empty,
        Value::Share(part, whole) => Cell::Number((*part as f64 * 1000.0 / *whole as f64).round() / 10.0),
        Value::Day(day) => Cell::Date(*day),
    }
}

fn sheet_of_cases(
    t: &'static Texts,
    view: &YearBookView,
    book: &mut Book,
    title: &str,
) -> Result<(), String> {
    let columns = [
        (t.register_number(), 12),
        (t.register_received(), 12),
        (t.register_complainant(), 26),
        (t.register_kind(), 12),
        (t.register_channel(), 14),
        (t.register_content(), 50),
        (t.register_subject(), 26),
        (t.register_unit(), 20),
        (t.year_measures(), 40),
        (t.corrective_title(), 16),
        (t.register_outcome(), 18),
        (t.register_letter(), 16),
        (t.register_letter_date(), 12),
        (t.register_first_limit(), 12),
        (t.register_limit(), 12),
        (t.register_answered(), 12),
        (t.register_closed(), 12),
        (t.register_lateness(), 18),
        (t.register_state(), 16),
    ];
    let columns: Vec<Column> = columns
        .into_iter()
        .map(|(head, width)| Column::new(head, width))
        .collect();
    let mut sheet = book
        .sheet(t.year_sheet_cases(), title, &columns)
        .map_err(|error| error.to_string())?;
    let document = &view.document;
    for line in document.cases.iter().chain(&document.carried) {
        sheet
            .row(&cells(t, view, line))
            .map_err(|error| error.to_string())?;
    }
    sheet.end().map_err(|error| error.to_string())
}

fn cells(t: &'static Texts, view: &YearBookView, line: &Line) -> Vec<Cell> {
    let masked = view.is_masked(line);
    let told = |words: &str| Cell::from(if masked { t.case_protected() } else { words });
    let subjects: Vec<String> = line
        .subjects
        .iter()
        .map(|subject| word(t, "subject", subject))
        .collect();
    let letter = line.letter.as_ref();
    let outcome = line.outcome.as_ref();
    vec![
        Cell::from(line.number.as_str()),
        Cell::Date(line.received_on),
        told(if line.complainant.is_empty() {
            t.case_anonymous()
        } else {
            &line.complainant
        }),
        Cell::from(word(t, "kind", &line.kind)),
        Cell::from(word(t, "channel", &line.channel)),
        told(&line.summary),
        told(&subjects.join("; ")),
        told(&line.unit),
        told(&line.measures),
        Cell::from(line.actions.join(", ")),
        outcome.map_or(Cell::Empty, |outcome| Cell::from(word(t, "finding", outcome))),
        letter.map_or(Cell::Empty, |letter| Cell::from(letter.number.as_str())),
        letter.map_or(Cell::Empty, |letter| Cell::Date(letter.dated_on)),
        Cell::from(line.first_limit_on),
        Cell::from(line.limit_on),
        Cell::from(line.answered_on),
        Cell::from(line.closed_on),
        Cell::from(word(t, "timeliness", &line.timeliness)),
        Cell::from(word(t, "stage", &line.stage)),
    ]
}
