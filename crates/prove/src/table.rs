//! The table of §3.1 and the pairs of §2, written down a second time from the procedure itself. Nothing here asks the product.

use crate::ledger::Ledger;
use crate::people::*;
use crate::world::World;
use jiff::civil::Date;
use procedure::case::ActKind;
use procedure::vocabulary::Role;

/// What an act is to the table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Statement, evidence, and what concerns one's own independence: open to everyone.
    Informing,
    /// Saying who is complained about or who took part: information, except from those whom it is about.
    Naming,
    /// The book, the post, notices.
    Serving,
    /// Directing, inquiring, talking, proposing, drafting.
    Handling,
    /// Deciding and approving.
    Deciding,
    /// The signature under a letter.
    Signing,
}

pub const fn doing(kind: ActKind) -> Doing {
    match kind {
        ActKind::Receive
        | ActKind::DeclareInterest
        | ActKind::Recuse
        | ActKind::AddEvidence
        | ActKind::RecordStatement => Doing::Informing,
        ActKind::NameParticipants | ActKind::NamePersonsConcerned => Doing::Naming,
        ActKind::ConfirmEntry
        | ActKind::AskAnnulment
        | ActKind::RecordIncoming
        | ActKind::ReportToQmr
        | ActKind::ReportToUnit
        | ActKind::Promise
        | ActKind::Acknowledge
        | ActKind::BecomeWritten
        | ActKind::CorrectReceipt
        | ActKind::CorrectComplainant
        | ActKind::LinkCase
        | ActKind::AlertDirector
        | ActKind::ReportMeasureDone
        | ActKind::NumberLetter
        | ActKind::DispatchLetter
        | ActKind::RecordDelivery
        | ActKind::TellExtension
        | ActKind::TellProgress
        | ActKind::ReportToForwarder
        | ActKind::HearFromComplainant
        | ActKind::WriteToComplainant
        | ActKind::LeaveUnanswered
        | ActKind::RecordResponse
        | ActKind::RecordRecourse
        | ActKind::RecordRecourseResult
        | ActKind::ReportNewDecision
        | ActKind::Withdraw
        | ActKind::Lapse
        | ActKind::Close => Doing::Serving,
        ActKind::SettleOnTheSpot
        | ActKind::ConfirmAnnulment
        | ActKind::RefuseAnnulment
        | ActKind::OverturnSettlement
        | ActKind::GiveDirection
        | ActKind::Assess
        | ActKind::HandOver
        | ActKind::Reassign
        | ActKind::TellSubject
        | ActKind::EstablishCause
        | ActKind::HoldTalk
        | ActKind::InvestigateLeak
        | ActKind::AssessDataBreach
        | ActKind::TellAffectedClient
        | ActKind::AskClient
        | ActKind::ReferToClient
        | ActKind::ProposePlan
        | ActKind::ProposeOutcome
        | ActKind::OpenCorrectiveAction
        | ActKind::ReportResultToQmr
        | ActKind::ReportResultToLeadership
        | ActKind::DraftLetter
        | ActKind::SubmitLetter
        | ActKind::ReplaceLetter
        | ActKind::CorrectLetter
        | ActKind::AnswerByVoice
        | ActKind::AskExtension
        | ActKind::Reopen => Doing::Handling,
        ActKind::Substitute
        | ActKind::DecideOnClient
        | ActKind::ReturnPlan
        | ActKind::ApprovePlan
        | ActKind::DecideOutcome
        | ActKind::ApproveOutcome
        | ActKind::RejectOutcome
        | ActKind::RecordGoverningLetter
        | ActKind::FileConclusion
        | ActKind::GrantExtension
        | ActKind::RefuseExtension
        | ActKind::ReviewInternally => Doing::Deciding,
        ActKind::ReturnLetter | ActKind::SignLetter => Doing::Signing,
    }
}

/// The row of the table that forbids it, if one does. `leader`: whether the person is one of the leaders.
pub fn denied(on_record: &Ledger, who: Slot, doing: Doing, leader: bool) -> Option<&'static str> {
    if doing == Doing::Informing {
        return None;
    }
    if on_record.concerned.has(who) {
        return Some("the subject of the case gives statement and evidence, nothing else");
    }
    if on_record.interest.has(who) {
        return Some("one with a declared interest gives statement and evidence, nothing else");
    }
    if doing == Doing::Naming {
        return None;
    }
    if on_record.handled_first.has(who) {
        return Some("whoever handled the first case gives nothing but information");
    }
    let took_part = on_record.took_part.has(who);
    if !took_part && !on_record.of_client.has(who) {
        return None;
    }
    match doing {
        Doing::Informing | Doing::Naming => None,
        Doing::Signing if leader && !on_record.of_client.has(who) => None,
        Doing::Signing => Some("only a leader who took part may sign what another decided"),
        Doing::Deciding => Some("one who took part, or knows the client, decides nothing"),
        Doing::Serving | Doing::Handling if on_record.appeal => {
            Some("on an appeal one who took part, or knows the client, gives nothing but information")
        }
        Doing::Serving | Doing::Handling => None,
    }
}

/// Whether a person may be asked to handle, decide and so on: the table alone.
pub fn free(on_record: &Ledger, world: &World, who: Slot, doing: Doing) -> bool {
    denied(on_record, who, doing, is_leader(world, who)).is_none()
}

pub fn is_leader(world: &World, who: Slot) -> bool {
    let offices = world.outline.offices;
    let leaders = offices
        .appointed(Role::Director)
        .or(offices.appointed(Role::DeputyDirector));
    leaders.has(who)
}

/// The Director is kept from deciding, so that the impartiality body takes his place in every act.
pub fn director_is_blocked(on_record: &Ledger, world: &World) -> bool {
    !free(
        on_record,
        world,
        world.outline.offices.director(),
        Doing::Deciding,
    )
}

/// Whether a role in which somebody acts is his: by appointment, by a valid mandate, or by an act of substitution in this case.
pub fn holds(on_record: &Ledger, world: &World, who: Slot, role: Role, today: Date) -> bool {
    if let Some(stand_in) = stand_in(on_record, world, role) {
        return stand_in == who;
    }
    let offices = world.outline.offices;
    let mandates = offices.mandates();
    let void = director_is_blocked(on_record, world) && mandates.given_on > on_record.received_on;
    offices.appointed(role).has(who)
        || (mandates.substitutes.contains(&(role, who)) && mandates.given_on <= today && !void)
}

/// Who was named for a role in this case and may still act: a blocked Director's naming is void, and who is kept out stands in for nobody.
pub fn stand_in(on_record: &Ledger, world: &World, role: Role) -> Option<Slot> {
    let &(named, by) = on_record.stand_ins.get(&role)?;
    let by_director = by.is_some_and(|by| world.outline.offices.appointed(Role::Director).has(by));
    let void = by_director && director_is_blocked(on_record, world);
    (!void && free(on_record, world, named, Doing::Deciding)).then_some(named)
}

/// Whether the table of authority lets somebody sign here.
pub fn has_authority(on_record: &Ledger, world: &World, who: Slot, today: Date) -> bool {
    let offices = world.outline.offices;
    let mandates = offices.mandates();
    let void = director_is_blocked(on_record, world) && mandates.given_on > on_record.received_on;
    offices.director() == who || (offices.authorised().has(who) && mandates.given_on <= today && !void)
}

/// §2: the half of a pair that somebody has already done on this case.
pub fn other_half(on_record: &Ledger, who: Slot, kind: ActKind) -> Option<&'static str> {
    let halves = &on_record.halves;
    let (done, says) = match kind {
        ActKind::ApprovePlan => (halves.proposed, "nobody both proposes and approves a plan"),
        ActKind::ProposePlan => (halves.approved, "nobody both proposes and approves a plan"),
        ActKind::GrantExtension | ActKind::RefuseExtension => {
            (halves.asked, "nobody both asks for and decides an extension")
        }
        ActKind::AskExtension => (halves.decided, "nobody both asks for and decides an extension"),
        ActKind::SignLetter => (halves.drafted, "nobody both drafts and signs"),
        ActKind::DraftLetter | ActKind::SubmitLetter => (halves.signed, "nobody both drafts and signs"),
        ActKind::ApproveOutcome => (
            on_record.proposer.into_iter().collect(),
            "an outcome proposed by one who took part is approved by another",
        ),
        _ => return None,
    };
    done.has(who).then_some(says)
}
