//! Reminders and escalation: each duty reminds whoever owes it before, on and after its day; what is late goes up the line, the thirty
//! days to the Director; where there is nobody to tell, that is told. A reminder says number, act, rule and day, and nothing of the case.

mod line;
mod mailing;
mod step;

pub use mailing::Way;
pub use step::{Pace, Step};

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::record::blocked;
use crate::submission::new_id;
use jiff::{SignedDuration, Timestamp, ToSpan};
use line::Crew;
use procedure::obligations::s12::Sight;
use procedure::{Case, PersonId, Rule};
use std::collections::BTreeSet;
use store::history::{Stream, StreamKind};
use store::obligations::{Obligation, Owed};
pub use store::reminders::Reminder;
use store::{At, Conn, On};

/// How far ahead the day of a duty may lie for its first reminder: half of a term of four months.
const AHEAD: i64 = 60;
/// How many duties are walked through at a time.
const PAGE: i64 = 200;
/// So many reminders are listed.
const LISTED: i64 = 200;
/// Nobody is reminded before this hour of the day where the centre is.
const MORNING: i8 = 7;
/// What ended is forgotten after this long.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 60);

/// What is owed on a stream is written down, and reminders of what is owed no more end.
pub(crate) async fn owe(
    conn: &mut Conn,
    stream: &Stream,
    number: &str,
    owed: &[Obligation],
    now: Timestamp,
) -> Result<()> {
    store::obligations::rewrite(conn, stream, number, owed).await?;
    let duties: Vec<String> = owed.iter().map(|owed| duty(stream, owed)).collect();
    Ok(store::reminders::keep_only(conn, stream, &duties, now).await?)
}

/// A duty by name and day.
fn duty(stream: &Stream, owed: &Obligation) -> String {
    let anchor: serde_json::Value = serde_json::from_str(&owed.anchor).unwrap_or_default();
    let nth = anchor
        .get(0)
        .and_then(serde_json::Value::as_u64)
        .unwrap_or_default();
    let due = owed.due_on.map(|due| due.to_string()).unwrap_or_default();
    format!("{}:{}:{}:{nth}:{due}", stream.id, owed.rule, owed.act)
}

impl App {
    /// Reminds of everything that is due to be reminded of now; answers with how many reminders are new.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn remind(&self, now: Timestamp) -> Result<usize> {
        let office = self.office().await?;
        if office.zone.to_datetime(now).hour() < MORNING {
            return Ok(0);
        }
        let today = office.desk(now).today;
        let before = today.saturating_add(AHEAD.days());
        let mut after = None;
        let mut told = BTreeSet::new();
        let mut count = 0;
        loop {
            let place = after.as_ref();
            let page = self
                .db
                .read(|mut conn| async move {
                    Ok::<_, Error>(store::obligations::overdue(&mut conn, &[], before, place, PAGE).await?)
                })
                .await?;
            let Some(last) = page.last() else { break };
            let (office, page) = (&office, &page);
            let people = self
                .db
                .act(|mut conn| async move {
                    let crew = Crew::of(office, today);
                    let mut people = Vec::new();
                    for owed in page {
                        let teller = Teller {
                            office,
                            crew: &crew,
                            owed,
                            now,
                        };
                        people.extend(teller.tell(&mut conn).await?);
                    }
                    Ok::<_, Error>(people)
                })
                .await?;
            count += people.len();
            told.extend(people);
            after = Some(last.place.clone());
        }
        self.mail_reminders(now).await?;
        for person in told {
            self.live.reminded(person);
        }
        Ok(count)
    }

    /// The reminders of a person that still hold, latest first.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn reminders(&self, person: PersonId) -> Result<Vec<Reminder>> {
        self.db
            .read(
                |mut conn| async move { Ok(store::reminders::of_person(&mut conn, person.0, LISTED).await?) },
            )
            .await
    }

    /// How many of them the person has not read.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn unread_reminders(&self, person: PersonId) -> Result<u64> {
        let unread =
            self.db
                .read(|mut conn| async move {
                    Ok::<_, Error>(store::reminders::unread(&mut conn, person.0).await?)
                })
                .await?;
        u64::try_from(unread).map_err(corrupt)
    }

    /// The person has read everything up to an instant.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn reminders_read(&self, now: Timestamp, person: PersonId, until: Timestamp) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::reminders::read(&mut conn, person.0, until, now).await?)
            })
            .await?;
        self.live.reminded(person);
        Ok(())
    }

    pub(crate) async fn forget_reminders(&self, now: Timestamp) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                store::reminders::forget(&mut conn, now - KEPT).await?;
                Ok::<_, Error>(())
            })
            .await
    }
}

/// Tells of one duty.
struct Teller<'a> {
    office: &'a Office,
    crew: &'a Crew<'a>,
    owed: &'a Owed,
    now: Timestamp,
}

impl Teller<'_> {
    /// Answers with those who were told.
    async fn tell(&self, conn: &mut Conn) -> Result<Vec<PersonId>> {
        let owed = &self.owed.obligation;
        let Some(due) = owed.due_on else {
            return Ok(Vec::new());
        };
        let today = self.office.desk(self.now).today;
        let mut told = Vec::new();
        let holders = self.crew.holders(&owed.holder);
        let mut concerned = holders.clone();
        concerned.extend(self.crew.superiors(&owed.holder).into_iter().flatten());
        concerned.extend(self.crew.directors());
        concerned.extend(self.crew.guardians());
        let name = duty(&self.owed.stream, owed);
        let concerned: Vec<_> = concerned.iter().map(|person| person.0).collect();
        store::reminders::leave(conn, &name, &concerned, self.now).await?;
        let step = step::of_holder(owed.opens_on, due, today, &self.office.settings.reminders);
        if let Some(step) = step {
            // A duty that nobody can do is nobody's fault and somebody's business.
            if self.at(conn, step, &holders, &mut told).await? == Reached::Nobody {
                self.at(conn, Step::Nobody, &self.crew.guardians(), &mut told)
                    .await?;
            }
        }
        if let Some(rank) = step::rank(due, today) {
            self.go_up(conn, rank, &mut told).await?;
        }
        if owed.rule == Rule::B2_4.name()
            && let Some(step) = step::of_director(due, today)
            && self.at(conn, step, &self.crew.directors(), &mut told).await? == Reached::Nobody
        {
            self.at(conn, Step::NoSuperior(u8::MAX), &self.crew.guardians(), &mut told)
                .await?;
        }
        Ok(told)
    }

    /// To the superiors of a rank; where there are none, that is said, and the next rank is told.
    async fn go_up(&self, conn: &mut Conn, rank: u8, told: &mut Vec<PersonId>) -> Result<()> {
        let ranks = self.crew.superiors(&self.owed.obligation.holder);
        let first = usize::from(rank - 1).min(ranks.len().saturating_sub(1));
        for (place, people) in ranks.iter().enumerate().skip(first) {
            let rank = u8::try_from(place + 1).unwrap_or(u8::MAX);
            if self.at(conn, Step::Superior(rank), people, told).await? == Reached::Somebody {
                return Ok(());
            }
            let guardians = self.crew.guardians();
            self.at(conn, Step::NoSuperior(rank), &guardians, told).await?;
        }
        Ok(())
    }

    /// Tells these people, those of them who may know of the matter.
    async fn at(
        &self,
        conn: &mut Conn,
        step: Step,
        people: &BTreeSet<PersonId>,
        told: &mut Vec<PersonId>,
    ) -> Result<Reached> {
        let (duty, key) = (duty(&self.owed.stream, &self.owed.obligation), step.key());
        let known = store::reminders::told(conn, &duty, &key).await?;
        if !people.is_empty() && people.iter().all(|person| known.contains(&person.0)) {
            return Ok(Reached::Somebody);
        }
        let mut reached = Reached::Nobody;
        for person in self.who_may_know(conn, step, people).await? {
            reached = Reached::Somebody;
            let reminder = Reminder {
                id: new_id(),
                duty: duty.clone(),
                step: key.clone(),
                person_id: person.0,
                stream_kind: self.owed.stream.kind.as_str().to_owned(),
                stream_id: self.owed.stream.id,
                number: self.owed.number.clone(),
                rule: self.owed.obligation.rule.clone(),
                act: self.owed.obligation.act.clone(),
                due_on: self.owed.obligation.due_on.map(On),
                at: At::from(self.now),
                read_at: None,
                mailed_at: None,
                ended_at: None,
            };
            if store::reminders::put(conn, &reminder).await? {
                told.push(person);
            }
        }
        Ok(reached)
    }

    /// Of a case only those who may know of it and are not kept out of it (S12, S4). That an office is empty is also for whoever appoints:
    /// number, act, rule and day say nothing of a case.
    async fn who_may_know(
        &self,
        conn: &mut Conn,
        step: Step,
        people: &BTreeSet<PersonId>,
    ) -> Result<Vec<PersonId>> {
        let mut may = Vec::new();
        let id = self.owed.stream.id;
        let case = match self.owed.stream.kind {
            StreamKind::Case => Some(id),
            StreamKind::Mail => store::mail::one(conn, id).await?.and_then(|mail| mail.case_id),
            StreamKind::OutgoingMail => store::outbox::one(conn, id).await?.and_then(|mail| mail.case_id),
            StreamKind::CorrectiveAction | StreamKind::YearBook | StreamKind::Administration => None,
        };
        let Some(case) = case else {
            may.extend(people.iter().copied());
            return Ok(may);
        };
        let Some((_, state)) = store::cases::state(conn, case).await? else {
            return Ok(may);
        };
        let case: Case = serde_json::from_str(&state).map_err(corrupt)?;
        let kept_out = blocked(&case);
        for &person in people.difference(&kept_out) {
            let is_of_office = matches!(step, Step::Nobody | Step::NoSuperior(_));
            if is_of_office || self.office.sight(conn, &case, person, self.now).await? != Sight::Nothing {
                may.push(person);
            }
        }
        Ok(may)
    }
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Reached {
    Somebody,
    Nobody,
}
