//! The description: committed as it is made, and whole.

use std::collections::BTreeSet;

use i18n::Lang;
use serde_json::Value;

/// `UPDATE_EXPECT=1 cargo test -p api described` writes it anew.
#[test]
fn the_committed_description_is_the_one_that_is_served() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api/openapi.json");
    let made = format!(
        "{}\n",
        serde_json::to_string_pretty(&api::document(Lang::En)).unwrap()
    );
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == made,
        "docs/api/openapi.json is stale: UPDATE_EXPECT=1 writes it anew"
    );
}

#[test]
fn every_operation_has_an_identity_of_its_own_and_words_in_both_languages() {
    for lang in Lang::ALL {
        let document = api::document(lang);
        let mut known = BTreeSet::new();
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap();
                assert!(known.insert(id.to_owned()), "{id} stands there twice");
                let said = operation["summary"].as_str().unwrap();
                assert!(!said.starts_with("api-op-"), "{method} {path}: {said}");
            }
        }
        let tags = document["tags"].as_array().unwrap();
        assert!(
            tags.iter()
                .all(|tag| !tag["description"].as_str().unwrap().starts_with("api-"))
        );
        let answers = document["components"]["responses"].as_object().unwrap();
        assert!(
            answers
                .values()
                .all(|one| !one["description"].as_str().unwrap().starts_with("api-"))
        );
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = api::document(Lang::En);
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 100);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let numbered: Vec<&String> = schemas
        .keys()
        .filter(|name| name.ends_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert!(numbered.is_empty(), "two types share a name: {numbered:?}");
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                match value.as_str() {
                    Some(text) if name == "$ref" => found.push(text.to_owned()),
                    _ => collect(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}
