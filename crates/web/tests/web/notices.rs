//! Letters that go out by other acts than the drafted letter: in the list of a case's papers, as files, in the dossier, and for nobody
//! who does not see the whole case.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use axum::http::StatusCode;
use i18n::{Lang, texts};

use crate::case::ASSESSED;
use crate::papers::told;
use crate::site::{Answer, LETTER, PHONE_CALL, Site, assert_no_raw_keys, sites, with};

/// The lines of the card.
fn card(page: &Answer) -> &str {
    let (_, card) = page.body.split_once("id=\"notices\"").expect("the card");
    card.split("</ul>").next().unwrap()
}

async fn papers(site: &Site, who: &str, number: &str) -> Answer {
    let page = site.get(who, &format!("/cases/{number}/dossier")).await;
    assert_eq!(page.status, StatusCode::OK, "{who}: {}", page.text());
    page
}

/// What a letter says, with each blank and line end as one space; both formats are there.
async fn letter(site: &Site, who: &str, number: &str, name: &str) -> Option<String> {
    let path = format!("/cases/{number}/notices/{name}");
    let docx = site.get(who, &format!("{path}.docx")).await;
    assert!(docx.bytes.starts_with(b"PK"), "{who} {path}: {}", docx.text());
    let pdf = site.get(who, &format!("{path}.pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF-"), "{who} {path}: {}", pdf.text());
    let words = told(&pdf.bytes)?;
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// All of these words stand in the letter, none of those.
fn says(place: &str, letter: Option<&String>, words: &[&str], not: &[&str]) {
    let Some(letter) = letter else { return };
    for words in words {
        assert!(letter.contains(words), "{place}: {words} is not in {letter}");
    }
    for words in not {
        assert!(!letter.contains(words), "{place}: {words} is in {letter}");
    }
}

#[tokio::test]
async fn what_may_go_out_is_a_draft_and_what_went_out_a_letter() {
    for site in sites("notices").await {
        let kind = site.centre.kind;
        let number = site.enter("so", LETTER).await;
        let page = papers(&site, "so", &number).await;
        let draft = format!("/cases/{number}/notices/acknowledgement.pdf");
        assert!(
            card(&page).contains(&draft) && card(&page).contains("Dự thảo"),
            "{kind}: {}",
            page.body
        );
        let words = letter(&site, "so", &number, "acknowledgement").await;
        let about = format!("tiếp nhận khiếu nại số {number}");
        says(
            kind,
            words.as_ref(),
            &["DỰ THẢO", "Kính gửi: Nguyễn Thị Lan", &about, "Trần Thị Sổ"],
            &["Số:"],
        );

        let told = [
            ("words", "Trung tâm đã nhận đơn **hôm nay**.\nSẽ có trả lời."),
            ("way", "post"),
        ];
        site.done("so", &number, "acknowledge", &told).await;
        let page = papers(&site, "so", &number).await;
        assert_no_raw_keys("papers", &page);
        assert!(!card(&page).contains("acknowledgement.pdf"), "{kind}: it is done");
        assert!(card(&page).contains("ngày 02/03/2026"), "{kind}: {}", card(&page));
        let words = letter(&site, "so", &number, "1").await;
        says(
            kind,
            words.as_ref(),
            &[
                "Kính gửi: Nguyễn Thị Lan",
                &about,
                "Trung tâm đã nhận đơn hôm nay.",
                "Sẽ có trả lời./.",
                "ngày 02 tháng 3 năm 2026",
                "CHUYÊN VIÊN",
                "Trần Thị Sổ",
            ],
            &["DỰ THẢO", "Số:", "**"],
        );
        for name in ["2.pdf", "0.pdf", "1.odt", "acknowledgement.pdf", "x.docx", "1"] {
            let file = site.get("so", &format!("/cases/{number}/notices/{name}")).await;
            assert_eq!(file.status, StatusCode::NOT_FOUND, "{kind}: {name}");
        }
        let english = site.get_in("so", &format!("/cases/{number}/dossier"), "en").await;
        assert!(card(&english).contains(texts(Lang::En).papers_letter_acknowledgement()));
    }
}

#[tokio::test]
async fn a_promise_an_extension_and_progress_go_out_with_their_days_and_signers() {
    for site in sites("notices of time").await {
        let kind = site.centre.kind;
        let number = site.enter("letan", PHONE_CALL).await;
        let words = letter(&site, "letan", &number, "1").await;
        says(
            kind,
            words.as_ref(),
            &[
                "hẹn trả lời khiếu nại",
                "vào ngày 09/03/2026",
                "Số:",
                "/TTCN",
                "LỄ TÂN",
                "Ngô Thị Lễ Tân",
            ],
            &["DỰ THẢO", "ngày 02 tháng"],
        );
        site.done("qmr", &number, "declare_interest", &[]).await;
        let officer = site.id("letan");
        site.done(
            "qmr",
            &number,
            "assess",
            &with(ASSESSED, &[("case_officer", &officer)]),
        )
        .await;
        for who in ["letan", "giamdoc"] {
            site.done(who, &number, "declare_interest", &[]).await;
        }
        let extension = [("until", "20/04/2026"), ("reason", "Chờ kết quả thử lại.")];
        site.done("qmr", &number, "ask_extension", &extension).await;
        site.done("giamdoc", &number, "grant_extension", &extension).await;
        let words = letter(&site, "letan", &number, "extension-notice").await;
        says(
            kind,
            words.as_ref(),
            &["DỰ THẢO", "Chờ kết quả thử lại.", "gia hạn đến ngày 20/04/2026"],
            &[],
        );
        let told = [("words", "Thời hạn mới là ngày 20/04/2026."), ("way", "post")];
        site.done("letan", &number, "tell_extension", &told).await;
        let words = letter(&site, "letan", &number, "2").await;
        says(
            kind,
            words.as_ref(),
            &[
                "gia hạn giải quyết khiếu nại",
                "Thời hạn mới là ngày 20/04/2026./.",
                "Số:",
                "Hà Nội, ngày",
            ],
            &["DỰ THẢO"],
        );
        let qmr = site.id("qmr");
        let mandate = [
            ("person", qmr.as_str()),
            ("mode", "tuq"),
            ("scope", "Thông báo"),
            ("from", "02/03/2026"),
            ("until", "31/12/2026"),
            ("document", "QĐ 08"),
        ];
        let given = site.post("quantri", "/admin/authority", &mandate).await;
        assert_eq!(given.location(), "/admin/authority", "{kind}: {}", given.text());
        let progress = [("words", "Đang thử lại mẫu.")];
        site.done("qmr", &number, "tell_progress", &progress).await;
        let words = letter(&site, "letan", &number, "3").await;
        says(
            kind,
            words.as_ref(),
            &[
                "tiến độ giải quyết khiếu nại",
                "Đang thử lại mẫu./.",
                "TUQ. GIÁM ĐỐC",
                "Lê Chất Lượng",
            ],
            &["Số:", "DỰ THẢO"],
        );

        let path = format!("/cases/{number}/notices/1.pdf");
        for who in ["khachquan", "cntt", "phogiamdoc"] {
            let other = site.get(who, &path).await;
            assert_eq!(other.status, StatusCode::NOT_FOUND, "{kind}: {who}");
        }
        assert!(
            site.visit(&path).await.location().starts_with("/sign-in"),
            "{kind}"
        );

        let dossier = site.get("qmr", &format!("/cases/{number}/dossier/file")).await;
        let Some(whole) = told_files(&dossier) else { return };
        for words in [
            "thong-bao-1.pdf",
            "thong-bao-3.pdf",
            "vào ngày 09/03/2026",
            "Đang thử lại mẫu./.",
        ] {
            assert!(whole.contains(words), "{kind}: {words} is not in the dossier");
        }
        let path = format!("/cases/{number}/dossier/redacted");
        let covered = site.post("qmr", &path, &[]).await;
        let covered = told_files(&covered).unwrap();
        assert!(
            covered.contains("thong-bao-2.pdf") && covered.contains("Kính gửi: [đã che]"),
            "{kind}: {covered}"
        );
        assert!(!covered.contains("Nguyễn Thị Lan"), "{kind}");
    }
}

fn told_files(file: &Answer) -> Option<String> {
    assert!(file.bytes.starts_with(b"%PDF-"), "{}", file.text());
    let words = told(&file.bytes)?;
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn the_client_is_written_to_without_the_complainant() {
    for site in sites("notices to the client").await {
        let kind = site.centre.kind;
        let form = with(LETTER, &[("subjects", "client_product")]);
        let number = site.enter("so", &form).await;
        site.done("qmr", &number, "declare_interest", &[]).await;
        let officer = site.id("letan");
        let assessed = [("subjects", "client_product"), ("case_officer", &officer)];
        site.done("qmr", &number, "assess", &with(ASSESSED, &assessed))
            .await;
        let blank = letter(&site, "qmr", &number, "to-client").await;
        says(
            kind,
            blank.as_ref(),
            &["Kính gửi: ………"],
            &["Nguyễn Thị Lan", "của ."],
        );

        let auditor = site.id("danhgia");
        let named = [
            ("decision_number", "123/QĐ-TTCN"),
            ("decided_on", "01/02/2025"),
            ("client_new", "Công ty Sông Hồng"),
            ("people.0.person", auditor.as_str()),
            ("people.0.part", "decision"),
        ];
        site.done("qmr", &number, "name_participants", &named).await;
        let draft = letter(&site, "qmr", &number, "to-client").await;
        says(
            kind,
            draft.as_ref(),
            &[
                "DỰ THẢO",
                "Kính gửi: Công ty Sông Hồng",
                "Đề nghị Công ty Sông Hồng gửi văn bản giải trình",
            ],
            &["Nguyễn Thị Lan"],
        );
        let asked = [
            ("answer_by", "20/03/2026"),
            ("words", "Đề nghị gửi hồ sơ lô hàng trước ngày 20/03/2026."),
        ];
        site.done("qmr", &number, "ask_client", &asked).await;
        let words = letter(&site, "qmr", &number, "1").await;
        says(
            kind,
            words.as_ref(),
            &[
                "Kính gửi: Công ty Sông Hồng",
                "Đề nghị gửi hồ sơ lô hàng trước ngày 20/03/2026./.",
                "Số:",
                "ĐẠI DIỆN LÃNH ĐẠO",
                "Lê Chất Lượng",
            ],
            &["DỰ THẢO", "Nguyễn Thị Lan"],
        );
        let page = papers(&site, "qmr", &number).await;
        assert!(
            card(&page).contains(texts(Lang::Vi).label("act-ask-client")),
            "{kind}: {}",
            card(&page)
        );
    }
}

#[tokio::test]
async fn a_client_whose_data_leaked_is_told_under_a_subject_of_its_own() {
    let site = Site::on_sqlite().await;
    let about = [("subjects", "confidentiality")];
    let number = site.enter("so", &with(LETTER, &about)).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let officer = site.id("letan");
    let assessed = [
        ("subjects", "confidentiality"),
        ("subjects", "certification_result"),
        ("severity", "high"),
        ("case_officer", &officer),
    ];
    site.done("qmr", &number, "assess", &with(ASSESSED, &assessed))
        .await;
    let auditor = site.id("danhgia");
    let named = [
        ("decision_number", "123/QĐ-TTCN"),
        ("decided_on", "01/02/2025"),
        ("client_new", "Công ty Sông Hồng"),
        ("people.0.person", auditor.as_str()),
        ("people.0.part", "decision"),
    ];
    site.done("qmr", &number, "name_participants", &named).await;
    let leak = [
        ("team", "Bà Lê"),
        ("findings", "Tệp gửi nhầm."),
        ("leak_confirmed", "yes"),
    ];
    site.done("qmr", &number, "investigate_leak", &leak).await;
    let page = papers(&site, "qmr", &number).await;
    assert!(
        !page.holds("notices/to-client"),
        "no template has words for it: {}",
        page.body
    );
    let told = [
        ("words", "Một tệp có tên Quý công ty đã gửi nhầm."),
        ("way", "post"),
    ];
    site.done("qmr", &number, "tell_affected_client", &told).await;
    let words = letter(&site, "qmr", &number, "1").await;
    says(
        "leak",
        words.as_ref(),
        &[
            "Kính gửi: Công ty Sông Hồng",
            "V/v thông báo kết quả xác minh việc lộ thông tin",
            "đã gửi nhầm./.",
        ],
        &["giải trình", "Nguyễn Thị Lan", "DỰ THẢO"],
    );
}
