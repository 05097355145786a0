//! `cargo xtask tidy`: the invariants of ARCHITECTURE.md, each as a check that names file, line and what to do.

mod assets;
mod layers;
mod licences;
mod places;
mod rust;
mod source;
mod tree;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use tree::Tree;

/// What is wrong, where; line 0 stands for the file as a whole.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    file: String,
    line: usize,
    says: String,
}

impl Problem {
    fn in_file(file: &str, says: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            line: 0,
            says: says.into(),
        }
    }

    fn at(file: &str, line: usize, says: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            line,
            says: says.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.says),
            line => write!(f, "{}:{line}: {}", self.file, self.says),
        }
    }
}

pub fn run() -> Result<ExitCode> {
    let root = crate::workspace();
    for long in rust::long_files(&Tree::of(&root)?)? {
        println!("note: {long}");
    }
    let problems = problems(&root)?;
    for problem in &problems {
        println!("{problem}");
    }
    println!("tidy: {} problems", problems.len());
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn problems(root: &Path) -> Result<Vec<Problem>> {
    let tree = Tree::of(root)?;
    let packages = layers::packages(root)?;
    let mut problems = layers::check(&packages);
    problems.extend(licences::check(&packages));
    problems.extend(rust::check(&tree)?);
    problems.extend(places::check(&tree)?);
    problems.extend(assets::check(&tree)?);
    problems.sort();
    Ok(problems)
}

#[test]
fn the_workspace_is_tidy() {
    let problems = problems(&crate::workspace()).expect("the checks can be made");
    let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert!(list.is_empty(), "{} problems:\n{}", list.len(), list.join("\n"));
}
