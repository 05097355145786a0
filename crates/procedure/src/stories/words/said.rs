//! What everybody says in a story: for each act the phrase that stands for it.

use super::{channel, subject, text};
use crate::case::Act;
use crate::case::acts::*;
use crate::id::{CaseId, CorrectiveActionId, PersonId};
use crate::stories::cast::{self, CLIENT};
use crate::stories::clauses::{Words, day, person};
use crate::stories::stage::Stage;
use crate::vocabulary::*;
use std::collections::BTreeSet;

fn reason() -> Reason {
    Reason { reason: text() }
}

fn tell() -> Tell {
    Tell {
        words: text(),
        way: None,
    }
}

pub fn nothing_to_declare() -> Act {
    Act::DeclareInterest(DeclareInterest { interest: None })
}

/// What somebody says. The phrase comes first; the longer of two that begin alike is tried first.
pub fn act(stage: &Stage, who: Option<PersonId>, words: &mut Words) -> Act {
    book(stage, words)
        .or_else(|| routing(stage, words))
        .or_else(|| inquiry(stage, words))
        .or_else(|| outcome(stage, words))
        .or_else(|| letter(stage, words))
        .or_else(|| time(words))
        .or_else(|| afterwards(words))
        .unwrap_or_else(|| panic!("{who:?} does nothing that is known: “{}”", words.rest().join(" ")))
}

fn book(stage: &Stage, words: &mut Words) -> Option<Act> {
    let note = Note::default;
    Some(if words.phrase("settles") {
        Act::SettleOnTheSpot(SettleOnTheSpot {
            explanation: text(),
            satisfaction: text(),
        })
    } else if words.phrase("confirms") {
        Act::ConfirmEntry
    } else if words.phrase("asks annulment") {
        Act::AskAnnulment(AskAnnulment {
            ground: words
                .any(AnnulGround::from_key)
                .pop()
                .unwrap_or(AnnulGround::Mistake),
            reason: text(),
        })
    } else if words.phrase("annuls") {
        Act::ConfirmAnnulment(reason())
    } else if words.phrase("refuses annulment") {
        Act::RefuseAnnulment(reason())
    } else if words.phrase("records incoming") {
        Act::RecordIncoming(RecordIncoming {
            incoming_number: words.peek().map_or(7, |_| words.word().parse().unwrap()),
            arrived_on: words.today,
        })
    } else if words.phrase("reports to QMR") {
        Act::ReportToQmr(note())
    } else if words.phrase("reports to unit") {
        Act::ReportToUnit(note())
    } else if words.phrase("overturns") {
        Act::OverturnSettlement(reason())
    } else if words.phrase("promises nothing") {
        Act::Promise(Promise {
            reply_by: None,
            no_contact_reason: Some(text()),
        })
    } else if words.phrase("promises") {
        Act::Promise(Promise {
            reply_by: words.has_day().then(|| words.day()),
            no_contact_reason: None,
        })
    } else if words.phrase("directs") {
        Act::GiveDirection(GiveDirection { direction: text() })
    } else if words.phrase("acknowledges") {
        Act::Acknowledge(tell())
    } else if words.phrase("takes writing") {
        let wrote_on = if words.has_day() { words.day() } else { words.today };
        Act::BecomeWritten(BecomeWritten {
            wrote_on,
            channel: words.any(channel).pop().unwrap_or(Channel::Email),
            content: text(),
            letter_address: words.has("address"),
        })
    } else if words.phrase("corrects receipt") {
        Act::CorrectReceipt(CorrectReceipt {
            received_on: words.day(),
            reason: text(),
        })
    } else if words.phrase("corrects complainant") {
        let known = &stage.case.complainant;
        Act::CorrectComplainant(CorrectComplainant {
            party: words.has("known").then_some(cast::COMPLAINANT),
            letter_address: (known.reach.letter || words.has("address")) && !words.has("no-address"),
            voice_contact: known.reach.voice || words.has("telephone"),
            is_client: (known.is_client || words.has("client")) && !words.has("no-client"),
            represented: known.represented,
            group: known.group,
            reason: text(),
        })
    } else if words.phrase("links") {
        let case = CaseId::small(if words.has("itself") { 1 } else { 2 });
        Act::LinkCase(LinkCase { case, reason: text() })
    } else {
        return None;
    })
}

fn routing(stage: &Stage, words: &mut Words) -> Option<Act> {
    let case = &stage.case;
    Some(if words.phrase("assesses breach") {
        Act::AssessDataBreach(AssessDataBreach {
            personal_data: !words.has("no-data"),
            conclusion: text(),
        })
    } else if words.phrase("assesses") {
        let ours = words.any(Ours::from_key).pop().unwrap_or(Ours::Ours);
        let subjects: BTreeSet<Subject> = words.any(subject).into_iter().collect();
        let officer = words
            .after("officer")
            .map_or(Some("officer"), |name| (name != "nobody").then_some(name));
        Act::Assess(Assess {
            ours,
            kind: words.any(Kind::from_key).pop().unwrap_or(case.kind),
            subjects: if words.has("nothing") || !subjects.is_empty() {
                subjects
            } else {
                case.subjects.clone()
            },
            severity: words
                .after("severity")
                .map_or(Severity::Low, |word| Severity::from_key(word).unwrap()),
            safety: (case.safety || words.has("safety")) && !words.has("harmless"),
            complexity: Degree::Low,
            impact: Degree::Low,
            immediate_action: false,
            reason: text(),
            case_officer: officer.filter(|_| ours == Ours::Ours).and_then(cast::named),
            unit: None,
        })
    } else if words.phrase("hands over") {
        Act::HandOver(HandOver {
            competent: text(),
            words: text(),
        })
    } else if words.phrase("reassigns to") {
        Act::Reassign(Reassign {
            case_officer: words.person(),
            reason: text(),
        })
    } else if words.phrase("alerts") {
        Act::AlertDirector(Note::default())
    } else if words.phrase("declares an interest") {
        Act::DeclareInterest(DeclareInterest {
            interest: Some(text()),
        })
    } else if words.phrase("declares") {
        nothing_to_declare()
    } else if words.phrase("names participants") {
        words.has("client");
        let client = (!words.has("clientless")).then_some(CLIENT);
        let unnumbered = words.has("unnumbered");
        let decided_on = words
            .after("decided")
            .map_or(cast::LONG_AGO, |word| day(word, words.today).unwrap());
        let people = words.rest().into_iter().map(|word| {
            let (name, part) = word.split_once(':').unwrap_or((word, "decision"));
            Participant {
                person: person(name, word),
                part: Part::from_key(part).unwrap(),
            }
        });
        Act::NameParticipants(NameParticipants {
            people: people.collect(),
            decision_number: if unnumbered { " " } else { "45/QĐ-TT" }.to_owned(),
            decided_on,
            client,
        })
    } else if words.phrase("names concerned") {
        let names = words.rest().into_iter().filter(|name| *name != "nobody");
        Act::NamePersonsConcerned(NamePersonsConcerned {
            persons: names.map(|name| person(name, name)).collect(),
            reason: text(),
        })
    } else if words.phrase("recuses") {
        Act::Recuse(reason())
    } else if words.phrase("puts") {
        let person = words.person();
        assert!(words.phrase("for"));
        Act::Substitute(Substitute {
            role: Role::from_key(words.word()).unwrap(),
            person,
            reason: text(),
        })
    } else {
        return None;
    })
}

fn inquiry(stage: &Stage, words: &mut Words) -> Option<Act> {
    Some(if words.phrase("adds evidence") {
        Act::AddEvidence(AddEvidence {
            description: text(),
            source: text(),
            obtained_on: if words.has_day() { words.day() } else { words.today },
            documents: Vec::new(),
            verified_by: None,
        })
    } else if words.phrase("tells subject") {
        Act::TellSubject(tell())
    } else if words.phrase("records statement of") {
        Act::RecordStatement(RecordStatement {
            person: words.person(),
            declined: words.has("declined"),
            statement: text(),
        })
    } else if words.phrase("finds cause") {
        Act::EstablishCause(EstablishCause { cause: text() })
    } else if words.phrase("holds talk") {
        Act::HoldTalk(HoldTalk {
            held_on: if words.has_day() { words.day() } else { words.today },
            people: text(),
            account: text(),
            lesson: text(),
        })
    } else if words.phrase("investigates") {
        Act::InvestigateLeak(InvestigateLeak {
            team: text(),
            findings: text(),
            leak_confirmed: !words.has("no-leak"),
        })
    } else if words.phrase("tells client") {
        Act::TellAffectedClient(tell())
    } else if words.phrase("asks client") {
        Act::AskClient(AskClient {
            answer_by: if words.has_day() {
                words.day()
            } else {
                stage.centre.today
            },
            words: text(),
        })
    } else if words.phrase("refers to client") {
        Act::ReferToClient(ReferToClient {
            referred: !words.has("later"),
            words: text(),
        })
    } else if words.phrase("decides measure") {
        Act::DecideOnClient(DecideOnClient {
            measure: ClientMeasure::from_key(words.word()).unwrap(),
            reason: text(),
        })
    } else {
        return None;
    })
}

fn finding(stage: &Stage, words: &mut Words) -> Outcome {
    let bare = words.has("bare");
    Outcome {
        finding: Finding::from_key(words.word()).unwrap(),
        remedy: Remedy::Explanation,
        reasons: text(),
        no_evidence_reason: (stage.case.round.evidence == 0 && !bare).then(text),
    }
}

fn outcome(stage: &Stage, words: &mut Words) -> Option<Act> {
    Some(if words.phrase("plans") {
        let measures = words.rest().into_iter().map(|word| {
            let (name, by) = word.split_once(':').unwrap();
            Measure {
                what: text(),
                doer: person(name, word),
                by: day(by, stage.centre.today).unwrap(),
            }
        });
        Act::ProposePlan(ProposePlan {
            plan: text(),
            measures: measures.collect(),
        })
    } else if words.phrase("returns plan") {
        Act::ReturnPlan(reason())
    } else if words.phrase("approves plan") {
        let other_hands = words.rest().into_iter().map(|word| {
            let (name, by) = word.split_once(':').unwrap();
            Measure {
                what: text(),
                doer: person(name, word),
                by: day(by, words.today).unwrap(),
            }
        });
        Act::ApprovePlan(ApprovePlan {
            note: None,
            measures: other_hands.collect(),
        })
    } else if words.phrase("reports measure") {
        Act::ReportMeasureDone(ReportMeasureDone {
            measure: words.word().parse().unwrap(),
            result: text(),
        })
    } else if words.phrase("proposes") {
        Act::ProposeOutcome(finding(stage, words))
    } else if words.phrase("decides") {
        Act::DecideOutcome(finding(stage, words))
    } else if words.phrase("approves outcome") {
        Act::ApproveOutcome(Note::default())
    } else if words.phrase("rejects outcome") {
        Act::RejectOutcome(reason())
    } else if words.phrase("opens action") {
        Act::OpenCorrectiveAction(OpenCorrectiveAction {
            action: CorrectiveActionId::small(1),
            existing: false,
            problem: text(),
            owner: words
                .after("owner")
                .and_then(cast::named)
                .unwrap_or(PersonId::small(4)),
        })
    } else if words.phrase("reports result to QMR") {
        Act::ReportResultToQmr(Note::default())
    } else if words.phrase("reports result to leadership") {
        Act::ReportResultToLeadership(Note::default())
    } else {
        return None;
    })
}

fn letter(stage: &Stage, words: &mut Words) -> Option<Act> {
    Some(if words.phrase("drafts for") {
        Act::DraftLetter(DraftLetter {
            addressee: text(),
            subject_line: text(),
            body: text(),
            signer: words.person(),
        })
    } else if words.phrase("submits") {
        Act::SubmitLetter
    } else if words.phrase("returns letter") {
        Act::ReturnLetter(reason())
    } else if words.phrase("signs") {
        let seen = stage.case.letter_in_hand();
        Act::SignLetter(SignLetter {
            digest: if words.has("wrongly") {
                "ff".to_owned()
            } else {
                seen.map(|letter| letter.digest.clone()).unwrap_or_default()
            },
            documents: Vec::new(),
        })
    } else if words.phrase("numbers") {
        Act::NumberLetter(NumberLetter {
            number: words.peek().map_or(12, |_| words.word().parse().unwrap()),
            symbol: if words.has("nameless") { " " } else { "TT-QLCL" }.to_owned(),
        })
    } else if words.phrase("dispatches") {
        Act::DispatchLetter(DispatchLetter {
            way: words
                .any(DispatchWay::from_key)
                .pop()
                .unwrap_or(DispatchWay::Post),
            to_every_address: words.has("everywhere"),
            tracking: None,
        })
    } else if words.phrase("records post") {
        Act::RecordDelivery(RecordDelivery {
            delivery: Delivery::from_key(words.word()).unwrap(),
            delivered_on: if words.has_day() { words.day() } else { words.today },
            note: None,
        })
    } else if words.phrase("replaces letter") {
        Act::ReplaceLetter(reason())
    } else if words.phrase("corrects letter") {
        Act::CorrectLetter(reason())
    } else if words.phrase("records governing letter") {
        Act::RecordGoverningLetter(RecordGoverningLetter {
            letter_number: if words.has("unnumbered") { " " } else { "5/HĐ" }.to_owned(),
            dated_on: if words.has_day() { words.day() } else { words.today },
            reason: text(),
            documents: Vec::new(),
        })
    } else if words.phrase("answers by voice") {
        Act::AnswerByVoice(AnswerByVoice {
            words: text(),
            notice_declined: words.has("declined"),
        })
    } else if words.phrase("files conclusion") {
        Act::FileConclusion(FileConclusion {
            conclusion: text(),
            attempts: text(),
        })
    } else {
        return None;
    })
}

fn time(words: &mut Words) -> Option<Act> {
    Some(if words.phrase("asks extension") {
        Act::AskExtension(AskExtension {
            until: words.day(),
            reason: text(),
        })
    } else if words.phrase("grants") {
        Act::GrantExtension(GrantExtension {
            until: words.day(),
            reason: text(),
        })
    } else if words.phrase("refuses extension") {
        Act::RefuseExtension(reason())
    } else if words.phrase("tells extension") {
        Act::TellExtension(tell())
    } else if words.phrase("tells progress") {
        Act::TellProgress(TellProgress {
            words: text(),
            reply_by: words.has_day().then(|| words.day()),
            way: None,
        })
    } else if words.phrase("hears from complainant") {
        Act::HearFromComplainant(HearFromComplainant {
            words: text(),
            heard_on: words.day(),
            documents: Vec::new(),
        })
    } else if words.phrase("writes to complainant") {
        Act::WriteToComplainant(tell())
    } else if words.phrase("leaves unanswered") {
        Act::LeaveUnanswered(reason())
    } else if words.phrase("reports to forwarder") {
        Act::ReportToForwarder(tell())
    } else {
        return None;
    })
}

fn afterwards(words: &mut Words) -> Option<Act> {
    Some(if words.phrase("records response") {
        Act::RecordResponse(RecordResponse {
            response: Response::from_key(words.word()).unwrap(),
            words: text(),
        })
    } else if words.phrase("reviews") {
        Act::ReviewInternally(Outcome {
            no_evidence_reason: (!words.has("bare")).then(text),
            finding: Finding::from_key(words.word()).unwrap(),
            remedy: Remedy::Explanation,
            reasons: text(),
        })
    } else if words.phrase("records recourse result") {
        Act::RecordRecourseResult(RecordRecourseResult { words: text() })
    } else if words.phrase("records recourse") {
        Act::RecordRecourse(RecordRecourse {
            known_on: if words.has_day() { words.day() } else { words.today },
            forum: words
                .any(Forum::from_key)
                .pop()
                .unwrap_or(Forum::AccreditationBody),
            words: text(),
        })
    } else if words.phrase("lapses") {
        Act::Lapse
    } else if words.phrase("reports new decision") {
        Act::ReportNewDecision(ReportNewDecision {
            handed_over: words.has("handed-over"),
            owner: words.after("owner").and_then(cast::named),
            by: words.after("by").and_then(|word| day(word, words.today)),
            words: text(),
        })
    } else if words.phrase("withdraws") {
        Act::Withdraw(Withdraw {
            withdrawn_on: if words.has_day() { words.day() } else { words.today },
            words: text(),
        })
    } else if words.phrase("reopens") {
        let ground = ReopenGround::from_key(words.word()).unwrap();
        Act::Reopen(Reopen {
            ground,
            received_on: words.has_day().then(|| words.day()),
            reason: text(),
        })
    } else if words.phrase("closes") {
        Act::Close
    } else {
        return None;
    })
}
