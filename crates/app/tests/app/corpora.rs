//! Every mail of the collections beside the checkout ends in the inbox with subject, sender, date, words and files, byte for byte as it
//! came; where a second opinion says otherwise, `docs/mail.md` gives the reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::inbox::{Arrival, Message, Received, Way};
use testkit::Centre;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

fn collections() -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data/email"))
        .find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("skipped: no folder shared/data/email beside the project");
    }
    found
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_none_or(|ending| ending != "tsv") {
            found.push(path);
        }
    }
    found.sort();
}

/// Takes a mail in and opens it again, as the register officer does.
async fn through(centre: &Centre, raw: &[u8]) -> (store::mail::Mail, Message) {
    let now = centre.now();
    let arrival = Arrival {
        at: now,
        way: Way::Maildir,
        notice: None,
    };
    let id = centre
        .app
        .receive_mail(now, arrival, raw.to_vec())
        .await
        .unwrap()
        .id();
    let opened = centre.app.mail(now, centre.person("so"), id, "").await.unwrap();
    (opened.line.mail, opened.letter.unwrap().message)
}

#[tokio::test]
async fn every_file_ends_in_the_inbox_and_none_is_lost() {
    let Some(folder) = collections() else { return };
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    let centre = Centre::on_sqlite(MONDAY).await;
    let mut different = std::collections::BTreeSet::new();
    for path in &paths {
        let raw = std::fs::read(path).unwrap();
        let name = path.display();
        let (row, message) = through(&centre, &raw).await;
        assert!(message == mail::read(&raw), "{name}: opened as it was read");
        assert_eq!(usize::try_from(row.size).unwrap(), raw.len(), "{name}");
        assert_eq!(
            usize::try_from(row.attachments).unwrap(),
            message.attachments.len(),
            "{name}"
        );
        let kept = centre.app.open_mail(&row).await.unwrap();
        let mut kept = kept.into_std().await;
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut kept, &mut bytes).unwrap();
        assert!(bytes == raw, "{name}: kept byte for byte");
        different.insert(raw);
    }
    let found = centre.app.verify(centre.now()).await.unwrap();
    assert!(found.is_clean(), "{:?}", found.differences);
    assert_eq!(found.counted.mails, different.len(), "each once, none lost");
    for raw in different {
        let arrival = Arrival {
            at: centre.now(),
            way: Way::Imap,
            notice: None,
        };
        let again = centre.app.receive_mail(centre.now(), arrival, raw).await.unwrap();
        assert!(matches!(again, Received::Known(_)));
    }
    eprintln!("{} files, {} different mails", paths.len(), found.counted.mails);
}

/// How many differences `docs/mail.md` explains.
const EXPLAINED: [(&str, usize); 4] = [("attachments", 4), ("date", 3), ("sender", 16), ("subject", 4)];

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_inbox_says_what_a_second_opinion_says() {
    let Some(folder) = collections() else { return };
    let centre = Centre::on_sqlite(MONDAY).await;
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .from_path(folder.join("python_email_baseline.dev.tsv"))
        .unwrap();
    let mut differ: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut seen = 0;
    for opinion in rows.records() {
        let opinion = opinion.unwrap();
        let Ok(raw) = std::fs::read(folder.join(&opinion[0])) else {
            continue;
        };
        seen += 1;
        let (row, message) = through(&centre, &raw).await;
        let (from, subject, date) = (&opinion[2], squeezed(&opinion[3]), &opinion[4]);
        let mut tell = |what, agrees: bool| {
            if !agrees {
                differ.entry(what).or_default().push(opinion[0].to_owned());
            }
        };
        // Lines of the list are bounded.
        let ours: String = squeezed(&row.subject);
        tell(
            "subject",
            subject == ours || subject.chars().count() > 1_000 && subject.starts_with(&ours),
        );
        let named = squeezed(from)
            .replace(['"', '\\'], "")
            .contains(&squeezed(&row.sender_name).replace('"', ""));
        let nobody = row.sender_name.is_empty() && row.sender_address.is_empty();
        tell(
            "sender",
            from.contains(&row.sender_address) && named && from.is_empty() == nobody,
        );
        let sent = jiff::fmt::rfc2822::parse(date).ok().map(|date| date.timestamp());
        tell(
            "date",
            sent == row.sent_at.map(|at| at.0) && date.is_empty() == message.sent.written.is_none(),
        );
        let names: Vec<&str> = message
            .attachments
            .iter()
            .filter_map(|part| part.name.as_deref())
            .collect();
        let missing = opinion[8]
            .split(';')
            .any(|name| !name.is_empty() && !names.contains(&name));
        let fewer = message.attachments.len() < opinion[7].parse().unwrap();
        tell("attachments", !missing && !fewer);
    }
    eprintln!("{seen} mails compared");
    for (what, paths) in &differ {
        let known = EXPLAINED
            .iter()
            .find(|(known, _)| known == what)
            .map_or(0, |(_, count)| *count);
        assert!(
            paths.len() <= known,
            "{what}: more than docs/mail.md explains: {paths:?}"
        );
    }
}
