//! Webhooks: told in the act's own transaction, signed, tried again, logged, told no longer after days, and never into a private network.

use std::sync::{Arc, Mutex};

use api::webhooks::{Carrier, deliver_waiting, sign};
use app::tokens::Scope;
use app::webhooks::Event;
use axum::http::StatusCode;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::site::{Site, sites};

/// What another system heard: the head and the body of each request.
type Heard = Arc<Mutex<Vec<(String, String)>>>;

/// Another system that answers with this status.
async fn listener(status: &'static str) -> (String, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let heard = Heard::default();
    let told = heard.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut bytes = Vec::new();
            let mut piece = [0; 4096];
            loop {
                let read = stream.read(&mut piece).await.unwrap();
                bytes.extend_from_slice(&piece[..read]);
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let Some((head, body)) = text.split_once("\r\n\r\n") else {
                    continue;
                };
                let length = header(head, "content-length").parse::<usize>().unwrap();
                if body.len() >= length {
                    told.lock().unwrap().push((head.to_owned(), body.to_owned()));
                    break;
                }
            }
            let answer =
                format!("HTTP/1.1 {status}\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n");
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (url, heard)
}

fn header(head: &str, name: &str) -> String {
    let line = head
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name}: ")));
    line.unwrap_or_default().to_owned()
}

async fn deliver(site: &Site, carrier: &Carrier) -> usize {
    let clock = site.centre.clock.clone();
    let clock: api::Clock = Arc::new(move || clock.now());
    deliver_waiting(&site.centre.app, &clock, carrier).await.unwrap()
}

async fn subscribe(site: &Site, url: &str, events: Value) -> (String, Value) {
    let token = site.token("quantri", Scope::ALL).await;
    let body = json!({ "url": url, "events": events });
    let added = site.post(&token, "/webhooks", body).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.json());
    (token, added.json())
}

#[tokio::test]
async fn another_system_hears_of_a_case_and_can_tell_who_says_so() {
    for site in sites("api_webhook").await {
        let (url, heard) = listener("204 No Content").await;
        let (token, webhook) = subscribe(&site, &url, json!(["case.received"])).await;
        let number = site.case().await;
        let carrier = Carrier::new(true).unwrap();
        assert_eq!(deliver(&site, &carrier).await, 1, "{}", site.centre.kind);
        assert_eq!(deliver(&site, &carrier).await, 0);

        let (head, body) = heard.lock().unwrap()[0].clone();
        let said: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(said["type"], "case.received");
        assert_eq!(said["data"]["number"], number.as_str());
        assert!(!body.contains("Mẫu") && !body.contains("chứng chỉ"), "{body}");
        let at: i64 = header(&head, "webhook-timestamp").parse().unwrap();
        let secret = webhook["secret"].as_str().unwrap();
        let signature = sign(secret, &header(&head, "webhook-id"), at, &body);
        assert_eq!(Some(header(&head, "webhook-signature")), signature);

        let log = format!("/webhooks/{}/deliveries", webhook["id"].as_str().unwrap());
        let log = site.get(&token, &log).await.json();
        assert_eq!(log["items"][0]["status"], 204);
        assert!(log["items"][0]["delivered_at"].is_string());
        let kept = site.get(&token, "/webhooks").await.json();
        assert!(!kept.to_string().contains("whsec_"), "a secret is shown once");
    }
}

#[tokio::test]
async fn what_was_not_taken_is_tried_again_and_given_up_in_the_end() {
    for site in sites("api_webhook_retry").await {
        let (url, heard) = listener("500 Broken").await;
        let (token, webhook) = subscribe(&site, &url, json!(["case.received"])).await;
        site.case().await;
        let carrier = Carrier::new(true).unwrap();
        for _ in 0..12 {
            deliver(&site, &carrier).await;
            site.centre.clock.pass(jiff::SignedDuration::from_hours(25));
        }
        let ids: std::collections::BTreeSet<String> = heard
            .lock()
            .unwrap()
            .iter()
            .map(|(head, _)| header(head, "webhook-id"))
            .collect();
        assert_eq!(ids.len(), 1, "every attempt carries the same identity");
        let id = webhook["id"].as_str().unwrap();
        let known = site.get(&token, &format!("/webhooks/{id}")).await.json();
        assert!(known["disabled_at"].is_string(), "{known}");
        // Switched off, it hears nothing new and is tried no more.
        let tried = heard.lock().unwrap().len();
        assert!((3..10).contains(&tried), "{tried}");
        site.case().await;
        assert_eq!(deliver(&site, &carrier).await, 0, "{}", site.centre.kind);

        let on = site
            .post(&token, &format!("/webhooks/{id}/enabling"), json!({}))
            .await;
        assert_eq!(on.status, StatusCode::OK, "{}", on.json());
        let log = site
            .get(&token, &format!("/webhooks/{id}/deliveries"))
            .await
            .json();
        let delivery = log["items"][0]["id"].as_str().unwrap();
        let replay = format!("/webhooks/{id}/deliveries/{delivery}/replay");
        assert_eq!(
            site.post(&token, &replay, json!({})).await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(deliver(&site, &carrier).await, 1);
        let removed = axum::http::Request::delete(format!("/api/v1/webhooks/{id}"))
            .header("authorization", format!("Bearer {token}"))
            .body(axum::body::Body::empty());
        assert_eq!(site.send(removed.unwrap()).await.status, StatusCode::NO_CONTENT);
        let gone = site.get(&token, &format!("/webhooks/{id}/deliveries")).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn nothing_is_sent_into_a_private_network_or_after_a_redirect() {
    let (url, heard) = listener("200 OK").await;
    let careful = Carrier::new(false).unwrap();
    let named = url.replace("127.0.0.1", "localhost");
    for url in [url.clone(), named.clone(), named.replace("http:", "https:")] {
        let refused = careful.post(&url, &[], "{}".to_owned()).await;
        assert!(refused.is_err(), "{url}");
    }
    assert!(heard.lock().unwrap().is_empty());
    let (elsewhere, heard) = listener("302 Found").await;
    let answered = Carrier::new(true)
        .unwrap()
        .post(&elsewhere, &[], "{}".to_owned())
        .await;
    assert_eq!(answered, Ok(302), "a redirect is an answer and no way to go");
    assert_eq!(heard.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn an_address_without_tls_is_no_address_where_the_operator_allows_none() {
    let site = Site::on_sqlite().await;
    let (centre, app) = (&site.centre, &site.centre.app);
    let events = [Event::CaseReceived];
    for url in [
        "http://example.vn/",
        "ftp://example.vn/",
        "https://",
        "https://a:b@example.vn/",
    ] {
        let added = app
            .add_webhook(centre.now(), centre.administrator, url, &events, false)
            .await;
        assert!(matches!(added, Err(app::Error::Invalid(_))), "{url}");
    }
    let denied = app
        .add_webhook(
            centre.now(),
            centre.person("qmr"),
            "https://example.vn/",
            &events,
            false,
        )
        .await;
    assert!(matches!(denied, Err(app::Error::Denied)));
}
