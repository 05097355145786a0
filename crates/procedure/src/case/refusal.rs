//! Why an act is refused, and what is wrong with what an act says; values without words.

use crate::rule::Rule;
use crate::vocabulary::{Bar, Role};
use serde::{Deserialize, Serialize};

/// The case forbids the act, under this rule.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Refusal {
    pub rule: Rule,
    pub why: Why,
}

/// The reason of a refusal.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Not in the book yet.
    NotReceived,
    AlreadyReceived,
    Annulled,
    Closed,
    NotClosed,
    /// Done before.
    AlreadyDone,
    /// This road of the procedure is not the one the case is on.
    OtherRoad,
    /// The case settled on the spot; QMR must overturn that first.
    Settled,
    /// B1.1 excludes this case from being settled on the spot.
    NeverOnTheSpot,
    AssessFirst,
    AnswerGiven,
    AnswerFirst,
    CauseFirst,
    InvestigateFirst,
    PlanFirst,
    OutcomeFirst,
    ParticipantsFirst,
    HearFirst,
    ReportFirst,
    DraftFirst,
    SubmitFirst,
    SignFirst,
    NumberFirst,
    AskFirst,
    ResponseFirst,
    NoMeasureOpen,
    NoAddress,
    AddressKnown,
    LetterNeeded,
    LimitPassed,
    NotDueYet,
    DutiesLeft,
    NobodyToReplace,
    /// Everyone who could be named is kept out.
    NobodyLeft,
    SignerLeft,
    Withdrawn,
    /// It does not concern our activities, so nothing is inquired into.
    NotOurs,
    /// Somebody is named for the role first.
    ReplaceFirst,
    /// QMR decides on the annulment first.
    AnnulmentFirst,
    /// Another office does this.
    NotYourOffice,
    /// Declares an interest or none first.
    DeclareFirst,
    /// Excluded from this act, by this fact.
    Barred(Bar),
    /// Nobody does both halves: the one who proposed, asked or drafted does not approve, decide or sign.
    BothHalves,
    /// Signing authority is missing from the table.
    NoAuthority,
    /// An old record: reopen it to work on it.
    OldRecord,
}

impl Why {
    /// The reason's key in message files.
    pub fn key(self) -> String {
        match self {
            Why::Barred(bar) => format!("barred_{}", bar.key()),
            other => serde_json::to_value(other)
                .ok()
                .and_then(|v| v.as_str().map(str::to_owned))
                .expect("every other reason is a bare word"),
        }
    }

    /// Every reason there is, for tests over message files.
    pub fn all() -> Vec<Why> {
        use Why::*;
        let mut all = vec![
            NotReceived,
            AlreadyReceived,
            Annulled,
            Closed,
            NotClosed,
            AlreadyDone,
            OtherRoad,
            Settled,
            NeverOnTheSpot,
            AssessFirst,
            AnswerGiven,
            AnswerFirst,
            CauseFirst,
            InvestigateFirst,
            PlanFirst,
            OutcomeFirst,
            ParticipantsFirst,
            HearFirst,
            ReportFirst,
            DraftFirst,
            SubmitFirst,
            SignFirst,
            NumberFirst,
            AskFirst,
            ResponseFirst,
            NoMeasureOpen,
            NoAddress,
            AddressKnown,
            LetterNeeded,
            LimitPassed,
            NotDueYet,
            DutiesLeft,
            NobodyToReplace,
            NobodyLeft,
            SignerLeft,
            Withdrawn,
            NotOurs,
            ReplaceFirst,
            AnnulmentFirst,
            NotYourOffice,
            DeclareFirst,
            BothHalves,
            NoAuthority,
            OldRecord,
        ];
        all.extend(Bar::ALL.iter().map(|&bar| Barred(bar)));
        all
    }
}

/// What an act says cannot stand: the field and the problem.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Invalid {
    pub field: String,
    pub problem: Problem,
}

impl Invalid {
    pub fn new(field: &str, problem: Problem) -> Self {
        Self {
            field: field.to_owned(),
            problem,
        }
    }
}

/// What is wrong with a field.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    Missing,
    TooLong,
    Unreadable,
    /// A day after today.
    InFuture,
    /// A day before today, where a day to come is needed.
    InPast,
    /// Before the day of receipt.
    BeforeReceipt,
    /// Later than the limit in force.
    AfterLimit,
    /// Not later than the limit in force.
    NotAfterLimit,
    NotAWorkingDay,
    NoSubject,
    OnlyClientsAppeal,
    UnknownPerson,
    /// That person may not take this part in this case.
    PersonBarred,
    /// Nobody names himself.
    Yourself,
    UnknownMeasure,
    NotYourMeasure,
    /// What was signed is not what was submitted.
    NotWhatWasSubmitted,
    NeedsReason,
    NeedsContact,
    NoVacancy(Option<Role>),
    TooLarge,
    WrongType,
    /// Choose one of the offered values.
    NotOffered,
    NotWritten,
    TooShort,
    AlreadyUsed,
    /// A number or a day that does not follow from its neighbours in a register.
    OutOfRow,
    /// Says the opposite of what another field says.
    Contradicts,
    /// A period that ends before it begins.
    EndsBeforeStart,
    WrongPassword,
    /// Somebody must remain who can administer the product.
    LastAdministrator,
    /// Open cases are in this person's hands: they are handed over first.
    OpenDuties,
}

impl Problem {
    /// The problem's key in message files.
    pub fn key(self) -> String {
        match self {
            Problem::NoVacancy(_) => "no_vacancy".to_owned(),
            other => serde_json::to_value(other)
                .ok()
                .and_then(|v| v.as_str().map(str::to_owned))
                .expect("every other problem is a bare word"),
        }
    }

    pub fn all() -> Vec<Problem> {
        use Problem::*;
        vec![
            Missing,
            TooLong,
            Unreadable,
            InFuture,
            InPast,
            BeforeReceipt,
            AfterLimit,
            NotAfterLimit,
            NotAWorkingDay,
            NoSubject,
            OnlyClientsAppeal,
            UnknownPerson,
            PersonBarred,
            Yourself,
            UnknownMeasure,
            NotYourMeasure,
            NotWhatWasSubmitted,
            NeedsReason,
            NeedsContact,
            NoVacancy(None),
            TooLarge,
            WrongType,
            NotOffered,
            NotWritten,
            TooShort,
            AlreadyUsed,
            OutOfRow,
            Contradicts,
            EndsBeforeStart,
            WrongPassword,
            LastAdministrator,
            OpenDuties,
        ]
    }
}

/// Either way of saying no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    Refused(Refusal),
    Invalid(Vec<Invalid>),
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        No::Refused(refusal)
    }
}
