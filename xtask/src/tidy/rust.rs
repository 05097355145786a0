//! What every Rust source keeps: its name, its first sentence, and each thing in its one place.

mod placed;
#[cfg(test)]
mod tests;
mod told;

use std::collections::HashSet;

use anyhow::Result;

use super::Problem;
use super::source::Views;
use super::tree::Tree;

const LONG: usize = 500;
const VAGUE_NAMES: [&str; 4] = ["mod", "utils", "helpers", "common"];
/// Programs for developers: they stand beside the product.
const TOOLS: [&str; 3] = ["xtask", "prove", "bench"];

/// One source, with what the checks need to know about where it lies.
struct Source<'a> {
    file: &'a str,
    /// The folder of its crate.
    home: &'a str,
    is_test: bool,
    views: Views,
}

impl Source<'_> {
    /// May read the clock and the environment, and make ids.
    fn is_at_the_edge(&self) -> bool {
        self.home == "server" || self.is_tool()
    }

    fn is_tool(&self) -> bool {
        TOOLS.contains(&self.home)
    }

    /// One problem for each line of a view in which `says` finds one.
    fn each_line(&self, view: &str, says: impl Fn(&str) -> Option<String>) -> Vec<Problem> {
        let lines = (1..).zip(view.lines());
        lines
            .filter_map(|(number, line)| Some(Problem::at(self.file, number, says(line)?)))
            .collect()
    }
}

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let texts = tree.rust()?;
    let test_files = test_files(&texts);
    let mut problems = Vec::new();
    let mut sources = Vec::new();
    for (file, text) in &texts {
        let home = home(file);
        let is_test = home == "testkit" || in_test_place(file) || test_files.contains(*file);
        sources.push(Source {
            file,
            home,
            is_test,
            views: Views::of(text).without_tests(),
        });
        problems.extend(vague_names(file));
        if text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("//! "))
            .is_none_or(|says| says.trim().is_empty())
        {
            problems.push(Problem::at(
                file,
                1,
                "begins with a `//!` sentence that says what it is for",
            ));
        }
    }
    sources.retain(|source| !source.is_test);
    problems.extend(told::check(&sources));
    problems.extend(placed::check(&sources, tree)?);
    Ok(problems)
}

/// Files that are due to be divided: reported, not refused.
pub fn long_files(tree: &Tree) -> Result<Vec<String>> {
    let texts = tree.rust()?;
    let lengths = texts.iter().map(|(file, text)| (file, text.lines().count()));
    let long = lengths.filter(|&(_, lines)| lines > LONG);
    Ok(long
        .map(|(file, lines)| format!("{file}: {lines} lines, divide it"))
        .collect())
}

/// `crates/store/src/db.rs` is at home in `store`, everything else in its first folder.
fn home(file: &str) -> &str {
    let inside = file.strip_prefix("crates/").unwrap_or(file);
    inside.split('/').next().unwrap_or(inside)
}

fn in_test_place(file: &str) -> bool {
    let (folders, stem) = split(file);
    let mut folders = folders.split('/');
    folders.any(|folder| matches!(folder, "tests" | "testdata" | "benches" | "examples"))
        || stem == "tests"
        || stem.ends_with("_tests")
}

/// The files behind `#[cfg(test)] mod stories;`, and what lies in their folders.
fn test_files(texts: &[(&str, String)]) -> HashSet<String> {
    let mut found = HashSet::new();
    for (file, text) in texts {
        let (folder, stem) = split(file);
        let is_root = matches!(stem, "lib" | "main" | "build");
        let inside = if is_root {
            folder.to_owned()
        } else {
            format!("{folder}/{stem}")
        };
        for module in Views::of(text).test_modules() {
            let (one, many) = (format!("{inside}/{module}.rs"), format!("{inside}/{module}/"));
            let files = texts.iter().map(|(file, _)| *file);
            found.extend(
                files
                    .filter(|file| *file == one || file.starts_with(&many))
                    .map(str::to_owned),
            );
        }
    }
    found
}

/// `a/b/c.rs` is `c` in `a/b`.
fn split(file: &str) -> (&str, &str) {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    (folder, name.strip_suffix(".rs").unwrap_or(name))
}

fn vague_names(file: &str) -> Vec<Problem> {
    let path = file.strip_suffix(".rs").unwrap_or(file);
    let vague = path.split('/').filter(|part| VAGUE_NAMES.contains(part));
    vague
        .map(|part| Problem::in_file(file, format!("`{part}` says nothing: name it by what it is for")))
        .collect()
}
