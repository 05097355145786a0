//! The yearly calendar: days off, rest days made up, Saturdays worked, each with the document that announced it.

use jiff::civil::Date;
use sqlx::FromRow;

use crate::{Conn, On, Result};

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct CalendarDay {
    pub day_on: On,
    pub kind: String,
    pub name_vi: String,
    pub name_en: String,
    pub document: String,
}

/// A year whose days are known, and the document that says so.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct CalendarYear {
    pub year: i64,
    pub document: String,
}

const DAYS: &str = "
    select day_on, kind, name_vi, name_en, document from calendar_day
    where day_on between $1 and $2 order by day_on";

/// The special days from one day to another, both included.
pub async fn days(conn: &mut Conn, from: Date, until: Date) -> Result<Vec<CalendarDay>> {
    Ok(on!(conn, c => sqlx::query_as(DAYS)
        .bind(On(from))
        .bind(On(until))
        .fetch_all(c)
        .await?))
}

const ALL_DAYS: &str = "
    select day_on, kind, name_vi, name_en, document from calendar_day order by day_on";

pub async fn all_days(conn: &mut Conn) -> Result<Vec<CalendarDay>> {
    Ok(on!(conn, c => sqlx::query_as(ALL_DAYS).fetch_all(c).await?))
}

const YEARS: &str = "select year, document from calendar_year order by year";

/// The years that are known.
pub async fn years(conn: &mut Conn) -> Result<Vec<CalendarYear>> {
    Ok(on!(conn, c => sqlx::query_as(YEARS).fetch_all(c).await?))
}

const PUT_DAY: &str = "
    insert into calendar_day (day_on, kind, name_vi, name_en, document) values ($1, $2, $3, $4, $5)
    on conflict (day_on) do update set kind = excluded.kind, name_vi = excluded.name_vi,
        name_en = excluded.name_en, document = excluded.document";

/// Enters a day, or corrects what was entered for it.
pub async fn put_day(conn: &mut Conn, day: &CalendarDay) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_DAY)
        .bind(day.day_on)
        .bind(&day.kind)
        .bind(&day.name_vi)
        .bind(&day.name_en)
        .bind(&day.document)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const REMOVE_DAY: &str = "delete from calendar_day where day_on = $1";

pub async fn remove_day(conn: &mut Conn, day: Date) -> Result<bool> {
    let removed = on!(conn, c => sqlx::query(REMOVE_DAY)
        .bind(On(day))
        .execute(c)
        .await?
        .rows_affected());
    Ok(removed == 1)
}

const PUT_YEAR: &str = "
    insert into calendar_year (year, document) values ($1, $2)
    on conflict (year) do update set document = excluded.document";

/// Declares the days of a year known.
pub async fn put_year(conn: &mut Conn, year: i16, document: &str) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_YEAR)
        .bind(i64::from(year))
        .bind(document)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const REMOVE_YEAR: &str = "delete from calendar_year where year = $1";

/// Takes back that the days of a year are known; its limits are provisional again.
pub async fn remove_year(conn: &mut Conn, year: i16) -> Result<bool> {
    let removed = on!(conn, c => sqlx::query(REMOVE_YEAR)
        .bind(i64::from(year))
        .execute(c)
        .await?
        .rows_affected());
    Ok(removed == 1)
}
