//! Acts in JSON: what an act asks for, as a schema and as data beside an offer, and what was sent, as the form of a page would have it.

use app::Typed;
use procedure::case::fields::{Field, Input, Keys};
use procedure::case::refusal::Problem;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::fault::Fault;

/// A field of something that is no act of the procedure.
pub const fn field(name: &'static str, input: Input, required: bool) -> Field {
    Field {
        name,
        input,
        required,
    }
}

const LONGEST_LINE: usize = 500;
const LONGEST_WORD: usize = 100;
const MOST_ROWS: usize = 50;

/// The same schema with the labels of the form as titles.
pub fn schema_in(lang: i18n::Lang, act: &str, fields: &[Field]) -> Value {
    let mut schema = schema(fields);
    for field in fields {
        let label = i18n::say::field(lang, act, field.name);
        if label != field.name {
            schema["properties"][field.name]["title"] = json!(label);
        }
    }
    schema
}

/// The schema of what an act asks for.
fn schema(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.name.to_owned(), value_schema(field));
        if matches!(field.input, Input::Party) {
            let new = json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_LINE,
                "description": "A party that is not known yet, by name, instead of an identity." });
            properties.insert(format!("{}_new", field.name), new);
        }
    }
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| is_required(field))
        .map(|field| field.name)
        .collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// What the application fills in itself need not be sent.
pub fn is_required(field: &Field) -> bool {
    field.required && !matches!(field.input, Input::Seen | Input::NewId)
}

fn value_schema(field: &Field) -> Value {
    match field.input {
        Input::Words { lines: 1 } => json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_LINE }),
        Input::Words { .. } => {
            json!({ "type": "string", "minLength": 1, "maxLength": app::compose::LONGEST_TEXT })
        }
        Input::Word => json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_WORD }),
        Input::Number => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        Input::Date => json!({ "type": "string", "format": "date" }),
        Input::Yes => json!({ "type": "boolean" }),
        Input::Choice { keys, .. } => json!({ "type": "string", "enum": (keys.0)() }),
        Input::Choices { keys, .. } => {
            let word = json!({ "type": "string", "enum": (keys.0)() });
            json!({ "type": "array", "items": word, "minItems": 1 })
        }
        Input::Person | Input::Unit | Input::Party | Input::NewId => {
            json!({ "type": "string", "format": "uuid" })
        }
        Input::People => {
            json!({ "type": "array", "items": { "type": "string", "format": "uuid" }, "minItems": 1 })
        }
        Input::Files => json!({ "type": "array", "items": { "type": "string", "format": "uuid" } }),
        Input::CaseNumber => {
            json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_WORD,
                "description": "A number of the register, 2026-0042." })
        }
        Input::Measure => json!({ "type": "integer", "minimum": 0, "maximum": u16::MAX }),
        Input::Rows { fields } => {
            json!({ "type": "array", "items": schema(fields), "minItems": 1, "maxItems": MOST_ROWS })
        }
        Input::Seen => json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_WORD }),
    }
}

/// What was sent, as the form of a page would have it; everything that is of another kind than it should be is told at once.
pub fn typed(fields: &[Field], sent: &Map<String, Value>) -> Result<Typed, Fault> {
    let mut reading = Reading::default();
    reading.object(fields, sent, "", "");
    if reading.wrong.is_empty() {
        Ok(Typed::from_pairs(reading.pairs))
    } else {
        Err(Fault::Fields(reading.wrong))
    }
}

#[derive(Default)]
struct Reading {
    pairs: Vec<(String, String)>,
    wrong: Vec<(String, Problem)>,
}

impl Reading {
    fn object(&mut self, fields: &[Field], sent: &Map<String, Value>, prefix: &str, place: &str) {
        for (name, value) in sent {
            let here = format!("{place}/{name}");
            let named = format!("{prefix}{name}");
            let field = fields.iter().find(|field| field.name == name);
            let is_new = name.strip_suffix("_new").is_some_and(|of| is_party(fields, of));
            match field {
                Some(field) => self.value(field, value, named, &here),
                None if is_new => self.words(LONGEST_LINE, value, named, &here),
                None => self.wrong.push((here, Problem::NotOffered)),
            }
        }
        for field in fields.iter().filter(|field| is_required(field)) {
            let new = format!("{}_new", field.name);
            if !sent.contains_key(field.name) && !sent.contains_key(&new) {
                self.wrong
                    .push((format!("{place}/{}", field.name), Problem::Missing));
            }
        }
    }

    fn value(&mut self, field: &Field, value: &Value, name: String, place: &str) {
        match field.input {
            Input::Words { .. } | Input::Word | Input::CaseNumber | Input::Seen => {
                self.words(longest(field.input), value, name, place);
            }
            Input::Choice { keys, .. } => self.word_of(keys, value, name, place),
            Input::Date => match value.as_str().filter(|day| is_day(day)) {
                Some(day) => self.pairs.push((name, day.to_owned())),
                None => self.unreadable(place),
            },
            Input::Number | Input::Measure => match value.as_u64().filter(|n| *n <= greatest(field.input)) {
                Some(number) => self.pairs.push((name, number.to_string())),
                None => self.unreadable(place),
            },
            Input::Yes => match value {
                Value::Bool(yes) => self
                    .pairs
                    .push((name, if *yes { "yes" } else { "no" }.to_owned())),
                _ => self.unreadable(place),
            },
            Input::Person | Input::Unit | Input::Party | Input::NewId => self.identity(value, name, place),
            Input::Choices { keys, .. } => self.each(value, place, true, |reading, one, here| {
                reading.word_of(keys, one, name.clone(), here);
            }),
            Input::People | Input::Files => {
                let at_least_one = matches!(field.input, Input::People);
                self.each(value, place, at_least_one, |reading, one, here| {
                    reading.identity(one, name.clone(), here);
                });
            }
            Input::Rows { fields } => self.rows(fields, value, &name, place),
        }
    }

    fn rows(&mut self, fields: &[Field], value: &Value, name: &str, place: &str) {
        let Value::Array(rows) = value else {
            self.unreadable(place);
            return;
        };
        if rows.is_empty() {
            self.wrong.push((place.to_owned(), Problem::Missing));
        }
        if rows.len() > MOST_ROWS {
            self.wrong.push((place.to_owned(), Problem::TooLong));
            return;
        }
        for (row, value) in rows.iter().enumerate() {
            let here = format!("{place}/{row}");
            match value {
                Value::Object(object) => self.object(fields, object, &format!("{name}.{row}."), &here),
                _ => self.unreadable(&here),
            }
        }
    }

    fn each(
        &mut self,
        value: &Value,
        place: &str,
        at_least_one: bool,
        mut read: impl FnMut(&mut Self, &Value, &str),
    ) {
        match value {
            Value::Array(values) if values.is_empty() && at_least_one => {
                self.wrong.push((place.to_owned(), Problem::Missing));
            }
            Value::Array(values) => {
                for (index, one) in values.iter().enumerate() {
                    read(self, one, &format!("{place}/{index}"));
                }
            }
            _ => self.unreadable(place),
        }
    }

    fn words(&mut self, longest: usize, value: &Value, name: String, place: &str) {
        match value.as_str() {
            Some("") => self.wrong.push((place.to_owned(), Problem::Missing)),
            Some(text) if text.chars().count() > longest => {
                self.wrong.push((place.to_owned(), Problem::TooLong));
            }
            Some(text) => self.pairs.push((name, text.to_owned())),
            None => self.unreadable(place),
        }
    }

    fn word_of(&mut self, keys: Keys, value: &Value, name: String, place: &str) {
        match value.as_str() {
            Some(key) if (keys.0)().contains(&key) => self.pairs.push((name, key.to_owned())),
            Some(_) => self.wrong.push((place.to_owned(), Problem::NotOffered)),
            None => self.unreadable(place),
        }
    }

    fn identity(&mut self, value: &Value, name: String, place: &str) {
        match value.as_str().and_then(|text| Uuid::parse_str(text).ok()) {
            Some(id) => self.pairs.push((name, id.to_string())),
            None => self.unreadable(place),
        }
    }

    fn unreadable(&mut self, place: &str) {
        self.wrong.push((place.to_owned(), Problem::Unreadable));
    }
}

const fn longest(input: Input) -> usize {
    match input {
        Input::Words { lines: 1 } => LONGEST_LINE,
        Input::Words { .. } => app::compose::LONGEST_TEXT,
        _ => LONGEST_WORD,
    }
}

fn is_party(fields: &[Field], name: &str) -> bool {
    let mut parties = fields.iter().filter(|field| matches!(field.input, Input::Party));
    parties.any(|field| field.name == name)
}

/// `2026-03-02` and nothing else.
pub fn is_day(text: &str) -> bool {
    let is_long = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    is_long && text.parse::<jiff::civil::Date>().is_ok()
}

fn greatest(input: Input) -> u64 {
    match input {
        Input::Measure => u64::from(u16::MAX),
        _ => u64::from(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use procedure::ActKind;
    use procedure::case::fields::fields;

    fn of(kind: ActKind, sent: Value) -> Result<Typed, Vec<(String, Problem)>> {
        let Value::Object(sent) = sent else {
            panic!("an object is sent")
        };
        typed(fields(kind), &sent).map_err(|fault| match fault {
            Fault::Fields(wrong) => wrong,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn rows_of_objects_become_the_rows_of_a_form() {
        let person = Uuid::from_u128(7);
        let measure = json!({ "what": "Kiểm tra", "doer": person, "by": "2026-03-20" });
        let read = of(
            ActKind::ProposePlan,
            json!({ "plan": "…", "measures": [measure] }),
        );
        let read = read.expect("it can be read");
        assert_eq!(read.one("measures.0.by"), Some("2026-03-20"));
        assert_eq!(read.one("measures.0.doer"), Some(person.to_string().as_str()));
    }

    #[test]
    fn everything_of_another_kind_is_told_at_its_place() {
        let measure = json!({ "what": 7, "doer": "nobody", "extra": true });
        let wrong = of(ActKind::ProposePlan, json!({ "measures": [measure] })).expect_err("it is wrong");
        let places: Vec<&str> = wrong.iter().map(|(place, _)| place.as_str()).collect();
        for place in [
            "/measures/0/what",
            "/measures/0/doer",
            "/measures/0/extra",
            "/measures/0/by",
            "/plan",
        ] {
            assert!(places.contains(&place), "{place} in {places:?}");
        }
    }

    #[test]
    fn a_day_is_written_one_way() {
        assert!(is_day("2026-03-02"));
        for other in ["2/3/2026", "20260302", "2026-02-30", "2026-03-02T00:00"] {
            assert!(!is_day(other), "{other}");
        }
    }
}
