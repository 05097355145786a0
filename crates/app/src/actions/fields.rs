//! What each act of a corrective action asks for, as data, like the acts of a case.

use procedure::case::fields::{Field, Input, Keys};
use procedure::corrective_action::{ActionActKind, CauseMethod, Effectiveness};

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

const LINE: Input = Input::Words { lines: 1 };
const LONG: Input = Input::Words { lines: 4 };
const MEASURES: &[Field] = &[
    field("what", LINE),
    field("doer", Input::Person),
    field("by", Input::Date),
];
const METHOD: Input = Input::Choice {
    vocabulary: "cause_method",
    keys: Keys(|| CauseMethod::ALL.iter().map(|method| method.key()).collect()),
};
const EFFECTIVENESS: Input = Input::Choice {
    vocabulary: "effectiveness",
    keys: Keys(|| Effectiveness::ALL.iter().map(|found| found.key()).collect()),
};

/// What an act asks for, in the order of its form.
pub const fn fields(kind: ActionActKind) -> &'static [Field] {
    match kind {
        ActionActKind::Open => {
            const {
                &[
                    field("problem", LONG),
                    field("owner", Input::Person),
                    optional("preventive", Input::Yes),
                ]
            }
        }
        ActionActKind::Link => const { &[field("case", Input::CaseNumber)] },
        ActionActKind::Correct => const { &[field("correction", LONG)] },
        ActionActKind::AnalyseCause => {
            const {
                &[
                    field("method", METHOD),
                    field("cause", Input::Words { lines: 6 }),
                    optional("similar", LONG),
                ]
            }
        }
        ActionActKind::PlanActions => const { &[field("measures", Input::Rows { fields: MEASURES })] },
        ActionActKind::ApproveActions => const { &[optional("note", LINE)] },
        ActionActKind::ReturnActions | ActionActKind::ConcludeNoneNeeded | ActionActKind::ReopenAction => {
            const { &[field("reason", LONG)] }
        }
        ActionActKind::ReportActionDone => {
            const { &[field("measure", Input::Measure), field("result", LONG)] }
        }
        ActionActKind::ReviewEffectiveness => {
            const { &[field("effectiveness", EFFECTIVENESS), field("reasons", LONG)] }
        }
        ActionActKind::CloseAction => const { &[] },
    }
}
