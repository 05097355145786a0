//! What each act asks for, as data: pages draw their forms from it, requests are read by it, and a test makes every act from it.

use super::ActKind;
use serde::Serialize;

/// One thing an act asks for. Its label is found in the message files by name.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    pub name: &'static str,
    pub input: Input,
    pub required: bool,
}

/// How a field is answered.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "input", rename_all = "snake_case")]
pub enum Input {
    /// Words kept outside the history; one line or several.
    Words {
        lines: u8,
    },
    /// A short word that is part of the record: a number, a symbol.
    Word,
    Number,
    Date,
    Yes,
    /// One of the keys of a vocabulary, which names the message keys too.
    Choice {
        vocabulary: &'static str,
        keys: Keys,
    },
    Choices {
        vocabulary: &'static str,
        keys: Keys,
    },
    Person,
    People,
    Unit,
    Party,
    /// Another case, by its number.
    CaseNumber,
    /// Places in the plan that the person may report done.
    Measure,
    Files,
    Rows {
        fields: &'static [Field],
    },
    /// Filled by the page with what the person is looking at.
    Seen,
    /// Made by the application: the identity of something new.
    NewId,
}

/// The keys of a vocabulary, as a function that tells them.
#[derive(Copy, Clone, Debug)]
pub struct Keys(pub fn() -> Vec<&'static str>);

impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        (self.0)() == (other.0)()
    }
}

impl Eq for Keys {}

impl Serialize for Keys {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.0)().serialize(to)
    }
}

macro_rules! choice {
    ($kind:ident, $name:ident, $vocabulary:literal, $type:ident) => {
        Field {
            name: stringify!($name),
            input: Input::$kind {
                vocabulary: $vocabulary,
                keys: Keys(|| crate::vocabulary::$type::ALL.iter().map(|v| v.key()).collect()),
            },
            required: true,
        }
    };
}

const fn field(name: &'static str, input: Input) -> Field {
    Field {
        name,
        input,
        required: true,
    }
}

const fn optional(name: &'static str, input: Input) -> Field {
    Field {
        name,
        input,
        required: false,
    }
}

const LONG: Input = Input::Words { lines: 4 };
const LINE: Input = Input::Words { lines: 1 };
const REASON: &[Field] = &[field("reason", LONG)];
const NOTE: &[Field] = &[optional("note", LINE)];
const TELL: &[Field] = &[field("words", LONG), WAY_IF_ANY];
const WAY_IF_ANY: Field = Field {
    required: false,
    ..choice!(Choice, way, "dispatch_way", DispatchWay)
};
const PARTICIPANTS: &[Field] = &[
    field("person", Input::Person),
    choice!(Choice, part, "part", Part),
];
const MEASURES: &[Field] = &[
    field("what", LINE),
    field("doer", Input::Person),
    field("by", Input::Date),
];
const OUTCOME: &[Field] = &[
    choice!(Choice, finding, "finding", Finding),
    choice!(Choice, remedy, "remedy", Remedy),
    field("reasons", Input::Words { lines: 6 }),
    optional("no_evidence_reason", LINE),
];

/// What an act asks for, in the order of its form. `Receive` has a page of its own and is read there.
pub const fn fields(kind: ActKind) -> &'static [Field] {
    match kind {
        ActKind::Receive
        | ActKind::ConfirmEntry
        | ActKind::SubmitLetter
        | ActKind::Lapse
        | ActKind::Close => const { &[] },
        ActKind::SettleOnTheSpot => const { &[field("explanation", LONG), field("satisfaction", LINE)] },
        ActKind::AskAnnulment => {
            const {
                &[
                    choice!(Choice, ground, "annul_ground", AnnulGround),
                    field("reason", LONG),
                ]
            }
        }
        ActKind::ConfirmAnnulment
        | ActKind::RefuseAnnulment
        | ActKind::OverturnSettlement
        | ActKind::Recuse
        | ActKind::ReturnPlan
        | ActKind::RejectOutcome
        | ActKind::ReturnLetter
        | ActKind::ReplaceLetter
        | ActKind::CorrectLetter
        | ActKind::RefuseExtension
        | ActKind::LeaveUnanswered => REASON,
        ActKind::RecordIncoming => {
            const {
                &[
                    field("incoming_number", Input::Number),
                    field("arrived_on", Input::Date),
                ]
            }
        }
        ActKind::ReportToQmr
        | ActKind::ReportToUnit
        | ActKind::AlertDirector
        | ActKind::ApproveOutcome
        | ActKind::ReportResultToQmr
        | ActKind::ReportResultToLeadership => NOTE,
        ActKind::Promise => {
            const {
                &[
                    optional("reply_by", Input::Date),
                    optional("no_contact_reason", LINE),
                ]
            }
        }
        ActKind::GiveDirection => const { &[field("direction", LONG)] },
        ActKind::Acknowledge
        | ActKind::TellSubject
        | ActKind::TellAffectedClient
        | ActKind::TellExtension
        | ActKind::ReportToForwarder
        | ActKind::WriteToComplainant => TELL,
        ActKind::BecomeWritten => {
            const {
                &[
                    choice!(Choice, channel, "channel", Channel),
                    field("wrote_on", Input::Date),
                    field("content", LONG),
                    optional("letter_address", Input::Yes),
                ]
            }
        }
        ActKind::CorrectReceipt => const { &[field("received_on", Input::Date), field("reason", LONG)] },
        ActKind::LinkCase => const { &[field("case", Input::CaseNumber), field("reason", LINE)] },
        ActKind::Assess => {
            const {
                &[
                    choice!(Choice, ours, "ours", Ours),
                    choice!(Choice, kind, "kind", Kind),
                    choice!(Choices, subjects, "subject", Subject),
                    choice!(Choice, severity, "severity", Severity),
                    field("safety", Input::Yes),
                    choice!(Choice, complexity, "degree", Degree),
                    choice!(Choice, impact, "degree", Degree),
                    field("immediate_action", Input::Yes),
                    optional("case_officer", Input::Person),
                    optional("unit", Input::Unit),
                    field("reason", LONG),
                ]
            }
        }
        ActKind::CorrectComplainant => {
            const {
                &[
                    optional("party", Input::Party),
                    field("letter_address", Input::Yes),
                    field("voice_contact", Input::Yes),
                    field("is_client", Input::Yes),
                    field("represented", Input::Yes),
                    field("group", Input::Yes),
                    field("reason", LONG),
                ]
            }
        }
        ActKind::HandOver => const { &[field("competent", LINE), field("words", LONG)] },
        ActKind::Reassign => const { &[field("case_officer", Input::Person), field("reason", LINE)] },
        ActKind::DeclareInterest => const { &[optional("interest", LONG)] },
        ActKind::NameParticipants => {
            const {
                &[
                    field("decision_number", Input::Word),
                    field("decided_on", Input::Date),
                    optional("client", Input::Party),
                    field("people", Input::Rows { fields: PARTICIPANTS }),
                ]
            }
        }
        ActKind::NamePersonsConcerned => const { &[field("persons", Input::People), field("reason", LINE)] },
        ActKind::Substitute => {
            const {
                &[
                    choice!(Choice, role, "role", Role),
                    field("person", Input::Person),
                    field("reason", LONG),
                ]
            }
        }
        ActKind::AddEvidence => {
            const {
                &[
                    field("description", LONG),
                    field("source", LINE),
                    field("obtained_on", Input::Date),
                    optional("verified_by", Input::Person),
                    optional("documents", Input::Files),
                ]
            }
        }
        ActKind::RecordStatement => {
            const {
                &[
                    field("person", Input::Person),
                    optional("declined", Input::Yes),
                    field("statement", LONG),
                ]
            }
        }
        ActKind::EstablishCause => const { &[field("cause", LONG)] },
        ActKind::HoldTalk => {
            const {
                &[
                    field("held_on", Input::Date),
                    field("people", LINE),
                    field("account", LONG),
                    field("lesson", LONG),
                ]
            }
        }
        ActKind::InvestigateLeak => {
            const {
                &[
                    field("team", LINE),
                    field("findings", LONG),
                    field("leak_confirmed", Input::Yes),
                ]
            }
        }
        ActKind::AssessDataBreach => {
            const { &[field("personal_data", Input::Yes), field("conclusion", LONG)] }
        }
        ActKind::AskClient => const { &[field("answer_by", Input::Date), field("words", LONG)] },
        ActKind::ReferToClient => const { &[field("referred", Input::Yes), field("words", LONG)] },
        ActKind::DecideOnClient => {
            const {
                &[
                    choice!(Choice, measure, "client_measure", ClientMeasure),
                    field("reason", LONG),
                ]
            }
        }
        ActKind::ProposePlan => {
            const {
                &[
                    field("plan", LONG),
                    optional("measures", Input::Rows { fields: MEASURES }),
                ]
            }
        }
        ActKind::ApprovePlan => {
            const {
                &[
                    optional("measures", Input::Rows { fields: MEASURES }),
                    optional("note", LINE),
                ]
            }
        }
        ActKind::ReportMeasureDone => const { &[field("measure", Input::Measure), field("result", LONG)] },
        ActKind::ProposeOutcome | ActKind::DecideOutcome | ActKind::ReviewInternally => OUTCOME,
        ActKind::OpenCorrectiveAction => {
            const {
                &[
                    field("action", Input::NewId),
                    field("problem", LONG),
                    field("owner", Input::Person),
                ]
            }
        }
        ActKind::DraftLetter => {
            const {
                &[
                    field("addressee", LINE),
                    field("subject_line", LINE),
                    field("body", Input::Words { lines: 16 }),
                    field("signer", Input::Person),
                ]
            }
        }
        ActKind::SignLetter => const { &[field("digest", Input::Seen), optional("documents", Input::Files)] },
        ActKind::NumberLetter => const { &[field("number", Input::Number), field("symbol", Input::Word)] },
        ActKind::DispatchLetter => {
            const {
                &[
                    choice!(Choice, way, "dispatch_way", DispatchWay),
                    optional("tracking", LINE),
                    optional("to_every_address", Input::Yes),
                ]
            }
        }
        ActKind::RecordDelivery => {
            const {
                &[
                    choice!(Choice, delivery, "delivery", Delivery),
                    field("delivered_on", Input::Date),
                    optional("note", LINE),
                ]
            }
        }
        ActKind::RecordGoverningLetter => {
            const {
                &[
                    field("letter_number", Input::Word),
                    field("dated_on", Input::Date),
                    field("reason", LONG),
                    optional("documents", Input::Files),
                ]
            }
        }
        ActKind::AnswerByVoice => const { &[field("words", LONG), optional("notice_declined", Input::Yes)] },
        ActKind::FileConclusion => const { &[field("conclusion", LONG), field("attempts", LONG)] },
        ActKind::AskExtension | ActKind::GrantExtension => {
            const { &[field("until", Input::Date), field("reason", LONG)] }
        }
        ActKind::TellProgress => {
            const {
                &[
                    field("words", LONG),
                    optional("reply_by", Input::Date),
                    WAY_IF_ANY,
                ]
            }
        }
        ActKind::HearFromComplainant => {
            const {
                &[
                    field("words", LONG),
                    field("heard_on", Input::Date),
                    optional("documents", Input::Files),
                ]
            }
        }
        ActKind::RecordResponse => {
            const {
                &[
                    choice!(Choice, response, "response", Response),
                    field("words", LONG),
                ]
            }
        }
        ActKind::RecordRecourse => {
            const {
                &[
                    choice!(Choice, forum, "forum", Forum),
                    field("known_on", Input::Date),
                    field("words", LONG),
                ]
            }
        }
        ActKind::RecordRecourseResult => const { &[field("words", LONG)] },
        ActKind::ReportNewDecision => {
            const {
                &[
                    optional("handed_over", Input::Yes),
                    optional("owner", Input::Person),
                    optional("by", Input::Date),
                    field("words", LONG),
                ]
            }
        }
        ActKind::Withdraw => const { &[field("withdrawn_on", Input::Date), field("words", LONG)] },
        ActKind::Reopen => {
            const {
                &[
                    choice!(Choice, ground, "reopen_ground", ReopenGround),
                    optional("received_on", Input::Date),
                    field("reason", LONG),
                ]
            }
        }
    }
}
