//! How each event changes the facts of a case. It never refuses: what stands in the history has happened.

use super::acts::*;
use super::event::{Entry, Event, Given, Transcribed};
use super::letter::{self, Letter, Signature};
use super::*;
use crate::independence::Nature;
use jiff::ToSpan;

impl Case {
    /// Takes one line of the history into the state.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        match &entry.event {
            Event::Acted { act, given } => {
                let done = Done {
                    by: entry.by.person(),
                    on: entry.on,
                };
                let handles = matches!(
                    self.ask(act.kind()).nature,
                    Nature::Handling | Nature::Deciding | Nature::Signing
                );
                if let Some(person) = done.by {
                    self.halves.keep(act.kind(), person);
                    if handles {
                        self.round.handled_by.insert(person);
                    }
                }
                self.apply_act(act, given, done, entry.at);
            }
            Event::Dated { duties, .. } => self.apply_dates(duties),
            Event::Vacated { roles } => {
                self.vacated_on = (!roles.is_empty()).then_some(entry.on);
                self.vacant = roles.clone();
            }
            Event::SetAside { .. } => self.set_decision_aside(entry.on),
            Event::Transcribed(old) => self.apply_transcription(old, entry),
        }
    }

    fn apply_dates(&mut self, duties: &[event::DatedDuty]) {
        for dated in duties {
            if dated.duty == Duty::LIMIT {
                if let Some(before) = self.limit.filter(|before| *before != dated.due) {
                    self.past_limits.push(before);
                }
                self.limit = Some(dated.due);
                if matches!(dated.term, Term::CalendarDays { .. }) {
                    self.first_limit = Some(dated.due);
                }
            }
            self.dues.insert(dated.duty, (dated.term, dated.due));
        }
    }

    fn apply_act(&mut self, act: &Act, given: &Given, done: Done, at: Timestamp) {
        if let Some(report) = act.report() {
            self.round.reports.insert(report, done);
            let ended = self.is_answered() || self.round.withdrawn.is_some();
            self.round.result_forwarded |= report == Report::Forwarder && ended;
        }
        match act {
            Act::Receive(said) => self.receive(said, given, done, at),
            Act::SettleOnTheSpot(said) => {
                self.entry = if given.confirmed {
                    BookEntry::Confirmed
                } else {
                    BookEntry::Draft
                };
                self.round.settlement = Some(Settlement {
                    done,
                    said: said.clone(),
                });
                self.round.answered = Some((done.on, Answer::OnTheSpot));
            }
            Act::ConfirmEntry => self.entry = BookEntry::Confirmed,
            Act::AskAnnulment(_) => {
                self.entry_before = self.entry;
                self.entry = BookEntry::AnnulmentAsked;
                self.annulment_asked = Some(done);
            }
            Act::ConfirmAnnulment(_) => self.entry = BookEntry::Annulled,
            Act::RefuseAnnulment(_) => self.entry = self.entry_before,
            Act::RecordIncoming(said) => self.incoming_number = Some(said.incoming_number),
            Act::OverturnSettlement(_) => {
                self.entry = BookEntry::Confirmed;
                self.closed_on = None;
                self.round.overturned = Some(done.on);
                self.round.settlement = None;
                self.round.answered = None;
                self.round.reports.remove(&Report::Unit);
            }
            Act::Promise(said) => {
                if said.reply_by.is_some() {
                    self.round.acknowledged.get_or_insert(done);
                    self.round.last_told = Some(done.on);
                }
                self.round.promise = Some((done, said.clone()));
            }
            Act::GiveDirection(_) => self.round.direction = Some(done),
            Act::Acknowledge(_) => {
                self.round.acknowledged = Some(done);
                self.round.last_told = Some(done.on);
            }
            Act::BecomeWritten(said) => {
                self.written = true;
                self.wrote_on = Some(said.wrote_on);
                self.channel = said.channel;
                self.complainant.reach.letter |= said.letter_address;
            }
            Act::CorrectReceipt(said) => {
                if self.limit_from == self.received_on {
                    self.limit_from = said.received_on;
                }
                self.received_on = said.received_on;
            }
            Act::CorrectComplainant(said) => self.correct_complainant(said),
            Act::LinkCase(said) => {
                self.links.insert(said.case);
            }
            Act::Assess(said) => self.assess(said, done),
            Act::HandOver(_) => self.round.answered = Some((done.on, Answer::HandedOver)),
            Act::Reassign(said) => self.round.case_officer = Some(said.case_officer),
            Act::AlertDirector(_) => self.round.director_alerted = Some(done),
            Act::DeclareInterest(said) => {
                if let Some(person) = done.by {
                    self.declarations.insert(person, said.interest.is_some());
                }
                self.judge_anew(done.on);
            }
            Act::NameParticipants(said) => {
                self.participants = Some(said.clone());
                self.judge_anew(done.on);
            }
            Act::NamePersonsConcerned(said) => {
                let more = !said.persons.is_subset(&self.persons_concerned);
                self.persons_concerned.clone_from(&said.persons);
                if more {
                    self.hear_anew();
                }
                self.judge_anew(done.on);
            }
            Act::Recuse(_) => {
                self.recused.extend(done.by);
                self.judge_anew(done.on);
            }
            Act::Substitute(said) => {
                let (person, by) = (said.person, done.by);
                self.stand_ins.insert(said.role, StandIn { person, by });
            }
            Act::AddEvidence(_) => self.round.evidence = self.round.evidence.saturating_add(1),
            Act::TellSubject(_) => self.round.subject_told = Some(done),
            Act::RecordStatement(said) => {
                self.round.statements.insert(said.person);
            }
            Act::EstablishCause(_) => self.round.cause = Some(done),
            Act::HoldTalk(_) => self.round.talk = Some(done),
            Act::InvestigateLeak(said) => self.round.leak = Some((done, said.leak_confirmed)),
            Act::AssessDataBreach(said) => self.round.breach_assessed = Some((done, said.personal_data)),
            Act::TellAffectedClient(_) => self.round.client_told = Some(done),
            Act::AskClient(_) => self.round.client_asked = Some(done),
            Act::ReferToClient(_) => self.round.referred_to_client = Some(done),
            Act::DecideOnClient(_) => self.round.client_measure = Some(done),
            Act::ProposePlan(said) => {
                self.round.plan = Some(Plan {
                    proposed: done,
                    said: said.clone(),
                    returned: None,
                    approved: None,
                    measures_done: BTreeSet::new(),
                });
            }
            Act::ReturnPlan(_) => {
                if let Some(plan) = &mut self.round.plan {
                    plan.returned = Some(done);
                }
            }
            Act::ApprovePlan(said) => {
                if let Some(plan) = &mut self.round.plan {
                    plan.approved = Some(done);
                    if !said.measures.is_empty() {
                        plan.said.measures.clone_from(&said.measures);
                    }
                }
            }
            Act::ReportMeasureDone(said) => {
                if let Some(plan) = &mut self.round.plan {
                    plan.measures_done.insert(said.measure);
                }
            }
            Act::ProposeOutcome(said) => {
                let outcome = said.clone();
                self.round.conclusion = Some(Conclusion {
                    by: done,
                    outcome,
                    approved: None,
                    proposal: true,
                });
            }
            Act::DecideOutcome(said) => {
                let outcome = said.clone();
                self.round.conclusion = Some(Conclusion {
                    by: done,
                    outcome,
                    approved: None,
                    proposal: false,
                });
            }
            Act::ApproveOutcome(_) => {
                if let Some(conclusion) = &mut self.round.conclusion {
                    conclusion.approved = Some(done);
                }
            }
            Act::RejectOutcome(_) => self.round.conclusion = None,
            Act::OpenCorrectiveAction(said) => {
                self.corrective_actions.insert(said.action);
            }
            Act::ReportToQmr(_)
            | Act::ReportToUnit(_)
            | Act::ReportResultToQmr(_)
            | Act::ReportResultToLeadership(_)
            | Act::ReportToForwarder(_) => {}
            Act::DraftLetter(_)
            | Act::SubmitLetter
            | Act::ReturnLetter(_)
            | Act::SignLetter(_)
            | Act::NumberLetter(_)
            | Act::DispatchLetter(_)
            | Act::RecordDelivery(_)
            | Act::ReplaceLetter(_)
            | Act::CorrectLetter(_)
            | Act::RecordGoverningLetter(_) => self.apply_to_letter(act, given, done),
            Act::AnswerByVoice(said) => {
                // After a conclusion was filed the voice only tells it (S7).
                if self.is_answered() {
                    self.round.notified = Some(done.on);
                } else {
                    let notice_declined = said.notice_declined;
                    self.round.answered = Some((done.on, Answer::Voice { notice_declined }));
                }
            }
            Act::FileConclusion(_) => self.round.answered = Some((done.on, Answer::Conclusion)),
            Act::AskExtension(said) => {
                let limit_then = self.limit_on();
                self.round.extensions.push(Extension {
                    asked: done,
                    until: said.until,
                    limit_then,
                    decided: None,
                    granted: None,
                    late: false,
                    told: None,
                });
            }
            Act::GrantExtension(said) => self.decide_extension(done, Some(said.until)),
            Act::RefuseExtension(_) => self.decide_extension(done, None),
            Act::TellExtension(_) => {
                let granted = self.round.extensions.iter_mut().filter(|e| e.granted.is_some());
                for extension in granted {
                    extension.told.get_or_insert(done);
                }
                self.round.last_told = Some(done.on);
            }
            Act::HearFromComplainant(said) => {
                let heard = Done {
                    by: done.by,
                    on: said.heard_on,
                };
                self.round.unanswered.get_or_insert(heard);
                let shows = u16::from(!said.documents.is_empty());
                self.round.evidence = self.round.evidence.saturating_add(shows);
            }
            Act::WriteToComplainant(_) | Act::LeaveUnanswered(_) => self.round.unanswered = None,
            Act::TellProgress(said) => {
                self.round.unanswered = None;
                self.round.last_told = Some(done.on);
                if let (Some(date), Some((_, promise))) = (said.reply_by, &mut self.round.promise) {
                    promise.reply_by = Some(date);
                }
            }
            Act::RecordResponse(said) => self.round.response = Some((done, said.response)),
            Act::ReviewInternally(said) => self.round.review = Some((done, said.clone())),
            Act::RecordRecourse(said) => {
                self.round.recourse = Some(Recourse {
                    forum: said.forum,
                    known_on: said.known_on,
                    result: None,
                });
            }
            Act::RecordRecourseResult(_) => {
                if let Some(recourse) = &mut self.round.recourse {
                    recourse.result = Some(done);
                }
            }
            Act::Lapse => self.round.lapsed = Some(done.on),
            Act::ReportNewDecision(_) => self.round.new_decision = Some(done),
            Act::Withdraw(_) => self.round.withdrawn = Some(done),
            Act::Reopen(said) => self.reopen(said, done, at),
            Act::Close => self.closed_on = Some(done.on),
        }
    }

    fn receive(&mut self, said: &Receive, given: &Given, done: Done, at: Timestamp) {
        self.number = given.number;
        self.entry = BookEntry::Confirmed;
        self.receiver = done.by;
        self.received_on = said.received_on;
        self.registered_on = done.on;
        self.first_read_at = said.first_read_at.map_or(at, |read| read.min(at));
        // The day of that instant at the latest: a whole day is taken off for each that began.
        let hours = at.duration_since(self.first_read_at).as_hours();
        self.first_read_on = done
            .on
            .saturating_sub(hours.unsigned_abs().div_ceil(24).cast_signed().days());
        self.limit_from = said.received_on;
        self.take_in(said);
        self.safety_since = self.safety.then_some(done.on);
    }

    fn take_in(&mut self, said: &Receive) {
        self.channel = said.channel;
        self.written = said.channel.is_written();
        self.declared_kind = said.declared_kind;
        let appeals = said.complainant.is_client && said.complainant.party.is_some();
        let kind = said.declared_kind;
        self.kind = if kind == Kind::Appeal && !appeals {
            Kind::Complaint
        } else {
            kind
        };
        self.subjects.clone_from(&said.subjects);
        self.complainant = said.complainant.clone();
        self.forwarder = said.forwarder.clone();
        self.persons_concerned.clone_from(&said.persons_concerned);
        self.unit = said.unit;
        self.safety = said.safety;
    }

    fn correct_complainant(&mut self, said: &CorrectComplainant) {
        let complainant = &mut self.complainant;
        complainant.party = said.party.or(complainant.party);
        complainant.reach.letter = said.letter_address;
        complainant.reach.voice = said.voice_contact;
        complainant.is_client = said.is_client;
        complainant.represented = said.represented;
        complainant.group = said.group;
        // Whoever is known now is written to himself.
        if let Some(forwarder) = self.forwarder.as_mut().filter(|_| said.party.is_some()) {
            forwarder.identity_withheld = false;
        }
    }

    fn assess(&mut self, said: &Assess, done: Done) {
        self.kind = said.kind;
        self.subjects.clone_from(&said.subjects);
        self.safety = said.safety;
        if said.safety {
            self.safety_since.get_or_insert(done.on);
        }
        self.unit = said.unit.or(self.unit);
        self.round.case_officer = said.case_officer;
        // What was drafted for another road stays behind.
        self.round.letters.retain(|letter| !letter.is_draft());
        // An assessment made anew does not postpone what runs from the first.
        let first = self.round.assessment.as_ref().map(|a| a.done.on);
        self.round.assessment = Some(Assessment {
            done: Done {
                by: done.by,
                on: first.unwrap_or(done.on),
            },
            said: said.clone(),
        });
    }

    fn decide_extension(&mut self, done: Done, granted: Option<Date>) {
        if let Some(extension) = self.round.extensions.last_mut() {
            extension.decided = Some(done);
            extension.granted = granted;
            extension.late = done.on > extension.limit_then;
        }
    }

    fn apply_to_letter(&mut self, act: &Act, given: &Given, done: Done) {
        let wanted = self.letter_wanted();
        let in_hand = self.letter_in_hand().is_some();
        let numbered = self
            .letter_in_hand()
            .is_some_and(|l| l.stage() == LetterStage::Numbered);
        let returned = self.returned_letter();
        let letters = &mut self.round.letters;
        match act {
            Act::DraftLetter(said) => {
                let Some(purpose) = wanted else { return };
                if !in_hand {
                    letters.push(Letter::new(purpose, done));
                }
                if let Some(letter) = letters.last_mut() {
                    letter.drafted = done;
                    letter.digest = letter::digest(said);
                    letter.said = Some(said.clone());
                    letter.submitted = None;
                }
            }
            Act::RecordGoverningLetter(said) => {
                let Some(purpose) = wanted else { return };
                if !in_hand {
                    letters.push(Letter::new(purpose, done));
                }
                if let Some(letter) = letters.last_mut() {
                    letter.governing = Some(said.letter_number.clone());
                    letter.dispatched = Some(done);
                }
                self.letter_went_out(purpose, done);
            }
            Act::ReplaceLetter(_) => {
                let mut issued = letters.iter().rev().map(|letter| letter.purpose);
                let Some(purpose) = issued.find(|&purpose| purpose != LetterPurpose::Correction) else {
                    return;
                };
                let mut letter = Letter::new(purpose, done);
                letter.replaces = true;
                letters.push(letter);
            }
            Act::CorrectLetter(_) => letters.push(Letter::new(LetterPurpose::Correction, done)),
            Act::RecordDelivery(said) => {
                if let Some(letter) = letters.iter_mut().rev().find(|l| l.is_on_its_way()) {
                    letter.delivery = Some((said.delivery, said.delivered_on));
                }
            }
            Act::DispatchLetter(_) => {
                if numbered {
                    let Some(letter) = letters.last_mut() else { return };
                    letter.dispatched = Some(done);
                    let purpose = letter.purpose;
                    self.letter_went_out(purpose, done);
                } else if let Some(letter) = returned.and_then(|place| letters.get_mut(place)) {
                    // It came back and goes out again another way: the answer was given the first time.
                    letter.dispatched = Some(done);
                    letter.delivery = None;
                    // The days of S7 are counted from when it went out this time.
                    let tells = matches!(letter.purpose, LetterPurpose::Reply | LetterPurpose::Referral);
                    if tells && self.round.response.is_none() && self.round.lapsed.is_none() {
                        self.round.notified = Some(done.on);
                    }
                }
            }
            _ => {
                let Some(letter) = letters.last_mut() else { return };
                match act {
                    Act::SubmitLetter => {
                        letter.submitted = Some(done);
                        letter.returned = None;
                    }
                    Act::ReturnLetter(_) => {
                        letter.submitted = None;
                        letter.returned = Some(done);
                    }
                    Act::SignLetter(said) => {
                        letter.signed = done.by.map(|by| Signature {
                            by,
                            on: done.on,
                            mode: given.mode.unwrap_or(SigningMode::Head),
                            digest: said.digest.clone(),
                        });
                    }
                    Act::NumberLetter(said) => {
                        letter.number = Some((said.number, said.symbol.clone(), done.on));
                    }
                    _ => {}
                }
            }
        }
    }

    /// What a dispatched letter means for the case. The first answers it; what replaces it gives the days of S7 anew.
    fn letter_went_out(&mut self, purpose: LetterPurpose, done: Done) {
        match purpose {
            LetterPurpose::Reply | LetterPurpose::Referral => {
                self.round.answered.get_or_insert((done.on, Answer::Letter));
                if self.round.response.is_none() && self.round.lapsed.is_none() {
                    self.round.notified = Some(done.on);
                }
            }
            LetterPurpose::EndNotice => self.round.end_told = Some(done.on),
            LetterPurpose::Correction => {}
        }
    }

    /// S6: somebody is complained about who was not told yet. No finding comes before they were heard, so one not yet given as the
    /// answer falls; after the answer they are told and heard all the same.
    fn hear_anew(&mut self) {
        self.round.subject_told = None;
        if !self.is_answered() {
            self.undo_conclusion();
        }
    }

    /// §3.1: a fact found later obliges an independent decision anew. Before the answer the outcome simply falls; after it the case must
    /// be reopened, also when it is closed already.
    fn judge_anew(&mut self, on: Date) {
        let decider = self.decision_made().and_then(|made| made.by);
        if decider.is_some_and(|person| self.is_barred_by_record(person)) {
            self.set_decision_aside(on);
        }
    }

    fn set_decision_aside(&mut self, on: Date) {
        if self.is_answered() {
            self.round.tainted = true;
            self.round.tainted_on = Some(on);
            self.closed_on = None;
        } else {
            self.undo_conclusion();
        }
    }

    fn undo_conclusion(&mut self) {
        self.set_letter_aside();
        self.round.conclusion = None;
        self.round.reports.remove(&Report::ResultToQmr);
        self.round.reports.remove(&Report::ResultToLeadership);
    }

    /// A letter in hand says what has fallen, so another takes its place; one that has its number is kept, and replaced by a numbered one.
    fn set_letter_aside(&mut self) {
        let Some(purpose) = self.letter_in_hand().map(|letter| letter.purpose) else {
            return;
        };
        let letters = &mut self.round.letters;
        let Some(last) = letters.pop().filter(|last| last.number.is_some()) else {
            return;
        };
        let mut next = Letter::new(purpose, last.drafted);
        next.replaces = true;
        letters.extend([last, next]);
    }

    /// Whether the record of this case itself keeps a person from deciding.
    fn is_barred_by_record(&self, person: PersonId) -> bool {
        self.persons_concerned.contains(&person)
            || self.recused.contains(&person)
            || self.declarations.get(&person) == Some(&true)
            || self
                .participants
                .as_ref()
                .is_some_and(|p| p.people.iter().any(|one| one.person == person))
    }

    fn reopen(&mut self, said: &Reopen, done: Done, at: Timestamp) {
        let past = std::mem::take(&mut self.round);
        match said.ground {
            // The leak is the same, and so is what was found about personal data.
            ReopenGround::OurError => self.round.breach_assessed = past.breach_assessed,
            ReopenGround::NewMatter => {
                self.first_read_at = at;
                self.first_read_on = done.on;
            }
        }
        self.past_rounds.push(past);
        self.closed_on = None;
        self.transcribed = false;
        self.entry = BookEntry::Confirmed;
        self.limit_from = match said.ground {
            ReopenGround::NewMatter => said.received_on.unwrap_or(done.on),
            ReopenGround::OurError => done.on,
        };
    }

    fn apply_transcription(&mut self, old: &Transcribed, entry: &Entry) {
        self.number = Some(old.number);
        self.entry = BookEntry::Confirmed;
        self.receiver = entry.by.person();
        self.received_on = old.receive.received_on;
        self.registered_on = old.registered_on;
        self.first_read_at = entry.at;
        self.first_read_on = entry.on;
        self.limit_from = old.receive.received_on;
        self.take_in(&old.receive);
        self.kind = old.receive.declared_kind;
        let due = old.limit_on.map(|on| Due {
            on,
            provisional: false,
        });
        self.limit = due;
        self.first_limit = due;
        self.round.answered = old.answered_on.map(|on| (on, Answer::Letter));
        self.imported_finding = old.finding;
        self.closed_on = old.closed_on;
        self.transcribed = true;
    }
}

impl Letter {
    const fn new(purpose: LetterPurpose, done: Done) -> Self {
        Self {
            purpose,
            drafted: done,
            said: None,
            digest: String::new(),
            submitted: None,
            returned: None,
            signed: None,
            number: None,
            dispatched: None,
            delivery: None,
            governing: None,
            replaces: false,
        }
    }
}

impl Duty {
    /// The limit itself (B2.4), dated under one name whatever act will answer.
    pub const LIMIT: Duty = Duty {
        rule: crate::rule::Rule::B2_4,
        act: ActKind::Close,
        nth: 0,
    };
}
