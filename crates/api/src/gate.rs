//! The gate before every endpoint: a good token, not too often, with the scope that the endpoint asks for, and an answer that the
//! caller can read.

use app::tokens::Scope;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, AUTHORIZATION};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::caller::Caller;
use crate::fault::{Fault, Spoken};
use crate::once::Keeper;
use crate::site::Api;

/// What an endpoint asks of its callers.
#[derive(Clone)]
pub struct Gate {
    pub api: Api,
    pub scope: Scope,
    /// It answers with files of any kind, and not with JSON alone.
    pub gives_files: bool,
    /// What is known of requests that are sent again, where no act knows it.
    pub keeper: Option<Keeper>,
}

pub async fn gate(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    match gate.admit(request.headers()).await {
        Ok(caller) => {
            let spoken = Spoken(caller.lang);
            request.extensions_mut().insert(caller.clone());
            let mut answer = match gate.keeper.zip(caller.sent_key()) {
                Some((keeper, key)) => keeper.answer(caller, key, request, next).await,
                None => next.run(request).await,
            };
            answer.extensions_mut().insert(spoken);
            answer
        }
        Err(fault) => fault.into_response(),
    }
}

impl Gate {
    async fn admit(&self, headers: &HeaderMap) -> Result<Caller, Fault> {
        let now = self.api.now();
        let secret = secret(headers).ok_or(Fault::Unauthenticated)?;
        let bearer = self.api.app.bearer(now, secret).await?;
        let bearer = bearer.ok_or(Fault::Unauthenticated)?;
        if let Err(wait) = self.api.limit.count(bearer.token.id, now) {
            return Err(Fault::TooMany { seconds: wait });
        }
        if !bearer.token.scopes.contains(&self.scope) {
            return Err(Fault::Scope(self.scope));
        }
        if !self.gives_files && !takes_json(headers) {
            return Err(Fault::NotAcceptable);
        }
        Caller::new(self.api.clone(), bearer, now, headers)
    }
}

fn secret(headers: &HeaderMap) -> Option<&str> {
    let sent = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (kind, secret) = sent.split_once(' ')?;
    kind.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

fn takes_json(headers: &HeaderMap) -> bool {
    let Some(accepted) = headers.get(ACCEPT) else {
        return true;
    };
    let accepted = accepted.to_str().unwrap_or_default();
    let kinds = accepted
        .split(',')
        .map(|range| range.split(';').next().unwrap_or_default().trim());
    let known = [
        "",
        "*/*",
        "application/*",
        "application/json",
        "application/problem+json",
    ];
    accepted.is_empty() || kinds.into_iter().any(|kind| known.contains(&kind))
}
