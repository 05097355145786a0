//! `phucdap export`, `check-export` and `load`: everything, or one case, out of an installation, and everything into an empty one.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use app::export::{Archive, Destination, Extent, Failure, Manifest, Refused, Wish, check};
use clap::Args;
use i18n::Texts;

use super::failure;
use crate::clock::Clock;
use crate::place::Place;
use crate::table::aligned;

#[derive(Args)]
pub struct Export {
    #[command(flatten)]
    place: Place,
    /// One case by its number; without it everything.
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,
    /// With the hashes of passwords. Without them everybody needs a new password where the export is loaded.
    #[arg(long)]
    with_password_hashes: bool,
    /// A directory that holds nothing yet, or a file that ends in .zip.
    to: PathBuf,
}

#[derive(Args)]
pub struct CheckExport {
    from: PathBuf,
}

#[derive(Args)]
pub struct Load {
    #[command(flatten)]
    place: Place,
    /// An export of everything: a directory or a .zip file.
    from: PathBuf,
}

impl Export {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let mut to =
            Destination::at(&self.to).with_context(|| t.export_place_taken(self.to.display().to_string()))?;
        let wish = Wish {
            case: self.case,
            password_hashes: self.with_password_hashes,
        };
        let made = app.export(now, &wish, &mut to, &tell).await;
        app.close().await;
        let manifest = made.map_err(|failed| said(t, failed))?;
        print(t, &manifest);
        println!("{}", t.export_made(self.to.display().to_string()));
        if !manifest.password_hashes && manifest.extent == Extent::Everything {
            println!("{}", t.export_without_passwords());
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl CheckExport {
    pub fn run(self, t: &Texts) -> Result<ExitCode> {
        let archive = Archive::open(&self.from, &std::env::temp_dir()).map_err(|failed| said(t, failed))?;
        let manifest = check(&archive, &tell).map_err(|failed| said(t, failed))?;
        print(t, &manifest);
        println!("{}", t.export_unchanged());
        Ok(ExitCode::SUCCESS)
    }
}

impl Load {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open().await?;
        let archive = Archive::open(&self.from, &self.place.data).map_err(|failed| said(t, failed))?;
        let loaded = app.load(now, &archive, &tell).await;
        app.close().await;
        let loaded = loaded.map_err(|failed| said(t, failed))?;
        print(t, &loaded.manifest);
        let digest = &loaded.verified.digest;
        println!(
            "{}",
            aligned(&[vec![t.verify_digest().to_owned(), digest.clone()]])
        );
        if !loaded.verified.is_clean() {
            bail!("{}", t.verify_differences(loaded.verified.differences.len()));
        }
        if loaded.manifest.verify_digest.as_ref() != Some(digest) {
            println!("{}", t.export_was_in_use());
        }
        println!("{}", t.export_loaded());
        if !loaded.manifest.password_hashes {
            println!("{}", t.export_set_passwords());
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// How far it is, for whoever watches; long ones say so every ten thousand lines.
fn tell(what: &str, done: u64) {
    if done > 0 && done.is_multiple_of(10_000) {
        eprintln!("{what}: {done}");
    }
}

fn print(t: &Texts, manifest: &Manifest) {
    let entries = manifest.tables.iter().chain([&manifest.files]);
    let lines: Vec<Vec<String>> = entries
        .filter(|entry| entry.lines > 0)
        .map(|entry| vec![entry.name.clone(), t.number(entry.lines as usize)])
        .collect();
    println!("{}", aligned(&lines));
}

fn said(t: &Texts, failed: Failure) -> anyhow::Error {
    match failed {
        Failure::App(error) => failure(t, error),
        Failure::File(error) => anyhow::Error::from(error).context(t.export_disk().to_owned()),
        Failure::Refused(refused) => anyhow::anyhow!(reason(t, &refused)),
    }
}

fn reason(t: &Texts, refused: &Refused) -> String {
    match refused {
        Refused::NotAnExport => t.export_not_one().to_owned(),
        Refused::OtherForm(version) => t.export_other_form(*version),
        Refused::OtherSchema { found, wanted } => t.export_other_schema(found, wanted),
        Refused::OneCase => t.export_one_case().to_owned(),
        Refused::Missing(file) => t.export_missing(file),
        Refused::Changed(file) => t.export_changed(file),
        Refused::BadLine { file, line } => t.export_bad_line(file, *line),
        Refused::BrokenChain { file, of } => t.export_broken_chain(file, of),
        Refused::NotEmpty(table) => t.export_not_empty(*table),
    }
}
