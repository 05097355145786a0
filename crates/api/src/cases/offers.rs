//! What the caller can do with a case now: each act with the address that does it and what it asks for, or the refusal with its rule.

use app::view::CaseView;
use i18n::Lang;
use procedure::ActKind;
use procedure::case::fields::{Field, fields};
use procedure::case::refusal::Refusal;
use procedure::obligations::s12::Sight;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::receipt::href;

/// An act, open or refused.
#[derive(Serialize, JsonSchema)]
pub struct Offer {
    pub act: &'static str,
    pub title: String,
    pub permitted: bool,
    /// The rule under which it is done, or refused.
    pub rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// What it asks for, in the order of its form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Asked>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refused>,
}

/// Something that an act asks for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AskedField")]
pub struct Asked {
    pub name: &'static str,
    pub required: bool,
    /// How it is answered: words, a date, one of the keys of a vocabulary, a person.
    #[schemars(with = "serde_json::Map<String, Value>")]
    pub input: Value,
}

impl Asked {
    pub fn all(fields: &[Field]) -> Vec<Self> {
        let asked = fields.iter().map(|field| Asked {
            name: field.name,
            required: crate::fields::is_required(field),
            input: serde_json::to_value(field.input).expect("a field is plain data"),
        });
        asked.collect()
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Refusal")]
pub struct Refused {
    pub why: String,
    pub detail: String,
}

impl Refused {
    pub fn of(lang: Lang, refusal: &Refusal) -> Self {
        Refused {
            why: refusal.why.key(),
            detail: i18n::say::refusal(lang, refusal).to_owned(),
        }
    }
}

/// Why an act must wait tells how far others are with the case: it is told only to those who see the case.
pub fn offers(lang: Lang, view: &CaseView) -> Vec<Offer> {
    let sees = matches!(view.sight, Sight::Full | Sight::Report);
    let known = view.offers.iter().filter(|(kind, _)| *kind != ActKind::Receive);
    known
        .filter_map(|(kind, permit)| match permit {
            Ok(_) => Some(open(lang, view, *kind)),
            Err(refusal) if sees => Some(refused(lang, *kind, refusal)),
            Err(_) => None,
        })
        .collect()
}

fn open(lang: Lang, view: &CaseView, kind: ActKind) -> Offer {
    Offer {
        act: kind.key(),
        title: i18n::say::act(lang, kind).to_owned(),
        permitted: true,
        rule: view.case.ask(kind).rule.name().to_owned(),
        method: Some("POST"),
        href: Some(format!("{}/acts/{}", href(&view.row.number), kind.key())),
        fields: Asked::all(fields(kind)),
        refusal: None,
    }
}

fn refused(lang: Lang, kind: ActKind, refusal: &Refusal) -> Offer {
    Offer {
        act: kind.key(),
        title: i18n::say::act(lang, kind).to_owned(),
        permitted: false,
        rule: refusal.rule.name().to_owned(),
        method: None,
        href: None,
        fields: Vec::new(),
        refusal: Some(Refused::of(lang, refusal)),
    }
}
