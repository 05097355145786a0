//! Words that pages need for values of the procedure, found by the values' own keys.

use i18n::Texts;
use procedure::case::refusal::{Problem, Refusal};
use procedure::vocabulary::Role;
use procedure::{ActKind, Actor, PersonId};

/// `act_kind` as message keys spell it: `act-kind`.
fn spelled(key: &str) -> String {
    key.replace('_', "-")
}

/// The message `<group>-<key>`, or the key itself where it is missing.
pub fn word(t: &'static Texts, group: &str, key: &str) -> String {
    t.label(&spelled(&format!("{group}-{key}"))).to_owned()
}

/// The act as a button says it.
pub fn act(t: &'static Texts, kind: ActKind) -> String {
    word(t, "act", kind.key())
}

/// One sentence about the act, where there is one.
pub fn act_hint(t: &'static Texts, kind: ActKind) -> Option<&'static str> {
    t.get(&spelled(&format!("act-{}-hint", kind.key())))
}

/// The label of a field, of this act where the act has its own word for it.
pub fn field(t: &'static Texts, act: &str, name: &str) -> String {
    let own = spelled(&format!("field-{act}-{name}"));
    match t.get(&own) {
        Some(label) => label.to_owned(),
        None => word(t, "field", name),
    }
}

/// The hint under a field, where there is one.
pub fn field_hint(t: &'static Texts, act: &str, name: &str) -> Option<&'static str> {
    t.get(&spelled(&format!("field-{act}-{name}-hint")))
        .or_else(|| t.get(&spelled(&format!("field-{name}-hint"))))
}

/// Why an act is refused, as a sentence.
pub fn refusal(t: &'static Texts, refusal: Refusal) -> String {
    word(t, "refusal", &refusal.why.key())
}

/// What is wrong with a field, as a sentence.
pub fn problem(t: &'static Texts, problem: Problem) -> String {
    word(t, "problem", &problem.key())
}

/// Who did what a line of a case's history tells, with the role in which it was done.
pub fn who(t: &'static Texts, by: Actor, role: Option<Role>, name: impl Fn(PersonId) -> String) -> String {
    match (by, role) {
        (Actor::Complainant, _) => t.history_complainant().to_owned(),
        (Actor::System, _) => t.case_by_system().to_owned(),
        (Actor::Person(person), Some(role)) => format!("{}, {}", name(person), word(t, "role", role.key())),
        (Actor::Person(person), None) => name(person),
    }
}

/// A day as the date fields of forms take it, in either language.
pub fn typed_date(day: jiff::civil::Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
