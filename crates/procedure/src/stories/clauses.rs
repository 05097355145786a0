//! How a clause is read: a day, who, and what; or a change of the centre.

use super::stage::Stage;
use super::{cast, passages, words};
use crate::calendar::{Calendar, CalendarDay, DayKind};
use crate::case::Actor;
use crate::id::PersonId;
use crate::people::{Interest, Substitution};
use crate::vocabulary::{Role, SigningMode};
use jiff::ToSpan;
use jiff::civil::Date;

/// The words of a clause that are still to be read. What nobody read is a mistake in the story.
pub struct Words<'a> {
    left: Vec<&'a str>,
    clause: &'a str,
    pub today: Date,
}

impl<'a> Words<'a> {
    fn of(clause: &'a str, today: Date) -> Self {
        Words {
            left: clause.split_whitespace().collect(),
            clause,
            today,
        }
    }

    pub fn peek(&self) -> Option<&'a str> {
        self.left.first().copied()
    }

    /// Reads the next word.
    pub fn word(&mut self) -> &'a str {
        assert!(!self.left.is_empty(), "a word is missing in “{}”", self.clause);
        self.left.remove(0)
    }

    /// Reads a word wherever it stands.
    pub fn has(&mut self, word: &str) -> bool {
        let place = self.left.iter().position(|&w| w == word);
        place.map(|place| self.left.remove(place)).is_some()
    }

    /// Reads the word after a word wherever both stand, such as `for` and `deputy`.
    pub fn after(&mut self, word: &str) -> Option<&'a str> {
        let place = self.left.iter().position(|&w| w == word)?;
        self.left.remove(place);
        assert!(
            place < self.left.len(),
            "nothing after “{word}” in “{}”",
            self.clause
        );
        Some(self.left.remove(place))
    }

    /// Reads a phrase at the beginning.
    pub fn phrase(&mut self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let found = self.left.len() >= words.len() && self.left[..words.len()] == words;
        if found {
            self.left.drain(..words.len());
        }
        found
    }

    /// Reads every word that is one of a vocabulary.
    pub fn any<T>(&mut self, known: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let (found, left) = self.left.iter().partition::<Vec<&str>, _>(|w| known(w).is_some());
        self.left = left;
        found.into_iter().filter_map(known).collect()
    }

    pub fn day(&mut self) -> Date {
        let word = self.word();
        day(word, self.today).unwrap_or_else(|| panic!("“{word}” is no day in “{}”", self.clause))
    }

    pub fn has_day(&self) -> bool {
        self.peek().is_some_and(|word| day(word, self.today).is_some())
    }

    pub fn person(&mut self) -> PersonId {
        let word = self.word();
        person(word, self.clause)
    }

    pub fn rest(&mut self) -> Vec<&'a str> {
        std::mem::take(&mut self.left)
    }

    pub fn done(&self) {
        assert!(
            self.left.is_empty(),
            "nobody understands “{}” in “{}”",
            self.left.join(" "),
            self.clause
        );
    }
}

/// A date, or `+3` for three days after today.
pub fn day(word: &str, today: Date) -> Option<Date> {
    match word.strip_prefix('+') {
        Some(days) => Some(today.saturating_add(days.parse::<i64>().ok()?.days())),
        None => word.parse().ok(),
    }
}

pub fn person(word: &str, clause: &str) -> PersonId {
    cast::named(word.trim_end_matches(',')).unwrap_or_else(|| panic!("who is “{word}” in “{clause}”?"))
}

pub fn play(stage: &mut Stage, story: &str) {
    for clause in story
        .split(';')
        .map(str::trim)
        .filter(|clause| !clause.is_empty())
    {
        if let Some(passage) = clause.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            play(stage, passages::named(passage));
        } else if let Some(change) = clause.strip_prefix("staff:") {
            staff(stage, &mut Words::of(change, stage.today));
        } else if let Some(change) = clause.strip_prefix("periods:") {
            let mut words = Words::of(change, stage.today);
            assert!(
                stage.periods.set(words.word(), words.word().parse().unwrap()),
                "{clause}"
            );
            stage.recompute();
        } else if let Some(change) = clause.strip_prefix("calendar:") {
            calendar(stage, &mut Words::of(change, stage.today));
        } else {
            act(stage, clause);
        }
    }
}

fn act(stage: &mut Stage, clause: &str) {
    let mut words = Words::of(clause, stage.today);
    if let Some(receive) = words::receipt(&mut words) {
        words.done();
        stage.today = receive.registered_on;
        stage.act(Actor::Person(receive.by), receive.act);
        return;
    }
    if words.has_day() {
        stage.today = words.day();
        words.today = stage.today;
        if words.peek().is_none() {
            return;
        }
    }
    for (phrase, meaning) in words::COUNTER {
        if words.phrase(phrase) {
            let said = format!("{meaning} {}", words.rest().join(" "));
            if !meaning.is_empty() {
                act(stage, &said);
            }
            return;
        }
    }
    if words.phrase("all declare") {
        words.done();
        stage.frank = true;
        return;
    }
    let mut who = Vec::new();
    let someone = words.phrase("someone");
    let clock = words.phrase("clock");
    while !someone && !clock && (who.is_empty() || who.last().is_some_and(|w: &&str| w.ends_with(','))) {
        who.push(words.word());
    }
    let what = words.rest().join(" ");
    let act_of = |stage: &Stage, person: Option<PersonId>| {
        let mut words = Words::of(&what, stage.today);
        let said = words::act(stage, person, &mut words);
        words.done();
        said
    };
    if clock {
        let said = act_of(stage, None);
        stage.act(Actor::System, said);
    } else if someone {
        let kind = act_of(stage, None).kind();
        let Some(person) = stage.someone_for(kind) else {
            let line = format!("nobody may {}", super::stage::plain(kind.key()));
            stage.refused.push(line);
            return;
        };
        let said = act_of(stage, Some(person));
        stage.act(Actor::Person(person), said);
    } else {
        for name in who {
            let person = person(name, clause);
            let said = act_of(stage, Some(person));
            stage.act(Actor::Person(person), said);
        }
    }
}

/// `staff: deputy is QMR`, `staff: nobody is deputy_director` and the like.
fn staff(stage: &mut Stage, words: &mut Words) {
    let role = |word: &str| Role::from_key(word).unwrap_or_else(|| panic!("“{word}” is no role"));
    let who = words.word();
    let what = words.word();
    let staff = &mut stage.staff;
    match (who, what) {
        ("nobody", "is") => {
            let role = role(words.word());
            staff.appointments.retain(|a| a.role != role);
        }
        (who, what) => {
            let person = person(who, who);
            match what {
                "is" => staff
                    .appointments
                    .push(cast::appointment(person, role(words.word()))),
                "leaves" => staff.active.retain(|&p| p != person),
                "knew" => staff.interests.push(Interest {
                    person,
                    client: cast::CLIENT,
                    until: words.peek().is_some().then(|| words.day()),
                }),
                "signs" => {
                    let mode = SigningMode::from_key(words.word()).unwrap();
                    let given_on = if words.peek().is_some() {
                        words.day()
                    } else {
                        cast::LONG_AGO
                    };
                    staff.authorities.retain(|a| a.person != person);
                    staff.authorities.push(cast::authority(person, mode, given_on));
                }
                "signs-nothing" => staff.authorities.retain(|a| a.person != person),
                "stands-for" => {
                    let of = words.person();
                    let role = staff.appointments.iter().find(|a| a.person == of).unwrap().role;
                    let from = if words.peek().is_some() {
                        words.day()
                    } else {
                        cast::LONG_AGO
                    };
                    staff.substitutions.push(Substitution {
                        role,
                        of,
                        by: person,
                        span: cast::since(from),
                        named_by: cast::named("Director").unwrap(),
                        document: "16/QĐ-TT".to_owned(),
                    });
                }
                other => panic!("what is “{other}”?"),
            }
        }
    }
    words.done();
    stage.recompute();
}

/// `calendar: rest 2026-04-01`: a day that is announced later.
fn calendar(stage: &mut Stage, words: &mut Words) {
    let kind = match words.word() {
        "rest" => DayKind::Holiday,
        "worked" => DayKind::SwappedWork,
        other => panic!("what is “{other}”?"),
    };
    let day = CalendarDay {
        date: words.day(),
        kind,
        name_vi: "nghỉ".to_owned(),
        name_en: "off".to_owned(),
        document: "7/TB".to_owned(),
    };
    words.done();
    let before = &stage.calendar;
    let mut days = before.days().to_vec();
    days.push(day);
    stage.calendar = Calendar::new(days, before.weekly_rest(), before.known_years().clone());
    stage.recompute();
}
