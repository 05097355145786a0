//! The document of a year as the book gives it at this moment.

use super::document::{
    ActionLine, Compilation, FORMAT, Figures, LATER_ACTS, Later, Letter, Line, Tally, timeliness,
};
use super::measuring::{self, Seen};
use crate::error::{Result, corrupt};
use crate::execute::{entries_after, headline, load};
use crate::office::Office;
use jiff::Timestamp;
use jiff::civil::{Date, Time, date};
use procedure::case::ActKind;
use procedure::{Case, CaseId, TextRef, UnitId};
use std::collections::BTreeMap;
use store::cases::CaseRow;
use store::totals;
use store::{Conn, Uuid};

/// Computes the document of a year. `frozen` tells the years with a frozen document, each with the moment whose facts it tells.
pub(super) async fn compilation(
    conn: &mut Conn,
    office: &Office,
    now: Timestamp,
    year: i16,
    frozen: &[(i16, Timestamp)],
) -> Result<Compilation> {
    let today = office.desk(now).today;
    let carried_rows = open_when_began(conn, office, year).await?;
    let left = match year.checked_add(1) {
        Some(next) => open_when_began(conn, office, next).await?,
        None => Vec::new(),
    };
    let actions = actions(conn, office, year).await?;
    let mut figures = figures(conn, office, year, today).await?;
    figures.carried = count(carried_rows.len());
    figures.open_at_end = count(left.len());
    figures.actions_opened = count(
        actions
            .iter()
            .filter(|action| action.opened_on.year() == year)
            .count(),
    );
    figures.actions_by_stage = tally(actions.iter().map(|action| (action.stage.clone(), 1)));
    let mut measures = figures.measures.take().unwrap_or_default();
    measuring::of_the_rest(conn, office, year, today, &left, &mut measures).await?;
    let rows = totals::lines_of_year(conn, year).await?;
    let mut seen = Seen::default();
    let cases = lines(conn, office, rows, &actions, today, Some(&mut seen)).await?;
    seen.tell(&mut figures, &mut measures);
    figures.measures = Some(measures);
    let carried = lines(conn, office, carried_rows, &actions, today, None).await?;
    Ok(Compilation {
        format: FORMAT,
        organisation: office.organisation.name.clone(),
        year,
        as_of: now,
        on: today,
        figures,
        cases,
        carried,
        actions,
        later: later_than_earlier(conn, office, year, frozen).await?,
    })
}

/// Acts by which a case that was closed is open again.
const OPENED_AGAIN: [&str; 2] = [ActKind::Reopen.key(), ActKind::OverturnSettlement.key()];

/// Cases with an earlier number that were open when the year began. A row tells only how a case stands now, so the history of those
/// that were opened again since is asked how they stood then.
async fn open_when_began(conn: &mut Conn, office: &Office, year: i16) -> Result<Vec<CaseRow>> {
    let began = date(year, 1, 1);
    let instant = office
        .zone
        .to_timestamp(began.to_datetime(Time::midnight()))
        .map_err(corrupt)?;
    let opened_again = totals::touched_since(conn, year, &OPENED_AGAIN, instant).await?;
    let mut open = Vec::new();
    for row in totals::carried_into(conn, year).await? {
        if !opened_again.contains(&row.id) || was_open(conn, CaseId(row.id), began).await? {
            open.push(row);
        }
    }
    Ok(open)
}

async fn was_open(conn: &mut Conn, id: CaseId, began: Date) -> Result<bool> {
    let entries = entries_after(conn, id, 0).await?;
    let then = entries.iter().take_while(|entry| entry.on < began);
    let case = Case::fold(id, then);
    Ok(case.version > 0 && case.closed_on.is_none() && !case.is_annulled() && !case.transcribed)
}

async fn figures(conn: &mut Conn, office: &Office, year: i16, today: Date) -> Result<Figures> {
    let marks = totals::marks_of_year(conn, year).await?;
    let cells = totals::of_year(conn, year, today).await?;
    let standing = || cells.iter().filter(|cell| !cell.annulled);
    let mut kind_timeliness: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
    for cell in standing() {
        *kind_timeliness
            .entry(cell.kind.clone())
            .or_default()
            .entry(cell.timeliness.clone())
            .or_default() += cell.cases;
    }
    let mut by_unit = tally(standing().map(|cell| (unit_key(cell.unit_id), cell.cases)));
    for unit in &mut by_unit {
        if let Ok(id) = Uuid::parse_str(&unit.key) {
            unit.name = office.unit_name(UnitId(id)).to_owned();
        }
    }
    let subjects = totals::subjects_of_year(conn, year, today).await?;
    let months = totals::months_of_year(conn, year).await?;
    let acts = totals::acts_of_year(
        conn,
        year,
        &[ActKind::Withdraw.key(), ActKind::SettleOnTheSpot.key()],
    )
    .await?;
    let done = |kind: ActKind| {
        let found = acts.iter().find(|(act, _)| act == kind.key());
        found.map_or(0, |(_, cases)| *cases)
    };
    Ok(Figures {
        numbers: marks.numbers,
        annulled: marks.annulled,
        received: marks.numbers - marks.annulled,
        imported: marks.imported,
        by_kind: tally(standing().map(|cell| (cell.kind.clone(), cell.cases))),
        by_channel: tally(standing().map(|cell| (cell.channel.clone(), cell.cases))),
        by_unit,
        by_subject: tally(
            subjects
                .iter()
                .filter(|cell| !cell.annulled)
                .map(|cell| (cell.subject.clone(), cell.cases)),
        ),
        by_outcome: tally(standing().map(|cell| (cell.outcome.clone().unwrap_or_default(), cell.cases))),
        by_month: tally(months),
        by_timeliness: tally(standing().map(|cell| (cell.timeliness.clone(), cell.cases))),
        kind_timeliness,
        settled: done(ActKind::SettleOnTheSpot),
        withdrawn: done(ActKind::Withdraw),
        extended: marks.extended,
        reopened: marks.reopened,
        measures: Some(measuring::of_outcomes(&cells, &subjects)),
        ..Figures::default()
    })
}

fn unit_key(unit: Option<Uuid>) -> String {
    unit.map(|unit| unit.to_string()).unwrap_or_default()
}

pub(super) fn tally(counts: impl IntoIterator<Item = (String, i64)>) -> Vec<Tally> {
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for (key, cases) in counts {
        *sums.entry(key).or_default() += cases;
    }
    let tally = |(key, cases)| Tally {
        key,
        name: String::new(),
        cases,
    };
    sums.into_iter().map(tally).collect()
}

fn count(found: usize) -> i64 {
    i64::try_from(found).unwrap_or(i64::MAX)
}

/// The list. What only the state of a case tells is shown to `seen`.
async fn lines(
    conn: &mut Conn,
    office: &Office,
    rows: Vec<CaseRow>,
    actions: &[ActionLine],
    today: Date,
    mut seen: Option<&mut Seen>,
) -> Result<Vec<Line>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut subjects = store::cases::subjects_of(conn, &ids).await?;
    let letters = totals::letters_of(conn, &ids).await?;
    let mut led_to: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for action in actions {
        for case in &action.cases {
            led_to.entry(case).or_default().push(action.number.clone());
        }
    }
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        // An old record has neither plan nor acknowledgement, so its state need not be read.
        let case = match row.imported {
            true => None,
            false => load(conn, CaseId(row.id)).await?,
        };
        if let Some(seen) = seen.as_deref_mut() {
            seen.see(&row, case.as_ref());
        }
        let measures = match &case {
            Some(case) if !row.protected => measures(conn, case).await?,
            _ => String::new(),
        };
        let letter = letters.get(&row.id).map(|letter| Letter {
            number: format!("{:02}/{}", letter.number, letter.symbol),
            dated_on: letter.dated_on.0,
        });
        let open = row.closed_on.is_none() && !row.annulled;
        let day = |on: Option<store::On>| on.map(|on| on.0);
        let told = |words: &str| {
            if row.protected {
                String::new()
            } else {
                words.to_owned()
            }
        };
        let own_subjects = subjects
            .remove(&row.id)
            .filter(|_| !row.protected)
            .unwrap_or_default();
        lines.push(Line {
            case: CaseId(row.id),
            received_on: row.received_on.0,
            registered_on: row.registered_on.0,
            subjects: own_subjects.into_iter().collect(),
            unit: row
                .unit_id
                .filter(|_| !row.protected)
                .map(|unit| office.unit_name(UnitId(unit)).to_owned())
                .unwrap_or_default(),
            protected: row.protected,
            complainant: told(&row.complainant_name),
            summary: told(&row.summary),
            measures,
            remedy: case
                .as_ref()
                .and_then(Case::outcome)
                .map(|outcome| outcome.remedy.key().to_owned()),
            letter,
            first_limit_on: day(row.first_limit_on),
            limit_on: day(row.limit_on),
            answered_on: day(row.answered_on),
            closed_on: day(row.closed_on),
            timeliness: timeliness(
                day(row.first_limit_on),
                day(row.limit_on),
                day(row.answered_on),
                open,
                today,
            )
            .to_owned(),
            actions: led_to.get(row.number.as_str()).cloned().unwrap_or_default(),
            number: row.number,
            kind: row.kind,
            channel: row.channel,
            outcome: row.outcome,
            stage: row.stage,
            extended: row.extended,
            reopened: row.reopened,
            annulled: row.annulled,
            imported: row.imported,
        });
    }
    Ok(lines)
}

/// What was done: the plan, or the explanation that settled it.
pub(crate) async fn measures(conn: &mut Conn, case: &Case) -> Result<String> {
    let round = &case.round;
    let text: Option<&TextRef> = round
        .plan
        .as_ref()
        .map(|plan| &plan.said.plan)
        .or(round.settlement.as_ref().map(|settled| &settled.said.explanation));
    let Some(text) = text else {
        return Ok(String::new());
    };
    let stored = store::texts::one(conn, text.id.0).await?;
    Ok(stored
        .and_then(|text| text.body)
        .map(|body| headline(&body))
        .unwrap_or_default())
}

async fn actions(conn: &mut Conn, office: &Office, year: i16) -> Result<Vec<ActionLine>> {
    let rows = totals::actions_of_year(conn, year).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let links = totals::links_of(conn, &ids).await?;
    let linked: Vec<Uuid> = links.iter().map(|(_, case)| *case).collect();
    let cases = store::cases::rows_of(conn, &linked).await?;
    let of = |action: Uuid| {
        let own: Vec<Uuid> = links
            .iter()
            .filter(|(of, _)| *of == action)
            .map(|(_, c)| *c)
            .collect();
        cases.iter().filter(move |case| own.contains(&case.id))
    };
    Ok(rows
        .iter()
        .map(|row| {
            let protected = of(row.id).any(|case| case.protected);
            ActionLine {
                number: row.number.clone(),
                problem: if protected {
                    String::new()
                } else {
                    headline(&row.summary)
                },
                owner: row
                    .owner_id
                    .map(|owner| office.name(procedure::PersonId(owner)).to_owned())
                    .unwrap_or_default(),
                stage: row.stage.clone(),
                opened_on: row.opened_on.0,
                closed_on: row.closed_on.map(|on| on.0),
                cases: of(row.id).map(|case| case.number.clone()).collect(),
                protected,
            }
        })
        .collect())
}

/// What was reopened or corrected since earlier documents were frozen, and no document between has told yet.
async fn later_than_earlier(
    conn: &mut Conn,
    office: &Office,
    year: i16,
    frozen: &[(i16, Timestamp)],
) -> Result<Vec<Later>> {
    let mut found = Vec::new();
    for (of, _) in frozen.iter().filter(|(of, _)| *of < year) {
        let told = frozen.iter().filter(|(other, _)| (*of..year).contains(other));
        let Some(since) = told.map(|(_, as_of)| *as_of).max() else {
            continue;
        };
        found.extend(later_than(conn, office, *of, since).await?);
    }
    Ok(found)
}

/// What was reopened or corrected in the cases of a year since a moment.
pub(super) async fn later_than(
    conn: &mut Conn,
    office: &Office,
    year: i16,
    since: Timestamp,
) -> Result<Vec<Later>> {
    let rows = totals::later(conn, year, &LATER_ACTS, since).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Later {
                year,
                case: CaseId(row.case_id),
                number: row.number,
                act: row.act,
                on: office.desk(row.at.0).today,
            })
        })
        .collect()
}
