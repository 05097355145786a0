//! The calendar of the organisation: days off and days worked in exchange, each with the document that announced it, and the years
//! whose announcements are known.

use super::{Change, Wrong};
use crate::App;
use crate::error::{Error, Result};
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::calendar::{CalendarDay, DayKind};
use procedure::case::Actor;
use procedure::case::refusal::Problem;
use store::calendar::CalendarYear;
use store::{Conn, On};

/// A day that is not what its weekday says, as an administrator enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDay {
    pub date: Date,
    pub kind: DayKind,
    pub name_vi: String,
    pub name_en: String,
    pub document: String,
}

impl From<CalendarDay> for NewDay {
    fn from(day: CalendarDay) -> Self {
        Self {
            date: day.date,
            kind: day.kind,
            name_vi: day.name_vi,
            name_en: day.name_en,
            document: day.document,
        }
    }
}

impl App {
    /// The years whose announcements are known, with the document that says so.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn calendar_years(&self) -> Result<Vec<CalendarYear>> {
        self.db
            .read(|mut conn| async move { Ok::<_, Error>(store::calendar::years(&mut conn).await?) })
            .await
    }

    /// Enters a day, or corrects what was entered for it.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn announce_day(&self, now: Timestamp, by: Actor, day: NewDay) -> Result<()> {
        check_day(&day)?;
        self.administer(now, by, |mut conn, _| {
            let day = day.clone();
            async move {
                put(&mut conn, &day).await?;
                let change = Change::DayAnnounced {
                    date: day.date,
                    kind: day.kind.code().to_owned(),
                    document: day.document.trim().to_owned(),
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// Takes a day back, on the strength of a document: it is again what its weekday says.
    ///
    /// # Errors
    /// `NotFound`, the field `document`, `Denied`, or a failure of storage.
    pub async fn take_day_back(&self, now: Timestamp, by: Actor, date: Date, document: String) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("document", &document);
        wrong.into_result()?;
        self.administer(now, by, |mut conn, _| {
            let document = document.trim().to_owned();
            async move {
                if !store::calendar::remove_day(&mut conn, date).await? {
                    return Err(Error::NotFound);
                }
                Ok((conn, Change::DayTakenBack { date, document }))
            }
        })
        .await
    }

    /// Declares a year known, with the days that its announcement adds or corrects.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn load_year(
        &self,
        now: Timestamp,
        by: Actor,
        year: i16,
        days: Vec<NewDay>,
        document: String,
    ) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("document", &document);
        wrong.unless((2000..=2100).contains(&year), "year", Problem::NotOffered);
        let strays = days.iter().any(|day| day.date.year() != year);
        wrong.unless(!strays, "days", Problem::NotOffered);
        wrong.into_result()?;
        days.iter().try_for_each(check_day)?;
        self.administer(now, by, |mut conn, _| {
            let (days, document) = (days.clone(), document.trim().to_owned());
            async move {
                for day in &days {
                    put(&mut conn, day).await?;
                }
                store::calendar::put_year(&mut conn, year, &document).await?;
                let days = days.len();
                Ok((conn, Change::YearKnown { year, days, document }))
            }
        })
        .await
    }

    /// Takes back that a year is known: its dates are provisional again.
    ///
    /// # Errors
    /// `NotFound`, the field `document`, `Denied`, or a failure of storage.
    pub async fn forget_year(&self, now: Timestamp, by: Actor, year: i16, document: String) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("document", &document);
        wrong.into_result()?;
        self.administer(now, by, |mut conn, _| {
            let document = document.trim().to_owned();
            async move {
                if !store::calendar::remove_year(&mut conn, year).await? {
                    return Err(Error::NotFound);
                }
                Ok((conn, Change::YearUnknown { year, document }))
            }
        })
        .await
    }
}

fn check_day(day: &NewDay) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.line("name_vi", &day.name_vi);
    wrong.line("name_en", &day.name_en);
    wrong.line("document", &day.document);
    wrong.into_result()
}

async fn put(conn: &mut Conn, day: &NewDay) -> Result<()> {
    let row = store::calendar::CalendarDay {
        day_on: On(day.date),
        kind: day.kind.code().to_owned(),
        name_vi: day.name_vi.trim().to_owned(),
        name_en: day.name_en.trim().to_owned(),
        document: day.document.trim().to_owned(),
    };
    Ok(store::calendar::put_day(conn, &row).await?)
}
