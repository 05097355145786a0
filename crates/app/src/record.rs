//! From a case to its rows: the line of the register, the people on it and what is owed.

use procedure::case::{ActKind, Actor, Case, Why, guard};
use procedure::independence::{Nature, allows};
use procedure::obligations::{Obligation, obligations, s12};
use procedure::office::Office;
use procedure::vocabulary::{Part, Role};
use procedure::{Desk, PersonId, Rule};
use std::collections::BTreeSet;
use store::cases::{
    BLOCKED, CLIENT, CasePerson, CaseRecord, CaseRow, DECLARED, INTEREST, NOBODY, SUBJECT, TOOK_PART,
};
use store::obligations::Holder;
use store::{At, On};

/// Under which key the impartiality body finds what a blocked Director cannot do.
pub const IMPARTIALITY: &str = "impartiality_body";

/// Under which key those who keep the book find cases that only wait to be closed.
pub const CLOSER: &str = "closer";

/// The name and number by which a complainant is found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub sort_key: String,
    pub phone: String,
}

/// Everything that is kept of a case beside its history.
pub(crate) fn record(case: &Case, named: &Named, summary: &str, at: jiff::Timestamp) -> CaseRecord {
    let number = case.number.map(|n| n.to_string()).unwrap_or_default();
    let round = &case.round;
    let finding = case
        .outcome()
        .map(|outcome| outcome.finding)
        .or(case.imported_finding);
    let row = CaseRow {
        id: case.id.0,
        year: case.number.map_or(0, |n| i64::from(n.year)),
        ordinal: case.number.map_or(0, |n| i64::from(n.ordinal)),
        number,
        version: i64::from(case.version),
        kind: case.kind.key().to_owned(),
        channel: case.channel.key().to_owned(),
        written: case.written,
        unit_id: case.unit.map(|unit| unit.0),
        stage: case.stage().key().to_owned(),
        received_on: On(case.received_on),
        registered_on: On(case.registered_on),
        limit_on: case.limit.map(|due| On(due.on)),
        first_limit_on: case.first_limit.map(|due| On(due.on)),
        answered_on: answered_on(case).map(On),
        closed_on: case.closed_on.map(On),
        outcome: finding.map(|finding| finding.key().to_owned()),
        severity: round
            .assessment
            .as_ref()
            .map(|a| a.said.severity.key().to_owned()),
        safety: case.safety,
        protected: case.is_protected(),
        imported: case.transcribed,
        annulled: case.is_annulled(),
        extended: round
            .extensions
            .iter()
            .any(|extension| extension.granted.is_some()),
        reopened: !case.past_rounds.is_empty(),
        complainant_name: named.name.clone(),
        complainant_sort: named.sort_key.clone(),
        complainant_phone: named.phone.clone(),
        summary: summary.to_owned(),
        last_event_at: At::from(at),
    };
    CaseRecord {
        row,
        subjects: case
            .subjects
            .iter()
            .map(|subject| subject.key().to_owned())
            .collect(),
        people: people(case),
        state: canonical(case),
    }
}

/// The day of the answer that counts: a reopened case is open again, a withdrawn one ends with its notice.
fn answered_on(case: &Case) -> Option<jiff::civil::Date> {
    let round = &case.round;
    round
        .answered
        .map(|(on, _)| on)
        .or_else(|| round.withdrawn.and(round.end_told))
}

/// JSON whose keys are in order, the same on both databases and for ever.
pub(crate) fn canonical(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("values of the core are plain data with text keys");
    value.to_string()
}

/// The marks of a case, each for a role that sees a protected case only then, or that another has in it.
pub(crate) mod mark {
    use procedure::vocabulary::Role;

    pub const OUTSIDE: &str = "outside";
    pub const SETTLES: &str = "settles";
    pub const SENDS: &str = "sends";
    pub const NUMBERS: &str = "numbers";
    pub const LEADS: &str = "leads";
    /// Whoever handles, decides or signs declares before seeing it.
    pub const ASKS: &str = "asks";

    /// Another stands in for this role.
    pub fn replaced(role: Role) -> String {
        format!("replaced_{}", role.key())
    }
}

/// Who is what to the case, and the marks of the case itself: all that a list needs to show no more of it than `s12::sight` does.
fn people(case: &Case) -> BTreeSet<CasePerson> {
    let mut people = BTreeSet::new();
    let mut add = |person: store::Uuid, part: &str| {
        people.insert(CasePerson {
            person_id: person,
            part: part.to_owned(),
        });
    };
    for person in &case.persons_concerned {
        add(person.0, SUBJECT);
        add(person.0, BLOCKED);
    }
    let interested = case
        .declarations
        .iter()
        .filter(|(_, interested)| **interested)
        .map(|(person, _)| *person);
    for person in interested.chain(case.recused.iter().copied()) {
        add(person.0, INTEREST);
        add(person.0, BLOCKED);
    }
    for (person, _) in case.declarations.iter().filter(|(_, interested)| !**interested) {
        add(person.0, DECLARED);
    }
    for participant in case.participants.iter().flat_map(|p| &p.people) {
        add(participant.person.0, TOOK_PART);
        if case.is_appeal() || participant.part == Part::FirstHandling {
            add(participant.person.0, BLOCKED);
        }
    }
    for client in case.clients() {
        add(client.0, CLIENT);
    }
    if let Some(person) = case.receiver {
        add(person.0, "receiver");
    }
    if let Some(person) = case.round.case_officer {
        add(person.0, "case_officer");
    }
    for (role, named) in &case.stand_ins {
        // Sending a letter judges nothing.
        let sends = *role == Role::Registry;
        add(named.person.0, if sends { "sender" } else { "stand_in" });
        add(NOBODY, &mark::replaced(*role));
    }
    for person in &case.round.handled_by {
        add(person.0, "handler");
    }
    if let Some(plan) = case.round.plan.as_ref().filter(|plan| plan.approved.is_some()) {
        for measure in &plan.said.measures {
            add(measure.doer.0, "doer");
        }
    }
    for letter in case
        .round
        .letters
        .iter()
        .filter(|letter| letter.submitted.is_some())
    {
        if let Some(said) = &letter.said {
            add(said.signer.0, "signer");
        }
    }
    if s12::awaits_someone_from_outside(case) {
        add(NOBODY, mark::OUTSIDE);
    }
    let of_protected = [
        (mark::SETTLES, s12::settled_by_head(case)),
        (mark::SENDS, s12::has_outgoing_letter(case)),
        (mark::NUMBERS, s12::awaits_incoming_number(case)),
        (mark::LEADS, s12::awaits_deputy(case)),
        (mark::ASKS, s12::asks_for_declarations(case)),
    ];
    for (mark, _) in of_protected
        .into_iter()
        .filter(|(_, holds)| *holds && case.is_protected())
    {
        add(NOBODY, mark);
    }
    people
}

/// Those who find nothing of a case in any list, other than whom independence alone keeps from acts.
pub(crate) fn blocked(case: &Case) -> BTreeSet<PersonId> {
    let people = people(case).into_iter().filter(|one| one.part == BLOCKED);
    people.map(|one| PersonId(one.person_id)).collect()
}

/// What is owed on a case, each duty under the person or the office that finds it in its list.
pub(crate) fn owed(case: &Case, desk: &Desk) -> Vec<store::obligations::Obligation> {
    let duties = obligations(case, desk.periods);
    if duties.is_empty() {
        return to_close(case, desk);
    }
    duties.iter().map(|duty| row_of(case, duty, desk)).collect()
}

/// A case on which nothing is owed any more waits to be closed: no duty with a day, yet somebody must see it.
fn to_close(case: &Case, desk: &Desk) -> Vec<store::obligations::Obligation> {
    // The system closes nothing, so all that it is told of a case that is ready is that this is another's office.
    let refusal = guard(case, Actor::System, desk, ActKind::Close).err();
    if refusal.map(|refusal| refusal.why) != Some(Why::NotYourOffice) {
        return Vec::new();
    }
    let keepers = Holder::Role {
        role: CLOSER.to_owned(),
        unit: None,
    };
    let keeps = |person: PersonId| {
        [Role::Qmr, Role::RegisterOfficer]
            .into_iter()
            .any(|role| desk.staff.holds(role, person, desk.today))
    };
    let officer = case.round.case_officer.filter(|&person| !keeps(person));
    let holders = [Some(keepers), officer.map(|person| Holder::Person(person.0))];
    let row = |holder| store::obligations::Obligation {
        rule: Rule::S7.name().to_owned(),
        act: ActKind::Close.key().to_owned(),
        holder,
        opens_on: None,
        due_on: None,
        due_at: None,
        provisional: false,
        anchor: canonical(&()),
    };
    holders.into_iter().flatten().map(row).collect()
}

fn row_of(case: &Case, duty: &Obligation, desk: &Desk) -> store::obligations::Obligation {
    store::obligations::Obligation {
        rule: duty.rule.name().to_owned(),
        act: duty.act.key().to_owned(),
        holder: holder(case, duty, desk),
        opens_on: Some(duty.opens_on),
        due_on: duty.due.map(|due| due.on),
        due_at: duty.due_at,
        provisional: duty.due.is_some_and(|due| due.provisional),
        anchor: canonical(&(duty.nth, duty.term)),
    }
}

/// Whose list a duty stands in, with the replacements of §3.1 taken into account.
fn holder(case: &Case, duty: &Obligation, desk: &Desk) -> Holder {
    // The person concerned is kept out of every list of the case; QMR sees to the statement.
    // For a doer who left, the case officer reports (B2.1).
    let answers = duty
        .person
        .filter(|&doer| duty.act != ActKind::ReportMeasureDone || desk.staff.is_active(doer));
    let answers = answers.or(duty.person.and(case.round.case_officer));
    if let Some(person) = answers.filter(|_| duty.act != ActKind::RecordStatement) {
        return Holder::Person(person.0);
    }
    let role = |key: &str| Holder::Role {
        role: key.to_owned(),
        unit: None,
    };
    let nature = case.ask(duty.act).nature;
    let stand_in = |r: Role| case.stand_in(r, desk).map(|person| Holder::Person(person.0));
    match duty.office {
        Office::Qmr | Office::CertificationHead => {
            let own = if duty.office == Office::Qmr {
                Role::Qmr
            } else {
                Role::CertificationHead
            };
            stand_in(own).unwrap_or_else(|| role(duty.office.key()))
        }
        Office::RegisterOfficer if case.able(Role::RegisterOfficer, nature, desk).is_empty() => {
            stand_in(Role::Qmr).unwrap_or_else(|| role(Office::Qmr.key()))
        }
        Office::Director if case.director_is_blocked(desk) => role(IMPARTIALITY),
        Office::Leader if case.director_is_blocked(desk) => {
            let deputies = case.able(Role::DeputyDirector, nature, desk);
            if deputies.is_empty() {
                role(IMPARTIALITY)
            } else {
                role(Office::Leader.key())
            }
        }
        Office::Requester => requester(case, nature, desk),
        Office::Handler => {
            let free = |person: &PersonId| {
                allows(
                    procedure::independence::bar(case, *person, desk),
                    nature,
                    case.is_appeal(),
                )
            };
            match case.round.case_officer.filter(free) {
                Some(person) => Holder::Person(person.0),
                None => stand_in(Role::Qmr).unwrap_or_else(|| role(Office::Qmr.key())),
            }
        }
        office => role(office.key()),
    }
}

fn requester(case: &Case, nature: Nature, desk: &Desk) -> Holder {
    if let Some(person) = case.stand_in(Role::Qmr, desk) {
        return Holder::Person(person.0);
    }
    let candidates: Vec<PersonId> = desk
        .staff
        .active
        .iter()
        .copied()
        .filter(|&person| case.fills(Office::Requester, nature, person, desk).is_some())
        .collect();
    let qmrs = case.holders(Role::Qmr, desk);
    match candidates.first() {
        Some(person) if !qmrs.contains(person) => Holder::Person(person.0),
        _ => Holder::Role {
            role: Office::Qmr.key().to_owned(),
            unit: None,
        },
    }
}
