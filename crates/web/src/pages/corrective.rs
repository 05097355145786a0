//! Corrective and preventive actions: the list, one action with its duties and forms in place, and opening one without a case.

mod forms;
mod known;
mod list;
mod past;
mod show;
mod todo;

use app::actions::{ActionSubmission, ActionView};
use app::{Error, Texts, Typed};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use procedure::CorrectiveActionId;
use procedure::corrective_action::ActionActKind;
use uuid::Uuid;

use crate::posted::Posted;
use crate::site::Site;
use crate::ui::Filled;
use crate::visit::{Me, Page};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/corrective-actions", get(list::page).post(open))
        .route("/corrective-actions/new", get(new))
        .route("/corrective-actions/{number}", get(page))
        .route("/corrective-actions/{number}/acts/{act}", post(act))
}

/// A form that was sent and came back: which act, what was typed, what to say above the form.
struct Returned {
    kind: ActionActKind,
    filled: Filled,
    key: String,
    message: Option<String>,
    /// What others did meanwhile, in words.
    meanwhile: Vec<String>,
}

async fn page(me: Me, Path(number): Path<String>) -> Page {
    let view = find(&me, &number).await?;
    Ok(show::page(&me, &view, None).into_response())
}

async fn find(me: &Me, number: &str) -> Result<ActionView, Response> {
    me.app()
        .corrective_action(me.now, me.person(), number)
        .await
        .map_err(|error| me.fail(error))
}

async fn new(me: Me) -> Page {
    let filled = Filled::from_pairs([
        ("action", app::new_id().to_string()),
        ("preventive", "yes".to_owned()),
    ]);
    let page = show::new_page(&me, &filled, &app::new_id().to_string(), None).await;
    page.map(IntoResponse::into_response)
        .map_err(|error| me.fail(error))
}

/// Opens an action that no case led to. Its identity comes with the form, so that sending twice opens one.
async fn open(posted: Posted) -> Page {
    let me = &posted.me;
    let id = posted.typed.one("action").and_then(|id| Uuid::parse_str(id).ok());
    let id = CorrectiveActionId(id.unwrap_or_else(app::new_id));
    let done = perform(&posted, id, None, ActionActKind::Open).await;
    let error = match done {
        Ok(()) => {
            let number = me
                .app()
                .corrective_action_number(id)
                .await
                .map_err(|error| me.fail(error))?;
            let to = format!("/corrective-actions/{number}");
            return Ok(me.go(&to, "notice-corrective-opened"));
        }
        Err(error) => error,
    };
    let (status, filled, message) = match error {
        Error::Invalid(problems) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            posted.filled_with(&problems),
            None,
        ),
        Error::Refused(refusal) => (StatusCode::CONFLICT, posted.filled(), Some(refused(me, refusal))),
        other => return Err(me.fail(other)),
    };
    let page = show::new_page(me, &filled, &posted.key, message.as_deref()).await;
    let page = page.map_err(|error| me.fail(error))?;
    Ok((status, page).into_response())
}

async fn act(Path((number, key)): Path<(String, String)>, posted: Posted) -> Page {
    let kind = ActionActKind::from_key(&key).filter(|kind| *kind != ActionActKind::Open);
    let Some(kind) = kind else {
        return Err(posted.me.fail(Error::NotFound));
    };
    let view = find(&posted.me, &number).await?;
    match perform(&posted, view.action.id, posted.seen(), kind).await {
        Ok(()) => {
            let to = format!("/corrective-actions/{number}");
            Ok(posted.me.go(&to, "notice-act-done"))
        }
        Err(error) => returned(&posted, &number, kind, error).await,
    }
}

async fn perform(
    posted: &Posted,
    action: CorrectiveActionId,
    seen: Option<u32>,
    kind: ActionActKind,
) -> Result<(), Error> {
    let me = &posted.me;
    let mut texts = Texts::default();
    let typed = match kind {
        ActionActKind::AnalyseCause => forms::with_steps(me.t(), &posted.typed),
        _ => posted.typed.clone(),
    };
    let act = compose(me, kind, &typed, &mut texts).await?;
    let submission = ActionSubmission {
        action,
        seen,
        key: posted.key.clone(),
        act,
        texts,
    };
    me.app().act_on_action(me.now, me.actor(), submission).await?;
    Ok(())
}

async fn compose(
    me: &Me,
    kind: ActionActKind,
    typed: &Typed,
    texts: &mut Texts,
) -> Result<procedure::corrective_action::ActionAct, Error> {
    me.app()
        .compose_on_action(me.now, me.person(), kind, typed, texts)
        .await
}

fn refused(me: &Me, refusal: procedure::case::refusal::Refusal) -> String {
    format!("{} – {}", refusal.rule, crate::words::refusal(me.t(), refusal))
}

/// The page again with the form open, everything typed still there, and why it was not done.
async fn returned(posted: &Posted, number: &str, kind: ActionActKind, error: Error) -> Page {
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
            back.message = Some(refused(me, refusal));
            StatusCode::CONFLICT
        }
        Error::Overtaken(_) => {
            // Sent again from here, the form speaks of the action as it stands now.
            back.message = Some(t.corrective_overtaken().to_owned());
            back.meanwhile = past::since(me, &view, posted.seen().unwrap_or_default());
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
