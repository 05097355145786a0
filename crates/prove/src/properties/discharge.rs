//! Property 2, on the way: the act that a duty names discharges it, or, where the duty comes again, puts it off.

use super::{Checks, Property};
use crate::scene::Scene;
use crate::world::World;
use procedure::obligations::{Obligation, obligations};

/// Held against the state after the act was done for this duty. Where several duties name the act, one of them is discharged.
pub fn of_duty(duty: &Obligation, before: &Scene, after: &Scene, world: &World, checks: &mut Checks) {
    let of_its_kind = |scene: &Scene| -> Vec<Obligation> {
        let mut duties = obligations(&scene.case, &world.periods);
        duties.retain(|other| other.act == duty.act);
        duties
    };
    let (was, left) = (of_its_kind(before), of_its_kind(after));
    // A story from which steps were left out may do an act for a duty that is not there.
    if !was.iter().any(|other| other.duty() == duty.duty()) {
        return;
    }
    let stays = |one: &Obligation| {
        left.iter()
            .any(|other| other.duty() == one.duty() && other.person == one.person && other.term == one.term)
    };
    checks.that(Property::NothingLeft, !was.iter().all(stays), || {
        format!(
            "{} was done and its duty under {} stays",
            duty.act.key(),
            duty.rule
        )
    });
}
