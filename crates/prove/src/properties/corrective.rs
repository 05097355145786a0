//! Property 8: certification results and leaks that were investigated never close without a linked corrective action.

use super::{Checks, Deed, Property};
use procedure::case::ActKind;
use procedure::vocabulary::Subject;

pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    let ledger = &deed.before.ledger;
    let subjects = [Subject::CertificationResult, Subject::Confidentiality];
    let concerned = subjects.iter().any(|subject| ledger.subjects.contains(subject));
    if deed.kind == ActKind::Close && concerned && ledger.investigated {
        let linked = ledger.corrective && !deed.after.case.corrective_actions.is_empty();
        checks.that(Property::CorrectiveAction, linked, || {
            "an investigated certification result or leak closed without a corrective action".to_owned()
        });
    }
}
