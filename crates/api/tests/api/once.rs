//! `Idempotency-Key` on everything that writes: sent again it is answered again and done once.

use app::tokens::Scope;
use axum::http::StatusCode;
use i18n::Lang;
use serde_json::{Value, json};

use crate::site::{Site, sites};

#[tokio::test]
async fn administration_is_done_once_under_its_key() {
    for site in sites("api_once").await {
        let kind = site.centre.kind;
        let token = site.token("quantri", Scope::ALL).await;
        let unit = json!({ "code": "PTN", "name": "Phòng Thử nghiệm" });
        let key = [("idempotency-key", "unit-1")];
        let made = site.post_with(&token, "/units", unit.clone(), &key).await;
        assert_eq!(made.status, StatusCode::CREATED, "{kind}: {}", made.json());
        let again = site.post_with(&token, "/units", unit.clone(), &key).await;
        assert_eq!(again.status, StatusCode::CREATED, "{kind}");
        assert_eq!(again.json(), made.json(), "{kind}: the same unit");
        assert_eq!(again.header("content-type"), "application/json", "{kind}");
        let other = json!({ "code": "KHAC", "name": "Phòng khác" });
        let reused = site.post_with(&token, "/units", other.clone(), &key).await;
        assert_eq!(reused.status, StatusCode::CONFLICT, "{kind}");
        assert!(
            reused.json()["type"].as_str().unwrap().ends_with("key-reused"),
            "{kind}"
        );
        let elsewhere = site.post_with(&token, "/webhooks", unit.clone(), &key).await;
        assert_eq!(elsewhere.status, StatusCode::CONFLICT, "{kind}: at another place");
        let units = site.get(&token, "/units").await.json();
        let codes = units["items"].as_array().unwrap().iter();
        assert_eq!(codes.filter(|unit| unit["code"] == "PTN").count(), 1, "{kind}");
    }
}

#[tokio::test]
async fn what_came_to_nothing_gives_its_key_back() {
    let site = Site::on_sqlite().await;
    let token = site.token("quantri", Scope::ALL).await;
    let key = [("idempotency-key", "unit-2")];
    let wrong = site
        .post_with(&token, "/units", json!({ "code": "", "name": "" }), &key)
        .await;
    assert!(wrong.status.is_client_error(), "{}", wrong.json());
    let right = json!({ "code": "PTN", "name": "Phòng Thử nghiệm" });
    let made = site.post_with(&token, "/units", right, &key).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.json());
}

#[tokio::test]
async fn of_many_requests_at_once_one_is_done() {
    let site = Site::on_sqlite().await;
    let token = site.token("quantri", Scope::ALL).await;
    let unit = json!({ "code": "PTN", "name": "Phòng Thử nghiệm" });
    let key = [("idempotency-key", "unit-3")];
    let one = || site.post_with(&token, "/units", unit.clone(), &key);
    let (a, b, c, d) = tokio::join!(one(), one(), one(), one());
    for answer in [&a, &b, &c, &d] {
        let is_under_way = answer.status == StatusCode::CONFLICT
            && answer.json()["type"].as_str().unwrap().ends_with("under-way");
        assert!(
            answer.status == StatusCode::CREATED || is_under_way,
            "{}",
            answer.json()
        );
    }
    assert!([a, b, c, d].iter().any(|one| one.status == StatusCode::CREATED));
    let units = site.get(&token, "/units").await.json();
    let codes = units["items"].as_array().unwrap().iter();
    assert_eq!(codes.filter(|unit| unit["code"] == "PTN").count(), 1);
}

#[tokio::test]
async fn a_secret_is_told_once_and_kept_nowhere() {
    let site = Site::on_sqlite().await;
    let token = site.token("quantri", Scope::ALL).await;
    let hook = json!({ "url": "http://127.0.0.1:9/hook", "events": ["case.received"] });
    let key = [("idempotency-key", "hook-1")];
    let added = site.post_with(&token, "/webhooks", hook.clone(), &key).await;
    let secret = added.json()["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("whsec_"));
    let again = site.post_with(&token, "/webhooks", hook, &key).await;
    assert_eq!(again.json()["id"], added.json()["id"]);
    assert_eq!(again.json()["secret"], Value::Null);
    assert_eq!(again.header("location"), added.header("location"));
    let calendar = site
        .ask("POST", &token, "/reminders/calendar", &Value::Null, &key)
        .await;
    assert_eq!(
        calendar.status,
        StatusCode::CONFLICT,
        "the key is that of the webhook"
    );
}

#[tokio::test]
async fn a_file_is_given_once_under_its_key() {
    let site = Site::on_sqlite().await;
    let token = site.token("letan", Scope::ALL).await;
    let key = [("idempotency-key", "file-1")];
    let given = site
        .give(&token, "/files?name=a.pdf", b"%PDF-1.7 one", &key)
        .await;
    let again = site
        .give(&token, "/files?name=a.pdf", b"%PDF-1.7 one", &key)
        .await;
    assert_eq!(again.json(), given.json());
    let longer = site
        .give(&token, "/files?name=a.pdf", b"%PDF-1.7 longer", &key)
        .await;
    assert_eq!(longer.status, StatusCode::CONFLICT);
}

#[test]
fn every_operation_that_writes_takes_a_key_and_where_there_is_a_version_if_match() {
    let document = api::document(Lang::En);
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let takes = |name: &str| parameters.iter().any(|one| one["name"] == name);
            // Each case of a batch has a key of its own.
            let is_keyed = method != "get" && !path.ends_with("/cases/batch");
            assert_eq!(takes("Idempotency-Key"), is_keyed, "{method} {path}");
            if takes("If-Match") {
                assert!(operation["responses"]["412"].is_object(), "{method} {path}");
                assert_ne!(method, "get", "{path}");
            }
        }
    }
    let versioned = [
        "/cases/{number}/acts/close",
        "/settings",
        "/settings/portal",
        "/organisation",
    ];
    for path in versioned {
        let methods = document["paths"][format!("/api/v1{path}")].as_object().unwrap();
        let writes = methods.iter().find(|(method, _)| *method != "get").unwrap().1;
        let parameters = writes["parameters"].as_array().unwrap();
        assert!(parameters.iter().any(|one| one["name"] == "If-Match"), "{path}");
    }
}
