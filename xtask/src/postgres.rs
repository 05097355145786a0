//! A PostgreSQL of our own for tests: free port, temporary directory, gone when this process is gone.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process;

const READY_WITHIN: Duration = Duration::from_secs(30);
const COMMAND_LIMIT: Duration = Duration::from_secs(3600);

/// Waits for the end of its input, that is, for the end of the process that started it, however it ends.
const KEEPER: &str = r#"
dir=$1 port=$2 postgres=$3
"$postgres" -D "$dir/cluster" -p "$port" -k "$dir" -h 127.0.0.1 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c max_connections=200 -c autovacuum=off -c timezone=UTC >"$dir/log" 2>&1 &
server=$!
read -r _
kill -s QUIT "$server"
wait "$server"
rm -rf "$dir"
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

pub struct Postgres {
    keeper: Child,
    port: u16,
    dir: PathBuf,
}

impl Postgres {
    pub fn start() -> Result<Postgres> {
        let programs = programs().context("no PostgreSQL server on this machine (package postgresql)")?;
        let account = Account::for_server()?;
        let mut last = None;
        // Between choosing a free port and using it another process may take it.
        for _ in 0..3 {
            match start_once(&programs, account) {
                Ok(server) => return Ok(server),
                Err(error) => last = Some(error),
            }
        }
        Err(last.expect("three attempts leave an error"))
    }

    /// What the tests of the workspace look for.
    pub fn environment(&self) -> [(&'static str, String); 2] {
        [
            (
                "PHUCDAP_TEST_POSTGRES",
                format!("postgres://postgres@127.0.0.1:{}/postgres", self.port),
            ),
            ("PHUCDAP_TEST_REQUIRE_POSTGRES", "1".to_owned()),
        ]
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
        if self.dir.exists() {
            eprintln!("xtask: warning: {} could not be removed", self.dir.display());
        }
    }
}

fn start_once(programs: &Path, account: Option<Account>) -> Result<Postgres> {
    let dir = fresh_directory(account)?;
    let initdb = as_account(&mut Command::new(programs.join("initdb")), account)
        .arg("-D")
        .arg(dir.join("cluster"))
        .args([
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--auth=trust",
            "--no-sync",
            "--no-instructions",
        ])
        .current_dir(&dir)
        .stdin(Stdio::null())
        .output()
        .context("cannot start initdb")?;
    if !initdb.status.success() {
        let _ = fs::remove_dir_all(&dir);
        bail!(
            "initdb failed: {}",
            String::from_utf8_lossy(&initdb.stderr).trim()
        );
    }
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let keeper = as_account(&mut Command::new("sh"), account)
        .args(["-c", KEEPER, "keeper"])
        .args([
            dir.as_os_str(),
            OsStr::new(&port.to_string()),
            programs.join("postgres").as_os_str(),
        ])
        .current_dir(&dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0) // Ctrl-C is for us; the keeper follows the end of its input
        .spawn()
        .context("cannot start the shell that keeps PostgreSQL")?;
    let log = dir.join("log");
    let server = Postgres { keeper, port, dir };
    wait_until_ready(&log)?;
    Ok(server)
}

fn wait_until_ready(log: &Path) -> Result<()> {
    let started = Instant::now();
    loop {
        let written = fs::read_to_string(log).unwrap_or_default();
        if written.contains("database system is ready to accept connections") {
            return Ok(());
        }
        let given_up = written.contains("FATAL:") || started.elapsed() > READY_WITHIN;
        if given_up {
            bail!("PostgreSQL did not start: {}", written.trim());
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// The newest server of the machine: on the path, or where Debian keeps its versions.
pub fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH")
        .into_iter()
        .flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    versions.sort_by_key(|bin| {
        bin.parent()
            .and_then(|v| v.file_name()?.to_str()?.parse::<u32>().ok())
    });
    versions
        .into_iter()
        .rev()
        .chain(on_path)
        .find(|bin| bin.join("initdb").exists() && bin.join("postgres").exists())
}

fn fresh_directory(account: Option<Account>) -> Result<PathBuf> {
    let mut unique = [0; 8];
    fs::File::open("/dev/urandom")?.read_exact(&mut unique)?;
    let name = format!("phucdap-postgres-{:016x}", u64::from_ne_bytes(unique));
    let dir = std::env::temp_dir().join(name);
    fs::create_dir(&dir).with_context(|| format!("cannot make {}", dir.display()))?;
    fs::set_permissions(&dir, fs::Permissions::from_mode(0o700))?;
    if let Some(account) = account {
        std::os::unix::fs::chown(&dir, Some(account.user), Some(account.group))?;
    }
    Ok(dir)
}

/// PostgreSQL refuses to run as root, so root lends it the account that its package made.
#[derive(Clone, Copy)]
struct Account {
    user: u32,
    group: u32,
}

impl Account {
    fn for_server() -> Result<Option<Account>> {
        let id = |option, name: &[&str]| {
            process::answer("id", &[&[option], name].concat())?
                .parse::<u32>()
                .ok()
        };
        if id("-u", &[]) != Some(0) {
            return Ok(None);
        }
        let user = id("-u", &["postgres"]).context("run by root, PostgreSQL needs the account postgres")?;
        let group = id("-g", &["postgres"]).context("the account postgres has no group")?;
        Ok(Some(Account { user, group }))
    }
}

fn as_account(command: &mut Command, account: Option<Account>) -> &mut Command {
    match account {
        Some(account) => command.uid(account.user).gid(account.group),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn a_cluster_answers_while_it_is_held_and_leaves_nothing() {
        if programs().is_none() && std::env::var_os("PHUCDAP_TEST_REQUIRE_POSTGRES").is_none() {
            eprintln!("skipped: no PostgreSQL server on this machine");
            return;
        }
        let server = Postgres::start().unwrap();
        let (port, dir) = (server.port, server.dir.clone());
        TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("it listens on loopback");
        assert!(dir.join("cluster").exists());

        drop(server);
        assert!(
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err(),
            "it still listens"
        );
        assert!(!dir.exists(), "{} is still there", dir.display());
    }
}
