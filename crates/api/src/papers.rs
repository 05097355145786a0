//! Papers that are made aside: registers to bind and as workbooks, dossiers, the report of a year, letters, forms and sheets. They are
//! asked for, looked after, and fetched when they are done.

use app::papers::{Paper, State};
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use i18n::Lang;
use procedure::case::refusal::Problem;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::administration::purposes;
use crate::caller::Caller;
use crate::cases::saved;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{Page, page};
use crate::reading::{Answer, At, Sent, created, number, ok};
use crate::wire::Instant;

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/papers", "list_papers", get(list)).gives::<Page<PaperBody>>(200),
        Endpoint::new("post", "/papers", "ask_for_paper", post(ask))
            .takes::<Asked>()
            .gives::<PaperBody>(201)
            .link("get_paper", "id", "$response.body#/id"),
        Endpoint::new("get", "/papers/{id}", "get_paper", get(one)).gives::<PaperBody>(200),
        Endpoint::new("get", "/papers/{id}/file", "get_paper_file", get(file)).gives_bytes(),
    ]
}

/// What is asked for, as whoever makes it understands it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PaperWish")]
#[serde(tag = "paper", rename_all = "snake_case", deny_unknown_fields)]
enum Asked {
    Register {
        kind: Book,
        #[schemars(range(min = 2000, max = 9998))]
        year: i16,
        format: Format,
    },
    Dossier {
        #[schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$"))]
        number: String,
        /// A copy without the complainant's identity, with these files of the case that were looked through for it; the whole dossier
        /// where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cleared: Option<Vec<Uuid>>,
    },
    Report {
        #[schemars(range(min = 2000, max = 9998))]
        year: i16,
    },
    /// A letter of the round that runs, by its `place`.
    Letter {
        #[schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$"))]
        number: String,
        #[schemars(range(min = 1, max = 1000))]
        place: u16,
        format: Sheet,
    },
    /// A letter that an act sent, counted from one, or the draft of one by its purpose, such as `progress`.
    Notice {
        #[schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$"))]
        number: String,
        #[schemars(regex(pattern = "^[A-Za-z0-9_-]{1,40}$"))]
        name: String,
        format: Sheet,
    },
    /// A form of the house, where the case has come so far.
    Form {
        #[schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$"))]
        number: String,
        #[schemars(regex(pattern = "^[A-Za-z0-9_-]{1,40}$"))]
        form: String,
        format: Sheet,
    },
    /// The sheet by which a case is followed up.
    FollowUp {
        #[schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$"))]
        number: String,
    },
    /// The complaint form with what is known of a case.
    ComplaintForm {
        #[schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$"))]
        number: String,
    },
    /// The complaint form for the counter, to be filled in by hand.
    BlankForm {},
    /// A template as a letter of a sample house, for administrators.
    Template {
        #[schemars(schema_with = "purpose")]
        purpose: String,
        language: Language,
        /// The newest where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0, max = 1_000_000))]
        version: Option<u32>,
    },
}

impl Asked {
    /// # Errors
    /// A part that is none of those that the description allows.
    fn check(&self) -> Result<(), Fault> {
        let wrong = |pointer: &str| Err(Fault::field(pointer, Problem::Unreadable));
        let is_name = |name: &str| (1..=40).contains(&name.len()) && crate::caller::is_plain(name);
        match self {
            Asked::Register { year, .. } | Asked::Report { year } if !(2000..=9998).contains(year) => {
                wrong("/year")
            }
            Asked::Letter { place, .. } if !(1..=1000).contains(place) => wrong("/place"),
            Asked::Notice { name, .. } if !is_name(name) => wrong("/name"),
            Asked::Form { form, .. } if !is_name(form) => wrong("/form"),
            Asked::Template { purpose, .. } if !purposes().contains(&purpose.as_str()) => wrong("/purpose"),
            Asked::Template {
                version: Some(1_000_001..),
                ..
            } => wrong("/version"),
            Asked::Dossier { number: of, .. }
            | Asked::Letter { number: of, .. }
            | Asked::Notice { number: of, .. }
            | Asked::Form { number: of, .. }
            | Asked::FollowUp { number: of }
            | Asked::ComplaintForm { number: of } => match number(of) {
                Ok("") => Err(Fault::field("/number", Problem::Missing)),
                Ok(_) => Ok(()),
                Err(_) => wrong("/number"),
            },
            Asked::Register { .. } | Asked::Report { .. } | Asked::BlankForm {} | Asked::Template { .. } => {
                Ok(())
            }
        }
    }
}

fn purpose(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": purposes() })
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Sheet {
    Pdf,
    Docx,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Language {
    Vi,
    En,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Book {
    Cases,
    Outgoing,
    Incoming,
    Handling,
    Postal,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Format {
    Pdf,
    Xlsx,
    Zip,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Paper")]
struct PaperBody {
    id: Uuid,
    href: String,
    asked_at: Instant,
    /// What was asked for.
    #[schemars(with = "Option<Map<String, Value>>")]
    asked: Option<Value>,
    language: String,
    /// `waiting`, `making`, `done`, `failed`.
    state: &'static str,
    /// How far it is, of how much; nothing while that is not known.
    done: Option<i64>,
    of: Option<i64>,
    /// Where the file lies, once there is one.
    file: Option<String>,
    /// Why there will be none.
    failure: Option<String>,
}

fn href(id: Uuid) -> String {
    format!("{}/papers/{id}", crate::BASE)
}

fn told(lang: Lang, paper: &Paper) -> PaperBody {
    let mut body = PaperBody {
        id: paper.id,
        href: href(paper.id),
        asked_at: paper.asked_at.into(),
        asked: serde_json::from_str(&paper.asked).ok(),
        language: paper.lang.clone(),
        state: "waiting",
        done: None,
        of: None,
        file: None,
        failure: None,
    };
    match &paper.state {
        State::Waiting => {}
        State::Making { done, of } => {
            body.state = "making";
            body.done = Some(*done);
            body.of = Some(*of);
        }
        State::Done(_) => {
            body.state = "done";
            body.file = Some(format!("{}/file", href(paper.id)));
        }
        State::Failed(why) => {
            body.state = "failed";
            body.failure = Some(i18n::texts(lang).label(why).to_owned());
        }
    }
    body
}

async fn list(caller: Caller) -> Answer {
    let papers = caller.app().papers_of(caller.person()).await?;
    let items: Vec<PaperBody> = papers.iter().map(|paper| told(caller.lang, paper)).collect();
    page("/papers", items, None)
}

async fn ask(caller: Caller, Sent(asked): Sent<Asked>) -> Answer {
    asked.check()?;
    let asked = serde_json::to_string(&asked).expect("what is asked for is plain data");
    let app = caller.app();
    let id = app
        .ask_for_paper(caller.now, caller.person(), &asked, caller.lang.code())
        .await?;
    let paper = find(&caller, id).await?;
    created(&href(id), &told(caller.lang, &paper))
}

async fn find(caller: &Caller, id: Uuid) -> Result<Paper, Fault> {
    let papers = caller.app().papers_of(caller.person()).await?;
    let own = papers.into_iter().find(|paper| paper.id == id);
    own.ok_or(Fault::App(app::Error::NotFound))
}

async fn one(caller: Caller, At(id): At<Uuid>) -> Answer {
    let paper = find(&caller, id).await?;
    ok(&told(caller.lang, &paper))
}

async fn file(caller: Caller, At(id): At<Uuid>) -> Answer {
    let app = caller.app();
    if !matches!(find(&caller, id).await?.state, State::Done(_)) {
        return Err(Fault::NotMade);
    }
    let document = app.paper_file(caller.person(), id).await?;
    let file = app.open_document(&document).await?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(file));
    Ok(saved(
        body.into_response(),
        &document.file_name,
        &document.media_type,
    ))
}
