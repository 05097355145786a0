//! The lines of the registers, in the columns of `documents::register::Kind`, within what their reader may see.

use app::correspondence::{Correspondence, IncomingDocument, Known, OutgoingDocument};
use app::register::ExportLine;
use app::register::register::{Filter, Mark, Scope};
use app::{App, Error, Office};
use documents::metadata;
use documents::register::Kind;
use documents::sheet::Cell;
use i18n::Texts;
use jiff::Timestamp;
use procedure::vocabulary::DispatchWay;
use procedure::{PersonId, UnitId};

use super::Progress;
use crate::words::word;

/// The lines of one register of one year, for one reader.
pub(crate) struct Rows<'a> {
    app: &'a App,
    now: Timestamp,
    person: PersonId,
    t: &'static Texts,
    kind: Kind,
    year: i16,
}

/// The register of cases, a part at a time.
struct Parts {
    scope: Scope,
    filter: Filter,
    /// After which line the next part begins; nothing at the end.
    next: Option<Option<Mark>>,
}

impl Parts {
    async fn next(&mut self, rows: &Rows<'_>) -> Result<Option<Vec<ExportLine>>, Error> {
        let Some(after) = self.next.take() else {
            return Ok(None);
        };
        let (lines, next) = rows
            .app
            .export_lines(rows.now, &self.scope, &self.filter, after)
            .await?;
        self.next = next.map(Some);
        Ok(Some(lines))
    }
}

/// What the cover and the last page tell of them.
#[derive(Default)]
pub(crate) struct Told {
    pub numbers: Option<(String, String)>,
    pub voided: usize,
    pub entered: usize,
}

impl<'a> Rows<'a> {
    pub fn new(
        app: &'a App,
        now: Timestamp,
        person: PersonId,
        t: &'static Texts,
        kind: Kind,
        year: i16,
    ) -> Self {
        Rows {
            app,
            now,
            person,
            t,
            kind,
            year,
        }
    }

    /// Hands on each line, in the order of the register.
    ///
    /// # Errors
    /// `Denied` for whoever does not keep or check this register, or a failure of storage.
    pub async fn each(
        &self,
        progress: Progress<'_>,
        mut take: impl FnMut(Vec<Cell>) + Send,
    ) -> Result<Told, Error> {
        if self.kind == Kind::Cases {
            return self.cases(progress, take).await;
        }
        let found = self.correspondence().await?;
        let mut told = Told::default();
        let lines = lines(self.t, self.kind, &found);
        for line in &lines {
            told.voided += usize::from(line.voided);
            told.entered += usize::from(line.entered);
        }
        if self.kind != Kind::Handling {
            told.numbers = ends(lines.iter().map(|line| line.number.as_str()));
        }
        let of = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        progress.tell(of, of).await;
        for line in lines {
            take(line.cells);
        }
        Ok(told)
    }

    async fn correspondence(&self) -> Result<Correspondence, Error> {
        self.app.correspondence(self.now, self.person, self.year).await
    }

    async fn cases(
        &self,
        progress: Progress<'_>,
        mut take: impl FnMut(Vec<Cell>) + Send,
    ) -> Result<Told, Error> {
        let office = self.app.office().await?;
        let mut told = Told::default();
        let mut done = 0;
        let mut parts = self.parts().await?;
        while let Some(lines) = parts.next(self).await? {
            for line in &lines {
                let number = line.line.row.number.clone();
                let (first, _) = told.numbers.take().unwrap_or((number.clone(), number.clone()));
                told.numbers = Some((first, number));
                told.voided += usize::from(line.line.row.annulled);
                told.entered += 1;
                take(case_cells(self.t, &office, line));
            }
            done += i64::try_from(lines.len()).unwrap_or_default();
            progress.tell(done, 0).await;
        }
        Ok(told)
    }

    async fn parts(&self) -> Result<Parts, Error> {
        self.app.may_bind(self.now, self.person).await?;
        Ok(Parts {
            scope: self.app.scope(self.now, self.person).await?,
            filter: Filter {
                year: Some(self.year),
                ..Filter::default()
            },
            next: Some(None),
        })
    }

    /// The same as the fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II.
    ///
    /// # Errors
    /// As [`Rows::each`]; `NotFound` for a register that the appendix gives no fields.
    pub async fn xml(&self) -> Result<Vec<u8>, Error> {
        let office = self.app.office().await?;
        let records = match self.kind {
            Kind::Cases => {
                let mut files = Vec::new();
                let mut parts = self.parts().await?;
                while let Some(lines) = parts.next(self).await? {
                    files.extend(lines.iter().map(|line| self.file(line)));
                }
                metadata::Records::Files(files)
            }
            Kind::Outgoing => {
                let found = self.correspondence().await?;
                let records = found.outgoing.iter().map(|it| self.outgoing(&office, it, &found));
                metadata::Records::Outgoing(records.collect())
            }
            Kind::Incoming => {
                let found = self.correspondence().await?;
                let records = found.incoming.iter().map(|it| self.incoming(it, &found));
                metadata::Records::Incoming(records.collect())
            }
            Kind::Handling | Kind::Postal => return Err(Error::NotFound),
        };
        Ok(records.xml())
    }

    fn language(&self) -> String {
        self.t.lang().own_name().to_owned()
    }

    fn file(&self, line: &ExportLine) -> metadata::File {
        let row = &line.line.row;
        let t = self.t;
        let day = |on: Option<app::register::On>| on.map(|on| on.0);
        let subject = if line.line.masked {
            t.case_protected()
        } else {
            &row.summary
        };
        metadata::File {
            code: code(row.year, &row.number),
            title: format!("{} {}: {subject}", word(t, "kind", &row.kind), row.number),
            language: self.language(),
            start: Some(row.received_on.0),
            end: day(row.closed_on),
            note: word(t, "stage", &row.stage),
        }
    }

    fn outgoing(
        &self,
        office: &Office,
        letter: &OutgoingDocument,
        found: &Correspondence,
    ) -> metadata::Outgoing {
        let known = letter.case_id.and_then(|case| found.cases.get(&case));
        metadata::Outgoing {
            code: code(letter.year, known.map_or("", |known| &known.number)),
            type_name: self.t.book_letter().to_owned(),
            number: format!("{:02}", letter.number),
            notation: letter.symbol.clone(),
            issued: letter.dated_on.0,
            organ: office.organisation.name.clone(),
            subject: letter.summary.clone(),
            language: self.language(),
            note: note(self.t, letter),
            signer: letter.signer.clone(),
            to: letter.recipient.clone(),
            copies: letter.copies,
        }
    }

    fn incoming(&self, letter: &IncomingDocument, found: &Correspondence) -> metadata::Incoming {
        let known = letter.case_id.and_then(|case| found.cases.get(&case));
        metadata::Incoming {
            code: code(letter.year, known.map_or("", |known| &known.number)),
            type_name: self.t.book_complaint_letter().to_owned(),
            notation: letter.symbol.clone(),
            issued: letter.dated_on.map(|on| on.0),
            organ: letter.author.clone(),
            subject: letter.summary.clone(),
            language: self.language(),
            note: letter.note.clone(),
            arrived: letter.arrived_on.0,
            number: letter.number,
            receiver: letter.receiver.clone(),
            progress: known.map(|known| self.progress(known)).unwrap_or_default(),
            due: known.and_then(|known| known.limit_on),
        }
    }

    fn progress(&self, known: &Known) -> String {
        progress(self.t, known)
    }
}

fn code(year: i64, number: &str) -> metadata::FileCode {
    metadata::FileCode {
        catalog: year,
        notation: number.to_owned(),
    }
}

/// A line of a register of letters.
pub(crate) struct Line {
    pub cells: Vec<Cell>,
    /// As the register counts.
    pub number: String,
    pub voided: bool,
    pub case: Option<uuid::Uuid>,
    /// Whether it is an entry, and not the place of numbers that are not entered.
    pub entered: bool,
}

/// The lines of a register of letters; none of the register of cases, which is read a part at a time.
pub(crate) fn lines(t: &'static Texts, kind: Kind, found: &Correspondence) -> Vec<Line> {
    match kind {
        Kind::Cases => Vec::new(),
        Kind::Outgoing => outgoing_lines(t, found),
        Kind::Postal => {
            let by_post = |letter: &&OutgoingDocument| letter.sent_by == DispatchWay::Post.key();
            let mut sent: Vec<&OutgoingDocument> = found.outgoing.iter().filter(by_post).collect();
            sent.sort_by_key(|letter| (letter.dispatched_on, letter.number));
            sent.into_iter().map(postal_line).collect()
        }
        Kind::Incoming => found.incoming.iter().map(incoming_line).collect(),
        Kind::Handling => found
            .incoming
            .iter()
            .map(|it| handling_line(t, it, found))
            .collect(),
    }
}

fn ends<'a>(mut numbers: impl Iterator<Item = &'a str>) -> Option<(String, String)> {
    let first = numbers.next()?;
    let last = numbers.last().unwrap_or(first);
    Some((first.to_owned(), last.to_owned()))
}

fn number_of(letter: &OutgoingDocument) -> String {
    format!("{:02}/{}", letter.number, letter.symbol)
}

fn note(t: &Texts, letter: &OutgoingDocument) -> String {
    let void = letter.voided.then(|| t.book_void().to_owned());
    let noted = Some(letter.note.clone()).filter(|note| !note.is_empty());
    let parts: Vec<String> = [void, noted].into_iter().flatten().collect();
    parts.join("; ")
}

fn outgoing_line(t: &Texts, letter: &OutgoingDocument) -> Line {
    let number = number_of(letter);
    Line {
        cells: vec![
            Cell::from(number.as_str()),
            Cell::Date(letter.dated_on.0),
            Cell::from(letter.summary.as_str()),
            Cell::from(letter.signer.as_str()),
            Cell::from(letter.recipient.as_str()),
            Cell::from(letter.kept_by.as_str()),
            Cell::from(letter.copies),
            Cell::from(letter.dispatched_on.map(|on| on.0)),
            Cell::Empty,
            Cell::from(note(t, letter)),
        ],
        number,
        voided: letter.voided,
        case: letter.case_id,
        entered: true,
    }
}

/// The register in the order of its numbers; what is not in it yet stands where it belongs.
fn outgoing_lines(t: &Texts, found: &Correspondence) -> Vec<Line> {
    let given = found.outgoing.iter().map(|it| (it.number, outgoing_line(t, it)));
    let gaps = app::correspondence::gaps(&found.outgoing).into_iter();
    let gaps = gaps.map(|(first, last)| (first, gap_line(t, first, last)));
    let mut lines: Vec<(i64, Line)> = given.chain(gaps).collect();
    lines.sort_by_key(|(number, _)| *number);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn gap_line(t: &Texts, first: i64, last: i64) -> Line {
    let number = match first == last {
        true => format!("{first:02}"),
        false => format!("{first:02}–{last:02}"),
    };
    let mut cells = vec![
        Cell::from(number.as_str()),
        Cell::Empty,
        Cell::from(t.book_not_entered()),
    ];
    cells.resize(Kind::Outgoing.columns(t).len(), Cell::Empty);
    Line {
        cells,
        number: format!("{first:02}"),
        voided: false,
        case: None,
        entered: false,
    }
}

fn postal_line(letter: &OutgoingDocument) -> Line {
    let number = number_of(letter);
    Line {
        cells: vec![
            Cell::from(letter.dispatched_on.map(|on| on.0)),
            Cell::from(number.as_str()),
            Cell::from(letter.recipient.as_str()),
            Cell::from(1),
            Cell::Empty,
            Cell::from(letter.tracking.as_str()),
        ],
        number,
        voided: false,
        case: letter.case_id,
        entered: true,
    }
}

fn incoming_line(letter: &IncomingDocument) -> Line {
    Line {
        cells: vec![
            Cell::Date(letter.arrived_on.0),
            Cell::from(letter.number),
            Cell::from(letter.author.as_str()),
            Cell::from(letter.symbol.as_str()),
            Cell::from(letter.dated_on.map(|on| on.0)),
            Cell::from(letter.summary.as_str()),
            Cell::from(letter.receiver.as_str()),
            Cell::from(letter.transferred_on.map(|on| on.0)),
            Cell::Empty,
            Cell::from(letter.note.as_str()),
        ],
        number: letter.number.to_string(),
        voided: false,
        case: letter.case_id,
        entered: true,
    }
}

fn handling_line(t: &'static Texts, letter: &IncomingDocument, found: &Correspondence) -> Line {
    let known = letter.case_id.and_then(|case| found.cases.get(&case));
    let dated = letter.dated_on.map(|on| t.date(on.0));
    let document = [
        t.book_complaint_letter().to_owned(),
        letter.symbol.clone(),
        dated.unwrap_or_default(),
        letter.author.clone(),
    ];
    let document: Vec<String> = document.into_iter().filter(|part| !part.is_empty()).collect();
    Line {
        cells: vec![
            Cell::from(letter.number),
            Cell::from(document.join(", ")),
            Cell::from(letter.receiver.as_str()),
            Cell::from(known.and_then(|known| known.limit_on)),
            Cell::from(known.map(|known| progress(t, known)).unwrap_or_default()),
            Cell::from(known.and_then(|known| known.reply.clone()).unwrap_or_default()),
            Cell::from(letter.note.as_str()),
        ],
        number: letter.number.to_string(),
        voided: false,
        case: letter.case_id,
        entered: true,
    }
}

/// How far the case is, and since when it is answered.
fn progress(t: &'static Texts, known: &Known) -> String {
    let stage = word(t, "stage", &known.stage);
    match (known.closed_on, known.answered_on) {
        (Some(on), _) => t.book_progress_closed(stage, t.date(on)),
        (None, Some(on)) => t.book_progress_answered(stage, t.date(on)),
        (None, None) => stage,
    }
}

fn case_cells(t: &'static Texts, office: &Office, one: &ExportLine) -> Vec<Cell> {
    let row = &one.line.row;
    let masked = one.line.masked;
    let told = |words: String| {
        Cell::from(if masked {
            t.case_protected().to_owned()
        } else {
            words
        })
    };
    let day = |on: Option<app::register::On>| on.map(|on| on.0);
    let who = match row.complainant_name.as_str() {
        "" => t.case_anonymous().to_owned(),
        name => name.to_owned(),
    };
    let subjects = one.subjects.iter().map(|subject| word(t, "subject", subject));
    let unit = row.unit_id.map(|unit| office.unit_name(UnitId(unit)).to_owned());
    let concerns: Vec<String> = subjects.chain(unit).collect();
    let limit = match (day(row.first_limit_on), day(row.limit_on)) {
        (Some(first), Some(limit)) if first != limit => t.book_extended(t.date(first), t.date(limit)),
        (_, Some(limit)) => t.date(limit),
        (_, None) => String::new(),
    };
    let measures: Vec<String> = [one.measures.clone(), one.actions.join(", ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let letter = one.letter.as_ref();
    let answer = match (letter, day(row.answered_on)) {
        (Some((number, on)), _) => format!("{number}, {}", t.date(*on)),
        (None, Some(on)) => t.book_answered_by_voice(t.date(on)),
        (None, None) => String::new(),
    };
    let marks = [
        (row.annulled, t.book_annulled()),
        (row.reopened, t.book_reopened()),
        (row.imported, t.book_imported()),
    ];
    let marks: Vec<&str> = marks
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, it)| it)
        .collect();
    let finding = row.outcome.as_ref().map(|finding| word(t, "finding", finding));
    vec![
        Cell::from(row.number.as_str()),
        Cell::Date(row.received_on.0),
        Cell::from(word(t, "channel", &row.channel)),
        told(who),
        Cell::from(word(t, "kind", &row.kind)),
        told(row.summary.clone()),
        told(concerns.join("; ")),
        Cell::from(limit),
        Cell::from(finding.unwrap_or_default()),
        told(measures.join("; ")),
        Cell::from(answer),
        Cell::from(day(row.closed_on)),
        Cell::from(marks.join("; ")),
    ]
}

/// A cell in words, as pages and CSV show it.
pub(crate) fn said(t: &Texts, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => t.date(*day),
        Cell::Empty => String::new(),
    }
}
