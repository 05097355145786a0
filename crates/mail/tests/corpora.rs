//! Every mail of the collections beside the checkout is a message, and agrees with a second opinion or differs for a
//! reason that `docs/mail.md` gives.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use mail::{Kind, Message, Reading};

/// The collections, when they lie beside the checkout.
fn collections() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found = beside
        .map(|folder| folder.join("shared/data/email"))
        .find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("skipped: no folder shared/data/email beside the project");
    }
    found
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut inside: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the collections can be read")
        .map(|entry| entry.expect("the collections can be read").path())
        .collect();
    inside.sort();
    for path in inside {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_none_or(|ending| ending != "tsv") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_is_a_message() {
    let Some(folder) = collections() else { return };
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    let raws: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| std::fs::read(path).expect("the collections can be read"))
        .collect();
    let start = Instant::now();
    let messages: Vec<Message> = raws.iter().map(|raw| mail::read(raw)).collect();
    let took = start.elapsed();
    let bytes: usize = raws.iter().map(Vec::len).sum();
    let mut readings: BTreeMap<String, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (path, message) in paths.iter().zip(&messages) {
        *readings.entry(format!("{:?}", message.reading)).or_default() += 1;
        let kind = format!("{:?}", message.kind);
        let kind = kind.split(' ').next().unwrap_or_default().to_owned();
        *kinds.entry(kind).or_default() += 1;
        if std::env::var_os("MAIL_SHOW").is_some() {
            let name = path
                .strip_prefix(&folder)
                .expect("the collections can be read")
                .display();
            eprintln!(
                "{name}: {:?} {:?} {} list={}",
                message.reading, message.kind, message.may_be_answered, message.by_list
            );
        }
        let pieces: String = mail::pieces(&message.text)
            .iter()
            .map(|piece| piece.text)
            .collect();
        assert_eq!(pieces, message.text, "{}", path.display());
        if let Some(html) = &message.html {
            let lower = html.to_ascii_lowercase();
            assert!(
                !lower.contains("<script") && !lower.contains("src=\"http"),
                "{}",
                path.display()
            );
        }
    }
    let rate = messages.len() as f64 / took.as_secs_f64();
    eprintln!(
        "{} mails, {bytes} bytes, {rate:.0} a second on one core: {readings:?} {kinds:?}",
        messages.len()
    );
}

/// How many differences of each kind `docs/mail.md` explains.
const EXPLAINED: [(&str, usize); 6] = [
    ("attachments", 4),
    ("date", 3),
    ("empty", 9),
    ("reading", 1),
    ("sender", 16),
    ("subject", 4),
];

/// One row of the second opinion.
struct Opinion {
    path: String,
    from: String,
    subject: String,
    date: String,
    attachments: usize,
    names: Vec<String>,
}

fn opinions(folder: &Path) -> Vec<Opinion> {
    let file = folder.join("python_email_baseline.dev.tsv");
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .from_path(file)
        .expect("the collections can be read");
    rows.records()
        .map(|row| {
            let row = row.expect("the collections can be read");
            let names = row[8].split(';').filter(|name| !name.is_empty());
            Opinion {
                path: row[0].to_owned(),
                from: row[2].to_owned(),
                subject: row[3].to_owned(),
                date: row[4].to_owned(),
                attachments: row[7].parse().expect("the collections can be read"),
                names: names.map(str::to_owned).collect(),
            }
        })
        .collect()
}

#[test]
fn the_second_opinion_agrees() {
    let Some(folder) = collections() else { return };
    let opinions = opinions(&folder);
    let mut differ: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut seen = 0;
    for opinion in &opinions {
        let Ok(raw) = std::fs::read(folder.join(&opinion.path)) else {
            continue;
        };
        seen += 1;
        let message = mail::read(&raw);
        for (what, theirs, ours) in differences(opinion, &message, &raw) {
            let line = format!("{}\t{theirs}\t{ours}", opinion.path);
            differ.entry(what).or_default().push(line);
        }
    }
    eprintln!("{seen} mails compared");
    for (what, lines) in &differ {
        eprintln!("{what}: {} differ", lines.len());
        let known = EXPLAINED
            .iter()
            .find(|(known, _)| known == what)
            .map_or(0, |(_, count)| *count);
        assert!(
            lines.len() <= known,
            "{what}: more than docs/mail.md explains:\n{}",
            lines.join("\n")
        );
        if std::env::var_os("MAIL_SHOW").is_some() {
            eprintln!("  {}", lines.join("\n  "));
        }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn differences(theirs: &Opinion, ours: &Message, raw: &[u8]) -> Vec<(&'static str, String, String)> {
    let mut found = Vec::new();
    let subject = squeezed(&ours.subject);
    if squeezed(&theirs.subject) != subject {
        found.push(("subject", squeezed(&theirs.subject), subject));
    }
    let sender = ours.sender.clone().unwrap_or_default();
    let name = sender.name.clone().unwrap_or_default();
    let has_name = squeezed(&theirs.from)
        .replace(['"', '\\'], "")
        .contains(&squeezed(&name).replace('"', ""));
    if !theirs.from.contains(&sender.address)
        || !has_name
        || (theirs.from.is_empty() != (sender == mail::Mailbox::default()))
    {
        found.push((
            "sender",
            theirs.from.clone(),
            format!("{name} <{}>", sender.address),
        ));
    }
    let date = jiff::fmt::rfc2822::parse(&theirs.date)
        .ok()
        .map(|date| date.timestamp());
    if date != ours.sent.at || theirs.date.is_empty() != ours.sent.written.is_none() {
        let sent = format!(
            "{:?} {:?}",
            ours.sent.at.map(|at| at.to_string()),
            ours.sent.written
        );
        found.push(("date", theirs.date.clone(), sent));
    }
    let named: Vec<String> = ours
        .attachments
        .iter()
        .filter_map(|part| part.name.clone())
        .collect();
    let missing = theirs.names.iter().filter(|name| !named.contains(name)).count();
    if missing > 0 || ours.attachments.len() < theirs.attachments {
        found.push((
            "attachments",
            format!("{} {:?}", theirs.attachments, theirs.names),
            format!("{} {named:?}", ours.attachments.len()),
        ));
    }
    let has_words = ours.text.trim().is_empty() && ours.html.is_none() && ours.attachments.is_empty();
    if has_words && raw.len() > 300 {
        found.push((
            "empty",
            raw.len().to_string(),
            format!("{:?} {:?}", ours.reading, ours.kind),
        ));
    }
    if ours.reading != Reading::Whole {
        found.push((
            "reading",
            raw.len().to_string(),
            format!("{:?} {:?}", ours.reading, ours.kind == Kind::Normal),
        ));
    }
    found
}
