//! Where a story is played: a centre, a day, one case, and what was refused on the way.

use super::centre::Centre;
use super::{cast, clauses, words};
use crate::case::event::Transcribed;
use crate::case::{Act, ActKind, Actor, Case, Entry, Event, Permit, Why, decide, guard, recompute};
use crate::desk::Desk;
use crate::id::{CaseId, CaseNumber, PersonId};
use crate::vocabulary::Finding;
use jiff::civil::date;

pub struct Stage {
    pub centre: Centre,
    pub case: Case,
    pub history: Vec<Entry>,
    /// Whoever must declare an interest or none before he acts declares none (`all declare`).
    pub frank: bool,
    /// What was refused, in the order of the story.
    pub refused: Vec<String>,
}

impl Stage {
    pub fn played(story: &str) -> Stage {
        let mut stage = Stage {
            centre: Centre::usual(),
            case: Case::blank(CaseId::small(1)),
            history: Vec::new(),
            frank: false,
            refused: Vec::new(),
        };
        clauses::play(&mut stage, story);
        stage
    }

    pub fn desk(&self) -> Desk<'_> {
        self.centre.desk()
    }

    /// Whether somebody may do an act now.
    pub fn may(&self, person: PersonId, kind: ActKind) -> bool {
        guard(&self.case, Actor::Person(person), &self.desk(), kind).is_ok()
    }

    /// The first of the cast who may do an act now.
    pub fn someone_for(&self, kind: ActKind) -> Option<PersonId> {
        cast::everybody()
            .find(|&person| self.may(person, kind) || self.frank && self.owes_declaration(person, kind))
    }

    fn owes_declaration(&self, person: PersonId, kind: ActKind) -> bool {
        let refusal = guard(&self.case, Actor::Person(person), &self.desk(), kind).err();
        refusal.is_some_and(|no| no.why == Why::DeclareFirst)
    }

    /// Somebody tries an act; what is refused is kept for the telling.
    pub fn act(&mut self, actor: Actor, act: Act) {
        let kind = act.kind();
        if let Some(person) = actor.person()
            && self.frank
            && self.owes_declaration(person, kind)
        {
            self.act(actor, words::nothing_to_declare());
        }
        let who = match actor {
            Actor::Person(person) => cast::name(person),
            Actor::Complainant => "complainant",
            Actor::System => "clock",
        };
        let desk = self.desk();
        let permit = match guard(&self.case, actor, &desk, kind) {
            Ok(permit) => permit,
            Err(no) => {
                let line = format!(
                    "{who} may not {}: {} {}",
                    plain(kind.key()),
                    no.rule,
                    plain(&no.why.key())
                );
                self.refused.push(line);
                return;
            }
        };
        if let Err(fields) = self.take(act, permit) {
            let line = format!("{who} cannot {}: {}", plain(kind.key()), fields.join(", "));
            self.refused.push(line);
        }
    }

    fn take(&mut self, act: Act, permit: Permit) -> Result<(), Vec<String>> {
        let number = CaseNumber {
            year: self.centre.today.year(),
            ordinal: 1,
        };
        let recorded = decide(&self.case, act, permit, &self.desk(), Some(number)).map_err(|problems| {
            let told = problems
                .iter()
                .map(|p| format!("{} {}", p.field, plain(&p.problem.key())));
            told.collect::<Vec<_>>()
        })?;
        self.keep(recorded.entries, recorded.case);
        Ok(())
    }

    /// A record of the time before the product, closed in 2019.
    pub fn transcribe(&mut self) {
        let mut words = clauses::Words::of("phone 2019-05-06", self.centre.today);
        let receipt = words::receipt(&mut words).unwrap();
        let Act::Receive(receive) = receipt.act else {
            unreachable!("a receipt is one")
        };
        let event = Event::Transcribed(Transcribed {
            number: CaseNumber {
                year: 2019,
                ordinal: 7,
            },
            receive,
            registered_on: date(2019, 5, 6),
            limit_on: Some(date(2019, 6, 5)),
            answered_on: Some(date(2019, 6, 3)),
            closed_on: Some(date(2019, 6, 20)),
            finding: Some(Finding::Partly),
            source: words::text(),
            flags: vec!["answered before it was received".to_owned()],
        });
        let entry = Entry {
            at: self.desk().now,
            on: self.centre.today,
            by: Actor::System,
            role: None,
            event,
        };
        self.case.apply(&entry);
        self.history.push(entry);
    }

    /// The centre changed: dates and vacancies of the case are found anew.
    pub fn recompute(&mut self) {
        let recorded = recompute(&self.case, &self.desk());
        self.keep(recorded.entries, recorded.case);
    }

    fn keep(&mut self, entries: Vec<Entry>, case: Case) {
        self.history.extend(entries);
        self.case = case;
        let again = Case::fold(self.case.id, &self.history);
        assert_eq!(again, self.case, "folding the history gives the state");
    }
}

pub fn plain(key: &str) -> String {
    key.replace('_', " ")
}
