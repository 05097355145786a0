//! Who holds which role and for how long, who stands in for whom, and who may sign in whose place.

use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use crate::obligations::HeldRole;
use crate::{Conn, On, Result};

/// A role held by a person for a period, on the strength of a document. Both ends are included.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Appointment {
    pub id: Uuid,
    pub person_id: Uuid,
    pub role: String,
    pub unit_id: Option<Uuid>,
    pub from_on: On,
    pub until_on: Option<On>,
    pub document: String,
}

/// Someone who stands in for the holder of a role for a period.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Substitution {
    pub id: Uuid,
    pub role: String,
    pub of_person: Uuid,
    pub by_person: Uuid,
    pub from_on: On,
    pub until_on: Option<On>,
    pub named_by: Uuid,
    pub document: String,
}

/// The authority to sign: as head, or KT., TL., TUQ., Q., for what is in its scope.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct SigningAuthority {
    pub id: Uuid,
    pub person_id: Uuid,
    pub mode: String,
    pub scope: String,
    pub from_on: On,
    pub until_on: Option<On>,
    pub document: String,
}

const APPOINTMENTS: &str = "
    select id, person_id, role, unit_id, from_on, until_on, document from appointment
    order by role, from_on, id";

/// Every appointment, past and to come.
pub async fn appointments(conn: &mut Conn) -> Result<Vec<Appointment>> {
    Ok(on!(conn, c => sqlx::query_as(APPOINTMENTS).fetch_all(c).await?))
}

const PUT_APPOINTMENT: &str = "
    insert into appointment (id, person_id, role, unit_id, from_on, until_on, document)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (id) do update set from_on = excluded.from_on, until_on = excluded.until_on,
        document = excluded.document";

/// Enters an appointment, or changes its period and document.
pub async fn put_appointment(conn: &mut Conn, appointment: &Appointment) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_APPOINTMENT)
        .bind(appointment.id)
        .bind(appointment.person_id)
        .bind(&appointment.role)
        .bind(appointment.unit_id)
        .bind(appointment.from_on)
        .bind(appointment.until_on)
        .bind(&appointment.document)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const SUBSTITUTIONS: &str = "
    select id, role, of_person, by_person, from_on, until_on, named_by, document from substitution
    order by role, from_on, id";

/// Every substitution, past and to come.
pub async fn substitutions(conn: &mut Conn) -> Result<Vec<Substitution>> {
    Ok(on!(conn, c => sqlx::query_as(SUBSTITUTIONS).fetch_all(c).await?))
}

const PUT_SUBSTITUTION: &str = "
    insert into substitution (id, role, of_person, by_person, from_on, until_on, named_by, document)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (id) do update set from_on = excluded.from_on, until_on = excluded.until_on,
        document = excluded.document";

/// Enters a substitution, or changes its period and document.
pub async fn put_substitution(conn: &mut Conn, substitution: &Substitution) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_SUBSTITUTION)
        .bind(substitution.id)
        .bind(&substitution.role)
        .bind(substitution.of_person)
        .bind(substitution.by_person)
        .bind(substitution.from_on)
        .bind(substitution.until_on)
        .bind(substitution.named_by)
        .bind(&substitution.document)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const AUTHORITIES: &str = "
    select id, person_id, mode, scope, from_on, until_on, document from signing_authority
    order by from_on, id";

/// Every authority to sign, past and to come.
pub async fn authorities(conn: &mut Conn) -> Result<Vec<SigningAuthority>> {
    Ok(on!(conn, c => sqlx::query_as(AUTHORITIES).fetch_all(c).await?))
}

const PUT_AUTHORITY: &str = "
    insert into signing_authority (id, person_id, mode, scope, from_on, until_on, document)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (id) do update set mode = excluded.mode, scope = excluded.scope,
        from_on = excluded.from_on, until_on = excluded.until_on, document = excluded.document";

/// Enters an authority to sign, or changes it.
pub async fn put_authority(conn: &mut Conn, authority: &SigningAuthority) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_AUTHORITY)
        .bind(authority.id)
        .bind(authority.person_id)
        .bind(&authority.mode)
        .bind(&authority.scope)
        .bind(authority.from_on)
        .bind(authority.until_on)
        .bind(&authority.document)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const HELD: &str = "
    select role, unit_id as unit from appointment
    where person_id = $1 and from_on <= $2 and (until_on is null or until_on >= $2)
    union
    select a.role, a.unit_id as unit from substitution s
    join appointment a on a.person_id = s.of_person and a.role = s.role
    where s.by_person = $1 and s.from_on <= $2 and (s.until_on is null or s.until_on >= $2)
        and a.from_on <= $2 and (a.until_on is null or a.until_on >= $2)";

/// The roles a person holds on a day, as appointed or as the recorded substitute of whoever is.
pub async fn held(conn: &mut Conn, person: Uuid, on: Date) -> Result<Vec<HeldRole>> {
    Ok(on!(conn, c => sqlx::query_as(HELD)
        .bind(person)
        .bind(On(on))
        .fetch_all(c)
        .await?))
}
