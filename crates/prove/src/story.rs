//! The shortest story that breaks a property: steps are left out as long as it still breaks, and what is left is told a line each.

use crate::play;
use crate::premise;
use crate::properties::{self, Broken, Checks, Property, View};
use crate::road::{self, Step};
use crate::scene::{Offers, Scene};
use crate::search::Violation;
use crate::shape::Shape;
use crate::world::World;
use procedure::obligations::obligations;
use std::collections::HashSet;
use std::fmt::Write;

/// Leaves out whatever the violation does not need.
pub fn shorten(world: &World, violation: &Violation) -> Violation {
    let property = violation.broken.property;
    let steps = violation.steps.clone();
    let broken = violation.broken.clone();
    let (mut steps, mut broken) = leave_out(steps, broken, |steps| breaks(world, steps, property));
    // Where the case is lost, the story goes on to where that shows.
    if property == Property::EndsClosed
        && let Some((lost, road)) = is_lost(after(world, &steps), world)
    {
        steps.extend(road);
        broken = lost;
    }
    Violation { broken, steps }
}

/// Leaves out longer stretches first, then single steps, as long as what is left still shows it.
fn leave_out<T: Clone, B>(mut steps: Vec<T>, mut shown: B, shows: impl Fn(&[T]) -> Option<B>) -> (Vec<T>, B) {
    let mut length = steps.len().div_ceil(2);
    while length > 0 {
        let mut at = 0;
        while at < steps.len() {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + length).min(steps.len()));
            match shows(&fewer) {
                Some(still) => (steps, shown) = (fewer, still),
                None => at += length,
            }
        }
        length /= 2;
    }
    (steps, shown)
}

/// Whether the story, skipping what is no longer accepted, breaks this property at its end or on the way.
fn breaks(world: &World, steps: &[Step], property: Property) -> Option<Broken> {
    if property == Property::EndsClosed {
        return is_lost(after(world, steps), world).map(|(broken, _)| broken);
    }
    let mut scene = Scene::beginning();
    let mut checks = Checks::default();
    look(&scene, world, &mut checks);
    for step in steps {
        if let Some(played) = play::again(&scene, world, step, &mut checks) {
            properties::of_lines(&played.lines, &mut checks);
            scene = played.scene;
            look(&scene, world, &mut checks);
        }
    }
    checks
        .broken
        .into_iter()
        .find(|broken| broken.property == property)
}

/// Where a story leads, without a look around on the way.
fn after(world: &World, steps: &[Step]) -> Scene {
    let mut aside = Checks::default();
    steps.iter().fold(Scene::beginning(), |scene, step| {
        let played = play::again(&scene, world, step, &mut aside);
        played.map_or(scene, |played| played.scene)
    })
}

fn look(scene: &Scene, world: &World, checks: &mut Checks) -> Vec<Step> {
    let desk = scene.desk(world);
    let offers = Offers::at(scene, world, &desk);
    let duties = obligations(&scene.case, &world.periods);
    let view = View {
        world,
        scene,
        desk: &desk,
        offers: &offers,
        duties: &duties,
    };
    properties::of_state(&view, checks);
    properties::offers_are_guarded(&view, checks);
    for &(kind, who, permit) in offers.iter() {
        properties::offered_is_accepted(&view, who, kind, permit, checks);
    }
    road::next(scene, world, &offers, &duties)
}

/// Whether the road from here does not come to an end, though there are people enough; and how far it goes.
fn is_lost(mut scene: Scene, world: &World) -> Option<(Broken, Vec<Step>)> {
    let mut road = Vec::new();
    let mut known = HashSet::new();
    while !scene.has_ended() && known.insert(Shape::of(&scene, world)) {
        let step = look(&scene, world, &mut Checks::default()).into_iter().next();
        let Some(step) = step else { break };
        let Some(played) = play::step(&scene, world, &step, &mut Checks::default()) else {
            break;
        };
        road.push(step);
        scene = played.scene;
    }
    let lost = !scene.has_ended() && premise::has_people(&scene, world);
    lost.then(|| {
        let broken = Broken {
            property: Property::EndsClosed,
            how: left(&scene, world),
        };
        (broken, road)
    })
}

/// What is left to do in a case that cannot go on.
pub fn left(scene: &Scene, world: &World) -> String {
    let duties = obligations(&scene.case, &world.periods);
    let names: Vec<String> = duties
        .iter()
        .map(|duty| format!("{} ({})", duty.act.key(), duty.rule))
        .collect();
    format!(
        "the case cannot be brought to its end; left: {}",
        names.join(", ")
    )
}

/// The story, who did what, in one line each.
pub fn tell(world: &World, violation: &Violation) -> String {
    let mut told = format!(
        "{}\n  {}\n  in the world: {}\n",
        violation.broken.property, violation.broken.how, world.outline
    );
    let mut day = Scene::beginning().today;
    for step in &violation.steps {
        if let Step::Wait { until } = step {
            day = *until;
        }
        writeln!(told, "    {day}  {step}").expect("a string takes every line");
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_keeps_only_the_steps_that_it_needs() {
        let shows = |steps: &[u8]| {
            let third = steps.iter().position(|&step| step == 3)?;
            steps[third..].contains(&7).then_some("three before seven")
        };
        let (steps, shown) = leave_out((0..20).collect(), "three before seven", shows);
        assert_eq!((steps, shown), (vec![3, 7], "three before seven"));
    }

    #[test]
    fn what_does_not_show_again_is_told_as_it_was() {
        let (steps, shown) = leave_out(vec![1, 2, 3], "told", |_| None);
        assert_eq!((steps, shown), (vec![1, 2, 3], "told"));
    }
}
