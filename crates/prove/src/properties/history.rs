//! Property 10: folding the history gives exactly the stored state and its duties, at every point in time, through the form in which the
//! history is kept.

use super::{Checks, Deed, Property, View};
use procedure::case::{Entry, recompute};
use procedure::obligations::obligations;
use procedure::settings::Periods;
use procedure::{Case, CaseId};

/// Every duty has its date from the history, and nothing has to be computed anew while nothing changed.
pub fn of_state(view: &View, checks: &mut Checks) {
    if view.scene.has_ended() || !view.scene.ledger.begun {
        return;
    }
    for duty in view.duties {
        checks.that(
            Property::History,
            duty.due == Some(duty.term.due(view.desk.calendar)),
            || format!("the history does not date {:?} ({})", duty.act, duty.rule),
        );
    }
    let anew = recompute(&view.scene.case, view.desk);
    checks.that(Property::History, anew.entries.is_empty(), || {
        format!("computing anew without a change adds {:?}", anew.entries)
    });
}

/// The lines that an act adds lead from the state before to the state after.
pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    let mut folded = deed.before.case.clone();
    for entry in &deed.recorded.entries {
        folded.apply(entry);
    }
    checks.that(Property::History, folded == deed.recorded.case, || {
        format!("the lines of {} do not give the state after it", deed.kind.key())
    });
}

/// Each line is read back as it was written.
pub fn of_lines(entries: &[Entry], checks: &mut Checks) {
    for entry in entries {
        let kept = serde_json::to_string(entry).ok();
        let back = kept
            .as_ref()
            .and_then(|text| serde_json::from_str::<Entry>(text).ok());
        checks.that(Property::History, back.as_ref() == Some(entry), || {
            format!("a line is not read back as it was written: {entry:?}")
        });
    }
}

/// A whole history from its first line, and the stored state beside it.
pub fn of_story(history: &[Entry], stored: &Case, periods: &Periods, checks: &mut Checks) {
    let folded = Case::fold(CaseId::small(1), history);
    checks.that(Property::History, folded == *stored, || {
        "the history does not give the stored state".to_owned()
    });
    checks.that(
        Property::History,
        obligations(&folded, periods) == obligations(stored, periods),
        || "the history does not give the stored duties".to_owned(),
    );
    let kept = serde_json::to_string(stored).ok();
    let back = kept
        .as_ref()
        .and_then(|text| serde_json::from_str::<Case>(text).ok());
    checks.that(Property::History, back.as_ref() == Some(stored), || {
        "the stored state is not read back as it was written".to_owned()
    });
}
