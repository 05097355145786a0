//! Plays the script: each act at its moment, in the order of time, by the person who does it, through the same door as everyone.

mod act;
mod days;
mod typed;
mod year;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use anyhow::{Context, Result};
use app::App;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::{CaseId, CaseNumber, CorrectiveActionId, PartyId};

use super::house::Centre;
use super::post;
use super::script::{Block, Said, Step};
use days::Days;

/// Everything the script has, with what has become of it.
pub struct Play<'a> {
    app: &'a App,
    centre: &'a Centre,
    days: Days,
    cases: Vec<Played>,
    /// By the names that the script gives them.
    known: BTreeMap<String, CaseId>,
    /// Complainants by name.
    parties: BTreeMap<String, PartyId>,
    /// The last number given to an incoming letter, by year.
    incoming: BTreeMap<i16, u32>,
}

/// A case of the script.
struct Played {
    name: String,
    said: Said,
    steps: Vec<Step>,
    /// The day it enters the book.
    entered: Date,
    id: Option<CaseId>,
    number: Option<CaseNumber>,
    action: Option<CorrectiveActionId>,
}

/// When, which case, which of its acts: so they are played.
type Moment = Reverse<(Timestamp, usize, usize)>;

/// Who decides about mail that did not get through.
const REGISTRY: &str = "vanthu";

/// An act of the year book has a case number of its own.
const YEAR: usize = usize::MAX;

/// Plays everything up to now; answers with the number of cases.
///
/// # Errors
/// The first act that the procedure does not allow: the script is at fault.
pub async fn play(app: &App, centre: &Centre, blocks: &[Block], now: Timestamp) -> Result<usize> {
    let office = app.office().await?;
    let days = Days::new(&office, now);
    let mut play = Play {
        app,
        centre,
        cases: blocks
            .iter()
            .map(|block| Played::of(block, &days, &office.organisation.name))
            .collect::<Result<_>>()?,
        days,
        known: BTreeMap::new(),
        parties: BTreeMap::new(),
        incoming: BTreeMap::new(),
    };
    let mut coming = play.coming();
    let mut today = Date::ZERO;
    while let Some(Reverse((at, case, step))) = coming.pop() {
        if at > now {
            break;
        }
        let day = play.days.day_of(at);
        if day != today {
            today = day;
            app.lapse_all(at).await?;
            post::decide(app, at, centre.person(REGISTRY)?).await?;
        }
        if case == YEAR {
            year::act(&play, at, step).await?;
            continue;
        }
        let done = play.take(at, case, step).await.with_context(|| {
            let Played { name, steps, .. } = &play.cases[case];
            let Step { who, act, day, .. } = &steps[step];
            format!("{name}, day {day} ({at}): {who} {act}")
        })?;
        post::leave(app, at).await?;
        if !done {
            let next = play.days.next_morning(at, case);
            coming.push(Reverse((next, case, step)));
        }
    }
    // What would have been done overnight is done before anybody looks.
    app.recompute_all(now).await?;
    Ok(play.known.len())
}

impl Played {
    fn of(block: &Block, days: &Days, centre: &str) -> Result<Played> {
        let mut said = block.said();
        let wanted = said
            .get("day")
            .with_context(|| format!("{} has no day", block.name))?;
        let wanted: i64 = wanted.parse().with_context(|| format!("{}: day", block.name))?;
        let mut steps: Vec<Step> = block.steps.clone();
        steps.retain(|step| step.wanted.iter().all(|(key, is)| said.contains_key(key) == *is));
        steps.sort_by_key(|step| step.day);
        // `until: ACT` leaves the case as it was after that act.
        if let Some(last) = said.get("until") {
            let last = steps.iter().position(|step| step.act == *last);
            steps.truncate(last.with_context(|| format!("{}: until", block.name))? + 1);
        }
        said.insert("centre".to_owned(), centre.to_owned());
        if let Some(name) = said.get("party").and_then(|party| party.split('|').next()) {
            let name = name.trim().to_owned();
            said.entry("complainant".to_owned()).or_insert(name);
        }
        Ok(Played {
            name: block.name.clone(),
            // `exactly`: received on that very day, and entered on the first working day from then on.
            entered: match said.get("exactly") {
                Some(_) => days.worked_after(days.today, wanted),
                None => days.entered(wanted),
            },
            said,
            steps,
            id: None,
            number: None,
            action: None,
        })
    }
}

impl Play<'_> {
    /// Every act at its moment. What falls on a rest day is done on the working day before, and never before the case was entered.
    fn coming(&self) -> BinaryHeap<Moment> {
        let mut coming = BinaryHeap::new();
        for (place, case) in self.cases.iter().enumerate() {
            let mut busy: BTreeMap<Date, i64> = BTreeMap::new();
            for (step, Step { day, time, .. }) in case.steps.iter().enumerate() {
                let day = self.days.worked(case.entered, *day);
                let nth = busy.entry(day).or_default();
                coming.push(Reverse((self.days.moment(day, *time, place, *nth), place, step)));
                *nth += 1;
            }
        }
        for step in 0..year::STEPS {
            coming.push(Reverse((year::moment(&self.days, step), YEAR, step)));
        }
        coming
    }
}
