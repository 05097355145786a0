//! From the form to the receipt: a case at once, once, and nothing typed is lost.

use app::portal::Code;
use axum::http::StatusCode;
use procedure::vocabulary::Channel;

use super::{Browser, PDF, REPORT, case_of, read_receipt};
use crate::site::{File, Site, assert_no_raw_keys, sites, with};

#[tokio::test]
async fn a_report_is_a_case_at_once_and_its_receipt_acknowledges_it() {
    for site in sites("portal report").await {
        let kind = site.centre.kind;
        // Half an hour before midnight, on the eve of a working day: it counts today.
        site.centre
            .clock
            .set("2026-03-02T23:30:00+07:00".parse().expect("an instant"));
        let browser = Browser::new(&site);
        let (number, code) = browser.report(REPORT).await;
        assert!(Code::read(&code).is_some(), "{kind}: {code}");
        let case = case_of(&site, &number).await;
        assert_eq!(case.channel, Channel::WebForm, "{kind}");
        assert_eq!(case.received_on.to_string(), "2026-03-02", "{kind}");
        assert!(
            case.round.acknowledged.is_some_and(|done| done.by.is_none()),
            "{kind}"
        );
        let receipt = browser.get("/portal/receipt").await;
        assert!(
            receipt.says("Thứ Tư, 01/04/2026") && receipt.holds("<svg"),
            "{kind}: {}",
            receipt.text()
        );
        assert_no_raw_keys(kind, &receipt);
        browser.follow(&number, &code).await;
        let follows = browser.get("/portal/case").await;
        let words = format!("ngày 02/03/2026, số vụ việc {number}");
        assert!(follows.says(&words), "{kind}: {}", follows.text());
        let seen = site.get("qmr", &format!("/cases/{number}")).await;
        assert!(!seen.says(&code), "{kind}: nobody else learns the code");
        let kept = browser.get("/portal/receipt.pdf").await;
        assert_eq!(
            kept.header("content-type"),
            "application/pdf",
            "{kind}: {}",
            kept.text()
        );
        if let Some(told) = crate::papers::told(&kept.bytes) {
            assert!(told.contains(&code) && told.contains(&number), "{kind}: {told}");
        }
    }
}

#[tokio::test]
async fn a_double_click_and_a_reload_are_one_case_with_one_code() {
    for site in sites("portal twice").await {
        let kind = site.centre.kind;
        let browser = Browser::new(&site);
        browser.get("/portal/new").await;
        let evidence = [File {
            field: "documents",
            name: "phieu.pdf",
            bytes: PDF,
        }];
        for _ in 0..2 {
            let sent = browser.post_files("/portal/new", REPORT, &evidence).await;
            assert_eq!(sent.location(), "/portal/receipt", "{kind}: {}", sent.text());
        }
        let first = read_receipt(&browser.get("/portal/receipt").await);
        let second = read_receipt(&browser.get("/portal/receipt").await);
        assert_eq!(first, second, "{kind}");
        assert_eq!(first.0, "2026-0001", "{kind}");
        let other = site
            .centre
            .app
            .case_id("2026-0002")
            .await
            .expect("it can be looked up");
        assert!(other.is_none(), "{kind}");

        // The same browser with other words: nothing is lost, nothing is sent by mistake, and sent again it is another case.
        let changed = with(REPORT, &[("content", "Chuyện khác.")]);
        let answer = browser.post("/portal/new", &changed).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{kind}");
        assert_eq!(answer.area("content"), "Chuyện khác.", "{kind}");
        let sent = browser.post("/portal/new", &changed).await;
        assert_eq!(sent.location(), "/portal/receipt", "{kind}: {}", sent.text());
        let third = read_receipt(&browser.get("/portal/receipt").await);
        assert_eq!(third.0, "2026-0002", "{kind}");
        assert_ne!(third.1, first.1, "{kind}");
    }
}

#[tokio::test]
async fn the_same_form_again_after_midnight_is_the_case_of_the_day_before() {
    for site in sites("portal midnight").await {
        let kind = site.centre.kind;
        let clock = &site.centre.clock;
        clock.set("2026-03-02T23:59:00+07:00".parse().expect("an instant"));
        let browser = Browser::new(&site);
        let (number, code) = browser.report(REPORT).await;
        clock.set("2026-03-03T00:01:00+07:00".parse().expect("an instant"));
        let again = browser.post("/portal/new", REPORT).await;
        assert_eq!(again.location(), "/portal/receipt", "{kind}: {}", again.text());
        let receipt = read_receipt(&browser.get("/portal/receipt").await);
        assert_eq!(receipt, (number, code), "{kind}");
        let other = browser
            .post("/portal/new", &with(REPORT, &[("content", "Chuyện khác.")]))
            .await;
        assert_eq!(other.status, StatusCode::CONFLICT, "{kind}");
    }
}

#[tokio::test]
async fn an_error_a_reload_and_the_way_back_keep_every_word_and_file() {
    for site in sites("portal kept").await {
        let kind = site.centre.kind;
        let browser = Browser::new(&site);
        browser.get("/portal/new").await;
        let wrong = with(
            REPORT,
            &[("email", "lan@@example"), ("name", ""), ("subjects", "unknown")],
        );
        let evidence = [
            File {
                field: "documents",
                name: "phieu.pdf",
                bytes: PDF,
            },
            File {
                field: "authority",
                name: "uy-quyen.pdf",
                bytes: b"%PDF-1.7 another",
            },
            File {
                field: "documents",
                name: "virus.exe",
                bytes: b"MZ\x90\x00\x03",
            },
        ];
        let answer = browser.post_files("/portal/new", &wrong, &evidence).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        for field in ["email", "name", "documents"] {
            assert!(answer.error_of("report", field).is_some(), "{kind}: {field}");
        }
        let again = browser.get("/portal/new").await;
        for page in [&answer, &again] {
            assert_eq!(
                page.area("content"),
                "Kết quả thử nghiệm gửi chậm hai tuần.",
                "{kind}"
            );
            assert_eq!(page.value_of("email"), "lan@@example", "{kind}");
            assert_eq!(page.checked("subjects"), ["unknown"], "{kind}");
            assert!(
                page.says("phieu.pdf") && page.says("Giấy uỷ quyền – uy-quyen.pdf"),
                "{kind}: {}",
                page.text()
            );
            assert!(!page.says("virus.exe"), "{kind}");
        }
        // What a script saves while one types keeps the files.
        let saved = browser
            .post("/portal/new/draft", &with(REPORT, &[("content", "Viết dở")]))
            .await;
        assert_eq!(saved.status, StatusCode::NO_CONTENT, "{kind}");
        let page = browser.get("/portal/new").await;
        assert_eq!(page.area("content"), "Viết dở", "{kind}");
        assert!(page.says("phieu.pdf"), "{kind}");
        // Another language, with what stands in the form but was not sent yet.
        let unsent = with(REPORT, &[("content", "Viết thêm"), ("lang", "en")]);
        let turned = browser.post("/portal/new", &unsent).await;
        assert_eq!(turned.location(), "/portal/new", "{kind}: {}", turned.text());
        let english = browser.get("/portal/new").await;
        assert_eq!(english.area("content"), "Viết thêm", "{kind}");
        assert!(english.says("What happened?"), "{kind}");
        let remove = english
            .body
            .split("name=\"remove\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let remove = remove.expect("a file can be taken out").to_owned();
        let less = browser
            .post("/portal/new", &with(REPORT, &[("remove", &remove)]))
            .await;
        assert!(
            !less.says("phieu.pdf") && less.says("uy-quyen.pdf"),
            "{kind}: {}",
            less.text()
        );
        let sent = browser.post("/portal/new", REPORT).await;
        assert_eq!(sent.location(), "/portal/receipt", "{kind}: {}", sent.text());
        let (number, _) = read_receipt(&browser.get("/portal/receipt").await);
        let app = &site.centre.app;
        let view = app
            .case(site.centre.now(), site.centre.person("so"), &number)
            .await;
        let files = view
            .expect("it is there")
            .documents
            .into_iter()
            .map(|document| document.file_name);
        let files: Vec<String> = files.collect();
        assert_eq!(
            files,
            ["Giấy uỷ quyền – uy-quyen.pdf"],
            "{kind}: what was taken out is not sent"
        );
        let stranger = Browser::new(&site);
        assert!(
            !stranger.get("/portal/new").await.says("uy-quyen.pdf"),
            "{kind}: another browser is another person"
        );
        let cleared = stranger.get("/portal/receipt").await;
        assert_eq!(cleared.location(), "/portal/case", "{kind}");
    }
}

#[tokio::test]
async fn whoever_stays_unnamed_leaves_no_name_behind_and_can_still_be_answered() {
    let site = Site::on_sqlite().await;
    let browser = Browser::new(&site);
    let (number, _) = browser.report(&with(REPORT, &[("who", "anonymous")])).await;
    let case = case_of(&site, &number).await;
    assert!(case.complainant.party.is_none() && case.can_write());
    let page = site.get("qmr", &format!("/cases/{number}")).await;
    assert!(!page.says("Nguyễn Thị Lan") && !page.says("lan@example.vn"));
}
