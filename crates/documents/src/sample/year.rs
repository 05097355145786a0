//! The sample of a year's report: one with cases on every road, and one of a year without any.

use i18n::Texts;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use plots::{Count, Year};

use super::{deputy, house};
use crate::paper::{Copies, House, Stage};
use crate::year::{Action, Figures, Hand, Later, Line, Measures, Part, Report, Timeliness};

const YEAR: i16 = 2025;
const COMPILED_ON: Date = date(2026, 1, 20);

/// A year with 34 cases, received by leadership and numbered.
pub fn full(t: &'static Texts) -> Report {
    Report {
        figures: figures(t),
        cases: (0..34).map(|place| line(t, YEAR, place)).collect(),
        carried: (0..2).map(|place| line(t, YEAR - 1, 40 + place)).collect(),
        actions: (0..3).map(|place| action(t, place)).collect(),
        later: vec![Later {
            number: format!("{}-0017", YEAR - 1),
            act: t.label("act-reopen").to_owned(),
            on: date(2025, 5, 12),
        }],
        hands: vec![
            hand(t.year_compiled_by(), t.sample_writer_name(), 12),
            Hand {
                remarks: t.sample_report_remarks().to_owned(),
                ..hand(t.year_reviewed_by(), t.sample_quality_name(), 14)
            },
            hand(t.year_received_by(), t.sample_deputy_name(), 16),
        ],
        stage: Stage::Issued {
            number: Some(5),
            on: COMPILED_ON,
        },
        ..empty(t)
    }
}

/// A year without a case, still a draft.
pub fn empty(t: &'static Texts) -> Report {
    Report {
        lang: t.lang(),
        house: House {
            foot: Vec::new(),
            ..house(t)
        },
        symbol: t.sample_symbol_kind(t.report_abbreviation()),
        stage: Stage::Draft {
            written_on: COMPILED_ON,
        },
        year: YEAR,
        as_of: date(2026, 1, 12),
        figures: Figures {
            months: vec![Year {
                year: YEAR,
                months: [Some(0); 12],
            }],
            measures: Some(Measures::default()),
            ..Figures::default()
        },
        cases: Vec::new(),
        carried: Vec::new(),
        actions: Vec::new(),
        later: Vec::new(),
        hands: Vec::new(),
        signatory: deputy(t),
        copies: Copies {
            to: vec![t.report_copy().to_owned()],
            unit: t.sample_unit().to_owned(),
            kept: None,
        },
    }
}

fn counts(t: &'static Texts, counts: &[(&str, i64)]) -> Vec<Count> {
    let count = |(key, cases): &(&str, i64)| Count {
        words: t.label(key).to_owned(),
        cases: *cases,
    };
    counts.iter().map(count).collect()
}

fn figures(t: &'static Texts) -> Figures {
    let kind = |key: &str, [in_first_limit, in_extended_limit, late, running]: [i64; 4]| {
        let timeliness = Timeliness {
            in_first_limit,
            in_extended_limit,
            late,
            running,
            ..Timeliness::default()
        };
        (t.label(key).to_owned(), timeliness)
    };
    let months = |year, months: [i64; 12]| Year {
        year,
        months: months.map(Some),
    };
    Figures {
        numbers: 36,
        annulled: 2,
        received: 34,
        imported: 0,
        carried: 2,
        open_at_end: 3,
        settled: 9,
        extended: 5,
        reopened: 1,
        withdrawn: 1,
        actions_opened: 3,
        acknowledged: Part { part: 21, whole: 23 },
        timeliness: Timeliness {
            in_first_limit: 26,
            in_extended_limit: 4,
            late: 1,
            running: 3,
            overdue: 0,
            no_limit: 0,
        },
        kinds: vec![
            kind("kind-complaint", [11, 3, 1, 2]),
            kind("kind-grievance", [13, 0, 0, 0]),
            kind("kind-appeal", [2, 1, 0, 1]),
        ],
        channels: counts(
            t,
            &[
                ("channel-phone", 12),
                ("channel-letter", 9),
                ("channel-email", 8),
                ("channel-in-person", 4),
                ("channel-authority", 1),
            ],
        ),
        units: vec![
            Count {
                words: t.sample_copy_unit().to_owned(),
                cases: 17,
            },
            Count {
                words: t.sample_quality_title().to_owned(),
                cases: 6,
            },
            Count {
                words: t.year_no_unit().to_owned(),
                cases: 11,
            },
        ],
        subjects: counts(
            t,
            &[
                ("subject-certification-result", 12),
                ("subject-staff-conduct", 5),
                ("subject-confidentiality", 1),
                ("subject-other-activity", 13),
                ("subject-client-product", 4),
                ("subject-complaint-handling", 1),
            ],
        ),
        outcomes: counts(
            t,
            &[
                ("finding-founded", 11),
                ("finding-partly", 6),
                ("finding-unfounded", 12),
                ("finding-undetermined", 2),
                ("year-no-outcome", 3),
            ],
        ),
        action_stages: counts(
            t,
            &[
                ("action-stage-under-way", 1),
                ("action-stage-awaiting-review", 1),
                ("action-stage-closed", 1),
            ],
        ),
        months: vec![
            months(YEAR, [2, 1, 4, 3, 5, 2, 3, 4, 2, 3, 2, 3]),
            months(YEAR - 1, [3, 2, 2, 5, 4, 4, 3, 2, 1, 2, 6, 4]),
            months(YEAR - 2, [1, 0, 2, 2, 3, 1, 0, 2, 2, 1, 3, 1]),
        ],
        measures: Some(measures(t)),
    }
}

fn measures(t: &'static Texts) -> Measures {
    let of = |part, whole| Part { part, whole };
    Measures {
        founded: of(11, 31),
        partly: of(6, 31),
        appeals_reversed: of(1, 3),
        recurring: 3,
        satisfied: of(18, 31),
        not_satisfied: of(4, 31),
        not_said: of(9, 31),
        effective: of(1, 2),
        effects: counts(
            t,
            &[("effectiveness-effective", 1), ("effectiveness-not-effective", 1)],
        ),
        actions_reopened: 1,
        causes: counts(
            t,
            &[
                ("subject-other-activity", 8),
                ("subject-certification-result", 5),
                ("subject-staff-conduct", 3),
                ("subject-client-product", 2),
            ],
        ),
        days: [9, 3, 4, 3, 7, 3, 2, 0],
        median_tenths: Some(155),
        open_ages: [1, 1, 0, 1],
    }
}

/// The lines go through kinds, channels and outcomes in turn.
fn line(t: &'static Texts, year: i16, place: usize) -> Line {
    fn one<'k>(place: usize, keys: &[&'k str]) -> &'k str {
        keys[place % keys.len()]
    }
    let nth = i64::try_from(place).unwrap_or_default();
    let received_on = date(year, 1, 6).saturating_add((nth * 10).days());
    let protected = place % 11 == 5;
    let told = |words: &str| {
        let words = if protected { t.case_protected() } else { words };
        words.to_owned()
    };
    let contents = [
        t.sample_reply_subject(),
        t.sample_extension_subject(),
        t.sample_appeal_subject(),
        t.sample_end_subject(),
    ];
    let complainants = [t.sample_complainant(), t.sample_client(), t.sample_other()];
    let answered = place % 12 != 9;
    let late = place % 17 == 8;
    Line {
        number: format!("{year}-{:04}", place + 1),
        received_on,
        complainant: told(complainants[place % 3]),
        kind: t
            .label(one(place, &["kind-complaint", "kind-grievance", "kind-appeal"]))
            .to_owned(),
        channel: t
            .label(one(
                place,
                &[
                    "channel-letter",
                    "channel-phone",
                    "channel-email",
                    "channel-in-person",
                ],
            ))
            .to_owned(),
        content: told(contents[place % 4]),
        measures: told(t.sample_measures()),
        outcome: if answered {
            t.label(one(
                place,
                &["finding-founded", "finding-unfounded", "finding-partly"],
            ))
            .to_owned()
        } else {
            String::new()
        },
        letter: if answered && place % 4 != 1 {
            format!("{:02}/{}", place + 3, t.sample_symbol())
        } else {
            String::new()
        },
        limit_on: Some(received_on.saturating_add(30.days())),
        answered_on: answered.then(|| received_on.saturating_add(if late { 36.days() } else { 14.days() })),
        result: t
            .label(match (answered, late) {
                (false, _) => "timeliness-running",
                (true, true) => "timeliness-late",
                (true, false) => "timeliness-in-first-limit",
            })
            .to_owned(),
    }
}

fn action(t: &'static Texts, place: usize) -> Action {
    let stages = [
        "action-stage-closed",
        "action-stage-awaiting-review",
        "action-stage-under-way",
    ];
    Action {
        number: format!("KP-{YEAR}-{:03}", place + 1),
        problem: t.sample_problem().to_owned(),
        owner: t.sample_quality_name().to_owned(),
        stage: t.label(stages[place % 3]).to_owned(),
        opened_on: date(YEAR, 3, 10),
        closed_on: (place == 0).then_some(date(YEAR, 9, 30)),
        cases: format!("{YEAR}-{:04}", place + 4),
    }
}

fn hand(step: &str, person: &str, day: i8) -> Hand {
    Hand {
        step: step.to_owned(),
        person: person.to_owned(),
        on: date(2026, 1, day),
        remarks: String::new(),
    }
}
