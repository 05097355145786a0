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
async fn those_without_an_office_in_it_read_nothing() {
    let site = Site::on_sqlite().await;
    for path in [
        "/year-books",
        "/year-books/2026",
        "/year-books/2026/print",
        "/year-books/2026/export.xlsx",
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
