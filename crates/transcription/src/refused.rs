//! Why a file could not be opened as a table at all.

use serde::Serialize;

/// The whole file is turned away, before any row is looked at. The English text is for logs;
/// people read the sentence that `key` names, followed by `detail`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refused {
    #[error("the file is empty")]
    Empty,
    #[error("the file is too large: {what} over {limit}")]
    TooLarge { what: Size, limit: u64 },
    #[error("neither a delimited text nor a workbook")]
    NotATable,
    #[error("a web page or XML saved under the name of a spreadsheet")]
    WebPage,
    #[error("the workbook is protected by a password")]
    PasswordProtected,
    #[error("the workbook is damaged: {detail}")]
    Damaged { detail: String },
    #[error("no sheet {sheet:?}; there are {sheets:?}")]
    NoSuchSheet { sheet: String, sheets: Vec<String> },
    #[error("no row {row} to hold the headings")]
    NoSuchHeaderRow { row: u32 },
    #[error("an unknown or unsupported text encoding")]
    UnknownEncoding,
    #[error("line {line} is not UTF-8, though other lines are")]
    BrokenUtf8 { line: u64 },
    #[error("no encoding is called {encoding:?}")]
    NoSuchEncoding { encoding: String },
    #[error("the text is not {encoding}")]
    NotInEncoding { encoding: String },
    #[error("a quotation mark is opened on line {line} and never closed")]
    UnclosedQuote { line: u64 },
}

/// What was too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    Bytes,
    UnpackedBytes,
    Rows,
    Columns,
    Cells,
    TextBytes,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Size::Bytes => "bytes",
            Size::UnpackedBytes => "unpacked bytes",
            Size::Rows => "rows",
            Size::Columns => "columns",
            Size::Cells => "cells",
            Size::TextBytes => "bytes of text",
        })
    }
}

impl Refused {
    /// Every key that [`Refused::key`] can give.
    pub const KEYS: &[&str] = &[
        "transcription-refused-empty",
        "transcription-refused-too-large",
        "transcription-refused-not-a-table",
        "transcription-refused-web-page",
        "transcription-refused-password-protected",
        "transcription-refused-damaged",
        "transcription-refused-no-such-sheet",
        "transcription-refused-no-such-header-row",
        "transcription-refused-unknown-encoding",
        "transcription-refused-broken-utf8",
        "transcription-refused-no-such-encoding",
        "transcription-refused-not-in-encoding",
        "transcription-refused-unclosed-quote",
    ];

    /// The key of the sentence in the message files.
    pub fn key(&self) -> &'static str {
        match self {
            Refused::Empty => "transcription-refused-empty",
            Refused::TooLarge { .. } => "transcription-refused-too-large",
            Refused::NotATable => "transcription-refused-not-a-table",
            Refused::WebPage => "transcription-refused-web-page",
            Refused::PasswordProtected => "transcription-refused-password-protected",
            Refused::Damaged { .. } => "transcription-refused-damaged",
            Refused::NoSuchSheet { .. } => "transcription-refused-no-such-sheet",
            Refused::NoSuchHeaderRow { .. } => "transcription-refused-no-such-header-row",
            Refused::UnknownEncoding => "transcription-refused-unknown-encoding",
            Refused::BrokenUtf8 { .. } => "transcription-refused-broken-utf8",
            Refused::NoSuchEncoding { .. } => "transcription-refused-no-such-encoding",
            Refused::NotInEncoding { .. } => "transcription-refused-not-in-encoding",
            Refused::UnclosedQuote { .. } => "transcription-refused-unclosed-quote",
        }
    }

    /// The figure or name that belongs after the sentence; empty when there is none.
    pub fn detail(&self) -> String {
        match self {
            Refused::Empty
            | Refused::NotATable
            | Refused::WebPage
            | Refused::PasswordProtected
            | Refused::UnknownEncoding => String::new(),
            Refused::TooLarge { limit, .. } => limit.to_string(),
            Refused::Damaged { detail } => detail.clone(),
            Refused::NoSuchSheet { sheet, .. } => sheet.clone(),
            Refused::NoSuchHeaderRow { row } => row.to_string(),
            Refused::BrokenUtf8 { line } | Refused::UnclosedQuote { line } => line.to_string(),
            Refused::NoSuchEncoding { encoding } | Refused::NotInEncoding { encoding } => encoding.clone(),
        }
    }
}
