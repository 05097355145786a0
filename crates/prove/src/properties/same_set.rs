//! Property 3: what a person is offered and what the system accepts from that person are the same set. A refusal makes no permit, and
//! nothing is decided without one; so it is left to check that what is offered is accepted.

use super::{Checks, Property, View};
use crate::people::{Slot, name, person};
use crate::words::Speaker;
use procedure::CaseNumber;
use procedure::case::{ActKind, Permit, decide, offers};

/// The page's list of acts, held against asking for each act by itself.
pub fn of_pages(view: &View, checks: &mut Checks) {
    for who in view.world.outline.offices.active().iter() {
        for (kind, offered) in offers(&view.scene.case, person(who), view.desk) {
            let accepted = view.offers.permit(kind, who);
            checks.that(Property::SameSet, offered.ok() == accepted, || {
                format!(
                    "{} is shown {} otherwise than it is accepted",
                    name(who),
                    kind.key()
                )
            });
        }
        let shown = offers(&view.scene.case, person(who), view.desk).len();
        checks.that(Property::SameSet, shown == ActKind::ALL.len(), || {
            format!("{} is not shown every act", name(who))
        });
    }
}

/// Each act that is offered is accepted in each canonical way of saying it, and there is one.
pub fn of_offers(view: &View, who: Slot, kind: ActKind, permit: Permit, checks: &mut Checks) -> usize {
    let speaker = Speaker {
        world: view.world,
        scene: view.scene,
        who,
    };
    let ways = speaker.canonical(kind);
    checks.that(Property::SameSet, !ways.is_empty(), || {
        format!(
            "{} is offered {} and there is no way to say it",
            name(who),
            kind.key()
        )
    });
    for way in &ways {
        let number = (kind == ActKind::Receive).then_some(CaseNumber {
            year: 2026,
            ordinal: 1,
        });
        let invalid = decide(&view.scene.case, way.act.clone(), permit, view.desk, number).err();
        checks.that(Property::SameSet, invalid.is_none(), || {
            format!(
                "{} is offered {} and refused ({}): {invalid:?}",
                name(who),
                kind.key(),
                way.as_told
            )
        });
    }
    ways.len()
}
