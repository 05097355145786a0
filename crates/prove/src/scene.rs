//! One moment of one case in one world: the product's state, the prover's own record, and the day.

use crate::ledger::Ledger;
use crate::people::*;
use crate::table::{self, Doing};
use crate::world::World;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use procedure::calendar::Calendar;
use procedure::case::guard;
use procedure::case::refusal::{Refusal, Why};
use procedure::case::{ActKind, Actor, Permit};
use procedure::{Case, CaseId, Desk};

/// A state of the search: everything that later acts can depend on.
#[derive(Clone)]
pub struct Scene {
    pub case: Case,
    pub ledger: Ledger,
    pub today: Date,
}

impl Scene {
    /// Before anything is known, on the day of receipt.
    pub fn beginning() -> Scene {
        Scene {
            case: Case::blank(CaseId::small(1)),
            ledger: Ledger::new(),
            today: RECEIPT,
        }
    }

    /// The desk of this day: ten in the morning.
    pub fn desk<'w>(&self, world: &'w World) -> Desk<'w> {
        Desk {
            now: ten_o_clock(self.today),
            today: self.today,
            staff: &world.staff,
            calendar: Calendar::vietnam(),
            periods: &world.periods,
        }
    }

    pub fn has_ended(&self) -> bool {
        self.case.closed_on.is_some() || self.case.is_annulled()
    }

    /// Active people whom the table leaves free for this, in order.
    pub fn free(&self, world: &World, doing: Doing) -> impl Iterator<Item = Slot> {
        let active = world.outline.offices.active().iter();
        active.filter(move |&who| table::free(&self.ledger, world, who, doing))
    }
}

fn ten_o_clock(day: Date) -> Timestamp {
    let at = Offset::constant(7).to_timestamp(day.at(10, 0, 0, 0));
    at.expect("no day of a story is at the end of time")
}

/// What the product offers to everyone at one moment.
pub struct Offers {
    permits: Vec<(ActKind, Slot, Permit)>,
    /// Who could do an act after declaring an interest or none.
    undeclared: Vec<(ActKind, Slot)>,
    /// What the clock may do.
    pub lapse: Option<Permit>,
}

impl Offers {
    pub fn at(scene: &Scene, world: &World, desk: &Desk) -> Offers {
        let mut offers = Offers {
            permits: Vec::new(),
            undeclared: Vec::new(),
            lapse: guard(&scene.case, Actor::System, desk, ActKind::Lapse).ok(),
        };
        for &kind in ActKind::ALL {
            let staff = world.outline.offices.active();
            // His own hand reaches the book by mail and on the public pages alone.
            let own_hand = kind != ActKind::Receive || world.outline.channel.is_electronic();
            for who in staff.iter().chain(own_hand.then_some(COMPLAINANT)) {
                match guard(&scene.case, actor(who), desk, kind) {
                    Ok(permit) => offers.permits.push((kind, who, permit)),
                    Err(Refusal {
                        why: Why::DeclareFirst,
                        ..
                    }) => offers.undeclared.push((kind, who)),
                    Err(_) => {}
                }
            }
        }
        offers
    }

    pub fn iter(&self) -> impl Iterator<Item = &(ActKind, Slot, Permit)> {
        self.permits.iter()
    }

    pub fn of(&self, kind: ActKind) -> impl Iterator<Item = (Slot, Permit)> {
        let from = self.permits.partition_point(|(other, _, _)| *other < kind);
        let these = self.permits[from..].iter();
        these
            .take_while(move |(other, _, _)| *other == kind)
            .map(|(_, who, permit)| (*who, *permit))
    }

    pub fn permit(&self, kind: ActKind, who: Slot) -> Option<Permit> {
        self.of(kind)
            .find(|(other, _)| *other == who)
            .map(|(_, permit)| permit)
    }

    pub fn undeclared(&self, kind: ActKind) -> impl Iterator<Item = Slot> {
        let these = self.undeclared.iter().filter(move |(other, _)| *other == kind);
        these.map(|(_, who)| *who)
    }

    /// The offers as comparable values, without the permits themselves.
    pub fn signature(&self) -> Vec<(ActKind, Slot, Option<procedure::vocabulary::Role>)> {
        self.permits
            .iter()
            .map(|(kind, who, permit)| (*kind, *who, permit.role()))
            .collect()
    }
}
