//! What is wrong with a field of the public forms, and where a case stands, in the words of everyday.

use app::compose::LONGEST_TEXT;
use app::intake::LONGEST_LINE;
use app::portal::{MOST_BYTES, MOST_FILES, Standing, fields};
use i18n::Texts;
use procedure::case::refusal::{Invalid, Problem};

use crate::ui::Filled;
use crate::words::word;

/// The same with what is wrong said at its fields.
pub(super) fn filled(t: &'static Texts, mut filled: Filled, problems: &[Invalid]) -> Filled {
    for problem in problems {
        let field = match problem.field.as_str() {
            // Files stand in one list, whichever field they came by.
            fields::AUTHORITY => fields::DOCUMENTS,
            field => field,
        };
        let words = sentence(t, problem);
        if filled.error_of(field) != Some(words.as_str()) {
            filled.error(field, words);
        }
    }
    filled
}

fn sentence(t: &'static Texts, problem: &Invalid) -> String {
    let own = match (problem.field.as_str(), problem.problem) {
        (fields::AUTHORITY | fields::DOCUMENTS, Problem::TooLong) => {
            return t.portal_problem_files(MOST_FILES, MOST_BYTES >> 20);
        }
        (fields::AUTHORITY | fields::DOCUMENTS, Problem::NotOffered) => t.portal_problem_files_now(),
        (fields::CONTENT | fields::REMEDY_SOUGHT | "words", Problem::TooLong) => {
            return t.field_too_long(LONGEST_TEXT);
        }
        (_, Problem::TooLong) => return t.field_too_long(LONGEST_LINE),
        (fields::DECLARED_KIND | fields::WHO | "response", Problem::Missing) => t.field_choose_one(),
        (fields::SUBJECTS, Problem::NoSubject) => t.portal_problem_subject(),
        (fields::CONTENT, Problem::Missing) => t.portal_problem_content(),
        (fields::NAME, Problem::Missing) => t.portal_problem_name(),
        (fields::DECISION, Problem::Missing) => t.portal_problem_decision(),
        ("words", Problem::Missing) => t.portal_problem_words(),
        (fields::EMAIL, Problem::Unreadable) => t.intake_problem_email(),
        (fields::PHONE, Problem::Unreadable) => t.intake_problem_phone(),
        (_, Problem::Unreadable) => t.intake_problem_characters(),
        _ => return crate::words::problem(t, problem.problem),
    };
    own.to_owned()
}

/// Where the case stands, in few words.
pub(super) fn standing(t: &'static Texts, standing: Standing) -> String {
    word(t, "portal-standing", standing.key())
}

/// What that means and what comes next.
pub(super) fn meaning(t: &'static Texts, standing: Standing) -> String {
    word(t, "portal-meaning", standing.key())
}
