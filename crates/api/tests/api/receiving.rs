//! Receiving: one case or many, once for each key, with every fault at its place.

use app::tokens::Scope;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use crate::site::{Site, complaint, sites};

#[tokio::test]
async fn a_case_sent_twice_under_one_key_is_in_the_book_once() {
    for site in sites("api_receive").await {
        let token = site.token("letan", Scope::ALL).await;
        let key = [("idempotency-key", "cua-toi-1")];
        let first = site.post_with(&token, "/cases", complaint(), &key).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.json());
        assert_eq!(first.header("location"), first.json()["href"].as_str().unwrap());
        let again = site.post_with(&token, "/cases", complaint(), &key).await;
        assert_eq!(again.json(), first.json(), "{}", site.centre.kind);

        let mut other = complaint();
        other["content"] = json!("Nội dung khác.");
        let refused = site.post_with(&token, "/cases", other, &key).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert_eq!(refused.json()["type"], "/api/v1/docs#problem-key-reused");
        let bad = site
            .post_with(&token, "/cases", complaint(), &[("idempotency-key", "a b")])
            .await;
        assert_eq!(bad.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn what_does_not_match_and_what_cannot_stand_are_told_apart() {
    let site = Site::on_sqlite().await;
    let token = site.token("letan", Scope::ALL).await;
    let mut wrong = complaint();
    wrong["channel"] = json!("pigeon");
    let mismatch = site.post(&token, "/cases", wrong).await;
    assert_eq!(mismatch.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(mismatch.json()["errors"][0]["pointer"], "/channel");
    let mut missing = complaint();
    missing.as_object_mut().unwrap().remove("content");
    let missing = site.post(&token, "/cases", missing).await.json();
    assert_eq!(missing["errors"][0]["pointer"], "/content");
    assert_eq!(missing["errors"][0]["problem"], "missing");

    let mut future = complaint();
    future["received_on"] = json!("2026-03-05");
    future["email"] = json!("khong phai thu");
    let invalid = site.post(&token, "/cases", future).await;
    assert_eq!(invalid.status, StatusCode::CONFLICT);
    let errors = invalid.json()["errors"].as_array().unwrap().clone();
    let places: Vec<&str> = errors
        .iter()
        .map(|one| one["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["/received_on", "/email"]);

    let send = |kind: &str, body: &str| {
        Request::post("/api/v1/cases")
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", kind)
            .body(Body::from(body.to_owned()))
            .unwrap()
    };
    let media = site.send(send("text/plain", "{}")).await;
    assert_eq!(media.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let malformed = site.send(send("application/json", "{")).await;
    assert_eq!(malformed.status, StatusCode::BAD_REQUEST);
    let huge = "x".repeat(5 << 20);
    let large = site.send(send("application/json", &huge)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_refusal_names_its_rule() {
    let site = Site::on_sqlite().await;
    let token = site.token("letan", Scope::ALL).await;
    let mut spoken = complaint();
    spoken["channel"] = json!("phone");
    spoken["subjects"] = json!(["confidentiality"]);
    spoken["road"] = json!("settled");
    spoken["explanation"] = json!("Đã giải thích.");
    spoken["satisfaction"] = json!("Hài lòng.");
    let refused = site.post(&token, "/cases", spoken).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.json()["rule"], "B1.1");
    assert_eq!(refused.json()["why"], "never_on_the_spot");
}

#[tokio::test]
async fn each_case_of_a_batch_has_its_own_outcome() {
    for site in sites("api_batch").await {
        let token = site.token("letan", Scope::ALL).await;
        let mut bad = complaint();
        bad["received_on"] = json!("2026-12-31");
        let item = |key: &str, case: &serde_json::Value| json!({ "key": key, "case": case });
        let batch = json!({ "items": [item("a", &complaint()), item("b", &bad), item("c", &complaint())] });
        let first = site.post(&token, "/cases/batch", batch.clone()).await;
        assert_eq!(first.status, StatusCode::OK);
        let body = first.json();
        let statuses: Vec<u64> = body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["status"].as_u64().unwrap())
            .collect();
        assert_eq!(statuses, [201, 409, 201], "{}", site.centre.kind);
        assert_eq!(
            body["items"][1]["problem"]["errors"][0]["pointer"],
            "/received_on"
        );
        let again = site.post(&token, "/cases/batch", batch).await.json();
        assert_eq!(again["items"][2]["case"], body["items"][2]["case"]);
        let reader = site.token("so", &[Scope::Read]).await;
        let lines = site.get(&reader, "/cases").await.json();
        assert_eq!(lines["items"].as_array().unwrap().len(), 2);

        let twisted = json!({ "items": [item("d", &complaint()), { "key": "e", "case": { "channel": 7 } }] });
        let refused = site.post(&token, "/cases/batch", twisted).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.json()["errors"][0]["pointer"], "/items/1/case/channel");
    }
}
