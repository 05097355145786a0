//! One case, as much of it as its caller sees (S12): every part says from which sight on it is told.

use app::view::CaseView;
use procedure::case::acts::Receive;
use procedure::case::event::{Entry, Event};
use procedure::case::{ActKind, Duty};
use procedure::obligations::Obligation;
use procedure::obligations::s12::Sight;
use procedure::{Act, TextId};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::letters::{LetterBody, letters};
use super::offers::{Offer, offers};
use super::receipt::href;
use crate::caller::Caller;
use crate::reading::{Answer, At, number, ok, versioned};
use crate::wire::{Day, Due, Instant, Named};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Case")]
pub struct CaseBody {
    number: String,
    href: String,
    version: u32,
    /// How much of the case the caller sees: `full`, `report`, `allegation`, `heading`, `masked`.
    sight: &'static str,
    protected: bool,
    kind: String,
    declared_kind: Option<String>,
    stage: Option<&'static str>,
    channel: Option<String>,
    written: Option<bool>,
    subjects: Vec<String>,
    safety: Option<bool>,
    severity: Option<String>,
    received_on: Option<Day>,
    registered_on: Option<Day>,
    /// The limit in force.
    limit: Option<Due>,
    first_limit_on: Option<Day>,
    /// Earlier limits, oldest first.
    past_limits: Vec<Day>,
    answered_on: Option<Day>,
    closed_on: Option<Day>,
    summary: Option<String>,
    content: Option<String>,
    remedy_sought: Option<String>,
    outcome: Option<OutcomeBody>,
    complainant: Option<PartyBody>,
    client: Option<PartyBody>,
    forwarder: Option<PartyBody>,
    persons_concerned: Vec<Named>,
    unit: Option<Named>,
    receiver: Option<Named>,
    case_officer: Option<Named>,
    incoming_number: Option<u32>,
    decision_number: Option<String>,
    /// What must be done, most urgent first.
    obligations: Vec<ObligationBody>,
    letters: Vec<LetterBody>,
    documents: Vec<DocumentBody>,
    /// Numbers of the corrective actions it led to.
    corrective_actions: Vec<String>,
    /// Numbers of cases it is linked with.
    links: Vec<String>,
    history: Vec<Happened>,
    /// What the caller can do now, and why not the rest.
    offers: Vec<Offer>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CaseOutcome")]
struct OutcomeBody {
    finding: String,
    remedy: String,
    reasons: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Party")]
struct PartyBody {
    id: Uuid,
    kind: String,
    name: String,
    address: String,
    email: String,
    phone: String,
    representative: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Obligation")]
struct ObligationBody {
    rule: String,
    title: String,
    /// The act that discharges it.
    act: &'static str,
    office: &'static str,
    person: Option<Named>,
    opens_on: Day,
    due: Option<Due>,
    /// The 72 hours of B2.7 end at an instant.
    due_at: Option<Instant>,
    overdue: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Document")]
struct DocumentBody {
    id: Uuid,
    name: String,
    media_type: String,
    size: Option<i64>,
    sha256: Option<String>,
    href: String,
}

/// A line of the history.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CaseEvent")]
struct Happened {
    at: Instant,
    on: Day,
    by: Option<Named>,
    role: Option<String>,
    act: Option<&'static str>,
    /// What happened, in a sentence.
    sentence: String,
    /// What was written then.
    texts: Vec<String>,
}

pub async fn one(caller: Caller, At(of): At<String>) -> Answer {
    let view = caller
        .app()
        .case(caller.now, caller.person(), number(&of)?)
        .await?;
    versioned(ok(&told(&caller, &view)), view.case.version)
}

fn told(caller: &Caller, view: &CaseView) -> CaseBody {
    let mut body = heading(caller, view);
    match view.sight {
        Sight::Nothing | Sight::Masked => {}
        Sight::Heading => introduce(view, &mut body),
        Sight::Allegation => allegation(view, &mut body),
        Sight::Report => report(view, &mut body),
        Sight::Full => {
            report(view, &mut body);
            whole(caller, view, &mut body);
        }
    }
    body
}

/// What stands above the page, whoever looks.
fn heading(caller: &Caller, view: &CaseView) -> CaseBody {
    let case = &view.case;
    let lang = caller.lang;
    let open = view.sight != Sight::Allegation;
    let term = case.limit_term(&view.office.settings.periods);
    let why = |limit: procedure::deadline::Due| Due {
        on: limit.on.into(),
        provisional: limit.provisional,
        ..Due::of(lang, &term, &view.office)
    };
    CaseBody {
        number: view.row.number.clone(),
        href: href(&view.row.number),
        version: case.version,
        sight: sight(view.sight),
        protected: case.is_protected(),
        kind: case.kind.key().to_owned(),
        declared_kind: None,
        stage: open.then(|| case.stage().key()),
        channel: None,
        written: None,
        subjects: Vec::new(),
        safety: open.then_some(case.safety),
        severity: None,
        received_on: None,
        registered_on: None,
        limit: case.limit.map(why),
        first_limit_on: None,
        past_limits: Vec::new(),
        answered_on: None,
        closed_on: None,
        summary: (!view.row.summary.is_empty()).then(|| view.row.summary.clone()),
        content: None,
        remedy_sought: None,
        outcome: None,
        complainant: None,
        client: None,
        forwarder: None,
        persons_concerned: Vec::new(),
        unit: None,
        receiver: None,
        case_officer: None,
        incoming_number: None,
        decision_number: None,
        obligations: obligations(caller, view),
        letters: Vec::new(),
        documents: Vec::new(),
        corrective_actions: Vec::new(),
        links: Vec::new(),
        history: Vec::new(),
        offers: offers(lang, view),
    }
}

/// Enough to know whether one has an interest (§3.1).
fn introduce(view: &CaseView, body: &mut CaseBody) {
    let case = &view.case;
    body.channel = Some(case.channel.key().to_owned());
    body.subjects = subjects(view);
    body.received_on = Some(case.received_on.into());
    body.complainant = view.complainant().map(party);
    concerned(view, body);
}

/// What the person complained about learns.
fn allegation(view: &CaseView, body: &mut CaseBody) {
    body.subjects = subjects(view);
    body.received_on = Some(view.case.received_on.into());
    body.content = content(view).map(|said| view.text(&said.content).to_owned());
}

fn report(view: &CaseView, body: &mut CaseBody) {
    introduce(view, body);
    let case = &view.case;
    let round = &case.round;
    body.declared_kind = Some(case.declared_kind.key().to_owned());
    body.written = Some(case.written);
    body.registered_on = Some(case.registered_on.into());
    body.first_limit_on = case.first_limit.map(|due| due.on.into());
    body.past_limits = case.past_limits.iter().map(|due| due.on.into()).collect();
    body.answered_on = round.answered.map(|(on, _)| on.into());
    body.closed_on = case.closed_on.map(Day::from);
    body.receiver = case.receiver.map(|one| Named::person(&view.office, one));
    body.case_officer = round.case_officer.map(|one| Named::person(&view.office, one));
    body.incoming_number = case.incoming_number;
    let assessed = round.assessment.as_ref();
    body.severity = assessed.map(|it| it.said.severity.key().to_owned());
    body.content = content(view).map(|said| view.text(&said.content).to_owned());
    body.outcome = case.outcome().map(|outcome| OutcomeBody {
        finding: outcome.finding.key().to_owned(),
        remedy: outcome.remedy.key().to_owned(),
        reasons: (view.sight == Sight::Full).then(|| view.text(&outcome.reasons).to_owned()),
    });
}

fn whole(caller: &Caller, view: &CaseView, body: &mut CaseBody) {
    let case = &view.case;
    let remedy = content(view).and_then(|said| said.remedy_sought.as_ref());
    body.remedy_sought = remedy.map(|text| view.text(text).to_owned());
    let known = |id: Option<procedure::PartyId>| id.and_then(|id| view.parties.get(&id)).map(party);
    body.client = known(case.participants.as_ref().and_then(|named| named.client));
    body.forwarder = known(case.forwarder.as_ref().map(|forwarder| forwarder.party));
    body.letters = letters(view);
    body.documents = view
        .documents
        .iter()
        .map(|document| DocumentBody {
            id: document.id,
            name: document.file_name.clone(),
            media_type: document.media_type.clone(),
            size: document.size,
            sha256: document.sha256.as_deref().map(app::submission::hex),
            href: format!("{}/documents/{}", href(&view.row.number), document.id),
        })
        .collect();
    body.corrective_actions = view.actions.iter().map(|action| action.number.clone()).collect();
    body.links = view.links.iter().map(|(_, number)| number.clone()).collect();
    let history = view.history.iter();
    body.history = history.map(|entry| happened(caller, view, entry)).collect();
}

fn subjects(view: &CaseView) -> Vec<String> {
    let subjects = view.case.subjects.iter();
    subjects.map(|subject| subject.key().to_owned()).collect()
}

/// What the case is about by unit, people and decision.
fn concerned(view: &CaseView, body: &mut CaseBody) {
    let case = &view.case;
    body.unit = case.unit.map(|unit| Named::unit(&view.office, unit));
    let persons = case.persons_concerned.iter();
    body.persons_concerned = persons.map(|one| Named::person(&view.office, *one)).collect();
    let participants = case.participants.as_ref();
    body.decision_number = participants.map(|named| named.decision_number.clone());
}

fn party(row: &app::dossier::Party) -> PartyBody {
    PartyBody {
        id: row.id,
        kind: row.kind.clone(),
        name: row.name.clone(),
        address: row.address.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        representative: row.representative.clone(),
    }
}

/// What came in.
fn content(view: &CaseView) -> Option<&Receive> {
    view.history.iter().find_map(|entry| match &entry.event {
        Event::Acted {
            act: Act::Receive(said),
            ..
        } => Some(said),
        Event::Transcribed(old) => Some(&old.receive),
        Event::Acted { .. } | Event::Dated { .. } | Event::Vacated { .. } | Event::SetAside { .. } => None,
    })
}

fn obligations(caller: &Caller, view: &CaseView) -> Vec<ObligationBody> {
    let mut duties: Vec<&Obligation> = view.duties.iter().collect();
    duties.sort_by_key(|duty| (duty.due.map(|due| due.on).is_none(), duty.due.map(|due| due.on)));
    duties.into_iter().map(|duty| owed(caller, view, duty)).collect()
}

fn owed(caller: &Caller, view: &CaseView, duty: &Obligation) -> ObligationBody {
    let Duty { rule, act, .. } = duty.duty();
    // Who keeps the book does not learn from a duty whom the case is about (S12).
    let is_told = |person: &procedure::PersonId| {
        view.sight != Sight::Masked || !view.case.persons_concerned.contains(person)
    };
    let person = duty.person.filter(is_told);
    let due = duty.due.map(|due| Due {
        on: due.on.into(),
        provisional: due.provisional,
        ..Due::of(caller.lang, &duty.term, &view.office)
    });
    ObligationBody {
        rule: rule.name().to_owned(),
        title: i18n::say::duty(caller.lang, rule, act).to_owned(),
        act: act.key(),
        office: duty.office.key(),
        person: person.map(|person| Named::person(&view.office, person)),
        opens_on: duty.opens_on.into(),
        overdue: duty.due.is_some_and(|due| due.on < view.today()),
        due,
        due_at: duty.due_at.map(Instant::from),
    }
}

fn happened(caller: &Caller, view: &CaseView, entry: &Entry) -> Happened {
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    let act: Option<ActKind> = match &entry.event {
        Event::Acted { act, .. } => Some(act.kind()),
        Event::Dated { .. } | Event::Vacated { .. } | Event::SetAside { .. } | Event::Transcribed(_) => None,
    };
    let mut texts = Vec::new();
    if let Ok(value) = serde_json::to_value(&entry.event) {
        texts_in(&value, &mut texts);
    }
    let texts = texts.iter().filter_map(|id| view.texts.get(id));
    Happened {
        at: entry.at.into(),
        on: entry.on.into(),
        by: entry
            .by
            .person()
            .map(|person| Named::person(&view.office, person)),
        role: entry.role.map(|role| role.key().to_owned()),
        act: act.map(ActKind::key),
        sentence: i18n::say::deed(caller.lang, entry, &names),
        texts: texts.cloned().collect(),
    }
}

/// Every reference to a text inside a line of the history, in its order.
pub fn texts_in(value: &Value, found: &mut Vec<TextId>) {
    match value {
        Value::Object(object) => {
            let id = object.get("id").filter(|_| object.contains_key("sha256"));
            match id.and_then(Value::as_str).and_then(|id| id.parse().ok()) {
                Some(id) => found.push(TextId(id)),
                None => object.values().for_each(|value| texts_in(value, found)),
            }
        }
        Value::Array(values) => values.iter().for_each(|value| texts_in(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

const fn sight(sight: Sight) -> &'static str {
    match sight {
        Sight::Nothing => "nothing",
        Sight::Masked => "masked",
        Sight::Heading => "heading",
        Sight::Allegation => "allegation",
        Sight::Report => "report",
        Sight::Full => "full",
    }
}
