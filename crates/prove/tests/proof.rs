//! What the proof itself rests on: that states of one shape go on alike, and that a run can be repeated.

use procedure::case::ActKind;
use procedure::obligations::obligations;
use procedure::office::Office;
use procedure::{PersonId, Rule};
use prove::people::{Slot, name};
use prove::play;
use prove::proof::{Bound, prove};
use prove::properties::{Checks, Property};
use prove::road::Step;
use prove::scene::{Offers, Scene};
use prove::search;
use prove::shape::Shape;
use prove::words::Speaker;
use prove::world::{self, World};
use std::collections::HashMap;

/// A duty without its dates.
type Owed = (Rule, ActKind, u16, Office, Option<PersonId>);

/// What can be done at a state, and what must be.
fn outlook(scene: &Scene, world: &World) -> (Offers, Vec<Owed>) {
    let offers = Offers::at(scene, world, &scene.desk(world));
    let duties = obligations(&scene.case, &world.periods);
    let duties = duties.iter().map(|d| (d.rule, d.act, d.nth, d.office, d.person));
    (offers, duties.collect())
}

/// Each act in its first wording, and the shape of the state that it leads to.
fn next_shapes(scene: &Scene, world: &World, offers: &Offers) -> Vec<(ActKind, Slot, Option<Shape>)> {
    let acts = offers.iter().map(|&(kind, who, permit)| {
        let said = Speaker { world, scene, who }.canonical(kind).into_iter().next();
        let played = said
            .and_then(|said| play::act(scene, world, Some(who), permit, &said, &mut Checks::default()).ok());
        (kind, who, played.map(|played| Shape::of(&played.scene, world)))
    });
    acts.collect()
}

fn any_step(scene: &Scene, world: &World, rng: &mut fastrand::Rng) -> Option<Step> {
    if rng.u8(..) < 40 {
        return rng.choice(search::waits(scene, world));
    }
    let offers = Offers::at(scene, world, &scene.desk(world));
    let (kind, who, permit) = *rng.choice(offers.iter().collect::<Vec<_>>())?;
    let said = rng.choice(Speaker { world, scene, who }.canonical(kind))?;
    Some(Step::Act {
        who: Some(who),
        permit,
        said,
        duty: None,
    })
}

/// Random stories of one world meet again and again in states that differ and have one shape.
#[test]
fn states_of_one_shape_go_on_alike() {
    let mut rng = fastrand::Rng::with_seed(7);
    let mut met = 0;
    for outline in world::by_novelty().into_iter().take(24) {
        let world = World::new(outline);
        let mut seen: HashMap<Shape, Scene> = HashMap::new();
        for _ in 0..60 {
            let mut scene = Scene::beginning();
            for _ in 0..30 {
                let Some(step) = any_step(&scene, &world, &mut rng) else {
                    continue;
                };
                let Some(played) = play::step(&scene, &world, &step, &mut Checks::default()) else {
                    continue;
                };
                scene = played.scene;
                let shape = Shape::of(&scene, &world);
                let Some(other) = seen.get(&shape).filter(|other| other.case != scene.case) else {
                    seen.insert(shape, scene.clone());
                    continue;
                };
                met += 1;
                let ((one, one_owed), (two, two_owed)) = (outlook(&scene, &world), outlook(other, &world));
                assert_eq!(
                    one.signature(),
                    two.signature(),
                    "offers after {step} in {outline}"
                );
                assert_eq!(one_owed, two_owed, "duties after {step} in {outline}");
                let (here, there) = (
                    next_shapes(&scene, &world, &one),
                    next_shapes(other, &world, &two),
                );
                for (one, two) in here.into_iter().zip(there) {
                    assert_eq!(
                        one,
                        two,
                        "{} by {} after {step} in {outline}",
                        one.0.key(),
                        name(one.1)
                    );
                }
            }
        }
    }
    assert!(
        met > 1_000,
        "only {met} meetings: the stories are too different to say anything"
    );
}

#[test]
fn the_same_bound_gives_the_same_figures() {
    let bound = Bound {
        worlds: vec![12, 2],
        walks: 20,
        ..Bound::usual()
    };
    let (one, two) = (prove(&bound), prove(&bound));
    let figures = |proof: &prove::proof::Proof| {
        let checks = Property::ALL.map(|property| proof.checks.count(property));
        (
            proof.states,
            proof.transitions,
            proof.depth,
            proof.walked,
            proof.commuted,
            checks,
        )
    };
    assert_eq!(figures(&one), figures(&two));
    assert!(one.found.is_empty(), "{} properties are broken", one.found.len());
    assert!(one.checks.count(Property::SameSet) > 0 && one.states > 100);
}
