//! The mails that arrived: their bytes are there under the digest that was taken when they came, their cases exist, and exactly those
//! that wait are owed.

use super::report::{Sheet, What};
use crate::error::{Error, Result};
use crate::{App, inbox};
use jiff::Timestamp;
use store::history::StreamKind;
use store::mail::Mail;
use store::{Conn, Uuid};

const PAGE: i64 = 250;

pub(super) async fn compare(app: &App, now: Timestamp, sheet: &mut Sheet) -> Result<()> {
    let mut after = Uuid::nil();
    loop {
        let sheet = &mut *sheet;
        let last = app
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let page = store::mail::after(conn, after, None, PAGE).await?;
                let last = page.last().map(|row| row.id);
                duties(app, conn, now, after, &page, sheet).await?;
                for row in &page {
                    one(conn, row, sheet).await?;
                }
                Ok::<_, Error>(last)
            })
            .await?;
        match last {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

async fn one(conn: &mut Conn, row: &Mail, sheet: &mut Sheet) -> Result<()> {
    let name = format!("mail {}", row.id);
    sheet.counted.mails += 1;
    sheet.take_row(row);
    sheet.take_row(&store::mail::deeds(conn, row.id).await?);
    let document = store::documents::one(conn, row.document_id).await?;
    let kept = document.is_some_and(|document| {
        document.stream_id == Some(row.id) && document.sha256.as_deref() == Some(row.sha256.as_slice())
    });
    if !kept {
        sheet.differs(What::File, name.as_str(), "the document of its bytes");
    }
    if let Some(case) = row.case_id
        && store::cases::row_of(conn, case).await?.is_none()
    {
        sheet.differs(What::Link, name.as_str(), case.to_string());
    }
    sheet.files.entry(row.sha256.clone()).or_default().insert(name);
    Ok(())
}

/// The last look goes on to the end, so that no duty without a mail is overlooked.
async fn duties(
    app: &App,
    conn: &mut Conn,
    now: Timestamp,
    after: Uuid,
    page: &[Mail],
    sheet: &mut Sheet,
) -> Result<()> {
    let office = app.office_in(conn).await?;
    let until = page.last().map_or(Uuid::max(), |row| row.id);
    let mut stored = store::obligations::of_range(conn, StreamKind::Mail, after, until).await?;
    for row in page {
        let stored = stored.remove(&row.id).unwrap_or_default();
        sheet.counted.obligations += stored.len();
        let waits = sheet.recomputation_waits;
        let owed = inbox::owed(conn, &office, row, now).await?;
        let same = stored.iter().all(|it| it.keys_agree) && stored.iter().map(|it| &it.obligation).eq(&owed);
        if !waits && !same {
            sheet.differs(What::Obligations, format!("mail {}", row.id), row.state.as_str());
        }
    }
    for id in stored.keys() {
        sheet.differs(What::Orphan, "obligation", format!("mail {id}"));
    }
    Ok(())
}
