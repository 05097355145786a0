//! `prove`: prints what was proved, or the shortest story that breaks a property.

mod mutants;
mod mutation;

use anyhow::Result;
use clap::Parser;
use prove::proof::{Bound, Found, prove};
use prove::properties::Property;
use prove::story;
use prove::world::World;
use std::process::ExitCode;
use std::time::Duration;

/// Proves the ten properties of the procedure over the real rules, and that it can fail.
#[derive(Parser)]
#[command(name = "prove", bin_name = "cargo xtask prove")]
struct Options {
    /// Every world with one departure from the road, many with two: about an hour
    #[arg(long)]
    deep: bool,
    /// Go on with random walks until this many minutes are over
    #[arg(long, value_name = "MINUTES")]
    minutes: Option<u64>,
    /// Seed of the random walks
    #[arg(long)]
    seed: Option<u64>,
    /// In how many worlds no, one, two … departures are tried
    #[arg(long, value_delimiter = ',', value_name = "WORLDS")]
    worlds: Option<Vec<usize>>,
    /// How many random walks
    #[arg(long)]
    walks: Option<usize>,
    /// Leave out the seeded mutations
    #[arg(long)]
    no_mutations: bool,
}

fn main() -> Result<ExitCode> {
    let options = Options::parse();
    let proof = prove(&options.bound());
    print!("{proof}");
    for property in Property::ALL {
        let mut found = proof
            .found
            .iter()
            .filter(|f| f.violation.broken.property == property);
        if let Some(found) = found.next() {
            println!("\nBROKEN: {}", shortest(found));
        }
    }
    // What does not hold needs no proof that it could fail.
    let proved = proof.found.is_empty() && (options.no_mutations || mutants::try_all()?);
    Ok(if proved {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Options {
    fn bound(&self) -> Bound {
        let mut bound = if self.deep { Bound::deep() } else { Bound::usual() };
        bound.until = self.minutes.map(|minutes| Duration::from_secs(60 * minutes));
        bound.seed = self.seed.unwrap_or(bound.seed);
        bound.walks = self.walks.unwrap_or(bound.walks);
        if let Some(worlds) = &self.worlds {
            bound.worlds.clone_from(worlds);
        }
        bound
    }
}

fn shortest(found: &Found) -> String {
    let world = World::new(found.outline);
    story::tell(&world, &story::shorten(&world, &found.violation))
}
