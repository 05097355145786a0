//! The history of a case for programs, and the last look before a covered copy leaves the house.

use app::dossier::Parts;
use app::veil::Veil;
use documents::dossier::Dossier;
use serde_json::{Value, json};

use super::Teller;

/// The chain as it is kept, with every text and party it refers to.
pub(super) fn whole(parts: &Parts) -> Value {
    let view = &parts.view;
    let chain = parts
        .chain
        .iter()
        .map(|link| json!({ "previous": link.previous, "sha256": link.hash, "body": link.body }));
    let texts = view
        .texts
        .iter()
        .map(|(id, body)| (id.0.to_string(), json!(body)));
    let party = |party: &app::dossier::Party| {
        json!({
            "kind": party.kind, "name": party.name, "representative": party.representative,
            "address": party.address, "email": party.email, "phone": party.phone,
        })
    };
    let parties = view.parties.iter().map(|(id, it)| (id.0.to_string(), party(it)));
    let people = view.office.people.iter();
    let people = people.map(|(id, _)| (id.0.to_string(), json!(view.office.name(*id))));
    json!({
        "format": "phucdap-case-history-1",
        "case": view.row.number,
        "chain": chain.collect::<Vec<_>>(),
        "texts": texts.collect::<serde_json::Map<_, _>>(),
        "parties": parties.collect::<serde_json::Map<_, _>>(),
        "people": people.collect::<serde_json::Map<_, _>>(),
    })
}

/// What happened in covered words; the hashes let each line be found in the whole chain.
pub(super) fn redacted(teller: &Teller) -> Value {
    let lines = teller.history().into_iter().enumerate();
    let lines = lines.map(|(place, line)| {
        json!({
            "line": place + 1, "at": line.at, "by": line.who, "what": line.what, "said": line.said, "sha256": line.hash,
        })
    });
    json!({
        "format": "phucdap-case-history-redacted-1",
        "case": teller.parts.view.row.number,
        "lines": lines.collect::<Vec<_>>(),
    })
}

/// Where a covered dossier still tells who complained, and in which words, if it does.
pub(super) fn betrayed(dossier: &Dossier, veil: &Veil) -> Option<(&'static str, String)> {
    let facts = dossier
        .facts
        .iter()
        .map(|(_, says)| ("dossier-summary", says.clone()));
    let history = dossier.history.iter().flat_map(|line| {
        let said = line.said.iter().chain([&line.what]);
        said.map(|words| ("dossier-history", words.clone()))
    });
    let files = dossier.files.iter().flat_map(|file| {
        [
            ("dossier-files", file.name.clone()),
            ("dossier-files", file.description.clone()),
        ]
    });
    let data = dossier
        .files
        .iter()
        .filter(|file| file.media_type == "application/json");
    let data = data.map(|file| ("dossier-data", String::from_utf8_lossy(&file.bytes).into_owned()));
    let mut told = facts.chain(history).chain(files);
    let found = told.find_map(|(place, words)| veil.betrayed(&words).map(|found| (place, found)));
    // The data name the staff as well, and one of them may be called like the complainant.
    let whole = veil.whole();
    let mut data = data;
    found.or_else(|| data.find_map(|(place, words)| whole.betrayed(&words).map(|found| (place, found))))
}
