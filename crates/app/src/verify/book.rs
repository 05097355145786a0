//! The book as a whole: numbers without gaps, the yearly compilations, and the house that keeps it.

use super::cases::differing_duties;
use super::report::{Sheet, What};
use super::{Range, lines, own_texts};
use crate::error::{Error, Result, corrupt};
use crate::record::canonical;
use crate::submission::hex;
use crate::worker::RECOMPUTE;
use crate::{App, year_book};
use jiff::{Timestamp, ToSpan};
use procedure::year_book::{YearAct, YearBook, YearEntry};
use std::collections::BTreeMap;
use store::history::{Event, StreamKind};
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

/// Every line that an export would hold goes into the digest, whatever else was looked at.
pub(super) async fn everything(app: &App, sheet: &mut Sheet) -> Result<()> {
    app.db
        .read(|mut conn| async move {
            let take = |table: &str, line: &str| sheet.take(&[table.as_bytes(), line.as_bytes()]);
            crate::export::each_lasting_line(&mut conn, take).await
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
                let year = i16::try_from(year).map_err(corrupt)?;
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
    app: &App,
    conn: &mut Conn,
    now: Timestamp,
    range: Range,
    histories: &BTreeMap<Uuid, Vec<Event>>,
    sheet: &mut Sheet,
) -> Result<()> {
    let office = app.office_in(conn).await?;
    let duties = store::obligations::of_range(conn, StreamKind::YearBook, range.after, range.until).await?;
    let stored = store::year_books::all(conn).await?;
    for id in histories
        .keys()
        .filter(|id| !stored.iter().any(|row| row.id == **id))
    {
        sheet.differs(What::Row, id.to_string(), "missing");
    }
    for row in stored
        .iter()
        .filter(|row| row.id > range.after && row.id <= range.until)
    {
        let name = row.year.to_string();
        let events = histories.get(&row.id).map_or(&[][..], Vec::as_slice);
        sheet.counted.year_books += 1;
        sheet.take_row(row);
        let year = i16::try_from(row.year).map_err(corrupt)?;
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
        if year_book::row_of(row.id, &book) != *row {
            sheet.differs(What::Row, &name, "");
        }
        let moments = [now, now - 24.hours()];
        let wanted = moments.map(|moment| year_book::owed(&book, &office.desk(moment)));
        let one = duties.get(&row.id).map_or(&[][..], Vec::as_slice);
        sheet.counted.obligations += one.len();
        sheet.take_row(&one);
        if let Some(detail) = differing_duties(one, &wanted, &name) {
            sheet.differs(What::Obligations, &name, detail);
        }
        own_texts(conn, row.id, events, &name, sheet).await?;
        let documents = store::documents::of_stream(conn, row.id).await?;
        let digests: Vec<String> = documents
            .iter()
            .filter_map(|d| d.sha256.as_deref())
            .map(hex)
            .collect();
        for entry in &entries {
            if let YearAct::Compile { digest, .. } | YearAct::Freeze { digest } = &entry.act
                && !digests.contains(digest)
            {
                sheet.differs(What::File, &name, digest);
            }
        }
    }
    Ok(())
}
