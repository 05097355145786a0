//! The PostgreSQL of a test run: started by testkit, and gone when this process is gone, however it ends.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use testkit::postgres::{self, Durability};

use crate::process;

const COMMAND_LIMIT: Duration = Duration::from_secs(3600);

/// Reads to the end of its input, which is the end of the process that holds the other side; then stops the server
/// in directory `$1`, if it is still there.
const KEEPER: &str = r#"
read -r _
[ -d "$1" ] || exit 0
read -r server <"$1/cluster/postmaster.pid" && kill -s QUIT "$server"
while kill -s 0 "$server" 2>/dev/null; do sleep 0.1; done
rm -rf "$1"
"#;

#[derive(clap::Args)]
pub struct Options {
    /// The command and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

pub fn run(options: &Options) -> Result<ExitCode> {
    let server = Postgres::start()?;
    let (program, arguments) = options
        .command
        .split_first()
        .expect("clap wants at least one word");
    let mut command = Command::new(program);
    command.args(arguments).envs(server.environment());
    let finished = process::run(&mut command, COMMAND_LIMIT)?;
    Ok(if finished.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Whether this machine has the programs.
pub fn is_installed() -> bool {
    postgres::find().is_some()
}

pub struct Postgres {
    server: Option<postgres::Postgres>,
    keeper: Child,
}

impl Postgres {
    pub fn start() -> Result<Postgres> {
        process::uninterrupted(|| {
            let server = postgres::Postgres::start(Durability::None)?;
            match keeper(server.data()) {
                Ok(keeper) => Ok(Postgres {
                    server: Some(server),
                    keeper,
                }),
                Err(error) => {
                    server.stop()?;
                    Err(error)
                }
            }
        })
    }

    /// What the tests of the workspace look for.
    pub fn environment(&self) -> [(&'static str, String); 2] {
        let server = self
            .server
            .as_ref()
            .expect("it is stopped by being dropped, not earlier");
        [
            (postgres::ADDRESS, server.url().to_owned()),
            ("PHUCDAP_TEST_REQUIRE_POSTGRES", "1".to_owned()),
        ]
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let server = self.server.take().expect("it is dropped once");
        if let Err(error) = server.stop() {
            eprintln!("xtask: warning: {error:#}");
        }
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

fn keeper(data: &Path) -> Result<Child> {
    Command::new("sh")
        .args(["-c", KEEPER, "keeper"])
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0) // Ctrl-C is for us; the keeper follows the end of its input
        .spawn()
        .context("cannot start the shell that keeps PostgreSQL")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_answers_while_it_is_held_and_leaves_nothing() {
        if !is_installed() && std::env::var_os("PHUCDAP_TEST_REQUIRE_POSTGRES").is_none() {
            eprintln!("skipped: no PostgreSQL server on this machine");
            return;
        }
        let held = Postgres::start().unwrap();
        let server = held.server.clone().unwrap();
        assert!(server.data().join("cluster/postmaster.pid").exists());
        drop(held);
        assert!(
            !server.data().exists(),
            "{} is still there",
            server.data().display()
        );
    }

    #[test]
    fn a_server_whose_holder_was_killed_is_stopped_by_its_keeper() {
        if !is_installed() && std::env::var_os("PHUCDAP_TEST_REQUIRE_POSTGRES").is_none() {
            eprintln!("skipped: no PostgreSQL server on this machine");
            return;
        }
        let server = postgres::Postgres::start(Durability::None).unwrap();
        let mut keeper = keeper(server.data()).unwrap();
        drop(keeper.stdin.take());
        keeper.wait().unwrap();
        assert!(
            !server.data().exists(),
            "{} is still there",
            server.data().display()
        );
    }
}
