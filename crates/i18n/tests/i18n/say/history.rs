//! Every line of every history, said in both languages and kept as a page to be read.

use std::collections::BTreeSet;

use ::procedure::case::event::{DatedBecause, DatedDuty, Transcribed};
use ::procedure::case::{Act, ActKind, Actor, Duty, Entry, Event, Given};
use ::procedure::corrective_action::{ActionActKind, ActionEntry};
use ::procedure::deadline::{Due, Term};
use ::procedure::vocabulary::*;
use ::procedure::year_book::{YearActKind, YearEntry};
use ::procedure::*;
use expect_test::{expect, expect_file};
use i18n::Lang;
use i18n::say::{self, Names};
use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::samples::{self, AN};

const DAY: Date = date(2026, 3, 2);

struct Known;

impl Names for Known {
    fn person(&self, person: PersonId) -> String {
        let name = match person.0.as_u128() {
            1 => "Nguyễn Văn An",
            2 => "Trần Thị Bình",
            _ => "Lê Hoàng Cường",
        };
        name.to_owned()
    }

    fn case(&self, _case: CaseId) -> Option<String> {
        Some("2026-0007".to_owned())
    }

    fn action(&self, _action: CorrectiveActionId) -> Option<String> {
        Some("KP-2026-004".to_owned())
    }
}

fn line(by: Actor, role: Option<Role>, event: Event) -> Entry {
    Entry {
        at: Timestamp::UNIX_EPOCH,
        on: DAY,
        by,
        role,
        event,
    }
}

fn acted(act: Act) -> Entry {
    let given = Given {
        number: matches!(act, Act::Receive(_)).then_some(CaseNumber {
            year: 2026,
            ordinal: 42,
        }),
        mode: matches!(act, Act::SignLetter(_)).then_some(SigningMode::Kt),
        confirmed: false,
    };
    let by = match act {
        Act::Lapse => Actor::System,
        _ => Actor::Person(AN),
    };
    line(by, Some(Role::Qmr), Event::Acted { act, given })
}

fn dated(because: DatedBecause, duties: Vec<DatedDuty>) -> Entry {
    line(Actor::System, None, Event::Dated { because, duties })
}

fn duty(rule: Rule, act: ActKind, on: Date, provisional: bool) -> DatedDuty {
    DatedDuty {
        duty: Duty { rule, act, nth: 0 },
        term: Term::WorkingDays { from: DAY, days: 1 },
        due: Due { on, provisional },
    }
}

fn limit(term: Term, on: Date) -> DatedDuty {
    DatedDuty {
        duty: Duty::LIMIT,
        term,
        due: Due {
            on,
            provisional: false,
        },
    }
}

/// One line for each act in its usual form, the forms that are said otherwise, and what the system records.
fn case_lines() -> Vec<Entry> {
    let usual = ActKind::ALL.iter().map(|&kind| acted(samples::act(kind)));
    let mut lines: Vec<Entry> = usual.chain(samples::otherwise().into_iter().map(acted)).collect();
    let first = Term::CalendarDays { from: DAY, days: 30 };
    let answer = date(2026, 4, 1);
    lines.push(dated(
        DatedBecause::Arisen,
        vec![
            limit(first, answer),
            duty(Rule::B2_4, ActKind::DispatchLetter, answer, false),
            duty(Rule::S1, ActKind::Acknowledge, date(2026, 3, 4), false),
            duty(Rule::S2, ActKind::Assess, date(2026, 3, 5), true),
            duty(Rule::S3, ActKind::Assess, date(2026, 3, 5), true),
        ],
    ));
    lines.push(dated(
        DatedBecause::Recomputed,
        vec![limit(
            Term::On {
                date: date(2026, 4, 15),
            },
            date(2026, 4, 15),
        )],
    ));
    for roles in [
        BTreeSet::from([Role::Qmr, Role::CertificationHead]),
        BTreeSet::new(),
    ] {
        lines.push(line(Actor::System, None, Event::Vacated { roles }));
    }
    let decider = PersonId::small(3);
    let bar = Bar::Client;
    lines.push(line(Actor::System, None, Event::SetAside { decider, bar }));
    lines.push(line(Actor::System, None, Event::Transcribed(transcribed())));
    lines
}

fn transcribed() -> Transcribed {
    Transcribed {
        number: CaseNumber {
            year: 2019,
            ordinal: 3,
        },
        receive: samples::receive(),
        registered_on: date(2019, 5, 6),
        limit_on: Some(date(2019, 6, 5)),
        answered_on: Some(date(2019, 6, 3)),
        closed_on: Some(date(2019, 6, 20)),
        finding: Some(Finding::Partly),
        source: samples::text(),
        flags: vec!["sent_before_received".to_owned()],
    }
}

fn action_lines() -> Vec<ActionEntry> {
    let line = |kind| ActionEntry {
        at: Timestamp::UNIX_EPOCH,
        on: DAY,
        by: Actor::Person(AN),
        act: samples::action_act(kind),
        dated: match kind {
            ActionActKind::Open => vec![(
                ActionActKind::AnalyseCause,
                0,
                Term::On { date: DAY },
                Due {
                    on: date(2026, 3, 16),
                    provisional: false,
                },
            )],
            _ => Vec::new(),
        },
    };
    ActionActKind::ALL.iter().map(|&kind| line(kind)).collect()
}

fn year_lines() -> Vec<YearEntry> {
    let line = |kind| YearEntry {
        at: Timestamp::UNIX_EPOCH,
        on: DAY,
        by: Actor::Person(AN),
        act: samples::year_act(kind),
    };
    YearActKind::ALL.iter().map(|&kind| line(kind)).collect()
}

fn all(lang: Lang) -> String {
    let mut said: Vec<String> = case_lines()
        .iter()
        .map(|entry| say::history(lang, entry, &Known))
        .collect();
    said.push(String::new());
    said.extend(
        action_lines()
            .iter()
            .map(|entry| say::action_history(lang, entry, &Known)),
    );
    said.push(String::new());
    said.extend(
        year_lines()
            .iter()
            .map(|entry| say::year_history(lang, entry, &Known)),
    );
    said.join("\n") + "\n"
}

#[test]
fn every_line_of_every_history_is_a_sentence_in_vietnamese() {
    expect_file!["history.vi.txt"].assert_eq(&all(Lang::Vi));
}

#[test]
fn every_line_of_every_history_is_a_sentence_in_english() {
    expect_file!["history.en.txt"].assert_eq(&all(Lang::En));
}

#[test]
fn no_two_lines_of_history_read_the_same() {
    for lang in Lang::ALL {
        let said = all(lang);
        let mut seen = BTreeSet::new();
        for sentence in said.lines().filter(|line| !line.is_empty()) {
            assert!(seen.insert(sentence), "{lang:?}: said twice: {sentence}");
            assert!(sentence.ends_with('.') && !sentence.contains(".."), "{sentence}");
        }
    }
}

#[test]
fn a_page_that_shows_the_person_beside_the_line_says_the_deed_alone() {
    let entry = acted(samples::act(ActKind::AskExtension));
    let names = |_person: PersonId| "Nguyễn Văn An".to_owned();
    let both = |lang| {
        format!(
            "{}\n{}",
            say::history(lang, &entry, &names),
            say::deed(lang, &entry, &names)
        )
    };
    expect![[r#"
        Nguyễn Văn An (QMR) đã xin ý kiến Giám đốc về thời hạn giải quyết: đến hết ngày 20/03/2026.
        Đã xin ý kiến Giám đốc về thời hạn giải quyết: đến hết ngày 20/03/2026."#]]
    .assert_eq(&both(Lang::Vi));
    expect![[r#"
        Nguyễn Văn An (QMR) asked the Director for a new time limit: until 20 March 2026.
        Asked the Director for a new time limit: until 20 March 2026."#]]
    .assert_eq(&both(Lang::En));
    let action = &action_lines()[0];
    let year = &year_lines()[5];
    assert!(say::action_deed(Lang::Vi, action, &names).starts_with("Đã mở"));
    assert!(say::year_deed(Lang::En, year, &names).starts_with("Filed"));
}

#[test]
fn names_may_come_from_any_closure() {
    let entry = acted(samples::act(ActKind::Reassign));
    let masked: &dyn Fn(PersonId) -> String = &|_| "***".to_owned();
    let said = say::history(Lang::Vi, &entry, masked);
    assert_eq!(said, "*** (QMR) đã phân công lại cán bộ xử lý: ***.");
    // Without a number the other case stays unnamed.
    let linked = say::deed(Lang::Vi, &acted(samples::act(ActKind::LinkCase)), masked);
    assert_eq!(linked, "Đã liên kết với vụ việc khác.");
}
