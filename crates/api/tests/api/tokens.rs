//! Tokens: good until they end, for what their scopes say, as often as the limit allows.

use app::tokens::Scope;
use axum::http::StatusCode;
use testkit::Centre;

use crate::site::{MONDAY, Site, complaint, sites};

#[tokio::test]
async fn a_token_is_its_person_until_it_ends() {
    for site in sites("api_tokens").await {
        let token = site.token("qmr", &[Scope::Read]).await;
        let me = site.get(&token, "/me").await;
        assert_eq!(me.status, StatusCode::OK, "{}", site.centre.kind);
        assert_eq!(me.json()["person"]["id"], site.centre.person("qmr").to_string());
        assert_eq!(me.json()["roles"][0], "qmr");
        let app = &site.centre.app;
        let tokens = app.tokens_of(site.centre.person("qmr")).await.unwrap();
        assert_eq!(tokens[0].last_used_at, Some(site.centre.now()));

        site.centre.clock.pass_days(31);
        let late = site.get(&token, "/me").await;
        assert_eq!(late.status, StatusCode::UNAUTHORIZED);
        assert!(late.header("www-authenticate").starts_with("Bearer"));
        assert_eq!(late.header("content-type"), "application/problem+json");
    }
}

#[tokio::test]
async fn a_revoked_token_and_that_of_a_closed_account_are_good_for_nothing() {
    let site = Site::on_sqlite().await;
    let (centre, app) = (&site.centre, &site.centre.app);
    let token = site.token("letan", &[Scope::Read]).await;
    let id = app.tokens_of(centre.person("letan")).await.unwrap()[0].id;
    let other = app.revoke_token(centre.now(), centre.person("qmr"), id).await;
    assert!(
        matches!(other, Err(app::Error::NotFound)),
        "nobody ends another's token"
    );
    app.revoke_token(centre.now(), centre.person("letan"), id)
        .await
        .unwrap();
    assert_eq!(site.get(&token, "/me").await.status, StatusCode::UNAUTHORIZED);

    let token = site.token("chuyenvien", &[Scope::Read]).await;
    let by = procedure::Actor::Person(centre.administrator);
    app.close_account(centre.now(), by, centre.person("chuyenvien"))
        .await
        .unwrap();
    assert_eq!(site.get(&token, "/me").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn scopes_hold_a_token_back_and_never_lift_its_person() {
    let site = Site::on_sqlite().await;
    let reads = site.token("quantri", &[Scope::Read]).await;
    let refused = site.post(&reads, "/cases", complaint()).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.json()["type"], "/api/v1/docs#problem-scope");
    assert_eq!(site.get(&reads, "/webhooks").await.status, StatusCode::FORBIDDEN);

    let all = site.token("letan", Scope::ALL).await;
    for path in ["/webhooks", "/settings", "/offices", "/changes", "/jobs"] {
        let denied = site.get(&all, path).await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(denied.json()["type"], "/api/v1/docs#problem-denied", "{path}");
    }
    let people = site.get(&all, "/people").await.json();
    assert!(
        people["items"][0]["login"].is_null(),
        "logins are for administrators"
    );
}

#[tokio::test]
async fn one_request_too_many_waits_for_the_next_minute() {
    let site = Site::over(Centre::on_sqlite(MONDAY).await, 2);
    let token = site.token("qmr", &[Scope::Read]).await;
    for _ in 0..2 {
        assert_eq!(site.get(&token, "/me").await.status, StatusCode::OK);
    }
    let refused = site.get(&token, "/me").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), "60");
    let other = site.token("so", &[Scope::Read]).await;
    assert_eq!(site.get(&other, "/me").await.status, StatusCode::OK);
}
