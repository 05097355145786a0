//! The history in words: one sentence for each line of a case, of a corrective action and of the year book.

mod deeds;
mod records;

use procedure::case::event::{DatedBecause, DatedDuty, Transcribed};
use procedure::case::{Actor, Duty, Entry, Event};
use procedure::corrective_action::ActionEntry;
use procedure::vocabulary::Role;
use procedure::year_book::YearEntry;
use procedure::{CaseId, CorrectiveActionId, PersonId, Rule};

use crate::lang::Lang;
use crate::say::{Say, duty, opening, within};
use crate::texts;

/// By which names the reader may know what a line speaks of. A closure over people is enough.
pub trait Names {
    fn person(&self, person: PersonId) -> String;

    /// The number of another case.
    fn case(&self, _case: CaseId) -> Option<String> {
        None
    }

    /// The number of a corrective action.
    fn action(&self, _action: CorrectiveActionId) -> Option<String> {
        None
    }
}

impl<F: Fn(PersonId) -> String + ?Sized> Names for F {
    fn person(&self, person: PersonId) -> String {
        self(person)
    }
}

/// A line of a case as a whole sentence: `Nguyễn Văn An (QMR) đã đánh giá vụ việc: ….`
pub fn history(lang: Lang, entry: &Entry, names: &(impl Names + ?Sized)) -> String {
    let who = who(lang, entry.by, entry.role, names);
    texts(lang).history_sentence(who, said(lang, entry, names))
}

/// The same without who did it, for a page that shows the person beside the line: `Đã đánh giá vụ việc: ….`
pub fn deed(lang: Lang, entry: &Entry, names: &(impl Names + ?Sized)) -> String {
    opening(&format!("{}.", said(lang, entry, names)))
}

/// A line of a corrective action as a whole sentence.
pub fn action_history(lang: Lang, entry: &ActionEntry, names: &(impl Names + ?Sized)) -> String {
    let who = who(lang, entry.by, None, names);
    texts(lang).history_sentence(who, Teller { lang, names }.action(entry))
}

/// The same without who did it.
pub fn action_deed(lang: Lang, entry: &ActionEntry, names: &(impl Names + ?Sized)) -> String {
    opening(&format!("{}.", Teller { lang, names }.action(entry)))
}

/// A line of the year book as a whole sentence.
pub fn year_history(lang: Lang, entry: &YearEntry, names: &(impl Names + ?Sized)) -> String {
    let who = who(lang, entry.by, None, names);
    texts(lang).history_sentence(who, Teller { lang, names }.year(&entry.act))
}

/// The same without who did it.
pub fn year_deed(lang: Lang, entry: &YearEntry, names: &(impl Names + ?Sized)) -> String {
    opening(&format!("{}.", Teller { lang, names }.year(&entry.act)))
}

fn who(lang: Lang, by: Actor, role: Option<Role>, names: &(impl Names + ?Sized)) -> String {
    let t = texts(lang);
    match (by, role) {
        (Actor::Complainant, _) => t.history_complainant().to_owned(),
        (Actor::System, _) => t.history_system().to_owned(),
        (Actor::Person(person), None) => names.person(person),
        (Actor::Person(person), Some(role)) => t.history_who(names.person(person), role.say(lang)),
    }
}

fn said(lang: Lang, entry: &Entry, names: &(impl Names + ?Sized)) -> String {
    let teller = Teller { lang, names };
    let t = texts(lang);
    match &entry.event {
        Event::Acted { act, given } => teller.act(act, given),
        Event::Dated { because, duties } => {
            let done = match because {
                DatedBecause::Arisen => t.history_dated(),
                DatedBecause::Recomputed => t.history_recomputed(),
            };
            with_facts(lang, done, &dates(lang, duties))
        }
        Event::Vacated { roles } if roles.is_empty() => t.history_filled().to_owned(),
        Event::Vacated { roles } => {
            let roles: Vec<&str> = roles.iter().map(|role| role.say(lang)).collect();
            with_facts(lang, t.history_vacated(), &[roles.join(", ")])
        }
        Event::SetAside { decider, bar } => with_facts(
            lang,
            t.history_set_aside(),
            &[names.person(*decider).to_string(), bar.say(lang).to_owned()],
        ),
        Event::Transcribed(old) => with_facts(lang, t.history_transcribed(), &teller.transcribed(old)),
    }
}

/// Whoever tells a line, in one language and by one reader's names.
struct Teller<'n, N: ?Sized> {
    lang: Lang,
    names: &'n N,
}

fn with_facts(lang: Lang, done: &str, facts: &[String]) -> String {
    if facts.is_empty() {
        return done.to_owned();
    }
    texts(lang).history_deed_with_facts(done, facts.join("; "))
}

/// Each duty with its date, once. The duty to answer is the limit itself and is not said beside it.
fn dates(lang: Lang, duties: &[DatedDuty]) -> Vec<String> {
    let t = texts(lang);
    let limit = duties
        .iter()
        .rev()
        .find(|dated| dated.duty == Duty::LIMIT)
        .map(|dated| dated.due);
    let mut said = Vec::new();
    for dated in duties {
        let answer = dated.duty != Duty::LIMIT && dated.duty.rule == Rule::B2_4;
        if answer && limit == Some(dated.due) {
            continue;
        }
        let what = if dated.duty != Duty::LIMIT {
            within(duty(lang, dated.duty.rule, dated.duty.act))
        } else if matches!(dated.term, procedure::deadline::Term::On { .. }) {
            t.history_limit_extended().to_owned()
        } else {
            within(t.duty_answer())
        };
        let date = t.date(dated.due.on);
        let line = if dated.due.provisional {
            t.history_duty_provisional(what, date)
        } else {
            t.history_duty_dated(what, date)
        };
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

impl<N: Names + ?Sized> Teller<'_, N> {
    fn transcribed(&self, old: &Transcribed) -> Vec<String> {
        let t = texts(self.lang);
        let mut facts = vec![
            t.history_number(old.number),
            self.matter(old.receive.declared_kind, &old.receive.subjects),
            within(old.receive.channel.say(self.lang)),
            t.history_received_on(t.date(old.receive.received_on)),
        ];
        facts.extend(old.limit_on.map(|day| t.history_old_limit(t.date(day))));
        facts.extend(old.answered_on.map(|day| t.history_old_answered(t.date(day))));
        facts.extend(old.closed_on.map(|day| t.history_old_closed(t.date(day))));
        facts.extend(
            old.finding
                .map(|finding| t.history_old_finding(within(finding.say(self.lang)))),
        );
        facts.extend((!old.flags.is_empty()).then(|| t.history_old_flags(old.flags.len())));
        facts
    }
}
