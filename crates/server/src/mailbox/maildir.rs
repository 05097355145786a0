//! A maildir: what lies in `new` is taken in and only then moved to `cur`, marked as seen. Nothing is removed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use app::inbox::Way;
use jiff::{SignedDuration, Timestamp};
use tokio::fs;

use super::{Desk, FIRST_PAUSE, LONGEST_PAUSE};

/// How often new mail is looked for.
const BETWEEN: Duration = Duration::from_secs(3);
/// How often it is noted that all is well.
const WELL: SignedDuration = SignedDuration::from_secs(60);

pub async fn run(mut desk: Desk, directory: PathBuf) {
    let source = format!("maildir:{}", directory.display());
    let mut pause = FIRST_PAUSE;
    let mut noted = Timestamp::MIN;
    while !desk.has_ended() {
        let rest = match pass(&desk, &directory).await {
            Ok(taken) => {
                pause = FIRST_PAUSE;
                let now = desk.now();
                if (taken > 0 || now.duration_since(noted) >= WELL)
                    && desk.app.mail_fetched(now, &source, 0, 0).await.is_ok()
                {
                    noted = now;
                }
                BETWEEN
            }
            Err(error) => {
                desk.stumbled(&source, &error).await;
                noted = Timestamp::MIN;
                let rest = pause;
                pause = (pause * 2).min(LONGEST_PAUSE);
                rest
            }
        };
        desk.rest(rest).await;
    }
}

/// Takes in what is new, in the order of its names; one mail that cannot be read does not hold up the others.
async fn pass(desk: &Desk, directory: &Path) -> Result<usize> {
    let new = directory.join("new");
    let mut names = Vec::new();
    let mut entries = fs::read_dir(&new)
        .await
        .with_context(|| format!("{} could not be read", new.display()))?;
    while let Some(entry) = entries.next_entry().await? {
        let name = entry.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        if !hidden && entry.file_type().await?.is_file() {
            names.push(name);
        }
    }
    names.sort();
    let mut taken = 0;
    let mut failed = None;
    for name in names {
        if desk.has_ended() {
            break;
        }
        match one(desk, directory, &name).await {
            Ok(()) => taken += 1,
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(taken), Err)
}

async fn one(desk: &Desk, directory: &Path, name: &std::ffi::OsStr) -> Result<()> {
    let place = directory.join("new").join(name);
    let shown = name.to_string_lossy();
    // Whoever delivers wrote it whole before it got this name.
    let at = fs::metadata(&place).await?.modified()?;
    let raw = fs::read(&place)
        .await
        .with_context(|| format!("{shown} could not be read"))?;
    let at = Timestamp::try_from(at).unwrap_or_else(|_| desk.now());
    desk.take(raw, at, Way::Maildir).await?;
    let current = directory.join("cur");
    fs::create_dir_all(&current).await?;
    let mut seen = name.to_owned();
    if !shown.contains(":2,") {
        seen.push(":2,S");
    }
    let moved = fs::rename(&place, current.join(seen)).await;
    moved.with_context(|| format!("{shown} is stored and could not be moved to cur"))
}
