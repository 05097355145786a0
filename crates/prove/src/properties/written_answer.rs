//! Property 7: a written case or an appeal with an address is never answered without a dispatched signed letter. What another statute
//! governs is handed over, which answers nothing: the competent person does.

use super::{Checks, Property};
use crate::scene::Scene;
use procedure::case::{Answer, Letter};

pub fn of_state(scene: &Scene, checks: &mut Checks) {
    let Some((_, how)) = scene.case.round.answered else {
        return;
    };
    let ledger = &scene.ledger;
    // A conclusion was filed while there was no address; one found later brings the notice, not another answer.
    let unreachable = how == Answer::Conclusion && ledger.unreachable;
    if (ledger.written || ledger.appeal) && ledger.address && how != Answer::HandedOver && !unreachable {
        let went_out = scene.case.round.letters.iter().any(is_out);
        checks.that(Property::WrittenAnswer, went_out, || {
            format!("answered by {how:?} and no signed letter went out")
        });
    }
}

fn is_out(letter: &Letter) -> bool {
    letter.dispatched.is_some()
        && (letter.governing.is_some() || (letter.signed.is_some() && letter.number.is_some()))
}
