//! Reads an old register of complaints (CSV, TSV, XLSX, XLSB, XLS, ODS) into checked rows: bytes in, rows and
//! problems out.
//!
//! No database and no clock: today is an argument. Nothing is changed in silence: every cell of the file is kept
//! beside what was understood of it, an error stops the whole file, a warning stays with its row as a flag.
//!
//! [`transcribe`] is the whole way; [`SourceTable::open`], [`guess()`] and [`read()`] are its three steps.

mod columns;
mod dates;
mod guess;
mod mapping;
mod problem;
mod read;
mod record;
mod refused;
mod source;
mod spans;
mod survey;
mod words;

use jiff::civil::Date;
use serde::Serialize;

pub use dates::Order;
pub use guess::{Confidence, Guess, GuessedColumn, guess};
pub use mapping::{
    Columns, DateHints, Defaults, Epoch, FileHints, Ignore, Joined, Mapping, MappingUnreadable, Merging,
    OneOrMore, Role, Values,
};
pub use problem::{Code, Problem, Severity};
pub use read::{Reading, Totals, date_order, read};
pub use record::{Channel, Kind, OldRecord, Subject, Told};
pub use refused::{Refused, Size};
pub use source::{
    Cell, ENCODINGS, Encoding, Facts, Fit, Form, Format, KnownBy, Limits, Opening, Pages, Row, SourceTable,
};
pub use spans::Spans;
pub use survey::{MOST_PROBLEMS, Records, Survey, Word, preview, survey};

/// A file as it was opened, mapped and read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Transcript {
    pub facts: Facts,
    /// The mapping that was told, or the one that was guessed.
    pub mapping: Mapping,
    /// What each column seemed to be, when no mapping was told.
    pub guessed: Option<Vec<GuessedColumn>>,
    pub reading: Reading,
}

/// Opens a file, guesses the mapping when none is told, and reads every row.
pub fn transcribe(bytes: &[u8], mapping: Option<&Mapping>, today: Date) -> Result<Transcript, Refused> {
    let opening = mapping.map(Mapping::opening).unwrap_or_default();
    let table = SourceTable::open(bytes, &opening)?;
    if let Some(mapping) = mapping {
        return Ok(Transcript {
            reading: read(&table, mapping, today),
            mapping: mapping.clone(),
            guessed: None,
            facts: table.facts,
        });
    }
    let guess = guess(&table);
    Ok(Transcript {
        reading: read(&table, &guess.mapping, today).with_earlier(guess.problems),
        mapping: guess.mapping,
        guessed: Some(guess.columns),
        facts: table.facts,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The keys of a message file.
    fn keys(file: &'static str) -> BTreeSet<&'static str> {
        file.lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key)
            .collect()
    }

    #[test]
    fn everything_that_can_be_said_has_its_sentence_in_both_languages() {
        let said = Code::ALL.iter().map(|code| code.key());
        let said = said.chain(Role::ALL.iter().map(|role| role.key()));
        let said = said.chain(Refused::KEYS.iter().copied());
        let said: BTreeSet<_> = said.chain(["transcription-mapping-unreadable"]).collect();
        assert_eq!(
            keys(include_str!("../../i18n/locales/vi/transcription.ftl")),
            said
        );
        assert_eq!(
            keys(include_str!("../../i18n/locales/en/transcription.ftl")),
            said
        );
    }
}
