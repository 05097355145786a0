//! The list of corrective actions: the one that is due first on top, closed ones at the end, a page at a time.

use super::load;
use super::view::{Seen, linked, reads_all, seen};
use crate::App;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::reads::place;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::obligations::s12::Sight;
use procedure::{Case, CorrectiveActionId, PersonId};
use store::Conn;
use store::corrective_actions::ActionRow;

pub use store::corrective_actions::Mark;

/// What is wanted of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionWish {
    /// A stage by its key.
    pub stage: Option<String>,
    /// Those past their day alone.
    pub overdue: bool,
    /// Those this person answers for alone.
    pub mine: bool,
    pub after: Option<Mark>,
}

/// A line of the list.
pub struct Listed {
    pub row: ActionRow,
    pub masked: bool,
}

/// A page of the list.
pub struct ActionPage {
    pub lines: Vec<Listed>,
    pub next: Option<Mark>,
    pub today: Date,
}

const LINES: i64 = 50;

impl App {
    /// A page of the corrective actions that this person may know of.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn corrective_actions(
        &self,
        now: Timestamp,
        person: PersonId,
        wish: ActionWish,
    ) -> Result<ActionPage> {
        let (page, shown) = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                let own_only = wish.mine || !reads_all(&office, person, now);
                let filter = store::corrective_actions::Filter {
                    stage: wish.stage,
                    overdue_on: wish.overdue.then_some(today),
                    owner: own_only.then_some(person.0),
                };
                let mut rows =
                    store::corrective_actions::page(conn, &filter, wish.after.as_ref(), LINES + 1).await?;
                let wanted = usize::try_from(LINES).unwrap_or_default();
                let more = rows.len() > wanted;
                rows.truncate(wanted);
                let next = rows.last().filter(|_| more).map(ActionRow::mark);
                let mut lines = Vec::with_capacity(rows.len());
                let mut shown = Vec::new();
                for mut row in rows {
                    let action = load(conn, CorrectiveActionId(row.id))
                        .await?
                        .ok_or(Error::NotFound)?;
                    let linked = linked(conn, &office, &action, person, now).await?;
                    let sights: Vec<Sight> = linked.iter().map(|(_, sight)| *sight).collect();
                    let masked = seen(&office, &action, &sights, person, now) != Seen::Full;
                    if masked {
                        row.summary.clear();
                    } else {
                        let protected = linked.iter().filter(|(case, _)| case.protected);
                        shown.extend(protected.map(|(case, _)| case.case.0));
                    }
                    lines.push(Listed { row, masked });
                }
                Ok::<_, Error>((ActionPage { lines, next, today }, shown))
            })
            .await?;
        self.log_shown(now, person, shown, place::ACTION).await?;
        Ok(page)
    }
}

/// The open actions that this person sees wholly and that are not linked with the case yet.
pub(crate) async fn linkable(
    conn: &mut Conn,
    office: &Office,
    case: &Case,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<ActionRow>> {
    let any = store::corrective_actions::Filter::default();
    let rows = store::corrective_actions::page(conn, &any, None, LINES).await?;
    let mut found = Vec::new();
    for row in rows.into_iter().filter(|row| row.closed_on.is_none()) {
        let id = CorrectiveActionId(row.id);
        if case.corrective_actions.contains(&id) {
            continue;
        }
        let action = load(conn, id).await?.ok_or(Error::NotFound)?;
        let linked = linked(conn, office, &action, person, now).await?;
        let sights: Vec<Sight> = linked.iter().map(|(_, sight)| *sight).collect();
        if seen(office, &action, &sights, person, now) == Seen::Full {
            found.push(row);
        }
    }
    Ok(found)
}
