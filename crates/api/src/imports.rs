//! Old registers on their way into the book: brought, looked at, mapped, tried dry, entered whole or not at all, and undone.

mod mapping;
mod preview;
mod told;

use app::imports::{Import, State};
use axum::extract::Request;
use axum::routing::{get, post, put};
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::{Body, Endpoint};
use crate::fault::Fault;
use crate::files::{Name, receive};
use crate::paging::{MOST, Page, lines, page};
use crate::possible::operation;
use crate::reading::{Answer, Asked, At, Sent, created, ok, read};
use told::{ImportBody, Step, told};

pub fn endpoints() -> Vec<Endpoint> {
    let steps = Step::ALL.iter().map(|step| {
        let path = format!("/imports/{{id}}/steps/{}", step.key());
        operation(path, format!("imports_{}", step.key()), &[])
    });
    vec![
        Endpoint::new("get", "/imports", "list_imports", get(list))
            .gives::<Page<ImportBody>>(200)
            .link("get_import", "id", "$response.body#/items/0/id"),
        Endpoint::new("post", "/imports", "bring_register", post(bring))
            .query::<Name>()
            .body(|| Body::Bytes)
            .gives::<ImportBody>(201)
            .link("get_import", "id", "$response.body#/id")
            .link("preview_import", "id", "$response.body#/id")
            .link("map_import", "id", "$response.body#/id")
            .link("imports_check", "id", "$response.body#/id"),
        Endpoint::new("get", "/imports/{id}", "get_import", get(one)).gives::<ImportBody>(200),
        Endpoint::new(
            "get",
            "/imports/{id}/preview",
            "preview_import",
            get(preview::preview),
        )
        .gives::<preview::Preview>(200),
        Endpoint::new("put", "/imports/{id}/mapping", "map_import", put(map))
            .takes::<mapping::MappingBody>()
            .gives::<ImportBody>(200),
        Endpoint::new("get", "/imports/{id}/findings", "list_findings", get(findings))
            .query::<Wish>()
            .gives::<Page<told::FindingBody>>(200),
        Endpoint::new("post", "/imports/{id}/steps/{step}", "step_import", post(step))
            .operations(steps.collect())
            .gives::<ImportBody>(200),
    ]
}

async fn find(caller: &Caller, id: Uuid) -> Result<Import, Fault> {
    Ok(caller.app().one_import(caller.now, caller.person(), id).await?)
}

async fn list(caller: Caller) -> Answer {
    let app = caller.app();
    let imports = app.imports(caller.now, caller.person()).await?;
    let office = app.office().await?;
    let items = imports.iter().map(|import| told(&caller, &office, import));
    page("/imports", items.collect(), None)
}

async fn one(caller: Caller, At(id): At<Uuid>) -> Answer {
    let import = find(&caller, id).await?;
    let office = caller.app().office().await?;
    ok(&told(&caller, &office, &import))
}

/// The file goes straight to the disk, whatever its length; only for whoever may bring registers in.
async fn bring(caller: Caller, Asked(name): Asked<Name>, request: Request) -> Answer {
    let app = caller.app();
    if !app.may_import(caller.now, caller.person()).await? {
        return Err(Fault::App(app::Error::Denied));
    }
    let name = name.checked()?;
    let upload = app
        .upload_register(caller.now, caller.person(), "", &name)
        .await?;
    let file = receive(upload, request).await?.finish_unjudged().await;
    let file = file.map_err(|error| match error {
        app::Error::Invalid(_) => Fault::field("", Problem::Missing),
        other => other.into(),
    })?;
    let id = app.begin_import(caller.now, caller.person(), file.id).await?;
    let import = find(&caller, id).await?;
    let office = app.office().await?;
    let body = told(&caller, &office, &import);
    created(body.href(), &body)
}

/// What was said of the columns is kept; with `check` it is looked through.
async fn map(caller: Caller, At(id): At<Uuid>, Sent(sent): Sent<Value>) -> Answer {
    let mapping: app::imports::Mapping = read(sent)?;
    caller
        .app()
        .map_import(caller.now, caller.person(), id, &mapping, false)
        .await?;
    one(caller, At(id)).await
}

async fn step(caller: Caller, At((id, key)): At<(Uuid, String)>) -> Answer {
    let step = Step::ALL.iter().find(|step| step.key() == key);
    let (app, now, person) = (caller.app(), caller.now, caller.person());
    match step.ok_or(Fault::App(app::Error::NotFound))? {
        Step::Check => check(&caller, id).await?,
        Step::Enter => app.enter_import(now, person, id).await?,
        Step::Again => app.remap_import(now, person, id).await?,
        Step::Undo => app.undo_import(now, person, id).await?,
        Step::Drop => app.drop_import(now, person, id).await?,
    }
    one(caller, At(id)).await
}

/// Looks the file through under the mapping that was said, or the one that it suggests.
async fn check(caller: &Caller, id: Uuid) -> Result<(), Fault> {
    let import = find(caller, id).await?;
    if import.state != State::Draft {
        return Err(Fault::App(app::Error::Overtaken(Vec::new())));
    }
    let app = caller.app();
    let seen = app.preview_import(caller.now, &import).await?;
    let survey = seen.map_err(|refused| refused_file(caller, refused.key(), &refused.detail()))?;
    let mapping = import.mapping.unwrap_or(survey.mapping);
    app.map_import(caller.now, caller.person(), id, &mapping, true)
        .await?;
    Ok(())
}

/// Why the file cannot be opened as it is, as a sentence of its own.
fn refused_file(caller: &Caller, key: &str, detail: &str) -> Fault {
    let said = i18n::texts(caller.lang).label(key);
    let told = if detail.is_empty() {
        said.to_owned()
    } else {
        format!("{said} {detail}")
    };
    Fault::Told(vec![(String::new(), key.to_owned(), told)])
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
    /// How many came before, as `next` of the page before says.
    #[schemars(range(min = 0, max = 1_000_000))]
    after: Option<u32>,
}

const LAST: u32 = 1_000_000;

async fn findings(caller: Caller, At(id): At<Uuid>, Asked(wish): Asked<Wish>) -> Answer {
    let wrong = |name: &str| Err(Fault::Parameter(name.to_owned(), Problem::Unreadable));
    if wish.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
        return wrong("limit");
    }
    if wish.after.is_some_and(|after| after > LAST) {
        return wrong("after");
    }
    let import = find(&caller, id).await?;
    let found = import.report.map(|report| report.problems).unwrap_or_default();
    let (from, limit) = (wish.after.unwrap_or_default(), lines(wish.limit));
    let shown = found
        .iter()
        .skip(usize::try_from(from).unwrap_or_default())
        .take(usize::from(limit));
    let items: Vec<_> = shown.map(|one| told::finding(caller.lang, one)).collect();
    let seen = from.saturating_add(u32::try_from(items.len()).unwrap_or_default());
    let more = usize::try_from(seen).is_ok_and(|seen| seen < found.len());
    let next = more.then(|| vec![("limit", limit.to_string()), ("after", seen.to_string())]);
    page(&format!("/imports/{id}/findings"), items, next)
}
