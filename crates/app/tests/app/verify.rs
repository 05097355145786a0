//! Whatever is changed behind the back of the product is noticed, and named.

use std::collections::BTreeSet;

use app::people::NewUnit;
use app::verify::What;
use procedure::Actor;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{answered, assessed, case};
use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

/// A case that was answered, one that is being handled, one that was settled; a file; a corrective action.
pub async fn book(centre: &Centre) -> Vec<String> {
    let mut upload = centre
        .app
        .upload(centre.now(), centre.person("letan"), "documents", "thu.txt")
        .await
        .unwrap();
    upload.write("Kính gửi Trung tâm".as_bytes()).await.unwrap();
    let file = upload.finish("thu.txt").await.unwrap().unwrap();
    let with_file = letter().with("documents", &file.id.to_string());
    let first = with_file.enter(centre, "letan").await;
    answered(centre, &first).await;
    let second = letter()
        .with("content", "Một lá thư khác.")
        .enter(centre, "letan")
        .await;
    assessed(centre, &second).await;
    let pairs = [("problem", "Thiết bị hỏng nhiều lần."), ("owner", "@chuyenvien")];
    crate::deed::inquired(centre, &second).await;
    crate::deed::done(centre, "qmr", &second, "open_corrective_action", &pairs).await;
    let third = phone_call().settled().enter(centre, "letan").await;
    let by = Actor::Person(centre.administrator);
    let unit = NewUnit {
        code: "TN".to_owned(),
        name: String::new(),
        active: true,
    };
    centre.app.put_unit(centre.now(), by, None, unit).await.unwrap();
    centre.app.work_through(centre.now()).await.unwrap();
    vec![first, second, third]
}

async fn found(centre: &Centre) -> BTreeSet<What> {
    let found = centre.app.verify(centre.now()).await.unwrap();
    found
        .differences
        .iter()
        .map(|difference| difference.what)
        .collect()
}

/// What is done, what is noticed, and how it is put back.
const DEEDS: &[(&str, &[What], &str)] = &[
    (
        "update case_row set kind = 'grievance' where ordinal = 1",
        &[What::Row],
        "update case_row set kind = 'complaint' where ordinal = 1",
    ),
    (
        "update case_row set limit_key = limit_key || '!' where ordinal = 2",
        &[What::Row],
        "update case_row set limit_key = substr(limit_key, 1, length(limit_key) - 1) where ordinal = 2",
    ),
    (
        "update case_row set complainant_name = complainant_name || '!' where ordinal = 2",
        &[What::Row],
        "update case_row set complainant_name = substr(complainant_name, 1, length(complainant_name) - 1)
        where ordinal = 2",
    ),
    (
        "update case_state set state = replace(state, '\"channel\":\"letter\"', '\"channel\":\"Letter\"')",
        &[What::State],
        "update case_state set state = replace(state, '\"channel\":\"Letter\"', '\"channel\":\"letter\"')",
    ),
    (
        "update case_subject set subject = subject || '!'",
        &[What::Subjects],
        "update case_subject set subject = substr(subject, 1, length(subject) - 1)",
    ),
    (
        "update case_person set part = part || '!'",
        &[What::People],
        "update case_person set part = substr(part, 1, length(part) - 1)",
    ),
    (
        "update obligation set rule = rule || '!' where number = '2026-0002' and ordinal = 1",
        &[What::Obligations],
        "update obligation set rule = substr(rule, 1, length(rule) - 1) where number = '2026-0002' and ordinal = 1",
    ),
    (
        "update obligation set due_key = due_key || '!' where stream_kind = 'corrective_action'",
        &[What::Obligations],
        "update obligation set due_key = substr(due_key, 1, length(due_key) - 1) where stream_kind = 'corrective_action'",
    ),
    (
        "update event set body = body || ' ' where stream_kind = 'case' and seq = 2",
        &[What::Chain],
        "update event set body = substr(body, 1, length(body) - 1) where stream_kind = 'case' and seq = 2",
    ),
    (
        "update event set kind = kind || '!' where stream_kind = 'administration'",
        &[What::Chain],
        "update event set kind = substr(kind, 1, length(kind) - 1) where stream_kind = 'administration'",
    ),
    (
        "update text set body = body || ' x'",
        &[What::Row, What::Search, What::Text],
        "update text set body = substr(body, 1, length(body) - 2)",
    ),
    (
        "update search_row set digest = digest || '!'",
        &[What::Search],
        "update search_row set digest = substr(digest, 1, length(digest) - 1)",
    ),
    (
        "update series set next = next + 1 where kind = 'case'",
        &[What::Number],
        "update series set next = next - 1 where kind = 'case'",
    ),
    (
        "update outgoing_document set number = number + 100",
        &[What::Letter],
        "update outgoing_document set number = number - 100",
    ),
    (
        "update corrective_action set stage = 'closed'",
        &[What::Row],
        "update corrective_action set stage = 'open'",
    ),
];

#[tokio::test]
async fn whatever_is_changed_behind_its_back_is_noticed_and_named() {
    for centre in centres("tampering", MONDAY).await {
        book(&centre).await;
        let clean = centre.app.verify(centre.now()).await.unwrap();
        assert_eq!(clean.differences, [], "{}", centre.kind);
        for (deed, noticed, undo) in DEEDS {
            assert!(centre.test().tamper(deed).await.unwrap() > 0, "{deed}");
            let noticed: BTreeSet<What> = noticed.iter().copied().collect();
            assert_eq!(found(&centre).await, noticed, "{}: {deed}", centre.kind);
            centre.test().tamper(undo).await.unwrap();
        }
        let again = centre.app.verify(centre.now()).await.unwrap();
        assert_eq!(again.digest, clean.digest, "looking changes nothing");
    }
}

#[tokio::test]
async fn what_is_gone_is_missed() {
    for centre in centres("gone", MONDAY).await {
        let numbers = book(&centre).await;
        let first = case(&centre, &numbers[0]).await.id;

        // A file is changed, then gone.
        let files = walk(&centre.test().directory().join("files"));
        let file = files.iter().find(|file| !file.ends_with("arriving")).unwrap();
        std::fs::write(file, "changed").unwrap();
        assert_eq!(
            found(&centre).await,
            BTreeSet::from([What::File]),
            "{}",
            centre.kind
        );
        std::fs::remove_file(file).unwrap();
        assert_eq!(found(&centre).await, BTreeSet::from([What::File]));
        std::fs::write(file, "Kính gửi Trung tâm").unwrap();
        assert_eq!(found(&centre).await, BTreeSet::new());

        // The last line of a history, then all of it.
        let last = "delete from event where stream_kind = 'case' and seq = (select version from case_row
            where ordinal = 1) and stream_id = (select id from case_row where ordinal = 1)";
        assert_eq!(centre.test().tamper(last).await.unwrap(), 1);
        assert!(found(&centre).await.contains(&What::State));
        let all = "delete from event where stream_id = (select id from case_row where ordinal = 1)";
        centre.test().tamper(all).await.unwrap();
        assert!(found(&centre).await.contains(&What::Orphan), "{first}");

        // A whole line of the book.
        for table in ["case_state", "case_subject", "case_person"] {
            let rows =
                format!("delete from {table} where case_id = (select id from case_row where ordinal = 2)");
            centre.test().tamper(&rows).await.unwrap();
        }
        let links = "delete from case_corrective_action";
        centre.test().tamper(links).await.unwrap();
        assert_eq!(
            centre
                .test()
                .tamper("delete from case_row where ordinal = 2")
                .await
                .unwrap(),
            1
        );
        let found = found(&centre).await;
        assert!(
            found.contains(&What::Number) && found.contains(&What::Row),
            "{found:?}"
        );
    }
}

fn walk(directory: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            files.push(path);
        }
    }
    files
}

#[tokio::test]
async fn both_databases_have_the_same_digest_for_the_same_content() {
    let mut centres = centres("digest", MONDAY).await;
    let sqlite = centres.remove(0);
    book(&sqlite).await;
    let digest = sqlite.app.verify(sqlite.now()).await.unwrap().digest;
    if centres.is_empty() {
        return;
    }
    let databases = testkit::databases("digest-copy").await;
    for copy in databases.iter().filter(|copy| copy.kind == "postgres") {
        sqlite.test().copy_to(copy).await.unwrap();
        let files = store::blobs::Blobs::open(sqlite.test().directory().join("files")).await;
        let app = app::App::new(copy.db.clone(), files.unwrap());
        let there = app.verify(sqlite.now()).await.unwrap();
        assert_eq!(there.differences, []);
        assert_eq!(there.digest, digest);
    }
}
