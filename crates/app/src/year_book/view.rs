//! A compilation as one person sees it: live while it is open, from its stored bytes once it was compiled.

use super::document::{Compilation, Later, Line};
use super::{compute, load, may_read};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Office;
use crate::submission::hex;
use jiff::Timestamp;
use procedure::case::refusal::Refusal;
use procedure::year_book::{YearActKind, YearBook, YearDuty, YearEntry, YearStage, duties};
use procedure::{Actor, CaseId, PersonId, TextId, TextRef};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::history::Stream;
use store::{Conn, Uuid};
use tokio::io::AsyncReadExt;

/// A year in the list of compilations.
pub struct YearLine {
    pub year: i16,
    pub stage: YearStage,
    /// The year is over, so its compilation is owed.
    pub over: bool,
    pub duty: Option<YearDuty>,
    pub digest: Option<String>,
    /// Numbers given in the year.
    pub numbers: i64,
}

/// Everything the page of a compilation shows to one person.
pub struct YearBookView {
    pub book: YearBook,
    pub document: Compilation,
    /// The document comes from its stored bytes; else it tells the book as it stands now.
    pub stored: bool,
    /// The book moved since the stored document was compiled.
    pub moved: bool,
    pub history: Vec<YearEntry>,
    pub texts: BTreeMap<TextId, String>,
    pub duties: Vec<YearDuty>,
    pub offers: Vec<(YearActKind, std::result::Result<(), Refusal>)>,
    /// What was reopened or corrected since this document was compiled.
    pub later: Vec<Later>,
    /// Cases of the list that this person is kept out of.
    barred: BTreeSet<Uuid>,
    pub office: Arc<Office>,
    pub now: Timestamp,
}

impl YearBookView {
    pub fn text(&self, text: &TextRef) -> &str {
        self.texts.get(&text.id).map_or("", String::as_str)
    }

    pub fn may(&self, kind: YearActKind) -> bool {
        self.offers
            .iter()
            .any(|(offered, permit)| *offered == kind && permit.is_ok())
    }

    pub fn today(&self) -> jiff::civil::Date {
        self.office.desk(self.now).today
    }

    /// Whether names and content of a line are kept from this reader (S12).
    pub fn is_masked(&self, line: &Line) -> bool {
        line.protected || self.is_barred(line.case)
    }

    fn is_barred(&self, case: CaseId) -> bool {
        self.barred.contains(&case.0)
    }
}

impl App {
    /// The years that have a register or a compilation, newest first; the year that runs is among them.
    ///
    /// # Errors
    /// `Denied` to whoever has no office in it.
    pub async fn year_books(&self, now: Timestamp, person: PersonId) -> Result<Vec<YearLine>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                may_read(&office, person, now)?;
                let this_year = office.desk(now).today.year();
                let mut years = BTreeSet::from([this_year]);
                for year in store::cases::years(conn).await? {
                    years.insert(i16::try_from(year).map_err(corrupt)?);
                }
                for row in store::year_books::all(conn).await? {
                    years.insert(i16::try_from(row.year).map_err(corrupt)?);
                }
                let mut lines = Vec::new();
                for year in years.into_iter().rev() {
                    let book = load(conn, year).await?;
                    let book = book.map_or(YearBook::blank(year), |(_, book)| book);
                    let over = year < this_year;
                    lines.push(YearLine {
                        year,
                        stage: book.stage,
                        over,
                        duty: duties(&book).into_iter().next().filter(|_| over),
                        digest: book.digest.clone(),
                        numbers: store::totals::marks_of_year(conn, year).await?.numbers,
                    });
                }
                Ok(lines)
            })
            .await
    }

    /// The compilation of a year as this person sees it.
    ///
    /// # Errors
    /// `Denied` to whoever has no office in it, `NotFound` for a year to come.
    pub async fn year_book(&self, now: Timestamp, person: PersonId, year: i16) -> Result<YearBookView> {
        let stored = self.stored_document(year).await?;
        let frozen = self.frozen_years().await?;
        let (stored, frozen) = (&stored, &frozen);
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                may_read(&office, person, now)?;
                if year > office.desk(now).today.year() || year < 1900 {
                    return Err(Error::NotFound);
                }
                let known = load(conn, year).await?;
                let stage = known.as_ref().map_or(YearStage::Open, |(_, book)| book.stage);
                let stored = stored.clone().filter(|_| stage != YearStage::Open);
                // What is frozen stands, so the book need not be asked.
                let live = match &stored {
                    Some(_) if stage >= YearStage::Frozen => None,
                    _ => Some(compute::compilation(conn, &office, now, year, frozen).await?),
                };
                let later = match &stored {
                    Some(document) => compute::later_than(conn, &office, year, document.as_of).await?,
                    None => Vec::new(),
                };
                let moved =
                    matches!((&stored, &live), (Some(one), Some(other)) if !says_the_same(one, other));
                let is_stored = stored.is_some();
                let document = stored
                    .or(live)
                    .ok_or_else(|| corrupt("no document of the year"))?;
                let mut view = YearBookView {
                    document,
                    book: known
                        .as_ref()
                        .map_or(YearBook::blank(year), |(_, book)| book.clone()),
                    stored: is_stored,
                    moved,
                    history: Vec::new(),
                    texts: BTreeMap::new(),
                    duties: Vec::new(),
                    offers: Vec::new(),
                    later,
                    barred: store::totals::barred_of(conn, person.0, year).await?,
                    office,
                    now,
                };
                if let Some((id, _)) = known {
                    tell(conn, id, &mut view).await?;
                }
                let desk = view.office.desk(now);
                let offers = YearActKind::ALL.iter().map(|&kind| {
                    let permit = view.book.guard(Actor::Person(person), &desk, kind);
                    (kind, permit)
                });
                let offers = offers.collect();
                let over = desk.today.year() > year;
                view.offers = offers;
                view.duties = if over { duties(&view.book) } else { Vec::new() };
                Ok(view)
            })
            .await
    }

    /// The document that was compiled last, from its stored bytes, each time held against their digest.
    async fn stored_document(&self, year: i16) -> Result<Option<Compilation>> {
        let found = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let Some((id, book)) = load(conn, year).await? else {
                    return Ok(None);
                };
                let Some(digest) = book.digest else {
                    return Ok(None);
                };
                let documents = store::documents::of_stream(conn, id).await?;
                let sha256 = documents.into_iter().filter_map(|document| document.sha256);
                Ok::<_, Error>(Some((
                    sha256.into_iter().find(|sha256| hex(sha256) == digest),
                    digest,
                )))
            })
            .await?;
        let Some((sha256, digest)) = found else {
            return Ok(None);
        };
        let sha256 = sha256.ok_or_else(|| corrupt(format!("the document {digest} of {year} is missing")))?;
        let mut bytes = Vec::new();
        let mut file = self.blobs.read(&sha256).await?;
        file.read_to_end(&mut bytes).await.map_err(corrupt)?;
        if hex(&Sha256::digest(&bytes)) != digest {
            return Err(corrupt(format!(
                "the document of {year} is not what was compiled"
            )));
        }
        serde_json::from_slice(&bytes).map(Some).map_err(corrupt)
    }

    /// The years whose document is frozen, each with the moment whose facts it tells.
    pub(super) async fn frozen_years(&self) -> Result<Vec<(i16, Timestamp)>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let mut frozen = Vec::new();
                for row in store::year_books::all(conn).await? {
                    if row.frozen_digest.is_none() {
                        continue;
                    }
                    let entries = entries(conn, row.id).await?;
                    let compiled = entries.iter().rev();
                    let mut compiled = compiled.filter(|entry| entry.act.kind() == YearActKind::Compile);
                    if let Some(entry) = compiled.next() {
                        frozen.push((i16::try_from(row.year).map_err(corrupt)?, entry.at));
                    }
                }
                Ok(frozen)
            })
            .await
    }
}

/// Whether two documents tell the same facts, whenever they were made. What a form of old could not tell is no difference.
fn says_the_same(one: &Compilation, other: &Compilation) -> bool {
    let (mut ours, mut theirs) = (one.figures.clone(), other.figures.clone());
    if ours.measures.is_none() || theirs.measures.is_none() {
        ours.measures = None;
        theirs.measures = None;
    }
    ours == theirs && one.cases == other.cases && one.carried == other.carried && one.actions == other.actions
}

/// The history of a compilation.
pub(crate) async fn entries(conn: &mut Conn, id: Uuid) -> Result<Vec<YearEntry>> {
    let events = store::history::events(conn, &Stream::year_book(id)).await?;
    events
        .iter()
        .map(|event| serde_json::from_str(&event.body).map_err(corrupt))
        .collect()
}

async fn tell(conn: &mut Conn, id: Uuid, view: &mut YearBookView) -> Result<()> {
    view.history = entries(conn, id).await?;
    for text in store::texts::of_stream(conn, id).await? {
        if let Some(body) = text.body {
            view.texts.insert(TextId(text.id), body);
        }
    }
    Ok(())
}
