//! The public pages as somebody without an account uses them: one browser with its cookies, no scripts.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use app::portal::{Code, Gate, Standing};
use axum::http::StatusCode;
use i18n::{Lang, texts};
use procedure::vocabulary::Channel;
use procedure::{ActKind, Case};

use crate::acts::hidden;
use crate::case::ASSESSED;
use crate::site::{
    Answer, File, LETTER, MONDAY, PHONE_CALL, Site, assert_no_raw_keys, knock, knock_with_files, sites,
    visit, with,
};

const PDF: &[u8] = b"%PDF-1.7 not quite a paper";

/// A complaint by somebody with a name.
const REPORT: &[(&str, &str)] = &[
    ("declared_kind", "complaint"),
    ("content", "Kết quả thử nghiệm gửi chậm hai tuần."),
    ("remedy_sought", "Gửi ngay và giải thích."),
    ("subjects", "other_activity"),
    ("who", "person"),
    ("name", "Nguyễn Thị Lan"),
    ("email", "lan@example.vn"),
];

/// Somebody's browser.
struct Browser<'a> {
    site: &'a Site,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'a> Browser<'a> {
    fn new(site: &'a Site) -> Self {
        Browser {
            site,
            cookies: Mutex::default(),
        }
    }

    fn jar(&self) -> String {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs: Vec<String> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn take(&self, answer: Answer) -> Answer {
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for line in answer.cookies() {
            let pair = line.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie is a pair");
            if line.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        drop(cookies);
        answer
    }

    async fn get(&self, path: &str) -> Answer {
        let answer = visit(self.site.router(), path, &self.jar()).await;
        self.take(answer)
    }

    async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let answer = knock(self.site.router(), path, pairs, &self.jar()).await;
        self.take(answer)
    }

    async fn post_files(&self, path: &str, pairs: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        let answer = knock_with_files(self.site.router(), path, pairs, files, &self.jar()).await;
        self.take(answer)
    }

    /// Opens the form and sends this; number and code as the receipt shows them.
    async fn report(&self, form: &[(&str, &str)]) -> (String, String) {
        self.get("/portal/new").await;
        let sent = self.post("/portal/new", form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        assert_eq!(sent.location(), "/portal/receipt");
        read_receipt(&self.get("/portal/receipt").await)
    }

    async fn follow(&self, number: &str, code: &str) -> Answer {
        self.post("/portal/case", &[("number", number), ("code", code)])
            .await
    }
}

/// Number and code of a receipt.
fn read_receipt(page: &Answer) -> (String, String) {
    let between = |from: &str, to: &str| {
        let rest = page.body.split_once(from).map(|(_, rest)| rest);
        let found = rest
            .and_then(|rest| rest.split_once(to))
            .map(|(found, _)| found.to_owned());
        found.unwrap_or_else(|| panic!("no {from}: {}", page.text()))
    };
    (
        between("<strong class=\"public-number\">", "</strong>"),
        between("<code>", "</code>"),
    )
}

async fn case_of(site: &Site, number: &str) -> Case {
    let app = &site.centre.app;
    let id = app.case_id(number).await.expect("it can be looked up");
    let id = id.unwrap_or_else(|| panic!("no case {number}"));
    app.case_as_it_stands(id).await.expect("it is there")
}

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
async fn whoever_stays_unnamed_leaves_no_name_behind_and_can_still_be_answered() {
    let site = Site::on_sqlite().await;
    let browser = Browser::new(&site);
    let (number, _) = browser.report(&with(REPORT, &[("who", "anonymous")])).await;
    let case = case_of(&site, &number).await;
    assert!(case.complainant.party.is_none() && case.can_write());
    let page = site.get("qmr", &format!("/cases/{number}")).await;
    assert!(!page.says("Nguyễn Thị Lan") && !page.says("lan@example.vn"));
}

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

/// Every address that a page loads from or leads to.
fn addresses(page: &Answer) -> Vec<&str> {
    let marks = ["src=\"", "href=\"", "action=\"", "formaction=\"", "url("];
    let found = marks.iter().flat_map(|mark| page.body.split(mark).skip(1));
    found.filter_map(|rest| rest.split(['"', ')']).next()).collect()
}

#[tokio::test]
async fn no_public_page_asks_anything_from_elsewhere_and_each_speaks_both_languages() {
    let site = Site::on_sqlite().await;
    let browser = Browser::new(&site);
    let (number, code) = browser.report(REPORT).await;
    browser.follow(&number, &code).await;
    for lang in ["vi", "en"] {
        browser
            .post("/preferences", &[("lang", lang), ("back", "/portal")])
            .await;
        for path in [
            "/portal",
            "/portal/new",
            "/portal/receipt",
            "/portal/case",
            "/portal/procedure",
        ] {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for address in addresses(&page) {
                assert!(
                    address.starts_with('/') || address.starts_with('#'),
                    "{path}: {address}"
                );
            }
            assert!(!page.body.contains(" style=\""), "{path}: the policy forbids it");
            assert!(!page.holds("side-nav"), "{path}: nothing of the desk");
            assert!(page.says("Trung tâm Chứng nhận Thử Nghiệm"), "{path}");
            assert_no_raw_keys(&format!("{path} {lang}"), &page);
        }
    }
}

#[tokio::test]
async fn a_guest_finds_the_public_pages_and_the_procedure_says_which_version_it_is() {
    let site = Site::on_sqlite().await;
    assert_eq!(site.visit("/").await.location(), "/portal");
    assert!(site.visit("/sign-in").await.holds("href=\"/portal\""));
    let form = [
        ("open", "yes"),
        ("contact", "Số 1 Tràng Thi"),
        ("procedure_version", "Lần ban hành 03"),
        ("procedure_on", "15/01/2026"),
        ("work_bits", "0"),
    ];
    let denied = site.post("qmr", "/admin/portal", &form).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    let saved = site.post("quantri", "/admin/portal", &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let procedure = site.visit("/portal/procedure").await;
    assert!(
        procedure.says("Lần ban hành 03") && procedure.says("15/01/2026"),
        "{}",
        procedure.text()
    );
    assert!(procedure.says("B2.4"));
    assert!(site.visit("/portal").await.says("Số 1 Tràng Thi"));
    let wrong = site
        .post(
            "quantri",
            "/admin/portal",
            &with(&form, &[("work_bits", "23"), ("contact", "Giữ")]),
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.area("contact"), "Giữ");
    site.post("quantri", "/admin/portal", &with(&form, &[("open", "")]))
        .await;
    let closed = site.visit("/portal/new").await;
    assert!(
        closed.form("report").is_none() && closed.says("Số 1 Tràng Thi"),
        "{}",
        closed.text()
    );
}

#[test]
fn every_standing_has_its_words_in_both_languages() {
    for lang in Lang::ALL {
        let t = texts(lang);
        for standing in Standing::ALL {
            for group in ["portal-standing", "portal-meaning"] {
                let key = format!("{group}-{}", standing.key());
                assert!(t.get(&key).is_some(), "{}: {key}", lang.code());
            }
        }
        for what in app::portal::What::ALL {
            assert!(
                t.get(&format!("portal-told-{}", what.key())).is_some(),
                "{}",
                what.key()
            );
        }
    }
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
    assert!(MONDAY.starts_with("2026"));
}
