//! From what a person typed to an act: each field of the act is read as what it is, and everything that cannot be read is told at once.

use crate::App;
use crate::error::{Error, Result};
use crate::submission::{Texts, new_id};
use jiff::civil::Date;
use procedure::case::acts::{Act, ActKind};
use procedure::case::fields::{Field, Input, fields};
use procedure::case::refusal::{Invalid, Problem};
use procedure::{Case, FileRef};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// The values of a form by field name, in the order in which they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub BTreeMap<String, Vec<String>>);

impl Typed {
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            typed.0.entry(name).or_default().push(value);
        }
        typed
    }

    /// The value of a field without surrounding space; `None` when nothing was typed.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .and_then(|values| values.last())
            .map(|value| value.trim())
            .filter(|v| !v.is_empty())
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        let values = self.0.get(name).into_iter().flatten();
        values
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
            .collect()
    }

    pub fn is_checked(&self, name: &str) -> bool {
        matches!(self.one(name), Some("yes" | "true" | "on" | "1"))
    }

    /// How many rows `name.0.…`, `name.1.…` were typed into.
    fn rows(&self, name: &str, columns: &[Field]) -> usize {
        let row_of = |key: &str| -> Option<usize> {
            let (place, column) = key.strip_prefix(name)?.strip_prefix('.')?.split_once('.')?;
            columns
                .iter()
                .any(|c| c.name == column)
                .then(|| place.parse().ok())
                .flatten()
        };
        let typed = self
            .0
            .iter()
            .filter(|(_, values)| values.iter().any(|v| !v.trim().is_empty()));
        typed
            .filter_map(|(key, _)| row_of(key))
            .max()
            .map_or(0, |last| last + 1)
    }
}

/// The longest text a field takes, in characters.
pub const LONGEST_TEXT: usize = 20_000;
const LONGEST_LINE: usize = 500;
const LONGEST_WORD: usize = 100;
/// The most rows a form takes.
const MOST_ROWS: usize = 50;

/// What was looked up before reading, because it lies in the database.
struct Known {
    cases: BTreeMap<String, Uuid>,
    files: BTreeMap<Uuid, FileRef>,
}

impl App {
    /// Reads an act of this kind from what was typed; texts go to `texts`.
    ///
    /// # Errors
    /// Every field that is missing or unreadable.
    pub async fn compose(&self, kind: ActKind, typed: &Typed, case: &Case, texts: &mut Texts) -> Result<Act> {
        let chosen = match kind {
            ActKind::OpenCorrectiveAction => self.chosen_action(typed).await?,
            _ => None,
        };
        let typed = chosen.as_ref().unwrap_or(typed);
        let mut known = Known {
            cases: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for field in fields(kind) {
            match field.input {
                Input::CaseNumber => {
                    if let Some(number) = typed.one(field.name)
                        && let Some(id) = self.case_id(number).await?
                        && id != case.id
                    {
                        known.cases.insert(number.to_owned(), id.0);
                    }
                }
                Input::Files => {
                    for id in typed
                        .all(field.name)
                        .iter()
                        .filter_map(|id| Uuid::parse_str(id).ok())
                    {
                        if let Some(file) = self.staged_file(id).await? {
                            known.files.insert(id, file);
                        }
                    }
                }
                _ => {}
            }
        }
        let mut reader = Reader {
            typed,
            case,
            texts,
            known: &known,
            problems: Vec::new(),
        };
        let mut object = reader.object(fields(kind), "");
        if !reader.problems.is_empty() {
            return Err(reader.problems.into());
        }
        object.insert("act".to_owned(), json!(kind.key()));
        if chosen.is_some() {
            object.insert("existing".to_owned(), json!(true));
        }
        serde_json::from_value(Value::Object(object)).map_err(crate::error::corrupt)
    }
}

/// The field in which an action that exists is chosen instead of a new one.
pub const ACTION: &str = "action";

impl App {
    /// Where an action that exists was chosen, the form with what that one says of itself; `None` where a new one is wanted.
    async fn chosen_action(&self, typed: &Typed) -> Result<Option<Typed>> {
        let Some(chosen) = typed.one(ACTION) else {
            return Ok(None);
        };
        let not_offered = || Invalid::new(ACTION, Problem::NotOffered);
        let id = Uuid::parse_str(chosen).map_err(|_| vec![not_offered()])?;
        let row = self
            .db
            .read(|mut conn| async move {
                Ok::<_, Error>(store::corrective_actions::row_of(&mut conn, id).await?)
            })
            .await?;
        let row = row.filter(|row| row.closed_on.is_none());
        let row = row.ok_or_else(|| vec![not_offered()])?;
        let mut filled = typed.clone();
        let mut fill = |field: &str, value: String| {
            if typed.one(field).is_none() {
                filled.0.insert(field.to_owned(), vec![value]);
            }
        };
        fill("problem", row.summary);
        fill(
            "owner",
            row.owner_id.map(|owner| owner.to_string()).unwrap_or_default(),
        );
        Ok(Some(filled))
    }
}

/// Reads fields of something that is no case; `cases` are the numbers typed that were found.
pub(crate) fn read_fields(
    fields: &[Field],
    typed: &Typed,
    cases: BTreeMap<String, Uuid>,
    texts: &mut Texts,
) -> Result<Map<String, Value>> {
    let known = Known {
        cases,
        files: BTreeMap::new(),
    };
    let mut reader = Reader {
        typed,
        case: &Case::blank(procedure::CaseId(Uuid::nil())),
        texts,
        known: &known,
        problems: Vec::new(),
    };
    let object = reader.object(fields, "");
    if reader.problems.is_empty() {
        Ok(object)
    } else {
        Err(reader.problems.into())
    }
}

struct Reader<'a> {
    typed: &'a Typed,
    case: &'a Case,
    texts: &'a mut Texts,
    known: &'a Known,
    problems: Vec<Invalid>,
}

impl Reader<'_> {
    fn object(&mut self, fields: &[Field], prefix: &str) -> Map<String, Value> {
        let mut object = Map::new();
        for field in fields {
            let name = format!("{prefix}{}", field.name);
            match self.value(field, &name) {
                Ok(Some(value)) => {
                    object.insert(field.name.to_owned(), value);
                }
                Ok(None) if field.required => self.problems.push(Invalid::new(&name, Problem::Missing)),
                Ok(None) => {}
                Err(problem) => self.problems.push(Invalid::new(&name, problem)),
            }
        }
        object
    }

    fn value(&mut self, field: &Field, name: &str) -> std::result::Result<Option<Value>, Problem> {
        let one = self.typed.one(name);
        Ok(match field.input {
            Input::Words { lines } => match one {
                None => None,
                Some(words) => {
                    let longest = if lines == 1 { LONGEST_LINE } else { LONGEST_TEXT };
                    check_words(words, longest)?;
                    Some(json!(self.texts.add(words)))
                }
            },
            Input::Word => match one {
                None => None,
                Some(word) => {
                    check_words(word, LONGEST_WORD)?;
                    Some(json!(word))
                }
            },
            Input::Number => match one {
                None => None,
                Some(number) => Some(json!(number.parse::<u32>().map_err(|_| Problem::Unreadable)?)),
            },
            Input::Date => match one {
                None => None,
                Some(day) => Some(json!(read_date(day).ok_or(Problem::Unreadable)?)),
            },
            Input::Yes => self.yes(field, name)?,
            Input::Choice { keys, .. } => match one {
                None => None,
                Some(key) => Some(json!(
                    (keys.0)()
                        .into_iter()
                        .find(|k| *k == key)
                        .ok_or(Problem::NotOffered)?
                )),
            },
            Input::Choices { keys, .. } => {
                let chosen = self.typed.all(name);
                if chosen.iter().any(|key| !(keys.0)().contains(key)) {
                    return Err(Problem::NotOffered);
                }
                (!chosen.is_empty()).then(|| json!(chosen))
            }
            Input::Person | Input::Unit | Input::Party => match one {
                None => None,
                Some(id) => Some(json!(Uuid::parse_str(id).map_err(|_| Problem::NotOffered)?)),
            },
            Input::People => {
                let ids: std::result::Result<Vec<Uuid>, _> =
                    self.typed.all(name).into_iter().map(Uuid::parse_str).collect();
                let ids = ids.map_err(|_| Problem::NotOffered)?;
                (!ids.is_empty()).then(|| json!(ids))
            }
            Input::CaseNumber => match one {
                None => None,
                Some(number) => Some(json!(self.known.cases.get(number).ok_or(Problem::NotOffered)?)),
            },
            Input::Measure => match one {
                None => None,
                Some(place) => Some(json!(
                    place.parse::<usize>().map_err(|_| Problem::UnknownMeasure)?
                )),
            },
            Input::Files => {
                let mut files = Vec::new();
                for id in self.typed.all(name) {
                    let id = Uuid::parse_str(id).map_err(|_| Problem::Unreadable)?;
                    files.push(self.known.files.get(&id).ok_or(Problem::Unreadable)?);
                }
                Some(json!(files))
            }
            Input::Rows { fields } => self.rows(fields, name)?,
            Input::Seen => match one {
                Some(seen) => Some(json!(seen)),
                None => self.case.letter_in_hand().map(|letter| json!(letter.digest)),
            },
            Input::NewId => match one {
                // An existing action is linked by its identity.
                Some(id) => Some(json!(Uuid::parse_str(id).map_err(|_| Problem::NotOffered)?)),
                None => Some(json!(new_id())),
            },
        })
    }

    /// A question that must be answered takes yes or no; one that need not is a box that is ticked or not.
    fn yes(&self, field: &Field, name: &str) -> std::result::Result<Option<Value>, Problem> {
        match self.typed.one(name) {
            Some("yes" | "true" | "on" | "1") => Ok(Some(json!(true))),
            Some("no" | "false" | "off" | "0") => Ok(Some(json!(false))),
            Some(_) => Err(Problem::NotOffered),
            None if field.required => Ok(None),
            None => Ok(Some(json!(false))),
        }
    }

    fn rows(&mut self, columns: &[Field], name: &str) -> std::result::Result<Option<Value>, Problem> {
        let count = self.typed.rows(name, columns);
        if count > MOST_ROWS {
            return Err(Problem::TooLong);
        }
        let mut rows = Vec::new();
        for place in 0..count {
            let prefix = format!("{name}.{place}.");
            // A choice that stands on its first value alone is not a row that somebody filled in.
            let filled = columns.iter().any(|column| {
                !matches!(column.input, Input::Choice { .. })
                    && self.typed.one(&format!("{prefix}{}", column.name)).is_some()
            });
            if filled {
                rows.push(Value::Object(self.object(columns, &prefix)));
            }
        }
        Ok((!rows.is_empty()).then(|| json!(rows)))
    }
}

/// A text within its length and without control characters, which no paper can show.
pub fn check_words(words: &str, longest: usize) -> std::result::Result<(), Problem> {
    if words.chars().count() > longest {
        return Err(Problem::TooLong);
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if words.chars().any(control) {
        Err(Problem::Unreadable)
    } else {
        Ok(())
    }
}

/// A text of at most [`LONGEST_TEXT`] characters, with its line ends made one kind and its letters composed.
///
/// # Errors
/// Why it cannot be kept.
pub fn clean_words(typed: &str) -> std::result::Result<String, Problem> {
    check_words(typed, LONGEST_TEXT)?;
    Ok(typed.replace("\r\n", "\n").nfc().collect())
}

/// A day as people and browsers write it: `2026-03-02`, `2/3/2026`, `02-03-2026`, `2.3.2026`, day first.
pub fn read_date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
