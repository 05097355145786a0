//! Plays one step of a story through the real rules, and looks at what came of it.

use crate::people::{Slot, actor};
use crate::properties::{self, Checks, Deed};
use crate::road::Step;
use crate::scene::Scene;
use crate::words::Said;
use crate::world::World;
use jiff::civil::Date;
use procedure::CaseNumber;
use procedure::case::refusal::Invalid;
use procedure::case::{ActKind, Actor, Entry, Permit, decide, guard, recompute};

/// What a step led to.
pub struct Played {
    pub scene: Scene,
    pub lines: Vec<Entry>,
}

/// Does a permitted act and checks every property of the deed.
pub fn act(
    scene: &Scene,
    world: &World,
    who: Option<Slot>,
    permit: Permit,
    said: &Said,
    checks: &mut Checks,
) -> Result<Played, Vec<Invalid>> {
    let desk = scene.desk(world);
    let kind = said.act.kind();
    let number = (kind == ActKind::Receive).then_some(CaseNumber {
        year: 2026,
        ordinal: 1,
    });
    let recorded = decide(&scene.case, said.act.clone(), permit, &desk, number)?;
    let mut ledger = scene.ledger.clone();
    for line in &recorded.entries {
        ledger.read(line, world);
    }
    let after = Scene {
        case: recorded.case.clone(),
        ledger,
        today: scene.today,
    };
    properties::of_deed(
        &Deed {
            world,
            before: scene,
            after: &after,
            recorded: &recorded,
            who,
            kind,
            said,
            permit,
        },
        checks,
    );
    Ok(Played {
        scene: after,
        lines: recorded.entries,
    })
}

/// Time passes, and the product looks at its open cases: who may act today is not always who could yesterday.
fn wait(scene: &Scene, world: &World, until: Date) -> Played {
    let mut after = Scene {
        today: until,
        ..scene.clone()
    };
    let looked = recompute(&after.case, &after.desk(world));
    after.case = looked.case;
    Played {
        scene: after,
        lines: looked.entries,
    }
}

/// Plays a step that the product offered; nothing when it does not accept it after all.
pub fn step(scene: &Scene, world: &World, step: &Step, checks: &mut Checks) -> Option<Played> {
    match step {
        Step::Wait { until } => Some(wait(scene, world, *until)),
        Step::Act {
            who,
            permit,
            said,
            duty,
        } => {
            let played = act(scene, world, *who, *permit, said, checks).ok()?;
            if let Some(duty) = duty.as_ref().filter(|duty| duty.act == said.act.kind()) {
                properties::discharged(duty, scene, &played.scene, world, checks);
            }
            Some(played)
        }
    }
}

/// Plays a step of another story again: asks for the permit anew, and skips what is no longer accepted.
pub fn again(scene: &Scene, world: &World, step: &Step, checks: &mut Checks) -> Option<Played> {
    match step {
        Step::Wait { until } if *until <= scene.today => None,
        Step::Wait { .. } => self::step(scene, world, step, checks),
        Step::Act { who, said, duty, .. } => {
            let actor = who.map_or(Actor::System, actor);
            let permit = guard(&scene.case, actor, &scene.desk(world), said.act.kind()).ok()?;
            let asked = Step::Act {
                who: *who,
                permit,
                said: said.clone(),
                duty: duty.clone(),
            };
            self::step(scene, world, &asked, checks)
        }
    }
}
