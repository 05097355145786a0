//! Acts done otherwise than usual, and one of each act of a corrective action and of the year book.

use std::collections::BTreeSet;

use ::procedure::case::ActKind;
use ::procedure::case::acts::*;
use ::procedure::corrective_action::{ActionAct, ActionActKind, ActionMeasure, CauseMethod, Effectiveness};
use ::procedure::vocabulary::*;
use ::procedure::year_book::{YearAct, YearActKind};
use ::procedure::*;

use super::{BINH, CUONG, LATER, act, receive, text};

/// What some acts say when they are done otherwise.
pub fn otherwise() -> Vec<Act> {
    let mut plain = receive();
    plain.subjects.clear();
    plain.persons_concerned.clear();
    plain.safety = false;
    let assess = |ours, officer| {
        let Act::Assess(said) = act(ActKind::Assess) else {
            unreachable!("the sample of this kind")
        };
        Act::Assess(Assess {
            ours,
            case_officer: officer,
            safety: true,
            immediate_action: false,
            ..said
        })
    };
    vec![
        Act::Receive(plain),
        Act::Promise(Promise {
            reply_by: None,
            no_contact_reason: Some(text()),
        }),
        assess(Ours::Ours, Some(BINH)),
        assess(Ours::NotOurs, None),
        Act::DeclareInterest(DeclareInterest { interest: None }),
        Act::NamePersonsConcerned(NamePersonsConcerned {
            persons: BTreeSet::new(),
            reason: text(),
        }),
        Act::RecordStatement(RecordStatement {
            person: CUONG,
            declined: true,
            statement: text(),
        }),
        Act::InvestigateLeak(InvestigateLeak {
            team: text(),
            findings: text(),
            leak_confirmed: false,
        }),
        Act::AssessDataBreach(AssessDataBreach {
            personal_data: false,
            conclusion: text(),
        }),
        Act::ReferToClient(ReferToClient {
            referred: false,
            words: text(),
        }),
        Act::OpenCorrectiveAction(OpenCorrectiveAction {
            action: CorrectiveActionId::small(4),
            existing: true,
            problem: text(),
            owner: BINH,
        }),
        Act::AnswerByVoice(AnswerByVoice {
            words: text(),
            notice_declined: false,
        }),
        Act::ReportNewDecision(ReportNewDecision {
            handed_over: true,
            owner: Some(BINH),
            by: None,
            words: text(),
        }),
        Act::Reopen(Reopen {
            ground: ReopenGround::OurError,
            received_on: None,
            reason: text(),
        }),
    ]
}

pub fn action_act(kind: ActionActKind) -> ActionAct {
    match kind {
        ActionActKind::Open => ActionAct::Open {
            case: Some(CaseId::small(7)),
            problem: Some(text()),
            owner: Some(BINH),
            preventive: true,
        },
        ActionActKind::Link => ActionAct::Link {
            case: Some(CaseId::small(7)),
        },
        ActionActKind::Correct => ActionAct::Correct {
            correction: Some(text()),
        },
        ActionActKind::AnalyseCause => ActionAct::AnalyseCause {
            method: CauseMethod::Fishbone,
            cause: Some(text()),
            similar: Some(text()),
        },
        ActionActKind::PlanActions => ActionAct::PlanActions {
            measures: vec![ActionMeasure {
                what: text(),
                doer: BINH,
                by: LATER,
            }],
        },
        ActionActKind::ApproveActions => ActionAct::ApproveActions { note: Some(text()) },
        ActionActKind::ReturnActions => ActionAct::ReturnActions { reason: Some(text()) },
        ActionActKind::ReportActionDone => ActionAct::ReportActionDone {
            measure: 1,
            result: Some(text()),
        },
        ActionActKind::ReviewEffectiveness => ActionAct::ReviewEffectiveness {
            effectiveness: Effectiveness::NotEffective,
            reasons: Some(text()),
        },
        ActionActKind::ConcludeNoneNeeded => ActionAct::ConcludeNoneNeeded { reason: Some(text()) },
        ActionActKind::CloseAction => ActionAct::CloseAction {},
        ActionActKind::ReopenAction => ActionAct::ReopenAction { reason: Some(text()) },
    }
}

pub fn year_act(kind: YearActKind) -> YearAct {
    match kind {
        YearActKind::Compile => YearAct::Compile {
            digest: "00".to_owned(),
            remarks: Some(text()),
        },
        YearActKind::ReturnCompilation => YearAct::ReturnCompilation { reason: text() },
        YearActKind::Review => YearAct::Review {
            remarks: Some(text()),
        },
        YearActKind::ReceiveCompilation => YearAct::ReceiveCompilation {
            remarks: Some(text()),
        },
        YearActKind::Freeze => YearAct::Freeze {
            digest: "00".to_owned(),
        },
        YearActKind::File => YearAct::File {
            file_code: "HS-KN-2026".to_owned(),
        },
    }
}
