//! The book as a whole: numbers without gaps, the yearly compilations, and the house that keeps it.

use super::lines;
use super::report::{Sheet, What};
use crate::App;
use crate::error::{Error, Result};
use crate::record::canonical;
use crate::worker::RECOMPUTE;
use jiff::Timestamp;
use procedure::year_book::{YearBook, YearEntry};
use std::collections::BTreeMap;
use store::history::Event;
use store::{Conn, Uuid};

/// The organisation, its people, roles and calendar go into the digest.
pub(super) async fn house(app: &App, now: Timestamp, sheet: &mut Sheet) -> Result<()> {
    app.db
        .read(|mut conn| async move {
            let conn = &mut conn;
            sheet.recomputation_waits = store::audit::is_waiting(conn, RECOMPUTE, now).await?;
            sheet.take_row(&store::organisation::the_one(conn).await?);
            sheet.take_row(&store::organisation::units(conn).await?);
            sheet.take_row(&store::people::all(conn).await?);
            sheet.take_row(&store::roles::appointments(conn).await?);
            sheet.take_row(&store::roles::substitutions(conn).await?);
            sheet.take_row(&store::roles::authorities(conn).await?);
            sheet.take_row(&store::interests::all(conn).await?);
            sheet.take_row(&store::calendar::all_days(conn).await?);
            sheet.take_row(&store::calendar::years(conn).await?);
            Ok::<_, Error>(())
        })
        .await
}

/// Every number of a year is there once, from the first to the last one given.
pub(super) async fn numbers(app: &App, sheet: &mut Sheet) -> Result<()> {
    const PAGE: i64 = 1_000;
    app.db
        .read(|mut conn| async move {
            let conn = &mut conn;
            let organisation = app.office_in(conn).await?.id();
            for year in store::cases::years(conn).await? {
                let year = i16::try_from(year).map_err(crate::error::corrupt)?;
                let mut last = 0;
                loop {
                    let page = store::cases::ordinals(conn, year, last, PAGE).await?;
                    if page.is_empty() {
                        break;
                    }
                    for ordinal in page {
                        if ordinal != last + 1 {
                            sheet.differs(What::Number, format!("{year}-{:04}", last + 1), "missing");
                        }
                        last = ordinal;
                    }
                }
                let next = store::series::peek(conn, organisation, "case", year).await?;
                if next != last + 1 {
                    sheet.differs(What::Number, format!("{year}-{next:04}"), "series");
                }
                sheet.years.insert(year, last);
            }
            Ok::<_, Error>(())
        })
        .await
}

/// The compilations beside the fold of their histories.
pub(super) async fn compilations(
    conn: &mut Conn,
    histories: &BTreeMap<Uuid, Vec<Event>>,
    sheet: &mut Sheet,
) -> Result<()> {
    for row in store::year_books::all(conn).await? {
        let name = row.year.to_string();
        let events = histories.get(&row.id).map_or(&[][..], Vec::as_slice);
        sheet.counted.year_books += 1;
        sheet.take_row(&row);
        let year = i16::try_from(row.year).map_err(crate::error::corrupt)?;
        let entries: Vec<YearEntry> = match lines(events) {
            Ok(entries) => entries,
            Err(seq) => {
                sheet.differs(What::Unreadable, &name, format!("event {seq}"));
                continue;
            }
        };
        let book = YearBook::fold(year, &entries);
        let state = store::year_books::state(conn, row.id)
            .await?
            .map(|(_, state)| state);
        if state.as_ref() != Some(&canonical(&book)) {
            sheet.differs(What::State, &name, "");
        }
        if row.stage != book.stage.key() || row.version != i64::from(book.version) {
            sheet.differs(What::Row, &name, "");
        }
    }
    Ok(())
}
