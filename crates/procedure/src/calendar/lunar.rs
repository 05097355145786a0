//! The Vietnamese lunar calendar, as far as holidays need it: the day on which an ordinary lunar month
//! begins.
//!
//! A month begins on the day of the new moon, and the month that holds the winter solstice is the eleventh;
//! when thirteen months lie between two such months, the first without a major solar term is the leap month.
//! Days are those of Hà Nội (UTC+7), which is why Tết is at times another day than the Chinese New Year
//! (1985, 2007, 2030). The positions of sun and moon follow Meeus, *Astronomical Algorithms*, chapters 25 and
//! 49, to within minutes.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Mùng 1 of month `month` (1–10, never the leap month) of the lunar year that begins in `year`.
pub fn first_of_month(year: i16, month: u8) -> Date {
    debug_assert!(
        (1..=10).contains(&month),
        "the eleventh and twelfth month belong to the next solstice"
    );
    let eleventh = eleventh_month(year - 1);
    let mut months = i64::from(month) + 1;
    if leap_month(eleventh, eleventh_month(year)).is_some_and(|leap| leap <= months) {
        months += 1;
    }
    date_of(new_moon(eleventh + months))
}

/// 29 or 30: the number of the last day of the twelfth month before Tết of `year`.
pub fn day_of_month_before_tet(year: i16) -> i64 {
    let tet = day_number(first_of_month(year, 1));
    tet - new_moon(last_lunation_on_or_before(tet - 1))
}

/// Which lunation since January 2000 holds the winter solstice of `year`.
fn eleventh_month(year: i16) -> i64 {
    let new_year_eve = day_number(date(year, 12, 31));
    let lunation = last_lunation_on_or_before(new_year_eve);
    // A month that begins after the solstice of about 21 December is already the twelfth.
    if major_term(new_moon(lunation)) >= WINTER_SOLSTICE {
        lunation - 1
    } else {
        lunation
    }
}

/// How many months after the eleventh month the leap month comes, when the next eleventh month is thirteen
/// away.
fn leap_month(eleventh: i64, next_eleventh: i64) -> Option<i64> {
    if next_eleventh - eleventh < 13 {
        return None;
    }
    (1..13).find(|months| {
        let begin = new_moon(eleventh + months);
        let end = new_moon(eleventh + months + 1);
        major_term(begin) == major_term(end)
    })
}

/// The twelfths of the sun's yearly way passed when `day` begins in Hà Nội, from the spring equinox.
fn major_term(day: i64) -> i64 {
    (sun_longitude(day as f64 - 0.5 - HANOI) / 30.0) as i64
}

const WINTER_SOLSTICE: i64 = 9;
/// UTC+7 as a part of a day.
const HANOI: f64 = 7.0 / 24.0;
const LUNATION: f64 = 29.530588861;
/// The new moon of January 2000.
const FIRST_NEW_MOON: f64 = 2451550.09766;
/// Terrestrial minus universal time, about 70 seconds in this century.
const DELTA_T: f64 = 0.0008;

fn last_lunation_on_or_before(day: i64) -> i64 {
    let mut lunation = ((day as f64 - FIRST_NEW_MOON) / LUNATION).floor() as i64 + 1;
    while new_moon(lunation) > day {
        lunation -= 1;
    }
    lunation
}

/// The day in Hà Nội, as a Julian day number, on which this lunation begins.
fn new_moon(lunation: i64) -> i64 {
    let k = lunation as f64;
    let t = k / 1236.85;
    let eccentricity = 1.0 - 0.002516 * t - 0.0000074 * t * t;
    let sun = degrees(2.5534 + 29.1053567 * k - 0.0000014 * t * t);
    let moon = degrees(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
    let latitude = degrees(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
    let node = degrees(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
    let correction = -0.40720 * moon.sin()
        + 0.17241 * eccentricity * sun.sin()
        + 0.01608 * (2.0 * moon).sin()
        + 0.01039 * (2.0 * latitude).sin()
        + 0.00739 * eccentricity * (moon - sun).sin()
        - 0.00514 * eccentricity * (moon + sun).sin()
        + 0.00208 * eccentricity * eccentricity * (2.0 * sun).sin()
        - 0.00111 * (moon - 2.0 * latitude).sin()
        - 0.00057 * (moon + 2.0 * latitude).sin()
        + 0.00056 * eccentricity * (2.0 * moon + sun).sin()
        - 0.00042 * (3.0 * moon).sin()
        + 0.00042 * eccentricity * (sun + 2.0 * latitude).sin()
        + 0.00038 * eccentricity * (sun - 2.0 * latitude).sin()
        - 0.00024 * eccentricity * (2.0 * moon - sun).sin()
        - 0.00017 * node.sin();
    let instant = FIRST_NEW_MOON + LUNATION * k + 0.00015437 * t * t + correction - DELTA_T;
    (instant + 0.5 + HANOI).floor() as i64
}

/// Where the sun stands at a Julian date, in degrees from the spring equinox.
fn sun_longitude(julian_date: f64) -> f64 {
    let t = (julian_date + DELTA_T - 2451545.0) / 36525.0;
    let mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
    let anomaly = degrees(357.52911 + 35999.05029 * t - 0.0001537 * t * t);
    let center = (1.914602 - 0.004817 * t - 0.000014 * t * t) * anomaly.sin()
        + (0.019993 - 0.000101 * t) * (2.0 * anomaly).sin()
        + 0.000289 * (3.0 * anomaly).sin();
    let node = degrees(125.04 - 1934.136 * t);
    (mean + center - 0.00569 - 0.00478 * node.sin()).rem_euclid(360.0)
}

fn degrees(angle: f64) -> f64 {
    angle.rem_euclid(360.0).to_radians()
}

const EPOCH: Date = date(2000, 1, 1);
const EPOCH_NUMBER: i64 = 2451545;

fn day_number(date: Date) -> i64 {
    EPOCH_NUMBER + date.duration_since(EPOCH).as_hours() / 24
}

fn date_of(day_number: i64) -> Date {
    EPOCH.saturating_add((day_number - EPOCH_NUMBER).days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tet_and_the_hung_kings_day_fall_as_the_almanac_says() {
        let almanac = [
            (date(2020, 1, 25), date(2020, 4, 2)),
            (date(2021, 2, 12), date(2021, 4, 21)),
            (date(2022, 2, 1), date(2022, 4, 10)),
            (date(2023, 1, 22), date(2023, 4, 29)),
            (date(2024, 2, 10), date(2024, 4, 18)),
            (date(2025, 1, 29), date(2025, 4, 7)),
            (date(2026, 2, 17), date(2026, 4, 26)),
            (date(2027, 2, 6), date(2027, 4, 16)),
            (date(2028, 1, 26), date(2028, 4, 4)),
            (date(2029, 2, 13), date(2029, 4, 23)),
            (date(2030, 2, 2), date(2030, 4, 12)),
            (date(2031, 1, 23), date(2031, 4, 1)),
            (date(2032, 2, 11), date(2032, 4, 19)),
            (date(2033, 1, 31), date(2033, 4, 9)),
            (date(2034, 2, 19), date(2034, 4, 28)),
            (date(2035, 2, 8), date(2035, 4, 17)),
            (date(2036, 1, 28), date(2036, 4, 6)),
            (date(2037, 2, 15), date(2037, 4, 24)),
        ];
        for (tet, hung_kings) in almanac {
            assert_eq!(first_of_month(tet.year(), 1), tet);
            assert_eq!(first_of_month(tet.year(), 3).saturating_add(9.days()), hung_kings);
        }
    }

    /// In Beijing these years began on 20 February 1985, 18 February 2007 and 3 February 2030.
    #[test]
    fn tet_is_counted_in_the_days_of_ha_noi() {
        assert_eq!(first_of_month(1985, 1), date(1985, 1, 21));
        assert_eq!(first_of_month(2007, 1), date(2007, 2, 17));
        assert_eq!(first_of_month(2030, 1), date(2030, 2, 2));
    }

    #[test]
    fn the_old_year_ends_on_its_twenty_ninth_or_thirtieth() {
        let last_days = (2020..=2027).map(day_of_month_before_tet);
        assert_eq!(last_days.collect::<Vec<_>>(), [30, 30, 29, 30, 30, 29, 29, 29]);
    }

    #[test]
    fn lunar_months_have_twenty_nine_or_thirty_days() {
        for lunation in 0..1_300 {
            let length = new_moon(lunation + 1) - new_moon(lunation);
            assert!(
                (29..=30).contains(&length),
                "lunation {lunation} has {length} days"
            );
        }
    }

    #[test]
    fn tet_falls_between_20_january_and_21_february_in_this_century() {
        for year in 2000..2100 {
            let tet = first_of_month(year, 1);
            assert!(tet >= date(year, 1, 20) && tet <= date(year, 2, 21), "{tet}");
        }
    }
}
