//! Stories: what happens in a case, told in one line, and what must be done then. The language is data; its words stand in `stories/`.
//!
//! A story is a row of clauses, each ended by `;`. The first says how the case came in (`phone 2026-03-02 conduct of colleague`), each
//! other who does what (`QMR assesses severity high`). A clause may begin with a day: a date, or `+3` for three days later. Words
//! that start with `staff:` tell how the centre is staffed. `[answered]` and the like stand for the usual way to get so far.

pub mod actions;
mod cast;
mod centre;
mod clauses;
mod fields;
mod fixtures;
mod passages;
mod permitted;
mod reasons;
mod roads;
mod stage;
mod telling;
mod words;
pub mod years;

pub use stage::Stage;

use expect_test::Expect;

/// Plays a story and compares what is told of it: what was refused, and what must be done now.
#[track_caller]
pub fn check(story: &str, told: Expect) {
    told.assert_eq(&telling::tell(&Stage::played(story)));
}

/// Plays a story and compares who sees how much of the case (S12).
#[track_caller]
pub fn check_sight(story: &str, told: Expect) {
    told.assert_eq(&telling::sights(&Stage::played(story)));
}
