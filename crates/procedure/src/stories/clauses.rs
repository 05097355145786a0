//! How a clause is read: a day, who, and what; or a change of the centre.

use super::stage::Stage;
use super::{cast, passages, words};
use crate::case::Actor;
use crate::id::PersonId;
use jiff::ToSpan;
use jiff::civil::Date;

/// The words of a clause that are still to be read. What nobody read is a mistake in the story.
pub struct Words<'a> {
    left: Vec<&'a str>,
    clause: &'a str,
    pub today: Date,
}

impl<'a> Words<'a> {
    pub fn of(clause: &'a str, today: Date) -> Self {
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
            stage
                .centre
                .change_staff(&mut Words::of(change, stage.centre.today));
            stage.recompute();
        } else if let Some(change) = clause.strip_prefix("periods:") {
            let mut words = Words::of(change, stage.centre.today);
            assert!(
                stage
                    .centre
                    .periods
                    .set(words.word(), words.word().parse().unwrap()),
                "{clause}"
            );
            stage.recompute();
        } else if let Some(change) = clause.strip_prefix("calendar:") {
            stage
                .centre
                .change_calendar(&mut Words::of(change, stage.centre.today));
            stage.recompute();
        } else if clause == "an old record" {
            stage.transcribe();
        } else {
            act(stage, clause);
        }
    }
}

fn act(stage: &mut Stage, clause: &str) {
    let mut words = Words::of(clause, stage.centre.today);
    if let Some(receive) = words::receipt(&mut words) {
        words.done();
        stage.centre.today = receive.registered_on;
        stage.act(Actor::Person(receive.by), receive.act);
        return;
    }
    if words.has_day() {
        stage.centre.today = words.day();
        words.today = stage.centre.today;
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
    let complainant = words.phrase("complainant");
    while !someone
        && !clock
        && !complainant
        && (who.is_empty() || who.last().is_some_and(|w: &&str| w.ends_with(',')))
    {
        who.push(words.word());
    }
    let what = words.rest().join(" ");
    let act_of = |stage: &Stage, person: Option<PersonId>| {
        let mut words = Words::of(&what, stage.centre.today);
        let said = words::act(stage, person, &mut words);
        words.done();
        said
    };
    if clock || complainant {
        let said = act_of(stage, None);
        let actor = if clock { Actor::System } else { Actor::Complainant };
        stage.act(actor, said);
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
