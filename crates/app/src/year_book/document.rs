//! The document of a year: figures, the full list, what was carried over, corrective actions, and what changed in earlier documents.
//!
//! It holds keys of the vocabulary and never words, so that both languages read it; names of units and people stand as they were.
//! Protected cases (S12) are listed without complainant and content, so that everybody who may read the document may read all of it.

use super::measures::Measures;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::CaseId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the document; every form that was ever frozen stays readable. Format 1 had no `Figures::measures`.
pub const FORMAT: u16 = 2;

/// Acts that change what a frozen document said.
pub const LATER_ACTS: [&str; 6] = [
    "reopen",
    "correct_receipt",
    "confirm_annulment",
    "overturn_settlement",
    "replace_letter",
    "correct_letter",
];

/// The compilation of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compilation {
    pub format: u16,
    pub organisation: String,
    pub year: i16,
    /// The moment whose facts it tells.
    pub as_of: Timestamp,
    pub on: Date,
    pub figures: Figures,
    /// Every number of the year, annulled ones too.
    pub cases: Vec<Line>,
    /// Numbers of earlier years that were open when the year began.
    pub carried: Vec<Line>,
    pub actions: Vec<ActionLine>,
    /// What was reopened or corrected since the documents of earlier years were frozen.
    pub later: Vec<Later>,
}

/// How many cases have a key in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// A key of its vocabulary; empty for "none".
    pub key: String,
    /// A name where the key is no word of the vocabulary: that of a unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub cases: i64,
}

/// The figures. All but `numbers` and `annulled` leave annulled cases out; a case with two subjects counts under both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub numbers: i64,
    pub annulled: i64,
    pub received: i64,
    pub imported: i64,
    pub by_kind: Vec<Tally>,
    pub by_channel: Vec<Tally>,
    pub by_unit: Vec<Tally>,
    pub by_subject: Vec<Tally>,
    pub by_outcome: Vec<Tally>,
    pub by_month: Vec<Tally>,
    pub by_timeliness: Vec<Tally>,
    /// For each kind, how its cases stand to their limits.
    pub kind_timeliness: BTreeMap<String, BTreeMap<String, i64>>,
    /// Cases that had to be acknowledged (S1), and those that were in time.
    pub acknowledged_due: i64,
    pub acknowledged_in_time: i64,
    pub settled: i64,
    pub extended: i64,
    pub reopened: i64,
    pub withdrawn: i64,
    pub carried: i64,
    pub open_at_end: i64,
    pub actions_opened: i64,
    pub actions_by_stage: Vec<Tally>,
    /// Absent in a document of format 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Measures>,
}

/// One case in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub case: CaseId,
    pub number: String,
    pub received_on: Date,
    pub registered_on: Date,
    pub kind: String,
    pub channel: String,
    pub subjects: Vec<String>,
    pub unit: String,
    pub protected: bool,
    pub complainant: String,
    pub summary: String,
    /// What was done about it: plan or explanation, in its first words.
    pub measures: String,
    pub outcome: Option<String>,
    pub remedy: Option<String>,
    pub letter: Option<Letter>,
    pub first_limit_on: Option<Date>,
    pub limit_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub closed_on: Option<Date>,
    pub stage: String,
    pub timeliness: String,
    pub extended: bool,
    pub reopened: bool,
    pub annulled: bool,
    pub imported: bool,
    /// Numbers of the corrective actions it led to.
    pub actions: Vec<String>,
}

/// The last letter of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub number: String,
    pub dated_on: Date,
}

/// A corrective action that was open on some day of the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionLine {
    pub number: String,
    pub problem: String,
    pub owner: String,
    pub stage: String,
    pub opened_on: Date,
    pub closed_on: Option<Date>,
    pub cases: Vec<String>,
    /// It stems from a protected case, so the problem is not told.
    pub protected: bool,
}

/// Something that changed in a case after the document of its year was compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    pub year: i16,
    pub case: CaseId,
    pub number: String,
    /// The key of the act.
    pub act: String,
    pub on: Date,
}

impl Compilation {
    /// The bytes of the document: canonical JSON, the same wherever it is made.
    pub fn bytes(&self) -> Vec<u8> {
        crate::record::canonical(self).into_bytes()
    }
}

/// How a case stands to its limits on a day, as one of `store::totals::TIMELINESS`.
pub fn timeliness(
    first_limit: Option<Date>,
    limit: Option<Date>,
    answered: Option<Date>,
    open: bool,
    today: Date,
) -> &'static str {
    let Some(limit) = limit else { return "no_limit" };
    match answered {
        Some(on) if first_limit.is_some_and(|first| on <= first) => "in_first_limit",
        Some(on) if on <= limit => "in_extended_limit",
        Some(_) => "late",
        None if open && limit < today => "overdue",
        None => "running",
    }
}
