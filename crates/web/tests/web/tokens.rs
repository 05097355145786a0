//! Tokens and webhooks on their pages: made, shown once, ended; and nothing of an administrator's for anybody else.

use axum::http::StatusCode;

use crate::site::{Site, assert_no_raw_keys};

/// The word on the page that begins so.
fn secret(body: &str, begins: &str) -> Option<String> {
    let from = body.find(begins)?;
    let word = body[from..].split('<').next()?;
    Some(word.to_owned())
}

#[tokio::test]
async fn a_token_is_shown_once_and_ended_on_its_page() {
    let site = Site::on_sqlite().await;
    let empty = site.get("letan", "/account/tokens").await;
    assert_eq!(empty.status, StatusCode::OK);
    assert_no_raw_keys("tokens", &empty);
    let pairs = [
        ("name", "Trang web"),
        ("scopes", "read"),
        ("scopes", "act"),
        ("days", "30"),
    ];
    let made = site.post("letan", "/account/tokens", &pairs).await;
    assert_eq!(made.status, StatusCode::OK);
    let token = secret(&made.body, "phd_").unwrap();
    let app = &site.centre.app;
    let bearer = app.bearer(site.centre.now(), &token).await.unwrap().unwrap();
    assert_eq!(bearer.person, site.centre.person("letan"));
    let later = site.get("letan", "/account/tokens").await;
    assert!(later.says("Trang web") && !later.body.contains("phd_"));

    let revoke = format!("/account/tokens/{}/revoke", bearer.token.id);
    let others = site.post("qmr", &revoke, &[]).await;
    assert_eq!(others.status, StatusCode::NOT_FOUND);
    let ended = site.post("letan", &revoke, &[]).await;
    assert_eq!(ended.location(), "/account/tokens");
    assert!(app.bearer(site.centre.now(), &token).await.unwrap().is_none());
    let wrong = site.post("letan", "/account/tokens", &[("days", "9999")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn webhooks_are_an_administrators_and_their_failure_is_seen() {
    let site = Site::on_sqlite().await;
    let denied = site.get("qmr", "/admin/webhooks").await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    let plain = [("url", "http://example.vn/"), ("events", "case.received")];
    let wrong = site.post("quantri", "/admin/webhooks", &plain).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "no TLS");
    let pairs = [("url", "https://example.vn/hook"), ("events", "case.received")];
    let added = site.post("quantri", "/admin/webhooks", &pairs).await;
    assert!(secret(&added.body, "whsec_").is_some());
    assert_no_raw_keys("webhooks", &added);

    let (app, now) = (&site.centre.app, site.centre.now());
    let webhook = app
        .webhooks(now, site.centre.administrator)
        .await
        .unwrap()
        .remove(0);
    site.enter("letan", crate::site::LETTER).await;
    let waiting = app.messages_to_deliver(now).await.unwrap();
    let failed = app::webhooks::Answered::Failed("api-webhooks-failed-connection");
    app.message_answered(now, &waiting[0].delivery, &failed)
        .await
        .unwrap();
    let page = format!("/admin/webhooks/{}", webhook.id);
    let log = site.get("quantri", &page).await;
    assert!(log.says("Không kết nối được"));
    assert_no_raw_keys("log", &log);
    let overview = site.get("quantri", "/admin").await;
    assert!(overview.body.contains("href=\"/admin/webhooks\""));
    let replay = format!("{page}/{}/replay", waiting[0].delivery.id);
    assert_eq!(site.post("quantri", &replay, &[]).await.location(), page);
    let removed = site.post("quantri", &format!("{page}/remove"), &[]).await;
    assert_eq!(removed.location(), "/admin/webhooks");
    assert_eq!(site.get("quantri", &page).await.status, StatusCode::NOT_FOUND);
}
