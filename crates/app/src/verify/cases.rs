//! Cases: the fold of each history beside the state, the line, the people, the duties and the words that are stored of it.

use super::report::{Sheet, What};
use super::{Range, lines, references};
use crate::App;
use crate::error::Result;
use crate::execute::headline;
use crate::office::Office;
use crate::record::{Named, canonical, owed, record};
use crate::submission::{hex, text_digest};
use jiff::{Timestamp, ToSpan};
use procedure::case::Act;
use procedure::case::event::{Entry, Event as Said};
use procedure::{Case, CaseId, TextRef};
use std::collections::{BTreeMap, BTreeSet};
use store::audit::{self, PartyName};
use store::cases::{CaseRecord, CaseRow};
use store::history::{Event, StreamKind};
use store::obligations::{Obligation, Stored};
use store::texts::Text;
use store::{Conn, Uuid};

/// Everything that is stored of the cases of a range.
struct Shelf {
    records: BTreeMap<Uuid, CaseRecord>,
    misfiled: BTreeSet<Uuid>,
    owed: BTreeMap<Uuid, Vec<Stored>>,
    texts: BTreeMap<Uuid, Vec<Text>>,
    links: BTreeMap<Uuid, BTreeSet<Uuid>>,
    documents: BTreeMap<Uuid, BTreeMap<Uuid, Vec<u8>>>,
}

pub(super) async fn compare(
    app: &App,
    conn: &mut Conn,
    now: Timestamp,
    range: Range,
    histories: &BTreeMap<Uuid, Vec<Event>>,
    sheet: &mut Sheet,
) -> Result<()> {
    let office = app.office_in(conn).await?;
    let shelf = shelf(conn, range, sheet).await?;
    for (id, record) in &shelf.records {
        if !histories.contains_key(id) {
            sheet.differs(What::Orphan, &record.row.number, id.to_string());
        }
    }
    for id in shelf.owed.keys().filter(|id| !histories.contains_key(id)) {
        sheet.differs(What::Orphan, id.to_string(), "obligation");
    }
    for (id, events) in histories {
        let Some(stored) = shelf.records.get(id) else {
            sheet.differs(What::Row, id.to_string(), "missing");
            continue;
        };
        let desk = One {
            office: &office,
            now,
            shelf: &shelf,
            stored,
            name: stored.row.number.clone(),
        };
        desk.compare(conn, events, sheet).await?;
    }
    Ok(())
}

async fn shelf(conn: &mut Conn, range: Range, sheet: &mut Sheet) -> Result<Shelf> {
    let Range { after, until } = range;
    let mut texts: BTreeMap<Uuid, Vec<Text>> = BTreeMap::new();
    for text in audit::texts(conn, after, until).await? {
        texts.entry(text.stream_id).or_default().push(text);
    }
    texts
        .values_mut()
        .for_each(|texts| texts.sort_by_key(|text| text.id));
    let mut documents: BTreeMap<Uuid, BTreeMap<Uuid, Vec<u8>>> = BTreeMap::new();
    for document in audit::documents(conn, after, until).await? {
        sheet.take_row(&document);
        let (Some(stream), Some(sha256)) = (document.stream_id, document.sha256) else {
            continue;
        };
        let of = document.file_name;
        sheet.files.entry(sha256.clone()).or_default().insert(of);
        documents.entry(stream).or_default().insert(document.id, sha256);
    }
    Ok(Shelf {
        records: audit::cases(conn, after, until).await?,
        misfiled: audit::misfiled(conn, after, until).await?,
        owed: store::obligations::of_range(conn, StreamKind::Case, after, until).await?,
        links: audit::links(conn, after, until).await?,
        texts,
        documents,
    })
}

/// One case on the table.
struct One<'a> {
    office: &'a Office,
    now: Timestamp,
    shelf: &'a Shelf,
    stored: &'a CaseRecord,
    name: String,
}

impl One<'_> {
    async fn compare(&self, conn: &mut Conn, events: &[Event], sheet: &mut Sheet) -> Result<()> {
        let id = self.stored.row.id;
        sheet.counted.cases += 1;
        let entries: Vec<Entry> = match lines(events) {
            Ok(entries) => entries,
            Err(seq) => {
                sheet.differs(What::Unreadable, &self.name, format!("event {seq}"));
                return Ok(());
            }
        };
        let case = Case::fold(CaseId(id), &entries);
        sheet.counted.open_cases += usize::from(is_open(&case));
        if canonical(&case) != self.stored.state {
            sheet.differs(What::State, &self.name, "");
        }
        let named = self.row(conn, &case, &entries, sheet).await?;
        self.duties(conn, &case, sheet).await?;
        self.texts(conn, events, sheet).await?;
        self.letters(conn, &case, sheet).await?;
        let bodies = self.texts_of(id).iter().filter_map(|text| text.body.as_deref());
        if let Some(chrono) = crate::search::chrono(&case) {
            let words = crate::search::words(&case, &named, bodies);
            if !store::search::is_found_by(conn, chrono, &words).await? {
                sheet.differs(What::Search, &self.name, "");
            }
        }
        let linked: BTreeSet<Uuid> = case.corrective_actions.iter().map(|action| action.0).collect();
        if linked != self.shelf.links.get(&id).cloned().unwrap_or_default() {
            sheet.differs(What::Link, &self.name, "");
        }
        sheet.take_row(&self.stored.row);
        sheet.take_row(&(&self.stored.subjects, &self.stored.people, &self.stored.state));
        Ok(())
    }

    fn texts_of(&self, id: Uuid) -> &[Text] {
        self.shelf.texts.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The line, its subjects and its people; answers with the name the line bears.
    async fn row(&self, conn: &mut Conn, case: &Case, entries: &[Entry], sheet: &mut Sheet) -> Result<Named> {
        let row = &self.stored.row;
        let named = Named {
            name: row.complainant_name.clone(),
            sort_key: row.complainant_sort.clone(),
            phone: row.complainant_phone.clone(),
        };
        let versions = match case.complainant.party {
            Some(party) => audit::party(conn, party.0).await?,
            None => Vec::new(),
        };
        versions.iter().for_each(|version| sheet.take_row(version));
        let is_known = |version: &PartyName| {
            let erased = version.erased_at.is_some();
            erased
                || (version.name == named.name
                    && version.sort_key == named.sort_key
                    && version.phone == named.phone)
        };
        let nobody = case.complainant.party.is_none() && named == Named::default();
        if !nobody && !versions.iter().any(is_known) {
            sheet.differs(What::Row, &self.name, "complainant_name");
        }
        let last = entries.last().map_or(Timestamp::UNIX_EPOCH, |entry| entry.at);
        let summary = self.summary(entries).unwrap_or_else(|| row.summary.clone());
        let wanted = record(case, &named, &summary, last);
        let columns = differing(row, &wanted.row);
        if !columns.is_empty() {
            sheet.differs(What::Row, &self.name, columns.join(", "));
        }
        if self.shelf.misfiled.contains(&row.id) {
            sheet.differs(What::Row, &self.name, "keys");
        }
        if self.stored.subjects != wanted.subjects {
            sheet.differs(What::Subjects, &self.name, "");
        }
        if self.stored.people != wanted.people {
            sheet.differs(What::People, &self.name, "");
        }
        Ok(named)
    }

    /// What the line of the register begins with, unless it was erased.
    fn summary(&self, entries: &[Entry]) -> Option<String> {
        let content: &TextRef = entries.iter().find_map(|entry| match &entry.event {
            Said::Acted {
                act: Act::Receive(said),
                ..
            } => Some(&said.content),
            Said::Transcribed(old) => Some(&old.receive.content),
            _ => None,
        })?;
        let texts = self.texts_of(self.stored.row.id);
        let text = texts.iter().find(|text| text.id == content.id.0)?;
        text.body.as_deref().map(headline)
    }

    async fn duties(&self, conn: &mut Conn, case: &Case, sheet: &mut Sheet) -> Result<()> {
        let stored = self
            .shelf
            .owed
            .get(&self.stored.row.id)
            .map_or(&[][..], Vec::as_slice);
        sheet.counted.obligations += stored.len();
        sheet.take_row(&stored);
        if sheet.recomputation_waits {
            return Ok(());
        }
        let office = match case.clients().next() {
            Some(_) => &self.office.for_case(conn, case).await?,
            None => self.office,
        };
        // Who holds a duty may change over night; it is written down again in the course of the day.
        let moments = [self.now, self.now - 24.hours(), self.stored.row.last_event_at.0];
        let wanted: Vec<Vec<Obligation>> = moments
            .iter()
            .map(|moment| owed(case, &office.desk(*moment)))
            .collect();
        if let Some(detail) = differing_duties(stored, &wanted, &self.name) {
            sheet.differs(What::Obligations, &self.name, detail);
        }
        Ok(())
    }

    /// Every text and file of the history is there and is what it was.
    async fn texts(&self, conn: &mut Conn, events: &[Event], sheet: &mut Sheet) -> Result<()> {
        let id = self.stored.row.id;
        let empty = BTreeMap::new();
        let documents = self.shelf.documents.get(&id).unwrap_or(&empty);
        let mut referred = references(events);
        for text in self.texts_of(id) {
            let erased = text.body.is_none();
            sheet.counted.texts += 1;
            sheet.counted.erased_texts += usize::from(erased);
            sheet.take(&[text.id.as_bytes(), if erased { b"erased" } else { b"" }]);
            match referred.remove(&text.id) {
                None => sheet.differs(What::Text, &self.name, format!("{} is in no line", text.id)),
                Some(sha256) if !is_text(text, &sha256) => {
                    sheet.differs(What::Text, &self.name, text.id.to_string());
                }
                Some(_) => {}
            }
        }
        for (id, sha256) in documents {
            if referred.remove(id).is_none_or(|told| told != hex(sha256)) {
                sheet.differs(What::File, &self.name, id.to_string());
            }
        }
        for (id, sha256) in referred {
            // One file may serve two cases; its row belongs to the first.
            let elsewhere = store::documents::one(conn, id).await?.and_then(|row| row.sha256);
            if elsewhere.is_none_or(|found| hex(&found) != sha256) {
                sheet.differs(What::Text, &self.name, format!("{id} is missing"));
            }
        }
        Ok(())
    }

    async fn letters(&self, conn: &mut Conn, case: &Case, sheet: &mut Sheet) -> Result<()> {
        let rounds = case.past_rounds.iter().chain([&case.round]);
        let letters: Vec<_> = rounds
            .flat_map(|round| &round.letters)
            .filter_map(|letter| letter.number.as_ref())
            .collect();
        if letters.is_empty() {
            return Ok(());
        }
        let registered = store::letters::outgoing_of_case(conn, case.id.0).await?;
        registered.iter().for_each(|row| sheet.take_row(row));
        for (number, symbol, on) in letters {
            sheet.counted.letters += 1;
            let found = registered.iter().any(|row| {
                row.number == i64::from(*number) && row.symbol == *symbol && row.dated_on.0 == *on
            });
            if !found {
                sheet.differs(What::Letter, &self.name, format!("{number}/{symbol}"));
            }
        }
        Ok(())
    }
}

/// Whether a text, as it stands or erased, is what its line says.
pub(super) fn is_text(text: &Text, sha256: &str) -> bool {
    match (&text.salt, &text.body) {
        (Some(salt), Some(body)) => text_digest(salt, body) == sha256,
        (None, None) => text.erased_at.is_some(),
        _ => false,
    }
}

/// The first duty that is stored otherwise than it follows; holders as they are at any of the moments.
pub(super) fn differing_duties(
    stored: &[Stored],
    wanted: &[Vec<Obligation>],
    number: &str,
) -> Option<String> {
    let first = wanted.first()?;
    if stored.len() != first.len() {
        return Some(format!("{} instead of {}", stored.len(), first.len()));
    }
    let place = stored.iter().enumerate().find(|(place, one)| {
        let fits = wanted
            .iter()
            .any(|duties| duties.get(*place) == Some(&one.obligation));
        !fits || !one.keys_agree || one.number != number
    });
    place.map(|(_, one)| format!("{} {}", one.obligation.rule, one.obligation.act))
}

macro_rules! differing {
    ($stored:ident, $wanted:ident: $($column:ident)*) => {
        [$(($stored.$column != $wanted.$column).then_some(stringify!($column))),*]
            .into_iter()
            .flatten()
            .collect()
    };
}

fn differing(stored: &CaseRow, wanted: &CaseRow) -> Vec<&'static str> {
    differing!(stored, wanted:
        id year ordinal number version kind channel written unit_id stage received_on registered_on limit_on
        first_limit_on answered_on closed_on outcome severity safety protected imported annulled extended
        reopened complainant_name complainant_sort complainant_phone summary last_event_at)
}

fn is_open(case: &Case) -> bool {
    case.closed_on.is_none() && !case.is_annulled() && !case.transcribed
}
