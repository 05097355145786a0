//! What the dossier of a case is made from beside what its page shows: the chain of its history, and the bytes of its files.

use crate::App;
use crate::error::{Error, Result};
use crate::reads::place;
use crate::submission::hex;
use crate::view::CaseView;
use jiff::Timestamp;
use procedure::PersonId;
use procedure::case::Letter;
use procedure::checklist::{Check, checklist};
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Role;
use store::documents::Document;
use store::history::Stream;
pub use store::parties::Party;
use tokio::io::AsyncReadExt;

/// A line of the history as it is chained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub previous: String,
    pub hash: String,
    /// The canonical bytes that the hash covers.
    pub body: String,
}

/// Everything that a dossier tells.
pub struct Parts {
    pub view: CaseView,
    pub checks: Vec<Check>,
    pub chain: Vec<Link>,
}

impl Parts {
    /// Every letter of the case, also of rounds before a reopening.
    pub fn letters(&self) -> impl Iterator<Item = &Letter> {
        let case = &self.view.case;
        let rounds = case.past_rounds.iter().chain([&case.round]);
        rounds.flat_map(|round| &round.letters)
    }
}

impl App {
    /// What a dossier is made from, for whoever sees the whole case; that one was made is on record.
    ///
    /// # Errors
    /// `NotFound` for a case that there is not or that the person may not know of, `Denied` where it is not seen whole.
    pub async fn dossier(
        &self,
        now: Timestamp,
        person: PersonId,
        number: &str,
        redacted: bool,
    ) -> Result<Parts> {
        let view = self.case(now, person, number).await?;
        if view.sight != Sight::Full || (redacted && !Self::may_redact(&view, person)) {
            return Err(Error::Denied);
        }
        let stream = Stream::case(view.case.id.0);
        let what = if redacted { place::REDACTED } else { place::DOSSIER };
        self.log_read(now, person, view.case.id, what).await?;
        let events = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::history::events(&mut conn, &stream).await?) })
            .await?;
        let link = |event: store::history::Event| Link {
            previous: hex(&event.prev_hash),
            hash: hex(&event.hash),
            body: event.body,
        };
        Ok(Parts {
            checks: checklist(&view.case, &view.history, &view.office.desk(now)),
            chain: events.into_iter().map(link).collect(),
            view,
        })
    }

    /// Whether this person may give out a copy without the complainant's identity: QMR, leadership, and the case officer.
    pub fn may_redact(view: &CaseView, person: PersonId) -> bool {
        let today = view.today();
        let staff = &view.office.staff;
        let leads = [Role::Qmr, Role::Director, Role::DeputyDirector];
        view.sight == Sight::Full
            && (view.case.round.case_officer == Some(person)
                || leads.iter().any(|role| staff.holds(*role, person, today)))
    }

    /// The bytes of an attachment.
    ///
    /// # Errors
    /// `NotFound` while it has not wholly arrived, or a failure of the disk.
    pub async fn document_bytes(&self, document: &Document) -> Result<Vec<u8>> {
        let mut file = self.open_document(document).await?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).await.map_err(store::Error::from)?;
        Ok(bytes)
    }
}
