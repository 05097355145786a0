//! The steps themselves: which command each one is, and how long it may take.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::{Step, Verdict, count, machine};
use crate::postgres::Postgres;
use crate::{beside, process, workspace};

const fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

pub fn take(step: Step, wanted: &[Step]) -> Result<Verdict> {
    match step {
        Step::Machine => machine::prepare(wanted),
        Step::Fmt => with_component("rustfmt", "fmt", &["fmt", "--all", "--check"], minutes(2)),
        Step::Clippy => {
            let arguments = [
                "clippy",
                "--locked",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ];
            with_component("clippy", "clippy", &arguments, minutes(30))
        }
        // The same units that the tests use, with the binary that the journeys drive: nothing is built twice.
        Step::Build => passes(
            cargo(&["build", "--locked", "--workspace", "--all-targets"]),
            minutes(45),
        ),
        Step::Tests => tests(),
        Step::Prove => prove(),
        Step::Interface => interface(),
        Step::E2e => journeys(),
    }
}

fn tests() -> Result<Verdict> {
    let server = Postgres::start()?;
    let has_nextest = process::answer("cargo", &["nextest", "--version"]).is_some();
    let mut command = if has_nextest {
        cargo(&[
            "nextest",
            "run",
            "--locked",
            "--workspace",
            "--no-fail-fast",
            "--no-tests=pass",
            "--status-level=slow",
        ])
    } else {
        cargo(&[
            "test",
            "--locked",
            "--workspace",
            "--lib",
            "--bins",
            "--tests",
            "--no-fail-fast",
        ])
    };
    let finished = process::run(command.envs(server.environment()), minutes(20))?;
    Ok(counted(&finished, count::of_tests(&finished.output)))
}

/// The program that the build step left, rather than a build of its own with other features.
fn prove() -> Result<Verdict> {
    if !beside::exists("prove") {
        return Ok(Verdict::Skipped("there is no crates/prove yet".to_owned()));
    }
    let mut command = Command::new(target_directory()?.join("debug/prove"));
    passes(in_workspace(&mut command), minutes(15))
}

/// Clients of the documentation, a library of others for webhooks, and schemathesis with every check, against the built product.
fn interface() -> Result<Verdict> {
    let python = match super::interface::python(&target_directory()?)? {
        Ok(python) => python,
        Err(advice) if machine::is_ci() => return Ok(Verdict::Failed(advice)),
        Err(advice) => return Ok(Verdict::Skipped(advice)),
    };
    let binary = target_directory()?.join("debug/phucdap");
    let mut command = Command::new(python);
    command.arg("e2e/interface/check.py").arg(binary);
    let finished = process::run(in_workspace(&mut command), minutes(12))?;
    Ok(counted(&finished, count::of_journeys(&finished.output)))
}

fn journeys() -> Result<Verdict> {
    let binary = target_directory()?.join("debug/phucdap");
    let mut command = Command::new("node");
    command.arg("e2e/run.mjs").env("PHUCDAP_BIN", binary);
    let finished = process::run(in_workspace(&mut command), minutes(22))?;
    Ok(counted(&finished, count::of_journeys(&finished.output)))
}

/// A run that counts its tests; one that broke off before or beside counting is a failure of its own.
fn counted(finished: &process::Finished, count: Option<super::Count>) -> Verdict {
    match count {
        Some(count) if finished.success() || (finished.in_time && count.failed > 0) => {
            Verdict::Counted(count)
        }
        _ if finished.success() => Verdict::Failed("it did not say how many tests it ran".to_owned()),
        _ => Verdict::Failed(finished.reason()),
    }
}

fn passes(mut command: impl std::borrow::BorrowMut<Command>, limit: Duration) -> Result<Verdict> {
    let finished = process::run(command.borrow_mut(), limit)?;
    Ok(if finished.success() {
        Verdict::Passed
    } else {
        Verdict::Failed(finished.reason())
    })
}

/// Toolchains installed with the minimal profile lack these two.
fn with_component(component: &str, tool: &str, arguments: &[&str], limit: Duration) -> Result<Verdict> {
    if process::answer("cargo", &[tool, "--version"]).is_some() {
        return passes(cargo(arguments), limit);
    }
    let advice = format!("this toolchain has no {component}; `rustup component add {component}` brings it");
    Ok(if machine::is_ci() {
        Verdict::Failed(advice)
    } else {
        Verdict::Skipped(advice)
    })
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    in_workspace(&mut command).args(arguments);
    command
}

fn in_workspace(command: &mut Command) -> &mut Command {
    command.current_dir(workspace())
}

fn target_directory() -> Result<PathBuf> {
    let root = workspace().join("Cargo.toml");
    let manifest = root.to_str().context("the path of the workspace is not text")?;
    let metadata = process::answer(
        "cargo",
        &[
            "metadata",
            "--no-deps",
            "--format-version=1",
            "--manifest-path",
            manifest,
        ],
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata.context("cargo metadata failed")?)?;
    Ok(metadata["target_directory"]
        .as_str()
        .context("cargo metadata names no target directory")?
        .into())
}
