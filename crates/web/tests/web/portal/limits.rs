//! What keeps abuse out, and keeps the words of whoever is stopped.

use app::portal::Gate;
use axum::http::StatusCode;

use super::{Browser, REPORT, read_receipt};
use crate::site::{File, Site, sites, with};

#[tokio::test]
async fn what_fills_in_every_field_is_stopped_and_people_see_why() {
    let site = Site::on_sqlite().await;
    let browser = Browser::new(&site);
    browser.get("/portal/new").await;
    let trapped = browser
        .post(
            "/portal/new",
            &with(REPORT, &[("website", "http://spam.example")]),
        )
        .await;
    assert_eq!(trapped.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(trapped.area("content"), "Kết quả thử nghiệm gửi chậm hai tuần.");
    assert!(
        trapped.holds("public-trap-shown"),
        "the field is there to be emptied"
    );
    let sent = browser.post("/portal/new", REPORT).await;
    assert_eq!(sent.location(), "/portal/receipt", "{}", sent.text());
    let forged = site
        .knock_as(
            "/portal/new",
            REPORT,
            &[
                ("origin", "https://elsewhere.example"),
                ("host", "khieunai.example.vn"),
            ],
        )
        .await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn too_much_is_turned_away_with_the_words_kept_and_other_ways_named() {
    for site in sites("portal limits").await {
        let kind = site.centre.kind;
        let app = &site.centre.app;
        let mut settings = app.office().await.expect("the office").settings.clone();
        settings.portal.contact = "Số 1 Tràng Thi, điện thoại 024 1234 5678".to_owned();
        let by = procedure::Actor::Person(site.centre.administrator);
        app.change_settings(site.centre.now(), by, None, settings)
            .await
            .expect("it may be changed");
        let (most, _) = Gate::Report.limits();
        for _ in 0..most {
            assert!(
                app.portal_gate(site.centre.now(), Gate::Report, "")
                    .await
                    .expect("counted"),
                "{kind}"
            );
        }
        let browser = Browser::new(&site);
        browser.get("/portal/new").await;
        let full = browser.post("/portal/new", REPORT).await;
        assert_eq!(full.status, StatusCode::TOO_MANY_REQUESTS, "{kind}");
        assert!(full.says("024 1234 5678"), "{kind}: {}", full.text());
        assert_eq!(
            full.area("content"),
            "Kết quả thử nghiệm gửi chậm hai tuần.",
            "{kind}"
        );
        site.centre.clock.pass(jiff::SignedDuration::from_hours(2));
        assert_eq!(
            browser.post("/portal/new", REPORT).await.location(),
            "/portal/receipt",
            "{kind}"
        );

        let (most, _) = Gate::Code.limits();
        for _ in 0..most {
            assert!(
                app.portal_gate(site.centre.now(), Gate::Code, "")
                    .await
                    .expect("counted"),
                "{kind}"
            );
        }
        let (number, code) = read_receipt(&browser.get("/portal/receipt").await);
        let guess = Browser::new(&site).follow(&number, &code).await;
        assert_eq!(guess.status, StatusCode::TOO_MANY_REQUESTS, "{kind}");
    }
}

#[tokio::test]
async fn what_is_beyond_the_limit_of_saving_comes_back_and_is_not_kept() {
    let site = Site::on_sqlite().await;
    let app = &site.centre.app;
    let writer = Browser::new(&site);
    let (number, code) = Browser::new(&site).report(REPORT).await;
    writer.follow(&number, &code).await;
    let (most, _) = Gate::Save.limits();
    for _ in 0..most {
        app.portal_gate(site.centre.now(), Gate::Save, "")
            .await
            .expect("counted");
    }
    let browser = Browser::new(&site);
    for then in ["save", ""] {
        let pairs: Vec<(&str, &str)> = match then {
            "" => REPORT.to_vec(),
            then => with(REPORT, &[("then", then)]),
        };
        let full = browser.post("/portal/new", &pairs).await;
        assert_eq!(full.status, StatusCode::TOO_MANY_REQUESTS, "{}", full.text());
        assert_eq!(full.area("content"), "Kết quả thử nghiệm gửi chậm hai tuần.");
        let nothing = browser.get("/portal/new").await;
        assert_eq!(nothing.area("content"), "", "nothing is kept");
    }
    let full = writer
        .post(
            "/portal/case/message",
            &[("words", "Tôi muốn hỏi thêm."), ("key", "k")],
        )
        .await;
    assert_eq!(full.status, StatusCode::TOO_MANY_REQUESTS, "{}", full.text());
    assert_eq!(full.area("words"), "Tôi muốn hỏi thêm.");
    let nothing = writer.get("/portal/case").await;
    assert!(!nothing.says("Tôi muốn hỏi thêm."), "nothing is kept");
}

#[tokio::test]
async fn there_is_room_for_ten_files_and_no_more() {
    let site = Site::on_sqlite().await;
    let browser = Browser::new(&site);
    browser.get("/portal/new").await;
    let bytes: Vec<String> = (0..11).map(|place| format!("%PDF-1.7 number {place}")).collect();
    let names: Vec<String> = (0..11).map(|place| format!("tep-{place}.pdf")).collect();
    let files: Vec<File> = bytes
        .iter()
        .zip(&names)
        .map(|(bytes, name)| File {
            field: "documents",
            name,
            bytes: bytes.as_bytes(),
        })
        .collect();
    let answer = browser.post_files("/portal/new", REPORT, &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer
            .error_of("report", "documents")
            .is_some_and(|words| words.contains("10"))
    );
    assert!(
        answer.says("tep-9.pdf") && !answer.says("tep-10.pdf"),
        "{}",
        answer.text()
    );
}

#[tokio::test]
async fn work_is_asked_only_where_the_centre_wants_it_and_then_from_everyone() {
    let site = Site::on_sqlite().await;
    let app = &site.centre.app;
    let mut settings = app.office().await.expect("the office").settings.clone();
    settings.portal.work_bits = 8;
    let by = procedure::Actor::Person(site.centre.administrator);
    app.change_settings(site.centre.now(), by, None, settings)
        .await
        .expect("it may be changed");
    let browser = Browser::new(&site);
    let page = browser.get("/portal/new").await;
    assert!(
        page.holds("<noscript>"),
        "whoever has no script is told of other ways"
    );
    let lazy = browser.post("/portal/new", REPORT).await;
    assert_eq!(lazy.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(lazy.area("content"), "Kết quả thử nghiệm gửi chậm hai tuần.");
    let challenge = lazy
        .body
        .split("data-work=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let challenge = challenge.expect("something to work on").to_owned();
    let answer = (0u32..).map(|n| n.to_string()).find(|n| {
        use sha2::Digest;
        sha2::Sha256::digest(format!("{challenge}:{n}"))[0] == 0
    });
    let worked = with(REPORT, &[("work", answer.as_deref().unwrap_or_default())]);
    assert_eq!(
        browser.post("/portal/new", &worked).await.location(),
        "/portal/receipt"
    );
}

#[tokio::test]
async fn words_that_break_other_forms_come_through_unharmed() {
    let site = Site::on_sqlite().await;
    for words in [
        "<script>alert(1)</script>",
        "'; drop table document; --",
        "{{7*7}} ${7*7} %00 \\u0000",
        "=cmd|'/c calc'!A0",
        "Tiê\u{301}ng Viê\u{323}t tổ hợp",
        "\u{202e}ngược\u{202c} 👩‍👩‍👧‍👦",
        "a".repeat(20_000).as_str(),
    ] {
        let browser = Browser::new(&site);
        let (number, code) = browser
            .report(&with(
                REPORT,
                &[("content", words), ("name", "O'Brien \"<b>\" & Ñ")],
            ))
            .await;
        browser.follow(&number, &code).await;
        let page = browser.get("/portal/case").await;
        assert!(!page.body.contains("<script>alert"), "{words}");
        let case = site.get("qmr", &format!("/cases/{number}")).await;
        assert!(!case.body.contains("<script>alert") && case.status == StatusCode::OK);
    }
    let browser = Browser::new(&site);
    browser.get("/portal/new").await;
    let long = "a".repeat(20_001);
    let answer = browser
        .post("/portal/new", &with(REPORT, &[("content", &long)]))
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.area("content").len(),
        20_001,
        "what is too long is not lost"
    );
    let control = browser
        .post("/portal/new", &with(REPORT, &[("content", "a\u{7}b")]))
        .await;
    assert_eq!(control.status, StatusCode::UNPROCESSABLE_ENTITY);
}
