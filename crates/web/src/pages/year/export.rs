//! The compilation as a workbook: one sheet of figures, one of the list, within what its reader may see.

use app::year_book::{Line, YearBookView};
use axum::extract::Path;
use documents::sheet::{Book, Cell, Column};
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
    sheet_of_figures(t, view, &mut book, &title)?;
    sheet_of_cases(t, view, &mut book, &title)?;
    book.finish().map_err(|error| error.to_string())
}

fn sheet_of_figures(
    t: &'static Texts,
    view: &YearBookView,
    book: &mut Book,
    title: &str,
) -> Result<(), String> {
    let found = &view.document.figures;
    let columns = [
        Column::new(t.year_group(), 34),
        Column::new(t.year_figure(), 40),
        Column::new(t.year_value(), 12),
    ];
    let mut rows: Vec<[Cell; 3]> = Vec::new();
    let mut add = |group: &str, words: &str, count: i64| {
        rows.push([Cell::from(group), Cell::from(words), Cell::from(count)]);
    };
    for (words, count) in figures::single(t, found) {
        add(t.year_figures(), words, count);
    }
    if found.acknowledged_due > 0 {
        add(
            t.year_figures(),
            t.year_acknowledged(),
            found.acknowledged_in_time,
        );
    }
    let heads = figures::kind_heads(t);
    for (kind, counts) in figures::kind_rows(t, found) {
        for (head, count) in heads.iter().skip(1).zip(counts) {
            add(t.year_by_kind(), &format!("{kind} – {head}"), count);
        }
    }
    for (group, counts) in figures::groups(t, found) {
        for (words, count) in counts {
            add(group, &words, count);
        }
    }
    let mut sheet = book
        .sheet(t.year_sheet_figures(), title, &columns)
        .map_err(|error| error.to_string())?;
    for row in rows {
        sheet.row(&row).map_err(|error| error.to_string())?;
    }
    sheet.end().map_err(|error| error.to_string())
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
