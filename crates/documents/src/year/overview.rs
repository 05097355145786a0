//! The first table of a report: every figure that stands alone, with its share.

use i18n::Texts;

use super::exhibits::{Chapter, Exhibit, Table, Value};
use super::figures::{Figures, Measures, Part};

pub fn of(t: &'static Texts, figures: &Figures) -> Exhibit {
    let mut rows = Rows(Vec::new());
    let received = figures.received;
    let due = figures.timeliness.due();
    rows.count(t.year_numbers(), figures.numbers);
    rows.count(t.year_annulled(), figures.annulled);
    rows.count(t.year_received(), received);
    rows.count(t.year_imported(), figures.imported);
    rows.count(t.year_carried(), figures.carried);
    rows.count(t.year_open_at_end(), figures.open_at_end);
    rows.part(t.report_acknowledged(), figures.acknowledged);
    rows.of(t.report_answered_first(), figures.timeliness.in_first_limit, due);
    rows.of(
        t.report_answered_extended(),
        figures.timeliness.in_extended_limit,
        due,
    );
    rows.of(t.report_answered_late(), figures.timeliness.late, due);
    rows.of(t.report_overdue(), figures.timeliness.overdue, due);
    if let Some(measures) = &figures.measures {
        rows.0.push(vec![
            Value::from(t.report_median()),
            measures.median_tenths.map_or(Value::Nothing, Value::Tenths),
            Value::Nothing,
            Value::Nothing,
        ]);
    }
    rows.of(t.report_extended(), figures.extended, received);
    rows.of(t.year_settled(), figures.settled, received);
    rows.of(t.year_withdrawn(), figures.withdrawn, received);
    rows.of(t.report_reopened(), figures.reopened, received);
    if let Some(measures) = &figures.measures {
        rows.measures(t, measures, received);
    }
    rows.count(t.year_actions_opened(), figures.actions_opened);
    let mut notes = Vec::new();
    if figures.measures.is_some() {
        notes.extend([t.report_definitions(), t.report_recurring_definition()]);
    } else {
        notes.push(t.report_not_measured());
    }
    let heads = [
        t.report_figure(),
        t.report_amount(),
        t.report_base(),
        t.report_share(),
    ];
    Exhibit {
        key: "figures",
        chapter: Chapter::Figures,
        title: t.report_figures().to_owned(),
        plot: None,
        is_plotted: false,
        table: Table {
            heads: heads.map(str::to_owned).into(),
            rows: rows.0,
            has_total: false,
        },
        notes,
    }
}

struct Rows(Vec<Vec<Value>>);

impl Rows {
    fn count(&mut self, words: &str, count: i64) {
        self.0.push(vec![
            Value::from(words),
            Value::Number(count),
            Value::Nothing,
            Value::Nothing,
        ]);
    }

    fn of(&mut self, words: &str, part: i64, whole: i64) {
        self.part(words, Part { part, whole });
    }

    fn part(&mut self, words: &str, of: Part) {
        self.0.push(vec![
            Value::from(words),
            Value::Number(of.part),
            Value::Number(of.whole),
            Value::Share(of.part, of.whole),
        ]);
    }

    fn measures(&mut self, t: &'static Texts, measures: &Measures, received: i64) {
        self.part(t.report_founded(), measures.founded);
        self.part(t.report_partly(), measures.partly);
        self.of(t.report_recurring(), measures.recurring, received);
        self.part(t.report_appeals_reversed(), measures.appeals_reversed);
        self.part(t.report_satisfied(), measures.satisfied);
        self.part(t.report_not_satisfied(), measures.not_satisfied);
        self.part(t.report_not_said(), measures.not_said);
        self.part(t.report_actions_effective(), measures.effective);
        self.count(t.report_actions_reopened(), measures.actions_reopened);
    }
}
