//! The road that an office which works takes from any state to the end: it does its open duties in the order of the rules, each by the
//! first person who may, replaces whoever is blocked, and waits where only time can pass. Property 1 holds when this road ends.

use crate::people::*;
use crate::scene::{Offers, Scene};
use crate::table::{self, Doing};
use crate::words::{Said, Speaker};
use crate::world::World;
use jiff::ToSpan;
use jiff::civil::Date;
use procedure::calendar::Calendar;
use procedure::case::{Act, ActKind, Permit};
use procedure::obligations::{Obligation, response_term};
use procedure::vocabulary::Ours;
use std::fmt;

/// One step of a story.
#[derive(Clone, Debug)]
pub enum Step {
    Act {
        /// Nobody: the clock.
        who: Option<Slot>,
        permit: Permit,
        said: Said,
        /// The duty that it is done for.
        duty: Option<Obligation>,
    },
    Wait {
        until: Date,
    },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Wait { until } => write!(f, "time passes until {until}"),
            Step::Act { who, said, .. } => {
                let who = who.map_or("the clock", name);
                let kind = said.act.kind().key().replace('_', " ");
                match said.as_told.as_ref() {
                    "" => write!(f, "{who}: {kind}"),
                    told => write!(f, "{who}: {kind} ({told})"),
                }
            }
        }
    }
}

/// What the office would do next, the first being what it does; the rest are forks of the procedure itself, which are followed too.
pub fn next(scene: &Scene, world: &World, offers: &Offers, duties: &[Obligation]) -> Vec<Step> {
    let office = Office {
        scene,
        world,
        offers,
        duties,
    };
    if !scene.ledger.begun {
        return office
            .steps(RECEIVER, ActKind::Receive, None)
            .into_iter()
            .take(1)
            .collect();
    }
    if let Some(mut steps) = duties.iter().find_map(|duty| office.discharge(duty)) {
        // Explained at once, and the complainant is satisfied: the other road of Bước 1.
        let settle = office.anyone(ActKind::SettleOnTheSpot, None, None);
        steps.extend(settle.unwrap_or_default());
        return steps;
    }
    if let Some(steps) = office.wait() {
        return steps;
    }
    if duties.is_empty() {
        return office.anyone(ActKind::Close, None, None).unwrap_or_default();
    }
    office.repair().unwrap_or_default()
}

struct Office<'a> {
    scene: &'a Scene,
    world: &'a World,
    offers: &'a Offers,
    duties: &'a [Obligation],
}

impl Office<'_> {
    fn discharge(&self, duty: &Obligation) -> Option<Vec<Step>> {
        let case = &self.scene.case;
        if duty.act == ActKind::SubmitLetter && !self.signer_is_left() {
            return self.anyone(ActKind::DraftLetter, None, None).map(first);
        }
        match duty.act {
            // Comes again and again: done on its day, once.
            ActKind::TellProgress => {
                let due = duty.due.is_some_and(|due| due.on <= self.scene.today);
                let told = case.round.last_told == Some(self.scene.today);
                if !due || told {
                    return None;
                }
            }
            // Silence lapses: see `wait`.
            ActKind::RecordResponse | ActKind::RecordRecourse => return None,
            // Something blocked shows only at the end: the answer, when nothing before it is left to do.
            ActKind::DispatchLetter if duty.rule == procedure::Rule::B2_4 => return None,
            _ => {}
        }
        self.anyone(duty.act, duty.person.map(slot), Some(duty))
    }

    /// Whether the signer whom the draft names could sign it.
    fn signer_is_left(&self) -> bool {
        let draft = self
            .scene
            .case
            .letter_in_hand()
            .and_then(|letter| letter.said.as_ref());
        draft.is_some_and(|said| {
            let signer = slot(said.signer);
            let ledger = &self.scene.ledger;
            table::free(ledger, self.world, signer, Doing::Signing)
                && table::has_authority(ledger, self.world, signer, self.scene.today)
                && table::other_half(ledger, signer, ActKind::SignLetter).is_none()
        })
    }

    /// The act by whoever may do it, the person of the duty first; else by whoever may once he has declared.
    fn anyone(&self, kind: ActKind, first: Option<Slot>, duty: Option<&Obligation>) -> Option<Vec<Step>> {
        let mut people: Vec<Slot> = self.offers.of(kind).map(|(who, _)| who).collect();
        people.sort_by_key(|&who| Some(who) != first);
        let mut ways = people.into_iter().map(|who| self.steps(who, kind, duty));
        if let Some(steps) = ways.find(|steps| !steps.is_empty()) {
            return Some(steps);
        }
        let mut undeclared: Vec<Slot> = self.offers.undeclared(kind).collect();
        undeclared.sort_by_key(|&who| Some(who) != first);
        let mut ways = undeclared.into_iter().map(|who| {
            let declaring = self.steps(who, ActKind::DeclareInterest, None);
            declaring.into_iter().take(1).collect::<Vec<_>>()
        });
        ways.find(|steps| !steps.is_empty())
    }

    /// The ways in which this person can do it that an office would choose between.
    fn steps(&self, who: Slot, kind: ActKind, duty: Option<&Obligation>) -> Vec<Step> {
        let Some(permit) = self.offers.permit(kind, who) else {
            return Vec::new();
        };
        let speaker = Speaker {
            world: self.world,
            scene: self.scene,
            who,
        };
        let ways = speaker.canonical(kind).into_iter();
        ways.enumerate()
            .filter(|(at, way)| *at == 0 || self.is_fork(&way.act))
            .map(|(_, said)| Step::Act {
                who: Some(who),
                permit,
                said,
                duty: duty.cloned(),
            })
            .collect()
    }

    /// Where the procedure itself forks, both roads are followed.
    fn is_fork(&self, act: &Act) -> bool {
        match act {
            Act::Assess(said) => said.ours != Ours::Ours,
            Act::DecideOutcome(_) | Act::ProposeOutcome(_) => self.scene.case.is_appeal(),
            Act::AnswerByVoice(_) => true,
            _ => false,
        }
    }

    /// Only time can pass: silence until the term is over, which lapses; or the complainant rejects the outcome, or goes elsewhere.
    fn wait(&self) -> Option<Vec<Step>> {
        let waits =
            |duty: &&Obligation| matches!(duty.act, ActKind::RecordResponse | ActKind::RecordRecourse);
        let duty = self.duties.iter().find(waits)?;
        let mut steps = Vec::new();
        if let Some(permit) = self.offers.lapse {
            let said = Said {
                act: Act::Lapse,
                as_told: "".into(),
            };
            steps.push(Step::Act {
                who: None,
                permit,
                said,
                duty: Some(duty.clone()),
            });
        } else {
            let term = response_term(&self.scene.case, &self.world.periods)?;
            let due = term.due(Calendar::vietnam()).on;
            steps.push(Step::Wait {
                until: due.saturating_add(1.day()),
            });
            // Of the responses, the canonical one is the rejection.
            steps.extend(
                self.anyone(duty.act, None, Some(duty))
                    .map(first)
                    .unwrap_or_default(),
            );
        }
        Some(steps)
    }

    /// A duty that nobody can do as things stand: what the people of the centre would do about it.
    fn repair(&self) -> Option<Vec<Step>> {
        let remedies = |kind: ActKind| -> &'static [ActKind] {
            match kind {
                ActKind::ProposePlan | ActKind::EstablishCause | ActKind::ReportMeasureDone => {
                    &[ActKind::Reassign]
                }
                ActKind::SignLetter => &[ActKind::ReturnLetter, ActKind::RecordGoverningLetter],
                ActKind::DraftLetter | ActKind::SubmitLetter => {
                    &[ActKind::RecordGoverningLetter, ActKind::DraftLetter]
                }
                ActKind::ApprovePlan => &[ActKind::ReturnPlan],
                ActKind::ApproveOutcome => &[ActKind::RejectOutcome],
                ActKind::DecideOutcome => &[ActKind::ProposeOutcome],
                _ => &[],
            }
        };
        let kinds = self.duties.iter().flat_map(|duty| remedies(duty.act));
        kinds
            .copied()
            .chain([ActKind::Substitute])
            .find_map(|kind| self.anyone(kind, None, None).map(first))
    }
}

fn first(steps: Vec<Step>) -> Vec<Step> {
    steps.into_iter().take(1).collect()
}
