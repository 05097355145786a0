//! My work: what a person owes across all cases, alone or through the offices held, by urgency.

use crate::App;
use crate::error::{Result, corrupt};
use crate::office::Office;
use crate::record::{CLOSER, IMPARTIALITY};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use procedure::obligations::s12::{Sight, sight};
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use procedure::{Case, Desk, PersonId};
use std::collections::BTreeSet;
use store::history::StreamKind;
use store::obligations::{Days, HeldRole, Line, Whose};
use uuid::Uuid;

pub use store::obligations::{Place, Tally};

/// Which part of the work is wanted.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    #[default]
    All,
    /// Past its day.
    Late,
    /// Due today or within the next days.
    Soon,
}

impl Part {
    pub const fn key(self) -> &'static str {
        match self {
            Part::All => "all",
            Part::Late => "late",
            Part::Soon => "soon",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        [Part::All, Part::Late, Part::Soon]
            .into_iter()
            .find(|part| part.key() == key)
    }

    fn days(self, today: Date) -> Days {
        let (from, before) = match self {
            Part::All => (None, None),
            Part::Late => (None, Some(today)),
            Part::Soon => (Some(today), Some(last_soon(today).saturating_add(1.day()))),
        };
        Days { from, before }
    }
}

/// The last day that is near.
fn last_soon(today: Date) -> Date {
    const NEAR: i64 = 3;
    today.saturating_add(NEAR.days())
}

/// The first entries of somebody's work, and where to go on.
pub struct Work {
    pub items: Vec<Item>,
    pub next: Option<Place>,
    /// How much there is, counted a little past `COUNTED`.
    pub tally: Tally,
    pub today: Date,
}

/// Nobody counts their own work further.
pub const COUNTED: i64 = 1_000;

/// What an entry of the list belongs to.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    Case,
    CorrectiveAction,
    YearBook,
}

/// One duty in the list, with what the list shows of its case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub matter: Matter,
    pub number: String,
    /// The name of the rule, such as `B2.4`.
    pub rule: String,
    /// The key of the act that discharges it.
    pub act: String,
    pub due_on: Option<Date>,
    pub provisional: bool,
    /// The line of the case or corrective action; empty where it may not be shown.
    pub summary: String,
    pub protected: bool,
}

impl Office {
    /// Under which keys this person finds work today.
    pub fn held(&self, person: PersonId, today: Date) -> Vec<HeldRole> {
        let mut keys = BTreeSet::new();
        for role in self.staff.roles_of(person, today) {
            keys.extend(Bureau::of_role(role).iter().map(|office| office.key()));
            match role {
                Role::ImpartialityBody => _ = keys.insert(IMPARTIALITY),
                Role::Qmr | Role::RegisterOfficer => _ = keys.insert(CLOSER),
                _ => {}
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
        part: Part,
        after: Option<Place>,
        limit: usize,
    ) -> Result<Work> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let desk = office.desk(now);
                let today = desk.today;
                let roles = office.held(person, today);
                let of = |days: Days| Whose {
                    person: person.0,
                    roles: &roles,
                    days,
                };
                let wanted = i64::try_from(limit).map_err(corrupt)? + 1;
                let mut lines =
                    store::obligations::of_person(conn, &of(part.days(today)), after.as_ref(), wanted)
                        .await?;
                let everything = of(Days::default());
                let tally = store::obligations::tally_of_person(
                    conn,
                    &everything,
                    today,
                    last_soon(today),
                    COUNTED + 1,
                )
                .await?;
                let more = lines.len() > limit;
                lines.truncate(limit);
                let next = lines.last().filter(|_| more).map(|line| line.owed.place.clone());
                let items = lines.into_iter().map(|line| item(line, person, &desk));
                Ok(Work {
                    items: items.collect::<Result<_>>()?,
                    next,
                    tally,
                    today,
                })
            })
            .await
    }
}

fn item(line: Line, person: PersonId, desk: &Desk) -> Result<Item> {
    let protected = line.protected_state.is_some();
    let open = match &line.protected_state {
        Some(state) => {
            let case: Case = serde_json::from_str(state).map_err(corrupt)?;
            sight(&case, person, desk) > Sight::Masked
        }
        None => true,
    };
    let owed = line.owed;
    Ok(Item {
        matter: match owed.stream.kind {
            StreamKind::Case => Matter::Case,
            StreamKind::CorrectiveAction => Matter::CorrectiveAction,
            StreamKind::YearBook | StreamKind::Administration => Matter::YearBook,
        },
        number: owed.number,
        rule: owed.obligation.rule,
        act: owed.obligation.act,
        due_on: owed.obligation.due_on,
        provisional: owed.obligation.provisional,
        summary: if open { line.summary } else { String::new() },
        protected,
    })
}

/// The place after which a list goes on, as an address carries it.
pub fn place_text(place: &Place) -> String {
    format!("{}_{}_{}", place.due_key, place.stream_id.simple(), place.ordinal)
}

/// Reads what [`place_text`] wrote; anything else begins at the beginning.
pub fn read_place(text: &str) -> Option<Place> {
    let mut parts = text.split('_');
    let place = Place {
        due_key: parts.next()?.to_owned(),
        stream_id: Uuid::parse_str(parts.next()?).ok()?,
        ordinal: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(place)
}
