//! What each act asks: whose office it is, of what nature, and under which rule.

use super::{ActKind, Case};
use crate::independence::Nature;
use crate::office::Office;
use crate::rule::Rule;
use crate::vocabulary::{LetterPurpose, Subject};

/// The answer to "who does this, and under which rule?"
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub office: Office,
    pub nature: Nature,
    pub rule: Rule,
}

const fn ask(office: Office, nature: Nature, rule: Rule) -> Ask {
    Ask { office, nature, rule }
}

impl Case {
    /// What an act asks of whoever does it, in this case.
    pub fn ask(&self, kind: ActKind) -> Ask {
        use Nature::*;
        use Rule::*;
        match kind {
            ActKind::Receive => ask(Office::Anyone, Information, B1_2),
            ActKind::SettleOnTheSpot => ask(Office::Receiver, Handling, B1_1),
            ActKind::ConfirmEntry => ask(Office::RegisterOfficer, Clerical, B1_1),
            ActKind::AskAnnulment => ask(Office::RegisterOfficer, Clerical, S13),
            ActKind::ConfirmAnnulment | ActKind::RefuseAnnulment => ask(Office::Qmr, Handling, S13),
            ActKind::RecordIncoming => ask(Office::Registry, Clerical, B2_3),
            ActKind::ReportToQmr => ask(Office::Receiver, Clerical, self.spoken_rule()),
            ActKind::ReportToUnit => ask(Office::Receiver, Clerical, B1_1),
            ActKind::OverturnSettlement => ask(Office::Qmr, Handling, B1_1),
            ActKind::Promise => ask(Office::Receiver, Clerical, B1_2),
            ActKind::GiveDirection => ask(Office::Qmr, Handling, B1_2),
            ActKind::Acknowledge => ask(Office::Handler, Clerical, S1),
            ActKind::BecomeWritten => ask(Office::Receiver, Clerical, B2_3),
            ActKind::CorrectReceipt => ask(Office::RegisterOfficer, Clerical, S13),
            ActKind::CorrectComplainant => ask(Office::Handler, Clerical, S13),
            ActKind::LinkCase => ask(Office::RegisterOfficer, Clerical, S13),
            ActKind::Assess => ask(Office::Qmr, Handling, S2),
            ActKind::HandOver => ask(Office::Qmr, Handling, S2),
            ActKind::Reassign => ask(Office::Qmr, Handling, S4),
            ActKind::AlertDirector => ask(Office::Handler, Clerical, S3),
            ActKind::DeclareInterest => ask(Office::Anyone, Information, S4),
            ActKind::NameParticipants => ask(Office::Handler, Information, S4),
            ActKind::NamePersonsConcerned => ask(Office::Handler, Information, S6),
            ActKind::Recuse => ask(Office::Anyone, Information, S4),
            ActKind::Substitute => ask(Office::Director, Deciding, S4),
            ActKind::AddEvidence => ask(Office::Anyone, Information, S5),
            ActKind::TellSubject => ask(Office::Qmr, Handling, S6),
            ActKind::RecordStatement => ask(Office::Anyone, Information, S6),
            ActKind::EstablishCause => ask(self.cause_finder(), Handling, B2_1),
            ActKind::HoldTalk => ask(Office::Qmr, Handling, B2_6),
            ActKind::InvestigateLeak => ask(Office::Qmr, Handling, B2_7),
            ActKind::AssessDataBreach => ask(Office::Qmr, Handling, B2_7),
            ActKind::TellAffectedClient => ask(Office::Qmr, Handling, B2_7),
            ActKind::AskClient => ask(Office::Qmr, Handling, S14),
            ActKind::ReferToClient => ask(Office::Qmr, Handling, S14),
            ActKind::DecideOnClient => ask(Office::Leader, Deciding, S14),
            ActKind::ProposePlan => ask(Office::CaseOfficer, Handling, B2_1),
            ActKind::ReturnPlan | ActKind::ApprovePlan => ask(Office::Leader, Deciding, B2_1),
            ActKind::ReportMeasureDone => ask(Office::Doer, Clerical, B2_1),
            ActKind::ProposeOutcome => ask(self.settler(), Handling, self.outcome_rule()),
            ActKind::DecideOutcome => ask(self.settler(), Deciding, self.outcome_rule()),
            ActKind::ApproveOutcome | ActKind::RejectOutcome => ask(Office::Approver, Deciding, S4),
            ActKind::OpenCorrectiveAction => ask(self.settler(), Handling, self.corrective_rule()),
            ActKind::ReportResultToQmr | ActKind::ReportResultToLeadership => {
                ask(Office::CertificationHead, Handling, B2_2)
            }
            ActKind::DraftLetter | ActKind::SubmitLetter => {
                ask(Office::Requester, Handling, self.letter_rule())
            }
            ActKind::ReturnLetter | ActKind::SignLetter => ask(Office::Signer, Signing, self.letter_rule()),
            ActKind::NumberLetter => ask(Office::Registry, Clerical, self.letter_rule()),
            ActKind::DispatchLetter => ask(Office::Registry, Clerical, self.letter_rule()),
            ActKind::RecordDelivery => ask(Office::Registry, Clerical, B2_3),
            ActKind::ReplaceLetter | ActKind::CorrectLetter => ask(Office::Qmr, Handling, S13),
            ActKind::RecordGoverningLetter => ask(Office::Director, Deciding, S4),
            ActKind::AnswerByVoice => ask(Office::Handler, Handling, B2_4),
            ActKind::FileConclusion => ask(Office::Leader, Deciding, B2_3),
            ActKind::AskExtension => ask(Office::Requester, Handling, B2_5),
            ActKind::GrantExtension | ActKind::RefuseExtension => ask(Office::Director, Deciding, B2_5),
            ActKind::TellExtension => ask(Office::Handler, Clerical, B2_5),
            ActKind::TellProgress => ask(Office::Handler, Clerical, S9),
            ActKind::ReportToForwarder => ask(Office::Handler, Clerical, S9),
            ActKind::HearFromComplainant | ActKind::WriteToComplainant | ActKind::LeaveUnanswered => {
                ask(Office::Handler, Clerical, S9)
            }
            ActKind::RecordResponse => ask(Office::Handler, Clerical, S7),
            ActKind::ReviewInternally => ask(Office::Reviewer, Deciding, S8),
            ActKind::RecordRecourse | ActKind::RecordRecourseResult => ask(Office::Handler, Clerical, S8),
            ActKind::Lapse => ask(Office::Clock, Clerical, S8),
            ActKind::ReportNewDecision => ask(Office::CertificationHead, Clerical, S11),
            ActKind::Withdraw => ask(Office::Handler, Clerical, S13),
            ActKind::Reopen => ask(Office::Qmr, Handling, S13),
            ActKind::Close => ask(Office::Handler, Clerical, S7),
        }
    }

    fn spoken_rule(&self) -> Rule {
        if self.is_settled() { Rule::B1_1 } else { Rule::B1_2 }
    }

    pub(crate) fn outcome_rule(&self) -> Rule {
        if self.has(Subject::CertificationResult) {
            Rule::B2_2
        } else {
            Rule::S7
        }
    }

    pub(crate) fn corrective_rule(&self) -> Rule {
        if self.has(Subject::CertificationResult) {
            Rule::B2_2
        } else if self.has(Subject::Confidentiality) {
            Rule::B2_7
        } else {
            Rule::S10
        }
    }

    /// Under which rule the letter that is wanted now is written.
    pub(crate) fn letter_rule(&self) -> Rule {
        match self.letter_wanted() {
            Some(LetterPurpose::Correction) => Rule::S13,
            Some(LetterPurpose::Referral) => Rule::S2,
            Some(LetterPurpose::EndNotice) if self.round.withdrawn.is_some() => Rule::S13,
            Some(LetterPurpose::EndNotice) => Rule::S8,
            Some(LetterPurpose::Reply) if self.is_answered_by_voice() => Rule::S7,
            Some(LetterPurpose::Reply) | None => Rule::B2_3,
        }
    }
}
