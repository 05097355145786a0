//! Who the caller is, and what the token in use is good for.

use axum::routing::get;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::reading::{Answer, ok};
use crate::wire::{Day, Instant, Named};

pub fn endpoints() -> Vec<Endpoint> {
    vec![Endpoint::new("get", "/me", "get_me", get(me)).gives::<Me>(200)]
}

#[derive(Serialize, JsonSchema)]
struct Me {
    person: Named,
    /// Roles held today, by their keys.
    roles: Vec<String>,
    language: String,
    organisation: String,
    today: Day,
    token: TokenBody,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Token")]
struct TokenBody {
    id: Uuid,
    name: String,
    scopes: Vec<String>,
    expires_at: Instant,
}

async fn me(caller: Caller) -> Answer {
    let office = caller.app().office().await?;
    let bearer = &caller.bearer;
    ok(&Me {
        person: Named {
            id: bearer.person.0,
            name: bearer.name.clone(),
        },
        roles: bearer.roles.iter().map(|role| role.key().to_owned()).collect(),
        language: bearer.language.clone(),
        organisation: office.organisation.name.clone(),
        today: office.desk(caller.now).today.into(),
        token: TokenBody {
            id: bearer.token.id,
            name: bearer.token.name.clone(),
            scopes: bearer
                .token
                .scopes
                .iter()
                .map(|scope| scope.key().to_owned())
                .collect(),
            expires_at: bearer.token.expires_at.into(),
        },
    })
}
