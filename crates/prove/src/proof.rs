//! The whole proof: every world with few departures, a fair sample of them with more, then the walks; spread over the processors, with the
//! same result however many there are.

use crate::properties::{Checks, Property};
use crate::search::{self, Violation};
use crate::walk;
use crate::world::{self, Outline, World};
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How much is searched.
#[derive(Clone, Debug)]
pub struct Bound {
    /// For each number of departures, from none on, in how many worlds that many are tried.
    pub worlds: Vec<usize>,
    /// Random walks.
    pub walks: usize,
    pub seed: u64,
    /// Walks go on until then, whatever their number.
    pub until: Option<Duration>,
    /// Stops as soon as this property is broken.
    pub expecting: Option<Property>,
    /// As many as there are processors, unless told.
    pub threads: Option<usize>,
}

impl Bound {
    /// What fits into continuous integration.
    pub fn usual() -> Bound {
        Bound {
            worlds: vec![usize::MAX, 280, 1],
            walks: 1_500,
            seed: 17065,
            until: None,
            expecting: None,
            threads: None,
        }
    }

    /// Everything with one departure, many with two.
    pub fn deep() -> Bound {
        Bound {
            worlds: vec![usize::MAX, usize::MAX, 24],
            walks: 30_000,
            ..Bound::usual()
        }
    }

    /// Enough to catch a seeded mutation: it stops at the first violation that was expected.
    pub fn small(expecting: Property) -> Bound {
        Bound {
            worlds: vec![300, 40],
            walks: 200,
            expecting: Some(expecting),
            threads: Some(1),
            ..Bound::usual()
        }
    }
}

/// A broken property with the world it broke in.
pub struct Found {
    pub outline: Outline,
    pub violation: Violation,
}

/// What was proved, or not.
#[derive(Default)]
pub struct Proof {
    pub worlds: Vec<usize>,
    pub states: u64,
    pub transitions: u64,
    pub depth: u32,
    pub outside_premise: u64,
    pub walks: u64,
    pub walked: u64,
    pub commuted: u64,
    pub checks: Checks,
    pub found: Vec<Found>,
    pub took: Duration,
}

/// One piece of the work.
#[derive(Copy, Clone)]
enum Task {
    Search { outline: Outline, departures: u32 },
    Walk { outline: Outline, seed: u64 },
}

/// So many violations say enough.
const ENOUGH: usize = 12;

pub fn prove(bound: &Bound) -> Proof {
    let started = Instant::now();
    let worlds = world::by_novelty();
    let mut proof = Proof {
        worlds: bound
            .worlds
            .iter()
            .map(|&count| count.min(worlds.len()))
            .collect(),
        ..Proof::default()
    };
    let searches = searches(bound, &worlds);
    proof.take_on(&searches, bound, |_| true);
    let over = |proof: &Proof| match bound.expecting {
        Some(property) => proof.broke(property),
        None => !proof.found.is_empty(),
    };
    let walks = if over(&proof) {
        Vec::new()
    } else {
        walks(bound, &worlds)
    };
    match bound.until {
        None => proof.take_on(&walks[..bound.walks.min(walks.len())], bound, |_| true),
        Some(until) => proof.take_on(&walks, bound, |_| started.elapsed() < until),
    }
    proof
        .found
        .sort_by_key(|found| (found.violation.broken.property, found.violation.steps.len()));
    proof.took = started.elapsed();
    proof
}

/// The largest first, so that the processors end together. A world searched with more departures needs no search with fewer.
fn searches(bound: &Bound, worlds: &[Outline]) -> Vec<Task> {
    let departures = |at: usize| {
        (0u32..)
            .zip(&bound.worlds)
            .filter(|&(_, &count)| at < count)
            .last()
    };
    let mut tasks: Vec<(u32, Outline)> = Vec::new();
    for (at, outline) in worlds.iter().enumerate() {
        tasks.extend(departures(at).map(|(departures, _)| (departures, *outline)));
    }
    // Where something is expected to break, the cheapest searches come first.
    if bound.expecting.is_some() {
        tasks.sort_by_key(|(departures, _)| *departures);
    } else {
        tasks.sort_by_key(|(departures, _)| std::cmp::Reverse(*departures));
    }
    tasks
        .into_iter()
        .map(|(departures, outline)| Task::Search { outline, departures })
        .collect()
}

fn walks(bound: &Bound, worlds: &[Outline]) -> Vec<Task> {
    let rounds = if bound.until.is_some() {
        1_000_000
    } else {
        bound.walks
    };
    let mut rng = fastrand::Rng::with_seed(bound.seed);
    let mut next = || Task::Walk {
        outline: worlds[rng.usize(..worlds.len())],
        seed: rng.u64(..),
    };
    (0..rounds).map(|_| next()).collect()
}

impl Proof {
    fn take_on(&mut self, tasks: &[Task], bound: &Bound, goes_on: impl Fn(&Proof) -> bool + Sync) {
        let next = AtomicUsize::new(0);
        let over = AtomicBool::new(false);
        let total = Mutex::new(std::mem::take(self));
        let processors = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let threads = bound.threads.unwrap_or_else(processors);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    while !over.load(Ordering::Relaxed) {
                        let Some(&task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) else {
                            return;
                        };
                        let part = task.work();
                        let mut total = total.lock().expect("no thread panics while it holds the total");
                        total.add(part);
                        let enough = match bound.expecting {
                            Some(property) => total.broke(property),
                            None => total.found.len() >= ENOUGH,
                        };
                        if enough || !goes_on(&total) {
                            over.store(true, Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        *self = total
            .into_inner()
            .expect("no thread panics while it holds the total");
    }

    pub fn broke(&self, property: Property) -> bool {
        self.found
            .iter()
            .any(|found| found.violation.broken.property == property)
    }

    fn add(&mut self, part: Proof) {
        self.states += part.states;
        self.transitions += part.transitions;
        self.depth = self.depth.max(part.depth);
        self.outside_premise += part.outside_premise;
        self.walks += part.walks;
        self.walked += part.walked;
        self.commuted += part.commuted;
        self.checks.count_in(&part.checks);
        self.found.extend(part.found);
    }
}

impl Task {
    fn work(self) -> Proof {
        let mut proof = Proof::default();
        let (outline, violations) = match self {
            Task::Search { outline, departures } => {
                let seen = search::explore(&World::new(outline), departures, ENOUGH);
                proof.states = seen.states;
                proof.transitions = seen.transitions;
                proof.depth = seen.depth;
                proof.outside_premise = seen.outside_premise;
                proof.checks.count_in(&seen.checks);
                (outline, seen.violations)
            }
            Task::Walk { outline, seed } => {
                let walked = walk::walk(&World::new(outline), seed);
                proof.walks = 1;
                proof.walked = walked.steps;
                proof.commuted = walked.commuted;
                proof.outside_premise = u64::from(walked.outside_premise);
                proof.checks.count_in(&walked.checks);
                (outline, walked.violations)
            }
        };
        let found = violations
            .into_iter()
            .map(|violation| Found { outline, violation });
        proof.found = found.collect();
        proof
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (departures, worlds) in self.worlds.iter().enumerate() {
            writeln!(
                f,
                "{worlds:>9} worlds with at most {departures} departures from the road, exhaustively"
            )?;
        }
        writeln!(
            f,
            "{:>9} states, {} transitions, depth {}",
            self.states, self.transitions, self.depth
        )?;
        writeln!(
            f,
            "{:>9} random walks of {} steps in all, brought to their end",
            self.walks, self.walked
        )?;
        writeln!(
            f,
            "{:>9} times two acts were seen to commute as the search assumes",
            self.commuted
        )?;
        writeln!(
            f,
            "{:>9} states in which too few people were left for property 1",
            self.outside_premise
        )?;
        writeln!(f, "{:>9.1} seconds", self.took.as_secs_f64())?;
        for property in Property::ALL {
            let verdict = if self.broke(property) { "BROKEN" } else { "holds" };
            writeln!(
                f,
                "{:>9} checks  {verdict:<6}  {property}",
                self.checks.count(property)
            )?;
        }
        Ok(())
    }
}
