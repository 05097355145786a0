//! Papers that are made aside: registers to bind and as workbooks, dossiers, the report of a year. They are asked for, looked after,
//! and fetched when they are done.

use app::papers::{Paper, State};
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use i18n::Lang;
use procedure::case::refusal::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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
    },
    Report {
        #[schemars(range(min = 2000, max = 9998))]
        year: i16,
    },
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
    match &asked {
        Asked::Register { year, .. } | Asked::Report { year } if !(2000..=9998).contains(year) => {
            return Err(Fault::field("/year", Problem::Unreadable));
        }
        Asked::Dossier { number: of } => {
            let of = number(of).map_err(|_| Fault::field("/number", Problem::Unreadable))?;
            if of.is_empty() {
                return Err(Fault::field("/number", Problem::Missing));
            }
        }
        Asked::Register { .. } | Asked::Report { .. } => {}
    }
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
    let document = app.paper_file(caller.person(), id).await?;
    let file = app.open_document(&document).await?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(file));
    Ok(saved(
        body.into_response(),
        &document.file_name,
        &document.media_type,
    ))
}
