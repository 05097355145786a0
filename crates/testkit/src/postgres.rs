//! A PostgreSQL of our own: found on the machine, started on a free loopback port with its data in a temporary
//! directory, and stopped again.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use uuid::Uuid;

/// The environment variable that names a server to be used instead of starting one: a superuser's address.
pub const ADDRESS: &str = "PHUCDAP_TEST_POSTGRES";

/// Whether a commit waits for the disk. Tests need no such promise; measurements do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    None,
    Full,
}

/// A running server. It keeps running when this is dropped: call `stop`.
#[derive(Debug, Clone)]
pub struct Postgres {
    binaries: PathBuf,
    data: PathBuf,
    url: String,
}

/// The user PostgreSQL runs as when we are root, which it refuses to run as.
const UNPRIVILEGED: &str = "postgres";

/// Where the server's programs are, newest version first, or `None` when the package is not installed.
pub fn find() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut packaged: Vec<(u32, PathBuf)> = versions
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    packaged.sort();
    let others = ["/usr/local/bin", "/usr/local/pgsql/bin", "/usr/bin"];
    packaged
        .into_iter()
        .rev()
        .map(|(_, path)| path)
        .chain(others.map(PathBuf::from))
        .find(|path| {
            ["initdb", "pg_ctl", "postgres"]
                .iter()
                .all(|name| path.join(name).is_file())
        })
}

impl Postgres {
    /// Makes a data directory and starts a server on it.
    pub fn start(durability: Durability) -> Result<Postgres> {
        let binaries = find().context("PostgreSQL is not installed: apt-get install postgresql")?;
        let data = make_directory()?;
        let password = Uuid::now_v7().simple().to_string();
        let postgres = Postgres {
            url: String::new(),
            binaries,
            data,
        };
        let started = postgres
            .initialise(&password)
            .and_then(|()| postgres.launch(durability));
        match started {
            Ok(port) => Ok(Postgres {
                url: format!("postgres://{UNPRIVILEGED}:{password}@127.0.0.1:{port}/postgres"),
                ..postgres
            }),
            Err(error) => {
                postgres.remove_data()?;
                Err(error)
            }
        }
    }

    /// The address of the server for its superuser.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The directory everything of this server is in.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Stops the server at once and removes its data.
    pub fn stop(self) -> Result<()> {
        let mut command = self.command("pg_ctl");
        command.args(["--mode", "immediate", "--wait", "--pgdata"]);
        run(command.arg(self.cluster()).arg("stop"))?;
        self.remove_data()
    }

    fn initialise(&self, password: &str) -> Result<()> {
        // The default collation is deliberately not bytewise: our tables must ask for what they need.
        let collations = [
            ["--locale-provider=icu", "--icu-locale=vi", "--locale=C.UTF-8"].as_slice(),
            ["--locale=C.UTF-8"].as_slice(),
        ];
        let secret = self.data.join("password");
        std::fs::write(&secret, password)?;
        let mut outcome = Ok(());
        for collation in collations {
            let mut command = self.command("initdb");
            command.args(["--no-sync", "--auth=password", "--encoding=UTF8"]);
            command
                .args(["--username", UNPRIVILEGED, "--pwfile"])
                .arg(&secret);
            command.arg("--pgdata").arg(self.cluster()).args(collation);
            outcome = run(&mut command);
            if outcome.is_ok() {
                break;
            }
        }
        outcome
    }

    /// Starts the server and answers with its port.
    fn launch(&self, durability: Durability) -> Result<u16> {
        let mut outcome = Ok(0);
        // Between finding a free port and using it another process may take it.
        for _ in 0..3 {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let mut settings = format!(
                "-h 127.0.0.1 -p {port} -k {} -c max_connections=300",
                self.data.display()
            );
            if durability == Durability::None {
                settings += " -c fsync=off -c full_page_writes=off -c synchronous_commit=off";
            }
            let mut command = self.command("pg_ctl");
            command.args(["--wait", "--timeout=60", "--options", &settings, "--log"]);
            command
                .arg(self.data.join("log"))
                .arg("--pgdata")
                .arg(self.cluster());
            outcome = run(command.arg("start")).map(|()| port);
            if outcome.is_ok() {
                break;
            }
        }
        outcome.with_context(|| {
            std::fs::read_to_string(self.data.join("log")).unwrap_or_else(|_| "no log".to_owned())
        })
    }

    fn cluster(&self) -> PathBuf {
        self.data.join("cluster")
    }

    fn command(&self, name: &str) -> Command {
        let mut command = unprivileged(&self.binaries.join(name));
        command.current_dir(&self.data);
        command
    }

    fn remove_data(&self) -> Result<()> {
        std::fs::remove_dir_all(&self.data)
            .with_context(|| format!("{} cannot be removed", self.data.display()))
    }
}

/// A command that is run as the unprivileged user when we are root.
fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", UNPRIVILEGED, "--"]).arg(program);
    command
}

fn is_root() -> bool {
    let identity = Command::new("id").arg("-u").output();
    identity.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A new directory that belongs to whoever runs the server.
fn make_directory() -> Result<PathBuf> {
    let pattern = std::env::temp_dir().join("phucdap-postgres-XXXXXXXX");
    let output = unprivileged(Path::new("mktemp"))
        .arg("-d")
        .arg(&pattern)
        .current_dir("/")
        .output()
        .context("mktemp could not be run")?;
    let path = String::from_utf8(output.stdout)?;
    ensure!(output.status.success(), "{} could not be made", pattern.display());
    Ok(PathBuf::from(path.trim()))
}

/// Runs a command quietly; its words are told only when it fails.
fn run(command: &mut Command) -> Result<()> {
    // A file rather than a pipe: the server inherits it, and a pipe that it holds open would never end.
    let said = std::env::temp_dir().join(format!("phucdap-said-{}", Uuid::now_v7().simple()));
    let file = std::fs::File::create(&said)?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .with_context(|| format!("{} could not be run", command.get_program().display()));
    let words = std::fs::read_to_string(&said).unwrap_or_default();
    std::fs::remove_file(&said)?;
    if !status?.success() {
        bail!("{} failed: {words}", command.get_program().display());
    }
    Ok(())
}
