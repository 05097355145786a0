//! The people of the organisation, who are also its accounts.

use std::fmt;

use jiff::Timestamp;
use sqlx::FromRow;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use crate::{At, Conn, Result};

/// A person of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Person {
    pub id: Uuid,
    pub display_name: String,
    /// How the name sorts, made for the language of names and compared bytewise.
    pub sort_key: String,
    pub login: String,
    pub email: Option<String>,
    pub position: String,
    pub unit_id: Option<Uuid>,
    pub active: bool,
    pub language: String,
    pub theme: String,
}

/// What signing in needs, kept apart so that it is never shown by accident.
#[derive(Clone, PartialEq, Eq, FromRow)]
pub struct Credentials {
    pub id: Uuid,
    pub password_hash: Option<String>,
    pub active: bool,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// A login as it is compared: however it is typed, it is the same account.
fn login_key(login: &str) -> String {
    login.trim().nfc().collect::<String>().to_lowercase()
}

const INSERT: &str = "
    insert into person (id, display_name, sort_key, login, login_key, email, position, unit_id, active,
        language, theme, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Enters a person; a login that exists already, in whatever case, is `Taken`.
pub async fn insert(conn: &mut Conn, person: &Person, at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(person.id)
        .bind(&person.display_name)
        .bind(&person.sort_key)
        .bind(person.login.trim())
        .bind(login_key(&person.login))
        .bind(&person.email)
        .bind(&person.position)
        .bind(person.unit_id)
        .bind(person.active)
        .bind(&person.language)
        .bind(&person.theme)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const UPDATE: &str = "
    update person set display_name = $2, sort_key = $3, login = $4, login_key = $5, email = $6,
        position = $7, unit_id = $8, active = $9, language = $10, theme = $11
    where id = $1";

/// Changes everything of a person but the password.
pub async fn update(conn: &mut Conn, person: &Person) -> Result<()> {
    on!(conn, c => sqlx::query(UPDATE)
        .bind(person.id)
        .bind(&person.display_name)
        .bind(&person.sort_key)
        .bind(person.login.trim())
        .bind(login_key(&person.login))
        .bind(&person.email)
        .bind(&person.position)
        .bind(person.unit_id)
        .bind(person.active)
        .bind(&person.language)
        .bind(&person.theme)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const SET_PASSWORD: &str = "update person set password_hash = $2 where id = $1";

pub async fn set_password(conn: &mut Conn, id: Uuid, password_hash: Option<&str>) -> Result<()> {
    on!(conn, c => sqlx::query(SET_PASSWORD)
        .bind(id)
        .bind(password_hash)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const SET_PREFERENCES: &str = "update person set language = $2, theme = $3 where id = $1";

pub async fn set_preferences(conn: &mut Conn, id: Uuid, language: &str, theme: &str) -> Result<()> {
    on!(conn, c => sqlx::query(SET_PREFERENCES)
        .bind(id)
        .bind(language)
        .bind(theme)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const CREDENTIALS: &str = "select id, password_hash, active from person where login_key = $1";

/// What is needed to let someone in who gives this login.
pub async fn credentials(conn: &mut Conn, login: &str) -> Result<Option<Credentials>> {
    Ok(on!(conn, c => sqlx::query_as(CREDENTIALS)
        .bind(login_key(login))
        .fetch_optional(c)
        .await?))
}

const ONE: &str = "
    select id, display_name, sort_key, login, email, position, unit_id, active, language, theme
    from person where id = $1";

pub async fn one(conn: &mut Conn, id: Uuid) -> Result<Option<Person>> {
    Ok(on!(conn, c => sqlx::query_as(ONE).bind(id).fetch_optional(c).await?))
}

const ALL: &str = "
    select id, display_name, sort_key, login, email, position, unit_id, active, language, theme
    from person order by sort_key, id";

/// Everyone, also those whose account is no longer active, by name.
pub async fn all(conn: &mut Conn) -> Result<Vec<Person>> {
    Ok(on!(conn, c => sqlx::query_as(ALL).fetch_all(c).await?))
}

const OPEN_CASES: &str = "
    select distinct r.number, r.chrono from case_person p join case_row r on r.id = p.case_id
    where p.person_id = $1 and p.part = $2 and r.closed_on is null and not r.annulled and not r.imported
    order by r.chrono limit $3";

/// The numbers of the open cases in which a person has this part.
pub async fn open_cases(conn: &mut Conn, person: Uuid, part: &str, limit: i64) -> Result<Vec<String>> {
    let rows: Vec<(String, i64)> = on!(conn, c => sqlx::query_as(OPEN_CASES)
        .bind(person)
        .bind(part)
        .bind(limit)
        .fetch_all(c)
        .await?);
    Ok(rows.into_iter().map(|(number, _)| number).collect())
}
