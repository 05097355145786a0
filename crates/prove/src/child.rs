//! What a mutant runs: a small proof that should fail.

use crate::proof::{Bound, prove};
use crate::properties::Property;
use crate::story;
use crate::world::World;
use std::process::ExitCode;

/// The expected property broke, another one did, or none: the mutant was caught as expected, caught otherwise, or survived.
pub const AS_EXPECTED: u8 = 10;
pub const OTHERWISE: u8 = 11;
pub const SURVIVED: u8 = 12;

/// Tells by its exit code how the mutant fared, and prints the shortest story that broke it.
pub fn run(mut arguments: impl Iterator<Item = String>) -> ExitCode {
    let number = arguments.nth(1).and_then(|word| word.parse::<usize>().ok());
    let expected = Property::ALL
        .into_iter()
        .find(|property| Some(property.number()) == number);
    let Some(expected) = expected else {
        eprintln!("the number of a property is needed");
        return ExitCode::FAILURE;
    };
    let proof = prove(&Bound::small(expected));
    let as_expected = proof
        .found
        .iter()
        .find(|found| found.violation.broken.property == expected);
    let Some(found) = as_expected.or(proof.found.first()) else {
        return ExitCode::from(SURVIVED);
    };
    let world = World::new(found.outline);
    print!(
        "{}",
        story::tell(&world, &story::shorten(&world, &found.violation))
    );
    ExitCode::from(if as_expected.is_some() {
        AS_EXPECTED
    } else {
        OTHERWISE
    })
}
