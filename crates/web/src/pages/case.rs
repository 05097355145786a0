//! The case: what must be done first, then what is known, who may act, when it is due and what happened.

pub(crate) mod aside;
mod choices;
mod dossier;
mod forms;
pub(crate) mod letter;
mod notices;
pub(crate) mod paper;
pub(crate) mod past;
mod show;
mod todo;
mod word;
pub(crate) mod wording;

use app::view::CaseView;
use app::{Error, Submission};
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use procedure::obligations::s12::Sight;
use procedure::{ActKind, DocumentId};
use uuid::Uuid;

use super::register::file_answer;
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::Filled;
use crate::visit::{At, Me, Page};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/cases/{number}", get(page))
        .route("/cases/{number}/acts/{act}", post(act))
        .route("/cases/{number}/documents/{id}", get(document))
        .route("/cases/{number}/letters/word", post(word::bring))
        .route("/cases/{number}/letters/new/{lang}", get(wording::begin))
        .route("/cases/{number}/dossier", get(dossier::page))
        .route("/cases/{number}/forms/{name}", get(dossier::form))
        .route("/cases/{number}/notices/{name}", get(notices::file))
        .route("/cases/{number}/sheets/{name}", get(dossier::sheet))
        .route("/cases/{number}/dossier/file", get(dossier::file))
        .route("/cases/{number}/dossier/redacted", post(dossier::redact))
        .route("/cases/{number}/letters/{place}", get(letter_page))
        .route("/cases/{number}/letters/{place}/{paper}", get(letter_paper))
}

/// A form that was sent and came back: which act, what was typed, what to say above the page.
pub(super) struct Returned {
    pub kind: ActKind,
    pub filled: Filled,
    pub key: String,
    pub message: Option<String>,
    /// What others did meanwhile, in words.
    pub meanwhile: Vec<String>,
}

async fn page(me: Me, Path(number): Path<String>) -> Page {
    let view = find(&me, &number).await?;
    Ok(show::page(&me, &view, None).into_response())
}

async fn find(me: &Me, number: &str) -> Result<CaseView, Response> {
    me.app()
        .case(me.now, me.person(), number)
        .await
        .map_err(|error| me.fail(error))
}

async fn act(Path((number, key)): Path<(String, String)>, posted: Posted) -> Page {
    let Some(kind) = ActKind::from_key(&key) else {
        return Err(posted.me.fail(Error::NotFound));
    };
    let view = find(&posted.me, &number).await?;
    match perform(&posted, &view, kind).await {
        Ok(()) => {
            let to = format!("/cases/{number}");
            Ok(posted.me.go(&to, "notice-act-done"))
        }
        Err(error) => returned(posted, &number, kind, error).await,
    }
}

async fn perform(posted: &Posted, view: &CaseView, kind: ActKind) -> Result<(), Error> {
    if !posted.problems.is_empty() {
        return Err(Error::Invalid(posted.problems.clone()));
    }
    let me = &posted.me;
    let read = me.app().read_act(me.person(), view, kind, &posted.typed).await?;
    let mut submission = Submission {
        seen: posted.seen(),
        key: posted.key.clone(),
        ..read
    };
    if kind == ActKind::DraftLetter && posted.typed.one("then") == Some("submit") {
        submission.acts.push(procedure::Act::SubmitLetter);
    }
    me.app().execute(me.now, me.actor(), submission).await?;
    Ok(())
}

/// The page again with the form open, everything typed still there, and why it was not done.
async fn returned(posted: Posted, number: &str, kind: ActKind, error: Error) -> Page {
    let me = &posted.me;
    let t = me.t();
    let view = find(me, number).await?;
    let mut back = Returned {
        kind,
        filled: posted.filled(),
        key: posted.key.clone(),
        message: None,
        meanwhile: Vec::new(),
    };
    let status = match error {
        Error::Invalid(problems) => {
            back.filled = posted.filled_with(&problems);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Refused(refusal) => {
            back.message = Some(format!(
                "{} – {}",
                refusal.rule,
                crate::words::refusal(t, refusal)
            ));
            StatusCode::CONFLICT
        }
        Error::Overtaken(entries) => {
            // Sent again from here, the form speaks of the case as it stands now.
            back.message = Some(t.case_overtaken().to_owned());
            back.meanwhile = past::sentences(me, &view, &entries);
            back.key = app::new_id().to_string();
            StatusCode::CONFLICT
        }
        Error::KeyReused => {
            back.message = Some(t.failure_key_reused_text().to_owned());
            back.key = app::new_id().to_string();
            StatusCode::CONFLICT
        }
        other => return Err(me.fail(other)),
    };
    Ok((status, show::page(me, &view, Some(&back))).into_response())
}

/// An attachment: always to be saved, never opened as a page.
async fn document(me: Me, At((number, id)): At<(String, Uuid)>) -> Page {
    let view = find(&me, &number).await?;
    if view.sight != Sight::Full {
        return Err(me.fail(Error::NotFound));
    }
    let row = view.documents.iter().find(|document| document.id == id);
    let row = row.ok_or_else(|| me.fail(Error::NotFound))?;
    let known = me
        .app()
        .document(DocumentId(row.id))
        .await
        .map_err(|error| me.fail(error))?;
    let file = me
        .app()
        .open_document(&known)
        .await
        .map_err(|error| me.fail(error))?;
    let body = Body::from_stream(tokio_util::io::ReaderStream::new(file));
    Ok(file_answer(&known.file_name, &known.media_type, body))
}

/// A letter as it will be, or is, on paper.
async fn letter_page(me: Me, At((number, place)): At<(String, usize)>) -> Page {
    let view = find(&me, &number).await?;
    let letter = letter_at(&view, place).ok_or_else(|| me.fail(Error::NotFound))?;
    Ok(letter::page(&me, &view, letter, place).into_response())
}

/// The same as a file: `letter.pdf` or `letter.docx`.
async fn letter_paper(me: Me, At((number, place, paper)): At<(String, usize, String)>) -> Page {
    let nothing = || me.fail(Error::NotFound);
    let format = paper
        .strip_prefix("letter.")
        .and_then(paper::Format::from_ending)
        .ok_or_else(nothing)?;
    let view = find(&me, &number).await?;
    let file = paper::file(&me, &view, place, format).await;
    file.ok_or_else(nothing)
}

/// The letter at a place counted from one, for whoever sees the whole case.
fn letter_at(view: &CaseView, place: usize) -> Option<&procedure::case::Letter> {
    let place = place.checked_sub(1).filter(|_| view.sight == Sight::Full)?;
    view.case.round.letters.get(place)
}
