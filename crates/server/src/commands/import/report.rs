//! What an import has to say: the table of problems by row, the totals to compare with a count of one's own, and what was taken in.

use app::imports::{CHANNEL, KIND, SUBJECT};
use app::transcribe::Imported;
use i18n::Texts;
use i18n::say::Say;
use procedure::vocabulary::{Channel, Kind, Subject};
use transcription::{Problem, Severity, Totals};

use crate::table::aligned;

/// A cell is shown up to here.
const SHOWN: usize = 60;
/// So many runs of rows are named.
const SHOWN_ROWS: usize = 12;

pub fn problems(t: &Texts, found: &[Problem]) {
    if found.is_empty() {
        println!("{}\n", t.import_no_problems());
        return;
    }
    println!("{}\n", t.import_problems());
    let lines: Vec<Vec<String>> = found.iter().map(|problem| line(t, problem)).collect();
    println!("{}", aligned(&lines));
}

fn line(t: &Texts, problem: &Problem) -> Vec<String> {
    let place = match (problem.row, &problem.column) {
        _ if !problem.rows.is_empty() => match problem.rows.single() {
            Some(row) => t.import_row(row),
            None => t.import_rows(problem.rows.shown(SHOWN_ROWS)),
        },
        (Some(row), Some(column)) => format!("{}, {}", t.import_row(row), t.import_column(column)),
        (Some(row), None) => t.import_row(row),
        (None, Some(column)) => t.import_column(column),
        (None, None) => t.import_file().to_owned(),
    };
    let severity = match problem.severity {
        Severity::Error => t.notice_danger(),
        Severity::Warning => t.notice_warning(),
    };
    let mut rest: Vec<String> = Vec::new();
    if !problem.value.is_empty() {
        let mut shown: String = problem.value.chars().take(SHOWN).collect();
        if shown.len() < problem.value.len() {
            shown.push('…');
        }
        rest.push(shown.replace(['\n', '\r', '\t'], " "));
    }
    if problem.count > 1 {
        let is_of_rows = !problem.rows.is_empty();
        rest.push(if is_of_rows {
            t.import_times_rows(problem.count)
        } else {
            t.import_times(problem.count)
        });
    }
    if let Some(row) = problem.see_row {
        rest.push(t.import_see_row(row));
    }
    vec![
        place,
        severity.to_owned(),
        t.label(problem.code.key()).to_owned(),
        rest.join(", "),
    ]
}

pub fn totals(t: &Texts, totals: &Totals) {
    let mut lines = Vec::new();
    let mut say = |what: &str, count: usize| lines.push(vec![what.to_owned(), t.number(count)]);
    say(t.import_total_rows(), totals.rows_read);
    say(t.import_total_flagged(), totals.rows_flagged);
    for (year, count) in &totals.years {
        say(&t.import_total_year(year), *count);
    }
    for (code, count) in &totals.kinds {
        say(
            &word(t, code, Kind::from_key(code).map(|kind| kind.say(t.lang()))),
            *count,
        );
    }
    for (code, count) in &totals.channels {
        say(
            &word(
                t,
                code,
                Channel::from_key(code).map(|channel| channel.say(t.lang())),
            ),
            *count,
        );
    }
    for (code, count) in &totals.subjects {
        say(
            &word(
                t,
                code,
                Subject::from_key(code).map(|subject| subject.say(t.lang())),
            ),
            *count,
        );
    }
    say(t.import_total_sent(), totals.sent);
    say(t.import_total_sent_late(), totals.sent_after_30_days);
    say(t.import_total_answered(), totals.answered);
    say(t.import_total_answered_late(), totals.answered_after_30_days);
    say(t.import_total_closed(), totals.closed);
    say(t.import_total_closed_late(), totals.closed_after_30_days);
    println!("{}", aligned(&lines));

    let not_told = |counts: &std::collections::BTreeMap<&'static str, usize>| {
        ["unknown", "unsaid"]
            .iter()
            .filter_map(|code| counts.get(code))
            .sum::<usize>()
    };
    let assumptions = [
        (
            not_told(&totals.kinds),
            t.import_assumed_kind(),
            KIND.say(t.lang()),
        ),
        (
            not_told(&totals.channels),
            t.import_assumed_channel(),
            CHANNEL.say(t.lang()),
        ),
        (
            not_told(&totals.subjects),
            t.import_assumed_subject(),
            SUBJECT.say(t.lang()),
        ),
    ];
    for (count, what, value) in assumptions.into_iter().filter(|(count, _, _)| *count > 0) {
        println!("{}", t.import_assumed(count, what, value));
    }
}

/// A value of the vocabulary, or that it was not told.
fn word(t: &Texts, code: &str, known: Option<&'static str>) -> String {
    let group = match code {
        "unknown" => t.import_unknown(),
        "unsaid" => t.import_unsaid(),
        other => known.unwrap_or(other),
    };
    group.to_owned()
}

pub fn imported(t: &Texts, imported: &Imported) {
    println!("{}", t.import_done(imported.records));
    for (year, (first, last)) in &imported.years {
        println!("{}", t.import_numbers(year, first, last));
    }
}
