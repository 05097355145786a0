//! One of each act, so that each can be said.

mod others;

use std::collections::BTreeSet;

use ::procedure::case::ActKind;
use ::procedure::case::acts::*;
use ::procedure::vocabulary::*;
use ::procedure::*;
use jiff::civil::{Date, date};

pub use others::{action_act, otherwise, year_act};

pub const AN: PersonId = PersonId::small(1);
pub const BINH: PersonId = PersonId::small(2);
pub const CUONG: PersonId = PersonId::small(3);

pub const DAY: Date = date(2026, 3, 2);
pub const LATER: Date = date(2026, 3, 20);

pub fn text() -> TextRef {
    TextRef {
        id: TextId::small(9),
        sha256: "00".to_owned(),
    }
}

fn file() -> FileRef {
    FileRef {
        id: DocumentId::small(9),
        sha256: "00".to_owned(),
    }
}

fn reason() -> Reason {
    Reason { reason: text() }
}

fn note() -> Note {
    Note { note: Some(text()) }
}

fn tell() -> Tell {
    Tell {
        words: text(),
        way: Some(DispatchWay::Email),
    }
}

fn outcome(finding: Finding, remedy: Remedy) -> Outcome {
    Outcome {
        finding,
        remedy,
        reasons: text(),
        no_evidence_reason: None,
    }
}

pub fn receive() -> Receive {
    Receive {
        channel: Channel::Phone,
        declared_kind: Kind::Complaint,
        subjects: BTreeSet::from([Subject::CertificationResult, Subject::StaffConduct]),
        complainant: Complainant {
            party: Some(PartyId::small(5)),
            ..Complainant::default()
        },
        received_on: DAY,
        content: text(),
        remedy_sought: Some(text()),
        persons_concerned: BTreeSet::from([CUONG]),
        unit: Some(UnitId::small(7)),
        safety: true,
        forwarder: Some(Forwarder {
            party: PartyId::small(6),
            report_by: Some(LATER),
            identity_withheld: false,
        }),
        documents: Vec::new(),
        first_read_at: None,
    }
}

/// The usual form of an act, with every field filled.
pub fn act(kind: ActKind) -> Act {
    match kind {
        ActKind::Receive => Act::Receive(receive()),
        ActKind::SettleOnTheSpot => Act::SettleOnTheSpot(SettleOnTheSpot {
            explanation: text(),
            satisfaction: text(),
        }),
        ActKind::ConfirmEntry => Act::ConfirmEntry,
        ActKind::AskAnnulment => Act::AskAnnulment(AskAnnulment {
            ground: AnnulGround::Duplicate,
            reason: text(),
        }),
        ActKind::ConfirmAnnulment => Act::ConfirmAnnulment(reason()),
        ActKind::RefuseAnnulment => Act::RefuseAnnulment(reason()),
        ActKind::RecordIncoming => Act::RecordIncoming(RecordIncoming {
            incoming_number: 118,
            arrived_on: DAY,
        }),
        ActKind::ReportToQmr => Act::ReportToQmr(note()),
        ActKind::ReportToUnit => Act::ReportToUnit(note()),
        ActKind::OverturnSettlement => Act::OverturnSettlement(reason()),
        ActKind::Promise => Act::Promise(Promise {
            reply_by: Some(LATER),
            no_contact_reason: Some(text()),
        }),
        ActKind::GiveDirection => Act::GiveDirection(GiveDirection { direction: text() }),
        ActKind::Acknowledge => Act::Acknowledge(tell()),
        ActKind::BecomeWritten => Act::BecomeWritten(BecomeWritten {
            channel: Channel::Letter,
            wrote_on: DAY,
            content: text(),
            letter_address: true,
        }),
        ActKind::CorrectReceipt => Act::CorrectReceipt(CorrectReceipt {
            received_on: DAY,
            reason: text(),
        }),
        ActKind::CorrectComplainant => Act::CorrectComplainant(CorrectComplainant {
            party: Some(PartyId::small(9)),
            letter_address: true,
            voice_contact: false,
            is_client: true,
            represented: false,
            group: false,
            reason: text(),
        }),
        ActKind::LinkCase => Act::LinkCase(LinkCase {
            case: CaseId::small(7),
            reason: text(),
        }),
        ActKind::Assess => Act::Assess(Assess {
            ours: Ours::Ours,
            kind: Kind::Complaint,
            subjects: BTreeSet::from([Subject::CertificationResult]),
            severity: Severity::High,
            safety: false,
            complexity: Degree::Medium,
            impact: Degree::High,
            immediate_action: true,
            reason: text(),
            case_officer: Some(BINH),
            unit: Some(UnitId::small(7)),
        }),
        ActKind::HandOver => Act::HandOver(HandOver {
            competent: text(),
            words: text(),
        }),
        ActKind::Reassign => Act::Reassign(Reassign {
            case_officer: BINH,
            reason: text(),
        }),
        ActKind::AlertDirector => Act::AlertDirector(note()),
        ActKind::DeclareInterest => Act::DeclareInterest(DeclareInterest {
            interest: Some(text()),
        }),
        ActKind::NameParticipants => Act::NameParticipants(NameParticipants {
            decision_number: "SP-0147".to_owned(),
            decided_on: date(2025, 11, 12),
            client: Some(PartyId::small(5)),
            people: vec![
                Participant {
                    person: BINH,
                    part: Part::Evaluation,
                },
                Participant {
                    person: CUONG,
                    part: Part::Decision,
                },
            ],
        }),
        ActKind::NamePersonsConcerned => Act::NamePersonsConcerned(NamePersonsConcerned {
            persons: BTreeSet::from([BINH, CUONG]),
            reason: text(),
        }),
        ActKind::Recuse => Act::Recuse(reason()),
        ActKind::Substitute => Act::Substitute(Substitute {
            role: Role::CertificationHead,
            person: BINH,
            reason: text(),
        }),
        ActKind::AddEvidence => Act::AddEvidence(AddEvidence {
            description: text(),
            source: text(),
            obtained_on: DAY,
            documents: vec![file(), file()],
            verified_by: Some(BINH),
        }),
        ActKind::TellSubject => Act::TellSubject(Tell {
            words: text(),
            way: None,
        }),
        ActKind::RecordStatement => Act::RecordStatement(RecordStatement {
            person: CUONG,
            declined: false,
            statement: text(),
        }),
        ActKind::EstablishCause => Act::EstablishCause(EstablishCause { cause: text() }),
        ActKind::HoldTalk => Act::HoldTalk(HoldTalk {
            held_on: DAY,
            people: text(),
            account: text(),
            lesson: text(),
        }),
        ActKind::InvestigateLeak => Act::InvestigateLeak(InvestigateLeak {
            team: text(),
            findings: text(),
            leak_confirmed: true,
        }),
        ActKind::AssessDataBreach => Act::AssessDataBreach(AssessDataBreach {
            personal_data: true,
            conclusion: text(),
        }),
        ActKind::TellAffectedClient => Act::TellAffectedClient(tell()),
        ActKind::AskClient => Act::AskClient(AskClient {
            answer_by: LATER,
            words: text(),
        }),
        ActKind::ReferToClient => Act::ReferToClient(ReferToClient {
            referred: true,
            words: text(),
        }),
        ActKind::DecideOnClient => Act::DecideOnClient(DecideOnClient {
            measure: ClientMeasure::Surveillance,
            reason: text(),
        }),
        ActKind::ProposePlan => Act::ProposePlan(ProposePlan {
            plan: text(),
            measures: vec![
                Measure {
                    what: text(),
                    doer: BINH,
                    by: LATER,
                },
                Measure {
                    what: text(),
                    doer: CUONG,
                    by: date(2026, 3, 25),
                },
            ],
        }),
        ActKind::ReturnPlan => Act::ReturnPlan(reason()),
        ActKind::ApprovePlan => Act::ApprovePlan(ApprovePlan::default()),
        ActKind::ReportMeasureDone => Act::ReportMeasureDone(ReportMeasureDone {
            measure: 0,
            result: text(),
        }),
        ActKind::ProposeOutcome => Act::ProposeOutcome(outcome(Finding::Partly, Remedy::Reevaluation)),
        ActKind::DecideOutcome => Act::DecideOutcome(Outcome {
            no_evidence_reason: Some(text()),
            ..outcome(Finding::Founded, Remedy::Retest)
        }),
        ActKind::ApproveOutcome => Act::ApproveOutcome(note()),
        ActKind::RejectOutcome => Act::RejectOutcome(reason()),
        ActKind::OpenCorrectiveAction => Act::OpenCorrectiveAction(OpenCorrectiveAction {
            action: CorrectiveActionId::small(4),
            existing: false,
            problem: text(),
            owner: BINH,
        }),
        ActKind::ReportResultToQmr => Act::ReportResultToQmr(note()),
        ActKind::ReportResultToLeadership => Act::ReportResultToLeadership(note()),
        ActKind::DraftLetter => Act::DraftLetter(DraftLetter {
            addressee: text(),
            subject_line: text(),
            body: text(),
            signer: CUONG,
        }),
        ActKind::SubmitLetter => Act::SubmitLetter,
        ActKind::ReturnLetter => Act::ReturnLetter(reason()),
        ActKind::SignLetter => Act::SignLetter(SignLetter {
            digest: "00".to_owned(),
            documents: vec![file()],
        }),
        ActKind::NumberLetter => Act::NumberLetter(NumberLetter {
            number: 1042,
            symbol: "TTCN-QLCL".to_owned(),
        }),
        ActKind::DispatchLetter => Act::DispatchLetter(DispatchLetter {
            way: DispatchWay::Post,
            tracking: Some(text()),
            to_every_address: false,
        }),
        ActKind::RecordDelivery => Act::RecordDelivery(RecordDelivery {
            delivery: Delivery::Returned,
            delivered_on: DAY,
            note: Some(text()),
        }),
        ActKind::ReplaceLetter => Act::ReplaceLetter(reason()),
        ActKind::CorrectLetter => Act::CorrectLetter(reason()),
        ActKind::RecordGoverningLetter => Act::RecordGoverningLetter(RecordGoverningLetter {
            letter_number: "88/TĐC-HCHQ".to_owned(),
            dated_on: DAY,
            reason: text(),
            documents: Vec::new(),
        }),
        ActKind::AnswerByVoice => Act::AnswerByVoice(AnswerByVoice {
            words: text(),
            notice_declined: true,
        }),
        ActKind::FileConclusion => Act::FileConclusion(FileConclusion {
            conclusion: text(),
            attempts: text(),
        }),
        ActKind::AskExtension => Act::AskExtension(AskExtension {
            until: LATER,
            reason: text(),
        }),
        ActKind::GrantExtension => Act::GrantExtension(GrantExtension {
            until: LATER,
            reason: text(),
        }),
        ActKind::RefuseExtension => Act::RefuseExtension(reason()),
        ActKind::TellExtension => Act::TellExtension(tell()),
        ActKind::TellProgress => Act::TellProgress(TellProgress {
            words: text(),
            reply_by: Some(LATER),
            way: None,
        }),
        ActKind::ReportToForwarder => Act::ReportToForwarder(tell()),
        ActKind::HearFromComplainant => Act::HearFromComplainant(HearFromComplainant {
            words: text(),
            heard_on: DAY,
            documents: Vec::new(),
        }),
        ActKind::WriteToComplainant => Act::WriteToComplainant(tell()),
        ActKind::LeaveUnanswered => Act::LeaveUnanswered(reason()),
        ActKind::RecordResponse => Act::RecordResponse(RecordResponse {
            response: Response::Rejected,
            words: text(),
        }),
        ActKind::ReviewInternally => Act::ReviewInternally(outcome(Finding::Unfounded, Remedy::Explanation)),
        ActKind::RecordRecourse => Act::RecordRecourse(RecordRecourse {
            forum: Forum::AccreditationBody,
            known_on: DAY,
            words: text(),
        }),
        ActKind::RecordRecourseResult => Act::RecordRecourseResult(RecordRecourseResult { words: text() }),
        ActKind::Lapse => Act::Lapse,
        ActKind::ReportNewDecision => Act::ReportNewDecision(ReportNewDecision {
            handed_over: false,
            owner: None,
            by: None,
            words: text(),
        }),
        ActKind::Withdraw => Act::Withdraw(Withdraw {
            withdrawn_on: DAY,
            words: text(),
        }),
        ActKind::Reopen => Act::Reopen(Reopen {
            ground: ReopenGround::NewMatter,
            received_on: Some(DAY),
            reason: text(),
        }),
        ActKind::Close => Act::Close,
    }
}

/// The names of everything an act says, rows and parts included, as its record spells them.
pub fn names_in(act: &impl serde::Serialize) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    collect(
        &serde_json::to_value(act).expect("an act is plain data"),
        &mut names,
    );
    names.remove("act");
    names
}

fn collect(value: &serde_json::Value, names: &mut BTreeSet<String>) {
    match value {
        // A text or file is one answer, whatever its reference is made of.
        serde_json::Value::Object(object) if object.contains_key("sha256") => {}
        serde_json::Value::Object(object) => {
            for (name, inner) in object {
                names.insert(name.clone());
                collect(inner, names);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|inner| collect(inner, names)),
        _ => {}
    }
}
