//! Property 6: a number exists only on a signed letter, what is signed is what was submitted, and an issued letter never changes.

use super::{Checks, Deed, Property};
use crate::ledger::digest;
use crate::scene::Scene;
use procedure::Case;
use procedure::case::{ActKind, Letter};

pub fn of_state(scene: &Scene, checks: &mut Checks) {
    for letter in letters(&scene.case) {
        checks.that(
            Property::Letters,
            letter.number.is_none() || letter.signed.is_some(),
            || "a letter has a number and no signature".to_owned(),
        );
        let whole = (letter.number.is_some() && letter.signed.is_some()) || letter.governing.is_some();
        checks.that(Property::Letters, letter.dispatched.is_none() || whole, || {
            "a letter went out without number and signature".to_owned()
        });
        let signer = letter.said.as_ref().map(|said| said.signer);
        let by_signer = letter
            .signed
            .as_ref()
            .is_none_or(|signed| Some(signed.by) == signer);
        checks.that(Property::Letters, by_signer, || {
            "a letter is signed by another than it names".to_owned()
        });
        let what_it_says = letter.said.as_ref().map(digest);
        let true_to_itself = letter
            .signed
            .as_ref()
            .is_none_or(|signed| Some(&signed.digest) == what_it_says.as_ref());
        checks.that(Property::Letters, true_to_itself, || {
            "what was signed is not what the letter says".to_owned()
        });
    }
}

pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    if deed.kind == ActKind::SignLetter {
        let submitted = deed.before.ledger.submitted.as_ref();
        let signed = deed
            .after
            .case
            .letter_in_hand()
            .and_then(|letter| letter.signed.as_ref());
        let same = submitted.is_some() && signed.map(|signature| &signature.digest) == submitted;
        checks.that(Property::Letters, same, || {
            "what was signed is not what was submitted".to_owned()
        });
    }
    let before: Vec<&Letter> = issued(&deed.before.case).collect();
    if before.is_empty() {
        return;
    }
    let after: Vec<&Letter> = issued(&deed.after.case).collect();
    let stand =
        before.len() <= after.len() && before.iter().zip(&after).all(|(one, other)| is_same(one, other));
    checks.that(Property::Letters, stand, || "an issued letter changed".to_owned());
}

fn letters(case: &Case) -> impl Iterator<Item = &Letter> {
    let past = case.past_rounds.iter().flat_map(|round| round.letters.iter());
    past.chain(case.round.letters.iter())
}

fn issued(case: &Case) -> impl Iterator<Item = &Letter> {
    letters(case).filter(|letter| letter.dispatched.is_some())
}

/// Everything but what became of it in the post.
fn is_same(one: &Letter, other: &Letter) -> bool {
    one.purpose == other.purpose
        && one.said == other.said
        && one.digest == other.digest
        && one.signed == other.signed
        && one.number == other.number
        && one.governing == other.governing
        && one.replaces == other.replaces
}
