//! My work: what a person owes across all cases, alone or through the offices held, by urgency.

use crate::App;
use crate::actions::{Seen, linked, seen};
use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::reads::place;
use crate::record::{CLOSER, IMPARTIALITY};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use procedure::corrective_action::CorrectiveAction;
use procedure::obligations::s12::Sight;
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use procedure::{Case, PersonId};
use std::collections::BTreeSet;
use store::Conn;
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
    pub const ALL: &[Part] = &[Part::All, Part::Late, Part::Soon];

    pub const fn key(self) -> &'static str {
        match self {
            Part::All => "all",
            Part::Late => "late",
            Part::Soon => "soon",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.key() == key)
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
    /// A mail in the inbox; its number is its identity.
    Mail,
    /// A mail of ours that did not get through.
    OutgoingMail,
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
                // It approves what another proposed as an external reviewer does (S4).
                Role::ImpartialityBody => keys.extend([IMPARTIALITY, Bureau::Approver.key()]),
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
        let (work, open) = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
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
                let mut items = Vec::with_capacity(lines.len());
                let mut open = Vec::new();
                for line in lines {
                    let view = look(conn, &office, &line, person, now).await?;
                    if !view.hidden {
                        items.push(item(line, &view));
                        open.extend(view.protected);
                    }
                }
                let work = Work {
                    items,
                    next,
                    tally,
                    today,
                };
                Ok::<_, Error>((work, open))
            })
            .await?;
        self.log_shown(now, person, open, place::WORK).await?;
        Ok(work)
    }
}

/// What of a matter its line may show.
#[derive(Default)]
struct Looked {
    hidden: bool,
    /// Its words may be read.
    open: bool,
    is_protected: bool,
    /// The protected cases whose words the line shows.
    protected: Vec<Uuid>,
}

/// How much of the matter this person sees: of a case by S12, of a corrective action by what the cases behind it allow.
async fn look(
    conn: &mut Conn,
    office: &Office,
    line: &Line,
    person: PersonId,
    now: Timestamp,
) -> Result<Looked> {
    let Some(state) = &line.state else {
        return Ok(Looked {
            open: true,
            ..Looked::default()
        });
    };
    match line.owed.stream.kind {
        StreamKind::Case | StreamKind::Mail | StreamKind::OutgoingMail => {
            let case: Case = serde_json::from_str(state).map_err(corrupt)?;
            let sight = office.sight(conn, &case, person, now).await?;
            let is_protected = case.is_protected();
            let open = match sight {
                Sight::Full | Sight::Report => true,
                Sight::Heading => !is_protected,
                Sight::Nothing | Sight::Masked | Sight::Allegation => false,
            };
            Ok(Looked {
                hidden: sight == Sight::Nothing,
                open,
                is_protected,
                protected: (open && is_protected).then_some(case.id.0).into_iter().collect(),
            })
        }
        StreamKind::CorrectiveAction => {
            let action: CorrectiveAction = serde_json::from_str(state).map_err(corrupt)?;
            let linked = linked(conn, office, &action, person, now).await?;
            let sights: Vec<Sight> = linked.iter().map(|(_, sight)| *sight).collect();
            let seen = seen(office, &action, &sights, person, now);
            let open = seen == Seen::Full;
            let cases = linked.iter().filter(|(case, _)| case.protected);
            let protected: Vec<Uuid> = cases.map(|(case, _)| case.case.0).collect();
            Ok(Looked {
                hidden: seen == Seen::Nothing,
                open,
                is_protected: !protected.is_empty(),
                protected: if open { protected } else { Vec::new() },
            })
        }
        StreamKind::YearBook | StreamKind::Administration => Ok(Looked {
            open: true,
            ..Looked::default()
        }),
    }
}

fn item(line: Line, looked: &Looked) -> Item {
    let owed = line.owed;
    Item {
        matter: match owed.stream.kind {
            StreamKind::Case => Matter::Case,
            StreamKind::CorrectiveAction => Matter::CorrectiveAction,
            StreamKind::Mail => Matter::Mail,
            StreamKind::OutgoingMail => Matter::OutgoingMail,
            StreamKind::YearBook | StreamKind::Administration => Matter::YearBook,
        },
        number: owed.number,
        rule: owed.obligation.rule,
        act: owed.obligation.act,
        due_on: owed.obligation.due_on,
        provisional: owed.obligation.provisional,
        summary: if looked.open { line.summary } else { String::new() },
        protected: looked.is_protected,
    }
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
