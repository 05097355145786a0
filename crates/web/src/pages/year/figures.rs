//! The figures of a compilation in the words of a language, for the page, the report and the workbook alike.

use std::cmp::Reverse;

use app::year_book::{Compilation, Tally};
use documents::year::{Figures, Measures, Part, Timeliness};
use i18n::Texts;
use plots::{Bin, Count, Year};
use procedure::corrective_action::{ActionStage, Effectiveness};
use procedure::vocabulary::{Finding, Kind};

use crate::words::word;

pub(super) fn of(t: &'static Texts, document: &Compilation) -> Figures {
    let found = &document.figures;
    let timeliness = |of: &dyn Fn(&str) -> i64| Timeliness {
        in_first_limit: of("in_first_limit"),
        in_extended_limit: of("in_extended_limit"),
        late: of("late"),
        running: of("running"),
        overdue: of("overdue"),
        no_limit: of("no_limit"),
    };
    let kinds = Kind::ALL.iter().map(|kind| {
        let by = found.kind_timeliness.get(kind.key());
        let of = |key: &str| by.and_then(|by| by.get(key)).copied().unwrap_or_default();
        (word(t, "kind", kind.key()), timeliness(&of))
    });
    let kinds: Vec<(String, Timeliness)> = kinds.filter(|(_, of)| of.total() > 0).collect();
    let stages: Vec<&str> = ActionStage::ALL.iter().map(|stage| stage.key()).collect();
    let findings: Vec<&str> = Finding::ALL.iter().map(|finding| finding.key()).collect();
    Figures {
        numbers: found.numbers,
        annulled: found.annulled,
        received: found.received,
        imported: found.imported,
        carried: found.carried,
        open_at_end: found.open_at_end,
        settled: found.settled,
        extended: found.extended,
        reopened: found.reopened,
        withdrawn: found.withdrawn,
        actions_opened: found.actions_opened,
        acknowledged: Part {
            part: found.acknowledged_in_time,
            whole: found.acknowledged_due,
        },
        timeliness: timeliness(&|key| cases_of(&found.by_timeliness, key)),
        kinds,
        channels: most_first(t, "channel", "", &found.by_channel),
        units: most_first(t, "unit", t.year_no_unit(), &found.by_unit),
        subjects: most_first(t, "subject", "", &found.by_subject),
        outcomes: in_order(t, "finding", t.year_no_outcome(), &findings, &found.by_outcome),
        action_stages: in_order(t, "action-stage", "", &stages, &found.actions_by_stage),
        months: months(document),
        measures: measures(t, document),
    }
}

fn measures(t: &'static Texts, document: &Compilation) -> Option<Measures> {
    let found = document.figures.measures.as_ref()?;
    let of = |part, whole| Part { part, whole };
    let effects: Vec<&str> = Effectiveness::ALL.iter().map(|effect| effect.key()).collect();
    let reviewed = found.effects.iter().map(|effect| effect.cases).sum();
    let mut told = Measures {
        founded: of(found.founded, found.concluded),
        partly: of(found.partly, found.concluded),
        appeals_reversed: of(found.appeals_reversed, found.appeals_concluded),
        recurring: found.recurring,
        satisfied: of(found.satisfied, found.answered),
        not_satisfied: of(found.not_satisfied, found.answered),
        not_said: of(found.not_said, found.answered),
        effective: of(cases_of(&found.effects, Effectiveness::Effective.key()), reviewed),
        effects: in_order(t, "effectiveness", "", &effects, &found.effects),
        actions_reopened: found.actions_reopened,
        causes: most_first(t, "subject", "", &found.causes),
        median_tenths: found.median_tenths(),
        ..Measures::default()
    };
    for (days, cases) in &found.days_to_answer {
        told.days[Bin::place(*days)] += cases;
    }
    for (days, cases) in &found.open_ages {
        told.open_ages[Measures::age(*days)] += cases;
    }
    Some(told)
}

/// This year, and of the two before it those that had a case. A month that is still to come has nothing to tell.
fn months(document: &Compilation) -> Vec<Year> {
    let by_month = match &document.figures.measures {
        Some(measures) => &measures.received_by_month,
        None => &document.figures.by_month,
    };
    let of = |year: i16| {
        let is_to_come = |month: i8| (year, month) > (document.on.year(), document.on.month());
        let months = std::array::from_fn(|place| {
            let month = i8::try_from(place + 1).unwrap_or(12);
            let key = format!("{year:04}-{month:02}");
            (!is_to_come(month)).then(|| cases_of(by_month, &key))
        });
        Year { year, months }
    };
    let has_some = |year: &Year| year.months.iter().flatten().any(|cases| *cases > 0);
    let before = (1..=2).filter_map(|years| document.year.checked_sub(years));
    let before = before.map(of).filter(has_some);
    std::iter::once(of(document.year)).chain(before).collect()
}

pub(super) fn cases_of(tallies: &[Tally], key: &str) -> i64 {
    let found = tallies.iter().find(|tally| tally.key == key);
    found.map_or(0, |tally| tally.cases)
}

fn count(t: &'static Texts, group: &str, none: &str, tally: &Tally) -> Count {
    let words = match tally {
        Tally { key, .. } if key.is_empty() => none.to_owned(),
        Tally { key, name, .. } if name.is_empty() => word(t, group, key),
        Tally { name, .. } => name.clone(),
    };
    Count {
        words,
        cases: tally.cases,
    }
}

/// What has most comes first; what has no name comes last.
fn most_first(t: &'static Texts, group: &str, none: &str, tallies: &[Tally]) -> Vec<Count> {
    let mut sorted: Vec<&Tally> = tallies.iter().collect();
    sorted.sort_by_key(|tally| (tally.key.is_empty(), Reverse(tally.cases)));
    sorted
        .into_iter()
        .map(|tally| count(t, group, none, tally))
        .collect()
}

/// As the vocabulary puts them; what has no name comes last.
fn in_order(t: &'static Texts, group: &str, none: &str, keys: &[&str], tallies: &[Tally]) -> Vec<Count> {
    let place = |tally: &Tally| {
        keys.iter()
            .position(|key| *key == tally.key)
            .unwrap_or(keys.len())
    };
    let mut sorted: Vec<&Tally> = tallies.iter().collect();
    sorted.sort_by_key(|tally| place(tally));
    sorted
        .into_iter()
        .map(|tally| count(t, group, none, tally))
        .collect()
}
