//! Tools in crates of their own: this one stays buildable while the product beside it does not compile.

use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::{Result, bail};

use crate::{process, workspace};

const LIMIT: Duration = Duration::from_secs(24 * 3600);

#[derive(clap::Args)]
pub struct Options {
    /// Handed on to the tool
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

pub fn run(package: &str, profile: &str, options: &Options) -> Result<ExitCode> {
    if !exists(package) {
        bail!("there is no crates/{package} yet");
    }
    let mut cargo = Command::new("cargo");
    cargo
        .args(["run", "--quiet", "--profile", profile, "--package", package, "--"])
        .args(&options.arguments);
    let finished = process::run(cargo.current_dir(workspace()), LIMIT)?;
    Ok(if finished.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

pub fn exists(package: &str) -> bool {
    workspace()
        .join("crates")
        .join(package)
        .join("Cargo.toml")
        .exists()
}
