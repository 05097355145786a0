//! A case followed with its code, with the staff on the other side.

use axum::http::StatusCode;
use procedure::ActKind;

use super::{Browser, PDF, REPORT, case_of, read_receipt};
use crate::acts::hidden;
use crate::case::ASSESSED;
use crate::site::{File, LETTER, PHONE_CALL, Site, assert_no_raw_keys, sites, with};

/// By hand of the staff, from assessment to the dispatched letter.
async fn answer(site: &Site, number: &str) {
    let officer = site.id("letan");
    let signer = site.id("giamdoc");
    for who in ["qmr", "letan", "giamdoc"] {
        let page = site.get(who, &format!("/cases/{number}")).await;
        if page.form("form-declare_interest").is_some() {
            site.done(who, number, "declare_interest", &[]).await;
        }
        if who == "qmr" {
            site.done(
                "qmr",
                number,
                "assess",
                &with(ASSESSED, &[("case_officer", &officer)]),
            )
            .await;
        }
    }
    let evidence = [
        ("description", "BI-MAT-1"),
        ("source", "BI-MAT-2"),
        ("obtained_on", "02/03/2026"),
    ];
    site.done("qmr", number, "add_evidence", &evidence).await;
    site.done("qmr", number, "establish_cause", &[("cause", "BI-MAT-3")])
        .await;
    site.done("letan", number, "propose_plan", &[("plan", "BI-MAT-4")])
        .await;
    site.done("giamdoc", number, "approve_plan", &[("note", "BI-MAT-5")])
        .await;
    let outcome = [
        ("finding", "founded"),
        ("remedy", "apology"),
        ("reasons", "BI-MAT-6"),
    ];
    site.done("qmr", number, "decide_outcome", &outcome).await;
    let draft = [
        ("addressee", "Bà Nguyễn Thị Lan"),
        ("subject_line", "V/v trả lời khiếu nại"),
        ("body", "Trung tâm xin lỗi và đã gửi kết quả."),
        ("signer", signer.as_str()),
        ("then", "submit"),
    ];
    site.done("qmr", number, "draft_letter", &draft).await;
    let case = site.get("giamdoc", &format!("/cases/{number}")).await;
    let digest = hidden(&case, "form-sign_letter", "digest");
    site.done("giamdoc", number, "sign_letter", &[("digest", &digest)])
        .await;
    let numbered = [("number", "7"), ("symbol", "TTCN-QLCL")];
    site.done("vanthu", number, "number_letter", &numbered).await;
}

#[tokio::test]
async fn both_sides_write_the_answer_is_downloaded_and_rejected_and_nothing_internal_is_told() {
    for site in sites("portal case").await {
        let kind = site.centre.kind;
        let browser = Browser::new(&site);
        let (number, code) = browser.report(REPORT).await;
        let on = browser.post("/portal/receipt/done", &[]).await;
        assert_eq!(on.location(), "/portal/case", "{kind}");
        assert_eq!(
            browser.get("/portal/receipt").await.location(),
            "/portal/case",
            "{kind}: shown once"
        );

        let file = [File {
            field: "documents",
            name: "anh.pdf",
            bytes: PDF,
        }];
        let empty = browser
            .post_files("/portal/case/message", &[("words", " ")], &file)
            .await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(empty.says("anh.pdf"), "{kind}: the file waits for its words");
        let there = browser.get("/portal/case/message").await;
        assert_eq!(
            there.location(),
            "/portal/case",
            "{kind}: where the form came back"
        );
        let sent = browser
            .post(
                "/portal/case/message",
                &[("words", "Tôi gửi thêm ảnh."), ("key", "one")],
            )
            .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{kind}: {}", sent.text());
        let twice = browser
            .post(
                "/portal/case/message",
                &[("words", "Tôi gửi thêm ảnh."), ("key", "one")],
            )
            .await;
        assert!(
            twice.status == StatusCode::SEE_OTHER || twice.status == StatusCode::CONFLICT,
            "{kind}"
        );
        let page = browser.get("/portal/case").await;
        assert_eq!(
            page.body.matches("Tôi gửi thêm ảnh.").count(),
            1,
            "{kind}: {}",
            page.body.split("<main").nth(1).unwrap_or_default()
        );
        assert!(page.says("anh.pdf"), "{kind}");

        site.done("qmr", &number, "declare_interest", &[]).await;
        let work = site.get("qmr", &format!("/cases/{number}")).await;
        assert!(work.says("Tôi gửi thêm ảnh."), "{kind}");
        let owed = case_of(&site, &number).await;
        assert!(owed.round.unanswered.is_some(), "{kind}: somebody must answer");
        let words = [("words", "Đã nhận ảnh, xin cảm ơn."), ("way", "portal")];
        site.done("so", &number, "write_to_complainant", &words).await;
        assert!(
            browser.get("/portal/case").await.says("Đã nhận ảnh, xin cảm ơn."),
            "{kind}"
        );

        answer(&site, &number).await;
        let before = browser.get("/portal/case").await;
        assert!(
            before.says("Đang xem xét"),
            "{kind}: decided is not told before it is sent"
        );
        assert_eq!(
            browser.get("/portal/case/letters/1.pdf").await.status,
            StatusCode::NOT_FOUND,
            "{kind}: signed is not sent"
        );
        site.done("vanthu", &number, "dispatch_letter", &[("way", "portal")])
            .await;
        let answered = browser.get("/portal/case").await;
        assert!(
            answered.says("Đã trả lời") && answered.says("07/TTCN-QLCL"),
            "{kind}: {}",
            answered.text()
        );
        let letter = browser.get("/portal/case/letters/1.pdf").await;
        assert!(letter.bytes.starts_with(b"%PDF-"), "{kind}");
        assert_eq!(
            browser.get("/portal/case/letters/2.pdf").await.status,
            StatusCode::NOT_FOUND,
            "{kind}"
        );

        let nothing = browser
            .post("/portal/case/response", &[("words", "Thiếu chọn")])
            .await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(
            nothing
                .form("respond")
                .is_some_and(|form| form.contains("Thiếu chọn")),
            "{kind}"
        );
        let rejected = [("response", "rejected"), ("words", "Chưa đúng.")];
        let said = browser.post("/portal/case/response", &rejected).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{kind}: {}", said.text());
        let page = browser.get("/portal/case").await;
        assert!(
            page.says("Đang xem xét lại") && page.says("Chưa đúng."),
            "{kind}: {}",
            page.text()
        );
        assert!(!page.body.contains("BI-MAT"), "{kind}: {}", page.text());
        for name in ["Lê Chất Lượng", "Ngô Thị Lễ Tân", "Trần Thị Sổ", "lan@example.vn"] {
            assert!(!page.says(name), "{kind}: {name}");
        }
        let duties = site.get("khachquan", &format!("/cases/{number}")).await;
        assert!(
            duties.status == StatusCode::OK || duties.status == StatusCode::NOT_FOUND,
            "{kind}"
        );
        assert!(case_of(&site, &number).await.awaits_review(), "{kind}");
        for lang in ["en", "vi"] {
            browser
                .post("/preferences", &[("lang", lang), ("back", "/portal/case")])
                .await;
            assert_no_raw_keys(&format!("{kind} {lang}"), &browser.get("/portal/case").await);
        }
        let other = Browser::new(&site);
        assert_eq!(
            other.follow(&number, &code.to_lowercase()).await.location(),
            "/portal/case",
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_code_opens_its_own_case_alone_for_a_while_and_until_another_takes_its_place() {
    for site in sites("portal code").await {
        let kind = site.centre.kind;
        let (first, first_code) = Browser::new(&site).report(REPORT).await;
        let (second, second_code) = Browser::new(&site).report(REPORT).await;
        let browser = Browser::new(&site);
        for (number, code) in [
            (&first, &second_code),
            (&second, &first_code),
            (&"2026-9999".to_owned(), &first_code),
            (&first, &String::new()),
        ] {
            let refused = browser.follow(number, code).await;
            assert_eq!(
                refused.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{kind}: {number}"
            );
            assert!(code.is_empty() || !refused.body.contains(code.as_str()), "{kind}");
        }
        assert!(
            browser.get("/portal/case").await.form("track").is_some(),
            "{kind}"
        );
        let refused = browser.post("/portal/case/withdraw", &[("sure", "yes")]).await;
        assert_eq!(refused.location(), "/portal/case", "{kind}: no visit, no act");

        browser.follow(&first, &first_code).await;
        assert!(browser.get("/portal/case").await.says(&first), "{kind}");
        let may_not = site
            .post("danhgia", &format!("/cases/{first}/portal-code"), &[])
            .await;
        assert_eq!(may_not.status, StatusCode::FORBIDDEN, "{kind}");
        let slip = site.post("so", &format!("/cases/{first}/portal-code"), &[]).await;
        assert_eq!(slip.status, StatusCode::OK, "{kind}: {}", slip.text());
        let (number, new_code) = read_receipt(&slip);
        assert_eq!(number, first, "{kind}");
        assert!(
            browser.get("/portal/case").await.form("track").is_some(),
            "{kind}: the old code is void"
        );
        assert_eq!(
            browser.follow(&first, &first_code).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{kind}"
        );
        assert_eq!(
            browser.follow(&first, &new_code).await.location(),
            "/portal/case",
            "{kind}"
        );
        site.centre.clock.pass(jiff::SignedDuration::from_hours(3));
        assert!(
            browser.get("/portal/case").await.form("track").is_some(),
            "{kind}: the visit has ended"
        );
        browser.follow(&first, &new_code).await;
        browser.post("/portal/case/leave", &[]).await;
        assert!(
            browser.get("/portal/case").await.form("track").is_some(),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_case_that_came_by_telephone_gets_a_code_and_is_withdrawn_with_it() {
    let site = Site::on_sqlite().await;
    let number = site.enter("so", PHONE_CALL).await;
    let page = site.get("so", &format!("/cases/{number}/portal-code")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let (_, code) = read_receipt(
        &site
            .post("so", &format!("/cases/{number}/portal-code"), &[])
            .await,
    );
    let browser = Browser::new(&site);
    browser.follow(&number, &code).await;
    let unsure = browser
        .post("/portal/case/withdraw", &[("words", "Đã giải quyết.")])
        .await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        unsure
            .form("withdraw")
            .is_some_and(|form| form.contains("Đã giải quyết."))
    );
    let done = browser.post("/portal/case/withdraw", &[("sure", "yes")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(browser.get("/portal/case").await.says("Đã rút"));
    assert!(case_of(&site, &number).await.round.withdrawn.is_some());
}

#[tokio::test]
async fn a_colleague_who_may_not_write_to_the_complainant_is_not_shown_the_way_to_a_code() {
    let site = Site::on_sqlite().await;
    let number = site.enter("so", LETTER).await;
    let path = format!("/cases/{number}");
    let link = format!("{path}/portal-code");
    assert!(site.get("so", &path).await.holds(&link));
    assert!(!site.get("danhgia", &path).await.holds(&link));
    let view = site
        .centre
        .app
        .case(site.centre.now(), site.centre.person("danhgia"), &number)
        .await;
    assert!(!view.expect("an auditor reads").may(ActKind::WriteToComplainant));
}
