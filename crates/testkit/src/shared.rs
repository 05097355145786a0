//! One PostgreSQL for all the processes of a test run: the first starts it, a watcher stops it when none is left.

use std::fs::File;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context, Result};

use crate::postgres::{self, Durability, Postgres};

/// Held by this process as long as it lives, to say that it uses the server.
static IN_USE: OnceLock<File> = OnceLock::new();

/// Waits until no process uses the server any more, then stops it and removes its data.
///
/// A server whose lock file is gone stops by itself within a minute, so removing the directory is enough when
/// `pg_ctl` fails.
const WATCHER: &str = r#"
    exec 8>"$1/start.lock" 9>"$1/users.lock"
    while sleep 15; do
        if flock -n -x 9; then
            flock -u 9
            flock -x 8
            if flock -n -x 9; then
                kill -QUIT "$(head -n 1 "$2/cluster/postmaster.pid")"
                rm -rf "$2" "$1/server"
                exit
            fi
            flock -u 8
        fi
    done
"#;

/// The address of the shared server, or `None` when PostgreSQL is not installed.
pub fn address() -> Result<Option<String>> {
    if let Ok(url) = std::env::var(postgres::ADDRESS) {
        return Ok(Some(url));
    }
    if postgres::find().is_none() {
        return Ok(None);
    }
    let place = meeting_place()?;
    let starting = File::create(place.join("start.lock"))?;
    starting.lock()?;
    if IN_USE.get().is_none() {
        let users = File::create(place.join("users.lock"))?;
        users.lock_shared()?;
        // When two threads come here at once, either file says the same.
        let _ = IN_USE.set(users);
    }
    let note = place.join("server");
    let url = match running(&note) {
        Some(url) => url,
        None => {
            let server = Postgres::start(Durability::None)?;
            std::fs::write(&note, server.url())?;
            watch(&place, server.data())?;
            server.url().to_owned()
        }
    };
    starting.unlock()?;
    Ok(Some(url))
}

/// Where the processes of all test runs of this user find each other.
fn meeting_place() -> Result<PathBuf> {
    let identity = Command::new("id").arg("-u").output()?.stdout;
    let user = String::from_utf8(identity)?;
    let place = std::env::temp_dir().join(format!("phucdap-test-{}", user.trim()));
    std::fs::create_dir_all(&place).with_context(|| format!("{} cannot be made", place.display()))?;
    Ok(place)
}

/// The address that was noted, if something still answers there.
fn running(note: &Path) -> Option<String> {
    let url = std::fs::read_to_string(note).ok()?;
    let (_, after) = url.split_once('@')?;
    let (authority, _) = after.split_once('/')?;
    TcpStream::connect(authority).ok()?;
    Some(url)
}

fn watch(place: &Path, data: &Path) -> Result<()> {
    Command::new("setsid")
        .args(["sh", "-c", WATCHER, "watcher"])
        .arg(place)
        .arg(data)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("the watcher over PostgreSQL could not be started")?;
    Ok(())
}
