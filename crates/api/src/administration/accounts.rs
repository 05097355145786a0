//! People and their accounts.

use app::accounts::NewPerson;
use app::people::PersonDetails;
use axum::routing::{post, put};
use procedure::{PersonId, UnitId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Entered;
use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::reading::{Answer, At, Sent, done, json};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("post", "/people", "add_person", post(add))
            .takes::<New>()
            .gives::<Entered>(201),
        Endpoint::new("put", "/people/{id}", "change_person", put(change))
            .takes::<Details>()
            .gives_nothing(),
        Endpoint::new("post", "/people/{id}/password", "set_password", post(password))
            .takes::<Password>()
            .gives_nothing(),
        Endpoint::new("post", "/people/{id}/closing", "close_account", post(close)).gives_nothing(),
        Endpoint::new("post", "/people/{id}/reopening", "reopen_account", post(reopen)).gives_nothing(),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "NewPerson")]
#[serde(deny_unknown_fields)]
struct New {
    name: String,
    login: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    position: String,
    #[serde(default)]
    unit: Option<Uuid>,
    /// Without one, nobody can sign in until one is set.
    #[serde(default)]
    password: Option<String>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PersonDetails")]
#[serde(deny_unknown_fields)]
struct Details {
    name: String,
    login: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    position: String,
    #[serde(default)]
    unit: Option<Uuid>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Password {
    password: String,
}

async fn add(caller: Caller, Sent(new): Sent<New>) -> Answer {
    let person = NewPerson {
        name: new.name,
        login: new.login,
        email: new.email,
        position: new.position,
        unit: new.unit,
        password: new.password,
    };
    let id = caller
        .app()
        .add_person(caller.now, caller.actor(), person)
        .await?;
    Ok(json(axum::http::StatusCode::CREATED, &Entered { id: id.0 }))
}

async fn change(caller: Caller, At(id): At<Uuid>, Sent(details): Sent<Details>) -> Answer {
    let details = PersonDetails {
        name: details.name,
        login: details.login,
        email: details.email,
        position: details.position,
        unit: details.unit.map(UnitId),
    };
    let app = caller.app();
    app.update_person(caller.now, caller.actor(), PersonId(id), details)
        .await?;
    done()
}

async fn password(caller: Caller, At(id): At<Uuid>, Sent(sent): Sent<Password>) -> Answer {
    let app = caller.app();
    // Hashing takes a while, so that it waits for whoever may ask for it.
    super::open(&caller)?;
    app.set_password(caller.now, caller.actor(), PersonId(id), sent.password)
        .await?;
    done()
}

async fn close(caller: Caller, At(id): At<Uuid>) -> Answer {
    let app = caller.app();
    app.close_account(caller.now, caller.actor(), PersonId(id))
        .await?;
    done()
}

async fn reopen(caller: Caller, At(id): At<Uuid>) -> Answer {
    let app = caller.app();
    app.reopen_account(caller.now, caller.actor(), PersonId(id))
        .await?;
    done()
}
