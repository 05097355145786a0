//! Days as people write them, taken apart without guessing which figure is the month.

use jiff::civil::{Date, Time, date};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use crate::mapping::Epoch;
use crate::words;

/// Which figure of 3/4/2019 is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    Dmy,
    Mdy,
    Ymd,
}

/// A day together with what had to be done to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub date: Date,
    pub time_cut: bool,
    pub zone_ignored: bool,
    pub two_digit_year: bool,
}

/// A written day before the order of its figures is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    day: Day,
    time: Option<TimeOfDay>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    /// The year is first, or the month has a name: nothing can be mistaken.
    Plain { year: Year, month: u8, day: u8 },
    /// Two figures and a year.
    Pair { first: u8, second: u8, year: Year },
    /// Three figures of two digits at most.
    Short { figures: [u8; 3] },
    /// Eight digits without a separator.
    Compact { digits: u32 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    Full(i16),
    TwoDigits(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TimeOfDay {
    midnight: bool,
    zone: bool,
}

impl Written {
    pub fn parse(text: &str) -> Option<Written> {
        // Nobody needs more room to write a day, and what follows is then bounded.
        if text.len() > 80 {
            return None;
        }
        let (day, time) = split_time(text.trim());
        let time = match time {
            None => None,
            Some(time) => Some(parse_time(time)?),
        };
        Some(Written {
            day: parse_day(day)?,
            time,
        })
    }

    /// The orders under which this is a day at all; both when it does not depend on the order.
    fn possible(&self) -> (bool, bool) {
        let (first, second) = match self.day {
            Day::Plain { .. } | Day::Compact { .. } => return (true, true),
            Day::Pair { first, second, .. } => (first, second),
            Day::Short {
                figures: [first, second, _],
            } => (first, second),
        };
        (second <= 12 && first <= 31, first <= 12 && second <= 31)
    }

    fn is_the_same_either_way(&self) -> bool {
        match self.day {
            Day::Plain { .. } | Day::Compact { .. } => true,
            Day::Pair { first, second, .. } => first == second,
            Day::Short {
                figures: [first, second, _],
            } => first == second,
        }
    }

    /// The day under an order; `None` is needed only where the order makes no difference.
    /// A year of two digits is the latest one that is not after next year.
    pub fn read(&self, order: Option<Order>, today: Date) -> Option<Reading> {
        let (year, month, day) = match (self.day, order) {
            (Day::Plain { year, month, day }, _) => (year, month, day),
            (Day::Pair { first, second, year }, Some(Order::Dmy)) => (year, second, first),
            (Day::Pair { first, second, year }, Some(Order::Mdy)) => (year, first, second),
            (Day::Pair { first, second, year }, None) if first == second => (year, first, second),
            (Day::Pair { .. }, Some(Order::Ymd) | None) => return None,
            (Day::Short { figures: [a, b, c] }, Some(Order::Dmy)) => (Year::TwoDigits(c), b, a),
            (Day::Short { figures: [a, b, c] }, Some(Order::Mdy)) => (Year::TwoDigits(c), a, b),
            (Day::Short { figures: [a, b, c] }, Some(Order::Ymd)) => (Year::TwoDigits(a), b, c),
            (Day::Short { figures: [a, b, c] }, None) if a == b => (Year::TwoDigits(c), a, b),
            (Day::Short { .. }, None) => return None,
            (Day::Compact { digits }, Some(Order::Ymd)) => {
                let year = i16::try_from(digits / 10_000).ok()?;
                (Year::Full(year), (digits / 100 % 100) as u8, (digits % 100) as u8)
            }
            (Day::Compact { .. }, _) => return None,
        };
        let (full, two_digit_year) = match year {
            Year::Full(year) => (year, false),
            Year::TwoDigits(short) => {
                let this_century = 2000 + i16::from(short);
                let fits = this_century <= today.year() + 1;
                (if fits { this_century } else { this_century - 100 }, true)
            }
        };
        let month = i8::try_from(month).ok()?;
        let day = i8::try_from(day).ok()?;
        Some(Reading {
            date: Date::new(full, month, day).ok()?,
            time_cut: self.time.is_some_and(|time| !time.midnight),
            zone_ignored: self.time.is_some_and(|time| time.zone),
            two_digit_year,
        })
    }
}

/// What the dates of a file say about the order of their figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict<E> {
    /// No date depends on the order.
    Needless,
    Decided(Order),
    Ambiguous {
        example: E,
    },
    Contradictory {
        day_first: E,
        month_first: E,
    },
}

/// Weighs dates against each other; an example is kept for each finding.
pub(crate) struct Weighing<E> {
    day_first: Option<E>,
    month_first: Option<E>,
    open: Option<E>,
}

impl<E> Weighing<E> {
    pub fn new() -> Weighing<E> {
        Weighing {
            day_first: None,
            month_first: None,
            open: None,
        }
    }

    pub fn add(&mut self, written: &Written, example: impl FnOnce() -> E) {
        let place = match written.possible() {
            (true, true) if written.is_the_same_either_way() => return,
            (true, true) => &mut self.open,
            (true, false) => &mut self.day_first,
            (false, true) => &mut self.month_first,
            (false, false) => return,
        };
        if place.is_none() {
            *place = Some(example());
        }
    }

    pub fn verdict(self) -> Verdict<E> {
        match (self.day_first, self.month_first, self.open) {
            (Some(day_first), Some(month_first), _) => Verdict::Contradictory {
                day_first,
                month_first,
            },
            (Some(_), None, _) => Verdict::Decided(Order::Dmy),
            (None, Some(_), _) => Verdict::Decided(Order::Mdy),
            (None, None, Some(example)) => Verdict::Ambiguous { example },
            (None, None, None) => Verdict::Needless,
        }
    }
}

/// The day and time that a spreadsheet means by a bare number.
pub(crate) fn from_serial(number: f64, epoch: Epoch) -> Option<(Date, Time)> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    let days = number.floor();
    let seconds = ((number - days) * 86_400.0).round().min(86_399.0);
    let (start, days) = match epoch {
        Epoch::Of1904 => (date(1904, 1, 1), days),
        // Excel counts a 29 February 1900, which never was.
        Epoch::Of1900 if days == 60.0 => return None,
        Epoch::Of1900 if days < 60.0 => (date(1899, 12, 31), days),
        Epoch::Of1900 => (date(1899, 12, 30), days),
    };
    let day = start.checked_add((days as i64).days()).ok()?;
    let time = Time::midnight()
        .checked_add(Span::new().seconds(seconds as i64))
        .ok()?;
    Some((day, time))
}

/// "9h30 ngày 1/2/2019", "2019-02-01T09:30:00Z", "1/2/2019 9:30 PM": the day and, apart from it, the time.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let Some(mark) = time_mark(text) else {
        return (text, None);
    };
    let before = &text[..mark];
    let start = before.len() - before.chars().rev().take_while(char::is_ascii_digit).count();
    if text[..start].trim().is_empty() {
        let end = text[mark..].find(' ').map_or(text.len(), |at| mark + at);
        return (&text[end..], Some(&text[start..end]));
    }
    let day = text[..start].trim_end_matches([' ', 'T', 't', ',', ';', '\u{a0}']);
    (day, Some(&text[start..]))
}

/// Where "9:30" has its colon or "9h30" its h.
fn time_mark(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (1..bytes.len()).find(|&at| {
        let between_digits =
            bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        match bytes[at] {
            b':' => between_digits,
            b'h' | b'H' => {
                bytes[at - 1].is_ascii_digit() && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic)
            }
            _ => false,
        }
    })
}

fn parse_time(text: &str) -> Option<TimeOfDay> {
    let digits_end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | 'h' | 'H')))
        .unwrap_or(text.len());
    let (clock, rest) = text.split_at(digits_end);
    let clock = clock.replace(['h', 'H'], ":");
    let (clock, fraction) = clock.split_once('.').unwrap_or((&clock, ""));
    let mut figures = clock.trim_end_matches(':').split(':');
    let mut next = |most: u8| match figures.next() {
        None => Some(0),
        Some(figure) if figure.len() > 2 => None,
        Some(figure) => figure.parse::<u8>().ok().filter(|&n| n <= most),
    };
    let (hour, minute, second) = (next(23)?, next(59)?, next(60)?);
    if figures.next().is_some() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let rest = rest.trim();
    let upper = rest.to_uppercase();
    let (half_day, zone) = match upper.as_str() {
        "" => (false, false),
        "AM" | "SA" => (true, false),
        "PM" | "CH" => (false, false),
        "Z" | "UTC" | "GMT" => (false, true),
        other if is_offset(other) => (false, true),
        _ => return None,
    };
    let starts_the_day = hour == 0 || (hour == 12 && half_day);
    Some(TimeOfDay {
        midnight: starts_the_day && minute == 0 && second == 0,
        zone,
    })
}

fn is_offset(text: &str) -> bool {
    text.strip_prefix(['+', '-']).is_some_and(|rest| {
        !rest.is_empty() && rest.len() <= 5 && rest.bytes().all(|b| b.is_ascii_digit() || b == b':')
    })
}

fn parse_day(text: &str) -> Option<Day> {
    let is_usual = |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',');
    if !text.chars().all(is_usual) {
        return None;
    }
    let folded = words::fold(text);
    let parts: Vec<&str> = folded.split(' ').filter(|word| !NOISE.contains(word)).collect();
    if parts
        .iter()
        .any(|part| part.starts_with(|c: char| c.is_alphabetic()))
    {
        return parse_named(&parts);
    }
    match parts[..] {
        [compact] if compact.len() == 8 => Some(Day::Compact {
            digits: compact.parse().ok()?,
        }),
        [year, month, day] if year.len() == 4 => Some(Day::Plain {
            year: Year::Full(year.parse().ok()?),
            month: two_digits(month)?,
            day: two_digits(day)?,
        }),
        [first, second, year] if year.len() == 4 => Some(Day::Pair {
            first: two_digits(first)?,
            second: two_digits(second)?,
            year: Year::Full(year.parse().ok()?),
        }),
        [first, second, third] if third.len() == 2 => Some(Day::Short {
            figures: [two_digits(first)?, two_digits(second)?, two_digits(third)?],
        }),
        _ => None,
    }
}

/// "21 Jan 2022", "January 21st, 2022", "ngày 21 tháng 01 năm 2022".
fn parse_named(words: &[&str]) -> Option<Day> {
    let mut figures = Vec::new();
    let mut month = None;
    let mut words = words.iter();
    while let Some(&word) = words.next() {
        let named = match word {
            "thang" => Some(two_digits(words.next()?)?),
            word => month_named(word),
        };
        match named {
            Some(named) if month.is_none() => month = Some(named),
            Some(_) => return None,
            None => figures.push(word),
        }
    }
    let (day, year) = match figures[..] {
        [year, day] if year.len() == 4 && year.parse::<i16>().is_ok() => (day, year),
        [day, year] => (day, year),
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| day.strip_suffix(ending))
        .unwrap_or(day);
    let year = match year.len() {
        4 => Year::Full(year.parse().ok()?),
        2 => Year::TwoDigits(two_digits(year)?),
        _ => return None,
    };
    Some(Day::Plain {
        year,
        month: month?,
        day: two_digits(day)?,
    })
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten()
}

fn month_named(word: &str) -> Option<u8> {
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|month| month.starts_with(word) || (word == "sept" && *month == "september"))?;
    u8::try_from(at + 1).ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that may stand beside a day and say nothing more about it.
const NOISE: [&str; 18] = [
    "ngay",
    "mung",
    "nam",
    "of",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

#[cfg(test)]
mod tests;
