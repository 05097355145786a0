//! From a permitted act to the lines of history it makes: what it says is checked, and the dates of the duties that follow are fixed.

use super::acts::*;
use super::event::{Actor, DatedBecause, DatedDuty, Entry, Event, Given};
use super::guard::Permit;
use super::refusal::{Invalid, Problem};
use super::{Act, ActKind, BookEntry, Case, Duty};
use crate::deadline::Term;
use crate::desk::Desk;
use crate::id::{CaseNumber, PersonId};
use crate::independence::{Nature, allows, apart, bar};
use crate::obligations::{obligations, s5};
use crate::vocabulary::*;
use jiff::civil::Date;

/// An act that was accepted: the lines it adds to the history, and the case as they leave it.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub entries: Vec<Entry>,
    pub case: Case,
}

/// Checks what a permitted act says and makes the history it adds, with every date that follows from it.
///
/// # Errors
/// Each field that cannot stand, with the problem.
pub fn decide(
    case: &Case,
    act: Act,
    permit: Permit,
    desk: &Desk,
    number: Option<CaseNumber>,
) -> Result<Recorded, Vec<Invalid>> {
    assert_eq!(permit.kind(), act.kind(), "a permit is for one kind of act");
    let problems = Check {
        case,
        desk,
        actor: permit.actor().person(),
        own_hand: permit.actor() == Actor::Complainant,
        found: Vec::new(),
    }
    .act(&act);
    if !problems.is_empty() {
        return Err(problems);
    }
    let given = given(case, &act, permit, desk, number);
    let mut recorded = Recorded {
        entries: Vec::new(),
        case: case.clone(),
    };
    let entry = |by, role, event| Entry {
        at: desk.now,
        on: desk.today,
        by,
        role,
        event,
    };
    recorded.push(entry(permit.actor(), permit.role(), Event::Acted { act, given }));
    recorded.judge(desk);
    let vacant = recorded.case.vacancies(desk);
    if vacant != recorded.case.vacant {
        recorded.push(entry(Actor::System, None, Event::Vacated { roles: vacant }));
    }
    recorded.date(desk, DatedBecause::Arisen);
    Ok(recorded)
}

/// The dates of an open case under a changed calendar or changed periods; nothing when none moves.
pub fn recompute(case: &Case, desk: &Desk) -> Recorded {
    let mut recorded = Recorded {
        entries: Vec::new(),
        case: case.clone(),
    };
    let kept = !case.transcribed && !case.is_annulled() && case.number.is_some();
    if kept {
        recorded.judge(desk);
    }
    if kept && recorded.case.closed_on.is_none() {
        let case = &recorded.case;
        let vacant = case.vacancies(desk);
        if vacant != case.vacant {
            let event = Event::Vacated { roles: vacant };
            recorded.push(Entry {
                at: desk.now,
                on: desk.today,
                by: Actor::System,
                role: None,
                event,
            });
        }
        recorded.date(desk, DatedBecause::Recomputed);
    }
    recorded
}

impl Recorded {
    /// §3.1: exclusion is judged at the date of the act; what becomes known later, such as an interest of those days, sets the decision
    /// aside.
    fn judge(&mut self, desk: &Desk) {
        let Some(made) = self.case.decision_made().filter(|_| !self.case.round.tainted) else {
            return;
        };
        let Some(decider) = made.by else { return };
        let at_the_time = Desk {
            today: made.on,
            ..desk.clone()
        };
        let bar = bar(&self.case, decider, &at_the_time);
        if let Some(bar) = bar.filter(|&bar| !allows(Some(bar), Nature::Deciding, self.case.is_appeal())) {
            self.push(Entry {
                at: desk.now,
                on: desk.today,
                by: Actor::System,
                role: None,
                event: Event::SetAside { decider, bar },
            });
        }
    }

    fn push(&mut self, entry: Entry) {
        self.case.apply(&entry);
        self.entries.push(entry);
    }

    /// Dates the limit first, since drafts are counted back from it, then each duty whose term has no date in force.
    fn date(&mut self, desk: &Desk, because: DatedBecause) {
        let again = because == DatedBecause::Recomputed;
        let mut fresh = self.fresh_limits(desk);
        let mut with_limit = self.case.clone();
        if !fresh.is_empty() {
            with_limit.apply(&dated_entry(desk, because, fresh.clone()));
        }
        for duty in obligations(&with_limit, desk.periods) {
            let due = duty.term.due(desk.calendar);
            let stands = duty.due.is_some_and(|known| !again || known == due);
            if !stands {
                fresh.push(DatedDuty {
                    duty: duty.duty(),
                    term: duty.term,
                    due,
                });
            }
        }
        if !fresh.is_empty() {
            self.push(dated_entry(desk, because, fresh));
        }
    }

    /// The end of the thirty days and the limit in force, where they are not what the history says. What was settled keeps its limit.
    fn fresh_limits(&self, desk: &Desk) -> Vec<DatedDuty> {
        let case = &self.case;
        if case.is_settled() && case.limit.is_some() {
            return Vec::new();
        }
        let dated = |term: Term| DatedDuty {
            duty: Duty::LIMIT,
            term,
            due: term.due(desk.calendar),
        };
        let first = dated(case.first_limit_term(desk.periods));
        let in_force = dated(case.limit_term(desk.periods));
        let mut fresh = Vec::new();
        if case.first_limit != Some(first.due) {
            fresh.push(first);
        }
        let stands = fresh
            .last()
            .map(|d| (d.term, d.due))
            .or_else(|| case.dues.get(&Duty::LIMIT).copied());
        if stands != Some((in_force.term, in_force.due)) {
            fresh.push(in_force);
        }
        fresh
    }
}

fn dated_entry(desk: &Desk, because: DatedBecause, duties: Vec<DatedDuty>) -> Entry {
    let event = Event::Dated { because, duties };
    Entry {
        at: desk.now,
        on: desk.today,
        by: Actor::System,
        role: None,
        event,
    }
}

/// What the office adds to the act.
fn given(case: &Case, act: &Act, permit: Permit, desk: &Desk, number: Option<CaseNumber>) -> Given {
    let person = permit.actor().person();
    let mode = match (act, person) {
        (Act::SignLetter(_), Some(person)) => desk.staff.authority(person, desk.today).map(|(mode, _)| mode),
        _ => None,
    };
    let keeps_the_book = person.is_some_and(|p| {
        case.fills(crate::office::Office::RegisterOfficer, Nature::Clerical, p, desk)
            .is_some()
    });
    Given {
        number: number.filter(|_| matches!(act, Act::Receive(_))),
        mode,
        confirmed: matches!(act, Act::SettleOnTheSpot(_)) && keeps_the_book,
    }
}

/// What an act says, held against the case and the desk.
struct Check<'a> {
    case: &'a Case,
    desk: &'a Desk<'a>,
    actor: Option<PersonId>,
    /// The complainant acts himself.
    own_hand: bool,
    found: Vec<Invalid>,
}

impl Check<'_> {
    fn say(&mut self, field: &str, problem: Problem) {
        self.found.push(Invalid::new(field, problem));
    }

    fn not_future(&mut self, field: &str, day: Date) {
        if day > self.desk.today {
            self.say(field, Problem::InFuture);
        }
    }

    /// Something of this case, so neither before its receipt nor still to come.
    fn since_receipt(&mut self, field: &str, day: Date) {
        self.not_future(field, day);
        if day < self.case.received_on {
            self.say(field, Problem::BeforeReceipt);
        }
    }

    fn not_past(&mut self, field: &str, day: Date) {
        if day < self.desk.today {
            self.say(field, Problem::InPast);
        }
    }

    fn active(&mut self, field: &str, person: PersonId) {
        if !self.desk.staff.is_active(person) {
            self.say(field, Problem::UnknownPerson);
        }
    }

    /// The person must be free to do acts of this nature here.
    fn free(&mut self, field: &str, person: PersonId, nature: Nature, appeal: bool) {
        self.active(field, person);
        if !allows(bar(self.case, person, self.desk), nature, appeal) {
            self.say(field, Problem::PersonBarred);
        }
    }

    /// The case officer will propose the plan, so has not approved one on this case.
    fn officer(&mut self, person: PersonId, appeal: bool) {
        self.free("case_officer", person, Nature::Handling, appeal);
        let only_reads = self.desk.staff.only_reads(person, self.desk.today);
        if only_reads || self.case.did_the_other_half(person, ActKind::ProposePlan) {
            self.say("case_officer", Problem::PersonBarred);
        }
    }

    fn act(mut self, act: &Act) -> Vec<Invalid> {
        match act {
            Act::Receive(said) => self.receive(said),
            Act::Promise(said) => self.promise(said),
            Act::TellProgress(said) => {
                if let Some(day) = said.reply_by {
                    self.promised_day("reply_by", day);
                } else if self.promise_is_due() {
                    self.say("reply_by", Problem::Missing);
                }
            }
            Act::BecomeWritten(said) => {
                self.since_receipt("wrote_on", said.wrote_on);
                if !said.channel.is_written() {
                    self.say("channel", Problem::NotWritten);
                }
            }
            Act::CorrectReceipt(said) => {
                if said.received_on > self.case.registered_on {
                    self.say("received_on", Problem::InFuture);
                }
            }
            Act::Assess(said) => self.assess(said),
            Act::Reassign(said) => self.officer(said.case_officer, self.case.is_appeal()),
            Act::NameParticipants(said) => {
                self.not_future("decided_on", said.decided_on);
                // An empty list clears nobody, and neither does one without whoever decided, or handled the first case.
                let handled = self.case.has(Subject::ComplaintHandling);
                let decided = (self.case.is_appeal() && !handled)
                    || self.case.has(Subject::CertificationResult)
                    || self.case.has(Subject::ClientProduct);
                let names = |part| said.people.iter().any(|one| one.part == part);
                if (handled && !names(Part::FirstHandling)) || (decided && !names(Part::Decision)) {
                    self.say("people", Problem::Missing);
                }
                // Without the client nobody's interest in it could be seen (S4).
                let of_a_client = self.case.has(Subject::CertificationResult)
                    || self.case.has(Subject::ClientProduct)
                    || self.case.is_appeal();
                if of_a_client && said.client.is_none() && !self.case.complainant.is_client {
                    self.say("client", Problem::Missing);
                }
                self.not_oneself(said);
                if said.decision_number.trim().is_empty() {
                    self.say("decision_number", Problem::Missing);
                }
            }
            Act::Substitute(said) => self.substitute(said),
            Act::AddEvidence(said) => self.not_future("obtained_on", said.obtained_on),
            Act::RecordStatement(said) => self.statement(said),
            Act::HoldTalk(said) => self.since_receipt("held_on", said.held_on),
            Act::AskClient(said) => self.not_past("answer_by", said.answer_by),
            Act::ProposePlan(said) => self.measures(&said.measures),
            Act::ApprovePlan(said) => self.measures(&said.measures),
            Act::CorrectComplainant(said) => self.correct_complainant(said),
            Act::ReportMeasureDone(said) => self.measure_done(said),
            Act::ProposeOutcome(outcome) | Act::DecideOutcome(outcome) | Act::ReviewInternally(outcome) => {
                self.found.extend(s5::missing(self.case, outcome));
            }
            Act::OpenCorrectiveAction(said) => {
                self.active("owner", said.owner);
                if apart(self.case).contains_key(&said.owner) {
                    self.say("owner", Problem::PersonBarred);
                }
            }
            Act::DraftLetter(said) => self.draft(said),
            Act::SignLetter(said) => {
                if self
                    .case
                    .letter_in_hand()
                    .is_none_or(|letter| letter.digest != said.digest)
                {
                    self.say("digest", Problem::NotWhatWasSubmitted);
                }
            }
            Act::NumberLetter(said) => {
                if said.number == 0 {
                    self.say("number", Problem::Unreadable);
                }
                if said.symbol.trim().is_empty() {
                    self.say("symbol", Problem::Missing);
                }
            }
            Act::RecordDelivery(said) => self.since_receipt("delivered_on", said.delivered_on),
            Act::RecordGoverningLetter(said) => {
                self.since_receipt("dated_on", said.dated_on);
                if said.letter_number.trim().is_empty() {
                    self.say("letter_number", Problem::Missing);
                }
            }
            Act::AskExtension(said) => self.later_limit(said.until),
            Act::GrantExtension(said) => self.later_limit(said.until),
            Act::HearFromComplainant(said) => self.since_receipt("heard_on", said.heard_on),
            Act::RecordRecourse(said) => self.since_receipt("known_on", said.known_on),
            Act::Withdraw(said) => self.since_receipt("withdrawn_on", said.withdrawn_on),
            Act::Reopen(said) => match (said.ground, said.received_on) {
                (ReopenGround::NewMatter, Some(day)) => self.since_receipt("received_on", day),
                (ReopenGround::NewMatter, None) => self.say("received_on", Problem::Missing),
                (ReopenGround::OurError, _) => {}
            },
            Act::RecordIncoming(said) => {
                self.since_receipt("arrived_on", said.arrived_on);
                if said.incoming_number == 0 {
                    self.say("incoming_number", Problem::Unreadable);
                }
            }
            Act::LinkCase(said) => {
                if said.case == self.case.id {
                    self.say("case", Problem::Yourself);
                }
            }
            Act::DispatchLetter(said) => {
                let complainant = &self.case.complainant;
                if complainant.group && !complainant.represented && !said.to_every_address {
                    self.say("to_every_address", Problem::Missing);
                }
            }
            Act::ReportNewDecision(said) => self.new_decision(said),
            Act::SettleOnTheSpot(_)
            | Act::ConfirmEntry
            | Act::AskAnnulment(_)
            | Act::ConfirmAnnulment(_)
            | Act::RefuseAnnulment(_)
            | Act::ReportToQmr(_)
            | Act::ReportToUnit(_)
            | Act::OverturnSettlement(_)
            | Act::GiveDirection(_)
            | Act::Acknowledge(_)
            | Act::HandOver(_)
            | Act::AlertDirector(_)
            | Act::DeclareInterest(_)
            | Act::NamePersonsConcerned(_)
            | Act::Recuse(_)
            | Act::TellSubject(_)
            | Act::EstablishCause(_)
            | Act::InvestigateLeak(_)
            | Act::AssessDataBreach(_)
            | Act::TellAffectedClient(_)
            | Act::ReferToClient(_)
            | Act::DecideOnClient(_)
            | Act::ReturnPlan(_)
            | Act::ApproveOutcome(_)
            | Act::RejectOutcome(_)
            | Act::ReportResultToQmr(_)
            | Act::ReportResultToLeadership(_)
            | Act::SubmitLetter
            | Act::ReturnLetter(_)
            | Act::ReplaceLetter(_)
            | Act::CorrectLetter(_)
            | Act::AnswerByVoice(_)
            | Act::FileConclusion(_)
            | Act::RefuseExtension(_)
            | Act::TellExtension(_)
            | Act::ReportToForwarder(_)
            | Act::WriteToComplainant(_)
            | Act::LeaveUnanswered(_)
            | Act::RecordResponse(_)
            | Act::RecordRecourseResult(_)
            | Act::Lapse
            | Act::Close => {}
        }
        self.found
    }

    /// Who does what by when: nobody who left, or who may do nothing here.
    fn measures(&mut self, measures: &[Measure]) {
        for (place, measure) in measures.iter().enumerate() {
            self.not_past(&format!("measures.{place}.by"), measure.by);
            self.free(
                &format!("measures.{place}.doer"),
                measure.doer,
                Nature::Clerical,
                self.case.is_appeal(),
            );
        }
    }

    fn correct_complainant(&mut self, said: &CorrectComplainant) {
        let signed = self
            .case
            .letter_in_hand()
            .is_some_and(|letter| letter.signed.is_some());
        let withheld = self.case.forwarder.as_ref().is_some_and(|f| f.identity_withheld);
        let to_forwarder = withheld && said.party.is_none();
        if signed && !said.letter_address && !to_forwarder {
            self.say("letter_address", Problem::Contradicts);
        }
        // An appeal is a client's; what turns out to be another's is assessed anew first (§2).
        let known = said.party.or(self.case.complainant.party).is_some();
        if self.case.is_appeal() && !(said.is_client && known) {
            self.say("is_client", Problem::OnlyClientsAppeal);
        }
    }

    fn receive(&mut self, said: &Receive) {
        self.not_future("received_on", said.received_on);
        if self.own_hand && !said.channel.is_electronic() {
            self.say("channel", Problem::NotWritten);
        }
        if said.first_read_at.is_some_and(|read| read > self.desk.now) {
            self.say("first_read_at", Problem::InFuture);
        }
        if said.subjects.is_empty() {
            self.say("subjects", Problem::NoSubject);
        }
        for &person in &said.persons_concerned {
            self.active("persons_concerned", person);
        }
    }

    fn promise(&mut self, said: &Promise) {
        match (said.reply_by, &said.no_contact_reason) {
            (Some(day), _) if !self.case.can_tell() => {
                let _ = day;
                self.say("no_contact_reason", Problem::NeedsContact);
            }
            (Some(day), _) => self.promised_day("reply_by", day),
            (None, Some(_)) if self.case.can_tell() => self.say("reply_by", Problem::Missing),
            (None, Some(_)) => {}
            (None, None) if self.case.can_tell() => self.say("reply_by", Problem::Missing),
            (None, None) => self.say("no_contact_reason", Problem::NeedsReason),
        }
    }

    fn promised_day(&mut self, field: &str, day: Date) {
        self.not_past(field, day);
        // Past the limit only today itself is left to promise.
        if day > self.case.limit_on().max(self.desk.today) {
            self.say(field, Problem::AfterLimit);
        }
    }

    fn promise_is_due(&self) -> bool {
        let promised = self
            .case
            .round
            .promise
            .as_ref()
            .and_then(|(_, promise)| promise.reply_by);
        promised.is_some_and(|day| day <= self.desk.today)
    }

    fn assess(&mut self, said: &Assess) {
        let case = self.case;
        if said.subjects.is_empty() {
            self.say("subjects", Problem::NoSubject);
        }
        if said.kind == Kind::Appeal && !(case.complainant.is_client && case.complainant.party.is_some()) {
            self.say("kind", Problem::OnlyClientsAppeal);
        }
        match said.case_officer {
            Some(officer) => self.officer(officer, said.kind == Kind::Appeal),
            None if said.ours == Ours::Ours => self.say("case_officer", Problem::Missing),
            None => {}
        }
        // S2 comes before any investigation; what was inquired into gets an outcome.
        let inquired = case.round.cause.is_some() || case.round.leak.is_some();
        if said.ours != Ours::Ours && inquired {
            self.say("ours", Problem::NotOffered);
        }
    }

    /// Whoever the record keeps out does not take himself off it.
    fn not_oneself(&mut self, said: &NameParticipants) {
        let Some(actor) = self.actor else { return };
        let named = |list: &NameParticipants| list.people.iter().any(|one| one.person == actor);
        let before = self.case.participants.as_ref();
        if before.is_some_and(|list| named(list) && !named(said)) {
            self.say("people", Problem::Yourself);
        }
        let of_client = bar(self.case, actor, self.desk) == Some(Bar::Client);
        if of_client && before.is_some_and(|list| list.client != said.client) {
            self.say("client", Problem::Yourself);
        }
    }

    fn substitute(&mut self, said: &Substitute) {
        if !self.case.vacant.contains(&said.role) {
            self.say("role", Problem::NoVacancy(Some(said.role)));
        }
        // Nobody names himself, nor who acts for him (§2).
        let own = self
            .actor
            .is_some_and(|actor| self.desk.staff.is_appointed(said.role, actor, self.desk.today));
        if own || self.actor == Some(said.person) {
            self.say("person", Problem::Yourself);
        }
        self.free("person", said.person, Nature::Deciding, self.case.is_appeal());
        let barred = self.found.iter().any(|no| no.field == "person");
        if !barred && !self.case.may_stand_in(said.role, said.person, self.desk) {
            self.say("person", Problem::NotOffered);
        }
    }

    fn statement(&mut self, said: &RecordStatement) {
        if !self.case.unheard().contains(&said.person) {
            self.say("person", Problem::UnknownPerson);
        }
        let subject = self
            .actor
            .filter(|actor| self.case.persons_concerned.contains(actor));
        if subject.is_some_and(|actor| actor != said.person) {
            self.say("person", Problem::PersonBarred);
        }
    }

    /// S11: made, or handed over with owner and date.
    fn new_decision(&mut self, said: &ReportNewDecision) {
        match said.owner {
            Some(owner) => self.active("owner", owner),
            None if said.handed_over => self.say("owner", Problem::Missing),
            None => {}
        }
        match said.by {
            Some(by) => self.not_past("by", by),
            None if said.handed_over => self.say("by", Problem::Missing),
            None => {}
        }
    }

    fn measure_done(&mut self, said: &ReportMeasureDone) {
        let known = self
            .case
            .round
            .plan
            .as_ref()
            .is_some_and(|p| said.measure < p.said.measures.len());
        let own = self
            .actor
            .is_some_and(|a| self.case.open_measures_of(a, self.desk).contains(&said.measure));
        if !known {
            self.say("measure", Problem::UnknownMeasure);
        } else if !own {
            self.say("measure", Problem::NotYourMeasure);
        }
    }

    fn draft(&mut self, said: &DraftLetter) {
        if self.actor == Some(said.signer) {
            self.say("signer", Problem::Yourself);
        }
        if !self.case.may_sign(said.signer, self.desk) {
            self.say("signer", Problem::PersonBarred);
        }
    }

    /// B2.5: a working day, later than the limit in force.
    fn later_limit(&mut self, until: Date) {
        if until <= self.case.limit_on() || until < self.desk.today {
            self.say("until", Problem::NotAfterLimit);
        } else if !self.desk.calendar.is_working(until) {
            self.say("until", Problem::NotAWorkingDay);
        }
    }
}

impl Case {
    /// Whether the entry still waits for the register officer (B1.1).
    pub fn awaits_confirmation(&self) -> bool {
        self.is_settled() && self.entry == BookEntry::Draft
    }
}
