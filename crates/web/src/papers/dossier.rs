//! The dossier of a case in words: what the page shows, the checklist, the chain, and every letter and attachment.

mod data;
mod letters;

use app::dossier::Parts;
use app::veil::Veil;
use app::{App, Error};
use documents::dossier::{Check, Dossier, File, Limit, Line, Person, Standing};
use i18n::{Lang, Texts};
use jiff::Timestamp;
use procedure::case::event::{Entry, Event};
use procedure::checklist::{Asked, Proof};
use procedure::deadline::explain;
use procedure::independence::bar;
use procedure::{Desk, PersonId};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use super::{Failure, house};
use crate::pages::case::past::texts_in;
use crate::words::word;

/// The dossier of a case; redacted, with the attachments that were cleared for it.
///
/// # Errors
/// `Denied` where the case is not seen whole, `NotFound` where there is none, or what could not be set.
pub(super) async fn dossier(
    app: &App,
    now: Timestamp,
    person: PersonId,
    t: &'static Texts,
    number: &str,
    cleared: Option<&[Uuid]>,
) -> Result<Dossier, Failure> {
    let parts = app.dossier(now, person, number, cleared.is_some()).await?;
    let veil = match cleared {
        Some(_) => Veil::over(parts.view.complainant(), t.dossier_withheld()),
        None => Veil::default(),
    };
    let teller = Teller {
        t,
        parts: &parts,
        veil: &veil,
        is_redacted: cleared.is_some(),
    };
    let mut files = teller.letters().await?;
    files.extend(teller.notices().await?);
    files.extend(teller.attachments(app, cleared).await?);
    files.push(teller.data());
    let dossier = teller.dossier(files);
    if let Some((place, words)) = cleared.and_then(|_| data::betrayed(&dossier, &veil)) {
        // Never given out half covered.
        return Err(Failure::Betrayed(place, words));
    }
    Ok(dossier)
}

struct Teller<'a> {
    t: &'static Texts,
    parts: &'a Parts,
    veil: &'a Veil,
    is_redacted: bool,
}

impl Teller<'_> {
    fn lang(&self) -> Lang {
        self.t.lang()
    }

    fn cover(&self, text: &str) -> String {
        if self.is_redacted {
            self.veil.cover(text)
        } else {
            text.to_owned()
        }
    }

    fn name(&self, person: PersonId) -> String {
        self.parts.view.office.name(person).to_owned()
    }

    fn dossier(&self, files: Vec<File>) -> Dossier {
        let (t, view) = (self.t, &self.parts.view);
        Dossier {
            lang: self.lang(),
            house: house(&view.office),
            number: view.row.number.clone(),
            title: t.dossier_title(&view.row.number),
            variant: if self.is_redacted {
                t.dossier_redacted()
            } else {
                t.dossier_whole()
            }
            .to_owned(),
            facts: self.facts(),
            checks: self.parts.checks.iter().map(|check| self.check(check)).collect(),
            people: self.people(),
            limits: self.limits(),
            history: self.history(),
            files,
            printed_on: view.today(),
        }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (t, view) = (self.t, &self.parts.view);
        let case = &view.case;
        let complainant = match view.complainant() {
            _ if self.is_redacted => t.dossier_withheld().to_owned(),
            Some(party) => party.name.clone(),
            None => t.case_anonymous().to_owned(),
        };
        let subjects = case.subjects.iter().map(|it| word(t, "subject", it.key()));
        let outcome = case
            .outcome()
            .map(|outcome| word(t, "finding", outcome.finding.key()));
        let answered = case.round.answered.map(|(on, _)| t.date(on));
        let rows = [
            (t.dossier_complainant(), Some(complainant)),
            (t.dossier_kind(), Some(word(t, "kind", case.kind.key()))),
            (
                t.dossier_subjects(),
                Some(subjects.collect::<Vec<_>>().join("; ")),
            ),
            (t.dossier_channel(), Some(word(t, "channel", case.channel.key()))),
            (t.dossier_received(), Some(t.date(case.received_on))),
            (t.dossier_limit(), case.limit.map(|due| t.date(due.on))),
            (t.dossier_answered(), answered),
            (t.dossier_outcome(), outcome),
            (t.dossier_closed(), case.closed_on.map(|on| t.date(on))),
            (t.dossier_state(), Some(word(t, "stage", &view.row.stage))),
            (t.dossier_printed(), Some(t.date(view.today()))),
        ];
        let told = rows.into_iter().filter_map(|(label, says)| Some((label, says?)));
        told.filter(|(_, says)| !says.is_empty())
            .map(|(label, says)| (label.to_owned(), says))
            .collect()
    }

    fn check(&self, check: &procedure::checklist::Check) -> Check {
        let t = self.t;
        let (asked, requirement) = match check.asked {
            Asked::Clause(clause) => {
                let number = clause.number();
                let key = format!("dossier-clause-{}", number.replace('.', "-"));
                (number.to_owned(), t.label(&key).to_owned())
            }
            Asked::Rule(rule) => {
                let says = |part: &str| t.label(&format!("rule-{}-{part}", rule.key())).to_owned();
                let requirement = format!("{} ({})", says("title"), says("source"));
                (rule.name().to_owned(), requirement)
            }
        };
        let (standing, lines) = match &check.proof {
            Proof::Shown { lines, late: false } => (Standing::Shown, lines.clone()),
            Proof::Shown { lines, late: true } => (Standing::Late, lines.clone()),
            Proof::Owed { lines, .. } => (Standing::Owed, lines.clone()),
            Proof::Missing => (Standing::Missing, Vec::new()),
            Proof::NotAsked => (Standing::NotAsked, Vec::new()),
        };
        Check {
            asked,
            requirement,
            standing,
            lines,
        }
    }

    /// Everybody who acted, was named, declared, or is kept out.
    fn people(&self) -> Vec<Person> {
        let (t, view) = (self.t, &self.parts.view);
        let case = &view.case;
        let desk = view.office.desk(view.now);
        let mut did: BTreeMap<PersonId, Vec<(&'static str, usize)>> = BTreeMap::new();
        for entry in &view.history {
            let (Some(person), Event::Acted { act, .. }) = (entry.by.person(), &entry.event) else {
                continue;
            };
            let words = i18n::say::act(self.lang(), act.kind());
            let done = did.entry(person).or_default();
            match done.iter_mut().find(|(known, _)| *known == words) {
                Some((_, times)) => *times += 1,
                None => done.push((words, 1)),
            }
        }
        let participants = case.participants.iter().flat_map(|named| &named.people);
        let mut people: BTreeSet<PersonId> = did.keys().copied().collect();
        people.extend(participants.map(|one| one.person));
        people.extend(case.declarations.keys());
        people.extend(&case.persons_concerned);
        people.extend(&case.recused);
        people.extend(case.stand_ins.values().map(|it| it.person));
        people.extend(
            desk.staff
                .active
                .iter()
                .filter(|&&one| bar(case, one, &desk).is_some()),
        );
        people
            .into_iter()
            .map(|person| {
                let done = did.remove(&person).unwrap_or_default().into_iter();
                let done = done.map(|(words, times)| match times {
                    1 => words.to_owned(),
                    _ => t.dossier_acted(words, times),
                });
                Person {
                    name: self.name(person),
                    parts: self.parts_of(person).join("; "),
                    declared: match case.declarations.get(&person) {
                        Some(false) => t.dossier_declared_none(),
                        Some(true) => t.dossier_declared_interest(),
                        None => t.dossier_not_declared(),
                    }
                    .to_owned(),
                    barred: self.barred(person, &desk),
                    did: done.collect::<Vec<_>>().join("; "),
                }
            })
            .collect()
    }

    fn barred(&self, person: PersonId, desk: &Desk) -> String {
        let bar = bar(&self.parts.view.case, person, desk);
        bar.map(|bar| word(self.t, "bar", bar.key())).unwrap_or_default()
    }

    fn parts_of(&self, person: PersonId) -> Vec<String> {
        let (t, case) = (self.t, &self.parts.view.case);
        let mut parts = Vec::new();
        if case.receiver == Some(person) {
            parts.push(t.case_receiver().to_owned());
        }
        if case.round.case_officer == Some(person) {
            parts.push(t.case_officer().to_owned());
        }
        if case.persons_concerned.contains(&person) {
            parts.push(t.dossier_subject_part().to_owned());
        }
        let named = case.participants.iter().flat_map(|named| &named.people);
        for one in named.filter(|one| one.person == person) {
            parts.push(word(t, "part", one.part.key()));
        }
        for (role, named) in &case.stand_ins {
            if named.person == person {
                parts.push(t.dossier_stand_in(word(t, "role", role.key())));
            }
        }
        if case.recused.contains(&person) {
            parts.push(t.dossier_recused().to_owned());
        }
        parts
    }

    fn limits(&self) -> Vec<Limit> {
        let (t, view) = (self.t, &self.parts.view);
        let Some(limit) = view.case.limit else {
            return Vec::new();
        };
        let calendar = &view.office.calendar;
        let periods = &view.office.settings.periods;
        let mut terms = vec![(limit.on, view.case.limit_term(periods))];
        // An extension is a day that was decided; the thirty days before it are told as well.
        if let Some(first) = view.case.first_limit.filter(|first| first.on != limit.on) {
            let thirty = procedure::deadline::Term::CalendarDays {
                from: view.case.limit_from,
                days: periods.answer_calendar,
            };
            terms.insert(0, (first.on, thirty));
        }
        terms
            .into_iter()
            .map(|(on, term)| {
                let told = explain(&term, calendar);
                let day = |day: &procedure::deadline::ExplainedDay| {
                    (
                        t.date_and_weekday(day.date),
                        i18n::say::explained_day(self.lang(), day),
                    )
                };
                Limit {
                    title: t.dossier_limit_title(t.date(on)),
                    reason: i18n::say::term(self.lang(), &term),
                    days: told.days.iter().map(day).collect(),
                }
            })
            .collect()
    }

    fn history(&self) -> Vec<Line> {
        let view = &self.parts.view;
        let lines = view.history.iter().enumerate();
        lines
            .map(|(place, entry)| Line {
                at: self.t.instant(entry.at, &view.office.zone),
                who: self.who(entry),
                what: self.cover(&self.what(entry)),
                said: self.said(entry),
                hash: self
                    .parts
                    .chain
                    .get(place)
                    .map(|link| link.hash.clone())
                    .unwrap_or_default(),
            })
            .collect()
    }

    fn what(&self, entry: &Entry) -> String {
        let names = |person: PersonId| self.name(person);
        i18n::say::deed(self.lang(), entry, &names)
    }

    fn who(&self, entry: &Entry) -> String {
        crate::words::who(self.t, entry.by, entry.role, |person| self.name(person))
    }

    fn said(&self, entry: &Entry) -> Vec<String> {
        let mut found = Vec::new();
        if let Ok(value) = serde_json::to_value(&entry.event) {
            texts_in(&value, &mut found);
        }
        let words = found.iter().filter_map(|id| self.parts.view.texts.get(id));
        words.map(|words| self.cover(words)).collect()
    }

    /// The attachments; in a redacted copy only those that were cleared, under names that say nothing.
    async fn attachments(&self, app: &App, cleared: Option<&[Uuid]>) -> Result<Vec<File>, Error> {
        let mut files = Vec::new();
        for (place, document) in self.parts.view.documents.iter().enumerate() {
            if cleared.is_some_and(|cleared| !cleared.contains(&document.id)) {
                continue;
            }
            let ending = document
                .file_name
                .rsplit_once('.')
                .map_or("bin", |(_, ending)| ending);
            let ending: String = ending
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .take(8)
                .collect();
            let (name, description) = if self.is_redacted {
                let name = format!("tep-{:02}.{ending}", place + 1);
                (name, self.t.dossier_attachment().to_owned())
            } else {
                let name = format!("tep-{:02}-{}", place + 1, plain(&document.file_name));
                (name, document.file_name.clone())
            };
            files.push(File {
                name,
                media_type: document.media_type.clone(),
                description,
                bytes: app.document_bytes(document).await?,
            });
        }
        Ok(files)
    }

    fn data(&self) -> File {
        let data = if self.is_redacted {
            data::redacted(self)
        } else {
            data::whole(self.parts)
        };
        File {
            name: "dien-bien.json".to_owned(),
            media_type: "application/json".to_owned(),
            description: self.t.dossier_data().to_owned(),
            bytes: serde_json::to_vec_pretty(&data).expect("a history is plain data"),
        }
    }
}

/// A file name that every system takes.
fn plain(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    name.chars().take(120).collect()
}
