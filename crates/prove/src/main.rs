//! `prove`: prints what was proved, or the shortest story that breaks a property.

use std::process::ExitCode;

fn main() -> ExitCode {
    let worlds = prove::world::by_novelty();
    println!("{} worlds", worlds.len());
    let args: Vec<String> = std::env::args().collect();
    let n: usize = args.get(1).and_then(|a| a.parse().ok()).unwrap_or(20);
    let k: u32 = args.get(2).and_then(|a| a.parse().ok()).unwrap_or(0);
    let from: usize = args.get(3).and_then(|a| a.parse().ok()).unwrap_or(0);
    let start = std::time::Instant::now();
    let (mut states, mut transitions, mut depth, mut out) = (0, 0, 0, 0);
    let mut checks = prove::properties::Checks::default();
    let mut seen_how = std::collections::BTreeMap::<String, (usize, String)>::new();
    for outline in worlds.into_iter().skip(from).take(n) {
        let world = prove::world::World::new(outline);
        let seen = prove::search::explore(&world, k, 200);
        states += seen.states;
        transitions += seen.transitions;
        depth = depth.max(seen.depth);
        out += seen.outside_premise;
        checks.add(&seen.checks);
        for v in seen.violations {
            let key = format!("{} :: {}", v.broken.property, v.broken.how);
            let story = v.steps.iter().map(|s| format!("      {s}")).collect::<Vec<_>>().join("\n");
            let text = format!("   {}\n{story}", world.outline);
            let e = seen_how.entry(key).or_insert((0, text.clone()));
            e.0 += 1;
            if text.len() < e.1.len() { e.1 = text; }
        }
    }
    println!("states {states} transitions {transitions} depth {depth} outside {out} in {:?}", start.elapsed());
    for p in prove::properties::Property::ALL {
        println!("{p}: {}", checks.count(p));
    }
    let mut all: Vec<_> = seen_how.into_iter().collect();
    all.sort_by_key(|(_, (n, _))| std::cmp::Reverse(*n));
    for (how, (n, story)) in all {
        println!("{n} × {how}\n{story}");
    }
    ExitCode::SUCCESS
}
