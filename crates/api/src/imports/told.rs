//! An import as it stands: how far it is, what was found, and which steps are open.

use app::imports::{Finding, Import, Report, State, Totals};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::caller::Caller;
use crate::possible::Possible;
use crate::wire::{Instant, Named};

/// A step that somebody decides on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Check,
    Enter,
    Again,
    Undo,
    Drop,
}

impl Step {
    pub const ALL: &[Step] = &[Step::Check, Step::Enter, Step::Again, Step::Undo, Step::Drop];

    pub const fn key(self) -> &'static str {
        match self {
            Step::Check => "check",
            Step::Enter => "enter",
            Step::Again => "again",
            Step::Undo => "undo",
            Step::Drop => "drop",
        }
    }

    fn title(self, t: &i18n::Texts) -> &'static str {
        match self {
            Step::Check => t.imports_check(),
            Step::Enter => t.imports_enter(),
            Step::Again => t.imports_again(),
            Step::Undo => t.imports_undo(),
            Step::Drop => t.imports_drop(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Import")]
pub struct ImportBody {
    id: Uuid,
    href: String,
    file_name: String,
    sha256: String,
    size: i64,
    brought_at: Instant,
    /// Nobody where it was brought by a command.
    brought_by: Option<Named>,
    /// `draft`, `checking`, `checked`, `entering`, `done`, `undoing`, `undone`, `failed`, `dropped`.
    state: &'static str,
    /// Somebody is at work on it, or soon will be: look again.
    busy: bool,
    /// How many rows are done, of how many; of how many is zero while it is not known.
    done: usize,
    whole: usize,
    /// Cases that it entered.
    records: usize,
    /// First and last number given, by year of receipt.
    numbers: BTreeMap<i16, Numbers>,
    /// What its columns mean, once somebody said; as `PUT …/mapping` takes it.
    #[schemars(with = "Option<Map<String, Value>>")]
    mapping: Option<Value>,
    /// What was found when it was looked through.
    found: Option<Found>,
    /// Why it could not be entered or undone.
    failure: Option<String>,
    ended_at: Option<Instant>,
    undone_at: Option<Instant>,
    undone_by: Option<Named>,
    /// Which steps are open now.
    offers: Vec<Possible>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportNumbers")]
struct Numbers {
    first: u32,
    last: u32,
}

/// What the whole file says. While there are errors nothing is entered.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportFound")]
struct Found {
    /// Nothing stands against entering it.
    may_enter: bool,
    /// Why the file could not be read at all.
    refused: Option<String>,
    rows_in_table: usize,
    rows_ignored: usize,
    rows_read: usize,
    rows_flagged: usize,
    errors: usize,
    warnings: usize,
    answered: usize,
    closed: usize,
    /// Records by year of receipt.
    years: BTreeMap<i16, usize>,
    /// Records by kind, channel and subject; `unknown` for words that nobody explained, `unsaid` where the book says nothing.
    kinds: BTreeMap<String, usize>,
    channels: BTreeMap<String, usize>,
    subjects: BTreeMap<String, usize>,
    unused_columns: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportFinding")]
pub struct FindingBody {
    /// As the file numbers it; absent where it is about the file or a column.
    row: Option<u32>,
    column: Option<String>,
    /// `error` or `warning`.
    severity: String,
    code: String,
    detail: String,
    /// What stood there, word for word.
    value: String,
    see_row: Option<u32>,
    count: usize,
}

impl ImportBody {
    pub fn href(&self) -> &str {
        &self.href
    }
}

fn href(id: Uuid) -> String {
    format!("{}/imports/{id}", crate::BASE)
}

pub fn told(caller: &Caller, office: &app::Office, import: &Import) -> ImportBody {
    let t = i18n::texts(caller.lang);
    let person = |person: Option<procedure::PersonId>| person.map(|one| Named::person(office, one));
    let mapping = import.mapping.as_ref();
    ImportBody {
        id: import.id,
        href: href(import.id),
        file_name: import.file_name.clone(),
        sha256: import.sha256.clone(),
        size: import.size,
        brought_at: import.at.into(),
        brought_by: person(import.by),
        state: import.state.key(),
        busy: import.state.is_busy(),
        done: import.done,
        whole: import.whole,
        records: import.records,
        numbers: import
            .years
            .iter()
            .map(|(year, (first, last))| {
                let (first, last) = (*first, *last);
                (*year, Numbers { first, last })
            })
            .collect(),
        mapping: mapping.map(|mapping| serde_json::to_value(mapping).expect("a mapping is plain data")),
        found: import.report.as_ref().map(|report| found(t, report)),
        failure: import.failure.as_deref().map(|key| t.label(key).to_owned()),
        ended_at: import.ended_at.map(Instant::from),
        undone_at: import.undone_at.map(Instant::from),
        undone_by: person(import.undone_by),
        offers: offers(caller, import),
    }
}

fn found(t: &i18n::Texts, report: &Report) -> Found {
    let Totals {
        rows_in_table,
        rows_ignored,
        rows_read,
        rows_flagged,
        errors,
        warnings,
        answered,
        closed,
        ..
    } = report.totals;
    let totals = &report.totals;
    Found {
        may_enter: report.may_enter(),
        refused: report
            .refused
            .as_ref()
            .map(|(key, detail)| format!("{} {detail}", t.label(key)).trim().to_owned()),
        rows_in_table,
        rows_ignored,
        rows_read,
        rows_flagged,
        errors,
        warnings,
        answered,
        closed,
        years: totals.years.clone(),
        kinds: totals.kinds.clone(),
        channels: totals.channels.clone(),
        subjects: totals.subjects.clone(),
        unused_columns: report.unused_columns.clone(),
    }
}

/// The buttons of the page.
fn offers(caller: &Caller, import: &Import) -> Vec<Possible> {
    let may_enter = import
        .report
        .as_ref()
        .is_some_and(|report| report.may_enter() && !caller.app().is_too_long(report.totals.rows_read));
    let steps: &[Step] = match import.state {
        State::Draft => &[Step::Check, Step::Drop],
        State::Checked if may_enter => &[Step::Enter, Step::Again, Step::Drop],
        State::Checked | State::Failed => &[Step::Again, Step::Drop],
        State::Done => &[Step::Undo],
        State::Checking | State::Entering | State::Undoing | State::Undone | State::Dropped => &[],
    };
    let t = i18n::texts(caller.lang);
    let open = steps.iter().map(|step| {
        let href = format!("{}/steps/{}", href(import.id), step.key());
        Possible::new(step.title(t), step.key(), href, &[])
    });
    open.collect()
}

pub fn finding(lang: i18n::Lang, one: &Finding) -> FindingBody {
    FindingBody {
        row: one.row,
        column: one.column.clone(),
        severity: one.severity.clone(),
        code: one.code.clone(),
        detail: i18n::texts(lang).label(&one.key()).to_owned(),
        value: one.value.clone(),
        see_row: one.see_row,
        count: one.count,
    }
}
