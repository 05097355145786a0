//! What a register says that cannot be taken, or can only be taken with a flag.

use serde::Serialize;

use crate::spans::Spans;

/// One finding, at a cell, a row, a column or the whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The row as its file numbers it; `None` when the finding concerns the file or a column.
    pub row: Option<u32>,
    /// The heading of the column, when the finding concerns one.
    pub column: Option<String>,
    pub severity: Severity,
    pub code: Code,
    /// What stood there, word for word.
    pub value: String,
    /// The other row that this finding speaks of.
    pub see_row: Option<u32>,
    /// How many cells it stands for: what nearly every cell of a column does is said once.
    pub count: usize,
    /// The rows it speaks of, when it is said once for many; each of them bears the flag.
    #[serde(skip_serializing_if = "Spans::is_empty")]
    pub rows: Spans,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Stops the whole file.
    Error,
    /// Is taken over and stays visible as a flag.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $key:literal, $severity:ident;)+) => {
        /// Every kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Code {
            $($(#[$doc])* $code,)+
        }

        impl Code {
            pub const ALL: &[Code] = &[$(Code::$code,)+];

            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$code => Severity::$severity,)+
                }
            }

            /// The name as it stands in JSON.
            pub fn name(self) -> &'static str {
                match self {
                    $(Code::$code => $key,)+
                }
            }

            /// The key of the sentence in the message files.
            pub fn key(self) -> &'static str {
                match self {
                    $(Code::$code => concat!("transcription-problem-", $key),)+
                }
            }
        }
    };
}

codes! {
    /// No column is said, or found, to hold something that every row needs.
    RequiredColumnUnmapped = "required-column-unmapped", Error;
    /// The mapping names a column that the file does not have.
    MappedColumnMissing = "mapped-column-missing", Error;
    /// The mapping names a heading that stands above two columns.
    DuplicateHeader = "duplicate-header", Error;
    /// 3/4/2019 may be March or April, and no date of the file decides it.
    AmbiguousDateOrder = "ambiguous-date-order", Error;
    /// One date can only be day first, another only month first.
    ContradictoryDateOrder = "contradictory-date-order", Error;
    NoRows = "no-rows", Error;
    ReceivedMissing = "received-missing", Error;
    UnreadableDate = "unreadable-date", Error;
    /// More cells than headings: what follows a stray separator has slipped to the right.
    TooManyCells = "too-many-cells", Error;

    AnsweredBeforeReceived = "answered-before-received", Warning;
    SentBeforeReceived = "sent-before-received", Warning;
    ClosedBeforeReceived = "closed-before-received", Warning;
    LimitBeforeReceived = "limit-before-received", Warning;
    FutureDate = "future-date", Warning;
    /// Before 1976, or decades ahead: most often a filler such as 1900-01-01 or 9999-12-31.
    ImplausibleDate = "implausible-date", Warning;
    TimeCut = "time-cut", Warning;
    /// The time named a zone; the day was taken as written.
    ZoneIgnored = "zone-ignored", Warning;
    TwoDigitYear = "two-digit-year", Warning;
    /// A bare number was read as the day count of a spreadsheet.
    SerialDate = "serial-date", Warning;
    UnknownChannel = "unknown-channel", Warning;
    UnknownKind = "unknown-kind", Warning;
    UnknownSubject = "unknown-subject", Warning;
    SummaryEmpty = "summary-empty", Warning;
    OldNumberRepeated = "old-number-repeated", Warning;
    RowRepeated = "row-repeated", Warning;
    ShortRow = "short-row", Warning;
    /// A mapped cell shows an error of the spreadsheet, such as #N/A.
    SpreadsheetError = "spreadsheet-error", Warning;
    /// NUL cannot be stored as text; it stands as U+FFFD.
    NulReplaced = "nul-replaced", Warning;

    /// The file does not say how its letters are encoded.
    EncodingGuessed = "encoding-guessed", Warning;
    /// Marks that stood apart from their letters (NFD) were joined to them; the text is the same.
    MarksComposed = "marks-composed", Warning;
    /// A column is written in an old Vietnamese font, and was read as such.
    OldFont = "old-font", Warning;
    /// Other sheets of the workbook hold cells too and were not read.
    SheetLeftOut = "sheet-left-out", Warning;
    /// Of those, sheets that are hidden.
    HiddenSheetLeftOut = "hidden-sheet-left-out", Warning;
    /// Hidden so that no menu of the spreadsheet program shows them again.
    VeryHiddenSheetLeftOut = "very-hidden-sheet-left-out", Warning;
    HiddenSheetRead = "hidden-sheet-read", Warning;
    /// Hidden rows are rows like any other here.
    HiddenRow = "hidden-row", Warning;
    HiddenColumn = "hidden-column", Warning;
    /// Areas below the headings that are shown as one cell each.
    MergedCells = "merged-cells", Warning;
    /// In this row a cell holds nothing because it is shown as one with others.
    MergedCell = "merged-cell", Warning;
    /// Such cells were read as what stands in the first of them, because the mapping says so.
    MergedCellFilled = "merged-cell-filled", Warning;
    /// A column without a heading holds something.
    UnnamedColumn = "unnamed-column", Warning;
    /// A heading stands above two columns, neither of which is used.
    UnusedHeaderRepeated = "unused-header-repeated", Warning;
    /// A column looks like the date of answer, which is never guessed.
    AnswerDateNotTaken = "answer-date-not-taken", Warning;
}

impl Problem {
    pub(crate) fn of_file(code: Code, value: impl Into<String>) -> Problem {
        Problem {
            row: None,
            column: None,
            severity: code.severity(),
            code,
            value: value.into(),
            see_row: None,
            count: 1,
            rows: Spans::default(),
        }
    }

    pub(crate) fn of_rows(code: Code, rows: Spans) -> Problem {
        Problem {
            count: rows.count(),
            rows,
            ..Problem::of_file(code, "")
        }
    }

    pub(crate) fn of_column(code: Code, column: impl Into<String>, value: impl Into<String>) -> Problem {
        Problem {
            column: Some(column.into()),
            ..Problem::of_file(code, value)
        }
    }

    pub(crate) fn of_row(code: Code, row: u32, value: impl Into<String>) -> Problem {
        Problem {
            row: Some(row),
            ..Problem::of_file(code, value)
        }
    }

    pub(crate) fn of_cell(
        code: Code,
        row: u32,
        column: impl Into<String>,
        value: impl Into<String>,
    ) -> Problem {
        Problem {
            row: Some(row),
            ..Problem::of_column(code, column, value)
        }
    }

    pub(crate) fn seen_at(mut self, row: u32) -> Problem {
        self.see_row = Some(row);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_finding_is_the_same_in_json_and_in_the_message_files() {
        for &code in Code::ALL {
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!(json, format!("\"{}\"", code.name()));
            assert_eq!(code.key(), format!("transcription-problem-{}", code.name()));
        }
    }
}
