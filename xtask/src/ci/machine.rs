//! What a bare Debian machine lacks for the steps: packages, components of the toolchain, the browser driver.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{Step, Verdict};
use crate::{postgres, process, workspace};

const INSTALL_LIMIT: Duration = Duration::from_secs(20 * 60);
const OLDEST_NODE: u32 = 18;

const POPPLER: [&str; 5] = ["pdftotext", "pdftohtml", "pdftocairo", "pdffonts", "pdfinfo"];

/// Debian reads this folder before it makes a cluster of its own, which would be started and is not needed.
const CLUSTER_DEFAULTS: &str = "/etc/postgresql-common/createcluster.d";

pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

pub fn prepare(wanted: &[Step]) -> Result<Verdict> {
    let packages = missing_packages(wanted);
    if !packages.is_empty() {
        install(&packages)?;
        let still = missing_packages(wanted);
        if !still.is_empty() {
            bail!("installed, yet not usable: {}", still.join(" "));
        }
    }
    add_components(wanted);
    if wanted.contains(&Step::E2e) {
        bring_browser_driver()?;
    }
    Ok(Verdict::Passed)
}

fn missing_packages(wanted: &[Step]) -> Vec<&'static str> {
    let (tests, journeys) = (wanted.contains(&Step::Tests), wanted.contains(&Step::E2e));
    let interface = wanted.contains(&Step::Interface);
    let node = process::answer("node", &["--version"]).and_then(|version| major(&version));
    let has_node = node.is_some_and(|major| major >= OLDEST_NODE);
    let lacks = |program| process::answer(program, &["--version"]).is_none();
    let mut packages = Vec::new();
    if tests && !postgres::is_installed() {
        packages.push("postgresql");
    }
    if tests && lacks("git") {
        packages.push("git"); // `tidy` asks it which files are ours
    }
    if tests && POPPLER.iter().any(|tool| !answers_to_v(tool)) {
        packages.push("poppler-utils"); // papers are read back as their readers see them
    }
    if tests && !Path::new("/usr/sbin/dovecot").exists() {
        packages.push("dovecot-imapd"); // mail is fetched from a real server
    }
    // Every paper is opened by programs of others: what one of them mends or refuses is ours to mend.
    if tests && lacks("qpdf") {
        packages.push("qpdf");
    }
    if tests && lacks("soffice") {
        packages.extend([
            "libreoffice-writer-nogui",
            "libreoffice-calc-nogui",
            "fonts-liberation2",
        ]);
    }
    if tests && process::answer("/usr/bin/python3", &["-c", "import docx, openpyxl"]).is_none() {
        packages.extend(["python3-docx", "python3-openpyxl"]);
    }
    // What pins and venv need, and what the client of the documentation is made of.
    if interface && process::answer("python3", &["-c", "import ensurepip"]).is_none() {
        packages.extend(["python3", "python3-venv"]);
    }
    if interface && lacks("curl") {
        packages.push("curl");
    }
    if interface && lacks("jq") {
        packages.push("jq");
    }
    if tests && !Path::new("/usr/lib/postfix/sbin/smtpd").is_file() {
        packages.push("postfix"); // mail is handed to a real server
    }
    if tests && process::answer("openssl", &["version"]).is_none() {
        packages.push("openssl");
    }
    if tests && process::answer("/usr/bin/python3", &["-c", "import icalendar"]).is_none() {
        packages.push("python3-icalendar");
    }
    if journeys && !chromium_is_there() {
        packages.push("chromium");
    }
    if journeys && !has_node {
        packages.push("nodejs");
    }
    if journeys && lacks("npm") {
        packages.push("npm");
    }
    packages
}

/// These tools say their version on the error stream.
fn answers_to_v(tool: &str) -> bool {
    Command::new(tool).arg("-v").output().is_ok()
}

/// `v18.20.4` is 18.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn chromium_is_there() -> bool {
    let named = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    Path::new(&named).exists()
}

fn install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install {}", packages.join(" "));
    eprintln!("missing on this machine: {}", packages.join(" "));
    if process::answer("apt-get", &["--version"]).is_none() {
        bail!(
            "no apt-get here; install what Debian calls: {}",
            packages.join(" ")
        );
    }
    let is_root = process::answer("id", &["-u"]).as_deref() == Some("0");
    if !is_root && process::answer("sudo", &["-n", "true"]).is_none() {
        bail!("neither root nor sudo without a password; run this first: {by_hand}");
    }
    let no_cluster = format!("{CLUSTER_DEFAULTS}/phucdap-ci.conf");
    if packages.contains(&"postgresql") {
        let write =
            format!("mkdir -p {CLUSTER_DEFAULTS} && echo 'create_main_cluster = false' >{no_cluster}");
        root(is_root, &["sh", "-c", &write])?;
    }
    let apt = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-q",
        "-o",
        "Dpkg::Use-Pty=0",
    ];
    let installed = root(is_root, &[&apt[..], &["update"]].concat()).and_then(|()| {
        root(
            is_root,
            &[&apt[..], &["install", "-y", "--no-install-recommends"], packages].concat(),
        )
    });
    if packages.contains(&"postgresql") {
        root(is_root, &["rm", "-f", &no_cluster])?;
    }
    installed.with_context(|| format!("cannot install; by hand: {by_hand}"))
}

fn root(is_root: bool, words: &[&str]) -> Result<()> {
    let words = if is_root {
        words.to_vec()
    } else {
        [&["sudo", "-n"], words].concat()
    };
    let (program, arguments) = words.split_first().expect("a command has a name");
    succeed(Command::new(program).args(arguments))
}

/// What cannot be added is named by the step that lacks it.
fn add_components(wanted: &[Step]) {
    for (step, tool, component) in [(Step::Fmt, "fmt", "rustfmt"), (Step::Clippy, "clippy", "clippy")] {
        let missing = wanted.contains(&step) && process::answer("cargo", &[tool, "--version"]).is_none();
        if missing && let Err(error) = succeed(Command::new("rustup").args(["component", "add", component])) {
            eprintln!("warning: no {component}: {error:#}");
        }
    }
}

/// `npm ci` when the folder does not already hold the locked version.
fn bring_browser_driver() -> Result<()> {
    let e2e = workspace().join("e2e");
    let locked = version(
        &e2e.join("package-lock.json"),
        "/packages/node_modules~1playwright-core/version",
    )
    .context("e2e/package-lock.json does not lock playwright-core")?;
    let present = version(&e2e.join("node_modules/playwright-core/package.json"), "/version");
    if present.as_ref() == Some(&locked) {
        return Ok(());
    }
    succeed(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&e2e),
    )
}

fn version(file: &Path, pointer: &str) -> Option<String> {
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    Some(json.pointer(pointer)?.as_str()?.to_owned())
}

fn succeed(command: &mut Command) -> Result<()> {
    let finished = process::run(command, INSTALL_LIMIT)?;
    if !finished.success() {
        bail!("{}: {}", command.get_program().display(), finished.reason());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v18.20.4"), Some(18));
        assert_eq!(major("node 20"), None);
    }

    #[test]
    fn the_lock_names_the_browser_driver() {
        let lock = workspace().join("e2e/package-lock.json");
        assert!(version(&lock, "/packages/node_modules~1playwright-core/version").is_some());
    }
}
