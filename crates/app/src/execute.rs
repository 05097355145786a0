//! The one door through which a case changes: load, may, decide, append, commit. Pages, requests, imports and timers all pass it.

use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::record::{Named, canonical, owed, record};
use crate::submission::{Submission, new_id};
use crate::{App, actions, letters, outbox, reminders};
use jiff::Timestamp;
use procedure::case::acts::{Act, Receive};
use procedure::case::event::Entry;
use procedure::case::{Actor, decide, guard, recompute};
use procedure::{Case, CaseId, CaseNumber, Desk};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::history::{NewEvent, Stream};
use store::idempotency::Known;
use store::{At, Conn};
use uuid::Uuid;

/// What came of a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Executed {
    pub case: CaseId,
    pub number: CaseNumber,
    pub version: u32,
}

/// Who is no member of staff, among the owners of idempotency keys.
const fn owner_of(actor: Actor) -> Uuid {
    match actor {
        Actor::Person(person) => person.0,
        Actor::Complainant => Uuid::max(),
        Actor::System => Uuid::nil(),
    }
}

impl App {
    /// Does the acts of a submission, all or none, once for each key.
    ///
    /// # Errors
    /// The refusal with its rule, the fields that cannot stand, what was added meanwhile, or a failure of storage.
    pub async fn execute(&self, now: Timestamp, actor: Actor, submission: Submission) -> Result<Executed> {
        let submission = Arc::new(submission);
        let digest = Arc::new(submission.digest());
        let owner = owner_of(actor);
        let executed = self
            .db
            .act(|mut conn| {
                let (app, submission, digest) = (self.clone(), submission.clone(), digest.clone());
                async move {
                    let conn = &mut conn;
                    match store::idempotency::begin(conn, owner, &submission.key, &digest, now).await? {
                        Known::Fresh => {}
                        Known::Done(outcome) => return serde_json::from_str(&outcome).map_err(corrupt),
                        Known::Other => return Err(Error::KeyReused),
                    }
                    let office = app.office_in(conn).await?;
                    let done = perform(conn, &office, now, actor, &submission).await?;
                    store::idempotency::finish(conn, owner, &submission.key, &canonical(&done)).await?;
                    Ok(done)
                }
            })
            .await;
        if let Ok(done) = &executed {
            // Only what is committed is told.
            self.live
                .changed(done.case, done.number.to_string(), done.version);
        }
        executed
    }

    /// The case as it stands, for whoever acts in the name of people: a script, an interface.
    ///
    /// # Errors
    /// `NotFound`, or a failure of storage.
    pub async fn case_as_it_stands(&self, id: CaseId) -> Result<Case> {
        self.db
            .read(|mut conn| async move { load(&mut conn, id).await?.ok_or(Error::NotFound) })
            .await
    }

    /// Recomputes the dates of one open case under the calendar and periods in force; `false` when none moved.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn recompute(&self, now: Timestamp, id: CaseId) -> Result<bool> {
        self.db
            .act(|mut conn| {
                let app = self.clone();
                async move {
                    let conn = &mut conn;
                    let office = app.office_in(conn).await?;
                    let before = load(conn, id).await?.ok_or(Error::NotFound)?;
                    let office = office.for_case(conn, &before).await?;
                    let desk = office.desk(now);
                    let recorded = recompute(&before, &desk);
                    let changed = !recorded.entries.is_empty();
                    if changed {
                        keep(
                            conn,
                            &office,
                            &desk,
                            &before,
                            &recorded.case,
                            &recorded.entries,
                            None,
                        )
                        .await?;
                    } else {
                        // The holders of duties follow the staff even where no date moves.
                        rewrite(conn, &before, &desk).await?;
                    }
                    Ok(changed)
                }
            })
            .await
    }
}

async fn perform(
    conn: &mut Conn,
    office: &Office,
    now: Timestamp,
    actor: Actor,
    submission: &Submission,
) -> Result<Executed> {
    let before = match submission.case {
        Some(id) => load(conn, id).await?.ok_or(Error::NotFound)?,
        None => Case::blank(CaseId(new_id())),
    };
    if let Some(seen) = submission.seen
        && seen != before.version
    {
        return Err(Error::Overtaken(entries_after(conn, before.id, seen).await?));
    }
    for (id, party) in &submission.parties {
        office.keep_party(conn, *id, party, now).await?;
    }
    let office = &office.for_case(conn, &before).await?;
    let desk = office.desk(now);
    let mut case = before.clone();
    let mut entries = Vec::new();
    for act in &submission.acts {
        let permit = guard(&case, actor, &desk, act.kind())?;
        let number = match act {
            Act::Receive(_) => Some(next_number(conn, office, &desk).await?),
            _ => None,
        };
        let recorded = decide(&case, act.clone(), permit, &desk, number)?;
        let aside = Aside {
            office,
            desk: &desk,
            actor,
            texts: &submission.texts,
        };
        aside.keep(conn, &case, act).await?;
        case = recorded.case;
        entries.extend(recorded.entries);
    }
    for text in &submission.texts.0 {
        store::texts::insert(conn, text.id, case.id.0, &text.salt, &text.body).await?;
    }
    let words = submission
        .texts
        .0
        .iter()
        .map(|text| text.body.as_str())
        .collect::<Vec<_>>();
    let written = (!words.is_empty()).then(|| words.join("\n"));
    attach(conn, &submission.acts, case.id, now).await?;
    let summary = first_words(submission);
    keep(
        conn,
        office,
        &desk,
        &before,
        &case,
        &entries,
        Some(Written {
            summary,
            words: written,
        }),
    )
    .await?;
    if let Some(linked) = &submission.mail {
        crate::inbox::link(conn, office, linked, case.id, now).await?;
    }
    let number = case.number.ok_or_else(|| corrupt("a case without a number"))?;
    Ok(Executed {
        case: case.id,
        number,
        version: case.version,
    })
}

/// What a submission adds to what can be searched.
pub(crate) struct Written {
    pub summary: Option<String>,
    pub words: Option<String>,
}

/// The case as it stands, from its row.
pub(crate) async fn load(conn: &mut Conn, id: CaseId) -> Result<Option<Case>> {
    let Some((_, state)) = store::cases::state(conn, id.0).await? else {
        return Ok(None);
    };
    serde_json::from_str(&state).map(Some).map_err(corrupt)
}

/// The history of a case from its line `seen` on.
pub(crate) async fn entries_after(conn: &mut Conn, id: CaseId, seen: u32) -> Result<Vec<Entry>> {
    let events = store::history::events_after(conn, &Stream::case(id.0), i64::from(seen)).await?;
    events
        .iter()
        .map(|event| serde_json::from_str(&event.body).map_err(corrupt))
        .collect()
}

async fn next_number(conn: &mut Conn, office: &Office, desk: &Desk<'_>) -> Result<CaseNumber> {
    let year = desk.today.year();
    let ordinal = store::series::take(conn, office.id(), "case", year).await?;
    Ok(CaseNumber {
        year,
        ordinal: u32::try_from(ordinal).map_err(corrupt)?,
    })
}

/// Appends the lines and writes the case, its duties and its searchable text down as they now stand.
pub(crate) async fn keep(
    conn: &mut Conn,
    office: &Office,
    desk: &Desk<'_>,
    before: &Case,
    case: &Case,
    entries: &[Entry],
    written: Option<Written>,
) -> Result<()> {
    let stream = Stream::case(case.id.0);
    let events: Vec<NewEvent> = entries.iter().map(event).collect();
    store::history::append(conn, &stream, i64::from(before.version), &events).await?;
    let row = store::cases::row_of(conn, case.id.0).await?;
    let named = match case.complainant.party {
        Some(party) => office.named(conn, party).await?,
        None => Named::default(),
    };
    let stored = row.map(|row| row.summary);
    let said = written.as_ref().and_then(|written| written.summary.clone());
    let summary = stored.or(said).unwrap_or_default();
    store::cases::put(conn, &record(case, &named, &summary, desk.now)).await?;
    rewrite(conn, case, desk).await?;
    crate::webhooks::tell_of_case(conn, desk.now, before, case, entries).await?;
    let words = written.and_then(|written| written.words);
    let renumbered = crate::search::numbers(before) != crate::search::numbers(case);
    if words.is_some() || renumbered {
        crate::search::index(conn, case, &named).await?;
    }
    Ok(())
}

async fn rewrite(conn: &mut Conn, case: &Case, desk: &Desk<'_>) -> Result<()> {
    let number = case.number.map(|number| number.to_string()).unwrap_or_default();
    reminders::owe(
        conn,
        &Stream::case(case.id.0),
        &number,
        &owed(case, desk),
        desk.now,
    )
    .await
}

pub(crate) fn event(entry: &Entry) -> NewEvent {
    use procedure::case::Event;
    let kind = match &entry.event {
        Event::Acted { act, .. } => act.kind().key(),
        Event::Dated { .. } => "dated",
        Event::Vacated { .. } => "vacated",
        Event::SetAside { .. } => "set_aside",
        Event::Transcribed(_) => "transcribed",
    };
    NewEvent {
        at: At::from(entry.at).0,
        actor: entry.by.person().map(|person| person.0),
        kind: kind.to_owned(),
        body: canonical(entry),
    }
}

/// What some acts do beside the case: the books of letters, and the corrective action they open.
struct Aside<'a> {
    office: &'a Office,
    desk: &'a Desk<'a>,
    actor: Actor,
    texts: &'a crate::Texts,
}

impl Aside<'_> {
    async fn keep(&self, conn: &mut Conn, case: &Case, act: &Act) -> Result<()> {
        let (office, desk) = (self.office, self.desk);
        outbox::letters::of_act(conn, office, case, act, desk.now).await?;
        match act {
            Act::OpenCorrectiveAction(said) => {
                let problem = self.texts.get(said.problem.id).unwrap_or_default();
                actions::open_for_case(conn, office, desk, case, said, self.actor, problem).await
            }
            Act::NumberLetter(said) => letters::number(conn, office, desk, case, said).await,
            Act::DispatchLetter(said) => {
                let tracking = said.tracking.as_ref().and_then(|text| self.texts.get(text.id));
                letters::dispatch(conn, desk, case, said, tracking.unwrap_or_default()).await
            }
            Act::RecordIncoming(said) => letters::incoming(conn, office, desk, case, said).await,
            _ => Ok(()),
        }
    }
}

/// Files staged earlier become part of the case with the act that names them.
async fn attach(conn: &mut Conn, acts: &[Act], case: CaseId, now: Timestamp) -> Result<()> {
    for act in acts {
        let files = match act {
            Act::Receive(said) => &said.documents,
            Act::AddEvidence(said) => &said.documents,
            Act::HearFromComplainant(said) => &said.documents,
            Act::SignLetter(said) => &said.documents,
            Act::RecordGoverningLetter(said) => &said.documents,
            _ => continue,
        };
        for file in files {
            store::documents::attach(conn, file.id.0, case.0, now).await?;
        }
    }
    Ok(())
}

/// The line of the register: the beginning of what the complainant said.
fn first_words(submission: &Submission) -> Option<String> {
    submission.acts.iter().find_map(|act| match act {
        Act::Receive(Receive { content, .. }) => submission.texts.get(content.id).map(headline),
        _ => None,
    })
}

/// The beginning of a text, on one line.
pub(crate) fn headline(text: &str) -> String {
    const LENGTH: usize = 200;
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= LENGTH {
        return flat;
    }
    let mut cut: String = flat.chars().take(LENGTH).collect();
    cut.push('…');
    cut
}
