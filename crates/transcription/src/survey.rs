//! A whole file looked through once, in memory that does not grow with it: what it is, what its columns mean, what stands
//! against taking it in, and what it adds up to. Then its records, page by page.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::dates::Order;
use crate::guess::{GuessedColumn, guess};
use crate::mapping::{Columns, Mapping, Role};
use crate::problem::{Code, Problem, Severity};
use crate::read::{Dates, Seen, Totals, read_piece};
use crate::record::{OldRecord, Told};
use crate::refused::Refused;
use crate::source::{Facts, Pages, Row, letters};
use crate::words;

/// So many errors, and so many warnings, are kept one by one; all are counted.
pub const MOST_PROBLEMS: usize = 5_000;
/// So many different words of a column are kept.
const MOST_WORDS: usize = 200;
/// So many rows are kept to be shown.
const SHOWN_ROWS: usize = 12;

#[derive(Debug, Clone, Serialize)]
pub struct Survey {
    pub facts: Facts,
    pub headers: Vec<String>,
    #[serde(skip)]
    pub first_rows: Vec<Row>,
    /// With everything settled that the file itself decided, so that it is opened the same way again.
    pub mapping: Mapping,
    pub guessed: Option<Vec<GuessedColumn>>,
    /// Findings about the file, then row by row; of errors and of warnings no more than [`MOST_PROBLEMS`] each.
    pub problems: Vec<Problem>,
    pub totals: Totals,
    pub date_order: Option<Order>,
    pub unused_columns: Vec<String>,
    /// Records by day of receipt.
    pub days: BTreeMap<Date, u32>,
    /// What stands in the columns of kind, channel and subject.
    pub words: BTreeMap<&'static str, BTreeMap<String, Word>>,
}

/// A word of the old book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    pub count: usize,
    /// Whether it is known what it means.
    pub known: bool,
}

impl Survey {
    /// The name by which a mapping speaks of a column, also where two have the same heading.
    pub fn name_of(&self, column: usize) -> String {
        let header = &self.headers[column];
        let alike = self.headers.iter().filter(|other| *other == header).count();
        if alike == 1 {
            header.clone()
        } else {
            format!("[{}]", letters(column))
        }
    }

    /// The role that a mapping gives a column.
    pub fn role_of(&self, column: usize) -> Option<Role> {
        let (name, lettered) = (self.name_of(column), format!("[{}]", letters(column)));
        let is_it = |told: &&str| words::fold(told) == words::fold(&name) || *told == lettered;
        Role::ALL
            .iter()
            .copied()
            .find(|role| self.mapping.columns.of(*role).iter().any(is_it))
    }

    pub fn may_import(&self) -> bool {
        self.totals.errors == 0
    }
}

/// Looks through a file; `tell` hears how many rows are done, and at its end how many there are.
pub fn survey(
    path: &Path,
    mapping: Option<&Mapping>,
    today: Date,
    tell: &mut dyn FnMut(usize),
) -> Result<Survey, Refused> {
    look(path, mapping, today, usize::MAX, tell)
}

/// The same of its beginning only, for somebody who is about to say what its columns mean.
pub fn preview(path: &Path, mapping: Option<&Mapping>, today: Date) -> Result<Survey, Refused> {
    look(path, mapping, today, 1, &mut |_| {})
}

fn look(
    path: &Path,
    mapping: Option<&Mapping>,
    today: Date,
    pieces: usize,
    tell: &mut dyn FnMut(usize),
) -> Result<Survey, Refused> {
    let opening = mapping.map(Mapping::opening).unwrap_or_default();
    let mut pages = Pages::open(path, &opening)?;
    let Some(first) = pages.next_piece()? else {
        return Err(Refused::Empty);
    };
    let is_told = mapping.filter(|mapping| mapping.columns != Columns::default());
    let (mut mapping, guessed, mut earlier) = match (is_told, mapping) {
        (Some(told), _) => (told.clone(), None, Vec::new()),
        (None, opened) => {
            let mut guess = guess(&first);
            // Later rows may decide otherwise; all of them are asked below.
            guess.mapping.dates.order = None;
            if let Some(opened) = opened {
                guess.mapping.file = opened.file.clone();
            }
            (guess.mapping, Some(guess.columns), guess.problems)
        }
    };
    let mut dates = Dates::default();
    dates.add(&first, &mapping);
    let mut ahead = first.rows.len();
    // Every row is read twice when the dates have to be asked what they mean.
    let passes = if pieces > 1 && mapping.dates.order.is_none() {
        2
    } else {
        1
    };
    for _ in 1..if passes > 1 { pieces } else { 1 } {
        tell(ahead / 2);
        let Some(piece) = pages.next_piece()? else { break };
        dates.add(&piece, &mapping);
        ahead += piece.rows.len();
    }
    let order = dates.verdict(&mapping);

    let mut survey = Survey {
        headers: first.headers.clone(),
        first_rows: first.rows.iter().take(SHOWN_ROWS).cloned().collect(),
        facts: first.facts.clone(),
        mapping: mapping.clone(),
        guessed,
        problems: Vec::new(),
        totals: Totals::default(),
        date_order: order.as_ref().ok().copied().flatten(),
        unused_columns: Vec::new(),
        days: BTreeMap::new(),
        words: BTreeMap::new(),
    };
    // The beginning alone is not read twice.
    let mut first = (pieces == 1).then_some(first);
    if first.is_none() {
        pages = Pages::open(path, &opening)?;
    }
    let mut seen = Seen::default();
    let mut gathered = Gathered::default();
    gathered.add(std::mem::take(&mut earlier));
    for _ in 0..pieces {
        let next = first
            .take()
            .map_or_else(|| pages.next_piece(), |first| Ok(Some(first)));
        let Some(piece) = next? else { break };
        let reading = read_piece(&piece, &mapping, today, order.clone(), &mut seen);
        survey.unused_columns = reading.unused_columns().to_vec();
        for record in reading.rows_as_read() {
            *survey.days.entry(record.received_on).or_default() += 1;
            survey.note(Role::Kind, &record.kind);
            survey.note(Role::Channel, &record.channel);
            survey.note(Role::Subject, &record.subjects);
        }
        survey.totals.add(reading.totals());
        gathered.add(reading.into_problems());
        let rows = survey.totals.rows_in_table;
        tell(if passes > 1 { (ahead + rows) / 2 } else { rows });
    }
    survey.totals.errors = gathered.errors;
    survey.totals.warnings = gathered.warnings;
    survey.totals.problems = gathered.counts;
    survey.problems = gathered.problems;
    mapping.dates.order = survey.date_order.or(mapping.dates.order);
    mapping.file.header_row.get_or_insert(survey.facts.header_row);
    if let Some(sheet) = &survey.facts.sheet {
        mapping.file.sheet.get_or_insert_with(|| sheet.clone());
    }
    survey.mapping = mapping;
    Ok(survey)
}

impl Survey {
    fn note<T>(&mut self, role: Role, told: &Told<T>) {
        if told.said.is_empty() {
            return;
        }
        let words = self.words.entry(role.code()).or_default();
        if words.len() >= MOST_WORDS && !words.contains_key(&told.said) {
            return;
        }
        let word = words.entry(told.said.clone()).or_default();
        word.count += 1;
        word.known |= told.means.is_some();
    }
}

/// The records of a file under a mapping that a survey settled, some thousands at a time.
pub struct Records {
    pages: Pages,
    mapping: Mapping,
    today: Date,
    seen: Seen,
}

impl Records {
    pub fn open(path: &Path, mapping: &Mapping, today: Date) -> Result<Records, Refused> {
        Ok(Records {
            pages: Pages::open(path, &mapping.opening())?,
            mapping: mapping.clone(),
            today,
            seen: Seen::default(),
        })
    }
}

impl Iterator for Records {
    type Item = Result<Vec<OldRecord>, Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = match self.pages.next_piece() {
            Ok(piece) => piece?,
            Err(refused) => return Some(Err(refused)),
        };
        let order = Ok(self.mapping.dates.order);
        let reading = read_piece(&piece, &self.mapping, self.today, order, &mut self.seen);
        Some(Ok(reading.into_records()))
    }
}

/// Findings of all pieces: those of the file once, those of columns with their counts added up, those of rows up to a limit.
#[derive(Default)]
struct Gathered {
    problems: Vec<Problem>,
    errors: usize,
    warnings: usize,
    counts: BTreeMap<&'static str, usize>,
}

impl Gathered {
    fn add(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            if problem.row.is_none() {
                let known = self.problems.iter_mut().find(|known| {
                    known.row.is_none()
                        && (known.code, &known.column) == (problem.code, &problem.column)
                        && (problem.see_row.is_some()
                            || is_said_once(problem.code)
                            || known.value == problem.value)
                });
                if let Some(known) = known {
                    if !is_said_once(problem.code) {
                        known.count += problem.count;
                        known.rows.append(problem.rows);
                        *self.counts.entry(problem.code.name()).or_default() += problem.count;
                    }
                    continue;
                }
            }
            *self.counts.entry(problem.code.name()).or_default() += problem.count;
            let alike = match problem.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
            };
            *alike += 1;
            let is_kept = *alike <= MOST_PROBLEMS;
            if problem.row.is_none() {
                let at = self.problems.iter().position(|known| known.row.is_some());
                self.problems.insert(at.unwrap_or(self.problems.len()), problem);
            } else if is_kept {
                self.problems.push(problem);
            }
        }
    }
}

/// Of a column that every piece of the file has; only what stands there first is shown.
fn is_said_once(code: Code) -> bool {
    matches!(code, Code::UnnamedColumn | Code::UnusedHeaderRepeated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn written(name: &str, text: &str) -> std::path::PathBuf {
        let path = std::env::temp_dir().join(format!("phucdap-survey-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("the temporary directory can be written");
        path
    }

    const TODAY: Date = date(2026, 7, 1);

    #[test]
    fn a_survey_of_a_short_file_says_what_its_reading_says() {
        let text = "Ngày nhận,Loại,Nội dung\n01/02/2019,phàn nàn,Một\n21/02/2019,lạ,Hai\n22/02/2019,phàn nàn,Bốn\n,phàn nàn,Ba\n";
        let path = written("short", text);
        let survey = survey(&path, None, TODAY, &mut |_| {}).unwrap();
        let transcript = crate::transcribe(text.as_bytes(), None, TODAY).unwrap();
        assert_eq!(survey.problems, transcript.reading.problems());
        assert_eq!(&survey.totals, transcript.reading.totals());
        assert_eq!(survey.mapping.columns, transcript.mapping.columns);
        assert_eq!(survey.date_order, transcript.reading.date_order());
        let unknown = Word {
            count: 1,
            known: false,
        };
        assert_eq!(survey.words["kind"]["lạ"], unknown);
        assert_eq!(survey.days.len(), 3);
        assert!(!survey.may_import());
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_one_piece_decides_holds_for_all_and_repetitions_are_seen_across_them() {
        let mut text = String::from("Ngày nhận,Số,Nội dung\n");
        let mut rows = 0;
        while text.len() < 96 << 10 {
            rows += 1;
            text.push_str(&format!("03/04/2019,{rows},Chưa rõ ngày trước hay tháng trước\n"));
        }
        text.push_str("21/04/2019,1,Ngày trước\n");
        let path = written("long", &text);
        let mut told = Vec::new();
        let survey = survey(&path, None, TODAY, &mut |done| told.push(done)).unwrap();
        assert_eq!(survey.date_order, Some(Order::Dmy));
        assert_eq!(survey.totals.rows_read, rows + 1);
        assert_eq!(survey.days[&date(2019, 4, 3)], rows as u32);
        assert_eq!(survey.totals.problems["old-number-repeated"], 1);
        let repeated = survey
            .problems
            .iter()
            .find(|problem| problem.row.is_some())
            .unwrap();
        assert_eq!((repeated.row, repeated.see_row), (Some(rows as u32 + 2), Some(2)));
        assert!(told.len() > 3 && told.is_sorted());

        let records = Records::open(&path, &survey.mapping, TODAY).unwrap();
        let pages: Vec<usize> = records.map(|page| page.unwrap().len()).collect();
        assert_eq!(pages.iter().sum::<usize>(), rows + 1);
        assert!(pages.len() > 3);
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn however_many_warnings_there_are_an_error_behind_them_is_named() {
        let mut text = String::from("Ngày nhận,Nội dung,Loại\n");
        for row in 0..=MOST_PROBLEMS {
            text.push_str(&format!("21/03/2019,Việc {row},lạ\n"));
        }
        text.push_str("hôm kia,Việc cuối,lạ\n");
        let path = written("many", &text);
        let toml = "[columns]\nreceived = \"Ngày nhận\"\nsummary = \"Nội dung\"\nkind = \"Loại\"\n";
        let mapping = Mapping::from_toml(toml).unwrap();
        let survey = survey(&path, Some(&mapping), TODAY, &mut |_| {}).unwrap();
        let errors = survey
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        let rows: Vec<_> = errors.map(|problem| problem.row).collect();
        assert_eq!(rows, [Some(MOST_PROBLEMS as u32 + 3)]);
        assert_eq!(survey.totals.warnings, MOST_PROBLEMS + 1);
        assert_eq!(survey.problems.len(), MOST_PROBLEMS + 1);
        std::fs::remove_file(path).unwrap();
    }
}
