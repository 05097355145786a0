//! An old register through the interface: brought, looked at, mapped, tried dry, entered, undone.

use app::tokens::Scope;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::site::{Site, sites};

const BOOK: &str = "Ngày nhận,Bên khiếu nại,Hình thức,Nội dung\n\
                    21/03/2019,Công ty Đường Sắt,Công văn,Chậm trả lời\n\
                    05/02/2019,Công ty Đường Sắt,Bồ câu,Thái độ\n";

async fn work(site: &Site) {
    let now = site.centre.now();
    site.centre.app.work_on_imports(&move || now).await.unwrap();
}

async fn bring(site: &Site, token: &str, text: &str) -> Value {
    let brought = site
        .give(token, "/imports?name=so-2019.csv", text.as_bytes(), &[])
        .await;
    assert_eq!(brought.status, StatusCode::CREATED, "{}", brought.json());
    brought.json()
}

#[tokio::test]
async fn a_register_goes_all_the_way_in_and_out_again() {
    for site in sites("api_import").await {
        let kind = site.centre.kind;
        let token = site.token("so", Scope::ALL).await;
        let import = bring(&site, &token, BOOK).await;
        let at = format!("/imports/{}", import["id"].as_str().unwrap());
        assert_eq!(import["state"], "draft", "{kind}");
        let preview = site.get(&token, &format!("{at}/preview")).await.json();
        assert_eq!(preview["columns"][0]["role"], "received", "{kind}: {preview}");
        assert_eq!(preview["rows"][0]["cells"][3], "Chậm trả lời", "{kind}");
        assert_eq!(preview["words"]["channel"]["Bồ câu"]["known"], false, "{kind}");
        let mut mapping = preview["mapping"].clone();
        mapping["values"] = json!({ "channel": { "Bồ câu": "letter" } });
        let mapped = site.put(&token, &format!("{at}/mapping"), mapping).await;
        assert_eq!(mapped.status, StatusCode::OK, "{kind}: {}", mapped.json());
        let step = async |step: &str| {
            site.post(&token, &format!("{at}/steps/{step}"), Value::Null)
                .await
        };
        let early = step("enter").await;
        assert_eq!(
            early.status,
            StatusCode::PRECONDITION_FAILED,
            "{kind}: not looked through"
        );
        assert_eq!(step("check").await.json()["state"], "checking", "{kind}");
        work(&site).await;
        let checked = site.get(&token, &at).await.json();
        assert_eq!(checked["found"]["rows_read"], 2, "{kind}: {checked}");
        assert_eq!(checked["found"]["may_enter"], true, "{kind}");
        let offers = checked["offers"].as_array().unwrap().iter();
        let offers: Vec<&str> = offers.map(|offer| offer["act"].as_str().unwrap()).collect();
        assert_eq!(offers, ["enter", "again", "drop"], "{kind}");
        step("enter").await;
        work(&site).await;
        let done = site.get(&token, &at).await.json();
        assert_eq!(done["records"], 2, "{kind}: {done}");
        assert_eq!(
            done["numbers"]["2019"],
            json!({ "first": 1, "last": 2 }),
            "{kind}"
        );
        let twice = site
            .give(&token, "/imports?name=x.csv", BOOK.as_bytes(), &[])
            .await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "{kind}");
        assert_eq!(twice.json()["errors"][0]["problem"], "already_used", "{kind}");
        step("undo").await;
        work(&site).await;
        assert_eq!(site.get(&token, &at).await.json()["state"], "undone", "{kind}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_mapping_or_a_file_is_said_where() {
    let site = Site::on_sqlite().await;
    let token = site.token("so", Scope::ALL).await;
    let import = bring(&site, &token, "Ngày nhận,Nội dung\nkhông rõ,Chậm\n").await;
    let at = format!("/imports/{}", import["id"].as_str().unwrap());
    for (mapping, pointer) in [
        (json!({ "colour": {} }), "/colour"),
        (json!({ "columns": { "received": 7 } }), "/columns/received"),
        (json!({ "file": { "header_row": -1 } }), "/file/header_row"),
    ] {
        let refused = site.put(&token, &format!("{at}/mapping"), mapping).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{pointer}");
        assert_eq!(refused.json()["errors"][0]["pointer"], pointer);
    }
    let sheet = json!({ "file": { "encoding": "none" } });
    site.put(&token, &format!("{at}/mapping"), sheet).await;
    let refused = site.get(&token, &format!("{at}/preview")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.json());
    assert!(
        refused.json()["errors"][0]["detail"]
            .as_str()
            .unwrap()
            .contains("none")
    );
    site.put(&token, &format!("{at}/mapping"), json!({})).await;
    site.post(&token, &format!("{at}/steps/check"), Value::Null).await;
    work(&site).await;
    let found = site.get(&token, &format!("{at}/findings?limit=1")).await.json();
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
    assert!(
        !found["items"][0]["detail"]
            .as_str()
            .unwrap()
            .starts_with("transcription-")
    );

    let stranger = site.token("letan", Scope::ALL).await;
    let refused = site
        .give(&stranger, "/imports?name=x.csv", BOOK.as_bytes(), &[])
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(&stranger, &at).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_mapping_looks_as_it_is_described() {
    let site = Site::on_sqlite().await;
    let token = site.token("so", Scope::ALL).await;
    let import = bring(&site, &token, BOOK).await;
    let mapping = json!({
        "file": { "encoding": "UTF-8", "delimiter": ",", "sheet": null, "header_row": 1, "header_rows": 1 },
        "columns": { "received": "Ngày nhận", "summary": { "columns": ["Nội dung"], "separator": "; " },
            "complainant": ["Bên khiếu nại"], "unit": "[C]" },
        "dates": { "order": "dmy", "none": ["-"], "serials": "1900" },
        "values": { "kind": { "KN": "complaint" }, "channel": {}, "subject": { "Thái độ": ["staff_conduct"] } },
        "defaults": { "kind": "grievance", "channel": "phone", "subject": "other_activity" },
        "merged": { "fill_down": true },
        "ignore": { "columns": ["Hình thức"], "rows": [3] },
    });
    let at = format!("/imports/{}/mapping", import["id"].as_str().unwrap());
    let mapped = site.put(&token, &at, mapping.clone()).await;
    assert_eq!(mapped.status, StatusCode::OK, "{}", mapped.json());
    assert_eq!(mapped.json()["mapping"]["ignore"], mapping["ignore"]);
    // What is described and what is read are two types: no part of the one is missing in the other.
    let document = api::document(i18n::Lang::En);
    let schemas = &document["components"]["schemas"];
    let parts = schemas["ImportMapping"]["properties"].as_object().unwrap();
    for part in mapped.json()["mapping"].as_object().unwrap().keys() {
        assert!(parts.contains_key(part), "{part} is not described");
    }
    for (part, schema) in [
        ("file", "ImportFileHints"),
        ("columns", "ImportColumns"),
        ("dates", "ImportDates"),
        ("values", "ImportValues"),
        ("defaults", "ImportDefaults"),
        ("merged", "ImportMerging"),
        ("ignore", "ImportIgnored"),
    ] {
        let described = schemas[schema]["properties"].as_object().unwrap();
        let kept = mapped.json()["mapping"][part].clone();
        for name in kept.as_object().unwrap().keys() {
            assert!(described.contains_key(name), "{part}: {name} is not described");
        }
    }
}
