//! A case as one person sees it: facts, history, texts, duties and what that person can do now.

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::execute::load;
use crate::office::Office;
use crate::outbox::{self, Post};
use crate::reads::{Look, looks, place};
use crate::templates::Wordings;
use jiff::Timestamp;
use procedure::case::event::{Entry, Event};
use procedure::case::refusal::Refusal;
use procedure::case::{ActKind, Permit, offers};
use procedure::obligations::s12::{Sight, sight};
use procedure::obligations::{Obligation, obligations};
use procedure::{Act, Case, CaseId, PartyId, PersonId, TextId, TextRef};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Conn;
use store::cases::CaseRow;
use store::corrective_actions::ActionRow;
use store::documents::Document;
use store::history::Stream;
use store::parties::Party;

/// Everything a page of a case shows to one person.
pub struct CaseView {
    pub case: Case,
    pub row: CaseRow,
    pub sight: Sight,
    pub history: Vec<Entry>,
    pub texts: BTreeMap<TextId, String>,
    pub parties: BTreeMap<PartyId, Party>,
    pub documents: Vec<Document>,
    /// What was mailed, and what became of it.
    pub mails: Vec<Post>,
    pub duties: Vec<Obligation>,
    pub offers: Vec<(ActKind, std::result::Result<Permit, Refusal>)>,
    pub actions: Vec<ActionRow>,
    /// Open actions that could be linked instead of opening another, for whoever may do that.
    pub linkable: Vec<ActionRow>,
    /// Linked cases by their numbers.
    pub links: Vec<(CaseId, String)>,
    /// Who looked into the protected case, for whoever answers for that.
    pub looks: Vec<Look>,
    /// The next number of the outgoing sequence, to suggest it.
    pub next_letter: u32,
    /// The wordings with which letters begin.
    pub wordings: Wordings,
    pub office: Arc<Office>,
    pub now: Timestamp,
}

impl CaseView {
    /// A view in which nothing but the case itself is filled in.
    fn begun(case: Case, row: CaseRow, sight: Sight, office: Arc<Office>, now: Timestamp) -> Self {
        CaseView {
            case,
            row,
            sight,
            history: Vec::new(),
            texts: BTreeMap::new(),
            parties: BTreeMap::new(),
            documents: Vec::new(),
            mails: Vec::new(),
            duties: Vec::new(),
            offers: Vec::new(),
            actions: Vec::new(),
            linkable: Vec::new(),
            links: Vec::new(),
            looks: Vec::new(),
            next_letter: 1,
            wordings: Wordings::default(),
            office,
            now,
        }
    }

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

    /// The number by which people know a case.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn case_number(&self, id: CaseId) -> Result<Option<String>> {
        self.db
            .read(|mut conn| async move {
                let row = store::cases::row_of(&mut conn, id.0).await?;
                Ok(row.map(|row| row.number))
            })
            .await
    }

    /// Whether a person may know of a case at all.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn may_know(&self, now: Timestamp, person: PersonId, id: CaseId) -> Result<bool> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let Some(case) = load(conn, id).await? else {
                    return Ok(false);
                };
                Ok(office.sight(conn, &case, person, now).await? != Sight::Nothing)
            })
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
            self.log_read(now, person, view.case.id, place::CASE).await?;
        }
        Ok(view)
    }

    /// A whole case for whoever answers for the reader himself, and for what the product writes in the name of the house: nothing is
    /// offered, and no read is logged.
    ///
    /// # Errors
    /// `NotFound`, or a failure of storage.
    pub async fn whole_case(&self, now: Timestamp, id: CaseId) -> Result<CaseView> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let case = load(conn, id).await?.ok_or(Error::NotFound)?;
                let row = store::cases::row_of(conn, id.0).await?.ok_or(Error::NotFound)?;
                let mut view = CaseView::begun(case, row, Sight::Full, office, now);
                fill(conn, &mut view, PersonId::small(0)).await?;
                Ok(view)
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
    let looks = looks(conn, &office, &case, sight, person, now).await?;
    let mut view = CaseView {
        looks,
        duties,
        offers,
        ..CaseView::begun(case, row, sight, office, now)
    };
    match sight {
        Sight::Nothing | Sight::Masked => {}
        Sight::Heading => introduce(conn, &mut view, person).await?,
        Sight::Allegation | Sight::Report | Sight::Full => fill(conn, &mut view, person).await?,
    }
    if !matches!(sight, Sight::Full | Sight::Heading) {
        // Who sees less than everything learns neither the complainant nor what the case gathered.
        view.parties.clear();
        view.documents.clear();
        view.mails.clear();
        view.row.complainant_name.clear();
        view.row.complainant_phone.clear();
    }
    if sight == Sight::Allegation {
        keep_the_allegation(&mut view, person);
    }
    if matches!(sight, Sight::Masked | Sight::Heading) {
        view.row.summary.clear();
    }
    Ok(view)
}

/// The person complained about learns what is alleged and what is asked of him, and nothing of what others do about it (S12).
fn keep_the_allegation(view: &mut CaseView, person: PersonId) {
    let begins = |event: &Event| match event {
        Event::Acted { act, .. } => matches!(act, Act::Receive(_)),
        Event::Transcribed(_) => true,
        Event::Dated { .. } | Event::Vacated { .. } | Event::SetAside { .. } => false,
    };
    view.history.retain(|entry| begins(&entry.event));
    let content = view.history.iter().find_map(|entry| match &entry.event {
        Event::Acted {
            act: Act::Receive(said),
            ..
        } => Some(said.content.id),
        Event::Transcribed(old) => Some(old.receive.content.id),
        _ => None,
    });
    view.texts.retain(|id, _| Some(*id) == content);
    view.duties.retain(|duty| duty.person == Some(person));
    view.actions.clear();
    view.links.clear();
}

/// Enough to know whether one has an interest, and what waits for whoever has none; nothing of what anybody said (§3.1).
async fn introduce(conn: &mut Conn, view: &mut CaseView, person: PersonId) -> Result<()> {
    add_parties(conn, view).await?;
    let desk = view.office.desk(view.now);
    let case = &view.case;
    let own = |duty: &Obligation| match duty.person {
        Some(one) => one == person,
        None => {
            let nature = case.ask(duty.act).nature;
            case.fills(duty.office, nature, person, &desk).is_some()
        }
    };
    view.duties.retain(own);
    Ok(())
}

async fn add_parties(conn: &mut Conn, view: &mut CaseView) -> Result<()> {
    let case = &view.case;
    let client = case.participants.as_ref().and_then(|p| p.client);
    let forwarder = case.forwarder.as_ref().map(|f| f.party);
    for party in [case.complainant.party, client, forwarder].into_iter().flatten() {
        if let Some(row) = store::parties::current(conn, party.0).await? {
            view.parties.insert(party, row);
        }
    }
    Ok(())
}

async fn fill(conn: &mut Conn, view: &mut CaseView, person: PersonId) -> Result<()> {
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
    add_parties(conn, view).await?;
    view.documents = store::documents::of_stream(conn, id.0).await?;
    view.mails = outbox::of_case(conn, id).await?;
    view.actions = store::corrective_actions::of_case(conn, id.0).await?;
    if view.may(ActKind::OpenCorrectiveAction) {
        view.linkable = crate::actions::linkable(conn, &view.office, &view.case, person, view.now).await?;
    }
    for &linked in &view.case.links {
        let Some(other) = load(conn, linked).await? else {
            continue;
        };
        // A link does not tell of a case that this person may not know of.
        let sight = view.office.sight(conn, &other, person, view.now).await?;
        if let Some(number) = other.number.filter(|_| sight != Sight::Nothing) {
            view.links.push((linked, number.to_string()));
        }
    }
    let year = view.today().year();
    let next = store::series::peek(conn, view.office.id(), "outgoing", year).await?;
    view.next_letter = u32::try_from(next).unwrap_or(1);
    view.wordings = Wordings::read(conn).await?;
    Ok(())
}
