//! The offices of a case: who does an act by default, and who steps in (procedure §2 and §3.1).

use crate::case::{ActKind, Case};
use crate::desk::Desk;
use crate::id::PersonId;
use crate::independence::{Nature, allows, bar};
use crate::vocabulary::{Bar, Role, Subject};
use serde::{Deserialize, Serialize};

/// Who an act or a duty belongs to: a role, a person of the case, or a choice between roles that the case decides.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Any active member of staff.
    Anyone,
    /// Whoever received the case; any colleague in his absence.
    Receiver,
    RegisterOfficer,
    Qmr,
    CertificationHead,
    Director,
    /// Director or deputy: Lãnh đạo Trung tâm.
    Leader,
    Registry,
    CaseOfficer,
    /// The person a measure of the plan was given to.
    Doer,
    /// Who asks for an extension and drafts: QMR, or who stands in (§2).
    Requester,
    /// Who approves an outcome independently.
    Approver,
    /// Who reviews internally after a rejection (S8).
    Reviewer,
    /// Whoever is QMR or leads, and does not own the corrective action (S10).
    EffectReviewer,
    /// Who signs a letter by the table of authority.
    Signer,
    /// Whoever works on the case: for evidence, progress and the like.
    Handler,
    /// The product's own clock.
    Clock,
}

impl Office {
    pub const ALL: &[Office] = &[
        Office::Anyone,
        Office::Receiver,
        Office::RegisterOfficer,
        Office::Qmr,
        Office::CertificationHead,
        Office::Director,
        Office::Leader,
        Office::Registry,
        Office::CaseOfficer,
        Office::Doer,
        Office::Requester,
        Office::Approver,
        Office::Reviewer,
        Office::EffectReviewer,
        Office::Signer,
        Office::Handler,
        Office::Clock,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Office::Anyone => "anyone",
            Office::Receiver => "receiver",
            Office::RegisterOfficer => "register_officer",
            Office::Qmr => "qmr",
            Office::CertificationHead => "certification_head",
            Office::Director => "director",
            Office::Leader => "leader",
            Office::Registry => "registry",
            Office::CaseOfficer => "case_officer",
            Office::Doer => "doer",
            Office::Requester => "requester",
            Office::Approver => "approver",
            Office::Reviewer => "reviewer",
            Office::EffectReviewer => "effect_reviewer",
            Office::Signer => "signer",
            Office::Handler => "handler",
            Office::Clock => "clock",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|office| office.key() == key)
    }

    /// The offices in whose name a holder of this role finds work.
    pub const fn of_role(role: Role) -> &'static [Office] {
        match role {
            Role::RegisterOfficer => &[Office::RegisterOfficer],
            Role::Qmr => &[Office::Qmr, Office::Requester, Office::EffectReviewer],
            Role::CertificationHead => &[Office::CertificationHead],
            Role::Director => &[
                Office::Director,
                Office::Leader,
                Office::Approver,
                Office::Reviewer,
                Office::Signer,
                Office::EffectReviewer,
            ],
            Role::DeputyDirector => &[
                Office::Leader,
                Office::Approver,
                Office::Reviewer,
                Office::Signer,
                Office::EffectReviewer,
            ],
            Role::Registry => &[Office::Registry],
            Role::ImpartialityBody => &[Office::Reviewer],
            Role::ExternalReviewer => &[Office::Approver, Office::Reviewer],
            Role::HeadOfDepartment | Role::Auditor | Role::Administrator | Role::CaseOfficer => &[],
        }
    }
}

impl Case {
    /// Who considers and settles the outcome (B2.2, §2).
    pub fn settler(&self) -> Office {
        if self.has(Subject::CertificationResult) {
            Office::CertificationHead
        } else {
            Office::Qmr
        }
    }

    /// Who establishes the cause (§2).
    pub fn cause_finder(&self) -> Office {
        if self.has(Subject::CertificationResult) {
            Office::CertificationHead
        } else if self.written || self.has(Subject::Confidentiality) {
            Office::Qmr
        } else {
            Office::CaseOfficer
        }
    }

    /// The people who hold a role in this case: its stand-in while he may act, else holders and their substitutes. A blocked Director's
    /// mandates given after receipt do not count.
    pub fn holders(&self, role: Role, desk: &Desk) -> Vec<PersonId> {
        if let Some(person) = self.stand_in(role, desk) {
            return vec![person];
        }
        let void_from = self.director_is_blocked(desk).then_some(self.received_on);
        let staff = desk.staff;
        staff
            .holders(role, desk.today)
            .filter(|&person| {
                let Some(receipt) = void_from else { return true };
                let own = staff.is_appointed(role, person, desk.today);
                own || staff.substitutions.iter().any(|s| {
                    s.role == role
                        && s.by == person
                        && s.span.covers(desk.today)
                        && !(s.span.from > receipt && staff.holds(Role::Director, s.named_by, desk.today))
                })
            })
            .collect()
    }

    /// Who was named to act in a role for this case, unless a fact keeps him out by now, or the Director who named him (§3.1).
    pub fn stand_in(&self, role: Role, desk: &Desk) -> Option<PersonId> {
        let named = self.stand_ins.get(&role)?;
        let is_void = named.by.is_some_and(|by| {
            let own = |a: &crate::people::Appointment| a.role == Role::Director && a.person == by;
            desk.staff.appointments.iter().any(own) && self.director_is_blocked(desk)
        });
        let free = allows(bar(self, named.person, desk), Nature::Deciding, self.is_appeal());
        (desk.staff.is_active(named.person) && free && !is_void).then_some(named.person)
    }

    /// Whether the Director himself is kept from deciding, so that the impartiality body takes his place in every act.
    pub fn director_is_blocked(&self, desk: &Desk) -> bool {
        let mut own = desk
            .staff
            .appointments
            .iter()
            .filter(|a| a.role == Role::Director && a.span.covers(desk.today))
            .peekable();
        own.peek().is_some()
            && own.all(|a| {
                bar(self, a.person, desk)
                    .is_some_and(|bar| !allows(Some(bar), Nature::Deciding, self.is_appeal()))
            })
    }

    /// The holders of a role who may do an act of this nature here.
    pub fn able(&self, role: Role, nature: Nature, desk: &Desk) -> Vec<PersonId> {
        let mut holders = self.holders(role, desk);
        holders.retain(|&person| allows(bar(self, person, desk), nature, self.is_appeal()));
        holders
    }

    /// In which role a person fills an office for an act of this nature, independence aside; `None` when it is another's.
    pub fn fills(&self, office: Office, nature: Nature, person: PersonId, desk: &Desk) -> Option<Filling> {
        let holds = |role: Role| self.holders(role, desk).contains(&person);
        let one = |role: Role| holds(role).then_some(Filling::Role(role));
        let nobody = |role: Role| self.able(role, nature, desk).is_empty();
        match office {
            Office::Anyone | Office::Receiver => {
                let works_here = desk.staff.is_active(person) && !desk.staff.only_reads(person, desk.today);
                let about_him = self.persons_concerned.contains(&person);
                (works_here || about_him).then_some(Filling::Staff)
            }
            Office::RegisterOfficer => one(Role::RegisterOfficer)
                .or_else(|| nobody(Role::RegisterOfficer).then(|| one(Role::Qmr)).flatten()),
            Office::Qmr => one(Role::Qmr),
            Office::EffectReviewer => [Role::Qmr, Role::Director, Role::DeputyDirector]
                .into_iter()
                .find_map(one),
            Office::CertificationHead => one(Role::CertificationHead),
            Office::Registry => one(Role::Registry),
            Office::Director => {
                if self.director_is_blocked(desk) {
                    one(Role::ImpartialityBody)
                } else {
                    one(Role::Director)
                }
            }
            Office::Leader => {
                let deputy = one(Role::DeputyDirector);
                if self.director_is_blocked(desk) {
                    deputy.or_else(|| one(Role::ImpartialityBody))
                } else {
                    one(Role::Director).or(deputy)
                }
            }
            Office::Approver => self
                .fills(Office::Leader, nature, person, desk)
                .or_else(|| one(Role::ExternalReviewer))
                .or_else(|| one(Role::ImpartialityBody)),
            Office::Reviewer => [
                Role::Director,
                Role::DeputyDirector,
                Role::ImpartialityBody,
                Role::ExternalReviewer,
            ]
            .into_iter()
            .find_map(one),
            Office::Signer => {
                let (_, given_on) = desk.staff.authority(person, desk.today)?;
                let void =
                    self.director_is_blocked(desk) && given_on > self.received_on && !holds(Role::Director);
                let leader = one(Role::Director).or_else(|| one(Role::DeputyDirector));
                let took_part = bar(self, person, desk) == Some(Bar::TookPart);
                let filling = leader.or((!took_part).then_some(Filling::Staff));
                filling.filter(|_| !void)
            }
            Office::CaseOfficer => {
                (self.round.case_officer == Some(person)).then_some(Filling::Role(Role::CaseOfficer))
            }
            Office::Doer => self
                .round
                .plan
                .as_ref()
                .is_some_and(|plan| plan.said.measures.iter().any(|m| m.doer == person))
                .then_some(Filling::Staff)
                .or_else(|| self.fills(Office::CaseOfficer, nature, person, desk)),
            Office::Requester => self.requester(nature, person, desk),
            Office::Handler => self
                .round
                .case_officer
                .filter(|&officer| officer == person)
                .map(|_| Filling::Role(Role::CaseOfficer))
                .or_else(|| one(Role::Qmr))
                .or_else(|| {
                    // A protected case is closed to everyone not on it (S12).
                    let head = !self.is_protected() || self.settler() == Office::CertificationHead;
                    head.then(|| one(Role::CertificationHead)).flatten()
                })
                .or_else(|| {
                    let book = !self.is_protected() || self.is_settled();
                    book.then(|| one(Role::RegisterOfficer)).flatten()
                })
                .or_else(|| (self.receiver == Some(person)).then_some(Filling::Staff)),
            Office::Clock => None,
        }
    }

    /// §2: if QMR and Director are one person, the case officer asks. §3.1: with the Director blocked the request is entered by QMR,
    /// else a deputy, else the register officer.
    fn requester(&self, nature: Nature, person: PersonId, desk: &Desk) -> Option<Filling> {
        let qmrs = self.able(Role::Qmr, nature, desk);
        let directors = self.holders(Role::Director, desk);
        let holds_the_book = |case: &Case| case.able(Role::RegisterOfficer, nature, desk).contains(&person);
        let all_are_director = !qmrs.is_empty() && qmrs.iter().all(|q| directors.contains(q));
        if all_are_director && self.round.case_officer == Some(person) {
            return Some(Filling::Role(Role::CaseOfficer));
        }
        // Without a case officer, as where the matter is not ours, whoever keeps the book.
        if all_are_director && self.round.case_officer.is_none() && holds_the_book(self) {
            return Some(Filling::Role(Role::RegisterOfficer));
        }
        if self.holders(Role::Qmr, desk).contains(&person) && !all_are_director {
            return Some(Filling::Role(Role::Qmr));
        }
        if qmrs.is_empty() && self.director_is_blocked(desk) {
            let deputies = self.able(Role::DeputyDirector, nature, desk);
            if deputies.contains(&person) {
                return Some(Filling::Role(Role::DeputyDirector));
            }
            if deputies.is_empty() && holds_the_book(self) {
                return Some(Filling::Role(Role::RegisterOfficer));
            }
        }
        None
    }

    /// Whether a person could be named to act in this role for this case: free to decide, and competent where certification is judged (§3.1).
    pub fn may_stand_in(&self, role: Role, person: PersonId, desk: &Desk) -> bool {
        let competent = [
            Role::CertificationHead,
            Role::HeadOfDepartment,
            Role::ExternalReviewer,
        ];
        let holds = |role: &Role| desk.staff.holds(*role, person, desk.today);
        desk.staff.is_active(person)
            && !desk.staff.only_reads(person, desk.today)
            && allows(bar(self, person, desk), Nature::Deciding, self.is_appeal())
            && (role != Role::CertificationHead || competent.iter().any(holds))
    }

    /// Whether a person could be the case officer: free to handle, and not the one who approved a plan of this case (§2).
    pub fn may_be_case_officer(&self, person: PersonId, desk: &Desk) -> bool {
        desk.staff.is_active(person)
            && !desk.staff.only_reads(person, desk.today)
            && allows(bar(self, person, desk), Nature::Handling, self.is_appeal())
            && !self.did_the_other_half(person, ActKind::ProposePlan)
    }

    /// The roles this case cannot do without and in which nobody may act (S4).
    pub fn vacancies(&self, desk: &Desk) -> std::collections::BTreeSet<Role> {
        let mut needed = vec![Role::Qmr];
        // An appeal that is upheld leads to a new certification decision (S11).
        if self.has(Subject::CertificationResult) || self.is_appeal() {
            needed.push(Role::CertificationHead);
        }
        let outgoing = self
            .letter_in_hand()
            .is_some_and(|letter| letter.signed.is_some());
        let mut roles: Vec<(Role, Nature)> =
            needed.into_iter().map(|role| (role, Nature::Handling)).collect();
        if outgoing || self.letter_returned() {
            roles.push((Role::Registry, Nature::Clerical));
        }
        roles
            .into_iter()
            .filter(|&(role, nature)| self.able(role, nature, desk).is_empty())
            .map(|(role, _)| role)
            .collect()
    }
}

/// How a person fills an office.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Filling {
    Role(Role),
    Staff,
}

impl Filling {
    pub const fn role(self) -> Option<Role> {
        match self {
            Filling::Role(role) => Some(role),
            Filling::Staff => None,
        }
    }
}
