//! What somebody asks of the register, as the address of the page says it.

use app::register::Query;
use app::register::register::{Filter, Lateness, Mark, Order, Page};
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use crate::url::encode;

/// Lines on a page.
const LINES: i64 = 50;
/// From so many days before the limit a case is due soon.
const SOON: i32 = 3;

pub(super) const LATENESS: &[&str] = &["overdue", "soon", "answered-late", "in-time"];

#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    pub q: String,
    pub year: Option<i16>,
    kind: String,
    channel: String,
    subject: String,
    unit: Option<Uuid>,
    stage: String,
    late: String,
    sort: String,
    down: Option<bool>,
    pub after: Option<Mark>,
}

impl Wish {
    pub fn read(pairs: Vec<(String, String)>) -> Wish {
        let mut wish = Wish::default();
        let mut key = String::new();
        let mut chrono = None;
        for (name, value) in pairs {
            let value = value.trim().to_owned();
            match name.as_str() {
                "q" => wish.q = value.chars().take(200).collect(),
                "year" => wish.year = value.parse().ok(),
                "kind" => wish.kind = value,
                "channel" => wish.channel = value,
                "subject" => wish.subject = value,
                "unit" => wish.unit = Uuid::parse_str(&value).ok(),
                "stage" => wish.stage = value,
                "late" => wish.late = value,
                "sort" => wish.sort = value,
                "down" => wish.down = Some(value == "1"),
                "after" => chrono = value.parse().ok(),
                "key" => key = value,
                _ => {}
            }
        }
        wish.after = chrono.map(|chrono| Mark { key, chrono });
        wish
    }

    /// A number typed whole goes straight to its case.
    pub fn exact_number(&self) -> Option<String> {
        let (year, ordinal) = self.q.split_once('-')?;
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        (year.len() == 4 && ordinal.len() >= 4 && digits(year) && digits(ordinal)).then(|| self.q.clone())
    }

    pub fn filter(&self, today: Date) -> Filter {
        let list = |word: &str| {
            if word.is_empty() {
                Vec::new()
            } else {
                vec![word.to_owned()]
            }
        };
        let until = today.saturating_add(SOON.days());
        Filter {
            year: self.year,
            kinds: list(&self.kind),
            channels: list(&self.channel),
            stages: list(&self.stage),
            subject: (!self.subject.is_empty()).then(|| self.subject.clone()),
            unit: self.unit,
            lateness: match self.late.as_str() {
                "overdue" => Some(Lateness::Overdue { today }),
                "soon" => Some(Lateness::DueBetween { from: today, until }),
                "answered-late" => Some(Lateness::AnsweredLate),
                "in-time" => Some(Lateness::AnsweredInTime),
                _ => None,
            },
            words: Query::parse(&self.q),
        }
    }

    pub fn page(&self) -> Page {
        let order = match self.sort.as_str() {
            "received" => Order::Received,
            "limit" => Order::Limit,
            "touched" => Order::Touched,
            "complainant" => Order::Complainant,
            _ => Order::Number,
        };
        // The newest case first, the nearest limit first, names from A.
        let down = self
            .down
            .unwrap_or(!matches!(order, Order::Limit | Order::Complainant));
        Page {
            order,
            descending: down,
            after: self.after.clone(),
            limit: LINES,
        }
    }

    pub fn is_plain(&self) -> bool {
        self.pairs().is_empty()
    }

    /// The filter as pairs; sorting and place left out.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let year = self.year.map(|year| year.to_string()).unwrap_or_default();
        let unit = self.unit.map(|unit| unit.to_string()).unwrap_or_default();
        let all = [
            ("q", &self.q),
            ("year", &year),
            ("kind", &self.kind),
            ("channel", &self.channel),
            ("subject", &self.subject),
            ("unit", &unit),
            ("stage", &self.stage),
            ("late", &self.late),
        ];
        let said = all.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }

    fn with(&self, path: &str, more: &[(&str, String)]) -> String {
        let more = more
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        let said: Vec<String> = self
            .pairs()
            .into_iter()
            .chain(more)
            .map(|(name, value)| format!("{name}={}", encode(&value)))
            .collect();
        if said.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", said.join("&"))
        }
    }

    /// The same filter at another address.
    pub fn address(&self, path: &str) -> String {
        self.with(path, &[])
    }

    pub fn sorted(&self, by: &str, down: bool) -> String {
        self.with("/register", &[("sort", by.to_owned()), ("down", flag(down))])
    }

    pub fn first(&self) -> String {
        let page = self.page();
        self.sorted(order_name(page.order), page.descending)
    }

    pub fn next(&self, mark: &Mark) -> String {
        let page = self.page();
        let place = [
            ("sort", order_name(page.order).to_owned()),
            ("down", flag(page.descending)),
            ("after", mark.chrono.to_string()),
            ("key", mark.key.clone()),
        ];
        self.with("/register", &place)
    }
}

fn flag(down: bool) -> String {
    if down { "1" } else { "0" }.to_owned()
}

pub(super) const fn order_name(order: Order) -> &'static str {
    match order {
        Order::Number => "number",
        Order::Received => "received",
        Order::Limit => "limit",
        Order::Touched => "touched",
        Order::Complainant => "complainant",
    }
}
