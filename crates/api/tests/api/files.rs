//! Files: given first, named by an act of the same person, taken away again as they came.

use app::tokens::Scope;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use crate::site::{Answer, Site, complaint, sites};

const PDF: &[u8] = b"%PDF-1.7 some bytes";

async fn give(site: &Site, token: &str, name: &str, bytes: &[u8]) -> Answer {
    let request = Request::post(format!("/api/v1/files?name={name}"))
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/octet-stream")
        .body(Body::from(bytes.to_vec()));
    site.send(request.unwrap()).await
}

#[tokio::test]
async fn a_file_goes_into_a_case_and_comes_out_as_it_was() {
    for site in sites("api_files").await {
        let token = site.token("letan", Scope::ALL).await;
        let given = give(&site, &token, "bang-chung.pdf", PDF).await;
        assert_eq!(given.status, StatusCode::CREATED, "{}", given.json());
        let mut case = complaint();
        case["documents"] = json!([given.json()["id"]]);
        let other = site.token("vanthu", Scope::ALL).await;
        let stolen = site.post(&other, "/cases", case.clone()).await;
        assert_eq!(stolen.status, StatusCode::CONFLICT, "a file is its giver's");
        let received = site.post(&token, "/cases", case).await;
        assert_eq!(received.status, StatusCode::CREATED, "{}", received.json());

        let number = received.json()["number"].as_str().unwrap().to_owned();
        let reader = site.token("qmr", Scope::ALL).await;
        site.post(
            &reader,
            &format!("/cases/{number}/acts/declare_interest"),
            json!({}),
        )
        .await;
        let seen = site.get(&reader, &format!("/cases/{number}")).await.json();
        let href = seen["documents"][0]["href"].as_str().unwrap().to_owned();
        let file = site.get(&reader, href.strip_prefix("/api/v1").unwrap()).await;
        assert_eq!(file.bytes, PDF, "{}", site.centre.kind);
        assert!(file.header("content-disposition").contains("bang-chung.pdf"));
    }
}

#[tokio::test]
async fn bytes_of_no_known_kind_and_files_too_large_are_refused() {
    let site = Site::on_sqlite().await;
    let token = site.token("letan", Scope::ALL).await;
    let odd = give(&site, &token, "x.bin", b"\x00\x01\x02").await;
    assert_eq!(odd.status, StatusCode::CONFLICT);
    assert_eq!(odd.json()["errors"][0]["problem"], "wrong_type");
    let large = give(&site, &token, "x.txt", &vec![b'a'; 26 << 20]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    let empty = give(&site, &token, "x.txt", b"").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}
