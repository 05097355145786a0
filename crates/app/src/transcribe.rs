//! Old books: each row of a register kept before this product becomes one line of history and one line of the book, all or none.

use crate::App;
use crate::error::Result;
use crate::execute::{event, headline};
use crate::office::Office;
use crate::people::{Change, ChangeEntry, may_administer, note};
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
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::history::Stream;
use store::{At, Conn};

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

/// What an import added to the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    pub records: usize,
    pub flagged: usize,
    /// First and last number given, by year of receipt.
    pub years: BTreeMap<i16, (u32, u32)>,
}

impl App {
    /// Takes an old book in: numbers go on from what each year has, in the order of receipt.
    ///
    /// # Errors
    /// `AlreadyUsed` when the same file was taken in before, `Denied`, or a failure of storage; nothing is kept then.
    pub async fn import(&self, now: Timestamp, by: Actor, book: OldBook) -> Result<Imported> {
        let book = Arc::new(in_order(book));
        self.db
            .act(|mut conn| {
                let (app, book) = (self.clone(), book.clone());
                async move {
                    let conn = &mut conn;
                    let office = app.office_in(conn).await?;
                    may_administer(&office, by, now)?;
                    if was_imported(conn, &office, &book.sha256).await? {
                        return Err(vec![Invalid::new("file", Problem::AlreadyUsed)].into());
                    }
                    let imported = Import::new(&office, now, by).take_in(conn, &book.records).await?;
                    let change = Change::RegisterImported {
                        file: book.sha256.clone(),
                        records: imported.records,
                    };
                    note(conn, &office, now, by, change).await?;
                    Ok(imported)
                }
            })
            .await
    }
}

/// By day of receipt, and within a day as the old book has them.
fn in_order(mut book: OldBook) -> OldBook {
    book.records.sort_by_key(|record| record.received_on);
    book
}

async fn was_imported(conn: &mut Conn, office: &Office, sha256: &str) -> Result<bool> {
    let events = store::history::events(conn, &Stream::administration(office.id())).await?;
    let is_it = |event: &store::history::Event| {
        let entry = serde_json::from_str::<ChangeEntry>(&event.body).ok();
        matches!(entry, Some(ChangeEntry { change: Change::RegisterImported { file, .. }, .. }) if file == sha256)
    };
    Ok(events.iter().any(is_it))
}

struct Import<'a> {
    office: &'a Office,
    now: Timestamp,
    today: Date,
    by: Actor,
    /// The complainants met so far; whoever complained twice is one party.
    parties: BTreeMap<String, PartyId>,
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
            parties: BTreeMap::new(),
            units: names.filter(|(name, _)| !name.is_empty()).collect(),
        }
    }

    async fn take_in(mut self, conn: &mut Conn, records: &[OldRecord]) -> Result<Imported> {
        let mut imported = Imported::default();
        let mut counts: BTreeMap<i16, i64> = BTreeMap::new();
        for record in records {
            *counts.entry(record.received_on.year()).or_default() += 1;
        }
        let mut next: BTreeMap<i16, u32> = BTreeMap::new();
        for (year, count) in counts {
            let first = store::series::take_many(conn, self.office.id(), "case", year, count).await?;
            let first = u32::try_from(first).map_err(crate::error::corrupt)?;
            let last = first + u32::try_from(count).map_err(crate::error::corrupt)? - 1;
            imported.years.insert(year, (first, last));
            next.insert(year, first);
        }
        for old in records {
            let year = old.received_on.year();
            let ordinal = next
                .get_mut(&year)
                .expect("numbers were taken for every year of the file");
            let number = CaseNumber {
                year,
                ordinal: *ordinal,
            };
            *ordinal += 1;
            self.one(conn, number, old).await?;
            imported.records += 1;
            imported.flagged += usize::from(!old.flags.is_empty());
        }
        Ok(imported)
    }

    async fn one(&mut self, conn: &mut Conn, number: CaseNumber, old: &OldRecord) -> Result<()> {
        let id = CaseId(new_id());
        let mut texts = Texts::default();
        let named = self.complainant(old);
        let party = self.party(conn, &named).await?;
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
        Ok(())
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

    async fn party(&mut self, conn: &mut Conn, named: &Named) -> Result<Option<PartyId>> {
        if named.name.is_empty() {
            return Ok(None);
        }
        if let Some(known) = self.parties.get(&named.name) {
            return Ok(Some(*known));
        }
        let id = PartyId(new_id());
        let party = crate::NewParty {
            name: named.name.clone(),
            ..crate::NewParty::default()
        };
        self.office.keep_party(conn, id, &party, self.now).await?;
        self.parties.insert(named.name.clone(), id);
        Ok(Some(id))
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

/// Heading and cell, one column a line; lines of a cell after the first are indented.
fn verbatim(source: &[(String, String)]) -> String {
    let line = |(heading, cell): &(String, String)| format!("{heading}: {}", cell.replace('\n', "\n    "));
    source.iter().map(line).collect::<Vec<_>>().join("\n")
}
