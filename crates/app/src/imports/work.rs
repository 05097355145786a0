//! The work on imports that nobody waits for: looking a file through, entering it in one transaction, taking it out again.

use super::{Import, Report, State, mapped, undo};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::transcribe::{Entering, OldRecord, Pages, Source, take_in};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use procedure::case::Actor;
use std::collections::BTreeMap;
use std::path::PathBuf;
use store::At;
use transcription::{Mapping, Records, survey};

/// Whoever tells nothing for so long has vanished. While a register is entered nothing can be told on SQLite, where nobody else works.
const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// After so many attempts it is given up.
const ATTEMPTS: i64 = 3;

/// A file under a mapping that is settled, read as often as it is asked for.
pub struct OnDisk {
    pub path: PathBuf,
    pub mapping: Mapping,
    pub today: Date,
    /// As the survey counted them.
    pub days: BTreeMap<Date, u32>,
}

impl Source for OnDisk {
    fn days(&self) -> &BTreeMap<Date, u32> {
        &self.days
    }

    fn pages(&self) -> std::result::Result<Pages<'_>, String> {
        let records = Records::open(&self.path, &self.mapping, self.today).map_err(|why| why.to_string())?;
        let page = |page: std::result::Result<Vec<transcription::OldRecord>, _>| {
            let page = page.map_err(|why: transcription::Refused| why.to_string())?;
            Ok(page.iter().map(mapped::old_record).collect::<Vec<OldRecord>>())
        };
        Ok(Box::new(records.map(page)))
    }
}

impl App {
    /// Where only one process can be at work, whatever was begun before it started is taken up at once.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn take_imports_up_again(&self) -> Result<()> {
        if self.db.kind() != "sqlite" {
            return Ok(());
        }
        self.db
            .act(|mut conn| async move { Ok::<_, Error>(store::imports::release(&mut conn).await?) })
            .await
    }

    /// Works on every import that waits; answers how many there were.
    ///
    /// # Errors
    /// A failure of storage while looking for work; what fails with one import stands with it.
    pub async fn work_on_imports(&self, clock: &(dyn Fn() -> Timestamp + Send + Sync)) -> Result<usize> {
        let mut worked = 0;
        while let Some(import) = self.claim_import(clock()).await? {
            worked += 1;
            let outcome = match import.state {
                _ if import.row.attempts > ATTEMPTS => Err(Given::Up),
                State::Checking => self.look_through(clock, &import).await.map_err(Given::from),
                State::Entering => self.enter(clock, &import).await.map_err(Given::from),
                State::Undoing => undo::undo(self, clock(), &import).await.map_err(Given::from),
                State::Draft
                | State::Checked
                | State::Done
                | State::Undone
                | State::Failed
                | State::Dropped => Ok(()),
            };
            self.entering.end(import.id);
            if let Err(why) = outcome {
                self.fail_import(clock(), &import, &why).await?;
            }
        }
        Ok(worked)
    }

    async fn claim_import(&self, now: Timestamp) -> Result<Option<Import>> {
        let row = self
            .db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::imports::claim(&mut conn, now, now + LEASE).await?)
            })
            .await?;
        row.map(Import::try_from).transpose()
    }

    async fn look_through(
        &self,
        clock: &(dyn Fn() -> Timestamp + Send + Sync),
        import: &Import,
    ) -> Result<()> {
        let path = self.file_of(import).await?;
        let today = self.office().await?.desk(clock()).today;
        let mapping = import.mapping.clone();
        let (told, mut heard) = tokio::sync::watch::channel(0);
        let work = tokio::task::spawn_blocking(move || {
            survey(&path, mapping.as_ref(), today, &mut |done| {
                told.send_replace(done);
            })
        });
        // The channel closes when the work ends.
        while heard.changed().await.is_ok() {
            let done = i64::try_from(*heard.borrow_and_update()).unwrap_or_default();
            self.tell_progress(clock(), import, done).await?;
        }
        let looked = work.await.map_err(corrupt)?;
        let report = Report::of(looked.as_ref()).map_err(corrupt)?;
        let report = serde_json::to_string(&report).map_err(corrupt)?;
        let mapping = match &looked {
            Ok(survey) => serde_json::to_string(&survey.mapping).map_err(corrupt)?,
            Err(_) => import.row.mapping.clone(),
        };
        self.end_work(import, |row| {
            State::Checked.key().clone_into(&mut row.state);
            row.report.clone_from(&report);
            row.mapping.clone_from(&mapping);
        })
        .await
    }

    async fn tell_progress(&self, now: Timestamp, import: &Import, done: i64) -> Result<()> {
        let (id, whole) = (import.id, import.row.whole);
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::imports::progress(&mut conn, id, done, whole, now + LEASE).await?)
            })
            .await
    }

    /// One transaction: whatever breaks it off, nothing of it is there.
    async fn enter(&self, clock: &(dyn Fn() -> Timestamp + Send + Sync), import: &Import) -> Result<()> {
        let (Some(mapping), Some(report)) = (import.mapping.clone(), import.report.clone()) else {
            return Err(Error::NotFound);
        };
        let now = clock();
        let source = OnDisk {
            path: self.file_of(import).await?,
            mapping,
            today: self.office().await?.desk(now).today,
            days: report.days,
        };
        let by = import.by.map_or(Actor::System, Actor::Person);
        let tell = |done| self.entering.tell(import.id, done);
        let (app, source, tell) = (self, &source, &tell);
        let entered = self.db.act(|mut conn| async move {
            let conn = &mut conn;
            let office = app.office_in(conn).await?;
            super::may(&office, by, now)?;
            let entering = Entering {
                id: import.id,
                sha256: &import.sha256,
                source,
                tell,
            };
            take_in(conn, &office, now, by, &entering).await
        });
        // On PostgreSQL others can be told meanwhile, and have to be: they might think this worker vanished.
        let telling = async {
            loop {
                tokio::time::sleep(std::time::Duration::from_secs(2)).await;
                let done = self.entering.map().get(&import.id).copied().unwrap_or_default();
                if self.db.kind() == "postgres" {
                    let told = self.tell_progress(clock(), import, i64::try_from(done).unwrap_or_default());
                    if let Err(error) = told.await {
                        tracing::warn!(error = %error, "progress of an import could not be told");
                    }
                }
            }
        };
        tokio::select! {
            entered = entered => entered.map(|_| ()),
            () = telling => Ok(()),
        }
    }

    pub(super) async fn end_work(
        &self,
        import: &Import,
        change: impl Fn(&mut store::imports::Import) + Sync,
    ) -> Result<()> {
        let change = &change;
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let mut row = store::imports::one(conn, import.id)
                    .await?
                    .ok_or(Error::NotFound)?;
                if row.version != import.row.version {
                    return Err(Error::Overtaken(Vec::new()));
                }
                change(&mut row);
                store::imports::put(conn, &row).await?;
                Ok(())
            })
            .await
    }

    async fn fail_import(&self, now: Timestamp, import: &Import, why: &Given) -> Result<()> {
        if let Given::Failed(Error::Storage(error)) = why {
            tracing::warn!(error = %error, import.state = import.state.key(), "an import was broken off");
            // It is tried again when its claim ends.
            if import.row.attempts < ATTEMPTS {
                return Ok(());
            }
        }
        let key = why.key(import.state);
        self.end_work(import, |row| {
            // What is in the book stays there when it cannot be taken out.
            let state = if import.state == State::Undoing {
                State::Done
            } else {
                State::Failed
            };
            state.key().clone_into(&mut row.state);
            row.failure = Some(key.to_owned());
            if state == State::Failed {
                row.ended_at = Some(At::from(now));
            }
        })
        .await
    }
}

/// Why an import does not go on.
enum Given {
    Up,
    Failed(Error),
}

impl From<Error> for Given {
    fn from(error: Error) -> Self {
        Given::Failed(error)
    }
}

impl Given {
    /// A key of the messages.
    fn key(&self, state: State) -> &'static str {
        match self {
            Given::Failed(Error::Refused(_)) | Given::Failed(Error::Overtaken(_))
                if state == State::Undoing =>
            {
                "imports-undo-built-on"
            }
            Given::Failed(Error::NotFound) => "imports-failed-file-gone",
            Given::Failed(Error::Invalid(_)) => "imports-failed-known",
            Given::Failed(Error::Denied) => "imports-failed-denied",
            Given::Up
            | Given::Failed(Error::Refused(_) | Error::Overtaken(_) | Error::KeyReused | Error::Storage(_)) => {
                "imports-failed-storage"
            }
        }
    }
}
