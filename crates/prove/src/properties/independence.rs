//! Property 4: nobody does what §3.1 denies him on the facts recorded, in a role that is not his, undeclared, or as the other half of
//! a pair of §2.

use super::{Checks, Deed, Property, View};
use crate::ledger::Ledger;
use crate::people::{Slot, name, slot};
use crate::scene::Scene;
use crate::table::{self, Doing};
use crate::world::World;
use procedure::case::{Act, ActKind, Permit};
use procedure::vocabulary::LetterPurpose;

/// Everyone who is offered an act could do it next: each is judged.
pub fn of_offers(view: &View, checks: &mut Checks) {
    for (kind, who, permit) in view.offers.iter() {
        let why_not = why_not(view.scene, view.world, *who, *kind, permit);
        checks.that(Property::Independence, why_not.is_none(), || {
            format!(
                "{} may {}: {}",
                name(*who),
                kind.key(),
                why_not.unwrap_or_default()
            )
        });
    }
}

fn why_not(scene: &Scene, world: &World, who: Slot, kind: ActKind, permit: &Permit) -> Option<&'static str> {
    let ledger = &scene.ledger;
    let doing = table::doing(kind);
    if let Some(row) = table::denied(ledger, who, doing, table::is_leader(world, who)) {
        return Some(row);
    }
    let judges = matches!(doing, Doing::Handling | Doing::Deciding | Doing::Signing);
    // The counter's settlement decides nothing: the complainant himself is satisfied.
    if judges && kind != ActKind::SettleOnTheSpot && !ledger.declared.has(who) {
        return Some("every handler first declares an interest or none");
    }
    if let Some(role) = permit.role()
        && role != procedure::vocabulary::Role::CaseOfficer
        && !table::holds(ledger, world, who, role, scene.today)
    {
        return Some("he acts in a role that is not his");
    }
    if doing == Doing::Signing && !table::has_authority(ledger, world, who, scene.today) {
        return Some("his authority to sign is void or missing");
    }
    if kind == ActKind::ReviewInternally && ledger.handled.has(who) {
        return Some("whoever handled, decided or signed stays out of the internal review");
    }
    if kind == ActKind::SignLetter && is_reply(scene) && !ledger.outcome_stands() {
        return Some("what is signed is what an independent person decided or approved");
    }
    let sends = matches!(
        kind,
        ActKind::SignLetter | ActKind::NumberLetter | ActKind::DispatchLetter
    );
    if sends && is_reply(scene) && ledger.stale {
        return Some("a fact found later obliges a new letter too");
    }
    let decides = matches!(
        kind,
        ActKind::ApprovePlan
            | ActKind::ProposeOutcome
            | ActKind::DecideOutcome
            | ActKind::ApproveOutcome
            | ActKind::DecideOnClient
            | ActKind::GrantExtension
            | ActKind::RefuseExtension
            | ActKind::ReviewInternally
    );
    if decides && must_name(ledger) {
        return Some("the decision concerned and its participants are not on record");
    }
    table::other_half(ledger, who, kind)
}

fn is_reply(scene: &Scene) -> bool {
    scene
        .case
        .letter_in_hand()
        .is_some_and(|letter| letter.purpose == LetterPurpose::Reply)
}

/// An empty list clears nobody.
fn must_name(ledger: &Ledger) -> bool {
    use procedure::vocabulary::Subject::{CertificationResult, ClientProduct};
    let about = |subject| ledger.subjects.contains(&subject);
    (ledger.appeal || about(CertificationResult) || about(ClientProduct)) && !ledger.participants_named
}

/// What the act says of people: nobody names his own substitute, or takes himself off the list that keeps him out.
pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    let Some(who) = deed.who else { return };
    let before = &deed.before.ledger;
    match &deed.said.act {
        Act::Substitute(said) => {
            let own = slot(said.person) == who
                || deed.world.outline.offices.appointed(said.role).has(who)
                || table::stand_in(before, deed.world, said.role) == Some(who);
            checks.that(Property::Independence, !own, || {
                format!("{} names his own substitute", name(who))
            });
            let free = table::free(before, deed.world, slot(said.person), Doing::Deciding);
            checks.that(Property::Independence, free, || {
                format!("{} stands in, who is excluded himself", name(slot(said.person)))
            });
        }
        Act::NameParticipants(_) | Act::NamePersonsConcerned(_) => {
            let kept_out = |ledger: &Ledger| {
                ledger.took_part.has(who) || ledger.handled_first.has(who) || ledger.concerned.has(who)
            };
            checks.that(
                Property::Independence,
                !kept_out(before) || kept_out(&deed.after.ledger),
                || format!("{} takes himself off the list that keeps him out", name(who)),
            );
        }
        Act::Assess(said) => {
            let free = |officer: Slot| {
                let ledger = &deed.after.ledger;
                table::free(ledger, deed.world, officer, Doing::Handling)
            };
            checks.that(
                Property::Independence,
                said.case_officer.is_none_or(|officer| free(slot(officer))),
                || "the case officer named is excluded himself".to_owned(),
            );
        }
        _ => {}
    }
}
