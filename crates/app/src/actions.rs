//! Corrective actions: opened by an act of a case, then living their own life through the same steps as a case.

mod compose;
mod fields;
mod list;
mod view;

pub use fields::fields;
pub(crate) use list::linkable;
pub use list::{ActionPage, ActionWish, Listed, Mark};
pub use view::{ActionView, LinkedCase, Seen};
pub(crate) use view::{linked, seen};

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::record::canonical;
use crate::submission::Texts;
use jiff::Timestamp;
use procedure::case::Actor;
use procedure::case::acts::OpenCorrectiveAction;
use procedure::corrective_action::{ActionAct, ActionDuty, ActionEntry, CorrectiveAction, duties};
use procedure::office::Office as Bureau;
use procedure::vocabulary::Bar;
use procedure::{Case, CorrectiveActionId, Desk, PersonId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
pub use store::corrective_actions::ActionRow;
use store::history::{NewEvent, Stream};
use store::idempotency::Known;
use store::obligations::Holder;
use store::{At, Conn, On};

/// An act on a corrective action, with what it must be held against.
#[derive(Clone, Debug)]
pub struct ActionSubmission {
    pub action: CorrectiveActionId,
    pub seen: Option<u32>,
    pub key: String,
    pub act: ActionAct,
    pub texts: Texts,
}

impl ActionSubmission {
    /// The words for which an action is opened, which become its line in the list.
    fn problem(&self) -> Option<String> {
        match &self.act {
            ActionAct::Open {
                problem: Some(problem),
                ..
            } => self.texts.get(problem.id).map(str::to_owned),
            _ => None,
        }
    }

    fn digest(&self) -> Vec<u8> {
        let mut said = canonical(&self.act);
        for text in &self.texts.0 {
            said = said.replace(
                &crate::submission::text_digest(&text.salt, &text.body),
                &text.body,
            );
            said = said.replace(&text.id.to_string(), "");
        }
        Sha256::new()
            .chain_update(self.action.to_string())
            .chain_update(said)
            .finalize()
            .to_vec()
    }
}

impl App {
    /// Does one act on a corrective action, once for each key; answers with its new version.
    ///
    /// # Errors
    /// The refusal under S10, the fields that cannot stand, or a failure of storage.
    pub async fn act_on_action(
        &self,
        now: Timestamp,
        actor: Actor,
        submission: ActionSubmission,
    ) -> Result<u32> {
        let owner = actor.person().map_or(uuid::Uuid::nil(), |person| person.0);
        let submission = Arc::new(submission);
        let digest = Arc::new(submission.digest());
        self.db
            .act(|mut conn| {
                let (app, submission, digest) = (self.clone(), submission.clone(), digest.clone());
                async move {
                    let conn = &mut conn;
                    match store::idempotency::begin(conn, owner, &submission.key, &digest, now).await? {
                        Known::Fresh => {}
                        Known::Done(outcome) => return outcome.parse().map_err(corrupt),
                        Known::Other => return Err(Error::KeyReused),
                    }
                    let office = app.office_in(conn).await?;
                    let desk = office.desk(now);
                    let known = load(conn, submission.action).await?;
                    // An action without a case begins with the act that opens it.
                    let opens = matches!(submission.act, ActionAct::Open { .. });
                    let blank = opens.then(|| CorrectiveAction::blank(submission.action));
                    let action = known.or(blank).ok_or(Error::NotFound)?;
                    if submission.seen.is_some_and(|seen| seen != action.version) {
                        return Err(Error::Overtaken(Vec::new()));
                    }
                    let act = submission.act.clone();
                    let problem = submission.problem();
                    let version = take(conn, &office, &desk, &action, act, actor, problem).await?;
                    for text in &submission.texts.0 {
                        let stream = submission.action.0;
                        store::texts::insert(conn, text.id, stream, &text.salt, &text.body).await?;
                    }
                    store::idempotency::finish(conn, owner, &submission.key, &version.to_string()).await?;
                    Ok(version)
                }
            })
            .await
    }
}

/// The action as it stands, from its row.
pub(crate) async fn load(conn: &mut Conn, id: CorrectiveActionId) -> Result<Option<CorrectiveAction>> {
    let Some((_, state)) = store::corrective_actions::state(conn, id.0).await? else {
        return Ok(None);
    };
    serde_json::from_str(&state).map(Some).map_err(corrupt)
}

/// Whom the cases behind an action are about, and who declared an interest in one: they do nothing in it (§3.1).
pub(crate) async fn apart(conn: &mut Conn, action: &CorrectiveAction) -> Result<BTreeMap<PersonId, Bar>> {
    let mut apart = BTreeMap::new();
    for &case in &action.cases {
        if let Some(case) = crate::execute::load(conn, case).await? {
            apart.extend(procedure::independence::apart(&case));
        }
    }
    Ok(apart)
}

/// Guard, check, append: one act, in the transaction it is part of. Answers with the new version.
async fn take(
    conn: &mut Conn,
    office: &Office,
    desk: &Desk<'_>,
    action: &CorrectiveAction,
    act: ActionAct,
    actor: Actor,
    summary: Option<String>,
) -> Result<u32> {
    let apart = apart(conn, action).await?;
    action.guard(actor, desk, &apart, act.kind())?;
    action.check(&act, actor, desk)?;
    let entry = action.record(act, actor, desk);
    keep(conn, office, desk, action, &entry, summary).await
}

async fn keep(
    conn: &mut Conn,
    office: &Office,
    desk: &Desk<'_>,
    before: &CorrectiveAction,
    entry: &ActionEntry,
    summary: Option<String>,
) -> Result<u32> {
    let stream = Stream::corrective_action(before.id.0);
    let event = NewEvent {
        at: At::from(entry.at).0,
        actor: entry.by.person().map(|person| person.0),
        kind: entry.act.kind().key().to_owned(),
        body: canonical(entry),
    };
    store::history::append(conn, &stream, i64::from(before.version), &[event]).await?;
    let mut action = before.clone();
    action.apply(entry);
    let known = store::corrective_actions::row_of(conn, action.id.0).await?;
    let (year, ordinal, number, summary) = match known {
        Some(row) => (row.year, row.ordinal, row.number, row.summary),
        None => {
            let year = desk.today.year();
            let ordinal = store::series::take(conn, office.id(), "corrective_action", year).await?;
            (
                i64::from(year),
                ordinal,
                format!("KP-{year}-{ordinal:03}"),
                summary.unwrap_or_default(),
            )
        }
    };
    let owed = owed(&action, desk);
    let known = ActionRow {
        id: action.id.0,
        year,
        ordinal,
        number,
        version: 0,
        stage: String::new(),
        owner_id: None,
        due_on: None,
        opened_on: On(desk.today),
        closed_on: None,
        summary,
    };
    let row = row_of(&action, &known, &owed);
    store::corrective_actions::put(conn, &row, &canonical(&action)).await?;
    crate::reminders::owe(conn, &stream, &row.number, &owed, desk.now).await?;
    let changed = [crate::webhooks::Event::ActionChanged];
    crate::webhooks::tell(conn, desk.now, &changed, &row.number, action.version).await?;
    for case in action.cases.difference(&before.cases) {
        store::corrective_actions::link(conn, case.0, action.id.0).await?;
    }
    Ok(action.version)
}

/// The line of an action as it stands; its number and the problem it was opened for stay as they are known.
pub(crate) fn row_of(
    action: &CorrectiveAction,
    known: &ActionRow,
    owed: &[store::obligations::Obligation],
) -> ActionRow {
    ActionRow {
        id: action.id.0,
        version: i64::from(action.version),
        stage: action.stage().key().to_owned(),
        owner_id: action.owner.map(|owner| owner.0),
        due_on: owed.iter().filter_map(|duty| duty.due_on).min().map(On),
        opened_on: action.opened.map_or(known.opened_on, |opened| On(opened.on)),
        closed_on: action.closed.map(|closed| On(closed.on)),
        ..known.clone()
    }
}

pub(crate) fn owed(action: &CorrectiveAction, desk: &Desk) -> Vec<store::obligations::Obligation> {
    let duties = duties(action, desk.periods);
    duties
        .into_iter()
        .map(|duty| store::obligations::Obligation {
            rule: procedure::Rule::S10.name().to_owned(),
            act: duty.act.key().to_owned(),
            holder: holder(action, &duty, desk),
            opens_on: Some(duty.opens_on),
            due_on: duty.due.map(|due| due.on),
            due_at: None,
            provisional: duty.due.is_some_and(|due| due.provisional),
            anchor: canonical(&(duty.nth, duty.term)),
        })
        .collect()
}

/// Whose list a duty stands in: for who left the owner answers, and for an owner who left QMR.
fn holder(action: &CorrectiveAction, duty: &ActionDuty, desk: &Desk) -> Holder {
    let role = |office: Bureau| Holder::Role {
        role: office.key().to_owned(),
        unit: None,
    };
    let Some(person) = duty.person else {
        return role(duty.office);
    };
    let mut answering = [Some(person), action.owner].into_iter().flatten();
    match answering.find(|&one| desk.staff.is_active(one)) {
        Some(one) => Holder::Person(one.0),
        None => role(Bureau::Qmr),
    }
}

impl App {
    /// Finds anew who owes what on an open action: the holders of its duties follow the staff.
    pub(crate) async fn follow_staff(&self, now: Timestamp, id: CorrectiveActionId) -> Result<()> {
        self.db
            .act(|mut conn| {
                let app = self.clone();
                async move {
                    let conn = &mut conn;
                    let office = app.office_in(conn).await?;
                    let action = load(conn, id).await?.ok_or(Error::NotFound)?;
                    let row = store::corrective_actions::row_of(conn, id.0).await?;
                    let row = row.ok_or(Error::NotFound)?;
                    let owed = owed(&action, &office.desk(now));
                    let stream = Stream::corrective_action(id.0);
                    crate::reminders::owe(conn, &stream, &row.number, &owed, now).await
                }
            })
            .await
    }
}

/// The act of a case that opens an action, or links one that exists.
pub(crate) async fn open_for_case(
    conn: &mut Conn,
    office: &Office,
    desk: &Desk<'_>,
    case: &Case,
    said: &OpenCorrectiveAction,
    actor: Actor,
    problem: &str,
) -> Result<()> {
    let existing = load(conn, said.action).await?;
    let act = match &existing {
        Some(_) => ActionAct::Link { case: Some(case.id) },
        None => ActionAct::Open {
            case: Some(case.id),
            problem: Some(said.problem.clone()),
            owner: Some(said.owner),
            preventive: false,
        },
    };
    let action = existing.unwrap_or_else(|| CorrectiveAction::blank(said.action));
    // The act of the case was permitted; the action's own guard knows offices but not a case's stand-ins.
    action.check(&act, actor, desk)?;
    let entry = action.record(act, actor, desk);
    keep(conn, office, desk, &action, &entry, Some(problem.to_owned())).await?;
    Ok(())
}
