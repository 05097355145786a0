//! The organisation itself: its name on letters, its units, its periods and other settings.

use super::{Change, Wrong, overtaken};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Settings;
use crate::submission::new_id;
use jiff::Timestamp;
use procedure::UnitId;
use procedure::case::Actor;
use procedure::case::refusal::{Invalid, Problem};
use procedure::settings::Periods;
use store::organisation::Unit;

/// What letters and pages say of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationDetails {
    pub name: String,
    pub parent_name: String,
    pub place: String,
    pub symbol: String,
}

/// A unit as an administrator enters it. Its full name may stay empty; its code may not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewUnit {
    pub code: String,
    pub name: String,
    pub active: bool,
}

/// No period is longer than a year.
const LONGEST_PERIOD: u16 = 366;
/// Three hundred hours cover any term counted in hours.
const LONGEST_HOURS: u16 = 300;

impl App {
    /// Enters a unit, or changes the one with this identity; answers with the identity.
    ///
    /// # Errors
    /// The fields that cannot stand, `Denied`, or a failure of storage.
    pub async fn put_unit(
        &self,
        now: Timestamp,
        by: Actor,
        id: Option<UnitId>,
        unit: NewUnit,
    ) -> Result<UnitId> {
        let mut wrong = Wrong::default();
        wrong.line("code", &unit.code);
        wrong.short("name", &unit.name);
        wrong.into_result()?;
        let unit_id = id.unwrap_or(UnitId(new_id()));
        self.administer(now, by, |mut conn, _| {
            let row = Unit {
                id: unit_id.0,
                code: unit.code.trim().to_owned(),
                name: unit.name.trim().to_owned(),
                active: unit.active,
            };
            async move {
                match store::organisation::put_unit(&mut conn, &row).await {
                    Err(store::Error::Taken(_)) => {
                        return Err(vec![Invalid::new("code", Problem::AlreadyUsed)].into());
                    }
                    other => other?,
                }
                let change = Change::UnitChanged {
                    unit: unit_id,
                    code: row.code,
                    name: row.name,
                    active: row.active,
                };
                Ok((conn, change))
            }
        })
        .await?;
        Ok(unit_id)
    }

    /// Changes what is said of the organisation, if it is still as it was seen.
    ///
    /// # Errors
    /// The fields that cannot stand, `Overtaken`, `Denied`, or a failure of storage.
    pub async fn change_organisation(
        &self,
        now: Timestamp,
        by: Actor,
        seen: Option<i64>,
        details: OrganisationDetails,
    ) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("name", &details.name);
        wrong.short("parent_name", &details.parent_name);
        wrong.line("place", &details.place);
        wrong.line("symbol", &details.symbol);
        wrong.into_result()?;
        self.administer(now, by, |mut conn, office| {
            let details = details.clone();
            async move {
                let mut row = office.organisation.clone();
                is_as_seen(seen, row.version)?;
                row.name = details.name.trim().to_owned();
                row.parent_name = details.parent_name.trim().to_owned();
                row.place = details.place.trim().to_owned();
                row.symbol = details.symbol.trim().to_owned();
                store::organisation::update(&mut conn, &row)
                    .await
                    .map_err(overtaken)?;
                let change = Change::OrganisationChanged {
                    name: row.name,
                    parent_name: row.parent_name,
                    place: row.place,
                    symbol: row.symbol,
                };
                Ok((conn, change))
            }
        })
        .await
    }

    /// Changes periods and other settings, if they are still as they were seen.
    ///
    /// # Errors
    /// The fields that cannot stand, each period under its own name; `Overtaken`, `Denied`, or a failure of storage.
    pub async fn change_settings(
        &self,
        now: Timestamp,
        by: Actor,
        seen: Option<i64>,
        settings: Settings,
    ) -> Result<()> {
        check_settings(&settings)?;
        self.administer(now, by, |mut conn, office| {
            let settings = settings.clone();
            async move {
                let mut row = office.organisation.clone();
                is_as_seen(seen, row.version)?;
                row.settings = serde_json::to_string(&settings).map_err(corrupt)?;
                store::organisation::update(&mut conn, &row)
                    .await
                    .map_err(overtaken)?;
                let change = Change::SettingsChanged {
                    before: Box::new(office.settings.clone()),
                    after: Box::new(settings),
                };
                Ok((conn, change))
            }
        })
        .await
    }
}

fn is_as_seen(seen: Option<i64>, version: i64) -> Result<()> {
    if seen.is_none_or(|seen| seen == version) {
        Ok(())
    } else {
        Err(Error::Overtaken(Vec::new()))
    }
}

fn check_settings(settings: &Settings) -> Result<()> {
    let mut wrong = Wrong::default();
    for name in Periods::NAMES {
        let days = settings.periods.get(name).unwrap_or_default();
        let longest = if name.ends_with("_hours") {
            LONGEST_HOURS
        } else {
            LONGEST_PERIOD
        };
        wrong.unless(days > 0, name, Problem::TooShort);
        wrong.unless(days <= longest, name, Problem::TooLong);
    }
    let (size, hours) = (settings.largest_file_mib, settings.session_hours);
    wrong.unless(size > 0, "largest_file_mib", Problem::TooShort);
    wrong.unless(size <= 2_000, "largest_file_mib", Problem::TooLarge);
    wrong.unless(hours > 0, "session_hours", Problem::TooShort);
    wrong.unless(hours <= 24 * 30, "session_hours", Problem::TooLong);
    wrong.line("letter_symbol", &settings.letter_symbol);
    wrong.short("certification_unit_name", &settings.certification_unit_name);
    wrong.into_result()
}
