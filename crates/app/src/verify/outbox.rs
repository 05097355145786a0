//! The mails of ours that did not get through: exactly those that wait for somebody are owed.

use super::report::{Sheet, What};
use crate::error::{Error, Result, corrupt};
use crate::outbox::{self, State};
use crate::{App, Office};
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::history::StreamKind;
use store::obligations::Stored;
use store::{Conn, Uuid};

const PAGE: i64 = 250;

type Owed = BTreeMap<Uuid, Vec<Stored>>;

pub(super) async fn compare(app: &App, now: Timestamp, sheet: &mut Sheet) -> Result<()> {
    app.db
        .read(|mut conn| async move {
            let conn = &mut conn;
            let office = app.office_in(conn).await?;
            let kind = StreamKind::OutgoingMail;
            let mut stored: Owed = store::obligations::of_range(conn, kind, Uuid::nil(), Uuid::max()).await?;
            for state in State::ALL.iter().filter(|state| state.waits()) {
                let mut after = Uuid::nil();
                loop {
                    let page = store::outbox::resting(conn, state.key(), after, PAGE).await?;
                    let Some(last) = page.last() else { break };
                    after = *last;
                    for id in page {
                        one(
                            conn,
                            &office,
                            id,
                            stored.remove(&id).unwrap_or_default(),
                            now,
                            sheet,
                        )
                        .await?;
                    }
                }
            }
            for id in stored.keys() {
                sheet.differs(What::Orphan, "obligation", format!("outgoing mail {id}"));
            }
            Ok::<_, Error>(())
        })
        .await
}

async fn one(
    conn: &mut Conn,
    office: &Office,
    id: Uuid,
    stored: Vec<Stored>,
    now: Timestamp,
    sheet: &mut Sheet,
) -> Result<()> {
    sheet.counted.obligations += stored.len();
    let row = store::outbox::one(conn, id).await?;
    let row = row.ok_or_else(|| corrupt(format!("outgoing mail {id}")))?;
    let owed = outbox::owed(conn, office, &row, now).await?;
    let same = stored.iter().all(|it| it.keys_agree) && stored.iter().map(|it| &it.obligation).eq(&owed);
    if !sheet.recomputation_waits && !same {
        sheet.differs(
            What::Obligations,
            format!("outgoing mail {id}"),
            row.state.as_str(),
        );
    }
    Ok(())
}
