//! Makes the seeded mutations in a copy of the rules, builds a small proof over each, and sees that it fails.
//!
//! The copy is a workspace of its own with its own target directory, so that only the two crates are built again for each mutant, and
//! nothing in the production sources knows of any of this. While one mutant is tried the next is built.

use crate::mutation::{self, Mutation};
use anyhow::{Context, Result, bail, ensure};
use prove::child::{AS_EXPECTED, OTHERWISE, SURVIVED};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// What became of a mutant.
struct Fate {
    mutation: &'static Mutation,
    caught: Caught,
    took: Duration,
}

enum Caught {
    AsExpected(String),
    Otherwise(String),
    NotAtAll,
}

const MANIFEST: &str = r#"[package]
name = "prove"
version = "0.0.0"
edition = "2024"

[dependencies]
fastrand.workspace = true
jiff.workspace = true
procedure.workspace = true
serde_json.workspace = true
sha2.workspace = true
"#;

/// Rebuilt for each mutant, so quick to build; run for seconds, so not too slow.
const PROFILE: &str = "
[profile.dev]
debug = false
incremental = true
opt-level = 1
";

const MAIN: &str = "//! What a mutant runs.\n\nfn main() -> std::process::ExitCode {\n    prove::child::run(std::env::args())\n}\n";

/// Tries every mutation; whether all were caught.
pub fn try_all() -> Result<bool> {
    let started = Instant::now();
    let copy = Copy::make()?;
    println!("\nThe rules, wrongly written in {} ways:", mutation::ALL.len());
    let mut trials = Vec::new();
    let mut fates = Vec::new();
    for (number, mutation) in mutation::ALL.iter().enumerate() {
        let program = copy.build(number, mutation)?;
        // One is tried while the next is built; more would only slow the build down.
        if trials.len() > 1 {
            fates.push(finish(trials.remove(0))?);
        }
        trials.push(thread::spawn(move || run(&program, mutation)));
    }
    for trial in trials {
        fates.push(finish(trial)?);
    }
    let caught = fates
        .iter()
        .filter(|fate| !matches!(fate.caught, Caught::NotAtAll))
        .count();
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{caught} of {} seeded mutations caught in {seconds:.1} seconds",
        fates.len()
    );
    Ok(caught == fates.len())
}

fn finish(trial: thread::JoinHandle<Result<Fate>>) -> Result<Fate> {
    let fate = trial.join().expect("a trial does not panic")?;
    println!("{fate}");
    Ok(fate)
}

fn run(program: &Path, mutation: &'static Mutation) -> Result<Fate> {
    let started = Instant::now();
    let output = Command::new(program)
        .arg(mutation.breaks.number().to_string())
        .output()
        .with_context(|| format!("cannot run {}", program.display()))?;
    let story = String::from_utf8_lossy(&output.stdout).into_owned();
    let code = output.status.code().and_then(|code| u8::try_from(code).ok());
    let caught = match code {
        Some(AS_EXPECTED) => Caught::AsExpected(story),
        Some(OTHERWISE) => Caught::Otherwise(story),
        Some(SURVIVED) => Caught::NotAtAll,
        // A panic in the rules is a way of being caught too.
        _ => Caught::Otherwise(String::from_utf8_lossy(&output.stderr).into_owned()),
    };
    Ok(Fate {
        mutation,
        caught,
        took: started.elapsed(),
    })
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let property = self.mutation.breaks.number();
        let seconds = self.took.as_secs_f64();
        let tells = self.mutation.tells;
        match &self.caught {
            Caught::AsExpected(story) => {
                let steps = story.lines().filter(|line| line.starts_with("    ")).count();
                write!(
                    f,
                    "  caught by property {property:>2} in {seconds:>4.1} s, a story of {steps:>2} steps: {tells}"
                )
            }
            Caught::Otherwise(story) => {
                let by = story.lines().next().unwrap_or_default();
                write!(
                    f,
                    "  caught, not by property {property} but by «{by}», in {seconds:.1} s: {tells}"
                )
            }
            Caught::NotAtAll => write!(f, "  SURVIVED property {property} for {seconds:.1} s: {tells}"),
        }
    }
}

/// The copied workspace.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn make() -> Result<Copy> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .canonicalize()?;
        let root = workspace.join("target/prove-mutants");
        let crates = root.join("crates");
        for name in ["procedure", "prove"] {
            let from = workspace.join("crates").join(name);
            let to = crates.join(name);
            copy_sources(&from.join("src"), &to.join("src"))?;
        }
        write(
            &crates.join("procedure/Cargo.toml"),
            &without_tests(&fs::read_to_string(
                workspace.join("crates/procedure/Cargo.toml"),
            )?),
        )?;
        write(&crates.join("prove/Cargo.toml"), MANIFEST)?;
        write(&crates.join("prove/src/main.rs"), MAIN)?;
        write(
            &root.join("Cargo.toml"),
            &manifest(&fs::read_to_string(workspace.join("Cargo.toml"))?)?,
        )?;
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock"))?;
        Ok(Copy { root })
    }

    /// The program of one mutant, under a name of its own.
    fn build(&self, number: usize, mutation: &Mutation) -> Result<PathBuf> {
        let file = self.root.join("crates/procedure/src").join(mutation.file);
        let right = fs::read_to_string(&file)?;
        let places = right.matches(mutation.exact).count();
        ensure!(
            places == 1,
            "«{}» is found {places} times in {}",
            mutation.exact,
            mutation.file
        );
        fs::write(&file, right.replace(mutation.exact, mutation.replacement))?;
        let built = Command::new("cargo")
            .args(["build", "--quiet", "--offline", "--package", "prove"])
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("RUSTFLAGS", "--cap-lints allow")
            .current_dir(&self.root)
            .status()?;
        fs::write(&file, right)?;
        ensure!(built.success(), "the mutant does not compile: {}", mutation.tells);
        let program = self.root.join(format!("mutant-{number}"));
        fs::copy(self.root.join("target/debug/prove"), &program)?;
        Ok(program)
    }
}

/// Copies what changed and removes what went, so that an unchanged file is not built again.
fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        let original = from.join(entry.file_name());
        if !original.exists() {
            let path = entry.path();
            if path.is_dir() {
                fs::remove_dir_all(path)?
            } else {
                fs::remove_file(path)?
            }
        }
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_sources(&entry.path(), &target)?;
        } else {
            let text = fs::read(entry.path())?;
            if fs::read(&target).ok().as_ref() != Some(&text) {
                fs::write(&target, text)?;
            }
        }
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(file).ok().as_deref() != Some(text) {
        fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// The workspace's own manifest with two members, one profile, and every version as it is.
fn manifest(whole: &str) -> Result<String> {
    let (Some(from), Some(until)) = (whole.find("[workspace.package]"), whole.find("[profile.dev]")) else {
        bail!("Cargo.toml has no [workspace.package] before [profile.dev]");
    };
    let members = "[workspace]\nresolver = \"3\"\nmembers = [\"crates/procedure\", \"crates/prove\"]\n\n";
    Ok(format!("{members}{}{PROFILE}", &whole[from..until]))
}

fn without_tests(manifest: &str) -> String {
    let until = manifest.find("[dev-dependencies]").unwrap_or(manifest.len());
    manifest[..until].to_owned()
}
