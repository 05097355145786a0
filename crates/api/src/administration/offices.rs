//! Roles, substitutions, signing authorities and ties to clients: entered with their document, ended, never deleted.

use app::people::{NewAppointment, NewAuthority, NewInterest, NewSubstitution};
use axum::routing::{get, post};
use procedure::vocabulary::{Role, SigningMode};
use procedure::{PersonId, UnitId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::open;
use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::reading::{Answer, At, Sent, done, ok};
use crate::wire::{Day, Key};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/offices", "list_offices", get(list)).gives::<OfficesBody>(200),
        Endpoint::new("post", "/appointments", "appoint", post(appoint))
            .takes::<Appointing>()
            .gives_nothing(),
        Endpoint::new(
            "post",
            "/appointments/{id}/end",
            "end_appointment",
            post(end_appointment),
        )
        .takes::<EndWithDocument>()
        .gives_nothing(),
        Endpoint::new("post", "/substitutions", "name_substitute", post(substitute))
            .takes::<Substituting>()
            .gives_nothing(),
        Endpoint::new(
            "post",
            "/substitutions/{id}/end",
            "end_substitution",
            post(end_substitution),
        )
        .takes::<End>()
        .gives_nothing(),
        Endpoint::new("post", "/authorities", "give_authority", post(authorise))
            .takes::<Authorising>()
            .gives_nothing(),
        Endpoint::new(
            "post",
            "/authorities/{id}/end",
            "end_authority",
            post(end_authority),
        )
        .takes::<End>()
        .gives_nothing(),
        Endpoint::new("post", "/interests", "declare_tie", post(tie))
            .takes::<Tying>()
            .gives_nothing(),
        Endpoint::new("post", "/interests/{id}/end", "end_tie", post(end_tie))
            .takes::<End>()
            .gives_nothing(),
    ]
}

/// Everything about roles that there is or was.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Offices")]
struct OfficesBody {
    appointments: Vec<AppointmentBody>,
    substitutions: Vec<SubstitutionBody>,
    authorities: Vec<AuthorityBody>,
    interests: Vec<InterestBody>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Appointment")]
struct AppointmentBody {
    id: Uuid,
    person: Uuid,
    role: String,
    unit: Option<Uuid>,
    from: Day,
    until: Option<Day>,
    document: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Substitution")]
struct SubstitutionBody {
    id: Uuid,
    role: String,
    of: Uuid,
    by: Uuid,
    named_by: Uuid,
    from: Day,
    until: Option<Day>,
    document: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Authority")]
struct AuthorityBody {
    id: Uuid,
    person: Uuid,
    mode: String,
    scope: String,
    from: Day,
    until: Option<Day>,
    document: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Interest")]
struct InterestBody {
    id: Uuid,
    person: Uuid,
    client: String,
    kind: String,
    from: Day,
    until: Option<Day>,
    note: String,
}

async fn list(caller: Caller) -> Answer {
    open(&caller)?;
    let offices = caller.app().offices().await?;
    let appointments = offices.appointments.into_iter().map(|row| AppointmentBody {
        id: row.id,
        person: row.person_id,
        role: row.role,
        unit: row.unit_id,
        from: row.from_on.into(),
        until: row.until_on.map(Day::from),
        document: row.document,
    });
    let substitutions = offices.substitutions.into_iter().map(|row| SubstitutionBody {
        id: row.id,
        role: row.role,
        of: row.of_person,
        by: row.by_person,
        named_by: row.named_by,
        from: row.from_on.into(),
        until: row.until_on.map(Day::from),
        document: row.document,
    });
    let authorities = offices.authorities.into_iter().map(|row| AuthorityBody {
        id: row.id,
        person: row.person_id,
        mode: row.mode,
        scope: row.scope,
        from: row.from_on.into(),
        until: row.until_on.map(Day::from),
        document: row.document,
    });
    let interests = offices.interests.into_iter().map(|row| InterestBody {
        id: row.id,
        person: row.person_id,
        client: row.client,
        kind: row.kind,
        from: row.from_on.into(),
        until: row.until_on.map(Day::from),
        note: row.note,
    });
    ok(&OfficesBody {
        appointments: appointments.collect(),
        substitutions: substitutions.collect(),
        authorities: authorities.collect(),
        interests: interests.collect(),
    })
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Appointing {
    person: Uuid,
    role: Key<Role>,
    #[serde(default)]
    unit: Option<Uuid>,
    from: Day,
    #[serde(default)]
    until: Option<Day>,
    /// By which document.
    document: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Substituting {
    role: Key<Role>,
    /// Whose role it is.
    of: Uuid,
    /// Who stands in.
    by: Uuid,
    named_by: Uuid,
    from: Day,
    #[serde(default)]
    until: Option<Day>,
    document: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Authorising {
    person: Uuid,
    mode: Key<SigningMode>,
    #[serde(default)]
    scope: String,
    from: Day,
    #[serde(default)]
    until: Option<Day>,
    document: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Tying {
    person: Uuid,
    client: String,
    kind: Tie,
    from: Day,
    #[serde(default)]
    until: Option<Day>,
    #[serde(default)]
    note: String,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Tie {
    Consultancy,
    Employment,
    Other,
}

impl Tie {
    const fn key(self) -> &'static str {
        match self {
            Tie::Consultancy => "consultancy",
            Tie::Employment => "employment",
            Tie::Other => "other",
        }
    }
}

/// The last day of a period.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Ending")]
#[serde(deny_unknown_fields)]
struct End {
    until: Day,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "EndingByDocument")]
#[serde(deny_unknown_fields)]
struct EndWithDocument {
    until: Day,
    document: String,
}

async fn appoint(caller: Caller, Sent(sent): Sent<Appointing>) -> Answer {
    let new = NewAppointment {
        person: PersonId(sent.person),
        role: sent.role.0,
        unit: sent.unit.map(UnitId),
        from: sent.from.0,
        until: sent.until.map(|day| day.0),
        document: sent.document,
    };
    caller.app().appoint(caller.now, caller.actor(), new).await?;
    done()
}

async fn end_appointment(caller: Caller, At(id): At<Uuid>, Sent(end): Sent<EndWithDocument>) -> Answer {
    let app = caller.app();
    app.end_appointment(caller.now, caller.actor(), id, end.until.0, end.document)
        .await?;
    done()
}

async fn substitute(caller: Caller, Sent(sent): Sent<Substituting>) -> Answer {
    let new = NewSubstitution {
        role: sent.role.0,
        of: PersonId(sent.of),
        by: PersonId(sent.by),
        from: sent.from.0,
        until: sent.until.map(|day| day.0),
        named_by: PersonId(sent.named_by),
        document: sent.document,
    };
    caller.app().substitute(caller.now, caller.actor(), new).await?;
    done()
}

async fn end_substitution(caller: Caller, At(id): At<Uuid>, Sent(end): Sent<End>) -> Answer {
    let app = caller.app();
    app.end_substitution(caller.now, caller.actor(), id, end.until.0)
        .await?;
    done()
}

async fn authorise(caller: Caller, Sent(sent): Sent<Authorising>) -> Answer {
    let new = NewAuthority {
        person: PersonId(sent.person),
        mode: sent.mode.0,
        scope: sent.scope,
        from: sent.from.0,
        until: sent.until.map(|day| day.0),
        document: sent.document,
    };
    caller.app().authorise(caller.now, caller.actor(), new).await?;
    done()
}

async fn end_authority(caller: Caller, At(id): At<Uuid>, Sent(end): Sent<End>) -> Answer {
    let app = caller.app();
    app.end_authority(caller.now, caller.actor(), id, end.until.0)
        .await?;
    done()
}

async fn tie(caller: Caller, Sent(sent): Sent<Tying>) -> Answer {
    let new = NewInterest {
        person: PersonId(sent.person),
        client: sent.client,
        kind: sent.kind.key().to_owned(),
        from: sent.from.0,
        until: sent.until.map(|day| day.0),
        note: sent.note,
    };
    caller.app().declare_tie(caller.now, caller.actor(), new).await?;
    done()
}

async fn end_tie(caller: Caller, At(id): At<Uuid>, Sent(end): Sent<End>) -> Answer {
    let app = caller.app();
    app.end_tie(caller.now, caller.actor(), id, end.until.0).await?;
    done()
}
