//! Property 2, on the way: the act that a duty names discharges it, or, where the duty comes again, puts it off.

use super::{Checks, Property};
use crate::scene::Scene;
use crate::world::World;
use procedure::obligations::{Obligation, obligations};

/// Held against the state after the act was done for this duty.
pub fn of_duty(duty: &Obligation, after: &Scene, world: &World, checks: &mut Checks) {
    let left = obligations(&after.case, &world.periods);
    let same = left.iter().find(|other| other.duty() == duty.duty() && other.person == duty.person);
    let discharged = same.is_none_or(|again| again.term != duty.term);
    checks.that(Property::NothingLeft, discharged, || {
        format!("{:?} was done and its duty under {} stays", duty.act, duty.rule)
    });
}
