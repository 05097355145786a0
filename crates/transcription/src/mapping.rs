//! The small TOML by which a person says what the columns of an old book mean.

mod role;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use role::Role;

use crate::dates::Order;
use crate::record::{Channel, Kind, Subject};
use crate::source::Opening;
use crate::words;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    #[serde(skip_serializing_if = "is_default")]
    pub file: FileHints,
    pub columns: Columns,
    #[serde(skip_serializing_if = "is_default")]
    pub dates: DateHints,
    #[serde(skip_serializing_if = "is_default")]
    pub values: Values,
    #[serde(skip_serializing_if = "is_default")]
    pub defaults: Defaults,
    #[serde(skip_serializing_if = "is_default")]
    pub merged: Merging,
    #[serde(skip_serializing_if = "is_default")]
    pub ignore: Ignore,
}

/// What the file itself does not say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileHints {
    /// Such as `windows-1258`.
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
    /// The row of the headings as the file numbers it; of the lowest one if there are several.
    pub header_row: Option<u32>,
    /// How many rows the headings take.
    pub header_rows: Option<u32>,
}

/// Which column is what. Columns are named by their heading, or `[C]` by their letter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Columns {
    pub received: Option<String>,
    pub number: Option<String>,
    pub kind: Option<String>,
    pub channel: Option<String>,
    pub subject: Option<String>,
    pub unit: Option<Joined>,
    pub complainant: Option<Joined>,
    pub summary: Option<Joined>,
    pub limit: Option<String>,
    pub sent: Option<String>,
    pub answered: Option<String>,
    pub closed: Option<String>,
    pub outcome: Option<Joined>,
}

/// One column, or several whose texts are joined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a heading, a list of headings, or { columns = [...], separator = \"...\" }"
)]
pub enum Joined {
    One(String),
    Several(Vec<String>),
    With { columns: Vec<String>, separator: String },
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DateHints {
    pub order: Option<Order>,
    /// What stands in a date column when there is no date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<String>,
    /// Bare numbers of a delimited text are day counts from this epoch.
    pub serials: Option<Epoch>,
}

/// Where a spreadsheet starts to count its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Epoch {
    #[serde(rename = "1900")]
    Of1900,
    #[serde(rename = "1904")]
    Of1904,
}

/// What the words of the old book mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Values {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub kind: BTreeMap<String, Kind>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub channel: BTreeMap<String, Channel>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub subject: BTreeMap<String, OneOrMore>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a subject or a list of subjects")]
pub enum OneOrMore {
    One(Subject),
    More(Vec<Subject>),
}

/// What holds where the old book says nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Defaults {
    pub kind: Option<Kind>,
    pub channel: Option<Channel>,
    pub subject: Option<OneOrMore>,
}

/// What merged cells mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Merging {
    /// What stands in the first of them holds for the rows below; each of these rows is flagged.
    pub fill_down: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ignore {
    /// Known not to matter; they are kept with the record all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// Rows that are no cases, such as totals and the headings of months.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<u32>,
}

/// The mapping itself cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct MappingUnreadable {
    /// Line, place and what was expected there, in English.
    pub detail: String,
}

impl MappingUnreadable {
    /// The key of the sentence in the message files.
    pub fn key(&self) -> &'static str {
        "transcription-mapping-unreadable"
    }
}

impl Mapping {
    pub fn from_toml(text: &str) -> Result<Mapping, MappingUnreadable> {
        toml::from_str(text).map_err(|e| MappingUnreadable {
            detail: e.to_string(),
        })
    }

    /// The mapping as a file that a person can correct and give back.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("a mapping has only string keys and plain values")
    }

    /// How the file is to be opened for this mapping.
    pub fn opening(&self) -> Opening {
        Opening {
            encoding: self.file.encoding.clone(),
            delimiter: self.file.delimiter,
            sheet: self.file.sheet.clone(),
            header_row: self.file.header_row,
            header_rows: self.file.header_rows.unwrap_or(1),
            names: Role::ALL
                .iter()
                .flat_map(|&role| self.columns.of(role))
                .map(str::to_owned)
                .collect(),
            ..Opening::default()
        }
    }
}

impl Columns {
    /// The columns named for a role.
    pub fn of(&self, role: Role) -> Vec<&str> {
        let single = match role {
            Role::Received => &self.received,
            Role::Number => &self.number,
            Role::Kind => &self.kind,
            Role::Channel => &self.channel,
            Role::Subject => &self.subject,
            Role::Limit => &self.limit,
            Role::Sent => &self.sent,
            Role::Answered => &self.answered,
            Role::Closed => &self.closed,
            Role::Unit | Role::Complainant | Role::Summary | Role::Outcome => {
                return self.joined(role).map(Joined::columns).unwrap_or_default();
            }
        };
        single.as_deref().into_iter().collect()
    }

    /// What stands between the texts of several columns.
    pub(crate) fn separator(&self, role: Role) -> &str {
        match self.joined(role) {
            Some(Joined::With { separator, .. }) => separator,
            Some(Joined::One(_) | Joined::Several(_)) | None => " – ",
        }
    }

    fn joined(&self, role: Role) -> Option<&Joined> {
        match role {
            Role::Unit => self.unit.as_ref(),
            Role::Complainant => self.complainant.as_ref(),
            Role::Summary => self.summary.as_ref(),
            Role::Outcome => self.outcome.as_ref(),
            Role::Received
            | Role::Number
            | Role::Kind
            | Role::Channel
            | Role::Subject
            | Role::Limit
            | Role::Sent
            | Role::Answered
            | Role::Closed => None,
        }
    }

    /// Says which columns have a role; several are joined where the role is a text.
    ///
    /// Answers whether the role can have that many.
    pub fn assign(&mut self, role: Role, names: &[String]) -> bool {
        match names {
            [] => true,
            [one] => {
                self.set(role, one);
                true
            }
            several => {
                let joined = Some(Joined::Several(several.to_vec()));
                match role {
                    Role::Unit => self.unit = joined,
                    Role::Complainant => self.complainant = joined,
                    Role::Summary => self.summary = joined,
                    Role::Outcome => self.outcome = joined,
                    Role::Received
                    | Role::Number
                    | Role::Kind
                    | Role::Channel
                    | Role::Subject
                    | Role::Limit
                    | Role::Sent
                    | Role::Answered
                    | Role::Closed => return false,
                }
                true
            }
        }
    }

    pub(crate) fn set(&mut self, role: Role, column: &str) {
        let name = column.to_owned();
        match role {
            Role::Received => self.received = Some(name),
            Role::Number => self.number = Some(name),
            Role::Kind => self.kind = Some(name),
            Role::Channel => self.channel = Some(name),
            Role::Subject => self.subject = Some(name),
            Role::Limit => self.limit = Some(name),
            Role::Sent => self.sent = Some(name),
            Role::Answered => self.answered = Some(name),
            Role::Closed => self.closed = Some(name),
            Role::Unit => self.unit = Some(Joined::One(name)),
            Role::Complainant => self.complainant = Some(Joined::One(name)),
            Role::Summary => self.summary = Some(Joined::One(name)),
            Role::Outcome => self.outcome = Some(Joined::One(name)),
        }
    }
}

impl Joined {
    fn columns(&self) -> Vec<&str> {
        match self {
            Joined::One(name) => vec![name],
            Joined::Several(names) | Joined::With { columns: names, .. } => {
                names.iter().map(String::as_str).collect()
            }
        }
    }
}

impl OneOrMore {
    pub fn subjects(&self) -> Vec<Subject> {
        match self {
            OneOrMore::One(subject) => vec![*subject],
            OneOrMore::More(subjects) => subjects.clone(),
        }
    }
}

/// The meaning of a word, if the mapping gives one: as written, else without regard to case and accents.
pub(crate) fn meaning<'a, T>(table: &'a BTreeMap<String, T>, said: &str) -> Option<&'a T> {
    table.get(said).or_else(|| {
        let folded = words::fold(said);
        table
            .iter()
            .find(|(word, _)| words::fold(word) == folded)
            .map(|(_, meaning)| meaning)
    })
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests;
