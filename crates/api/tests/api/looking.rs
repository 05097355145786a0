//! Reading: the register page by page, a case as far as its caller sees it, problems in the caller's language.

use app::tokens::Scope;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use crate::site::{Site, complaint, sites};

#[tokio::test]
async fn the_register_is_walked_page_by_page() {
    for site in sites("api_register").await {
        let mut numbers = Vec::new();
        for _ in 0..5 {
            numbers.push(site.case().await);
        }
        let token = site.token("so", &[Scope::Read]).await;
        let mut next = Some("/api/v1/cases?limit=2&sort=complainant".to_owned());
        let mut seen = Vec::new();
        while let Some(address) = next {
            let path = address.strip_prefix("/api/v1").unwrap();
            let page = site.get(&token, path).await;
            let body = page.json();
            for item in body["items"].as_array().unwrap() {
                seen.push(item["number"].as_str().unwrap().to_owned());
            }
            next = body["next"].as_str().map(str::to_owned);
            let link = next.as_ref().map(|next| format!("<{next}>; rel=\"next\""));
            assert_eq!(page.header("link"), link.unwrap_or_default());
        }
        assert_eq!(seen, numbers, "{}: each once, in order", site.centre.kind);
    }
}

#[tokio::test]
async fn filters_that_cannot_be_read_are_refused_by_name() {
    let site = Site::on_sqlite().await;
    let token = site.token("so", &[Scope::Read]).await;
    for (query, name) in [
        ("kind=nothing", "kind"),
        ("limit=0", "limit"),
        ("after=somewhere", "after"),
        ("colour=red", "colour"),
        ("q=%00", "q"),
    ] {
        let refused = site.get(&token, &format!("/cases?{query}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(refused.json()["errors"][0]["parameter"], name, "{query}");
    }
    for nothing in [
        "/cases/%00",
        "/cases/2026-9999",
        "/corrective-actions/x",
        "/nothing",
        "/papers/1",
    ] {
        let missing = site.get(&token, nothing).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{nothing}");
        assert_eq!(
            missing.header("content-type"),
            "application/problem+json",
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn a_case_says_why_its_dates_fall_where_they_do_and_what_can_be_done() {
    let site = Site::on_sqlite().await;
    let number = site.case().await;
    let token = site.token("qmr", &[Scope::Read]).await;
    let answer = site.get(&token, &format!("/cases/{number}")).await;
    let case = answer.json();
    assert_eq!(answer.header("etag"), format!("\"{}\"", case["version"]));
    assert_eq!(case["limit"]["on"], "2026-04-01");
    assert!(
        case["limit"]["why"].as_str().unwrap().contains("30"),
        "{}",
        case["limit"]
    );
    let offers = case["offers"].as_array().unwrap();
    let offer = |act: &str| offers.iter().find(|offer| offer["act"] == act).unwrap();
    assert_eq!(offer("declare_interest")["permitted"], true);
    let href = format!("/api/v1/cases/{number}/acts/declare_interest");
    assert_eq!(offer("declare_interest")["href"], href.as_str());
    let refused = offers.iter().filter(|offer| offer["permitted"] == false);
    for one in refused {
        assert!(
            one["rule"].is_string() && one["refusal"]["why"].is_string(),
            "{one}"
        );
    }
}

#[tokio::test]
async fn a_protected_case_is_masked_here_as_on_its_page() {
    let site = Site::on_sqlite().await;
    let receiver = site.token("vanthu", Scope::ALL).await;
    let mut conduct = complaint();
    conduct["subjects"] = json!(["staff_conduct"]);
    conduct["persons_concerned"] = json!([site.centre.person("chuyenvien").to_string()]);
    let number = site.post(&receiver, "/cases", conduct).await.json()["number"].clone();
    let path = format!("/cases/{}", number.as_str().unwrap());

    let keeper = site.token("so", &[Scope::Read]).await;
    let masked = site.get(&keeper, &path).await.json();
    assert_eq!(masked["sight"], "masked");
    let subject = site.token("chuyenvien", &[Scope::Read]).await;
    let alleged = site.get(&subject, &path).await.json();
    assert_eq!(alleged["sight"], "allegation");
    for (seen, body) in [("masked", &masked), ("allegation", &alleged)] {
        let said = body.to_string();
        assert!(!said.contains("Công ty Mẫu"), "{seen}: {said}");
        assert!(body["history"].as_array().unwrap().is_empty(), "{seen}");
    }
    assert!(!masked.to_string().contains("Đặng Chuyên Viên"), "{masked}");
    let line = site.get(&keeper, "/cases").await.json();
    assert_eq!(line["items"][0]["masked"], true);
    assert!(line["items"][0]["complainant"].is_null());
    let stranger = site.token("letan", &[Scope::Read]).await;
    assert_eq!(site.get(&stranger, &path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_the_pages_beside_the_cases_show_is_told_too() {
    let site = Site::on_sqlite().await;
    site.case().await;
    let token = site.token("qmr", &[Scope::Read]).await;
    for path in [
        "/work",
        "/corrective-actions",
        "/year-books",
        "/year-books/2026",
        "/letters/outgoing/2026",
        "/letters/incoming/2026",
        "/papers",
        "/organisation",
        "/people",
        "/units",
        "/calendar/2026",
        "/rules",
        "/similar?name=Mẫu",
    ] {
        let path = path.replace('ẫ', "%E1%BA%AB");
        let answer = site.get(&token, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.json());
    }
    let work = site.get(&token, "/work").await.json();
    assert!(work["items"][0]["rule"].is_string(), "{work}");
    assert_eq!(
        site.get(&token, "/year-books/2026").await.json()["figures"]["numbers"],
        1
    );
}

#[tokio::test]
async fn problems_speak_the_language_that_is_asked_for() {
    let site = Site::on_sqlite().await;
    let token = site.token("qmr", &[Scope::Read]).await;
    let ask = |lang: &str| {
        Request::get("/api/v1/cases/2026-0001")
            .header("authorization", format!("Bearer {token}"))
            .header("accept-language", lang)
            .body(Body::empty())
            .unwrap()
    };
    let vi = site.send(ask("vi")).await.json();
    let en = site.send(ask("en")).await.json();
    assert_eq!(
        en["title"],
        i18n::texts(i18n::Lang::En).label("api-problem-not-found")
    );
    assert_eq!(
        vi["title"],
        i18n::texts(i18n::Lang::Vi).label("api-problem-not-found")
    );
    assert_ne!(vi["request_id"], en["request_id"]);
    let html = Request::get("/api/v1/cases")
        .header("authorization", format!("Bearer {token}"))
        .header("accept", "text/html");
    let refused = site.send(html.body(Body::empty()).unwrap()).await;
    assert_eq!(refused.status, StatusCode::NOT_ACCEPTABLE);
    let wrong = Request::delete("/api/v1/cases").body(Body::empty()).unwrap();
    let refused = site.send(wrong).await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(refused.header("allow"), "GET,HEAD,POST");
    assert_eq!(refused.header("content-type"), "application/problem+json");
}
