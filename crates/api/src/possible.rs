//! What can be done now with something that is no case: each deed with the address that does it and what it asks for.

use i18n::Lang;
use procedure::case::fields::Field;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cases::Asked;
use crate::endpoint::{Body, Operation};

/// A deed that is open now; what is not listed is refused.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PossibleDeed")]
pub struct Possible {
    act: &'static str,
    title: String,
    method: &'static str,
    href: String,
    /// What it asks for, in the order of its form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Asked>,
}

impl Possible {
    pub fn new(title: &str, act: &'static str, href: String, fields: &[Field]) -> Self {
        Possible {
            act,
            title: title.to_owned(),
            method: "POST",
            href,
            fields: Asked::all(fields),
        }
    }
}

/// The operation of a deed; it is called as its button is: `outbox_give_up` is `outbox-give-up` in the message files.
pub fn operation(path: String, id: String, fields: &'static [Field]) -> Operation {
    Operation {
        path,
        id,
        words: Some(words),
        body: (!fields.is_empty()).then_some(Body::Act(fields)),
    }
}

fn words(lang: Lang, id: &str) -> (String, Option<String>) {
    let t = i18n::texts(lang);
    let key = id.replace('_', "-");
    let more = t.get(&format!("{key}-text")).map(str::to_owned);
    (t.label(&key).to_owned(), more)
}
