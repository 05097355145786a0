//! Work that nobody waits for: jobs that acts left behind, and what each day asks of the product itself. It is told the time.

use crate::App;
use crate::error::{Error, Result};
use crate::people::may_administer;
use crate::submission::{Submission, new_id};
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};
use procedure::case::acts::{Act, ActKind};
use procedure::case::{Actor, Why};
use procedure::{CaseId, CorrectiveActionId, PersonId};
use store::history::StreamKind;
use store::jobs::{Job, NewJob};
use uuid::Uuid;

/// The job that computes all open cases anew.
pub const RECOMPUTE: &str = "recompute";
/// The job of each day.
pub const SWEEP: &str = "sweep";

/// The job that reminds, every hour.
pub const REMIND: &str = "remind";

/// A claimant that vanishes loses its jobs after this long.
const LEASE: SignedDuration = SignedDuration::from_mins(10);
const BETWEEN_REMINDERS: SignedDuration = SignedDuration::from_hours(1);
/// How many jobs are claimed at once.
const AT_ONCE: i64 = 8;
/// After so many attempts a job is dead and waits for the administrator.
const ATTEMPTS: i64 = 8;
/// A worker looks for work at least this often.
const REST: SignedDuration = SignedDuration::from_secs(5);
/// How many cases are walked through at a time.
const PAGE: i64 = 200;
/// Answers to requests are remembered this long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Files that no act took up are kept this long.
const UNATTACHED: SignedDuration = crate::papers::KEPT;

impl App {
    /// Does every job that is due, and answers when to come again.
    ///
    /// # Errors
    /// A failure of storage; a job that fails is retried and is no error.
    pub async fn work_through(&self, now: Timestamp) -> Result<Timestamp> {
        self.plan_sweep(now).await?;
        loop {
            let jobs = self
                .db
                .act(|mut conn| async move {
                    Ok::<_, Error>(store::jobs::claim(&mut conn, now, now + LEASE, AT_ONCE).await?)
                })
                .await?;
            if jobs.is_empty() {
                break;
            }
            for job in jobs {
                self.take_up(now, &job).await?;
            }
        }
        let next = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::jobs::next_at(&mut conn).await?) })
            .await?;
        let latest = now + REST;
        Ok(next.map_or(latest, |next| {
            next.clamp(now + SignedDuration::from_secs(1), latest)
        }))
    }

    /// A sweep waits always, once there is an organisation: the first one at once, each other one on the next day.
    async fn plan_sweep(&self, now: Timestamp) -> Result<()> {
        if self.needs_setup().await? {
            return Ok(());
        }
        self.db
            .act(|mut conn| async move {
                store::jobs::enqueue(&mut conn, &sweep_at(now)).await?;
                store::jobs::enqueue(&mut conn, &remind_at(now)).await?;
                Ok(())
            })
            .await
    }

    async fn take_up(&self, now: Timestamp, job: &Job) -> Result<()> {
        let outcome = self.perform(now, job).await;
        let next = match job.kind.as_str() {
            SWEEP => Some(sweep_at(self.tomorrow(now).await?)),
            REMIND => Some(remind_at(now + BETWEEN_REMINDERS)),
            _ => None,
        };
        let (id, attempts) = (job.id, job.attempts);
        let failure = outcome.err().map(|error| error.to_string());
        if let Some(failure) = &failure {
            tracing::warn!(
                job.kind = job.kind,
                job.attempts = attempts,
                error = failure,
                "a job failed"
            );
        }
        self.db
            .act(|mut conn| {
                let (failure, next) = (failure.clone(), next.clone());
                async move {
                    let conn = &mut conn;
                    match failure {
                        Some(error) if attempts >= ATTEMPTS => {
                            store::jobs::bury(conn, id, now, &error).await?;
                            if let Some(again) = next {
                                store::jobs::enqueue(conn, &again).await?;
                            }
                        }
                        Some(error) => {
                            store::jobs::retry(conn, id, now + backoff(attempts), &error).await?;
                        }
                        None => {
                            store::jobs::done(conn, id).await?;
                            if let Some(again) = next {
                                store::jobs::enqueue(conn, &again).await?;
                            }
                        }
                    }
                    Ok::<_, Error>(())
                }
            })
            .await
    }

    async fn perform(&self, now: Timestamp, job: &Job) -> Result<()> {
        match job.kind.as_str() {
            RECOMPUTE => {
                let newest = self.office().await?.organisation.version;
                // Each change left a job of its own; the last one does for all.
                if job.payload.parse::<i64>().is_ok_and(|version| version < newest) {
                    return Ok(());
                }
                self.recompute_all(now).await?;
                self.judge_closed(now).await
            }
            SWEEP => self.sweep(now).await,
            REMIND => {
                let told = self.remind(now).await?;
                tracing::info!(reminders.new = told, "people were reminded");
                Ok(())
            }
            other => Err(crate::error::corrupt(format!("no job is called {other}"))),
        }
    }

    /// Computes every open case anew; answers with how many had dates that moved.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn recompute_all(&self, now: Timestamp) -> Result<usize> {
        let mut after = None;
        let mut moved = 0;
        loop {
            let page =
                self.db
                    .read(|mut conn| async move {
                        Ok::<_, Error>(store::cases::open(&mut conn, after, PAGE).await?)
                    })
                    .await?;
            for (id, _) in &page {
                moved += usize::from(self.recompute(now, CaseId(*id)).await?);
            }
            let Some((_, last)) = page.last() else { break };
            after = Some(*last);
        }
        self.actions_follow_staff(now).await?;
        self.mails_follow_house(now).await?;
        self.outbox_follows_house(now).await?;
        tracing::info!(cases.moved = moved, "the open cases were computed anew");
        Ok(moved)
    }

    async fn actions_follow_staff(&self, now: Timestamp) -> Result<()> {
        let mut after = None;
        loop {
            let page = self
                .db
                .read(|mut conn| async move {
                    Ok::<_, Error>(store::corrective_actions::open(&mut conn, after, PAGE).await?)
                })
                .await?;
            for (id, _) in &page {
                self.follow_staff(now, CorrectiveActionId(*id)).await?;
            }
            let Some((_, last)) = page.last() else { break };
            after = Some(*last);
        }
        Ok(())
    }

    /// S4: an interest found later obliges an independent decision anew, also where the case is closed.
    async fn judge_closed(&self, now: Timestamp) -> Result<()> {
        let names = self.office().await?.clients_with_ties();
        if names.is_empty() {
            return Ok(());
        }
        let names = &names;
        let mut after = None;
        loop {
            let page = self
                .db
                .read(|mut conn| async move {
                    let found = store::cases::closed_of_clients(&mut conn, names, after, PAGE);
                    Ok::<_, Error>(found.await?)
                })
                .await?;
            for (id, _) in &page {
                self.recompute(now, CaseId(*id)).await?;
            }
            let Some((_, last)) = page.last() else { break };
            after = Some(*last);
        }
        Ok(())
    }

    /// What each day asks: silence lapses, duties find their holders of today, what is no longer needed is forgotten.
    async fn sweep(&self, now: Timestamp) -> Result<()> {
        let lapsed = self.lapse_all(now).await?;
        self.recompute_all(now).await?;
        self.owe_year_books(now).await?;
        self.forget(now).await?;
        self.forget_reminders(now).await?;
        let files = self.blobs.sweep(&self.db, now - UNATTACHED).await?;
        self.db.tend().await?;
        tracing::info!(
            cases.lapsed = lapsed,
            files.removed = files,
            "the day's sweep is done"
        );
        Ok(())
    }

    /// S7, S8: where the term for a rejection, or for recourse outside, has passed unused, the right lapses.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn lapse_all(&self, now: Timestamp) -> Result<usize> {
        let today = self.office().await?.desk(now).today;
        // The two duties that wait for a word of the complainant: that the outcome is rejected (S7), that recourse was taken (S8).
        let acts = [ActKind::RecordResponse, ActKind::RecordRecourse].map(|act| act.key().to_owned());
        let acts = &acts;
        let mut after = None;
        let mut lapsed = 0;
        loop {
            let place = after.as_ref();
            let page = self
                .db
                .read(|mut conn| async move {
                    Ok::<_, Error>(store::obligations::overdue(&mut conn, acts, today, place, PAGE).await?)
                })
                .await?;
            for owed in page.iter().filter(|owed| owed.stream.kind == StreamKind::Case) {
                lapsed += usize::from(self.lapse(now, CaseId(owed.stream.id), &owed.number).await?);
            }
            let Some(last) = page.last() else { break };
            after = Some(last.place.clone());
        }
        Ok(lapsed)
    }

    async fn lapse(&self, now: Timestamp, case: CaseId, number: &str) -> Result<bool> {
        let submission = Submission {
            case: Some(case),
            key: format!("lapse:{}", new_id()),
            acts: vec![Act::Lapse],
            ..Submission::default()
        };
        match self.execute(now, Actor::System, submission).await {
            Ok(_) => {
                tracing::info!(case.number = number, "a term passed unused and lapsed");
                Ok(true)
            }
            // Somebody acted in between, or the day is not over yet where the centre is.
            Err(Error::Refused(refusal)) => {
                let expected = matches!(refusal.why, Why::NotDueYet | Why::OtherRoad | Why::Closed);
                if !expected {
                    tracing::warn!(case.number = number, why = ?refusal.why, "a term could not lapse");
                }
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// B2.8: each year that passed since the organisation was set up has its compilation, also one without any case.
    async fn owe_year_books(&self, now: Timestamp) -> Result<()> {
        let office = self.office().await?;
        let set_up = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::organisation::set_up_at(&mut conn).await?) })
            .await?;
        let first = office.desk(set_up.unwrap_or(now)).today.year();
        for year in first..office.desk(now).today.year() {
            self.ensure_year_book(now, year).await?;
        }
        Ok(())
    }

    async fn forget(&self, now: Timestamp) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                store::sessions::forget(&mut conn, now).await?;
                store::attempts::forget(&mut conn, now - SignedDuration::from_hours(24)).await?;
                store::idempotency::forget(&mut conn, now - REMEMBERED).await?;
                store::papers::forget(&mut conn, now - crate::papers::KEPT).await?;
                store::portal::forget(&mut conn, now).await?;
                store::api_tokens::forget(&mut conn, now - crate::tokens::REMEMBERED).await?;
                store::webhooks::forget(&mut conn, now - REMEMBERED).await?;
                store::outbox::forget(&mut conn, now - crate::outbox::KEPT).await?;
                Ok(())
            })
            .await
    }

    /// Shortly after midnight where the centre is.
    async fn tomorrow(&self, now: Timestamp) -> Result<Timestamp> {
        let office = self.office().await?;
        let day = office.desk(now).today.tomorrow().map_err(crate::error::corrupt)?;
        let night = day.to_datetime(Time::constant(0, 5, 0, 0));
        office.zone.to_timestamp(night).map_err(crate::error::corrupt)
    }

    /// The jobs that failed for good, latest first.
    ///
    /// # Errors
    /// `Denied` to all but administrators.
    pub async fn dead_jobs(&self, now: Timestamp, person: PersonId, limit: i64) -> Result<Vec<Job>> {
        self.db
            .read(|mut conn| async move {
                let office = self.office_in(&mut conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                Ok(store::jobs::dead(&mut conn, limit).await?)
            })
            .await
    }

    /// Has a dead job tried again.
    ///
    /// # Errors
    /// `NotFound` when no dead job has this identity, `Denied` to all but administrators.
    pub async fn revive_job(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let office = self.office_in(&mut conn).await?;
                may_administer(&office, Actor::Person(person), now)?;
                if store::jobs::revive(&mut conn, id, now).await? {
                    Ok(())
                } else {
                    Err(Error::NotFound)
                }
            })
            .await
    }
}

fn remind_at(at: Timestamp) -> NewJob {
    NewJob {
        id: new_id(),
        kind: REMIND.to_owned(),
        payload: String::new(),
        key: Some(REMIND.to_owned()),
        run_at: at,
    }
}

fn sweep_at(at: Timestamp) -> NewJob {
    NewJob {
        id: new_id(),
        kind: SWEEP.to_owned(),
        payload: String::new(),
        key: Some(SWEEP.to_owned()),
        run_at: at,
    }
}

/// Half a minute after the first failure, then four times as long each time, at most six hours.
fn backoff(attempts: i64) -> SignedDuration {
    let times = u32::try_from(attempts.clamp(1, 8) - 1).unwrap_or_default();
    SignedDuration::from_secs((30 * 4_i64.pow(times)).min(6 * 3600))
}
