//! Children of the tools: each has a time limit and its own process group, and none outlives the tool.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// How long a child that was asked to stop may take before it is killed.
const GRACE: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(20);

static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());
static STOPPING: AtomicBool = AtomicBool::new(false);
static UNINTERRUPTED: Mutex<()> = Mutex::new(());

pub struct Finished {
    pub status: ExitStatus,
    /// What it wrote on both streams, in the order of arrival.
    pub output: String,
    pub in_time: bool,
}

impl Finished {
    pub fn success(&self) -> bool {
        self.in_time && self.status.success()
    }

    /// Why it counts as failed, for the table of steps.
    pub fn reason(&self) -> String {
        if self.in_time {
            self.status.to_string()
        } else {
            "stopped: out of time".to_owned()
        }
    }
}

/// Runs a command, shows what it writes and keeps it; after `limit` it is stopped with all its children.
pub fn run(command: &mut Command, limit: Duration) -> Result<Finished> {
    wait_if_stopping();
    forget_this_package(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().display()))?;
    let group = child.id();
    groups(|all| all.push(group));

    let written = Arc::new(Mutex::new(String::new()));
    let readers = [
        tee(
            child.stdout.take().expect("stdout is piped"),
            std::io::stdout(),
            written.clone(),
        ),
        tee(
            child.stderr.take().expect("stderr is piped"),
            std::io::stderr(),
            written.clone(),
        ),
    ];
    let waited = wait(&mut child, limit);
    signal_group("KILL", group); // whatever it left behind would hold the pipes open
    groups(|all| all.retain(|&id| id != group));
    for reader in readers {
        reader.join().expect("a reader of output does not panic");
    }
    wait_if_stopping();

    let (status, in_time) = waited?;
    let output = std::mem::take(&mut *written.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(Finished {
        status,
        output,
        in_time,
    })
}

/// Runs a short command silently and gives its standard output, or nothing when it is missing or fails.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// On Ctrl-C, a closed terminal or a polite kill: children first, then this process.
pub fn stop_children_on_signals() -> Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).context("cannot listen for signals")?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            STOPPING.store(true, Ordering::SeqCst);
            eprintln!("xtask: stopping");
            groups(|all| all.iter().for_each(|&group| signal_group("TERM", group)));
            let asked = Instant::now();
            while asked.elapsed() < GRACE && !groups(|all| all.is_empty()) {
                thread::sleep(POLL);
            }
            groups(|all| all.iter().for_each(|&group| signal_group("KILL", group)));
            let _over = UNINTERRUPTED.lock();
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

/// Cargo tells this program which package it is. Build scripts of others watch the same names, and would run again
/// whenever one build was started from here and the next by hand.
fn forget_this_package(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name.as_ref());
        }
    }
}

/// For short work that a signal must not cut in two.
pub fn uninterrupted<T>(work: impl FnOnce() -> T) -> T {
    let _until_done = UNINTERRUPTED.lock().unwrap_or_else(PoisonError::into_inner);
    work()
}

fn wait(child: &mut Child, limit: Duration) -> Result<(ExitStatus, bool)> {
    let started = Instant::now();
    while started.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return Ok((status, true));
        }
        thread::sleep(POLL);
    }
    signal_group("TERM", child.id());
    let asked = Instant::now();
    while asked.elapsed() < GRACE {
        if let Some(status) = child.try_wait()? {
            return Ok((status, false));
        }
        thread::sleep(POLL);
    }
    signal_group("KILL", child.id());
    Ok((child.wait()?, false))
}

fn tee(
    from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    kept: Arc<Mutex<String>>,
) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        while matches!(from.read_until(b'\n', &mut line), Ok(read) if read > 0) {
            // A closed terminal must not keep the child from writing.
            let _ = to.write_all(&line).and_then(|()| to.flush());
            kept.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    })
}

/// The shell's own `kill`: present on every machine, and without unsafe code here.
fn signal_group(signal: &str, group: u32) {
    let _ = Command::new("sh")
        .args([
            "-c",
            r#"kill -s "$0" -- "-$1" 2>/dev/null"#,
            signal,
            &group.to_string(),
        ])
        .status();
}

fn groups<T>(with: impl FnOnce(&mut Vec<u32>) -> T) -> T {
    with(&mut GROUPS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// While the signal thread ends this process, nobody starts the next step.
fn wait_if_stopping() {
    while STOPPING.load(Ordering::SeqCst) {
        thread::sleep(POLL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn what_a_child_writes_is_kept_with_how_it_ended() {
        let finished = run(&mut shell("echo seen; echo said >&2; exit 3"), GRACE).unwrap();
        assert!(finished.output.contains("seen\n") && finished.output.contains("said\n"));
        assert_eq!(finished.status.code(), Some(3));
        assert!(finished.in_time && !finished.success());
    }

    #[test]
    fn a_child_does_not_take_itself_for_this_package() {
        assert!(
            std::env::var_os("CARGO_PKG_NAME").is_some(),
            "cargo tells it to tests too"
        );
        let finished = run(
            &mut shell("echo \"${CARGO_PKG_NAME-nothing} ${CARGO_MANIFEST_DIR-nothing}\""),
            GRACE,
        )
        .unwrap();
        assert_eq!(finished.output, "nothing nothing\n");
    }

    #[test]
    fn a_child_that_takes_too_long_is_stopped_with_its_own_children() {
        let started = Instant::now();
        let finished = run(
            &mut shell("sleep 60 & echo left $!; wait"),
            Duration::from_millis(300),
        )
        .unwrap();
        assert!(!finished.in_time && started.elapsed() < GRACE);
        let left = finished
            .output
            .trim()
            .strip_prefix("left ")
            .expect("the child says what it started");
        assert!(is_gone(left), "process {left} is still there");
    }

    #[test]
    fn what_a_child_leaves_behind_does_not_outlive_it() {
        let finished = run(&mut shell("sleep 60 & echo left $!"), GRACE).unwrap();
        assert!(finished.success());
        let left = finished
            .output
            .trim()
            .strip_prefix("left ")
            .expect("the child says what it started");
        assert!(is_gone(left), "process {left} is still there");
    }

    /// Killed, though whoever adopted it may not have collected it yet.
    fn is_gone(id: &str) -> bool {
        for _ in 0..100 {
            match std::fs::read_to_string(format!("/proc/{id}/stat")) {
                Ok(stat) if !stat.contains(") Z ") => thread::sleep(POLL),
                Ok(_) | Err(_) => return true,
            }
        }
        false
    }
}
