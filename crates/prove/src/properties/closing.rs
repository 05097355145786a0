//! Property 2, at the end: what must have been done before a case is closed, by the rules one by one, and that nothing keeps a case
//! open once nothing is left.

use super::{Checks, Deed, Property, View};
use crate::ledger::Ledger;
use crate::premise;
use procedure::case::ActKind;
use procedure::obligations::obligations;
use procedure::vocabulary::{Ours, Subject};

/// A case can be closed exactly when no duty is left, and then somebody can close it.
pub fn of_state(view: &View, checks: &mut Checks) {
    if view.scene.has_ended() || !view.scene.ledger.begun {
        return;
    }
    let mut closers = view.offers.of(ActKind::Close);
    if view.duties.is_empty() {
        if premise::has_people(view.scene, view.world) {
            checks.that(Property::NothingLeft, closers.next().is_some(), || {
                "nothing is left to do and nobody can close".to_owned()
            });
        }
    } else {
        checks.that(Property::NothingLeft, closers.next().is_none(), || {
            format!("it can be closed while {:?} is left", view.duties[0].act)
        });
    }
}

pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    if deed.kind != ActKind::Close {
        return;
    }
    let left = obligations(&deed.before.case, &deed.world.periods);
    checks.that(Property::NothingLeft, left.is_empty(), || {
        format!("closed while {:?} ({}) is left", left[0].act, left[0].rule)
    });
    let mut reopened = deed.after.case.clone();
    reopened.closed_on = None;
    let still = obligations(&reopened, &deed.world.periods);
    checks.that(Property::NothingLeft, still.is_empty(), || {
        format!("closing made {:?} ({}) due", still[0].act, still[0].rule)
    });
    for (done, rule) in demanded(&deed.before.ledger) {
        checks.that(Property::NothingLeft, done, || format!("closed without: {rule}"));
    }
}

/// What §3 asks for on the road that the case took, read from the prover's own record.
fn demanded(ledger: &Ledger) -> Vec<(bool, &'static str)> {
    let done = |kind| ledger.done.has(kind);
    let about = |subject| ledger.subjects.contains(&subject);
    let mut asked = Vec::new();
    if ledger.settled {
        asked.push((done(ActKind::ConfirmEntry), "B1.1 the entry is confirmed"));
        asked.push((done(ActKind::ReportToQmr), "B1.1 QMR is told"));
        asked.push((done(ActKind::ReportToUnit), "B1.1 the unit is told"));
        if about(Subject::StaffConduct) {
            asked.push((done(ActKind::HoldTalk), "B1.1 the talk of B2.6"));
        }
        return asked;
    }
    let withdrawn = done(ActKind::Withdraw);
    let own_motion = about(Subject::CertificationResult) || about(Subject::Confidentiality) || ledger.safety;
    if withdrawn && !own_motion {
        return asked;
    }
    asked.push((done(ActKind::Assess), "S2 ours or not"));
    if ledger.safety {
        asked.push((done(ActKind::AlertDirector), "S3 the Director is alerted"));
    }
    if ledger.forwarder && !withdrawn {
        asked.push((done(ActKind::ReportToForwarder), "§2 the report to the forwarder"));
    }
    match ledger.ours {
        Some(Ours::OtherStatute) if !withdrawn => asked.push((done(ActKind::HandOver), "S2 handed over")),
        Some(Ours::Ours) => demanded_of_ours(ledger, &mut asked),
        _ => {}
    }
    asked
}

fn demanded_of_ours(ledger: &Ledger, asked: &mut Vec<(bool, &'static str)>) {
    let done = |kind| ledger.done.has(kind);
    let about = |subject| ledger.subjects.contains(&subject);
    asked.push((done(ActKind::EstablishCause), "B2.1 the cause is known"));
    asked.push((done(ActKind::ApprovePlan), "B2.1 a plan is approved"));
    asked.push((ledger.outcome_stands(), "S7 an outcome by somebody independent"));
    if !ledger.concerned.is_empty() && !done(ActKind::Reopen) {
        asked.push((done(ActKind::TellSubject), "S6 the subject is told"));
    }
    if about(Subject::StaffConduct) {
        asked.push((done(ActKind::HoldTalk), "B2.6 the talk"));
    }
    if about(Subject::Confidentiality) {
        asked.push((done(ActKind::InvestigateLeak), "B2.7 the investigation"));
        asked.push((done(ActKind::AssessDataBreach), "B2.7 the 72-hour assessment"));
    }
    if about(Subject::CertificationResult) {
        asked.push((done(ActKind::ReportResultToQmr), "B2.2 the report to QMR"));
        asked.push((
            done(ActKind::ReportResultToLeadership),
            "B2.2 the report to leadership",
        ));
    }
    if about(Subject::ClientProduct) {
        asked.push((done(ActKind::ReferToClient), "S14 referral"));
        asked.push((
            done(ActKind::DecideOnClient),
            "S14 surveillance or suspension is decided on",
        ));
    }
    if ledger.rejected {
        asked.push((done(ActKind::ReviewInternally), "S8 the internal review"));
    }
    if ledger.appeal && ledger.upheld {
        asked.push((
            done(ActKind::ReportNewDecision),
            "S11 the new certification decision",
        ));
    }
}
