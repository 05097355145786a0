//! How the figures of `measures` are found: by one question for each, and from the cases that the list reads anyway.

use super::compute::tally;
use super::document::Figures;
use super::measures::Measures;
use crate::error::{Result, corrupt};
use crate::office::Office;
use jiff::Timestamp;
use jiff::civil::{Date, Time, date};
use procedure::case::acts::Act;
use procedure::case::event::Duty;
use procedure::case::{ActKind, Entry, Event};
use procedure::corrective_action::{ActionAct, ActionActKind, ActionEntry};
use procedure::vocabulary::{Finding, Kind, Response};
use procedure::{Case, Rule};
use std::collections::{BTreeMap, BTreeSet};
use store::cases::CaseRow;
use store::totals::{self, Cell, SubjectCell};
use store::{Conn, Uuid};

/// What only the state of a case tells, counted while the list is made.
#[derive(Default)]
pub(super) struct Seen {
    acknowledged_due: i64,
    acknowledged_in_time: i64,
    answered: i64,
    satisfied: i64,
    not_satisfied: i64,
    days_to_answer: BTreeMap<i64, i64>,
}

impl Seen {
    /// Counts a line of the year in, with its case unless it is an old record.
    pub fn see(&mut self, row: &CaseRow, case: Option<&Case>) {
        if row.annulled {
            return;
        }
        if let Some(answered) = row.answered_on {
            *self
                .days_to_answer
                .entry(days(row.received_on.0, answered.0))
                .or_default() += 1;
        }
        let Some(case) = case else { return };
        if let Some(in_time) = acknowledged_in_time(case) {
            self.acknowledged_due += 1;
            self.acknowledged_in_time += i64::from(in_time);
        }
        if row.answered_on.is_some() {
            self.answered += 1;
            let settled = case.is_settled().then_some(Response::Satisfied);
            match case.round.response.map(|(_, response)| response).or(settled) {
                Some(Response::Satisfied) => self.satisfied += 1,
                Some(Response::Rejected) => self.not_satisfied += 1,
                None => {}
            }
        }
    }

    pub fn tell(self, figures: &mut Figures, measures: &mut Measures) {
        figures.acknowledged_due = self.acknowledged_due;
        figures.acknowledged_in_time = self.acknowledged_in_time;
        measures.answered = self.answered;
        measures.satisfied = self.satisfied;
        measures.not_satisfied = self.not_satisfied;
        measures.not_said = self.answered - self.satisfied - self.not_satisfied;
        measures.days_to_answer = self.days_to_answer;
    }
}

/// S1: whether the acknowledgement that was due was given by its day; `None` where none was due.
fn acknowledged_in_time(case: &Case) -> Option<bool> {
    let of_s1 = |duty: &&Duty| duty.rule == Rule::S1 && duty.act == ActKind::Acknowledge;
    let duty = case.dues.keys().find(of_s1)?;
    let (_, due) = case.dues.get(duty)?;
    let first = case.past_rounds.first().unwrap_or(&case.round);
    Some(first.acknowledged.is_some_and(|done| done.on <= due.on))
}

/// Calendar days from one to the other, the first not counted.
fn days(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// What outcomes say.
pub(super) fn of_outcomes(cells: &[Cell], subjects: &[SubjectCell]) -> Measures {
    let standing = || cells.iter().filter(|cell| !cell.annulled);
    let sum = |wanted: &dyn Fn(&Cell) -> bool| {
        standing()
            .filter(|cell| wanted(cell))
            .map(|cell| cell.cases)
            .sum()
    };
    let is = |outcome: &Option<String>, finding: Finding| outcome.as_deref() == Some(finding.key());
    let upheld = |outcome: &Option<String>| is(outcome, Finding::Founded) || is(outcome, Finding::Partly);
    let appeal = |cell: &Cell| cell.kind == Kind::Appeal.key();
    let causes = subjects
        .iter()
        .filter(|cell| !cell.annulled && upheld(&cell.outcome));
    Measures {
        concluded: sum(&|cell| cell.outcome.is_some()),
        founded: sum(&|cell| is(&cell.outcome, Finding::Founded)),
        partly: sum(&|cell| is(&cell.outcome, Finding::Partly)),
        appeals_concluded: sum(&|cell| appeal(cell) && cell.outcome.is_some()),
        appeals_reversed: sum(&|cell| appeal(cell) && upheld(&cell.outcome)),
        causes: tally(causes.map(|cell| (cell.subject.clone(), cell.cases))),
        ..Measures::default()
    }
}

/// What the years before, links and corrective actions say, and how old the cases are that were `left` open.
pub(super) async fn of_the_rest(
    conn: &mut Conn,
    office: &Office,
    year: i16,
    today: Date,
    left: &[CaseRow],
    measures: &mut Measures,
) -> Result<()> {
    let (first, last) = (date(year.saturating_sub(2), 1, 1), date(year, 12, 31));
    measures.received_by_month = tally(totals::received_by_month(conn, first, last).await?);
    measures.recurring = recurring(conn, office, year).await?;
    of_actions(conn, year, measures).await?;
    let at = last.min(today);
    for row in left {
        *measures
            .open_ages
            .entry(days(row.received_on.0, at).max(0))
            .or_default() += 1;
    }
    Ok(())
}

async fn recurring(conn: &mut Conn, office: &Office, year: i16) -> Result<i64> {
    let began = date(year, 1, 1).to_datetime(Time::midnight());
    let began: Timestamp = office.zone.to_timestamp(began).map_err(corrupt)?;
    let mut recurring = totals::sharing_an_action(conn, year).await?;
    let mut pairs = Vec::new();
    // A case of this year cannot have been linked before the year began.
    for told in totals::told_since(conn, ActKind::LinkCase.key(), began).await? {
        let entry: Entry = serde_json::from_str(&told.body).map_err(corrupt)?;
        if let Event::Acted {
            act: Act::LinkCase(said),
            ..
        } = entry.event
        {
            pairs.push((told.stream_id, said.case.0));
        }
    }
    recurring.extend(totals::alike_among(conn, year, &pairs).await?);
    Ok(i64::try_from(recurring.len()).unwrap_or(i64::MAX))
}

async fn of_actions(conn: &mut Conn, year: i16, measures: &mut Measures) -> Result<()> {
    let kinds = [
        ActionActKind::ReviewEffectiveness.key(),
        ActionActKind::ReopenAction.key(),
    ];
    let mut reviewed: BTreeMap<Uuid, &str> = BTreeMap::new();
    let mut reopened = BTreeSet::new();
    for told in totals::told_of_actions(conn, &kinds).await? {
        let entry: ActionEntry = serde_json::from_str(&told.body).map_err(corrupt)?;
        if entry.on.year() != year {
            continue;
        }
        match entry.act {
            ActionAct::ReviewEffectiveness { effectiveness, .. } => {
                reviewed.insert(told.stream_id, effectiveness.key());
            }
            ActionAct::ReopenAction { .. } => {
                reopened.insert(told.stream_id);
            }
            _ => {}
        }
    }
    measures.effects = tally(reviewed.into_values().map(|effect| (effect.to_owned(), 1)));
    measures.actions_reopened = i64::try_from(reopened.len()).unwrap_or(i64::MAX);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(kind: &str, outcome: Option<&str>, annulled: bool, cases: i64) -> Cell {
        Cell {
            kind: kind.to_owned(),
            channel: "letter".to_owned(),
            unit_id: None,
            severity: None,
            outcome: outcome.map(str::to_owned),
            stage: "closed".to_owned(),
            timeliness: "in_first_limit".to_owned(),
            imported: false,
            annulled,
            cases,
        }
    }

    #[test]
    fn an_appeal_upheld_wholly_or_in_part_reverses_a_decision() {
        let found = of_outcomes(
            &[
                cell("appeal", Some("founded"), false, 2),
                cell("appeal", Some("partly"), false, 1),
                cell("appeal", Some("unfounded"), false, 4),
                cell("appeal", None, false, 8),
                cell("appeal", Some("founded"), true, 16),
                cell("complaint", Some("partly"), false, 32),
                cell("complaint", Some("undetermined"), false, 64),
            ],
            &[],
        );
        assert_eq!((found.appeals_concluded, found.appeals_reversed), (7, 3));
        assert_eq!((found.concluded, found.founded, found.partly), (103, 2, 33));
    }
}
