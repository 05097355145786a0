//! `phucdap import register FILE`: an old book, looked at row by row, then taken into the book whole or not at all.

mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use app::transcribe::{Imported, OldBook, OldRecord};
use clap::{Args, Subcommand};
use i18n::Texts;
use jiff::tz::TimeZone;
use procedure::case::Actor;
use procedure::case::refusal::Problem;
use procedure::vocabulary::{Channel, Kind, Subject};
use serde_json::json;
use transcription::{Code, Mapping, Transcript, transcribe};

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

/// What stands in a column of the book when the old one does not tell; the row is flagged.
const KIND: Kind = Kind::Complaint;
const CHANNEL: Channel = Channel::Letter;
const SUBJECT: Subject = Subject::OtherActivity;

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
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("{} could not be read", self.file.display()))?;
        let mapping = self.map.as_ref().map(|file| mapping(t, file)).transpose()?;
        // A book is transcribed where it was kept, and days in the future are judged there.
        let today = TimeZone::get("Asia/Ho_Chi_Minh")?.to_datetime(clock.now()).date();
        let transcript = match transcribe(&bytes, mapping.as_ref(), today) {
            Ok(transcript) => transcript,
            Err(refused) => {
                let sentence = t.label(refused.key());
                bail!("{sentence} {}", refused.detail());
            }
        };
        let outcome = match transcript.reading.accepted() {
            Some(records) if !self.dry_run => {
                let records = records.iter().map(old_record).collect();
                Some(self.take_in(t, &clock, OldBook::of(&bytes, records)).await?)
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
            self.tell(t, &transcript, outcome.as_ref());
        }
        let stopped = !transcript.reading.may_import();
        Ok(if stopped {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    async fn take_in(&self, t: &Texts, clock: &Clock, book: OldBook) -> Result<Imported> {
        let app = self.place.open_set_up(t).await?;
        let imported = app.import(clock.now(), Actor::System, book).await;
        app.close().await;
        imported.map_err(|error| match &error {
            app::Error::Invalid(problems) if problems.iter().any(|p| p.problem == Problem::AlreadyUsed) => {
                anyhow::anyhow!(t.import_before().to_owned())
            }
            _ => failure(t, error),
        })
    }

    fn tell(&self, t: &Texts, transcript: &Transcript, outcome: Option<&Imported>) {
        report::problems(t, transcript);
        report::totals(t, transcript);
        if self.map.is_none() {
            println!(
                "{}\n\n{}",
                t.import_mapping_guessed(),
                transcript.mapping.to_toml()
            );
        }
        let errors = transcript.reading.totals().errors;
        match outcome {
            Some(imported) => report::imported(t, imported),
            None if errors > 0 => println!("{}", t.import_stopped(errors)),
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

/// The row in our words. What is not told is entered as the constants above say, never without a flag.
fn old_record(row: &transcription::OldRecord) -> OldRecord {
    let mut flags: Vec<Code> = row.flags.clone();
    let mut assumed = |told: bool, code: Code| {
        if !told && !flags.contains(&code) {
            flags.push(code);
        }
    };
    assumed(row.kind.means.is_some(), Code::UnknownKind);
    assumed(row.channel.means.is_some(), Code::UnknownChannel);
    assumed(row.subjects.means.is_some(), Code::UnknownSubject);
    let subject = |subject: &transcription::Subject| Subject::from_key(subject.code());
    let subjects = row.subjects.means.iter().flatten().filter_map(subject).collect();
    let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let mut record = OldRecord {
        received_on: row.received_on,
        kind: row
            .kind
            .means
            .and_then(|kind| Kind::from_key(kind.code()))
            .unwrap_or(KIND),
        channel: row
            .channel
            .means
            .and_then(|channel| Channel::from_key(channel.code()))
            .unwrap_or(CHANNEL),
        subjects,
        unit: said(&row.unit),
        complainant: said(&row.complainant),
        summary: row.summary.clone(),
        limit_on: row.limit_on,
        answered_on: row.answered_on,
        closed_on: row.closed_on,
        flags: flags.iter().map(|code| code.name().to_owned()).collect(),
        source: row.source.clone(),
    };
    if record.subjects.is_empty() {
        record.subjects.insert(SUBJECT);
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_crates_call_kinds_channels_and_subjects_by_the_same_names() {
        for kind in transcription::Kind::ALL {
            assert!(Kind::from_key(kind.code()).is_some(), "{kind}");
        }
        for channel in transcription::Channel::ALL {
            assert!(Channel::from_key(channel.code()).is_some(), "{channel}");
        }
        for subject in transcription::Subject::ALL {
            assert!(Subject::from_key(subject.code()).is_some(), "{subject}");
        }
    }
}
