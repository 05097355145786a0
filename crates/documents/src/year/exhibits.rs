//! What a report shows: each table with the plot that stands before it, for the page, the paper and the workbook alike.

use i18n::Texts;
use jiff::civil::Date;
use plots::{Bin, Count, Plot};

use super::figures::{Figures, Measures};
use super::overview;

/// The part of the report that an exhibit belongs to, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    Figures,
    Received,
    Time,
    Outcome,
    Actions,
    Open,
}

impl Chapter {
    pub const ALL: [Chapter; 6] = [
        Chapter::Figures,
        Chapter::Received,
        Chapter::Time,
        Chapter::Outcome,
        Chapter::Actions,
        Chapter::Open,
    ];

    pub fn title(self, t: &Texts) -> &'static str {
        match self {
            Chapter::Figures => t.report_part_figures(),
            Chapter::Received => t.report_part_received(),
            Chapter::Time => t.report_part_time(),
            Chapter::Outcome => t.report_part_outcome(),
            Chapter::Actions => t.report_part_actions(),
            Chapter::Open => t.report_part_open(),
        }
    }
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Words(String),
    Number(i64),
    /// Tenths of a unit.
    Tenths(i64),
    /// A part of a whole; of nothing there is no share.
    Share(i64, i64),
    Day(Date),
    Nothing,
}

impl Value {
    /// As a reader of this language writes it.
    pub fn say(&self, t: &Texts) -> String {
        match self {
            Value::Words(words) => words.clone(),
            Value::Number(number) => t.number(*number),
            Value::Tenths(tenths) if tenths % 10 == 0 => t.number(tenths / 10),
            Value::Tenths(tenths) => {
                let mark = if t.lang() == i18n::Lang::Vi { ',' } else { '.' };
                format!("{}{mark}{}", t.number(tenths / 10), tenths % 10)
            }
            Value::Share(part, whole) => t.percent(*part, *whole),
            Value::Day(day) => t.date(*day),
            Value::Nothing => String::new(),
        }
    }

    /// Figures stand flush right.
    pub const fn is_figure(&self) -> bool {
        matches!(self, Value::Number(_) | Value::Tenths(_) | Value::Share(..))
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Value::Words(words.to_owned())
    }
}

/// Heads and rows, each as long as the heads. The first column says what the row is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Value>>,
    /// The last row is the sum of those above it.
    pub has_total: bool,
}

/// A table, the plot before it where there is something to plot, and what a reader must know of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// As addresses and sheets name it.
    pub key: &'static str,
    pub chapter: Chapter,
    pub title: String,
    pub plot: Option<Plot>,
    /// Whether a plot belongs to it, so that its absence is worth a word.
    pub is_plotted: bool,
    pub table: Table,
    pub notes: Vec<&'static str>,
}

/// All exhibits of a year, in the order of the report.
pub fn exhibits(t: &'static Texts, figures: &Figures) -> Vec<Exhibit> {
    let mut shown = vec![overview::of(t, figures)];
    let kinds: Vec<Count> = figures
        .kinds
        .iter()
        .map(|(words, timeliness)| Count {
            words: words.clone(),
            cases: timeliness.total(),
        })
        .collect();
    let of_cases =
        |key, title, counts: &[Count]| bars(t, key, Chapter::Received, title, counts, figures.received);
    shown.push(of_cases("kind", t.report_by_kind(), &kinds));
    shown.push(of_cases("channel", t.report_by_channel(), &figures.channels));
    shown.push(of_cases("unit", t.report_by_unit(), &figures.units));
    let mut subjects = of_cases("subject", t.report_by_subject(), &figures.subjects);
    subjects.notes.push(t.report_by_subject_note());
    shown.push(subjects);
    shown.push(months(t, figures));
    shown.push(timeliness(t, figures));
    if let Some(measures) = &figures.measures {
        shown.push(days(t, measures));
    }
    let outcomes = bars(
        t,
        "outcome",
        Chapter::Outcome,
        t.report_by_outcome(),
        &figures.outcomes,
        figures.received,
    );
    shown.push(outcomes);
    if let Some(measures) = &figures.measures {
        shown.push(causes(t, measures));
    }
    let of_actions = |key, title, counts: &[Count]| {
        let whole = counts.iter().map(|count| count.cases).sum();
        let mut exhibit = bars(t, key, Chapter::Actions, title, counts, whole);
        exhibit.table.heads[1] = t.report_actions_column().to_owned();
        exhibit
    };
    shown.push(of_actions(
        "action-stage",
        t.report_by_action_stage(),
        &figures.action_stages,
    ));
    if let Some(measures) = &figures.measures {
        shown.push(of_actions("effect", t.report_effects(), &measures.effects));
        shown.push(ages(t, measures));
    }
    shown
}

fn bars(
    t: &'static Texts,
    key: &'static str,
    chapter: Chapter,
    title: &str,
    counts: &[Count],
    whole: i64,
) -> Exhibit {
    let row = |count: &Count| {
        vec![
            Value::Words(count.words.clone()),
            Value::Number(count.cases),
            Value::Share(count.cases, whole),
        ]
    };
    let heads = [t.report_category(), t.report_cases(), t.report_share()];
    Exhibit {
        key,
        chapter,
        title: title.to_owned(),
        plot: Plot::bars(t, title, counts, whole),
        is_plotted: true,
        table: Table {
            heads: heads.map(str::to_owned).into(),
            rows: counts.iter().map(row).collect(),
            has_total: false,
        },
        notes: Vec::new(),
    }
}

fn months(t: &'static Texts, figures: &Figures) -> Exhibit {
    let title = t.report_by_month();
    let years = &figures.months;
    let told = |cases: Option<i64>| cases.map_or(Value::Nothing, Value::Number);
    let mut rows: Vec<Vec<Value>> = (0..12)
        .map(|month| {
            let number = i8::try_from(month + 1).unwrap_or(12);
            let name = Value::from(t.month(number));
            let cases = years.iter().map(|year| told(year.months[month]));
            std::iter::once(name).chain(cases).collect()
        })
        .collect();
    let sums = years
        .iter()
        .map(|year| Value::Number(year.months.iter().flatten().sum()));
    rows.push(
        std::iter::once(Value::from(t.report_total()))
            .chain(sums)
            .collect(),
    );
    let heads = years.iter().map(|year| t.plots_year(year.year));
    Exhibit {
        key: "month",
        chapter: Chapter::Received,
        title: title.to_owned(),
        plot: Plot::trend(t, title, years),
        is_plotted: true,
        table: Table {
            heads: std::iter::once(t.report_month().to_owned())
                .chain(heads)
                .collect(),
            rows,
            has_total: true,
        },
        notes: vec![t.report_by_month_note()],
    }
}

fn timeliness(t: &'static Texts, figures: &Figures) -> Exhibit {
    let heads = [
        t.report_category(),
        t.report_total(),
        t.timeliness_in_first_limit(),
        t.timeliness_in_extended_limit(),
        t.timeliness_late(),
        t.timeliness_running(),
        t.timeliness_overdue(),
        t.timeliness_no_limit(),
    ];
    let row = |words: &str, of: &super::figures::Timeliness| {
        let counts = std::iter::once(of.total()).chain(of.in_order());
        std::iter::once(Value::from(words))
            .chain(counts.map(Value::Number))
            .collect()
    };
    let mut rows: Vec<Vec<Value>> = figures.kinds.iter().map(|(words, of)| row(words, of)).collect();
    rows.push(row(t.report_total(), &figures.timeliness));
    Exhibit {
        key: "timeliness",
        chapter: Chapter::Time,
        title: t.report_by_timeliness().to_owned(),
        plot: None,
        is_plotted: false,
        table: Table {
            heads: heads.map(str::to_owned).into(),
            rows,
            has_total: true,
        },
        notes: vec![t.report_by_timeliness_note()],
    }
}

fn days(t: &'static Texts, measures: &Measures) -> Exhibit {
    let title = t.report_days();
    let whole: i64 = measures.days.iter().sum();
    let rows = Bin::ALL.iter().zip(measures.days).map(|(bin, cases)| {
        vec![
            Value::Words(bin.words()),
            Value::Number(cases),
            Value::Share(cases, whole),
        ]
    });
    let heads = [t.report_days_column(), t.report_cases(), t.report_share()];
    Exhibit {
        key: "days",
        chapter: Chapter::Time,
        title: title.to_owned(),
        plot: Plot::days(t, title, measures.days),
        is_plotted: true,
        table: Table {
            heads: heads.map(str::to_owned).into(),
            rows: rows.collect(),
            has_total: false,
        },
        notes: vec![t.report_days_note()],
    }
}

fn causes(t: &'static Texts, measures: &Measures) -> Exhibit {
    let title = t.report_causes();
    let mut exhibit = bars(t, "cause", Chapter::Outcome, title, &sorted(&measures.causes), 0);
    let whole: i64 = measures.causes.iter().map(|count| count.cases).sum();
    let mut so_far = 0;
    for row in &mut exhibit.table.rows {
        if let Some(Value::Number(cases)) = row.get(1) {
            so_far += cases;
        }
        row[2] = Value::Share(so_far, whole);
    }
    exhibit.table.heads[2] = t.report_cumulative().to_owned();
    exhibit.plot = Plot::pareto(t, title, &measures.causes);
    exhibit.notes.push(t.report_causes_note());
    exhibit
}

/// From most to least.
fn sorted(counts: &[Count]) -> Vec<Count> {
    let mut counts = counts.to_vec();
    counts.sort_by(|one, other| (other.cases, &one.words).cmp(&(one.cases, &other.words)));
    counts
}

fn ages(t: &'static Texts, measures: &Measures) -> Exhibit {
    let words = [
        t.report_age_30(),
        t.report_age_60(),
        t.report_age_90(),
        t.report_age_more(),
    ];
    let counts: Vec<Count> = words
        .into_iter()
        .zip(measures.open_ages)
        .map(|(words, cases)| Count {
            words: words.to_owned(),
            cases,
        })
        .collect();
    let whole = measures.open_ages.iter().sum();
    let mut exhibit = bars(t, "age", Chapter::Open, t.report_open_by_age(), &counts, whole);
    exhibit.notes.push(t.report_open_note());
    exhibit
}
