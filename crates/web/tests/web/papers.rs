//! Papers for print: who gets them, what they hold, and how long ones are asked for and found again.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use axum::http::StatusCode;
use web::papers::make_waiting;

use crate::site::{File, LETTER, Site, assert_no_raw_keys, sites, with};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nnot quite a picture";

/// Everything that a file says, also inside compressed streams; nothing where poppler is missing.
pub fn told(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes).unwrap();
    let text = std::process::Command::new("pdftotext")
        .arg(&path)
        .arg("-")
        .output();
    let Ok(text) = text else {
        assert!(std::env::var_os("CI").is_none(), "poppler-utils is not installed");
        return None;
    };
    let mut told = String::from_utf8_lossy(&text.stdout).into_owned();
    let run = |tool: &str, arguments: &[&str]| {
        std::process::Command::new(tool)
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    told.push_str(&String::from_utf8_lossy(&run("pdfinfo", &["paper.pdf"]).stdout));
    told.push_str(&String::from_utf8_lossy(
        &run("pdfdetach", &["-list", "paper.pdf"]).stdout,
    ));
    std::fs::create_dir(folder.path().join("inside")).unwrap();
    run("pdfdetach", &["-saveall", "-o", "inside", "paper.pdf"]);
    for file in std::fs::read_dir(folder.path().join("inside")).unwrap() {
        let path = file.unwrap().path();
        told.push_str(&path.file_name().unwrap().to_string_lossy());
        let bytes = std::fs::read(&path).unwrap();
        if bytes.starts_with(b"%PDF") {
            let text = std::process::Command::new("pdftotext")
                .arg(&path)
                .arg("-")
                .output()
                .unwrap();
            told.push_str(&String::from_utf8_lossy(&text.stdout));
        } else {
            told.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    Some(told)
}

#[tokio::test]
async fn the_registers_are_files_for_those_who_keep_or_check_them() {
    for site in sites("registers").await {
        let kind = site.centre.kind;
        let number = site.enter("so", LETTER).await;
        let incoming = [("incoming_number", "123"), ("arrived_on", "02/03/2026")];
        site.done("vanthu", &number, "record_incoming", &incoming).await;
        for (path, begins) in [
            ("cases.pdf", "%PDF-"),
            ("outgoing.pdf", "%PDF-"),
            ("incoming.xlsx", "PK"),
            ("incoming.zip", "PK"),
            ("handling.pdf", "%PDF-"),
            ("postal.xlsx", "PK"),
        ] {
            let address = format!("/registers/{path}?year=2026");
            let file = site.get("qmr", &address).await;
            assert_eq!(file.status, StatusCode::OK, "{kind}: {path}: {}", file.text());
            assert!(file.bytes.starts_with(begins.as_bytes()), "{kind}: {path}");
            let denied = site.get("chuyenvien", &address).await;
            assert_eq!(denied.status, StatusCode::FORBIDDEN, "{kind}: {path}");
        }
        for path in [
            "postal.zip?year=2026",
            "cases.exe?year=2026",
            "nothing.pdf?year=2026",
            "cases.pdf?year=9",
        ] {
            let file = site.get("qmr", &format!("/registers/{path}")).await;
            assert_eq!(file.status, StatusCode::NOT_FOUND, "{kind}: {path}");
        }
        for book in ["outgoing", "incoming", "handling", "postal"] {
            let page = site.get("qmr", &format!("/letters?book={book}&year=2026")).await;
            assert_eq!(page.status, StatusCode::OK, "{kind}: {book}");
            assert_no_raw_keys(book, &page);
        }
        let page = site.get("qmr", "/letters?book=handling&year=2026").await;
        assert!(
            page.says("123") && page.holds(&format!("/cases/{number}")),
            "{kind}: {}",
            page.text()
        );
        let book = site.get("qmr", "/registers/handling.pdf?year=2026").await;
        if let Some(told) = told(&book.bytes) {
            assert!(
                told.contains("Nguyễn Thị Lan") && told.contains("123"),
                "{kind}: {told}"
            );
        }
    }
}

#[tokio::test]
async fn the_registry_enters_numbers_that_no_case_has_and_the_book_shows_them() {
    for site in sites("numbers").await {
        let kind = site.centre.kind;
        let entry = [
            ("number", "3"),
            ("symbol", "TTCN-HC"),
            ("dated_on", "02/03/2026"),
            ("voided", "yes"),
            ("note", "Ghi nhầm số."),
        ];
        let denied = site.post("qmr", "/letters/numbers", &entry).await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN, "{kind}");
        let reasonless = with(&entry, &[("note", "")]);
        let back = site.post("vanthu", "/letters/numbers", &reasonless).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(
            back.form("entry-form")
                .is_some_and(|form| form.contains("TTCN-HC")),
            "{kind}: typed words are kept"
        );
        let far = with(&entry, &[("number", "9999")]);
        let back = site.post("vanthu", "/letters/numbers", &far).await;
        let form = back.form("entry-form").expect("the form is there again");
        assert!(
            form.contains("name=\"sure\""),
            "{kind}: a number far above the last is asked about"
        );
        let done = site.post("vanthu", "/letters/numbers", &entry).await;
        assert_eq!(done.location(), "/letters", "{kind}: {}", done.text());
        let again = site.post("vanthu", "/letters/numbers", &entry).await;
        assert_eq!(
            again.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{kind}: the number is given"
        );
        let page = site.get("vanthu", "/letters?year=2026").await;
        assert!(
            page.says("01–02"),
            "{kind}: the gap before it is shown: {}",
            page.text()
        );
        assert!(
            page.holds("<s>03/TTCN-HC</s>") && page.says("Số bị huỷ; Ghi nhầm số."),
            "{kind}: {}",
            page.body
        );
        let ledger = site.get("quantri", "/admin").await;
        assert!(ledger.says("ghi một số văn bản đi ngoài vụ việc"), "{kind}");
    }
}

/// A complaint by a person with every way to be reached, told again in the words of others.
async fn told_of(site: &Site) -> String {
    let form = with(
        LETTER,
        &[
            ("name", "Bà Nguyễn Thị Lan"),
            ("phone", "0912 345 678"),
            ("email", "lan@thu.example"),
            (
                "content",
                "Bà Nguyễn Thị Lan (0912345678) cho biết kết quả gửi chậm; nguyen thi lan đã gọi ba lần.",
            ),
        ],
    );
    let number = site.enter("so", &form).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let evidence = [
        ("description", "Thư của chị Lan gửi từ lan@thu.example"),
        ("source", "Nguyễn Thị Lan"),
        ("obtained_on", "02/03/2026"),
    ];
    let files = [
        File {
            field: "documents",
            name: "anh-cua-Nguyen-Thi-Lan.png",
            bytes: PNG,
        },
        File {
            field: "documents",
            name: "phieu.png",
            bytes: b"\x89PNG\r\n\x1a\nanother",
        },
    ];
    let path = format!("/cases/{number}/acts/add_evidence");
    let key = app::new_id().to_string();
    let pairs: Vec<(&str, &str)> = evidence.into_iter().chain([("key", key.as_str())]).collect();
    let done = site.post_files("qmr", &path, &pairs, &files).await;
    assert_eq!(done.location(), format!("/cases/{number}"), "{}", done.text());
    number
}

const IDENTITY: &[&str] = &[
    "Lan",
    "LAN",
    "lan@thu",
    "0912",
    "345 678",
    "345678",
    "Tràng Thi",
    "nguyen thi lan",
];

#[tokio::test]
async fn a_dossier_holds_everything_and_its_covered_copy_never_says_who_complained() {
    for site in sites("dossier").await {
        let kind = site.centre.kind;
        let number = told_of(&site).await;
        let page = site.get("qmr", &format!("/cases/{number}/dossier")).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}");
        assert_no_raw_keys("dossier", &page);
        let whole = site.get("qmr", &format!("/cases/{number}/dossier/file")).await;
        assert!(whole.bytes.starts_with(b"%PDF-"), "{kind}: {}", whole.text());
        let Some(said) = told(&whole.bytes) else { return };
        for words in [
            "Nguyễn Thị Lan",
            "0912345678",
            "tep-01-anh-cua-Nguyen-Thi-Lan.png",
            "7.13.5",
            "dien-bien.json",
            "phucdap-case-history-1",
        ] {
            assert!(said.contains(words), "{kind}: {words} is missing");
        }

        let form = page
            .form("redacted-form")
            .expect("QMR may give out a covered copy");
        let ids: Vec<&str> = form
            .split("name=\"cleared\" value=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(ids.len(), 2, "{kind}: {form}");
        let path = format!("/cases/{number}/dossier/redacted");
        let covered = site.post("qmr", &path, &[("cleared", ids[1])]).await;
        assert!(covered.bytes.starts_with(b"%PDF-"), "{kind}: {}", covered.text());
        let said = told(&covered.bytes).unwrap();
        for words in IDENTITY {
            let at = said
                .find(words)
                .map(|place| said[..place].chars().rev().take(80).collect::<String>());
            assert!(
                at.is_none(),
                "{kind}: {words} stands behind {:?}",
                at.map(|at| at.chars().rev().collect::<String>())
            );
        }
        assert!(
            said.contains("[đã che]") && said.contains("tep-02.png") && !said.contains("tep-01"),
            "{kind}: {said}"
        );

        let others = site.post("chuyenvien", &path, &[]).await;
        assert_eq!(others.status, StatusCode::NOT_FOUND, "{kind}");
        let registry = site.post("so", &path, &[]).await;
        assert_ne!(
            registry.status,
            StatusCode::OK,
            "{kind}: the register officer gives out no covered copy"
        );
    }
}

#[tokio::test]
async fn sheets_of_a_case_and_the_blank_form_are_for_whoever_may_see_it() {
    let site = Site::on_sqlite().await;
    let number = told_of(&site).await;
    for name in ["follow-up.pdf", "complaint.pdf"] {
        let path = format!("/cases/{number}/sheets/{name}");
        let sheet = site.get("qmr", &path).await;
        assert!(sheet.bytes.starts_with(b"%PDF-"), "{name}");
        if let Some(said) = told(&sheet.bytes) {
            assert!(
                said.contains("Nguyễn Thị Lan") && said.contains(&number),
                "{name}: {said}"
            );
        }
        assert_eq!(
            site.get("chuyenvien", &path).await.status,
            StatusCode::NOT_FOUND,
            "{name}"
        );
    }
    let other = site
        .get("qmr", &format!("/cases/{number}/sheets/other.pdf"))
        .await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert!(
        site.get("chuyenvien", "/intake/form.pdf")
            .await
            .bytes
            .starts_with(b"%PDF-")
    );
}

#[tokio::test]
async fn a_long_paper_is_asked_for_once_made_aside_and_found_again() {
    for site in sites("aside").await {
        let kind = site.centre.kind;
        site.enter("so", LETTER).await;
        let app = &site.centre.app;
        let asked = r#"{"paper":"register","kind":"cases","year":2026,"format":"xlsx"}"#;
        let (now, qmr) = (site.centre.now(), site.centre.person("qmr"));
        let first = app.ask_for_paper(now, qmr, asked, "vi").await.unwrap();
        let second = app.ask_for_paper(now, qmr, asked, "vi").await.unwrap();
        assert_eq!(first, second, "{kind}: asked for twice, it is made once");
        let broken = app.ask_for_paper(now, qmr, "{}", "vi").await.unwrap();
        let page = site.get("qmr", "/papers").await;
        assert!(page.says("Đang chờ"), "{kind}: {}", page.text());
        let file = format!("/papers/{first}/file");
        assert_eq!(
            site.get("qmr", &file).await.status,
            StatusCode::NOT_FOUND,
            "{kind}: not made yet"
        );

        let clock = site.centre.clock.clone();
        let clock: web::Clock = std::sync::Arc::new(move || clock.now());
        assert_eq!(make_waiting(app, &clock).await.unwrap(), 2, "{kind}");
        let page = site.get("qmr", "/papers").await;
        assert_no_raw_keys("papers", &page);
        assert!(
            page.holds(&file) && page.says("Không làm được"),
            "{kind}: {}",
            page.text()
        );
        assert!(!page.holds(&broken.to_string()), "{kind}");
        let made = site.get("qmr", &file).await;
        assert!(made.bytes.starts_with(b"PK"), "{kind}");
        assert_eq!(
            site.get("so", &file).await.status,
            StatusCode::NOT_FOUND,
            "{kind}: another's"
        );
    }
}

#[tokio::test]
async fn single_papers_are_made_for_whoever_sees_the_case() {
    let site = Site::on_sqlite().await;
    let number = site.enter("so", LETTER).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let told = [("words", "Trung tâm đã nhận đơn."), ("way", "post")];
    site.done("so", &number, "acknowledge", &told).await;
    let app = &site.centre.app;
    let clock = site.centre.clock.clone();
    let clock: web::Clock = std::sync::Arc::new(move || clock.now());
    let made = async |who: &str, wish: serde_json::Value| {
        let (now, person) = (site.centre.now(), site.centre.person(who));
        let id = app
            .ask_for_paper(now, person, &wish.to_string(), "vi")
            .await
            .unwrap();
        make_waiting(app, &clock).await.unwrap();
        let papers = app.papers_of(person).await.unwrap();
        papers.into_iter().find(|paper| paper.id == id).unwrap().state
    };
    let notice = serde_json::json!({ "paper": "notice", "number": number, "name": "1", "format": "docx" });
    for wish in [
        notice.clone(),
        serde_json::json!({ "paper": "follow_up", "number": number }),
        serde_json::json!({ "paper": "complaint_form", "number": number }),
        serde_json::json!({ "paper": "blank_form" }),
    ] {
        let state = made("qmr", wish.clone()).await;
        assert!(matches!(state, app::papers::State::Done(_)), "{wish}: {state:?}");
    }
    let template = serde_json::json!({ "paper": "template", "purpose": "reply", "language": "vi" });
    for (who, wish) in [
        ("chuyenvien", notice),
        ("qmr", template),
        (
            "qmr",
            serde_json::json!({ "paper": "letter", "number": number, "place": 1, "format": "pdf" }),
        ),
    ] {
        let state = made(who, wish.clone()).await;
        assert!(
            matches!(state, app::papers::State::Failed(_)),
            "{who} {wish}: {state:?}"
        );
    }
}
