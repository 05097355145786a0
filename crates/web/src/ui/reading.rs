//! Reads days and times as people here type them.

use jiff::civil::{Date, Time};

/// `2/3/2026`, `02-03-2026`, `02.03.2026`, `02032026` (day first, always) or `2026-03-02`.
pub fn parse_date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    let parts: Vec<&str> = typed
        .split(['/', '-', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (*year, *month, *day),
        [day, month, year] if year.len() == 4 => (*year, *month, *day),
        [digits] if digits.len() == 8 && digits.is_ascii() => (&digits[4..], &digits[2..4], &digits[..2]),
        _ => return None,
    };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if ![year, month, day].into_iter().all(plain) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `14:05`, `14h05`, `14h`, `9.30`.
pub fn parse_time(typed: &str) -> Option<Time> {
    let typed = typed.trim().to_lowercase();
    let (hour, minute) = typed.split_once([':', 'h', '.', 'g'])?;
    let minute = if minute.trim().is_empty() {
        0
    } else {
        minute.trim().parse().ok()?
    };
    Time::new(hour.trim().parse().ok()?, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_day_is_read_in_the_ways_people_type_it() {
        for typed in [
            "2/3/2026",
            "02/03/2026",
            " 02-03-2026 ",
            "2.3.2026",
            "02032026",
            "2026-03-02",
        ] {
            assert_eq!(parse_date(typed), Some(date(2026, 3, 2)), "{typed}");
        }
    }

    #[test]
    fn what_is_not_a_day_is_not_guessed() {
        for typed in [
            "",
            "31/02/2026",
            "2/3/26",
            "2/13/2026",
            "hôm nay",
            "2/3",
            "+2/3/2026",
            "２/3/2026",
            "2/3/2026/1",
        ] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_time_is_read_in_the_ways_people_type_it() {
        for (typed, wanted) in [
            ("14:05", time(14, 5, 0, 0)),
            ("9h", time(9, 0, 0, 0)),
            ("9h30", time(9, 30, 0, 0)),
        ] {
            assert_eq!(parse_time(typed), Some(wanted), "{typed}");
        }
        for typed in ["", "25:00", "9", "mai"] {
            assert_eq!(parse_time(typed), None, "{typed}");
        }
    }
}
