//! Words that pages need for values of the procedure.

use i18n::Texts;
use procedure::case::refusal::{Problem, Refusal};

/// Why an act is refused, as a sentence.
pub fn refusal(t: &'static Texts, refusal: Refusal) -> String {
    let key = format!("refusal-{}", refusal.why.key().replace('_', "-"));
    t.label(&key).to_owned()
}

/// What is wrong with a field, as a sentence.
pub fn problem(t: &'static Texts, problem: Problem) -> String {
    let key = format!("problem-{}", problem.key().replace('_', "-"));
    t.label(&key).to_owned()
}
