//! Corrective and preventive actions: the list, one action with its duties and offers, acts on it, and opening one without a case.

use app::actions::{ActionSubmission, ActionView, ActionWish, Listed, Mark, Seen, fields as asked_by};
use app::{Texts, Typed};
use axum::extract::{FromRequest, Request};
use axum::routing::{get, post};
use i18n::Lang;
use procedure::CorrectiveActionId;
use procedure::case::refusal::Problem;
use procedure::corrective_action::{ActionActKind, ActionStage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::caller::Caller;
use crate::cases::{Asked as Field, Offer, Refused};
use crate::endpoint::{Body, Endpoint, Once, Operation};
use crate::fault::Fault;
use crate::fields::typed;
use crate::paging::{Page, page};
use crate::reading::{Answer, Asked, At, Fields, created, number, ok, versioned};
use crate::wire::{Day, Due, Instant, Key, Named};

pub fn endpoints() -> Vec<Endpoint> {
    let operations = kinds().map(|kind| Operation {
        path: format!("/corrective-actions/{{number}}/acts/{}", kind.key()),
        id: format!("action_{}", kind.key()),
        words: Some(words),
        body: Some(Body::Act(asked_by(kind))),
    });
    vec![
        Endpoint::new("get", "/corrective-actions", "list_actions", get(list))
            .query::<Wish>()
            .gives::<Page<Line>>(200)
            .link("get_action", "number", "$response.body#/items/0/number"),
        Endpoint::new("post", "/corrective-actions", "open_action", post(open))
            .body(|| Body::Act(asked_by(ActionActKind::Open)))
            .gives::<Done>(201)
            .once(Once::ByTheAct)
            .link("get_action", "number", "$response.body#/number"),
        Endpoint::new("get", "/corrective-actions/{number}", "get_action", get(one))
            .gives::<ActionBody>(200)
            .versioned(),
        Endpoint::new(
            "post",
            "/corrective-actions/{number}/acts/{act}",
            "act_on_action",
            post(act),
        )
        .operations(operations.collect())
        .gives::<Done>(200)
        .once(Once::ByTheAct)
        .versioned(),
    ]
}

/// The acts on an action that there is.
fn kinds() -> impl Iterator<Item = ActionActKind> {
    let all = ActionActKind::ALL.iter().copied();
    all.filter(|kind| *kind != ActionActKind::Open)
}

fn words(lang: Lang, id: &str) -> (String, Option<String>) {
    let kind = id.strip_prefix("action_").and_then(ActionActKind::from_key);
    let said = kind.map_or(id, |kind| i18n::say::act(lang, kind));
    (said.to_owned(), None)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    stage: Option<Key<ActionStage>>,
    overdue: Option<bool>,
    mine: Option<bool>,
    /// Where the page before ended, as its `next` says.
    #[schemars(regex(pattern = "^[0-9]{1,12}_[0-9~-]{1,12}$"))]
    after: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ActionLine")]
struct Line {
    number: String,
    href: String,
    stage: String,
    opened_on: Day,
    due_on: Option<Day>,
    closed_on: Option<Day>,
    masked: bool,
    /// The problem it was opened for, where the caller sees all of it.
    summary: Option<String>,
}

fn href(number: &str) -> String {
    format!("{}/corrective-actions/{number}", crate::BASE)
}

/// `20260000007_2026-04-01`: where a line stands in the list.
fn mark(text: &str) -> Option<Mark> {
    let (chrono, due_key) = text.split_once('_')?;
    Some(Mark {
        due_key: due_key.to_owned(),
        chrono: chrono.parse().ok()?,
    })
}

async fn list(caller: Caller, Asked(wish): Asked<Wish>) -> Answer {
    let after = wish.after.as_deref().map(mark);
    if after == Some(None) {
        return Err(Fault::Parameter("after".to_owned(), Problem::Unreadable));
    }
    let wanted = ActionWish {
        stage: wish.stage.map(|stage| stage.0.key().to_owned()),
        overdue: wish.overdue.unwrap_or_default(),
        mine: wish.mine.unwrap_or_default(),
        after: after.flatten(),
    };
    let found = caller
        .app()
        .corrective_actions(caller.now, caller.person(), wanted)
        .await?;
    let next = found.next.as_ref().map(|mark| {
        let flag = |name: &'static str, value: Option<bool>| value.map(|value| (name, value.to_string()));
        let stage = wish.stage.map(|stage| ("stage", stage.0.key().to_owned()));
        let said = [stage, flag("overdue", wish.overdue), flag("mine", wish.mine)];
        let place = [("after", format!("{}_{}", mark.chrono, mark.due_key))];
        said.into_iter().flatten().chain(place).collect()
    });
    let items = found.lines.into_iter().map(line).collect();
    page("/corrective-actions", items, next)
}

fn line(listed: Listed) -> Line {
    let row = listed.row;
    Line {
        href: href(&row.number),
        number: row.number,
        stage: row.stage,
        opened_on: row.opened_on.into(),
        due_on: row.due_on.map(Day::from),
        closed_on: row.closed_on.map(Day::from),
        masked: listed.masked,
        summary: (!listed.masked).then_some(row.summary),
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CorrectiveAction")]
struct ActionBody {
    number: String,
    href: String,
    version: u32,
    masked: bool,
    stage: &'static str,
    preventive: Option<bool>,
    owner: Option<Named>,
    opened_on: Day,
    closed_on: Option<Day>,
    summary: Option<String>,
    cases: Vec<LinkedCase>,
    obligations: Vec<Owed>,
    history: Vec<Happened>,
    offers: Vec<Offer>,
}

/// A case that led to it, as far as the caller may know of it.
#[derive(Serialize, JsonSchema)]
struct LinkedCase {
    number: Option<String>,
    summary: Option<String>,
    protected: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ActionObligation")]
struct Owed {
    act: &'static str,
    title: String,
    office: &'static str,
    person: Option<Named>,
    opens_on: Day,
    due: Option<Due>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ActionEvent")]
struct Happened {
    at: Instant,
    on: Day,
    by: Option<Named>,
    act: &'static str,
    sentence: String,
    texts: Vec<String>,
}

async fn one(caller: Caller, At(of): At<String>) -> Answer {
    let view = find(&caller, &of).await?;
    versioned(ok(&told(&caller, &view)), view.action.version)
}

async fn find(caller: &Caller, of: &str) -> Result<ActionView, Fault> {
    let of = number(of)?;
    Ok(caller
        .app()
        .corrective_action(caller.now, caller.person(), of)
        .await?)
}

fn told(caller: &Caller, view: &ActionView) -> ActionBody {
    let lang = caller.lang;
    let full = view.seen == Seen::Full;
    let named = |person| Named::person(&view.office, person);
    let said = |words: &String| (!words.is_empty()).then(|| words.clone());
    let duties = view.duties.iter().map(|duty| Owed {
        act: duty.act.key(),
        title: i18n::say::action_duty(lang, duty.act).to_owned(),
        office: duty.office.key(),
        person: duty.person.filter(|_| full).map(named),
        opens_on: duty.opens_on.into(),
        due: duty.due.map(|_| Due::of(lang, &duty.term, &view.office)),
    });
    ActionBody {
        number: view.row.number.clone(),
        href: href(&view.row.number),
        version: view.action.version,
        masked: !full,
        stage: view.action.stage().key(),
        preventive: full.then_some(view.action.preventive),
        owner: view.action.owner.filter(|_| full).map(named),
        opened_on: view.row.opened_on.into(),
        closed_on: view.row.closed_on.map(Day::from),
        summary: said(&view.row.summary),
        cases: view
            .cases
            .iter()
            .map(|case| LinkedCase {
                number: said(&case.number),
                summary: said(&case.summary),
                protected: case.protected,
            })
            .collect(),
        obligations: duties.collect(),
        history: history(caller, view),
        offers: offers(lang, view),
    }
}

fn history(caller: &Caller, view: &ActionView) -> Vec<Happened> {
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    let entries = view.history.iter();
    entries
        .map(|entry| {
            let mut texts = Vec::new();
            if let Ok(value) = serde_json::to_value(&entry.act) {
                crate::cases::texts_in(&value, &mut texts);
            }
            let texts = texts.iter().filter_map(|id| view.texts.get(id));
            Happened {
                at: entry.at.into(),
                on: entry.on.into(),
                by: entry
                    .by
                    .person()
                    .map(|person| Named::person(&view.office, person)),
                act: entry.act.kind().key(),
                sentence: i18n::say::action_deed(caller.lang, entry, &names),
                texts: texts.cloned().collect(),
            }
        })
        .collect()
}

fn offers(lang: Lang, view: &ActionView) -> Vec<Offer> {
    let full = view.seen == Seen::Full;
    let known = view
        .offers
        .iter()
        .filter(|(kind, _)| *kind != ActionActKind::Open);
    known
        .filter(|(_, permit)| full || permit.is_ok())
        .map(|(kind, permit)| Offer {
            act: kind.key(),
            title: i18n::say::act(lang, *kind).to_owned(),
            permitted: permit.is_ok(),
            rule: procedure::Rule::S10.name().to_owned(),
            method: permit.is_ok().then_some("POST"),
            href: permit
                .is_ok()
                .then(|| format!("{}/acts/{}", href(&view.row.number), kind.key())),
            fields: if permit.is_ok() {
                Field::all(asked_by(*kind))
            } else {
                Vec::new()
            },
            refusal: permit.as_ref().err().map(|refusal| Refused::of(lang, refusal)),
        })
        .collect()
}

/// What came of an act.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ActionDone")]
struct Done {
    number: String,
    version: u32,
    href: String,
}

async fn open(caller: Caller, Fields(sent): Fields) -> Answer {
    let id = CorrectiveActionId(caller.new_id());
    let typed = typed(asked_by(ActionActKind::Open), &sent)?;
    let version = perform(&caller, id, None, ActionActKind::Open, typed).await?;
    let number = caller.app().corrective_action_number(id).await?;
    let done = Done {
        href: href(&number),
        number,
        version,
    };
    versioned(created(&done.href, &done), version)
}

async fn act(caller: Caller, At((of, key)): At<(String, String)>, request: Request) -> Answer {
    let kind = kinds().find(|kind| kind.key() == key);
    let kind = kind.ok_or(Fault::App(app::Error::NotFound))?;
    let Fields(sent) = Fields::from_request(request, &caller.api).await?;
    let typed = typed(asked_by(kind), &sent)?;
    let view = find(&caller, &of).await?;
    let done = perform(&caller, view.action.id, caller.seen(), kind, typed).await;
    match done {
        Ok(version) => {
            let done = Done {
                number: view.row.number.clone(),
                href: href(&view.row.number),
                version,
            };
            versioned(ok(&done), version)
        }
        Err(Fault::App(app::Error::Overtaken(_))) => Err(overtaken(&caller, &view)),
        Err(fault) => Err(fault),
    }
}

fn overtaken(caller: &Caller, view: &ActionView) -> Fault {
    let seen = usize::try_from(caller.seen().unwrap_or_default()).unwrap_or_default();
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    Fault::Overtaken {
        version: view.action.version,
        meanwhile: view
            .history
            .iter()
            .skip(seen)
            .map(|entry| i18n::say::action_history(caller.lang, entry, &names))
            .collect(),
    }
}

async fn perform(
    caller: &Caller,
    action: CorrectiveActionId,
    seen: Option<u32>,
    kind: ActionActKind,
    typed: Typed,
) -> Result<u32, Fault> {
    let mut texts = Texts::default();
    let app = caller.app();
    let act = app
        .compose_on_action(caller.now, caller.person(), kind, &typed, &mut texts)
        .await?;
    let submission = ActionSubmission {
        action,
        seen,
        key: caller.key(),
        act,
        texts,
    };
    Ok(app.act_on_action(caller.now, caller.actor(), submission).await?)
}
