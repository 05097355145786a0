//! An export held against itself: every file is what the manifest says, every history follows from its beginning. Needs no
//! installation, so that whoever was given a case can see that nothing in it was changed.

use super::manifest::{self, Entry, FORMAT, Manifest, VERSION};
use super::{Archive, Extent, Failure, Refused, Tell, line};
use crate::submission::text_digest;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use store::history::{Event, Stream, StreamKind, follow};
use store::{At, Uuid};

/// No line of an export is longer.
const LONGEST_LINE: u64 = 256 << 20;

/// Reads every file once.
///
/// # Errors
/// `Refused`, naming the file; a failure of the disk.
pub fn check(archive: &Archive, tell: Tell<'_>) -> Result<Manifest, Failure> {
    let manifest = read(archive)?;
    for entry in manifest.tables.iter().chain([&manifest.files]) {
        tell(&entry.name, 0);
        if archive.digest(&entry.file)? != entry.sha256 {
            return Err(Refused::Changed(entry.file.clone()).into());
        }
    }
    let mut done = 0;
    for_each_line(archive, &manifest.files, |_, text| {
        let file: File = serde_json::from_str(text).ok()?;
        is_digest(&file.sha256).then_some(file)
    })?
    .try_for_each(|file| {
        let file = file?;
        let path = manifest::path_of_file(&file.sha256);
        if archive.digest(&path)? != file.sha256 {
            return Err(Failure::from(Refused::Changed(path)));
        }
        done += 1;
        tell("files", done);
        Ok(())
    })?;
    histories(archive, &manifest, tell)?;
    Ok(manifest)
}

/// The manifest, if this is an export that this version understands.
pub(super) fn read(archive: &Archive) -> Result<Manifest, Failure> {
    #[derive(Deserialize)]
    struct Form {
        format: String,
        version: u32,
    }
    let mut text = String::new();
    let opened = archive.file("manifest.json");
    let not_one = |_| Failure::from(Refused::NotAnExport);
    opened
        .map_err(not_one)?
        .take(64 << 20)
        .read_to_string(&mut text)
        .map_err(|_| Refused::NotAnExport)?;
    let form: Form = serde_json::from_str(&text).map_err(|_| Refused::NotAnExport)?;
    if form.format != FORMAT {
        return Err(Refused::NotAnExport.into());
    }
    if form.version != VERSION {
        return Err(Refused::OtherForm(form.version).into());
    }
    let manifest: Manifest = serde_json::from_str(&text).map_err(|_| Refused::NotAnExport)?;
    // Names of files follow from what they hold; a manifest that says otherwise is not ours.
    let in_place = |entry: &Entry| entry.file == manifest::path_of_table(&entry.name);
    if !manifest.tables.iter().all(in_place) || manifest.files.file != manifest::LIST_OF_FILES {
        return Err(Refused::NotAnExport.into());
    }
    Ok(manifest)
}

#[derive(Deserialize)]
pub(super) struct File {
    pub sha256: String,
}

fn is_digest(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The lines of a file as `understand` reads them.
pub(super) fn for_each_line<'a, T: 'a>(
    archive: &Archive,
    entry: &'a Entry,
    mut understand: impl FnMut(u64, &str) -> Option<T> + 'a,
) -> Result<impl Iterator<Item = Result<T, Failure>> + 'a, Failure> {
    let mut file = archive.file(&entry.file)?;
    let (mut number, mut text) = (0, String::new());
    Ok(std::iter::from_fn(move || {
        text.clear();
        number += 1;
        let bad = || Refused::BadLine {
            file: entry.file.clone(),
            line: number,
        };
        match (&mut file).take(LONGEST_LINE).read_line(&mut text) {
            Ok(0) => None,
            Ok(_) => Some(understand(number, text.trim_end_matches('\n')).ok_or_else(|| bad().into())),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => Some(Err(bad().into())),
            Err(error) => Some(Err(error.into())),
        }
    }))
}

#[derive(Deserialize)]
struct EventLine {
    stream_kind: String,
    stream_id: Uuid,
    seq: i64,
    at: i64,
    actor: Option<Uuid>,
    kind: String,
    prev_hash: String,
    hash: String,
    body: String,
}

impl EventLine {
    fn event(self) -> Option<Event> {
        Some(Event {
            stream_kind: self.stream_kind,
            stream_id: self.stream_id,
            seq: self.seq,
            at: At(jiff::Timestamp::from_microsecond(self.at).ok()?),
            actor: self.actor,
            kind: self.kind,
            prev_hash: line::unhex(&self.prev_hash)?,
            hash: line::unhex(&self.hash)?,
            body: self.body,
        })
    }
}

/// Follows every chain of hashes; of a single case also whether its texts are those that its history speaks of.
fn histories(archive: &Archive, manifest: &Manifest, tell: Tell<'_>) -> Result<(), Failure> {
    let Some(entry) = manifest.tables.iter().find(|entry| entry.name == "event") else {
        return Err(Refused::Missing(manifest::path_of_table("event")).into());
    };
    let is_case = matches!(manifest.extent, Extent::Case { .. });
    let mut referred = BTreeMap::new();
    let mut history: Vec<Event> = Vec::new();
    let mut done = 0;
    let understand = |_, text: &str| serde_json::from_str::<EventLine>(text).ok()?.event();
    for event in for_each_line(archive, entry, understand)? {
        let event = event?;
        if is_case && let Ok(body) = serde_json::from_str::<Json>(&event.body) {
            crate::verify::collect(&body, &mut referred);
        }
        let is_next = history.first().is_none_or(|first| {
            (&first.stream_kind, first.stream_id) == (&event.stream_kind, event.stream_id)
        });
        if !is_next {
            chain(entry, &std::mem::take(&mut history))?;
        }
        history.push(event);
        done += 1;
        if done % 10_000 == 0 {
            tell("event", done);
        }
    }
    chain(entry, &history)?;
    if is_case {
        texts(archive, manifest, &referred)
    } else {
        Ok(())
    }
}

fn chain(entry: &Entry, history: &[Event]) -> Result<(), Failure> {
    let Some(first) = history.first() else {
        return Ok(());
    };
    let stream = StreamKind::parse(&first.stream_kind).map(|kind| Stream {
        kind,
        id: first.stream_id,
    });
    let holds = stream.is_ok_and(|stream| follow(&stream, history).is_ok());
    if holds {
        return Ok(());
    }
    Err(Refused::BrokenChain {
        file: entry.file.clone(),
        of: format!("{} {}", first.stream_kind, first.stream_id),
    }
    .into())
}

fn texts(archive: &Archive, manifest: &Manifest, referred: &BTreeMap<Uuid, String>) -> Result<(), Failure> {
    #[derive(Deserialize)]
    struct TextLine {
        id: Uuid,
        salt: Option<String>,
        body: Option<String>,
    }
    let Some(entry) = manifest.tables.iter().find(|entry| entry.name == "text") else {
        return Err(Refused::Missing(manifest::path_of_table("text")).into());
    };
    let is_own = |_, text: &str| {
        let text: TextLine = serde_json::from_str(text).ok()?;
        let fits = match (text.salt, text.body) {
            (Some(salt), Some(body)) => {
                let digest = text_digest(&line::unhex(&salt)?, &body);
                referred.get(&text.id).is_none_or(|told| *told == digest)
            }
            // Erased words leave their digest behind.
            _ => true,
        };
        Some(fits)
    };
    for fits in for_each_line(archive, entry, is_own)? {
        if !fits? {
            return Err(Refused::Changed(entry.file.clone()).into());
        }
    }
    Ok(())
}
