//! Corrective actions: the fold of each history beside what is stored of it.

use super::cases::differing_duties;
use super::report::{Sheet, What};
use super::{Range, lines, own_texts};
use crate::App;
use crate::actions::{owed, row_of};
use crate::error::Result;
use crate::record::canonical;
use jiff::{Timestamp, ToSpan};
use procedure::CorrectiveActionId;
use procedure::corrective_action::{ActionAct, ActionEntry, CorrectiveAction};
use std::collections::BTreeMap;
use store::audit;
use store::corrective_actions::ActionRow;
use store::history::{Event, StreamKind};
use store::{Conn, Uuid};

pub(super) async fn compare(
    app: &App,
    conn: &mut Conn,
    now: Timestamp,
    range: Range,
    histories: &BTreeMap<Uuid, Vec<Event>>,
    sheet: &mut Sheet,
) -> Result<()> {
    let office = app.office_in(conn).await?;
    let Range { after, until } = range;
    let stored = audit::actions(conn, after, until).await?;
    let duties = store::obligations::of_range(conn, StreamKind::CorrectiveAction, after, until).await?;
    for (id, (row, _)) in &stored {
        if !histories.contains_key(id) {
            sheet.differs(What::Orphan, &row.number, id.to_string());
        }
    }
    for (id, events) in histories {
        let Some((row, state)) = stored.get(id) else {
            sheet.differs(What::Row, id.to_string(), "missing");
            continue;
        };
        sheet.counted.corrective_actions += 1;
        sheet.take_row(&(row, state));
        let entries: Vec<ActionEntry> = match lines(events) {
            Ok(entries) => entries,
            Err(seq) => {
                sheet.differs(What::Unreadable, &row.number, format!("event {seq}"));
                continue;
            }
        };
        let action = CorrectiveAction::fold(CorrectiveActionId(*id), &entries);
        if canonical(&action) != *state {
            sheet.differs(What::State, &row.number, "");
        }
        let moments = [
            now,
            now - 24.hours(),
            events.last().map_or(now, |event| event.at.0),
        ];
        let wanted: Vec<_> = moments
            .iter()
            .map(|moment| owed(&action, &office.desk(*moment)))
            .collect();
        let one = duties.get(id).map_or(&[][..], Vec::as_slice);
        sheet.counted.obligations += one.len();
        sheet.take_row(&one);
        if let Some(detail) = differing_duties(one, &wanted, &row.number) {
            sheet.differs(What::Obligations, &row.number, detail);
        }
        let summary = problem(conn, &entries).await?;
        let known = ActionRow {
            summary: summary.unwrap_or_else(|| row.summary.clone()),
            ..row.clone()
        };
        if row_of(&action, &known, &wanted[0]) != *row {
            sheet.differs(What::Row, &row.number, "");
        }
        own_texts(conn, *id, events, &row.number, sheet).await?;
    }
    Ok(())
}

/// The problem it was opened for, which its line bears.
async fn problem(conn: &mut Conn, entries: &[ActionEntry]) -> Result<Option<String>> {
    let opened = entries.iter().find_map(|entry| match &entry.act {
        ActionAct::Open { problem, .. } => problem.as_ref(),
        _ => None,
    });
    let Some(problem) = opened else { return Ok(None) };
    let text = store::texts::one(conn, problem.id.0).await?;
    Ok(text.and_then(|text| text.body))
}
