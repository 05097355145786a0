//! The one place where permission is decided: the same function draws the buttons and judges the act.

use super::refusal::{Refusal, Why};
use super::{ActKind, Actor, Case};
use crate::desk::Desk;
use crate::id::PersonId;
use crate::independence::{Nature, allows, bar};
use crate::office::{Filling, Office};
use crate::rule::Rule;
use crate::vocabulary::{Bar, Role};

/// Proof that this person may do this act on this case now. Only `guard` makes one.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    kind: ActKind,
    actor: Actor,
    role: Option<Role>,
    rule: Rule,
    nature: Nature,
}

impl Permit {
    pub const fn kind(&self) -> ActKind {
        self.kind
    }

    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// The role in which the person acts; none for any member of staff.
    pub const fn role(&self) -> Option<Role> {
        self.role
    }

    pub const fn rule(&self) -> Rule {
        self.rule
    }

    pub const fn nature(&self) -> Nature {
        self.nature
    }
}

/// Whether this actor may do an act of this kind on this case now.
///
/// # Errors
/// The refusal, with the rule it rests on.
pub fn guard(case: &Case, actor: Actor, desk: &Desk, kind: ActKind) -> Result<Permit, Refusal> {
    let ask = case.ask(kind);
    let refuse = |why| {
        // B1.1 itself keeps the receiver from settling what is about him.
        let own = kind == ActKind::SettleOnTheSpot && why == Why::Barred(Bar::Subject);
        let rule = if own {
            Rule::B1_1
        } else {
            refusing_rule(why, ask.rule)
        };
        Err(Refusal { rule, why })
    };
    if let Err(why) = case.ready(kind, actor.person(), desk) {
        return refuse(why);
    }
    let person = match actor {
        Actor::System if ask.office == Office::Clock || case.is_acknowledged_by_itself(kind) => {
            return Ok(Permit {
                kind,
                actor,
                role: None,
                rule: ask.rule,
                nature: ask.nature,
            });
        }
        Actor::Complainant if OWN_HAND.contains(&kind) => {
            return Ok(Permit {
                kind,
                actor,
                role: None,
                rule: ask.rule,
                nature: Nature::Information,
            });
        }
        Actor::Complainant | Actor::System => return refuse(Why::NotYourOffice),
        Actor::Person(person) => person,
    };
    if !desk.staff.is_active(person) {
        return refuse(Why::NotYourOffice);
    }
    let filling = case.fills(ask.office, ask.nature, person, desk);
    let Some(filling) = filling.filter(|_| belongs(case, person, kind, desk)) else {
        // Whose office it is by appointment, and who is kept out of it here, hears by which fact.
        if let Some(bar) = bar(case, person, desk)
            && !allows(Some(bar), ask.nature, case.is_appeal())
            && holds_office(person, ask.office, desk)
        {
            return refuse(Why::Barred(bar));
        }
        let leads =
            ask.office == Office::Signer && case.fills(Office::Leader, ask.nature, person, desk).is_some();
        return refuse(if leads {
            Why::NoAuthority
        } else {
            Why::NotYourOffice
        });
    };
    let bar = bar(case, person, desk);
    if let Some(bar) = bar
        && !allows(Some(bar), ask.nature, case.is_appeal())
    {
        return refuse(Why::Barred(bar));
    }
    // Who is kept out by the subject or an interest gives statement and evidence; who is on which list is for others to say.
    if let Some(bar @ (Bar::Subject | Bar::Interest)) = bar
        && matches!(kind, ActKind::NameParticipants | ActKind::NamePersonsConcerned)
    {
        return refuse(Why::Barred(bar));
    }
    if kind == ActKind::ReviewInternally && case.has_handled(person) {
        return refuse(Why::Barred(Bar::FirstRound));
    }
    if case.did_the_other_half(person, kind) {
        return refuse(Why::BothHalves);
    }
    if must_declare(ask.nature, kind) && !case.declarations.contains_key(&person) {
        return refuse(Why::DeclareFirst);
    }
    let role = match filling {
        Filling::Role(role) => Some(role),
        Filling::Staff => None,
    };
    Ok(Permit {
        kind,
        actor,
        role,
        rule: ask.rule,
        nature: ask.nature,
    })
}

/// What the complainant does by his own hand, on the public pages or by mail. That it is his own case is for the door he comes through to
/// know.
pub const OWN_HAND: &[ActKind] = &[
    ActKind::Receive,
    ActKind::HearFromComplainant,
    ActKind::RecordResponse,
    ActKind::Withdraw,
];

/// Everything there is to do on this case, each act allowed or with the reason why it is not.
pub fn offers(case: &Case, person: PersonId, desk: &Desk) -> Vec<(ActKind, Result<Permit, Refusal>)> {
    let actor = Actor::Person(person);
    ActKind::ALL
        .iter()
        .map(|&kind| (kind, guard(case, actor, desk, kind)))
        .collect()
}

/// A refusal rests on the rule that asks for what is missing, whatever rule the act serves: for want of independence on S4, because
/// nobody was heard on S6.
const fn refusing_rule(why: Why, rule: Rule) -> Rule {
    match why {
        Why::Barred(_)
        | Why::DeclareFirst
        | Why::BothHalves
        | Why::ParticipantsFirst
        | Why::SignerLeft
        | Why::NobodyLeft
        | Why::ReplaceFirst => Rule::S4,
        Why::NotOurs => Rule::S2,
        Why::LetterNeeded => Rule::B2_3,
        Why::HearFirst => Rule::S6,
        Why::AssessFirst => Rule::S2,
        Why::NeverOnTheSpot | Why::Settled => Rule::B1_1,
        Why::LimitPassed => Rule::B2_5,
        Why::CauseFirst | Why::PlanFirst => Rule::B2_1,
        Why::ReportFirst => Rule::B2_2,
        Why::NoAuthority => Rule::B2_3,
        Why::InvestigateFirst => Rule::B2_7,
        Why::DutiesLeft | Why::OutcomeFirst => Rule::S7,
        Why::AnnulmentFirst
        | Why::Annulled
        | Why::Closed
        | Why::NotClosed
        | Why::OldRecord
        | Why::Withdrawn => Rule::S13,
        _ => rule,
    }
}

/// Whether the office is this person's by appointment, whatever a case makes of it.
fn holds_office(person: PersonId, office: Office, desk: &Desk) -> bool {
    let roles = desk.staff.roles_of(person, desk.today);
    roles.iter().any(|&role| Office::of_role(role).contains(&office))
}

/// S4: every handler declares an interest or none before he handles; the counter and the registry do not judge, and what is settled at
/// the counter is settled by the complainant's own word.
const fn must_declare(nature: Nature, kind: ActKind) -> bool {
    matches!(nature, Nature::Handling | Nature::Deciding | Nature::Signing)
        && !matches!(kind, ActKind::SettleOnTheSpot)
}

/// Acts open to anyone who has to do with the case, and to nobody else.
fn belongs(case: &Case, person: PersonId, kind: ActKind, desk: &Desk) -> bool {
    match kind {
        ActKind::AddEvidence | ActKind::DeclareInterest | ActKind::Recuse => case.concerns(person, desk),
        ActKind::RecordStatement => {
            case.persons_concerned.contains(&person)
                || case
                    .fills(Office::Qmr, Nature::Information, person, desk)
                    .is_some()
        }
        ActKind::ReportToQmr | ActKind::ReportToUnit => {
            case.receiver == Some(person)
                || case
                    .fills(Office::RegisterOfficer, Nature::Clerical, person, desk)
                    .is_some()
        }
        ActKind::Promise | ActKind::BecomeWritten => {
            case.receiver == Some(person)
                || case
                    .fills(Office::Handler, Nature::Clerical, person, desk)
                    .is_some()
        }
        // §2: where QMR and Director are one person the case officer asks, nobody else; whoever keeps the book only drafts.
        ActKind::AskExtension => {
            case.round.case_officer == Some(person)
                || case.holders(Role::Qmr, desk).contains(&person)
                || case.director_is_blocked(desk)
        }
        _ => true,
    }
}

impl Case {
    /// S1: what comes by mail or on the public pages is acknowledged the same day, by the receipt itself, also at night.
    fn is_acknowledged_by_itself(&self, kind: ActKind) -> bool {
        kind == ActKind::Acknowledge && self.channel.is_electronic()
    }

    /// Whether a person has to do with this case by office, by assignment or as the one it is about.
    pub fn concerns(&self, person: PersonId, desk: &Desk) -> bool {
        let offices = [
            Office::Handler,
            Office::Director,
            Office::Leader,
            Office::Reviewer,
            Office::Signer,
            Office::Requester,
            Office::Doer,
        ];
        let took_part = self
            .participants
            .as_ref()
            .is_some_and(|p| p.people.iter().any(|participant| participant.person == person));
        self.persons_concerned.contains(&person)
            || took_part
            || offices
                .iter()
                .any(|&o| self.fills(o, Nature::Handling, person, desk).is_some())
    }
}
