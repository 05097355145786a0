//! Takes a written day apart, whatever separates its figures and whatever time stands beside it.

use super::{Day, TimeOfDay, Written, Year};
use crate::words;

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
