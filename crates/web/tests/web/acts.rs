//! Acts as forms send them: once for each key, on the case as it was looked at, by our own pages alone; what fails says why and keeps
//! what was typed.

use axum::http::StatusCode;
use i18n::{Lang, texts};

use crate::case::ASSESSED;
use crate::site::{Answer, File, LETTER, PHONE_CALL, Site, sites, with};

const EVIDENCE: &[(&str, &str)] = &[
    ("description", "Phiếu kết quả thử nghiệm số 17."),
    ("source", "Phòng thử nghiệm"),
    ("obtained_on", "02/03/2026"),
];

/// How often these words stand in the history of the case.
async fn told(site: &Site, number: &str, words: &str) -> usize {
    let page = site.get("qmr", &format!("/cases/{number}")).await;
    let (_, history) = page
        .body
        .split_once("id=\"history\"")
        .expect("the history is on the page");
    history.matches(words).count()
}

/// A letter that QMR has declared no interest in.
pub async fn begun(site: &Site) -> String {
    let number = site.enter("so", LETTER).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    number
}

#[tokio::test]
async fn an_act_is_done_once_however_often_its_form_is_sent() {
    for site in sites("once").await {
        let kind = site.centre.kind;
        let number = begun(&site).await;
        let path = format!("/cases/{number}/acts/add_evidence");
        for _ in 0..3 {
            let answer = site.post_keyed("qmr", &path, "one-key", EVIDENCE).await;
            assert_eq!(
                answer.location(),
                format!("/cases/{number}"),
                "{kind}: {}",
                answer.text()
            );
        }
        assert_eq!(
            told(&site, &number, "Phiếu kết quả thử nghiệm số 17.").await,
            1,
            "{kind}"
        );
        let other = with(EVIDENCE, &[("description", "Thư của khách hàng.")]);
        let answer = site.post_keyed("qmr", &path, "one-key", &other).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{kind}");
        let form = answer.form("form-add_evidence").expect("the form is there again");
        assert!(
            form.contains("Thư của khách hàng.") && !form.contains("one-key"),
            "{kind}: {form}"
        );
        assert_eq!(told(&site, &number, "Thư của khách hàng.").await, 0, "{kind}");
    }
}

#[tokio::test]
async fn a_form_with_a_file_that_is_sent_twice_is_one_act_with_one_file() {
    for site in sites("once with a file").await {
        let kind = site.centre.kind;
        let number = begun(&site).await;
        let path = format!("/cases/{number}/acts/add_evidence");
        let file = File {
            field: "documents",
            name: "phieu.pdf",
            bytes: b"%PDF-1.7\nphieu",
        };
        for _ in 0..2 {
            let form = with(EVIDENCE, &[("key", "one-key")]);
            let answer = site
                .post_files("qmr", &path, &form, std::slice::from_ref(&file))
                .await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind}: {}", answer.text());
        }
        assert_eq!(files(&site, &number).await.len(), 1, "{kind}");
    }
}

#[tokio::test]
async fn whoever_was_overtaken_reads_who_did_what_and_sends_what_was_typed_again() {
    for site in sites("overtaken").await {
        let kind = site.centre.kind;
        let number = begun(&site).await;
        let path = format!("/cases/{number}/acts/add_evidence");
        let page = site.get("qmr", &format!("/cases/{number}")).await;
        let seen = hidden(&page, "form-add_evidence", "seen");
        site.done(
            "so",
            &number,
            "acknowledge",
            &[("words", "Đã nhận đơn."), ("way", "post")],
        )
        .await;
        let form = with(EVIDENCE, &[("seen", &seen)]);
        let answer = site.post_keyed("qmr", &path, "a-key", &form).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{kind}: {}", answer.text());
        for words in [
            texts(Lang::Vi).case_overtaken(),
            "Trần Thị Sổ",
            "Phiếu kết quả thử nghiệm số 17.",
            "Phòng thử nghiệm",
        ] {
            assert!(answer.holds(words), "{kind}: {words}");
        }
        let back = answer.form("form-add_evidence").expect("the form is there again");
        assert!(back.contains("Phiếu kết quả thử nghiệm số 17.") && back.contains("value=\"02/03/2026\""));
        assert_eq!(
            told(&site, &number, "Phiếu kết quả").await,
            0,
            "{kind}: nothing was done"
        );
        let seen = hidden(&answer, "form-add_evidence", "seen");
        let key = hidden(&answer, "form-add_evidence", "key");
        let again = site
            .post_keyed("qmr", &path, &key, &with(EVIDENCE, &[("seen", &seen)]))
            .await;
        assert_eq!(
            again.location(),
            format!("/cases/{number}"),
            "{kind}: {}",
            again.text()
        );
        assert_eq!(told(&site, &number, "Phiếu kết quả").await, 1, "{kind}");
    }
}

pub fn hidden(page: &Answer, form: &str, name: &str) -> String {
    let form = page.form(form).expect("the form is on the page");
    let before = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
    let (_, rest) = form.split_once(&before).expect("the form has such a field");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_cannot_stand_is_told_at_its_field_and_nothing_typed_is_lost() {
    let site = Site::on_sqlite().await;
    let number = begun(&site).await;
    let too_long = "x".repeat(app::compose::LONGEST_TEXT + 1);
    for (field, value) in [
        ("description", ""),
        ("description", too_long.as_str()),
        ("description", "một ký tự \u{7}"),
        ("obtained_on", "31/02/2026"),
        ("obtained_on", "hôm qua"),
        ("obtained_on", "03/03/2026"),
        ("source", ""),
    ] {
        let bad = with(EVIDENCE, &[(field, value)]);
        let answer = site.act("qmr", &number, "add_evidence", &bad).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{field} {value:.20}"
        );
        let error = answer.error_of("form-add_evidence", field);
        assert!(error.is_some(), "{field} {value:.20}: {}", answer.text());
        let form = answer.form("form-add_evidence").expect("the form is there again");
        for (name, value) in &bad {
            assert!(form.contains(value), "{field}: {name} is lost");
        }
    }
    assert_eq!(told(&site, &number, "Phòng thử nghiệm").await, 0);
}

#[tokio::test]
async fn a_refusal_names_its_rule_and_keeps_what_was_typed() {
    for site in sites("refused").await {
        let kind = site.centre.kind;
        let number = begun(&site).await;
        let plan = [("plan", "Xin lỗi khách hàng và thử lại mẫu.")];
        let answer = site.act("qmr", &number, "propose_plan", &plan).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{kind}: {}", answer.text());
        assert!(
            answer.says(texts(Lang::Vi).label("refusal-assess-first")),
            "{kind}: {}",
            answer.text()
        );
        assert!(
            answer.says("S2") || answer.says("S3"),
            "{kind}: the rule is named"
        );
        let form = answer.form("form-propose_plan").expect("the form is there again");
        assert!(form.contains("Xin lỗi khách hàng và thử lại mẫu."), "{kind}");
        let nobody = site.act("chuyenvien", &number, "propose_plan", &plan).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND, "{kind}");
        let unknown = site.act("qmr", &number, "burn", &plan).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{kind}");
    }
}

#[tokio::test]
async fn a_form_that_does_not_come_from_our_page_does_nothing() {
    for site in sites("csrf").await {
        let kind = site.centre.kind;
        let number = begun(&site).await;
        let path = format!("/cases/{number}/acts/add_evidence");
        for proof in [
            &[][..],
            &[("csrf", "")][..],
            &[("csrf", "0123456789abcdef0123456789abcdef")][..],
        ] {
            let form = [proof, EVIDENCE].concat();
            let answer = site.post_bare("qmr", &path, &form).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind} {proof:?}");
            assert!(
                answer.holds("<!DOCTYPE html>"),
                "{kind}: with a page that says what to do"
            );
        }
        // The proof of somebody else is none.
        let page = site.get("so", "/account").await;
        let form = [&[("csrf", page.value_of("csrf"))], EVIDENCE].concat();
        assert_eq!(
            site.post_bare("qmr", &path, &form).await.status,
            StatusCode::FORBIDDEN,
            "{kind}"
        );
        assert_eq!(told(&site, &number, "Phiếu kết quả").await, 0, "{kind}");
        let guest = site.knock(&path, EVIDENCE).await;
        assert_eq!(guest.status, StatusCode::SEE_OTHER, "{kind}: to the sign-in");
        assert!(guest.location().starts_with("/sign-in"), "{kind}");
    }
}

/// The addresses of the files on the page of the case.
async fn files(site: &Site, number: &str) -> Vec<String> {
    let page = site.get("qmr", &format!("/cases/{number}")).await;
    let before = format!("href=\"/cases/{number}/documents/");
    let links = page.body.split(before.as_str()).skip(1);
    links
        .map(|rest| {
            format!(
                "/cases/{number}/documents/{}",
                rest.split('"').next().unwrap_or_default()
            )
        })
        .collect()
}

#[tokio::test]
async fn a_file_is_saved_and_never_opened_as_a_page_and_only_by_those_on_the_case() {
    for site in sites("documents").await {
        let kind = site.centre.kind;
        let subject = site.id("chuyenvien");
        let form = with(
            PHONE_CALL,
            &[("subjects", "staff_conduct"), ("persons_concerned", &subject)],
        );
        let number = site.enter("letan", &form).await;
        site.done("qmr", &number, "declare_interest", &[]).await;
        let page = b"<!DOCTYPE html><script>alert(1)</script>";
        let pdf = b"%PDF-1.7\nphieu";
        let sent = [
            File {
                field: "documents",
                name: "Phiếu \"số\" 17.pdf",
                bytes: pdf,
            },
            File {
                field: "documents",
                name: "trang.html",
                bytes: page,
            },
        ];
        let sent = [
            File {
                name: "Phiếu số 17.pdf",
                ..sent[0].clone()
            },
            sent[1].clone(),
        ];
        let path = format!("/cases/{number}/acts/add_evidence");
        let answer = site.post_files("qmr", &path, EVIDENCE, &sent).await;
        assert_eq!(
            answer.location(),
            format!("/cases/{number}"),
            "{kind}: {}",
            answer.text()
        );
        let files = files(&site, &number).await;
        assert_eq!(files.len(), 2, "{kind}");
        let mut kinds = Vec::new();
        for file in &files {
            let answer = site.get("qmr", file).await;
            assert_eq!(answer.status, StatusCode::OK, "{kind}");
            let disposition = answer.header("content-disposition");
            assert!(
                disposition.starts_with("attachment; filename*=UTF-8''"),
                "{kind}: {disposition}"
            );
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{kind}");
            assert_eq!(answer.header("cache-control"), "no-store", "{kind}");
            kinds.push((answer.header("content-type").to_owned(), answer.bytes.clone()));
            for who in ["so", "danhgia", "chuyenvien", "vanthu", "quantri"] {
                let other = site.get(who, file).await;
                assert_eq!(other.status, StatusCode::NOT_FOUND, "{kind} {who}");
            }
            assert_eq!(site.visit(file).await.status, StatusCode::SEE_OTHER, "{kind}");
        }
        kinds.sort();
        let octets = ("application/octet-stream".to_owned(), page.to_vec());
        assert_eq!(
            kinds,
            [octets, ("application/pdf".to_owned(), pdf.to_vec())],
            "{kind}"
        );
        // Nor by way of another case that one does see.
        let own = site.enter("so", LETTER).await;
        for file in &files {
            let by_another = file.replace(&number, &own);
            assert_eq!(
                site.get("so", &by_another).await.status,
                StatusCode::NOT_FOUND,
                "{kind}"
            );
        }
    }
}

#[tokio::test]
async fn a_file_of_the_wrong_kind_or_size_is_told_at_its_field_and_the_others_stay() {
    let site = Site::on_sqlite().await;
    let number = begun(&site).await;
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize((25 << 20) + 1, b'x');
    let path = format!("/cases/{number}/acts/add_evidence");
    let good = File {
        field: "documents",
        name: "phieu.pdf",
        bytes: b"%PDF-1.7\nphieu",
    };
    for (name, bytes) in [("tool.exe", b"MZ\x90\0\x03".as_slice()), ("large.pdf", &large)] {
        let bad = File {
            field: "documents",
            name,
            bytes,
        };
        let answer = site
            .post_files("qmr", &path, EVIDENCE, &[good.clone(), bad])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(
            answer.error_of("form-add_evidence", "documents").is_some(),
            "{name}: {}",
            answer.text()
        );
        let form = answer.form("form-add_evidence").expect("the form is there again");
        assert!(form.contains("Phiếu kết quả thử nghiệm số 17."), "{name}");
        let kept = hidden(&answer, "form-add_evidence", "documents");
        let again = with(EVIDENCE, &[("documents", &kept), ("description", name)]);
        let done = site.post_files("qmr", &path, &again, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{name}: {}", done.text());
    }
    assert_eq!(
        files(&site, &number).await.len(),
        2,
        "the good file came along both times"
    );
}

#[tokio::test]
async fn a_file_that_somebody_else_left_is_not_taken_into_a_case() {
    let site = Site::on_sqlite().await;
    let number = begun(&site).await;
    let path = format!("/cases/{number}/acts/add_evidence");
    let file = File {
        field: "documents",
        name: "phieu.pdf",
        bytes: b"%PDF-1.7\nphieu",
    };
    let back = site
        .post_files("so", &path, &with(EVIDENCE, &[("source", "")]), &[file])
        .await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", back.text());
    let kept = hidden(&back, "form-add_evidence", "documents");
    let stolen = with(EVIDENCE, &[("documents", kept.as_str())]);
    let answer = site.act("qmr", &number, "add_evidence", &stolen).await;
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "only whoever gave a file sends it on"
    );
    // Nor does a file go from one case into another.
    let again = with(EVIDENCE, &[("documents", kept.as_str())]);
    site.done("so", &number, "declare_interest", &[]).await;
    site.done("so", &number, "add_evidence", &again).await;
    let other = site.enter("so", LETTER).await;
    site.done("so", &other, "declare_interest", &[]).await;
    let answer = site.act("so", &other, "add_evidence", &again).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_letter_is_a_draft_until_it_is_signed_and_has_no_number_before_it_is_numbered() {
    for site in sites("letter").await {
        let kind = site.centre.kind;
        let number = begun(&site).await;
        site.done(
            "so",
            &number,
            "acknowledge",
            &[("words", "Đã nhận đơn."), ("way", "post")],
        )
        .await;
        site.done("qmr", &number, "assess", &with(ASSESSED, &[("ours", "not_ours")]))
            .await;
        let signer = site.id("giamdoc");
        let draft = [
            ("addressee", "Bà Nguyễn Thị Lan"),
            ("subject_line", "V/v trả lời đơn"),
            ("body", "Trung tâm xin trả lời.\nTrân trọng."),
            ("signer", signer.as_str()),
            ("then", "submit"),
        ];
        site.done("qmr", &number, "draft_letter", &draft).await;
        let letter = format!("/cases/{number}/letters/1");
        let page = site.get("qmr", &letter).await;
        let draft_mark = texts(Lang::Vi).letter_draft_mark();
        assert!(
            page.says(draft_mark) && page.says("Trung tâm xin trả lời."),
            "{kind}: {}",
            page.text()
        );
        assert!(!page.says("07/TTCN-QLCL"), "{kind}");
        assert_eq!(
            site.get("qmr", &format!("/cases/{number}/letters/2"))
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            site.get("qmr", &format!("/cases/{number}/letters/0"))
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            site.get("chuyenvien", &letter).await.status,
            StatusCode::NOT_FOUND,
            "{kind}"
        );

        for (file, media_type, begins) in [
            ("letter.pdf", "application/pdf", "%PDF-"),
            (
                "letter.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "PK",
            ),
        ] {
            let paper = site.get("qmr", &format!("{letter}/{file}")).await;
            assert_eq!(paper.header("content-type"), media_type, "{kind}");
            assert!(paper.bytes.starts_with(begins.as_bytes()), "{kind}: {file}");
            let name = format!("{number}-referral-1.{}", file.rsplit('.').next().unwrap());
            assert!(paper.header("content-disposition").contains(&name), "{kind}");
            let unseen = site.get("chuyenvien", &format!("{letter}/{file}")).await;
            assert_eq!(unseen.status, StatusCode::NOT_FOUND, "{kind}");
        }
        let unknown = site.get("qmr", &format!("{letter}/letter.exe")).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{kind}");

        site.done("giamdoc", &number, "declare_interest", &[]).await;
        let case = site.get("giamdoc", &format!("/cases/{number}")).await;
        let digest = hidden(&case, "form-sign_letter", "digest");
        let wrong = site
            .act("giamdoc", &number, "sign_letter", &[("digest", &"0".repeat(64))])
            .await;
        assert_ne!(
            wrong.status,
            StatusCode::SEE_OTHER,
            "{kind}: what was read is what is signed"
        );
        site.done("giamdoc", &number, "sign_letter", &[("digest", &digest)])
            .await;
        let page = site.get_in("qmr", &letter, "en").await;
        assert!(!page.says(draft_mark) && page.says("Nguyễn Giám Đốc"), "{kind}");
        assert!(!page.says("07/TTCN-QLCL"), "{kind}: signed is not numbered");
        site.done(
            "vanthu",
            &number,
            "number_letter",
            &[("number", "7"), ("symbol", "TTCN-QLCL")],
        )
        .await;
        let page = site.get("qmr", &letter).await;
        assert!(
            page.says("07/TTCN-QLCL") && page.says("ngày 02 tháng 3 năm 2026"),
            "{kind}: {}",
            page.text()
        );
        let book = site.get("vanthu", "/letters").await;
        assert!(
            book.says("07/TTCN-QLCL") && book.says("Bà Nguyễn Thị Lan"),
            "{kind}: {}",
            book.text()
        );
        assert_eq!(
            site.get("letan", "/letters").await.status,
            StatusCode::FORBIDDEN,
            "{kind}"
        );
    }
}
