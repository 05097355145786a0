//! `phucdap verify`: everything stored, held against its history, as a table or for programs.

use std::process::ExitCode;

use anyhow::Result;
use app::verify::Verification;
use clap::Args;
use i18n::Texts;

use super::failure;
use crate::clock::Clock;
use crate::place::Place;
use crate::table::aligned;

#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    /// For programs.
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let found = app.verify(now).await.map_err(|error| failure(t, error))?;
        app.close().await;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&found)?);
        } else {
            print(t, &found);
        }
        Ok(if found.is_clean() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

fn print(t: &Texts, found: &Verification) {
    let counted = &found.counted;
    let counts = [
        (t.verify_histories(), counted.histories),
        (t.verify_events(), counted.events),
        (t.verify_cases(), counted.cases),
        (t.verify_open_cases(), counted.open_cases),
        (t.verify_corrective_actions(), counted.corrective_actions),
        (t.verify_year_books(), counted.year_books),
        (t.verify_obligations(), counted.obligations),
        (t.verify_texts(), counted.texts),
        (t.verify_erased_texts(), counted.erased_texts),
        (t.verify_files(), counted.files),
        (t.verify_letters(), counted.letters),
        (t.verify_mails(), counted.mails),
    ];
    println!("{}", t.verify_title());
    println!();
    let mut lines: Vec<Vec<String>> = counts
        .iter()
        .map(|(what, count)| vec![(*what).to_owned(), t.number(*count)])
        .collect();
    for (year, numbers) in &found.years {
        lines.push(vec![t.verify_numbers_of_year(year), t.number(*numbers)]);
    }
    lines.push(vec![t.verify_digest().to_owned(), found.digest.clone()]);
    print!("{}", aligned(&lines));
    println!();
    if found.recomputation_waits {
        println!("{}", t.verify_waits());
    }
    if found.is_clean() {
        println!("{}", t.verify_clean());
        return;
    }
    println!("{}", t.verify_differences(found.differences.len()));
    let lines: Vec<Vec<String>> = found
        .differences
        .iter()
        .map(|difference| {
            let what = format!("verify-what-{}", difference.what.key());
            vec![
                difference.of.clone(),
                t.label(&what).to_owned(),
                difference.detail.clone(),
            ]
        })
        .collect();
    print!("{}", aligned(&lines));
}
