//! What an act asks for, as labels and hints. An act may have its own word for a field; else the field's common word serves.

use crate::lang::Lang;
use crate::say::spelled;
use crate::texts;

/// The label of a field of an act; the name itself where no message knows it, so that a gap is seen.
pub fn field<'n>(lang: Lang, act: &str, name: &'n str) -> &'n str {
    let t = texts(lang);
    let spelled_name = spelled(name);
    t.get(&format!("field-{}-{spelled_name}", spelled(act)))
        .or_else(|| t.get(&format!("field-{spelled_name}")))
        .unwrap_or(name)
}

/// What helps to fill the field, where something does.
pub fn field_hint(lang: Lang, act: &str, name: &str) -> Option<&'static str> {
    let t = texts(lang);
    let spelled_name = spelled(name);
    t.get(&format!("field-{}-{spelled_name}-hint", spelled(act)))
        .or_else(|| t.get(&format!("field-{spelled_name}-hint")))
}

/// Where a problem lies, also inside rows: `measures.1.doer` is `Phân công thực hiện 2 – Người thực hiện`.
pub fn field_at(lang: Lang, act: &str, path: &str) -> String {
    let mut said = String::new();
    for step in path.split('.') {
        match step.parse::<usize>() {
            Ok(place) => said = format!("{said} {}", place.saturating_add(1)),
            Err(_) if said.is_empty() => said = field(lang, act, step).to_owned(),
            Err(_) => said = format!("{said} – {}", field(lang, act, step)),
        }
    }
    said
}
