//! The exhaustive part: from the beginning of a world, every story with at most so many departures from the road of an office that
//! works. A departure is any other accepted act of anybody, in any canonical or hostile wording, or time that passes; after the last one the
//! road is followed to its end.
//!
//! Facts that commute are put on record in one order only, that of the road. An act in `COMMUTES` sets one fact that no act reads but itself
//! and `Close`, which asks whether duties are left: done earlier, by another, or after any other act, it leads to the same state, and
//! every act in between is offered and accepted alike. So all its orders are covered by one, and the states in which it has not been
//! done yet are all visited, because every departure is tried at each point of the road before it as well as after it. That these acts
//! disturb no other is not taken on trust: the random walks check it wherever they meet one (`walk::commutes`).

use crate::people::Slot;
use crate::play;
use crate::premise;
use crate::properties::{self, Broken, Checks, Property, View};
use crate::road::{self, Step};
use crate::scene::{Offers, Scene};
use crate::shape::{self, Shape};
use crate::story;
use crate::table::{self, Doing};
use crate::words::Speaker;
use crate::world::World;
use jiff::ToSpan;
use jiff::civil::Date;
use procedure::calendar::Calendar;
use procedure::case::{Act, ActKind, Entry};
use procedure::obligations::{obligations, response_term};
use std::collections::HashMap;
use std::rc::Rc;

/// Acts that set one fact which no other act reads.
pub const COMMUTES: &[ActKind] = &[
    ActKind::RecordIncoming,
    ActKind::ReportToUnit,
    ActKind::AlertDirector,
    ActKind::HoldTalk,
    ActKind::AskClient,
    ActKind::ReferToClient,
    ActKind::DecideOnClient,
    ActKind::OpenCorrectiveAction,
    ActKind::ReportToForwarder,
    ActKind::ReportToQmr,
    ActKind::LinkCase,
    ActKind::Acknowledge,
    ActKind::TellAffectedClient,
];

/// A property that broke, and the story that broke it.
pub struct Violation {
    pub broken: Broken,
    pub steps: Vec<Step>,
}

/// What a world showed.
#[derive(Default)]
pub struct Seen {
    pub states: u64,
    pub transitions: u64,
    pub depth: u32,
    /// States in which too few people were left for the premise of property 1.
    pub outside_premise: u64,
    pub checks: Checks,
    pub violations: Vec<Violation>,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Fate {
    /// On the stretch of road being followed.
    OnTheWay,
    Ends,
    /// Does not end, because too few people are left.
    Premise,
    /// Does not end: reported.
    Lost,
}

struct Place {
    /// The place before, and the step from there.
    from: Option<(usize, Step)>,
    depth: u32,
    fate: Fate,
}

/// A departure still to be followed.
struct Departure {
    scene: Rc<Scene>,
    place: usize,
    step: Step,
}

/// Searches one world.
pub struct Search<'a> {
    world: &'a World,
    places: Vec<Place>,
    known: HashMap<Shape, usize>,
    seen: Seen,
    /// Stops at this many violations.
    enough: usize,
}

pub fn explore(world: &World, departures: u32, enough: usize) -> Seen {
    let mut search = Search {
        world,
        places: Vec::new(),
        known: HashMap::new(),
        seen: Seen::default(),
        enough,
    };
    search.run(departures);
    search.seen
}

impl Search<'_> {
    fn run(&mut self, departures: u32) {
        let mut frontier = Vec::new();
        let beginning = Scene::beginning();
        let place = self.arrive(Shape::of(&beginning, self.world), None);
        self.follow(beginning, place, departures > 0, &mut frontier);
        for level in 1..=departures {
            let departed = std::mem::take(&mut frontier);
            for departure in departed {
                if self.seen.violations.len() >= self.enough {
                    return;
                }
                let Departure { scene, place, step } = departure;
                let mut checks = Checks::default();
                self.seen.transitions += 1;
                let Some(played) = play::step(&scene, self.world, &step, &mut checks) else {
                    continue;
                };
                self.take(checks, place, Some(&step));
                let shape = Shape::of(&played.scene, self.world);
                if self.known.contains_key(&shape) {
                    continue;
                }
                self.read_back(&played.lines, place, &step);
                let next = self.arrive(shape, Some((place, step)));
                self.follow(played.scene, next, level < departures, &mut frontier);
            }
        }
    }

    fn arrive(&mut self, shape: Shape, from: Option<(usize, Step)>) -> usize {
        let depth = from
            .as_ref()
            .map_or(0, |(before, _)| self.places[*before].depth + 1);
        let place = self.places.len();
        self.places.push(Place {
            from,
            depth,
            fate: Fate::OnTheWay,
        });
        self.known.insert(shape, place);
        self.seen.states += 1;
        self.seen.depth = self.seen.depth.max(depth);
        place
    }

    /// Follows the road from a new state to its end or to a known state; forks on the way are followed afterwards.
    fn follow(&mut self, scene: Scene, place: usize, departs: bool, frontier: &mut Vec<Departure>) {
        let mut starts = vec![(Rc::new(scene), place)];
        while let Some((mut scene, mut place)) = starts.pop() {
            let mut stretch = Vec::new();
            let fate = loop {
                stretch.push(place);
                let steps = self.look(&scene, place, departs, frontier);
                if scene.has_ended() {
                    break Fate::Ends;
                }
                let mut steps = steps.into_iter();
                let Some(step) = steps.next() else {
                    break self.stuck(&scene, place);
                };
                for fork in steps {
                    let mut checks = Checks::default();
                    self.seen.transitions += 1;
                    let Some(played) = play::step(&scene, self.world, &fork, &mut checks) else {
                        continue;
                    };
                    self.take(checks, place, Some(&fork));
                    let shape = Shape::of(&played.scene, self.world);
                    if !self.known.contains_key(&shape) {
                        self.read_back(&played.lines, place, &fork);
                        let next = self.arrive(shape, Some((place, fork)));
                        starts.push((Rc::new(played.scene), next));
                    }
                }
                let mut checks = Checks::default();
                self.seen.transitions += 1;
                let played = play::step(&scene, self.world, &step, &mut checks);
                self.take(checks, place, Some(&step));
                let Some(played) = played else {
                    break self.stuck(&scene, place);
                };
                let shape = Shape::of(&played.scene, self.world);
                match self.known.get(&shape) {
                    Some(&known) if stretch.contains(&known) => break self.in_circles(&scene, place, &step),
                    Some(&known) => break self.places[known].fate,
                    None => {
                        self.read_back(&played.lines, place, &step);
                        place = self.arrive(shape, Some((place, step)));
                        scene = Rc::new(played.scene);
                    }
                }
            };
            for place in stretch {
                self.places[place].fate = fate;
                match fate {
                    Fate::Ends => self.seen.checks.that(Property::EndsClosed, true, String::new),
                    Fate::Premise => self.seen.outside_premise += 1,
                    Fate::OnTheWay | Fate::Lost => {}
                }
            }
            if self.seen.violations.len() >= self.enough {
                return;
            }
        }
    }

    /// Checks a state, collects the departures from it, and says what the road would do next.
    fn look(
        &mut self,
        scene: &Rc<Scene>,
        place: usize,
        departs: bool,
        frontier: &mut Vec<Departure>,
    ) -> Vec<Step> {
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
        if departs {
            properties::offers_are_guarded(&view, &mut checks);
            for &(kind, who, permit) in offers.iter() {
                let ways = properties::offered_is_accepted(&view, who, kind, permit, &mut checks);
                self.seen.transitions += ways as u64;
            }
        }
        self.take(checks, place, None);
        let steps = road::next(scene, world, &offers, &duties);
        if departs {
            for step in self.departures(scene, &offers) {
                let scene = Rc::clone(scene);
                frontier.push(Departure { scene, place, step });
            }
        }
        steps
    }

    fn departures(&self, scene: &Scene, offers: &Offers) -> Vec<Step> {
        let world = self.world;
        let mut steps = Vec::new();
        for &(kind, who, permit) in offers.iter() {
            if commutes(scene, world, kind, who) {
                continue;
            }
            let speaker = Speaker { world, scene, who };
            let ways = speaker.canonical(kind).into_iter().chain(speaker.hostile(kind));
            let ways = ways.filter(|way| !is_idle(scene, who, &way.act));
            steps.extend(ways.map(|said| Step::Act {
                who: Some(who),
                permit,
                said,
                duty: None,
            }));
        }
        steps.extend(waits(scene, world));
        steps
    }

    /// The road knows no next step: property 1 fails if its premise holds.
    fn stuck(&mut self, scene: &Scene, place: usize) -> Fate {
        if !premise::has_people(scene, self.world) {
            return Fate::Premise;
        }
        let mut checks = Checks::default();
        checks.that(Property::EndsClosed, false, || story::left(scene, self.world));
        self.take(checks, place, None);
        Fate::Lost
    }

    fn in_circles(&mut self, scene: &Scene, place: usize, step: &Step) -> Fate {
        if !premise::has_people(scene, self.world) {
            return Fate::Premise;
        }
        let mut checks = Checks::default();
        checks.that(Property::EndsClosed, false, || {
            "the case goes round in circles".to_owned()
        });
        self.take(checks, place, Some(step));
        Fate::Lost
    }

    /// Each line is kept as text and read back as it was, where it leads to a new state.
    fn read_back(&mut self, lines: &[Entry], place: usize, step: &Step) {
        let mut checks = Checks::default();
        properties::of_lines(lines, &mut checks);
        self.take(checks, place, Some(step));
    }

    /// Takes in what was checked at a place, or after one more step from there.
    fn take(&mut self, mut checks: Checks, place: usize, step: Option<&Step>) {
        self.seen.checks.count_in(&checks);
        for broken in std::mem::take(&mut checks.broken) {
            let mut steps = self.story(place);
            steps.extend(step.cloned());
            self.seen.violations.push(Violation { broken, steps });
        }
    }

    fn story(&self, place: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = place;
        while let Some((before, step)) = &self.places[at].from {
            steps.push(step.clone());
            at = *before;
        }
        steps.reverse();
        steps
    }
}

/// Departures that lead nowhere new: a second way of stepping back, or a declaration of no interest, which commutes.
fn is_idle(scene: &Scene, who: Slot, act: &Act) -> bool {
    match act {
        Act::DeclareInterest(said) => said.interest.is_none(),
        Act::Recuse(_) => !scene.ledger.declared.has(who),
        _ => false,
    }
}

/// Whether an act of this person may be left to the road. Who could still be called to review internally is marked by every act of
/// judgement, so his are not.
pub fn commutes(scene: &Scene, world: &World, kind: ActKind, who: Slot) -> bool {
    let judges = table::doing(kind) != Doing::Serving;
    let marks = judges && shape::reviewers(world.outline.offices).has(who) && !scene.ledger.handled.has(who);
    COMMUTES.contains(&kind) && !marks
}

/// The instants at which the clock makes a difference: a week later, the last day of the limit, the day after it, the promised day,
/// and the day after the term for a response.
pub fn waits(scene: &Scene, world: &World) -> Vec<Step> {
    if scene.has_ended() || !scene.ledger.begun {
        return Vec::new();
    }
    let calendar = Calendar::vietnam();
    let limit = scene.case.limit_on();
    let promised = scene
        .case
        .round
        .promise
        .as_ref()
        .and_then(|(_, promise)| promise.reply_by);
    let response = response_term(&scene.case, &world.periods).map(|term| term.due(calendar).on);
    let week = (scene.today == scene.case.received_on).then(|| calendar.working_days_after(scene.today, 5));
    let mut days: Vec<Date> = [
        week,
        promised,
        Some(limit),
        Some(calendar.working_days_after(limit, 1)),
        response.map(|day| day.saturating_add(1.day())),
    ]
    .into_iter()
    .flatten()
    .filter(|&day| day > scene.today)
    .collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|until| Step::Wait { until }).collect()
}
