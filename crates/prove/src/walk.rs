//! The rest: long random stories without any reduction, from a seed. Half the steps follow the road, half are anybody's; each step is
//! checked as in the exhaustive part, each act that is said to commute is seen to, and every walk is brought to its end at last.

use crate::people::Slot;
use crate::play;
use crate::premise;
use crate::properties::{self, Checks, Property, View};
use crate::road::{self, Step};
use crate::scene::{Offers, Scene};
use crate::search::{self, Violation};
use crate::shape::Shape;
use crate::words::Speaker;
use crate::world::World;
use fastrand::Rng;
use procedure::case::{ActKind, Entry};
use procedure::obligations::obligations;

/// How far a case may wander before it is brought home, and how long that may take.
const WANDERING: usize = 60;
const HOMEWARD: usize = 200;

/// What one walk showed.
#[derive(Default)]
pub struct Walked {
    pub steps: u64,
    /// Pairs of acts that were seen to commute.
    pub commuted: u64,
    pub outside_premise: bool,
    pub checks: Checks,
    pub violations: Vec<Violation>,
}

struct Walk<'a> {
    world: &'a World,
    rng: Rng,
    scene: Scene,
    history: Vec<Entry>,
    steps: Vec<Step>,
    walked: Walked,
}

/// One walk through a world.
pub fn walk(world: &World, seed: u64) -> Walked {
    let mut walk = Walk {
        world,
        rng: Rng::with_seed(seed),
        scene: Scene::beginning(),
        history: Vec::new(),
        steps: Vec::new(),
        walked: Walked::default(),
    };
    for _ in 0..WANDERING {
        if !walk.wander() {
            break;
        }
    }
    if walk.walked.violations.is_empty() {
        walk.go_home();
    }
    walk.walked
}

impl Walk<'_> {
    /// One step of anybody, or none this time; false when something broke.
    fn wander(&mut self) -> bool {
        let scene = self.scene.clone();
        let (offers, roads) = self.look(&scene);
        let onward = self.rng.bool().then(|| roads.into_iter().next()).flatten();
        let step = onward.or_else(|| self.any_step(&scene, &offers));
        let Some(step) = step else { return true };
        self.take(&scene, &offers, step) && self.walked.violations.is_empty()
    }

    /// Follows the road to the end of the case.
    fn go_home(&mut self) {
        for _ in 0..HOMEWARD {
            let scene = self.scene.clone();
            if scene.has_ended() {
                let mut checks = Checks::default();
                checks.that(Property::EndsClosed, true, String::new);
                properties::of_story(&self.history, &scene.case, &self.world.periods, &mut checks);
                self.keep(checks, None);
                return;
            }
            let (offers, roads) = self.look(&scene);
            let Some(step) = roads.into_iter().next() else {
                break;
            };
            if !self.take(&scene, &offers, step) || !self.walked.violations.is_empty() {
                break;
            }
        }
        if self.walked.violations.is_empty() {
            if premise::has_people(&self.scene, self.world) {
                let mut checks = Checks::default();
                checks.that(Property::EndsClosed, false, || {
                    "the case cannot be brought to its end".to_owned()
                });
                self.keep(checks, None);
            } else {
                self.walked.outside_premise = true;
            }
        }
    }

    fn look(&mut self, scene: &Scene) -> (Offers, Vec<Step>) {
        let world = self.world;
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
        let mut checks = Checks::default();
        properties::of_state(&view, &mut checks);
        if self.rng.u8(..) < 16 {
            for &(kind, who, permit) in offers.iter() {
                properties::offered_is_accepted(&view, who, kind, permit, &mut checks);
            }
            properties::of_story(&self.history, &scene.case, &world.periods, &mut checks);
        }
        self.keep(checks, None);
        let roads = road::next(scene, world, &offers, &duties);
        (offers, roads)
    }

    /// A kind of act that is offered to somebody, then the person, then the wording; now and then time passes.
    fn any_step(&mut self, scene: &Scene, offers: &Offers) -> Option<Step> {
        let waits = search::waits(scene, self.world);
        if !waits.is_empty() && self.rng.u8(..) < 24 {
            return self.rng.choice(waits);
        }
        let mut kinds: Vec<ActKind> = offers.iter().map(|(kind, _, _)| *kind).collect();
        kinds.dedup();
        let kind = self.rng.choice(kinds)?;
        // Too many people stepping back leave nobody to play with.
        if kind == ActKind::Recuse && self.rng.u8(..) < 200 {
            return None;
        }
        let (who, permit) = self.rng.choice(offers.of(kind).collect::<Vec<_>>())?;
        let speaker = Speaker {
            world: self.world,
            scene,
            who,
        };
        let ways = speaker.canonical(kind).into_iter().chain(speaker.hostile(kind));
        let said = self.rng.choice(ways.collect::<Vec<_>>())?;
        Some(Step::Act {
            who: Some(who),
            permit,
            said,
            duty: None,
        })
    }

    fn take(&mut self, scene: &Scene, offers: &Offers, step: Step) -> bool {
        let mut checks = Checks::default();
        let played = play::step(scene, self.world, &step, &mut checks);
        if let Some(played) = &played {
            properties::of_lines(&played.lines, &mut checks);
        }
        let Some(played) = played else {
            // A hostile wording was refused, as it should be.
            self.keep(checks, Some(&step));
            return true;
        };
        self.see_it_commute(scene, &played.scene, offers, &step);
        self.keep(checks, Some(&step));
        self.steps.push(step);
        self.history.extend(played.lines);
        self.scene = played.scene;
        self.walked.steps += 1;
        true
    }

    /// Where an act is said to commute: the acts of all others are offered alike before and after it, and one of them, taken at random, leads
    /// to the same state in either order.
    fn see_it_commute(&mut self, before: &Scene, after: &Scene, offers: &Offers, step: &Step) {
        let Step::Act {
            who: Some(who), said, ..
        } = step
        else {
            return;
        };
        let kind = said.act.kind();
        if !search::commutes(before, self.world, kind, *who) {
            return;
        }
        let others = |offers: &Offers| -> Vec<(ActKind, Slot)> {
            let all = offers.iter().map(|(kind, who, _)| (*kind, *who));
            all.filter(|(other, _)| *other != kind && *other != ActKind::Close)
                .collect()
        };
        let later = Offers::at(after, self.world, &after.desk(self.world));
        let (now, then) = (others(offers), others(&later));
        let mut same = now == then;
        if same && let Some((other, whose)) = self.rng.choice(now) {
            same = self.in_either_order(before, after, step, other, whose);
        }
        self.walked.commuted += 1;
        assert!(
            same,
            "{step} does not commute: the exhaustive search may not leave its orders out"
        );
    }

    fn in_either_order(
        &mut self,
        before: &Scene,
        after: &Scene,
        step: &Step,
        other: ActKind,
        whose: Slot,
    ) -> bool {
        let speaker = |scene| Speaker {
            world: self.world,
            scene,
            who: whose,
        };
        let Some(said) = speaker(before).canonical(other).into_iter().next() else {
            return true;
        };
        let mut aside = Checks::default();
        let mut play_other = |scene: &Scene| {
            let offers = Offers::at(scene, self.world, &scene.desk(self.world));
            let permit = offers.permit(other, whose)?;
            play::act(scene, self.world, Some(whose), permit, &said, &mut aside).ok()
        };
        let (first, last) = (play_other(before), play_other(after));
        let first =
            first.and_then(|played| play::again(&played.scene, self.world, step, &mut Checks::default()));
        match (first, last) {
            (Some(one), Some(two)) => Shape::of(&one.scene, self.world) == Shape::of(&two.scene, self.world),
            // The other act ended this road of the case, in either order.
            (None, _) => true,
            (Some(_), None) => false,
        }
    }

    fn keep(&mut self, mut checks: Checks, step: Option<&Step>) {
        self.walked.checks.count_in(&checks);
        for broken in std::mem::take(&mut checks.broken) {
            let steps = self.steps.iter().chain(step).cloned().collect();
            self.walked.violations.push(Violation { broken, steps });
        }
    }
}
