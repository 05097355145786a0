//! Property 9: only the Director, or the impartiality body when he is blocked, decides an extension; only on a request entered
//! before the limit in force; never the requester.

use super::{Checks, Deed, Property, View};
use crate::people::{Slot, name};
use crate::scene::Scene;
use crate::table;
use crate::world::World;
use procedure::calendar::Calendar;
use procedure::case::{Act, ActKind};
use procedure::vocabulary::Role;

const DECIDING: [ActKind; 2] = [ActKind::GrantExtension, ActKind::RefuseExtension];

pub fn of_offers(view: &View, checks: &mut Checks) {
    for kind in DECIDING {
        for (who, _) in view.offers.of(kind) {
            judge(view.scene, view.world, who, checks);
        }
    }
    let limit = view.scene.ledger.limit(Calendar::vietnam());
    for (who, _) in view.offers.of(ActKind::AskExtension) {
        checks.that(Property::Extensions, view.scene.today <= limit, || {
            format!("{} may still ask after the limit of {limit}", name(who))
        });
    }
}

fn judge(scene: &Scene, world: &World, who: Slot, checks: &mut Checks) {
    let ledger = &scene.ledger;
    let request = ledger.request;
    checks.that(Property::Extensions, request.is_some_and(|r| r.in_time), || {
        "an extension is decided without a request made in time".to_owned()
    });
    checks.that(
        Property::Extensions,
        request.is_none_or(|r| r.by != Some(who)),
        || format!("{} decides the extension he asked for", name(who)),
    );
    let office = if table::director_is_blocked(ledger, world) {
        Role::ImpartialityBody
    } else {
        Role::Director
    };
    checks.that(
        Property::Extensions,
        table::holds(ledger, world, who, office, scene.today),
        || {
            format!(
                "{} decides an extension, which is for {}",
                name(who),
                office.key()
            )
        },
    );
}

/// Judged on the limit in force when it was decided: the new one is later, and a working day.
pub fn of_deed(deed: &Deed, checks: &mut Checks) {
    if !DECIDING.contains(&deed.kind) {
        return;
    }
    if let Some(who) = deed.who {
        judge(deed.before, deed.world, who, checks);
    }
    if let Act::GrantExtension(said) = &deed.said.act {
        let calendar = Calendar::vietnam();
        let later = said.until > deed.before.ledger.limit(calendar) && calendar.is_working(said.until);
        checks.that(Property::Extensions, later, || {
            format!("{} is no later working day", said.until)
        });
        checks.that(
            Property::Extensions,
            deed.after.case.limit_on() == said.until,
            || "the limit in force is not the one that was granted".to_owned(),
        );
    }
}
