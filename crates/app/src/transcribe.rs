//! Old books: each row of a register kept before this product becomes one line of history and one line of the book, all or none.

use crate::App;
use crate::error::Result;
use crate::execute::{event, headline};
use crate::office::Office;
use crate::people::{Change, ChangeEntry, note};
use crate::record::{Named, record};
use crate::submission::{NewText, Texts, hex, new_id};
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::case::acts::{Complainant, Receive};
use procedure::case::event::{Entry, Event, Transcribed};
use procedure::case::refusal::{Invalid, Problem};
use procedure::case::{Actor, Case};
use procedure::vocabulary::{Channel, Kind, Subject};
use procedure::{CaseId, CaseNumber, PartyId, UnitId};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::history::Stream;
use store::{At, Conn};
use uuid::Uuid;

/// One row of an old book, as far as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldRecord {
    pub received_on: Date,
    pub kind: Kind,
    pub channel: Channel,
    pub subjects: BTreeSet<Subject>,
    /// The unit as the old book writes it; found by code or name, else left to the source.
    pub unit: Option<String>,
    pub complainant: Option<String>,
    pub summary: String,
    pub limit_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// What the reading warned of, by name.
    pub flags: Vec<String>,
    /// Heading and cell of every column, as they stood.
    pub source: Vec<(String, String)>,
}

/// A file that was read and is to be taken into the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldBook {
    /// Hex SHA-256 of the file: the same file is taken in once.
    pub sha256: String,
    pub records: Vec<OldRecord>,
}

impl OldBook {
    pub fn of(file: &[u8], records: Vec<OldRecord>) -> Self {
        Self {
            sha256: hex(&Sha256::digest(file)),
            records,
        }
    }
}

/// Where records come from, as often as a database asks for them.
pub trait Source: Send + Sync {
    /// How many there are, by day of receipt.
    fn days(&self) -> &BTreeMap<Date, u32>;

    /// Some of them at a time.
    ///
    /// # Errors
    /// Why the file cannot be read any more.
    fn pages(&self) -> std::result::Result<Pages<'_>, String>;
}

/// Records, some at a time, or why there are no more.
pub type Pages<'s> = Box<dyn Iterator<Item = std::result::Result<Vec<OldRecord>, String>> + Send + 's>;

/// Records that are held, in the order of receipt.
pub struct Held {
    days: BTreeMap<Date, u32>,
    records: Vec<OldRecord>,
}

impl Source for Held {
    fn days(&self) -> &BTreeMap<Date, u32> {
        &self.days
    }

    fn pages(&self) -> std::result::Result<Pages<'_>, String> {
        Ok(Box::new(self.records.chunks(500).map(|some| Ok(some.to_vec()))))
    }
}

impl From<Vec<OldRecord>> for Held {
    fn from(mut records: Vec<OldRecord>) -> Self {
        records.sort_by_key(|record| record.received_on);
        let mut days = BTreeMap::new();
        for record in &records {
            *days.entry(record.received_on).or_default() += 1;
        }
        Self { days, records }
    }
}

/// What an import added to the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    pub records: usize,
    pub flagged: usize,
    /// First and last number given, by year of receipt.
    pub years: BTreeMap<i16, (u32, u32)>,
}

/// What is known of a file beside its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Hex SHA-256 of the file.
    pub sha256: String,
    pub file_name: String,
    pub size: i64,
    /// What its columns mean, as JSON.
    pub mapping: String,
}

impl App {
    /// Takes an old book in: numbers go on from what each year has, in the order of receipt.
    ///
    /// # Errors
    /// `AlreadyUsed` when the same file was taken in before, `Denied`, or a failure of storage; nothing is kept then.
    pub async fn import(&self, now: Timestamp, by: Actor, book: OldBook) -> Result<Imported> {
        let origin = Origin {
            sha256: book.sha256,
            file_name: String::new(),
            size: 0,
            mapping: String::new(),
        };
        let source = Held::from(book.records);
        self.import_from(now, by, &origin, &source, &|_| {}).await
    }

    /// The same from a file of any length; `tell` hears how many records are in.
    ///
    /// # Errors
    /// As of [`App::import`].
    pub async fn import_from(
        &self,
        now: Timestamp,
        by: Actor,
        origin: &Origin,
        source: &dyn Source,
        tell: &(dyn Fn(usize) + Send + Sync),
    ) -> Result<Imported> {
        let id = new_id();
        self.db
            .act(|mut conn| {
                let app = self.clone();
                async move {
                    let conn = &mut conn;
                    let office = app.office_in(conn).await?;
                    crate::imports::may(&office, by, now)?;
                    crate::imports::keep_done(conn, id, now, by, origin).await?;
                    take_in(
                        conn,
                        &office,
                        now,
                        by,
                        &Entering {
                            id,
                            sha256: &origin.sha256,
                            source,
                            tell,
                        },
                    )
                    .await
                }
            })
            .await
    }
}

/// What goes into the book under which import.
pub(crate) struct Entering<'a> {
    pub id: Uuid,
    pub sha256: &'a str,
    pub source: &'a dyn Source,
    pub tell: &'a (dyn Fn(usize) + Send + Sync),
}

/// Writes every record down and on record that it was done, in the transaction of the caller.
pub(crate) async fn take_in(
    conn: &mut Conn,
    office: &Office,
    now: Timestamp,
    by: Actor,
    entering: &Entering<'_>,
) -> Result<Imported> {
    if is_taken_in(conn, office, entering.sha256).await? {
        return Err(vec![Invalid::new("file", Problem::AlreadyUsed)].into());
    }
    let imported = Import::new(office, now, by).take_in(conn, entering).await?;
    let change = Change::RegisterImported {
        file: entering.sha256.to_owned(),
        records: imported.records,
    };
    note(conn, office, now, by, change).await?;
    Ok(imported)
}

/// Whether this file was taken in and not undone since.
pub(crate) async fn is_taken_in(conn: &mut Conn, office: &Office, sha256: &str) -> Result<bool> {
    let events = store::history::events(conn, &Stream::administration(office.id())).await?;
    let mut taken_in = false;
    for event in &events {
        match serde_json::from_str::<ChangeEntry>(&event.body).map(|entry| entry.change) {
            Ok(Change::RegisterImported { file, .. }) if file == sha256 => taken_in = true,
            Ok(Change::ImportUndone { file, .. }) if file == sha256 => taken_in = false,
            _ => {}
        }
    }
    Ok(taken_in)
}

struct Import<'a> {
    office: &'a Office,
    now: Timestamp,
    today: Date,
    by: Actor,
    /// The complainants met so far, by the digest of their names; whoever complained twice is one party.
    parties: HashMap<[u8; 16], PartyId>,
    /// The units by code and by name, folded.
    units: BTreeMap<String, UnitId>,
}

impl<'a> Import<'a> {
    fn new(office: &'a Office, now: Timestamp, by: Actor) -> Self {
        let names = office.units.iter().flat_map(|(id, unit)| {
            let folded = |text: &str| store::fold::fold(text.trim());
            [(folded(&unit.code), *id), (folded(&unit.name), *id)]
        });
        Self {
            office,
            now,
            today: office.desk(now).today,
            by,
            parties: HashMap::new(),
            units: names.filter(|(name, _)| !name.is_empty()).collect(),
        }
    }

    async fn take_in(mut self, conn: &mut Conn, entering: &Entering<'_>) -> Result<Imported> {
        let mut imported = Imported::default();
        let days = entering.source.days();
        let mut counts: BTreeMap<i16, u32> = BTreeMap::new();
        for (day, count) in days {
            *counts.entry(day.year()).or_default() += count;
        }
        let mut next: BTreeMap<Date, u32> = BTreeMap::new();
        for (year, count) in counts {
            let first =
                store::series::take_many(conn, self.office.id(), "case", year, i64::from(count)).await?;
            let first = u32::try_from(first).map_err(crate::error::corrupt)?;
            imported.years.insert(year, (first, first + count - 1));
            // The first number of each day follows from how many were received before it.
            let mut ordinal = first;
            for (day, count) in days.iter().filter(|(day, _)| day.year() == year) {
                next.insert(*day, ordinal);
                ordinal += count;
            }
        }
        for page in entering.source.pages().map_err(crate::error::corrupt)? {
            let mut cases = Vec::new();
            for old in &page.map_err(crate::error::corrupt)? {
                let changed = || crate::error::corrupt("the file says other days than before");
                let ordinal = next.get_mut(&old.received_on).ok_or_else(changed)?;
                let number = CaseNumber {
                    year: old.received_on.year(),
                    ordinal: *ordinal,
                };
                *ordinal += 1;
                cases.push(self.one(conn, number, old).await?);
                imported.records += 1;
                imported.flagged += usize::from(!old.flags.is_empty());
                if cases.len() == 500 {
                    store::imports::add_cases(conn, entering.id, &std::mem::take(&mut cases)).await?;
                    (entering.tell)(imported.records);
                }
            }
            store::imports::add_cases(conn, entering.id, &cases).await?;
            (entering.tell)(imported.records);
        }
        let expected: usize = days.values().map(|count| *count as usize).sum();
        if imported.records != expected {
            return Err(crate::error::corrupt("the file holds other rows than before"));
        }
        crate::imports::keep_numbers(conn, entering.id, self.now, &imported).await?;
        Ok(imported)
    }

    /// Writes one down; its case, and the party if it was made for it.
    async fn one(
        &mut self,
        conn: &mut Conn,
        number: CaseNumber,
        old: &OldRecord,
    ) -> Result<(Uuid, Option<Uuid>)> {
        let id = CaseId(new_id());
        let mut texts = Texts::default();
        let named = self.complainant(old);
        let (party, is_new) = self.party(conn, &named).await?;
        let entry = Entry {
            at: self.now,
            on: self.today,
            by: self.by,
            role: None,
            event: Event::Transcribed(self.transcribed(number, old, party, &mut texts)),
        };
        let mut case = Case::blank(id);
        case.apply(&entry);
        store::history::append(conn, &Stream::case(id.0), 0, &[event(&entry)]).await?;
        let line = record(&case, &named, &headline(&old.summary), At::from(self.now).0);
        store::cases::put(conn, &line).await?;
        for NewText { id: text, salt, body } in &texts.0 {
            store::texts::insert(conn, *text, id.0, salt, body).await?;
        }
        let chrono = crate::search::chrono(&case).expect("the case was just given its number");
        let bodies = texts.0.iter().map(|text| text.body.as_str());
        store::search::put(conn, chrono, &crate::search::words(&case, &named, bodies)).await?;
        Ok((id.0, party.filter(|_| is_new).map(|party| party.0)))
    }

    fn complainant(&self, old: &OldRecord) -> Named {
        let name = old.complainant.as_deref().unwrap_or_default().trim();
        Named {
            name: name.to_owned(),
            sort_key: if name.is_empty() {
                String::new()
            } else {
                crate::collation::sort_key(name)
            },
            phone: String::new(),
        }
    }

    /// Whoever complained, and whether we meet them for the first time.
    async fn party(&mut self, conn: &mut Conn, named: &Named) -> Result<(Option<PartyId>, bool)> {
        if named.name.is_empty() {
            return Ok((None, false));
        }
        let key = name_digest(&named.name);
        if let Some(known) = self.parties.get(&key) {
            return Ok((Some(*known), false));
        }
        let id = PartyId(new_id());
        let party = crate::NewParty {
            name: named.name.clone(),
            ..crate::NewParty::default()
        };
        self.office.keep_party(conn, id, &party, self.now).await?;
        self.parties.insert(key, id);
        Ok((Some(id), true))
    }

    fn transcribed(
        &self,
        number: CaseNumber,
        old: &OldRecord,
        party: Option<PartyId>,
        texts: &mut Texts,
    ) -> Transcribed {
        let unit = old.unit.as_deref().map(|unit| store::fold::fold(unit.trim()));
        Transcribed {
            number,
            receive: Receive {
                channel: old.channel,
                declared_kind: old.kind,
                subjects: old.subjects.clone(),
                complainant: Complainant {
                    party,
                    ..Complainant::default()
                },
                received_on: old.received_on,
                first_read_at: None,
                content: texts.add(&old.summary),
                remedy_sought: None,
                persons_concerned: BTreeSet::new(),
                unit: unit.and_then(|unit| self.units.get(&unit).copied()),
                safety: false,
                forwarder: None,
                documents: Vec::new(),
            },
            registered_on: old.received_on,
            limit_on: old.limit_on,
            answered_on: old.answered_on,
            closed_on: old.closed_on,
            finding: None,
            source: texts.add(verbatim(&old.source)),
            flags: old.flags.clone(),
        }
    }
}

/// Names are not held: there may be a million.
fn name_digest(name: &str) -> [u8; 16] {
    let digest: [u8; 32] = Sha256::digest(name).into();
    let mut half = [0; 16];
    half.copy_from_slice(&digest[..16]);
    half
}

/// Heading and cell, one column a line; lines of a cell after the first are indented.
fn verbatim(source: &[(String, String)]) -> String {
    let line = |(heading, cell): &(String, String)| format!("{heading}: {}", cell.replace('\n', "\n    "));
    source.iter().map(line).collect::<Vec<_>>().join("\n")
}
