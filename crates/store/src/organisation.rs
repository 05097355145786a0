//! The organisation that keeps the book, and its units.

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{At, Conn, Error, Result};

/// The organisation. There is one for now, but it is a row and not a constant.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Organisation {
    pub id: Uuid,
    pub name: String,
    pub parent_name: String,
    /// Where its letters are dated.
    pub place: String,
    /// Its abbreviation in the symbols of its letters.
    pub symbol: String,
    /// Its time zone, such as `Asia/Ho_Chi_Minh`.
    pub zone: String,
    /// Canonical JSON.
    pub settings: String,
    pub version: i64,
}

const THE_ONE: &str = "
    select id, name, parent_name, place, symbol, zone, settings, version from organisation
    order by id limit 1";

/// The organisation, once it has been set up.
pub async fn the_one(conn: &mut Conn) -> Result<Option<Organisation>> {
    Ok(on!(conn, c => sqlx::query_as(THE_ONE).fetch_optional(c).await?))
}

const SET_UP_AT: &str = "select created_at from organisation order by id limit 1";

/// When the organisation was set up here.
pub async fn set_up_at(conn: &mut Conn) -> Result<Option<Timestamp>> {
    let at: Option<At> = on!(conn, c => sqlx::query_scalar(SET_UP_AT).fetch_optional(c).await?);
    Ok(at.map(|at| at.0))
}

const INSERT: &str = "
    insert into organisation (id, name, parent_name, place, symbol, zone, settings, version, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, 1, $8)";

/// Sets the organisation up, as version 1.
pub async fn insert(conn: &mut Conn, organisation: &Organisation, at: Timestamp) -> Result<()> {
    on!(conn, c => sqlx::query(INSERT)
        .bind(organisation.id)
        .bind(&organisation.name)
        .bind(&organisation.parent_name)
        .bind(&organisation.place)
        .bind(&organisation.symbol)
        .bind(&organisation.zone)
        .bind(&organisation.settings)
        .bind(At::from(at))
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const UPDATE: &str = "
    update organisation set name = $3, parent_name = $4, place = $5, symbol = $6, zone = $7, settings = $8,
        version = version + 1
    where id = $1 and version = $2";

/// Changes the organisation as it was read, or says that someone was here before.
pub async fn update(conn: &mut Conn, organisation: &Organisation) -> Result<()> {
    let changed = on!(conn, c => sqlx::query(UPDATE)
        .bind(organisation.id)
        .bind(organisation.version)
        .bind(&organisation.name)
        .bind(&organisation.parent_name)
        .bind(&organisation.place)
        .bind(&organisation.symbol)
        .bind(&organisation.zone)
        .bind(&organisation.settings)
        .execute(c)
        .await?
        .rows_affected());
    if changed == 1 {
        return Ok(());
    }
    let found = the_one(conn).await?.map_or(0, |present| present.version);
    Err(Error::Conflict {
        stream: "organisation".to_owned(),
        expected: organisation.version,
        found,
    })
}

/// A unit of the organisation. Its full name may be empty; its code never is.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Unit {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub active: bool,
}

const UNITS: &str = "select id, code, name, active from unit order by code";

/// Every unit, also those that are no longer active.
pub async fn units(conn: &mut Conn) -> Result<Vec<Unit>> {
    Ok(on!(conn, c => sqlx::query_as(UNITS).fetch_all(c).await?))
}

const PUT_UNIT: &str = "
    insert into unit (id, code, name, active) values ($1, $2, $3, $4)
    on conflict (id) do update set code = excluded.code, name = excluded.name, active = excluded.active";

/// Enters a unit, or changes it.
pub async fn put_unit(conn: &mut Conn, unit: &Unit) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_UNIT)
        .bind(unit.id)
        .bind(&unit.code)
        .bind(&unit.name)
        .bind(unit.active)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}
