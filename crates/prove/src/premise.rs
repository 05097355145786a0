//! The premise of property 1: the distinct people that §2 requires exist, and each blocked role has its replacement of §3.1.

use crate::people::*;
use crate::scene::Scene;
use crate::table::{self, Doing};
use crate::world::World;
use procedure::vocabulary::{Role, Subject};

/// Whether somebody is left for each part that the case still needs. Judged on the prover's own record.
pub fn has_people(scene: &Scene, world: &World) -> bool {
    let cast = Cast { scene, world };
    let ledger = &scene.ledger;
    let result_or_appeal = ledger.appeal || ledger.subjects.contains(&Subject::CertificationResult);
    cast.has_qmr()
        && (!result_or_appeal || cast.has_head())
        && cast.has_book_and_post()
        && cast.has_plan_makers()
        && cast.has_decider()
        && cast.has_signature()
        && (!ledger.rejected || cast.has_reviewer())
}

struct Cast<'a> {
    scene: &'a Scene,
    world: &'a World,
}

impl Cast<'_> {
    fn free(&self, doing: Doing) -> People {
        self.scene.free(self.world, doing).collect()
    }

    fn holders(&self, role: Role) -> People {
        let active = self.world.outline.offices.active().iter();
        active
            .filter(|&who| table::holds(&self.scene.ledger, self.world, who, role, self.scene.today))
            .collect()
    }

    fn able(&self, role: Role, doing: Doing) -> People {
        self.holders(role).and(self.free(doing))
    }

    /// The Director, or the impartiality body in his place: who names replacements.
    fn namer(&self) -> People {
        if table::director_is_blocked(&self.scene.ledger, self.world) {
            self.able(Role::ImpartialityBody, Doing::Deciding)
        } else {
            self.able(Role::Director, Doing::Deciding)
        }
    }

    fn has_qmr(&self) -> bool {
        let named = People::of(&[
            OTHER_HEAD, COLLEAGUE, DEPUTY, EXTERNAL, OFFICER, REGISTER, REGISTRY, HEAD, RECEIVER,
        ])
        .and(self.free(Doing::Deciding));
        let namer = self.namer();
        !self.able(Role::Qmr, Doing::Handling).is_empty()
            || (!namer.is_empty() && !named.without(namer).is_empty())
    }

    fn has_head(&self) -> bool {
        let named = People::of(&[OTHER_HEAD, EXTERNAL]).and(self.free(Doing::Deciding));
        !self.able(Role::CertificationHead, Doing::Handling).is_empty()
            || (!self.namer().is_empty() && !named.is_empty())
    }

    fn has_book_and_post(&self) -> bool {
        let book = self
            .able(Role::RegisterOfficer, Doing::Serving)
            .or(self.able(Role::Qmr, Doing::Serving));
        !book.is_empty() && !self.able(Role::Registry, Doing::Serving).is_empty()
    }

    fn leaders(&self) -> People {
        self.able(Role::Director, Doing::Deciding)
            .or(self.able(Role::DeputyDirector, Doing::Deciding))
            .or(self.namer())
    }

    /// One proposes, another approves.
    fn has_plan_makers(&self) -> bool {
        let halves = &self.scene.ledger.halves;
        let officers = People::of(&[OFFICER, COLLEAGUE, DEPUTY, EXTERNAL])
            .and(self.free(Doing::Handling))
            .without(halves.approved);
        let approvers = self.leaders().without(halves.proposed);
        !approvers.is_empty() && !officers.is_empty() && officers.or(approvers).len() > 1
    }

    fn has_decider(&self) -> bool {
        let approvers = self
            .leaders()
            .or(self.able(Role::ExternalReviewer, Doing::Deciding))
            .or(self.able(Role::ImpartialityBody, Doing::Deciding));
        !approvers.is_empty()
    }

    /// A signer who did not draft, or the governing body's own letter.
    fn has_signature(&self) -> bool {
        let ledger = &self.scene.ledger;
        let signers = self.free(Doing::Signing).without(ledger.halves.drafted).iter();
        let mut able = signers.filter(|&who| table::has_authority(ledger, self.world, who, self.scene.today));
        able.next().is_some() || !self.namer().is_empty()
    }

    fn has_reviewer(&self) -> bool {
        let roles = [
            Role::Director,
            Role::DeputyDirector,
            Role::ImpartialityBody,
            Role::ExternalReviewer,
        ];
        let able = roles.iter().fold(People::NOBODY, |people, &role| {
            people.or(self.able(role, Doing::Deciding))
        });
        !able.without(self.scene.ledger.handled).is_empty()
    }
}
