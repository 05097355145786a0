//! The code by which a complainant follows a case on the public pages, for a case that came in otherwise.

use axum::http::StatusCode;
use procedure::ActKind;
use schemars::JsonSchema;
use serde::Serialize;

use crate::caller::Caller;
use crate::fault::Fault;
use crate::reading::{Answer, At, json, number, ok};
use crate::wire::Instant;

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TrackingCode")]
pub struct Given {
    /// Since when the complainant has a code that opens this case.
    given_at: Option<Instant>,
}

/// A code that opens the case; the one before opens nothing any more.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TrackingCodeHandedOut")]
pub struct HandedOut {
    /// Shown this once: null where the request is answered again under its key.
    code: Option<String>,
}

pub async fn given(caller: Caller, At(of): At<String>) -> Answer {
    let app = caller.app();
    let view = app.case(caller.now, caller.person(), number(&of)?).await?;
    if !view.may(ActKind::WriteToComplainant) {
        return Err(Fault::App(app::Error::Denied));
    }
    let given = app.code_given_at(view.case.id).await?;
    ok(&Given {
        given_at: given.map(Instant::from),
    })
}

pub async fn hand_out(caller: Caller, At(of): At<String>) -> Answer {
    let app = caller.app();
    let code = app
        .hand_out_code(caller.now, caller.person(), number(&of)?)
        .await?;
    let code = Some(code.shown());
    Ok(json(StatusCode::CREATED, &HandedOut { code }))
}
