//! The fields of the form of intake, each read as what it is; what cannot be read is noted and reading goes on.

use crate::Typed;
use crate::compose::{check_words, clean_words, read_date};
use jiff::civil::{Date, Time};
use procedure::case::refusal::{Invalid, Problem};
use procedure::people::Staff;
use procedure::{FileRef, PersonId, UnitId};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// The longest single line: a name, an address.
pub const LONGEST_LINE: usize = 500;
/// No complaint is older than the bodies that certify products here.
const EARLIEST_YEAR: i16 = 2000;

pub(crate) struct Reader<'a> {
    pub typed: &'a Typed,
    pub problems: Vec<Invalid>,
    today: Date,
}

impl<'a> Reader<'a> {
    pub fn new(typed: &'a Typed, today: Date) -> Self {
        Self {
            typed,
            problems: Vec::new(),
            today,
        }
    }

    pub fn say(&mut self, field: &str, problem: Problem) {
        self.problems.push(Invalid::new(field, problem));
    }

    pub fn is_wrong(&self, field: &str) -> bool {
        self.problems.iter().any(|problem| problem.field == field)
    }

    /// A text that may be missing, with its line ends made one kind and its letters composed.
    pub fn words(&mut self, field: &str) -> Option<String> {
        let typed = self.typed.one(field)?;
        match clean_words(typed) {
            Ok(words) => Some(words),
            Err(problem) => {
                self.say(field, problem);
                None
            }
        }
    }

    pub fn needed(&mut self, field: &str) -> Option<String> {
        let words = self.words(field);
        if words.is_none() && !self.is_wrong(field) {
            self.say(field, Problem::Missing);
        }
        words
    }

    /// One line with single spaces; empty when nothing stands there, or nothing that can be kept.
    pub fn line(&mut self, field: &str) -> String {
        let Some(typed) = self.typed.one(field) else {
            return String::new();
        };
        let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        match check_words(&line, LONGEST_LINE) {
            Ok(()) => line.nfc().collect(),
            Err(problem) => {
                self.say(field, problem);
                String::new()
            }
        }
    }

    pub fn email(&mut self, field: &str) -> String {
        let line = self.line(field);
        if line.is_empty() || is_email(&line) {
            return line;
        }
        self.say(field, Problem::Unreadable);
        String::new()
    }

    pub fn phone(&mut self, field: &str) -> String {
        let line = self.line(field);
        if line.is_empty() || is_phone(&line) {
            return line;
        }
        self.say(field, Problem::Unreadable);
        String::new()
    }

    pub fn day(&mut self, field: &str) -> Option<Date> {
        let typed = self.typed.one(field)?;
        let day = read_date(typed).filter(|day| day.year() >= EARLIEST_YEAR);
        if day.is_none() {
            self.say(field, Problem::Unreadable);
        }
        day
    }

    pub fn time(&mut self, field: &str) -> Option<Time> {
        let time = read_time(self.typed.one(field)?);
        if time.is_none() {
            self.say(field, Problem::Unreadable);
        }
        time
    }

    /// The day of receipt: today unless another day was typed, and never a day to come.
    pub fn receipt(&mut self, field: &str) -> Option<Date> {
        let Some(day) = self.day(field) else {
            return (!self.is_wrong(field)).then_some(self.today);
        };
        if day > self.today {
            self.say(field, Problem::InFuture);
        }
        Some(day)
    }

    /// One of several; nothing chosen is a problem.
    pub fn choice<T>(&mut self, field: &str, read: fn(&str) -> Option<T>) -> Option<T> {
        let chosen = self.maybe(field, read);
        if chosen.is_none() && !self.is_wrong(field) {
            self.say(field, Problem::Missing);
        }
        chosen
    }

    pub fn maybe<T>(&mut self, field: &str, read: fn(&str) -> Option<T>) -> Option<T> {
        let chosen = read(self.typed.one(field)?);
        if chosen.is_none() {
            self.say(field, Problem::NotOffered);
        }
        chosen
    }

    pub fn choices<T: Ord>(&mut self, field: &str, read: fn(&str) -> Option<T>) -> BTreeSet<T> {
        let typed = self.typed.all(field);
        let chosen: BTreeSet<T> = typed.iter().filter_map(|key| read(key)).collect();
        if chosen.len() < typed.iter().collect::<BTreeSet<_>>().len() {
            self.say(field, Problem::NotOffered);
        }
        chosen
    }

    pub fn people(&mut self, field: &str, staff: &Staff) -> BTreeSet<PersonId> {
        let mut people = BTreeSet::new();
        for id in self.typed.all(field) {
            match Uuid::parse_str(id).ok().map(PersonId) {
                Some(person) if staff.is_active(person) => {
                    people.insert(person);
                }
                _ => self.say(field, Problem::UnknownPerson),
            }
        }
        people
    }

    pub fn unit(&mut self, field: &str, units: &BTreeSet<Uuid>) -> Option<UnitId> {
        let id = Uuid::parse_str(self.typed.one(field)?).ok();
        let unit = id.filter(|id| units.contains(id));
        if unit.is_none() {
            self.say(field, Problem::NotOffered);
        }
        unit.map(UnitId)
    }

    pub fn files(&mut self, field: &str, known: &BTreeMap<Uuid, FileRef>) -> Vec<FileRef> {
        let mut files = Vec::new();
        for id in self.typed.all(field) {
            match Uuid::parse_str(id).ok().and_then(|id| known.get(&id)) {
                Some(file) if !files.contains(file) => files.push(file.clone()),
                Some(_) => {}
                None => self.say(field, Problem::Unreadable),
            }
        }
        files
    }
}

/// A time of day as people here write it: `14:05`, `14h05`, `14h`, `9.30`.
fn read_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once([':', 'h', 'H', '.'])?;
    let minute = if minute.is_empty() { "0" } else { minute };
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// Whether a letter could be sent there: something, one `@`, and a domain with a dot inside.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', ',', ';', '<', '>', '"']);
    let labels: Vec<&str> = domain.split('.').collect();
    text.len() <= 254
        && plain(name)
        && plain(domain)
        && labels.len() > 1
        && labels.iter().all(|label| !label.is_empty())
}

/// Digits with the marks people put between them; short service numbers and extensions too.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=20).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +().-/".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_for_mail_has_a_name_and_a_domain() {
        for good in ["lan@example.vn", "a.b+c@x.y.z", "đức@vídụ.vn"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "lan",
            "lan@",
            "@example.vn",
            "lan@example",
            "a b@c.vn",
            "a@b@c.vn",
            "lan@.vn",
            "lan@x..vn",
            "a@b.vn, c@d.vn",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_telephone_number_is_digits_with_marks_between() {
        for good in [
            "0912345678",
            "0912 345 678",
            "(024) 3756-1234",
            "+84 912.345.678",
            "19001234",
            "024 37561234/105",
        ] {
            assert!(is_phone(good), "{good}");
        }
        for bad in [
            "12345",
            "không có",
            "0912345678a",
            "012345678901234567890",
            "٠٩١٢٣٤٥٦٧٨",
        ] {
            assert!(!is_phone(bad), "{bad}");
        }
    }
}
