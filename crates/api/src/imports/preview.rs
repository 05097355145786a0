//! The beginning of a file, as a mapping reads it: how it was opened, its columns and rows, and the words that nobody explained yet.

use app::imports::Survey;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{find, refused_file};
use crate::caller::Caller;
use crate::reading::{Answer, At, ok};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportPreview")]
pub struct Preview {
    /// How the file was opened: format, encoding and how well others fit, sheets, the row of the headings.
    #[schemars(with = "Map<String, Value>")]
    opened: Value,
    columns: Vec<Column>,
    /// The first rows, a text for each column.
    rows: Vec<Row>,
    /// What stands in the columns of kind, channel and subject.
    words: BTreeMap<String, BTreeMap<String, Word>>,
    /// The mapping that was said, or the one that the file suggests; as `PUT …/mapping` takes it.
    #[schemars(with = "Map<String, Value>")]
    mapping: Value,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportColumn")]
struct Column {
    heading: String,
    /// How a mapping names it, also where two have the same heading.
    name: String,
    /// What it is, where that is said or seems so.
    role: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportRow")]
struct Row {
    /// As the file numbers it.
    row: u32,
    cells: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportWord")]
struct Word {
    count: usize,
    /// It is known what it means.
    known: bool,
}

pub async fn preview(caller: Caller, At(id): At<Uuid>) -> Answer {
    let import = find(&caller, id).await?;
    let seen = caller.app().preview_import(caller.now, &import).await?;
    match &seen {
        Ok(survey) => ok(&shown(survey)),
        Err(refused) => Err(refused_file(&caller, refused.key(), &refused.detail())),
    }
}

fn shown(survey: &Survey) -> Preview {
    let columns = 0..survey.headers.len();
    let value = |value: serde_json::Result<Value>| value.expect("what was seen is plain data");
    Preview {
        opened: value(serde_json::to_value(&survey.facts)),
        columns: columns
            .clone()
            .map(|column| Column {
                heading: survey.headers[column].clone(),
                name: survey.name_of(column),
                role: survey.role_of(column).map(|role| role.code()),
            })
            .collect(),
        rows: survey
            .first_rows
            .iter()
            .map(|row| Row {
                row: row.number,
                cells: columns
                    .clone()
                    .map(|column| row.text(column).to_owned())
                    .collect(),
            })
            .collect(),
        words: survey
            .words
            .iter()
            .map(|(role, words)| {
                let words = words.iter().map(|(said, word)| {
                    let (count, known) = (word.count, word.known);
                    (said.clone(), Word { count, known })
                });
                ((*role).to_owned(), words.collect())
            })
            .collect(),
        mapping: value(serde_json::to_value(&survey.mapping)),
    }
}
