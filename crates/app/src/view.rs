//! A case as one person sees it: facts, history, texts, duties and what that person can do now.

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::execute::load;
use crate::office::Office;
use jiff::Timestamp;
use procedure::case::event::Entry;
use procedure::case::refusal::Refusal;
use procedure::case::{ActKind, Permit, offers};
use procedure::obligations::s12::{Sight, sight};
use procedure::obligations::{Obligation, obligations};
use procedure::{Case, CaseId, PartyId, PersonId, TextId, TextRef};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::cases::CaseRow;
use store::corrective_actions::ActionRow;
use store::documents::Document;
use store::history::Stream;
use store::parties::Party;
use store::{At, Conn};

/// Everything a page of a case shows to one person.
pub struct CaseView {
    pub case: Case,
    pub row: CaseRow,
    pub sight: Sight,
    pub history: Vec<Entry>,
    pub texts: BTreeMap<TextId, String>,
    pub parties: BTreeMap<PartyId, Party>,
    pub documents: Vec<Document>,
    pub duties: Vec<Obligation>,
    pub offers: Vec<(ActKind, std::result::Result<Permit, Refusal>)>,
    pub actions: Vec<ActionRow>,
    /// Linked cases by their numbers.
    pub links: Vec<(CaseId, String)>,
    /// The next number of the outgoing sequence, to suggest it.
    pub next_letter: u32,
    pub office: Arc<Office>,
    pub now: Timestamp,
}

impl CaseView {
    /// The words behind a reference; an erased text says nothing.
    pub fn text(&self, text: &TextRef) -> &str {
        self.texts.get(&text.id).map_or("", String::as_str)
    }

    pub fn today(&self) -> jiff::civil::Date {
        self.office.desk(self.now).today
    }

    /// The complainant, where this person may know.
    pub fn complainant(&self) -> Option<&Party> {
        self.case
            .complainant
            .party
            .and_then(|party| self.parties.get(&party))
    }

    pub fn may(&self, kind: ActKind) -> bool {
        self.offers
            .iter()
            .any(|(offered, permit)| *offered == kind && permit.is_ok())
    }
}

impl App {
    /// The identity of a case by the number people know.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn case_id(&self, number: &str) -> Result<Option<CaseId>> {
        let number = number.to_owned();
        self.db
            .read(
                |mut conn| async move { Ok(store::cases::by_number(&mut conn, &number).await?.map(CaseId)) },
            )
            .await
    }

    /// The case of this number as this person sees it; a read of a protected case is logged.
    ///
    /// # Errors
    /// `NotFound` when there is none, or none that this person may know of.
    pub async fn case(&self, now: Timestamp, person: PersonId, number: &str) -> Result<CaseView> {
        let number = number.to_owned();
        let view = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let id = store::cases::by_number(conn, &number)
                    .await?
                    .ok_or(Error::NotFound)?;
                view(conn, office, now, person, CaseId(id)).await
            })
            .await?;
        if view.case.is_protected() {
            self.log_read(now, person, view.case.id, "case").await?;
        }
        Ok(view)
    }

    /// S12: every read of a protected case is on record.
    pub(crate) async fn log_read(
        &self,
        now: Timestamp,
        person: PersonId,
        case: CaseId,
        what: &'static str,
    ) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let reading = store::reads::Reading {
                    person_id: person.0,
                    case_id: case.0,
                    at: At::from(now),
                    what: what.to_owned(),
                };
                store::reads::record(&mut conn, &reading).await?;
                Ok(())
            })
            .await
    }
}

async fn view(
    conn: &mut Conn,
    office: Arc<Office>,
    now: Timestamp,
    person: PersonId,
    id: CaseId,
) -> Result<CaseView> {
    let case = load(conn, id).await?.ok_or(Error::NotFound)?;
    let office = match case.clients().next() {
        Some(_) => Arc::new(office.for_case(conn, &case).await?),
        None => office,
    };
    let (sight, duties, offers) = {
        let desk = office.desk(now);
        let sight = sight(&case, person, &desk);
        (
            sight,
            obligations(&case, desk.periods),
            offers(&case, person, &desk),
        )
    };
    if sight == Sight::Nothing {
        return Err(Error::NotFound);
    }
    let row = store::cases::row_of(conn, id.0).await?.ok_or(Error::NotFound)?;
    let mut view = CaseView {
        row,
        sight,
        history: Vec::new(),
        texts: BTreeMap::new(),
        parties: BTreeMap::new(),
        documents: Vec::new(),
        duties,
        offers,
        actions: Vec::new(),
        links: Vec::new(),
        next_letter: 1,
        office,
        now,
        case,
    };
    if sight >= Sight::Allegation {
        fill(conn, &mut view).await?;
    }
    if sight != Sight::Full {
        // Who sees less than everything learns neither the complainant nor what the case gathered.
        view.parties.clear();
        view.documents.clear();
        view.row.complainant_name.clear();
        view.row.complainant_phone.clear();
    }
    if sight == Sight::Masked {
        view.row.summary.clear();
    }
    Ok(view)
}

async fn fill(conn: &mut Conn, view: &mut CaseView) -> Result<()> {
    let id = view.case.id;
    for event in store::history::events(conn, &Stream::case(id.0)).await? {
        view.history
            .push(serde_json::from_str(&event.body).map_err(corrupt)?);
    }
    for text in store::texts::of_stream(conn, id.0).await? {
        if let Some(body) = text.body {
            view.texts.insert(TextId(text.id), body);
        }
    }
    let case = &view.case;
    let client = case.participants.as_ref().and_then(|p| p.client);
    let forwarder = case.forwarder.as_ref().map(|f| f.party);
    for party in [case.complainant.party, client, forwarder].into_iter().flatten() {
        if let Some(row) = store::parties::current(conn, party.0).await? {
            view.parties.insert(party, row);
        }
    }
    view.documents = store::documents::of_stream(conn, id.0).await?;
    view.actions = store::corrective_actions::of_case(conn, id.0).await?;
    for &linked in &view.case.links {
        if let Some(row) = store::cases::row_of(conn, linked.0).await? {
            view.links.push((linked, row.number));
        }
    }
    let year = view.today().year();
    let next = store::series::peek(conn, view.office.id(), "outgoing", year).await?;
    view.next_letter = u32::try_from(next).unwrap_or(1);
    Ok(())
}
