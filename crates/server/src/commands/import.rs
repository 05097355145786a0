//! `phucdap import register FILE`: an old book, looked at row by row, then taken into the book whole or not at all.

mod report;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};
use app::imports::{OnDisk, old_record};
use app::transcribe::{Held, Imported, OldBook, Origin, Source};
use clap::{Args, Subcommand};
use i18n::Texts;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use procedure::case::Actor;
use procedure::case::refusal::Problem;
use serde_json::json;
use transcription::{Mapping, Refused, Totals, survey, transcribe};

use super::failure;
use crate::clock::Clock;
use crate::place::Place;

#[derive(Subcommand)]
pub enum Import {
    /// A register kept in CSV, TSV, XLSX, XLSM, XLSB, XLS or ODS.
    Register(Register),
}

#[derive(Args)]
pub struct Register {
    #[command(flatten)]
    place: Place,
    file: PathBuf,
    /// What the columns mean; without it they are guessed, the date of answer never.
    #[arg(long, value_name = "MAP.toml")]
    map: Option<PathBuf>,
    /// Look only: nothing is written.
    #[arg(long)]
    dry_run: bool,
    /// For programs, with the rows as they were read.
    #[arg(long)]
    json: bool,
}

/// Larger files are not held in memory.
const HELD: u64 = 8 << 20;

impl Import {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        match self {
            Import::Register(register) => register.run(t).await,
        }
    }
}

impl Register {
    async fn run(self, t: &Texts) -> Result<ExitCode> {
        let clock = Clock::of_process()?;
        let mapping = self.map.as_ref().map(|file| mapping(t, file)).transpose()?;
        // A book is transcribed where it was kept, and days in the future are judged there.
        let today = TimeZone::get("Asia/Ho_Chi_Minh")?.to_datetime(clock.now()).date();
        let size = std::fs::metadata(&self.file)
            .with_context(|| self.cannot_be_read())?
            .len();
        if size > HELD && !self.json {
            return self.long(t, &clock, mapping.as_ref(), today, size).await;
        }
        let bytes = std::fs::read(&self.file).with_context(|| self.cannot_be_read())?;
        let transcript = match transcribe(&bytes, mapping.as_ref(), today) {
            // Few bytes may unpack to many rows.
            Err(Refused::TooLarge { .. }) if !self.json => {
                return self.long(t, &clock, mapping.as_ref(), today, size).await;
            }
            read => read.map_err(|refused| said(t, &refused))?,
        };
        let outcome = match transcript.reading.accepted() {
            Some(records) if !self.dry_run => {
                let records = records.iter().map(old_record).collect();
                let book = OldBook::of(&bytes, records);
                let origin = self.origin(book.sha256, size, &transcript.mapping)?;
                let held = Held::from(book.records);
                Some(self.take_in(t, &clock, &origin, &held).await?)
            }
            _ => None,
        };
        if self.json {
            let answer = json!({
                "dry_run": self.dry_run,
                "may_import": transcript.reading.may_import(),
                "mapping": transcript.mapping,
                "guessed": transcript.guessed,
                "reading": transcript.reading,
                "imported": outcome,
            });
            println!("{}", serde_json::to_string_pretty(&answer)?);
        } else {
            let found = transcript.reading.problems();
            self.tell(
                t,
                found,
                transcript.reading.totals(),
                &transcript.mapping,
                outcome.as_ref(),
            );
        }
        Ok(ended(transcript.reading.may_import()))
    }

    /// A file that is not held: looked through once, then read again while its records go in.
    async fn long(
        &self,
        t: &Texts,
        clock: &Clock,
        mapping: Option<&Mapping>,
        today: Date,
        size: u64,
    ) -> Result<ExitCode> {
        let progress = Progress::default();
        let survey = survey(&self.file, mapping, today, &mut |done| {
            progress.tell(done, |done| t.import_progress_read(done));
        })
        .map_err(|refused| said(t, &refused))?;
        let outcome = if survey.may_import() && !self.dry_run {
            let origin = self.origin(digest(&self.file)?, size, &survey.mapping)?;
            let source = OnDisk {
                path: self.file.clone(),
                mapping: survey.mapping.clone(),
                today,
                days: survey.days.clone(),
            };
            Some(self.take_in(t, clock, &origin, &source).await?)
        } else {
            None
        };
        self.tell(
            t,
            &survey.problems,
            &survey.totals,
            &survey.mapping,
            outcome.as_ref(),
        );
        Ok(ended(survey.may_import()))
    }

    fn cannot_be_read(&self) -> String {
        format!("{} could not be read", self.file.display())
    }

    fn origin(&self, sha256: String, size: u64, mapping: &Mapping) -> Result<Origin> {
        let name = self.file.file_name().unwrap_or_default();
        Ok(Origin {
            sha256,
            file_name: name.to_string_lossy().into_owned(),
            size: i64::try_from(size)?,
            mapping: serde_json::to_string(mapping)?,
        })
    }

    async fn take_in(
        &self,
        t: &Texts,
        clock: &Clock,
        origin: &Origin,
        source: &dyn Source,
    ) -> Result<Imported> {
        let app = self.place.open_set_up(t).await?;
        let progress = Progress::default();
        let tell = |done| progress.tell(done, |done| t.import_progress_entered(done));
        let imported = app
            .import_from(clock.now(), Actor::System, origin, source, &tell)
            .await;
        app.close().await;
        imported.map_err(|error| match &error {
            app::Error::Invalid(problems) if problems.iter().any(|p| p.problem == Problem::AlreadyUsed) => {
                anyhow::anyhow!(t.import_before().to_owned())
            }
            _ => failure(t, error),
        })
    }

    fn tell(
        &self,
        t: &Texts,
        found: &[transcription::Problem],
        totals: &Totals,
        mapping: &Mapping,
        outcome: Option<&Imported>,
    ) {
        report::problems(t, found);
        report::totals(t, totals);
        if self.map.is_none() {
            println!(
                "{}

{}",
                t.import_mapping_guessed(),
                mapping.to_toml()
            );
        }
        match outcome {
            Some(imported) => report::imported(t, imported),
            None if totals.errors > 0 => println!("{}", t.import_stopped(totals.errors)),
            None => println!("{}", t.import_dry_run()),
        }
    }
}

fn mapping(t: &Texts, file: &PathBuf) -> Result<Mapping> {
    let text =
        std::fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?;
    Mapping::from_toml(&text).map_err(|error| {
        let sentence = t.label(error.key());
        anyhow::anyhow!("{sentence}: {}: {}", file.display(), error.detail)
    })
}

fn said(t: &Texts, refused: &Refused) -> anyhow::Error {
    anyhow::anyhow!("{} {}", t.label(refused.key()), refused.detail())
}

fn ended(well: bool) -> ExitCode {
    if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// How far it is, for whoever watches: a line for every ten thousand rows; short files say nothing.
#[derive(Default)]
struct Progress(AtomicUsize);

impl Progress {
    fn tell(&self, done: usize, sentence: impl Fn(usize) -> String) {
        let tens = done / 10_000;
        if tens > self.0.swap(tens, Ordering::Relaxed) {
            eprintln!("{}", sentence(done));
        }
    }
}

fn digest(file: &std::path::Path) -> Result<String> {
    let mut from = std::fs::File::open(file)?;
    Ok(app::submission::digest_of(&mut from)?)
}
