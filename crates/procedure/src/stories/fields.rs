//! Every act can be made from what its form asks for, and what is written is read again as the same.

use super::words::text;
use crate::case::fields::{Field, Input, fields};
use crate::case::{Act, ActKind};
use crate::office::Office;
use crate::vocabulary::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What somebody might type into a field.
fn typed(field: &Field) -> Value {
    let words = || serde_json::to_value(text()).unwrap();
    let id = |n: u128| serde_json::to_value(uuid::Uuid::from_u128(n)).unwrap();
    match field.input {
        Input::Words { .. } => words(),
        Input::Word | Input::Seen => json!("45/QĐ-TT"),
        Input::Number => json!(12),
        Input::Date => json!("2026-03-02"),
        Input::Yes => json!(true),
        Input::Choice { keys, .. } => json!((keys.0)()[0]),
        Input::Choices { keys, .. } => json!((keys.0)()),
        Input::Person => id(3),
        Input::People => json!([id(3), id(4)]),
        Input::Unit => id(201),
        Input::Party => id(101),
        Input::CaseNumber | Input::NewId => id(7),
        Input::Measure => json!(0),
        Input::Files => json!([{ "id": id(9), "sha256": "00" }]),
        Input::Rows { fields } => json!([row(fields)]),
    }
}

fn row(fields: &[Field]) -> Value {
    let filled = fields.iter().map(|field| (field.name.to_owned(), typed(field)));
    Value::Object(filled.collect())
}

/// The record of an act of this kind, with every field filled or only those that must be.
pub fn filled(kind: ActKind, all: bool) -> Value {
    let asked: Vec<Field> = fields(kind)
        .iter()
        .copied()
        .filter(|f| all || f.required)
        .collect();
    let mut record = match row(&asked) {
        Value::Object(record) => record,
        _ => Map::new(),
    };
    record.insert("act".to_owned(), json!(kind.key()));
    Value::Object(record)
}

#[test]
fn every_act_is_made_from_its_fields_and_written_back_as_it_was() {
    // Receipt has a page of its own.
    for &kind in ActKind::ALL.iter().filter(|&&kind| kind != ActKind::Receive) {
        let record = filled(kind, true);
        let act: Act =
            serde_json::from_value(record.clone()).unwrap_or_else(|no| panic!("{}: {no}", kind.key()));
        assert_eq!(act.kind(), kind);
        let written = serde_json::to_value(&act).unwrap();
        // What no form asks for stands in the record as its default.
        let known = written
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| record.get(name).is_some());
        let known: Map<String, Value> = known.map(|(name, value)| (name.clone(), value.clone())).collect();
        assert_eq!(Value::Object(known), record);
    }
}

#[test]
fn every_act_is_made_from_its_required_fields_alone() {
    for &kind in ActKind::ALL.iter().filter(|&&kind| kind != ActKind::Receive) {
        let act = serde_json::from_value::<Act>(filled(kind, false));
        assert!(act.is_ok(), "{}: {act:?}", kind.key());
    }
}

#[test]
fn no_act_is_made_without_a_required_field() {
    for &kind in ActKind::ALL {
        for field in fields(kind).iter().filter(|field| field.required) {
            let mut record = filled(kind, true);
            record.as_object_mut().unwrap().remove(field.name);
            let act = serde_json::from_value::<Act>(record);
            assert!(act.is_err(), "{} without {}", kind.key(), field.name);
        }
    }
}

#[test]
fn a_form_asks_for_each_thing_once() {
    for &kind in ActKind::ALL {
        let names: BTreeSet<&str> = fields(kind).iter().map(|field| field.name).collect();
        assert_eq!(names.len(), fields(kind).len(), "{}", kind.key());
    }
}

#[test]
fn every_key_stands_for_one_value_and_leads_back_to_it() {
    macro_rules! check {
        ($($name:ident),*) => {$(
            let keys: BTreeSet<&str> = $name::ALL.iter().map(|value| value.key()).collect();
            assert_eq!(keys.len(), $name::ALL.len(), stringify!($name));
            for &value in $name::ALL {
                assert_eq!($name::from_key(value.key()), Some(value));
                assert_eq!(serde_json::to_value(value).unwrap(), json!(value.key()));
            }
            assert_eq!($name::from_key("no such thing"), None);
        )*};
    }
    check!(
        ActKind,
        Office,
        Kind,
        Channel,
        Subject,
        Severity,
        Degree,
        Finding,
        Remedy,
        Role,
        Part,
        SigningMode,
        Ours,
        ReopenGround,
        Response,
        Forum,
        AnnulGround,
        DispatchWay,
        Delivery,
        ClientMeasure,
        LetterPurpose,
        Bar
    );
}
