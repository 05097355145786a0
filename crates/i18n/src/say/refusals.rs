//! Why something cannot be done, and what is wrong with a field: full sentences that say what to do instead.

use std::borrow::Cow;

use procedure::case::refusal::{Problem, Refusal, Why};
use procedure::vocabulary::Bar;

use crate::lang::Lang;
use crate::say::Say;
use crate::texts;

/// Why the act is refused. The rule behind it is said by [`crate::Texts::rule_title`].
pub fn refusal(lang: Lang, refusal: &Refusal) -> &'static str {
    why(lang, refusal.why)
}

/// The reason of a refusal as a sentence.
pub fn why(lang: Lang, why: Why) -> &'static str {
    let t = texts(lang);
    match why {
        Why::NotReceived => t.refusal_not_received(),
        Why::AlreadyReceived => t.refusal_already_received(),
        Why::Annulled => t.refusal_annulled(),
        Why::Closed => t.refusal_closed(),
        Why::NotClosed => t.refusal_not_closed(),
        Why::AlreadyDone => t.refusal_already_done(),
        Why::OtherRoad => t.refusal_other_road(),
        Why::Settled => t.refusal_settled(),
        Why::NeverOnTheSpot => t.refusal_never_on_the_spot(),
        Why::AssessFirst => t.refusal_assess_first(),
        Why::AnswerGiven => t.refusal_answer_given(),
        Why::AnswerFirst => t.refusal_answer_first(),
        Why::CauseFirst => t.refusal_cause_first(),
        Why::InvestigateFirst => t.refusal_investigate_first(),
        Why::PlanFirst => t.refusal_plan_first(),
        Why::OutcomeFirst => t.refusal_outcome_first(),
        Why::ParticipantsFirst => t.refusal_participants_first(),
        Why::HearFirst => t.refusal_hear_first(),
        Why::ReportFirst => t.refusal_report_first(),
        Why::DraftFirst => t.refusal_draft_first(),
        Why::SubmitFirst => t.refusal_submit_first(),
        Why::SignFirst => t.refusal_sign_first(),
        Why::NumberFirst => t.refusal_number_first(),
        Why::AskFirst => t.refusal_ask_first(),
        Why::ResponseFirst => t.refusal_response_first(),
        Why::NoMeasureOpen => t.refusal_no_measure_open(),
        Why::NoAddress => t.refusal_no_address(),
        Why::AddressKnown => t.refusal_address_known(),
        Why::LetterNeeded => t.refusal_letter_needed(),
        Why::LimitPassed => t.refusal_limit_passed(),
        Why::NotDueYet => t.refusal_not_due_yet(),
        Why::DutiesLeft => t.refusal_duties_left(),
        Why::NobodyToReplace => t.refusal_nobody_to_replace(),
        Why::NotOurs => t.refusal_not_ours(),
        Why::ReplaceFirst => t.refusal_replace_first(),
        Why::AnnulmentFirst => t.refusal_annulment_first(),
        Why::NobodyLeft => t.refusal_nobody_left(),
        Why::SignerLeft => t.refusal_signer_left(),
        Why::Withdrawn => t.refusal_withdrawn(),
        Why::NotYourOffice => t.refusal_not_your_office(),
        Why::DeclareFirst => t.refusal_declare_first(),
        Why::BothHalves => t.refusal_both_halves(),
        Why::NoAuthority => t.refusal_no_authority(),
        Why::OldRecord => t.refusal_old_record(),
        Why::Barred(Bar::Subject) => t.refusal_barred_subject(),
        Why::Barred(Bar::Interest) => t.refusal_barred_interest(),
        Why::Barred(Bar::TookPart) => t.refusal_barred_took_part(),
        Why::Barred(Bar::Client) => t.refusal_barred_client(),
        Why::Barred(Bar::FirstRound) => t.refusal_barred_first_round(),
    }
}

/// What is wrong with a field, as a sentence below it.
pub fn problem(lang: Lang, problem: &Problem) -> Cow<'static, str> {
    let t = texts(lang);
    let said = match problem {
        Problem::NoVacancy(Some(role)) => return t.problem_no_vacancy_in(role.say(lang)).into(),
        Problem::NoVacancy(None) => t.problem_no_vacancy(),
        Problem::Missing => t.problem_missing(),
        Problem::TooLong => t.problem_too_long(),
        Problem::Unreadable => t.problem_unreadable(),
        Problem::InFuture => t.problem_in_future(),
        Problem::InPast => t.problem_in_past(),
        Problem::BeforeReceipt => t.problem_before_receipt(),
        Problem::AfterLimit => t.problem_after_limit(),
        Problem::NotAfterLimit => t.problem_not_after_limit(),
        Problem::NotAWorkingDay => t.problem_not_a_working_day(),
        Problem::NoSubject => t.problem_no_subject(),
        Problem::OnlyClientsAppeal => t.problem_only_clients_appeal(),
        Problem::UnknownPerson => t.problem_unknown_person(),
        Problem::PersonBarred => t.problem_person_barred(),
        Problem::Yourself => t.problem_yourself(),
        Problem::UnknownMeasure => t.problem_unknown_measure(),
        Problem::NotYourMeasure => t.problem_not_your_measure(),
        Problem::NotWhatWasSubmitted => t.problem_not_what_was_submitted(),
        Problem::NeedsReason => t.problem_needs_reason(),
        Problem::NeedsContact => t.problem_needs_contact(),
        Problem::TooLarge => t.problem_too_large(),
        Problem::WrongType => t.problem_wrong_type(),
        Problem::NotOffered => t.problem_not_offered(),
        Problem::NotWritten => t.problem_not_written(),
        Problem::TooShort => t.problem_too_short(),
        Problem::OutOfRow => t.problem_out_of_row(),
        Problem::AlreadyUsed => t.problem_already_used(),
        Problem::EndsBeforeStart => t.problem_ends_before_start(),
        Problem::WrongPassword => t.problem_wrong_password(),
        Problem::LastAdministrator => t.problem_last_administrator(),
        Problem::OpenDuties => t.problem_open_duties(),
        Problem::Contradicts => t.problem_contradicts(),
    };
    said.into()
}
