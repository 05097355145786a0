//! Tiếp nhận: one page on which a case is written down, at the counter or on the telephone, and leaves by its road.

mod form;
mod help;
mod slip;
mod words;

use app::inbox::LINKED;
use app::intake::{Intake, Road, fields};
use app::{Error, Typed};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use procedure::case::refusal::{Invalid, Refusal};
use serde::Deserialize;
use uuid::Uuid;

use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{Filled, Tone};
use crate::visit::{Me, Page, redirect};
use crate::words::typed_date;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/intake", get(page).post(send))
        .route("/intake/similar", get(similar))
        .route("/intake/limit", get(limit))
        .route("/intake/{number}/slip", get(slip_page))
}

/// What the form holds, and why it is shown again.
struct Sheet {
    filled: Filled,
    key: String,
    refusal: Option<Refusal>,
    /// Whether earlier cases are to be looked for and shown.
    looks: bool,
}

#[derive(Deserialize)]
struct Asked {
    /// The mail of which a case is made.
    #[serde(default)]
    mail: String,
}

async fn page(me: Me, Query(asked): Query<Asked>) -> Page {
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let desk = office.desk(me.now);
    let mut filled = Filled::default();
    filled.set(fields::RECEIVED_ON, typed_date(desk.today));
    filled.set(
        fields::REPLY_BY,
        typed_date(app::intake::usual_reply_day(desk.today, &desk)),
    );
    if let Ok(id) = Uuid::parse_str(&asked.mail) {
        let opened = me.app().mail(me.now, me.person(), id, "").await;
        let opened = opened.map_err(|error| me.fail(error))?;
        for (name, value) in app::inbox::prefilled(&opened) {
            filled.set(name, value);
        }
    }
    let sheet = Sheet {
        filled,
        key: app::new_id().to_string(),
        refusal: None,
        looks: false,
    };
    show(&me, StatusCode::OK, sheet).await
}

async fn show(me: &Me, status: StatusCode, sheet: Sheet) -> Page {
    let fail = |error| me.fail(error);
    let office = me.app().office().await.map_err(fail)?;
    let similar = if sheet.looks {
        let (name, phone) = (
            sheet.filled.value(fields::NAME),
            sheet.filled.value(fields::PHONE),
        );
        let found = me.app().similar(me.now, me.person(), name, phone).await;
        Some(found.map_err(fail)?)
    } else {
        None
    };
    let mail = match Uuid::parse_str(sheet.filled.value(LINKED)) {
        Ok(id) => Some(
            me.app()
                .mail_in_charge(me.now, me.person(), id)
                .await
                .map_err(fail)?,
        ),
        Err(_) => None,
    };
    Ok((
        status,
        form::page(me, &office, &sheet, similar.as_deref(), mail.as_ref()),
    )
        .into_response())
}

/// The form was sent: to enter the case, or by one of the buttons that only help to fill it in.
async fn send(posted: Posted) -> Page {
    let me = &posted.me;
    let mut sheet = Sheet {
        filled: posted.filled(),
        key: posted.key.clone(),
        refusal: None,
        looks: posted.typed.one(form::LOOK).is_some(),
    };
    if let Some(number) = posted.typed.one(form::FILL) {
        let found = me.app().complainant_of(me.now, me.person(), number).await;
        if let Some((_, party)) = found.map_err(|error| me.fail(error))? {
            take_over(&mut sheet.filled, number, &party);
        }
        return show(me, StatusCode::OK, sheet).await;
    }
    if let Some(road) = posted.typed.one(form::TURN).and_then(Road::from_key) {
        sheet.filled.set(fields::ROAD, road.key());
        return show(me, StatusCode::OK, sheet).await;
    }
    if sheet.looks {
        return show(me, StatusCode::OK, sheet).await;
    }
    match enter(&posted).await {
        Ok(answer) => Ok(answer),
        Err(error) => returned(&posted, sheet, error).await,
    }
}

/// What is known of an earlier complainant goes where nothing was typed; the name is theirs.
fn take_over(filled: &mut Filled, number: &str, party: &app::NewParty) {
    filled.set(fields::EARLIER, number);
    filled.set(fields::NAME, party.name.as_str());
    filled.set(fields::PARTY_KIND, party.kind.key());
    let known = [
        (fields::PHONE, &party.phone),
        (fields::EMAIL, &party.email),
        (fields::ADDRESS, &party.address),
        (fields::REPRESENTATIVE, &party.representative),
    ];
    for (name, value) in known {
        if filled.value(name).is_empty() {
            filled.set(name, value.as_str());
        }
    }
}

async fn enter(posted: &Posted) -> Result<Response, Error> {
    let me = &posted.me;
    let typed = with_all_persons(&posted.typed);
    let read = me
        .app()
        .read_intake(me.now, me.person(), &posted.key, &typed)
        .await;
    let intake = match read {
        Ok(intake) if posted.problems.is_empty() => intake,
        Ok(_) => return Err(posted.problems.clone().into()),
        Err(Error::Invalid(mut problems)) => {
            problems.extend(posted.problems.iter().cloned());
            return Err(problems.into());
        }
        Err(error) => return Err(error),
    };
    let (tone, notice) = notice(&intake);
    let done = me.app().execute(me.now, me.actor(), intake.submission).await?;
    Ok(redirect(&format!("/cases/{}", done.number), Some((tone, notice))))
}

/// The form has a few boxes for persons, one below the other; together they are one field.
fn with_all_persons(typed: &Typed) -> Typed {
    let mut all = typed.clone();
    for name in form::MORE_PERSONS {
        let more = all.0.remove(name).unwrap_or_default();
        all.0
            .entry(fields::PERSONS_CONCERNED.to_owned())
            .or_default()
            .extend(more);
    }
    all
}

fn notice(intake: &Intake) -> (Tone, &'static str) {
    match intake.road {
        _ if intake.appeal_becomes_complaint => (Tone::Warn, "notice-intake-appeal"),
        Some(Road::Settled) => (Tone::Good, "notice-intake-settled"),
        Some(Road::Promised) => (Tone::Good, "notice-intake-promised"),
        Some(Road::Recorded) | None => (Tone::Good, "notice-intake-received"),
    }
}

/// The form again with everything typed, the files already given, and what must change.
async fn returned(posted: &Posted, mut sheet: Sheet, error: Error) -> Page {
    let me = &posted.me;
    let status = match error {
        Error::Invalid(problems) => {
            say(me, &mut sheet.filled, &problems);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Refused(refusal) => {
            sheet.refusal = Some(refusal);
            StatusCode::CONFLICT
        }
        Error::KeyReused => {
            sheet.filled.error("", me.t().failure_key_reused_text());
            sheet.key = app::new_id().to_string();
            StatusCode::CONFLICT
        }
        other => return Err(me.fail(other)),
    };
    show(me, status, sheet).await
}

fn say(me: &Me, filled: &mut Filled, problems: &[Invalid]) {
    for problem in problems {
        filled.error(&problem.field, words::problem(me.t(), problem));
    }
}

#[derive(Deserialize)]
struct Whom {
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
}

async fn similar(me: Me, Query(whom): Query<Whom>) -> Page {
    let found = me
        .app()
        .similar(me.now, me.person(), &whom.name, &whom.phone)
        .await
        .map_err(|error| me.fail(error))?;
    Ok(help::similar(&me, &found).into_response())
}

#[derive(Deserialize)]
struct Received {
    #[serde(default)]
    received_on: String,
}

async fn limit(me: Me, Query(received): Query<Received>) -> Page {
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    Ok(help::limit(&me, &office, &received.received_on).into_response())
}

async fn slip_page(me: Me, Path(number): Path<String>) -> Page {
    let view = me
        .app()
        .case(me.now, me.person(), &number)
        .await
        .map_err(|error| me.fail(error))?;
    slip::page(&me, &view)
}
