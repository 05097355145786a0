//! S12: every read of a protected case is on record, a page and a line alike; and the record can be looked into.

use crate::App;
use crate::error::Result;
use crate::office::Office;
use jiff::Timestamp;
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Role;
use procedure::{Case, CaseId, PersonId};
use store::reads::Reading;
use store::{At, Conn, Uuid};

/// That somebody looked into a protected case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub person: PersonId,
    pub at: Timestamp,
    /// Where it was seen, by its key.
    pub place: String,
}

/// Where a protected case is seen beside its own page, by the keys of the log.
pub mod place {
    pub const CASE: &str = "case";
    pub const ACTION: &str = "corrective_action";
    pub const REGISTER: &str = "register";
    pub const SEARCH: &str = "search";
    pub const EXPORT: &str = "export";
    pub const LETTERS: &str = "letters";
    pub const WORK: &str = "work";
    pub const SIMILAR: &str = "similar";
    pub const DOSSIER: &str = "dossier";
    pub const REDACTED: &str = "dossier_redacted";
    pub const INBOX: &str = "inbox";

    pub const ALL: &[&str] = &[
        CASE, ACTION, REGISTER, SEARCH, EXPORT, LETTERS, WORK, SIMILAR, DOSSIER, REDACTED, INBOX,
    ];
}

/// So many looks are told, the latest first.
const TOLD: i64 = 100;

impl App {
    /// A page of a protected case was read.
    pub(crate) async fn log_read(
        &self,
        now: Timestamp,
        person: PersonId,
        case: CaseId,
        what: &'static str,
    ) -> Result<()> {
        self.record(now, person, &[case.0], what).await
    }

    /// Protected cases stood open in a list: one line a day for each reader, case and place, so that turning pages costs nothing.
    pub(crate) async fn log_shown(
        &self,
        now: Timestamp,
        person: PersonId,
        cases: impl IntoIterator<Item = Uuid> + Send,
        what: &'static str,
    ) -> Result<()> {
        let mut cases: Vec<Uuid> = cases.into_iter().collect();
        cases.sort();
        cases.dedup();
        if cases.is_empty() {
            return Ok(());
        }
        let office = self.office().await?;
        let day = office.desk(now).today;
        let midnight = office
            .zone
            .to_timestamp(day.to_datetime(jiff::civil::Time::midnight()));
        let midnight = midnight.map_err(crate::error::corrupt)?;
        let shown = &cases;
        let logged = self
            .db
            .read(|mut conn| async move {
                Ok::<_, crate::Error>(store::reads::logged(&mut conn, person.0, what, midnight, shown).await?)
            })
            .await?;
        cases.retain(|case| !logged.contains(case));
        self.record(now, person, &cases, what).await
    }

    async fn record(
        &self,
        now: Timestamp,
        person: PersonId,
        cases: &[Uuid],
        what: &'static str,
    ) -> Result<()> {
        if cases.is_empty() {
            return Ok(());
        }
        self.db
            .act(|mut conn| async move {
                for case in cases {
                    let reading = Reading {
                        person_id: person.0,
                        case_id: *case,
                        at: At::from(now),
                        what: what.to_owned(),
                    };
                    store::reads::record(&mut conn, &reading).await?;
                }
                Ok(())
            })
            .await
    }
}

/// Who looked into this case, for QMR, who answers for it, and for the auditor, who checks that it was kept closed.
pub(crate) async fn looks(
    conn: &mut Conn,
    office: &Office,
    case: &Case,
    sight: Sight,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Look>> {
    let holds = |role| office.staff.holds(role, person, office.desk(now).today);
    let answers = holds(Role::Qmr) && sight == Sight::Full;
    let checks = holds(Role::Auditor) && matches!(sight, Sight::Masked | Sight::Full);
    if !case.is_protected() || !(answers || checks) {
        return Ok(Vec::new());
    }
    let found = store::reads::of_case(conn, case.id.0, now, TOLD).await?;
    let look = |reading: Reading| Look {
        person: PersonId(reading.person_id),
        at: reading.at.0,
        place: reading.what,
    };
    Ok(found.into_iter().map(look).collect())
}
