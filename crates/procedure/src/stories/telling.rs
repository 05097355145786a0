//! How a story ends: what was refused, what must be done now by whom and until when, or that nothing is left.

use super::cast;
use super::stage::{Stage, plain};
use crate::case::{ActKind, Actor, guard};
use crate::obligations::s12::{Sight, sight};
use crate::obligations::{Obligation, obligations};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The end of a story, line by line. Duties that differ only in their rule are one line.
pub fn tell(stage: &Stage) -> String {
    let mut told = String::new();
    for line in &stage.refused {
        writeln!(told, "({line})").unwrap();
    }
    let duties = obligations(&stage.case, &stage.centre.periods);
    let mut lines: Vec<(String, String, Vec<&str>, String)> = Vec::new();
    for duty in &duties {
        let (holder, act, due) = (holder(duty), plain(duty.act.key()), due(stage, duty));
        let known = lines
            .iter_mut()
            .find(|line| line.0 == holder && line.1 == act && line.3 == due);
        match known {
            Some(line) => line.2.push(duty.rule.name()),
            None => lines.push((holder, act, vec![duty.rule.name()], due)),
        }
    }
    for (holder, act, rules, due) in lines {
        writeln!(told, "{holder:20}{act:29}{:8}{due}", rules.join(" ")).unwrap();
    }
    if duties.is_empty() {
        let end = if stage.case.closed_on.is_some() || stage.case.is_annulled() {
            stage.case.stage().key()
        } else {
            "nothing left to do"
        };
        writeln!(told, "{end}").unwrap();
    }
    told
}

fn holder(duty: &Obligation) -> String {
    let office = plain(duty.office.key());
    duty.person.map_or(office, |person| cast::name(person).to_owned())
}

fn due(stage: &Stage, duty: &Obligation) -> String {
    let due = duty.due.expect("the history dates every duty");
    let doubt = if due.provisional { "?" } else { "" };
    let instant = duty.due_at.map_or(String::new(), |at| {
        format!(
            ", at {}",
            stage.centre.zone.to_datetime(at).strftime("%Y-%m-%d %H:%M")
        )
    });
    format!("due {}{doubt}{instant}", due.on)
}

/// Who sees how much of the case, from everything to nothing.
pub fn sights(stage: &Stage) -> String {
    let mut seen: BTreeMap<Reverse<Sight>, Vec<&str>> = BTreeMap::new();
    for person in cast::everybody() {
        let sight = sight(&stage.case, person, &stage.desk());
        if sight == Sight::Heading {
            // Whoever must declare first can.
            guard(
                &stage.case,
                Actor::Person(person),
                &stage.desk(),
                ActKind::DeclareInterest,
            )
            .expect("to declare is open to whoever the heading asks for it");
        }
        seen.entry(Reverse(sight)).or_default().push(cast::name(person));
    }
    let mut told: String = stage.refused.iter().map(|line| format!("({line})\n")).collect();
    for (Reverse(sight), names) in seen {
        writeln!(
            told,
            "{:12}{}",
            format!("{sight:?}").to_lowercase(),
            names.join(" ")
        )
        .unwrap();
    }
    told
}
