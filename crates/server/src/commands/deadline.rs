//! `phucdap deadline 2026-01-16`: until when a case received that day must be answered, and why, without any database.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use i18n::{Texts, say};
use jiff::civil::Date;
use procedure::calendar::Calendar;
use procedure::deadline::{Term, explain};
use procedure::settings::Periods;
use serde_json::json;

use crate::table::aligned;

#[derive(Args)]
pub struct Deadline {
    /// The day of receipt, such as 2026-01-16 or 16/01/2026.
    #[arg(value_parser = day)]
    received: Date,
    /// For programs.
    #[arg(long)]
    json: bool,
}

fn day(text: &str) -> Result<Date, String> {
    app::compose::read_date(text).ok_or_else(|| "a day such as 2026-01-16".to_owned())
}

impl Deadline {
    pub fn run(self, t: &Texts) -> Result<ExitCode> {
        let lang = t.lang();
        let term = Term::CalendarDays {
            from: self.received,
            days: Periods::default().answer_calendar,
        };
        let explanation = explain(&term, Calendar::vietnam());
        if self.json {
            let answer = json!({
                "received": self.received,
                "due": explanation.due.on,
                "provisional": explanation.due.provisional,
                "explanation": explanation,
            });
            println!("{}", serde_json::to_string_pretty(&answer)?);
            return Ok(ExitCode::SUCCESS);
        }
        println!("{}", t.deadline_received(t.date_and_weekday(self.received)));
        println!("{}", say::explanation(lang, &explanation));
        println!();
        let lines: Vec<Vec<String>> = explanation
            .days
            .iter()
            .map(|day| vec![t.date_and_weekday(day.date), say::explained_day(lang, day)])
            .collect();
        print!("{}", aligned(&lines));
        Ok(ExitCode::SUCCESS)
    }
}
