//! `cargo xtask`: the tools of this workspace, one subcommand each.

mod beside;
mod ci;
mod postgres;
mod process;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "xtask",
    bin_name = "cargo xtask",
    about = "The tools of this workspace"
)]
struct Cli {
    #[command(subcommand)]
    tool: Tool,
}

#[derive(Subcommand)]
enum Tool {
    /// Install what is missing, then pass everything that a change must pass
    Ci(ci::Options),
    /// Check the invariants that ARCHITECTURE.md states
    Tidy,
    /// Prove the ten properties of the procedure (crate `prove`)
    Prove(beside::Options),
    /// Measure the product (crate `bench`, optimised)
    Bench(beside::Options),
    /// Run a command beside a throw-away PostgreSQL, told to it in PHUCDAP_TEST_POSTGRES
    WithPostgres(postgres::Options),
}

fn main() -> Result<ExitCode> {
    process::stop_children_on_signals()?;
    match Cli::parse().tool {
        Tool::Ci(options) => ci::run(&options),
        Tool::Tidy => tidy::run(),
        Tool::Prove(options) => beside::run("prove", "dev", &options),
        Tool::Bench(options) => beside::run("bench", "release", &options),
        Tool::WithPostgres(options) => postgres::run(&options),
    }
}

/// The folder of the workspace.
fn workspace() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the workspace").to_path_buf()
}
