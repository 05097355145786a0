//! The inbox: what waits, one mail, and what is done with it, for those who keep it and nobody else.

use app::inbox::{Arrival, Way};
use app::tokens::Scope;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::site::{Site, sites};

const COMPLAINT: &str = "From: Mai <mai@vi-du.example>\r\nTo: khieunai@tt.example\r\nSubject: Thư chậm\r\n\
    Message-ID: <thu-1@vi-du.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
    --x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTôi chờ đã hai tuần.\r\n--x\r\n\
    Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: Bên trong\r\n\r\nLời.\r\n--x--\r\n";

async fn arrive(site: &Site, raw: &str) -> String {
    let centre = &site.centre;
    let arrival = Arrival {
        at: centre.now(),
        way: Way::Command,
        notice: None,
    };
    let raw = raw.as_bytes().to_vec();
    let received = centre.app.receive_mail(centre.now(), arrival, raw).await;
    received.unwrap().id().to_string()
}

fn acts(mail: &Value) -> Vec<&str> {
    let offers = mail["offers"].as_array().unwrap().iter();
    offers.map(|offer| offer["act"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_case_is_made_of_a_mail_by_sending_its_receipt() {
    for site in sites("api_mail_case").await {
        let kind = site.centre.kind;
        let id = arrive(&site, COMPLAINT).await;
        let keeper = site.token("so", Scope::ALL).await;
        let work = site.get(&keeper, "/work").await.json();
        let href = format!("/api/v1/inbox/{id}");
        assert_eq!(work["items"][0]["href"], href.as_str(), "{kind}");
        let mail = site.get(&keeper, &format!("/inbox/{id}")).await.json();
        assert_eq!(
            mail["words"]["text"].as_str().unwrap().trim(),
            "Tôi chờ đã hai tuần."
        );
        assert_eq!(acts(&mail), ["make_case", "join", "set_aside"], "{kind}");
        let inside = mail["words"]["files"][0]["inside"].as_str().unwrap();
        let inside = site.get(&keeper, inside.strip_prefix("/api/v1").unwrap()).await;
        assert_eq!(inside.json()["subject"], "Bên trong", "{kind}");
        let raw = site.get(&keeper, &format!("/inbox/{id}/raw")).await;
        assert_eq!(raw.bytes, COMPLAINT.as_bytes(), "{kind}");
        assert!(raw.header("content-disposition").starts_with("attachment"));

        let mut receipt = mail["receipt"].clone();
        assert_eq!(receipt["received_on"], "2026-03-02", "{receipt}");
        receipt["declared_kind"] = json!("complaint");
        receipt["subjects"] = json!(["other_activity"]);
        let key = [("idempotency-key", "thu-1")];
        let made = site.post_with(&keeper, "/cases", receipt.clone(), &key).await;
        assert_eq!(made.status, StatusCode::CREATED, "{kind}: {}", made.json());
        let again = site.post_with(&keeper, "/cases", receipt, &key).await;
        assert_eq!(
            again.json(),
            made.json(),
            "{kind}: sent again it is the same case"
        );
        let settled = site.get(&keeper, "/inbox?part=cases").await.json();
        assert_eq!(settled["items"][0]["case"], made.json()["number"], "{kind}");
        assert_eq!(settled["counts"]["waiting"], 0, "{kind}");
    }
}

#[tokio::test]
async fn a_mail_is_set_aside_taken_back_and_joined() {
    let site = Site::on_sqlite().await;
    let id = arrive(&site, COMPLAINT).await;
    let keeper = site.token("so", Scope::ALL).await;
    let to = |deed: &str| format!("/inbox/{id}/deeds/{deed}");
    let nothing = site.post(&keeper, &to("set_aside"), json!({})).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unsaid = site
        .post(&keeper, &to("set_aside"), json!({ "reason": "other" }))
        .await;
    assert_eq!(unsaid.status, StatusCode::CONFLICT, "another reason needs words");
    assert_eq!(unsaid.json()["errors"][0]["pointer"], "/words");
    let aside = site
        .post(&keeper, &to("set_aside"), json!({ "reason": "spam" }))
        .await;
    assert_eq!(aside.json()["state"], "set_aside", "{}", aside.json());
    let second = site
        .post(&keeper, &to("set_aside"), json!({ "reason": "spam" }))
        .await;
    assert_eq!(
        second.status,
        StatusCode::PRECONDITION_FAILED,
        "somebody was here first"
    );
    let back = site.post(&keeper, &to("take_back"), Value::Null).await;
    assert_eq!(back.json()["state"], "new", "{}", back.json());
    let unknown = site
        .post(&keeper, &to("join"), json!({ "number": "2026-9999" }))
        .await;
    assert_eq!(unknown.status, StatusCode::CONFLICT);
    let number = site.case().await;
    let key = [("idempotency-key", "join-1")];
    let joined = site
        .post_with(&keeper, &to("join"), json!({ "number": number }), &key)
        .await;
    assert_eq!(joined.json()["state"], "joined", "{}", joined.json());
    let again = site
        .post_with(&keeper, &to("join"), json!({ "number": number }), &key)
        .await;
    assert_eq!(again.json(), joined.json(), "answered again and not done again");
    let mail = site.get(&keeper, &format!("/inbox/{id}")).await.json();
    let history = mail["history"].as_array().unwrap();
    let deeds: Vec<&str> = history.iter().map(|one| one["deed"].as_str().unwrap()).collect();
    assert_eq!(deeds, ["arrived", "set_aside", "take_back", "join"]);
    assert_eq!(history[3]["case"], number.as_str());
}

#[tokio::test]
async fn the_inbox_is_walked_page_by_page_and_masked_for_the_auditor() {
    let site = Site::on_sqlite().await;
    for nth in 0..5 {
        arrive(
            &site,
            &format!("From: a@b.example\r\nSubject: Số {nth}\r\n\r\nLời."),
        )
        .await;
    }
    let keeper = site.token("qmr", &[Scope::Read]).await;
    let mut next = Some("/api/v1/inbox?limit=2".to_owned());
    let mut seen = Vec::new();
    while let Some(address) = next {
        let page = site.get(&keeper, address.strip_prefix("/api/v1").unwrap()).await;
        let body = page.json();
        let items = body["items"].as_array().unwrap().iter();
        seen.extend(items.map(|item| item["subject"].as_str().unwrap().to_owned()));
        next = body["next"].as_str().map(str::to_owned);
        assert_eq!(page.header("link").is_empty(), next.is_none());
    }
    assert_eq!(seen, ["Số 4", "Số 3", "Số 2", "Số 1", "Số 0"]);
    let stranger = site.token("letan", Scope::ALL).await;
    assert_eq!(site.get(&stranger, "/inbox").await.status, StatusCode::FORBIDDEN);
    let reader = site.token("so", &[Scope::Read]).await;
    let id = arrive(&site, COMPLAINT).await;
    let refused = site
        .post(&reader, &format!("/inbox/{id}/deeds/take_back"), Value::Null)
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "reading is not acting");
}
