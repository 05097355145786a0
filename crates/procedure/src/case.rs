//! A case: the fold of its history. Facts only; what must be done follows from them in `obligations`.

pub mod acts;
mod apply;
mod ask;
mod decide;
pub mod event;
pub mod fields;
pub mod guard;
mod halves;
mod letter;
mod ready;
pub mod refusal;

pub use acts::{Act, ActKind};
pub use decide::{Recorded, decide, recompute};
pub use event::{Actor, Duty, Entry, Event, Given};
pub use guard::{Permit, guard, offers};
pub use halves::Halves;
pub use letter::{Letter, LetterStage};
pub use refusal::{Invalid, Problem, Refusal, Why};

use crate::deadline::{Due, Term};
use crate::id::*;
use crate::settings::Periods;
use crate::vocabulary::*;
use acts::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// That something was done, by whom and on which day.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Done {
    pub by: Option<PersonId>,
    pub on: Date,
}

/// The reports the procedure asks for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Report {
    Qmr,
    Unit,
    ResultToQmr,
    ResultToLeadership,
    Forwarder,
}

/// The entry in the book.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookEntry {
    /// Written by the receiver, to be confirmed by the register officer (B1.1).
    #[default]
    Draft,
    Confirmed,
    /// The register officer asks for annulment; QMR confirms or refuses.
    AnnulmentAsked,
    Annulled,
}

/// Who acts in a role in this case, and who named him.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StandIn {
    pub person: PersonId,
    pub by: Option<PersonId>,
}

/// B1.1.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Settlement {
    pub done: Done,
    pub said: SettleOnTheSpot,
}

/// B2.1.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Plan {
    pub proposed: Done,
    pub said: ProposePlan,
    pub returned: Option<Done>,
    pub approved: Option<Done>,
    pub measures_done: BTreeSet<usize>,
}

/// An outcome, proposed by someone who took part or decided by someone who did not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Conclusion {
    pub by: Done,
    pub outcome: Outcome,
    /// The independent approval that makes a proposal the decision.
    pub approved: Option<Done>,
    pub proposal: bool,
}

impl Conclusion {
    /// Whether this is a decision in the sense of ISO/IEC 17065 7.13.5.
    pub const fn is_decision(&self) -> bool {
        !self.proposal || self.approved.is_some()
    }
}

/// B2.5.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Extension {
    pub asked: Done,
    pub until: Date,
    /// The limit in force when it was asked.
    pub limit_then: Date,
    pub decided: Option<Done>,
    pub granted: Option<Date>,
    /// The decision came after the limit: accepted, and the breach stays.
    pub late: bool,
    pub told: Option<Done>,
}

/// The assessment (S2, S3).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assessment {
    pub done: Done,
    pub said: Assess,
}

/// Recourse outside (S8).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Recourse {
    pub forum: Forum,
    pub known_on: Date,
    pub result: Option<Done>,
}

/// How the substantive answer was given.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    OnTheSpot,
    Voice { notice_declined: bool },
    Letter,
    Conclusion,
    HandedOver,
}

/// What happened since receipt, or since the case was last reopened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Round {
    pub settlement: Option<Settlement>,
    /// The day on which QMR overturned the settlement: this case is not settled on the spot again.
    pub overturned: Option<Date>,
    pub promise: Option<(Done, Promise)>,
    pub reports: BTreeMap<Report, Done>,
    /// The forwarder was told how it ended.
    pub result_forwarded: bool,
    pub direction: Option<Done>,
    pub acknowledged: Option<Done>,
    pub assessment: Option<Assessment>,
    pub case_officer: Option<PersonId>,
    pub director_alerted: Option<Done>,
    pub subject_told: Option<Done>,
    pub statements: BTreeSet<PersonId>,
    pub evidence: u16,
    pub cause: Option<Done>,
    pub talk: Option<Done>,
    pub leak: Option<(Done, bool)>,
    pub breach_assessed: Option<(Done, bool)>,
    pub client_told: Option<Done>,
    pub client_asked: Option<Done>,
    pub referred_to_client: Option<Done>,
    pub client_measure: Option<Done>,
    pub plan: Option<Plan>,
    pub conclusion: Option<Conclusion>,
    pub letters: Vec<Letter>,
    pub answered: Option<(Date, Answer)>,
    /// The day on which the outcome and its recourse were formally told (S7).
    pub notified: Option<Date>,
    pub last_told: Option<Date>,
    pub extensions: Vec<Extension>,
    /// The first message of the complainant that nobody has answered yet, or left unanswered for a reason (S9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<Done>,
    pub response: Option<(Done, Response)>,
    pub review: Option<(Done, Outcome)>,
    pub recourse: Option<Recourse>,
    pub lapsed: Option<Date>,
    pub new_decision: Option<Done>,
    pub withdrawn: Option<Done>,
    /// The notice of the end of the process went out.
    pub end_told: Option<Date>,
    /// Everyone who handled, decided or signed: they stay out of the internal review.
    pub handled_by: BTreeSet<PersonId>,
    /// A fact found after the answer bars whoever decided: an independent decision is due anew (§3.1).
    pub tainted: bool,
    pub tainted_on: Option<Date>,
}

/// The whole case, as its history gives it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    pub number: Option<CaseNumber>,
    pub entry: BookEntry,
    /// What the entry was when its annulment was asked for, and is again when that is refused.
    #[serde(default)]
    pub entry_before: BookEntry,
    pub annulment_asked: Option<Done>,
    pub receiver: Option<PersonId>,
    pub received_on: Date,
    pub registered_on: Date,
    /// The first reading by any staff member starts the 72 hours of B2.7.
    pub first_read_at: Timestamp,
    /// The day of that reading, or the one before it.
    #[serde(default)]
    pub first_read_on: Date,
    pub channel: Channel,
    pub written: bool,
    /// The day on which a verbal complainant wrote after all.
    #[serde(default)]
    pub wrote_on: Option<Date>,
    pub declared_kind: Kind,
    pub kind: Kind,
    pub subjects: BTreeSet<Subject>,
    pub complainant: Complainant,
    pub forwarder: Option<Forwarder>,
    pub persons_concerned: BTreeSet<PersonId>,
    pub unit: Option<UnitId>,
    pub safety: bool,
    /// The day on which safety came up, so that nothing later postpones the alert (S3).
    #[serde(default)]
    pub safety_since: Option<Date>,
    pub incoming_number: Option<u32>,
    pub declarations: BTreeMap<PersonId, bool>,
    pub participants: Option<NameParticipants>,
    pub stand_ins: BTreeMap<Role, StandIn>,
    pub vacant: BTreeSet<Role>,
    #[serde(default)]
    pub vacated_on: Option<Date>,
    pub recused: BTreeSet<PersonId>,
    /// Who did which half of what §2 forbids one person to join.
    #[serde(default)]
    pub halves: Halves,
    pub corrective_actions: BTreeSet<CorrectiveActionId>,
    pub links: BTreeSet<CaseId>,
    pub round: Round,
    pub past_rounds: Vec<Round>,
    /// The day from which the thirty days run: receipt, or what a reopening set.
    pub limit_from: Date,
    /// The end of the thirty days, with no extension.
    pub first_limit: Option<Due>,
    /// The limit in force.
    pub limit: Option<Due>,
    /// Earlier limits, kept visible.
    pub past_limits: Vec<Due>,
    #[serde(with = "crate::pairs")]
    pub dues: BTreeMap<Duty, (Term, Due)>,
    pub closed_on: Option<Date>,
    /// An old record, without duties until it is reopened.
    pub transcribed: bool,
    pub imported_finding: Option<Finding>,
    /// Lines in the history, which is also the version.
    pub version: u32,
}

impl Case {
    /// A case of which nothing is known yet.
    pub fn blank(id: CaseId) -> Self {
        Self {
            id,
            number: None,
            entry: BookEntry::Draft,
            entry_before: BookEntry::Draft,
            annulment_asked: None,
            receiver: None,
            received_on: Date::ZERO,
            registered_on: Date::ZERO,
            first_read_at: Timestamp::UNIX_EPOCH,
            first_read_on: Date::ZERO,
            channel: Channel::Letter,
            written: true,
            wrote_on: None,
            declared_kind: Kind::Complaint,
            kind: Kind::Complaint,
            subjects: BTreeSet::new(),
            complainant: Complainant::default(),
            forwarder: None,
            persons_concerned: BTreeSet::new(),
            unit: None,
            safety: false,
            safety_since: None,
            incoming_number: None,
            declarations: BTreeMap::new(),
            participants: None,
            stand_ins: BTreeMap::new(),
            vacant: BTreeSet::new(),
            vacated_on: None,
            recused: BTreeSet::new(),
            halves: Halves::default(),
            corrective_actions: BTreeSet::new(),
            links: BTreeSet::new(),
            round: Round::default(),
            past_rounds: Vec::new(),
            limit_from: Date::ZERO,
            first_limit: None,
            limit: None,
            past_limits: Vec::new(),
            dues: BTreeMap::new(),
            closed_on: None,
            transcribed: false,
            imported_finding: None,
            version: 0,
        }
    }

    /// The state that a history gives.
    pub fn fold<'a>(id: CaseId, history: impl IntoIterator<Item = &'a Entry>) -> Self {
        history.into_iter().fold(Self::blank(id), |mut case, entry| {
            case.apply(entry);
            case
        })
    }

    pub fn is_appeal(&self) -> bool {
        self.kind == Kind::Appeal
    }

    pub fn has(&self, subject: Subject) -> bool {
        self.subjects.contains(&subject)
    }

    /// Conduct and confidentiality cases are closed to everyone not on them (S12), and so is what another statute governs, where the
    /// identity is sealed (S2).
    pub fn is_protected(&self) -> bool {
        let mut rounds = self.past_rounds.iter().chain([&self.round]);
        let sealed = rounds.any(|round| {
            let assessment = round.assessment.as_ref();
            assessment.is_some_and(|a| a.said.ours == Ours::OtherStatute)
        });
        self.has(Subject::StaffConduct) || self.has(Subject::Confidentiality) || sealed
    }

    pub fn is_annulled(&self) -> bool {
        self.entry == BookEntry::Annulled
    }

    pub fn is_settled(&self) -> bool {
        self.round.settlement.is_some()
    }

    /// Whether the assessment found it to be the body's own business.
    pub fn is_ours(&self) -> bool {
        self.round
            .assessment
            .as_ref()
            .is_some_and(|a| a.said.ours == Ours::Ours)
    }

    /// Whether the matter itself is inquired into: ours, and not withdrawn unless the body goes on of its own motion.
    pub fn is_inquired(&self) -> bool {
        self.is_ours() && (self.round.withdrawn.is_none() || self.goes_on_of_own_motion())
    }

    /// Certification result, confidentiality and safety outlive a withdrawal (S13).
    pub fn goes_on_of_own_motion(&self) -> bool {
        self.has(Subject::CertificationResult) || self.has(Subject::Confidentiality) || self.safety
    }

    /// B1.1: what the on-the-spot road is never open to.
    pub fn is_barred_from_the_spot(&self) -> bool {
        self.written
            || self.is_appeal()
            || self.has(Subject::CertificationResult)
            || self.has(Subject::Confidentiality)
            || self.safety
    }

    /// S4: the decision and everyone who took part must be on record before an outcome; in a case about the handling of another,
    /// whoever handled that one.
    pub fn needs_participants(&self) -> bool {
        self.is_appeal()
            || self.has(Subject::CertificationResult)
            || self.has(Subject::ClientProduct)
            || self.has(Subject::ComplaintHandling)
    }

    /// The clients whose interests count here: of the certificate concerned, and the complainant who is one (S4).
    pub fn clients(&self) -> impl Iterator<Item = PartyId> {
        let named = self.participants.as_ref().and_then(|p| p.client);
        let complainant = self.complainant.party.filter(|_| self.complainant.is_client);
        named.into_iter().chain(complainant)
    }

    /// B2.2, B2.7: a corrective action is opened whatever the outcome.
    pub fn needs_corrective_action(&self) -> bool {
        self.has(Subject::CertificationResult) || self.has(Subject::Confidentiality)
    }

    /// B2.3: written cases and every appeal are answered by letter, where there is an address.
    pub fn needs_letter(&self) -> bool {
        (self.written || self.is_appeal()) && self.can_write()
    }

    /// The answer goes out as a letter: where B2.3 asks for one, and where nobody could be spoken to.
    pub fn is_answered_in_writing(&self) -> bool {
        self.needs_letter() || (self.can_write() && !self.can_speak())
    }

    /// A letter can go to the complainant, or to the forwarder where the identity was withheld.
    pub fn can_write(&self) -> bool {
        self.complainant.reach.letter || self.forwarder.as_ref().is_some_and(|f| f.identity_withheld)
    }

    pub fn can_speak(&self) -> bool {
        self.complainant.reach.voice
    }

    pub fn can_tell(&self) -> bool {
        self.can_write() || self.can_speak()
    }

    /// Whether a person handled, decided or signed, in this round or one before (S8).
    pub fn has_handled(&self, person: PersonId) -> bool {
        let rounds = self.past_rounds.iter().chain([&self.round]);
        rounds.into_iter().any(|round| round.handled_by.contains(&person))
    }

    /// The answer was spoken; a letter then only gives notice of it (S7).
    pub fn is_answered_by_voice(&self) -> bool {
        matches!(self.round.answered, Some((_, Answer::Voice { .. })))
    }

    pub fn is_answered(&self) -> bool {
        self.round.answered.is_some()
    }

    /// The day from which the duties of a case that begins are counted: the receipt in force, or the overturning of its settlement.
    pub fn began_on(&self) -> Date {
        let overturned = self.round.overturned;
        overturned.map_or(self.limit_from, |on| on.max(self.limit_from))
    }

    /// The decision, when there is one: the internal review's, else the first one.
    pub fn outcome(&self) -> Option<&Outcome> {
        let first = self
            .round
            .conclusion
            .as_ref()
            .filter(|c| c.is_decision())
            .map(|c| &c.outcome);
        self.round.review.as_ref().map(|(_, outcome)| outcome).or(first)
    }

    /// By whom and when the decision in force was made: decided, approved where it was proposed, or reviewed.
    pub fn decision_made(&self) -> Option<Done> {
        if let Some((reviewed, _)) = &self.round.review {
            return Some(*reviewed);
        }
        let conclusion = self.round.conclusion.as_ref().filter(|c| c.is_decision())?;
        Some(conclusion.approved.unwrap_or(conclusion.by))
    }

    /// The limit in force; receipt itself where none was computed yet.
    pub fn limit_on(&self) -> Date {
        self.limit.map_or(self.limit_from, |due| due.on)
    }

    /// B2.4, or the date that the last granted extension set (B2.5).
    pub fn limit_term(&self, periods: &Periods) -> Term {
        match self.round.extensions.iter().rev().find_map(|e| e.granted) {
            Some(date) => Term::On { date },
            None => self.first_limit_term(periods),
        }
    }

    pub fn first_limit_term(&self, periods: &Periods) -> Term {
        Term::CalendarDays {
            from: self.limit_from,
            days: periods.answer_calendar,
        }
    }

    pub fn open_extension(&self) -> Option<&Extension> {
        self.round.extensions.last().filter(|e| e.decided.is_none())
    }

    /// Where the case stands, in one word for the register.
    pub fn stage(&self) -> Stage {
        if self.is_annulled() {
            Stage::Annulled
        } else if self.closed_on.is_some() {
            Stage::Closed
        } else if self.is_settled() {
            Stage::Settled
        } else if self.round.withdrawn.is_some() {
            Stage::Withdrawn
        } else if self.round.answered.is_some() {
            Stage::Answered
        } else if self.outcome().is_some() {
            Stage::Decided
        } else if self.round.assessment.is_some() {
            Stage::Inquiry
        } else {
            Stage::Received
        }
    }
}

/// Where a case stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Received,
    Inquiry,
    Decided,
    Answered,
    Settled,
    Withdrawn,
    Closed,
    Annulled,
}

impl Stage {
    pub const ALL: &[Stage] = &[
        Stage::Received,
        Stage::Inquiry,
        Stage::Decided,
        Stage::Answered,
        Stage::Settled,
        Stage::Withdrawn,
        Stage::Closed,
        Stage::Annulled,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Stage::Received => "received",
            Stage::Inquiry => "inquiry",
            Stage::Decided => "decided",
            Stage::Answered => "answered",
            Stage::Settled => "settled",
            Stage::Withdrawn => "withdrawn",
            Stage::Closed => "closed",
            Stage::Annulled => "annulled",
        }
    }
}
