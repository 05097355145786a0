//! What somebody did to a case, with the facts that the act settled: finding, number, dates, people.

use std::collections::BTreeSet;

use procedure::PersonId;
use procedure::case::Given;
use procedure::case::acts::*;
use procedure::vocabulary::*;

use super::{Names, Teller, with_facts};
use crate::say::{Say, act_done, within};
use crate::texts;

impl<N: Names + ?Sized> Teller<'_, N> {
    pub(super) fn act(&self, act: &Act, given: &Given) -> String {
        let (done, facts) = self.told(act, given);
        let done = done.unwrap_or_else(|| act_done(self.lang, act.kind()).to_owned());
        with_facts(self.lang, &done, &facts)
    }

    /// The words of the act where they are not its usual ones, and its facts.
    fn told(&self, act: &Act, given: &Given) -> (Option<String>, Vec<String>) {
        let t = texts(self.lang);
        let day = |date| t.date(date);
        let usual = |facts: Vec<String>| (None, facts);
        match act {
            Act::Receive(said) => usual(self.received(said, given)),
            Act::AskAnnulment(said) => usual(vec![self.word(said.ground)]),
            Act::RecordIncoming(said) => usual(vec![
                t.history_incoming(said.incoming_number, day(said.arrived_on)),
            ]),
            Act::Promise(said) => match said.reply_by {
                Some(date) => usual(vec![t.history_reply_by(day(date))]),
                None => (Some(t.history_promise_without_contact().to_owned()), Vec::new()),
            },
            Act::Acknowledge(said)
            | Act::TellSubject(said)
            | Act::TellAffectedClient(said)
            | Act::WriteToComplainant(said)
            | Act::TellExtension(said)
            | Act::ReportToForwarder(said) => {
                let way = said.way.map(|way| self.way(way));
                usual(way.into_iter().collect())
            }
            Act::BecomeWritten(said) => usual(vec![
                self.word(said.channel),
                t.history_wrote_on(day(said.wrote_on)),
            ]),
            Act::CorrectReceipt(said) => usual(vec![t.history_true_receipt(day(said.received_on))]),
            Act::LinkCase(said) => usual(self.names.case(said.case).into_iter().collect()),
            Act::Assess(said) => usual(self.assessed(said)),
            Act::Reassign(said) => usual(vec![self.names.person(said.case_officer)]),
            Act::DeclareInterest(said) => {
                let none = said.interest.is_none();
                (none.then(|| t.history_declare_none().to_owned()), Vec::new())
            }
            Act::NameParticipants(said) => usual(self.participants(said)),
            Act::NamePersonsConcerned(said) => usual(vec![self.people(&said.persons)]),
            Act::Substitute(said) => {
                let person = self.names.person(said.person);
                usual(vec![t.history_stands_in(person, said.role.say(self.lang))])
            }
            Act::AddEvidence(said) => {
                let mut facts = vec![t.history_obtained_on(day(said.obtained_on))];
                let verified = said.verified_by.map(|person| self.names.person(person));
                facts.extend(verified.map(|person| t.history_verified_by(person)));
                facts.extend(self.files(said.documents.len()));
                usual(facts)
            }
            Act::RecordStatement(said) => {
                let person = self.names.person(said.person);
                let own = match said.declined {
                    true => t.history_statement_declined(person),
                    false => t.history_statement_of(person),
                };
                (Some(own), Vec::new())
            }
            Act::HoldTalk(said) => usual(vec![t.history_on_day(day(said.held_on))]),
            Act::InvestigateLeak(said) => usual(vec![
                match said.leak_confirmed {
                    true => t.history_leak(),
                    false => t.history_no_leak(),
                }
                .to_owned(),
            ]),
            Act::AssessDataBreach(said) => usual(vec![
                match said.personal_data {
                    true => t.history_personal_data(),
                    false => t.history_no_personal_data(),
                }
                .to_owned(),
            ]),
            Act::AskClient(said) => usual(vec![t.history_answer_by(day(said.answer_by))]),
            Act::ReferToClient(said) => {
                let own = (!said.referred).then(|| t.history_not_referred().to_owned());
                (own, Vec::new())
            }
            Act::DecideOnClient(said) => usual(vec![self.word(said.measure)]),
            Act::ProposePlan(ProposePlan { measures, .. })
            | Act::ApprovePlan(ApprovePlan { measures, .. }) => {
                let measures = measures.iter();
                usual(
                    measures
                        .map(|measure| self.measure(measure.doer, measure.by))
                        .collect(),
                )
            }
            Act::ReportMeasureDone(said) => usual(vec![t.history_measure_place(said.measure + 1)]),
            Act::ProposeOutcome(said) | Act::DecideOutcome(said) | Act::ReviewInternally(said) => {
                usual(vec![self.word(said.finding), self.remedy(said.remedy)])
            }
            Act::OpenCorrectiveAction(said) => {
                let own = said.existing.then(|| t.history_existing_action().to_owned());
                let mut facts: Vec<String> = self.names.action(said.action).into_iter().collect();
                facts.extend((!said.existing).then(|| t.history_owner(self.names.person(said.owner))));
                (own, facts)
            }
            Act::DraftLetter(said) => usual(vec![t.history_signer(self.names.person(said.signer))]),
            Act::SignLetter(said) => {
                let mode = given.mode.filter(|mode| *mode != SigningMode::Head);
                let mut facts: Vec<String> = mode.map(|mode| self.word(mode)).into_iter().collect();
                facts.extend(self.files(said.documents.len()));
                usual(facts)
            }
            Act::NumberLetter(said) => usual(vec![t.history_letter_number(said.number, &said.symbol)]),
            Act::DispatchLetter(said) => usual(vec![self.way(said.way)]),
            Act::RecordDelivery(said) => usual(vec![
                t.history_delivery(self.word(said.delivery), day(said.delivered_on)),
            ]),
            Act::RecordGoverningLetter(said) => usual(vec![
                t.history_letter_dated(&said.letter_number, day(said.dated_on)),
            ]),
            Act::AnswerByVoice(said) => {
                let declined = said
                    .notice_declined
                    .then(|| t.history_notice_declined().to_owned());
                usual(declined.into_iter().collect())
            }
            Act::AskExtension(said) => usual(vec![t.history_until(day(said.until))]),
            Act::GrantExtension(said) => usual(vec![t.history_until(day(said.until))]),
            Act::TellProgress(said) => {
                let again = said.reply_by.map(|date| t.history_reply_by_again(day(date)));
                let way = said.way.map(|way| self.way(way));
                usual(again.into_iter().chain(way).collect())
            }
            Act::HearFromComplainant(said) => {
                let mut facts = vec![t.history_on_day(day(said.heard_on))];
                facts.extend(self.files(said.documents.len()));
                usual(facts)
            }
            Act::RecordResponse(said) => usual(vec![self.word(said.response)]),
            Act::RecordRecourse(said) => usual(vec![
                self.word(said.forum),
                t.history_known_on(day(said.known_on)),
            ]),
            Act::ReportNewDecision(said) => {
                let own = said
                    .handed_over
                    .then(|| t.history_new_decision_handed_over().to_owned());
                (own, Vec::new())
            }
            Act::Withdraw(said) => usual(vec![t.history_on_day(day(said.withdrawn_on))]),
            Act::Reopen(said) => {
                let mut facts = vec![self.word(said.ground)];
                facts.extend(said.received_on.map(|date| t.history_received_on(day(date))));
                usual(facts)
            }
            Act::SettleOnTheSpot(_)
            | Act::ConfirmEntry
            | Act::ConfirmAnnulment(_)
            | Act::RefuseAnnulment(_)
            | Act::ReportToQmr(_)
            | Act::ReportToUnit(_)
            | Act::OverturnSettlement(_)
            | Act::GiveDirection(_)
            | Act::HandOver(_)
            | Act::AlertDirector(_)
            | Act::Recuse(_)
            | Act::EstablishCause(_)
            | Act::ReturnPlan(_)
            | Act::ApproveOutcome(_)
            | Act::RejectOutcome(_)
            | Act::ReportResultToQmr(_)
            | Act::ReportResultToLeadership(_)
            | Act::SubmitLetter
            | Act::ReturnLetter(_)
            | Act::ReplaceLetter(_)
            | Act::CorrectLetter(_)
            | Act::CorrectComplainant(_)
            | Act::FileConclusion(_)
            | Act::RefuseExtension(_)
            | Act::LeaveUnanswered(_)
            | Act::RecordRecourseResult(_)
            | Act::Lapse
            | Act::Close => usual(Vec::new()),
        }
    }

    fn received(&self, said: &Receive, given: &Given) -> Vec<String> {
        let t = texts(self.lang);
        let mut facts: Vec<String> = given
            .number
            .map(|number| t.history_number(number))
            .into_iter()
            .collect();
        facts.push(self.matter(said.declared_kind, &said.subjects));
        facts.push(self.word(said.channel));
        facts.push(t.history_received_on(t.date(said.received_on)));
        if !said.persons_concerned.is_empty() {
            facts.push(t.history_persons_concerned(self.people(&said.persons_concerned)));
        }
        facts.extend(said.safety.then(|| t.history_safety().to_owned()));
        facts
    }

    fn assessed(&self, said: &Assess) -> Vec<String> {
        let t = texts(self.lang);
        let mut facts = vec![
            self.word(said.ours),
            self.matter(said.kind, &said.subjects),
            t.history_severity(self.word(said.severity)),
        ];
        facts.extend(said.safety.then(|| t.history_safety().to_owned()));
        facts.extend(said.immediate_action.then(|| t.history_immediate().to_owned()));
        facts.extend(said.case_officer.map(|officer| self.assigned(officer)));
        facts
    }

    fn participants(&self, said: &NameParticipants) -> Vec<String> {
        let t = texts(self.lang);
        let concerned = t.history_decision_concerned(&said.decision_number, t.date(said.decided_on));
        let people: Vec<String> = said
            .people
            .iter()
            .map(|one| t.history_participant(self.names.person(one.person), self.word(one.part)))
            .collect();
        vec![concerned, people.join(", ")]
    }

    /// `khiếu nại về kết quả chứng nhận, thái độ phục vụ`.
    pub(super) fn matter(&self, kind: Kind, subjects: &BTreeSet<Subject>) -> String {
        let subjects: Vec<String> = subjects.iter().map(|&subject| self.word(subject)).collect();
        if subjects.is_empty() {
            return self.word(kind);
        }
        texts(self.lang).history_matter(self.word(kind), subjects.join(", "))
    }

    pub(super) fn measure(&self, doer: PersonId, by: jiff::civil::Date) -> String {
        let t = texts(self.lang);
        t.history_measure(self.names.person(doer), t.date(by))
    }

    fn remedy(&self, remedy: Remedy) -> String {
        match remedy {
            Remedy::None => self.word(remedy),
            Remedy::Explanation
            | Remedy::Apology
            | Remedy::Retest
            | Remedy::Reevaluation
            | Remedy::CorrectedCertificate
            | Remedy::FeeRefund
            | Remedy::StaffBriefing
            | Remedy::ProcedureChange
            | Remedy::Referral => texts(self.lang).history_remedy(self.word(remedy)),
        }
    }

    fn way(&self, way: DispatchWay) -> String {
        let t = texts(self.lang);
        let said = match way {
            DispatchWay::Post => t.history_way_post(),
            DispatchWay::Email => t.history_way_email(),
            DispatchWay::ByHand => t.history_way_by_hand(),
            DispatchWay::Portal => t.history_way_portal(),
        };
        said.to_owned()
    }

    fn assigned(&self, officer: PersonId) -> String {
        texts(self.lang).history_assigned(self.names.person(officer))
    }

    fn people(&self, people: &BTreeSet<PersonId>) -> String {
        if people.is_empty() {
            return texts(self.lang).history_nobody().to_owned();
        }
        let names: Vec<String> = people.iter().map(|&person| self.names.person(person)).collect();
        names.join(", ")
    }

    fn files(&self, count: usize) -> Option<String> {
        (count > 0).then(|| texts(self.lang).history_files(count))
    }

    pub(super) fn word(&self, value: impl Say) -> String {
        within(value.say(self.lang))
    }
}
