//! The shape of a state: what of it later acts can depend on. Two stories that lead to one shape need to be continued only once.
//!
//! People are places in the world, words are there or not, dates are before, on or after today, counters stop at one, and dates of duties
//! are left out, since they follow from the facts. Every field of the product's state is named here, so that a new one does not
//! compile until somebody has said what it means for the shape. `tests/shapes.rs` plays stories of one shape side by side.

use crate::ledger::compare;
use crate::people::{Offices, People, Slot, slot};
use crate::scene::Scene;
use crate::world::World;
use jiff::civil::Date;
use procedure::calendar::Calendar;
use procedure::case::{Assessment, Conclusion, Done, Extension, Letter, Plan, Recourse, Round, Settlement};
use procedure::obligations::response_term;
use procedure::vocabulary::Role;
use procedure::{Case, PersonId};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A fingerprint of the shape, as wide as the number of states of one world needs.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shape(u64);

impl Shape {
    pub fn of(scene: &Scene, world: &World) -> Shape {
        let mut hasher = DefaultHasher::new();
        let reviewers = reviewers(world.outline.offices);
        let eye = Eye {
            today: scene.today,
            reviewers,
        };
        eye.case(&scene.case, &mut hasher);
        let waits_until =
            response_term(&scene.case, &world.periods).map(|term| term.due(Calendar::vietnam()).on);
        eye.day(waits_until, &mut hasher);
        scene.ledger.key(scene.today, reviewers, &mut hasher);
        Shape(hasher.finish())
    }
}

/// Only of these does it matter whether they handled the case before (S8).
pub fn reviewers(offices: Offices) -> People {
    let roles = [
        Role::Director,
        Role::DeputyDirector,
        Role::ImpartialityBody,
        Role::ExternalReviewer,
    ];
    let substitutes = offices.mandates().substitutes.into_iter();
    let mandated = substitutes
        .filter(|(role, _)| roles.contains(role))
        .map(|(_, slot)| slot);
    roles.iter().fold(mandated.collect(), |people: People, &role| {
        people.or(offices.appointed(role))
    })
}

/// Looks at a state on one day.
struct Eye {
    today: Date,
    reviewers: People,
}

impl Eye {
    fn day(&self, day: Option<Date>, to: &mut impl Hasher) {
        day.map(|day| compare(self.today, day)).hash(to);
    }

    fn case(&self, case: &Case, to: &mut impl Hasher) {
        let Case {
            id: _,
            number,
            entry,
            entry_before,
            annulment_asked,
            receiver,
            received_on,
            registered_on: _,
            first_read_at: _,
            first_read_on: _,
            channel,
            written,
            wrote_on: _,
            declared_kind: _,
            kind,
            subjects,
            complainant,
            forwarder,
            persons_concerned,
            unit: _,
            safety,
            safety_since: _,
            incoming_number,
            declarations,
            participants,
            stand_ins,
            vacant,
            vacated_on: _,
            recused,
            halves,
            corrective_actions,
            links: _,
            round,
            past_rounds,
            limit_from,
            first_limit: _,
            limit: _,
            past_limits: _,
            dues: _,
            closed_on,
            transcribed,
            imported_finding: _,
            version: _,
        } = case;
        (
            number.is_some(),
            entry,
            entry_before,
            annulment_asked.is_some(),
            receiver,
        )
            .hash(to);
        // Mandates are void when they were given after receipt.
        (received_on, self.today == *received_on).hash(to);
        (
            channel,
            written,
            kind,
            subjects,
            complainant.reach,
            complainant.party.is_some(),
        )
            .hash(to);
        (
            complainant.is_client,
            forwarder.as_ref().map(|f| f.identity_withheld),
        )
            .hash(to);
        (
            persons_concerned,
            safety,
            incoming_number.is_some(),
            declarations,
            participants,
        )
            .hash(to);
        (stand_ins, vacant, recused, halves, corrective_actions.is_empty()).hash(to);
        (past_rounds.is_empty(), limit_from == received_on).hash(to);
        self.day(Some(case.limit_on()), to);
        (closed_on.is_some(), transcribed).hash(to);
        let handled_before = past_rounds.iter().flat_map(|past| past.handled_by.iter());
        self.reviewers_among(handled_before, to);
        self.round(round, to);
        let promised = round.promise.as_ref().and_then(|(_, promise)| promise.reply_by);
        promised.map(|day| compare(day, case.limit_on())).hash(to);
    }

    fn reviewers_among<'a>(&self, people: impl Iterator<Item = &'a PersonId>, to: &mut impl Hasher) {
        let slots = people.map(|&person| slot(person)).collect::<People>();
        slots.and(self.reviewers).hash(to);
    }

    fn round(&self, round: &Round, to: &mut impl Hasher) {
        let Round {
            settlement,
            overturned,
            promise,
            reports,
            result_forwarded,
            direction,
            acknowledged,
            assessment,
            case_officer,
            director_alerted,
            subject_told,
            statements,
            evidence,
            cause,
            talk,
            leak,
            breach_assessed,
            client_told,
            client_asked,
            referred_to_client,
            client_measure,
            plan,
            conclusion,
            letters,
            answered,
            notified,
            last_told,
            extensions,
            unanswered,
            response,
            review,
            recourse,
            lapsed,
            new_decision,
            withdrawn,
            end_told,
            handled_by,
            tainted,
            tainted_on: _,
        } = round;
        (
            settlement.as_ref().map(|Settlement { done: _, said: _ }| ()),
            overturned.is_some(),
            result_forwarded,
        )
            .hash(to);
        promise
            .as_ref()
            .map(|(_, said)| said.no_contact_reason.is_some())
            .hash(to);
        self.day(promise.as_ref().and_then(|(_, said)| said.reply_by), to);
        reports.keys().for_each(|report| report.hash(to));
        (
            direction.is_some(),
            acknowledged.is_some(),
            case_officer,
            director_alerted.is_some(),
        )
            .hash(to);
        assessment
            .as_ref()
            .map(|Assessment { done: _, said }| said.ours)
            .hash(to);
        (
            subject_told.is_some(),
            statements,
            (*evidence).min(1),
            cause.is_some(),
            talk.is_some(),
        )
            .hash(to);
        (
            leak.map(|(_, found)| found),
            breach_assessed.map(|(_, found)| found),
        )
            .hash(to);
        (client_told.is_some(), client_asked.is_some()).hash(to);
        (referred_to_client.is_some(), client_measure.is_some()).hash(to);
        plan.as_ref().map(plan_shape).hash(to);
        conclusion.as_ref().map(conclusion_shape).hash(to);
        self.letters(letters, to);
        (
            answered.map(|(_, how)| how),
            notified.is_some(),
            last_told.is_some(),
        )
            .hash(to);
        (*last_told == Some(self.today)).hash(to);
        extensions
            .iter()
            .any(|extension| extension.granted.is_some())
            .hash(to);
        if let Some(extension) = extensions.last() {
            self.extension(extension, to);
        }
        unanswered.is_some().hash(to);
        response.as_ref().map(|(_, response)| response).hash(to);
        review
            .as_ref()
            .map(|(done, outcome)| (by(*done), outcome.finding))
            .hash(to);
        recourse
            .as_ref()
            .map(
                |Recourse {
                     forum: _,
                     known_on: _,
                     result,
                 }| result.is_some(),
            )
            .hash(to);
        (
            lapsed.is_some(),
            new_decision.is_some(),
            withdrawn.is_some(),
            end_told.is_some(),
            tainted,
        )
            .hash(to);
        self.reviewers_among(handled_by.iter(), to);
    }

    /// What lies before the last letter that went out can be neither read nor changed any more.
    fn letters(&self, letters: &[Letter], to: &mut impl Hasher) {
        let last_out = letters.iter().rposition(|letter| letter.dispatched.is_some());
        letters.is_empty().hash(to);
        for letter in &letters[last_out.unwrap_or(0)..] {
            let Letter {
                purpose,
                drafted,
                said,
                digest,
                submitted,
                returned,
                signed,
                number,
                dispatched,
                delivery,
                governing,
                replaces,
            } = letter;
            (
                purpose,
                by(*drafted),
                said,
                digest,
                submitted.map(by),
                returned.is_some(),
            )
                .hash(to);
            (
                signed.as_ref().map(|s| (s.by, &s.digest)),
                number.is_some(),
                dispatched.is_some(),
            )
                .hash(to);
            (delivery.map(|(what, _)| what), governing.is_some(), replaces).hash(to);
        }
    }

    fn extension(&self, extension: &Extension, to: &mut impl Hasher) {
        let Extension {
            asked,
            until: _,
            limit_then,
            decided,
            granted,
            late: _,
            told,
        } = extension;
        // Who asked is read only while nobody has decided.
        (
            decided.is_none().then(|| by(*asked)),
            decided.is_some(),
            granted.is_some(),
            told.is_some(),
        )
            .hash(to);
        if decided.is_none() {
            self.day(Some(*limit_then), to);
        }
    }
}

fn by(done: Done) -> Option<Slot> {
    done.by.map(slot)
}

fn plan_shape(plan: &Plan) -> impl Hash + use<> {
    let Plan {
        proposed,
        said,
        returned,
        approved,
        measures_done,
    } = plan;
    let doers: Vec<Slot> = said.measures.iter().map(|measure| slot(measure.doer)).collect();
    let done: Vec<usize> = measures_done.iter().copied().collect();
    (by(*proposed), returned.is_some(), approved.is_some(), doers, done)
}

fn conclusion_shape(conclusion: &Conclusion) -> impl Hash + use<> {
    let Conclusion {
        by: decided,
        outcome,
        approved,
        proposal,
    } = conclusion;
    (by(*decided), outcome.finding, approved.map(by), *proposal)
}
