//! Everything leaves the house and comes into another one unchanged, whichever database either is on; what was tampered with does not.

use std::fs;
use std::path::{Path, PathBuf};

use app::App;
use app::export::{Archive, Destination, Failure, Manifest, Refused, Wish, check};
use store::blobs::Blobs;
use testkit::centre::centres;
use testkit::{Centre, TestDb, databases, temp_dir};

use crate::verify::book;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

fn silent(_: &str, _: u64) {}

async fn export(app: &App, now: jiff::Timestamp, wish: &Wish, path: &Path) -> Manifest {
    let mut to = Destination::at(path).unwrap();
    app.export(now, wish, &mut to, &silent).await.unwrap()
}

fn open(path: &Path) -> Archive {
    Archive::open(path, path.parent().unwrap()).unwrap()
}

async fn empty_house(test: &TestDb) -> App {
    let files = Blobs::open(test.directory().join("files")).await.unwrap();
    App::new(test.db.clone(), files)
}

/// Every file below a directory with its bytes, by its path; the manifest without its instant.
fn content(directory: &Path) -> Vec<(PathBuf, String)> {
    let (mut found, mut left) = (Vec::new(), vec![directory.to_owned()]);
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
                continue;
            }
            let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
            let lines = text.lines().filter(|line| !line.contains("made_at"));
            let name = path.strip_prefix(directory).unwrap().to_owned();
            found.push((name, lines.collect::<Vec<_>>().join("\n")));
        }
    }
    found.sort();
    found
}

async fn refusal(app: &App, now: jiff::Timestamp, path: &Path) -> Refused {
    match app.load(now, &open(path), &silent).await {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn everything_comes_into_an_empty_house_on_either_database_with_an_equal_digest() {
    for centre in centres("export", MONDAY).await {
        book(&centre).await;
        let directory = temp_dir();
        let now = centre.now();
        let [folder, zip] = ["out", "out.zip"].map(|name| directory.path().join(name));
        let manifest = export(&centre.app, now, &Wish::default(), &folder).await;
        assert!(manifest.files.lines > 0 && manifest.tables.len() > 20);
        export(&centre.app, now, &Wish::default(), &zip).await;
        let before = centre.app.verify(now).await.unwrap();
        assert_eq!(manifest.verify_digest.as_ref(), Some(&before.digest));

        for (test, path) in databases("load").await.iter().zip([&folder, &zip]) {
            let app = empty_house(test).await;
            let loaded = app.load(now, &open(path), &silent).await.unwrap();
            let pair = format!("{} to {}", centre.kind, test.kind);
            assert_eq!(loaded.verified.differences, [], "{pair}");
            assert_eq!(loaded.verified.digest, before.digest, "{pair}");
            assert_eq!(loaded.verified.counted, before.counted, "{pair}");
            // What came in goes out again, byte for byte.
            let again = directory.path().join(test.kind);
            export(&app, now, &Wish::default(), &again).await;
            assert_eq!(content(&again), content(&folder), "{pair}");
            assert!(
                matches!(
                    refusal(&app, now, &folder).await,
                    Refused::NotEmpty("organisation")
                ),
                "{pair}"
            );
        }
        let left: Vec<_> = fs::read_dir(directory.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .filter(|name| name.to_string_lossy().starts_with("unpacking"))
            .collect();
        assert_eq!(left, Vec::<std::ffi::OsString>::new());
    }
}

#[tokio::test]
async fn a_file_that_was_changed_or_taken_away_is_named() {
    let centre = Centre::on_sqlite(MONDAY).await;
    book(&centre).await;
    let directory = temp_dir();
    let folder = directory.path().join("out");
    let now = centre.now();
    export(&centre.app, now, &Wish::default(), &folder).await;
    let test = testkit::on_sqlite().await;
    let app = empty_house(&test).await;
    for (name, _) in content(&folder) {
        let path = folder.join(&name);
        let name = name.to_str().unwrap().to_owned();
        let kept = fs::read(&path).unwrap();
        let mut changed = kept.clone();
        changed.push(b' ');
        fs::write(&path, changed).unwrap();
        if name != "manifest.json" {
            assert_eq!(refusal(&app, now, &folder).await, Refused::Changed(name.clone()));
        }
        fs::remove_file(&path).unwrap();
        let missing = if name == "manifest.json" {
            Refused::NotAnExport
        } else {
            Refused::Missing(name.clone())
        };
        assert_eq!(refusal(&app, now, &folder).await, missing);
        fs::write(&path, kept).unwrap();
    }
    app.load(now, &open(&folder), &silent).await.unwrap();
}

/// Whoever changes a line and its digest in the manifest still breaks the chain of hashes.
#[tokio::test]
async fn a_history_that_was_rewritten_is_noticed_although_its_digest_was_made_anew() {
    let centre = Centre::on_sqlite(MONDAY).await;
    book(&centre).await;
    let directory = temp_dir();
    let folder = directory.path().join("out");
    let manifest = export(&centre.app, centre.now(), &Wish::default(), &folder).await;
    let events = folder.join("tables/event.jsonl");
    let text = fs::read_to_string(&events).unwrap();
    let rewritten = text.replacen("letter", "phone", 1);
    assert_ne!(rewritten, text);
    fs::write(&events, &rewritten).unwrap();
    let entry = manifest
        .tables
        .iter()
        .find(|entry| entry.name == "event")
        .unwrap();
    let digest = app::transcribe::OldBook::of(rewritten.as_bytes(), Vec::new()).sha256;
    let told = fs::read_to_string(folder.join("manifest.json")).unwrap();
    fs::write(folder.join("manifest.json"), told.replace(&entry.sha256, &digest)).unwrap();
    let refused = check(&open(&folder), &silent);
    assert!(
        matches!(&refused, Err(Failure::Refused(Refused::BrokenChain { file, .. })) if file == "tables/event.jsonl"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn hashes_of_passwords_leave_the_house_only_when_asked() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let directory = temp_dir();
    let [without, with] = ["without", "with"].map(|name| directory.path().join(name));
    let now = centre.now();
    let unasked = export(&centre.app, now, &Wish::default(), &without).await;
    let wish = Wish {
        password_hashes: true,
        ..Wish::default()
    };
    let asked = export(&centre.app, now, &wish, &with).await;
    let people = |folder: &Path| fs::read_to_string(folder.join("tables/person.jsonl")).unwrap();
    assert!(!unasked.password_hashes && !people(&without).contains("$argon2"));
    assert!(asked.password_hashes && people(&with).contains("$argon2"));
    for folder in [&without, &with] {
        for secret in ["session", "attempt", "idempotency"] {
            assert!(!folder.join(format!("tables/{secret}.jsonl")).exists());
        }
    }
    assert_eq!(unasked.verify_digest, asked.verify_digest);
}

#[tokio::test]
async fn one_case_leaves_alone_with_all_that_is_its_own_and_can_be_checked() {
    for centre in centres("export-case", MONDAY).await {
        let numbers = book(&centre).await;
        let directory = temp_dir();
        let now = centre.now();
        let folder = directory.path().join("case");
        let wish = Wish {
            case: Some(numbers[0].clone()),
            ..Wish::default()
        };
        let manifest = export(&centre.app, now, &wish, &folder).await;
        let told = check(&open(&folder), &silent).unwrap();
        assert_eq!(told, manifest, "{}", centre.kind);
        assert_eq!(manifest.files.lines, 1);
        let lines = |name: &str| {
            manifest
                .tables
                .iter()
                .find(|entry| entry.name == name)
                .unwrap()
                .lines
        };
        assert_eq!(
            (lines("case_row"), lines("party"), lines("outgoing_document")),
            (1, 1, 1)
        );
        let all = content(&folder);
        let says = |words: &str| all.iter().any(|(_, text)| text.contains(words));
        assert!(says("Hoàng Văn Thư") && says(&numbers[0]));
        assert!(
            !says("Một lá thư khác.") && !says("login_key") && !folder.join("tables/interest.jsonl").exists()
        );

        // A word of another length would be noticed by the digest of the file already.
        let texts = folder.join("tables/text.jsonl");
        let kept = fs::read_to_string(&texts).unwrap();
        let changed = kept.replacen("\"body\":\"", "\"body\":\"x", 1);
        fs::write(&texts, &changed).unwrap();
        let digest = app::transcribe::OldBook::of(changed.as_bytes(), Vec::new()).sha256;
        let old = manifest.tables.iter().find(|entry| entry.name == "text").unwrap();
        let json = fs::read_to_string(folder.join("manifest.json")).unwrap();
        fs::write(folder.join("manifest.json"), json.replace(&old.sha256, &digest)).unwrap();
        let refused = check(&open(&folder), &silent);
        assert!(
            matches!(refused, Err(Failure::Refused(Refused::Changed(file))) if file == "tables/text.jsonl")
        );

        fs::write(&texts, kept).unwrap();
        fs::write(folder.join("manifest.json"), json).unwrap();
        let test = testkit::on_sqlite().await;
        let app = empty_house(&test).await;
        assert_eq!(refusal(&app, now, &folder).await, Refused::OneCase);
        let unknown = Wish {
            case: Some("2026-9999".to_owned()),
            ..Wish::default()
        };
        let mut to = Destination::at(&directory.path().join("none")).unwrap();
        let failed = centre.app.export(now, &unknown, &mut to, &silent).await;
        assert!(matches!(failed, Err(Failure::App(app::Error::NotFound))));
    }
}

#[tokio::test]
async fn an_export_of_another_form_or_version_is_refused_with_both_named() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let directory = temp_dir();
    let folder = directory.path().join("out");
    let now = centre.now();
    let manifest = export(&centre.app, now, &Wish::default(), &folder).await;
    let path = folder.join("manifest.json");
    let told = fs::read_to_string(&path).unwrap();
    let test = testkit::on_sqlite().await;
    let app = empty_house(&test).await;
    fs::write(&path, told.replace(&manifest.schema, "0001_organisation")).unwrap();
    assert_eq!(
        refusal(&app, now, &folder).await,
        Refused::OtherSchema {
            found: "0001_organisation".to_owned(),
            wanted: manifest.schema.clone()
        }
    );
    fs::write(&path, told.replace("\"version\": 1", "\"version\": 2")).unwrap();
    assert_eq!(refusal(&app, now, &folder).await, Refused::OtherForm(2));
    fs::write(&path, "{}").unwrap();
    assert_eq!(refusal(&app, now, &folder).await, Refused::NotAnExport);
    fs::write(&path, told.replace("tables/unit.jsonl", "../unit.jsonl")).unwrap();
    assert_eq!(refusal(&app, now, &folder).await, Refused::NotAnExport);
    assert!(Destination::at(&folder).is_err(), "nothing is written over");
}

/// `docs/export.schema.json` follows from the list of tables; `UPDATE_EXPECT=1` writes it anew.
#[test]
fn the_schema_that_is_documented_is_the_one_that_is_exported() {
    use serde_json::{Value, json};
    use store::export::{Kind, TABLES, Table};

    let column = |kind| match kind {
        Kind::Id => json!({"type": ["string", "null"], "format": "uuid"}),
        Kind::Bytes => json!({"type": ["string", "null"], "pattern": "^([0-9a-f]{2})*$"}),
        Kind::Text => json!({"type": ["string", "null"]}),
        Kind::Number => json!({"type": ["integer", "null"]}),
        Kind::Flag => json!({"type": ["boolean", "null"]}),
    };
    let line = |table: &Table| {
        let columns = table.columns.iter();
        let properties: serde_json::Map<String, Value> = columns
            .map(|one| (one.name.to_owned(), column(one.kind)))
            .collect();
        let required: Vec<&str> = table.columns.iter().map(|one| one.name).collect();
        json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
    };
    let mut definitions: serde_json::Map<String, Value> = TABLES
        .iter()
        .map(|table| (table.name.to_owned(), line(table)))
        .collect();
    let entry = json!({
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "file": {"type": "string"},
            "lines": {"type": "integer", "minimum": 0},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
        },
        "required": ["name", "file", "lines", "sha256"]
    });
    definitions.insert("entry".to_owned(), entry);
    let file = json!({
        "type": "object",
        "properties": {
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "size": {"type": "integer", "minimum": 0}
        },
        "required": ["sha256", "size"]
    });
    definitions.insert("file".to_owned(), file);
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "manifest.json of an export; a line of tables/T.jsonl is #/$defs/T, of files.jsonl #/$defs/file",
        "type": "object",
        "properties": {
            "format": {"const": app::export::manifest::FORMAT},
            "version": {"const": app::export::manifest::VERSION},
            "schema": {"const": app::export::manifest::schema()},
            "made_at": {"type": "string", "format": "date-time"},
            "extent": {"anyOf": [
                {"const": "everything"},
                {"type": "object", "properties": {"case": {"type": "object",
                    "properties": {"number": {"type": "string"}}, "required": ["number"]}},
                    "required": ["case"]}
            ]},
            "password_hashes": {"type": "boolean"},
            "verify_digest": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
            "tables": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
            "files": {"$ref": "#/$defs/entry"}
        },
        "required": ["format", "version", "schema", "made_at", "extent", "password_hashes", "tables", "files"],
        "$defs": definitions
    });
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    expect_test::expect_file!["../../../../docs/export.schema.json"].assert_eq(&text);
}
