//! What was found in an old register: kept with it, so that its pages need not read the file anew.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use transcription::{Refused, Spans, Survey};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Why the file could not be read at all: a key of the messages, and the figure or name behind the sentence.
    pub refused: Option<(String, String)>,
    pub totals: Totals,
    /// About the file first, then row by row; the first some thousands.
    pub problems: Vec<Finding>,
    /// Records by day of receipt.
    pub days: BTreeMap<Date, u32>,
    pub unused_columns: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Totals {
    pub rows_in_table: usize,
    pub rows_ignored: usize,
    pub rows_read: usize,
    pub rows_flagged: usize,
    pub errors: usize,
    pub warnings: usize,
    /// By code; `unknown` for words that nobody has explained, `unsaid` where the book says nothing.
    pub kinds: BTreeMap<String, usize>,
    pub channels: BTreeMap<String, usize>,
    pub subjects: BTreeMap<String, usize>,
    /// By year of receipt.
    pub years: BTreeMap<i16, usize>,
    pub answered: usize,
    pub closed: usize,
}

/// One finding, at a cell, a row, a column or the whole file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub row: Option<u32>,
    pub column: Option<String>,
    /// `error` or `warning`.
    pub severity: String,
    /// Its sentence is `transcription-problem-` and this.
    pub code: String,
    pub value: String,
    pub see_row: Option<u32>,
    pub count: usize,
    /// The rows it is said of, when it is said once for many.
    #[serde(default)]
    pub rows: Spans,
}

impl Finding {
    pub fn is_error(&self) -> bool {
        self.severity == "error"
    }

    /// The key of its sentence in the messages.
    pub fn key(&self) -> String {
        format!("transcription-problem-{}", self.code)
    }
}

impl Report {
    pub(super) fn of(looked: Result<&Survey, &Refused>) -> serde_json::Result<Report> {
        match looked {
            // The same names on both sides; what the report does not keep is left out.
            Ok(survey) => serde_json::from_value(serde_json::to_value(survey)?),
            Err(refused) => Ok(Report {
                refused: Some((refused.key().to_owned(), refused.detail())),
                ..Report::default()
            }),
        }
    }

    /// Nothing stands against taking it in.
    pub fn may_enter(&self) -> bool {
        self.refused.is_none() && self.totals.errors == 0 && self.totals.rows_read > 0
    }
}
