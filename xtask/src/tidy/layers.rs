//! Which crate may know which: the arrows of ARCHITECTURE.md, and the crate each larger dependency is fenced in.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::Problem;

/// For each of our crates, those that it may use outside tests.
const MAY_USE: [(&str, &[&str]); 16] = [
    ("procedure", &[]),
    ("i18n", &["procedure"]),
    ("store", &["procedure"]),
    (
        "app",
        &["procedure", "store", "documents", "mail", "transcription"],
    ),
    ("plots", &["i18n"]),
    ("documents", &["procedure", "i18n", "plots"]),
    ("charsets", &[]),
    ("transcription", &["charsets"]),
    ("mail", &["charsets"]),
    (
        "web",
        &["app", "procedure", "i18n", "plots", "documents", "transcription"],
    ),
    ("api", &["app", "procedure", "i18n"]),
    (
        "phucdap",
        &[
            "procedure",
            "i18n",
            "store",
            "app",
            "plots",
            "documents",
            "transcription",
            "mail",
            "web",
            "api",
        ],
    ),
    ("testkit", ANYTHING),
    ("prove", &["procedure"]),
    ("bench", ANYTHING),
    ("xtask", &["testkit"]),
];

const ANYTHING: &[&str] = &[
    "procedure",
    "i18n",
    "store",
    "app",
    "plots",
    "documents",
    "charsets",
    "transcription",
    "mail",
    "web",
    "api",
    "testkit",
];

/// Dependencies that belong to a few crates; tests and tools stand outside the fences.
const FENCES: [(&str, &[&str]); 23] = [
    ("sqlx", &["store"]),
    ("argon2", &["app"]),
    ("axum", &["web", "api", "phucdap"]),
    ("maud", &["web"]),
    ("tower", &["web", "phucdap"]),
    ("hyper", &["api"]),
    ("schemars", &["api"]),
    ("fluent-bundle", &["i18n"]),
    ("fluent-typed", &["i18n"]),
    ("calamine", &["transcription"]),
    ("encoding_rs", &["transcription", "charsets"]),
    ("mail-parser", &["mail"]),
    ("async-imap", &["phucdap"]),
    ("lettre", &["mail", "phucdap"]),
    ("ammonia", &["mail"]),
    ("rust_xlsxwriter", &["documents"]),
    ("docx-rs", &["documents"]),
    ("typst", &["documents"]),
    ("typst-layout", &["documents"]),
    ("typst-pdf", &["documents"]),
    ("clap", &["phucdap"]),
    ("toml", &["transcription", "phucdap"]),
    ("tracing-subscriber", &["phucdap"]),
];

/// What the pure core may lean on.
const CORE_USES: [&str; 6] = ["jiff", "serde", "serde_json", "sha2", "thiserror", "uuid"];

pub struct Package {
    pub name: String,
    pub version: String,
    pub is_ours: bool,
    pub licence: Option<String>,
    dependencies: Vec<Dependency>,
}

struct Dependency {
    name: String,
    is_ours: bool,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Product,
    Build,
    Tests,
}

/// Everything that is compiled on a machine of this kind, ours and others'.
pub fn packages(root: &Path) -> Result<Vec<Package>> {
    let version = Command::new("rustc")
        .arg("-vV")
        .output()
        .context("cannot ask rustc for its host")?;
    let version = String::from_utf8(version.stdout)?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc names no host")?;
    let metadata = Command::new("cargo")
        .args([
            "metadata",
            "--locked",
            "--format-version=1",
            "--filter-platform",
            host,
        ])
        .current_dir(root)
        .output()
        .context("cannot start cargo metadata")?;
    if !metadata.status.success() {
        bail!(
            "cargo metadata: {}",
            String::from_utf8_lossy(&metadata.stderr).trim()
        );
    }
    let metadata: Value = serde_json::from_slice(&metadata.stdout)?;
    metadata["packages"]
        .as_array()
        .context("cargo metadata lists packages")?
        .iter()
        .map(package)
        .collect()
}

fn package(json: &Value) -> Result<Package> {
    let text = |field: &str| json[field].as_str().map(str::to_owned);
    let dependencies = json["dependencies"]
        .as_array()
        .context("a package lists its dependencies")?;
    Ok(Package {
        name: text("name").context("a package has a name")?,
        version: text("version").context("a package has a version")?,
        is_ours: json["source"].is_null(),
        licence: text("license"),
        dependencies: dependencies.iter().map(dependency).collect::<Result<_>>()?,
    })
}

fn dependency(json: &Value) -> Result<Dependency> {
    let kind = match json["kind"].as_str() {
        None => Kind::Product,
        Some("build") => Kind::Build,
        Some("dev") => Kind::Tests,
        Some(other) => bail!("cargo metadata knows a kind of dependency that we do not: {other}"),
    };
    let name = json["name"]
        .as_str()
        .context("a dependency has a name")?
        .to_owned();
    Ok(Dependency {
        name,
        is_ours: json["path"].is_string(),
        kind,
    })
}

pub fn check(packages: &[Package]) -> Vec<Problem> {
    let ours = packages.iter().filter(|package| package.is_ours);
    ours.flat_map(
        |package| match MAY_USE.iter().find(|(name, _)| *name == package.name) {
            Some((_, allowed)) => of_crate(package, allowed),
            None => vec![problem(
                package,
                "is new: give it a row in xtask/src/tidy/layers.rs and in ARCHITECTURE.md".to_owned(),
            )],
        },
    )
    .collect()
}

fn of_crate(package: &Package, allowed: &[&str]) -> Vec<Problem> {
    let outside_fences = matches!(package.name.as_str(), "testkit" | "xtask" | "prove" | "bench");
    let mut problems = Vec::new();
    for used in package
        .dependencies
        .iter()
        .filter(|used| used.kind != Kind::Tests)
    {
        let name = used.name.as_str();
        if used.is_ours && !allowed.contains(&name) {
            problems.push(problem(
                package,
                format!("must not know {name}: it may use {allowed:?} of ours"),
            ));
        }
        let fence = FENCES
            .iter()
            .find(|(fenced, _)| *fenced == name && !outside_fences);
        if let Some((_, inside)) = fence.filter(|(_, inside)| !inside.contains(&package.name.as_str())) {
            problems.push(problem(
                package,
                format!("must not use {name}, which belongs to {inside:?}"),
            ));
        }
        if package.name == "procedure"
            && !used.is_ours
            && used.kind == Kind::Product
            && !CORE_USES.contains(&name)
        {
            problems.push(problem(
                package,
                format!("is pure and leans on {CORE_USES:?} only, not on {name}"),
            ));
        }
    }
    problems
}

fn problem(package: &Package, says: String) -> Problem {
    Problem::in_file(&package.name, says)
}

#[cfg(test)]
impl Package {
    pub fn licensed(name: &str, licence: Option<&str>) -> Package {
        let licence = licence.map(str::to_owned);
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            is_ours: false,
            licence,
            dependencies: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, used: &str, is_ours: bool, kind: Kind) -> Vec<String> {
        let dependencies = vec![Dependency {
            name: used.to_owned(),
            is_ours,
            kind,
        }];
        let package = Package {
            is_ours: true,
            dependencies,
            ..Package::licensed(name, Some("MIT"))
        };
        check(&[package]).iter().map(Problem::to_string).collect()
    }

    #[test]
    fn arrows_point_inwards() {
        assert_eq!(said("web", "store", true, Kind::Product).len(), 1);
        assert_eq!(said("web", "app", true, Kind::Product).len(), 0);
        assert_eq!(said("procedure", "i18n", true, Kind::Product).len(), 1);
        assert_eq!(said("app", "testkit", true, Kind::Product).len(), 1);
        assert_eq!(said("app", "testkit", true, Kind::Tests).len(), 0);
    }

    #[test]
    fn sql_drivers_stay_in_store() {
        assert_eq!(
            said("app", "sqlx", false, Kind::Product),
            ["app: must not use sqlx, which belongs to [\"store\"]"]
        );
        assert_eq!(said("store", "sqlx", false, Kind::Product).len(), 0);
        assert_eq!(said("web", "sqlx", false, Kind::Tests).len(), 0);
    }

    #[test]
    fn the_core_leans_on_few() {
        assert_eq!(said("procedure", "tokio", false, Kind::Product).len(), 1);
        assert_eq!(said("procedure", "expect-test", false, Kind::Tests).len(), 0);
    }

    #[test]
    fn a_new_crate_needs_a_place() {
        assert!(said("portal", "serde", false, Kind::Product)[0].contains("is new"));
    }
}
