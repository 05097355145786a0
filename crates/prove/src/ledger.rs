//! The prover's own record of a case, kept from the history alone and knowing nothing of how the product keeps its state: what the
//! properties are judged by.

use crate::people::*;
use crate::table::{self, Doing};
use crate::world::World;
use jiff::ToSpan;
use jiff::civil::Date;
use procedure::calendar::Calendar;
use procedure::case::acts::DraftLetter;
use procedure::case::{Act, ActKind, Entry, Event};
use procedure::vocabulary::{Finding, Kind, Ours, Part, ReopenGround, Response, Role, Subject};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

/// A request for a later limit that nobody has decided yet.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    pub by: Option<Slot>,
    pub in_time: bool,
}

/// Who did which half of the pairs that §2 forbids one person to join; over the whole case.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Halves {
    pub proposed: People,
    pub approved: People,
    pub asked: People,
    pub decided: People,
    pub drafted: People,
    pub signed: People,
}

/// What is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    pub begun: bool,
    pub ended: bool,
    pub receiver: Option<Slot>,
    pub received_on: Date,
    pub written: bool,
    pub appeal: bool,
    pub client: bool,
    pub forwarder: bool,
    pub subjects: BTreeSet<Subject>,
    pub safety: bool,
    pub address: bool,
    /// The identity was withheld by the forwarder, and who it is was told.
    withheld: bool,
    named: bool,
    /// There was no address when a conclusion was filed.
    pub unreachable: bool,
    pub ours: Option<Ours>,
    /// Something was found out about the matter itself.
    pub investigated: bool,
    pub corrective: bool,
    pub settled: bool,

    pub concerned: People,
    pub interest: People,
    pub took_part: People,
    pub handled_first: People,
    pub of_client: People,
    pub declared: People,
    pub participants_named: bool,
    /// Who was named for a role, and by whom.
    pub stand_ins: BTreeMap<Role, (Slot, Option<Slot>)>,

    pub halves: Halves,
    /// Handled, decided or signed, in this round or one before.
    pub handled: People,
    /// Who proposed the outcome that waits for approval.
    pub proposer: Option<Slot>,
    /// Who made the decision in force: decided, or approved what was proposed.
    pub decider: Option<Slot>,
    /// The finding of the decision in force, or of what is proposed.
    pub upheld: bool,
    pub rejected: bool,

    pub limit_from: Date,
    pub extended_to: Option<Date>,
    pub request: Option<Request>,

    /// The digest of the letter that lies with the signer.
    pub submitted: Option<String>,
    pub drafted: Option<DraftLetter>,
    pub signed: bool,
    /// The letter in hand says what an outcome said that has fallen since.
    pub stale: bool,
    /// What was done in this round.
    pub done: Acts,
}

/// A set of acts.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Acts(u128);

impl Acts {
    pub fn has(self, kind: ActKind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    pub fn with(self, kind: ActKind) -> Acts {
        Acts(self.0 | (1 << kind as u32))
    }

    fn and(self, other: Acts) -> Acts {
        Acts(self.0 & other.0)
    }
}

/// The acts whose having been done is asked for when a case closes (property 2).
const ASKED_AT_THE_END: &[ActKind] = &[
    ActKind::ConfirmEntry,
    ActKind::ReportToQmr,
    ActKind::ReportToUnit,
    ActKind::Acknowledge,
    ActKind::Promise,
    ActKind::Assess,
    ActKind::HandOver,
    ActKind::HoldTalk,
    ActKind::TellSubject,
    ActKind::EstablishCause,
    ActKind::InvestigateLeak,
    ActKind::AssessDataBreach,
    ActKind::AlertDirector,
    ActKind::DecideOnClient,
    ActKind::ReferToClient,
    ActKind::ApprovePlan,
    ActKind::ReportResultToQmr,
    ActKind::ReportResultToLeadership,
    ActKind::ReviewInternally,
    ActKind::ReportNewDecision,
    ActKind::ReportToForwarder,
];

impl Default for Ledger {
    fn default() -> Self {
        Self::new()
    }
}

impl Ledger {
    pub fn new() -> Ledger {
        Ledger {
            begun: false,
            ended: false,
            receiver: None,
            received_on: Date::ZERO,
            written: false,
            appeal: false,
            client: false,
            forwarder: false,
            subjects: BTreeSet::new(),
            safety: false,
            address: false,
            withheld: false,
            unreachable: false,
            named: false,
            ours: None,
            investigated: false,
            corrective: false,
            settled: false,
            concerned: People::NOBODY,
            interest: People::NOBODY,
            took_part: People::NOBODY,
            handled_first: People::NOBODY,
            of_client: People::NOBODY,
            declared: People::NOBODY,
            participants_named: false,
            stand_ins: BTreeMap::new(),
            halves: Halves::default(),
            handled: People::NOBODY,
            proposer: None,
            decider: None,
            upheld: false,
            rejected: false,
            limit_from: Date::ZERO,
            extended_to: None,
            request: None,
            submitted: None,
            drafted: None,
            signed: false,
            stale: false,
            done: Acts::default(),
        }
    }

    /// Somebody independent decided, or approved what was proposed, and no later fact bars him.
    pub fn outcome_stands(&self) -> bool {
        self.decider.is_some()
    }

    /// The last day of the limit in force (§5): thirty calendar days after receipt, moved on when the last is not worked.
    pub fn limit(&self, calendar: &Calendar) -> Date {
        if let Some(date) = self.extended_to {
            return date;
        }
        let mut last = self.limit_from.saturating_add(30.days());
        while !calendar.is_working(last) {
            last = last.saturating_add(1.day());
        }
        last
    }

    /// Reads one line of the history.
    pub fn read(&mut self, entry: &Entry, world: &World) {
        let Event::Acted { act, .. } = &entry.event else {
            return;
        };
        let by = entry.by.person().map(slot);
        self.done = self.done.with(act.kind());
        if let Some(by) = by {
            self.read_halves(by, act);
            if act.kind() == ActKind::SettleOnTheSpot && self.keeps_the_book(by) {
                self.done = self.done.with(ActKind::ConfirmEntry);
            }
        }
        self.read_people(by, act, world);
        self.read_matter(act);
        self.read_time(by, act, entry.on);
        self.read_letter(act);
    }

    /// Who keeps the book confirms his own entry by making it: the register officer, or QMR where he is kept out (§3.1).
    fn keeps_the_book(&self, who: Slot) -> bool {
        let blocked = table::denied(self, REGISTER, Doing::Serving, false).is_some();
        who == REGISTER || (blocked && who == QMR)
    }

    fn read_halves(&mut self, by: Slot, act: &Act) {
        let halves = &mut self.halves;
        match act {
            Act::ProposePlan(_) => halves.proposed = halves.proposed.with(by),
            Act::ApprovePlan(_) => halves.approved = halves.approved.with(by),
            Act::AskExtension(_) => halves.asked = halves.asked.with(by),
            Act::GrantExtension(_) | Act::RefuseExtension(_) => halves.decided = halves.decided.with(by),
            Act::DraftLetter(_) | Act::SubmitLetter => halves.drafted = halves.drafted.with(by),
            Act::SignLetter(_) => halves.signed = halves.signed.with(by),
            Act::ProposeOutcome(_) => (self.proposer, self.decider) = (Some(by), None),
            Act::DecideOutcome(_) | Act::ReviewInternally(_) => self.decider = Some(by),
            Act::ApproveOutcome(_) => (self.proposer, self.decider) = (None, Some(by)),
            Act::RejectOutcome(_) => (self.proposer, self.decider) = (None, None),
            _ => {}
        }
        if let Act::ProposeOutcome(said) | Act::DecideOutcome(said) | Act::ReviewInternally(said) = act {
            self.upheld = matches!(said.finding, Finding::Founded | Finding::Partly);
        }
        if matches!(
            table::doing(act.kind()),
            Doing::Handling | Doing::Deciding | Doing::Signing
        ) {
            self.handled = self.handled.with(by);
        }
    }

    fn read_people(&mut self, by: Option<Slot>, act: &Act, world: &World) {
        match act {
            Act::Receive(said) => {
                self.receiver = by;
                self.concerned = said.persons_concerned.iter().copied().map(slot).collect();
            }
            Act::NamePersonsConcerned(said) => {
                self.concerned = said.persons.iter().copied().map(slot).collect();
            }
            Act::DeclareInterest(said) => {
                let by = by.into_iter().collect::<People>();
                self.declared = self.declared.or(by);
                if said.interest.is_some() {
                    self.interest = self.interest.or(by);
                }
            }
            Act::Recuse(_) => self.interest = self.interest.or(by.into_iter().collect()),
            Act::NameParticipants(said) => {
                let with = |first: bool| {
                    let people = said
                        .people
                        .iter()
                        .filter(|p| (p.part == Part::FirstHandling) == first);
                    people.map(|p| slot(p.person)).collect::<People>()
                };
                self.took_part = with(false);
                self.handled_first = with(true);
                self.of_client = if said.client == Some(CLIENT) {
                    world.of_client
                } else {
                    People::NOBODY
                };
                self.participants_named = true;
            }
            Act::Substitute(said) => {
                self.stand_ins.insert(said.role, (slot(said.person), by));
            }
            _ => {}
        }
        self.set_outcome_aside();
    }

    /// §3.1: a fact found later obliges an independent decision anew.
    fn set_outcome_aside(&mut self) {
        if self
            .decider
            .is_some_and(|by| table::denied(self, by, Doing::Deciding, true).is_some())
        {
            self.decider = None;
            self.stale = self.drafted.is_some();
        }
    }

    fn read_matter(&mut self, act: &Act) {
        match act {
            Act::Receive(said) => {
                self.begun = true;
                self.received_on = said.received_on;
                self.limit_from = said.received_on;
                self.written = said.channel.is_written();
                self.client = said.complainant.is_client && said.complainant.party.is_some();
                self.appeal = said.declared_kind == Kind::Appeal && self.client;
                self.subjects.clone_from(&said.subjects);
                self.safety = said.safety;
                self.forwarder = said.forwarder.is_some();
                self.withheld = said.forwarder.as_ref().is_some_and(|f| f.identity_withheld);
                self.named = said.complainant.party.is_some();
                self.address = said.complainant.reach.letter || self.withheld;
            }
            Act::FileConclusion(_) => self.unreachable = !self.address,
            Act::CorrectComplainant(said) => {
                self.address = said.letter_address || self.withheld;
                self.client = said.is_client && self.named;
            }
            Act::BecomeWritten(said) => {
                self.written = true;
                self.address |= said.letter_address;
            }
            Act::Assess(said) => {
                self.ours = Some(said.ours);
                self.appeal = said.kind == Kind::Appeal;
                self.subjects.clone_from(&said.subjects);
                self.safety = said.safety;
            }
            Act::EstablishCause(_)
            | Act::InvestigateLeak(_)
            | Act::DecideOutcome(_)
            | Act::ProposeOutcome(_) => {
                self.investigated = true;
            }
            Act::OpenCorrectiveAction(_) => self.corrective = true,
            Act::SettleOnTheSpot(_) => self.settled = true,
            Act::OverturnSettlement(_) => (self.settled, self.ended) = (false, false),
            Act::RecordResponse(said) => self.rejected = said.response == Response::Rejected,
            Act::Close | Act::ConfirmAnnulment(_) => self.ended = true,
            Act::Reopen(said) => {
                self.ended = false;
                self.settled = false;
                self.ours = None;
                self.investigated = false;
                self.proposer = None;
                self.decider = None;
                self.upheld = false;
                self.rejected = false;
                self.submitted = None;
                self.drafted = None;
                self.signed = false;
                self.stale = false;
                // The leak is the same where only our error is put right, and so is what was found about personal data.
                let kept = if said.ground == ReopenGround::OurError {
                    Acts::default().with(ActKind::AssessDataBreach)
                } else {
                    Acts::default()
                };
                self.done = self.done.and(kept);
            }
            _ => {}
        }
    }

    fn read_time(&mut self, by: Option<Slot>, act: &Act, on: Date) {
        match act {
            Act::CorrectReceipt(said) => {
                if self.limit_from == self.received_on {
                    self.limit_from = said.received_on;
                }
                self.received_on = said.received_on;
            }
            Act::AskExtension(_) => {
                let in_time = on <= self.limit(Calendar::vietnam());
                self.request = Some(Request { by, in_time });
            }
            Act::GrantExtension(said) => {
                self.extended_to = Some(said.until);
                self.request = None;
            }
            Act::RefuseExtension(_) => self.request = None,
            Act::Reopen(said) => {
                self.extended_to = None;
                self.request = None;
                self.limit_from = match said.ground {
                    ReopenGround::NewMatter => said.received_on.unwrap_or(on),
                    ReopenGround::OurError => on,
                };
            }
            _ => {}
        }
    }

    fn read_letter(&mut self, act: &Act) {
        match act {
            Act::DraftLetter(said) => {
                self.drafted = Some(said.clone());
                self.submitted = None;
                self.signed = false;
                self.stale = false;
            }
            Act::SubmitLetter => self.submitted = self.drafted.as_ref().map(digest),
            Act::ReturnLetter(_) => self.submitted = None,
            Act::SignLetter(_) => self.signed = true,
            // A letter that came back goes out again without touching the one in hand.
            Act::DispatchLetter(_) if !self.signed => {}
            Act::DispatchLetter(_)
            | Act::RecordGoverningLetter(_)
            | Act::ReplaceLetter(_)
            | Act::CorrectLetter(_) => {
                self.submitted = None;
                self.drafted = None;
                self.signed = false;
                self.stale = false;
            }
            _ => {}
        }
    }

    /// What of this record can still matter, for the key of a state: dates only as they lie to today.
    pub fn key(&self, today: Date, reviewers: People, hasher: &mut impl Hasher) {
        let Ledger {
            begun,
            ended,
            receiver,
            received_on,
            written,
            appeal,
            client,
            forwarder,
            subjects,
            safety,
            address,
            withheld,
            named,
            unreachable,
            ours,
            investigated,
            corrective,
            settled,
            concerned,
            interest,
            took_part,
            handled_first,
            of_client,
            declared,
            participants_named,
            stand_ins,
            halves,
            handled,
            proposer,
            decider,
            upheld,
            rejected,
            limit_from,
            extended_to,
            request,
            submitted,
            drafted,
            signed,
            stale,
            done,
        } = self;
        (
            begun,
            ended,
            receiver,
            received_on,
            written,
            appeal,
            client,
            forwarder,
        )
            .hash(hasher);
        (subjects, safety, address, signed, stale).hash(hasher);
        (withheld, named, unreachable).hash(hasher);
        (
            ours,
            investigated,
            corrective,
            settled,
            concerned,
            interest,
            took_part,
            handled_first,
        )
            .hash(hasher);
        (of_client, declared, participants_named, stand_ins, halves).hash(hasher);
        (handled.and(reviewers), proposer, decider, upheld, rejected).hash(hasher);
        (limit_from == received_on, extended_to.is_some(), request).hash(hasher);
        let asked = ASKED_AT_THE_END
            .iter()
            .fold(Acts::default(), |acts, &kind| acts.with(kind));
        done.and(asked).hash(hasher);
        (
            compare(today, self.limit(Calendar::vietnam())),
            submitted,
            drafted,
        )
            .hash(hasher);
    }
}

pub fn compare(today: Date, other: Date) -> Ordering {
    today.cmp(&other)
}

/// What a signature covers (property 6): addressee, subject, body and signer.
pub fn digest(said: &DraftLetter) -> String {
    let parts = [&said.addressee, &said.subject_line, &said.body];
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.sha256.as_bytes());
        hash.update(b"\n");
    }
    hash.update(said.signer.0.as_bytes());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
