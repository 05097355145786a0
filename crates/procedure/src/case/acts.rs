//! What people can do to a case: one variant for each act of the procedure, with what the act must say.

use super::Report;
use crate::id::*;
use crate::vocabulary::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

macro_rules! acts {
    ($($(#[$doc:meta])* $variant:ident $(($payload:ty))? = $key:literal),* $(,)?) => {
        /// An act with everything it says. An accepted act is what the history keeps.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(tag = "act")]
        pub enum Act { $($(#[$doc])* #[serde(rename = $key)] $variant $(($payload))?,)* }

        /// The name of an act.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ActKind { $($(#[$doc])* #[serde(rename = $key)] $variant,)* }

        impl ActKind {
            pub const ALL: &[ActKind] = &[$(ActKind::$variant),*];

            /// The name used in records, addresses and message files.
            pub const fn key(self) -> &'static str {
                match self { $(ActKind::$variant => $key,)* }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(ActKind::$variant),)* _ => None }
            }
        }

        impl Act {
            pub const fn kind(&self) -> ActKind {
                match self { $(acts!(@pattern $variant $(($payload))?) => ActKind::$variant,)* }
            }
        }
    };
    (@pattern $variant:ident ($payload:ty)) => { Act::$variant(_) };
    (@pattern $variant:ident) => { Act::$variant };
}

acts! {
    // Bước 1: the entry in the book.
    Receive(Receive) = "receive",
    SettleOnTheSpot(SettleOnTheSpot) = "settle_on_the_spot",
    ConfirmEntry = "confirm_entry",
    AskAnnulment(AskAnnulment) = "ask_annulment",
    ConfirmAnnulment(Reason) = "confirm_annulment",
    RefuseAnnulment(Reason) = "refuse_annulment",
    RecordIncoming(RecordIncoming) = "record_incoming",
    ReportToQmr(Note) = "report_to_qmr",
    ReportToUnit(Note) = "report_to_unit",
    OverturnSettlement(Reason) = "overturn_settlement",
    Promise(Promise) = "promise",
    GiveDirection(GiveDirection) = "give_direction",
    Acknowledge(Tell) = "acknowledge",
    BecomeWritten(BecomeWritten) = "become_written",
    CorrectReceipt(CorrectReceipt) = "correct_receipt",
    CorrectComplainant(CorrectComplainant) = "correct_complainant",
    LinkCase(LinkCase) = "link_case",
    // Assessment and routing.
    Assess(Assess) = "assess",
    HandOver(HandOver) = "hand_over",
    Reassign(Reassign) = "reassign",
    AlertDirector(Note) = "alert_director",
    // Independence.
    DeclareInterest(DeclareInterest) = "declare_interest",
    NameParticipants(NameParticipants) = "name_participants",
    NamePersonsConcerned(NamePersonsConcerned) = "name_persons_concerned",
    Recuse(Reason) = "recuse",
    Substitute(Substitute) = "substitute",
    // Inquiry.
    AddEvidence(AddEvidence) = "add_evidence",
    TellSubject(Tell) = "tell_subject",
    RecordStatement(RecordStatement) = "record_statement",
    EstablishCause(EstablishCause) = "establish_cause",
    HoldTalk(HoldTalk) = "hold_talk",
    InvestigateLeak(InvestigateLeak) = "investigate_leak",
    AssessDataBreach(AssessDataBreach) = "assess_data_breach",
    TellAffectedClient(Tell) = "tell_affected_client",
    AskClient(AskClient) = "ask_client",
    ReferToClient(ReferToClient) = "refer_to_client",
    DecideOnClient(DecideOnClient) = "decide_on_client",
    // Bước 2: plan and outcome.
    ProposePlan(ProposePlan) = "propose_plan",
    ReturnPlan(Reason) = "return_plan",
    ApprovePlan(ApprovePlan) = "approve_plan",
    ReportMeasureDone(ReportMeasureDone) = "report_measure_done",
    ProposeOutcome(Outcome) = "propose_outcome",
    DecideOutcome(Outcome) = "decide_outcome",
    ApproveOutcome(Note) = "approve_outcome",
    RejectOutcome(Reason) = "reject_outcome",
    OpenCorrectiveAction(OpenCorrectiveAction) = "open_corrective_action",
    ReportResultToQmr(Note) = "report_result_to_qmr",
    ReportResultToLeadership(Note) = "report_result_to_leadership",
    // The letter.
    DraftLetter(DraftLetter) = "draft_letter",
    SubmitLetter = "submit_letter",
    ReturnLetter(Reason) = "return_letter",
    SignLetter(SignLetter) = "sign_letter",
    NumberLetter(NumberLetter) = "number_letter",
    DispatchLetter(DispatchLetter) = "dispatch_letter",
    RecordDelivery(RecordDelivery) = "record_delivery",
    ReplaceLetter(Reason) = "replace_letter",
    CorrectLetter(Reason) = "correct_letter",
    RecordGoverningLetter(RecordGoverningLetter) = "record_governing_letter",
    AnswerByVoice(AnswerByVoice) = "answer_by_voice",
    FileConclusion(FileConclusion) = "file_conclusion",
    // Time.
    AskExtension(AskExtension) = "ask_extension",
    GrantExtension(GrantExtension) = "grant_extension",
    RefuseExtension(Reason) = "refuse_extension",
    TellExtension(Tell) = "tell_extension",
    TellProgress(TellProgress) = "tell_progress",
    ReportToForwarder(Tell) = "report_to_forwarder",
    // What is written to and fro.
    HearFromComplainant(HearFromComplainant) = "hear_from_complainant",
    WriteToComplainant(Tell) = "write_to_complainant",
    LeaveUnanswered(Reason) = "leave_unanswered",
    // After the answer.
    RecordResponse(RecordResponse) = "record_response",
    ReviewInternally(Outcome) = "review_internally",
    RecordRecourse(RecordRecourse) = "record_recourse",
    RecordRecourseResult(RecordRecourseResult) = "record_recourse_result",
    /// The term for a rejection, or for recourse outside, has passed unused. Done by the clock.
    Lapse = "lapse",
    ReportNewDecision(ReportNewDecision) = "report_new_decision",
    Withdraw(Withdraw) = "withdraw",
    Reopen(Reopen) = "reopen",
    Close = "close",
}

/// A reason that must be given.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reason {
    pub reason: TextRef,
}

/// A remark that may be given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<TextRef>,
}

/// Somebody is told something, in a way that is on record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tell {
    pub words: TextRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<DispatchWay>,
}

/// How the complainant can be reached.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reach {
    /// A postal or electronic address that a letter can go to.
    pub letter: bool,
    /// A telephone number, or the person comes in.
    pub voice: bool,
}

/// Who complains. Names and addresses stand in the party row, not in the history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Complainant {
    /// Absent for an anonymous complaint.
    pub party: Option<PartyId>,
    pub reach: Reach,
    /// The client or applicant of the certificate or decision concerned: only these may appeal.
    #[serde(default)]
    pub is_client: bool,
    /// Acts through a representative with a letter of authority.
    #[serde(default)]
    pub represented: bool,
    /// A group that named no representative: every address gets the letter.
    #[serde(default)]
    pub group: bool,
}

/// An accreditation body or authority that passed the case on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Forwarder {
    pub party: PartyId,
    /// By when it wants our report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_by: Option<Date>,
    /// The original person was not named to us: the letter to the forwarder is the reply.
    #[serde(default)]
    pub identity_withheld: bool,
}

/// A case enters the book.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Receive {
    pub channel: Channel,
    /// The complainant's own word.
    pub declared_kind: Kind,
    pub subjects: BTreeSet<Subject>,
    pub complainant: Complainant,
    /// The first day the content reached anyone or any address of the centre.
    pub received_on: Date,
    /// When a member of staff first read it, where that was before it was entered: the 72 hours of B2.7 run from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_read_at: Option<Timestamp>,
    pub content: TextRef,
    /// What is asked for (ISO 10002 7.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy_sought: Option<TextRef>,
    /// Members of staff complained about.
    #[serde(default)]
    pub persons_concerned: BTreeSet<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    #[serde(default)]
    pub safety: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarder: Option<Forwarder>,
    #[serde(default)]
    pub documents: Vec<FileRef>,
}

/// B1.1: explained at once, and the complainant is satisfied.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SettleOnTheSpot {
    pub explanation: TextRef,
    /// How the complainant said that he is satisfied.
    pub satisfaction: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AskAnnulment {
    pub ground: AnnulGround,
    pub reason: TextRef,
}

/// The incoming document's number (số đến).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordIncoming {
    pub incoming_number: u32,
    pub arrived_on: Date,
}

/// B1.2: contact details are taken and a reply is promised, or there is a reason why there are none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Promise {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_contact_reason: Option<TextRef>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GiveDirection {
    pub direction: TextRef,
}

/// A verbal complainant later wrote: the case becomes written, the limit stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BecomeWritten {
    pub channel: Channel,
    pub wrote_on: Date,
    pub content: TextRef,
    /// Whether there is now an address for a letter.
    #[serde(default)]
    pub letter_address: bool,
}

/// A late discovery of the true day of receipt.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CorrectReceipt {
    pub received_on: Date,
    pub reason: TextRef,
}

/// What turns out to be otherwise about the complainant: an address found later, who it is, whether a client.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CorrectComplainant {
    /// Who it is, where that was not known or another; their details stand in the party row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub letter_address: bool,
    pub voice_contact: bool,
    pub is_client: bool,
    pub represented: bool,
    pub group: bool,
    pub reason: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LinkCase {
    pub case: CaseId,
    pub reason: TextRef,
}

/// S2 and S3 in one sitting: ours or not, kind, subjects, severity, and who handles it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assess {
    pub ours: Ours,
    pub kind: Kind,
    pub subjects: BTreeSet<Subject>,
    pub severity: Severity,
    pub safety: bool,
    pub complexity: Degree,
    pub impact: Degree,
    pub immediate_action: bool,
    pub reason: TextRef,
    /// Needed where the case is ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_officer: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}

/// A report of law-breaking or a matter of administrative law goes to the competent person, identity sealed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HandOver {
    pub competent: TextRef,
    pub words: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reassign {
    pub case_officer: PersonId,
    pub reason: TextRef,
}

/// A declared interest, or none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeclareInterest {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<TextRef>,
}

/// Somebody who took part in the activity a case is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Participant {
    pub person: PersonId,
    pub part: Part,
}

/// The certificate or decision concerned and everyone who took part in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NameParticipants {
    /// Certificate or decision number.
    pub decision_number: String,
    pub decided_on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<PartyId>,
    pub people: Vec<Participant>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NamePersonsConcerned {
    pub persons: BTreeSet<PersonId>,
    pub reason: TextRef,
}

/// Another person takes a role in this case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Substitute {
    pub role: Role,
    pub person: PersonId,
    pub reason: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AddEvidence {
    pub description: TextRef,
    /// From whom it was obtained.
    pub source: TextRef,
    pub obtained_on: Date,
    #[serde(default)]
    pub documents: Vec<FileRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<PersonId>,
}

/// S6: the account of the person complained about, or that he declined to give one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordStatement {
    pub person: PersonId,
    #[serde(default)]
    pub declined: bool,
    pub statement: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EstablishCause {
    pub cause: TextRef,
}

/// B2.6: the talk, that person's account and the lesson.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HoldTalk {
    pub held_on: Date,
    pub people: TextRef,
    pub account: TextRef,
    pub lesson: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InvestigateLeak {
    pub team: TextRef,
    pub findings: TextRef,
    pub leak_confirmed: bool,
}

/// Was personal data involved, and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AssessDataBreach {
    pub personal_data: bool,
    pub conclusion: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AskClient {
    pub answer_by: Date,
    pub words: TextRef,
}

/// A valid complaint goes to the client without the complainant's identity, or not, with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReferToClient {
    pub referred: bool,
    pub words: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DecideOnClient {
    pub measure: ClientMeasure,
    pub reason: TextRef,
}

/// Who does what by when.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measure {
    pub what: TextRef,
    pub doer: PersonId,
    pub by: Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProposePlan {
    pub plan: TextRef,
    #[serde(default)]
    pub measures: Vec<Measure>,
}

/// B2.1: leadership approves and assigns: as proposed, or who does what by when in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ApprovePlan {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<TextRef>,
    /// Empty where the plan stands as it was proposed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReportMeasureDone {
    /// Its place in the plan, from 0.
    pub measure: usize,
    pub result: TextRef,
}

/// The finding and what is given; proposed, decided, or reached by the internal review.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Outcome {
    pub finding: Finding,
    pub remedy: Remedy,
    pub reasons: TextRef,
    /// Why there is no evidence, where there is none (S5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_evidence_reason: Option<TextRef>,
}

/// A corrective action under QT-07-HTCL, opened for this case or linked to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OpenCorrectiveAction {
    pub action: CorrectiveActionId,
    /// The action existed before and is linked now.
    #[serde(default)]
    pub existing: bool,
    pub problem: TextRef,
    pub owner: PersonId,
}

/// The letter's parts. A draft replaces the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DraftLetter {
    pub addressee: TextRef,
    pub subject_line: TextRef,
    pub body: TextRef,
    /// The leader who is to sign.
    pub signer: PersonId,
}

/// A signature under exactly what was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SignLetter {
    /// Hex SHA-256 of addressee, subject, body and signer, as the signer saw it.
    pub digest: String,
    /// The signed paper, scanned.
    #[serde(default)]
    pub documents: Vec<FileRef>,
}

/// The number in the centre's one outgoing sequence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NumberLetter {
    pub number: u32,
    pub symbol: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DispatchLetter {
    pub way: DispatchWay,
    /// It went to every address of a group that named no representative (§2).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_every_address: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking: Option<TextRef>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordDelivery {
    pub delivery: Delivery,
    pub delivered_on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<TextRef>,
}

/// No signer is left: the governing body's own letter is the reply.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordGoverningLetter {
    pub letter_number: String,
    pub dated_on: Date,
    pub reason: TextRef,
    #[serde(default)]
    pub documents: Vec<FileRef>,
}

/// A verbal complaint may be answered by voice.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AnswerByVoice {
    pub words: TextRef,
    /// The complainant wants no formal notice.
    #[serde(default)]
    pub notice_declined: bool,
}

/// Where there is no address: the signed conclusion with the attempts made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileConclusion {
    pub conclusion: TextRef,
    pub attempts: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AskExtension {
    pub until: Date,
    pub reason: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GrantExtension {
    pub until: Date,
    pub reason: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TellProgress {
    pub words: TextRef,
    /// A new promised day, where a reply was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<DispatchWay>,
}

/// A message of the complainant, or more evidence from him: by his own hand, or put on record by whoever heard it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HearFromComplainant {
    pub words: TextRef,
    /// The day on which it reached any address of the centre, also at night and on holidays.
    pub heard_on: Date,
    #[serde(default)]
    pub documents: Vec<FileRef>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordResponse {
    pub response: Response,
    pub words: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordRecourse {
    pub forum: Forum,
    pub known_on: Date,
    pub words: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordRecourseResult {
    pub words: TextRef,
}

/// S11: the new certification decision is made, or handed over with an owner and a date.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReportNewDecision {
    #[serde(default)]
    pub handed_over: bool,
    /// Who makes it, where it is handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// The new decision, or what is to be decided.
    pub words: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Withdraw {
    pub withdrawn_on: Date,
    pub words: TextRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reopen {
    pub ground: ReopenGround,
    /// The receipt of the new matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Date>,
    pub reason: TextRef,
}

impl Act {
    /// Reports an act makes, for the facts of the case.
    pub const fn report(&self) -> Option<Report> {
        match self {
            Act::ReportToQmr(_) => Some(Report::Qmr),
            Act::ReportToUnit(_) => Some(Report::Unit),
            Act::ReportResultToQmr(_) => Some(Report::ResultToQmr),
            Act::ReportResultToLeadership(_) => Some(Report::ResultToLeadership),
            Act::ReportToForwarder(_) => Some(Report::Forwarder),
            _ => None,
        }
    }
}
