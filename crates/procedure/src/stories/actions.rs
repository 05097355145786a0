//! The story language for corrective actions: the same clauses, other verbs.

use super::cast;
use super::centre::Centre;
use super::clauses::{Words, day, person};
use super::stage::plain;
use super::words::text;
use crate::case::Actor;
use crate::corrective_action::{
    ActionAct, ActionMeasure, CauseMethod, CorrectiveAction, Effectiveness, duties,
};
use crate::id::{CaseId, CorrectiveActionId};
use crate::vocabulary::Bar;
use expect_test::Expect;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Plays the story of a corrective action and compares what was refused and what must be done now.
#[track_caller]
pub fn check(story: &str, told: Expect) {
    let mut centre = Centre::usual();
    let mut history = Vec::new();
    let mut lines = String::new();
    let blank = CorrectiveAction::blank(CorrectiveActionId::small(1));
    let mut action = blank.clone();
    let mut apart = BTreeMap::new();
    for clause in story.split(';').map(str::trim) {
        let mut words = Words::of(clause, centre.today);
        if words.phrase("staff:") {
            centre.change_staff(&mut words);
            continue;
        }
        // Whom the case behind the action is about.
        if words.phrase("about") {
            apart.extend(
                words
                    .rest()
                    .into_iter()
                    .map(|name| (person(name, name), Bar::Subject)),
            );
            continue;
        }
        let (who, mut words) = centre.who(words);
        let said = act(&mut words);
        words.done();
        let actor = who.map_or(Actor::System, Actor::Person);
        let name = who.map_or("clock", cast::name);
        let (desk, kind) = (centre.desk(), said.kind());
        if let Err(no) = action.guard(actor, &desk, &apart, kind) {
            writeln!(
                lines,
                "({name} may not {}: {} {})",
                plain(kind.key()),
                no.rule,
                plain(&no.why.key())
            )
            .unwrap();
        } else if let Err(found) = action.check(&said, actor, &desk) {
            let fields = found
                .iter()
                .map(|p| format!("{} {}", p.field, plain(&p.problem.key())));
            let fields: Vec<_> = fields.collect();
            writeln!(
                lines,
                "({name} cannot {}: {})",
                plain(kind.key()),
                fields.join(", ")
            )
            .unwrap();
        } else {
            let entry = action.record(said, actor, &desk);
            action.apply(&entry);
            history.push(entry);
            assert_eq!(CorrectiveAction::fold(blank.id, &history), action);
        }
    }
    let open = duties(&action, &centre.periods);
    for duty in &open {
        let holder = duty
            .person
            .map_or(plain(duty.office.key()), |p| cast::name(p).to_owned());
        let due = duty.due.expect("the history dates every duty").on;
        writeln!(lines, "{holder:20}{:29}due {due}", plain(duty.act.key())).unwrap();
    }
    if open.is_empty() {
        writeln!(lines, "{}", action.stage().key()).unwrap();
    }
    told.assert_eq(&lines);
}

fn act(words: &mut Words) -> ActionAct {
    if words.phrase("opens") {
        ActionAct::Open {
            case: Some(CaseId::small(1)),
            problem: (!words.has("bare")).then(text),
            owner: match words.after("owner") {
                Some(name) => cast::named(name),
                None => cast::named("head"),
            },
            preventive: words.has("preventive"),
        }
    } else if words.phrase("links") {
        let case = (!words.has("nothing")).then_some(CaseId::small(2));
        ActionAct::Link { case }
    } else if words.phrase("corrects") {
        ActionAct::Correct {
            correction: (!words.has("bare")).then(text),
        }
    } else if words.phrase("analyses") {
        ActionAct::AnalyseCause {
            method: CauseMethod::Fishbone,
            cause: (!words.has("bare")).then(text),
            similar: None,
        }
    } else if words.phrase("plans") {
        let today = words.today;
        let measures = words.rest().into_iter().map(|word| {
            let (name, by) = word.split_once(':').unwrap();
            ActionMeasure {
                what: text(),
                doer: person(name, word),
                by: day(by, today).unwrap(),
            }
        });
        ActionAct::PlanActions {
            measures: measures.collect(),
        }
    } else if words.phrase("approves") {
        ActionAct::ApproveActions { note: None }
    } else if words.phrase("returns") {
        ActionAct::ReturnActions {
            reason: (!words.has("bare")).then(text),
        }
    } else if words.phrase("reports") {
        ActionAct::ReportActionDone {
            measure: words.word().parse().unwrap(),
            result: (!words.has("bare")).then(text),
        }
    } else if words.phrase("reviews") {
        ActionAct::ReviewEffectiveness {
            effectiveness: match words.word() {
                "effective" => Effectiveness::Effective,
                "partly" => Effectiveness::Partly,
                _ => Effectiveness::NotEffective,
            },
            reasons: (!words.has("bare")).then(text),
        }
    } else if words.phrase("needs none") {
        ActionAct::ConcludeNoneNeeded {
            reason: (!words.has("bare")).then(text),
        }
    } else if words.phrase("closes") {
        ActionAct::CloseAction {}
    } else if words.phrase("reopens") {
        ActionAct::ReopenAction {
            reason: (!words.has("bare")).then(text),
        }
    } else {
        panic!("nobody knows how to “{}”", words.rest().join(" "))
    }
}
