//! What every public page keeps to, and the procedure for everyone.

use app::portal::Standing;
use axum::http::StatusCode;
use i18n::{Lang, texts};

use super::{Browser, REPORT};
use crate::site::{Answer, Site, assert_no_raw_keys, with};

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
