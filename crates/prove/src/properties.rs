//! The ten properties of procedure §6 by name, how often each was checked, and what breaks one.

mod closing;
mod corrective;
mod discharge;
mod extensions;
mod history;
mod independence;
mod issued;
mod on_the_spot;
mod same_set;
mod written_answer;

use crate::people::Slot;
use crate::scene::{Offers, Scene};
use crate::words::Said;
use crate::world::World;
use procedure::Desk;
use procedure::case::{ActKind, Permit, Recorded};
use procedure::obligations::Obligation;
use std::fmt;

/// A property that must hold in every story.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    EndsClosed = 1,
    NothingLeft = 2,
    SameSet = 3,
    Independence = 4,
    OnTheSpot = 5,
    Letters = 6,
    WrittenAnswer = 7,
    CorrectiveAction = 8,
    Extensions = 9,
    History = 10,
}

impl Property {
    pub const ALL: [Property; 10] = [
        Property::EndsClosed,
        Property::NothingLeft,
        Property::SameSet,
        Property::Independence,
        Property::OnTheSpot,
        Property::Letters,
        Property::WrittenAnswer,
        Property::CorrectiveAction,
        Property::Extensions,
        Property::History,
    ];

    pub const fn number(self) -> usize {
        self as usize
    }

    pub const fn name(self) -> &'static str {
        match self {
            Property::EndsClosed => "every case can be brought to its end",
            Property::NothingLeft => "nothing is left when a case closes, and every duty can be discharged",
            Property::SameSet => "what is offered and what is accepted are the same set",
            Property::Independence => {
                "nobody does what the table of independence denies, or both halves of a pair"
            }
            Property::OnTheSpot => "the on-the-spot road is never taken for what B1.1 excludes",
            Property::Letters => {
                "only signed letters have numbers, what is signed is what was submitted, what is issued stays"
            }
            Property::WrittenAnswer => {
                "a written case or an appeal with an address is answered by a dispatched signed letter"
            }
            Property::CorrectiveAction => {
                "an investigated result or leak never closes without a corrective action"
            }
            Property::Extensions => {
                "only the Director or who replaces him extends, on a request in time, never his own"
            }
            Property::History => "the history gives exactly the state and the duties",
        }
    }
}

impl fmt::Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}", self.number(), self.name())
    }
}

/// How a property was broken.
#[derive(Clone, Debug)]
pub struct Broken {
    pub property: Property,
    pub how: String,
}

/// Counts checks and collects what is broken.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    counts: [u64; 10],
    pub broken: Vec<Broken>,
}

impl Checks {
    /// One check of a property.
    pub fn that(&mut self, property: Property, holds: bool, how: impl FnOnce() -> String) {
        self.counts[property.number() - 1] += 1;
        if !holds {
            self.broken.push(Broken { property, how: how() });
        }
    }

    pub fn count(&self, property: Property) -> u64 {
        self.counts[property.number() - 1]
    }

    pub fn count_in(&mut self, other: &Checks) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
    }
}

/// A state with what the product says of it.
pub struct View<'a> {
    pub world: &'a World,
    pub scene: &'a Scene,
    pub desk: &'a Desk<'a>,
    pub offers: &'a Offers,
    pub duties: &'a [Obligation],
}

/// One accepted act.
pub struct Deed<'a> {
    pub world: &'a World,
    pub before: &'a Scene,
    pub after: &'a Scene,
    pub recorded: &'a Recorded,
    pub who: Option<Slot>,
    pub kind: ActKind,
    pub said: &'a Said,
    pub permit: Permit,
}

/// What must hold of a state in itself and of everything that is offered in it.
pub fn of_state(view: &View, checks: &mut Checks) {
    closing::of_state(view, checks);
    independence::of_offers(view, checks);
    on_the_spot::of_offers(view, checks);
    issued::of_state(view.scene, checks);
    written_answer::of_state(view.scene, checks);
    extensions::of_offers(view, checks);
    history::of_state(view, checks);
}

/// What must hold of an act that was accepted.
pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    independence::of_deed(deed, checks);
    closing::of_deed(deed, checks);
    issued::of_deed(deed, checks);
    corrective::of_deed(deed, checks);
    extensions::of_deed(deed, checks);
    history::of_deed(deed, checks);
}

pub use discharge::of_duty as discharged;
pub use history::{of_lines, of_story};
pub use same_set::{of_offers as offered_is_accepted, of_pages as offers_are_guarded};
