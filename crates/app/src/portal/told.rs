//! What of a case its complainant is told. It is a list of what may be told, and not of what may not: an act that is not on it is not
//! there, whatever it says (S12).

use procedure::case::Actor;
use procedure::case::acts::Act;
use procedure::vocabulary::Response;
use procedure::{FileRef, TextRef};

/// What of a history may be told.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum What {
    Received,
    Acknowledged,
    /// Written by the complainant.
    Heard,
    /// Written to the complainant.
    Written,
    Progress,
    Extended,
    LetterSent,
    AnsweredByVoice,
    HandedOver,
    Responded(Response),
    Withdrawn,
    Reopened,
    Closed,
}

impl What {
    pub const ALL: &[What] = &[
        What::Received,
        What::Acknowledged,
        What::Heard,
        What::Written,
        What::Progress,
        What::Extended,
        What::LetterSent,
        What::AnsweredByVoice,
        What::HandedOver,
        What::Responded(Response::Satisfied),
        What::Responded(Response::Rejected),
        What::Withdrawn,
        What::Reopened,
        What::Closed,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            What::Received => "received",
            What::Acknowledged => "acknowledged",
            What::Heard => "heard",
            What::Written => "written",
            What::Progress => "progress",
            What::Extended => "extended",
            What::LetterSent => "letter-sent",
            What::AnsweredByVoice => "answered-by-voice",
            What::HandedOver => "handed-over",
            What::Responded(Response::Satisfied) => "satisfied",
            What::Responded(Response::Rejected) => "rejected",
            What::Withdrawn => "withdrawn",
            What::Reopened => "reopened",
            What::Closed => "closed",
        }
    }

    /// It comes from the complainant's side.
    pub const fn is_theirs(self) -> bool {
        match self {
            What::Received | What::Heard | What::Responded(_) | What::Withdrawn => true,
            What::Acknowledged
            | What::Written
            | What::Progress
            | What::Extended
            | What::LetterSent
            | What::AnsweredByVoice
            | What::HandedOver
            | What::Reopened
            | What::Closed => false,
        }
    }
}

/// What a line of the history tells the complainant: which kind, the words that were meant for him or are his, and the files that are
/// his. Every act is named here; one that nobody thought of does not compile.
pub(super) fn told(act: &Act, by: Actor) -> Option<(What, Option<&TextRef>, &[FileRef])> {
    // What staff put on record of the complainant's words is a note of theirs.
    let own = |words| (by == Actor::Complainant).then_some(words);
    let none: &[FileRef] = &[];
    match act {
        Act::Receive(said) => Some((What::Received, Some(&said.content), &said.documents)),
        Act::Acknowledge(said) => Some((What::Acknowledged, Some(&said.words), none)),
        Act::HearFromComplainant(said) => Some((What::Heard, own(&said.words), &said.documents)),
        Act::WriteToComplainant(said) => Some((What::Written, Some(&said.words), none)),
        Act::TellProgress(said) => Some((What::Progress, Some(&said.words), none)),
        Act::TellExtension(said) => Some((What::Extended, Some(&said.words), none)),
        Act::DispatchLetter(_) => Some((What::LetterSent, None, none)),
        Act::AnswerByVoice(_) => Some((What::AnsweredByVoice, None, none)),
        Act::HandOver(_) => Some((What::HandedOver, None, none)),
        Act::RecordResponse(said) => Some((What::Responded(said.response), own(&said.words), none)),
        Act::Withdraw(said) => Some((What::Withdrawn, own(&said.words), none)),
        Act::Reopen(_) => Some((What::Reopened, None, none)),
        Act::Close => Some((What::Closed, None, none)),
        Act::SettleOnTheSpot(_)
        | Act::ConfirmEntry
        | Act::AskAnnulment(_)
        | Act::ConfirmAnnulment(_)
        | Act::RefuseAnnulment(_)
        | Act::RecordIncoming(_)
        | Act::ReportToQmr(_)
        | Act::ReportToUnit(_)
        | Act::OverturnSettlement(_)
        | Act::Promise(_)
        | Act::GiveDirection(_)
        | Act::BecomeWritten(_)
        | Act::CorrectReceipt(_)
        | Act::CorrectComplainant(_)
        | Act::LinkCase(_)
        | Act::Assess(_)
        | Act::Reassign(_)
        | Act::AlertDirector(_)
        | Act::DeclareInterest(_)
        | Act::NameParticipants(_)
        | Act::NamePersonsConcerned(_)
        | Act::Recuse(_)
        | Act::Substitute(_)
        | Act::AddEvidence(_)
        | Act::TellSubject(_)
        | Act::RecordStatement(_)
        | Act::EstablishCause(_)
        | Act::HoldTalk(_)
        | Act::InvestigateLeak(_)
        | Act::AssessDataBreach(_)
        | Act::TellAffectedClient(_)
        | Act::AskClient(_)
        | Act::ReferToClient(_)
        | Act::DecideOnClient(_)
        | Act::ProposePlan(_)
        | Act::ReturnPlan(_)
        | Act::ApprovePlan(_)
        | Act::ReportMeasureDone(_)
        | Act::ProposeOutcome(_)
        | Act::DecideOutcome(_)
        | Act::ApproveOutcome(_)
        | Act::RejectOutcome(_)
        | Act::OpenCorrectiveAction(_)
        | Act::ReportResultToQmr(_)
        | Act::ReportResultToLeadership(_)
        | Act::DraftLetter(_)
        | Act::SubmitLetter
        | Act::ReturnLetter(_)
        | Act::SignLetter(_)
        | Act::NumberLetter(_)
        | Act::RecordDelivery(_)
        | Act::ReplaceLetter(_)
        | Act::CorrectLetter(_)
        | Act::RecordGoverningLetter(_)
        | Act::FileConclusion(_)
        | Act::AskExtension(_)
        | Act::GrantExtension(_)
        | Act::RefuseExtension(_)
        | Act::ReportToForwarder(_)
        | Act::LeaveUnanswered(_)
        | Act::ReviewInternally(_)
        | Act::RecordRecourse(_)
        | Act::RecordRecourseResult(_)
        | Act::Lapse
        | Act::ReportNewDecision(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use procedure::case::ActKind;
    use serde_json::{Value, json};

    fn text(place: u128) -> Value {
        json!({ "id": uuid::Uuid::from_u128(place), "sha256": "00" })
    }

    /// Everything that acts say beside words, people and files.
    const EVERYTHING: &str = r#"{
        "channel": "web_form", "declared_kind": "complaint", "kind": "complaint", "subjects": ["other_activity"],
        "received_on": "2026-03-02", "arrived_on": "2026-03-02", "wrote_on": "2026-03-02", "decided_on": "2026-03-02",
        "obtained_on": "2026-03-02", "held_on": "2026-03-02", "answer_by": "2026-03-02", "delivered_on": "2026-03-02",
        "dated_on": "2026-03-02", "until": "2026-03-02", "known_on": "2026-03-02", "withdrawn_on": "2026-03-02",
        "heard_on": "2026-03-02", "complainant": { "party": null, "reach": { "letter": true, "voice": false } },
        "ground": "mistake", "incoming_number": 1, "letter_address": true, "voice_contact": false, "is_client": false,
        "represented": false, "group": false, "ours": "ours", "severity": "low", "safety": false, "complexity": "low",
        "impact": "low", "immediate_action": false, "decision_number": "1", "persons": [], "role": "qmr",
        "leak_confirmed": false, "personal_data": false, "referred": true, "measure": 0, "measures": [],
        "finding": "founded", "remedy": "apology", "digest": "", "number": 1, "symbol": "A", "way": "post",
        "delivery": "delivered", "letter_number": "1", "response": "rejected", "forum": "court"
    }"#;

    /// An act of this kind, made of whatever any act may say; each kind takes what is its own.
    fn sample(kind: ActKind) -> Act {
        let id = uuid::Uuid::from_u128(9);
        let mut said: Value = serde_json::from_str(EVERYTHING).expect("what any act may say");
        said["act"] = json!(kind.key());
        said["documents"] = json!([{ "id": id, "sha256": "00" }]);
        for name in ["case", "case_officer", "person", "action", "owner", "signer"] {
            said[name] = json!(id);
        }
        let words = [
            "content",
            "explanation",
            "satisfaction",
            "reason",
            "note",
            "direction",
            "words",
            "competent",
            "interest",
            "description",
            "source",
            "statement",
            "cause",
            "people",
            "account",
            "lesson",
            "team",
            "findings",
            "conclusion",
            "plan",
            "result",
            "reasons",
            "problem",
            "addressee",
            "subject_line",
            "body",
            "attempts",
            "remedy_sought",
            "no_evidence_reason",
            "no_contact_reason",
            "tracking",
        ];
        for (place, name) in (1..).zip(words) {
            said[name] = text(place);
        }
        match kind {
            ActKind::NameParticipants => said["people"] = json!([]),
            ActKind::DecideOnClient => said["measure"] = json!("suspension"),
            ActKind::Reopen => said["ground"] = json!("our_error"),
            ActKind::AnswerByVoice => said["notice_declined"] = json!(false),
            _ => {}
        }
        serde_json::from_value(said).unwrap_or_else(|error| panic!("{}: {error}", kind.key()))
    }

    #[test]
    fn of_every_kind_of_act_only_those_on_the_list_are_told_and_of_them_only_what_was_meant_for_the_complainant()
     {
        // The words of these were written to the complainant, or are his own by his own hand.
        let with_words = [
            ActKind::Receive,
            ActKind::Acknowledge,
            ActKind::WriteToComplainant,
            ActKind::TellProgress,
            ActKind::TellExtension,
        ];
        let own_words = [
            ActKind::HearFromComplainant,
            ActKind::RecordResponse,
            ActKind::Withdraw,
        ];
        let without = [
            ActKind::DispatchLetter,
            ActKind::AnswerByVoice,
            ActKind::HandOver,
            ActKind::Reopen,
            ActKind::Close,
        ];
        let staff = Actor::Person(procedure::PersonId::small(1));
        for &kind in ActKind::ALL {
            let act = sample(kind);
            assert_eq!(act.kind(), kind);
            let words = |by| told(&act, by).map(|(_, words, _)| words.is_some());
            let wanted = if with_words.contains(&kind) {
                [Some(true), Some(true)]
            } else if own_words.contains(&kind) {
                [Some(true), Some(false)]
            } else if without.contains(&kind) {
                [Some(false), Some(false)]
            } else {
                [None, None]
            };
            assert_eq!(
                [words(Actor::Complainant), words(staff)],
                wanted,
                "{}",
                kind.key()
            );
        }
    }
}
