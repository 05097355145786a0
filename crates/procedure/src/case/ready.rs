//! When an act can be done at all: what must have happened before, and what must not have happened yet.

use super::refusal::Why;
use super::{ActKind, Answer, BookEntry, Case, LetterStage};
use crate::desk::Desk;
use crate::id::PersonId;
use crate::independence::{Nature, allows, bar};
use crate::obligations::{obligations, response_term};
use crate::office::Office;
use crate::vocabulary::{Channel, Finding, LetterPurpose, Ours, Response, Role, Subject};
use jiff::civil::Date;

type Ready = Result<(), Why>;

fn when(condition: bool, otherwise: Why) -> Ready {
    if condition { Ok(()) } else { Err(otherwise) }
}

impl Case {
    /// Whether the state of the case admits an act of this person, office and independence aside.
    pub(crate) fn ready(&self, kind: ActKind, person: Option<PersonId>, desk: &Desk) -> Ready {
        if kind == ActKind::Receive {
            return when(self.number.is_none(), Why::AlreadyReceived);
        }
        when(self.number.is_some(), Why::NotReceived)?;
        when(!self.is_annulled(), Why::Annulled)?;
        if self.transcribed || self.closed_on.is_some() {
            let after = match kind {
                // What was settled on the spot is overturned instead, with the limit of its receipt (B1.1).
                ActKind::Reopen if self.is_settled() => return Err(Why::Settled),
                // The true day of receipt, and what became of the post, are put on record also afterwards.
                ActKind::Reopen | ActKind::LinkCase | ActKind::CorrectReceipt => true,
                ActKind::RecordDelivery => self.round.letters.iter().any(super::Letter::is_on_its_way),
                ActKind::OverturnSettlement => self.is_settled(),
                // Whoever reopens or overturns declares first; and an interest that comes to light late is still put on record.
                ActKind::DeclareInterest => !self.has_declared(person),
                ActKind::Recuse => !self.is_out(person),
                _ => false,
            };
            let why = if self.transcribed {
                Why::OldRecord
            } else {
                Why::Closed
            };
            return when(after, why);
        }
        match kind {
            ActKind::Receive => Ok(()),
            ActKind::SettleOnTheSpot
            | ActKind::ConfirmEntry
            | ActKind::AskAnnulment
            | ActKind::ConfirmAnnulment
            | ActKind::RefuseAnnulment
            | ActKind::RecordIncoming
            | ActKind::ReportToQmr
            | ActKind::ReportToUnit
            | ActKind::OverturnSettlement
            | ActKind::Promise
            | ActKind::GiveDirection
            | ActKind::Acknowledge
            | ActKind::BecomeWritten
            | ActKind::CorrectReceipt
            | ActKind::CorrectComplainant
            | ActKind::LinkCase => self.ready_in_the_book(kind, person, desk),
            ActKind::Assess
            | ActKind::HandOver
            | ActKind::Reassign
            | ActKind::AlertDirector
            | ActKind::DeclareInterest
            | ActKind::NameParticipants
            | ActKind::NamePersonsConcerned
            | ActKind::Recuse
            | ActKind::Substitute => self.ready_to_route(kind, person, desk),
            ActKind::AddEvidence
            | ActKind::TellSubject
            | ActKind::RecordStatement
            | ActKind::EstablishCause
            | ActKind::HoldTalk
            | ActKind::InvestigateLeak
            | ActKind::AssessDataBreach
            | ActKind::TellAffectedClient
            | ActKind::AskClient
            | ActKind::ReferToClient
            | ActKind::DecideOnClient => self.ready_to_inquire(kind, person),
            ActKind::ProposePlan
            | ActKind::ReturnPlan
            | ActKind::ApprovePlan
            | ActKind::ReportMeasureDone
            | ActKind::ProposeOutcome
            | ActKind::DecideOutcome
            | ActKind::ApproveOutcome
            | ActKind::RejectOutcome
            | ActKind::OpenCorrectiveAction
            | ActKind::ReportResultToQmr
            | ActKind::ReportResultToLeadership => self.ready_to_settle(kind, person, desk),
            ActKind::DraftLetter
            | ActKind::SubmitLetter
            | ActKind::ReturnLetter
            | ActKind::SignLetter
            | ActKind::NumberLetter
            | ActKind::DispatchLetter
            | ActKind::RecordDelivery
            | ActKind::ReplaceLetter
            | ActKind::CorrectLetter
            | ActKind::RecordGoverningLetter
            | ActKind::AnswerByVoice
            | ActKind::FileConclusion => self.ready_to_answer(kind, person, desk),
            ActKind::AskExtension
            | ActKind::GrantExtension
            | ActKind::RefuseExtension
            | ActKind::TellExtension
            | ActKind::TellProgress
            | ActKind::ReportToForwarder => self.ready_for_time(kind, desk),
            ActKind::HearFromComplainant | ActKind::WriteToComplainant | ActKind::LeaveUnanswered => {
                self.ready_to_correspond(kind)
            }
            ActKind::RecordResponse
            | ActKind::ReviewInternally
            | ActKind::RecordRecourse
            | ActKind::RecordRecourseResult
            | ActKind::Lapse
            | ActKind::ReportNewDecision
            | ActKind::Withdraw
            | ActKind::Reopen
            | ActKind::Close => self.ready_after_the_answer(kind, desk),
        }
    }

    fn ready_in_the_book(&self, kind: ActKind, person: Option<PersonId>, desk: &Desk) -> Ready {
        let round = &self.round;
        match kind {
            ActKind::SettleOnTheSpot => {
                when(!self.is_settled(), Why::AlreadyDone)?;
                when(!self.is_barred_from_the_spot(), Why::NeverOnTheSpot)?;
                when(self.receiver == person, Why::NotYourOffice)?;
                // Explained at once: what is told a day later was not.
                let untouched = desk.today <= self.registered_on
                    && round.overturned.is_none()
                    && round.promise.is_none()
                    && round.assessment.is_none()
                    && round.direction.is_none()
                    && self.past_rounds.is_empty();
                when(untouched && round.withdrawn.is_none(), Why::OtherRoad)
            }
            ActKind::ConfirmEntry => when(self.is_settled(), Why::OtherRoad)
                .and_then(|()| when(self.entry == BookEntry::Draft, Why::AlreadyDone)),
            ActKind::AskAnnulment => {
                when(self.entry != BookEntry::AnnulmentAsked, Why::AlreadyDone)?;
                when(!self.is_answered() || self.is_settled(), Why::AnswerGiven)
            }
            ActKind::ConfirmAnnulment | ActKind::RefuseAnnulment => {
                when(self.entry == BookEntry::AnnulmentAsked, Why::AskFirst)
            }
            ActKind::RecordIncoming => {
                when(self.written, Why::OtherRoad)?;
                when(self.incoming_number.is_none(), Why::AlreadyDone)
            }
            ActKind::ReportToQmr => {
                when(!self.written || self.is_settled(), Why::OtherRoad)?;
                when(!round.reports.contains_key(&super::Report::Qmr), Why::AlreadyDone)?;
                self.has_qmr()
            }
            ActKind::ReportToUnit => {
                when(self.is_settled(), Why::OtherRoad)?;
                when(
                    !round.reports.contains_key(&super::Report::Unit),
                    Why::AlreadyDone,
                )
            }
            ActKind::OverturnSettlement => {
                when(self.is_settled(), Why::OtherRoad)?;
                self.not_being_annulled()
            }
            ActKind::Promise => {
                when(!self.written, Why::OtherRoad)?;
                when(!self.is_settled(), Why::Settled)?;
                when(round.promise.is_none(), Why::AlreadyDone)?;
                self.not_answered()
            }
            ActKind::GiveDirection => {
                when(!self.written, Why::OtherRoad)?;
                when(!self.is_settled(), Why::Settled)?;
                when(round.direction.is_none(), Why::AlreadyDone)?;
                self.not_answered()
            }
            ActKind::Acknowledge => {
                when(!self.is_settled(), Why::Settled)?;
                when(self.can_tell(), Why::NoAddress)?;
                when(round.acknowledged.is_none(), Why::AlreadyDone)?;
                self.not_answered()
            }
            ActKind::BecomeWritten => {
                when(!self.written, Why::AlreadyDone)?;
                when(!self.is_settled(), Why::Settled)?;
                self.not_answered()
            }
            _ => Ok(()),
        }
    }

    fn ready_to_route(&self, kind: ActKind, person: Option<PersonId>, desk: &Desk) -> Ready {
        let round = &self.round;
        match kind {
            ActKind::Assess => {
                when(!self.is_settled(), Why::Settled)?;
                self.not_answered()?;
                when(
                    round.withdrawn.is_none() || self.goes_on_of_own_motion(),
                    Why::Withdrawn,
                )?;
                let drafts_only = round.letters.iter().all(super::Letter::is_draft);
                when(round.conclusion.is_none() && drafts_only, Why::AlreadyDone)
            }
            ActKind::HandOver => {
                self.assessed()?;
                self.not_answered()?;
                let other = round
                    .assessment
                    .as_ref()
                    .is_some_and(|a| a.said.ours == Ours::OtherStatute);
                when(other, Why::OtherRoad)?;
                self.not_being_annulled()
            }
            ActKind::Reassign => {
                self.assessed()?;
                when(self.is_inquired(), Why::OtherRoad)?;
                let mut staff = desk.staff.active.iter();
                let somebody = staff.any(|&p| self.may_be_case_officer(p, desk));
                when(somebody, Why::NobodyLeft)
            }
            ActKind::AlertDirector => {
                when(self.safety, Why::OtherRoad)?;
                when(round.director_alerted.is_none(), Why::AlreadyDone)
            }
            ActKind::DeclareInterest => when(!self.has_declared(person), Why::AlreadyDone),
            ActKind::NameParticipants => when(self.needs_participants(), Why::OtherRoad),
            ActKind::NamePersonsConcerned => when(!self.is_settled(), Why::Settled),
            ActKind::Recuse => when(!self.is_out(person), Why::AlreadyDone),
            ActKind::Substitute => {
                when(!self.vacant.is_empty(), Why::NobodyToReplace)?;
                // Nobody names himself, nor who acts for him (§2).
                let others = desk.staff.active.iter().filter(|&&p| Some(p) != person);
                let own = |role: Role| person.is_some_and(|p| desk.staff.is_appointed(role, p, desk.today));
                let roles: Vec<Role> = self.vacant.iter().copied().filter(|&role| !own(role)).collect();
                let mut pairs = others.flat_map(|&p| roles.iter().map(move |&role| (role, p)));
                let somebody = pairs.any(|(role, p)| self.may_stand_in(role, p, desk));
                when(somebody, Why::NobodyLeft)
            }
            _ => Ok(()),
        }
    }

    fn ready_to_inquire(&self, kind: ActKind, person: Option<PersonId>) -> Ready {
        let round = &self.round;
        match kind {
            ActKind::AddEvidence => when(!self.is_settled(), Why::Settled),
            ActKind::TellSubject => {
                self.inquired()?;
                when(!self.persons_concerned.is_empty(), Why::OtherRoad)?;
                when(round.subject_told.is_none(), Why::AlreadyDone)
            }
            ActKind::RecordStatement => {
                self.inquired()?;
                when(!self.persons_concerned.is_empty(), Why::OtherRoad)?;
                when(round.subject_told.is_some(), Why::HearFirst)?;
                let open = self.unheard();
                when(!open.is_empty(), Why::AlreadyDone)?;
                let own = person.is_none_or(|p| !self.persons_concerned.contains(&p) || open.contains(&p));
                when(own, Why::AlreadyDone)
            }
            ActKind::EstablishCause => {
                self.inquired()?;
                when(round.cause.is_none(), Why::AlreadyDone)
            }
            ActKind::HoldTalk => {
                when(self.has(Subject::StaffConduct), Why::OtherRoad)?;
                if !self.is_settled() {
                    self.inquired()?;
                }
                when(round.talk.is_none(), Why::AlreadyDone)
            }
            ActKind::InvestigateLeak => {
                when(self.has(Subject::Confidentiality), Why::OtherRoad)?;
                self.inquired()?;
                when(round.leak.is_none(), Why::AlreadyDone)
            }
            ActKind::AssessDataBreach => {
                when(self.has(Subject::Confidentiality), Why::OtherRoad)?;
                when(round.assessment.is_none() || self.is_ours(), Why::OtherRoad)?;
                when(round.breach_assessed.is_none(), Why::AlreadyDone)
            }
            ActKind::TellAffectedClient => {
                when(self.has(Subject::Confidentiality), Why::OtherRoad)?;
                when(round.leak.is_some(), Why::InvestigateFirst)?;
                when(self.leak_touches_client(), Why::OtherRoad)?;
                when(round.client_told.is_none(), Why::AlreadyDone)
            }
            ActKind::AskClient => {
                when(self.has(Subject::ClientProduct), Why::OtherRoad)?;
                self.inquired()?;
                when(round.client_asked.is_none(), Why::AlreadyDone)
            }
            ActKind::ReferToClient | ActKind::DecideOnClient => {
                when(self.has(Subject::ClientProduct), Why::OtherRoad)?;
                self.inquired()?;
                when(self.outcome().is_some(), Why::OutcomeFirst)?;
                let done = if kind == ActKind::ReferToClient {
                    round.referred_to_client.is_some()
                } else {
                    round.client_measure.is_some()
                };
                when(!done, Why::AlreadyDone)
            }
            _ => Ok(()),
        }
    }

    fn ready_to_settle(&self, kind: ActKind, person: Option<PersonId>, desk: &Desk) -> Ready {
        let round = &self.round;
        self.inquired()?;
        match kind {
            ActKind::ProposePlan => {
                when(round.cause.is_some(), Why::CauseFirst)?;
                let open = round.plan.as_ref().is_none_or(|p| p.returned.is_some());
                when(open, Why::AlreadyDone)
            }
            ActKind::ReturnPlan | ActKind::ApprovePlan => {
                let plan = round.plan.as_ref().ok_or(Why::PlanFirst)?;
                when(plan.approved.is_none(), Why::AlreadyDone)?;
                when(plan.returned.is_none(), Why::PlanFirst)?;
                self.participants_named()
            }
            ActKind::ReportMeasureDone => {
                let open = person.is_some_and(|p| !self.open_measures_of(p, desk).is_empty());
                when(open, Why::NoMeasureOpen)
            }
            ActKind::ProposeOutcome | ActKind::DecideOutcome => {
                when(round.conclusion.is_none(), Why::AlreadyDone)?;
                when(round.cause.is_some(), Why::CauseFirst)?;
                self.participants_named()?;
                when(self.unheard().is_empty(), Why::HearFirst)?;
                let leak = !self.has(Subject::Confidentiality) || round.leak.is_some();
                when(leak, Why::InvestigateFirst)?;
                let decides =
                    person.is_none_or(|p| allows(bar(self, p, desk), Nature::Deciding, self.is_appeal()));
                // One who may decide has nothing to propose.
                when(kind == ActKind::DecideOutcome || !decides, Why::OtherRoad)
            }
            ActKind::ApproveOutcome | ActKind::RejectOutcome => {
                let conclusion = round.conclusion.as_ref().ok_or(Why::OutcomeFirst)?;
                when(conclusion.proposal, Why::OtherRoad)?;
                when(conclusion.approved.is_none(), Why::AlreadyDone)
            }
            ActKind::ReportResultToQmr | ActKind::ReportResultToLeadership => {
                when(self.has(Subject::CertificationResult), Why::OtherRoad)?;
                when(self.outcome().is_some(), Why::OutcomeFirst)?;
                let report = if kind == ActKind::ReportResultToQmr {
                    super::Report::ResultToQmr
                } else {
                    super::Report::ResultToLeadership
                };
                when(!round.reports.contains_key(&report), Why::AlreadyDone)?;
                if kind == ActKind::ReportResultToQmr {
                    self.has_qmr()
                } else {
                    Ok(())
                }
            }
            _ => Ok(()),
        }
    }

    fn ready_to_answer(&self, kind: ActKind, person: Option<PersonId>, desk: &Desk) -> Ready {
        let round = &self.round;
        match kind {
            ActKind::RecordDelivery => {
                let sent = round.letters.iter().any(|l| l.dispatched.is_some());
                when(sent, Why::NumberFirst)?;
                when(
                    round.letters.iter().any(super::Letter::is_on_its_way),
                    Why::AlreadyDone,
                )
            }
            ActKind::ReplaceLetter | ActKind::CorrectLetter => {
                let letters = &round.letters;
                let sent = letters
                    .last()
                    .is_some_and(|l| l.stage() == LetterStage::Dispatched);
                let mut issued = letters
                    .iter()
                    .rev()
                    .filter(|l| l.purpose != LetterPurpose::Correction);
                let ours = issued.next().is_some_and(|letter| letter.governing.is_none());
                when(sent && ours, Why::SignFirst)
            }
            ActKind::DispatchLetter if self.letter_returned() => Ok(()),
            ActKind::DraftLetter
            | ActKind::SubmitLetter
            | ActKind::ReturnLetter
            | ActKind::SignLetter
            | ActKind::NumberLetter
            | ActKind::DispatchLetter
            | ActKind::RecordGoverningLetter => self.ready_to_write(kind, person, desk),
            ActKind::AnswerByVoice => {
                when(!self.is_settled(), Why::Settled)?;
                self.inquired()?;
                self.not_being_annulled()?;
                if self.conclusion_untold() {
                    return Ok(());
                }
                when(!self.written && !self.is_appeal(), Why::LetterNeeded)?;
                when(self.can_speak(), Why::NoAddress)?;
                self.not_answered()?;
                self.concluded()?;
                self.result_reported(LetterPurpose::Reply)
            }
            ActKind::FileConclusion => {
                when(!self.is_settled(), Why::Settled)?;
                self.not_answered()?;
                self.not_being_annulled()?;
                when(round.withdrawn.is_none(), Why::Withdrawn)?;
                when(!self.can_write(), Why::AddressKnown)?;
                self.assessed()?;
                match round.assessment.as_ref().map(|a| a.said.ours) {
                    Some(Ours::NotOurs) => Ok(()),
                    Some(Ours::Ours) => {
                        when(
                            self.written || self.is_appeal() || !self.can_speak(),
                            Why::AddressKnown,
                        )?;
                        self.concluded()?;
                        self.result_reported(LetterPurpose::Reply)
                    }
                    Some(Ours::OtherStatute) | None => Err(Why::OtherRoad),
                }
            }
            _ => Ok(()),
        }
    }

    fn ready_to_write(&self, kind: ActKind, person: Option<PersonId>, desk: &Desk) -> Ready {
        when(!self.is_settled(), Why::Settled)?;
        let Some(purpose) = self.letter_wanted() else {
            return Err(self.why_no_letter());
        };
        let letter = self.letter_in_hand();
        let stage = letter.map(super::Letter::stage);
        match kind {
            ActKind::DraftLetter => {
                when(stage.is_none_or(|s| s == LetterStage::Draft), Why::AlreadyDone)?;
                let mut others = desk.staff.active.iter().filter(|&&p| Some(p) != person);
                when(others.any(|&p| self.may_sign(p, desk)), Why::NoAuthority)
            }
            ActKind::SubmitLetter => {
                let drafted = letter.is_some_and(|l| l.said.is_some());
                when(drafted, Why::DraftFirst)?;
                when(stage == Some(LetterStage::Draft), Why::AlreadyDone)?;
                if purpose == LetterPurpose::Reply {
                    self.concluded()
                } else {
                    Ok(())
                }
            }
            ActKind::ReturnLetter | ActKind::SignLetter => {
                when(stage >= Some(LetterStage::Submitted), Why::SubmitFirst)?;
                when(stage == Some(LetterStage::Submitted), Why::AlreadyDone)?;
                if kind == ActKind::SignLetter {
                    self.result_reported(purpose)?;
                    let named = letter.and_then(|l| l.said.as_ref()).map(|said| said.signer);
                    when(person.is_none() || named == person, Why::NotYourOffice)?;
                }
                Ok(())
            }
            ActKind::NumberLetter => {
                when(stage >= Some(LetterStage::Signed), Why::SignFirst)?;
                when(stage == Some(LetterStage::Signed), Why::AlreadyDone)
            }
            ActKind::DispatchLetter => {
                when(stage == Some(LetterStage::Numbered), Why::NumberFirst)?;
                self.not_being_annulled()
            }
            _ => {
                self.not_being_annulled()?;
                when(stage.is_none_or(|s| s < LetterStage::Signed), Why::AlreadyDone)?;
                when(!self.signer_left(letter, desk), Why::SignerLeft)?;
                if purpose == LetterPurpose::Reply {
                    self.concluded()?;
                }
                self.result_reported(purpose)
            }
        }
    }

    fn ready_for_time(&self, kind: ActKind, desk: &Desk) -> Ready {
        let round = &self.round;
        when(!self.is_settled(), Why::Settled)?;
        match kind {
            ActKind::AskExtension => {
                self.not_answered()?;
                when(round.withdrawn.is_none(), Why::Withdrawn)?;
                when(self.open_extension().is_none(), Why::AlreadyDone)?;
                when(desk.today <= self.limit_on(), Why::LimitPassed)
            }
            ActKind::GrantExtension | ActKind::RefuseExtension => {
                when(self.open_extension().is_some(), Why::AskFirst)?;
                self.not_answered()?;
                when(round.withdrawn.is_none(), Why::Withdrawn)?;
                self.participants_named()
            }
            ActKind::TellExtension => {
                when(self.can_tell(), Why::NoAddress)?;
                when(round.withdrawn.is_none(), Why::Withdrawn)?;
                when(self.extension_untold(), Why::AskFirst)
            }
            ActKind::TellProgress => {
                when(self.can_tell(), Why::NoAddress)?;
                when(round.withdrawn.is_none(), Why::Withdrawn)?;
                when(!self.is_answered() || self.awaits_review(), Why::AnswerGiven)
            }
            ActKind::ReportToForwarder => {
                when(self.forwarder.is_some(), Why::OtherRoad)?;
                when(self.forwarder_waits(), Why::AlreadyDone)
            }
            _ => Ok(()),
        }
    }

    fn ready_to_correspond(&self, kind: ActKind) -> Ready {
        when(!self.is_settled(), Why::Settled)?;
        let waits = self.round.unanswered.is_some();
        match kind {
            // Whoever wrote on the public pages reads there, also without a name.
            ActKind::WriteToComplainant => when(
                waits || self.can_tell() || self.channel == Channel::WebForm,
                Why::NoAddress,
            ),
            ActKind::LeaveUnanswered => when(waits, Why::AlreadyDone),
            _ => Ok(()),
        }
    }

    fn ready_after_the_answer(&self, kind: ActKind, desk: &Desk) -> Ready {
        let round = &self.round;
        match kind {
            ActKind::RecordResponse => {
                when(!self.is_settled(), Why::Settled)?;
                when(
                    round.response.is_none() && round.lapsed.is_none(),
                    Why::AlreadyDone,
                )?;
                when(self.awaits_response(), Why::AnswerFirst)
            }
            ActKind::ReviewInternally => {
                let rejected = matches!(round.response, Some((_, Response::Rejected)));
                when(rejected, Why::ResponseFirst)?;
                when(round.review.is_none(), Why::AlreadyDone)?;
                when(self.unheard().is_empty(), Why::HearFirst)
            }
            ActKind::RecordRecourse => {
                when(!self.is_settled(), Why::Settled)?;
                when(self.is_answered(), Why::AnswerFirst)?;
                when(round.recourse.is_none(), Why::AlreadyDone)
            }
            ActKind::RecordRecourseResult => {
                let recourse = round.recourse.as_ref().ok_or(Why::ResponseFirst)?;
                when(recourse.result.is_none(), Why::AlreadyDone)
            }
            ActKind::Lapse => {
                let term = response_term(self, desk.periods).ok_or(Why::OtherRoad)?;
                when(desk.today > term.due(desk.calendar).on, Why::NotDueYet)
            }
            ActKind::ReportNewDecision => {
                when(self.upheld_appeal(), Why::OtherRoad)?;
                when(self.is_answered() || round.withdrawn.is_some(), Why::AnswerFirst)?;
                when(round.new_decision.is_none(), Why::AlreadyDone)
            }
            ActKind::Withdraw => {
                when(!self.is_settled(), Why::Settled)?;
                when(round.withdrawn.is_none(), Why::AlreadyDone)?;
                self.not_answered()
            }
            ActKind::Reopen => when(round.tainted, Why::NotClosed),
            ActKind::Close => {
                let ended = self.is_settled() || self.is_answered() || round.withdrawn.is_some();
                when(ended, Why::AnswerFirst)?;
                when(obligations(self, desk.periods).is_empty(), Why::DutiesLeft)
            }
            _ => Ok(()),
        }
    }

    /// S4: no decision while it is not on record who took part in what the case is about.
    fn participants_named(&self) -> Ready {
        when(
            !self.needs_participants() || self.participants.is_some(),
            Why::ParticipantsFirst,
        )
    }

    fn has_declared(&self, person: Option<PersonId>) -> bool {
        person.is_some_and(|p| self.declarations.contains_key(&p))
    }

    fn is_out(&self, person: Option<PersonId>) -> bool {
        person.is_some_and(|p| self.recused.contains(&p) || self.persons_concerned.contains(&p))
    }

    /// §3.1: no report goes to the QMR whom it is about; somebody is named in his place first.
    fn has_qmr(&self) -> Ready {
        when(!self.vacant.contains(&Role::Qmr), Why::ReplaceFirst)
    }

    /// S13: while annulment is asked for nothing leaves the house.
    fn not_being_annulled(&self) -> Ready {
        when(self.entry != BookEntry::AnnulmentAsked, Why::AnnulmentFirst)
    }

    fn not_answered(&self) -> Ready {
        when(!self.is_answered(), Why::AnswerGiven)
    }

    fn assessed(&self) -> Ready {
        when(!self.is_settled(), Why::Settled)?;
        when(self.round.assessment.is_some(), Why::AssessFirst)
    }

    fn inquired(&self) -> Ready {
        self.assessed()?;
        when(self.is_ours(), Why::NotOurs)?;
        when(self.is_inquired(), Why::Withdrawn)
    }

    /// Outcome decided and plan approved: the answer can be given.
    fn concluded(&self) -> Ready {
        when(self.outcome().is_some(), Why::OutcomeFirst)?;
        let approved = self.round.plan.as_ref().is_some_and(|p| p.approved.is_some());
        when(approved, Why::PlanFirst)
    }

    /// B2.2: QMR and leadership hear of the result before the reply is signed.
    fn result_reported(&self, purpose: LetterPurpose) -> Ready {
        let needed = purpose == LetterPurpose::Reply && self.has(Subject::CertificationResult);
        let reports = &self.round.reports;
        let both = reports.contains_key(&super::Report::ResultToQmr)
            && reports.contains_key(&super::Report::ResultToLeadership);
        when(!needed || both, Why::ReportFirst)
    }

    fn why_no_letter(&self) -> Why {
        if !self.can_write() {
            Why::NoAddress
        } else if self.round.end_told.is_some() || self.round.notified.is_some() {
            Why::AlreadyDone
        } else if self.round.assessment.is_none() {
            Why::AssessFirst
        } else if self.outcome().is_none() {
            Why::OutcomeFirst
        } else {
            Why::OtherRoad
        }
    }

    /// S6: those complained about who have not yet been heard.
    pub fn unheard(&self) -> Vec<PersonId> {
        self.persons_concerned
            .iter()
            .copied()
            .filter(|p| !self.round.statements.contains(p))
            .collect()
    }

    /// The places in the approved plan that this person has still to report done. For a doer who left or is kept out the case officer
    /// reports.
    pub fn open_measures_of(&self, person: PersonId, desk: &Desk) -> Vec<usize> {
        let Some(plan) = self.round.plan.as_ref().filter(|p| p.approved.is_some()) else {
            return Vec::new();
        };
        let reports = |doer: PersonId| {
            let able = desk.staff.is_active(doer)
                && allows(bar(self, doer, desk), Nature::Clerical, self.is_appeal());
            doer == person || (!able && self.round.case_officer == Some(person))
        };
        let measures = plan.said.measures.iter().enumerate();
        measures
            .filter(|(place, m)| !plan.measures_done.contains(place) && reports(m.doer))
            .map(|(place, _)| place)
            .collect()
    }

    /// Whether a dispatched letter came back and must go out again another way.
    pub fn letter_returned(&self) -> bool {
        self.returned_letter().is_some()
    }

    pub(crate) fn leak_touches_client(&self) -> bool {
        matches!(self.round.leak, Some((_, true))) || matches!(self.round.breach_assessed, Some((_, true)))
    }

    pub(crate) fn extension_untold(&self) -> bool {
        self.untold_extension().is_some()
    }

    /// The first extension that was granted and not told yet.
    pub(crate) fn untold_extension(&self) -> Option<&super::Extension> {
        let mut extensions = self.round.extensions.iter();
        extensions.find(|e| e.granted.is_some() && e.told.is_none())
    }

    /// S7: the outcome and its recourse were told, and the complainant may still reject it.
    pub fn awaits_response(&self) -> bool {
        let told = match self.round.answered {
            Some((_, Answer::Letter)) => self.round.notified.is_some(),
            Some((_, Answer::Voice { notice_declined })) => {
                notice_declined || !self.can_write() || self.round.notified.is_some()
            }
            Some((_, Answer::Conclusion)) => self.round.notified.is_some(),
            Some((_, Answer::OnTheSpot | Answer::HandedOver)) | None => false,
        };
        // What came back has told nobody anything.
        told && !self.letter_returned()
            && self.is_ours()
            && self.round.response.is_none()
            && self.round.lapsed.is_none()
    }

    /// S7: a conclusion was filed for want of an address, and whoever can be spoken to has not heard of it.
    pub fn conclusion_untold(&self) -> bool {
        matches!(self.round.answered, Some((_, Answer::Conclusion)))
            && self.is_ours()
            && self.can_speak()
            && self.round.notified.is_none()
    }

    /// §2: the authority that passed the case on has its report, before the answer if it named a day, and the result after it.
    pub fn forwarder_waits(&self) -> bool {
        let Some(forwarder) = &self.forwarder else {
            return false;
        };
        let round = &self.round;
        let ended = round
            .answered
            .map(|(on, _)| on)
            .or(round.withdrawn.map(|done| done.on));
        match round.reports.get(&super::Report::Forwarder) {
            None => ended.is_some() || forwarder.report_by.is_some(),
            Some(_) => ended.is_some() && !round.result_forwarded,
        }
    }

    /// S8: the outcome was rejected, and others have not reviewed it yet.
    pub fn awaits_review(&self) -> bool {
        matches!(self.round.response, Some((_, Response::Rejected))) && self.round.review.is_none()
    }

    /// S8: from when recourse outside is awaited: the review is made, and the end was told to whoever can be told.
    pub fn awaits_recourse(&self) -> Option<Date> {
        let round = &self.round;
        let (reviewed, _) = round.review.as_ref()?;
        if round.recourse.is_some() || round.lapsed.is_some() {
            return None;
        }
        if self.can_write() {
            round.end_told
        } else {
            Some(reviewed.on)
        }
    }

    /// S11: an appeal that was upheld, wholly or in part.
    pub fn upheld_appeal(&self) -> bool {
        self.is_appeal()
            && self
                .outcome()
                .is_some_and(|o| matches!(o.finding, Finding::Founded | Finding::Partly))
    }

    /// Whether the letter can still come to a signature: by the signer it lies with, or by one for whom another can draft it.
    fn signer_left(&self, letter: Option<&super::Letter>, desk: &Desk) -> bool {
        let signers = || desk.staff.active.iter().filter(|&&p| self.may_sign(p, desk));
        let submitted = letter.filter(|l| l.submitted.is_some());
        let named = submitted.and_then(|l| l.said.as_ref()).map(|said| said.signer);
        if signers().any(|&p| Some(p) == named) {
            return true;
        }
        let drafts = |p: PersonId| {
            self.fills(Office::Requester, Nature::Handling, p, desk).is_some()
                && allows(bar(self, p, desk), Nature::Handling, self.is_appeal())
                && !self.did_the_other_half(p, ActKind::DraftLetter)
        };
        let drafters: Vec<PersonId> = desk.staff.active.iter().copied().filter(|&p| drafts(p)).collect();
        signers().any(|&signer| drafters.iter().any(|&drafter| drafter != signer))
    }

    /// Whether this person could put a signature under a letter of this case.
    pub fn may_sign(&self, person: PersonId, desk: &Desk) -> bool {
        if self.did_the_other_half(person, ActKind::SignLetter) {
            return false;
        }
        self.fills(Office::Signer, Nature::Signing, person, desk)
            .is_some()
            && allows(bar(self, person, desk), Nature::Signing, self.is_appeal())
    }
}
