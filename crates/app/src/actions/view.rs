//! A corrective action as one person sees it: facts, history, linked cases by sight, duties and what that person can do now.

use super::load;
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::execute::load as load_case;
use crate::office::Office;
use jiff::Timestamp;
use procedure::case::Actor;
use procedure::case::refusal::Refusal;
use procedure::corrective_action::{
    ActionAct, ActionActKind, ActionDuty, ActionEntry, CorrectiveAction, duties,
};
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Role;
use procedure::{CaseId, CorrectiveActionId, PersonId, TextId, TextRef};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Conn;
use store::corrective_actions::ActionRow;
use store::history::Stream;

/// How much of an action a person sees.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    Nothing,
    /// Number, stage and days; what it is about stems from a case this person does not see.
    Masked,
    Full,
}

/// A case an action is linked with, as far as this person may know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedCase {
    pub case: CaseId,
    pub number: String,
    pub kind: String,
    pub stage: String,
    /// Empty where the person does not see all of the case; number, kind and stage too where the person may not know of it.
    pub summary: String,
    /// There is a page of the case for this person.
    pub open: bool,
    pub protected: bool,
}

/// Everything a page of an action shows to one person.
pub struct ActionView {
    pub action: CorrectiveAction,
    pub row: ActionRow,
    pub seen: Seen,
    pub history: Vec<ActionEntry>,
    pub texts: BTreeMap<TextId, String>,
    pub cases: Vec<LinkedCase>,
    pub duties: Vec<ActionDuty>,
    pub offers: Vec<(ActionActKind, std::result::Result<(), Refusal>)>,
    pub office: Arc<Office>,
    pub now: Timestamp,
}

impl ActionView {
    pub fn text(&self, text: &TextRef) -> &str {
        self.texts.get(&text.id).map_or("", String::as_str)
    }

    pub fn today(&self) -> jiff::civil::Date {
        self.office.desk(self.now).today
    }

    pub fn may(&self, kind: ActionActKind) -> bool {
        self.refusal(kind).is_none()
    }

    pub fn refusal(&self, kind: ActionActKind) -> Option<Refusal> {
        self.offers
            .iter()
            .find(|(offered, _)| *offered == kind)
            .and_then(|(_, permit)| permit.as_ref().err().copied())
    }

    /// The number of a linked case, for the history.
    pub fn case_number(&self, case: CaseId) -> Option<&str> {
        self.cases
            .iter()
            .find(|linked| linked.case == case && linked.open)
            .map(|linked| linked.number.as_str())
    }
}

impl App {
    /// The corrective action of this number as this person sees it; a look at one that stems from a protected case is logged.
    ///
    /// # Errors
    /// `NotFound` when there is none, or none that this person may know of.
    pub async fn corrective_action(
        &self,
        now: Timestamp,
        person: PersonId,
        number: &str,
    ) -> Result<ActionView> {
        let number = number.to_owned();
        let view = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let id = store::corrective_actions::by_number(conn, &number)
                    .await?
                    .ok_or(Error::NotFound)?;
                view(conn, office, now, person, CorrectiveActionId(id)).await
            })
            .await?;
        for linked in view.cases.iter().filter(|linked| linked.protected) {
            if view.seen == Seen::Full {
                self.log_read(now, person, linked.case, crate::reads::place::ACTION)
                    .await?;
            }
        }
        Ok(view)
    }

    /// The number of a corrective action, for going to it after it was opened.
    ///
    /// # Errors
    /// `NotFound` when there is none.
    pub async fn corrective_action_number(&self, id: CorrectiveActionId) -> Result<String> {
        self.db
            .read(|mut conn| async move {
                let row = store::corrective_actions::row_of(&mut conn, id.0).await?;
                row.map(|row| row.number).ok_or(Error::NotFound)
            })
            .await
    }
}

/// Those who read the list of actions by their office.
pub(super) fn reads_all(office: &Office, person: PersonId, now: Timestamp) -> bool {
    let today = office.desk(now).today;
    let readers = [
        Role::Qmr,
        Role::Director,
        Role::DeputyDirector,
        Role::CertificationHead,
        Role::Auditor,
        Role::RegisterOfficer,
    ];
    readers
        .into_iter()
        .any(|role| office.staff.holds(role, person, today))
}

/// Owner and doers see all of their action; who reads by office sees what the cases behind it allow (S12).
pub(crate) fn seen(
    office: &Office,
    action: &CorrectiveAction,
    sights: &[Sight],
    person: PersonId,
    now: Timestamp,
) -> Seen {
    let own = action.owner == Some(person)
        || (action.approved.is_some() && action.measures.iter().any(|measure| measure.doer == person));
    if !office.staff.is_active(person) {
        Seen::Nothing
    } else if own {
        Seen::Full
    } else if !reads_all(office, person, now) {
        Seen::Nothing
    } else if sights.iter().all(|sight| *sight == Sight::Full) {
        Seen::Full
    } else {
        Seen::Masked
    }
}

/// The cases behind an action, each with how much of it this person sees.
pub(crate) async fn linked(
    conn: &mut Conn,
    office: &Office,
    action: &CorrectiveAction,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<(LinkedCase, Sight)>> {
    let ids: Vec<store::Uuid> = action.cases.iter().map(|case| case.0).collect();
    let mut found = Vec::new();
    for row in store::cases::rows_of(conn, &ids).await? {
        let case = load_case(conn, CaseId(row.id)).await?.ok_or(Error::NotFound)?;
        let sight = office.sight(conn, &case, person, now).await?;
        let known = |words: String, least: Sight| if sight >= least { words } else { String::new() };
        let linked = LinkedCase {
            case: case.id,
            number: known(row.number, Sight::Masked),
            kind: known(row.kind, Sight::Masked),
            stage: known(row.stage, Sight::Masked),
            summary: known(row.summary, Sight::Full),
            open: sight != Sight::Nothing,
            protected: row.protected,
        };
        found.push((linked, sight));
    }
    Ok(found)
}

async fn view(
    conn: &mut Conn,
    office: Arc<Office>,
    now: Timestamp,
    person: PersonId,
    id: CorrectiveActionId,
) -> Result<ActionView> {
    let action = load(conn, id).await?.ok_or(Error::NotFound)?;
    let linked = linked(conn, &office, &action, person, now).await?;
    let sights: Vec<Sight> = linked.iter().map(|(_, sight)| *sight).collect();
    let seen = seen(&office, &action, &sights, person, now);
    if seen == Seen::Nothing {
        return Err(Error::NotFound);
    }
    let row = store::corrective_actions::row_of(conn, id.0)
        .await?
        .ok_or(Error::NotFound)?;
    let apart = super::apart(conn, &action).await?;
    let (duties, offers) = {
        let desk = office.desk(now);
        let offers = ActionActKind::ALL.iter().map(|&kind| {
            let permit = action.guard(Actor::Person(person), &desk, &apart, kind);
            (kind, permit)
        });
        (duties(&action, desk.periods), offers.collect())
    };
    let mut view = ActionView {
        row,
        seen,
        history: Vec::new(),
        texts: BTreeMap::new(),
        cases: linked.into_iter().map(|(case, _)| case).collect(),
        duties,
        offers,
        office,
        now,
        action,
    };
    if seen == Seen::Full {
        tell(conn, &mut view).await?;
    } else {
        view.row.summary.clear();
    }
    Ok(view)
}

async fn tell(conn: &mut Conn, view: &mut ActionView) -> Result<()> {
    let id = view.action.id.0;
    view.history = entries(conn, view.action.id).await?;
    for text in store::texts::of_stream(conn, id).await? {
        if let Some(body) = text.body {
            view.texts.insert(TextId(text.id), body);
        }
    }
    // The problem was written down with the act of the case that opened the action.
    let problems = view.history.iter().filter_map(|entry| match &entry.act {
        ActionAct::Open { problem, .. } => problem.as_ref().map(|problem| problem.id),
        _ => None,
    });
    for problem in problems.collect::<Vec<_>>() {
        let stored = store::texts::one(conn, problem.0).await?;
        if let Some(body) = stored.and_then(|text| text.body) {
            view.texts.insert(problem, body);
        }
    }
    Ok(())
}

/// The history of an action.
pub(crate) async fn entries(conn: &mut Conn, id: CorrectiveActionId) -> Result<Vec<ActionEntry>> {
    let events = store::history::events(conn, &Stream::corrective_action(id.0)).await?;
    events
        .iter()
        .map(|event| serde_json::from_str(&event.body).map_err(corrupt))
        .collect()
}
