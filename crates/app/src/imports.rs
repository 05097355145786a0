//! Old registers on their way into the book: brought, looked through, mapped, tried dry, entered whole or not at all, and
//! undone while nothing was built on them.

mod mapped;
mod report;
mod undo;
mod work;

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::submission::{hex, new_id};
use crate::transcribe::{Imported, Origin, is_taken_in};
use jiff::Timestamp;
use procedure::case::Actor;
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::Role;
use procedure::{DocumentId, PersonId};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use store::imports::Import as Row;
use store::{At, Conn};
use transcription::Refused;
use uuid::Uuid;

pub use mapped::old_record;
pub use report::{Finding, Report, Totals};
pub use transcription::{Mapping, Survey};
pub use work::OnDisk;

/// What stands in a column of the book when the old one does not tell; the row is flagged.
pub use mapped::{CHANNEL, KIND, SUBJECT};

/// On SQLite everybody who writes waits while a register is entered; larger ones are entered by the command, while the site rests.
pub const MOST_BESIDE_THE_SITE: usize = 20_000;
/// So many are listed.
const LISTED: i64 = 100;

macro_rules! states {
    ($($(#[$doc:meta])* $state:ident = $key:literal),* $(,)?) => {
        /// How far an import is.
        #[derive(Copy, Clone, Debug, PartialEq, Eq)]
        pub enum State { $($(#[$doc])* $state),* }

        impl State {
            pub const ALL: &[State] = &[$(State::$state),*];

            /// The name as it is stored and as messages name it.
            pub const fn key(self) -> &'static str {
                match self { $(State::$state => $key),* }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|state| state.key() == key)
            }
        }
    };
}

states! {
    /// The file is here; its columns are being named.
    Draft = "draft",
    /// It is being looked through.
    Checking = "checking",
    /// It was looked through; nothing is written.
    Checked = "checked",
    Entering = "entering",
    Done = "done",
    Undoing = "undoing",
    Undone = "undone",
    /// It could not be entered, and nothing of it was.
    Failed = "failed",
    /// Whoever brought it thought better of it.
    Dropped = "dropped",
}

impl State {
    /// Somebody is at work on it, or soon will be.
    pub const fn is_busy(self) -> bool {
        matches!(self, State::Checking | State::Entering | State::Undoing)
    }
}

/// An old register on its way into the book.
#[derive(Clone, Debug)]
pub struct Import {
    pub id: Uuid,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub file_name: String,
    /// Hex SHA-256 of the file.
    pub sha256: String,
    pub size: i64,
    pub state: State,
    /// What its columns mean, once somebody said.
    pub mapping: Option<Mapping>,
    pub report: Option<Report>,
    pub done: usize,
    pub whole: usize,
    pub records: usize,
    /// First and last number given, by year of receipt.
    pub years: BTreeMap<i16, (u32, u32)>,
    /// A key of the messages.
    pub failure: Option<String>,
    pub ended_at: Option<Timestamp>,
    pub undone_at: Option<Timestamp>,
    pub undone_by: Option<PersonId>,
    row: Row,
}

impl TryFrom<Row> for Import {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let counted = |number: i64| usize::try_from(number).unwrap_or_default();
        let parsed = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Ok(Import {
            id: row.id,
            by: row.person_id.map(PersonId),
            at: row.at.0,
            file_name: row.file_name.clone(),
            sha256: hex(&row.sha256),
            size: row.size,
            state: State::from_key(&row.state).ok_or_else(|| corrupt(&row.state))?,
            mapping: parsed(&row.mapping)
                .map(|json| serde_json::from_str(&json))
                .transpose()
                .map_err(corrupt)?,
            report: parsed(&row.report)
                .map(|json| serde_json::from_str(&json))
                .transpose()
                .map_err(corrupt)?,
            done: counted(row.done),
            whole: counted(row.whole),
            records: counted(row.records),
            years: parsed(&row.years)
                .map(|json| serde_json::from_str(&json))
                .transpose()
                .map_err(corrupt)?
                .unwrap_or_default(),
            failure: row.failure.clone(),
            ended_at: row.ended_at.map(|at| at.0),
            undone_at: row.undone_at.map(|at| at.0),
            undone_by: row.undone_by.map(PersonId),
            row,
        })
    }
}

/// How many records are in, of the registers that this process is entering. The transaction that enters them holds the
/// database until it ends, so that nothing could be written beside it.
#[derive(Clone, Default)]
pub(crate) struct Entering(Arc<Mutex<BTreeMap<Uuid, usize>>>);

impl Entering {
    fn tell(&self, id: Uuid, done: usize) {
        self.map().insert(id, done);
    }

    fn end(&self, id: Uuid) {
        self.map().remove(&id);
    }

    fn map(&self) -> std::sync::MutexGuard<'_, BTreeMap<Uuid, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Registers are brought in by administrators and register officers, and by whoever runs the command on the machine itself.
pub(crate) fn may(office: &Office, by: Actor, now: Timestamp) -> Result<()> {
    let today = office.desk(now).today;
    let allowed = match by {
        Actor::System => true,
        Actor::Complainant => false,
        Actor::Person(person) => [Role::Administrator, Role::RegisterOfficer]
            .iter()
            .any(|role| office.staff.holds(*role, person, today)),
    };
    if allowed { Ok(()) } else { Err(Error::Denied) }
}

impl App {
    /// Whether this person may bring registers in.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn may_import(&self, now: Timestamp, person: PersonId) -> Result<bool> {
        let office = self.office().await?;
        Ok(may(&office, Actor::Person(person), now).is_ok())
    }

    /// Every import, the latest first.
    ///
    /// # Errors
    /// `Denied`, or a failure of storage.
    pub async fn imports(&self, now: Timestamp, by: PersonId) -> Result<Vec<Import>> {
        may(&*self.office().await?, Actor::Person(by), now)?;
        let rows = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::imports::latest(&mut conn, LISTED).await?) })
            .await?;
        rows.into_iter()
            .map(|row| self.with_progress(row.try_into()?))
            .collect()
    }

    /// One import.
    ///
    /// # Errors
    /// `Denied`, `NotFound`, or a failure of storage.
    pub async fn one_import(&self, now: Timestamp, by: PersonId, id: Uuid) -> Result<Import> {
        may(&*self.office().await?, Actor::Person(by), now)?;
        let row = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::imports::one(&mut conn, id).await?) })
            .await?;
        self.with_progress(row.ok_or(Error::NotFound)?.try_into()?)
    }

    #[expect(clippy::unnecessary_wraps, reason = "it stands in chains of results")]
    fn with_progress(&self, mut import: Import) -> Result<Import> {
        if import.state == State::Entering
            && let Some(done) = self.entering.map().get(&import.id)
        {
            import.done = *done;
        }
        Ok(import)
    }

    /// A file that was uploaded becomes a draft.
    ///
    /// # Errors
    /// `AlreadyUsed` for a file that stands in the book already; `Denied`, or a failure of storage.
    pub async fn begin_import(&self, now: Timestamp, by: PersonId, file: DocumentId) -> Result<Uuid> {
        let document = self.document(file).await?;
        let sha256 = document.sha256.clone().ok_or(Error::NotFound)?;
        let row = Row {
            id: new_id(),
            person_id: Some(by.0),
            at: At::from(now),
            file_name: document.file_name.clone(),
            size: document.size.unwrap_or_default(),
            document_id: Some(document.id),
            sha256,
            ..blank(State::Draft)
        };
        let (id, row, app) = (row.id, &row, self);
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                let office = app.office_in(conn).await?;
                may(&office, Actor::Person(by), now)?;
                if is_taken_in(conn, &office, &hex(&row.sha256)).await? {
                    return Err(vec![Invalid::new("file", Problem::AlreadyUsed)].into());
                }
                Ok::<_, Error>(store::imports::insert(conn, row).await?)
            })
            .await?;
        Ok(id)
    }

    /// The beginning of the file under the mapping that was said, or the one that it suggests.
    ///
    /// # Errors
    /// A failure of storage; why the file cannot be opened is an answer.
    pub async fn preview_import(
        &self,
        now: Timestamp,
        import: &Import,
    ) -> Result<std::result::Result<Survey, Refused>> {
        let path = self.file_of(import).await?;
        let today = self.office().await?.desk(now).today;
        let mapping = import.mapping.clone();
        let looked =
            tokio::task::spawn_blocking(move || transcription::preview(&path, mapping.as_ref(), today));
        looked.await.map_err(corrupt)
    }

    async fn file_of(&self, import: &Import) -> Result<PathBuf> {
        let path = self.blobs.path(&import.row.sha256)?;
        if tokio::fs::try_exists(&path).await.unwrap_or(false) {
            Ok(path)
        } else {
            // Files that no act took up are swept away after two days.
            Err(Error::NotFound)
        }
    }

    /// Keeps what somebody said of the columns, and has the file looked through when they are ready for it.
    ///
    /// # Errors
    /// `Overtaken` when it is no draft any more.
    pub async fn map_import(
        &self,
        now: Timestamp,
        by: PersonId,
        id: Uuid,
        mapping: &Mapping,
        ready: bool,
    ) -> Result<()> {
        let json = serde_json::to_string(mapping).map_err(corrupt)?;
        self.step(now, by, id, &[State::Draft], |row| {
            row.mapping.clone_from(&json);
            row.report = String::new();
            row.failure = None;
            row.attempts = 0;
            row.state = if ready { State::Checking } else { State::Draft }
                .key()
                .to_owned();
        })
        .await
    }

    /// Back to naming the columns.
    ///
    /// # Errors
    /// `Overtaken` from any other state than looked through or failed.
    pub async fn remap_import(&self, now: Timestamp, by: PersonId, id: Uuid) -> Result<()> {
        self.step(now, by, id, &[State::Checked, State::Failed], |row| {
            State::Draft.key().clone_into(&mut row.state);
        })
        .await
    }

    /// Gives an import up before anything is written.
    ///
    /// # Errors
    /// `Overtaken` when something is written already.
    pub async fn drop_import(&self, now: Timestamp, by: PersonId, id: Uuid) -> Result<()> {
        let before = [State::Draft, State::Checked, State::Failed];
        self.step(now, by, id, &before, |row| {
            State::Dropped.key().clone_into(&mut row.state);
            row.report = String::new();
            row.ended_at = Some(At::from(now));
        })
        .await
    }

    /// Has it entered, if nothing stands against it.
    ///
    /// # Errors
    /// `Invalid` while there are errors, or too many rows for a site on SQLite; `Overtaken` when it was not just looked through.
    pub async fn enter_import(&self, now: Timestamp, by: PersonId, id: Uuid) -> Result<()> {
        let import = self.one_import(now, by, id).await?;
        let totals = import.report.map(|report| report.totals).unwrap_or_default();
        if import.state == State::Checked && (totals.errors > 0 || totals.rows_read == 0) {
            return Err(vec![Invalid::new("file", Problem::Unreadable)].into());
        }
        if self.is_too_long(totals.rows_read) {
            return Err(vec![Invalid::new("file", Problem::TooLarge)].into());
        }
        self.step(now, by, id, &[State::Checked], |row| {
            State::Entering.key().clone_into(&mut row.state);
            row.attempts = 0;
            row.whole = i64::try_from(totals.rows_read).unwrap_or_default();
        })
        .await
    }

    /// Whether so many rows would keep everybody waiting too long.
    pub fn is_too_long(&self, rows: usize) -> bool {
        self.db.kind() == "sqlite" && rows > MOST_BESIDE_THE_SITE
    }

    /// Has it taken out of the book again.
    ///
    /// # Errors
    /// `Overtaken` when it is not in the book.
    pub async fn undo_import(&self, now: Timestamp, by: PersonId, id: Uuid) -> Result<()> {
        self.step(now, by, id, &[State::Done], |row| {
            State::Undoing.key().clone_into(&mut row.state);
            row.attempts = 0;
            row.failure = None;
            row.undone_by = Some(by.0);
        })
        .await
    }

    /// One change of state by somebody who may, from these states only.
    async fn step(
        &self,
        now: Timestamp,
        by: PersonId,
        id: Uuid,
        from: &[State],
        change: impl Fn(&mut Row) + Sync,
    ) -> Result<()> {
        let (change, app) = (&change, self);
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                may(&*app.office_in(conn).await?, Actor::Person(by), now)?;
                let mut row = store::imports::one(conn, id).await?.ok_or(Error::NotFound)?;
                let fits = from.iter().any(|state| state.key() == row.state);
                change(&mut row);
                if fits && store::imports::put(conn, &row).await? {
                    Ok(())
                } else {
                    Err(Error::Overtaken(Vec::new()))
                }
            })
            .await
    }
}

fn blank(state: State) -> Row {
    Row {
        id: Uuid::nil(),
        person_id: None,
        at: At(Timestamp::UNIX_EPOCH),
        file_name: String::new(),
        sha256: Vec::new(),
        size: 0,
        document_id: None,
        mapping: String::new(),
        state: state.key().to_owned(),
        version: 0,
        report: String::new(),
        done: 0,
        whole: 0,
        records: 0,
        years: String::new(),
        attempts: 0,
        failure: None,
        ended_at: None,
        undone_at: None,
        undone_by: None,
    }
}

/// A register that is entered by a command has its line among the imports too.
pub(crate) async fn keep_done(
    conn: &mut Conn,
    id: Uuid,
    now: Timestamp,
    by: Actor,
    origin: &Origin,
) -> Result<()> {
    let row = Row {
        id,
        person_id: by.person().map(|person| person.0),
        at: At::from(now),
        file_name: origin.file_name.clone(),
        sha256: unhex(&origin.sha256),
        size: origin.size,
        mapping: origin.mapping.clone(),
        ..blank(State::Entering)
    };
    Ok(store::imports::insert(conn, &row).await?)
}

/// It is in the book, under these numbers.
pub(crate) async fn keep_numbers(
    conn: &mut Conn,
    id: Uuid,
    now: Timestamp,
    imported: &Imported,
) -> Result<()> {
    let mut row = store::imports::one(conn, id).await?.ok_or(Error::NotFound)?;
    State::Done.key().clone_into(&mut row.state);
    row.records = i64::try_from(imported.records).map_err(corrupt)?;
    row.whole = row.records;
    row.done = row.records;
    row.years = serde_json::to_string(&imported.years).map_err(corrupt)?;
    row.ended_at = Some(At::from(now));
    row.failure = None;
    if store::imports::put(conn, &row).await? {
        Ok(())
    } else {
        Err(Error::Overtaken(Vec::new()))
    }
}

fn unhex(text: &str) -> Vec<u8> {
    let pair = |at: usize| {
        text.get(at..at + 2)
            .and_then(|two| u8::from_str_radix(two, 16).ok())
    };
    (0..text.len()).step_by(2).filter_map(pair).collect()
}
