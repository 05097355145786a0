//! The files that belong to the project: what git tracks or would track.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

pub struct Tree {
    pub root: PathBuf,
    /// Relative to the root, with `/`, sorted.
    pub files: Vec<String>,
    /// Only in tests: what the files hold.
    given: BTreeMap<String, String>,
}

impl Tree {
    pub fn of(root: &Path) -> Result<Tree> {
        let listed = Command::new("git")
            .args([
                "-c",
                "safe.directory=*",
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(root)
            .output()
            .context("cannot ask git which files are ours")?;
        if !listed.status.success() {
            bail!(
                "git does not list the files: {}",
                String::from_utf8_lossy(&listed.stderr).trim()
            );
        }
        let names = String::from_utf8(listed.stdout).context("a file name is not UTF-8")?;
        let mut files: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
        files.retain(|file| root.join(file).is_file()); // deleted but not yet committed
        files.sort();
        files.dedup();
        Ok(Tree {
            root: root.to_path_buf(),
            files,
            given: BTreeMap::new(),
        })
    }

    #[cfg(test)]
    pub fn with(files: &[(&str, &str)]) -> Tree {
        let given: BTreeMap<_, _> = files
            .iter()
            .map(|&(name, body)| (name.to_owned(), body.to_owned()))
            .collect();
        Tree {
            root: PathBuf::from("/somewhere/else"),
            files: given.keys().cloned().collect(),
            given,
        }
    }

    /// The text of a file; nothing when it is not text.
    pub fn text(&self, file: &str) -> Result<Option<String>> {
        if let Some(text) = self.given.get(file) {
            return Ok(Some(text.clone()));
        }
        let bytes = fs::read(self.root.join(file)).with_context(|| format!("cannot read {file}"))?;
        Ok(String::from_utf8(bytes).ok())
    }

    /// The Rust sources with their texts.
    pub fn rust(&self) -> Result<Vec<(&str, String)>> {
        let sources = self.files.iter().filter(|file| file.ends_with(".rs"));
        sources
            .map(|file| {
                Ok((
                    file.as_str(),
                    self.text(file)?.context(format!("{file} is not UTF-8"))?,
                ))
            })
            .collect()
    }
}
