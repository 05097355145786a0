//! What is wrong with a field of intake, in a sentence that says how to put it right.

use app::compose::LONGEST_TEXT;
use app::intake::{LONGEST_LINE, fields};
use i18n::Texts;
use procedure::case::refusal::{Invalid, Problem};

/// The sentence for this field; the general one where the field has none of its own.
pub(super) fn problem(t: &'static Texts, problem: &Invalid) -> String {
    let field = problem.field.as_str();
    let own = match (field, problem.problem) {
        (fields::CONTENT | fields::REMEDY_SOUGHT | fields::EXPLANATION, Problem::TooLong)
        | (fields::SATISFACTION | fields::NO_CONTACT_REASON | fields::NOTE, Problem::TooLong) => {
            return t.field_too_long(LONGEST_TEXT);
        }
        (_, Problem::TooLong) => return t.field_too_long(LONGEST_LINE),
        (
            fields::RECEIVED_ON | fields::READ_ON | fields::REPLY_BY | fields::REPORT_BY,
            Problem::Unreadable,
        ) => t.field_not_a_date(),
        (fields::READ_AT, Problem::Unreadable) => t.intake_problem_time(),
        (fields::READ_ON, Problem::InFuture) => t.intake_problem_read_in_future(),
        (fields::EMAIL, Problem::Unreadable) => t.intake_problem_email(),
        (fields::PHONE, Problem::Unreadable) => t.intake_problem_phone(),
        (fields::PHONE, Problem::NeedsContact) => t.intake_problem_contact(),
        (fields::DOCUMENTS, Problem::Unreadable) => t.intake_problem_document(),
        (_, Problem::Unreadable) => t.intake_problem_characters(),
        (fields::CHANNEL | fields::DECLARED_KIND | fields::ROAD, Problem::Missing) => t.field_choose_one(),
        (fields::NAME, Problem::Missing) => t.intake_problem_name(),
        (fields::FORWARDER, Problem::Missing) => t.intake_problem_forwarder(),
        (fields::ANONYMOUS, Problem::Contradicts) => t.intake_problem_anonymous(),
        (fields::NO_CONTACT_REASON, Problem::Contradicts) => t.intake_problem_no_contact(),
        (fields::RECEIVED_ON, Problem::InFuture) => t.intake_problem_received_in_future(),
        (fields::REPLY_BY, Problem::AfterLimit) => t.intake_problem_after_limit(),
        _ => return crate::words::problem(t, problem.problem),
    };
    own.to_owned()
}
