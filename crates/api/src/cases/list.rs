//! The register as its caller may read it, filtered, sorted, searched, a page at a time; and earlier cases of a complainant.

use app::register::register::{Filter, Lateness, Mark, Order, Page as Wanted};
use app::register::{CaseRow, Query};
use jiff::ToSpan;
use jiff::civil::Date;
use procedure::case::Stage;
use procedure::case::refusal::Problem;
use procedure::vocabulary::{Channel, Kind, Subject};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::receipt::href;
use crate::caller::Caller;
use crate::fault::Fault;
use crate::paging::{lines, page};
use crate::reading::{Answer, Asked};
use crate::wire::{Day, Key};

/// What is wanted of the register.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Words to be found; without accents they find all, with accents only what is written so.
    #[schemars(length(max = 200), regex(pattern = crate::wire::LINE))]
    q: Option<String>,
    #[schemars(range(min = 1900, max = 9999))]
    year: Option<i16>,
    kind: Option<Key<Kind>>,
    channel: Option<Key<Channel>>,
    subject: Option<Key<Subject>>,
    stage: Option<Key<Stage>>,
    unit: Option<Uuid>,
    late: Option<Punctuality>,
    sort: Option<Sort>,
    /// The other way round.
    descending: Option<bool>,
    /// So many lines, 200 at most.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<u16>,
    /// Where the page before ended, as its `next` says.
    #[schemars(regex(pattern = "^[0-9]{1,12}(~([0-9a-f]{2}){0,500})?$"))]
    after: Option<String>,
}

#[derive(Clone, Copy, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Punctuality {
    Overdue,
    Soon,
    AnsweredLate,
    InTime,
}

#[derive(Clone, Copy, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
enum Sort {
    Number,
    Received,
    Limit,
    Touched,
    Complainant,
}

/// From so many days before the limit a case is due soon.
const SOON: i32 = 3;

impl Wish {
    /// What a value may be where its type alone does not say it.
    fn check(&self) -> Result<(), Fault> {
        let wrong = |name: &str, problem| Err(Fault::Parameter(name.to_owned(), problem));
        if self.q.as_ref().is_some_and(|q| q.chars().count() > 200) {
            return wrong("q", Problem::TooLong);
        }
        if self.year.is_some_and(|year| !(1900..=9999).contains(&year)) {
            return wrong("year", Problem::Unreadable);
        }
        if self
            .limit
            .is_some_and(|limit| !(1..=crate::paging::MOST).contains(&limit))
        {
            return wrong("limit", Problem::Unreadable);
        }
        if self.after.is_some() && self.mark().is_none() {
            return wrong("after", Problem::Unreadable);
        }
        Ok(())
    }

    fn filter(&self, today: Date) -> Filter {
        let list = |key: Option<&'static str>| key.map(str::to_owned).into_iter().collect();
        let until = today.saturating_add(SOON.days());
        Filter {
            year: self.year,
            kinds: list(self.kind.map(|kind| kind.0.key())),
            channels: list(self.channel.map(|channel| channel.0.key())),
            stages: list(self.stage.map(|stage| stage.0.key())),
            subject: self.subject.map(|subject| subject.0.key().to_owned()),
            unit: self.unit,
            lateness: self.late.map(|late| match late {
                Punctuality::Overdue => Lateness::Overdue { today },
                Punctuality::Soon => Lateness::DueBetween { from: today, until },
                Punctuality::AnsweredLate => Lateness::AnsweredLate,
                Punctuality::InTime => Lateness::AnsweredInTime,
            }),
            words: self.q.as_deref().and_then(Query::parse),
        }
    }

    fn page(&self) -> Wanted {
        let order = match self.sort {
            None | Some(Sort::Number) => Order::Number,
            Some(Sort::Received) => Order::Received,
            Some(Sort::Limit) => Order::Limit,
            Some(Sort::Touched) => Order::Touched,
            Some(Sort::Complainant) => Order::Complainant,
        };
        let usual = !matches!(order, Order::Limit | Order::Complainant);
        Wanted {
            order,
            descending: self.descending.unwrap_or(usual),
            after: self.mark(),
            limit: i64::from(lines(self.limit)),
        }
    }

    /// `20260000042~` and, where the order has one, the key as hexadecimal.
    fn mark(&self) -> Option<Mark> {
        let after = self.after.as_ref()?;
        let (chrono, key) = after.split_once('~').unwrap_or((after, ""));
        Some(Mark {
            chrono: chrono.parse().ok()?,
            key: unhex(key)?,
        })
    }

    /// The same wish for the page after a mark.
    fn next(&self, mark: &Mark, order: Order, descending: bool) -> Vec<(&'static str, String)> {
        let key = |key: Option<&'static str>| key.map(str::to_owned);
        let after = match mark.key.as_str() {
            "" => mark.chrono.to_string(),
            key => format!("{}~{}", mark.chrono, app::submission::hex(key.as_bytes())),
        };
        let all = [
            ("q", self.q.clone()),
            ("year", self.year.map(|year| year.to_string())),
            ("kind", key(self.kind.map(|kind| kind.0.key()))),
            ("channel", key(self.channel.map(|channel| channel.0.key()))),
            ("subject", key(self.subject.map(|subject| subject.0.key()))),
            ("stage", key(self.stage.map(|stage| stage.0.key()))),
            ("unit", self.unit.map(|unit| unit.to_string())),
            ("late", self.late.map(word)),
            ("sort", Some(sort_name(order).to_owned())),
            ("descending", Some(descending.to_string())),
            ("limit", Some(lines(self.limit).to_string())),
            ("after", Some(after)),
        ];
        let said = all.into_iter();
        said.filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// A word of a small vocabulary as it is sent.
fn word(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("a word is plain data");
    value.as_str().unwrap_or_default().to_owned()
}

const fn sort_name(order: Order) -> &'static str {
    match order {
        Order::Number => "number",
        Order::Received => "received",
        Order::Limit => "limit",
        Order::Touched => "touched",
        Order::Complainant => "complainant",
    }
}

fn unhex(text: &str) -> Option<String> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    let pairs = (0..text.len()).step_by(2);
    let bytes: Option<Vec<u8>> = pairs
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok())
        .collect();
    // One that was made up leads somewhere or nowhere, and never into a database as what it cannot hold.
    let key = String::from_utf8_lossy(&bytes?).into_owned();
    Some(key.chars().filter(|c| !c.is_control()).collect())
}

/// A line of the register. One that is masked says nothing of who complained about what.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CaseLine")]
pub struct Line {
    number: String,
    href: String,
    version: i64,
    masked: bool,
    protected: bool,
    channel: String,
    stage: String,
    outcome: Option<String>,
    received_on: Day,
    registered_on: Day,
    limit_on: Option<Day>,
    answered_on: Option<Day>,
    closed_on: Option<Day>,
    annulled: bool,
    extended: bool,
    reopened: bool,
    imported: bool,
    kind: Option<String>,
    severity: Option<String>,
    safety: Option<bool>,
    unit: Option<Uuid>,
    complainant: Option<String>,
    summary: Option<String>,
}

impl Line {
    fn of(row: CaseRow, masked: bool) -> Self {
        Line {
            href: href(&row.number),
            number: row.number,
            version: row.version,
            masked,
            protected: row.protected,
            channel: row.channel,
            stage: row.stage,
            outcome: row.outcome,
            received_on: row.received_on.into(),
            registered_on: row.registered_on.into(),
            limit_on: row.limit_on.map(Day::from),
            answered_on: row.answered_on.map(Day::from),
            closed_on: row.closed_on.map(Day::from),
            annulled: row.annulled,
            extended: row.extended,
            reopened: row.reopened,
            imported: row.imported,
            kind: (!masked).then_some(row.kind),
            severity: row.severity.filter(|_| !masked),
            safety: (!masked).then_some(row.safety),
            unit: row.unit_id.filter(|_| !masked),
            complainant: (!masked && !row.complainant_name.is_empty()).then_some(row.complainant_name),
            summary: (!masked).then_some(row.summary),
        }
    }
}

pub async fn list(caller: Caller, Asked(wish): Asked<Wish>) -> Answer {
    wish.check()?;
    let today = caller.app().office().await?.desk(caller.now).today;
    let found = caller
        .app()
        .register(caller.now, caller.person(), wish.filter(today), wish.page())
        .await?;
    let found = found.lines;
    let (order, descending) = (found.order, found.descending);
    let last = found.lines.last().filter(|_| found.more);
    let next = last.map(|line| wish.next(&line.mark, order, descending));
    let lines = found.lines.into_iter();
    let items = lines.map(|line| Line::of(line.row, line.masked)).collect();
    page("/cases", items, next)
}

/// What is known of a complainant.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Known {
    #[schemars(length(max = 200), regex(pattern = crate::wire::LINE))]
    name: Option<String>,
    #[schemars(length(max = 50), regex(pattern = crate::wire::LINE))]
    phone: Option<String>,
}

/// An earlier case.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EarlierCase")]
pub struct Earlier {
    number: String,
    href: String,
    received_on: Day,
    complainant: String,
    phone: String,
    kind: String,
    stage: String,
    summary: Option<String>,
}

pub async fn similar(caller: Caller, Asked(known): Asked<Known>) -> Answer {
    let (name, phone) = (known.name.unwrap_or_default(), known.phone.unwrap_or_default());
    for (field, value, most) in [("name", &name, 200), ("phone", &phone, 50)] {
        if value.chars().count() > most {
            return Err(Fault::Parameter(field.to_owned(), Problem::TooLong));
        }
    }
    let found = caller
        .app()
        .similar(caller.now, caller.person(), &name, &phone)
        .await?;
    let items: Vec<Earlier> = found
        .into_iter()
        .map(|one| Earlier {
            href: href(&one.number),
            number: one.number,
            received_on: one.received_on.into(),
            complainant: one.complainant,
            phone: one.phone,
            kind: one.kind,
            stage: one.stage,
            summary: (!one.protected).then_some(one.summary),
        })
        .collect();
    page("/similar", items, None)
}
