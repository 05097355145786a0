//! The lists behind a report: every case of the year, what was carried over, corrective actions, and what changed in earlier reports.

use i18n::Texts;
use jiff::civil::Date;

use super::exhibits::{Table, Value};

/// One case of the list, in words of the report's language. What a reader may not see is already left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub number: String,
    pub received_on: Date,
    pub complainant: String,
    pub kind: String,
    pub channel: String,
    pub content: String,
    pub measures: String,
    pub outcome: String,
    pub letter: String,
    pub limit_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub result: String,
}

/// A corrective action that was open on some day of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    pub number: String,
    pub problem: String,
    pub owner: String,
    pub stage: String,
    pub opened_on: Date,
    pub closed_on: Option<Date>,
    pub cases: String,
}

/// Something that changed in a case after the report of its year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Later {
    pub number: String,
    pub act: String,
    pub on: Date,
}

/// Who did which step of the report, on which day, and what was remarked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    pub step: String,
    pub person: String,
    pub on: Date,
    pub remarks: String,
}

fn words(text: &str) -> Value {
    Value::from(text.trim())
}

fn day(on: Option<Date>) -> Value {
    on.map_or(Value::Nothing, Value::Day)
}

fn table(heads: &[&str], rows: Vec<Vec<Value>>) -> Table {
    Table {
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
        rows,
        has_total: false,
    }
}

/// The widths of its columns, in shares of the page.
pub const CASES: [u16; 11] = [21, 21, 27, 20, 36, 33, 19, 22, 21, 21, 20];

pub fn cases(t: &Texts, lines: &[Line]) -> Table {
    let row = |line: &Line| {
        vec![
            words(&line.number),
            Value::Day(line.received_on),
            words(&line.complainant),
            Value::Words(format!("{}, {}", line.kind, line.channel.to_lowercase())),
            words(&line.content),
            words(&line.measures),
            words(&line.outcome),
            words(&line.letter),
            day(line.limit_on),
            day(line.answered_on),
            words(&line.result),
        ]
    };
    let heads = [
        t.report_column_number(),
        t.report_column_received(),
        t.report_column_complainant(),
        t.report_column_kind(),
        t.report_column_content(),
        t.report_column_measures(),
        t.report_column_outcome(),
        t.report_column_letter(),
        t.report_column_limit(),
        t.report_column_answered(),
        t.report_column_result(),
    ];
    table(&heads, lines.iter().map(row).collect())
}

pub const ACTIONS: [u16; 7] = [27, 78, 44, 40, 22, 22, 29];

pub fn actions(t: &Texts, actions: &[Action]) -> Table {
    let row = |action: &Action| {
        vec![
            words(&action.number),
            words(&action.problem),
            words(&action.owner),
            words(&action.stage),
            Value::Day(action.opened_on),
            day(action.closed_on),
            words(&action.cases),
        ]
    };
    let heads = [
        t.report_column_number(),
        t.report_column_problem(),
        t.report_column_owner(),
        t.report_column_stage(),
        t.report_column_opened(),
        t.report_column_closed(),
        t.report_column_cases(),
    ];
    table(&heads, actions.iter().map(row).collect())
}

pub fn later(t: &Texts, later: &[Later]) -> Table {
    let row = |one: &Later| vec![words(&one.number), words(&one.act), Value::Day(one.on)];
    let heads = [t.year_case(), t.year_act(), t.year_on()];
    table(&heads, later.iter().map(row).collect())
}

pub const HANDS: [u16; 4] = [34, 38, 23, 70];

pub fn hands(t: &Texts, hands: &[Hand]) -> Table {
    let row = |hand: &Hand| {
        // What was typed over several lines goes on in one.
        let remarks: Vec<&str> = hand.remarks.split_whitespace().collect();
        vec![
            words(&hand.step),
            words(&hand.person),
            Value::Day(hand.on),
            Value::Words(remarks.join(" ")),
        ]
    };
    let heads = [
        t.report_step(),
        t.report_person(),
        t.report_day(),
        t.report_remarks(),
    ];
    table(&heads, hands.iter().map(row).collect())
}
