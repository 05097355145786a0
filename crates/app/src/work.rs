//! My work: what a person owes across all cases, alone or through the offices held, by urgency.

use crate::App;
use crate::error::Result;
use crate::office::Office;
use crate::record::IMPARTIALITY;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::PersonId;
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use std::collections::BTreeSet;
use store::obligations::{HeldRole, Owed, Place};

/// The first entries of somebody's work, and where to go on.
pub struct Work {
    pub items: Vec<Item>,
    pub next: Option<Place>,
    /// How much there is, counted to a limit.
    pub count: i64,
    /// How much of it is past its day.
    pub late: i64,
}

/// Nobody counts their own work further.
const COUNTED: i64 = 1_000;

/// One duty in the list, with what the list shows of its case.
pub struct Item {
    pub owed: Owed,
    /// The line of the case; absent for corrective actions and year books, and where it may not be shown.
    pub summary: String,
    pub days_left: Option<i32>,
}

impl Office {
    /// Under which keys this person finds work today.
    pub fn held(&self, person: PersonId, today: Date) -> Vec<HeldRole> {
        let mut keys = BTreeSet::new();
        for role in self.staff.roles_of(person, today) {
            keys.extend(Bureau::of_role(role).iter().map(|office| office.key()));
            if role == Role::ImpartialityBody {
                keys.insert(IMPARTIALITY);
            }
        }
        keys.into_iter()
            .map(|key| HeldRole {
                role: key.to_owned(),
                unit: None,
            })
            .collect()
    }
}

impl App {
    /// A page of a person's work, most urgent first.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn work(
        &self,
        now: Timestamp,
        person: PersonId,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Work> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                let held = office.held(person, today);
                let mut owed =
                    store::obligations::of_person(conn, person.0, &held, after.as_ref(), limit + 1).await?;
                let (count, late) =
                    store::obligations::count_of_person(conn, person.0, &held, today, COUNTED).await?;
                let more = i64::try_from(owed.len()).is_ok_and(|found| found > limit);
                owed.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
                let next = owed.last().filter(|_| more).map(|last| last.place.clone());
                let mut items = Vec::with_capacity(owed.len());
                for owed in owed {
                    let row = store::cases::row_of(conn, owed.stream.id).await?;
                    let days_left = owed
                        .obligation
                        .due_on
                        .and_then(|due| (due - today).get_days().into());
                    items.push(Item {
                        summary: row.map(|row| row.summary).unwrap_or_default(),
                        owed,
                        days_left,
                    });
                }
                Ok(Work {
                    items,
                    next,
                    count,
                    late,
                })
            })
            .await
    }
}
