//! The Python by which programs of others ask the interface: a place of its own below `target`, with what is pinned.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::{process, workspace};

const PINNED: &str = "docs/api/requirements.txt";
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// The program, brought anew only when what is pinned changed; or what to do where it cannot be brought.
pub fn python(target: &Path) -> Result<std::result::Result<PathBuf, String>> {
    let pinned = fs::read_to_string(workspace().join(PINNED)).context(PINNED)?;
    let place = target.join("interface");
    let (program, mark) = (place.join("bin/python"), place.join("pinned"));
    if fs::read_to_string(&mark).is_ok_and(|known| known == pinned) {
        return Ok(Ok(program));
    }
    let made = Command::new("python3").args(["-m", "venv"]).arg(&place).output();
    if !made.is_ok_and(|made| made.status.success()) {
        return Ok(Err(
            "there is no python3 with venv; Debian calls it python3-venv".to_owned()
        ));
    }
    let mut pip = Command::new(place.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "-r", PINNED])
        .current_dir(workspace());
    if !process::run(&mut pip, LIMIT)?.success() {
        return Ok(Err(format!(
            "what {PINNED} pins could not be brought: no network?"
        )));
    }
    fs::write(&mark, pinned)?;
    Ok(Ok(program))
}
