//! Yearly compilations by page: the list, the preview, the road to the filed document, its workbook and its printed form.

use axum::http::StatusCode;

use crate::site::{LETTER, PHONE_CALL, Site, sites};

const DAYS_TO_JANUARY: i64 = 310;

async fn act(site: &Site, who: &str, act: &str, pairs: &[(&str, &str)]) {
    let path = format!("/year-books/2026/acts/{act}");
    let done = site.post(who, &path, pairs).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{who} {act}: {}", done.text());
}

#[tokio::test]
async fn a_year_is_seen_ahead_then_compiled_and_filed_by_page() {
    for site in sites("year pages").await {
        let number = site.enter("letan", LETTER).await;
        site.enter("letan", PHONE_CALL).await;
        let ahead = site.get("so", "/year-books/2026").await;
        assert!(
            ahead.says(&number) && ahead.form("form-compile").is_none(),
            "{}",
            site.centre.kind
        );
        let early = site.post("so", "/year-books/2026/acts/compile", &[]).await;
        assert_eq!(early.status, StatusCode::CONFLICT);
        site.pass_days(DAYS_TO_JANUARY);
        assert!(
            site.get("so", "/year-books/2026")
                .await
                .form("form-compile")
                .is_some()
        );
        act(&site, "so", "compile", &[("remarks", "Năm đầu tiên.")]).await;
        let bare = site
            .post("qmr", "/year-books/2026/acts/return_compilation", &[])
            .await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        act(&site, "qmr", "return_compilation", &[("reason", "Bổ sung.")]).await;
        act(&site, "so", "compile", &[]).await;
        act(&site, "qmr", "review", &[]).await;
        act(&site, "giamdoc", "receive_compilation", &[]).await;
        let stale = site
            .post("so", "/year-books/2026/acts/freeze", &[("digest", "0")])
            .await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = site.get("so", "/year-books/2026").await;
        let digest = page.value_of("digest").to_owned();
        act(&site, "so", "freeze", &[("digest", &digest)]).await;
        act(&site, "so", "file", &[("file_code", "HS.2026.07")]).await;
        let filed = site.get("danhgia", "/year-books/2026").await;
        assert!(filed.says("HS.2026.07") && filed.says(&digest) && filed.says(&number));
        let list = site.get("danhgia", "/year-books").await;
        assert!(list.body.contains("/year-books/2026") && list.body.contains("/year-books/2027"));
        let english = site.get_in("qmr", "/year-books/2026", "en").await;
        assert!(english.says("Within 30 days"));
    }
}

#[tokio::test]
async fn the_document_leaves_as_a_workbook_and_as_a_printed_page() {
    let site = Site::on_sqlite().await;
    site.enter("letan", LETTER).await;
    let book = site.get("qmr", "/year-books/2026/export.xlsx").await;
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.bytes.starts_with(b"PK"), "a workbook is a zip");
    let paper = site.get("qmr", "/year-books/2026/print").await;
    assert_eq!(paper.status, StatusCode::OK);
    assert!(paper.says("TỔNG HỢP KHIẾU NẠI") && paper.says("2026-0001"));
}

#[tokio::test]
async fn the_report_leaves_as_a_paper_and_its_plots_stand_on_the_page_with_their_tables() {
    let site = Site::on_sqlite().await;
    site.enter("letan", LETTER).await;
    site.enter("letan", PHONE_CALL).await;
    for who in ["so", "qmr", "giamdoc", "danhgia"] {
        let report = site.get(who, "/year-books/2026/report.pdf").await;
        assert_eq!(report.status, StatusCode::OK, "{who}");
        assert!(report.bytes.starts_with(b"%PDF-"), "{who}");
    }
    let page = site.get("qmr", "/year-books/2026").await;
    assert!(page.body.contains("href=\"/year-books/2026/report.pdf\""));
    let plot = page
        .body
        .find("aria-label=\"Vụ việc theo loại. Biểu đồ thanh ngang");
    let plot = plot.expect("a plot says what it shows");
    assert!(
        page.body[plot..].contains("<dl class=\"tally\">"),
        "its table follows"
    );
    assert!(page.body.contains("class=\"plot-bar\"") && !page.body.contains("style="));
    // The year before has no case at all.
    let none = site.get("qmr", "/year-books/2025").await;
    assert!(
        !none
            .body
            .contains("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
    );
    assert!(none.says("Không có."));
    let report = site.get("qmr", "/year-books/2025/report.pdf").await;
    assert!(report.bytes.starts_with(b"%PDF-"));
    let english = site.get_in("qmr", "/year-books/2026", "en").await;
    assert!(english.body.contains("Cases by kind. Horizontal bar chart"));
}

#[tokio::test]
async fn the_workbook_has_a_sheet_for_each_table() {
    use calamine::{Data, Reader, Xlsx};
    let site = Site::on_sqlite().await;
    site.enter("letan", LETTER).await;
    site.enter("letan", PHONE_CALL).await;
    let book = site.get("qmr", "/year-books/2026/export.xlsx").await;
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(book.bytes)).expect("a workbook");
    let sheets = book.sheet_names();
    assert_eq!(
        (sheets[0].as_str(), sheets.last().map(String::as_str)),
        ("Số liệu", Some("Danh sách"))
    );
    assert_eq!(sheets.len(), 14, "{sheets:?}");
    let kinds = book.worksheet_range("2. Vụ việc theo loại").expect("a sheet");
    assert_eq!(
        kinds.get_value((2, 2)),
        Some(&Data::String("Tỷ lệ (%)".to_owned()))
    );
    let row: Vec<&Data> = (0..3).filter_map(|column| kinds.get_value((3, column))).collect();
    assert!(
        matches!(row[..], [Data::String(_), Data::Float(_), Data::Float(_)]),
        "{row:?}"
    );
}

#[tokio::test]
async fn those_without_an_office_in_it_read_nothing() {
    let site = Site::on_sqlite().await;
    for path in [
        "/year-books",
        "/year-books/2026",
        "/year-books/2026/print",
        "/year-books/2026/export.xlsx",
        "/year-books/2026/report.pdf",
    ] {
        assert_eq!(
            site.get("letan", path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    let acted = site.post("letan", "/year-books/2026/acts/compile", &[]).await;
    assert_eq!(acted.status, StatusCode::FORBIDDEN);
    assert_eq!(
        site.get("so", "/year-books/2031").await.status,
        StatusCode::NOT_FOUND
    );
}
