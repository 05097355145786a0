//! How a mapping looks; it is read as the file of a mapping is (docs/import).

use procedure::vocabulary::{Channel, Kind, Subject};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::wire::Key;

/// What a person says of the file, its columns and its words.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportMapping")]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct MappingBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<FileHints>")]
    file: Option<FileHints>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<Columns>")]
    columns: Option<Columns>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<DateHints>")]
    dates: Option<DateHints>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<Values>")]
    values: Option<Values>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<Defaults>")]
    defaults: Option<Defaults>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<Merging>")]
    merged: Option<Merging>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "plainly::<Ignored>")]
    ignore: Option<Ignored>,
}

/// It may be left out, and is never null.
fn plainly<T: JsonSchema>(schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemas.subschema_for::<T>()
}

/// What the file itself does not say.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportFileHints")]
#[serde(deny_unknown_fields)]
struct FileHints {
    /// Such as `windows-1258`, `TCVN3`, `VNI`.
    #[serde(default)]
    encoding: Option<String>,
    #[serde(default)]
    #[schemars(length(min = 1, max = 1))]
    delimiter: Option<String>,
    #[serde(default)]
    sheet: Option<String>,
    /// The row of the headings as the file numbers it; of the lowest one if there are several.
    #[serde(default)]
    #[schemars(range(max = 4294967295_u32))]
    header_row: Option<u32>,
    #[serde(default)]
    #[schemars(range(max = 4294967295_u32))]
    header_rows: Option<u32>,
}

/// Which column is what, by its heading, or `[C]` by its letter.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportColumns")]
#[serde(deny_unknown_fields)]
struct Columns {
    #[serde(default)]
    received: Option<String>,
    #[serde(default)]
    number: Option<String>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    channel: Option<String>,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    unit: Option<Joined>,
    #[serde(default)]
    complainant: Option<Joined>,
    #[serde(default)]
    summary: Option<Joined>,
    #[serde(default)]
    limit: Option<String>,
    #[serde(default)]
    sent: Option<String>,
    #[serde(default)]
    answered: Option<String>,
    #[serde(default)]
    closed: Option<String>,
    #[serde(default)]
    outcome: Option<Joined>,
}

/// One column, or several whose texts are joined.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportJoined")]
#[serde(untagged)]
enum Joined {
    One(String),
    Several(Vec<String>),
    With { columns: Vec<String>, separator: String },
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportDates")]
#[serde(deny_unknown_fields)]
struct DateHints {
    #[serde(default)]
    order: Option<Order>,
    /// What stands in a column of dates when there is no date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    none: Vec<String>,
    /// Bare numbers of a text are days counted from the beginning of this year.
    #[serde(default)]
    serials: Option<Epoch>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(rename_all = "snake_case")]
enum Order {
    Dmy,
    Mdy,
    Ymd,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
enum Epoch {
    #[serde(rename = "1900")]
    Of1900,
    #[serde(rename = "1904")]
    Of1904,
}

/// What the words of the old book mean.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportValues")]
#[serde(deny_unknown_fields)]
struct Values {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    kind: BTreeMap<String, Key<Kind>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    channel: BTreeMap<String, Key<Channel>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    subject: BTreeMap<String, OneOrMore>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportSubjects")]
#[serde(untagged)]
enum OneOrMore {
    One(Key<Subject>),
    More(Vec<Key<Subject>>),
}

/// What holds where the old book says nothing.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportDefaults")]
#[serde(deny_unknown_fields)]
struct Defaults {
    #[serde(default)]
    kind: Option<Key<Kind>>,
    #[serde(default)]
    channel: Option<Key<Channel>>,
    #[serde(default)]
    subject: Option<OneOrMore>,
}

/// What merged cells mean.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportMerging")]
#[serde(deny_unknown_fields)]
struct Merging {
    /// What stands in the first of them holds for the rows below; each of these rows is flagged.
    #[serde(default)]
    fill_down: bool,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportIgnored")]
#[serde(deny_unknown_fields)]
struct Ignored {
    /// Known not to matter; they are kept with the record all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    columns: Vec<String>,
    /// Rows that are no cases, such as totals and the headings of months.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(range(max = 4294967295_u32)))]
    rows: Vec<u32>,
}
