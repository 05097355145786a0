//! The forms of the house, from a case with a plan, an extension and a talk: each says what the case holds, to whoever sees all of it.

use axum::http::StatusCode;
use documents::form::FormKind;

use crate::case::ASSESSED;
use crate::papers::told;
use crate::site::{LETTER, Site, assert_no_raw_keys, sites, with};

/// A letter about the conduct of a colleague, inquired into, with more time granted and a plan put forward.
async fn handled(site: &Site) -> String {
    let subject = site.id("chuyenvien");
    let about = [("subjects", "staff_conduct"), ("persons_concerned", &subject)];
    let number = site.enter("letan", &with(LETTER, &about)).await;
    let incoming = [("incoming_number", "123"), ("arrived_on", "02/03/2026")];
    site.done("vanthu", &number, "record_incoming", &incoming).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let officer = site.id("letan");
    let assessed = [
        ("subjects", "staff_conduct"),
        ("severity", "high"),
        ("case_officer", &officer),
    ];
    site.done("qmr", &number, "assess", &with(ASSESSED, &assessed))
        .await;
    for who in ["letan", "giamdoc"] {
        site.done(who, &number, "declare_interest", &[]).await;
    }
    let asked = [
        ("until", "20/04/2026"),
        ("reason", "Chờ giải trình của bên thứ ba."),
    ];
    site.done("qmr", &number, "ask_extension", &asked).await;
    let granted = [("until", "17/04/2026"), ("reason", "Nội dung phức tạp.")];
    site.done("giamdoc", &number, "grant_extension", &granted).await;
    let talk = [
        ("held_on", "02/03/2026"),
        ("people", "Ông Đặng, bà Lê"),
        ("account", "Đã nói to vì ồn.\nKhông có ý xúc phạm."),
        ("lesson", "Giữ lời nói đúng mực."),
    ];
    site.done("qmr", &number, "hold_talk", &talk).await;
    let cause = [("cause", "Chưa được tập huấn giao tiếp.")];
    site.done("qmr", &number, "establish_cause", &cause).await;
    let plan = [
        ("plan", "Xin lỗi và tập huấn lại."),
        ("measures.0.what", "Tập huấn giao tiếp"),
        ("measures.0.doer", officer.as_str()),
        ("measures.0.by", "10/04/2026"),
    ];
    site.done("letan", &number, "propose_plan", &plan).await;
    number
}

#[tokio::test]
async fn each_form_says_what_the_case_holds_and_nobody_else_reads_it() {
    for site in sites("house forms").await {
        let kind = site.centre.kind;
        let number = handled(&site).await;
        let page = site.get("qmr", &format!("/cases/{number}/dossier")).await;
        assert_no_raw_keys("papers", &page);
        let forms: [(FormKind, &[&str]); 5] = [
            (
                FormKind::Proposal,
                &[
                    "TỜ TRÌNH",
                    "Kính gửi: Giám đốc",
                    "Nguyên nhân: Chưa được tập huấn giao tiếp.",
                    "Phương án: Xin lỗi và tập huấn lại.",
                    "Tập huấn giao tiếp; người thực hiện: Ngô Thị Lễ Tân; hạn: 10/04/2026.",
                    "LỄ TÂN",
                ],
            ),
            (
                FormKind::ConductTalk,
                &[
                    "BIÊN BẢN",
                    "Thành phần tham dự: Ông Đặng, bà Lê",
                    "Không có ý xúc phạm.",
                    "Rút kinh nghiệm: Giữ lời nói đúng mực.",
                    "Đặng Chuyên Viên",
                    "Lê Chất Lượng",
                ],
            ),
            (
                FormKind::Transfer,
                &[
                    "PHIẾU CHUYỂN",
                    "của Nguyễn Thị Lan, nhận ngày 02/03/2026",
                    "Ngô Thị Lễ Tân",
                ],
            ),
            (
                FormKind::IncomingSheet,
                &["PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "số đến 123", "Nguyễn Thị Lan"],
            ),
            (
                FormKind::ExtensionDecision,
                &[
                    "QUYẾT ĐỊNH",
                    "Điều 1.",
                    "đến ngày 17/04/2026",
                    "Chờ giải trình của bên thứ ba. Nội dung phức tạp.",
                    "Theo đề nghị của Lê Chất Lượng",
                    "Nguyễn Giám Đốc",
                ],
            ),
        ];
        for (form, words) in forms {
            let path = format!("/cases/{number}/forms/{}", form.key());
            assert!(
                page.holds(&format!("{path}.pdf")),
                "{kind}: {path} is not offered"
            );
            let docx = site.get("qmr", &format!("{path}.docx")).await;
            assert!(docx.bytes.starts_with(b"PK"), "{kind}: {path}");
            let pdf = site.get("qmr", &format!("{path}.pdf")).await;
            assert!(pdf.bytes.starts_with(b"%PDF-"), "{kind}: {path}: {}", pdf.text());
            for who in [
                "chuyenvien",
                "danhgia",
                "vanthu",
                "phogiamdoc",
                "khachquan",
                "cntt",
                "so",
            ] {
                let other = site.get(who, &format!("{path}.pdf")).await;
                assert_eq!(other.status, StatusCode::NOT_FOUND, "{kind}: {who} {path}");
            }
            let Some(said) = told(&pdf.bytes) else { continue };
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            for words in words {
                assert!(said.contains(words), "{kind} {form:?}: {words} is not in {said}");
            }
        }
        for name in ["leak-investigation.pdf", "proposal.odt", "proposal", "none.pdf"] {
            let nothing = site.get("qmr", &format!("/cases/{number}/forms/{name}")).await;
            assert_eq!(nothing.status, StatusCode::NOT_FOUND, "{kind}: {name}");
        }
    }
}
