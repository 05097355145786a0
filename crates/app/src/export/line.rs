//! One line of a table as JSON: its columns in their order, ids and instants and bytes always written in one way.

use super::is_secret;
use crate::submission::hex;
use serde_json::{Map, Value as Json};
use store::Uuid;
use store::export::{Column, Kind, Line, Table, Value};

/// Ids with hyphens, bytes in hex, instants as microseconds, absent values as `null`.
pub fn json(columns: &[Column], line: &Line) -> String {
    let mut text = String::from("{");
    for (at, (column, value)) in columns.iter().zip(line).enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(column.name);
        text.push_str("\":");
        match value {
            None => text.push_str("null"),
            Some(Value::Number(number)) => text.push_str(&number.to_string()),
            Some(Value::Flag(flag)) => text.push_str(if *flag { "true" } else { "false" }),
            Some(Value::Id(id)) => text.push_str(&format!("\"{id}\"")),
            Some(Value::Bytes(bytes)) => text.push_str(&format!("\"{}\"", hex(bytes))),
            Some(Value::Text(words)) => text.push_str(&Json::from(words.as_str()).to_string()),
        }
    }
    text.push('}');
    text
}

/// The line that a JSON object of every column stands for.
pub fn parse(table: &Table, text: &str) -> Option<Line> {
    let object: Map<String, Json> = serde_json::from_str(text).ok()?;
    if object.len() != table.columns.len() {
        return None;
    }
    let value = |column: &Column| match (object.get(column.name)?, column.kind) {
        (Json::Null, _) => Some(None),
        (Json::String(text), Kind::Text) => Some(Some(Value::Text(text.clone()))),
        (Json::String(text), Kind::Id) => Uuid::parse_str(text).ok().map(|id| Some(Value::Id(id))),
        (Json::String(text), Kind::Bytes) => unhex(text).map(|bytes| Some(Value::Bytes(bytes))),
        (Json::Number(number), Kind::Number) => number.as_i64().map(|n| Some(Value::Number(n))),
        (Json::Bool(flag), Kind::Flag) => Some(Some(Value::Flag(*flag))),
        _ => None,
    };
    table.columns.iter().map(value).collect()
}

/// Takes away what may not leave the house unasked.
pub(super) fn hide(table: &Table, line: &mut Line) {
    for (column, value) in table.columns.iter().zip(line) {
        if is_secret(table.name, column.name) {
            *value = None;
        }
    }
}

/// The bytes in a column of this name.
pub(super) fn bytes(columns: &[Column], line: &Line, name: &str) -> Option<Vec<u8>> {
    let at = columns.iter().position(|column| column.name == name)?;
    match line.get(at)? {
        Some(Value::Bytes(bytes)) => Some(bytes.clone()),
        _ => None,
    }
}

pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let whole = text.len().is_multiple_of(2) && text.is_ascii();
    let pair = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).ok();
    whole
        .then(|| (0..text.len()).step_by(2).map(pair).collect())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_it_was_after_it_was_written_and_read() {
        let table = Table::named("text").expect("it is exported");
        let id = Uuid::from_u128(7);
        for line in [
            vec![
                Some(Value::Id(id)),
                Some(Value::Id(id)),
                Some(Value::Bytes(vec![0, 255])),
                Some(Value::Text("\"a\"\n\u{1f600}\u{1}".to_owned())),
                None,
            ],
            vec![
                Some(Value::Id(id)),
                Some(Value::Id(id)),
                None,
                None,
                Some(Value::Number(-3)),
            ],
        ] {
            let text = json(table.columns, &line);
            assert!(!text.contains('\n'), "{text}");
            assert_eq!(parse(table, &text), Some(line));
        }
    }

    #[test]
    fn a_line_with_other_columns_or_values_cannot_be_read() {
        let table = Table::named("calendar_year").expect("it is exported");
        assert!(parse(table, r#"{"year":2026,"document":"x"}"#).is_some());
        for wrong in [
            r#"{"year":2026}"#,
            r#"{"year":"2026","document":"x"}"#,
            r#"{"year":2026,"document":"x","more":1}"#,
            r#"{"year":2026.5,"document":"x"}"#,
            "[]",
            "",
        ] {
            assert_eq!(parse(table, wrong), None, "{wrong}");
        }
    }
}
