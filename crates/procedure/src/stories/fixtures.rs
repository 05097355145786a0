//! Every form in which history was ever written must still be read. A file for each form stands in `tests/fixtures`; where a form
//! changes, its file is kept under its name with a number (`assess.1.json`), and the new form gets the name.

use super::fields::filled;
use super::words::text;
use crate::case::event::{DatedBecause, DatedDuty, Transcribed};
use crate::case::{Act, ActKind, Actor, Duty, Entry, Event, Given};
use crate::corrective_action::{
    ActionAct, ActionActKind, ActionEntry, ActionMeasure, CauseMethod, Effectiveness,
};
use crate::deadline::{Due, Term};
use crate::id::*;
use crate::rule::Rule;
use crate::vocabulary::*;
use crate::year_book::{YearAct, YearActKind, YearEntry};
use expect_test::expect_file;
use jiff::Timestamp;
use jiff::civil::date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn moment() -> Timestamp {
    "2026-03-02T02:00:00Z".parse().unwrap()
}

/// The form that is written today is the one in the file, and reads back as it was.
fn check_form<T: Serialize + DeserializeOwned + PartialEq + Debug>(kind: &str, name: &str, value: &T) {
    let written = serde_json::to_value(value).unwrap();
    assert_eq!(
        &serde_json::from_value::<T>(written.clone()).unwrap(),
        value,
        "{name}"
    );
    let told = serde_json::to_string_pretty(&written).unwrap() + "\n";
    expect_file![folder(kind).join(format!("{name}.json"))].assert_eq(&told);
}

/// Every file of a folder is read, those of older forms too, and none stands for nothing.
fn check_all_read<T: DeserializeOwned>(kind: &str, names: &BTreeSet<String>) {
    for file in fs::read_dir(folder(kind)).unwrap() {
        let path = file.unwrap().path();
        let body = fs::read_to_string(&path).unwrap();
        let read = serde_json::from_str::<T>(&body);
        assert!(
            read.is_ok(),
            "{} is not read any more: {:?}",
            path.display(),
            read.err()
        );
        let name = path.file_name().unwrap().to_str().unwrap();
        let form = name.split('.').next().unwrap();
        assert!(names.contains(form), "{name} stands for no form there is");
    }
}

fn entry(by: Actor, event: Event) -> Entry {
    Entry {
        at: moment(),
        on: date(2026, 3, 2),
        by,
        role: by.person().map(|_| Role::Qmr),
        event,
    }
}

fn receive() -> serde_json::Value {
    let text = serde_json::to_value(text()).unwrap();
    json!({
        "act": "receive", "channel": "authority", "declared_kind": "appeal", "subjects": ["certification_result"],
        "complainant": {
            "party": PartyId::small(101), "reach": { "letter": true, "voice": true },
            "is_client": true, "represented": true, "group": true,
        },
        "received_on": "2026-03-01", "first_read_at": "2026-03-01T09:30:00Z", "content": text, "remedy_sought": text,
        "persons_concerned": [PersonId::small(3)], "unit": UnitId::small(201), "safety": true,
        "forwarder": { "party": PartyId::small(103), "report_by": "2026-03-20", "identity_withheld": true },
        "documents": [{ "id": DocumentId::small(9), "sha256": "00" }],
    })
}

fn events() -> Vec<(String, Entry)> {
    let mut events = Vec::new();
    for &kind in ActKind::ALL {
        let said = if kind == ActKind::Receive {
            receive()
        } else {
            filled(kind, true)
        };
        let act: Act = serde_json::from_value(said).unwrap();
        let given = Given {
            number: (kind == ActKind::Receive).then_some(CaseNumber {
                year: 2026,
                ordinal: 42,
            }),
            mode: (kind == ActKind::SignLetter).then_some(SigningMode::Kt),
            confirmed: kind == ActKind::SettleOnTheSpot,
        };
        let by = match kind {
            ActKind::Lapse => Actor::System,
            ActKind::HearFromComplainant => Actor::Complainant,
            _ => Actor::Person(PersonId::small(3)),
        };
        events.push((kind.key().to_owned(), entry(by, Event::Acted { act, given })));
    }
    let from = date(2026, 3, 2);
    let terms = [
        Term::CalendarDays { from, days: 30 },
        Term::WorkingDays { from, days: 2 },
        Term::WorkingDaysBefore { limit: from, days: 3 },
        Term::On { date: from },
    ];
    let duties = terms.map(|term| DatedDuty {
        duty: Duty {
            rule: Rule::S1,
            act: ActKind::Acknowledge,
            nth: 1,
        },
        term,
        due: Due {
            on: date(2026, 3, 4),
            provisional: true,
        },
    });
    let because = DatedBecause::Recomputed;
    let system = |event| entry(Actor::System, event);
    events.push((
        "dated".to_owned(),
        system(Event::Dated {
            because,
            duties: duties.to_vec(),
        }),
    ));
    events.push((
        "vacated".to_owned(),
        system(Event::Vacated {
            roles: [Role::Qmr].into(),
        }),
    ));
    let (decider, bar) = (PersonId::small(3), Bar::Client);
    events.push(("set_aside".to_owned(), system(Event::SetAside { decider, bar })));
    let Ok(Act::Receive(receive)) = serde_json::from_value(receive()) else {
        panic!("a receipt is one")
    };
    let old = Transcribed {
        number: CaseNumber {
            year: 2019,
            ordinal: 7,
        },
        receive,
        registered_on: date(2019, 5, 6),
        limit_on: Some(date(2019, 6, 5)),
        answered_on: Some(date(2019, 6, 3)),
        closed_on: Some(date(2019, 6, 20)),
        finding: Some(Finding::Partly),
        source: text(),
        flags: vec!["sent_before_received".to_owned()],
    };
    events.push(("transcribed".to_owned(), system(Event::Transcribed(old))));
    events
}

#[test]
fn every_event_of_a_case_is_written_as_in_its_file_and_read_again() {
    let events = events();
    for (name, entry) in &events {
        check_form("events", name, entry);
    }
    check_all_read::<Entry>("events", &events.into_iter().map(|(name, _)| name).collect());
}

fn deeds() -> Vec<ActionAct> {
    let words = Some(text());
    vec![
        ActionAct::Open {
            case: Some(CaseId::small(1)),
            problem: words.clone(),
            owner: Some(PersonId::small(4)),
            preventive: true,
        },
        ActionAct::Link {
            case: Some(CaseId::small(2)),
        },
        ActionAct::Correct {
            correction: words.clone(),
        },
        ActionAct::AnalyseCause {
            method: CauseMethod::Fishbone,
            cause: words.clone(),
            similar: words.clone(),
        },
        ActionAct::PlanActions {
            measures: vec![ActionMeasure {
                what: text(),
                doer: PersonId::small(5),
                by: date(2026, 3, 20),
            }],
        },
        ActionAct::ApproveActions { note: words.clone() },
        ActionAct::ReturnActions {
            reason: words.clone(),
        },
        ActionAct::ReportActionDone {
            measure: 0,
            result: words.clone(),
        },
        ActionAct::ReviewEffectiveness {
            effectiveness: Effectiveness::Partly,
            reasons: words.clone(),
        },
        ActionAct::ConcludeNoneNeeded {
            reason: words.clone(),
        },
        ActionAct::CloseAction {},
        ActionAct::ReopenAction { reason: words },
    ]
}

#[test]
fn every_deed_of_a_corrective_action_is_written_as_in_its_file_and_read_again() {
    let deeds = deeds();
    let names: BTreeSet<String> = deeds.iter().map(|act| act.kind().key().to_owned()).collect();
    assert_eq!(
        names,
        ActionActKind::ALL
            .iter()
            .map(|kind| kind.key().to_owned())
            .collect()
    );
    for act in deeds {
        let (kind, from) = (act.kind(), date(2026, 3, 2));
        let due = Due {
            on: date(2026, 3, 16),
            provisional: false,
        };
        let entry = ActionEntry {
            at: moment(),
            on: from,
            by: Actor::Person(PersonId::small(3)),
            act,
            dated: vec![(
                ActionActKind::AnalyseCause,
                0,
                Term::WorkingDays { from, days: 10 },
                due,
            )],
        };
        check_form("actions", kind.key(), &entry);
    }
    check_all_read::<ActionEntry>("actions", &names);
}

#[test]
fn every_step_of_a_year_is_written_as_in_its_file_and_read_again() {
    let digest = || "00".to_owned();
    let remarks = || Some(text());
    let steps = [
        YearAct::Compile {
            digest: digest(),
            remarks: remarks(),
        },
        YearAct::ReturnCompilation { reason: text() },
        YearAct::Review { remarks: remarks() },
        YearAct::ReceiveCompilation { remarks: remarks() },
        YearAct::Freeze { digest: digest() },
        YearAct::File {
            file_code: "HS-KN-2026".to_owned(),
        },
    ];
    let names: BTreeSet<String> = steps.iter().map(|act| act.kind().key().to_owned()).collect();
    assert_eq!(
        names,
        YearActKind::ALL
            .iter()
            .map(|kind| kind.key().to_owned())
            .collect()
    );
    for act in steps {
        let kind = act.kind();
        let entry = YearEntry {
            at: moment(),
            on: date(2027, 1, 4),
            by: Actor::Person(PersonId::small(2)),
            act,
        };
        check_form("years", kind.key(), &entry);
    }
    check_all_read::<YearEntry>("years", &names);
}
