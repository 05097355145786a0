//! Acting: the same reading as the form, the same guard as the button, once for each key, and never over what somebody did meanwhile.

use app::tokens::Scope;
use axum::http::StatusCode;
use serde_json::json;

use crate::site::{Site, sites};

#[tokio::test]
async fn an_act_is_done_once_and_not_over_what_others_did() {
    for site in sites("api_act").await {
        let number = site.case().await;
        let token = site.token("qmr", Scope::ALL).await;
        let path = format!("/cases/{number}/acts/declare_interest");
        let seen = site.get(&token, &format!("/cases/{number}")).await;
        let tag = seen.header("etag").to_owned();
        let headers = [("idempotency-key", "xac-nhan"), ("if-match", tag.as_str())];
        let done = site.post_with(&token, &path, json!({}), &headers).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.json());
        assert_eq!(done.header("etag"), format!("\"{}\"", done.json()["version"]));
        let again = site.post_with(&token, &path, json!({}), &headers).await;
        assert_eq!(again.json(), done.json(), "{}", site.centre.kind);

        let note = format!("/cases/{number}/acts/record_incoming");
        let body = json!({ "incoming_number": 12, "arrived_on": "2026-03-02" });
        let late = site
            .post_with(&token, &note, body, &[("if-match", tag.as_str())])
            .await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.json());
        assert_eq!(late.json()["version"], done.json()["version"]);
    }
}

#[tokio::test]
async fn an_act_that_the_case_refuses_is_refused_with_its_rule() {
    let site = Site::on_sqlite().await;
    let number = site.case().await;
    let token = site.token("letan", Scope::ALL).await;
    let body = json!({ "until": "2026-05-01", "reason": "Cần thêm thời gian." });
    let refused = site
        .post(&token, &format!("/cases/{number}/acts/grant_extension"), body)
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.json());
    assert_eq!(refused.json()["rule"], "B2.5");
    let unknown = site
        .post(&token, &format!("/cases/{number}/acts/lapse"), json!({}))
        .await;
    assert_eq!(
        unknown.status,
        StatusCode::NOT_FOUND,
        "the clock alone notes silence"
    );
}

#[tokio::test]
async fn what_an_act_asks_for_is_read_field_by_field() {
    let site = Site::on_sqlite().await;
    let number = site.case().await;
    let token = site.token("qmr", Scope::ALL).await;
    let declare = format!("/cases/{number}/acts/declare_interest");
    assert_eq!(
        site.post(&token, &declare, json!({})).await.status,
        StatusCode::OK
    );
    let path = format!("/cases/{number}/acts/assess");
    let assess = json!({
        "ours": "ours", "kind": "complaint", "subjects": ["other_activity"], "severity": "low", "safety": false,
        "complexity": "low", "impact": "low", "immediate_action": false, "reason": "Thuộc trách nhiệm.",
        "case_officer": site.centre.person("chuyenvien").to_string(),
    });
    let mut wrong = assess.clone();
    wrong["severity"] = json!("terrible");
    wrong["safety"] = json!("no");
    wrong["more"] = json!(1);
    let refused = site.post(&token, &path, wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let errors = refused.json()["errors"].as_array().unwrap().clone();
    let mut places: Vec<&str> = errors
        .iter()
        .map(|one| one["pointer"].as_str().unwrap())
        .collect();
    places.sort_unstable();
    assert_eq!(places, ["/more", "/safety", "/severity"]);
    let done = site.post(&token, &path, assess).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.json());
    let case = site.get(&token, &format!("/cases/{number}")).await.json();
    assert_eq!(case["severity"], "low");
    let said = case["history"].as_array().unwrap().iter();
    let said = said.filter(|line| line["act"] == "assess").count();
    assert_eq!(said, 1);
}

#[tokio::test]
async fn an_action_is_opened_once_and_lives_by_its_acts() {
    for site in sites("api_action").await {
        let token = site.token("qmr", Scope::ALL).await;
        let owner = site.centre.person("cntt").to_string();
        let body = json!({ "problem": "Mẫu thử lưu sai kho.", "owner": owner, "preventive": true });
        let key = [("idempotency-key", "mo-1")];
        let opened = site
            .post_with(&token, "/corrective-actions", body.clone(), &key)
            .await;
        assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.json());
        let again = site.post_with(&token, "/corrective-actions", body, &key).await;
        assert_eq!(again.json(), opened.json(), "{}", site.centre.kind);
        let number = opened.json()["number"].as_str().unwrap().to_owned();
        let owner = site.token("cntt", Scope::ALL).await;
        let path = format!("/corrective-actions/{number}");
        let version = site.get(&owner, &path).await.header("etag").to_owned();
        let act = format!("{path}/acts/correct");
        let correction = json!({ "correction": "Đã chuyển về đúng kho." });
        let done = site.post(&owner, &act, correction.clone()).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.json());
        let late = [("if-match", version.as_str())];
        let late = site.post_with(&owner, &act, correction, &late).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert_eq!(
            late.json()["meanwhile"].as_array().unwrap().len(),
            1,
            "{}",
            late.json()
        );
    }
}

#[tokio::test]
async fn a_year_that_runs_is_not_compiled() {
    let site = Site::on_sqlite().await;
    let token = site.token("so", Scope::ALL).await;
    let refused = site
        .post(&token, "/year-books/2026/acts/compile", json!({}))
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.json());
    assert_eq!(refused.json()["rule"], "B2.8");
    let done = site
        .post(&token, "/year-books/2025/acts/compile", json!({}))
        .await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.json());
    let outsider = site.token("letan", Scope::ALL).await;
    let denied = site.get(&outsider, "/year-books/2025").await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
}
