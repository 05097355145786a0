//! The yearly compilations: the list of years, one year with its figures and duties, its report, its printed form and its workbook.

mod annex;
mod export;
mod figures;
mod list;
mod print;
pub(crate) mod report;
mod show;
mod shown;
mod todo;

use app::year_book::{Deed, YearBookView, YearSubmission};
use app::{Error, Texts};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use procedure::case::refusal::{Invalid, Problem};
use procedure::year_book::YearActKind;

use crate::posted::Posted;
use crate::site::Site;
use crate::ui::Filled;
use crate::visit::{Me, Page};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/year-books", get(list::page))
        .route("/year-books/{year}", get(page))
        .route("/year-books/{year}/print", get(printed))
        .route("/year-books/{year}/report.pdf", get(report::pdf))
        .route("/year-books/{year}/export.xlsx", get(export::xlsx))
        .route("/year-books/{year}/acts/{act}", post(act))
}

/// A form that was sent and came back.
struct Returned {
    kind: YearActKind,
    filled: Filled,
    key: String,
    message: Option<String>,
    meanwhile: Vec<String>,
}

async fn page(me: Me, Path(year): Path<i16>, Query(pairs): Query<Vec<(String, String)>>) -> Page {
    let view = find(&me, year).await?;
    let after = pairs.into_iter().find(|(name, _)| name == "after");
    let after = after.map(|(_, number)| number).unwrap_or_default();
    Ok(show::page(&me, &view, &after, None).into_response())
}

async fn printed(me: Me, Path(year): Path<i16>) -> Page {
    let view = find(&me, year).await?;
    Ok(print::page(&me, &view).into_response())
}

async fn find(me: &Me, year: i16) -> Result<YearBookView, Response> {
    me.app()
        .year_book(me.now, me.person(), year)
        .await
        .map_err(|error| me.fail(error))
}

fn kind_of(key: &str) -> Option<YearActKind> {
    YearActKind::ALL.iter().copied().find(|kind| kind.key() == key)
}

async fn act(Path((year, key)): Path<(i16, String)>, posted: Posted) -> Page {
    let Some(kind) = kind_of(&key) else {
        return Err(posted.me.fail(Error::NotFound));
    };
    // Whoever may not read compilations is turned away before anything is looked at.
    find(&posted.me, year).await?;
    match perform(&posted, year, kind).await {
        Ok(()) => {
            let to = format!("/year-books/{year}");
            Ok(posted.me.go(&to, "notice-act-done"))
        }
        Err(error) => returned(&posted, year, kind, error).await,
    }
}

async fn perform(posted: &Posted, year: i16, kind: YearActKind) -> Result<(), Error> {
    let me = &posted.me;
    let mut texts = Texts::default();
    let submission = YearSubmission {
        year,
        seen: posted.seen(),
        key: posted.key.clone(),
        deed: deed(posted, kind, &mut texts)?,
        texts,
    };
    me.app().act_on_year(me.now, me.actor(), submission).await?;
    Ok(())
}

/// Reads the form of an act.
fn deed(posted: &Posted, kind: YearActKind, texts: &mut Texts) -> Result<Deed, Error> {
    let wrong = |field: &str, problem| Error::Invalid(vec![Invalid::new(field, problem)]);
    let mut words = |field: &str| match posted.typed.one(field) {
        None => Ok(None),
        Some(typed) => app::compose::check_words(typed, app::compose::LONGEST_TEXT)
            .map(|()| Some(texts.add(typed)))
            .map_err(|problem| wrong(field, problem)),
    };
    let word = |field: &str, longest: usize| {
        let typed = posted
            .typed
            .one(field)
            .ok_or_else(|| wrong(field, Problem::Missing))?;
        app::compose::check_words(typed, longest).map_err(|problem| wrong(field, problem))?;
        Ok::<_, Error>(typed.to_owned())
    };
    Ok(match kind {
        YearActKind::Compile => Deed::Compile {
            remarks: words("remarks")?,
        },
        YearActKind::Review => Deed::Review {
            remarks: words("remarks")?,
        },
        YearActKind::ReceiveCompilation => Deed::Receive {
            remarks: words("remarks")?,
        },
        YearActKind::ReturnCompilation => Deed::Return {
            reason: words("reason")?.ok_or_else(|| wrong("reason", Problem::Missing))?,
        },
        YearActKind::Freeze => Deed::Freeze {
            digest: posted.typed.one("digest").unwrap_or_default().to_owned(),
        },
        YearActKind::File => Deed::File {
            file_code: word("file_code", 100)?,
        },
    })
}

/// The page again with the form open, everything typed still there, and why it was not done.
async fn returned(posted: &Posted, year: i16, kind: YearActKind, error: Error) -> Page {
    let me = &posted.me;
    let t = me.t();
    let view = find(me, year).await?;
    let mut back = Returned {
        kind,
        filled: posted.filled(),
        key: posted.key.clone(),
        message: None,
        meanwhile: Vec::new(),
    };
    let status = match error {
        Error::Invalid(problems) => {
            let (of_document, of_fields): (Vec<Invalid>, Vec<Invalid>) = problems
                .into_iter()
                .partition(|problem| problem.field == "digest");
            back.filled = posted.filled_with(&of_fields);
            if !of_document.is_empty() {
                back.message = Some(t.year_stale().to_owned());
                back.key = app::new_id().to_string();
            }
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Refused(refusal) => {
            let why = crate::words::refusal(t, refusal);
            back.message = Some(format!("{} – {why}", refusal.rule));
            StatusCode::CONFLICT
        }
        Error::Overtaken(_) => {
            back.message = Some(t.year_overtaken().to_owned());
            back.meanwhile = show::since(me, &view, posted.seen().unwrap_or_default());
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
    Ok((status, show::page(me, &view, "", Some(&back))).into_response())
}
