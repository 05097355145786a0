//! The weekdays on which a centre rests every week; state bodies rest on Saturday and Sunday, others choose.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// A set of weekdays that always leaves at least one to work on, so that a next working day exists.
///
/// Stored as ISO numbers, Monday 1 to Sunday 7.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "Vec<i8>", into = "Vec<i8>")]
pub struct WeeklyRest {
    mask: u8,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InvalidWeeklyRest {
    #[error("{0} is no weekday: Monday is 1, Sunday is 7")]
    NoSuchWeekday(i8),
    #[error("a week needs a day that is worked")]
    NothingWorked,
}

impl WeeklyRest {
    pub const SATURDAY_AND_SUNDAY: WeeklyRest = WeeklyRest {
        mask: bit(Weekday::Saturday) | bit(Weekday::Sunday),
    };
    pub const SUNDAY: WeeklyRest = WeeklyRest {
        mask: bit(Weekday::Sunday),
    };

    pub fn new(weekdays: impl IntoIterator<Item = Weekday>) -> Result<WeeklyRest, InvalidWeeklyRest> {
        let mask = weekdays.into_iter().fold(0, |mask, weekday| mask | bit(weekday));
        if mask == EVERY_DAY {
            return Err(InvalidWeeklyRest::NothingWorked);
        }
        Ok(WeeklyRest { mask })
    }

    pub fn contains(self, weekday: Weekday) -> bool {
        self.mask & bit(weekday) != 0
    }

    /// The rest days, Monday first.
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        Weekday::Monday
            .cycle_forward()
            .take(7)
            .filter(move |weekday| self.contains(*weekday))
    }
}

impl Default for WeeklyRest {
    fn default() -> WeeklyRest {
        WeeklyRest::SATURDAY_AND_SUNDAY
    }
}

impl TryFrom<Vec<i8>> for WeeklyRest {
    type Error = InvalidWeeklyRest;

    fn try_from(numbers: Vec<i8>) -> Result<WeeklyRest, InvalidWeeklyRest> {
        let weekdays: Result<Vec<Weekday>, InvalidWeeklyRest> = numbers
            .into_iter()
            .map(|number| {
                Weekday::from_monday_one_offset(number).map_err(|_| InvalidWeeklyRest::NoSuchWeekday(number))
            })
            .collect();
        WeeklyRest::new(weekdays?)
    }
}

impl From<WeeklyRest> for Vec<i8> {
    fn from(rest: WeeklyRest) -> Vec<i8> {
        rest.weekdays().map(Weekday::to_monday_one_offset).collect()
    }
}

const EVERY_DAY: u8 = 0b111_1111;

const fn bit(weekday: Weekday) -> u8 {
    1 << weekday.to_monday_zero_offset()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_rests_on_saturday_and_sunday() {
        let rest: Vec<Weekday> = WeeklyRest::default().weekdays().collect();
        assert_eq!(rest, [Weekday::Saturday, Weekday::Sunday]);
    }

    #[test]
    fn a_week_without_work_cannot_be_said() {
        assert_eq!(
            WeeklyRest::new(Weekday::Monday.cycle_forward().take(7)),
            Err(InvalidWeeklyRest::NothingWorked)
        );
        assert!(serde_json::from_str::<WeeklyRest>("[1,2,3,4,5,6,7]").is_err());
        assert!(serde_json::from_str::<WeeklyRest>("[0]").is_err());
        assert!(serde_json::from_str::<WeeklyRest>("[8]").is_err());
    }

    #[test]
    fn weekly_rest_is_stored_as_weekday_numbers() {
        assert_eq!(
            serde_json::to_string(&WeeklyRest::SATURDAY_AND_SUNDAY).unwrap(),
            "[6,7]"
        );
        assert_eq!(
            serde_json::from_str::<WeeklyRest>("[7]").unwrap(),
            WeeklyRest::SUNDAY
        );
        assert_eq!(
            serde_json::from_str::<WeeklyRest>("[]")
                .unwrap()
                .weekdays()
                .count(),
            0
        );
    }
}
