//! `phucdap papers sample --out DIR`: every paper of the product from sample data, without any database.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use documents::sample;
use i18n::{Lang, Texts};

#[derive(Subcommand)]
pub enum Papers {
    /// Write each paper in every format and language into a folder, to look at and to check.
    Sample(Sample),
}

#[derive(Args)]
pub struct Sample {
    /// The folder; it is made when it is not there.
    #[arg(long)]
    out: PathBuf,
}

impl Papers {
    pub fn run(self, t: &Texts) -> Result<ExitCode> {
        let Papers::Sample(Sample { out }) = self;
        fs::create_dir_all(&out).with_context(|| format!("cannot make {}", out.display()))?;
        let mut written = 0;
        for lang in [Lang::Vi, Lang::En] {
            for file in sample::all(lang)? {
                let path = out.join(&file.name);
                fs::write(&path, file.bytes).with_context(|| format!("cannot write {}", path.display()))?;
                written += 1;
            }
        }
        println!("{}", t.papers_written(written, out.display()));
        Ok(ExitCode::SUCCESS)
    }
}
