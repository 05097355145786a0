//! Property 5: the on-the-spot road is never open to a written case, an appeal, a certification result, a confidentiality or safety
//! matter, or to the receiver who is complained about himself.

use super::{Checks, Property, View};
use crate::people::name;
use procedure::case::ActKind;
use procedure::vocabulary::Subject;

pub fn of_offers(view: &View, checks: &mut Checks) {
    let ledger = &view.scene.ledger;
    let about = |subject| ledger.subjects.contains(&subject);
    for (who, _) in view.offers.of(ActKind::SettleOnTheSpot) {
        let excluded = [
            (ledger.written, "a written case"),
            (ledger.appeal, "an appeal"),
            (about(Subject::CertificationResult), "a certification result"),
            (about(Subject::Confidentiality), "a confidentiality matter"),
            (ledger.safety, "a safety matter"),
            (ledger.concerned.has(who), "a complaint about himself"),
            (ledger.receiver != Some(who), "what another received"),
        ];
        for (is_so, what) in excluded {
            checks.that(Property::OnTheSpot, !is_so, || {
                format!("{} may settle {what} on the spot", name(who))
            });
        }
    }
}
